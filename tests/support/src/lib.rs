//! What the tests share: the server in the test's own process on a data folder of its own, people signed in
//! to it, and answers that are easy to look at.
//!
//! ```ignore
//! let app = TestApp::new().await;
//! let trainee = app.sign_in("trainee").await;
//! let answer = trainee.get("/courses").await;
//! assert_eq!(answer.status, 200);
//! let answer = trainee.submit("/do/change-password", "/password", &[("password_now", "wrong")]).await;
//! ```
#![expect(clippy::expect_used, reason = "a test that cannot ask has failed")]

mod answer;
mod client;
pub mod html;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use app::site::Site;
use axum::{Router, body::Body, http::Request, response::Response};
use domain::time::Moment;
use shanggang::{
    clock, demo,
    router::{AppState, router},
    start::{self, Settings},
};
use tempfile::TempDir;
use tower::ServiceExt as _;

pub use answer::Answer;
pub use client::Client;

/// The whole service with the demo accounts, without a socket. Its clock is the real one, moved by [`TestApp::wait`].
pub struct TestApp {
    router: Router,
    site: Arc<Site>,
    ahead: Arc<AtomicI64>,
    folder: TempDir,
}

impl TestApp {
    /// A server on the shipped content.
    pub async fn new() -> Self {
        Self::with_content(&shipped_content()).await
    }

    /// A server on another content folder.
    pub async fn with_content(content: &Path) -> Self {
        Self::start(content, "http://localhost").await
    }

    /// A server on the shipped content that browsers reach at this address.
    pub async fn at(public_url: &str) -> Self {
        Self::start(&shipped_content(), public_url).await
    }

    async fn start(content: &Path, public_url: &str) -> Self {
        let folder = TempDir::new().expect("a folder for the data");
        let settings = Settings {
            data: folder.path().join("data"),
            content: content.to_owned(),
            public_url: public_url.to_owned(),
            demo: true,
            keep_recordings: start::KEEP_RECORDINGS,
        };
        let ahead = Arc::new(AtomicI64::new(0));
        let site = start::site(settings).await.expect("a site that starts");
        let mut site = Arc::try_unwrap(site).ok().expect("nobody else has the site yet");
        let moved = Arc::clone(&ahead);
        site.clock = Arc::new(move || clock::now().plus_seconds(moved.load(Ordering::Relaxed)));
        let site = Arc::new(site);
        Self {
            router: router(AppState::new(Arc::clone(&site))),
            site,
            ahead,
            folder,
        }
    }

    /// Lets the server's clock jump ahead.
    pub fn wait(&self, seconds: i64) {
        self.ahead.fetch_add(seconds, Ordering::Relaxed);
    }

    /// The server's clock.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.site.now()
    }

    /// What the server works with.
    #[must_use]
    pub fn site(&self) -> &Arc<Site> {
        &self.site
    }

    /// A folder that lives as long as the server, with the data in `data`.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A browser nobody is signed in with.
    #[must_use]
    pub fn browser(&self) -> Client {
        Client::new(self.router.clone())
    }

    /// A browser in which a demo account is signed in.
    pub async fn sign_in(&self, login: &str) -> Client {
        let client = self.browser();
        let fields = [("login", login), ("password", demo::PASSWORD)];
        let answer = client.submit("/do/sign-in", "/sign-in", &fields).await;
        assert_eq!(answer.header("location"), "/", "{login} cannot sign in");
        client
    }

    /// Opens a page as nobody.
    pub async fn get(&self, path: &str) -> Answer {
        self.browser().get(path).await
    }

    /// Sends any request and leaves the body to be read.
    pub async fn begin(&self, request: Request<Body>) -> Response {
        let response = self.router.clone().oneshot(request).await;
        response.unwrap_or_else(|never| match never {})
    }

    /// Sends any request.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        Answer::read(self.begin(request).await).await
    }
}

/// The content folder that ships.
#[must_use]
pub fn shipped_content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}
