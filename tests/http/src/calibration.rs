//! Calibrations: the same answers rated by all, each alone, and how far they agree.

use test_support::{Answer, Client, TestApp};

use crate::play_content::{hidden, person};

/// A node of the shipped content whose replies are rated by two criteria.
const SUBJECT: &str = "reply:email-complaint:receipt";

const NEW: &str = "/ratings/calibrations/new?subject=reply:email-complaint:receipt";

async fn make(trainer: &Client, title: &str, answers: &[&str]) -> Answer {
    let written = answers.join("\n\n");
    let fields = [("subject", SUBJECT), ("title", title), ("written", &written)];
    trainer.submit("/do/make-calibration", NEW, &fields).await
}

/// A calibration of so many answers, and its path.
async fn made(trainer: &Client, count: usize) -> String {
    let answers: Vec<_> = (0..count).map(|at| format!("第 {at} 封信")).collect();
    let answers: Vec<_> = answers.iter().map(String::as_str).collect();
    let answer = make(trainer, "语气", &answers).await;
    let path = answer.header("location").to_owned();
    assert!(path.starts_with("/ratings/calibrations/"), "{path}");
    path
}

async fn rate(trainer: &Client, path: &str, item: usize, levels: [u32; 2]) -> Answer {
    let id = path.trim_start_matches("/ratings/calibrations/");
    let (item, one, two) = (item.to_string(), levels[0].to_string(), levels[1].to_string());
    let fields = [
        ("calibration", id),
        ("item", &item),
        ("level0", &one),
        ("level1", &two),
    ];
    trainer.submit("/do/rate-calibration", path, &fields).await
}

#[tokio::test]
async fn each_rates_alone_and_then_all_see_how_far_they_agree() {
    let app = TestApp::new().await;
    let one = app.sign_in("trainer").await;
    let two = person(&app, "two", "trainer").await;
    let path = made(&one, 10).await;
    let list = two.get("/ratings/calibrations").await;
    assert!(list.text().contains("10 条回答 · 你评了 0 条") && list.text().contains("待你评分"));
    for item in 0..10 {
        rate(&one, &path, item, [if item < 5 { 2 } else { 0 }, 1]).await;
    }
    let seen = one.get(&path).await;
    assert!(seen.text().contains("评完的人：演示培训师"), "{}", seen.text());
    assert!(seen.text().contains("至少两个人评完"), "{}", seen.text());
    let blind = two.get(&path).await;
    assert!(blind.text().contains("第 1 条，共 10 条") && blind.text().contains("第 0 封信"));
    assert!(!blind.text().contains("评完的人"), "{}", blind.text());
    // A half-way opinion may still be changed.
    rate(&two, &path, 0, [0, 0]).await;
    let back = two.get(&format!("{path}?item=0")).await;
    assert!(back.text().contains("保存修改"), "{}", back.text());
    for item in 0..10 {
        rate(&two, &path, item, [if item < 5 { 2 } else { 0 }, 0]).await;
    }
    let seen = two.get(&path).await;
    let text = seen.text();
    for words in [
        "评完的人：演示培训师、two",
        "1.000",
        "100%",
        "0.000",
        "演示培训师 与 two",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert!(!text.contains("<form action=\"/do/rate-calibration\""), "{text}");
    let again = rate(&two, &path, 9, [0, 0]).await;
    let told = two.get(again.header("location")).await;
    assert!(!told.text().contains("不能再改了"), "sent twice is done once");
    let late = rate(&two, &path, 0, [1, 1]).await;
    let told = two.get(late.header("location")).await;
    assert!(told.text().contains("不能再改了"), "{}", told.text());
}

#[tokio::test]
async fn few_answers_have_no_figures_and_closing_ends_it() {
    let app = TestApp::new().await;
    let one = app.sign_in("trainer").await;
    let two = person(&app, "two", "trainer").await;
    let path = made(&one, 2).await;
    for trainer in [&one, &two] {
        rate(trainer, &path, 0, [2, 1]).await;
        rate(trainer, &path, 1, [0, 1]).await;
    }
    let text = one.get(&path).await;
    assert!(text.text().contains("满 10 条才显示一致性"), "{}", text.text());
    assert!(!text.text().contains("1.000"), "{}", text.text());
    let id = path.trim_start_matches("/ratings/calibrations/");
    one.submit("/do/close-calibration", &path, &[("calibration", id)])
        .await;
    assert!(one.get("/ratings/calibrations").await.text().contains("已结束"));
    assert!(!one.get(&path).await.text().contains("结束校准"));
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_it_and_nothing_is_lost() {
    let app = TestApp::new().await;
    let trainer = app.sign_in("trainer").await;
    let answer = make(&trainer, "我的校准", &[]).await;
    let page = trainer.get(answer.header("location")).await;
    assert!(page.text().contains("至少选一条或写一条回答") && page.text().contains("我的校准"));
    let answer = make(&trainer, "  ", &["一封信"]).await;
    let page = trainer.get(answer.header("location")).await;
    assert!(page.text().contains("起个名字") && page.text().contains("一封信"));
    let long = "长".repeat(2001);
    let answer = make(&trainer, "长", &[&long]).await;
    let page = trainer.get(answer.header("location")).await;
    assert!(page.text().contains("每条回答最多 2000 字") && page.text().contains(&long));
    let many: Vec<_> = std::iter::repeat_n("信", 61).collect();
    let answer = make(&trainer, "多", &many).await;
    assert!(
        trainer
            .get(answer.header("location"))
            .await
            .text()
            .contains("最多 60 条")
    );
    let path = made(&trainer, 1).await;
    let answer = rate(&trainer, &path, 0, [3, 0]).await;
    let page = trainer.get(answer.header("location")).await;
    assert!(page.text().contains("每一项都要选一个分数"), "{}", page.text());
}

#[tokio::test]
async fn it_is_for_trainers_and_wrong_addresses_are_not_found() {
    let app = TestApp::new().await;
    let (trainer, trainee) = (app.sign_in("trainer").await, app.sign_in("trainee").await);
    let path = made(&trainer, 1).await;
    for page in [
        "/ratings/calibrations",
        "/ratings/calibrations/new",
        NEW,
        path.as_str(),
    ] {
        assert_eq!(trainee.get(page).await.status, 403, "{page}");
    }
    for page in [
        "/ratings/calibrations/none",
        "/ratings/calibrations/new?subject=reply:none:none",
    ] {
        assert_eq!(trainer.get(page).await.status, 404, "{page}");
    }
    assert_eq!(rate(&trainee, &path, 0, [1, 1]).await.status, 403);
    assert_eq!(rate(&trainer, &path, 7, [1, 1]).await.status, 404);
    let fields = [
        ("subject", SUBJECT),
        ("title", "别人的"),
        ("answer", "play none 0"),
    ];
    let answer = trainer.submit("/do/make-calibration", NEW, &fields).await;
    let page = trainer.get(answer.header("location")).await;
    assert!(page.text().contains("刚刚不能用了"), "{}", page.text());
}

#[tokio::test]
async fn a_form_sent_twice_makes_one() {
    let app = TestApp::new().await;
    let trainer = app.sign_in("trainer").await;
    let page = trainer.get(NEW).await;
    let (token, key) = (hidden(page.text(), "token"), hidden(page.text(), "key"));
    let fields = [
        ("token", token.as_str()),
        ("key", key.as_str()),
        ("subject", SUBJECT),
        ("title", "一次"),
        ("written", "信"),
    ];
    let one = trainer.post("/do/make-calibration", NEW, &fields).await;
    let two = trainer.post("/do/make-calibration", NEW, &fields).await;
    assert_eq!(one.header("location"), two.header("location"));
    let list = trainer.get("/ratings/calibrations").await;
    assert_eq!(list.text().matches("row-title").count(), 1, "{}", list.text());
}
