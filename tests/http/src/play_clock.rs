//! The time to answer in a scenario.

use domain::{
    evidence::{ExtraTime, Fact, Outcome},
    score::Milli,
};
use store::{
    accounts,
    actors::Operator,
    evidence::{self, NewEntry},
};
use test_support::TestApp;

use crate::{
    play_content::{answer, begin, choose, folder, hidden},
    plays::outcomes,
};

#[tokio::test]
async fn a_late_answer_is_the_time_running_out() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = begin(&trainee, "letter").await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("class=\"clock\"") && page.text().contains("class=\"choice\""));
    for words in [">限时 30 秒<", ">打开这一页时还有 30 秒<"] {
        assert!(page.text().contains(words), "without scripts too: {words}");
    }
    let id = hidden(page.text(), "play");
    app.wait(31);
    for _ in 0..2 {
        let page = trainee.get(&play).await;
        assert!(page.text().contains("时间到了") && !page.text().contains("class=\"choice\""));
        assert_eq!(hidden(page.text(), "seq"), "1", "opening a page writes nothing");
    }
    let fields = [("play", id.as_str()), ("seq", "1"), ("choice", "1")];
    for _ in 0..2 {
        trainee.submit("/do/answer-play", &play, &fields).await;
    }
    let page = trainee.get(&play).await;
    for words in ["客户走了", "查。</p>", "这一句来晚了", "超过了 30 秒的时限"] {
        assert!(page.text().contains(words), "{words}");
    }
    assert!(
        !page.text().contains("canary-feedback-a"),
        "the choice did not count"
    );
    assert!(
        !page.text().contains("更好的说法"),
        "it was the best, and too late"
    );
    assert_eq!(outcomes(&app).await, [(Outcome::Failed, Some(0))]);
    // While the next one goes on, the last one tells nothing of it.
    let next = begin(&trainee, "letter").await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("考核正在进行") && !page.text().contains("超过了 30 秒"));
    choose(&trainee, &next, "不归我管").await;
    let page = trainee.get(&next).await;
    assert!(page.text().contains("canary-feedback-c"));
    begin(&trainee, "letter").await;
    let page = trainee.get(&next).await;
    assert!(page.text().contains("critical-box") && !page.text().contains("canary-feedback-c"));
}

#[tokio::test]
async fn who_says_nothing_is_told_what_there_was_to_say() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = begin(&trainee, "letter").await;
    app.wait(31);
    answer(&trainee, &play, &[("way", "time-out")]).await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("你没有回答") && page.text().contains("更好的说法：在，"));
}

#[tokio::test]
async fn extra_time_stretches_the_limits_of_plays_begun_from_then_on() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let practice = [("scenario", "letter"), ("mode", "practice")];
    let answer = trainee
        .submit("/do/start-play", "/scenarios/letter", &practice)
        .await;
    let before = answer.header("location").to_owned();
    grant(&app, ExtraTime::Factor(Milli(1500))).await;
    let page = trainee.get("/scenarios/letter").await;
    assert!(page.text().contains("你有 1.5 倍时间"));
    let play = begin(&trainee, "letter").await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("你有 1.5 倍时间") && page.text().contains("max=\"45\""));
    grant(&app, ExtraTime::Unlimited).await;
    app.wait(40);
    let page = trainee.get(&play).await;
    let goes_on = page.text().contains("class=\"choice\"") && page.text().contains("max=\"45\"");
    assert!(goes_on, "as it began");
    assert!(trainee.get(&before).await.text().contains("max=\"30\""));
    choose(&trainee, &play, "马上").await;
    app.wait(46);
    choose(&trainee, &play, "写一封信").await;
    for _ in 0..2 {
        self::answer(&trainee, &play, &[("reply", "九点")]).await;
    }
    let page = trainee.get(&play).await;
    assert!(!page.text().contains("对不上"), "it replays to what was recorded");
    let free = begin(&trainee, "letter").await;
    app.wait(10_000);
    let page = trainee.get(&free).await;
    assert!(page.text().contains("你的回答不限时") && !page.text().contains("class=\"clock\""));
    choose(&trainee, &free, "马上").await;
    assert!(
        trainee.get(&free).await.text().contains("写一封信"),
        "it was in time"
    );
}

/// Grants the trainee more time.
async fn grant(app: &TestApp, time: ExtraTime) {
    let now = app.now();
    let account = accounts::by_login(&app.site().store, "trainee").await.unwrap();
    let person = account.unwrap().person.clone();
    let granting = app.site().store.write(move |tx| {
        Box::pin(async move {
            let entry = NewEntry {
                person: Some(person),
                actor: None,
                happened: now,
                fact: Fact::TimeGranted { time },
                text: None,
            };
            evidence::record(tx, &Operator::new(), entry, now).await
        })
    });
    granting.await.unwrap();
}

#[tokio::test]
async fn the_time_is_up_by_the_button_and_not_before() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = begin(&trainee, "letter").await;
    answer(&trainee, &play, &[("way", "time-out")]).await;
    assert_eq!(
        hidden(trainee.get(&play).await.text(), "seq"),
        "1",
        "there is time left"
    );
    app.wait(31);
    answer(&trainee, &play, &[("way", "time-out")]).await;
    assert!(trainee.get(&play).await.text().contains("客户走了"));
}

#[tokio::test]
async fn without_else_a_late_answer_still_counts() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = begin(&trainee, "letter").await;
    choose(&trainee, &play, "马上").await;
    app.wait(31);
    let page = trainee.get(&play).await;
    assert!(page.text().contains(">时间到了，仍可以回答。<") && page.text().contains("class=\"choice\""));
    choose(&trainee, &play, "写一封信").await;
    assert!(trainee.get(&play).await.text().contains("写给我"));
}
