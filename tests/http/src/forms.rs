//! What holds for every form.

use axum::{body::Body, http::Request};
use test_support::TestApp;

#[tokio::test]
async fn a_form_leads_back_to_its_page() {
    let app = TestApp::new().await;
    let answer = app
        .browser()
        .submit("/do/set-theme", "/sign-in?next=%2Fme", &[("theme", "dark")])
        .await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("location")),
        (303, "/sign-in?next=%2Fme")
    );
    assert_eq!(
        answer.header("set-cookie"),
        "theme=dark; Path=/; Max-Age=31536000; SameSite=Lax"
    );
}

#[tokio::test]
async fn a_form_that_came_from_elsewhere_leads_home() {
    let app = TestApp::new().await;
    let request = Request::post("/do/set-theme")
        .header("host", "localhost")
        .header("accept", "text/html")
        .header("referer", "http://elsewhere.example/trap")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from("theme=dark"))
        .unwrap();
    assert_eq!(app.send(request).await.header("location"), "/");
}

#[tokio::test]
async fn another_site_cannot_send_it() {
    let app = TestApp::new().await;
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
async fn a_form_without_the_sessions_token_changes_nothing() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let fields = [
        ("password_now", "shanggang-demo"),
        ("password_new", "quite another one"),
        ("token", "made up"),
    ];
    let answer = trainee.post("/do/change-password", "/password", &fields).await;
    assert_eq!(answer.status, 403);
    assert!(answer.text().contains("页面已过期"), "{}", answer.text());
    app.sign_in("trainee").await;
}

#[tokio::test]
async fn a_form_that_cannot_be_read_says_so() {
    let app = TestApp::new().await;
    let answer = app
        .browser()
        .post("/do/sign-in", "/sign-in", &[("login", "trainee")])
        .await;
    assert_eq!(answer.status, 400);
    assert!(answer.text().contains("什么都没有改动"));
}

#[tokio::test]
async fn reading_changes_nothing() {
    let answer = TestApp::new().await.get("/do/set-theme?theme=dark").await;
    assert!(answer.status.is_client_error(), "{}", answer.status);
    assert_eq!(answer.header("set-cookie"), "");
}

#[tokio::test]
async fn a_body_has_a_limit() {
    let theme = "x".repeat(300_000);
    let answer = TestApp::new()
        .await
        .browser()
        .post("/do/set-theme", "/sign-in", &[("theme", &theme)])
        .await;
    assert_eq!(answer.status, 413);
}
