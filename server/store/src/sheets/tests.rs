use super::*;
use crate::interviews::{self, NewInterview};
use crate::open::Store;
use crate::testing::{NOW, Temp, candidate};
use std::collections::BTreeSet;

async fn interview(store: &Store, by: &Recruiter, raters: &[&Recruiter]) -> String {
    let new = NewInterview {
        candidate: candidate(store, by, "Anna").await,
        kit: "service-agent".to_owned(),
        version: Hash::of(b"kit"),
        release: Hash::of(b"release"),
        room: String::new(),
        at: NOW,
        raters: raters.iter().map(|rater| rater.account.clone()).collect(),
    };
    let by = by.clone();
    let work = store.write(move |tx| Box::pin(async move { interviews::plan(tx, &by, new, NOW).await }));
    work.await.unwrap()
}

fn rating(item: &str, mark: SheetMark, evidence: &str) -> SheetRating {
    let (item, evidence) = (item.to_owned(), evidence.to_owned());
    SheetRating {
        item,
        competency: String::new(),
        mark,
        answer: vec![],
        evidence,
    }
}

fn level(number: u8) -> SheetMark {
    SheetMark::Level(Level::new(number).unwrap())
}

async fn put(store: &Store, by: &Recruiter, id: &str, ratings: Vec<SheetRating>) -> Result<(), StoreError> {
    let (by, id) = (by.clone(), id.to_owned());
    store
        .write(move |tx| Box::pin(async move { save(tx, &by, &id, &ratings, NOW).await }))
        .await
}

async fn hand_in(store: &Store, by: &Recruiter, id: &str, required: &[&str]) -> Result<(), StoreError> {
    let (by, id) = (by.clone(), id.to_owned());
    let required: Vec<_> = required.iter().map(|item| (*item).to_owned()).collect();
    store
        .write(move |tx| Box::pin(async move { submit(tx, &by, &id, &required, NOW).await }))
        .await
}

#[tokio::test]
async fn others_sheets_are_hidden_until_ones_own_is_submitted() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let (rita, sam) = (
        temp.recruiter(&store, "rita").await,
        temp.recruiter(&store, "sam").await,
    );
    let lee = temp.recruiter(&store, "lee").await;
    let id = interview(&store, &rita, &[&rita, &sam]).await;
    put(&store, &rita, &id, vec![rating("napkins", level(4), "kept calm")])
        .await
        .unwrap();
    put(&store, &sam, &id, vec![rating("napkins", level(2), "sighed")])
        .await
        .unwrap();
    let blind = async |by: &Recruiter| matches!(debrief(&store, by, &id).await, Err(StoreError::Blind));
    assert!(blind(&rita).await && blind(&sam).await && blind(&lee).await);
    hand_in(&store, &sam, &id, &["napkins"]).await.unwrap();
    // Sam sees what is submitted: only his own so far. Rita, who has not submitted, sees nothing.
    assert_eq!(debrief(&store, &sam, &id).await.unwrap().len(), 1);
    assert!(blind(&rita).await);
    assert_eq!(
        own(&store, &rita, &id).await.unwrap().unwrap().ratings[0].evidence,
        "kept calm"
    );
    hand_in(&store, &rita, &id, &["napkins"]).await.unwrap();
    let all = debrief(&store, &rita, &id).await.unwrap();
    let marks: Vec<_> = all
        .iter()
        .map(|sheet| (&sheet.name[..], sheet.ratings[0].mark))
        .collect();
    assert_eq!(marks, [("rita", level(4)), ("sam", level(2))]);
    assert!(blind(&lee).await);
    assert_eq!(own(&store, &lee, &id).await.unwrap(), None);
}

#[tokio::test]
async fn a_sheet_is_filled_in_bit_by_bit_and_submitted_once() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let rita = temp.recruiter(&store, "rita").await;
    let id = interview(&store, &rita, &[&rita]).await;
    put(
        &store,
        &rita,
        &id,
        vec![rating("a", SheetMark::Open, "a note first")],
    )
    .await
    .unwrap();
    let ticks = SheetRating {
        answer: vec!["slowing".to_owned()],
        ..rating("b", SheetMark::NotObserved, "")
    };
    put(&store, &rita, &id, vec![ticks.clone()]).await.unwrap();
    let incomplete = hand_in(&store, &rita, &id, &["a", "b", "c"]).await;
    assert!(matches!(incomplete, Err(StoreError::SheetIncomplete { items }) if items == ["a", "c"]));
    put(
        &store,
        &rita,
        &id,
        vec![rating("a", level(5), "a note, then a rating")],
    )
    .await
    .unwrap();
    hand_in(&store, &rita, &id, &["a", "b"]).await.unwrap();
    hand_in(&store, &rita, &id, &["a", "b"]).await.unwrap();
    let again = put(&store, &rita, &id, vec![rating("a", level(1), "")]).await;
    assert!(matches!(again, Err(StoreError::SheetSubmitted)));
    let sheet = own(&store, &rita, &id).await.unwrap().unwrap();
    assert_eq!(
        sheet.ratings,
        [rating("a", level(5), "a note, then a rating"), ticks]
    );
    assert_eq!((sheet.submitted, sheet.version), (Some(NOW), Hash::of(b"kit")));
}

#[tokio::test]
async fn the_database_itself_takes_no_rating_outside_1_to_5_and_none_after_submitting() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let rita = temp.recruiter(&store, "rita").await;
    let id = interview(&store, &rita, &[&rita]).await;
    put(&store, &rita, &id, vec![rating("a", level(3), "")])
        .await
        .unwrap();
    let run = async |sql: &'static str| {
        store
            .write(move |tx| {
                Box::pin(async move { Ok(sqlx::query(sql).execute(&mut tx.conn).await.map(drop)?) })
            })
            .await
    };
    for bad in ["0", "6", "3.5", "NULL"] {
        let sql: &'static str = Box::leak(format!("UPDATE sheet_rating SET rating = {bad}").into_boxed_str());
        assert!(run(sql).await.is_err(), "{bad}");
    }
    hand_in(&store, &rita, &id, &[]).await.unwrap();
    assert!(run("UPDATE sheet_rating SET rating = 5").await.is_err());
    assert!(
        run("INSERT INTO sheet_rating SELECT interview, rater, 'b', '', 1, 5, '', '', 0 FROM sheet")
            .await
            .is_err()
    );
    let stranger = temp.recruiter(&store, "lee").await;
    let foreign = put(&store, &stranger, &id, vec![]).await;
    assert!(matches!(foreign, Err(StoreError::NotFound("sheet"))));
}

#[tokio::test]
async fn what_is_kept_late_never_undoes_what_was_saved_since() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let rita = temp.recruiter(&store, "rita").await;
    let id = interview(&store, &rita, &[&rita]).await;
    let keep_at = async |evidence: &str, seconds: i64| {
        let (by, sheet, ratings) = (
            rita.clone(),
            id.clone(),
            vec![rating("a", SheetMark::Open, evidence)],
        );
        let when = NOW.plus_seconds(seconds);
        let work =
            store.write(move |tx| Box::pin(async move { keep(tx, &by, &sheet, &ratings, when).await }));
        work.await.unwrap();
        let own = own(&store, &rita, &id).await.unwrap().unwrap();
        own.ratings[0].evidence.clone()
    };
    assert_eq!(keep_at("one", -2).await, "one");
    assert_eq!(keep_at("two", -1).await, "two");
    assert_eq!(keep_at("one again, late", -2).await, "two");
    put(&store, &rita, &id, vec![rating("a", level(4), "three")])
        .await
        .unwrap();
    assert_eq!(keep_at("two again, late", -1).await, "three");
    assert_eq!(keep_at("four", 1).await, "four");
    put(&store, &rita, &id, vec![rating("a", level(4), "five")])
        .await
        .unwrap();
    assert_eq!(
        keep_at("six", 1).await,
        "six",
        "a button saves whatever the clock says"
    );
}

#[tokio::test]
async fn a_group_is_watched_under_one_clock() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let (rita, sam) = (
        temp.recruiter(&store, "rita").await,
        temp.recruiter(&store, "sam").await,
    );
    let one = interview(&store, &rita, &[&rita, &sam]).await;
    let two = interview(&store, &rita, &[&rita]).await;
    let three = interview(&store, &rita, &[&rita]).await;
    interview(&store, &rita, &[&sam]).await;
    let like = interviews::get(&store, &rita, &one).await.unwrap().unwrap();
    let members = async || group(&store, &rita, &like, "napkins").await.unwrap();
    let ids: BTreeSet<_> = members()
        .await
        .into_iter()
        .map(|member| member.interview)
        .collect();
    assert_eq!(ids, BTreeSet::from([one.clone(), two.clone(), three.clone()]));
    let mut elsewhere = like.clone();
    elsewhere.room = "another".to_owned();
    assert!(
        group(&store, &rita, &elsewhere, "napkins")
            .await
            .unwrap()
            .is_empty()
    );
    let mut later = like.clone();
    later.at = NOW.plus_seconds(60);
    assert!(group(&store, &rita, &later, "napkins").await.unwrap().is_empty());
    put(&store, &rita, &one, vec![rating("napkins", level(3), "slow")])
        .await
        .unwrap();
    hand_in(&store, &rita, &three, &[]).await.unwrap();
    for seconds in [5, 9] {
        let (by, all, now) = (
            rita.clone(),
            vec![one.clone(), two.clone()],
            NOW.plus_seconds(seconds),
        );
        let work = store.write(move |tx| Box::pin(async move { start(tx, &by, "napkins", &all, now).await }));
        work.await.unwrap();
    }
    let tick_at = async |prefix: &str, ticks: &[&str], seconds: i64, late| {
        let seen = Seen {
            item: "napkins".to_owned(),
            prefix: prefix.to_owned(),
            ticks: vec![(one.clone(), ticks.iter().map(|tick| (*tick).to_owned()).collect())],
        };
        let (by, when) = (rita.clone(), NOW.plus_seconds(seconds));
        let work = store.write(move |tx| Box::pin(async move { tick(tx, &by, &seen, when, late).await }));
        work.await.unwrap();
    };
    tick_at("300:", &["300:steady"], 10, Late::Wins).await;
    tick_at("600:", &["600:slowing", "600:stops"], 11, Late::Yields).await;
    tick_at("600:", &["600:slowing"], 12, Late::Yields).await;
    tick_at("600:", &[], 11, Late::Yields).await;
    // They were planned in the same instant, so their order is a matter of chance.
    let mut seen = members().await;
    seen.sort_by_key(|member| member.interview != one);
    assert_eq!(seen[0].answer, ["300:steady", "600:slowing"]);
    assert!(
        seen.len() == 2
            && seen
                .iter()
                .all(|member| member.started == Some(NOW.plus_seconds(5)))
    );
    assert!(seen[1].answer.is_empty());
    let own = own(&store, &rita, &one).await.unwrap().unwrap();
    assert_eq!(
        (own.ratings[0].mark, &*own.ratings[0].evidence),
        (level(3), "slow")
    );
    let (by, closed) = (rita.clone(), vec![three.clone()]);
    let work = store.write(move |tx| Box::pin(async move { start(tx, &by, "napkins", &closed, NOW).await }));
    assert!(matches!(work.await, Err(StoreError::SheetSubmitted)));
}
