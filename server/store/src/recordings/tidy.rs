//! Throwing recordings away: those that were kept long enough, those no answer used, files without a row.

use std::collections::HashSet;

use super::{Sounds, sounds};
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use domain::time::Moment;

/// How long a file may stand without a row: it is written first, and its row a moment later.
const ALONE_SECONDS: i64 = 60 * 60;

/// Deletes the recordings from before `before` that wait for no rater, those that no answer used and none can use any
/// more, and files without a row; how many. Done again, it finishes what a crash interrupted.
///
/// The file goes first and its row is marked afterwards: what is said to be deleted is.
///
/// # Errors
/// When the database or the disk fails.
pub async fn tidy(store: &Store, before: Moment, now: Moment) -> Result<usize, StoreError> {
    let due = due(store, before).await?;
    let folder = Sounds::of(store.folder());
    for id in &due {
        folder.remove(id).map_err(StoreError::Sound)?;
    }
    let count = due.len();
    if count > 0 {
        store
            .write(move |tx| {
                Box::pin(async move {
                    for id in due {
                        sqlx::query("UPDATE recording SET deleted = $1 WHERE id = $2 AND deleted IS NULL")
                            .bind(now.0)
                            .bind(id)
                            .execute(&mut tx.conn)
                            .await?;
                    }
                    Ok(())
                })
            })
            .await?;
    }
    Ok(count + alone(store, &folder, now).await?)
}

async fn due(store: &Store, before: Moment) -> Result<Vec<String>, StoreError> {
    let rows = sqlx::query(
        "SELECT r.id FROM recording r JOIN play p ON p.id = r.play LEFT JOIN play_event e ON e.recording = r.id
         WHERE r.deleted IS NULL AND (
             (e.recording IS NULL AND (
                 p.state <> 'open' OR r.step <= (SELECT count(*) FROM play_event f WHERE f.play = p.id)))
             OR (r.at < $1 AND NOT (
                 e.recording IS NOT NULL AND (
                     e.waiting = 1 OR (p.mode = 'assessed' AND p.state IN ('open', 'pending'))))))
         ORDER BY r.id",
    )
    .bind(before.0)
    .fetch_all(store.readers())
    .await?;
    rows.iter().map(|row| row.text("id")).collect()
}

/// Removes files that no row speaks of, or whose row says that they are deleted.
async fn alone(store: &Store, folder: &Sounds, now: Moment) -> Result<usize, StoreError> {
    let names = folder.names().map_err(StoreError::Sound)?;
    if names.is_empty() {
        return Ok(0);
    }
    let rows = sqlx::query("SELECT id FROM recording WHERE deleted IS NULL")
        .fetch_all(store.readers())
        .await?;
    let known: HashSet<String> = rows.iter().map(|row| row.text("id")).collect::<Result<_, _>>()?;
    let mut removed = 0;
    for name in names {
        let old = made(sounds::id(&name)).is_some_and(|made| made.plus_seconds(ALONE_SECONDS) < now);
        if old && !known.contains(&name) {
            folder.remove(&name).map_err(StoreError::Sound)?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// When an id was made; none for a name that is none of ours.
fn made(id: &str) -> Option<Moment> {
    let (seconds, nanos) = uuid::Uuid::parse_str(id).ok()?.get_timestamp()?.to_unix();
    let micros = i64::try_from(seconds).ok()?.checked_mul(1_000_000)?;
    Some(Moment(micros.checked_add(i64::from(nanos / 1000))?))
}
