//! A page without islands loads no scripts: on a phone that is most of what a first visit would download.

use axum::{
    body::{Body, to_bytes},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};

/// What every island of a page begins with.
const ISLAND: &str = "<leptos-island";

/// Where in the head the part begins that brings islands to life, and where it ends.
const BEGIN: &str = "<link rel=\"modulepreload\"";
const END: &str = "</script>";

/// Takes that part out of a page that has no island.
pub(crate) async fn spare(response: Response) -> Response {
    let kind = response.headers().get(header::CONTENT_TYPE);
    if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return response;
    }
    let (mut head, body) = response.into_parts();
    // The page is a text in memory already; only its making can fail.
    let Ok(page) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let page = match std::str::from_utf8(&page).ok().and_then(spared) {
        Some(spared) => {
            head.headers.remove(header::CONTENT_LENGTH);
            spared.into()
        }
        None => page,
    };
    Response::from_parts(head, Body::from(page))
}

fn spared(page: &str) -> Option<String> {
    if page.contains(ISLAND) {
        return None;
    }
    let (before, rest) = page.split_once(BEGIN)?;
    let (_, behind) = rest.split_once(END)?;
    Some([before, behind].concat())
}
