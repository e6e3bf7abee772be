//! Rating typed replies.

use domain::evidence::Outcome;
use test_support::{Client, TestApp};

use crate::{
    play_content::{answer, begin, choose, folder, hidden, person, play_test},
    plays::outcomes,
};

/// The path of a play as the field of a form.
pub(crate) fn id(play: &str) -> String {
    play.trim_start_matches("/plays/")
        .trim_end_matches("#now")
        .to_owned()
}

/// Plays the small scenario to its end, with two replies to rate.
pub(crate) async fn written(who: &Client, replies: [&str; 2]) -> String {
    let play = begin(who, "letter").await;
    choose(who, &play, "马上").await;
    choose(who, &play, "写一封信").await;
    for reply in replies {
        answer(who, &play, &[("reply", reply)]).await;
    }
    play
}

pub(crate) async fn rate(
    trainer: &Client,
    play: &str,
    reply: &str,
    points: &str,
    banned: &str,
    note: &str,
) -> u16 {
    let id = id(play);
    let fields = [
        ("play", id.as_str()),
        ("reply", reply),
        ("points-canary-criterion", points),
        ("banned", banned),
        ("quote-0", "yes"),
        ("note", note),
    ];
    trainer
        .submit("/do/rate-reply", "/ratings", &fields)
        .await
        .status
        .as_u16()
}

#[tokio::test]
async fn a_typed_reply_waits_is_rated_and_then_counts() {
    let app = TestApp::new().await;
    let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    assert!(trainer.get("/ratings").await.text().contains("没有待评分的内容"));
    let play = play_test(&app, &trainee, "late-delivery", 0).await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("暂定，等培训师评分") && page.text().contains("data-outcome=\"pending\""));
    assert_eq!(outcomes(&app).await, [(Outcome::Pending, None)]);
    let queue = trainer.get("/ratings").await;
    assert!(
        queue.text().contains("<mark data-kind=\"must\">九点"),
        "{}",
        queue.text()
    );
    assert!(queue.text().contains("完整写给我") && queue.text().contains("1 条待评分"));
    assert!(!queue.text().contains("演示学员"), "blind to the name");
    let id = id(&play);
    let fields = [
        ("play", id.as_str()),
        ("reply", "0"),
        ("points-process", "1"),
        ("banned", "no"),
        ("quote-0", "yes"),
        ("note", "说得完整。"),
    ];
    let answer = trainer.submit("/do/rate-reply", "/ratings", &fields).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("location")),
        (303, "/ratings")
    );
    let queue = trainer.get("/ratings").await;
    assert!(queue.text().contains("评分已保存") && queue.text().contains("没有待评分的内容"));
    assert_eq!(
        outcomes(&app).await,
        [(Outcome::Pending, None), (Outcome::Passed, Some(100))]
    );
    let page = trainee.get(&play).await;
    for text in [
        "100",
        "data-outcome=\"passed\"",
        "培训师：说得完整。",
        "流程 +1",
        "class=\"quoted\"",
        "行为标准",
    ] {
        assert!(page.text().contains(text), "{text}");
    }
}

#[tokio::test]
async fn what_one_rater_said_is_unknown_until_all_is_rated() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    let play = written(&trainee, ["九点，滚！", "十点"]).await;
    let queue = trainer.get("/ratings").await;
    assert!(queue.text().contains("<mark data-kind=\"ban\">滚</mark>"));
    assert!(queue.text().contains("<mark data-kind=\"must\">九点</mark>"));
    assert_eq!(rate(&trainer, &play, "0", "0", "yes", "canary-note").await, 303);
    let page = trainee.get(&play).await;
    assert!(!page.text().contains("canary-note") && !page.text().contains("critical-box"));
    assert_eq!(outcomes(&app).await.len(), 1);
    rate(&trainer, &play, "1", "1", "no", "").await;
    let page = trainee.get(&play).await;
    for text in ["canary-note", "critical-box", "致命错误 · 客户", "经培训师确认"] {
        assert!(page.text().contains(text), "{text}");
    }
    assert_eq!(outcomes(&app).await.last().unwrap().0, Outcome::Failed);
}

#[tokio::test]
async fn a_rating_sent_twice_counts_once() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    let play = written(&trainee, ["九点", "十点"]).await;
    let page = trainer.get("/ratings").await;
    let (token, key) = (hidden(page.text(), "token"), hidden(page.text(), "key"));
    let id = id(&play);
    let fields = [
        ("token", token.as_str()),
        ("key", key.as_str()),
        ("play", id.as_str()),
        ("reply", "0"),
        ("points-canary-criterion", "1"),
        ("banned", "no"),
        ("quote-0", "yes"),
    ];
    for _ in 0..2 {
        let answer = trainer.post("/do/rate-reply", "/ratings", &fields).await;
        assert_eq!(answer.header("location"), "/ratings");
        assert!(trainer.get("/ratings").await.text().contains("评分已保存"));
    }
    rate(&trainer, &play, "0", "0", "yes", "").await;
    assert!(trainer.get("/ratings").await.text().contains("已经有人评过分了"));
    rate(&trainer, &play, "1", "1", "no", "").await;
    assert_eq!(
        outcomes(&app).await,
        [(Outcome::Pending, None), (Outcome::Passed, Some(100))]
    );
}

#[tokio::test]
async fn bad_ratings_are_refused() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    let play = written(&trainee, ["九点", "十点"]).await;
    for (points, banned, said) in [
        ("2", "no", "不能给这个分数"),
        ("-1", "no", "请选择一项"),
        ("0.5", "no", "请选择一项"),
        ("", "no", "请选择一项"),
        ("1", "", "请选择一项"),
    ] {
        rate(&trainer, &play, "0", points, banned, "留着").await;
        let page = trainer.get("/ratings").await;
        assert!(page.text().contains(said), "{points} {banned}");
        assert!(page.text().contains("留着"), "what was typed stays");
    }
    assert_eq!(rate(&trainer, &play, "7", "1", "no", "").await, 404);
    assert_eq!(rate(&trainer, "/plays/none", "0", "1", "no", "").await, 404);
    assert_eq!(outcomes(&app).await.len(), 1);
}

#[tokio::test]
async fn only_trainers_rate_and_nobody_his_own() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    assert_eq!(trainee.get("/ratings").await.status, 403);
    let play = written(&trainee, ["九点", "十点"]).await;
    assert_eq!(rate(&trainee, &play, "0", "1", "no", "").await, 403);
    let both = person(&app, "both", "learner,trainer").await;
    let own = written(&both, ["九点", "十点"]).await;
    let queue = both.get("/ratings").await;
    assert!(queue.text().contains(&id(&play)) && !queue.text().contains(&id(&own)));
    assert_eq!(rate(&both, &own, "0", "1", "no", "").await, 404);
    // The queue shows who waits longest first.
    let queue = app.sign_in("trainer").await.get("/ratings").await;
    let place = |play: &str| queue.text().find(&id(play)).unwrap();
    assert!(place(&play) < place(&own));
}
