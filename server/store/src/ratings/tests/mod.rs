mod amended;
mod confirmed;
mod disputes;
mod replies;
mod withdrawn;

use super::*;
use crate::actors::{Learner, Operator, Trainer};
use crate::attempts::tests::COUNTING;
use crate::attempts::{self, Attempt, NewAttempt, NewQuestion, Rules, Save, State};
use crate::evidence;
use crate::open::Store;
use crate::people;
use crate::plays::{self, Did, Mode, NewPlay, Play, PlayEvent, PlayState};
use crate::row::Columns as _;
use crate::testing::{NOW, Temp};
use domain::evidence::Outcome;
use domain::hash::Hash;
use domain::quiz::{Drawn, Share};
use domain::score::Milli;

pub(super) async fn learner(temp: &Temp, store: &Store, login: &str) -> Learner {
    temp.session(store, login, "learner,trainer")
        .await
        .learner()
        .unwrap()
}

pub(super) async fn trainer(temp: &Temp, store: &Store, login: &str) -> Trainer {
    temp.session(store, login, "trainer").await.trainer().unwrap()
}

/// All that waits.
pub(super) async fn queue(store: &Store, by: &Trainer) -> Result<Vec<Waiting>, StoreError> {
    let queue = super::queue(store, by, 100).await?;
    assert_eq!(queue.count, queue.first.len());
    Ok(queue.first)
}

pub(super) fn given(points: u32) -> Given {
    Given {
        points: vec![("0".to_owned(), points)],
        critical: false,
        note: "a note".to_owned(),
        quote: "dear".to_owned(),
        moment: None,
    }
}

/// Everything that has a rating earns its points out of two; the rest waits.
pub(super) fn grade(attempt: &Attempt, ratings: &[Rating]) -> Graded {
    let share = |rating: &Rating| Share::of(rating.given.points[0].1 as usize, 2);
    let mark = |part| ratings.iter().find(|rating| rating.part == part).map(share);
    let marks: Vec<_> = (0..attempt.questions.len()).map(mark).collect();
    let done = marks.iter().all(Option::is_some);
    let outcome = if done { Outcome::Passed } else { Outcome::Pending };
    Graded {
        marks,
        score: done.then_some(Milli(75_000)),
        outcome,
        counting: COUNTING,
    }
}

/// The same where one rating of each is enough.
fn judged(attempt: &Attempt, ratings: &[Rating], _trainers: &[String]) -> Judged {
    Judged {
        graded: grade(attempt, ratings),
        wanted: vec![],
    }
}

/// An attempt with two essays, handed in.
pub(crate) async fn essays(store: &Store, learner: &Learner) -> String {
    let question = |id: &str| NewQuestion {
        drawn: Drawn {
            question: id.to_owned(),
            hash: Hash::of(b"q"),
            permutation: vec![],
        },
        points: Milli(2000),
    };
    let new = NewAttempt {
        quiz: "c/quiz".to_owned(),
        version: Hash::of(b"quiz"),
        release: Hash::of(b"release"),
        rules: Rules::default(),
        navigation: domain::quiz::Navigation::Free,
        questions: vec![question("one"), question("two")],
    };
    let learner = learner.clone();
    let work = store.write(move |tx| {
        Box::pin(async move {
            let id = attempts::start(tx, &learner, new, NOW).await?;
            let answers = [Save {
                position: 0,
                seq: 1,
                answer: vec!["dear\ncustomer".to_owned()],
                certainty: None,
            }];
            attempts::submit(tx, &learner, &id, &answers, NOW, |attempt| grade(attempt, &[])).await?;
            Ok(id)
        })
    });
    work.await.unwrap()
}

pub(crate) async fn rate(
    store: &Store,
    by: &Trainer,
    id: &str,
    part: usize,
    now: Moment,
) -> Result<Attempt, StoreError> {
    let (by, id) = (by.clone(), id.to_owned());
    let work = store.write(move |tx| {
        Box::pin(async move { rate_essay(tx, &by, &id, part, &given(1), now, judged).await })
    });
    work.await
}

#[tokio::test]
async fn the_last_rating_makes_the_result_final() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let (anna, tina) = (
        learner(&temp, &store, "anna").await,
        trainer(&temp, &store, "tina").await,
    );
    let id = essays(&store, &anna).await;
    let waiting = queue(&store, &tina).await.unwrap();
    let parts: Vec<_> = waiting
        .iter()
        .map(|one| (one.part, &one.place[..], &one.text[..]))
        .collect();
    assert_eq!(parts, [(0, "one", "dear\ncustomer"), (1, "two", "")]);
    assert_eq!(
        (&waiting[0].source, &waiting[0].since),
        (&Source::Attempt(id.clone()), &NOW)
    );
    let later = NOW.plus_seconds(60);
    let first = rate(&store, &tina, &id, 1, later).await.unwrap();
    assert_eq!((first.state, first.score), (State::Pending, None));
    assert_eq!(queue(&store, &tina).await.unwrap().len(), 1);
    assert_eq!(evidence::of_person(&store, &anna.person).await.unwrap().len(), 1);
    let last = rate(&store, &tina, &id, 0, later).await.unwrap();
    assert_eq!((last.state, last.score), (State::Graded, Some(Milli(75_000))));
    assert!(queue(&store, &tina).await.unwrap().is_empty());
    let entries = evidence::of_person(&store, &anna.person).await.unwrap();
    assert_eq!(entries[1].fact, attempts::finished(&last));
    assert_eq!((entries[1].happened, entries[1].recorded), (NOW, later));
    assert_eq!(entries[1].actor.as_ref(), Some(&tina.account));
    let ratings = of_attempt(&store, &id).await.unwrap();
    assert_eq!(
        (ratings.len(), &ratings[0].given, &ratings[0].rater),
        (2, &given(1), &tina.account)
    );
}

#[tokio::test]
async fn nothing_is_rated_twice_or_by_its_author() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let session = temp.session(&store, "anna", "learner,trainer").await;
    let (anna, herself) = (session.learner().unwrap(), session.trainer().unwrap());
    let (tina, tom) = (
        trainer(&temp, &store, "tina").await,
        trainer(&temp, &store, "tom").await,
    );
    let id = essays(&store, &anna).await;
    assert!(matches!(
        rate(&store, &herself, &id, 0, NOW).await,
        Err(StoreError::OwnWork)
    ));
    assert!(queue(&store, &herself).await.unwrap().is_empty());
    let (one, two) = tokio::join!(rate(&store, &tina, &id, 0, NOW), rate(&store, &tom, &id, 0, NOW));
    assert!(one.is_ok() && matches!(two, Err(StoreError::AlreadyRated)));
    assert!(matches!(
        rate(&store, &tina, &id, 7, NOW).await,
        Err(StoreError::NotFound("essay"))
    ));
    assert!(matches!(
        rate(&store, &tina, "none", 0, NOW).await,
        Err(StoreError::NotFound("attempt"))
    ));
    // What was refused left no rating behind.
    assert_eq!(of_attempt(&store, &id).await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_was_written_and_said_about_it_can_be_erased() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let (anna, tina) = (
        learner(&temp, &store, "anna").await,
        trainer(&temp, &store, "tina").await,
    );
    let id = essays(&store, &anna).await;
    rate(&store, &tina, &id, 0, NOW).await.unwrap();
    let person = anna.person.clone();
    let erase = store
        .write(move |tx| Box::pin(async move { people::erase(tx, &Operator::new(), &person, NOW).await }));
    erase.await.unwrap();
    let attempt = attempts::of_learner(&store, &anna, &id).await.unwrap().unwrap();
    assert_eq!(attempt.questions[0].answer, None);
    let ratings = of_attempt(&store, &id).await.unwrap();
    assert_eq!(
        (&ratings[0].given.note[..], &ratings[0].given.points),
        ("", &given(1).points)
    );
}

#[tokio::test]
async fn a_second_rater_is_another_person_and_sees_the_essay_only_when_wanted() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let (tina, tom) = (
        trainer(&temp, &store, "tina").await,
        trainer(&temp, &store, "tom").await,
    );
    let disabled = temp.account(&store, "gone", "trainer").await;
    temp.disable(&store, &disabled).await;
    let id = essays(&store, &anna).await;
    let parts = async |by: &Trainer| -> Vec<usize> {
        let queue = queue(&store, by).await.unwrap();
        queue.iter().map(|waiting| waiting.part).collect()
    };
    let second = async |by: &Trainer, wanted: usize| {
        let (by, id) = (by.clone(), id.clone());
        let work = store.write(move |tx| {
            Box::pin(async move {
                let judge = |attempt: &Attempt, ratings: &[Rating], trainers: &[String]| {
                    assert_eq!(
                        trainers.len(),
                        2,
                        "tina and tom; not the learner, nobody disabled"
                    );
                    let mut graded = grade(attempt, &[]);
                    if ratings.len() == 2 {
                        graded = grade(
                            attempt,
                            &[
                                ratings[0].clone(),
                                Rating {
                                    part: 1,
                                    ..ratings[1].clone()
                                },
                            ],
                        );
                    }
                    Judged {
                        graded,
                        wanted: vec![(0, wanted)],
                    }
                };
                rate_essay(tx, &by, &id, 0, &given(1), NOW, judge).await
            })
        });
        work.await
    };
    assert_eq!((parts(&tina).await, parts(&tom).await), (vec![0, 1], vec![0, 1]));
    second(&tina, 2).await.unwrap();
    assert_eq!((parts(&tina).await, parts(&tom).await), (vec![1], vec![0, 1]));
    assert!(matches!(second(&tina, 2).await, Err(StoreError::AlreadyRated)));
    let done = second(&tom, 2).await.unwrap();
    assert_eq!(done.state, State::Graded);
    assert!(parts(&tina).await.is_empty() && parts(&tom).await.is_empty());
    let said: Vec<_> = of_attempt(&store, &id).await.unwrap();
    let said: Vec<_> = said
        .iter()
        .map(|rating| (rating.part, &rating.rater, &rating.given.quote[..]))
        .collect();
    assert_eq!(said, [(0, &tina.account, "dear"), (0, &tom.account, "dear")]);
}
