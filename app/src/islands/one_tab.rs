//! One attempt or play in several tabs of a browser: the later one takes over, the earlier ones are told.

use leptos::wasm_bindgen::JsValue;
use web_sys::BroadcastChannel;

use super::browser::hear;

/// Takes what this is the name of over from earlier tabs. `overtaken` runs when a later one does the same to this tab.
pub(super) fn claim(name: &str, overtaken: impl Fn() + 'static) {
    // Without channels the server still tells who was overtaken, at the next save or sign.
    let Ok(channel) = BroadcastChannel::new(name) else {
        return;
    };
    hear(&channel, "message", move |_| overtaken());
    let _told = channel.post_message(&JsValue::from_str("here"));
    // It lives as long as the page.
    std::mem::forget(channel);
}
