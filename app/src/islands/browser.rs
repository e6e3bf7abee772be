//! What islands ask of the browser, in one place: finding parts of the page, hearing events, the time.

use std::time::Duration;

use leptos::{
    prelude::{document, set_interval_with_handle, set_timeout},
    wasm_bindgen::{JsCast as _, closure::Closure},
};
use web_sys::{Element, Event, EventTarget, js_sys::Date};

/// Brings an island to life. In the server it is a mark in the page and nothing more.
pub(super) fn wake(begin: impl FnOnce()) {
    if cfg!(target_arch = "wasm32") {
        begin();
    }
}

/// The part of the page with this id.
pub(super) fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// The first part of the page that a selector finds.
pub(super) fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Every part of the page that a selector finds, in the page's order.
pub(super) fn all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into().ok())
        .collect()
}

/// The part of the page an event happened in.
pub(super) fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Sets or takes away an attribute; fails only for a malformed name.
pub(super) fn set(element: &Element, name: &str, value: Option<&str>) {
    let _set = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// What the server left for an island in a `data-` attribute; empty without it.
pub(super) fn data(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// A number the server left in a `data-` attribute.
pub(super) fn number(element: &Element, name: &str) -> Option<u64> {
    data(element, name).parse().ok()
}

/// Hears every event of a kind, as long as the page lives.
pub(super) fn hear(target: &EventTarget, kind: &str, heard: impl FnMut(Event) + 'static) {
    let heard = Closure::<dyn FnMut(Event)>::new(heard);
    // Fails for no kind that has a name.
    let _hearing = target.add_event_listener_with_callback(kind, heard.as_ref().unchecked_ref());
    heard.forget();
}

/// Runs something once, so many milliseconds from now.
pub(super) fn after(milliseconds: u64, then: impl FnOnce() + 'static) {
    set_timeout(then, Duration::from_millis(milliseconds));
}

/// Runs something again and again. Without timers it never runs, and the page stays as the server sent it.
pub(super) fn every(milliseconds: u64, tick: impl Fn() + 'static) {
    let _timer = set_interval_with_handle(tick, Duration::from_millis(milliseconds));
}

/// The device's time, in milliseconds since 1970.
pub(super) fn now() -> u64 {
    whole(Date::now())
}

/// Without its fraction; 0 for what is below.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast ends at the limits of the type, and times are far from them"
)]
pub(super) fn whole(number: f64) -> u64 {
    number as u64
}
