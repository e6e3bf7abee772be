//! The pages that answer a form which could not be handled. The server shows them in place of the form's
//! answer; their addresses are never linked.

use http::StatusCode;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_router::hooks::use_params_map;

use crate::{
    frame::{Page, page},
    refusal::Refusal,
    visitor::Visitor,
};

/// `/problem/{kind}`
#[component]
pub(crate) fn Problem() -> impl IntoView {
    let kind = use_params_map().get_untracked().get("kind").unwrap_or_default();
    let response = use_context::<ResponseOptions>();
    page(move |visitor: Visitor| async move {
        let (status, title, text) = match kind.as_str() {
            "forbidden" => return Err(Refusal::Forbidden),
            "bad-request" => (StatusCode::BAD_REQUEST, "bad-request-title", "bad-request-text"),
            "stale-form" => (StatusCode::FORBIDDEN, "stale-form-title", "stale-form-text"),
            "too-large" => (StatusCode::PAYLOAD_TOO_LARGE, "too-large-title", "too-large-text"),
            "failed" => (StatusCode::INTERNAL_SERVER_ERROR, "failed-title", "failed-text"),
            _ => return Err(Refusal::NotFound),
        };
        if let Some(response) = response {
            response.set_status(status);
        }
        let title = visitor.texts.get(title);
        let body = view! {
            <section class="error-page">
                <p class="error-code">{status.as_u16()}</p>
                <h1>{title.clone()}</h1>
                <p>{visitor.texts.get(text)}</p>
            </section>
        };
        Ok(Page::new(title, body))
    })
}
