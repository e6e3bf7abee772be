//! What practice allows besides answering: taking the last answer back, stopping the time.

use domain::scenario::play::Play;
use leptos::prelude::*;

use super::foot::{Step, hidden};
use crate::{
    actions::AnswerPlay,
    forms::{Form, action},
    play::Opened,
    t,
    texts::Texts,
    visitor::Visitor,
};

/// The buttons beside the head; none while the time stands still.
pub(super) fn tools(visitor: &Visitor, opened: &Opened, play: &Play) -> AnyView {
    let texts = visitor.texts;
    if play.paused.is_some() {
        return ().into_any();
    }
    let fields = hidden(&Step::of(opened, false));
    let back = play.can_take_back().then(|| {
        view! {
            <button class="button quiet small" name="way" value="back">{t!(texts, "play-take-back")}</button>
        }
    });
    view! {
        <Form action={action::<AnswerPlay>()} class="actions">
            {fields}
            {back}
            <button class="button quiet small" name="way" value="pause">{t!(texts, "play-pause")}</button>
        </Form>
    }
    .into_any()
}

/// The foot while the time stands still: to go on is all there is to do.
pub(super) fn paused(texts: Texts, step: &Step) -> AnyView {
    let fields = hidden(step);
    view! {
        <Form action={action::<AnswerPlay>()} class=step.foot.unwrap_or_default()>
            {fields}
            <p>{t!(texts, "play-paused")}</p>
            <div class="actions">
                <button class="button" name="way" value="resume">{t!(texts, "play-resume")}</button>
            </div>
        </Form>
    }
    .into_any()
}
