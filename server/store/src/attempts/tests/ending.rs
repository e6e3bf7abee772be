//! How an attempt ends: with an essay to rate, after others, when its time is over.

use super::*;

#[tokio::test]
async fn an_essay_leaves_the_result_pending() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let id = begin(&store, &anna, new(None, 2)).await.unwrap();
    let pending = |attempt: &Attempt| {
        let mut graded = grade(attempt);
        graded.marks[1] = None;
        Graded {
            outcome: Outcome::Pending,
            ..graded
        }
    };
    let (who, attempt) = (anna.clone(), id.clone());
    let work =
        store.write(move |tx| Box::pin(async move { submit(tx, &who, &attempt, &[], NOW, pending).await }));
    let attempt = work.await.unwrap().attempt;
    assert_eq!(
        (attempt.state, attempt.score, attempt.outcome),
        (State::Pending, None, Some(Outcome::Pending))
    );
    assert_eq!(
        attempt
            .questions
            .iter()
            .map(|asked| asked.mark)
            .collect::<Vec<_>>(),
        [Some(Share::NONE), None]
    );
}

#[tokio::test]
async fn several_attempts_count_as_the_quiz_says() {
    let temp = Temp::new();
    let store = temp.serve().await;
    for (login, counts, ends) in [
        ("anna", Counts::Highest, Outcome::Passed),
        ("bert", Counts::Latest, Outcome::Passed),
        ("cara", Counts::Average, Outcome::Failed),
        ("dora", Counts::First, Outcome::Failed),
    ] {
        let learner = learner(&temp, &store, login).await;
        for (text, outcome) in [("wrong", Outcome::Failed), ("right", ends)] {
            let id = begin(&store, &learner, new(None, 1)).await.unwrap();
            let counting = Counting {
                counts,
                pass: Percent(Milli::whole(60)),
            };
            let counted = move |attempt: &Attempt| Graded {
                counting,
                ..grade(attempt)
            };
            let who = learner.clone();
            let work = store.write(move |tx| {
                Box::pin(async move { submit(tx, &who, &id, &[answer(0, 1, text)], NOW, counted).await })
            });
            let attempt = work.await.unwrap().attempt;
            assert_eq!(attempt.outcome, Some(outcome), "{counts:?} {text}");
        }
    }
}

#[tokio::test]
async fn attempts_whose_time_is_over_are_closed_with_what_was_saved() {
    let temp = Temp::new();
    let store = temp.serve().await;
    let anna = learner(&temp, &store, "anna").await;
    let id = begin(&store, &anna, new(None, 1)).await.unwrap();
    put(&store, &anna, &id, vec![answer(0, 1, "right")], NOW)
        .await
        .unwrap();
    assert!(overdue(&store, NOW).await.unwrap().is_empty());
    let later = NOW.plus_seconds(900 + GRACE_SECONDS + 1);
    let close = |now: Moment| {
        let id = id.clone();
        store.write(move |tx| {
            Box::pin(async move { close_overdue(tx, &Operator::new(), &id, now, grade).await })
        })
    };
    assert!(matches!(close(NOW).await, Err(StoreError::NotFound("attempt"))));
    let due: Vec<_> = overdue(&store, later)
        .await
        .unwrap()
        .into_iter()
        .map(|due| due.id)
        .collect();
    assert_eq!(due, std::slice::from_ref(&id));
    let closed = close(later).await.unwrap();
    assert_eq!(
        (closed.attempt.score, closed.again),
        (Some(Milli(100_000)), false)
    );
    assert_eq!(
        closed.attempt.submitted,
        Some(NOW.plus_seconds(900)),
        "the deadline is its end"
    );
    let entries = evidence::of_person(&store, &anna.person).await.unwrap();
    let told = (entries[0].happened, entries[0].recorded);
    assert_eq!(told, (NOW.plus_seconds(900), later));
    assert!(close(later).await.unwrap().again);
    assert!(overdue(&store, later).await.unwrap().is_empty());
    // Answers that come with a late form are not looked at.
    let other = NewAttempt {
        quiz: "c/other".to_owned(),
        ..new(None, 1)
    };
    let second = begin(&store, &anna, other).await.unwrap();
    let late = hand_in(&store, &anna, &second, vec![answer(0, 1, "right")], later)
        .await
        .unwrap();
    assert_eq!(late.attempt.outcome, Some(Outcome::Failed));
}
