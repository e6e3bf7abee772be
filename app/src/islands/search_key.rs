use leptos::{ev, prelude::*, wasm_bindgen::JsCast as _};
use web_sys::{HtmlElement, KeyboardEvent};

/// The id of the search field in the frame.
pub const SEARCH: &str = "search";

/// Lets `/` go to the search field, unless something is being typed.
#[island]
pub fn SearchKey() -> impl IntoView {
    Effect::new(|_| {
        window_event_listener(ev::keydown, press);
    });
}

fn press(event: KeyboardEvent) {
    if event.key() != "/" || event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
        return;
    }
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let types = |target: &HtmlElement| {
        matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") || target.is_content_editable()
    };
    if target.is_some_and(|target| types(&target)) {
        return;
    }
    let field = document().get_element_by_id(SEARCH);
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        let _focused = field.focus();
    }
}
