use domain::{
    evidence::Outcome,
    quiz::{Quiz, Visible},
    score::Milli,
};
use leptos::prelude::*;
use store::attempts::{Attempt, State};

use crate::{t, texts::Texts};

/// The figure and how far it is from passing.
#[component]
pub(super) fn Score(quiz: Quiz, attempt: Attempt, may_see: Visible, texts: Texts) -> AnyView {
    let pass = quiz.pass.0;
    let (outcome, word) = match (attempt.state, attempt.outcome, attempt.score) {
        (State::Void, ..) => ("failed", t!(texts, "quiz-void")),
        (_, Some(Outcome::Passed), _) => ("passed", t!(texts, "quiz-passed")),
        (_, Some(Outcome::Failed), Some(score)) if may_see.score && score < pass => {
            let (missing, _) = shown(Milli(pass.0 - score.0), score, pass);
            ("failed", t!(texts, "quiz-short-of", n = missing))
        }
        (_, Some(Outcome::Failed), _) => ("failed", t!(texts, "quiz-failed")),
        _ => ("pending", t!(texts, "quiz-pending")),
    };
    let figure = attempt.score.filter(|_| may_see.score).map(|score| {
        let (_, figure) = shown(Milli(0), score, pass);
        view! {
            <span class="score-figure">
                {figure} <small>{t!(texts, "quiz-unit")}</small>
            </span>
        }
    });
    view! {
        <p class="score">
            {figure} <span class="score-word" data-outcome=outcome>
                {word}
            </span>
        </p>
    }
    .into_any()
}

/// The difference and the score as shown: whole numbers, unless rounding would hide on which side of the pass mark it is.
fn shown(missing: Milli, score: Milli, pass: Milli) -> (String, String) {
    if score < pass && score.rounded() * 1000 >= pass.0 || pass.0 % 1000 != 0 {
        return (missing.to_string(), score.to_string());
    }
    (
        Milli(missing.0)
            .rounded()
            .max(pass.rounded() - score.rounded())
            .to_string(),
        score.rounded().to_string(),
    )
}
