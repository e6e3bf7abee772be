//! Checks inside lessons: which ones a learner has answered right. Never graded, never evidence.

use crate::actors::Learner;
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::hash::Hash;
use domain::time::Moment;
use sqlx::any::AnyRow;
use std::collections::BTreeMap;

const OF_LESSON: &str =
    "SELECT question, hash FROM lesson_check WHERE person = $1 AND lesson = $2 ORDER BY at";

/// Keeps that a check was answered right. Again changes nothing.
///
/// # Errors
/// When the database fails.
pub async fn answered_right(
    tx: &mut Tx,
    learner: &Learner,
    lesson: &str,
    (question, hash): (&str, Hash),
    now: Moment,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO lesson_check (person, lesson, question, hash, at) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (person, lesson, question, hash) DO NOTHING";
    sqlx::query(sql)
        .bind(learner.person.as_str())
        .bind(lesson)
        .bind(question)
        .bind(hash.to_string())
        .bind(now.0)
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

/// The checks of a lesson that this learner has answered right, each with the version answered last.
///
/// # Errors
/// When the database fails.
pub async fn right(
    store: &Store,
    learner: &Learner,
    lesson: &str,
) -> Result<BTreeMap<String, Hash>, StoreError> {
    let query = sqlx::query(OF_LESSON).bind(learner.person.as_str()).bind(lesson);
    checks(&query.fetch_all(store.readers()).await?)
}

/// The same as this transaction sees it.
///
/// # Errors
/// When the database fails.
pub async fn right_in(
    tx: &mut Tx,
    learner: &Learner,
    lesson: &str,
) -> Result<BTreeMap<String, Hash>, StoreError> {
    let query = sqlx::query(OF_LESSON).bind(learner.person.as_str()).bind(lesson);
    checks(&query.fetch_all(&mut tx.conn).await?)
}

fn checks(rows: &[AnyRow]) -> Result<BTreeMap<String, Hash>, StoreError> {
    let check = |row: &AnyRow| Ok((row.text("question")?, row.hash("lesson_check", "hash")?));
    rows.iter().map(check).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{NOW, Temp};

    #[tokio::test]
    async fn a_right_answer_is_kept_once_for_each_version() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let anna = temp.session(&store, "anna", "learner").await.learner().unwrap();
        let bo = temp.session(&store, "bo", "learner").await.learner().unwrap();
        let by = anna.clone();
        let work = store.write(move |tx| {
            Box::pin(async move {
                answered_right(tx, &by, "c/one", ("q", Hash::of(b"1")), NOW).await?;
                answered_right(tx, &by, "c/one", ("q", Hash::of(b"1")), NOW).await?;
                answered_right(tx, &by, "c/one", ("q", Hash::of(b"2")), NOW.plus_seconds(1)).await?;
                answered_right(tx, &by, "c/two", ("other", Hash::of(b"3")), NOW).await?;
                right_in(tx, &by, "c/one").await
            })
        });
        let inside = work.await.unwrap();
        let expected = BTreeMap::from([("q".to_owned(), Hash::of(b"2"))]);
        assert_eq!(inside, expected);
        assert_eq!(right(&store, &anna, "c/one").await.unwrap(), expected);
        assert!(right(&store, &bo, "c/one").await.unwrap().is_empty());
    }
}
