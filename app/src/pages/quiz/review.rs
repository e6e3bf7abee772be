use domain::{
    lang::Lang,
    quiz::{Accepted, ChoiceOption, Gap, Kind, Question, Quiz, Share, Visible, fill_gaps},
};
use leptos::prelude::*;
use store::attempts::{Asked, Attempt};

use super::{
    ask::{Prompt, letter},
    html::escape,
};
use crate::{t, texts::Texts};

/// The questions of an attempt that was handed in, with what may be seen of each and nothing else.
#[component]
pub(super) fn Review(quiz: Quiz, attempt: Attempt, may_see: Visible, texts: Texts) -> AnyView {
    let questions = attempt.questions.into_iter().enumerate();
    let questions = questions.filter_map(|(position, asked)| {
        let question = quiz.question(&asked.question)?.clone();
        Some(view! { <Answered question asked position may_see texts /> })
    });
    view! {
        <section class="section">
            <h2>{t!(texts, "quiz-review")}</h2>
            {questions.collect_view()}
        </section>
    }
    .into_any()
}

#[component]
fn Answered(question: Question, asked: Asked, position: usize, may_see: Visible, texts: Texts) -> AnyView {
    let lang = texts.lang();
    let mark = may_see.marks.then(|| mark_words(&asked, texts));
    let explanation = question.explanation.as_ref().filter(|_| may_see.feedback);
    let explanation = explanation.map(|text| text.get(&lang).to_owned());
    let body = match &question.kind {
        Kind::Choice {
            options, multiple, ..
        } => options_of(options, *multiple, &asked, may_see, texts),
        Kind::Cloze { gaps } => cloze(&question, gaps, &asked, may_see, texts),
        _ => {
            let own = may_see.own.then(|| own(&question, &asked, texts));
            let right = may_see
                .answers
                .then(|| right(&question, texts))
                .filter(|right| !right.is_empty());
            lines(own, right, texts)
        }
    };
    view! {
        <fieldset class="question">
            <Prompt question=question.clone() position texts />
            {body}
            {mark.map(|mark| view! { <p class="muted">{mark}</p> })}
            {explanation.map(|html| view! { <div class="feedback" inner_html=html></div> })}
        </fieldset>
    }
    .into_any()
}

/// "Right · 2 of 2 points".
fn mark_words(asked: &Asked, texts: Texts) -> String {
    let Some(mark) = asked.mark else {
        return t!(texts, "quiz-mark-pending");
    };
    let word = if mark == Share::ALL {
        t!(texts, "quiz-mark-right")
    } else if mark == Share::NONE {
        t!(texts, "quiz-mark-wrong")
    } else {
        t!(texts, "quiz-mark-partly")
    };
    let earned = asked.points.fraction(mark.milli().0, 1000).to_string();
    t!(
        texts,
        "quiz-mark",
        word = word,
        earned = earned,
        most = asked.points.to_string()
    )
}

fn picked(asked: &Asked, written: usize) -> bool {
    let written = written.to_string();
    asked.answer.iter().flatten().any(|answer| *answer == written)
}

fn options_of(
    options: &[ChoiceOption],
    multiple: bool,
    asked: &Asked,
    may_see: Visible,
    texts: Texts,
) -> AnyView {
    let lang = texts.lang();
    let kind = if multiple { "checkbox" } else { "radio" };
    let shown = asked.permutation.iter().enumerate();
    let options = shown.filter_map(|(place, written)| Some((place, *written, options.get(*written)?)));
    let option = |(place, written, option): (usize, usize, &ChoiceOption)| {
        let picked = picked(asked, written);
        let own = picked && may_see.own;
        // Of several picks each one's mark says more than the question's.
        let judged = own && (may_see.answers || may_see.marks && !multiple);
        let (mark, word) = if judged && option.right {
            (Some("right"), Some(t!(texts, "quiz-own-right")))
        } else if judged {
            (Some("wrong"), Some(t!(texts, "quiz-own-wrong")))
        } else if may_see.answers && option.right {
            (Some("right"), Some(t!(texts, "quiz-right-answer")))
        } else {
            (None, own.then(|| t!(texts, "quiz-own")))
        };
        let feedback = option.feedback.as_ref().filter(|_| picked && may_see.feedback);
        let feedback = feedback.map(|text| text.get(&lang).to_owned());
        view! {
            <label class="option" data-mark=mark>
                <input type=kind checked=own disabled />
                <span class="option-letter" aria-hidden="true">{letter(place)}</span>
                <span class="option-text" inner_html=option.text.get(&lang).to_owned()></span>
                {word.map(|word| view! { <span class="option-mark">{word}</span> })}
                {feedback.map(|html| view! { <span class="feedback" inner_html=html></span> })}
            </label>
        }
    };
    view! { <div class="options">{options.map(option).collect_view()}</div> }.into_any()
}

/// One's own answer and the right one, each as lines of HTML.
fn lines(own: Option<Vec<String>>, right: Option<Vec<String>>, texts: Texts) -> AnyView {
    let list = |lines: Vec<String>| {
        lines
            .into_iter()
            .map(|line| view! { <dd inner_html=line></dd> })
            .collect_view()
    };
    view! {
        <dl class="particulars">
            {own
                .map(|own| {
                    view! {
                        <dt>{t!(texts, "quiz-your-answer")}</dt>
                        {list(own)}
                    }
                })}
            {right
                .map(|right| {
                    view! {
                        <dt>{t!(texts, "quiz-right-answer")}</dt>
                        {list(right)}
                    }
                })}
        </dl>
    }
    .into_any()
}

/// One's own answer to a question that is neither a choice nor a cloze.
fn own(question: &Question, asked: &Asked, texts: Texts) -> Vec<String> {
    let lang = texts.lang();
    let answer = asked.answer.as_deref().unwrap_or_default();
    let at = |text: &String| text.parse::<usize>().ok();
    let lines: Vec<String> = match &question.kind {
        Kind::Order { items } => (1..)
            .zip(answer)
            .filter_map(|(step, text)| Some(format!("{step}. {}", items.get(at(text)?)?.get(&lang))))
            .collect(),
        Kind::Match { pairs, .. } => pairs
            .iter()
            .zip(answer)
            .filter_map(|(pair, text)| {
                let put = pairs.get(at(text)?)?;
                Some(format!("{} → {}", pair.left.get(&lang), put.right.get(&lang)))
            })
            .collect(),
        _ => answer
            .iter()
            .filter(|text| !text.is_empty())
            .map(|text| escape(text))
            .collect(),
    };
    if lines.is_empty() {
        vec![escape(&t!(texts, "quiz-no-answer"))]
    } else {
        lines
    }
}

/// The right answer to a question that is neither a choice nor a cloze; none for an essay.
fn right(question: &Question, texts: Texts) -> Vec<String> {
    let lang = texts.lang();
    match &question.kind {
        Kind::Short { accepted, .. } => vec![escape(&wordings(accepted, &lang))],
        Kind::Number { value, unit, .. } => {
            let unit = unit
                .as_ref()
                .map(|unit| format!(" {}", unit.get(&lang)))
                .unwrap_or_default();
            vec![escape(&format!("{value}{unit}"))]
        }
        Kind::Order { items } => (1..)
            .zip(items)
            .map(|(step, item)| format!("{step}. {}", item.get(&lang)))
            .collect(),
        Kind::Match { pairs, .. } => pairs
            .iter()
            .map(|pair| format!("{} → {}", pair.left.get(&lang), pair.right.get(&lang)))
            .collect(),
        Kind::Choice { .. } | Kind::Cloze { .. } | Kind::Essay { .. } => Vec::new(),
    }
}

/// The accepted wordings in the reader's language, or in all when it has none.
fn wordings(accepted: &[Accepted], lang: &Lang) -> String {
    let own: Vec<&str> = accepted
        .iter()
        .filter(|accepted| accepted.lang == *lang)
        .map(|accepted| accepted.text.as_str())
        .collect();
    if own.is_empty() {
        let all: Vec<&str> = accepted.iter().map(|accepted| accepted.text.as_str()).collect();
        return all.join(" / ");
    }
    own.join(" / ")
}

/// The text with what was filled in, and with what is right behind it.
fn cloze(question: &Question, gaps: &[Gap], asked: &Asked, may_see: Visible, texts: Texts) -> AnyView {
    let lang = texts.lang();
    let answer = asked.answer.as_deref().unwrap_or_default();
    let field = |at: usize| {
        let given = answer.get(at).map_or("", String::as_str);
        let (given, right) = match gaps.get(at) {
            Some(Gap::DropDown { options, right }) => {
                let text = |at: usize| options.get(at).map_or("", |option| option.get(&lang));
                (given.parse().map_or("", text), text(*right).to_owned())
            }
            Some(Gap::Typed { accepted }) => (given, wordings(accepted, &lang)),
            None => return String::new(),
        };
        let own = match (may_see.own, given) {
            (true, given) if !given.is_empty() => format!("<u>{}</u>", escape(given)),
            _ => "____".to_owned(),
        };
        if may_see.answers {
            let word = escape(&t!(texts, "quiz-right-answer"));
            return format!(
                "{own} <small>({word}: <strong>{}</strong>)</small>",
                escape(&right)
            );
        }
        own
    };
    let html = fill_gaps(question.prompt.get(&lang), field);
    view! { <div class="cloze" inner_html=html></div> }.into_any()
}
