//! The API: who may serve now, for other systems.

use axum::{body::Body, http::Request};
use domain::{
    evidence::{Fact, Permit},
    time::Moment,
};
use serde_json::{Value, json};
use shanggang::clock;
use store::{
    accounts,
    actors::Operator,
    evidence::{self, NewEntry},
    tokens,
};
use test_support::{Answer, TestApp};

pub(crate) const GATE: &str = "/api/v1/roles/phone-agent/people/trainee/gate";
const LIVE: &str = "/api/v1/roles/phone-agent/live";

pub(crate) async fn token(app: &TestApp) -> String {
    let now = app.now();
    let add = app
        .site()
        .store
        .write(move |tx| Box::pin(async move { tokens::add(tx, &Operator::new(), "plan", now).await }));
    add.await.unwrap().reveal().to_owned()
}

pub(crate) async fn ask(app: &TestApp, path: &str, authorization: &str) -> Answer {
    let request = Request::get(path).header("authorization", authorization);
    app.send(request.body(Body::empty()).unwrap()).await
}

fn read(answer: &Answer) -> Value {
    serde_json::from_str(answer.text()).unwrap()
}

/// An entry about the trainee, recorded now.
async fn record(app: &TestApp, fact: Fact) -> Moment {
    let store = &app.site().store;
    let person = accounts::by_login(store, "trainee")
        .await
        .unwrap()
        .unwrap()
        .person
        .clone();
    let now = app.now();
    let entry = NewEntry {
        person: Some(person),
        actor: None,
        happened: now,
        fact,
        text: None,
    };
    let record = store
        .write(move |tx| Box::pin(async move { evidence::record(tx, &Operator::new(), entry, now).await }));
    record.await.unwrap();
    now
}

fn certified() -> Fact {
    Fact::Certified {
        role: "phone-agent".to_owned(),
        permits: Permit::Live,
        number: "TEST-0001".to_owned(),
        until: None,
        ends: None,
    }
}

#[track_caller]
fn assert_problem(answer: &Answer, status: u16) {
    assert_eq!(answer.status, status, "{}", answer.text());
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert_eq!(answer.header("cache-control"), "no-store");
    let problem = read(answer);
    assert_eq!(problem["status"], status);
    assert!(problem["title"].is_string() && problem["detail"].is_string() && problem["type"].is_string());
}

#[tokio::test]
async fn without_a_token_that_is_in_use_nothing_is_said() {
    let app = TestApp::new().await;
    let good = token(&app).await;
    for path in [GATE, LIVE] {
        let none = app.get(path).await;
        assert_problem(&none, 401);
        assert_eq!(none.header("www-authenticate"), "Bearer realm=\"shanggang\"");
        for wrong in ["Bearer nonsense", "Bearer ", "Basic dHJhaW5lZTp4", good.as_str()] {
            assert_problem(&ask(&app, path, wrong).await, 401);
        }
        assert_eq!(ask(&app, path, &format!("Bearer {good}")).await.status, 200);
    }
    let session = app.sign_in("admin").await;
    assert_problem(&session.get(GATE).await, 401);
    let revoke = app
        .site()
        .store
        .write(|tx| Box::pin(async { tokens::revoke(tx, &Operator::new(), "plan", Moment(i64::MAX)).await }));
    revoke.await.unwrap();
    assert_problem(&ask(&app, GATE, &format!("Bearer {good}")).await, 401);
}

#[tokio::test]
async fn the_report_names_every_requirement_and_its_next_step() {
    let app = TestApp::new().await;
    let bearer = format!("Bearer {}", token(&app).await);
    let answer = ask(&app, GATE, &bearer).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.header("cache-control"), "no-store");
    let report = read(&answer);
    assert_eq!(
        (&report["live"], &report["status"]),
        (&json!(false), &json!("not-started"))
    );
    assert_eq!(
        report["release"],
        app.site().libraries.current().release.to_string()
    );
    assert!(clock::parse_iso(report["as_of"].as_str().unwrap()).is_some());
    let quiz = json!({
        "kind": "quiz", "id": "service-basics/quiz", "state": "missing", "since": null, "until": null,
        "next": "/quizzes/service-basics/quiz",
    });
    assert_eq!(report["requirements"].as_array().unwrap().len(), 8);
    assert_eq!(report["requirements"][1], quiz);
    let anybody = ask(&app, &GATE.replace("trainee", "TRAINEE"), &bearer).await;
    assert_eq!(read(&anybody)["requirements"], report["requirements"]);
}

#[tokio::test]
async fn the_past_stays_as_it_was() {
    let app = TestApp::new().await;
    let bearer = format!("Bearer {}", token(&app).await);
    let (ask, bearer) = (&ask, bearer.as_str());
    let at = |moment: Moment| {
        let path = format!("{GATE}?as_of={}", clock::iso(moment));
        let app = &app;
        async move { ask(app, &path, bearer).await }
    };
    app.wait(60);
    let live = record(&app, certified()).await;
    app.wait(60);
    let gone = record(
        &app,
        Fact::Withdrawn {
            role: "phone-agent".to_owned(),
        },
    )
    .await;
    let before = Moment(live.0 - 1);
    let states = [
        (before, false, "not-started"),
        (live, true, "live"),
        (gone, false, "suspended"),
    ];
    for (moment, live, status) in states {
        let report = read(&at(moment).await);
        assert_eq!(
            (&report["live"], &report["status"]),
            (&json!(live), &json!(status))
        );
        assert_eq!(report["as_of"], clock::iso(moment));
    }
    assert_problem(&at(app.now().plus_seconds(-86_400)).await, 404);
    assert_problem(&ask(&app, &format!("{GATE}?as_of=yesterday"), bearer).await, 400);
}

#[tokio::test]
async fn whoever_is_live_is_listed() {
    let app = TestApp::new().await;
    let bearer = format!("Bearer {}", token(&app).await);
    assert_eq!(read(&ask(&app, LIVE, &bearer).await)["people"], json!([]));
    let since = record(&app, certified()).await;
    let report = read(&ask(&app, LIVE, &bearer).await);
    let trainee = json!({ "login": "trainee", "status": "live", "since": clock::iso(since), "until": null });
    assert_eq!(
        (&report["role"], &report["people"]),
        (&json!("phone-agent"), &json!([trainee]))
    );
}

#[tokio::test]
async fn what_does_not_exist_is_a_problem_in_json() {
    let app = TestApp::new().await;
    let bearer = format!("Bearer {}", token(&app).await);
    for path in [
        "/api/v1/roles/phone-agent/people/nobody/gate",
        "/api/v1/roles/phone-agent/people/trainer/gate",
        "/api/v1/roles/pilot/people/trainee/gate",
        "/api/v1/roles/phone-agent/people/%FF/gate",
        "/api/v1/roles/pilot/live",
        "/api/v1/nothing",
        "/api/v1",
        "/api/v2/roles",
    ] {
        assert_problem(&ask(&app, path, &bearer).await, 404);
    }
    let post = Request::post(LIVE).header("authorization", &bearer);
    assert_problem(&app.send(post.body(Body::empty()).unwrap()).await, 405);
}

/// The keys of a schema in the description.
fn keys(description: &Value, schema: &str) -> Vec<String> {
    let required = description["components"]["schemas"][schema]["required"]
        .as_array()
        .unwrap();
    let mut keys: Vec<_> = required
        .iter()
        .map(|key| key.as_str().unwrap().to_owned())
        .collect();
    keys.sort();
    keys
}

fn keys_of(answer: &Value) -> Vec<String> {
    answer.as_object().unwrap().keys().cloned().collect()
}

#[tokio::test]
async fn the_description_is_that_of_the_answers() {
    let app = TestApp::new().await;
    let answer = app.get("/api/v1/openapi.json").await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("content-type")),
        (200, "application/json")
    );
    let description = read(&answer);
    assert!(description["openapi"].as_str().unwrap().starts_with("3.1."));
    let bearer = format!("Bearer {}", token(&app).await);
    for path in description["paths"].as_object().unwrap().keys() {
        let path = path
            .replace("{role}", "phone-agent")
            .replace("{login}", "trainee");
        let answer = ask(&app, &format!("/api/v1{path}"), &bearer).await;
        assert_eq!(answer.status, 200, "{path} is described and does not answer");
    }
    assert_eq!(
        description["paths"].as_object().unwrap().len(),
        3,
        "a route is not described"
    );

    record(&app, certified()).await;
    let gate = read(&ask(&app, GATE, &bearer).await);
    let live = read(&ask(&app, LIVE, &bearer).await);
    let problem = read(&app.get(GATE).await);
    let shapes = [
        ("Gate", &gate),
        ("Requirement", &gate["requirements"][0]),
        ("Live", &live),
        ("LivePerson", &live["people"][0]),
        ("Problem", &problem),
    ];
    for (schema, answer) in shapes {
        assert_eq!(keys(&description, schema), keys_of(answer), "{schema}");
    }
    let statuses = description["components"]["schemas"]["Gate"]["properties"]["status"]["enum"].clone();
    assert_eq!(
        statuses,
        json!(domain::gate::Status::ALL.map(domain::gate::Status::as_str))
    );
}
