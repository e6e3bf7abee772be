//! What the tests share: the server in the test's own process, and answers that are easy to look at.
//!
//! ```ignore
//! let app = TestApp::new();
//! let answer = app.get("/sign-in").await;
//! assert_eq!(answer.status, 200);
//! ```
#![expect(clippy::expect_used, reason = "a test that cannot ask has failed")]

mod answer;

use axum::{
    Router,
    body::Body,
    http::{Request, header},
};
use shanggang::router::{AppState, router};
use tower::ServiceExt as _;

pub use answer::Answer;

/// The whole service, without a socket.
#[derive(Debug)]
pub struct TestApp {
    router: Router,
}

impl TestApp {
    /// A server as `serve` makes it.
    #[must_use]
    pub fn new() -> Self {
        Self {
            router: router(AppState::new()),
        }
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).expect("a valid path"))
            .await
    }

    /// Sends a form as a browser without scripts does, from a page of our own.
    pub async fn submit(&self, action: &str, from: &str, fields: &str) -> Answer {
        let request = Request::post(action)
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::REFERER, from)
            .header(header::CONTENT_LENGTH, fields.len())
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(fields.to_owned()));
        self.send(request.expect("a valid form")).await
    }

    /// Sends any request.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await;
        Answer::read(response.unwrap_or_else(|never| match never {})).await
    }
}

impl Default for TestApp {
    fn default() -> Self {
        Self::new()
    }
}
