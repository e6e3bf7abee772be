//! A page begun on one thread may be ended, and dropped, on another: the server has several.

use axum::{
    body::{Body, to_bytes},
    http::Request,
};
use test_support::TestApp;

#[tokio::test]
async fn another_thread_may_end_what_one_began() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let quiz = "/quizzes/service-basics/quiz";
    let started = trainee
        .submit("/do/start-attempt", quiz, &[("quiz", "service-basics/quiz")])
        .await;
    let attempt = started.header("location").to_owned();
    assert!(attempt.starts_with("/attempts/"), "{attempt}");
    let session = format!("session={}", trainee.cookie("session").unwrap());
    let lesson = "/courses/service-basics/polite-words";
    for path in [
        "/",
        "/courses",
        lesson,
        quiz,
        &attempt,
        "/scenarios/wrong-department",
        "/me",
    ] {
        let request = Request::get(path)
            .header("accept", "text/html")
            .header("cookie", session.as_str());
        let page = app.begin(request.body(Body::empty()).unwrap()).await;
        assert_eq!(page.status(), 200, "{path}");
        let read = std::thread::spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
            runtime.block_on(to_bytes(page.into_body(), usize::MAX)).unwrap()
        });
        let body = read.join();
        assert!(
            body.is_ok_and(|body| String::from_utf8_lossy(&body).contains("</html>")),
            "{path} cannot change threads"
        );
    }
}
