use leptos::prelude::*;

use super::sheet::counts;
use crate::{t, texts::Texts};

/// Where somebody is whose questions come one after the other: what is answered, what was left open, what is to come. No
/// links, for there is no way to any of them.
#[component]
pub(super) fn Progress(
    /// For each question, whether it is answered.
    answered: Vec<bool>,
    /// The place of the current one.
    reached: usize,
    texts: Texts,
) -> AnyView {
    let state = |position: usize, answered: bool| match (answered, position > reached) {
        (_, true) => "ahead",
        (true, false) => "answered",
        (false, false) => "open",
    };
    let states: Vec<_> = (0..)
        .zip(answered)
        .map(|(at, answered)| state(at, answered))
        .collect();
    let count = |wanted: &str| states.iter().filter(|state| **state == wanted).count();
    let (done, open, ahead) = (count("answered"), count("open"), count("ahead"));
    let places = states.iter().enumerate().map(|(position, state)| {
        let word = match *state {
            "answered" => t!(texts, "quiz-is-answered"),
            "open" => t!(texts, "quiz-is-open"),
            _ => t!(texts, "quiz-is-ahead"),
        };
        let current = (position == reached).then_some("step");
        view! {
            <li>
                <div class="answer-place" data-state=*state aria-current=current>
                    {position + 1}
                    <span class="visually-hidden">{word}</span>
                </div>
            </li>
        }
    });
    view! {
        <aside
            class="answer-panel"
            id="answer-sheet"
            aria-labelledby="answer-sheet-title"
            data-answered=t!(texts, "quiz-is-answered")
            data-open=t!(texts, "quiz-is-open")
        >
            <h2 id="answer-sheet-title">{t!(texts, "quiz-sheet")}</h2>
            <ol class="answer-sheet">{places.collect_view()}</ol>
            <ul class="legend">
                {counts(texts, done, open)}
                <li>
                    <span class="legend-box" data-state="ahead"></span>
                    {t!(texts, "quiz-sheet-ahead")}
                    <span>{ahead}</span>
                </li>
            </ul>
            // What scripts press when the time is over.
            <button name="then" value="submit" hidden>
                {t!(texts, "quiz-submit")}
            </button>
        </aside>
    }
    .into_any()
}
