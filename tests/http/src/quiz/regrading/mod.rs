//! Regrading with a corrected key: look first, then apply with a reason; the old score stays in the record.

mod review;

use axum::http::StatusCode;
use domain::evidence::{Fact, Outcome};
use domain::score::Milli;
use store::{actors::Operator, releases};
use tempfile::TempDir;
use test_support::{Client, TestApp};

use super::going_live::role_without_approval;
use super::{QUIZ, SHORT, Taker, content, pair, write};
use crate::staff::{add_account, facts};

const ROOM: &str = "/reports/quizzes/desk/quiz/regrade";
const ONE: &str = "/reports/quizzes/desk/quiz/regrade?question=one";

/// Somebody picked six rings, which the key called wrong.
async fn after_a_wrong_key(folder: &TempDir) -> (Taker, Client, String) {
    let app = TestApp::with_content(folder.path()).await;
    let taker = Taker {
        client: app.sign_in("trainee").await,
        app,
    };
    let path = taker.start().await;
    let attempt = taker.attempt(&path).await;
    let six = attempt.questions[0]
        .permutation
        .iter()
        .position(|slot| *slot == 1)
        .unwrap();
    let page = taker.page(&path).await;
    let fields = [pair("q0", &six.to_string()), pair("q1", "您好")];
    taker.press("submit", &path, &page, &fields).await;
    assert_eq!(taker.attempt(&path).await.score, Some(Milli::whole(50)));
    let trainer = taker.app.sign_in("trainer").await;
    (taker, trainer, path)
}

fn correct(folder: &TempDir, rules: &str) {
    let corrected = SHORT.replace("- [x] 三声\n- [ ] 六声", "- [ ] 三声\n- [x] 六声");
    write(folder.path(), rules, &corrected);
}

/// Publishes the folder as it stands now.
async fn publish(taker: &Taker) {
    let site = taker.app.site();
    let files = (site.content_folder)().unwrap();
    let now = site.now();
    let publishing = site.store.write(move |tx| {
        Box::pin(async move { releases::publish(tx, &Operator::new(), files, "", now).await })
    });
    publishing.await.unwrap();
    assert!(site.libraries.refresh(&site.store).await.unwrap());
}

async fn apply(taker: &Taker, trainer: &Client, reason: &str) -> StatusCode {
    let library = taker.app.site().libraries.current();
    let version = library.quizzes["desk/quiz"]
        .question("one")
        .unwrap()
        .hash
        .to_string();
    let fields = [
        ("quiz", "desk/quiz"),
        ("question", "one"),
        ("version", &version),
        ("reason", reason),
    ];
    trainer.submit("/do/regrade-question", ONE, &fields).await.status
}

#[tokio::test]
async fn a_corrected_key_is_looked_at_and_then_applied() {
    let folder = role_without_approval();
    let (taker, trainer, path) = after_a_wrong_key(&folder).await;
    assert!(trainer.get(ROOM).await.text().contains("没有要重新判分的题"));
    correct(&folder, "pass: 80%\nattempts: 3");
    publish(&taker).await;
    assert_eq!(
        taker.attempt(&path).await.outcome,
        Some(Outcome::Failed),
        "publishing changes nothing"
    );
    let page = trainer.get(ROOM).await;
    assert!(
        page.text().contains("几声内接起") && page.text().contains("1 次考试"),
        "{}",
        page.text()
    );
    let page = trainer.get(ONE).await;
    for text in [
        "其中 1 次的成绩会变，涉及 1 人；1 人的上岗条件会变",
        "几声内接起",
        "1 次考试按它判分",
        "<li><strong>三声</strong></li>",
        "<li><strong>六声</strong></li>",
        "href=\"/reports/quizzes/desk/quiz\"",
        "50 分 · 未通过",
        "100 分 · 已通过",
        "未完成 → 已达标",
        "/people/trainee/quizzes/desk/quiz",
    ] {
        assert!(page.text().contains(text), "{text}: {}", page.text());
    }
    assert_eq!(taker.results().await, 1);
    assert_eq!(
        taker.attempt(&path).await.outcome,
        Some(Outcome::Failed),
        "looking is not doing"
    );
    apply(&taker, &trainer, " ").await;
    assert!(trainer.get(ONE).await.text().contains("请写明理由"));
    for _ in 0..2 {
        assert_eq!(apply(&taker, &trainer, "答案标错了").await, 303);
    }
    let attempt = taker.attempt(&path).await;
    assert_eq!(
        (attempt.score, attempt.outcome),
        (Some(Milli::whole(100)), Some(Outcome::Passed))
    );
    let said = facts(&taker.app, "trainee").await;
    let regraded: Vec<_> = said
        .iter()
        .filter_map(|fact| match fact {
            Fact::QuizRegraded { was, score, .. } => Some((*was, *score)),
            _ => None,
        })
        .collect();
    assert_eq!(
        regraded,
        [(Some(Milli::whole(50)), Some(Milli::whole(100)))],
        "once"
    );
    let file = trainer.get("/people/trainee").await;
    assert!(
        file.text()
            .contains("重新判分：前台测验有题目的答案改正了，得分从 50 变为 100 · 通过")
            && file.text().contains("答案标错了"),
        "{}",
        file.text()
    );
    assert!(file.text().contains("50 分"), "the old result stands there too");
    assert!(taker.page(&path).await.contains("已通过"));
    assert!(taker.page(QUIZ).await.contains("不用再考"));
    let page = trainer.get(ONE).await;
    assert!(page.text().contains("没有成绩会变"), "{}", page.text());
    assert!(
        !page.text().contains("原来的答案"),
        "it is judged by the current key"
    );
}

#[tokio::test]
async fn what_was_passed_by_a_wrong_key_is_passed_no_more() {
    let folder = role_without_approval();
    let app = TestApp::with_content(folder.path()).await;
    let taker = Taker {
        client: app.sign_in("trainee").await,
        app,
    };
    let path = taker.take(true).await;
    correct(&folder, "pass: 80%\nattempts: 3");
    publish(&taker).await;
    let trainer = taker.app.sign_in("trainer").await;
    assert!(trainer.get(ONE).await.text().contains("已达标 → 未完成"));
    apply(&taker, &trainer, "答案标错了").await;
    assert_eq!(taker.attempt(&path).await.outcome, Some(Outcome::Failed));
    assert!(taker.page("/").await.contains("前台测验"), "to be taken again");
    taker.start().await;
}

#[tokio::test]
async fn nobody_regrades_himself_and_only_trainers_regrade() {
    let folder = content("pass: 80%", SHORT);
    let (taker, trainer, _) = after_a_wrong_key(&folder).await;
    add_account(&taker.app, "tina", "田老师", &["trainer", "learner"], "").await;
    let tina = Taker {
        client: taker.app.sign_in("tina").await,
        app: taker.app,
    };
    let own = tina.take(true).await;
    correct(&folder, "pass: 80%");
    publish(&tina).await;
    let page = tina.page(ONE).await;
    assert!(
        page.contains("你自己的考试也会变") && page.contains("涉及 1 人"),
        "{page}"
    );
    apply(&tina, &tina.client, "答案标错了").await;
    assert_eq!(
        tina.attempt(&own).await.outcome,
        Some(Outcome::Passed),
        "not by herself"
    );
    assert!(trainer.get(ONE).await.text().contains("田老师"));
    apply(&tina, &trainer, "答案标错了").await;
    assert_eq!(tina.attempt(&own).await.outcome, Some(Outcome::Failed));
    for login in ["trainee", "recruiter", "admin", "supervisor"] {
        let client = tina.app.sign_in(login).await;
        assert_eq!(client.get(ROOM).await.status, 403, "{login}");
        let fields = [
            ("quiz", "desk/quiz"),
            ("question", "one"),
            ("version", "x"),
            ("reason", "x"),
        ];
        let answer = client.submit("/do/regrade-question", "/password", &fields).await;
        assert_eq!(answer.status, 403, "{login}");
    }
    for path in [
        "/reports/quizzes/desk/none/regrade",
        "/reports/quizzes/desk/quiz/regrade?question=none",
    ] {
        assert_eq!(trainer.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn only_what_was_looked_at_is_applied() {
    let folder = content("pass: 80%", SHORT);
    let (taker, trainer, path) = after_a_wrong_key(&folder).await;
    let library = taker.app.site().libraries.current();
    let stale = library.quizzes["desk/quiz"]
        .question("one")
        .unwrap()
        .hash
        .to_string();
    correct(&folder, "pass: 80%");
    publish(&taker).await;
    let fields = [
        ("quiz", "desk/quiz"),
        ("question", "one"),
        ("version", stale.as_str()),
        ("reason", "x"),
    ];
    trainer.submit("/do/regrade-question", ONE, &fields).await;
    assert!(trainer.get(ONE).await.text().contains("刚才又发布了新版本"));
    assert_eq!(taker.attempt(&path).await.outcome, Some(Outcome::Failed));
    // A question of another shape cannot be judged anew.
    let other = SHORT.replace("- [ ] 六声\n", "- [ ] 六声\n- [ ] 九声\n");
    write(folder.path(), "pass: 80%", &other);
    publish(&taker).await;
    assert!(trainer.get(ROOM).await.text().contains("选项或空的数量变了"));
    assert!(trainer.get(ONE).await.text().contains("没有成绩会变"));
}

#[tokio::test]
async fn voiding_the_first_of_several_lets_the_second_count() {
    let taker = Taker::new("pass: 80%\ncounts: first", SHORT).await;
    let first = taker.take(false).await;
    let second = taker.take(true).await;
    assert_eq!(taker.attempt(&second).await.outcome, Some(Outcome::Failed));
    let trainer = taker.app.sign_in("trainer").await;
    let fields = [
        ("attempt", first.trim_start_matches("/attempts/")),
        ("reason", "机器坏了"),
    ];
    let room = "/people/trainee/quizzes/desk/quiz";
    trainer.submit("/do/void-attempt", room, &fields).await;
    assert_eq!(taker.attempt(&second).await.outcome, Some(Outcome::Passed));
    let file = trainer.get("/people/trainee").await;
    let text = "重新计算：前台测验的另一次考试变了，这一次仍是 100 分 · 通过";
    assert!(file.text().contains(text), "{}", file.text());
    assert!(taker.page(QUIZ).await.contains("不用再考"));
}
