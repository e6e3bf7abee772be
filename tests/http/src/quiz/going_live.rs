//! A role without approvals is live with the quiz that was the last thing missing.

use axum::{body::Body, http::Request};
use domain::evidence::Fact;
use serde_json::Value;
use store::{actors::Operator, tokens};
use tempfile::TempDir;
use test_support::TestApp;

use super::{SHORT, Taker, content};
use crate::staff::facts;

const ROLE: &str = "---\nformat: role/1\ntitle: 电话客服\ncertificate: { valid: 12mo, renew: 60d, grace: 14d }\n\
     requires:\n  - course: desk\n  - quiz: desk/quiz\n---\n";

/// The role the demo's trainee prepares for, without anybody to approve.
pub(super) fn role_without_approval() -> TempDir {
    let folder = content("pass: 80%\nattempts: 3", SHORT);
    let roles = folder.path().join("roles");
    std::fs::create_dir_all(&roles).unwrap();
    std::fs::write(roles.join("phone-agent.md"), ROLE).unwrap();
    folder
}

async fn gate(app: &TestApp) -> Value {
    let now = app.now();
    let name = format!("plan-{}", now.0);
    let add = app
        .site()
        .store
        .write(move |tx| Box::pin(async move { tokens::add(tx, &Operator::new(), &name, now).await }));
    let token = add.await.unwrap();
    let request = Request::get("/api/v1/roles/phone-agent/people/trainee/gate")
        .header("authorization", format!("Bearer {}", token.reveal()));
    let answer = app.send(request.body(Body::empty()).unwrap()).await;
    serde_json::from_str(answer.text()).unwrap()
}

fn certificates(facts: &[Fact]) -> usize {
    let certified = |fact: &&Fact| matches!(fact, Fact::Certified { .. });
    facts.iter().filter(certified).count()
}

#[tokio::test]
async fn the_passing_submit_is_the_moment() {
    let folder = role_without_approval();
    let app = TestApp::with_content(folder.path()).await;
    let client = app.sign_in("trainee").await;
    let taker = Taker { app, client };
    let lesson = [("lesson", "desk/hello")];
    taker
        .client
        .submit("/do/complete-lesson", "/courses/desk/hello", &lesson)
        .await;
    taker.take(false).await;
    assert_eq!(gate(&taker.app).await["live"], false);
    assert_eq!(certificates(&facts(&taker.app, "trainee").await), 0);
    let path = taker.take(true).await;
    let report = gate(&taker.app).await;
    assert_eq!(
        (&report["live"], &report["status"]),
        (&true.into(), &"live".into())
    );
    let facts = facts(&taker.app, "trainee").await;
    assert_eq!(certificates(&facts), 1);
    // Sent again, it makes no second one.
    let page = taker.page(&path).await;
    taker.press("submit", &path, &page, &[]).await;
    let number = facts.iter().find_map(|fact| match fact {
        Fact::Certified { number, .. } => Some(number.clone()),
        _ => None,
    });
    let verify = taker.app.get(&format!("/verify/{}", number.unwrap())).await;
    assert!(verify.text().contains("data-valid=\"true\""), "{}", verify.text());
    assert!(taker.page("/").await.contains("data-status=\"live\""));
}
