use leptos::prelude::*;

use super::browser::{by_id, data, hear, set, wake};

/// Shows the button `#copy`, which copies the text it carries, and says so in `#copied`. Without scripts there is none, and the text
/// can be marked and copied as any other.
#[island]
pub fn Copy() -> impl IntoView {
    wake(|| {
        let Some(button) = by_id("copy") else {
            return;
        };
        set(&button, "hidden", None);
        let text = data(&button, "data-text");
        hear(&button, "click", move |_| {
            // The promise resolves when the clipboard has it; a browser that refuses says so itself.
            let _writing = window().navigator().clipboard().write_text(&text);
            if let Some(status) = by_id("copied") {
                status.set_text_content(Some(&data(&status, "data-done")));
            }
        });
    });
}
