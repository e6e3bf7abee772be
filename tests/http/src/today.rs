//! `/`: what each kind of user sees first.

use store::upkeep::{self, Upkeep};
use test_support::TestApp;

#[tokio::test]
async fn a_new_hire_sees_the_lamp_and_the_one_thing_to_do() {
    let app = TestApp::new().await;
    let page = app.sign_in("trainee").await.get("/").await;
    assert_eq!(page.status, 200);
    let text = page.text();
    assert!(text.contains("data-status=\"not-started\""), "{text}");
    assert!(text.contains("未开始"), "{text}");
    assert_eq!(text.matches("now-card").count(), 1, "{text}");
    assert!(text.contains("现在要做的一件事"), "{text}");
}

#[tokio::test]
async fn nobody_sees_today_without_signing_in() {
    let answer = TestApp::new().await.get("/").await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("location")),
        (303, "/sign-in?next=%2F")
    );
}

#[tokio::test]
async fn every_kind_of_user_has_a_section() {
    let app = TestApp::new().await;
    let sections = [
        ("trainer", &["离上岗最近的学员", "/people/trainee"][..]),
        ("supervisor", &["等你批准", "今日可上岗", "href=\"/candidates\""]),
        ("recruiter", &["href=\"/candidates\""]),
        ("admin", &["所有账号都已启用"]),
        ("trainee", &["演示主管", "离上岗还差 8 项", "今天还有"]),
    ];
    for (login, words) in sections {
        let page = app.sign_in(login).await.get("/").await;
        assert_eq!(page.status, 200, "{login}");
        for word in words {
            assert!(page.text().contains(word), "{login}: {word}\n{}", page.text());
        }
    }
}

#[tokio::test]
async fn the_next_step_leads_to_a_page_that_allows_it() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let today = trainee.get("/").await.text().to_owned();
    for (link, form) in [
        (
            "/courses/service-basics/posts-and-standards",
            "/do/complete-lesson",
        ),
        ("/courses/phone-service/greeting", "/do/complete-lesson"),
        ("/policies/confidentiality", "/do/acknowledge"),
    ] {
        assert!(today.contains(&format!("href=\"{link}\"")), "{link}\n{today}");
        assert!(
            trainee
                .get(link)
                .await
                .text()
                .contains(&format!("action=\"{form}\"")),
            "{link}"
        );
    }
}

#[tokio::test]
async fn the_lamp_follows_what_is_done() {
    let app = TestApp::new().await;
    let trainee = app.sign_in("trainee").await;
    let lesson = "service-basics/posts-and-standards";
    let from = format!("/courses/{lesson}");
    trainee
        .submit("/do/complete-lesson", &from, &[("lesson", lesson)])
        .await;
    let page = trainee.get("/").await;
    assert!(page.text().contains("data-status=\"in-training\""));
    assert!(page.text().contains("还差 8 项"), "{}", page.text());
    assert!(
        page.text()
            .contains("href=\"/courses/service-basics/polite-words\"")
    );
}

#[tokio::test]
async fn an_administrator_sees_when_the_data_was_last_kept_safe() {
    let app = TestApp::new().await;
    let admin = app.sign_in("admin").await;
    let note = async |done: Upkeep| {
        let now = app.now();
        let write = app
            .site()
            .store
            .write(move |tx| Box::pin(async move { upkeep::note(tx, done, now).await }));
        write.await.unwrap();
    };
    let page = admin.get("/").await;
    assert_eq!(page.text().matches("从未").count(), 2, "{}", page.text());
    assert!(page.text().contains("7 天内没有备份"), "{}", page.text());

    note(Upkeep::Backup).await;
    note(Upkeep::Check { faults: 0 }).await;
    let page = admin.get("/").await;
    assert!(
        !page.text().contains("从未") && !page.text().contains("class=\"notice\""),
        "{}",
        page.text()
    );

    app.wait(8 * 24 * 3600);
    note(Upkeep::Check { faults: 2 }).await;
    let page = app.sign_in("admin").await.get("/").await;
    for words in ["7 天内没有备份", "最近一次核查发现 2 处问题"] {
        assert!(page.text().contains(words), "{words}\n{}", page.text());
    }
}
