//! Keys in the form with the answers: 1 to 9 choose, Ctrl+Enter sends what was typed.

use leptos::{
    prelude::window,
    wasm_bindgen::{JsCast as _, JsValue},
};
use web_sys::{
    Element, Event, HtmlElement, KeyboardEvent,
    js_sys::{Function, Object, Reflect},
};

use super::{PLAY_ANSWER, PLAY_CHOICES, link};
use crate::islands::browser::{by_id, target};

/// The code of a key that an input method takes for itself; some browsers tell it so, and not as composing.
const COMPOSED: u32 = 229;

/// Puts the focus on the choices when the page came of an answer: whoever plays by keys goes on by keys.
pub(super) fn begin() {
    let came_of_answer = window().location().search().is_ok_and(|query| !query.is_empty());
    let choices = by_id(PLAY_CHOICES).filter(|_| came_of_answer);
    if let Some(choices) = choices {
        let _focused = focus_quietly(&choices);
    }
}

/// Puts the focus somewhere without scrolling there: what was just said is to be read.
fn focus_quietly(element: &Element) -> Result<JsValue, JsValue> {
    let options = Object::new();
    // Not among the bindings.
    Reflect::set(&options, &"preventScroll".into(), &JsValue::TRUE)?;
    let focus: Function = Reflect::get(element, &"focus".into())?.dyn_into()?;
    focus.call1(element, &options)
}

/// What a key does in the form with the answers.
pub(super) fn press(event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let Some((form, field)) = by_id(PLAY_ANSWER).zip(target(event)) else {
        return;
    };
    // While an input method composes, its keys are its own. A key that is held down has answered once: the next step is
    // another question.
    let is_composing = event.is_composing() || event.key_code() == COMPOSED;
    if !form.contains(Some(&field)) || is_composing || event.repeat() || event.alt_key() {
        return;
    }
    let (key, tag) = (event.key(), field.tag_name());
    let held = event.ctrl_key() || event.meta_key();
    if key == "Enter" && held {
        if matches!(tag.as_str(), "TEXTAREA" | "INPUT") {
            event.prevent_default();
            link::request(PLAY_ANSWER);
        }
    } else if key == "Enter" && tag == "INPUT" {
        // The subject of a letter is no letter yet.
        event.prevent_default();
        focus(&form, "textarea");
    } else if !held && matches!(tag.as_str(), "BUTTON" | "OL") && matches!(key.as_bytes(), [b'1'..=b'9']) {
        let choice = form
            .query_selector(&format!(".choice[value=\"{key}\"]"))
            .ok()
            .flatten();
        if let Some(choice) = choice.and_then(|choice| choice.dyn_into::<HtmlElement>().ok()) {
            event.prevent_default();
            choice.click();
        }
    }
}

fn focus(form: &Element, selector: &str) {
    let field = form.query_selector(selector).ok().flatten();
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _focused = field.focus();
    }
}
