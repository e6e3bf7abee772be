//! Recordings of spoken answers: taken in as the browser made them, and sent to whoever may hear them.
//!
//! They are no form's fields and much larger than any form, so they have an address and a limit of their own. What is
//! refused is told in words, which the page shows.

mod range;

use std::sync::Arc;

use app::{
    play::{self, Arrived},
    refusal::Refusal,
    site::Site,
    t,
    visitor::Visitor,
};
use axum::{
    Extension, Router,
    body::{Body, to_bytes},
    extract::{Path, Request},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::from_fn_with_state,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::scenario::recording::{LARGEST, Sound};
use tower_http::trace::TraceLayer;

use crate::{
    middleware::{request_log, visitor},
    router::AppState,
};

/// Where a page puts the token of its forms.
const TOKEN: &str = "x-form-token";

/// `POST /recordings/{play}/{step}` and `GET /recordings/{id}`.
pub(crate) fn routes(site: &Arc<Site>) -> Router<AppState> {
    let trace = TraceLayer::new_for_http()
        .make_span_with(request_log::span)
        .on_response(request_log::answered);
    Router::new()
        .route("/recordings/{play}/{step}", post(keep))
        .route("/recordings/{id}", get(hear))
        .layer(from_fn_with_state(Arc::clone(site), visitor::add))
        .layer(trace)
}

/// Takes a recording in; answers with its id, for the form that answers by it.
async fn keep(
    Extension(visitor): Extension<Visitor>,
    Path((play, step)): Path<(String, usize)>,
    request: Request,
) -> Response {
    let texts = visitor.texts;
    if visitor.session.is_none() {
        return told(StatusCode::UNAUTHORIZED, t!(texts, "recording-sign-in"));
    }
    let (head, body) = request.into_parts();
    let of = |name: &str| head.headers.get(name).and_then(|value| value.to_str().ok());
    // That the header is there is what counts: only a page of this site can send one. The token in it may be of a session
    // that ended while somebody was speaking, and what was said shall not be lost with it.
    if of(TOKEN).is_none() {
        return told(StatusCode::FORBIDDEN, t!(texts, "recording-stale"));
    }
    let named = of("content-type").and_then(Sound::of_media_type);
    let too_large = || told(StatusCode::PAYLOAD_TOO_LARGE, play::too_large(texts));
    let length: Option<usize> = of("content-length").and_then(|length| length.parse().ok());
    if length.is_some_and(|length| length > LARGEST) {
        return too_large();
    }
    let Ok(bytes) = to_bytes(body, LARGEST).await else {
        return too_large();
    };
    let Some(sound) = named.filter(|sound| sound.begins(&bytes)) else {
        return told(StatusCode::UNSUPPORTED_MEDIA_TYPE, t!(texts, "recording-kind"));
    };
    let arrived = Arrived {
        play,
        step,
        sound,
        millis: visitor
            .query("millis")
            .and_then(|millis| millis.parse().ok())
            .unwrap_or(0),
        bytes: bytes.to_vec(),
    };
    match play::keep(&visitor, arrived).await {
        Ok(id) => (StatusCode::CREATED, id).into_response(),
        Err(Refusal::Cannot(words)) => told(StatusCode::CONFLICT, words),
        Err(Refusal::NotFound) => told(StatusCode::NOT_FOUND, t!(texts, "play-moved")),
        Err(Refusal::Forbidden | Refusal::SignIn) => {
            told(StatusCode::FORBIDDEN, t!(texts, "recording-sign-in"))
        }
        Err(error) => {
            tracing::error!(%error, "cannot keep a recording");
            told(StatusCode::INTERNAL_SERVER_ERROR, t!(texts, "recording-failed"))
        }
    }
}

fn told(status: StatusCode, words: String) -> Response {
    (status, words).into_response()
}

/// Sends a recording, whole or the part that was asked for.
async fn hear(
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
    request: HeaderMap,
) -> Response {
    let (sound, bytes) = match play::hear(&visitor, &id).await {
        Ok(heard) => heard,
        Err(Refusal::NotFound) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(%error, "cannot read a recording");
            return StatusCode::NOT_FOUND.into_response();
        }
    };
    let asked = request.get(header::RANGE).and_then(|range| range.to_str().ok());
    let mut response = range::part(bytes, asked);
    let headers = response.headers_mut();
    let set = [
        (header::CONTENT_TYPE, sound.media_type()),
        (header::CACHE_CONTROL, "private, no-store"),
        (header::CONTENT_DISPOSITION, "inline"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::ACCEPT_RANGES, "bytes"),
    ];
    for (name, value) in set {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// An answer with these bytes.
fn answer(status: StatusCode, bytes: Vec<u8>) -> Response {
    (status, Body::from(bytes)).into_response()
}
