use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

/// What the API can do, in OpenAPI 3.1. A test holds it to the routes and to real answers.
const DESCRIPTION: &str = include_str!("openapi.json");

/// `GET /api/v1/openapi.json`. It tells nothing about anybody, so it needs no token.
pub(super) async fn answer() -> Response {
    let mut response = DESCRIPTION.into_response();
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
