//! Answering a check without leaving the page: the form is sent as ever, and of the page that comes back the parts that
//! changed are put in place of the old ones.

use leptos::{
    prelude::{document, window},
    wasm_bindgen::{JsCast as _, JsValue},
};
use web_sys::{Document, DomParser, Element, HtmlElement, HtmlFormElement, SupportedType};

use super::super::{
    browser::{by_id, data},
    post::{PostError, encoded, post_for_page},
};

/// What an answer can change beside its check. What is gone from the new page goes from this one.
const PARTS: [&str; 6] = [
    "lesson-line",
    "lesson-rule",
    "lesson-outline",
    "lesson-outline-folded",
    "lesson-unlocks",
    "lesson-foot",
];

/// Marks a form that is on its way.
const SENDING: &str = "data-sending";

/// Marks the line about an answer that did not arrive.
const UNSENT: &str = "check-unsent";

/// Sends a check's form and shows what came of it; what is to be read out.
pub(super) async fn answer(form: &HtmlFormElement) -> Option<String> {
    if form.has_attribute(SENDING) {
        return None;
    }
    let check = form.closest(".check").ok().flatten()?;
    // Without the mark a second press sends again, which does no harm.
    let _marked = form.set_attribute(SENDING, "");
    let sent = send(form).await;
    let _cleared = form.remove_attribute(SENDING);
    match sent {
        Ok((address, html)) => match replace(&check, &html) {
            Ok(said) => said,
            // Another page came back, to sign in on for one.
            Err(_) => {
                let _going = window().location().set_href(&address);
                None
            }
        },
        Err(PostError::Unreached) => {
            let _shown = say_unsent(form);
            None
        }
        // The form's own page says why.
        Err(PostError::Refused(_)) => {
            let _going = form.submit();
            None
        }
    }
}

async fn send(form: &HtmlFormElement) -> Result<(String, String), PostError> {
    let address = form.get_attribute("action").unwrap_or_default();
    post_for_page(&address, &encoded(form)?).await
}

/// Puts the parts of the new page in place of the old ones; an error when it is no page with this check.
fn replace(check: &Element, html: &str) -> Result<Option<String>, JsValue> {
    let page = DomParser::new()?.parse_from_string(html, SupportedType::TextHtml)?;
    let id = check.id();
    let new = page.get_element_by_id(&id).ok_or(JsValue::NULL)?;
    check.replace_with_with_node_1(&new)?;
    for part in PARTS {
        match (by_id(part), page.get_element_by_id(part)) {
            (Some(old), Some(new)) => old.replace_with_with_node_1(&new)?,
            (Some(old), None) => old.remove(),
            _ => {}
        }
    }
    if let Some(new) = by_id(&id) {
        // The button that had the focus is gone.
        new.unchecked_into::<HtmlElement>().focus()?;
    }
    Ok(said(&page, &id))
}

/// The message of the new page, else what it says in the check.
fn said(page: &Document, check: &str) -> Option<String> {
    let inside = format!("#{check} .error, #{check} .notice");
    let find = |selector: &str| page.query_selector(selector).ok().flatten();
    let words = find(".flash").or_else(|| document().query_selector(&inside).ok().flatten())?;
    words.text_content()
}

fn say_unsent(form: &HtmlFormElement) -> Result<(), JsValue> {
    if let Some(old) = form.query_selector(&format!(".{UNSENT}"))? {
        old.remove();
    }
    let line = document().create_element("p")?;
    line.set_class_name(&format!("error {UNSENT}"));
    line.set_attribute("role", "alert")?;
    let words = by_id("lesson-said").map(|said| data(&said, "data-unsent"));
    line.set_text_content(words.as_deref());
    match form.query_selector(".actions")? {
        Some(actions) => actions.before_with_node_1(&line),
        None => form.append_child(&line).map(drop),
    }
}
