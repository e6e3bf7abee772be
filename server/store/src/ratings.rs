//! Ratings of essays and typed replies: what waits, and what was said.

mod amend;
mod confirmed;
mod dispute;
mod find;
mod own;
mod queue;
mod rate;
mod sql;
mod stuck;
#[cfg(test)]
pub(crate) mod tests;
mod wanted;

pub use amend::amend_reply;
pub use confirmed::confirmed;
pub use dispute::{Anew, Dispute, anew, dispute, is_there, of_dispute, withdraw_dispute};
pub(crate) use find::of_play_in;
pub use find::{of_attempt, of_play};
pub use own::{Listed, Own, Version, own, versions};
pub use queue::{Queue, Waiting, queue};
pub use rate::{rate_essay, rate_reply};
pub(crate) use sql::is_trainer;
pub use stuck::{Stuck, stuck};
pub(crate) use wanted::{panel, want_replies};

use crate::attempts::Graded;
use crate::error::StoreError;
use crate::plays::PlayResult;
use crate::writer::Tx;
use domain::time::Moment;

/// What is rated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// An essay of this attempt.
    Attempt(String),
    /// A typed reply of this play.
    Play(String),
}

impl Source {
    /// The attempt or play.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Attempt(id) | Self::Play(id) => id,
        }
    }
}

/// What a rater says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Points by criterion: the scenario's id of it, or the essay's number of it from 0.
    pub points: Vec<(String, u32)>,
    /// Whether what is banned was really said: a critical customer error.
    pub critical: bool,
    /// For the learner, in words.
    pub note: String,
    /// The words of the essay this is about; empty when it points at none.
    pub quote: String,
    /// The second of the recording this is about, when the answer was spoken.
    pub moment: Option<u32>,
}

/// A rating as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// UUIDv7 as text.
    pub id: String,
    /// The question's place in the attempt, or the reply's number in the play, from 0.
    pub part: usize,
    /// The account of who rated.
    pub rater: String,
    /// What was said.
    pub given: Given,
    /// When.
    pub at: Moment,
    /// Whether it was given after the result was disputed.
    pub anew: bool,
}

/// Who may rate a play, and whether somebody must once more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// The accounts of those who may, whether or not they have.
    pub trainers: Vec<String>,
    /// Whether the learner disputed its result.
    pub disputed: bool,
}

/// What the rules say about an attempt whose essays are being rated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Marks and result; pending while an essay waits for one more rater.
    pub graded: Graded,
    /// Essays that wait: their places in the attempt, and how many ratings each is to have in all.
    pub wanted: Vec<(usize, usize)>,
}

/// What the rules say about a play whose replies are being rated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgedPlay {
    /// The result; pending while a reply waits for one more rater.
    pub result: PlayResult,
    /// Replies that wait: their numbers in the play, and how many ratings each is to have in all.
    pub wanted: Vec<(usize, usize)>,
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Erases what raters wrote about a person's work, and what the person said against it; the points stay.
pub(crate) async fn erase_texts(tx: &mut Tx, person: &str) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE rating SET note = '', quote = '', reason = '' WHERE attempt IN (SELECT id FROM attempt WHERE person = $1)
         OR play IN (SELECT id FROM play WHERE person = $1)",
    )
    .bind(person)
    .execute(&mut tx.conn)
    .await?;
    sqlx::query("UPDATE dispute SET text = '' WHERE play IN (SELECT id FROM play WHERE person = $1)")
        .bind(person)
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}
