use domain::quiz::Visible;
use leptos::prelude::*;
use store::{
    attempts::{Attempt, State},
    ratings::Rating,
};

use crate::{t, texts::Texts};

/// What raters said about the essays, without who they are: once the result is there, and as feedback may be seen.
pub(super) fn said(attempt: &Attempt, ratings: &[Rating], may_see: Visible, texts: Texts) -> AnyView {
    let shown = attempt.state == State::Graded && may_see.feedback;
    let notes: Vec<_> = ratings
        .iter()
        .filter(|rating| shown && !(rating.given.note.is_empty() && rating.given.quote.is_empty()))
        .map(|rating| note(rating, texts))
        .collect();
    if notes.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="card" aria-labelledby="said">
            <h2 class="card-title" id="said">{t!(texts, "essay-said")}</h2>
            {notes}
        </section>
    }
    .into_any()
}

fn note(rating: &Rating, texts: Texts) -> AnyView {
    let number = t!(texts, "quiz-question-number", n = rating.part + 1);
    let lines = |text: &str| {
        text.lines()
            .map(|line| view! { <p>{line.to_owned()}</p> })
            .collect_view()
    };
    let quote = Some(&rating.given.quote).filter(|quote| !quote.is_empty());
    let quote = quote.map(|quote| view! { <blockquote class="feedback">{lines(quote)}</blockquote> });
    view! {
        <div>
            <p class="muted">{number}</p>
            {quote}
            {lines(&rating.given.note)}
        </div>
    }
    .into_any()
}
