use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The words on the button, in the reader's language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CopyTexts {
    /// What it does.
    pub copy: String,
    /// That it is done.
    pub copied: String,
}

/// A button that copies a text. Without scripts there is none, and the text can be marked and copied as any other.
#[island]
pub fn Copy(
    /// What is copied.
    text: String,
    /// The words on it.
    texts: CopyTexts,
) -> impl IntoView {
    let awake = RwSignal::new(false);
    let copied = RwSignal::new(false);
    Effect::new(move |_| awake.set(true));
    let copy = move |_| {
        // The promise resolves when the clipboard has it; a browser that refuses says so itself.
        let _writing = window().navigator().clipboard().write_text(&text);
        copied.set(true);
    };
    let CopyTexts {
        copy: word,
        copied: done,
    } = texts;
    view! {
        <span class="actions" hidden=move || !awake.get()>
            <button type="button" class="button quiet small" on:click=copy>{word}</button>
            <span class="muted" role="status">{move || copied.get().then(|| done.clone())}</span>
        </span>
    }
}
