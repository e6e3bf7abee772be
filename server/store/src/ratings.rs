//! Ratings of essays and typed replies: what waits, and what was said.

mod essays;
mod find;
mod stuck;
#[cfg(test)]
mod tests;

pub use find::{Waiting, of_attempt, of_play, queue};
pub use stuck::{Stuck, stuck};

use crate::actors::Trainer;
use crate::attempts::{self, Attempt, Graded};
use crate::chance;
use crate::error::{StoreError, unique};
use crate::evidence::{self, NewEntry};
use crate::lines;
use crate::plays::{self, Mode, Play, PlayResult, PlayState};
use crate::writer::Tx;
use domain::evidence::{Fact, Outcome};
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
}

/// A rating as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// The question's place in the attempt, or the reply's number in the play, from 0.
    pub part: usize,
    /// The account of who rated.
    pub rater: String,
    /// The rater's name, or the sign-in name when there is none.
    pub name: String,
    /// What was said.
    pub given: Given,
    /// When.
    pub at: Moment,
}

/// What the rules say about an attempt whose essays are being rated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Marks and result; pending while an essay waits for one more rater.
    pub graded: Graded,
    /// Essays that wait: their places in the attempt, and how many ratings each is to have in all.
    pub wanted: Vec<(usize, usize)>,
}

/// Rates an essay. `judge` judges the attempt with all ratings there are and the number of people who could rate it;
/// when nothing waits any more, the result and its evidence are written in the same transaction.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such essay waiting in an attempt; [`StoreError::AlreadyRated`] when it has
/// all its ratings, or one by this rater; [`StoreError::OwnWork`].
pub async fn rate_essay(
    tx: &mut Tx,
    by: &Trainer,
    attempt: &str,
    part: usize,
    given: &Given,
    now: Moment,
    judge: impl FnOnce(&Attempt, &[Rating], usize) -> Judged + Send,
) -> Result<Attempt, StoreError> {
    let found = attempts::in_tx(tx, attempt)
        .await?
        .ok_or(StoreError::NotFound("attempt"))?;
    must_be_anothers(by, &found.person)?;
    let source = Source::Attempt(found.id.clone());
    let wanted = essays::wanted(tx, attempt, part).await?;
    let before = find::in_tx(tx, &source).await?;
    let before: Vec<_> = before.iter().filter(|rating| rating.part == part).collect();
    if before.iter().any(|rating| rating.rater == by.account) || !before.is_empty() && before.len() >= wanted
    {
        return Err(StoreError::AlreadyRated);
    }
    let waits = found
        .questions
        .get(part)
        .is_some_and(|asked| asked.mark.is_none());
    if found.state != attempts::State::Pending || !waits {
        return Err(StoreError::NotFound("essay"));
    }
    keep(tx, by, &source, (part, before.len() + 1), given, now).await?;
    let raters = essays::raters(tx, &found.person).await?;
    let judged = judge(&found, &find::in_tx(tx, &source).await?, raters);
    for (part, wanted) in judged.wanted {
        essays::want(tx, attempt, part, wanted).await?;
    }
    let attempt = attempts::write(tx, found, judged.graded, now).await?;
    settle(
        tx,
        by,
        &attempt.person,
        attempts::finished(&attempt),
        attempt.outcome,
        attempt.submitted,
        now,
    )
    .await?;
    Ok(attempt)
}

/// Rates a typed reply, as [`rate_essay`] does an essay.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such reply waiting in a play; [`StoreError::AlreadyRated`];
/// [`StoreError::OwnWork`].
pub async fn rate_reply(
    tx: &mut Tx,
    by: &Trainer,
    play: &str,
    reply: usize,
    given: &Given,
    now: Moment,
    judge: impl FnOnce(&Play, &[Rating]) -> PlayResult + Send,
) -> Result<Play, StoreError> {
    let found = plays::in_tx(tx, play)
        .await?
        .filter(|play| play.mode == Mode::Assessed);
    let found = found.ok_or(StoreError::NotFound("play"))?;
    must_be_anothers(by, &found.person)?;
    let source = Source::Play(found.id.clone());
    keep(tx, by, &source, (reply, 1), given, now).await?;
    let done =
        sqlx::query("UPDATE play_event SET waiting = 0 WHERE play = $1 AND reply = $2 AND waiting = 1")
            .bind(play)
            .bind(number(reply))
            .execute(&mut tx.conn)
            .await?;
    if found.state != PlayState::Pending || done.rows_affected() == 0 {
        return Err(StoreError::NotFound("reply"));
    }
    let result = judge(&found, &find::in_tx(tx, &source).await?);
    let play = plays::write(tx, found, &result).await?;
    settle(
        tx,
        by,
        &play.person,
        plays::finished(&play),
        play.outcome,
        play.finished,
        now,
    )
    .await?;
    Ok(play)
}

fn must_be_anothers(by: &Trainer, person: &str) -> Result<(), StoreError> {
    crate::actors::Attests::must_not_be(by, person)
}

/// The result that is final now replaces the pending one; it took place when the learner handed it in.
async fn settle(
    tx: &mut Tx,
    by: &Trainer,
    person: &str,
    fact: Fact,
    outcome: Option<Outcome>,
    happened: Option<Moment>,
    now: Moment,
) -> Result<(), StoreError> {
    if outcome != Some(Outcome::Pending) {
        let entry = NewEntry::by(&by.account, person, fact, happened.unwrap_or(now));
        evidence::append(tx, entry, now).await?;
    }
    Ok(())
}

/// A violated key says that somebody was quicker.
async fn keep(
    tx: &mut Tx,
    by: &Trainer,
    source: &Source,
    (part, turn): (usize, usize),
    given: &Given,
    now: Moment,
) -> Result<(), StoreError> {
    let (attempt, play) = match source {
        Source::Attempt(id) => (Some(id.as_str()), None),
        Source::Play(id) => (None, Some(id.as_str())),
    };
    let points: Vec<_> = given
        .points
        .iter()
        .map(|(criterion, points)| format!("{points} {criterion}"))
        .collect();
    sqlx::query(
        "INSERT INTO rating (id, attempt, play, part, turn, rater, points, critical, note, quote, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(chance::id(now)?)
    .bind(attempt)
    .bind(play)
    .bind(number(part))
    .bind(number(turn))
    .bind(by.account.as_str())
    .bind(lines::join(&points))
    .bind(i64::from(given.critical))
    .bind(given.note.trim())
    .bind(given.quote.trim())
    .bind(now.0)
    .execute(&mut tx.conn)
    .await
    .map_err(unique(StoreError::AlreadyRated))?;
    Ok(())
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Erases what raters wrote about a person's work; the points stay.
pub(crate) async fn erase_texts(tx: &mut Tx, person: &str) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE rating SET note = '', quote = '' WHERE attempt IN (SELECT id FROM attempt WHERE person = $1)
         OR play IN (SELECT id FROM play WHERE person = $1)",
    )
    .bind(person)
    .execute(&mut tx.conn)
    .await?;
    Ok(())
}
