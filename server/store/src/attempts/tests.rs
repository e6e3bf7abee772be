mod ending;

use super::*;
use crate::actors::{Learner, Operator};
use crate::evidence;
use crate::open::Store;
use crate::testing::{NOW, Temp};
use domain::content::values::Percent;
use domain::evidence::Fact;
use domain::quiz::{Counting, Counts, Drawn, May, Navigation};

pub(crate) fn new(limit: Option<u32>, questions: usize) -> NewAttempt {
    let question = |number: usize| NewQuestion {
        drawn: Drawn {
            question: format!("q{number}"),
            hash: Hash::of(&[u8::try_from(number % 256).unwrap()]),
            permutation: vec![2, 0, 1],
        },
        points: Milli(1500),
    };
    NewAttempt {
        quiz: "c/quiz".to_owned(),
        version: Hash::of(b"quiz"),
        release: Hash::of(b"release"),
        rules: Rules {
            attempts: limit,
            time: Some(900),
            ..Rules::default()
        },
        navigation: Navigation::Free,
        questions: (0..questions).map(question).collect(),
    }
}

/// One question after the other.
pub(super) fn in_sequence(questions: usize) -> NewAttempt {
    NewAttempt {
        navigation: Navigation::Sequential,
        ..new(None, questions)
    }
}

pub(crate) async fn learner(temp: &Temp, store: &Store, login: &str) -> Learner {
    temp.session(store, login, "learner").await.learner().unwrap()
}

pub(crate) async fn begin(store: &Store, learner: &Learner, new: NewAttempt) -> Result<String, StoreError> {
    let learner = learner.clone();
    store
        .write(move |tx| Box::pin(async move { start(tx, &learner, new, NOW).await }))
        .await
}

pub(super) async fn put(
    store: &Store,
    learner: &Learner,
    id: &str,
    saves: Vec<Save>,
    now: Moment,
) -> Result<Vec<usize>, StoreError> {
    let (learner, id) = (learner.clone(), id.to_owned());
    store
        .write(move |tx| Box::pin(async move { save(tx, &learner, &id, &saves, now).await }))
        .await
}

pub(super) async fn hand_in(
    store: &Store,
    learner: &Learner,
    id: &str,
    answers: Vec<Save>,
    now: Moment,
) -> Result<Submitted, StoreError> {
    let (learner, id) = (learner.clone(), id.to_owned());
    store
        .write(move |tx| Box::pin(async move { submit(tx, &learner, &id, &answers, now, grade).await }))
        .await
}

pub(crate) const COUNTING: Counting = Counting {
    counts: Counts::Highest,
    pass: Percent(Milli::whole(50)),
};

/// Every answer `right` earns all; half of the questions pass.
pub(super) fn grade(attempt: &Attempt) -> Graded {
    let right = |asked: &Asked| asked.answer.as_deref() == Some(&["right".to_owned()]);
    let marks: Vec<_> = attempt
        .questions
        .iter()
        .map(|asked| Some(Share::whole(right(asked))))
        .collect();
    let earned = marks.iter().filter(|mark| **mark == Some(Share::ALL)).count();
    let outcome = if earned * 2 >= marks.len() {
        Outcome::Passed
    } else {
        Outcome::Failed
    };
    let percent = i64::try_from(100_000 * earned / marks.len()).unwrap();
    Graded {
        marks,
        score: Some(Milli(percent)),
        outcome,
        counting: COUNTING,
    }
}

pub(super) fn answer(position: usize, seq: i64, text: &str) -> Save {
    Save {
        position,
        seq,
        answer: vec![text.to_owned()],
        certainty: None,
    }
}

#[tokio::test]
async fn an_attempt_keeps_what_was_drawn() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let id = begin(&store, &anna, new(Some(2), 130)).await.unwrap();
    let attempt = of_learner(&store, &anna, &id).await.unwrap().unwrap();
    assert_eq!(
        (attempt.number, attempt.state, attempt.questions.len()),
        (1, State::Open, 130)
    );
    assert_eq!(attempt.questions[129].question, "q129");
    assert_eq!(attempt.questions[0].permutation, [2, 0, 1]);
    assert_eq!(seen(&store, &anna.person, "c/quiz").await.unwrap()["q7"], 1);
    let bert = learner(&temp, &store, "bert").await;
    assert_eq!(of_learner(&store, &bert, &id).await.unwrap(), None);
    let trainer = temp.session(&store, "tina", "trainer").await.trainer().unwrap();
    assert_eq!(get(&store, &trainer, &id).await.unwrap(), Some(attempt));
}

#[tokio::test]
async fn one_attempt_at_a_time_and_no_more_than_there_are() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let first = begin(&store, &anna, new(Some(2), 2)).await.unwrap();
    let twice = begin(&store, &anna, new(Some(2), 2)).await;
    assert!(matches!(twice, Err(StoreError::OpenAttempt { attempt }) if attempt == first));
    hand_in(&store, &anna, &first, vec![], NOW).await.unwrap();
    let second = begin(&store, &anna, new(Some(2), 2)).await.unwrap();
    hand_in(&store, &anna, &second, vec![], NOW).await.unwrap();
    assert!(matches!(
        begin(&store, &anna, new(Some(2), 2)).await,
        Err(StoreError::MayNotStart(May::UsedUp))
    ));
    let third = begin(&store, &anna, new(None, 2)).await.unwrap();
    let numbers: Vec<_> = list(&store, &anna.person)
        .await
        .unwrap()
        .iter()
        .map(|one| (one.id.clone(), one.number))
        .collect();
    assert_eq!(numbers, [(first, 1), (second, 2), (third, 3)]);
    assert_eq!(seen(&store, &anna.person, "c/quiz").await.unwrap()["q0"], 3);
}

#[tokio::test]
async fn the_newest_answer_wins_whatever_the_order_of_arrival() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let id = begin(&store, &anna, new(None, 3)).await.unwrap();
    let kept = put(
        &store,
        &anna,
        &id,
        vec![answer(0, 2, "b\nwith a second line"), answer(2, 1, "")],
        NOW,
    )
    .await;
    assert_eq!(kept.unwrap(), [0, 2]);
    // Late, then twice, then from another tab with the same number, then nowhere.
    assert_eq!(
        put(&store, &anna, &id, vec![answer(0, 1, "a")], NOW)
            .await
            .unwrap(),
        [] as [usize; 0]
    );
    assert_eq!(
        put(&store, &anna, &id, vec![answer(2, 1, "")], NOW)
            .await
            .unwrap(),
        [2]
    );
    assert_eq!(
        put(&store, &anna, &id, vec![answer(2, 1, "other")], NOW)
            .await
            .unwrap(),
        [] as [usize; 0]
    );
    assert_eq!(
        put(&store, &anna, &id, vec![answer(9, 1, "x")], NOW)
            .await
            .unwrap(),
        [] as [usize; 0]
    );
    let attempt = of_learner(&store, &anna, &id).await.unwrap().unwrap();
    let answers: Vec<_> = attempt
        .questions
        .iter()
        .map(|asked| asked.answer.clone())
        .collect();
    let text = |text: &str| Some(vec![text.to_owned()]);
    assert_eq!(answers, [text("b\nwith a second line"), None, text("")]);
    assert_eq!(
        (attempt.questions[0].seq, attempt.questions[0].saved),
        (2, Some(NOW))
    );
}

#[tokio::test]
async fn somebody_elses_and_closed_attempts_take_no_answers() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let bert = learner(&temp, &store, "bert").await;
    let id = begin(&store, &anna, new(None, 2)).await.unwrap();
    let foreign = put(&store, &bert, &id, vec![answer(0, 1, "x")], NOW).await;
    assert!(matches!(foreign, Err(StoreError::NotFound("attempt"))));
    assert!(matches!(
        hand_in(&store, &bert, &id, vec![], NOW).await,
        Err(StoreError::NotFound("attempt"))
    ));
    let late = NOW.plus_seconds(900 + GRACE_SECONDS);
    put(&store, &anna, &id, vec![answer(0, 1, "x")], late)
        .await
        .unwrap();
    let too_late = put(&store, &anna, &id, vec![answer(0, 2, "y")], late.plus_seconds(1)).await;
    assert!(matches!(too_late, Err(StoreError::AttemptClosed)));
    hand_in(&store, &anna, &id, vec![], NOW).await.unwrap();
    let closed = put(&store, &anna, &id, vec![answer(0, 3, "z")], NOW).await;
    assert!(matches!(closed, Err(StoreError::AttemptClosed)));
}

#[tokio::test]
async fn handing_in_writes_result_and_evidence_once() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let id = begin(&store, &anna, new(None, 2)).await.unwrap();
    let answers = vec![answer(0, 1, "right"), answer(1, 1, "wrong")];
    let (one, two) = tokio::join!(
        hand_in(&store, &anna, &id, answers.clone(), NOW),
        hand_in(
            &store,
            &anna,
            &id,
            vec![answer(1, 9, "right")],
            NOW.plus_seconds(1)
        )
    );
    let (one, two) = (one.unwrap(), two.unwrap());
    assert!(!one.again && two.again);
    assert_eq!(one.attempt, two.attempt);
    assert_eq!(
        (one.attempt.score, one.attempt.outcome),
        (Some(Milli(50_000)), Some(Outcome::Passed))
    );
    assert_eq!(
        of_learner(&store, &anna, &id).await.unwrap().unwrap(),
        one.attempt
    );
    let entries = evidence::of_person(&store, &anna.person).await.unwrap();
    let expected = Fact::QuizFinished {
        quiz: "c/quiz".to_owned(),
        version: Hash::of(b"quiz"),
        attempt: id,
        score: Some(Milli(50_000)),
        outcome: Outcome::Passed,
    };
    assert_eq!(
        entries.iter().map(|entry| &entry.fact).collect::<Vec<_>>(),
        [&expected]
    );
    assert_eq!(entries[0].actor.as_deref(), Some(&anna.account[..]));
}
