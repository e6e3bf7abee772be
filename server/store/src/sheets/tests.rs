use super::*;
use crate::interviews::{self, NewInterview};
use crate::open::Store;
use crate::testing::{NOW, Temp, candidate};

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
