//! Calibrations: answers that all raters rate, each alone, to see how far they agree.
//!
//! They are working rows and change no result. Who has rated everything sees what the others gave, and cannot change
//! anything any more; before that nobody sees anything but what is his own.

mod candidates;
mod find;
#[cfg(test)]
mod tests;

pub use candidates::{Candidate, candidates};
pub use find::{Calibration, Item, Rater, Summary, all, of_rater};

use crate::actors::{Attests as _, Trainer};
use crate::chance;
use crate::error::StoreError;
use crate::ratings::Source;
use crate::writer::Tx;
use domain::hash::Hash;
use domain::time::Moment;

/// Whether replies of role-plays are rated, or essays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Replies typed in role-plays.
    Reply,
    /// Essays.
    Essay,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Essay => "essay",
        }
    }
}

/// What the answers of a calibration answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Whether it is a node that asks for a reply or a question that asks for an essay.
    pub kind: Kind,
    /// The scenario or the quiz.
    pub id: String,
    /// The id of the node or question.
    pub place: String,
    /// The version of the scenario or quiz.
    pub version: Hash,
    /// The address of the release it came with.
    pub release: Hash,
}

/// An answer to be rated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Somebody's: the attempt or play, and the question's place or the reply's number in it, from 0.
    Given(Source, usize),
    /// One that was written for the calibration.
    Written(String),
}

/// Makes a calibration of these answers, in this order, and returns its id.
///
/// # Errors
/// [`StoreError::NotFound`] for an answer that is not among the [`candidates`].
pub async fn make(
    tx: &mut Tx,
    by: &Trainer,
    title: &str,
    subject: &Subject,
    answers: &[Answer],
    now: Moment,
) -> Result<String, StoreError> {
    let known = candidates::candidates_in(&mut tx.conn, subject).await?;
    let id = chance::id(now)?;
    sqlx::query(
        "INSERT INTO calibration (id, title, kind, subject, place, version, release, account, made)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(id.as_str())
    .bind(title.trim())
    .bind(subject.kind.word())
    .bind(subject.id.as_str())
    .bind(subject.place.as_str())
    .bind(subject.version.to_string())
    .bind(subject.release.to_string())
    .bind(by.account.as_str())
    .bind(now.0)
    .execute(&mut tx.conn)
    .await?;
    for (position, answer) in (0_i64..).zip(answers) {
        let (attempt, play, part, text) = match answer {
            Answer::Written(text) => (None, None, None, Some(text.trim())),
            Answer::Given(source, part) => {
                let is_known = |one: &Candidate| one.source == *source && one.part == *part;
                if !known.iter().any(is_known) {
                    return Err(StoreError::NotFound("answer"));
                }
                let part = i64::try_from(*part).ok();
                match source {
                    Source::Attempt(id) => (Some(id.as_str()), None, part, None),
                    Source::Play(id) => (None, Some(id.as_str()), part, None),
                }
            }
        };
        sqlx::query(
            "INSERT INTO calibration_item (calibration, position, attempt, play, part, text)
             VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(id.as_str())
        .bind(position)
        .bind(attempt)
        .bind(play)
        .bind(part)
        .bind(text)
        .execute(&mut tx.conn)
        .await?;
    }
    Ok(id)
}

/// Keeps a rater's levels for one answer, one for each criterion; until all are rated they may be changed. Returns whether
/// all are rated now. The same levels again change nothing.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such answer, or it was erased or is being rated itself; [`StoreError::CalibrationOver`] when the
/// rater has rated everything, or the calibration is closed; [`StoreError::OwnWork`].
pub async fn rate(
    tx: &mut Tx,
    by: &Trainer,
    id: &str,
    position: usize,
    levels: &[u32],
    now: Moment,
) -> Result<bool, StoreError> {
    let found = find::in_tx(tx, by, id).await?;
    let found = found.ok_or(StoreError::NotFound("calibration"))?;
    let item = found.items.iter().find(|item| item.position == position);
    if item.is_some_and(|item| item.own.as_deref() == Some(levels)) {
        return Ok(found.items.iter().all(|item| item.own.is_some()));
    }
    if found.is_over() {
        return Err(StoreError::CalibrationOver);
    }
    let item = item.ok_or(StoreError::NotFound("answer"))?;
    if let Some(person) = &item.person {
        by.must_not_be(person)?;
    }
    let levels: Vec<_> = levels.iter().map(ToString::to_string).collect();
    sqlx::query(
        "INSERT INTO calibration_rating (calibration, position, rater, levels, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (calibration, position, rater) DO UPDATE SET levels = excluded.levels, at = excluded.at",
    )
    .bind(id)
    .bind(i64::try_from(position).unwrap_or(i64::MAX))
    .bind(by.account.as_str())
    .bind(levels.join(" "))
    .bind(now.0)
    .execute(&mut tx.conn)
    .await?;
    let open = found.items.iter().filter(|item| item.own.is_none());
    Ok(open.filter(|item| item.position != position).count() == 0)
}

/// Ends a calibration: nobody rates any more, and every trainer sees how far those agree who rated everything. Again
/// changes nothing.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub async fn close(tx: &mut Tx, _by: &Trainer, id: &str, now: Moment) -> Result<(), StoreError> {
    let done = sqlx::query("UPDATE calibration SET closed = coalesce(closed, $1) WHERE id = $2")
        .bind(now.0)
        .bind(id)
        .execute(&mut tx.conn)
        .await?;
    match done.rows_affected() {
        0 => Err(StoreError::NotFound("calibration")),
        _ => Ok(()),
    }
}
