use http::{HeaderValue, StatusCode, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use super::page::{Page, set_status};
use crate::{refusal::Refusal, t, visitor::Visitor};

/// What a visitor sees instead of the page asked for; also sets the answer's status.
pub(super) fn page(visitor: &Visitor, refusal: Refusal, response: Option<&ResponseOptions>) -> Page {
    let texts = visitor.texts;
    match refusal {
        Refusal::SignIn => {
            let path = if visitor.query.is_empty() {
                visitor.path.clone()
            } else {
                format!("{}?{}", visitor.path, visitor.query)
            };
            let next: String = form_urlencoded::byte_serialize(path.as_bytes()).collect();
            elsewhere(response, &format!("/sign-in?next={next}"));
            Page::new(t!(texts, "sign-in"), ()).bare()
        }
        Refusal::Elsewhere(path) => {
            elsewhere(response, &path);
            Page::new(t!(texts, "brand"), ()).bare()
        }
        Refusal::Forbidden => {
            set_status(response, StatusCode::FORBIDDEN);
            let who = visitor
                .session
                .as_ref()
                .map(|session| session.actor().shown().to_owned())
                .unwrap_or_default();
            message(
                "403",
                t!(texts, "forbidden-title"),
                t!(texts, "forbidden-text", who = who),
                visitor,
            )
        }
        Refusal::NotFound | Refusal::Fields(_) => {
            set_status(response, StatusCode::NOT_FOUND);
            message(
                "404",
                t!(texts, "not-found-title"),
                t!(texts, "not-found-text"),
                visitor,
            )
        }
        Refusal::Cannot(reason) => {
            set_status(response, StatusCode::CONFLICT);
            message("409", t!(texts, "cannot-title"), reason, visitor)
        }
        Refusal::Store(_) | Refusal::Library(_) | Refusal::Inconsistent(_) => {
            tracing::error!(error = %refusal, "a page failed");
            set_status(response, StatusCode::INTERNAL_SERVER_ERROR);
            message(
                "500",
                t!(texts, "failed-title"),
                t!(texts, "failed-text"),
                visitor,
            )
        }
    }
}

fn elsewhere(response: Option<&ResponseOptions>, path: &str) {
    let (Some(response), Ok(location)) = (response, HeaderValue::from_str(path)) else {
        return;
    };
    response.set_status(StatusCode::SEE_OTHER);
    response.insert_header(header::LOCATION, location);
}

fn message(code: &'static str, title: String, text: String, visitor: &Visitor) -> Page {
    let texts = visitor.texts;
    let heading = title.clone();
    let body = view! {
        <section class="error-page">
            <p class="error-code">{code}</p>
            <h1>{heading}</h1>
            <p>{text}</p>
            <div class="actions">
                <a class="button" href="/">{t!(texts, "back-to-today")}</a>
            </div>
        </section>
    };
    Page::new(title, body)
}
