use std::cell::Cell;

use leptos::{prelude::*, wasm_bindgen::JsCast as _};
use web_sys::{Element, Event, HtmlElement, HtmlFormElement, KeyboardEvent, Node};

use super::browser::{by_id, data, every, hear, now, number, set, wake};

/// The id of the form with the answers.
pub const PLAY_ANSWER: &str = "play-answer";

/// The id of the form that says the time is up.
pub const PLAY_TIME_OUT: &str = "play-time-out";

/// How long after the server's end the form is sent, in milliseconds: so that the server agrees.
const LATE: u64 = 500;

/// Lets the bar `#play-clock` run, and gives the form below its keys: 1 to 9 choose while the focus is in it, Ctrl+Enter
/// sends what was typed. When the time is up and that leads on, it sends that form.
///
/// The server decides what is in time; without scripts the bar stands still.
#[island]
pub fn PlayClock() -> impl IntoView {
    wake(|| {
        hear(&window(), "keydown", |event| press(&event));
        if let Some(clock) = by_id("play-clock") {
            run(clock);
        }
    });
}

/// Lets the time run, and sends the form behind it when it is up.
fn run(clock: Element) {
    let Some(left) = number(&clock, "data-left") else {
        return;
    };
    let limit = number(&clock, "max").unwrap_or(0);
    let end = now() + left;
    let leads_on = clock.has_attribute("data-leads-on");
    let sent = Cell::new(false);
    every(500, move || {
        show(&clock, limit, end.saturating_sub(now()).div_ceil(1000));
        if leads_on
            && now() > end + LATE
            && !sent.replace(true)
            && let Some(form) = form(PLAY_TIME_OUT)
        {
            let _sent = form.request_submit();
        }
    });
}

/// The seconds left: as the bar, in its words, and as a number at half time and at the end.
fn show(clock: &Element, limit: u64, seconds: u64) {
    let words = match seconds {
        0 => data(clock, "data-over"),
        n => data(clock, "data-word").replace('%', &n.to_string()),
    };
    let half = limit / 2;
    let is_told = seconds <= 10 || (seconds <= half && seconds + 3 > half);
    let low = (seconds <= 10).then_some("");
    set(clock, "value", Some(&seconds.to_string()));
    set(clock, "data-low", low);
    clock.set_text_content(Some(&words));
    if let Some(figure) = by_id("play-seconds") {
        set(&figure, "data-low", low);
        figure.set_text_content(Some(if is_told { &words } else { "" }));
    }
}

fn form(id: &str) -> Option<HtmlFormElement> {
    by_id(id)?.dyn_into().ok()
}

/// What a key does in the form with the answers.
fn press(event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let Some(form) = form(PLAY_ANSWER) else {
        return;
    };
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Node>().ok()) else {
        return;
    };
    // While an input method composes, its keys are its own.
    if !form.contains(Some(&target)) || event.is_composing() || event.alt_key() {
        return;
    }
    let key = event.key();
    let held = event.ctrl_key() || event.meta_key();
    if held && key == "Enter" {
        event.prevent_default();
        let _sent = form.request_submit();
    } else if !held && target.node_name() != "TEXTAREA" && matches!(key.as_bytes(), [b'1'..=b'9']) {
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
