//! Practising a role-play: it does not count, answers are taken back, time stands still, feedback comes at once.

use test_support::{Client, TestApp};

use crate::{
    play_content::{answer, begin, choose, folder, hidden, person},
    plays::outcomes,
};

async fn practise(who: &Client) -> String {
    let fields = [("scenario", "letter"), ("mode", "practice")];
    let answer = who.submit("/do/start-play", "/scenarios/letter", &fields).await;
    assert_eq!(answer.status, 303);
    answer.header("location").to_owned()
}

#[tokio::test]
async fn feedback_comes_at_once_and_only_on_what_was_said() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = practise(&trainee).await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("练习 · 不计成绩"), "{}", page.text());
    assert!(!page.text().contains("canary"), "nothing before an answer");
    choose(&trainee, &play, "等会儿").await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("canary-feedback-b"), "{}", page.text());
    for other in [
        "canary-feedback-a",
        "canary-feedback-c",
        "canary-feedback-d",
        "canary-left",
    ] {
        assert!(!page.text().contains(other), "{other}\n{}", page.text());
    }
}

#[tokio::test]
async fn an_answer_is_taken_back_and_the_first_one_counts() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = practise(&trainee).await;
    assert!(
        !trainee.get(&play).await.text().contains("撤回上一句"),
        "nothing yet"
    );
    choose(&trainee, &play, "等会儿").await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("撤回上一句"), "{}", page.text());
    answer(&trainee, &play, &[("way", "back")]).await;
    let page = trainee.get(&play).await;
    assert!(!page.text().contains("canary-feedback-b"), "{}", page.text());
    choose(&trainee, &play, "马上").await;
    choose(&trainee, &play, "写一封信").await;
    answer(&trainee, &play, &[("reply", "您九点就能收到")]).await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("用到了：九点"), "{}", page.text());
    answer(&trainee, &play, &[("reply", "滚")]).await;
    let page = trainee.get(&play).await;
    for words in [
        "你撤回了 1 次",
        "只有你自己看得到",
        "不该说：滚",
        "<span class=\"score-figure\">0<",
        "开始考核",
    ] {
        assert!(page.text().contains(words), "{words}\n{}", page.text());
    }
    assert_eq!(outcomes(&app).await, [], "practice leaves no evidence");
    let trainer = app.sign_in("trainer").await;
    let queue = trainer.get("/ratings").await;
    assert!(!queue.text().contains("您九点"), "nobody rates practice");
    let file = trainer.get("/people/trainee").await;
    assert!(!file.text().contains("一封急信"), "{}", file.text());
}

#[tokio::test]
async fn time_leads_nowhere_and_can_be_stopped() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = practise(&trainee).await;
    answer(&trainee, &play, &[("way", "pause")]).await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("已暂停"), "{}", page.text());
    assert!(!page.text().contains("class=\"choice\""), "only to go on");
    app.wait(600);
    answer(&trainee, &play, &[("way", "resume")]).await;
    let page = trainee.get(&play).await;
    let left: u32 = page
        .text()
        .split_once("data-left=\"")
        .and_then(|(_, rest)| rest.split('"').next()?.parse().ok())
        .expect("a clock");
    assert!(left > 20_000, "the time stood still: {left}");
    app.wait(40);
    choose(&trainee, &play, "马上").await;
    assert_eq!(
        hidden(trainee.get(&play).await.text(), "seq"),
        "4",
        "late, and it goes on"
    );
}

#[tokio::test]
async fn an_assessed_play_knows_nothing_of_it_and_lets_it_wait() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let practice = practise(&trainee).await;
    assert_eq!(practise(&trainee).await, practice, "it goes on");
    choose(&trainee, &practice, "马上").await;
    assert!(trainee.get(&practice).await.text().contains("canary-feedback-a"));
    let assessed = begin(&trainee, "letter").await;
    assert_ne!(assessed, practice);
    // What practice tells would be the answers of the other.
    answer(&trainee, &practice, &[("choice", "1")]).await;
    let page = trainee.get(&practice).await;
    assert!(page.text().contains("考核正在进行") && !page.text().contains("canary-feedback"));
    assert!(!page.text().contains("这一步看的是"), "no hint either");
    assert_eq!(practise(&trainee).await, "/scenarios/letter");
    choose(&trainee, &assessed, "等会儿").await;
    let page = trainee.get(&assessed).await;
    for words in ["撤回上一句", "暂停", "canary-feedback"] {
        assert!(!page.text().contains(words), "{words}");
    }
    for way in ["back", "pause", "resume"] {
        answer(&trainee, &assessed, &[("way", way)]).await;
        let page = trainee.get(&assessed).await;
        assert!(
            page.text().contains("考核中不能撤回或暂停"),
            "{way}\n{}",
            page.text()
        );
        assert_eq!(hidden(page.text(), "seq"), "2", "{way}");
    }
    let page = trainee.get("/scenarios/letter").await;
    for words in ["继续考核", "考核正在进行", "第 1 次考核", "第 1 次练习"] {
        assert!(page.text().contains(words), "{words}\n{}", page.text());
    }
    let fields = [("scenario", "letter"), ("mode", "for-fun")];
    let answer = trainee
        .submit("/do/start-play", "/scenarios/letter", &fields)
        .await;
    assert_eq!(answer.status, 404);
}

#[tokio::test]
async fn what_was_sent_after_the_session_ended_is_said_after_signing_in() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = practise(&trainee).await;
    choose(&trainee, &play, "马上").await;
    choose(&trainee, &play, "写一封信").await;
    let id = hidden(trainee.get(&play).await.text(), "play");
    app.wait(9 * 60 * 60);
    let fields = [("play", id.as_str()), ("seq", "3"), ("reply", "九点，一定。")];
    let kept = trainee.post("/do/answer-play", &play, &fields).await;
    let to = kept.header("location").to_owned();
    let kept = to.split(['=', '&']).nth(1).unwrap().to_owned();
    let fields = [
        ("login", "trainee"),
        ("password", "shanggang-demo"),
        ("kept", kept.as_str()),
    ];
    let answer = trainee.submit("/do/sign-in", &to, &fields).await;
    assert_eq!(answer.header("location"), format!("{play}#now"));
    assert!(trainee.get(&play).await.text().contains("九点，一定。"));
}

#[tokio::test]
async fn practice_is_nobody_elses() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = practise(&trainee).await;
    let other = person(&app, "other", "learner").await;
    assert_eq!(other.get(&play).await.status, 404);
    assert_eq!(app.sign_in("trainer").await.get(&play).await.status, 403);
}
