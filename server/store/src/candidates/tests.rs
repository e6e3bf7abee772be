use super::*;
use crate::accounts;
use crate::actors::Operator;
use crate::evidence;
use crate::invitations;
use crate::open::Store;
use crate::people;
use crate::testing::{NOW, Temp, candidate};
use domain::evidence::Fact;
use domain::score::Milli;

async fn move_to(store: &Store, by: &Recruiter, id: &str, stage: Stage) -> Result<(), StoreError> {
    let (by, id) = (by.clone(), id.to_owned());
    store
        .write(move |tx| Box::pin(async move { advance(tx, &by, &id, stage, NOW).await }))
        .await
}

async fn hire_as(store: &Store, by: &Recruiter, id: &str, login: &str) -> Result<Hired, StoreError> {
    let by = by.clone();
    let new = Hire {
        candidate: id.to_owned(),
        role: "phone-agent".to_owned(),
        login: login.to_owned(),
        team: None,
        language: None,
        score: Some(Milli(80_000)),
        version: None,
    };
    store
        .write(move |tx| Box::pin(async move { hire(tx, &by, new, NOW).await }))
        .await
}

#[tokio::test]
async fn a_candidate_goes_from_stage_to_stage() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let rita = temp.recruiter(&store, "rita").await;
    let id = candidate(&store, &rita, "Anna").await;
    move_to(&store, &rita, &id, Stage::FirstInterview).await.unwrap();
    move_to(&store, &rita, &id, Stage::FirstInterview).await.unwrap();
    assert!(matches!(
        move_to(&store, &rita, &id, Stage::Hired).await,
        Err(StoreError::NotAStep)
    ));
    assert!(matches!(
        move_to(&store, &rita, "nobody", Stage::Tasks).await,
        Err(StoreError::NotFound("candidate"))
    ));
    let say_no = |reason: &'static str| {
        let (by, id) = (rita.clone(), id.clone());
        store.write(move |tx| Box::pin(async move { reject(tx, &by, &id, reason, NOW).await }))
    };
    assert!(matches!(say_no(" ").await, Err(StoreError::NoReason)));
    say_no("  another was better ").await.unwrap();
    let found = get(&store, &rita, &id).await.unwrap().unwrap();
    assert_eq!(
        (found.stage, found.reason.as_deref()),
        (Stage::Rejected, Some("another was better"))
    );
    let stages: Vec<_> = history(&store, &rita, &id)
        .await
        .unwrap()
        .iter()
        .map(|step| step.stage)
        .collect();
    assert_eq!(stages, [Stage::Screening, Stage::FirstInterview, Stage::Rejected]);
    // Coming back takes the reason away.
    move_to(&store, &rita, &id, Stage::Tasks).await.unwrap();
    assert_eq!(get(&store, &rita, &id).await.unwrap().unwrap().reason, None);
    candidate(&store, &rita, "Bert").await;
    assert_eq!(list(&store, &rita).await.unwrap().len(), 2);
}

#[tokio::test]
async fn hiring_makes_account_invitation_and_evidence_together() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let rita = temp.recruiter(&store, "rita").await;
    let id = candidate(&store, &rita, "Anna").await;
    // A login that is taken leaves nothing behind.
    assert!(matches!(
        hire_as(&store, &rita, &id, "Rita").await,
        Err(StoreError::DuplicateLogin)
    ));
    assert_eq!(
        get(&store, &rita, &id).await.unwrap().unwrap().stage,
        Stage::Screening
    );
    let hired = hire_as(&store, &rita, &id, "anna").await.unwrap();
    assert!(matches!(
        hire_as(&store, &rita, &id, "anna2").await,
        Err(StoreError::CandidateHired)
    ));
    assert!(matches!(
        move_to(&store, &rita, &id, Stage::Tasks).await,
        Err(StoreError::CandidateHired)
    ));
    let account = accounts::by_login(&store, "anna").await.unwrap().unwrap();
    assert_eq!(
        (&account.person, account.access.to_string()),
        (&hired.person, "learner".to_owned())
    );
    assert!(!account.has_password);
    let token = hired.invitation.unwrap();
    let invited = invitations::find(&store, token.reveal(), NOW)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(invited.name, "Anna");
    let entries = evidence::of_person(&store, &hired.person).await.unwrap();
    let role = || "phone-agent".to_owned();
    let hired = Fact::Hired {
        role: role(),
        candidate: id,
        score: Some(Milli(80_000)),
        version: None,
    };
    let facts: Vec<_> = entries.iter().map(|entry| entry.fact.clone()).collect();
    assert_eq!(facts, [hired, Fact::RoleAssigned { role: role() }]);
}

#[tokio::test]
async fn somebody_from_inside_keeps_the_account() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let rita = temp.recruiter(&store, "rita").await;
    let tina = temp.session(&store, "tina", "trainer").await;
    let (by, who) = (rita.clone(), Who::Known(tina.actor().person.clone()));
    let add = store.write(move |tx| Box::pin(async move { add(tx, &by, who, &[], None, NOW).await }));
    let id = add.await.unwrap();
    let hired = hire_as(&store, &rita, &id, "ignored").await.unwrap();
    assert!(hired.invitation.is_none() && hired.account == tina.actor().account);
    let account = accounts::by_login(&store, "tina").await.unwrap().unwrap();
    assert_eq!(account.access.to_string(), "learner,trainer");
    // Nobody hires himself.
    let (by, who) = (rita.clone(), Who::Known(rita.person.clone()));
    let own = store.write(move |tx| Box::pin(async move { super::add(tx, &by, who, &[], None, NOW).await }));
    let own = own.await.unwrap();
    assert!(matches!(
        hire_as(&store, &rita, &own, "x").await,
        Err(StoreError::OwnWork)
    ));
}

#[tokio::test]
async fn what_was_written_about_a_candidate_can_be_erased() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let rita = temp.recruiter(&store, "rita").await;
    let id = candidate(&store, &rita, "Anna").await;
    let person = get(&store, &rita, &id).await.unwrap().unwrap().person;
    let (by, candidate) = (rita.clone(), id.clone());
    let work = store.write(move |tx| {
        Box::pin(async move {
            reject(tx, &by, &candidate, "rude", NOW).await?;
            people::erase(tx, &Operator::new(), &person, NOW).await
        })
    });
    work.await.unwrap();
    let found = get(&store, &rita, &id).await.unwrap().unwrap();
    assert_eq!(
        (found.name, found.reason, found.stage),
        (None, None, Stage::Rejected)
    );
}

#[tokio::test]
async fn a_dossier_has_the_way_so_far_and_how_to_sign_in() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let rita = temp.recruiter(&store, "rita").await;
    let (by, who) = (rita.clone(), Who::New(people::NewPerson::named("Anna")));
    let work = store
        .write(move |tx| Box::pin(async move { add(tx, &by, who, &[], Some("010-5550100"), NOW).await }));
    let id = work.await.unwrap();
    move_to(&store, &rita, &id, Stage::Tasks).await.unwrap();
    let before = dossier(&store, &rita, &id).await.unwrap().unwrap();
    assert_eq!(before.candidate.contact.as_deref(), Some("010-5550100"));
    assert_eq!(before.steps, history(&store, &rita, &id).await.unwrap());
    assert_eq!(before.sign_in, None);
    hire_as(&store, &rita, &id, "anna").await.unwrap();
    let after = dossier(&store, &rita, &id).await.unwrap().unwrap();
    let expected = SignIn {
        login: "anna".to_owned(),
        has_password: false,
    };
    assert_eq!(after.sign_in, Some(expected));
    assert_eq!(dossier(&store, &rita, "nobody").await.unwrap(), None);
}

#[tokio::test]
async fn only_recruiters_may_rate_and_teams_are_offered() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let rita = temp.recruiter(&store, "rita").await;
    temp.account(&store, "lea", "learner").await;
    let gone = temp.account(&store, "gone", "recruiter").await;
    temp.disable(&store, &gone).await;
    let team = crate::teams::add;
    let work =
        store.write(move |tx| Box::pin(async move { team(tx, &Operator::new(), "Day", None, NOW).await }));
    let team = work.await.unwrap();
    let choices = choices(&store, &rita).await.unwrap();
    let ids = |list: &[Named]| list.iter().map(|each| each.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&choices.raters), std::slice::from_ref(&rita.account));
    assert_eq!(ids(&choices.teams), std::slice::from_ref(&team));
    assert!(
        ["rita", "lea", "gone"]
            .iter()
            .all(|login| choices.taken.contains(*login))
    );
    // The new hire joins the team that was chosen; one that is not there hires nobody.
    let id = candidate(&store, &rita, "Anna").await;
    let into = |team: String| {
        let (by, candidate) = (rita.clone(), id.clone());
        let hire_into = Hire {
            candidate,
            role: "phone-agent".to_owned(),
            login: "anna".to_owned(),
            team: Some(team),
            language: None,
            score: None,
            version: None,
        };
        store.write(move |tx| Box::pin(async move { hire(tx, &by, hire_into, NOW).await }))
    };
    let nowhere = into("nowhere".to_owned()).await;
    assert!(matches!(nowhere, Err(StoreError::NotFound("team"))));
    let hired = into(team.clone()).await.unwrap();
    let person = people::get(&store, &hired.person).await.unwrap().unwrap();
    assert_eq!(person.team, Some(team));
}

#[tokio::test]
async fn a_lost_link_is_made_again_until_there_is_a_password() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let rita = temp.recruiter(&store, "rita").await;
    let id = candidate(&store, &rita, "Anna").await;
    let renew = || {
        let (by, id) = (rita.clone(), id.clone());
        store.write(move |tx| Box::pin(async move { renew_invitation(tx, &by, &id, NOW).await }))
    };
    assert!(matches!(renew().await, Err(StoreError::NotFound("candidate"))));
    let first = hire_as(&store, &rita, &id, "anna")
        .await
        .unwrap()
        .invitation
        .unwrap();
    let second = renew().await.unwrap();
    assert_eq!(
        invitations::find(&store, first.reveal(), NOW).await.unwrap(),
        None
    );
    let work = store
        .write(move |tx| Box::pin(async move { invitations::accept(tx, second.reveal(), "phc", NOW).await }));
    assert!(work.await.unwrap().is_some());
    assert!(matches!(renew().await, Err(StoreError::NotFound("candidate"))));
}
