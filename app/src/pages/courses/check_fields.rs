//! The fields of a check, or of a question of practice, by its kind.

use domain::{
    lang::Text,
    quiz::{ChoiceOption, Gap, Kind, Pair, Question, fill_gaps},
};
use leptos::prelude::*;

use crate::{t, visitor::Visitor};

/// How the fields are filled.
pub(in crate::pages) struct Picked {
    /// The answer in the author's order; empty when there is none.
    pub(in crate::pages) answer: Vec<String>,
    /// The order in which items are shown.
    pub(in crate::pages) arrangement: Vec<usize>,
    /// Whether it was answered right, so that the key may be seen.
    pub(in crate::pages) solved: bool,
}

impl Picked {
    fn has(&self, index: usize) -> bool {
        self.answer.contains(&index.to_string())
    }

    fn at(&self, place: usize) -> String {
        self.answer.get(place).cloned().unwrap_or_default()
    }
}

/// The question with the fields to answer it.
pub(in crate::pages) fn fields(visitor: &Visitor, question: &Question, picked: &Picked) -> AnyView {
    let texts = visitor.texts;
    let html = question.prompt.get(&visitor.lang()).to_owned();
    let (facts, controls) = match &question.kind {
        Kind::Choice {
            options, multiple, ..
        } => (
            if *multiple {
                t!(texts, "kind-multiple")
            } else {
                t!(texts, "kind-single")
            },
            choice(visitor, question, options, *multiple, picked),
        ),
        Kind::Short { .. } => (t!(texts, "kind-short"), typed(visitor, question, picked, None)),
        Kind::Number { unit, .. } => (
            t!(texts, "kind-number"),
            typed(visitor, question, picked, unit.as_ref()),
        ),
        Kind::Essay { .. } => (t!(texts, "kind-essay"), essay(visitor, question, picked)),
        Kind::Order { items } => (t!(texts, "kind-order"), order(visitor, question, items, picked)),
        Kind::Match { pairs, .. } => (
            t!(texts, "kind-match"),
            matching(visitor, question, pairs, picked),
        ),
        Kind::Cloze { gaps } => {
            return view! {
                <fieldset class="question">
                    <legend class="question-facts"><span>{t!(texts, "kind-cloze")}</span></legend>
                    <div class="cloze" inner_html=cloze(visitor, &html, gaps, picked)></div>
                </fieldset>
            }
            .into_any();
        }
    };
    view! {
        <fieldset class="question">
            <legend class="question-text">
                <div inner_html=html></div>
                <span class="question-facts"><span>{facts}</span></span>
            </legend>
            {controls}
        </fieldset>
    }
    .into_any()
}

fn choice(
    visitor: &Visitor,
    question: &Question,
    options: &[ChoiceOption],
    multiple: bool,
    picked: &Picked,
) -> AnyView {
    let lang = visitor.lang();
    let kind = if multiple { "checkbox" } else { "radio" };
    let one = |(index, option): (usize, &ChoiceOption)| {
        let ticked = if picked.solved {
            option.right
        } else {
            picked.has(index)
        };
        // Feedback belongs to whoever picked the option; of the others nothing is said.
        let wrong = !picked.solved && ticked && !option.right;
        let mark = match (picked.solved && option.right, wrong) {
            (true, _) => Some(("right", t!(visitor.texts, "option-right"))),
            (_, true) => Some(("wrong", t!(visitor.texts, "option-wrong"))),
            _ => None,
        };
        let feedback = option.feedback.as_ref().filter(|_| mark.is_some());
        let feedback = feedback.map(|text| text.get(&lang).to_owned());
        let letter = char::from(b'A' + u8::try_from(index % 26).unwrap_or_default()).to_string();
        let (mark, word) = mark.unzip();
        view! {
            <label class="option" data-mark=mark>
                <input
                    type=kind
                    name=if picked.solved { question.id.clone() } else { "answer".to_owned() }
                    value=index
                    checked=ticked
                    disabled=picked.solved
                />
                <span class="option-letter" aria-hidden="true">{letter}</span>
                <span class="option-text" inner_html=option.text.get(&lang).to_owned()></span>
                {word.map(|word| view! { <span class="option-mark">{word}</span> })}
                {feedback.map(|html| view! { <span class="feedback" inner_html=html></span> })}
            </label>
        }
    };
    let rows: Vec<_> = options.iter().enumerate().map(one).collect();
    view! { <div class="options">{rows}</div> }.into_any()
}

fn typed(visitor: &Visitor, question: &Question, picked: &Picked, unit: Option<&Text>) -> AnyView {
    let id = format!("{}-answer", question.id);
    let unit = unit.map(|unit| unit.get(&visitor.lang()).to_owned());
    let mode = matches!(question.kind, Kind::Number { .. }).then_some("decimal");
    view! {
        <div class="field">
            <label for=id.clone()>{t!(visitor.texts, "check-your-answer")}</label>
            <div class="with-unit">
                <input id=id name="answer" autocomplete="off" inputmode=mode value=picked.at(0) />
                {unit.map(|unit| view! { <span>{unit}</span> })}
            </div>
        </div>
    }
    .into_any()
}

fn essay(visitor: &Visitor, question: &Question, picked: &Picked) -> AnyView {
    let id = format!("{}-answer", question.id);
    view! {
        <div class="field">
            <label for=id.clone()>{t!(visitor.texts, "check-your-answer")}</label>
            <textarea id=id name="answer" rows="4">{picked.at(0)}</textarea>
        </div>
    }
    .into_any()
}

fn order(visitor: &Visitor, question: &Question, items: &[Text], picked: &Picked) -> AnyView {
    let (texts, lang) = (visitor.texts, visitor.lang());
    let one = |(place, index): (usize, &usize)| {
        let id = format!("{}-{place}", question.id);
        let html = items.get(*index).map(|item| item.get(&lang).to_owned());
        let chosen = picked.answer.iter().position(|at| *at == index.to_string());
        let steps: Vec<_> = (0..items.len())
            .map(|step| {
                view! {
                    <option value=step selected=chosen == Some(step)>{t!(texts, "order-step", n = step + 1)}</option>
                }
            })
            .collect();
        view! {
            <li class="answer-row">
                <label for=id.clone() inner_html=html></label>
                <select class="input" id=id name=format!("answer-{place}")>
                    <option value="">"–"</option>
                    {steps}
                </select>
            </li>
        }
    };
    let rows: Vec<_> = picked.arrangement.iter().enumerate().map(one).collect();
    view! { <ol class="answer-rows" data-kind="order">{rows}</ol> }.into_any()
}

fn matching(visitor: &Visitor, question: &Question, pairs: &[Pair], picked: &Picked) -> AnyView {
    let lang = visitor.lang();
    let one = |(row, pair): (usize, &Pair)| {
        let id = format!("{}-{row}", question.id);
        let partners: Vec<_> = picked
            .arrangement
            .iter()
            .enumerate()
            .map(|(place, index)| {
                let html = pairs
                    .get(*index)
                    .map(|pair| domain::content::plain_text(pair.right.get(&lang)));
                let chosen = picked.at(row) == index.to_string();
                view! { <option value=place selected=chosen>{html}</option> }
            })
            .collect();
        view! {
            <li class="answer-row">
                <label for=id.clone() inner_html=pair.left.get(&lang).to_owned()></label>
                <select class="input" id=id name=format!("answer-{row}")>
                    <option value="">"–"</option>
                    {partners}
                </select>
            </li>
        }
    };
    let rows: Vec<_> = pairs.iter().enumerate().map(one).collect();
    view! { <ul class="answer-rows" data-kind="match">{rows}</ul> }.into_any()
}

/// The prompt with a field in each gap.
fn cloze(visitor: &Visitor, html: &str, gaps: &[Gap], picked: &Picked) -> String {
    let lang = visitor.lang();
    fill_gaps(html, |number| {
        let name = format!("answer-{number}");
        let label = t!(visitor.texts, "gap", n = number + 1);
        let value = picked.at(number);
        match gaps.get(number) {
            Some(Gap::DropDown { options, .. }) => {
                let options: Vec<_> = options
                    .iter()
                    .enumerate()
                    .map(|(index, option)| {
                        let text = option.get(&lang).to_owned();
                        view! { <option value=index selected=value == index.to_string()>{text}</option> }
                    })
                    .collect();
                view! {
                    <select class="input gap" name=name aria-label=label>
                        <option value="">"–"</option>
                        {options}
                    </select>
                }
                .to_html()
            }
            _ => view! { <input class="input gap" name=name aria-label=label autocomplete="off" value=value /> }.to_html(),
        }
    })
}
