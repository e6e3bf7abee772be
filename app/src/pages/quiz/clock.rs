use domain::time::Moment;
use leptos::prelude::*;
use store::attempts::Attempt;

use super::attempt::seconds_left;
use crate::{t, texts::Texts, visitor::Visitor};

/// The time left, and until when; nothing without a deadline.
pub(super) fn clock(deadline: Option<Moment>, visitor: &Visitor) -> AnyView {
    let texts = visitor.texts;
    let Some(deadline) = deadline else {
        return ().into_any();
    };
    let left = seconds_left(deadline, visitor.now);
    let (minutes, seconds) = (left / 60, left % 60);
    view! {
        <p class="timer" id="time-left" data-left=left data-low=left < 60>
            {t!(texts, "quiz-time-left")}
            <time datetime=format!("PT{minutes}M{seconds}S")>{format!("{minutes}:{seconds:02}")}</time>
        </p>
        <p class="muted quiz-until">
            {t!(texts, "quiz-until", until = visitor.site.calendar.date_time(deadline))}
        </p>
    }
    .into_any()
}

/// What scripts tell at half time, five minutes and one minute, to those who do not watch the clock: the words that are
/// still to come, the first to be told first, and the line they are told in.
pub(super) fn announcements(attempt: &Attempt, visitor: &Visitor) -> AnyView {
    let texts = visitor.texts;
    let Some(deadline) = attempt.deadline else {
        return ().into_any();
    };
    let left = seconds_left(deadline, visitor.now);
    let words = moments(attempt, deadline)
        .into_iter()
        .filter(|at| *at < left)
        .map(|at| view! { <span data-at=at>{left_words(at, texts)}</span> });
    view! {
        <p class="visually-hidden" id="time-told" role="status"></p>
        <div id="time-words" hidden>
            {words.collect_view()}
        </div>
    }
    .into_any()
}

/// Seconds before the end at which something is told, the earliest moment first.
fn moments(attempt: &Attempt, deadline: Moment) -> Vec<u32> {
    let half = u32::try_from(deadline.seconds_since(attempt.started) / 2).unwrap_or(0);
    let mut moments = vec![half, 300, 60];
    moments.sort_unstable_by(|one, other| other.cmp(one));
    moments.dedup();
    moments
}

fn left_words(seconds: u32, texts: Texts) -> String {
    if seconds.is_multiple_of(60) {
        t!(texts, "quiz-told-minutes", n = seconds / 60)
    } else {
        t!(texts, "quiz-told", minutes = seconds / 60, seconds = seconds % 60)
    }
}
