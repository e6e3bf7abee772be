//! Checking one question before the attempt is handed in.

use super::{Asked, Save, in_tx, save};
use crate::actors::Learner;
use crate::error::StoreError;
use crate::lines;
use crate::writer::Tx;
use domain::quiz::{Tried, turn};
use domain::time::Moment;

/// What the rules say about a question that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The checks it had, with this one.
    pub tried: Tried,
    /// Whether it takes no more answers.
    pub locked: bool,
}

/// Saves answers, then checks the one at this place: `judge` sees what is saved and says what follows. A question that is
/// locked stays as it is, so a form sent twice, or late, checks nothing twice. Returns how the question stands then.
///
/// # Errors
/// As for [`save()`](super::save()).
pub async fn check(
    tx: &mut Tx,
    learner: &Learner,
    attempt: &str,
    position: usize,
    saves: &[Save],
    now: Moment,
    judge: impl FnOnce(&Asked) -> Checked + Send,
) -> Result<Checked, StoreError> {
    save(tx, learner, attempt, saves, now).await?;
    let found = in_tx(tx, attempt).await?.ok_or(StoreError::NotFound("attempt"))?;
    turn(found.reached, position)?;
    let asked = found
        .questions
        .get(position)
        .ok_or(StoreError::NotFound("question"))?;
    let before = Checked {
        tried: asked.tried.clone(),
        locked: asked.locked,
    };
    if before.locked {
        return Ok(before);
    }
    let checked = judge(asked);
    if checked == before {
        return Ok(before);
    }
    sqlx::query(
        "UPDATE attempt_question SET tries = $1, tried = $2, locked = $3 WHERE attempt = $4 AND position = $5",
    )
    .bind(i64::from(checked.tried.count))
    .bind(lines::join(&checked.tried.answer))
    .bind(i64::from(checked.locked))
    .bind(attempt)
    .bind(i64::try_from(position).unwrap_or(i64::MAX))
    .execute(&mut tx.conn)
    .await?;
    Ok(checked)
}

#[cfg(test)]
mod tests {
    use super::super::of_learner;
    use super::super::tests::*;
    use super::*;
    use crate::open::Store;
    use crate::testing::{NOW, Temp};
    use domain::quiz::Certainty;

    /// Two tries; what reads `right` locks at once.
    fn judge(asked: &Asked) -> Checked {
        let answer = asked.answer.clone().unwrap_or_default();
        let count = asked.tried.count + 1;
        Checked {
            locked: count == 2 || answer == ["right"],
            tried: Tried { count, answer },
        }
    }

    async fn checking(
        store: &Store,
        learner: &Learner,
        id: &str,
        position: usize,
        saves: Vec<Save>,
    ) -> Result<Checked, StoreError> {
        let (learner, id) = (learner.clone(), id.to_owned());
        let work = store.write(move |tx| {
            Box::pin(async move { check(tx, &learner, &id, position, &saves, NOW, judge).await })
        });
        work.await
    }

    #[tokio::test]
    async fn a_checked_question_locks_and_takes_no_answer_any_more() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let (anna, bert) = (
            learner(&temp, &store, "anna").await,
            learner(&temp, &store, "bert").await,
        );
        let id = begin(&store, &anna, new(None, 2)).await.unwrap();
        let foreign = checking(&store, &bert, &id, 0, vec![]).await;
        assert!(matches!(foreign, Err(StoreError::NotFound("attempt"))));
        let nowhere = checking(&store, &anna, &id, 7, vec![]).await;
        assert!(matches!(nowhere, Err(StoreError::NotFound("question"))));
        checking(
            &store,
            &anna,
            &id,
            0,
            vec![answer(0, 1, "wrong"), answer(1, 1, "x")],
        )
        .await
        .unwrap();
        let asked = async || of_learner(&store, &anna, &id).await.unwrap().unwrap().questions;
        let tried = Tried {
            count: 1,
            answer: vec!["wrong".to_owned()],
        };
        let questions = asked().await;
        assert_eq!((&questions[0].tried, questions[0].locked), (&tried, false));
        assert_eq!(questions[1].tried, Tried::default(), "saved, not checked");
        checking(&store, &anna, &id, 0, vec![answer(0, 2, "right")])
            .await
            .unwrap();
        let locked = asked().await;
        assert!(locked[0].locked && locked[0].tried.count == 2);
        assert_eq!(
            put(&store, &anna, &id, vec![answer(0, 9, "late")], NOW)
                .await
                .unwrap(),
            [] as [usize; 0]
        );
        checking(&store, &anna, &id, 0, vec![answer(0, 10, "later")])
            .await
            .unwrap();
        assert_eq!(asked().await, locked);
        hand_in(&store, &anna, &id, vec![answer(0, 11, "latest")], NOW)
            .await
            .unwrap();
        assert_eq!(asked().await[0].answer, locked[0].answer);
        let closed = checking(&store, &anna, &id, 1, vec![]).await;
        assert!(matches!(closed, Err(StoreError::AttemptClosed)));
    }

    #[tokio::test]
    async fn how_sure_one_is_is_part_of_the_answer() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let anna = learner(&temp, &store, "anna").await;
        let id = begin(&store, &anna, new(None, 1)).await.unwrap();
        let sure = |seq, certainty| Save {
            certainty,
            ..answer(0, seq, "right")
        };
        put(&store, &anna, &id, vec![sure(3, Some(Certainty::Sure))], NOW)
            .await
            .unwrap();
        let late = put(&store, &anna, &id, vec![sure(2, Some(Certainty::Guess))], NOW).await;
        assert!(late.unwrap().is_empty());
        let other = put(&store, &anna, &id, vec![sure(3, None)], NOW).await;
        assert!(
            other.unwrap().is_empty(),
            "the same number with another word is another tab's"
        );
        let asked = of_learner(&store, &anna, &id).await.unwrap().unwrap().questions;
        assert_eq!(asked[0].certainty, Some(Certainty::Sure));
    }
}
