//! A rater's own ratings, and how they were amended.

use super::Rating;
use super::find;
use super::queue::{Waiting, waiting};
use crate::actors::Trainer;
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use sqlx::any::AnyRow;

/// So many of the newest are listed.
const LISTED: i64 = 100;

/// One's own rating of a reply in the list, without the reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The rating that holds.
    pub rating: Rating,
    /// The scenario.
    pub scenario: String,
}

/// One's own rating of a reply, with what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// The reply, as it stood in the queue; there is nothing in it when it was erased.
    pub work: Waiting,
    /// The rating that holds.
    pub rating: Rating,
}

/// A rating as it once was, or is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// What was said.
    pub rating: Rating,
    /// Why it took the place of the one before; empty for the first one, and when it was erased.
    pub reason: String,
}

/// One's own ratings of replies that hold, the newest first; one query, in which no reply is read.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn own(store: &Store, by: &Trainer) -> Result<Vec<Listed>, StoreError> {
    let rows = sqlx::query(
        "SELECT r.id, r.part, r.rater, r.points, r.critical, r.note, r.quote, r.moment, r.at, r.anew,
                y.scenario
         FROM rating r JOIN play y ON y.id = r.play
         WHERE r.rater = $1 AND NOT EXISTS (SELECT 1 FROM rating n WHERE n.replaces = r.id)
         ORDER BY r.at DESC, r.id DESC LIMIT $2",
    )
    .bind(by.account.as_str())
    .bind(LISTED)
    .fetch_all(store.readers())
    .await?;
    let listed = |row: &AnyRow| {
        Ok(Listed {
            rating: find::rating(row, "id")?,
            scenario: row.text("scenario")?,
        })
    };
    rows.iter().map(listed).collect()
}

/// One's own rating that holds, with every version of it, the newest first; none when there is none such.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn versions(
    store: &Store,
    by: &Trainer,
    rating: &str,
) -> Result<Option<(Own, Vec<Version>)>, StoreError> {
    // A rater rates a reply once: all ratings of it that are one's own are versions of one.
    let rows = sqlx::query(
        "SELECT r.id AS rating, r.part, r.rater, r.points, r.critical, r.note, r.quote, r.moment, r.at, r.anew,
                r.reason, 'play' AS kind, y.id, e.node AS place, y.scenario AS subject, y.version, y.release,
                coalesce(e.text, '') AS text, s.id AS recording, s.millis, s.deleted, y.finished AS since,
                CAST(NULL AS TEXT) AS dispute
         FROM rating r JOIN play y ON y.id = r.play
         JOIN play_event e ON e.play = y.id AND e.reply = r.part
         LEFT JOIN recording s ON s.id = e.recording
         WHERE r.rater = $1 AND EXISTS (
             SELECT 1 FROM rating o WHERE o.id = $2 AND o.rater = r.rater AND o.play = r.play AND o.part = r.part)
         ORDER BY r.at DESC, r.id DESC",
    )
    .bind(by.account.as_str())
    .bind(rating)
    .fetch_all(store.readers())
    .await?;
    let Some(newest) = rows.first() else {
        return Ok(None);
    };
    let versions = rows.iter().map(|row| {
        Ok(Version {
            rating: find::rating(row, "rating")?,
            reason: row.text("reason")?,
        })
    });
    let versions = versions.collect::<Result<Vec<_>, StoreError>>()?;
    let own = Own {
        work: waiting(newest)?,
        rating: find::rating(newest, "rating")?,
    };
    Ok(Some((own, versions)))
}
