use leptos::{prelude::*, wasm_bindgen::JsCast as _};
use web_sys::{HtmlInputElement, HtmlMediaElement};

use super::browser::{all, by_id, data, hear, set, wake, whole};

/// Shows every button with `data-moment`: it writes where the recording `data-sound` is just now into that field.
#[island]
pub fn MomentNow() -> impl IntoView {
    wake(|| {
        for button in all("[data-moment]") {
            set(&button, "hidden", None);
            let (field, sound) = (data(&button, "data-moment"), data(&button, "data-sound"));
            hear(&button, "click", move |_| write(&field, &sound));
        }
    });
}

fn write(field: &str, sound: &str) {
    let field = by_id(field).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let sound = by_id(sound).and_then(|sound| sound.dyn_into::<HtmlMediaElement>().ok());
    if let (Some(field), Some(sound)) = (field, sound) {
        let seconds = whole(sound.current_time());
        field.set_value(&format!("{}:{:02}", seconds / 60, seconds % 60));
    }
}
