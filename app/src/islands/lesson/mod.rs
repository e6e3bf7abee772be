//! The island beside a lesson: remembers where one reads, keeps that place when the language changes, and answers checks
//! without a new page.

mod answer;
mod place;

use leptos::{prelude::*, wasm_bindgen::JsCast as _};
use web_sys::{Event, HtmlFormElement};

use answer::answer;
use place::Place;

/// Makes a lesson quicker and remembers the place. Without scripts checks come back as pages, and the language switch
/// comes back to the beginning.
#[island]
pub fn LessonReader(
    /// `course/lesson`.
    lesson: String,
    /// Whether the place is remembered: for learners.
    keeps: bool,
    /// What is said when an answer did not reach the server.
    unsent: String,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let place = Place::new(lesson);
    let unsent = StoredValue::new(unsent);
    Effect::new(move |_| {
        if keeps {
            window_event_listener_untyped("scroll", move |_| place.moved());
            window_event_listener_untyped("visibilitychange", move |_| place.leave());
            window_event_listener_untyped("pagehide", move |_| place.leave());
        }
        window_event_listener_untyped("submit", move |event| {
            let Some(form) = form(&event) else {
                return;
            };
            if form.get_attribute("action").as_deref() == Some("/do/set-language") {
                place::come_back(&form);
            } else if form.closest(".check").ok().flatten().is_some() {
                event.prevent_default();
                leptos::task::spawn_local(async move {
                    if let Some(words) = answer(&form, &unsent.get_value()).await {
                        said.set(words);
                    }
                });
            }
        });
    });
    view! {
        <p class="visually-hidden" role="status">
            {said}
        </p>
    }
}

fn form(event: &Event) -> Option<HtmlFormElement> {
    event.target()?.dyn_into().ok()
}
