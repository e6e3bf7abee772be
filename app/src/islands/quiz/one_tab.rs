//! One attempt in several tabs of a browser: the later one takes over, the earlier ones are told.

use leptos::wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{BroadcastChannel, Event};

/// Takes the attempt over from earlier tabs. `overtaken` runs when a later one does the same to this tab.
pub(super) fn claim(attempt: &str, overtaken: impl Fn() + 'static) {
    // Without channels the server still tells who was overtaken, at the next save.
    let Ok(channel) = BroadcastChannel::new(&format!("attempt-{attempt}")) else {
        return;
    };
    let heard = Closure::<dyn FnMut(Event)>::new(move |_| overtaken());
    channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    let _told = channel.post_message(&JsValue::from_str("here"));
    // Both live as long as the page.
    heard.forget();
    std::mem::forget(channel);
}
