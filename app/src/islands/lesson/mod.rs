//! The island beside a lesson: remembers where one reads, keeps that place when the language changes, answers checks
//! without a new page, and counts down what is left to wait.

mod answer;
mod place;
mod wait;

use leptos::{prelude::*, wasm_bindgen::JsCast as _};
use web_sys::{Event, HtmlFormElement};

use super::browser::{by_id, data, hear, target, wake};
use place::Place;

/// Makes the lesson in `#lesson` quicker and remembers the place. Without scripts checks come back as pages, and the
/// language switch comes back to the beginning.
#[island]
pub fn LessonReader() -> impl IntoView {
    wake(|| {
        let Some(lesson) = by_id("lesson") else {
            return;
        };
        // For learners only.
        if lesson.has_attribute("data-keeps") {
            Place::watch(data(&lesson, "data-lesson"));
        }
        hear(&window(), "submit", |event| submit(&event));
        wait::count_down();
    });
}

fn submit(event: &Event) {
    let Some(form) = target(event).and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else {
        return;
    };
    if form.get_attribute("action").as_deref() == Some("/do/set-language") {
        place::come_back(&form);
    } else if form.closest(".check").ok().flatten().is_some() {
        event.prevent_default();
        leptos::task::spawn_local(async move {
            let said = answer::answer(&form).await;
            if let (Some(said), Some(line)) = (said, by_id("lesson-said")) {
                line.set_text_content(Some(&said));
            }
        });
    }
}
