//! Answers that were spoken: a row for each recording, its sound in a file of the data folder.
//!
//! The file is there before the row, so a row always has its file; what a crash leaves behind is a file without a row,
//! which [`tidy`] removes. A recording belongs to one step of one play; an answer that uses it refers to it.

mod find;
mod sounds;
#[cfg(test)]
mod tests;
mod tidy;

pub(crate) use find::spoken;
pub use find::{Kept, own, to_rate};
pub use sounds::Sounds;
pub use tidy::tidy;

use crate::actors::Learner;
use crate::caches::Effect;
use crate::error::StoreError;
use crate::plays::{self, PlayState};
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::hash::Hash;
use domain::scenario::recording::Sound;
use domain::time::Moment;

/// How many recordings that no answer uses a play may have; who records anew sends only the last one.
const SPARE: i64 = 8;

/// A recording, as an answer refers to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Its id: a UUIDv7 as text, and the name of its file.
    pub id: String,
    /// How long it is, in milliseconds, as the browser said.
    pub millis: u32,
    /// Whether it is still there.
    pub kept: bool,
}

/// A recording that arrived, with its file written.
#[derive(Clone, Debug)]
pub struct NewRecording {
    /// Its id, from [`crate::chance::id`]: the name of its file.
    pub id: String,
    /// The play.
    pub play: String,
    /// The step it is an answer for, counted from 1: the next one.
    pub step: usize,
    /// The hash of the sound.
    pub hash: Hash,
    /// What kind of sound it is.
    pub sound: Sound,
    /// Bytes.
    pub size: usize,
    /// Milliseconds.
    pub millis: u32,
}

/// Keeps a recording for the next step of one's own play; its id. When the same sound is there for this step, that one's
/// id, and the new file is not needed.
///
/// # Errors
/// [`StoreError::NotFound`] when the play is not the learner's own; [`StoreError::PlayOver`]; [`StoreError::PlayMoved`] when
/// the step is not the next one; [`StoreError::RecordingsFull`].
pub async fn add(
    tx: &mut Tx,
    learner: &Learner,
    new: &NewRecording,
    now: Moment,
) -> Result<String, StoreError> {
    let play = plays::in_tx(tx, &new.play).await?;
    let play = play
        .filter(|play| play.person == learner.person)
        .ok_or(StoreError::NotFound("play"))?;
    if play.state != PlayState::Open {
        return Err(StoreError::PlayOver);
    }
    if new.step != play.events.len() + 1 {
        return Err(StoreError::PlayMoved);
    }
    let known = sqlx::query(
        "SELECT id FROM recording WHERE play = $1 AND step = $2 AND hash = $3 AND deleted IS NULL",
    )
    .bind(new.play.as_str())
    .bind(number(new.step))
    .bind(new.hash.to_string())
    .fetch_optional(&mut tx.conn)
    .await?;
    if let Some(row) = known {
        return row.text("id");
    }
    let spare = sqlx::query(
        "SELECT count(*) AS n FROM recording r WHERE r.play = $1 AND r.deleted IS NULL
         AND NOT EXISTS (SELECT 1 FROM play_event e WHERE e.recording = r.id)",
    )
    .bind(new.play.as_str())
    .fetch_one(&mut tx.conn)
    .await?;
    if spare.int("n")? >= SPARE {
        return Err(StoreError::RecordingsFull);
    }
    sqlx::query(
        "INSERT INTO recording (id, play, step, hash, sound, size, millis, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(new.id.as_str())
    .bind(new.play.as_str())
    .bind(number(new.step))
    .bind(new.hash.to_string())
    .bind(new.sound.media_type())
    .bind(number(new.size))
    .bind(i64::from(new.millis))
    .bind(now.0)
    .execute(&mut tx.conn)
    .await?;
    Ok(new.id.clone())
}

/// An answer may use only what was recorded for its very step, and is still there.
pub(crate) async fn must_be_for(tx: &mut Tx, play: &str, step: usize, id: &str) -> Result<(), StoreError> {
    let row = sqlx::query(
        "SELECT 1 AS found FROM recording WHERE id = $1 AND play = $2 AND step = $3 AND deleted IS NULL",
    )
    .bind(id)
    .bind(play)
    .bind(number(step))
    .fetch_optional(&mut tx.conn)
    .await?;
    row.map(drop).ok_or(StoreError::NotFound("recording"))
}

/// Deletes everything a person said, in plays that ended and in those that go on. The files go with the commit.
pub(crate) async fn forget(tx: &mut Tx, person: &str, now: Moment) -> Result<(), StoreError> {
    let rows = sqlx::query(
        "UPDATE recording SET deleted = $1 WHERE deleted IS NULL
         AND play IN (SELECT id FROM play WHERE person = $2) RETURNING id",
    )
    .bind(now.0)
    .bind(person)
    .fetch_all(&mut tx.conn)
    .await?;
    let ids: Vec<String> = rows.iter().map(|row| row.text("id")).collect::<Result<_, _>>()?;
    if !ids.is_empty() {
        tx.after_commit(Effect::Silenced(ids));
    }
    Ok(())
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
