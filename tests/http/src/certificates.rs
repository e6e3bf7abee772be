//! Certificates: one's own and for supervisors; verified by anybody, without a name.

use domain::{
    evidence::{Fact, Permit},
    time::Moment,
};
use store::{accounts, actors::Operator, evidence};
use test_support::TestApp;

const DAY: i64 = 86_400;
const NUMBER: &str = "SG-TEST-1";

async fn record(app: &TestApp, fact: Fact) {
    let store = &app.site().store;
    let account = accounts::by_login(store, "trainee").await.unwrap().unwrap();
    let now = app.now();
    let entry = evidence::NewEntry {
        person: Some(account.person.clone()),
        actor: None,
        happened: now,
        fact,
        text: None,
    };
    let work = store
        .write(move |tx| Box::pin(async move { evidence::record(tx, &Operator::new(), entry, now).await }));
    work.await.unwrap();
}

async fn certified(app: &TestApp) {
    let now: Moment = app.now();
    let fact = Fact::Certified {
        role: "phone-agent".to_owned(),
        permits: Permit::Live,
        number: NUMBER.to_owned(),
        until: Some(now.plus_seconds(100 * DAY)),
        ends: Some(now.plus_seconds(110 * DAY)),
    };
    record(app, fact).await;
}

#[tokio::test]
async fn a_certificate_is_for_its_holder_and_those_who_answer_for_him() {
    let app = TestApp::new().await;
    certified(&app).await;
    let path = format!("/certificates/{NUMBER}");
    for login in ["trainee", "trainer", "supervisor"] {
        let page = app.sign_in(login).await.get(&path).await;
        assert_eq!(page.status, 200, "{login}");
        assert!(
            page.text().contains("演示学员") && page.text().contains(NUMBER),
            "{login}"
        );
        assert!(page.text().contains("class=\"seal\""));
    }
    for login in ["recruiter", "admin"] {
        assert_eq!(app.sign_in(login).await.get(&path).await.status, 404, "{login}");
    }
    assert_eq!(
        app.sign_in("trainee")
            .await
            .get("/certificates/none")
            .await
            .status,
        404
    );
    assert_eq!(app.get(&path).await.status, 303);
    assert!(
        app.sign_in("trainee")
            .await
            .get("/me")
            .await
            .text()
            .contains(&path)
    );
}

#[tokio::test]
async fn anybody_verifies_a_certificate_and_sees_no_name() {
    let app = TestApp::new().await;
    certified(&app).await;
    let path = format!("/verify/{NUMBER}");
    let page = app.get(&path).await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("data-valid=\"true\"") && page.text().contains("电话客服专员"));
    assert!(!page.text().contains("演示学员") && !page.text().contains("trainee"));
    app.wait(101 * DAY);
    let page = app.get(&path).await;
    assert!(page.text().contains("宽限") && page.text().contains("data-valid=\"true\""));
    app.wait(10 * DAY);
    let page = app.get(&path).await;
    assert!(page.text().contains("已过期") && page.text().contains("data-valid=\"false\""));
}

#[tokio::test]
async fn a_withdrawn_certificate_is_said_to_be_so() {
    let app = TestApp::new().await;
    certified(&app).await;
    let role = "phone-agent".to_owned();
    record(&app, Fact::Withdrawn { role }).await;
    let page = app.get(&format!("/verify/{NUMBER}")).await;
    assert!(page.text().contains("已撤销") && page.text().contains("data-valid=\"false\""));
}

#[tokio::test]
async fn a_number_that_is_not_there_is_explained() {
    let page = TestApp::new().await.get("/verify/SG-0000").await;
    assert_eq!(page.status, 404);
    assert!(page.text().contains("没有这个编号") && page.text().contains("请对照证上的编号"));
}
