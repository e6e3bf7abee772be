use leptos::prelude::*;

use crate::{t, texts::Texts};

/// The ways on from a question.
#[derive(Clone, Copy, Debug)]
pub(in crate::pages::quiz) enum Foot {
    /// To any other, and back to it.
    Free {
        /// Whether the learner marked it to come back to.
        later: bool,
    },
    /// To the next one, for good.
    Sequence {
        /// Whether the page asks because it is still open.
        asks: bool,
    },
}

impl Foot {
    /// The foot of the question at this place, of so many.
    pub(super) fn view(self, position: usize, count: usize, texts: Texts) -> AnyView {
        match self {
            Self::Free { later } => free(position, count, later, texts),
            Self::Sequence { asks } => onwards(position, count, asks, texts),
        }
    }
}

/// The mark to come back to the question, and the ways to its neighbours where one question is shown at a time.
fn free(position: usize, count: usize, later: bool, texts: Texts) -> AnyView {
    let back = (position > 0).then(|| {
        view! { <a class="button quiet" href=format!("#question-{position}")>{t!(texts, "quiz-back")}</a> }
    });
    let (to, word) = if position + 1 < count {
        (format!("#question-{}", position + 2), t!(texts, "quiz-next"))
    } else {
        ("#answer-sheet".to_owned(), t!(texts, "quiz-sheet"))
    };
    view! {
        <div class="question-foot">
            <label class="question-later">
                <input class="box" type="checkbox" name="later" value=position checked=later autocomplete="off" />
                <span>{t!(texts, "quiz-later")}</span>
            </label>
            <div class="actions">{back} <a class="button" href=to>{word}</a></div>
        </div>
    }
    .into_any()
}

/// The one button that goes on, or hands in behind the last question. It says which question it leaves, so that pressed
/// twice it skips none.
fn onwards(position: usize, count: usize, asks: bool, texts: Texts) -> AnyView {
    let is_last = position + 1 == count;
    let word = match (is_last, asks) {
        (false, false) => t!(texts, "quiz-next"),
        (false, true) => t!(texts, "quiz-next-anyway"),
        (true, false) => t!(texts, "quiz-submit"),
        (true, true) => t!(texts, "quiz-submit-anyway"),
    };
    let step = if asks { "skip" } else { "next" };
    let note = if is_last {
        t!(texts, "quiz-submit-hint")
    } else {
        t!(texts, "quiz-no-way-back")
    };
    // Once the page asks, it has said so.
    let note = (!asks).then(|| view! { <span class="foot-note">{note}</span> });
    view! {
        <div class="question-foot question-on">
            {note}
            <button class="button" name="then" value=format!("{step}-{position}")>
                {word}
            </button>
        </div>
    }
    .into_any()
}
