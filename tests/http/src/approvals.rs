//! `/approvals`: approving, declining and withdrawing.

use crate::staff::{self, ROLE, Until, add_account, facts, lead_team_of, prepare};
use domain::evidence::Fact;
use test_support::{Client, TestApp};

const PAGE: &str = "/approvals";

async fn approve(client: &Client, login: &str) -> String {
    let fields = [("login", login), ("role", ROLE), ("note", "很稳")];
    client.submit("/do/approve", PAGE, &fields).await;
    client.get(PAGE).await.text().to_owned()
}

fn certificates(facts: &[Fact]) -> usize {
    facts
        .iter()
        .filter(|fact| matches!(fact, Fact::Certified { .. }))
        .count()
}

#[tokio::test]
async fn only_who_may_approve_sees_the_page() {
    let app = TestApp::new().await;
    assert_eq!(app.get(PAGE).await.status, 303);
    for (login, status) in [
        ("trainee", 403),
        ("admin", 403),
        ("trainer", 403),
        ("supervisor", 200),
    ] {
        assert_eq!(app.sign_in(login).await.get(PAGE).await.status, status, "{login}");
    }
    let trainer = app.sign_in("trainer").await;
    prepare(&app, "trainee", Until::Approval).await;
    let fields = [("login", "trainee"), ("role", ROLE), ("note", "")];
    assert_eq!(
        trainer.submit("/do/approve", "/people", &fields).await.status,
        403
    );
    assert_eq!(certificates(&facts(&app, "trainee").await), 0);
}

#[tokio::test]
async fn who_is_ready_waits_and_goes_live_once() {
    let app = TestApp::new().await;
    let supervisor = app.sign_in("supervisor").await;
    assert!(supervisor.get(PAGE).await.text().contains("没有人在等批准"));
    prepare(&app, "trainee", Until::Approval).await;
    let page = supervisor.get(PAGE).await;
    assert!(page.text().contains("id=\"trainee\""), "{}", page.text());
    assert!(page.text().contains("data-status=\"ready\""));
    // Two tabs: the second says so and writes nothing.
    let text = approve(&supervisor, "trainee").await;
    assert!(text.contains("演示学员已上岗，上岗证已签发"), "{text}");
    let text = approve(&supervisor, "trainee").await;
    assert!(text.contains("已经批准过了"), "{text}");
    let facts = facts(&app, "trainee").await;
    let approvals = facts.iter().filter(|fact| matches!(fact, Fact::Approved { .. }));
    assert_eq!((approvals.count(), certificates(&facts)), (1, 1));
    let page = supervisor.get(PAGE).await;
    assert!(page.text().contains("最近上岗"), "{}", page.text());
    assert!(page.text().contains("data-status=\"live\""));
}

#[tokio::test]
async fn two_at_once_make_one_certificate() {
    let app = TestApp::new().await;
    prepare(&app, "trainee", Until::Approval).await;
    let (one, two) = (app.sign_in("supervisor").await, app.sign_in("supervisor").await);
    tokio::join!(approve(&one, "trainee"), approve(&two, "trainee"));
    assert_eq!(certificates(&facts(&app, "trainee").await), 1);
}

#[tokio::test]
async fn who_is_not_ready_cannot_be_approved() {
    let app = TestApp::new().await;
    prepare(&app, "trainee", Until::SignOff).await;
    let supervisor = app.sign_in("supervisor").await;
    let text = approve(&supervisor, "trainee").await;
    assert!(text.contains("还差 1 项上岗条件"), "{text}");
    let facts = facts(&app, "trainee").await;
    assert!(!facts.iter().any(|fact| matches!(fact, Fact::Approved { .. })));
}

#[tokio::test]
async fn declining_needs_a_reason_and_is_done_once() {
    let app = TestApp::new().await;
    prepare(&app, "trainee", Until::Approval).await;
    let supervisor = app.sign_in("supervisor").await;
    let fields = [("login", "trainee"), ("role", ROLE), ("reason", "  ")];
    supervisor.submit("/do/decline", PAGE, &fields).await;
    assert!(supervisor.get(PAGE).await.text().contains("请写明理由"));
    let token = supervisor.get(PAGE).await;
    let token = token.text().split("name=\"token\" value=\"").nth(1).unwrap();
    let token = token.split('"').next().unwrap();
    let fields = [
        ("token", token),
        ("key", "one and the same"),
        ("login", "trainee"),
        ("role", ROLE),
        ("reason", "转接时没有说明"),
    ];
    for _ in 0..2 {
        supervisor.post("/do/decline", PAGE, &fields).await;
        assert!(supervisor.get(PAGE).await.text().contains("暂不批准演示学员上岗"));
    }
    let declined = facts(&app, "trainee").await;
    let declined = declined
        .iter()
        .filter(|fact| matches!(fact, Fact::Declined { .. }));
    assert_eq!(declined.count(), 1);
    let file = supervisor.get("/people/trainee").await;
    assert!(file.text().contains("转接时没有说明"), "{}", file.text());
    let text = approve(&supervisor, "trainee").await;
    assert!(
        text.contains("已上岗，上岗证已签发"),
        "a refusal is no end: {text}"
    );
}

#[tokio::test]
async fn nobody_approves_himself() {
    let app = TestApp::new().await;
    add_account(&app, "lead", "组长", &["supervisor", "learner"], ROLE).await;
    prepare(&app, "lead", Until::Approval).await;
    let lead = app.sign_in("lead").await;
    assert!(!lead.get(PAGE).await.text().contains("id=\"lead\""));
    let text = approve(&lead, "lead").await;
    assert!(text.contains("不能给自己签认或批准"), "{text}");
    assert_eq!(certificates(&facts(&app, "lead").await), 0);
}

#[tokio::test]
async fn a_supervisor_sees_only_the_own_team() {
    let app = TestApp::new().await;
    add_account(&app, "stranger", "别组的人", &["learner"], ROLE).await;
    add_account(&app, "chief", "总主管", &["supervisor"], "").await;
    prepare(&app, "stranger", Until::Approval).await;
    prepare(&app, "trainee", Until::Approval).await;
    let supervisor = app.sign_in("supervisor").await;
    let page = supervisor.get(PAGE).await;
    assert!(
        page.text().contains("id=\"stranger\""),
        "without a team, and not lost"
    );
    lead_team_of(&app, "chief", "stranger").await;
    let page = supervisor.get(PAGE).await;
    assert!(page.text().contains("id=\"trainee\""));
    assert!(!page.text().contains("stranger"));
    let fields = [("login", "stranger"), ("role", ROLE), ("note", "")];
    assert_eq!(supervisor.submit("/do/approve", PAGE, &fields).await.status, 404);
    assert_eq!(certificates(&facts(&app, "stranger").await), 0);
}

#[tokio::test]
async fn withdrawing_suspends_at_once() {
    let app = TestApp::new().await;
    prepare(&app, "trainee", Until::Approval).await;
    let supervisor = app.sign_in("supervisor").await;
    let withdraw = |reason: &'static str| {
        let fields = [("login", "trainee"), ("role", ROLE), ("reason", reason)];
        let supervisor = &supervisor;
        async move {
            supervisor
                .submit("/do/withdraw", "/people/trainee", &fields)
                .await;
            supervisor.get("/people/trainee").await.text().to_owned()
        }
    };
    assert!(withdraw("泄露客户资料").await.contains("现在没有上岗"));
    approve(&supervisor, "trainee").await;
    assert!(withdraw(" ").await.contains("请写明理由"));
    let text = withdraw("泄露客户资料").await;
    assert!(text.contains("已暂停上岗，立即生效"), "{text}");
    assert!(text.contains("data-status=\"suspended\""), "{text}");
    assert!(text.contains("泄露客户资料"), "{text}");
    assert!(withdraw("泄露客户资料").await.contains("现在没有上岗"), "once");
    let trainer = app.sign_in("trainer").await;
    let fields = [("login", "trainee"), ("role", ROLE), ("reason", "x")];
    let answer = trainer.submit("/do/withdraw", "/people/trainee", &fields).await;
    assert_eq!(answer.status, 403);
}

#[tokio::test]
async fn an_unknown_person_or_role_is_not_there() {
    let app = TestApp::new().await;
    let supervisor = app.sign_in("supervisor").await;
    for (login, role) in [
        ("nobody", ROLE),
        ("trainee", "no-role"),
        ("trainee", "chat-agent"),
    ] {
        let fields = [("login", login), ("role", role), ("note", "")];
        let answer = supervisor.submit("/do/approve", PAGE, &fields).await;
        assert_eq!(answer.status, 404, "{login} {role}");
    }
    staff::record(&app, "trainee", vec![staff::certified()]).await;
}
