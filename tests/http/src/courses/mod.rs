//! Courses and lessons: done when their rule says so, and checks that keep their key to themselves.

mod special;

use test_support::{Answer, Client, TestApp};

const LESSON: &str = "/courses/service-basics/polite-words";
const READ: &str = "/courses/service-basics/posts-and-standards";

async fn answer(client: &Client, check: &str, picks: &[&str]) -> Answer {
    let mut fields = vec![
        ("lesson", "service-basics/polite-words"),
        ("check", check),
        ("at", check),
    ];
    fields.extend(picks.iter().map(|pick| ("answer", *pick)));
    client.submit("/do/answer-check", LESSON, &fields).await
}

async fn complete(client: &Client, lesson: &str) -> Answer {
    let from = format!("/courses/{lesson}");
    client
        .submit("/do/complete-lesson", &from, &[("lesson", lesson)])
        .await
}

#[tokio::test]
async fn courses_of_ones_role_come_first() {
    let app = TestApp::new().await;
    let page = app.sign_in("trainee").await.get("/courses").await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("本岗位要求"));
    assert!(
        page.text().contains("href=\"/courses/service-basics\""),
        "{}",
        page.text()
    );
}

#[tokio::test]
async fn a_course_shows_its_lessons_and_its_quiz() {
    let app = TestApp::new().await;
    let page = app.sign_in("trainee").await.get("/courses/service-basics").await;
    for link in [READ, LESSON, "/quizzes/service-basics/quiz"] {
        assert!(page.text().contains(&format!("href=\"{link}\"")), "{link}");
    }
    assert!(page.text().contains("已学 0 / 4 节"));
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    for path in [
        "/courses/none",
        "/courses/none/none",
        "/courses/service-basics/none",
    ] {
        assert_eq!(trainee.get(path).await.status, 404, "{path}");
    }
    assert_eq!(complete(&trainee, "service-basics/none").await.status, 404);
}

#[tokio::test]
async fn learning_is_for_learners_and_trainers_read_along() {
    let app = TestApp::new().await;
    let recruiter = app.sign_in("recruiter").await;
    for path in [
        "/courses",
        "/courses/service-basics",
        LESSON,
        "/practice",
        "/me",
        "/policies/confidentiality",
    ] {
        assert_eq!(recruiter.get(path).await.status, 403, "{path}");
    }
    let trainer = app.sign_in("trainer").await;
    let page = trainer.get(READ).await;
    assert_eq!(page.status, 200);
    assert!(!page.text().contains("/do/complete-lesson"));
    let refused = complete(&trainer, "service-basics/posts-and-standards").await;
    assert_eq!(refused.status, 403);
}

#[tokio::test]
async fn a_lesson_is_done_once_however_often_it_is_sent() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    for _ in 0..2 {
        let answer = complete(&trainee, "service-basics/posts-and-standards").await;
        assert_eq!(answer.header("location"), LESSON, "on to the next lesson");
    }
    assert!(
        trainee
            .get("/courses/service-basics")
            .await
            .text()
            .contains("已学 1 / 4 节")
    );
    let file = trainee.get("/me").await;
    assert_eq!(file.text().matches("学完：").count(), 1, "{}", file.text());
    assert!(file.text().contains("演示学员"));
}

#[tokio::test]
async fn opening_a_lesson_writes_nothing() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let before = app.site().store.commits();
    for path in [
        "/",
        "/courses",
        LESSON,
        READ,
        "/me",
        "/practice",
        "/phrases",
        "/policies/confidentiality",
    ] {
        assert_eq!(trainee.get(path).await.status, 200, "{path}");
    }
    assert_eq!(app.site().store.commits(), before);
}

#[tokio::test]
async fn a_check_keeps_its_key_until_it_is_right() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let (wrong, other, why) = ("用规定挡住了客户", "没有批准就答应", "说自己能做的动作");
    let fresh = trainee.get(LESSON).await;
    for secret in [wrong, other, why, "data-mark", "checked"] {
        assert!(!fresh.text().contains(secret), "{secret}");
    }
    let sent = answer(&trainee, "check-refund", &["0"]).await;
    assert_eq!(sent.header("location"), format!("{LESSON}#check-refund"));
    let page = trainee.get(LESSON).await;
    assert!(page.text().contains("还不对"));
    assert!(page.text().contains(wrong), "the feedback of what was picked");
    for secret in [other, why, "data-mark=\"right\""] {
        assert!(!page.text().contains(secret), "{secret}");
    }
    answer(&trainee, "check-refund", &["2"]).await;
    let page = trainee.get(LESSON).await;
    for shown in ["答对了", why, "data-mark=\"right\""] {
        assert!(page.text().contains(shown), "{shown}");
    }
    assert!(
        !page.text().contains("拿权威压人解决不了他的事"),
        "the other check keeps its own"
    );
}

#[tokio::test]
async fn an_answer_must_be_one() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    answer(&trainee, "check-refund", &[]).await;
    assert!(trainee.get(LESSON).await.text().contains("还没有作答"));
    answer(&trainee, "check-refund", &["17"]).await;
    assert!(
        trainee.get(LESSON).await.text().contains("还没有作答"),
        "there is no such option"
    );
    assert_eq!(answer(&trainee, "check-none", &["0"]).await.status, 404);
}

#[tokio::test]
async fn the_last_right_check_completes_a_lesson() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let early = complete(&trainee, "service-basics/polite-words").await;
    assert_eq!(early.header("location"), LESSON);
    let page = trainee.get(LESSON).await;
    assert!(
        page.text().contains("再答对 2 题就完成"),
        "said by the foot and the message"
    );
    assert!(!page.text().contains("/do/complete-lesson"));
    answer(&trainee, "check-refund", &["2"]).await;
    assert!(!trainee.get("/me").await.text().contains("学完："));
    for _ in 0..2 {
        answer(&trainee, "check-authority", &["1"]).await;
    }
    let file = trainee.get("/me").await;
    assert_eq!(file.text().matches("学完：").count(), 1, "{}", file.text());
}

#[tokio::test]
async fn a_quiz_under_its_course_is_found() {
    let app = TestApp::new().await;
    let answer = app
        .sign_in("trainee")
        .await
        .get("/courses/service-basics/quiz")
        .await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("location")),
        (303, "/quizzes/service-basics/quiz")
    );
}
