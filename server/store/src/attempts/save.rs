//! Saving answers as they are given.

use super::{GRACE_SECONDS, in_tx, sequence};
use crate::actors::Learner;
use crate::error::StoreError;
use crate::lines;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::quiz::Certainty;
use domain::time::Moment;
use sqlx::AssertSqlSafe;
use std::fmt::Write as _;

/// An answer to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Save {
    /// The question's place in the attempt, from 0.
    pub position: usize,
    /// Counted up by the browser for each question; the highest wins, so an answer that comes late or twice
    /// does no harm.
    pub seq: i64,
    /// In the author's order, as [`domain::quiz::mark()`] reads it.
    pub answer: Vec<String>,
    /// How sure the learner is of it, where that is asked.
    pub certainty: Option<Certainty>,
}

/// Saves answers. Returns the places whose answer is now the one given here; where another tab saved with a
/// higher number, that answer stays, and so does the answer of a question that is locked.
///
/// # Errors
/// [`StoreError::NotFound`] when the attempt is not the learner's own; [`StoreError::AttemptClosed`];
/// [`StoreError::OutOfTurn`], and then none of them is saved, when it is not the turn of a question among them.
pub async fn save(
    tx: &mut Tx,
    learner: &Learner,
    attempt: &str,
    saves: &[Save],
    now: Moment,
) -> Result<Vec<usize>, StoreError> {
    let row = sqlx::query("SELECT state, deadline, reached FROM attempt WHERE id = $1 AND person = $2")
        .bind(attempt)
        .bind(learner.person.as_str())
        .fetch_optional(&mut tx.conn)
        .await?
        .ok_or(StoreError::NotFound("attempt"))?;
    let over = row
        .maybe_moment("deadline")?
        .is_some_and(|end| now > end.plus_seconds(GRACE_SECONDS));
    if row.text("state")? != "open" || over {
        return Err(StoreError::AttemptClosed);
    }
    if row.maybe_int("reached")?.is_some() {
        let attempt = in_tx(tx, attempt).await?.ok_or(StoreError::NotFound("attempt"))?;
        let saves = sequence::in_turn(&attempt, saves)?;
        return write(tx, &attempt.id, &saves, now).await;
    }
    write(tx, attempt, saves, now).await
}

/// Keeps which questions the learner marked to come back to, in place of those marked before. Nothing happens to an
/// attempt that is not open or not one's own: a mark is no answer.
///
/// # Errors
/// When the database fails.
pub async fn come_back_to(
    tx: &mut Tx,
    learner: &Learner,
    attempt: &str,
    places: &[usize],
) -> Result<(), StoreError> {
    sqlx::query("UPDATE attempt SET later = $1 WHERE id = $2 AND person = $3 AND state = 'open'")
        .bind(lines::join_numbers(places))
        .bind(attempt)
        .bind(learner.person.as_str())
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

/// How many answers one statement takes.
const CHUNK: usize = 100;

pub(super) async fn write(
    tx: &mut Tx,
    attempt: &str,
    saves: &[Save],
    now: Moment,
) -> Result<Vec<usize>, StoreError> {
    let mut kept = Vec::with_capacity(saves.len());
    for saves in saves.chunks(CHUNK) {
        let mut sql = String::from("WITH given (position, seq, answer, certainty) AS (VALUES ");
        for at in 0..saves.len() {
            let (comma, n) = (if at == 0 { "" } else { ", " }, at * 4 + 3);
            // Casts, because PostgreSQL takes a bare parameter in VALUES for a text.
            let _ = write!(
                sql,
                "{comma}(CAST(${n} AS BIGINT), CAST(${} AS BIGINT), ${}, ${})",
                n + 1,
                n + 2,
                n + 3
            );
        }
        sql.push_str(
            ") UPDATE attempt_question SET answer = given.answer, certainty = nullif(given.certainty, ''),
                 answer_seq = given.seq, saved = $1 FROM given
             WHERE attempt_question.attempt = $2 AND attempt_question.position = given.position
             AND attempt_question.locked = 0
             AND (attempt_question.answer_seq < given.seq
                  OR (attempt_question.answer_seq = given.seq AND attempt_question.answer = given.answer
                      AND coalesce(attempt_question.certainty, '') = given.certainty))
             RETURNING attempt_question.position AS place",
        );
        let mut query = sqlx::query(AssertSqlSafe(sql)).bind(now.0).bind(attempt);
        for save in saves {
            query = query
                .bind(i64::try_from(save.position).unwrap_or(i64::MAX))
                .bind(save.seq)
                .bind(lines::join(&save.answer))
                .bind(save.certainty.map_or("", Certainty::as_str));
        }
        for row in query.fetch_all(&mut tx.conn).await? {
            kept.push(usize::try_from(row.int("place")?).unwrap_or(usize::MAX));
        }
    }
    kept.sort_unstable();
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::super::{of_learner, tests::*};
    use super::*;
    use crate::open::Store;
    use crate::testing::Temp;

    async fn mark(store: &Store, learner: &Learner, id: &str, places: &'static [usize]) {
        let (learner, id) = (learner.clone(), id.to_owned());
        let work =
            store.write(move |tx| Box::pin(async move { come_back_to(tx, &learner, &id, places).await }));
        work.await.unwrap();
    }

    #[tokio::test]
    async fn marks_are_ones_own() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let (anna, bert) = (
            learner(&temp, &store, "anna").await,
            learner(&temp, &store, "bert").await,
        );
        let id = begin(&store, &anna, new(None, 3)).await.unwrap();
        let later = async || of_learner(&store, &anna, &id).await.unwrap().unwrap().later;
        mark(&store, &anna, &id, &[0, 2]).await;
        assert_eq!(later().await, [0, 2]);
        mark(&store, &bert, &id, &[1]).await;
        assert_eq!(later().await, [0, 2]);
        mark(&store, &anna, &id, &[]).await;
        assert_eq!(later().await, [0; 0]);
    }
}
