//! What is being typed outlives the page: a reload, a pause, a page that went on without it.

use leptos::{
    prelude::{document, window},
    wasm_bindgen::JsCast as _,
};
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement, Storage};

use crate::islands::browser::{by_id, hear, target};

/// The fields that are kept, by their ids: the reply, and the subject of a letter.
const FIELDS: [&str; 2] = ["reply", "subject"];

/// What the names of drafts begin with.
const DRAFT: &str = "draft-";

/// Keeps what is typed in the page's fields for the tab's next page of this answer, and puts back what was kept. `answer`
/// is what the answer is called: of another one nothing is kept any more.
pub(super) fn keep(answer: &str) {
    drop_others(answer);
    for id in FIELDS {
        let Some(field) = by_id(id) else {
            continue;
        };
        let kept = session().and_then(|kept| kept.get_item(&name(answer, id)).ok().flatten());
        // A form that came back with what was typed knows better.
        if let Some(kept) = kept.filter(|_| is_untouched(&field)) {
            write(&field, &kept);
        }
    }
    let answer = answer.to_owned();
    hear(&document(), "input", move |event| {
        let typed = target(&event).filter(|field| FIELDS.contains(&field.id().as_str()));
        if let Some((field, kept)) = typed.zip(session()) {
            // A full storage keeps nothing, and the page still has it.
            let _kept = kept.set_item(&name(&answer, &field.id()), &words(&field));
        }
    });
}

/// Forgets it: it was said.
pub(super) fn forget() {
    drop_others("");
}

fn drop_others(answer: &str) {
    let Some(kept) = session() else {
        return;
    };
    let names = (0..kept.length().unwrap_or(0)).filter_map(|at| kept.key(at).ok().flatten());
    let of_this: Vec<String> = FIELDS.iter().map(|field| name(answer, field)).collect();
    let others: Vec<String> = names
        .filter(|name| name.starts_with(DRAFT) && !of_this.contains(name))
        .collect();
    for name in others {
        let _gone = kept.remove_item(&name);
    }
}

fn session() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

fn name(answer: &str, field: &str) -> String {
    format!("{DRAFT}{answer}-{field}")
}

/// Whether a field holds what the server wrote into a page that nobody has typed on: nothing, or the subject it proposes.
fn is_untouched(field: &Element) -> bool {
    match field.dyn_ref::<HtmlTextAreaElement>() {
        Some(field) => field.value().is_empty(),
        None => !field.has_attribute("aria-invalid"),
    }
}

fn words(field: &Element) -> String {
    match field.dyn_ref::<HtmlTextAreaElement>() {
        Some(field) => field.value(),
        None => field
            .dyn_ref::<HtmlInputElement>()
            .map(HtmlInputElement::value)
            .unwrap_or_default(),
    }
}

fn write(field: &Element, words: &str) {
    if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        field.set_value(words);
    } else if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        field.set_value(words);
    }
}
