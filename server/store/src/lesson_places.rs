//! Where learners stopped reading: one place for each lesson, the newest. Working rows, never evidence.

use crate::actors::Learner;
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::time::Moment;

/// Keeps the place a learner reads at, unless a later one is kept already: places may arrive in another order.
///
/// # Errors
/// When the database fails.
pub async fn note(
    tx: &mut Tx,
    learner: &Learner,
    lesson: &str,
    anchor: &str,
    seen: Moment,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO lesson_place (person, lesson, anchor, seen) VALUES ($1, $2, $3, $4)
               ON CONFLICT (person, lesson) DO UPDATE SET anchor = excluded.anchor, seen = excluded.seen
               WHERE excluded.seen >= lesson_place.seen";
    sqlx::query(sql)
        .bind(learner.person.as_str())
        .bind(lesson)
        .bind(anchor)
        .bind(seen.0)
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

/// The heading this learner read last in a lesson.
///
/// # Errors
/// When the database fails.
pub async fn of(store: &Store, learner: &Learner, lesson: &str) -> Result<Option<String>, StoreError> {
    let row = sqlx::query("SELECT anchor FROM lesson_place WHERE person = $1 AND lesson = $2")
        .bind(learner.person.as_str())
        .bind(lesson)
        .fetch_optional(store.readers())
        .await?;
    row.map(|row| row.text("anchor")).transpose()
}

/// Forgets where a person read.
pub(crate) async fn forget(tx: &mut Tx, person: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM lesson_place WHERE person = $1")
        .bind(person)
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{NOW, Temp};

    #[tokio::test]
    async fn the_newest_place_stays_and_is_ones_own() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let anna = temp.session(&store, "anna", "learner").await.learner().unwrap();
        let bo = temp.session(&store, "bo", "learner").await.learner().unwrap();
        let by = anna.clone();
        let work = store.write(move |tx| {
            Box::pin(async move {
                note(tx, &by, "c/one", "part-1", NOW).await?;
                note(tx, &by, "c/one", "part-3", NOW.plus_seconds(9)).await?;
                note(tx, &by, "c/one", "part-2", NOW.plus_seconds(5)).await?;
                note(tx, &by, "c/two", "part-9", NOW).await
            })
        });
        work.await.unwrap();
        assert_eq!(
            of(&store, &anna, "c/one").await.unwrap().as_deref(),
            Some("part-3")
        );
        assert_eq!(of(&store, &bo, "c/one").await.unwrap(), None);
        let person = anna.person.clone();
        store
            .write(move |tx| Box::pin(async move { forget(tx, &person).await }))
            .await
            .unwrap();
        assert_eq!(of(&store, &anna, "c/one").await.unwrap(), None);
    }
}
