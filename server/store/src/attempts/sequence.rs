//! Attempts whose questions come one after the other: where somebody is, and going on.

use super::{Attempt, Save, in_tx, save};
use crate::actors::Learner;
use crate::error::StoreError;
use crate::writer::Tx;
use domain::quiz::{OutOfTurn, leave, takes};
use domain::time::Moment;

/// The answers that are to be written, of those that came; all of them where one goes freely. One that a passed question
/// holds already is left out.
///
/// # Errors
/// An answer to a question whose turn it is not: then none is to be written.
pub(super) fn in_turn(attempt: &Attempt, saves: &[Save]) -> Result<Vec<Save>, OutOfTurn> {
    let is_same = |save: &Save| {
        let asked = attempt.questions.get(save.position);
        asked.is_some_and(|asked| {
            let kept = asked.answer.as_deref().unwrap_or_default();
            let is_open = |answer: &[String]| answer.iter().all(|text| text.trim().is_empty());
            let is_same = kept == save.answer || is_open(kept) && is_open(&save.answer);
            is_same && asked.certainty == save.certainty
        })
    };
    let mut kept = Vec::with_capacity(saves.len());
    for save in saves {
        if takes(attempt.reached, save.position, is_same(save))? {
            kept.push(save.clone());
        }
    }
    Ok(kept)
}

/// Saves answers and goes on from the question at this place to the next one. From one that was left before it goes nowhere,
/// so a step sent twice is one step; behind the last question there is none.
///
/// # Errors
/// As for [`save()`](super::save()); [`StoreError::OutOfTurn`] for a question the attempt has not come to. Then nothing is kept.
pub async fn go_on(
    tx: &mut Tx,
    learner: &Learner,
    attempt: &str,
    from: usize,
    saves: &[Save],
    now: Moment,
) -> Result<(), StoreError> {
    save(tx, learner, attempt, saves, now).await?;
    let attempt = in_tx(tx, attempt).await?.ok_or(StoreError::NotFound("attempt"))?;
    let reached = leave(attempt.reached, from, attempt.questions.len())?;
    if reached == attempt.reached {
        return Ok(());
    }
    sqlx::query("UPDATE attempt SET reached = $1 WHERE id = $2")
        .bind(reached.and_then(|reached| i64::try_from(reached).ok()))
        .bind(attempt.id.as_str())
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::{of_learner, tests::*};
    use super::*;
    use crate::open::Store;
    use crate::testing::{NOW, Temp};

    async fn step(
        store: &Store,
        learner: &Learner,
        id: &str,
        from: usize,
        saves: Vec<Save>,
    ) -> Result<(), StoreError> {
        let (learner, id) = (learner.clone(), id.to_owned());
        let work =
            store.write(move |tx| Box::pin(async move { go_on(tx, &learner, &id, from, &saves, NOW).await }));
        work.await
    }

    #[tokio::test]
    async fn one_question_after_the_other_and_none_twice() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let anna = learner(&temp, &store, "anna").await;
        let bert = learner(&temp, &store, "bert").await;
        let id = begin(&store, &anna, in_sequence(3)).await.unwrap();
        let now = async || of_learner(&store, &anna, &id).await.unwrap().unwrap();
        assert_eq!(now().await.reached, Some(0));
        let foreign = step(&store, &bert, &id, 0, vec![]).await;
        assert!(matches!(foreign, Err(StoreError::NotFound("attempt"))));
        // What comes is not there yet, and takes what came with it along.
        let both = vec![answer(0, 1, "x"), answer(1, 1, "x")];
        for from in [0, 1] {
            let ahead = step(&store, &anna, &id, from, both.clone()).await;
            assert!(matches!(
                ahead,
                Err(StoreError::OutOfTurn(OutOfTurn::Ahead { position: 1 }))
            ));
        }
        assert_eq!(
            (now().await.reached, now().await.questions[0].answer.clone()),
            (Some(0), None)
        );
        let first = vec![answer(0, 1, "right")];
        step(&store, &anna, &id, 0, first.clone()).await.unwrap();
        // Sent twice: one step, and no mistake.
        step(&store, &anna, &id, 0, first).await.unwrap();
        let passed = now().await;
        assert_eq!(passed.reached, Some(1));
        let back = step(&store, &anna, &id, 0, vec![answer(0, 9, "wrong")]).await;
        assert!(matches!(
            back,
            Err(StoreError::OutOfTurn(OutOfTurn::Passed { position: 0 }))
        ));
        let saved = put(
            &store,
            &anna,
            &id,
            vec![answer(1, 2, "x"), answer(0, 9, "wrong")],
            NOW,
        )
        .await;
        assert!(matches!(saved, Err(StoreError::OutOfTurn(_))));
        let handed = hand_in(&store, &anna, &id, vec![answer(0, 9, "wrong")], NOW).await;
        assert!(matches!(handed, Err(StoreError::OutOfTurn(_))));
        assert_eq!(now().await, passed, "nothing of it is kept");
        step(&store, &anna, &id, 1, vec![]).await.unwrap();
        for _ in 0..2 {
            step(&store, &anna, &id, 2, vec![answer(2, 1, "right")])
                .await
                .unwrap();
        }
        assert_eq!(now().await.reached, Some(2), "behind the last there is none");
        let done = hand_in(&store, &anna, &id, vec![], NOW).await.unwrap();
        assert_eq!(done.attempt.score, Some(domain::score::Milli(66_666)));
        let over = step(&store, &anna, &id, 2, vec![]).await;
        assert!(matches!(over, Err(StoreError::AttemptClosed)));
    }

    #[tokio::test]
    async fn going_freely_a_step_only_saves() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let anna = learner(&temp, &store, "anna").await;
        let id = begin(&store, &anna, new(None, 2)).await.unwrap();
        step(&store, &anna, &id, 0, vec![answer(1, 1, "x")])
            .await
            .unwrap();
        let attempt = of_learner(&store, &anna, &id).await.unwrap().unwrap();
        assert_eq!(attempt.reached, None);
        assert!(attempt.questions[1].answer.is_some());
    }
}
