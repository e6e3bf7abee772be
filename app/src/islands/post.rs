//! Sending fields from an island: the same address as a form's, with no new page.
//!
//! A few calls of the browser, instead of leptos's client for server functions, which would make up a fifth
//! of what the browser downloads.

use leptos::{
    prelude::window,
    wasm_bindgen::{JsCast as _, JsValue},
};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Blob, FormData, Headers, HtmlFormElement, RequestInit, Response, UrlSearchParams,
    js_sys::Reflect,
};

use super::browser::after;

/// Why fields did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PostError {
    /// The server was not reached: no network, or a page that is going away.
    Unreached,
    /// The server answered with this status.
    Refused(u16),
}

impl From<JsValue> for PostError {
    fn from(_: JsValue) -> Self {
        Self::Unreached
    }
}

/// The fields of a form as a browser writes them: `a=1&b=%E4%B8%80`.
pub(super) fn encoded(form: &HtmlFormElement) -> Result<String, JsValue> {
    // An iterable of pairs, which is what a form's fields are.
    let fields = UrlSearchParams::new_with_str_sequence_sequence(&FormData::new_with_form(form)?.into())?;
    Ok(fields.to_string().into())
}

/// How much the browser still sends for a page that goes away, in bytes.
const LAST_WORDS: usize = 60_000;

/// How long an answer may take before the server counts as not reached, in milliseconds. What is sent again is done once.
const HANGS: u64 = 10_000;

/// Sends encoded fields to an action, to the end even when the page goes away; its answer.
pub(super) async fn post(address: &str, fields: &str) -> Result<String, PostError> {
    // What tells the server that no page is wanted.
    let answer = send(address, fields, "application/json").await?;
    text(&answer).await
}

/// Sends encoded fields as a form does; the address and the text of the page it leads to.
pub(super) async fn post_for_page(address: &str, fields: &str) -> Result<(String, String), PostError> {
    let answer = send(address, fields, "text/html").await?;
    Ok((answer.url(), text(&answer).await?))
}

async fn text(answer: &Response) -> Result<String, PostError> {
    let text = JsFuture::from(answer.text()?).await?;
    Ok(text.as_string().unwrap_or_default())
}

async fn send(address: &str, fields: &str, accept: &str) -> Result<Response, PostError> {
    let request = RequestInit::new();
    request.set_method("POST");
    if fields.len() < LAST_WORDS {
        // Not among the bindings.
        Reflect::set(&request, &"keepalive".into(), &JsValue::TRUE)?;
    }
    request.set_body(&JsValue::from_str(fields));
    // A network that is there and carries nothing is no network.
    let patience = AbortController::new()?;
    request.set_signal(Some(&patience.signal()));
    after(HANGS, move || patience.abort());
    let headers = Headers::new()?;
    headers.set("accept", accept)?;
    headers.set("content-type", "application/x-www-form-urlencoded")?;
    request.set_headers(&headers);
    let answer = JsFuture::from(window().fetch_with_str_and_init(address, &request)).await?;
    let answer = answer.unchecked_into::<Response>();
    if answer.ok() {
        Ok(answer)
    } else {
        Err(PostError::Refused(answer.status()))
    }
}

/// Why a sound is not with the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SoundError {
    /// The server was not reached, or something else answered.
    Unreached,
    /// The server does not keep it, and says why in these words.
    Refused(String),
}

/// Sends a sound with its page's token: what the server answers.
pub(super) async fn post_sound(address: &str, token: &str, sound: &Blob) -> Result<String, SoundError> {
    let answer = sounded(address, token, sound).await;
    let Ok(answer) = answer else {
        return Err(SoundError::Unreached);
    };
    // What stands between may answer too, with a page of its own.
    let kind = answer.headers().get("content-type").ok().flatten();
    let is_words = kind.is_some_and(|kind| kind.starts_with("text/plain"));
    match (text(&answer).await, answer.ok()) {
        (Ok(id), true) => Ok(id),
        (Ok(words), false) if is_words => Err(SoundError::Refused(words)),
        _ => Err(SoundError::Unreached),
    }
}

async fn sounded(address: &str, token: &str, sound: &Blob) -> Result<Response, JsValue> {
    let request = RequestInit::new();
    request.set_method("POST");
    // Its kind comes with it.
    request.set_body(sound);
    let headers = Headers::new()?;
    headers.set("x-form-token", token)?;
    request.set_headers(&headers);
    let answer = JsFuture::from(window().fetch_with_str_and_init(address, &request)).await?;
    Ok(answer.unchecked_into())
}
