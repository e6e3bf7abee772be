//! Policies: read, acknowledged once for each edition; phrases and practice beside them.

use test_support::TestApp;

const POLICY: &str = "/policies/confidentiality";

fn shown(page: &str) -> String {
    let (_, rest) = page
        .split_once("name=\"shown\" value=\"")
        .expect("the form to acknowledge");
    rest.split('"').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_policy_is_acknowledged_once() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let page = trainee.get(POLICY).await;
    assert_eq!(page.status, 200);
    let shown = shown(page.text());
    let fields = [("policy", "confidentiality"), ("shown", shown.as_str())];
    for _ in 0..2 {
        trainee.submit("/do/acknowledge", POLICY, &fields).await;
    }
    let page = trainee.get(POLICY).await;
    assert!(page.text().contains("你已在"), "{}", page.text());
    assert!(!page.text().contains("/do/acknowledge"));
    assert_eq!(trainee.get("/me").await.text().matches("确认制度：").count(), 1);
}

#[tokio::test]
async fn only_what_was_on_the_screen_is_acknowledged() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    for shown in ["", "no hash", &"0".repeat(64)] {
        let fields = [("policy", "confidentiality"), ("shown", shown)];
        trainee.submit("/do/acknowledge", POLICY, &fields).await;
        let page = trainee.get(POLICY).await;
        assert!(page.text().contains("刚刚更新过"), "{shown}");
        assert!(!page.text().contains("你已在"), "{shown}");
    }
    let fields = [("policy", "none"), ("shown", "x")];
    assert_eq!(
        trainee.submit("/do/acknowledge", POLICY, &fields).await.status,
        404
    );
    assert_eq!(trainee.get("/policies/none").await.status, 404);
}

#[tokio::test]
async fn a_recruiter_acknowledges_nothing() {
    let app = TestApp::new().await;
    let recruiter = app.sign_in("recruiter").await;
    let fields = [("policy", "confidentiality"), ("shown", "x")];
    assert_eq!(
        recruiter
            .submit("/do/acknowledge", "/phrases", &fields)
            .await
            .status,
        403
    );
}

#[tokio::test]
async fn phrases_and_practice_are_listed() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let phrases = trainee.get("/phrases").await;
    assert!(phrases.text().contains("可以说") && phrases.text().contains("不能说"));
    let practice = trainee.get("/practice").await;
    let (own, other) = ("/scenarios/wrong-department", "/scenarios/late-delivery");
    let place = |link: &str| practice.text().find(link).expect(link);
    assert!(place(own) < place(other), "what the role asks for comes first");
}
