//! Signing in and out, passwords, and forms that met an expired session.

use test_support::TestApp;

const HOURS: i64 = 3600;

#[tokio::test]
async fn a_wrong_password_is_said_and_the_login_kept() {
    let app = TestApp::new().await;
    let browser = app.browser();
    let fields = [("login", "trainee"), ("password", "wrong")];
    let answer = browser.submit("/do/sign-in", "/sign-in", &fields).await;
    assert_eq!(answer.header("location"), "/sign-in");
    let page = browser.get("/sign-in").await;
    assert!(page.text().contains("账号或密码不对。还可以再试 4 次。"));
    assert!(page.text().contains("value=\"trainee\""));
    assert!(!page.text().contains("wrong"));
    let page = browser.get("/sign-in").await;
    assert!(!page.text().contains("账号或密码不对"), "said once");
}

#[tokio::test]
async fn guessing_is_slowed_down() {
    let app = TestApp::new().await;
    let browser = app.browser();
    for _ in 0..5 {
        browser
            .submit(
                "/do/sign-in",
                "/sign-in",
                &[("login", "trainee"), ("password", "wrong")],
            )
            .await;
    }
    let right = [("login", "trainee"), ("password", "shanggang-demo")];
    browser.submit("/do/sign-in", "/sign-in", &right).await;
    assert!(browser.get("/sign-in").await.text().contains("15 分钟后再试"));
    app.wait(HOURS);
    assert_eq!(
        browser
            .submit("/do/sign-in", "/sign-in", &right)
            .await
            .header("location"),
        "/"
    );
}

#[tokio::test]
async fn a_page_behind_sign_in_comes_back_after_it() {
    let app = TestApp::new().await;
    let browser = app.browser();
    let answer = browser.get("/password").await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("location")),
        (303, "/sign-in?next=%2Fpassword")
    );
    let fields = [
        ("login", "trainee"),
        ("password", "shanggang-demo"),
        ("next", "/password"),
    ];
    let answer = browser
        .submit("/do/sign-in", "/sign-in?next=%2Fpassword", &fields)
        .await;
    assert_eq!(answer.header("location"), "/password");
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let session = trainee.cookie("session").unwrap();
    let answer = trainee.submit("/do/sign-out", "/password", &[]).await;
    assert_eq!(trainee.cookie("session"), None);
    assert_eq!(
        answer.header("clear-site-data"),
        "\"storage\"",
        "answers that wait in the browser are forgotten"
    );
    let request = axum::http::Request::get("/password").header("cookie", format!("session={session}"));
    let answer = app.send(request.body(axum::body::Body::empty()).unwrap()).await;
    assert_eq!(answer.status, 303, "the old token lets nobody in");
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    let app = TestApp::new().await;
    let (here, elsewhere) = (app.sign_in("trainee").await, app.sign_in("trainee").await);
    let short = [("password_now", "shanggang-demo"), ("password_new", "short")];
    here.submit("/do/change-password", "/password", &short).await;
    assert!(here.get("/password").await.text().contains("太短了"));
    let wrong = [
        ("password_now", "not mine at all"),
        ("password_new", "a longer password"),
    ];
    here.submit("/do/change-password", "/password", &wrong).await;
    assert!(here.get("/password").await.text().contains("现在的密码不对"));
    let good = [
        ("password_now", "shanggang-demo"),
        ("password_new", "a longer password"),
    ];
    assert_eq!(
        here.submit("/do/change-password", "/password", &good)
            .await
            .header("location"),
        "/"
    );
    assert_eq!(here.get("/password").await.status, 200);
    assert_eq!(elsewhere.get("/password").await.status, 303);
}

#[tokio::test]
async fn a_form_that_met_an_expired_session_goes_on_after_sign_in() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let page = trainee.get("/password").await;
    assert_eq!(page.status, 200);
    app.wait(9 * HOURS);
    let fields = [
        ("password_now", "shanggang-demo"),
        ("password_new", "a longer password"),
    ];
    let answer = trainee.post("/do/change-password", "/password", &fields).await;
    let to = answer.header("location").to_owned();
    assert!(to.starts_with("/sign-in?kept="), "{to}");
    let page = trainee.get(&to).await;
    assert!(page.text().contains("你刚才提交的内容还在"));
    let kept = to.split(['=', '&']).nth(1).unwrap().to_owned();
    let fields = [
        ("login", "trainee"),
        ("password", "shanggang-demo"),
        ("kept", kept.as_str()),
    ];
    trainee.submit("/do/sign-in", &to, &fields).await;
    assert!(trainee.follow("/").await.text().contains("密码已修改"));
}

#[tokio::test]
async fn the_language_follows_the_browser_then_the_choice() {
    let app = TestApp::new().await;
    let browser = app.browser();
    assert!(
        browser
            .get("/sign-in")
            .await
            .text()
            .contains("<html lang=\"zh-CN\"")
    );
    browser
        .submit("/do/set-language", "/sign-in", &[("language", "en")])
        .await;
    assert!(browser.get("/sign-in").await.text().contains("<html lang=\"en\""));
}

#[tokio::test]
async fn ones_sessions_are_listed_and_can_be_ended() {
    let app = TestApp::new().await;
    let (office, phone) = (app.sign_in("trainee").await, app.sign_in("trainee").await);
    let stranger = app.sign_in("recruiter").await;
    let page = office.get("/password").await;
    assert_eq!(
        page.text().matches("name=\"which\"").count(),
        1,
        "{}",
        page.text()
    );
    let which = crate::play_content::hidden(page.text(), "which");
    stranger
        .submit("/do/end-session", "/password", &[("which", &which)])
        .await;
    assert_eq!(phone.get("/courses").await.status, 200, "only one's own");
    office
        .submit("/do/end-session", "/password", &[("which", &which)])
        .await;
    assert_eq!(phone.get("/courses").await.status, 303);
    assert_eq!(office.get("/courses").await.status, 200);

    let again = app.sign_in("trainee").await;
    office.submit("/do/end-other-sessions", "/password", &[]).await;
    assert_eq!(again.get("/courses").await.status, 303);
    assert_eq!(office.get("/courses").await.status, 200);
}
