//! What practice allows besides answering: taking the last answer back, stopping the time.

use domain::scenario::{Exit, play::Play};
use leptos::prelude::*;

use super::foot::{Step, hidden};
use crate::{
    actions::AnswerPlay,
    forms::{Form, action},
    islands::PLAY_ANSWER,
    play::Opened,
    refusal::Refusal,
    t,
    visitor::Visitor,
};

/// The buttons beside the head; none while the time stands still.
///
/// # Errors
/// When the play's release lacks its scenario.
pub(super) fn tools(visitor: &Visitor, opened: &Opened, play: &Play) -> Result<AnyView, Refusal> {
    let texts = visitor.texts;
    if play.paused.is_some() {
        return Ok(().into_any());
    }
    // Pausing in the middle of a reply takes along what is written so far.
    let node = opened.scenario()?.nodes.get(play.node);
    let written = node
        .is_some_and(|node| matches!(node.exit, Exit::Reply(_)))
        .then_some(PLAY_ANSWER);
    let fields = hidden(&Step::of(opened, false));
    let back = play.can_take_back().then(|| {
        view! {
            <button class="button quiet small" name="way" value="back">{t!(texts, "play-take-back")}</button>
        }
    });
    Ok(view! {
        <Form action={action::<AnswerPlay>()} class="actions">
            {fields}
            {back}
            <button
                class="button quiet small"
                name="way"
                value="pause"
                form=written
                formnovalidate=written.is_some()
            >
                {t!(texts, "play-pause")}
            </button>
        </Form>
    }
    .into_any())
}

/// The foot while the time stands still: to go on is all there is to do. What is written so far is taken along.
pub(super) fn paused(visitor: &Visitor, step: &Step) -> AnyView {
    let (texts, fields) = (visitor.texts, hidden(step));
    let typed = ["reply", "subject"].into_iter().filter_map(|name| {
        let words = visitor.typed("answer-play", name)?.to_owned();
        Some(view! { <input type="hidden" name=name value=words /> })
    });
    let typed = typed.collect_view();
    view! {
        <Form action={action::<AnswerPlay>()} class=step.foot.unwrap_or_default()>
            {fields}
            {typed}
            <p>{t!(texts, "play-paused")}</p>
            <div class="actions">
                <button class="button" name="way" value="resume">{t!(texts, "play-resume")}</button>
            </div>
        </Form>
    }
    .into_any()
}
