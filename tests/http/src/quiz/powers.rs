//! What a trainer may do about somebody's attempts: void, one more, more time.

use super::{QUIZ, SHORT, Taker, pair};
use crate::staff::{add_account, facts};
use domain::evidence::{ExtraTime, Fact};
use store::attempts::State;
use test_support::{Answer, Client};

const ROOM: &str = "/people/trainee/quizzes/desk/quiz";

async fn void(trainer: &Client, path: &str, reason: &str) -> Answer {
    let id = path.trim_start_matches("/attempts/");
    let fields = [("attempt", id), ("reason", reason)];
    trainer.submit("/do/void-attempt", ROOM, &fields).await
}

async fn grant(trainer: &Client, login: &str, quiz: &str, reason: &str) -> Answer {
    let fields = [("login", login), ("quiz", quiz), ("reason", reason)];
    trainer.submit("/do/grant-attempt", ROOM, &fields).await
}

async fn time(trainer: &Client, login: &str, time: &str, reason: &str) -> Answer {
    let fields = [("login", login), ("time", time), ("reason", reason)];
    trainer.submit("/do/grant-time", ROOM, &fields).await
}

#[tokio::test]
async fn a_trainer_sees_the_attempts_and_voids_one_with_a_reason() {
    let taker = Taker::new("pass: 80%\nattempts: 1", SHORT).await;
    let path = taker.take(true).await;
    let trainer = taker.app.sign_in("trainer").await;
    let page = trainer.get(ROOM).await;
    for text in ["第 1 次", "100", "已通过", "作废第 1 次", "前台测验"] {
        assert!(page.text().contains(text), "{text}: {}", page.text());
    }
    assert_eq!(void(&trainer, &path, "  ").await.header("location"), ROOM);
    assert!(trainer.get(ROOM).await.text().contains("请写明理由"));
    assert_eq!(taker.attempt(&path).await.state, State::Graded);
    assert_eq!(
        void(&trainer, &path, "旁边有人提示").await.header("location"),
        ROOM
    );
    assert_eq!(void(&trainer, &path, "再点一次").await.header("location"), ROOM);
    let page = trainer.get(ROOM).await;
    assert!(
        page.text().contains("已作废") && !page.text().contains("作废第 1 次"),
        "{}",
        page.text()
    );
    let said = facts(&taker.app, "trainee").await;
    let voided = said.iter().filter(|fact| matches!(fact, Fact::Voided { .. }));
    assert_eq!(voided.count(), 1);
    let file = trainer.get("/people/trainee").await;
    for text in [
        "旁边有人提示",
        "作废：测验：前台测验 · 通过 · 100 分",
        "通过 · 100 分 · 已作废",
    ] {
        assert!(file.text().contains(text), "{text}: {}", file.text());
    }
    // The learner reads that it counts no more, and may take the quiz again.
    let page = taker.page(&path).await;
    assert!(
        page.contains("已由培训师作废") && !page.contains("已通过"),
        "{page}"
    );
    assert!(taker.page(QUIZ).await.contains("还有 1 次，共 1 次"));
    taker.start().await;
}

#[tokio::test]
async fn an_open_attempt_is_voided_and_takes_no_more_answers() {
    let taker = Taker::new("pass: 80%\nattempts: 1", SHORT).await;
    let path = taker.start().await;
    let trainer = taker.app.sign_in("trainer").await;
    assert!(trainer.get(ROOM).await.text().contains("进行中"));
    void(&trainer, &path, "消防演习").await;
    assert_eq!(
        taker.save(&path, &[("q1", "您好"), ("seq1", "1")]).await,
        "closed"
    );
    assert!(taker.page(&path).await.contains("已由培训师作废"));
    assert_ne!(taker.start().await, path);
    assert_eq!(taker.results().await, 0);
}

#[tokio::test]
async fn a_pending_attempt_is_voided_and_nobody_rates_it() {
    let essay = "\n## letter\n`essay`\n\n写一封道歉信。\n\n- 语气 (0..3): 先道歉\n";
    let taker = Taker::new("pass: 80%", essay).await;
    let path = taker.take(true).await;
    let trainer = taker.app.sign_in("trainer").await;
    assert!(trainer.get("/ratings").await.text().contains("写一封道歉信"));
    void(&trainer, &path, "交错了").await;
    assert!(!trainer.get("/ratings").await.text().contains("写一封道歉信"));
    taker.start().await;
}

#[tokio::test]
async fn one_more_attempt_is_granted_with_a_reason() {
    let taker = Taker::new("pass: 80%\nattempts: 1", SHORT).await;
    taker.take(false).await;
    assert_eq!(taker.press_start().await.header("location"), QUIZ);
    let trainer = taker.app.sign_in("trainer").await;
    assert!(trainer.get(ROOM).await.text().contains("次数已经用完，没有通过"));
    grant(&trainer, "trainee", "desk/quiz", "").await;
    assert!(trainer.get(ROOM).await.text().contains("请写明理由"));
    grant(&trainer, "trainee", "desk/quiz", "那天生病").await;
    assert!(trainer.get(ROOM).await.text().contains("还有 1 次，共 2 次"));
    assert!(taker.page(QUIZ).await.contains("还有 1 次，共 2 次"));
    taker.take(false).await;
    assert_eq!(
        taker.press_start().await.header("location"),
        QUIZ,
        "one more, not two"
    );
    let file = trainer.get("/people/trainee").await;
    assert!(file.text().contains("准予补考：前台测验") && file.text().contains("那天生病"));
    for (login, quiz) in [("nobody", "desk/quiz"), ("trainee", "desk/none")] {
        assert_eq!(
            grant(&trainer, login, quiz, "x").await.status,
            404,
            "{login} {quiz}"
        );
    }
}

#[tokio::test]
async fn a_quiz_without_a_limit_needs_no_further_attempt() {
    let taker = Taker::new("pass: 80%", SHORT).await;
    let trainer = taker.app.sign_in("trainer").await;
    assert!(!trainer.get(ROOM).await.text().contains("/do/grant-attempt"));
    grant(&trainer, "trainee", "desk/quiz", "x").await;
    assert!(trainer.get(ROOM).await.text().contains("不限次数"));
}

#[tokio::test]
async fn extra_time_holds_for_attempts_begun_from_then_on() {
    let taker = Taker::new("pass: 80%\ntime: 10min", SHORT).await;
    let trainer = taker.app.sign_in("trainer").await;
    let first = taker.start().await;
    time(&trainer, "trainee", "x1500", "视力不好").await;
    assert!(trainer.get(ROOM).await.text().contains("时间的 1.5 倍"));
    let length = async |path: &str| {
        let attempt = taker.attempt(path).await;
        attempt.deadline.unwrap().seconds_since(attempt.started)
    };
    assert_eq!(length(&first).await, 600, "what is open keeps its deadline");
    let page = taker.page(&first).await;
    taker.press("submit", &first, &page, &[pair("q1", "喂")]).await;
    assert!(taker.page(QUIZ).await.contains("15 分钟（已加时）"));
    let second = taker.start().await;
    assert_eq!(length(&second).await, 900);
    time(&trainer, "trainee", "m0", "不再需要").await;
    let page = taker.page(&second).await;
    taker.press("submit", &second, &page, &[]).await;
    let third = taker.start().await;
    assert_eq!(length(&third).await, 600, "the last word counts");
    time(&trainer, "trainee", "x9000", "x").await;
    assert!(trainer.get(ROOM).await.text().contains("请选择列出的一种"));
    let said = facts(&taker.app, "trainee").await;
    let granted: Vec<_> = said
        .iter()
        .filter_map(|fact| match fact {
            Fact::TimeGranted { time } => Some(*time),
            _ => None,
        })
        .collect();
    assert_eq!(granted.len(), 2);
    assert_eq!(granted[1], ExtraTime::default());
}

#[tokio::test]
async fn nobody_does_it_for_himself_and_only_trainers_do_it() {
    let taker = Taker::new("pass: 80%\nattempts: 1", SHORT).await;
    let path = taker.take(false).await;
    add_account(&taker.app, "tina", "田老师", &["trainer", "learner"], "").await;
    let tina = Taker {
        client: taker.app.sign_in("tina").await,
        app: taker.app,
    };
    let own = tina.take(false).await;
    let page = tina.page("/people/tina/quizzes/desk/quiz").await;
    assert!(
        page.contains("第 1 次") && !page.contains("/do/void-attempt"),
        "{page}"
    );
    assert!(!page.contains("/do/grant-time"), "{page}");
    void(&tina.client, &own, "x").await;
    assert!(tina.page(ROOM).await.contains("不能处理自己的考试"));
    grant(&tina.client, "tina", "desk/quiz", "x").await;
    time(&tina.client, "tina", "m30", "x").await;
    assert_eq!(tina.attempt(&own).await.state, State::Graded);
    assert!(
        facts(&tina.app, "tina")
            .await
            .iter()
            .all(|fact| matches!(fact, Fact::QuizFinished { .. } | Fact::RoleAssigned { .. }))
    );
    let supervisor = tina.app.sign_in("supervisor").await;
    let page = supervisor.get(ROOM).await;
    assert!(page.status == 200 && !page.text().contains("/do/void-attempt"));
    for login in ["trainee", "recruiter", "admin", "supervisor"] {
        let client = tina.app.sign_in(login).await;
        let id = path.trim_start_matches("/attempts/");
        let fields = [("attempt", id), ("reason", "x")];
        let answer = client.submit("/do/void-attempt", "/password", &fields).await;
        assert_eq!(answer.status, 403, "{login}");
        let fields = [("login", "trainee"), ("time", "m5"), ("reason", "x")];
        assert_eq!(
            client.submit("/do/grant-time", "/password", &fields).await.status,
            403
        );
        let fields = [("login", "trainee"), ("quiz", "desk/quiz"), ("reason", "x")];
        assert_eq!(
            client
                .submit("/do/grant-attempt", "/password", &fields)
                .await
                .status,
            403
        );
        if login != "supervisor" {
            assert_eq!(client.get(ROOM).await.status, 403, "{login}");
        }
    }
    assert_eq!(
        supervisor.get("/people/nobody/quizzes/desk/quiz").await.status,
        404
    );
    assert_eq!(
        supervisor.get("/people/trainee/quizzes/desk/none").await.status,
        404
    );
}
