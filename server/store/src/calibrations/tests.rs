use super::*;
use crate::actors::{Learner, Operator};
use crate::open::Store;
use crate::plays::{self, Did, Mode, NewPlay, Play, PlayEvent, PlayResult};
use crate::testing::{NOW, Temp};
use domain::evidence::Outcome;
use domain::score::Milli;

fn subject() -> Subject {
    Subject {
        kind: Kind::Reply,
        id: "late".to_owned(),
        place: "n1".to_owned(),
        version: Hash::of(b"s"),
        release: Hash::of(b"r"),
    }
}

/// A play of one typed reply that has its result.
async fn played(store: &Store, who: &Learner, text: &str, outcome: Outcome) -> String {
    let (who, text) = (who.clone(), text.to_owned());
    let work = store.write(move |tx| {
        Box::pin(async move {
            let new = NewPlay {
                scenario: "late".to_owned(),
                version: Hash::of(b"s"),
                release: Hash::of(b"r"),
                mode: Mode::Assessed,
            };
            let id = plays::start(tx, &who, new, NOW).await?;
            let event = PlayEvent {
                node: "n1".to_owned(),
                did: Did::Replied(text),
                at: NOW,
            };
            plays::append(tx, &who, &id, 1, &event, None).await?;
            let result = |_: &Play| PlayResult {
                score: Some(Milli(80_000)),
                outcome,
                waiting: vec![],
                digest: None,
            };
            plays::finish(tx, &who, &id, NOW, result).await?;
            Ok(id)
        })
    });
    work.await.unwrap()
}

async fn trainer(temp: &Temp, store: &Store, login: &str) -> Trainer {
    temp.session(store, login, "trainer").await.trainer().unwrap()
}

async fn learner(temp: &Temp, store: &Store, login: &str) -> Learner {
    temp.session(store, login, "learner").await.learner().unwrap()
}

async fn made(store: &Store, by: &Trainer, answers: Vec<Answer>) -> Result<String, StoreError> {
    let by = by.clone();
    let work = store
        .write(move |tx| Box::pin(async move { make(tx, &by, " Calm ", &subject(), &answers, NOW).await }));
    work.await
}

async fn rated(
    store: &Store,
    by: &Trainer,
    id: &str,
    position: usize,
    level: u32,
) -> Result<bool, StoreError> {
    let (by, id) = (by.clone(), id.to_owned());
    let work =
        store.write(move |tx| Box::pin(async move { rate(tx, &by, &id, position, &[level, 0], NOW).await }));
    work.await
}

fn written(text: &str) -> Answer {
    Answer::Written(text.to_owned())
}

#[tokio::test]
async fn final_answers_of_learners_are_offered() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let tina = trainer(&temp, &store, "tina").await;
    let anna = learner(&temp, &store, "anna").await;
    let bo = temp
        .session(&store, "bo", "learner,trainer")
        .await
        .learner()
        .unwrap();
    let play = played(&store, &anna, "sorry", Outcome::Passed).await;
    played(&store, &anna, "still waits", Outcome::Pending).await;
    played(&store, &bo, "may rate too", Outcome::Passed).await;
    let found = candidates(&store, &tina, &subject()).await.unwrap();
    let expected = Candidate {
        source: Source::Play(play.clone()),
        part: 0,
        text: "sorry".to_owned(),
    };
    assert_eq!(found, [expected]);
    let other = Subject {
        version: Hash::of(b"another"),
        ..subject()
    };
    assert!(candidates(&store, &tina, &other).await.unwrap().is_empty());
    let essay = Subject {
        kind: Kind::Essay,
        ..subject()
    };
    assert!(candidates(&store, &tina, &essay).await.unwrap().is_empty());
    let answers = vec![
        Answer::Given(Source::Play(play), 0),
        Answer::Given(Source::Play("none".to_owned()), 0),
    ];
    assert!(matches!(
        made(&store, &tina, answers).await,
        Err(StoreError::NotFound("answer"))
    ));
    assert!(all(&store, &tina).await.unwrap().is_empty());
}

#[tokio::test]
async fn essays_whose_result_is_final_are_offered() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let tina = trainer(&temp, &store, "tina").await;
    let anna = learner(&temp, &store, "anna").await;
    let essay = Subject {
        kind: Kind::Essay,
        id: "c/quiz".to_owned(),
        place: "one".to_owned(),
        version: Hash::of(b"quiz"),
        release: Hash::of(b"release"),
    };
    let attempt = crate::ratings::tests::essays(&store, &anna).await;
    assert!(candidates(&store, &tina, &essay).await.unwrap().is_empty());
    for part in [0, 1] {
        crate::ratings::tests::rate(&store, &tina, &attempt, part, NOW)
            .await
            .unwrap();
    }
    let found = candidates(&store, &tina, &essay).await.unwrap();
    let expected = Candidate {
        source: Source::Attempt(attempt),
        part: 0,
        text: "dear\ncustomer".to_owned(),
    };
    assert_eq!(found, [expected]);
}

#[tokio::test]
async fn an_answer_that_is_rated_anew_is_left_out_meanwhile() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let (tina, uma) = (
        trainer(&temp, &store, "tina").await,
        trainer(&temp, &store, "uma").await,
    );
    let anna = learner(&temp, &store, "anna").await;
    let play = played(&store, &anna, "sorry", Outcome::Passed).await;
    let answers = vec![Answer::Given(Source::Play(play.clone()), 0), written("two")];
    let id = made(&store, &tina, answers).await.unwrap();
    for rater in [&tina, &uma] {
        rated(&store, rater, &id, 0, 3).await.unwrap();
        rated(&store, rater, &id, 1, 1).await.unwrap();
    }
    let seen = async || {
        let seen = of_rater(&store, &uma, &id).await.unwrap().unwrap();
        let levels: Vec<_> = seen.raters.iter().map(|rater| rater.levels.clone()).collect();
        (seen.items.len(), levels)
    };
    let (all, rest) = (vec![vec![3, 0], vec![1, 0]], vec![vec![1, 0]]);
    assert_eq!(seen().await, (2, vec![all.clone(), all.clone()]));
    let turn = async |state: &'static str| {
        let play = play.clone();
        let work = store.write(move |tx| {
            Box::pin(async move {
                sqlx::query("UPDATE play SET state = $1 WHERE id = $2")
                    .bind(state)
                    .bind(play)
                    .execute(&mut tx.conn)
                    .await?;
                Ok(())
            })
        });
        work.await.unwrap();
    };
    turn("pending").await;
    assert_eq!(seen().await, (1, vec![rest.clone(), rest]));
    turn("final").await;
    assert_eq!(seen().await, (2, vec![all.clone(), all]));
}

#[tokio::test]
async fn others_are_hidden_until_everything_is_rated() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let (tina, uma) = (
        trainer(&temp, &store, "tina").await,
        trainer(&temp, &store, "uma").await,
    );
    let id = made(&store, &tina, vec![written("one"), written(" two ")])
        .await
        .unwrap();
    let seen = of_rater(&store, &uma, &id).await.unwrap().unwrap();
    assert_eq!((&seen.title[..], &seen.subject), ("Calm", &subject()));
    let texts: Vec<_> = seen.items.iter().map(|item| &item.text[..]).collect();
    assert_eq!(texts, ["one", "two"]);
    assert!(!rated(&store, &tina, &id, 0, 2).await.unwrap());
    assert!(
        !rated(&store, &tina, &id, 0, 3).await.unwrap(),
        "it may be changed so far"
    );
    assert!(rated(&store, &tina, &id, 1, 1).await.unwrap());
    assert!(
        rated(&store, &tina, &id, 1, 1).await.unwrap(),
        "sent twice is done once"
    );
    assert!(matches!(
        rated(&store, &tina, &id, 1, 0).await,
        Err(StoreError::CalibrationOver)
    ));
    assert!(!rated(&store, &uma, &id, 1, 0).await.unwrap());
    let seen = of_rater(&store, &uma, &id).await.unwrap().unwrap();
    assert_eq!(
        seen.items.iter().map(|item| item.own.clone()).collect::<Vec<_>>(),
        [None, Some(vec![0, 0])]
    );
    assert!(seen.raters.is_empty(), "{:?}", seen.raters);
    assert!(rated(&store, &uma, &id, 0, 1).await.unwrap());
    let seen = of_rater(&store, &uma, &id).await.unwrap().unwrap();
    let given: Vec<_> = seen
        .raters
        .iter()
        .map(|rater| (&rater.name[..], rater.levels.clone()))
        .collect();
    assert_eq!(
        given,
        [
            ("tina", vec![vec![3, 0], vec![1, 0]]),
            ("uma", vec![vec![1, 0], vec![0, 0]])
        ]
    );
    assert!(matches!(
        rated(&store, &uma, &id, 2, 0).await,
        Err(StoreError::CalibrationOver)
    ));
    let list = all(&store, &uma).await.unwrap();
    assert_eq!((list[0].items, list[0].own, list[0].closed), (2, 2, None));
}

#[tokio::test]
async fn a_closed_one_takes_no_more_and_shows_who_was_done() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let (tina, uma) = (
        trainer(&temp, &store, "tina").await,
        trainer(&temp, &store, "uma").await,
    );
    let id = made(&store, &tina, vec![written("one")]).await.unwrap();
    rated(&store, &tina, &id, 0, 2).await.unwrap();
    let (by, one) = (uma.clone(), id.clone());
    let later = NOW.plus_seconds(60);
    let work = store.write(move |tx| {
        Box::pin(async move {
            close(tx, &by, &one, NOW).await?;
            close(tx, &by, &one, later).await
        })
    });
    work.await.unwrap();
    assert!(matches!(
        rated(&store, &uma, &id, 0, 2).await,
        Err(StoreError::CalibrationOver)
    ));
    let seen = of_rater(&store, &uma, &id).await.unwrap().unwrap();
    assert_eq!((seen.closed, seen.raters.len()), (Some(NOW), 1));
    let by = uma.clone();
    let none = store.write(move |tx| Box::pin(async move { close(tx, &by, "none", NOW).await }));
    assert!(matches!(none.await, Err(StoreError::NotFound("calibration"))));
    assert_eq!(of_rater(&store, &uma, "none").await.unwrap(), None);
}

#[tokio::test]
async fn an_erased_answer_leaves_the_others() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let tina = trainer(&temp, &store, "tina").await;
    let anna = learner(&temp, &store, "anna").await;
    let play = played(&store, &anna, "sorry", Outcome::Passed).await;
    let answers = vec![Answer::Given(Source::Play(play), 0), written("two")];
    let id = made(&store, &tina, answers).await.unwrap();
    rated(&store, &tina, &id, 0, 1).await.unwrap();
    let person = anna.person.clone();
    let work = store.write(move |tx| {
        Box::pin(async move { crate::people::erase(tx, &Operator::new(), &person, NOW).await })
    });
    work.await.unwrap();
    let seen = of_rater(&store, &tina, &id).await.unwrap().unwrap();
    let left: Vec<_> = seen
        .items
        .iter()
        .map(|item| (item.position, &item.text[..], item.own.clone()))
        .collect();
    assert_eq!(left, [(1, "two", None)]);
    assert!(matches!(
        rated(&store, &tina, &id, 0, 1).await,
        Err(StoreError::NotFound("answer"))
    ));
    assert!(rated(&store, &tina, &id, 1, 1).await.unwrap());
    let list = all(&store, &tina).await.unwrap();
    assert_eq!((list[0].items, list[0].own), (1, 1));
}

#[tokio::test]
async fn nobody_rates_what_he_wrote() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let tina = trainer(&temp, &store, "tina").await;
    let anna = learner(&temp, &store, "anna").await;
    let play = played(&store, &anna, "sorry", Outcome::Passed).await;
    let answers = vec![Answer::Given(Source::Play(play), 0)];
    let id = made(&store, &tina, answers).await.unwrap();
    let account = anna.account.clone();
    let work = store.write(move |tx| {
        Box::pin(async move {
            let access: domain::access::AccessSet = "learner,trainer".parse().unwrap();
            crate::accounts::set_access(tx, &Operator::new(), &account, &access).await
        })
    });
    work.await.unwrap();
    let anna = crate::testing::sign_in(&store, anna.account.clone())
        .await
        .trainer()
        .unwrap();
    assert!(matches!(
        rated(&store, &anna, &id, 0, 1).await,
        Err(StoreError::OwnWork)
    ));
}
