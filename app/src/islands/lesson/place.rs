//! Where in a lesson one reads.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::{
    prelude::{document, window},
    wasm_bindgen::{JsCast as _, JsValue},
};
use web_sys::{HtmlFormElement, HtmlInputElement, VisibilityState};

use super::super::{
    browser::{after, all, hear},
    post::post,
};

/// The action that keeps a place.
const KEEP: &str = "/do/keep-place";

/// The least time between two places kept while one reads, in milliseconds.
const PAUSE: u64 = 5000;

/// The part of the window, from the top, into which a heading has come when its text is being read.
const READ: f64 = 0.4;

/// Keeps the place with the server.
pub(super) struct Place {
    lesson: String,
    /// The heading kept last.
    kept: RefCell<String>,
    /// Whether a place is about to be kept.
    waiting: Cell<bool>,
}

impl Place {
    /// Follows the reading of a lesson as long as its page lives.
    pub(super) fn watch(lesson: String) {
        let place = Rc::new(Self {
            lesson,
            kept: RefCell::default(),
            waiting: Cell::new(false),
        });
        // Whoever began to read before the scripts were there is somewhere already.
        if window().scroll_y().is_ok_and(|down| down > 0.0) {
            place.moved();
        }
        let (moved, hidden) = (place.clone(), place.clone());
        hear(&window(), "scroll", move |_| moved.moved());
        hear(&window(), "visibilitychange", move |_| hidden.leave());
        hear(&window(), "pagehide", move |_| place.leave());
    }

    /// The page was scrolled: the place is kept in a moment, once for all that is scrolled until then.
    fn moved(self: &Rc<Self>) {
        if self.waiting.replace(true) {
            return;
        }
        let place = self.clone();
        after(PAUSE, move || {
            place.waiting.set(false);
            place.keep();
        });
    }

    /// The page goes out of sight, perhaps for good.
    fn leave(self: &Rc<Self>) {
        if document().visibility_state() == VisibilityState::Hidden || self.waiting.get() {
            self.keep();
        }
    }

    fn keep(self: &Rc<Self>) {
        let Some(anchor) = heading().filter(|anchor| *anchor != *self.kept.borrow()) else {
            return;
        };
        // Both are made of letters, digits, hyphens and slashes.
        let fields = format!("lesson={}&anchor={anchor}", self.lesson);
        self.kept.replace(anchor);
        let place = self.clone();
        leptos::task::spawn_local(async move {
            // A place that is lost is found again by scrolling.
            if post(KEEP, &fields).await.is_err() {
                place.kept.take();
            }
        });
    }
}

/// The id of the heading whose text is being read; none above the first one.
fn heading() -> Option<String> {
    let height = window().inner_height().ok()?.as_f64()?;
    let headings = all(".prose [id^=\"part-\"]").into_iter();
    let above = headings.take_while(|heading| heading.get_bounding_client_rect().top() < height * READ);
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
