//! Reports as files, for spreadsheets.

use app::{refusal::Refusal, reports::statistics_csv, visitor::Visitor};
use axum::{
    Extension,
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};

/// `GET /reports/quizzes/{course}/{quiz}/statistics.csv`: the statistics of a quiz, for trainers.
pub(crate) async fn statistics(
    Extension(visitor): Extension<Visitor>,
    Path((course, quiz)): Path<(String, String)>,
) -> Response {
    match statistics_csv(&visitor, &format!("{course}/{quiz}")).await {
        Ok(file) => (headers(&course, &quiz), file).into_response(),
        Err(Refusal::SignIn) => Redirect::to("/sign-in").into_response(),
        Err(Refusal::Forbidden) => StatusCode::FORBIDDEN.into_response(),
        Err(Refusal::NotFound) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(%error, "cannot make a report");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn headers(course: &str, quiz: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let csv = HeaderValue::from_static("text/csv; charset=utf-8");
    headers.insert(header::CONTENT_TYPE, csv);
    // Ids of quizzes that exist are letters, digits and hyphens; anything else keeps the browser's own name.
    if let Ok(name) = HeaderValue::try_from(format!("attachment; filename=\"{course}-{quiz}.csv\"")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    let private = HeaderValue::from_static("private, no-store");
    headers.insert(header::CACHE_CONTROL, private);
    headers
}
