//! One sitting: signs of life, lost connections, and what a trainer decides about them.

use domain::evidence::{Fact, Outcome};
use store::{accounts, evidence};
use test_support::{Client, TestApp};

use crate::{
    play_content::{answer, begin, choose, folder, hidden, number, person},
    plays::outcomes,
};

/// The id of a play and of its page, as the page says them.
async fn ids(who: &Client, play: &str) -> (String, String) {
    let page = who.get(play).await;
    let data = |name: &str| {
        let (_, rest) = page.text().split_once(&format!("{name}=\"")).unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    (data("data-play"), data("data-tab"))
}

async fn sign(who: &Client, play: &str, tab: &str) -> String {
    let fields = [("play", play), ("tab", tab)];
    let answer = who.call("/do/play-sign", "/", &fields).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.text().trim_matches('"').to_owned()
}

/// Plays to the end that has nothing to rate, as somebody with scripts, away for so long at the first node.
pub(crate) async fn played(app: &TestApp, who: &Client, away: i64) -> String {
    let play = begin(who, "letter").await;
    let (id, tab) = ids(who, &play).await;
    assert_eq!(sign(who, &id, &tab).await, "here");
    app.wait(away);
    answer(who, &play, &[("choice", "3"), ("tab", &tab)]).await;
    play
}

async fn decide(who: &Client, play: &str, verdict: &str, reason: &str) -> String {
    let id = play.trim_start_matches("/plays/").trim_end_matches("#now");
    let fields = [("play", id), ("verdict", verdict), ("reason", reason)];
    let answer = who.submit("/do/decide-play", "/ratings", &fields).await;
    answer.status.as_u16().to_string()
}

async fn given_up(app: &TestApp) -> u64 {
    app::play::give_up_idle(app.site()).await.unwrap()
}

async fn facts(app: &TestApp, login: &str) -> Vec<Fact> {
    let store = &app.site().store;
    let account = accounts::by_login(store, login).await.unwrap().unwrap();
    let entries = evidence::of_person(store, &account.person).await.unwrap();
    entries.iter().map(|entry| entry.fact.clone()).collect()
}

#[tokio::test]
async fn a_short_silence_is_none_and_without_scripts_there_is_none() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    played(&app, &trainee, 25).await;
    let play = begin(&trainee, "letter").await;
    app.wait(1000);
    answer(&trainee, &play, &[("way", "time-out")]).await;
    assert_eq!(
        outcomes(&app).await,
        [(Outcome::Failed, Some(0)), (Outcome::Failed, Some(0))]
    );
    let trainer = app.sign_in("trainer").await;
    assert!(trainer.get("/ratings").await.text().contains("没有待评分的内容"));
}

#[tokio::test]
async fn a_short_outage_counts_when_a_time_ran_out_in_it_and_the_trainer_sees_what_came_too_late() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    let play = begin(&trainee, "letter").await;
    let (id, tab) = ids(&trainee, &play).await;
    let lost = [("play", id.as_str()), ("tab", tab.as_str()), ("lost", "")];
    app.wait(20);
    assert_eq!(trainee.call("/do/play-sign", "/", &lost).await.status, 200);
    app.wait(14);
    answer(&trainee, &play, &[("choice", "1"), ("tab", &tab), ("lost", "")]).await;
    assert_eq!(outcomes(&app).await, [(Outcome::Pending, None)]);
    let page = trainer.get("/ratings").await;
    for words in [
        "断了14 秒",
        "这一步的时间用完了",
        "查。</p>",
        "这一句来晚了",
        "学员",
    ] {
        assert!(page.text().contains(words), "{words}\n{}", page.text());
    }
    assert!(!page.text().contains("演示学员"));
}

#[tokio::test]
async fn a_lost_connection_waits_for_a_trainer_who_may_let_it_count() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    let play = played(&app, &trainee, 95).await;
    assert_eq!(outcomes(&app).await, [(Outcome::Pending, None)]);
    let page = trainee.get(&play).await;
    assert!(page.text().contains("断过线") && page.text().contains("data-outcome=\"pending\""));
    let queue = trainer.get("/ratings").await;
    for shown in ["连接断过", "1 分 35 秒", "时间用完了", "在吗", "1 条待评分"] {
        assert!(queue.text().contains(shown), "{shown}: {}", queue.text());
    }
    assert!(!queue.text().contains("演示学员"), "blind to the name");
    decide(&trainer, &play, "count", " ").await;
    assert!(trainer.get("/ratings").await.text().contains("请写明原因") || outcomes(&app).await.len() == 1);
    assert_eq!(outcomes(&app).await.len(), 1, "not without a reason");
    decide(&trainer, &play, "count", "断线在回答以后，不影响结果").await;
    assert_eq!(
        outcomes(&app).await,
        [(Outcome::Pending, None), (Outcome::Failed, Some(0))]
    );
    assert!(
        facts(&app, "trainee")
            .await
            .iter()
            .any(|fact| matches!(fact, Fact::PlayUpheld { .. }))
    );
    let page = trainee.get(&play).await;
    assert!(
        page.text().contains("断线在回答以后，不影响结果"),
        "{}",
        page.text()
    );
    assert!(!page.text().contains("对不上"));
    assert!(trainer.get("/ratings").await.text().contains("没有待评分的内容"));
    decide(&trainer, &play, "void", "再想想").await;
    assert_eq!(outcomes(&app).await.len(), 2, "decided once");
}

#[tokio::test]
async fn where_no_time_ran_out_it_says_no_more_than_that() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    let play = begin(&trainee, "letter").await;
    let (id, tab) = ids(&trainee, &play).await;
    choose(&trainee, &play, "马上").await;
    choose(&trainee, &play, "写一封信").await;
    assert_eq!(sign(&trainee, &id, &tab).await, "here");
    app.wait(95);
    for reply in ["九点", "十点"] {
        answer(&trainee, &play, &[("reply", reply), ("tab", &tab)]).await;
    }
    let queue = trainer.get("/ratings").await;
    assert!(queue.text().contains("断线期间没有超时"), "{}", queue.text());
    assert!(!queue.text().contains("没有受影响") && !queue.text().contains("时间用完了"));
}

#[tokio::test]
async fn a_decision_sent_twice_is_made_once() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    let play = played(&app, &trainee, 95).await;
    let page = trainer.get("/ratings").await;
    let (token, key) = (hidden(page.text(), "token"), hidden(page.text(), "key"));
    let fields = [
        ("token", token.as_str()),
        ("key", key.as_str()),
        (
            "play",
            play.trim_start_matches("/plays/").trim_end_matches("#now"),
        ),
        ("verdict", "count"),
        ("reason", "回答以后才断的"),
    ];
    for _ in 0..2 {
        trainer.post("/do/decide-play", "/ratings", &fields).await;
        let told = trainer.get("/ratings").await;
        assert!(told.text().contains("决定已保存"), "{}", told.text());
    }
    assert_eq!(outcomes(&app).await.len(), 2);
    let upheld = facts(&app, "trainee").await;
    let upheld = upheld
        .iter()
        .filter(|fact| matches!(fact, Fact::PlayUpheld { .. }));
    assert_eq!(upheld.count(), 1);
}

#[tokio::test]
async fn a_void_play_counts_for_nothing_and_is_played_again() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    let play = played(&app, &trainee, 95).await;
    decide(&trainer, &play, "void", "停电了，重新来一次").await;
    let said = facts(&app, "trainee").await;
    assert!(
        said.iter().any(|fact| matches!(fact, Fact::Voided { .. })),
        "{said:?}"
    );
    let page = trainee.get(&play).await;
    assert!(page.text().contains("停电了，重新来一次") && page.text().contains("/do/start-play"));
    let page = trainee.get("/scenarios/letter").await;
    assert!(page.text().contains("已作废"), "{}", page.text());
    let again = begin(&trainee, "letter").await;
    assert_ne!(again, play);
}

#[tokio::test]
async fn nobody_decides_about_himself_and_only_trainers_decide() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let tina = person(&app, "tina", "learner,trainer").await;
    let play = played(&app, &tina, 95).await;
    assert!(!tina.get("/ratings").await.text().contains("连接断过"));
    assert_eq!(decide(&tina, &play, "count", "x").await, "404");
    let trainee = app.sign_in("trainee").await;
    assert_eq!(decide(&trainee, &play, "count", "x").await, "403");
    let trainer = app.sign_in("trainer").await;
    assert!(trainer.get("/ratings").await.text().contains("连接断过"));
}

#[tokio::test]
async fn a_later_page_takes_the_play_over_on_any_device() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let (one, two) = (app.sign_in("trainee").await, app.sign_in("trainee").await);
    let play = begin(&one, "letter").await;
    let (id, first) = ids(&one, &play).await;
    assert_eq!(sign(&one, &id, &first).await, "here");
    app.wait(2);
    let (_, second) = ids(&two, &play).await;
    assert_eq!(sign(&two, &id, &second).await, "here");
    assert_eq!(sign(&one, &id, &first).await, "elsewhere");
    let number = number(one.get(&play).await.text(), "马上").unwrap();
    let fields = [("choice", number.as_str()), ("tab", first.as_str())];
    answer(&one, &play, &fields).await;
    let page = one.get(&play).await;
    assert_eq!(hidden(page.text(), "seq"), "1", "the earlier page reads only");
    assert!(page.text().contains("另一个页面"), "{}", page.text());
    let fields = [("choice", number.as_str()), ("tab", second.as_str())];
    answer(&two, &play, &fields).await;
    assert_eq!(hidden(two.get(&play).await.text(), "seq"), "2");
    assert_eq!(
        sign(&app.sign_in("supervisor").await, &id, &second).await,
        "unknown"
    );
    assert_eq!(sign(&one, &id, "no id of a page").await, "unknown");
    let other = person(&app, "other", "learner").await;
    assert_eq!(sign(&other, &id, &second).await, "unknown");
}

#[tokio::test]
async fn a_play_that_nobody_plays_is_given_up_and_may_be_begun_again() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let page = trainee.get("/scenarios/letter").await;
    assert!(page.text().contains("一次做完"));
    let play = begin(&trainee, "letter").await;
    let practice = [("scenario", "letter"), ("mode", "practice")];
    trainee
        .submit("/do/start-play", "/scenarios/letter", &practice)
        .await;
    choose(&trainee, &play, "马上").await;
    app.wait(20 * 60);
    choose(&trainee, &play, "写一封信").await;
    app.wait(29 * 60);
    let (id, tab) = ids(&trainee, &play).await;
    assert_eq!(given_up(&app).await, 0, "an answer 29 minutes ago");
    assert_eq!(sign(&trainee, &id, &tab).await, "here");
    app.wait(29 * 60);
    assert_eq!(given_up(&app).await, 0);
    app.wait(60);
    assert_eq!(given_up(&app).await, 1, "and practice goes on");
    assert_eq!(given_up(&app).await, 0);
    assert_eq!(sign(&trainee, &id, &tab).await, "over");
    assert_eq!(outcomes(&app).await, [], "no result");
    let page = trainee.get("/scenarios/letter").await;
    assert!(
        page.text().contains("这次考核 30 分钟没有动静，已经自动结束") && page.text().contains("开始考核")
    );
    let page = trainee.get(&play).await;
    assert!(page.status == 200 && page.text().contains("30 分钟没有动静"));
    assert_ne!(begin(&trainee, "letter").await, play);
}
