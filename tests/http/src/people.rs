//! `/people`: the matrix, one person's file, and skills signed off.

use crate::staff::{CHECKLIST, ROLE, Until, add_account, facts, lead_team_of, prepare};
use domain::evidence::Fact;
use test_support::{Client, TestApp};

const FILE: &str = "/people/trainee";

async fn sign(client: &Client, login: &str, item: &str, note: &str) -> axum::http::StatusCode {
    let fields = [
        ("login", login),
        ("checklist", CHECKLIST),
        ("item", item),
        ("note", note),
    ];
    client.submit("/do/sign-item", "/people", &fields).await.status
}

fn signed(facts: &[Fact]) -> usize {
    facts
        .iter()
        .filter(|fact| matches!(fact, Fact::ItemSigned { .. }))
        .count()
}

#[tokio::test]
async fn trainers_and_supervisors_see_people_others_do_not() {
    let app = TestApp::new().await;
    for path in ["/people", FILE] {
        assert_eq!(app.get(path).await.status, 303);
        for (login, status) in [
            ("trainee", 403),
            ("recruiter", 403),
            ("admin", 403),
            ("trainer", 200),
            ("supervisor", 200),
        ] {
            let answer = app.sign_in(login).await.get(path).await;
            assert_eq!(answer.status, status, "{login} {path}");
        }
    }
    let trainer = app.sign_in("trainer").await;
    assert_eq!(trainer.get("/people/nobody").await.status, 404);
    assert_eq!(trainer.get("/people?role=nothing").await.status, 404);
}

#[tokio::test]
async fn the_matrix_shows_every_requirement_and_the_nearest_first() {
    let app = TestApp::new().await;
    add_account(&app, "anna", "安然", &["learner"], ROLE).await;
    add_account(&app, "bo", "博文", &["learner"], ROLE).await;
    prepare(&app, "anna", Until::SignOff).await;
    prepare(&app, "bo", Until::Approval).await;
    let page = app.sign_in("trainer").await.get("/people?role=phone-agent").await;
    let text = page.text();
    let at = |name: &str| text.find(&format!("/people/{name}\"")).expect("a row");
    assert!(at("bo") < at("anna") && at("anna") < at("trainee"), "{text}");
    let library = app.site().libraries.current();
    let lines: usize = library.roles[ROLE]
        .stages
        .iter()
        .map(|stage| stage.requires.len())
        .sum();
    assert_eq!(text.matches("class=\"cell-text\"").count(), 3 * lines);
    assert!(text.contains("已达标") && text.contains("待批准") && text.contains("未完成"));
    let other = app.sign_in("trainer").await.get("/people?role=chat-agent").await;
    assert!(other.text().contains("这个岗位还没有人"));
}

#[tokio::test]
async fn a_supervisor_sees_the_own_team_and_whom_nobody_leads() {
    let app = TestApp::new().await;
    add_account(&app, "stranger", "别组的人", &["learner"], ROLE).await;
    add_account(&app, "chief", "总主管", &["supervisor"], "").await;
    let (supervisor, chief) = (app.sign_in("supervisor").await, app.sign_in("chief").await);
    for client in [&supervisor, &chief] {
        assert!(client.get("/people").await.text().contains("stranger"));
        assert!(client.get("/").await.text().contains("我的班组"));
        assert_eq!(client.get("/people/stranger").await.status, 200);
    }
    assert_eq!(
        chief.get("/people/trainee").await.status,
        200,
        "leads no team: everybody"
    );
    lead_team_of(&app, "chief", "stranger").await;
    assert!(!supervisor.get("/people").await.text().contains("stranger"));
    assert_eq!(supervisor.get("/people/stranger").await.status, 404);
    assert_eq!(chief.get("/people/stranger").await.status, 200);
    assert_eq!(chief.get("/people/trainee").await.status, 404);
}

#[tokio::test]
async fn skills_are_signed_one_by_one_with_note_once() {
    let app = TestApp::new().await;
    let trainer = app.sign_in("trainer").await;
    let page = trainer.get(FILE).await;
    assert!(page.text().contains("id=\"phone-floor-skills\""));
    assert_eq!(sign(&trainer, "trainee", "greet", "声音有笑意").await, 303);
    assert_eq!(sign(&trainer, "trainee", "greet", "再签一次").await, 303);
    assert_eq!(signed(&facts(&app, "trainee").await), 1);
    let page = trainer.get(FILE).await;
    let text = page.text();
    assert!(
        text.contains("声音有笑意") && text.contains("演示培训师"),
        "{text}"
    );
    assert!(text.contains("已签认 1 / 7 项"), "{text}");
    for (login, item, status) in [
        ("trainee", "fly", 404),
        ("nobody", "greet", 404),
        ("recruiter", "greet", 404),
    ] {
        assert_eq!(sign(&trainer, login, item, "").await, status, "{login} {item}");
    }
}

#[tokio::test]
async fn only_whom_the_role_names_signs_and_never_the_own_work() {
    let app = TestApp::new().await;
    let supervisor = app.sign_in("supervisor").await;
    assert!(!supervisor.get(FILE).await.text().contains("/do/sign-item"));
    assert_eq!(sign(&supervisor, "trainee", "greet", "").await, 403);
    add_account(&app, "tina", "田老师", &["trainer", "learner"], ROLE).await;
    let tina = app.sign_in("tina").await;
    assert!(!tina.get("/people/tina").await.text().contains("/do/sign-item"));
    sign(&tina, "tina", "greet", "").await;
    assert!(tina.get("/people").await.text().contains("不能给自己签认或批准"));
    assert_eq!(signed(&facts(&app, "tina").await), 0);
    assert_eq!(signed(&facts(&app, "trainee").await), 0);
}

#[tokio::test]
async fn the_last_signature_makes_ready_and_the_file_links_to_the_approval() {
    let app = TestApp::new().await;
    prepare(&app, "trainee", Until::SignOff).await;
    let trainer = app.sign_in("trainer").await;
    let items = app.site().libraries.current().checklists[CHECKLIST].items.clone();
    for (item, _) in &items {
        sign(&trainer, "trainee", item, "").await;
    }
    let supervisor = app.sign_in("supervisor").await;
    let page = supervisor.get(FILE).await;
    assert!(page.text().contains("data-status=\"ready\""), "{}", page.text());
    assert!(page.text().contains("/approvals#trainee"), "{}", page.text());
}

#[tokio::test]
async fn a_trainer_gives_a_further_role_once() {
    let app = TestApp::new().await;
    let trainer = app.sign_in("trainer").await;
    let fields = [("login", "trainee"), ("role", "chat-agent")];
    trainer.submit("/do/assign-role", FILE, &fields).await;
    assert!(trainer.get(FILE).await.text().contains("岗位已安排"));
    trainer.submit("/do/assign-role", FILE, &fields).await;
    assert!(trainer.get(FILE).await.text().contains("已经在这个岗位上"));
    let assigned = facts(&app, "trainee").await;
    let assigned = assigned
        .iter()
        .filter(|fact| matches!(fact, Fact::RoleAssigned { role } if role == "chat-agent"));
    assert_eq!(assigned.count(), 1);
    let supervisor = app.sign_in("supervisor").await;
    assert_eq!(
        supervisor.submit("/do/assign-role", FILE, &fields).await.status,
        403
    );
}

#[tokio::test]
async fn of_a_long_record_the_newest_stand_open_and_the_rest_is_folded() {
    let app = TestApp::new().await;
    let trainer = app.sign_in("trainer").await;
    for round in 0..4 {
        prepare(&app, "trainee", Until::SignOff).await;
        let all = facts(&app, "trainee").await.len();
        let page = trainer.get(FILE).await;
        let folded = page.text().find("条记录</summary>");
        assert_eq!(folded.is_some(), all > 20, "{round}: {all}");
        if all > 20 {
            assert!(page.text().contains(&format!("更早的 {} 条记录", all - 20)));
            let first = page.text().rfind("开始准备岗位");
            assert!(folded < first, "the oldest is the last of the folded ones");
        }
    }
    assert!(facts(&app, "trainee").await.len() > 20);
}
