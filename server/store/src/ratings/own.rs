//! A rater's own ratings, and how they were amended.

use super::find::{self, waiting};
use super::{Rating, Waiting};
use crate::actors::Trainer;
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;

/// So many of the newest are listed.
const LISTED: i64 = 100;

/// One's own rating of a typed reply, with what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// The reply, as it stood in the queue; its text is empty when it was erased.
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

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT r.id AS rating, r.part, r.rater, r.points, r.critical, r.note, r.quote, r.moment, r.at, r.anew,
                    r.reason,
                    r.replaces, 'play' AS kind, y.id, e.node AS place, y.scenario AS subject, y.version, y.release,
                    y.person, coalesce(e.text, '') AS text, y.finished AS since, CAST(NULL AS TEXT) AS dispute,
                    p.name AS learner, a.login AS name
             FROM rating r JOIN play y ON y.id = r.play
             JOIN play_event e ON e.play = y.id AND e.reply = r.part
             JOIN account a ON a.id = r.rater JOIN person p ON p.id = y.person ",
            $rest
        )
    };
}

/// One's own ratings of typed replies that hold, the newest first.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn own(store: &Store, by: &Trainer) -> Result<Vec<Own>, StoreError> {
    let sql = select!(
        "WHERE r.rater = $1 AND NOT EXISTS (SELECT 1 FROM rating n WHERE n.replaces = r.id)
         ORDER BY r.at DESC, r.id DESC LIMIT $2"
    );
    let rows = sqlx::query(sql)
        .bind(by.account.as_str())
        .bind(LISTED)
        .fetch_all(store.readers())
        .await?;
    let own = |row| {
        Ok(Own {
            work: waiting(row)?,
            rating: find::rating(row, "rating")?,
        })
    };
    rows.iter().map(own).collect()
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
    let sql = select!(
        "WHERE r.rater = $1 AND EXISTS (
             SELECT 1 FROM rating o WHERE o.id = $2 AND o.rater = r.rater AND o.play = r.play AND o.part = r.part)
         ORDER BY r.at DESC, r.id DESC"
    );
    let rows = sqlx::query(sql)
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
