//! Statistics of quizzes: for trainers, without names, and hidden while they are few.

use test_support::Client;

use crate::{play_content::person, quiz::Taker};

const LIST: &str = "/reports/quizzes";
const REPORT: &str = "/reports/quizzes/desk/quiz";
const CSV: &str = "/reports/quizzes/desk/quiz/statistics.csv";

/// The second asks in words that a spreadsheet would take for a formula.
const QUESTIONS: &str = "\n## one\n\n几声内接起？\n\n- [x] 三声\n- [ ] 五声\n- [ ] 六声\n\n\
     ## two\n\n@客户时，先说什么？\n\n= 您好\n";

/// Who picks what in the first question, and whether the second is right: good people pick B.
const TEN: [(&str, &str, &str); 10] = [
    ("p0", "0", "您好"),
    ("p1", "0", "您好"),
    ("p2", "0", "您好"),
    ("p3", "0", "您好"),
    ("p4", "0", "喂"),
    ("p5", "1", "您好"),
    ("p6", "1", "您好"),
    ("p7", "2", "喂"),
    ("p8", "2", "喂"),
    ("p9", "2", "喂"),
];

async fn centre() -> Taker {
    Taker::new("pass: 80%\nattempts: 3", QUESTIONS).await
}

/// Hands in one attempt of whoever the client is.
async fn take(taker: &Taker, one: &str, two: &str) {
    let path = taker.start().await;
    let page = taker.page(&path).await;
    taker.app.wait(90);
    let fields = [
        ("q0".to_owned(), one.to_owned()),
        ("q1".to_owned(), two.to_owned()),
    ];
    let answer = taker.press("submit", &path, &page, &fields).await;
    assert_eq!(answer.header("location"), path);
}

async fn take_all(taker: &mut Taker, people: &[(&'static str, &str, &str)]) {
    for (login, one, two) in people {
        taker.client = person(&taker.app, login, "learner").await;
        take(taker, one, two).await;
    }
}

async fn text(client: &Client, path: &str) -> String {
    let answer = client.get(path).await;
    assert_eq!(answer.status, 200, "{path}");
    answer.text().to_owned()
}

#[tokio::test]
async fn only_trainers_and_supervisors_read_reports() {
    let taker = centre().await;
    let app = &taker.app;
    for path in ["/reports", LIST, REPORT, CSV] {
        assert_eq!(app.get(path).await.status, 303, "{path}");
        for login in ["trainee", "admin"] {
            assert_eq!(
                app.sign_in(login).await.get(path).await.status,
                403,
                "{login} {path}"
            );
        }
    }
    let (trainer, supervisor) = (app.sign_in("trainer").await, app.sign_in("supervisor").await);
    for client in [&trainer, &supervisor] {
        assert_eq!(client.get("/reports").await.header("location"), LIST);
        assert!(text(client, "/").await.contains("href=\"/reports\""));
        assert!(text(client, LIST).await.contains("前台测验"));
        assert_eq!(client.get("/reports/quizzes/desk/none").await.status, 404);
    }
    assert_eq!(supervisor.get(CSV).await.status, 403);
    assert_eq!(
        trainer
            .get("/reports/quizzes/desk/none/statistics.csv")
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn nine_attempts_are_only_counted() {
    let mut taker = centre().await;
    take_all(&mut taker, &TEN[..9]).await;
    let trainer = taker.app.sign_in("trainer").await;
    let page = text(&trainer, REPORT).await;
    assert!(page.contains("才 9 份，满 10 份才显示"), "{page}");
    assert!(!page.contains("<svg viewBox=\"0 0 360") && !page.contains("0.408"));
    let file = text(&trainer, CSV).await;
    assert!(file.contains("才 9 份") && !file.contains("0.408"), "{file}");
}

#[tokio::test]
async fn ten_say_how_it_went_and_what_to_check() {
    let mut taker = centre().await;
    take_all(&mut taker, &TEN).await;
    // A second attempt counts as an attempt, but not in the numbers.
    take(&taker, "0", "您好").await;
    let trainer = taker.app.sign_in("trainer").await;
    let list = text(&trainer, LIST).await;
    assert!(
        list.contains("data-label=\"交卷次数\" class=\"num\">11</td>")
            && list.contains("data-label=\"人数\" class=\"num\">10</td>")
            && list.contains("data-label=\"已通过\" class=\"num\">5</td>"),
        "{list}"
    );
    let page = text(&trainer, REPORT).await;
    for said in [
        "40%",
        "4 / 10",
        "1 分 30 秒",
        "错误选项 B 吸引了成绩好的人：请核对答案。",
        "成绩分布图：4 人达到及格线 80 分",
        "1. 几声内接起？",
        "0.408",
        "-0.802",
    ] {
        assert!(page.contains(said), "{said} in {page}");
    }
    for (login, ..) in TEN {
        assert!(!page.contains(&format!(">{login}<")), "no names");
    }
    // Whoever may have to take the quiz sees no key.
    let page = text(&taker.app.sign_in("supervisor").await, REPORT).await;
    assert!(page.contains("4 / 10") && !page.contains("三声") && !page.contains("几声内接起"));
}

#[tokio::test]
async fn the_table_opens_in_a_spreadsheet_and_does_nothing_there() {
    let mut taker = centre().await;
    take_all(&mut taker, &TEN).await;
    let answer = taker.app.sign_in("trainer").await.get(CSV).await;
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"desk-quiz.csv\""
    );
    let file = answer.text();
    assert!(
        file.starts_with('\u{feff}'),
        "the mark that tells Excel it is UTF-8"
    );
    let rows: Vec<_> = file.lines().collect();
    assert_eq!(rows.len(), 3, "{file}");
    assert!(rows[0].contains("题目编号,题目,"), "{file}");
    let one = "是,10,0.5,0.408,0,错误选项 B 吸引了成绩好的人：请核对答案。,5,0.408,2,0.408,3,-0.802";
    assert!(
        rows[1].starts_with("one,几声内接起？,v") && rows[1].ends_with(one),
        "{file}"
    );
    assert!(rows[2].starts_with("two,'@客户时，先说什么？,v"), "{file}");
}

#[tokio::test]
async fn an_older_version_keeps_its_numbers_apart() {
    let mut taker = centre().await;
    take_all(&mut taker, &TEN).await;
    let changed = QUESTIONS.replace("几声内接起？", "响几声就该接？");
    taker.publish("pass: 80%\nattempts: 3", &changed).await;
    let trainer = taker.app.sign_in("trainer").await;
    let page = text(&trainer, REPORT).await;
    assert!(
        page.contains("旧版：几声内接起？") && !page.contains("响几声就该接"),
        "{page}"
    );
    take(&taker, "0", "您好").await;
    taker.client = person(&taker.app, "p10", "learner").await;
    take(&taker, "0", "您好").await;
    let page = text(&trainer, REPORT).await;
    assert!(
        page.contains("1. 响几声就该接？") && page.contains("才 1 份"),
        "{page}"
    );
}
