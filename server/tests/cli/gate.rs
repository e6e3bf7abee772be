//! `gate`: the same report as the API's, and the past as it was.

use std::{fs, path::Path};

use domain::{
    evidence::{Fact, Permit},
    time::Moment,
};
use serde_json::Value;
use shanggang::clock;
use store::{
    Mode, Store, accounts,
    actors::Operator,
    evidence::{self, NewEntry},
};

use crate::shell::{Folder, text};

const LI: [&str; 10] = [
    "user",
    "add",
    "--login",
    "li",
    "--name",
    "李",
    "--access",
    "learner",
    "--role",
    "phone-agent",
];
const GATE: [&str; 7] = [
    "gate",
    "--role",
    "phone-agent",
    "--person",
    "li",
    "--format",
    "json",
];

/// Makes li live, as an approval would, and says when.
async fn certify(data: &Path) -> Moment {
    let store = Store::open(data, Mode::Existing, clock::now()).await.unwrap();
    let person = accounts::by_login(&store, "li")
        .await
        .unwrap()
        .unwrap()
        .person
        .clone();
    let now = clock::now();
    let fact = Fact::Certified {
        role: "phone-agent".to_owned(),
        permits: Permit::Live,
        number: "TEST-0001".to_owned(),
        until: None,
        ends: None,
    };
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
    store.close().await;
    now
}

fn as_of(folder: &Folder, moment: Moment) -> Value {
    let time = clock::iso(moment);
    let ran = folder.run(&[&GATE[..], &["--as-of", &time]].concat()).well();
    serde_json::from_str(&ran.out).unwrap()
}

#[tokio::test]
async fn the_past_is_answered_as_it_was() {
    let folder = Folder::published();
    let before = clock::now();
    folder.run(&LI).well();
    let assigned = clock::now();
    let live = certify(&folder.path("data")).await;

    let then = as_of(&folder, assigned);
    assert_eq!(
        (&then["live"], &then["status"]),
        (&false.into(), &"not-started".into())
    );
    let now = as_of(&folder, live);
    assert_eq!((&now["live"], &now["status"]), (&true.into(), &"live".into()));
    assert_eq!(as_of(&folder, Moment(live.0 - 1))["live"], false);
    let time = clock::iso(before);
    folder
        .run(&[&GATE[..], &["--as-of", &time]].concat())
        .refused("did not have the role");
    folder
        .run(&[&GATE[..], &["--as-of", "2020-01-01T00:00:00Z"]].concat())
        .refused("nothing was published");

    // A release after it changes neither the answer about then nor what it was judged by.
    let content = folder.content();
    let role = content.join("roles/phone-agent.md");
    let changed = fs::read_to_string(&role)
        .unwrap()
        .replace("  - acknowledge: confidentiality\n", "");
    fs::write(&role, changed).unwrap();
    fs::remove_file(content.join("roles/phone-agent.en.md")).unwrap();
    folder.run(&["publish", &text(&content)]).well();
    let later = as_of(&folder, live);
    assert_eq!(later, now);
    let current: Value = serde_json::from_str(&folder.run(&GATE).well().out).unwrap();
    assert_ne!(current["release"], now["release"]);
    assert_eq!(current["live"], true, "a release never ends a live status");
}

#[test]
fn the_command_and_the_api_say_the_same() {
    let folder = Folder::published();
    folder.run(&LI).well();
    let token = folder.run(&["token", "add", "--name", "plan"]).well().out;
    let server = folder.serve(&[]);
    let time = clock::iso(clock::now());
    let ran = folder.run(&[&GATE[..], &["--as-of", &time]].concat()).well();
    let path = format!("/api/v1/roles/phone-agent/people/li/gate?as_of={time}");
    let answer = server.api(&path, token.trim());
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(serde_json::from_str::<Value>(&ran.out).unwrap(), answer.json());
}

#[test]
fn people_read_a_line_per_requirement() {
    let folder = Folder::published();
    folder.run(&LI).well();
    let ran = folder
        .run(&["gate", "--role", "phone-agent", "--person", "li"])
        .well();
    assert!(
        ran.out
            .starts_with("li as phone-agent: not live, not-started since "),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("0 of 8 met"), "{}", ran.out);
    let quiz = "  missing  quiz         service-basics/quiz  next /quizzes/service-basics/quiz\n";
    assert!(ran.out.contains(quiz), "{}", ran.out);
}

#[test]
fn who_or_what_is_not_there_is_named() {
    let folder = Folder::published();
    folder.run(&LI).well();
    let gate = |role: &str, person: &str| folder.run(&["gate", "--role", role, "--person", person]);
    gate("pilot", "li").refused("there is no role pilot");
    gate("phone-agent", "wang").refused("nobody has the sign-in name wang");
    gate("chat-agent", "li").refused("li did not have the role chat-agent");
    let time = [
        "gate",
        "--role",
        "phone-agent",
        "--person",
        "li",
        "--as-of",
        "yesterday",
    ];
    folder.run(&time).refused("`yesterday` is no time");
    Folder::new().run(&GATE).refused("there is no data folder");
}
