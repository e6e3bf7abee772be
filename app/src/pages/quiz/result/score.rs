use domain::{
    evidence::Outcome,
    quiz::{Quiz, Visible},
};
use leptos::prelude::*;
use store::attempts::{Attempt, State};

use crate::{pages::quiz::points, t, texts::Texts};

/// The figure and how far it is from passing.
#[component]
pub(super) fn Score(quiz: Quiz, attempt: Attempt, may_see: Visible, texts: Texts) -> AnyView {
    let pass = quiz.pass.0;
    let (outcome, word) = match (attempt.state, attempt.outcome, attempt.score) {
        (State::Void, ..) => ("failed", t!(texts, "quiz-void")),
        (_, Some(Outcome::Passed), _) => ("passed", t!(texts, "quiz-passed")),
        (_, Some(Outcome::Failed), Some(score)) if may_see.score && score < pass => {
            let (_, missing) = points::score(score, pass);
            ("failed", t!(texts, "quiz-short-of", n = missing))
        }
        (_, Some(Outcome::Failed), _) => ("failed", t!(texts, "quiz-failed")),
        _ => ("pending", t!(texts, "quiz-pending")),
    };
    let figure = attempt.score.filter(|_| may_see.score).map(|score| {
        let (figure, _) = points::score(score, pass);
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
