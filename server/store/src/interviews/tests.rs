use super::*;
use crate::open::Store;
use crate::sheets;
use crate::testing::{NOW, Temp, candidate};

pub(crate) async fn plan_one(
    store: &Store,
    by: &Recruiter,
    candidate: &str,
    raters: &[&Recruiter],
) -> Result<String, StoreError> {
    let new = NewInterview {
        candidate: candidate.to_owned(),
        kit: "service-agent".to_owned(),
        version: Hash::of(b"kit"),
        release: Hash::of(b"release"),
        room: "2.04".to_owned(),
        at: NOW.plus_seconds(3600),
        raters: raters.iter().map(|rater| rater.account.clone()).collect(),
    };
    let by = by.clone();
    store
        .write(move |tx| Box::pin(async move { plan(tx, &by, new, NOW).await }))
        .await
}

async fn say(store: &Store, by: &Recruiter, id: &str, passed: bool) -> Result<(), StoreError> {
    let (by, id) = (by.clone(), id.to_owned());
    let decision = Decision {
        passed,
        total: Some(Milli(70_000)),
    };
    store
        .write(move |tx| Box::pin(async move { decide(tx, &by, &id, decision, NOW).await }))
        .await
}

async fn hand_in(store: &Store, by: &Recruiter, id: &str) -> Result<(), StoreError> {
    let (by, id) = (by.clone(), id.to_owned());
    store
        .write(move |tx| Box::pin(async move { sheets::submit(tx, &by, &id, &[], NOW).await }))
        .await
}

#[tokio::test]
async fn an_interview_has_its_raters_and_a_decision_of_those_who_rated() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let (rita, sam) = (
        temp.recruiter(&store, "rita").await,
        temp.recruiter(&store, "sam").await,
    );
    let anna = candidate(&store, &rita, "Anna").await;
    let missing = plan_one(&store, &rita, "nobody", &[]).await;
    assert!(matches!(missing, Err(StoreError::NotFound("candidate"))));
    let id = plan_one(&store, &rita, &anna, &[&rita, &sam]).await.unwrap();
    let found = get(&store, &rita, &id).await.unwrap().unwrap();
    let raters: Vec<_> = found
        .raters
        .iter()
        .map(|rater| (&rater.name[..], rater.submitted))
        .collect();
    assert_eq!(raters, [("rita", None), ("sam", None)]);
    assert_eq!((found.name.as_deref(), found.decision), (Some("Anna"), None));
    assert_eq!(of_candidate(&store, &rita, &anna).await.unwrap(), [found]);
    assert!(matches!(
        say(&store, &rita, &id, true).await,
        Err(StoreError::Blind)
    ));
    hand_in(&store, &rita, &id).await.unwrap();
    say(&store, &rita, &id, true).await.unwrap();
    say(&store, &rita, &id, true).await.unwrap();
    assert!(matches!(
        say(&store, &rita, &id, false).await,
        Err(StoreError::Decided)
    ));
    assert!(matches!(
        hand_in(&store, &sam, &id).await,
        Err(StoreError::Decided)
    ));
    let decided = get(&store, &rita, &id).await.unwrap().unwrap().decision;
    assert_eq!(
        decided,
        Some(Decision {
            passed: true,
            total: Some(Milli(70_000))
        })
    );
    let late = temp.recruiter(&store, "lee").await;
    let (by, interview, rater) = (rita.clone(), id, late.account.clone());
    let add = store.write(move |tx| Box::pin(async move { add_rater(tx, &by, &interview, &rater).await }));
    assert!(matches!(add.await, Err(StoreError::Decided)));
}

#[tokio::test]
async fn the_list_has_the_day_and_what_one_still_owes() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let (rita, sam) = (
        temp.recruiter(&store, "rita").await,
        temp.recruiter(&store, "sam").await,
    );
    let anna = candidate(&store, &rita, "Anna").await;
    let id = plan_one(&store, &rita, &anna, &[&sam]).await.unwrap();
    let ids = async |by: &Recruiter, from: i64, until: i64| {
        let found = list(&store, by, NOW.plus_seconds(from), NOW.plus_seconds(until))
            .await
            .unwrap();
        found
            .into_iter()
            .map(|interview| interview.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&rita, 0, 7200).await, std::slice::from_ref(&id));
    assert!(ids(&rita, 7200, 9000).await.is_empty());
    assert_eq!(ids(&sam, 7200, 9000).await, std::slice::from_ref(&id));
    hand_in(&store, &sam, &id).await.unwrap();
    assert!(ids(&sam, 7200, 9000).await.is_empty());
}
