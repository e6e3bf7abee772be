//! Reading recordings: whoever may hear one gets it from here.

use super::Spoken;
use crate::actors::{Learner, Trainer};
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use domain::scenario::recording::Sound;
use sqlx::any::AnyRow;

/// A recording whose sound is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The name of its file.
    pub id: String,
    /// What kind of sound it is.
    pub sound: Sound,
}

/// One's own recording; none when it is somebody else's or deleted.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn own(store: &Store, learner: &Learner, id: &str) -> Result<Option<Kept>, StoreError> {
    let row = sqlx::query(
        "SELECT r.id, r.sound FROM recording r JOIN play p ON p.id = r.play
         WHERE r.id = $1 AND r.deleted IS NULL AND p.person = $2",
    )
    .bind(id)
    .bind(learner.person.as_str())
    .fetch_optional(store.readers())
    .await?;
    row.as_ref().map(kept).transpose()
}

/// The recording of an answer that a trainer may judge: somebody else's, in an assessed play that ended. Practice is
/// nobody's business.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn to_rate(store: &Store, by: &Trainer, id: &str) -> Result<Option<Kept>, StoreError> {
    let row = sqlx::query(
        "SELECT r.id, r.sound FROM recording r JOIN play p ON p.id = r.play JOIN play_event e ON e.recording = r.id
         WHERE r.id = $1 AND r.deleted IS NULL AND p.person <> $2 AND p.mode = 'assessed'
         AND p.state IN ('pending', 'final')",
    )
    .bind(id)
    .bind(by.person.as_str())
    .fetch_optional(store.readers())
    .await?;
    row.as_ref().map(kept).transpose()
}

fn kept(row: &AnyRow) -> Result<Kept, StoreError> {
    let (id, name) = (row.text("id")?, row.text("sound")?);
    let sound = Sound::of_media_type(&name);
    let sound = sound.ok_or_else(|| StoreError::inconsistent("recording", id.clone(), "sound"))?;
    Ok(Kept { id, sound })
}

/// The recording of a row that may have one: its columns `recording`, `millis` and `deleted`.
pub(crate) fn spoken(row: &AnyRow) -> Result<Option<Spoken>, StoreError> {
    let Some(id) = row.maybe_text("recording")? else {
        return Ok(None);
    };
    let millis = row
        .maybe_int("millis")?
        .and_then(|millis| u32::try_from(millis).ok());
    let millis = millis.ok_or_else(|| StoreError::inconsistent("recording", id.clone(), "millis"))?;
    Ok(Some(Spoken {
        id,
        millis,
        kept: row.maybe_moment("deleted")?.is_none(),
    }))
}
