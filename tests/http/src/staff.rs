//! What the tests about trainers, supervisors and administrators share.

use domain::{
    content::requirement::Requirement,
    evidence::{Fact, Outcome, Permit},
    hash::Hash,
    score::Milli,
};
use store::{
    accounts,
    actors::Operator,
    evidence::{self, NewEntry},
};
use test_support::TestApp;

pub(crate) const ROLE: &str = "phone-agent";
pub(crate) const CHECKLIST: &str = "phone-floor-skills";

/// How far somebody has come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Until {
    /// Everything but sign-off and approval.
    SignOff,
    /// Everything but approval.
    Approval,
}

/// Writes the evidence that a person came this far in the role.
pub(crate) async fn prepare(app: &TestApp, login: &str, until: Until) {
    let library = app.site().libraries.current();
    let requires = library.roles[ROLE]
        .stages
        .iter()
        .flat_map(|stage| &stage.requires);
    let mut facts = Vec::new();
    let version = Hash::of(b"some version");
    for requirement in requires {
        match requirement {
            Requirement::Course { course } => {
                let lessons = &library.courses[course].lessons;
                facts.extend(lessons.iter().map(|lesson| Fact::LessonCompleted {
                    lesson: format!("{course}/{lesson}"),
                    version,
                }));
            }
            Requirement::Quiz { quiz } => facts.push(Fact::QuizFinished {
                quiz: quiz.clone(),
                version,
                attempt: format!("attempt-{quiz}"),
                score: Some(Milli::whole(92)),
                outcome: Outcome::Passed,
            }),
            Requirement::Scenario { scenario, times, .. } => {
                facts.extend((0..*times).map(|n| Fact::ScenarioFinished {
                    scenario: scenario.clone(),
                    version,
                    play: format!("play-{n}"),
                    score: Some(Milli::whole(88)),
                    outcome: Outcome::Passed,
                }));
            }
            Requirement::Acknowledge { policy } => facts.push(Fact::Acknowledged {
                policy: policy.clone(),
                edition: library.policies[policy].version.clone(),
                version,
            }),
            Requirement::SignOff { checklist, .. } if until == Until::Approval => {
                let items = &library.checklists[checklist].items;
                facts.extend(items.iter().map(|(item, _)| Fact::ItemSigned {
                    checklist: checklist.clone(),
                    item: item.clone(),
                    version,
                }));
            }
            Requirement::SignOff { .. } | Requirement::Approve { .. } => {}
        }
    }
    record(app, login, facts).await;
}

/// Writes facts about somebody in the name of the system.
pub(crate) async fn record(app: &TestApp, login: &str, facts: Vec<Fact>) {
    let store = &app.site().store;
    let person = accounts::by_login(store, login)
        .await
        .unwrap()
        .unwrap()
        .person
        .clone();
    let now = app.now();
    let work = store.write(move |tx| {
        Box::pin(async move {
            for fact in facts {
                let entry = NewEntry {
                    person: Some(person.clone()),
                    actor: None,
                    happened: now,
                    fact,
                    text: None,
                };
                evidence::record(tx, &Operator::new(), entry, now).await?;
            }
            Ok(())
        })
    });
    work.await.unwrap();
}

/// Everything recorded about somebody.
pub(crate) async fn facts(app: &TestApp, login: &str) -> Vec<Fact> {
    let store = &app.site().store;
    let account = accounts::by_login(store, login).await.unwrap().unwrap();
    let entries = evidence::of_person(store, &account.person).await.unwrap();
    entries.iter().map(|entry| entry.fact.clone()).collect()
}

/// A certificate without an end.
pub(crate) fn certified() -> Fact {
    Fact::Certified {
        role: ROLE.to_owned(),
        permits: Permit::Live,
        number: "SG-TEST-1".to_owned(),
        until: None,
        ends: None,
    }
}

/// Adds an account with the demo's password, as an admin does in the browser.
pub(crate) async fn add_account(app: &TestApp, login: &str, name: &str, access: &[&str], role: &str) {
    let admin = app.sign_in("admin").await;
    let boxes: Vec<_> = access.iter().map(|access| format!("access-{access}")).collect();
    let mut fields = vec![
        ("name", name),
        ("login", login),
        ("role", role),
        ("team", ""),
        ("password_new", shanggang::demo::PASSWORD),
    ];
    fields.extend(boxes.iter().map(|name| (name.as_str(), "1")));
    let answer = admin.submit("/do/add-account", "/admin/add", &fields).await;
    assert_eq!(answer.header("location"), format!("/admin/accounts/{login}"));
}

/// Makes a team with this leader and this member, as an admin does in the browser.
pub(crate) async fn lead_team_of(app: &TestApp, leader: &str, member: &str) {
    let admin = app.sign_in("admin").await;
    let store = &app.site().store;
    let account = accounts::by_login(store, leader).await.unwrap().unwrap();
    let page = "/admin/teams";
    let fields = [("name", "别的班组"), ("supervisor", account.id.as_str())];
    admin.submit("/do/add-team", page, &fields).await;
    let teams = store::teams::list(store).await.unwrap();
    let team = teams.iter().find(|team| team.name == "别的班组").unwrap();
    let fields = [("login", member), ("team", team.id.as_str())];
    admin
        .submit("/do/move-person", &format!("/admin/accounts/{member}"), &fields)
        .await;
}
