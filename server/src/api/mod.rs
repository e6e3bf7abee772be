//! The API for other systems, under `/api/v1`: who may serve customers now, and why or why not yet.
//!
//! Read only, with a bearer token made by `shanggang token add`. What it answers comes from memory: a shift
//! planner may ask for everybody every minute.

mod bearer;
mod gate;
mod live;
mod openapi;
mod problem;
pub(crate) mod report;

use axum::{
    Router,
    response::{IntoResponse, Response},
    routing::get,
};

use crate::router::AppState;
use problem::Problem;

/// Everything under `/api/v1`, to be nested there.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/roles/{role}/people/{login}/gate", get(gate::answer))
        .route("/roles/{role}/live", get(live::answer))
        .route("/openapi.json", get(openapi::answer))
        .fallback(no_such_address)
        .method_not_allowed_fallback(async || Problem::MethodNotAllowed)
}

/// What an address of the API answers that does not exist.
pub(crate) async fn no_such_address() -> Response {
    Problem::NoSuchAddress.into_response()
}
