//! Policies: read, acknowledged once for each edition; phrases, practice and search beside them.

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

#[tokio::test]
async fn search_finds_titles_and_texts_one_may_read() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let page = trainee.get("/search?q=%E7%A9%BA%E8%AF%BA").await;
    assert!(
        page.text()
            .contains("href=\"/courses/service-basics/polite-words\""),
        "{}",
        page.text()
    );
    let none = trainee.get("/search?q=zzzzqqq").await;
    assert!(none.text().contains("没有找到"));
    let markup = trainee.get("/search?q=%3Cscript%3E").await;
    assert!(!markup.text().contains("<script>\""), "what was asked is text");
    let recruiter = app.sign_in("recruiter").await;
    let page = recruiter.get("/search?q=%E7%A9%BA%E8%AF%BA").await;
    assert!(!page.text().contains("/courses/service-basics/polite-words"));
}

#[tokio::test]
async fn search_does_not_find_keys() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    // Feedback of a wrong option.
    let query = "%E7%94%A8%E8%A7%84%E5%AE%9A%E6%8C%A1%E4%BD%8F";
    assert!(
        trainee
            .get(&format!("/search?q={query}"))
            .await
            .text()
            .contains("没有找到")
    );
}
