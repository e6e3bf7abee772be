use leptos::{ev, prelude::*, wasm_bindgen::JsCast as _};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use web_sys::{HtmlElement, HtmlFormElement, KeyboardEvent, Node};

/// The id of the form with the answers.
pub const PLAY_ANSWER: &str = "play-answer";

/// The id of the form that says the time is up.
pub const PLAY_TIME_OUT: &str = "play-time-out";

/// The words of the clock, in the reader's language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PlayClockTexts {
    /// How much is left, with `%` for the seconds.
    pub left: String,
    /// That the time is up.
    pub over: String,
}

/// The running time of an answer as a calm bar, and the keys of the form below: 1 to 9 choose while the focus
/// is in it, Ctrl+Enter sends what was typed. When the time is up and that leads on, it sends that form.
///
/// The server decides what is in time; without scripts the bar stands still.
#[island]
pub fn PlayClock(
    /// How many seconds the answer may take; nothing without a limit.
    limit: Option<u32>,
    /// Milliseconds left when the page was made.
    left: u32,
    /// Whether the time being up leads on.
    leads_on: bool,
    /// The words on it.
    texts: PlayClockTexts,
) -> impl IntoView {
    let seconds = RwSignal::new(left.div_ceil(1000));
    Effect::new(move |_| {
        window_event_listener(ev::keydown, press);
        if limit.is_some() {
            run(seconds, left, leads_on);
        }
    });
    limit.map(|limit| {
        let half = limit / 2;
        let low = move || (seconds.get() <= 10).then_some("");
        let PlayClockTexts { left, over } = texts;
        let words = move || match seconds.get() {
            0 => over.clone(),
            n => left.replace('%', &n.to_string()),
        };
        // A number only at half time and at the end: the bar is for the time between.
        let number = {
            let words = words.clone();
            move || {
                let n = seconds.get();
                (n <= 10 || (n <= half && n + 3 > half)).then(|| words.clone()())
            }
        };
        view! {
            <p class="play-seconds" data-low=low>{number}</p>
            <progress class="clock" data-low=low value=move || seconds.get().to_string() max=limit.to_string()>
                {words}
            </progress>
        }
    })
}

/// Lets the time run, and sends the form behind it when it is up.
fn run(seconds: RwSignal<u32>, left: u32, leads_on: bool) {
    let begun = web_sys::js_sys::Date::now();
    let sent = StoredValue::new(false);
    let tick = move || {
        let gone = web_sys::js_sys::Date::now() - begun;
        let rest = (f64::from(left) - gone).max(0.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to the limit in seconds"
        )]
        seconds.set((rest / 1000.0).ceil() as u32);
        // A little later than the server, so that it agrees.
        if leads_on && gone > f64::from(left) + 500.0 && !sent.get_value() {
            sent.set_value(true);
            if let Some(form) = form(PLAY_TIME_OUT) {
                let _sent = form.request_submit();
            }
        }
    };
    // Without a timer the bar stands still, as it does without scripts.
    let _timer = set_interval_with_handle(tick, Duration::from_millis(500));
}

fn form(id: &str) -> Option<HtmlFormElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// What a key does in the form with the answers.
fn press(event: KeyboardEvent) {
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
