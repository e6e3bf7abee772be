//! A page without islands loads no scripts: on a phone that is most of what a first visit would download.

use axum::{
    body::{Body, to_bytes},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use memchr::memmem;

/// What every island of a page begins with.
const ISLAND: &[u8] = b"<leptos-island";

/// Where in the head the part begins that brings islands to life, and where it ends.
const BEGIN: &[u8] = b"<link rel=\"modulepreload\"";
const END: &[u8] = b"</script>";

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
    let page = match spared(&page) {
        Some(spared) => {
            head.headers.remove(header::CONTENT_LENGTH);
            spared.into()
        }
        None => page,
    };
    Response::from_parts(head, Body::from(page))
}

fn spared(page: &[u8]) -> Option<Vec<u8>> {
    if memmem::find(page, ISLAND).is_some() {
        return None;
    }
    let begin = memmem::find(page, BEGIN)?;
    let end = begin + memmem::find(&page[begin..], END)? + END.len();
    Some([&page[..begin], &page[end..]].concat())
}
