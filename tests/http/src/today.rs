//! `/`: what each kind of user sees first.

use test_support::TestApp;

#[tokio::test]
async fn a_new_hire_sees_the_lamp_and_the_one_thing_to_do() {
    let app = TestApp::new().await;
    let page = app.sign_in("trainee").await.get("/").await;
    assert_eq!(page.status, 200);
    let text = page.text();
    assert!(text.contains("data-status=\"not-started\""), "{text}");
    assert!(text.contains("未开始"), "{text}");
    assert_eq!(text.matches("now-card").count(), 1, "{text}");
    assert!(text.contains("现在要做的一件事"), "{text}");
}

#[tokio::test]
async fn nobody_sees_today_without_signing_in() {
    let answer = TestApp::new().await.get("/").await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("location")),
        (303, "/sign-in?next=%2F")
    );
}
