//! Disputing a result: the form, and what became of it.

use domain::evidence::Outcome;
use leptos::prelude::*;
use store::{
    plays::{Mode, Play, PlayState},
    ratings::{Dispute, Rating},
};

use crate::{
    actions::DisputePlay,
    forms::{WithReason, action},
    t,
    texts::Texts,
    visitor::Visitor,
};

/// Under the result of an assessed play: the way to dispute what people rated, once, or how far that is.
pub(super) fn dispute(visitor: &Visitor, play: &Play, said: &[Rating], dispute: Option<&Dispute>) -> AnyView {
    let texts = visitor.texts;
    let is_final = play.state == PlayState::Final && play.mode == Mode::Assessed;
    match dispute {
        Some(dispute) => told(visitor, play, dispute),
        None if is_final && !said.is_empty() => view! {
            <WithReason
                visitor=visitor.clone()
                action={action::<DisputePlay>()}
                about=vec![("play", play.id.clone())]
                question=t!(texts, "play-dispute")
                lead=t!(texts, "play-dispute-lead")
                button=t!(texts, "play-dispute-send")
            />
        }
        .into_any(),
        None => ().into_any(),
    }
}

fn told(visitor: &Visitor, play: &Play, dispute: &Dispute) -> AnyView {
    let texts = visitor.texts;
    let when = visitor.site.calendar.date_time(dispute.at);
    let (kind, title) = match play.state {
        PlayState::Final => ("ok", changed(texts, play, dispute)),
        _ => ("warn", t!(texts, "play-disputed-waits")),
    };
    let words = dispute
        .words
        .lines()
        .map(|line| view! { <p>{line.to_owned()}</p> })
        .collect_view();
    view! {
        <div class="notice" data-kind=kind>
            <p class="notice-title">{title}</p>
            <p class="muted">{t!(texts, "play-disputed-at", when = when)}</p>
            {words}
        </div>
    }
    .into_any()
}

/// What looking at it again has changed.
fn changed(texts: Texts, play: &Play, dispute: &Dispute) -> String {
    let word = |outcome: Option<Outcome>| match outcome {
        Some(Outcome::Passed) => t!(texts, "play-passed"),
        _ => t!(texts, "play-not-yet"),
    };
    if (play.score, play.outcome) == (dispute.score, Some(dispute.outcome)) {
        return t!(texts, "play-disputed-same");
    }
    t!(
        texts,
        "play-disputed-changed",
        was = dispute.score.unwrap_or_default().shown(),
        now = play.score.unwrap_or_default().shown(),
        before = word(Some(dispute.outcome)),
        after = word(play.outcome)
    )
}
