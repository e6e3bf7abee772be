use domain::{
    quiz::{Kind, Question},
    score::Milli,
};
use leptos::prelude::*;

use crate::{pages::quiz::html::escape, t, texts::Texts};

/// The head of a question: what it asks, how, and for how many points.
#[component]
pub(in crate::pages::quiz) fn Prompt(
    question: Question,
    /// What it can earn, as its quiz is reckoned.
    most: Milli,
    /// Its place in the attempt, from 0.
    position: usize,
    texts: Texts,
) -> AnyView {
    let kind = kind_word(&question.kind, texts);
    // The prompt of a cloze is where it is answered.
    let prompt = match &question.kind {
        Kind::Cloze { .. } => escape(&t!(texts, "quiz-fill-in")),
        _ => question.prompt.get(&texts.lang()).to_owned(),
    };
    view! {
        <legend class="question-text" tabindex="-1">
            <div inner_html=prompt></div>
            <span class="question-facts">
                <span>{t!(texts, "quiz-question-number", n = position + 1)}</span>
                <span>{kind}</span>
                <span>{t!(texts, "quiz-points", n = points(most))}</span>
            </span>
        </legend>
    }
    .into_any()
}

/// Points for a text that counts them, as they are shown.
#[expect(
    clippy::cast_precision_loss,
    reason = "only shown, and no question is worth 2^52 tenths"
)]
fn points(points: Milli) -> f64 {
    points.tenths() as f64 / 10.0
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
