//! Disputing a result: once, with words. Every rated reply that is still there gets one more rater, and the result waits for
//! them; as long as nobody has looked, the dispute can be withdrawn.

use super::rate::resettle;
use super::sql::{is_there, may_rate};
use super::{JudgedPlay, Panel, Rating, Source, find, wanted};
use crate::actors::Learner;
use crate::approvals::must_say;
use crate::error::{StoreError, unique};
use crate::evidence::{self, NewEntry};
use crate::open::Store;
use crate::outcomes;
use crate::plays::{self, Did, Mode, Play, PlayResult, PlayState};
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
    /// When it was withdrawn.
    pub withdrawn: Option<Moment>,
    /// Whether somebody has looked at a reply anew.
    pub looked_at: bool,
}

/// Who could look at the rated replies of a play anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anew {
    /// For each of them there is a trainer who has not rated it.
    Somebody,
    /// For one of them at least there is nobody.
    Nobody,
    /// There is nothing to look at: all were erased or deleted, or none was rated.
    Nothing,
}

/// Disputes the final result of one's own assessed play. Returns whether anybody is there who could look at it anew; when
/// not, it waits all the same.
///
/// # Errors
/// [`StoreError::NotFound`] when it is not one's own, not final, or nobody rated anything in it;
/// [`StoreError::NothingLeft`] when what was rated is not there any more; [`StoreError::AlreadyDisputed`];
/// [`StoreError::NoReason`].
pub async fn dispute(
    tx: &mut Tx,
    learner: &Learner,
    play: &str,
    words: &str,
    now: Moment,
) -> Result<bool, StoreError> {
    must_say(words)?;
    let found = own(tx, learner, play).await?;
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
    let there: Vec<bool> = found.replies().map(is_there).collect();
    counts.retain(|reply, _| there.get(*reply) == Some(&true));
    if counts.is_empty() {
        return Err(StoreError::NothingLeft);
    }
    let anew = anew_in(&mut tx.conn, play).await?;
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
    Ok(anew == Anew::Somebody)
}

/// Withdraws one's own dispute that nobody has looked at yet: the ratings there are count as they did before it, whoever could
/// rate by now, and an entry of evidence says so; only one that was amended since may call for another. It stays the one
/// dispute of this play. Again changes nothing.
///
/// # Errors
/// [`StoreError::NotFound`] when it is not one's own, or not disputed; [`StoreError::AlreadyRated`] when somebody has looked.
pub async fn withdraw_dispute(
    tx: &mut Tx,
    learner: &Learner,
    play: &str,
    now: Moment,
    judge: impl FnOnce(&Play, &[Rating], &Panel) -> Result<JudgedPlay, StoreError> + Send,
) -> Result<Play, StoreError> {
    let found = own(tx, learner, play).await?;
    let dispute = of(&mut tx.conn, play).await?;
    let dispute = dispute.ok_or(StoreError::NotFound("dispute"))?;
    if dispute.withdrawn.is_some() {
        return Ok(found);
    }
    if dispute.looked_at || found.state != PlayState::Pending {
        return Err(StoreError::AlreadyRated);
    }
    sqlx::query("UPDATE dispute SET withdrawn = $1 WHERE play = $2")
        .bind(now.0)
        .bind(play)
        .execute(&mut tx.conn)
        .await?;
    let ratings = find::in_tx(tx, &Source::Play(found.id.clone())).await?;
    let is_amended = ratings.iter().any(|rating| rating.at > dispute.at);
    let judge = |play: &Play, ratings: &[Rating], panel: &Panel| {
        let as_then = Panel {
            trainers: Vec::new(),
            ..*panel
        };
        judge(play, ratings, if is_amended { panel } else { &as_then })
    };
    resettle(tx, &learner.account, found, now, judge).await
}

async fn own(tx: &mut Tx, learner: &Learner, play: &str) -> Result<Play, StoreError> {
    let found = plays::in_tx(tx, play).await?;
    let found = found.filter(|play| play.person == learner.person && play.mode == Mode::Assessed);
    found.ok_or(StoreError::NotFound("play"))
}

/// Whether there is something to rate in a reply: its text was not erased, or its recording not deleted.
#[must_use]
pub fn is_there(did: &Did) -> bool {
    match did {
        Did::Replied(text) => !text.is_empty(),
        Did::Spoke(spoken) => spoken.kept,
        _ => false,
    }
}

/// Who could look at the rated replies of a play anew now.
///
/// # Errors
/// When the database fails.
pub async fn anew(store: &Store, play: &str) -> Result<Anew, StoreError> {
    anew_in(store.readers(), play).await
}

async fn anew_in<'c>(db: impl sqlx::AnyExecutor<'c>, play: &str) -> Result<Anew, StoreError> {
    let row = sqlx::query(concat!(
        "SELECT count(*) AS there, CAST(coalesce(sum(w.able), 0) AS BIGINT) AS able FROM (
             SELECT CASE WHEN EXISTS (
                 SELECT 1 FROM account t WHERE t.person <> y.person AND ",
        may_rate!(),
        "    AND NOT EXISTS (
                 SELECT 1 FROM rating r WHERE r.play = e.play AND r.part = e.reply AND r.rater = t.id)) THEN 1 ELSE 0 END AS able
             FROM play y JOIN play_event e ON e.play = y.id
             WHERE y.id = $1 AND EXISTS (SELECT 1 FROM rating r WHERE r.play = e.play AND r.part = e.reply) AND ",
        is_there!(),
        ") w"
    ))
    .bind(play)
    .fetch_one(db)
    .await?;
    Ok(match (row.int("there")?, row.int("able")?) {
        (0, _) => Anew::Nothing,
        (there, able) if there == able => Anew::Somebody,
        _ => Anew::Nobody,
    })
}

/// The dispute of a play, for its player and for those who rate it.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn of_dispute(store: &Store, play: &str) -> Result<Option<Dispute>, StoreError> {
    of(store.readers(), play).await
}

async fn of<'c>(db: impl sqlx::AnyExecutor<'c>, play: &str) -> Result<Option<Dispute>, StoreError> {
    let row = sqlx::query(
        "SELECT d.text, d.at, d.score, d.outcome, d.withdrawn,
                (SELECT count(*) FROM rating r WHERE r.play = d.play AND r.anew = 1) AS looks
         FROM dispute d WHERE d.play = $1",
    )
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
        withdrawn: row.maybe_moment("withdrawn")?,
        looked_at: row.int("looks")? > 0,
    }))
}

/// Whether a play's result is disputed.
pub(super) async fn is_disputed(tx: &mut Tx, play: &str) -> Result<bool, StoreError> {
    let dispute = of(&mut tx.conn, play).await?;
    Ok(dispute.is_some_and(|dispute| dispute.withdrawn.is_none()))
}
