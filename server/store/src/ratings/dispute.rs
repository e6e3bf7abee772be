//! Disputing a result: once, with words. Every rated reply gets one more rater, and the result waits for them.

use super::{Source, find, wanted};
use crate::actors::Learner;
use crate::approvals::must_say;
use crate::error::{StoreError, unique};
use crate::evidence::{self, NewEntry};
use crate::open::Store;
use crate::outcomes;
use crate::plays::{self, Mode, PlayResult, PlayState};
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::evidence::Outcome;
use domain::score::Milli;
use domain::time::Moment;
use std::collections::BTreeMap;

/// A dispute, with the result it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// The learner's words; empty when they were erased.
    pub words: String,
    /// When.
    pub at: Moment,
    /// The score that was disputed.
    pub score: Option<Milli>,
    /// The outcome that was disputed.
    pub outcome: Outcome,
}

/// Disputes the final result of one's own assessed play. Returns whether anybody is there who could look at it anew; when
/// not, it waits all the same.
///
/// # Errors
/// [`StoreError::NotFound`] when it is not one's own, not final, or nobody rated anything in it;
/// [`StoreError::AlreadyDisputed`]; [`StoreError::NoReason`].
pub async fn dispute(
    tx: &mut Tx,
    learner: &Learner,
    play: &str,
    words: &str,
    now: Moment,
) -> Result<bool, StoreError> {
    must_say(words)?;
    let found = plays::in_tx(tx, play).await?;
    let found = found.filter(|play| play.person == learner.person && play.mode == Mode::Assessed);
    let found = found.ok_or(StoreError::NotFound("play"))?;
    if of(&mut tx.conn, play).await?.is_some() {
        return Err(StoreError::AlreadyDisputed);
    }
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for rating in find::in_tx(tx, &Source::Play(found.id.clone())).await? {
        *counts.entry(rating.part).or_default() += 1;
    }
    let outcome = found.outcome.filter(|_| found.state == PlayState::Final);
    let outcome = outcome
        .filter(|_| !counts.is_empty())
        .ok_or(StoreError::NotFound("result"))?;
    sqlx::query("INSERT INTO dispute (play, text, at, score, outcome) VALUES ($1, $2, $3, $4, $5)")
        .bind(play)
        .bind(words.trim())
        .bind(now.0)
        .bind(found.score.map(|score| score.0))
        .bind(outcomes::word(outcome))
        .execute(&mut tx.conn)
        .await
        .map_err(unique(StoreError::AlreadyDisputed))?;
    let wanted: Vec<_> = counts.iter().map(|(reply, count)| (*reply, count + 1)).collect();
    wanted::want_replies(tx, play, &wanted).await?;
    let waits = PlayResult {
        score: None,
        outcome: Outcome::Pending,
        waiting: counts.keys().copied().collect(),
        digest: None,
    };
    let ended = found.finished.unwrap_or(now);
    let play = plays::write(tx, found, &waits).await?;
    let entry = NewEntry::by(&learner.account, &play.person, plays::finished(&play), ended);
    evidence::append(tx, entry, now).await?;
    Ok(!wanted::is_stuck(tx, &play).await?)
}

/// The dispute of a play, for its player and for those who rate it.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn of_dispute(store: &Store, play: &str) -> Result<Option<Dispute>, StoreError> {
    of(store.readers(), play).await
}

async fn of<'c>(db: impl sqlx::AnyExecutor<'c>, play: &str) -> Result<Option<Dispute>, StoreError> {
    let row = sqlx::query("SELECT text, at, score, outcome FROM dispute WHERE play = $1")
        .bind(play)
        .fetch_optional(db)
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    Ok(Some(Dispute {
        words: row.text("text")?,
        at: row.moment("at")?,
        score: row.maybe_int("score")?.map(Milli),
        outcome: outcomes::read(&row, "dispute")?
            .ok_or_else(|| StoreError::inconsistent("dispute", play.to_owned(), "outcome"))?,
    }))
}

/// Whether a play's result is disputed.
pub(super) async fn is_disputed(tx: &mut Tx, play: &str) -> Result<bool, StoreError> {
    Ok(of(&mut tx.conn, play).await?.is_some())
}
