//! Essays near the pass mark, and those on which raters differ, are rated by more than one.

use domain::{evidence::Outcome, score::Milli};
use store::attempts::State;
use test_support::{Answer, Client};

use super::Taker;
use crate::play_content::person;

const ESSAY: &str =
    "\n## letter\n`essay`\n\n写一封道歉信。\n\n- 语气 (0..4): 先道歉\n- 内容 (0..4): 说清办法\n";

/// Words of what is answered.
const WORDS: &str = "先道歉";

/// A centre in which six levels of eight lie right at the pass mark.
async fn centre() -> (Taker, String) {
    let rules = "pass: 75%\nshow: { after-submit: [score, own, feedback] }";
    let taker = Taker::new(rules, ESSAY).await;
    let path = taker.take(true).await;
    (taker, path)
}

async fn rate(trainer: &Client, path: &str, levels: [&str; 2], quote: &str) -> Answer {
    let fields = [
        ("attempt", path.trim_start_matches("/attempts/")),
        ("part", "0"),
        ("level0", levels[0]),
        ("level1", levels[1]),
        ("note", "下次先道歉"),
        ("quote", quote),
    ];
    trainer.submit("/do/rate-essay", "/ratings", &fields).await
}

async fn waits_for(trainer: &Client) -> bool {
    trainer.get("/ratings").await.text().contains("写一封道歉信")
}

#[tokio::test]
async fn near_the_pass_mark_a_second_person_rates_and_a_third_where_they_differ() {
    let (taker, path) = centre().await;
    let one = taker.app.sign_in("trainer").await;
    let two = person(&taker.app, "two", "trainer").await;
    let three = person(&taker.app, "three", "trainer").await;
    rate(&one, &path, ["3", "3"], WORDS).await;
    assert_eq!(taker.attempt(&path).await.state, State::Pending);
    let page = taker.page(&path).await;
    assert!(
        page.contains("等待评分") && !page.contains("未通过") && !page.contains("下次先道歉"),
        "{page}"
    );
    assert_eq!((waits_for(&one).await, waits_for(&two).await), (false, true));
    rate(&one, &path, ["4", "4"], WORDS).await;
    assert!(one.get("/ratings").await.text().contains("这篇已经有人评过分了"));
    // Nobody sees what the first one said.
    assert!(!two.get("/ratings").await.text().contains("下次先道歉"));
    rate(&two, &path, ["3", "1"], WORDS).await;
    assert_eq!(taker.attempt(&path).await.state, State::Pending);
    assert_eq!((waits_for(&two).await, waits_for(&three).await), (false, true));
    rate(&three, &path, ["4", "2"], WORDS).await;
    let attempt = taker.attempt(&path).await;
    // The middle levels are 3 and 2: five of eight.
    assert_eq!(
        (attempt.state, attempt.score),
        (State::Graded, Some(Milli(62_500)))
    );
    assert_eq!(attempt.outcome, Some(Outcome::Failed));
    assert!(!waits_for(&three).await);
    assert_eq!(taker.results().await, 2, "that it waits, and the result");
}

#[tokio::test]
async fn an_essay_nobody_may_rate_is_told_to_whoever_can_help() {
    let (taker, path) = centre().await;
    let one = taker.app.sign_in("trainer").await;
    person(&taker.app, "two", "trainer").await;
    let admin = taker.app.sign_in("admin").await;
    rate(&one, &path, ["3", "3"], WORDS).await;
    let told = async |client: &Client, at: &str| client.get(at).await.text().contains("1 份作答等不到评分人");
    assert!(!told(&one, "/ratings").await && !told(&admin, "/").await);
    let accounts = store::accounts::list(&taker.app.site().store).await.unwrap();
    let account = accounts.iter().find(|account| account.login == "two").unwrap();
    let fields = [("account", account.id.as_str())];
    admin.submit("/do/disable-account", "/admin", &fields).await;
    assert!(told(&one, "/ratings").await && told(&admin, "/").await);
    assert_eq!(
        taker.attempt(&path).await.state,
        State::Pending,
        "nothing passes or fails for want of people"
    );
    let page = admin.get("/").await;
    assert!(!page.text().contains("演示学员"), "not whose it is");
    admin.submit("/do/enable-account", "/admin", &fields).await;
    assert!(!told(&one, "/ratings").await && !told(&admin, "/").await);
    // Disabling ended the session.
    let two = taker.app.sign_in("two").await;
    rate(&two, &path, ["3", "3"], WORDS).await;
    assert_eq!(taker.attempt(&path).await.outcome, Some(Outcome::Passed));
}

#[tokio::test]
async fn where_there_is_one_trainer_one_rating_decides() {
    let (taker, path) = centre().await;
    let trainer = taker.app.sign_in("trainer").await;
    rate(&trainer, &path, ["3", "3"], WORDS).await;
    assert_eq!(taker.attempt(&path).await.outcome, Some(Outcome::Passed));
}

#[tokio::test]
async fn a_quote_must_stand_in_the_essay_and_is_shown_with_the_note() {
    let (taker, path) = centre().await;
    let trainer = taker.app.sign_in("trainer").await;
    rate(&trainer, &path, ["4", "4"], "我从没说过这句").await;
    let queue = trainer.get("/ratings").await;
    for kept in ["文章里没有这句话", "我从没说过这句", "下次先道歉"] {
        assert!(queue.text().contains(kept), "{kept}");
    }
    assert_eq!(taker.attempt(&path).await.state, State::Pending);
    rate(&trainer, &path, ["4", "4"], " ").await;
    let queue = trainer.get("/ratings").await;
    assert!(queue.text().contains("请从原文复制评分依据的句子"));
    rate(&trainer, &path, ["4", "4"], "先道歉， 再查单").await;
    let page = taker.page(&path).await;
    assert!(
        page.contains("评语") && page.contains("先道歉， 再查单") && page.contains("下次先道歉"),
        "{page}"
    );
    assert!(!page.contains("演示培训师"), "not who rated");
}

#[tokio::test]
async fn what_is_wrong_about_one_essay_stands_beside_that_one() {
    let rules = "pass: 75%\nshow: { after-submit: [score, own, feedback] }";
    let both = format!("{ESSAY}{}", ESSAY.replace("## letter", "## another"));
    let taker = Taker::new(rules, &both).await;
    let path = taker.take(true).await;
    let trainer = taker.app.sign_in("trainer").await;
    rate(&trainer, &path, ["4", "4"], "我从没说过这句").await;
    let queue = trainer.get("/ratings").await;
    assert_eq!(queue.text().matches("写一封道歉信").count(), 2);
    for once in ["文章里没有这句话", "我从没说过这句", "下次先道歉"] {
        assert_eq!(queue.text().matches(once).count(), 1, "{once}");
    }
}
