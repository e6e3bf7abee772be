//! Time, attempts and waiting: the server decides.

use super::{QUIZ, SHORT, Taker, pair};
use domain::evidence::Outcome;
use store::attempts::State;

#[tokio::test]
async fn answers_after_the_deadline_do_not_count() {
    let taker = Taker::new("pass: 80%\ntime: 5min", SHORT).await;
    let path = taker.start().await;
    let right = taker.right(&path).await;
    let page = taker.page(&path).await;
    assert!(page.contains("5:00") || page.contains("4:5"), "time left");
    taker.save(&path, &[("q1", "您好"), ("seq1", "1")]).await;
    taker.app.wait(5 * 60 + 5);
    assert_eq!(
        taker.save(&path, &[("q1", "您好！"), ("seq1", "2")]).await,
        "saved",
        "a few seconds of grace"
    );
    taker.app.wait(6);
    assert_eq!(taker.save(&path, &[("q0", "0"), ("seq0", "3")]).await, "closed");
    assert!(taker.page(&path).await.contains("时间到了"));
    assert_eq!(
        taker.attempt(&path).await.state,
        State::Open,
        "opening a page writes nothing"
    );
    taker.press("submit", &path, &page, &right).await;
    let attempt = taker.attempt(&path).await;
    assert_eq!(attempt.questions[0].answer, None);
    assert_eq!(attempt.outcome, Some(Outcome::Failed));
}

#[tokio::test]
async fn the_server_collects_what_nobody_hands_in() {
    let taker = Taker::new("pass: 50%\ntime: 5min", SHORT).await;
    let path = taker.start().await;
    taker.save(&path, &[("q1", "您好"), ("seq1", "1")]).await;
    let site = taker.app.site();
    assert_eq!(app::quiz::close_overdue(site).await.unwrap(), 0);
    taker.app.wait(400);
    assert_eq!(app::quiz::close_overdue(site).await.unwrap(), 1);
    assert_eq!(app::quiz::close_overdue(site).await.unwrap(), 0);
    let attempt = taker.attempt(&path).await;
    assert_eq!(attempt.outcome, Some(Outcome::Passed));
    assert_eq!(attempt.submitted, attempt.deadline, "the deadline is its end");
    assert_eq!(taker.results().await, 1);
}

#[tokio::test]
async fn the_wait_counts_from_the_deadline_and_not_from_when_it_was_collected() {
    let taker = Taker::new("pass: 50%\ntime: 5min\nwait: 1h", SHORT).await;
    taker.start().await;
    taker.app.wait(3600);
    assert_eq!(app::quiz::close_overdue(taker.app.site()).await.unwrap(), 1);
    assert_eq!(taker.press_start().await.header("location"), QUIZ);
    taker.app.wait(300);
    taker.start().await;
}

#[tokio::test]
async fn a_quiz_closes_for_everybody() {
    let taker = Taker::new("pass: 80%\ntime: 3h\nclose: 2099-01-01 12:00", SHORT).await;
    assert!(taker.page(QUIZ).await.contains("2099-01-01 12:00"));
    let close = taker.app.site().calendar.parse_local("2099-01-01T12:00").unwrap();
    taker.app.wait(close.seconds_since(taker.app.now()) - 3600);
    let client = taker.app.sign_in("trainee").await;
    let taker = Taker { client, ..taker };
    let path = taker.start().await;
    let attempt = taker.attempt(&path).await;
    assert_eq!(attempt.deadline, Some(close), "not the three hours of the limit");
    taker.app.wait(3600 + 60);
    assert_eq!(app::quiz::close_overdue(taker.app.site()).await.unwrap(), 1);
    assert!(taker.page(QUIZ).await.contains("这个测验已经截止"));
    assert_eq!(taker.press_start().await.header("location"), QUIZ);
}

#[tokio::test]
async fn starting_again_collects_the_one_whose_time_is_over() {
    let taker = Taker::new("pass: 80%\ntime: 5min\nattempts: 2", SHORT).await;
    let first = taker.start().await;
    taker.app.wait(400);
    let second = taker.start().await;
    assert_ne!(first, second);
    assert_eq!(taker.attempt(&first).await.state, State::Graded);
}

#[tokio::test]
async fn attempts_are_used_up() {
    let taker = Taker::new("pass: 80%\nattempts: 2", SHORT).await;
    taker.take(false).await;
    taker.take(false).await;
    let page = taker.page(QUIZ).await;
    assert!(page.contains("考试次数已经用完") && !page.contains("开始考试"));
    assert_eq!(taker.press_start().await.header("location"), QUIZ);
    assert!(
        taker.page(QUIZ).await.contains("role=\"alert\""),
        "the reason is said"
    );
    assert_eq!(taker.results().await, 2);
}

#[tokio::test]
async fn one_waits_between_attempts() {
    let taker = Taker::new("pass: 80%\nwait: 1h", SHORT).await;
    taker.take(false).await;
    let page = taker.page(QUIZ).await;
    assert!(page.contains("以后可以再考") && !page.contains("开始考试"));
    assert_eq!(taker.press_start().await.header("location"), QUIZ);
    taker.app.wait(3600);
    taker.start().await;
}

#[tokio::test]
async fn two_starts_at_once_make_one_attempt() {
    let taker = Taker::new("pass: 80%", SHORT).await;
    let (one, other) = tokio::join!(taker.press_start(), taker.press_start());
    assert_eq!(one.header("location"), other.header("location"));
    assert!(one.header("location").starts_with("/attempts/"));
}

#[tokio::test]
async fn an_essay_waits_for_its_rating_and_is_never_failed() {
    let essay = "\n## letter\n`essay` `tags: writing`\n\n写一封道歉信。\n\n- 语气 (0..3): 先道歉\n- 内容 (0..2): 说清办法\n";
    let taker = Taker::new("pass: 80%\nattempts: 2", essay).await;
    let path = taker.take(true).await;
    let page = taker.page(&path).await;
    assert!(
        page.contains("等待评分") && !page.contains("未通过") && !page.contains("还差"),
        "{page}"
    );
    assert!(taker.page(QUIZ).await.contains("等待评分"));
    assert_eq!(taker.press_start().await.header("location"), QUIZ);
    let empty = Taker::new("pass: 80%", essay).await;
    let path = empty.take(false).await;
    assert_eq!(
        empty.attempt(&path).await.outcome,
        Some(Outcome::Failed),
        "nothing to rate"
    );
    let page = empty.page(&path).await;
    let answer = empty.press("submit", &path, &page, &[pair("q0", "晚了")]).await;
    assert_eq!(answer.status, 400, "the result page has no form to send again");
}

#[tokio::test]
async fn a_rated_essay_gives_the_result_once() {
    let essay = "\n## letter\n`essay` `tags: writing`\n\n写一封道歉信。\n\n- 语气 (0..3): 先道歉\n- 内容 (0..2): 说清办法\n";
    let taker = Taker::new("pass: 60%", essay).await;
    let path = taker.take(true).await;
    let trainer = taker.app.sign_in("trainer").await;
    let id = path.trim_start_matches("/attempts/");
    let queue = trainer.get("/ratings").await;
    for text in ["写一封道歉信", "我会先道歉，再查单。", "说清办法"] {
        assert!(queue.text().contains(text), "{text}: {}", queue.text());
    }
    assert!(!queue.text().contains("演示学员"), "not whose it is");
    let rate = async |tone: &str| {
        let fields = [
            ("attempt", id),
            ("part", "0"),
            ("level0", tone),
            ("level1", "1"),
            ("note", "好"),
            ("quote", "我会先道歉"),
        ];
        trainer.submit("/do/rate-essay", "/password", &fields).await
    };
    let _too_high = rate("4").await;
    assert_eq!(
        taker.attempt(&path).await.state,
        State::Pending,
        "4 of 3 is no level"
    );
    let own = [("attempt", id), ("part", "0"), ("level0", "3"), ("level1", "2")];
    assert_eq!(
        taker
            .client
            .submit("/do/rate-essay", "/password", &own)
            .await
            .status,
        403
    );
    rate("3").await;
    let attempt = taker.attempt(&path).await;
    assert_eq!(
        (attempt.state, attempt.outcome),
        (State::Graded, Some(Outcome::Passed))
    );
    assert_eq!(attempt.score.map(domain::score::Milli::rounded), Some(80));
    rate("0").await;
    assert_eq!(taker.attempt(&path).await, attempt, "rated once");
    assert!(taker.page(&path).await.contains("已通过"));
}
