//! Looking things up: the search over all content one may read, approved answers, terms.

use test_support::TestApp;

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

#[tokio::test]
async fn what_was_asked_is_marked_where_it_stands() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    // "退款", two characters
    let page = trainee.get("/search?q=%E9%80%80%E6%AC%BE").await;
    assert!(page.text().contains("<mark>退款</mark>"), "{}", page.text());
    assert!(
        page.text().contains("href=\"/knowledge/refund-time\""),
        "{}",
        page.text()
    );
    let english = trainee.get("/search?q=refund&lang=en").await;
    assert_eq!(english.status, 200);
}

#[tokio::test]
async fn what_must_not_be_said_is_found_last_and_says_so() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    // "不知道", which an approved answer and a forbidden phrase have
    let page = trainee.get("/search?q=%E4%B8%8D%E7%9F%A5%E9%81%93").await;
    let text = page.text();
    let warned = text.find("data-tone=\"vermilion\" class=\"chip\">不能说<");
    let approved = text.rfind("class=\"chip\">标准答复<");
    assert!(approved.is_some() && approved < warned, "{text}");
}

#[tokio::test]
async fn a_question_that_nothing_answers_in_full_finds_the_nearest_and_says_so() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    // "退款到底要多久"
    let page = trainee
        .get("/search?q=%E9%80%80%E6%AC%BE%E5%88%B0%E5%BA%95%E8%A6%81%E5%A4%9A%E4%B9%85")
        .await;
    assert!(page.text().contains("下面是最接近的"), "{}", page.text());
    assert!(page.text().contains("href=\"/knowledge/refund-time\""));
}

#[tokio::test]
async fn an_approved_answer_can_be_read_and_copied() {
    let app = TestApp::new().await;
    let recruiter = app.sign_in("recruiter").await;
    let list = recruiter.get("/knowledge").await;
    assert!(
        list.text().contains("href=\"/knowledge/not-sure\""),
        "{}",
        list.text()
    );
    let entry = recruiter.get("/knowledge/not-sure").await;
    assert!(entry.text().contains("才能给您准确的答复"), "{}", entry.text());
    assert_eq!(recruiter.get("/knowledge/nowhere").await.status, 404);
    assert_eq!(app.get("/knowledge").await.status, 303, "sign in first");
}

#[tokio::test]
async fn terms_are_listed_with_their_meaning() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let page = trainee.get("/glossary").await;
    assert!(page.text().contains("<dt>共情</dt>"), "{}", page.text());
}

#[tokio::test]
async fn trainers_see_what_was_not_found_and_looking_for_it_writes_nothing() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let commits = app.site().store.commits();
    for asked in ["zzqqzz", "ZZQQZZ", "13800138000", "%E7%A9%BA%E8%AF%BA"] {
        trainee.get(&format!("/search?q={asked}")).await;
    }
    // What is there, though not for everybody, is not missing.
    let recruiter = app.sign_in("recruiter").await;
    let signed_in = app.site().store.commits();
    recruiter.get("/search?q=%E7%A9%BA%E8%AF%BA").await;
    assert_eq!(app.site().store.commits(), signed_in);
    assert!(
        signed_in > commits,
        "signing in wrote something, so writing is counted"
    );
    let trainer = app.sign_in("trainer").await;
    assert!(trainer.get("/studio").await.text().contains("没有这样的词"));
    app::missed::write_down(app.site()).await.unwrap();
    let page = trainer.get("/studio").await;
    assert!(page.text().contains("zzqqzz"), "{}", page.text());
    assert!(page.text().contains("2 次"));
    for absent in ["13800138000", "空诺", "没有这样的词"] {
        assert!(!page.text().contains(absent), "{absent}");
    }
    app.wait(40 * 24 * 60 * 60);
    let later = app.sign_in("trainer").await;
    assert!(later.get("/studio").await.text().contains("没有这样的词"));
}
