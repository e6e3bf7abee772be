//! Plays of scenarios: a row of events, and a result that is written once.
//!
//! A play is a working row. An assessed result is also an entry of evidence, written in the same transaction;
//! practice leaves none, and nobody but the player sees it.

mod event;
mod find;
mod finish;
mod flagged;
mod sitting;
#[cfg(test)]
mod tests;
mod verdict;

pub use event::{Appended, Did, Late, PlayEvent, append};
pub(crate) use find::in_tx;
pub use find::{Summary, assessed, ended, get, of_learner, own};
pub use finish::{Finished, PlayResult, finish};
pub(crate) use finish::{finished, write};
pub use flagged::{Flagged, flagged};
pub use sitting::{Sign, Tab, any_idle, give_up_idle, interruptions, sign};
pub use verdict::{Verdict, decide};

use crate::actors::Learner;
use crate::chance;
use crate::error::StoreError;
use crate::evidence;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::evidence::Outcome;
use domain::hash::Hash;
use domain::quiz::Allowance;
use domain::scenario::pace::Pace;
pub use domain::scenario::play::Mode;
use domain::score::Milli;
use domain::time::Moment;

/// How far a play is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlayState {
    /// It goes on.
    Open,
    /// It ended; somebody must rate a reply.
    Pending,
    /// It has its result.
    Final,
    /// It was given up and has no result.
    Abandoned,
    /// It ended and does not count.
    Void,
}

/// One person playing one scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Play {
    /// UUIDv7 as text.
    pub id: String,
    /// Whose it is.
    pub person: String,
    /// The scenario's id.
    pub scenario: String,
    /// The scenario's version.
    pub version: Hash,
    /// The address of the release the version came with.
    pub release: Hash,
    /// Whether it counts.
    pub mode: Mode,
    /// What its limits are for this person.
    pub pace: Pace,
    /// When it began.
    pub started: Moment,
    /// How far it is.
    pub state: PlayState,
    /// When it ended.
    pub finished: Option<Moment>,
    /// The score; none while pending.
    pub score: Option<Milli>,
    /// How it ended; none while open or when given up.
    pub outcome: Option<Outcome>,
    /// The digest of the state it ended in; none while open or when given up.
    pub digest: Option<Hash>,
    /// What became of it when the connection was lost; none when it was not.
    pub verdict: Option<Verdict>,
    /// Whether another play of the same scenario, an assessed one, goes on: what this one tells would be its answers. Known
    /// of a play that was read by its id.
    pub is_beside: bool,
    /// In the order they happened.
    pub events: Vec<PlayEvent>,
}

impl Play {
    /// The replies, typed and spoken, in their order: their places are the numbers that ratings use.
    pub fn replies(&self) -> impl Iterator<Item = &Did> {
        let dids = self.events.iter().map(|event| &event.did);
        dids.filter(|did| matches!(did, Did::Replied(_) | Did::Spoke(_)))
    }
}

/// A play to be started.
#[derive(Clone, Debug)]
pub struct NewPlay {
    /// The scenario's id.
    pub scenario: String,
    /// The scenario's version.
    pub version: Hash,
    /// The address of the release the version comes with.
    pub release: Hash,
    /// Whether it counts.
    pub mode: Mode,
}

/// The kinds of evidence that say what was granted, and what of that counts no more.
const GRANTS: &[&str] = &["time-granted", "voided"];

/// Starts a play and returns its id. Its limits are stretched by what the player is granted at this moment.
///
/// # Errors
/// [`StoreError::OpenPlay`] with the play of this scenario in this mode to go on with; [`StoreError::AssessedOpen`] for
/// practice while an assessed play of it goes on.
pub async fn start(tx: &mut Tx, learner: &Learner, new: NewPlay, now: Moment) -> Result<String, StoreError> {
    let mode = match new.mode {
        Mode::Practice => "practice",
        Mode::Assessed => "assessed",
    };
    let sql = "SELECT id, mode FROM play WHERE person = $1 AND scenario = $2 AND state = 'open'
               AND mode IN ($3, 'assessed') ORDER BY mode LIMIT 1";
    let open = sqlx::query(sql)
        .bind(learner.person.as_str())
        .bind(new.scenario.as_str())
        .bind(mode)
        .fetch_optional(&mut tx.conn)
        .await?;
    if let Some(row) = open {
        let play = row.text("id")?;
        return Err(match row.text("mode")? == mode {
            true => StoreError::OpenPlay { play },
            false => StoreError::AssessedOpen { play },
        });
    }
    let granted = evidence::of_kinds_in(tx, &learner.person, GRANTS).await?;
    // Time is for all there is, so no quiz is named.
    let pace = Pace::of(Allowance::of(&granted, "").time);
    let id = chance::id(now)?;
    sqlx::query(
        "INSERT INTO play (id, person, scenario, version, release, mode, pace, started, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open')",
    )
    .bind(id.as_str())
    .bind(learner.person.as_str())
    .bind(new.scenario)
    .bind(new.version.to_string())
    .bind(new.release.to_string())
    .bind(mode)
    .bind(pace.code())
    .bind(now.0)
    .execute(&mut tx.conn)
    .await?;
    Ok(id)
}

/// Gives up an open play: it has no result and leaves no evidence. Again changes nothing.
///
/// # Errors
/// [`StoreError::NotFound`] when it is not the learner's own.
pub async fn abandon(tx: &mut Tx, learner: &Learner, id: &str, now: Moment) -> Result<(), StoreError> {
    let play = own_in(tx, learner, id).await?;
    if play.state == PlayState::Open {
        sqlx::query("UPDATE play SET state = 'abandoned', finished = $1 WHERE id = $2")
            .bind(now.0)
            .bind(id)
            .execute(&mut tx.conn)
            .await?;
    }
    Ok(())
}

async fn own_in(tx: &mut Tx, learner: &Learner, id: &str) -> Result<Play, StoreError> {
    let play = in_tx(tx, id).await?.filter(|play| play.person == learner.person);
    play.ok_or(StoreError::NotFound("play"))
}

/// Erases what a person typed in plays that ended; nobody is to rate what is not there any more.
pub(crate) async fn erase_texts(tx: &mut Tx, person: &str) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE play_event SET text = '', waiting = 0 WHERE text IS NOT NULL
         AND play IN (SELECT id FROM play WHERE person = $1 AND state <> 'open')",
    )
    .bind(person)
    .execute(&mut tx.conn)
    .await?;
    Ok(())
}
