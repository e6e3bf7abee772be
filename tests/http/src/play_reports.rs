//! What plays say about a role-play: `/reports/scenarios/…`.

use test_support::TestApp;

use crate::{
    play_content::{begin, choose, folder, person},
    ratings::{rate, written},
};

const REPORT: &str = "/reports/scenarios/letter";

#[tokio::test]
async fn every_way_that_was_taken_is_counted_without_names() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    for (login, answer) in [("anna", "不归我管"), ("bo", "不归我管"), ("cyn", "等会儿")] {
        let who = person(&app, login, "learner").await;
        let play = begin(&who, "letter").await;
        choose(&who, &play, answer).await;
        if login == "cyn" {
            choose(&who, &play, "canary-hidden").await;
        }
    }
    // What goes on is not counted.
    let trainee = app.sign_in("trainee").await;
    let play = begin(&trainee, "letter").await;
    choose(&trainee, &play, "马上").await;
    let trainer = app.sign_in("trainer").await;
    let list = trainer.get("/reports/quizzes").await;
    assert!(list.text().contains(REPORT), "{}", list.text());
    let page = trainer.get(REPORT).await;
    let text = page.text();
    for words in [
        "当前版本的 3 次考核",
        "role=\"img\"",
        "<li>不归我管。 <strong>2</strong> · 67%</li>",
        "<li>等会儿。 <strong>1</strong> · 33%</li>",
        "（时间到，没有回答） <strong>0</strong>",
        "id=\"node-canary-left\"",
        "data-mark=\"critical\"",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert!(!text.contains("anna"), "no names");
}

#[tokio::test]
async fn what_a_rater_confirmed_is_seen_where_it_was_said_and_practice_is_not() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let (trainee, trainer) = (app.sign_in("trainee").await, app.sign_in("trainer").await);
    let practice = [("scenario", "letter"), ("mode", "practice")];
    let begun = trainee
        .submit("/do/start-play", "/scenarios/letter", &practice)
        .await;
    choose(&trainee, begun.header("location"), "不归我管").await;
    let play = written(&trainee, ["滚", "十点"]).await;
    let marked = async || {
        let page = trainer.get(REPORT).await;
        assert!(page.text().contains("当前版本的 1 次考核"), "{}", page.text());
        page.text().matches("data-mark=\"critical\"").count()
    };
    assert_eq!(marked().await, 0, "nobody has said so yet");
    rate(&trainer, &play, "0", "0", "yes", "").await;
    assert_eq!(marked().await, 0, "the result is not final");
    rate(&trainer, &play, "1", "1", "no", "").await;
    assert_eq!(marked().await, 1);
    let page = trainer.get(REPORT).await;
    assert!(page.text().contains("结局 · 达标") && page.text().contains("结局 · 未达标"));
}

#[tokio::test]
async fn only_trainers_see_where_answers_lead() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    for (login, status) in [
        ("trainee", 403),
        ("recruiter", 403),
        ("supervisor", 403),
        ("trainer", 200),
    ] {
        let page = app.sign_in(login).await.get(REPORT).await;
        assert_eq!(page.status, status, "{login}");
    }
    let trainer = app.sign_in("trainer").await;
    assert_eq!(trainer.get("/reports/scenarios/nothing").await.status, 404);
    let list = app.sign_in("supervisor").await.get("/reports/quizzes").await;
    assert!(!list.text().contains(REPORT), "{}", list.text());
}
