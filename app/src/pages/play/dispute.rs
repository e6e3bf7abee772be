//! Disputing a result: the form, and what became of it.

use domain::evidence::Outcome;
use leptos::prelude::*;
use store::{
    plays::{Mode, Play, PlayState},
    ratings::{self, Anew, Dispute, Rating},
};

use crate::{
    actions::{DisputePlay, WithdrawDispute},
    forms::{Form, WithReason, action},
    refusal::Refusal,
    t,
    texts::Texts,
    visitor::Visitor,
};

/// Under the result of an assessed play: the way to dispute what people rated, once, or how far that is.
pub(super) async fn dispute(visitor: &Visitor, play: &Play, said: &[Rating]) -> Result<AnyView, Refusal> {
    if play.mode == Mode::Practice {
        return Ok(().into_any());
    }
    let store = &visitor.site.store;
    if let Some(dispute) = ratings::of_dispute(store, &play.id).await? {
        return Ok(told(visitor, play, &dispute));
    }
    if play.state != PlayState::Final || said.is_empty() {
        return Ok(().into_any());
    }
    let texts = visitor.texts;
    // What follows from it is said before, not afterwards.
    let lead = match ratings::anew(store, &play.id).await? {
        Anew::Somebody => t!(texts, "play-dispute-lead"),
        Anew::Nobody => t!(texts, "play-dispute-nobody"),
        Anew::Nothing => {
            let text = t!(texts, "play-dispute-nothing");
            return Ok(view! { <p class="muted">{text}</p> }.into_any());
        }
    };
    Ok(view! {
        <WithReason
            visitor=visitor.clone()
            action={action::<DisputePlay>()}
            about=vec![("play", play.id.clone())]
            question=t!(texts, "play-dispute")
            lead
            button=t!(texts, "play-dispute-send")
        />
    }
    .into_any())
}

fn told(visitor: &Visitor, play: &Play, dispute: &Dispute) -> AnyView {
    let texts = visitor.texts;
    let when = |at| visitor.site.calendar.date_time(at);
    let (kind, title) = match (dispute.withdrawn, play.state) {
        (Some(at), _) => ("info", t!(texts, "play-withdrawn-at", when = when(at))),
        (None, PlayState::Final) => ("ok", changed(texts, play, dispute)),
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
            <p class="muted">{t!(texts, "play-disputed-at", when = when(dispute.at))}</p>
            {words}
            {withdraw(texts, play, dispute)}
        </div>
    }
    .into_any()
}

/// The way back, as long as nobody has looked.
fn withdraw(texts: Texts, play: &Play, dispute: &Dispute) -> AnyView {
    let waits = play.state == PlayState::Pending && dispute.withdrawn.is_none();
    if !waits || dispute.looked_at {
        return ().into_any();
    }
    let play = play.id.clone();
    view! {
        <Form action={action::<WithdrawDispute>()} class="form">
            <input type="hidden" name="play" value=play />
            <p class="muted">{t!(texts, "play-withdraw-lead")}</p>
            <div class="actions"><button class="button quiet">{t!(texts, "play-withdraw")}</button></div>
        </Form>
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
