//! Saving as answers are given: late, twice, in another order, from two tabs, without a session.

use super::{SHORT, Taker, pair};

async fn answers(taker: &Taker, path: &str) -> Vec<Option<Vec<String>>> {
    let attempt = taker.attempt(path).await;
    attempt.questions.into_iter().map(|asked| asked.answer).collect()
}

fn text(text: &str) -> Option<Vec<String>> {
    Some(vec![text.to_owned()])
}

#[tokio::test]
async fn answers_are_kept_as_they_are_given() {
    let taker = Taker::new("pass: 80%", SHORT).await;
    let path = taker.start().await;
    assert_eq!(taker.save(&path, &[("q1", "您"), ("seq1", "1")]).await, "saved");
    assert_eq!(
        taker
            .save(
                &path,
                &[("q1", "您好"), ("seq1", "3"), ("q0", "0"), ("seq0", "3")]
            )
            .await,
        "saved"
    );
    // Late, and twice: no effect.
    assert_eq!(
        taker.save(&path, &[("q1", "您好吗"), ("seq1", "2")]).await,
        "saved"
    );
    assert_eq!(taker.save(&path, &[("q1", "您好"), ("seq1", "3")]).await, "saved");
    assert_eq!(answers(&taker, &path).await, [text("0"), text("您好")]);
    let page = taker.page(&path).await;
    assert!(page.contains("value=\"您好\""), "{page}");
    assert_eq!(
        page.matches("data-state=\"answered\"").count(),
        3,
        "two on the sheet, one in its legend"
    );
}

#[tokio::test]
async fn an_answer_can_be_taken_back() {
    let taker = Taker::new("pass: 80%", SHORT).await;
    let path = taker.start().await;
    taker.save(&path, &[("q1", "您好"), ("seq1", "1")]).await;
    taker.save(&path, &[("q1", ""), ("seq1", "2")]).await;
    assert_eq!(
        taker.page(&path).await.matches("data-state=\"answered\"").count(),
        1
    );
}

#[tokio::test]
async fn without_scripts_a_button_saves() {
    let taker = Taker::new("pass: 80%", SHORT).await;
    let path = taker.start().await;
    let page = taker.page(&path).await;
    let answer = taker
        .press("save", &path, &page, &[pair("q1", "<您好> \"")])
        .await;
    assert_eq!(answer.header("location"), path);
    let page = taker.page(&path).await;
    assert!(
        page.contains("答案已保存") && page.contains("&lt;您好&gt;"),
        "{page}"
    );
}

#[tokio::test]
async fn two_tabs_take_nothing_from_each_other() {
    let taker = Taker::new("pass: 80%", SHORT).await;
    let path = taker.start().await;
    let (one, other) = (taker.page(&path).await, taker.page(&path).await);
    taker.press("save", &path, &one, &[pair("q0", "1")]).await;
    taker.press("save", &path, &other, &[pair("q1", "您好")]).await;
    assert_eq!(answers(&taker, &path).await, [text("1"), text("您好")]);
    // Both change the same answer: the later one stays.
    taker
        .press("save", &path, &one, &[pair("q0", "1"), pair("q1", "喂")])
        .await;
    assert_eq!(answers(&taker, &path).await, [text("1"), text("喂")]);
    // A tab that knows only its own old answer does not take the newer one back.
    let stale = taker.page(&path).await;
    taker
        .press("save", &path, &one, &[pair("q0", "1"), pair("q1", "早上好")])
        .await;
    taker
        .press("submit", &path, &stale, &[pair("q0", "1"), pair("q1", "喂")])
        .await;
    assert_eq!(answers(&taker, &path).await, [text("1"), text("早上好")]);
}

#[tokio::test]
async fn a_window_learns_that_another_one_took_over() {
    let taker = Taker::new("pass: 80%", SHORT).await;
    let path = taker.start().await;
    let save = async |fields: &[(&str, &str)]| taker.save(&path, fields).await;
    assert_eq!(save(&[("known", "0"), ("q0", "0"), ("seq0", "5")]).await, "saved");
    // The answer that said "saved" was lost: the same again is no other window.
    assert_eq!(save(&[("known", "5"), ("q0", "0"), ("seq0", "5")]).await, "saved");
    assert_eq!(
        save(&[("known", "5"), ("q1", "喂"), ("seq1", "7")]).await,
        "saved"
    );
    // A page that was made before: what it sends is kept, and it is told.
    assert_eq!(
        save(&[("known", "0"), ("q0", "1"), ("seq0", "9")]).await,
        "elsewhere"
    );
    assert_eq!(answers(&taker, &path).await, [text("1"), text("喂")]);
}

#[tokio::test]
async fn marks_to_come_back_to_are_kept_and_are_no_answers() {
    let taker = Taker::new("pass: 80%", SHORT).await;
    let path = taker.start().await;
    assert_eq!(taker.save(&path, &[("later", "1 0 77 x")]).await, "saved");
    assert_eq!(taker.attempt(&path).await.later, [0, 1]);
    assert_eq!(answers(&taker, &path).await, [None, None]);
    // An answer says nothing of marks; a form without scripts sends its boxes.
    taker.save(&path, &[("q1", "您好"), ("seq1", "1")]).await;
    let page = taker.page(&path).await;
    assert_eq!(
        page.matches("data-marked").count(),
        3,
        "two on the sheet, one in its legend"
    );
    taker
        .press("save", &path, &page, &[pair("q1", "您好"), pair("later", "1")])
        .await;
    assert_eq!(taker.attempt(&path).await.later, [1]);
}

#[tokio::test]
async fn a_session_that_ended_loses_no_answer() {
    let taker = Taker::new("pass: 80%", SHORT).await;
    let path = taker.start().await;
    taker.save(&path, &[("q0", "0"), ("seq0", "1")]).await;
    let page = taker.page(&path).await;
    taker.app.wait(9 * 3600);
    assert_eq!(
        taker.save(&path, &[("q1", "您好"), ("seq1", "2")]).await,
        "signed-out"
    );
    let answer = taker
        .press("save", &path, &page, &[pair("q0", "0"), pair("q1", "您好")])
        .await;
    let to = answer.header("location").to_owned();
    let kept = to
        .strip_prefix("/sign-in?kept=")
        .unwrap()
        .split('&')
        .next()
        .unwrap();
    let fields = [
        ("login", "trainee"),
        ("password", "shanggang-demo"),
        ("kept", kept),
    ];
    let answer = taker.client.submit("/do/sign-in", &to, &fields).await;
    assert_eq!(answer.header("location"), path);
    assert_eq!(answers(&taker, &path).await, [text("0"), text("您好")]);
    assert!(taker.page(&path).await.contains("value=\"您好\""));
}

#[tokio::test]
async fn nonsense_is_no_answer_and_no_error() {
    let taker = Taker::new("pass: 80%", SHORT).await;
    let path = taker.start().await;
    let long = "长".repeat(1000);
    let fields = [
        ("q0", "77"),
        ("seq0", "x"),
        ("q9", "1"),
        ("seq9", "1"),
        ("q1", &long),
        ("seq1", "9223372036854775807"),
    ];
    assert_eq!(taker.save(&path, &fields).await, "saved");
    let kept = answers(&taker, &path).await;
    assert_eq!(kept[0], None);
    assert_eq!(kept[1].as_ref().unwrap()[0].chars().count(), 200);
    let page = taker.page(&path).await;
    taker.press("save", &path, &page, &[pair("q1", "您好")]).await;
    assert_eq!(
        answers(&taker, &path).await[1],
        text("您好"),
        "a number far ahead does not lock an answer"
    );
}
