use leptos::prelude::*;

use crate::{t, texts::Texts};

/// The answer sheet: where each question stands, and handing in.
#[component]
pub(super) fn Sheet(
    /// For each question, whether it is answered.
    answered: Vec<bool>,
    /// The places of the questions marked to come back to.
    later: Vec<usize>,
    /// How many questions were open when the attempt was to be handed in, so that the person is asked; else none.
    gaps: Option<usize>,
    texts: Texts,
) -> AnyView {
    let done = answered.iter().filter(|answered| **answered).count();
    let open = answered.len() - done;
    let marked = later.len();
    let places = answered.into_iter().enumerate().map(|(position, answered)| {
        let (number, is_later) = (position + 1, later.contains(&position));
        let (state, word) = if answered {
            ("answered", t!(texts, "quiz-is-answered"))
        } else {
            ("open", t!(texts, "quiz-is-open"))
        };
        let word = if is_later {
            word + &t!(texts, "quiz-is-later")
        } else {
            word
        };
        view! {
            <li>
                <a href=format!("#question-{number}") data-state=state data-marked=is_later.then_some("")>
                    {number}
                    <span class="visually-hidden">{word}</span>
                </a>
            </li>
        }
    });
    let title = t!(texts, "quiz-sheet");
    let place = title.clone();
    view! {
        <aside
            class="answer-panel"
            id="answer-sheet"
            aria-labelledby="answer-sheet-title"
            data-place=place
            data-answered=t!(texts, "quiz-is-answered")
            data-open=t!(texts, "quiz-is-open")
            data-later=t!(texts, "quiz-is-later")
        >
            <h2 id="answer-sheet-title" tabindex="-1">{title}</h2>
            <ol class="answer-sheet">{places.collect_view()}</ol>
            <ul class="legend">
                {counts(texts, done, open)}
                <li>
                    <span class="legend-box" data-marked=""></span>
                    {t!(texts, "quiz-sheet-later")}
                    <span id="count-later">{marked}</span>
                </li>
            </ul>
            <Buttons gaps texts />
        </aside>
    }
    .into_any()
}

/// Handing in: at once when nothing is open, else after a second word.
#[component]
fn Buttons(gaps: Option<usize>, texts: Texts) -> AnyView {
    let Some(gaps) = gaps else {
        return view! {
            <p class="muted">{t!(texts, "quiz-submit-hint")}</p>
            <button class="button block" name="then" value="check">
                {t!(texts, "quiz-submit")}
            </button>
            <button name="then" value="submit" hidden>
                {t!(texts, "quiz-submit")}
            </button>
        }
        .into_any();
    };
    view! {
        <div class="notice" data-kind="warn" role="alert">
            <p>{t!(texts, "quiz-gaps", n = gaps)}</p>
        </div>
        <button class="button block" name="then" value="submit">
            {t!(texts, "quiz-submit-anyway")}
        </button>
    }
    .into_any()
}

/// How many questions are answered and how many are open, in the legend.
pub(super) fn counts(texts: Texts, done: usize, open: usize) -> AnyView {
    view! {
        <li>
            <span class="legend-box" data-state="answered"></span>
            {t!(texts, "quiz-sheet-answered")}
            <span id="count-answered">{done}</span>
        </li>
        <li>
            <span class="legend-box"></span>
            {t!(texts, "quiz-sheet-open")}
            <span id="count-open">{open}</span>
        </li>
    }
    .into_any()
}
