//! Where in a lesson one reads.

use std::time::Duration;

use leptos::{
    prelude::*,
    wasm_bindgen::{JsCast as _, JsValue},
};
use web_sys::{Element, HtmlFormElement, HtmlInputElement, VisibilityState};

use super::super::post::post;

/// The action that keeps a place.
const KEEP: &str = "/do/keep-place";

/// The least time between two places kept while one reads.
const PAUSE: Duration = Duration::from_secs(5);

/// The part of the window, from the top, into which a heading has come when its text is being read.
const READ: f64 = 0.4;

/// Keeps the place with the server.
#[derive(Clone, Copy)]
pub(super) struct Place {
    lesson: StoredValue<String>,
    /// The heading kept last.
    kept: StoredValue<String>,
    /// Whether a place is about to be kept.
    waiting: StoredValue<bool>,
}

impl Place {
    pub(super) fn new(lesson: String) -> Self {
        Self {
            lesson: StoredValue::new(lesson),
            kept: StoredValue::new(String::new()),
            waiting: StoredValue::new(false),
        }
    }

    /// The page was scrolled: the place is kept in a moment, once for all that is scrolled until then.
    pub(super) fn moved(self) {
        if self.waiting.get_value() {
            return;
        }
        self.waiting.set_value(true);
        let keep = move || {
            self.waiting.set_value(false);
            self.keep();
        };
        set_timeout(keep, PAUSE);
    }

    /// The page goes out of sight, perhaps for good.
    pub(super) fn leave(self) {
        if document().visibility_state() == VisibilityState::Hidden || self.waiting.get_value() {
            self.keep();
        }
    }

    fn keep(self) {
        let Some(anchor) = heading().filter(|anchor| *anchor != self.kept.get_value()) else {
            return;
        };
        // Both are made of letters, digits, hyphens and slashes.
        let fields = format!("lesson={}&anchor={anchor}", self.lesson.get_value());
        self.kept.set_value(anchor);
        leptos::task::spawn_local(async move {
            // A place that is lost is found again by scrolling.
            if post(KEEP, &fields).await.is_err() {
                self.kept.set_value(String::new());
            }
        });
    }
}

/// The id of the heading whose text is being read; none above the first one.
fn heading() -> Option<String> {
    let height = window().inner_height().ok()?.as_f64()?;
    let headings = document().query_selector_all(".prose [id^=\"part-\"]").ok()?;
    let all = (0..headings.length()).filter_map(|at| headings.item(at)?.dyn_into::<Element>().ok());
    let above = all.take_while(|heading| heading.get_bounding_client_rect().top() < height * READ);
    above.last().map(|heading| heading.id())
}

/// Lets a form come back to the heading that is being read.
pub(super) fn come_back(form: &HtmlFormElement) {
    if let Some(anchor) = heading() {
        // Without the field it comes back to the beginning.
        let _added = add_field(form, &anchor);
    }
}

fn add_field(form: &HtmlFormElement, anchor: &str) -> Result<(), JsValue> {
    let field = document()
        .create_element("input")?
        .unchecked_into::<HtmlInputElement>();
    field.set_type("hidden");
    field.set_name("at");
    field.set_value(anchor);
    form.append_child(&field)?;
    Ok(())
}
