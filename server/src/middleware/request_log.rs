//! One line per request: method, route, status, time. Never the address itself, which can hold a login or a
//! search, and never a body.

use axum::{
    extract::{MatchedPath, Request},
    response::Response,
};
use std::time::Duration;
use tracing::Span;

/// The span of a request.
pub(crate) fn span(request: &Request) -> Span {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("-", MatchedPath::as_str);
    tracing::info_span!("request", method = %request.method(), route)
}

/// The line, once the answer begins. What a probe or a page's assets ask for is told at debug only.
pub(crate) fn answered(response: &Response, took: Duration, _span: &Span) {
    let status = response.status().as_u16();
    let ms = took.as_secs_f64() * 1000.0;
    if response.status().is_server_error() {
        tracing::error!(status, ms, "answered");
    } else {
        tracing::debug!(status, ms, "answered");
    }
}
