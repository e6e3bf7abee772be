//! The forms for what is typed: a reply, or a letter with its subject.

use leptos::prelude::*;
use store::plays::Did;

use super::foot::{Step, hidden};
use crate::{
    actions::AnswerPlay,
    forms::{Form, action},
    islands::PLAY_ANSWER,
    play::{Opened, answering, split},
    refusal::Refusal,
    t,
    texts::Texts,
    visitor::Visitor,
};

/// A reply, as it is said.
pub(super) fn reply(visitor: &Visitor, max: u32, step: &Step) -> AnyView {
    let texts = visitor.texts;
    let most = t!(texts, "play-most", n = max);
    form(
        visitor,
        step,
        "bubbles",
        ().into_any(),
        t!(texts, "play-your-answer"),
        (max, most),
    )
}

/// A letter: its subject answers the last one, and can be written anew.
pub(super) fn letter(visitor: &Visitor, opened: &Opened, max: u32, step: &Step) -> Result<AnyView, Refusal> {
    let texts = visitor.texts;
    let typed = visitor.typed("answer-play", "subject").map(str::to_owned);
    let subject = match typed {
        Some(typed) => typed,
        None => answering(texts, &last_subject(visitor, opened)?),
    };
    let error = visitor.error("answer-play", "subject").map(str::to_owned);
    let invalid = error.is_some().then_some("true");
    let error = error.map(|error| view! { <p class="error" id="subject-error">{error}</p> });
    let subject = view! {
        <label for="subject">{t!(texts, "play-subject")}</label>
        <input
            class="input"
            id="subject"
            name="subject"
            required=true
            maxlength=max.to_string()
            autocomplete="off"
            value=subject
            aria-invalid=invalid
            aria-describedby="subject-error"
        />
        {error}
    };
    let most = t!(texts, "play-most-letter", n = max);
    let body = t!(texts, "play-body");
    Ok(form(
        visitor,
        step,
        "letters",
        subject.into_any(),
        body,
        (max, most),
    ))
}

/// The subject of the last letter that was written, else the scenario's title.
fn last_subject(visitor: &Visitor, opened: &Opened) -> Result<String, Refusal> {
    let written = opened
        .record
        .events
        .iter()
        .rev()
        .find_map(|event| match &event.did {
            Did::Replied(text) => split(text).0.map(str::to_owned),
            _ => None,
        });
    let title = opened.scenario()?.head.title.get(&visitor.lang());
    Ok(written.unwrap_or_else(|| title.to_owned()))
}

fn form(
    visitor: &Visitor,
    step: &Step,
    look: &'static str,
    above: AnyView,
    label: String,
    (max, most): (u32, String),
) -> AnyView {
    let texts = visitor.texts;
    let kept = visitor
        .typed("answer-play", "reply")
        .unwrap_or_default()
        .to_owned();
    let error = visitor.error("answer-play", "reply").map(str::to_owned);
    let (class, step) = (step.reply, hidden(step));
    let invalid = error.is_some().then_some("true");
    let error = error.map(|error| view! { <p class="error" id="reply-error">{error}</p> });
    view! {
        <Form action={action::<AnswerPlay>()} class=class id=PLAY_ANSWER>
            {step}
            {above}
            <label for="reply">{label}</label>
            <textarea
                id="reply"
                name="reply"
                rows=rows(look)
                required=true
                maxlength=max.to_string()
                data-look=look
                aria-invalid=invalid
                aria-describedby="reply-hint reply-error"
            >
                {kept}
            </textarea>
            {error}
            <div class="actions">
                <span class="foot-note" id="reply-hint">{most}</span>
                <button class="button">{send(texts)}</button>
            </div>
        </Form>
    }
    .into_any()
}

fn rows(look: &str) -> &'static str {
    if look == "letters" { "9" } else { "3" }
}

fn send(texts: Texts) -> String {
    t!(texts, "play-send")
}
