//! Playing scenarios.

use domain::evidence::{Fact, Outcome};
use store::{accounts, evidence};
use test_support::{Client, TestApp};

use crate::play_content::{
    MARK, SCENARIO, answer, begin, choose, folder, hidden, number, person, play_test, publish,
};

/// The outcomes of the trainee's plays, as evidence has them.
pub(crate) async fn outcomes(app: &TestApp) -> Vec<(Outcome, Option<i64>)> {
    let store = &app.site().store;
    let account = accounts::by_login(store, "trainee").await.unwrap().unwrap();
    let entries = evidence::of_person(store, &account.person).await.unwrap();
    let finished = entries.iter().filter_map(|entry| match &entry.fact {
        Fact::ScenarioFinished { outcome, score, .. } => {
            Some((*outcome, score.map(domain::score::Milli::rounded)))
        }
        _ => None,
    });
    finished.collect()
}

#[tokio::test]
async fn the_best_way_passes_and_leaves_evidence() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let page = trainee.get("/scenarios/wrong-department").await;
    for text in [
        "转了三次的电话",
        "电话",
        "70 分",
        "礼貌",
        "还没有练过",
        "href=\"/knowledge/wrong-department\"",
    ] {
        assert!(page.text().contains(text), "{text}");
    }
    let play = play_test(&app, &trainee, "wrong-department", 0).await;
    let page = trainee.get(&play).await;
    for text in [
        "100",
        "达标",
        "data-outcome=\"passed\"",
        "礼貌 +1",
        "孙女士",
        "铃响",
    ] {
        assert!(page.text().contains(text), "{text}");
    }
    assert!(!page.text().contains("critical-box"));
    assert_eq!(outcomes(&app).await, [(Outcome::Passed, Some(100))]);
    let page = trainee.get("/scenarios/wrong-department").await;
    assert!(page.text().contains(&play) && page.text().contains("100 分"));
}

#[tokio::test]
async fn a_critical_error_fails_whatever_the_score() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let play = play_test(&app, &trainee, "wrong-department", 3).await;
    let page = trainee.get(&play).await;
    for text in [
        "critical-box",
        "致命错误 · 合规",
        "身份证号",
        "没有达标（合规致命错误 1 个）",
        "分数再高也一样",
    ] {
        assert!(page.text().contains(text), "{text}");
    }
    let all = outcomes(&app).await;
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].0, Outcome::Failed);
}

#[tokio::test]
async fn what_scripts_send_is_refused_with_a_status_that_says_why() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = begin(&trainee, "letter").await;
    let id = hidden(trainee.get(&play).await.text(), "play");
    let send = async |who: &Client, seq: &str, name: &str, value: &str| {
        let fields = [("play", id.as_str()), ("seq", seq), (name, value)];
        who.call("/do/answer-play", &play, &fields).await.status.as_u16()
    };
    assert_eq!(send(&trainee, "1", "choice", "9").await, 409, "no such choice");
    assert_eq!(send(&trainee, "7", "choice", "1").await, 409, "no such step yet");
    assert_eq!(send(&trainee, "1", "way", "sideways").await, 404);
    assert_eq!(
        send(&person(&app, "other", "learner").await, "1", "choice", "1").await,
        404
    );
    assert_eq!(
        send(&app.sign_in("recruiter").await, "1", "choice", "1").await,
        403
    );
    assert_eq!(send(&app.browser(), "1", "choice", "1").await, 401);
    for _ in 0..2 {
        assert_eq!(send(&trainee, "1", "choice", "1").await, 200, "twice is once");
    }
    assert_eq!(send(&trainee, "1", "choice", "2").await, 409, "answered already");
    assert_eq!(send(&trainee, "2", "choice", "1").await, 200);
    assert_eq!(send(&trainee, "3", "reply", " ").await, 422);
}

#[tokio::test]
async fn a_failed_play_says_how_far_it_is() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let play = play_test(&app, &trainee, "wrong-department", 2).await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("data-outcome=\"failed\"") && page.text().contains("还差"));
    assert!(page.text().contains("再考一次") && page.text().contains("练习一次"));
    let again = trainee
        .submit("/do/start-play", &play, &[("scenario", "wrong-department")])
        .await;
    assert_ne!(again.header("location"), play, "a new play");
}

#[tokio::test]
async fn what_lacks_agrees_with_the_figure_shown() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let play = begin(&trainee, "wrong-department").await;
    choose(&trainee, &play, "维修专线，我是小林").await;
    app.wait(31);
    answer(&trainee, &play, &[("way", "time-out")]).await;
    // 10.83 of 70.
    let page = trainee.get(&play).await;
    assert!(page.text().contains(">11<") && page.text().contains("还差 59 分"));
}

#[tokio::test]
async fn an_open_play_is_continued() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = begin(&trainee, "letter").await;
    let page = trainee.get("/scenarios/letter").await;
    assert!(page.text().contains("继续考核") && page.text().contains(&play));
    let answer = trainee
        .submit("/do/start-play", "/password", &[("scenario", "letter")])
        .await;
    assert_eq!(answer.header("location"), play);
    let answer = trainee
        .submit("/do/start-play", "/password", &[("scenario", "nothing")])
        .await;
    assert_eq!(answer.status, 404);
    assert_eq!(trainee.get("/scenarios/nothing").await.status, 404);
}

#[tokio::test]
async fn others_plays_look_like_none() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = begin(&trainee, "letter").await;
    let none = trainee.get("/plays/00000000-0000-7000-8000-000000000000").await;
    assert_eq!(none.status, 404);
    let other = person(&app, "other", "learner").await;
    let foreign = other.get(&play).await;
    assert_eq!(foreign.status, 404);
    assert!(foreign.text().contains("找不到这一页"));
    let id = play.trim_start_matches("/plays/").to_owned();
    let fields = [("play", id.as_str()), ("seq", "1"), ("choice", "1")];
    assert_eq!(
        other
            .submit("/do/answer-play", "/scenarios/letter", &fields)
            .await
            .status,
        404
    );
    assert_eq!(app.sign_in("recruiter").await.get(&play).await.status, 403);
    assert_eq!(app.get(&play).await.status, 303, "to sign in");
}

#[tokio::test]
async fn hidden_choices_and_wrong_steps_are_refused() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = begin(&trainee, "letter").await;
    choose(&trainee, &play, "马上").await;
    let page = trainee.get(&play).await;
    assert!(!page.text().contains("canary-hidden"));
    for fields in [
        [("choice", "2"), ("way", "")],
        [("choice", "0"), ("way", "")],
        [("choice", "99"), ("way", "")],
    ] {
        answer(&trainee, &play, &fields).await;
        let page = trainee.get(&play).await;
        assert!(page.text().contains("没有这个选项"), "{fields:?}");
        assert_eq!(hidden(page.text(), "seq"), "2", "nothing happened");
    }
    for way in ["on", "time-out"] {
        answer(&trainee, &play, &[("way", way)]).await;
        assert_eq!(hidden(trainee.get(&play).await.text(), "seq"), "2", "{way}");
    }
    let id = hidden(page.text(), "play");
    for seq in ["0", "3", "9"] {
        let fields = [("play", id.as_str()), ("seq", seq), ("choice", "1")];
        trainee.submit("/do/answer-play", &play, &fields).await;
        let page = trainee.get(&play).await;
        assert!(page.text().contains("已经回答过了"), "{seq}");
        assert_eq!(hidden(page.text(), "seq"), "2");
    }
    for (name, value) in [("seq", "-1"), ("seq", "x"), ("choice", "x")] {
        let mut fields = vec![("play", id.as_str()), ("seq", "2"), ("choice", "1")];
        fields.retain(|(field, _)| *field != name);
        fields.push((name, value));
        let refused = trainee.submit("/do/answer-play", &play, &fields).await;
        assert_eq!(refused.status, 400, "{name}={value}");
    }
    choose(&trainee, &play, "写一封信").await;
    assert_eq!(hidden(trainee.get(&play).await.text(), "seq"), "3");
}

#[tokio::test]
async fn a_form_sent_twice_is_one_step() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = begin(&trainee, "letter").await;
    let page = trainee.get(&play).await;
    let number = number(page.text(), "马上").unwrap();
    let id = hidden(page.text(), "play");
    let fields = [("play", id.as_str()), ("seq", "1"), ("choice", number.as_str())];
    for _ in 0..2 {
        trainee.submit("/do/answer-play", &play, &fields).await;
        let page = trainee.get(&play).await;
        assert_eq!(hidden(page.text(), "seq"), "2");
        assert!(!page.text().contains("已经回答过了"));
    }
    let other = [("play", id.as_str()), ("seq", "1"), ("choice", "2")];
    trainee.submit("/do/answer-play", &play, &other).await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("已经回答过了") && page.text().contains("马上"));
}

#[tokio::test]
async fn replies_are_checked_and_what_was_typed_is_kept() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = begin(&trainee, "letter").await;
    choose(&trainee, &play, "马上").await;
    choose(&trainee, &play, "写一封信").await;
    answer(&trainee, &play, &[("reply", "  \n ")]).await;
    assert!(trainee.get(&play).await.text().contains("还没有写内容"));
    let long = "长".repeat(21);
    answer(&trainee, &play, &[("reply", &long)]).await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("最多 20 字") && page.text().contains(&long));
    // A browser sends line breaks as two characters; they count as one.
    answer(
        &trainee,
        &play,
        &[("reply", "一二三四五六七八九\r\n<b>五六七八九十")],
    )
    .await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("再写一封"));
    assert!(page.text().contains("&lt;b&gt;五六") && !page.text().contains("<b>五六"));
}

#[tokio::test]
async fn a_play_goes_on_with_the_release_it_began_with() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let play = begin(&trainee, "letter").await;
    publish(
        &app,
        SCENARIO
            .replace("等会儿", "稍等片刻")
            .replace("给您写一封信", "另一种写法"),
    )
    .await;
    let page = trainee.get(&play).await;
    assert!(page.text().contains("等会儿") && !page.text().contains("稍等片刻"));
    choose(&trainee, &play, "马上").await;
    choose(&trainee, &play, "给您写一封信").await;
    for _ in 0..2 {
        answer(&trainee, &play, &[("reply", "九点")]).await;
    }
    assert!(trainee.get(&play).await.text().contains("给您写一封信"));
    let play = begin(&trainee, "letter").await;
    assert!(trainee.get(&play).await.text().contains("稍等片刻"));
}

#[tokio::test]
async fn no_key_of_a_scenario_is_sent_before_its_end() {
    let folder = folder();
    let app = TestApp::with_content(folder.path()).await;
    let trainee = app.sign_in("trainee").await;
    let mut seen = vec![trainee.get("/scenarios/letter").await];
    let play = begin(&trainee, "letter").await;
    for (name, value) in [
        ("choice", "1"),
        ("choice", "1"),
        ("reply", "九点见"),
        ("reply", "十点见"),
    ] {
        seen.push(trainee.get(&play).await);
        let page = seen.last().unwrap().text().to_owned();
        let (id, seq) = (hidden(&page, "play"), hidden(&page, "seq"));
        let token = hidden(&page, "token");
        let bad = [
            ("token", token.as_str()),
            ("play", &id),
            ("seq", &seq),
            ("choice", "77"),
            ("reply", ""),
        ];
        seen.push(trainee.post("/do/answer-play", &play, &bad).await);
        seen.push(trainee.call("/do/answer-play", &play, &bad).await);
        seen.push(trainee.get(&play).await);
        seen.push(answer(&trainee, &play, &[(name, value)]).await);
    }
    for answer in &seen {
        assert!(!answer.text().contains(MARK), "{}", answer.text());
        assert!(!format!("{:?}", answer.headers).contains(MARK));
    }
    let result = trainee.get(&play).await;
    for shown in ["canary-feedback-a", "canary-feedback-d", "暂定"] {
        assert!(result.text().contains(shown), "{shown}");
    }
    for hidden in [
        "canary-feedback-b",
        "canary-feedback-c",
        "canary-hidden",
        "canary-must",
        "canary-ban",
    ] {
        assert!(!result.text().contains(hidden), "{hidden}");
    }
}
