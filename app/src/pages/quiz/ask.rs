use domain::{
    lang::Lang,
    quiz::{Gap, Kind, Pair, Question, fill_gaps},
    score::Milli,
};
use leptos::prelude::*;
use store::attempts::Asked;

use super::html::escape;
use crate::{
    plain_text::plain_text,
    quiz::answers::{self, LONG, SHORT, fingerprint},
    t,
    texts::Texts,
};

/// The letter of an option.
pub(super) fn letter(place: usize) -> String {
    let letter = u8::try_from(place).ok().and_then(|place| b'A'.checked_add(place));
    letter
        .map(|letter| char::from(letter).to_string())
        .unwrap_or_default()
}

/// A question to be answered, in places as shown.
#[component]
pub(super) fn Ask(
    /// The question; never shown with its key.
    question: Question,
    /// How it was drawn, and the answer saved.
    asked: Asked,
    /// Its place in the attempt, from 0.
    position: usize,
    texts: Texts,
) -> AnyView {
    let lang = texts.lang();
    let saved = answers::saved(&question, &asked);
    let was = fingerprint(&saved);
    let form = Field {
        position,
        saved,
        texts,
    };
    let body = match &question.kind {
        Kind::Choice {
            options, multiple, ..
        } => {
            let texts = asked
                .permutation
                .iter()
                .filter_map(|written| options.get(*written));
            let texts = texts.map(|option| option.text.get(&lang).to_owned()).collect();
            form.options(texts, *multiple)
        }
        Kind::Short { .. } => form.line("text", None),
        Kind::Number { unit, .. } => {
            form.line("decimal", unit.as_ref().map(|unit| unit.get(&lang).to_owned()))
        }
        Kind::Order { items } => {
            let shown = asked.permutation.iter().filter_map(|written| items.get(*written));
            form.order(shown.map(|item| item.get(&lang).to_owned()).collect())
        }
        Kind::Match { pairs, .. } => form.pairs(pairs, &asked.permutation, &lang),
        Kind::Cloze { gaps } => form.cloze(question.prompt.get(&lang), gaps, &lang),
        Kind::Essay { criteria } => {
            let criteria = criteria
                .iter()
                .map(|criterion| criterion.name.get(&lang))
                .collect::<Vec<_>>();
            form.essay(criteria.join(if texts == Texts::Chinese { "、" } else { ", " }))
        }
    };
    view! {
        <fieldset class="question" id=format!("question-{}", position + 1)>
            <Prompt question position texts />
            {body}
            <input type="hidden" name=format!("was{position}") value=was />
        </fieldset>
    }
    .into_any()
}

/// The head of a question: what it asks, how, and for how many points.
#[component]
pub(super) fn Prompt(question: Question, position: usize, texts: Texts) -> AnyView {
    let kind = kind_word(&question.kind, texts);
    // The prompt of a cloze is where it is answered.
    let prompt = match &question.kind {
        Kind::Cloze { .. } => escape(&t!(texts, "quiz-fill-in")),
        _ => question.prompt.get(&texts.lang()).to_owned(),
    };
    view! {
        <legend class="question-text">
            <div inner_html=prompt></div>
            <span class="question-facts">
                <span>{t!(texts, "quiz-question-number", n = position + 1)}</span>
                <span>{kind}</span>
                <span>{t!(texts, "quiz-points", n = points(question.points))}</span>
            </span>
        </legend>
    }
    .into_any()
}

/// Points for a text that counts them.
#[expect(
    clippy::cast_precision_loss,
    reason = "only shown, and no question is worth 2^52 thousandths"
)]
fn points(points: Milli) -> f64 {
    points.0 as f64 / 1000.0
}

fn kind_word(kind: &Kind, texts: Texts) -> String {
    match kind {
        Kind::Choice { multiple: true, .. } => t!(texts, "quiz-kind-multiple"),
        Kind::Choice { .. } => t!(texts, "quiz-kind-choice"),
        Kind::Short { .. } => t!(texts, "quiz-kind-short"),
        Kind::Number { .. } => t!(texts, "quiz-kind-number"),
        Kind::Order { .. } => t!(texts, "quiz-kind-order"),
        Kind::Match { .. } => t!(texts, "quiz-kind-match"),
        Kind::Cloze { .. } => t!(texts, "quiz-kind-cloze"),
        Kind::Essay { .. } => t!(texts, "quiz-kind-essay"),
    }
}

/// What all kinds of fields need.
struct Field {
    position: usize,
    saved: Vec<String>,
    texts: Texts,
}

impl Field {
    fn saved_at(&self, part: usize) -> &str {
        self.saved.get(part).map_or("", String::as_str)
    }

    fn options(&self, options: Vec<String>, multiple: bool) -> AnyView {
        let kind = if multiple { "checkbox" } else { "radio" };
        let option = |(place, text): (usize, String)| {
            let shown = place.to_string();
            let checked = self.saved.contains(&shown);
            let (name, value) = if multiple {
                (answers::part(self.position, place), "1".to_owned())
            } else {
                (answers::field(self.position), shown)
            };
            view! {
                <label class="option">
                    <input type=kind name=name value=value checked=checked />
                    <span class="option-letter" aria-hidden="true">{letter(place)}</span>
                    <span class="option-text" inner_html=text></span>
                </label>
            }
        };
        view! { <div class="options">{(0..).zip(options).map(option).collect_view()}</div> }.into_any()
    }

    fn line(&self, mode: &'static str, unit: Option<String>) -> AnyView {
        let name = answers::field(self.position);
        let input = view! {
            <input
                id=name.clone()
                name=name.clone()
                value=self.saved_at(0).to_owned()
                inputmode=mode
                maxlength=SHORT
                autocomplete="off"
            />
        };
        let input = match unit {
            Some(unit) => view! { <div class="with-unit">{input} <span>{unit}</span></div> }.into_any(),
            None => input.into_any(),
        };
        view! {
            <div class="field">
                <label for=name>{t!(self.texts, "quiz-your-answer")}</label>
                {input}
            </div>
        }
        .into_any()
    }

    fn essay(&self, criteria: String) -> AnyView {
        let name = answers::field(self.position);
        let hint = format!("{name}-hint");
        view! {
            <div class="field">
                <label for=name.clone()>{t!(self.texts, "quiz-your-answer")}</label>
                <p class="hint" id=hint.clone()>
                    {t!(self.texts, "quiz-essay-hint", criteria = criteria)}
                </p>
                <textarea id=name.clone() name=name rows="8" maxlength=LONG aria-describedby=hint>
                    {self.saved_at(0).to_owned()}
                </textarea>
            </div>
        }
        .into_any()
    }

    fn order(&self, items: Vec<String>) -> AnyView {
        let count = items.len();
        let row = |(place, item): (usize, String)| {
            let name = answers::part(self.position, place);
            let here = place.to_string();
            let step = self.saved.iter().position(|saved| *saved == here);
            let steps = (0..count)
                .map(|at| t!(self.texts, "quiz-step", n = at + 1))
                .enumerate();
            let options = steps.map(|(at, word)| (at + 1, word)).collect();
            self.row(name, item, step.map(|step| step + 1), options)
        };
        let rows = (0..).zip(items).map(row).collect_view();
        view! { <ol class="answer-rows" data-kind="order">{rows}</ol> }.into_any()
    }

    fn pairs(&self, pairs: &[Pair], permutation: &[usize], lang: &Lang) -> AnyView {
        let rights = permutation.iter().filter_map(|written| pairs.get(*written));
        let rights: Vec<String> = rights.map(|pair| plain_text(pair.right.get(lang))).collect();
        let row = |(at, pair): (usize, &Pair)| {
            let name = answers::part(self.position, at);
            let options = rights.iter().cloned().enumerate().collect();
            self.row(
                name,
                pair.left.get(lang).to_owned(),
                self.saved_at(at).parse().ok(),
                options,
            )
        };
        let rows = (0..).zip(pairs).map(row).collect_view();
        view! { <ul class="answer-rows" data-kind="match">{rows}</ul> }.into_any()
    }

    /// A row with a select of numbered choices.
    fn row(
        &self,
        name: String,
        label: String,
        chosen: Option<usize>,
        options: Vec<(usize, String)>,
    ) -> AnyView {
        let options = options.into_iter().map(|(value, word)| {
            view! { <option value=value selected=chosen == Some(value)>{word}</option> }
        });
        view! {
            <li class="answer-row">
                <label for=name.clone() inner_html=label></label>
                <select class="input" id=name.clone() name=name>
                    <option value="">{t!(self.texts, "quiz-pick")}</option>
                    {options.collect_view()}
                </select>
            </li>
        }
        .into_any()
    }

    /// The fields stand inside rendered HTML, so they are written as HTML too.
    fn cloze(&self, prompt: &str, gaps: &[Gap], lang: &Lang) -> AnyView {
        let field = |at: usize| {
            let name = answers::part(self.position, at);
            let label = escape(&t!(self.texts, "quiz-gap", n = at + 1));
            let saved = self.saved_at(at);
            match gaps.get(at) {
                Some(Gap::DropDown { options, .. }) => {
                    let option = |(value, text): (usize, &domain::lang::Text)| {
                        let selected = if saved == value.to_string() {
                            " selected"
                        } else {
                            ""
                        };
                        format!(
                            "<option value=\"{value}\"{selected}>{}</option>",
                            escape(text.get(lang))
                        )
                    };
                    let options: String = options.iter().enumerate().map(option).collect();
                    format!(
                        "<select class=\"input gap\" name=\"{name}\" aria-label=\"{label}\">\
                         <option value=\"\">{}</option>{options}</select>",
                        escape(&t!(self.texts, "quiz-pick"))
                    )
                }
                Some(Gap::Typed { .. }) => format!(
                    "<input class=\"input gap\" name=\"{name}\" aria-label=\"{label}\" value=\"{}\" \
                     maxlength=\"{SHORT}\" autocomplete=\"off\">",
                    escape(saved)
                ),
                None => String::new(),
            }
        };
        view! { <div class="cloze" inner_html=fill_gaps(prompt, field)></div> }.into_any()
    }
}
