use leptos::{prelude::*, wasm_bindgen::JsValue};
use web_sys::{Element, SpeechSynthesis, SpeechSynthesisUtterance, js_sys::Reflect};

use super::browser::{all, by_id, data, hear, set, wake};

/// Under which name the browser remembers that lines are read aloud.
const KEPT: &str = "read-aloud";

/// The words of what the other side said since the last answer, names left out.
const NEW_LINES: &str = ".chat .customer[data-new] > p:not([class])";

/// Shows the switch `#read-aloud` where the browser has a voice. Off at first; once switched on, the customer's new lines
/// are read, on the next pages too, until it is switched off. Whoever answers is not talked into.
#[island]
pub fn ReadAloud() -> impl IntoView {
    wake(|| {
        let (Some(key), true) = (by_id("read-aloud"), voice().is_some()) else {
            return;
        };
        set(&key, "hidden", None);
        if remembered() {
            press(&key, true);
            read();
        }
        hear(&document(), "submit", |_| hush());
        let pressed = key.clone();
        hear(&key, "click", move |_| {
            let on = data(&pressed, "aria-pressed") != "true";
            press(&pressed, on);
            remember(on);
            hush();
            if on {
                read();
            }
        });
    });
}

/// Stops what is being read.
pub(super) fn hush() {
    if let Some(voice) = voice() {
        voice.cancel();
    }
}

fn press(key: &Element, on: bool) {
    set(key, "aria-pressed", Some(if on { "true" } else { "false" }));
}

fn voice() -> Option<SpeechSynthesis> {
    let window = window();
    let has =
        Reflect::get(&window, &JsValue::from_str("speechSynthesis")).is_ok_and(|value| value.is_truthy());
    has.then(|| window.speech_synthesis().ok()).flatten()
}

/// Reads what is new; before the first answer that is everything.
fn read() {
    let Some(voice) = voice() else {
        return;
    };
    for line in all(NEW_LINES) {
        let words = line.text_content().unwrap_or_default();
        if let Ok(said) = SpeechSynthesisUtterance::new_with_text(&words) {
            if let Ok(Some(of)) = line.closest("[lang]") {
                said.set_lang(&data(&of, "lang"));
            }
            voice.speak(&said);
        }
    }
}

fn remembered() -> bool {
    let kept = window().local_storage().ok().flatten();
    kept.and_then(|kept| kept.get_item(KEPT).ok().flatten()).is_some()
}

fn remember(on: bool) {
    if let Ok(Some(kept)) = window().local_storage() {
        // Fails where storage is full or forbidden; then it is switched on anew on each page.
        let _kept = match on {
            true => kept.set_item(KEPT, "on"),
            false => kept.remove_item(KEPT),
        };
    }
}
