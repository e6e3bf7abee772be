//! Sending a form from an island: the same fields to the same address as without scripts, with no new page.
//!
//! A few calls of the browser, instead of leptos's client for server functions, which would make up a fifth
//! of what the browser downloads.

use leptos::{
    prelude::*,
    wasm_bindgen::{JsCast as _, JsValue},
};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    FormData, Headers, HtmlButtonElement, HtmlFormElement, RequestInit, Response, SubmitEvent,
    UrlSearchParams,
};

/// Why a form's fields did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostError {
    /// The server was not reached: no network, or a page that is going away.
    Unreached,
    /// The server answered with this status.
    Refused(u16),
}

/// Sends the form that is being submitted, in place of the browser; to be called from its `submit` handler.
///
/// `done` learns how it went.
pub fn post_in_place(event: &SubmitEvent, done: impl FnOnce(Result<(), PostError>) + 'static) {
    let Some(form) = event
        .target()
        .and_then(|form| form.dyn_into::<HtmlFormElement>().ok())
    else {
        return;
    };
    event.prevent_default();
    let fields = fields(&form, event);
    leptos::task::spawn_local(async move {
        let outcome = match fields {
            Ok(fields) => send(&form.action(), &fields).await,
            Err(_) => Err(PostError::Unreached),
        };
        done(outcome);
    });
}

/// The fields, with the button that was pressed among them.
fn fields(form: &HtmlFormElement, event: &SubmitEvent) -> Result<FormData, JsValue> {
    let fields = FormData::new_with_form(form)?;
    if let Some(button) = event
        .submitter()
        .and_then(|button| button.dyn_into::<HtmlButtonElement>().ok())
        && !button.name().is_empty()
    {
        fields.append_with_str(&button.name(), &button.value())?;
    }
    Ok(fields)
}

async fn send(address: &str, fields: &FormData) -> Result<(), PostError> {
    // An iterable of pairs, which is what a form's fields are.
    let body = UrlSearchParams::new_with_str_sequence_sequence(fields).map_err(|_| PostError::Unreached)?;
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_body(&body);
    // What tells the server that no page is wanted.
    let headers = Headers::new().map_err(|_| PostError::Unreached)?;
    headers
        .set("accept", "application/json")
        .map_err(|_| PostError::Unreached)?;
    request.set_headers(&headers);
    let answer = JsFuture::from(window().fetch_with_str_and_init(address, &request)).await;
    let answer = answer
        .map_err(|_| PostError::Unreached)?
        .unchecked_into::<Response>();
    if answer.ok() {
        Ok(())
    } else {
        Err(PostError::Refused(answer.status()))
    }
}
