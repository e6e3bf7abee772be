//! A result that was rated is disputed, and that may be withdrawn.

use domain::evidence::Outcome;

use crate::{
    play_content::{hidden, person},
    plays::outcomes,
    rating_again::Centre,
    ratings::{id, rate, written},
};

#[tokio::test]
async fn a_result_is_disputed_once_with_words() {
    let centre = Centre::rated("0").await;
    let page = centre.page().await;
    for text in [
        "对评分有异议",
        "找不齐没评过的培训师",
        "也可能降",
        "canary-first-note",
    ] {
        assert!(page.contains(text), "{text}: {page}");
    }
    centre.dispute("  ").await;
    assert!(centre.page().await.contains("请写明对哪一句的评分有异议"));
    assert_eq!(centre.dispute("第一句我说了九点").await, 303);
    let page = centre.page().await;
    assert!(
        !page.contains("canary-first-note"),
        "earlier notes are hidden again"
    );
    for text in [
        "现在没有别的培训师能看",
        "data-outcome=\"pending\"",
        "第一句我说了九点",
    ] {
        assert!(page.contains(text), "{text}");
    }
    assert_eq!(centre.last().await, (Outcome::Pending, None));
    centre.dispute("再来").await;
    assert!(centre.page().await.contains("每次考核只能提一次"));
    let queue = centre.trainer.get("/ratings").await;
    assert!(queue.text().contains("2 份作答等不到评分人") && queue.text().contains("没有待评分的内容"));
    let two = person(&centre.app, "two", "trainer").await;
    let queue = two.get("/ratings").await;
    assert!(queue.text().contains("第一句我说了九点") && !queue.text().contains("演示学员"));
    for hidden in ["canary-first-note", "66.7", " checked"] {
        let first = queue.text().split("<article").nth(1).unwrap();
        let first = first.replace("type=\"checkbox\" name=\"quote-0\" value=\"yes\" checked", "");
        let first = first.replace("name=\"banned\" value=\"no\" checked", "");
        assert!(
            !first.contains(hidden),
            "blind to what was said before: {hidden}: {first}"
        );
    }
    rate(&two, &centre.play, "0", "1", "no", "第二位").await;
    rate(&two, &centre.play, "1", "1", "no", "").await;
    // A half more of three.
    assert_eq!(centre.last().await, (Outcome::Passed, Some(83)));
    let page = centre.page().await;
    for text in ["原来 66.7 分", "现在 83.3 分", "第二位", "共情 +0.5"] {
        assert!(page.contains(text), "{text}");
    }
    assert!(!page.contains("对评分有异议…"), "that was the one time");
    centre.dispute("又来").await;
    assert!(centre.page().await.contains("每次考核只能提一次"));
    assert_eq!(outcomes(&centre.app).await.len(), 4);
}

#[tokio::test]
async fn a_dispute_sent_twice_is_one_and_only_ones_own_can_be_disputed() {
    let centre = Centre::rated("1").await;
    let page = centre.page().await;
    let (token, key, play) = (hidden(&page, "token"), hidden(&page, "key"), id(&centre.play));
    let fields = [
        ("token", token.as_str()),
        ("key", key.as_str()),
        ("play", play.as_str()),
        ("reason", "请再看看"),
    ];
    for _ in 0..2 {
        let answer = centre
            .trainee
            .post("/do/dispute-play", &centre.play, &fields)
            .await;
        assert_eq!(answer.header("location"), centre.play.trim_end_matches("#now"));
    }
    assert!(!centre.page().await.contains("每次考核只能提一次"));
    assert_eq!(outcomes(&centre.app).await.len(), 3);
    let other = person(&centre.app, "other", "learner").await;
    let fields = [("play", play.as_str()), ("reason", "不是我的")];
    assert_eq!(other.submit("/do/dispute-play", "/", &fields).await.status, 404);
    let waiting = written(&other, ["九点", "十点"]).await;
    let waiting = id(&waiting);
    let fields = [("play", waiting.as_str()), ("reason", "早了")];
    assert_eq!(
        other.submit("/do/dispute-play", "/", &fields).await.status,
        404,
        "nobody rated it yet"
    );
}

#[tokio::test]
async fn whoever_could_look_again_is_said_before() {
    let centre = Centre::rated("0").await;
    person(&centre.app, "two", "trainer").await;
    let page = centre.page().await;
    assert!(page.contains("会有一位没评过的培训师重新看") && page.contains("也可能降"));
    assert!(!page.contains("找不齐没评过的培训师"), "{page}");
}

#[tokio::test]
async fn a_dispute_is_withdrawn_once_while_nobody_has_looked() {
    let centre = Centre::rated("0").await;
    let two = person(&centre.app, "two", "trainer").await;
    let play = id(&centre.play);
    let none = [("play", play.as_str())];
    assert_eq!(
        centre
            .trainee
            .submit("/do/withdraw-dispute", "/", &none)
            .await
            .status,
        404
    );
    centre.dispute("第一句我说了九点").await;
    assert!(two.get("/ratings").await.text().contains("第一句我说了九点"));
    let other = person(&centre.app, "other", "learner").await;
    assert_eq!(other.submit("/do/withdraw-dispute", "/", &none).await.status, 404);
    let page = centre.page().await;
    let (_, form) = page.split_once("action=\"/do/withdraw-dispute\"").unwrap();
    let (token, key) = (hidden(form, "token"), hidden(form, "key"));
    let fields = [
        ("token", token.as_str()),
        ("key", key.as_str()),
        ("play", play.as_str()),
    ];
    for _ in 0..2 {
        let answer = centre
            .trainee
            .post("/do/withdraw-dispute", &centre.play, &fields)
            .await;
        assert_eq!(answer.header("location"), centre.play.trim_end_matches("#now"));
    }
    let wait = (Outcome::Pending, None);
    let passed = (Outcome::Passed, Some(67));
    assert_eq!(outcomes(&centre.app).await, [wait, passed, wait, passed]);
    let page = centre.page().await;
    for text in [
        "异议已撤回",
        "撤回了异议",
        "第一句我说了九点",
        "canary-first-note",
        "data-outcome=\"passed\"",
    ] {
        assert!(page.contains(text), "{text}: {page}");
    }
    assert!(!page.contains("/do/withdraw-dispute") && !page.contains("/do/dispute-play"));
    assert!(two.get("/ratings").await.text().contains("没有待评分的内容"));
    centre.dispute("再来").await;
    assert!(centre.page().await.contains("每次考核只能提一次"));
    assert_eq!(outcomes(&centre.app).await.len(), 4);
}

#[tokio::test]
async fn what_somebody_has_looked_at_is_not_withdrawn() {
    let centre = Centre::rated("0").await;
    let two = person(&centre.app, "two", "trainer").await;
    centre.dispute("第一句我说了九点").await;
    rate(&two, &centre.play, "0", "1", "no", "canary-second-note").await;
    let page = centre.page().await;
    assert!(!page.contains("/do/withdraw-dispute") && !page.contains("canary-second-note"));
    let play = id(&centre.play);
    let fields = [("play", play.as_str())];
    centre
        .trainee
        .submit("/do/withdraw-dispute", &centre.play, &fields)
        .await;
    assert!(centre.page().await.contains("不能再撤回"));
    assert_eq!(centre.last().await, (Outcome::Pending, None));
}
