//! What holds for every form.

use axum::{body::Body, http::Request};
use test_support::TestApp;

#[tokio::test]
async fn a_form_leads_back_to_its_page() {
    let answer = TestApp::new()
        .submit("/do/set-theme", "http://localhost/sign-in", "theme=dark")
        .await;
    assert_eq!(answer.status, 302);
    assert_eq!(
        answer.header("location").trim_end_matches('?'),
        "http://localhost/sign-in"
    );
    assert_eq!(
        answer.header("set-cookie"),
        "theme=dark; Path=/; Max-Age=31536000; SameSite=Lax"
    );
}

#[tokio::test]
async fn another_site_cannot_send_it() {
    let app = TestApp::new();
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("origin", "http://elsewhere.example"),
    ] {
        let request = Request::post("/do/set-theme")
            .header("host", "localhost")
            .header("content-type", "application/x-www-form-urlencoded")
            .header(name, value)
            .body(Body::from("theme=dark"))
            .unwrap();
        let answer = app.send(request).await;
        assert_eq!(answer.status, 403, "{name}: {value}");
        assert_eq!(answer.header("set-cookie"), "");
    }
}

#[tokio::test]
async fn reading_changes_nothing() {
    let answer = TestApp::new().get("/do/set-theme?theme=dark").await;
    assert_eq!(answer.status, 405);
    assert_eq!(answer.header("set-cookie"), "");
}

#[tokio::test]
async fn a_body_has_a_limit() {
    let fields = format!("theme={}", "x".repeat(300_000));
    let answer = TestApp::new()
        .submit("/do/set-theme", "http://localhost/sign-in", &fields)
        .await;
    assert_eq!(answer.status, 413);
}
