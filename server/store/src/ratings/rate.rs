//! Rating what waits: the rating is kept, and where it was the last one wanted, result and evidence with it.

use super::dispute::{is_disputed, is_there};
use super::{Given, Judged, JudgedPlay, Panel, Rating, Source, find, number, wanted};
use crate::actors::Trainer;
use crate::attempts::{self, Attempt};
use crate::chance;
use crate::error::{StoreError, unique};
use crate::evidence::{self, NewEntry};
use crate::lines;
use crate::plays::{self, Mode, Play, PlayState};
use crate::writer::Tx;
use domain::evidence::Fact;
use domain::time::Moment;

/// Rates an essay. `judge` judges the attempt with all ratings there are and the accounts of those who may rate it;
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
    judge: impl FnOnce(&Attempt, &[Rating], &[String]) -> Judged + Send,
) -> Result<Attempt, StoreError> {
    let found = attempts::in_tx(tx, attempt)
        .await?
        .ok_or(StoreError::NotFound("attempt"))?;
    must_be_anothers(by, &found.person)?;
    let source = Source::Attempt(found.id.clone());
    let wanted = wanted::of_essay(tx, attempt, part).await?;
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
    let kept = Kept::first(part, before.len() + 1);
    keep(tx, by, &source, &kept, given, now).await?;
    let trainers = wanted::trainers(tx, &found.person).await?;
    let judged = judge(&found, &find::in_tx(tx, &source).await?, &trainers);
    for (part, wanted) in judged.wanted {
        wanted::want_essay(tx, attempt, part, wanted).await?;
    }
    let was = (found.outcome, found.score);
    let attempt = attempts::write(tx, found, judged.graded, now).await?;
    if was != (attempt.outcome, attempt.score) {
        let ended = attempt.submitted.unwrap_or(now);
        settle(
            tx,
            &by.account,
            &attempt.person,
            attempts::finished(&attempt),
            ended,
            now,
        )
        .await?;
    }
    Ok(attempt)
}

/// Rates a typed reply, as [`rate_essay`] does an essay.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such reply waiting in a play, or nothing left of it;
/// [`StoreError::AlreadyRated`] when it has all its ratings, or one by this rater; [`StoreError::OwnWork`].
pub async fn rate_reply(
    tx: &mut Tx,
    by: &Trainer,
    play: &str,
    reply: usize,
    given: &Given,
    now: Moment,
    judge: impl FnOnce(&Play, &[Rating], &Panel) -> Result<JudgedPlay, StoreError> + Send,
) -> Result<Play, StoreError> {
    let found = plays::in_tx(tx, play)
        .await?
        .filter(|play| play.mode == Mode::Assessed);
    let found = found.ok_or(StoreError::NotFound("play"))?;
    must_be_anothers(by, &found.person)?;
    if !found.replies().nth(reply).is_some_and(is_there) {
        return Err(StoreError::NotFound("reply"));
    }
    let source = Source::Play(found.id.clone());
    let wanted = wanted::of_reply(tx, play, reply).await?;
    let before = find::in_tx(tx, &source).await?;
    let before: Vec<_> = before.iter().filter(|rating| rating.part == reply).collect();
    let is_full = !before.is_empty() && before.len() >= wanted.unwrap_or(0);
    if is_full || before.iter().any(|rating| rating.rater == by.account) {
        return Err(StoreError::AlreadyRated);
    }
    if found.state != PlayState::Pending || wanted.is_none() {
        return Err(StoreError::NotFound("reply"));
    }
    let kept = Kept {
        anew: is_disputed(tx, play).await?,
        ..Kept::first(reply, before.len() + 1)
    };
    keep(tx, by, &source, &kept, given, now).await?;
    resettle(tx, &by.account, found, now, judge).await
}

/// Judges a play anew by the ratings there are now; where the result has changed, an entry of evidence says so.
pub(super) async fn resettle(
    tx: &mut Tx,
    account: &str,
    found: Play,
    now: Moment,
    judge: impl FnOnce(&Play, &[Rating], &Panel) -> Result<JudgedPlay, StoreError> + Send,
) -> Result<Play, StoreError> {
    let panel = wanted::panel(tx, &found).await?;
    let ratings = find::in_tx(tx, &Source::Play(found.id.clone())).await?;
    let judged = judge(&found, &ratings, &panel)?;
    wanted::want_replies(tx, &found.id, &judged.wanted).await?;
    let was = (found.outcome, found.score);
    let play = plays::write(tx, found, &judged.result).await?;
    if was != (play.outcome, play.score) {
        let ended = play.finished.unwrap_or(now);
        settle(tx, account, &play.person, plays::finished(&play), ended, now).await?;
    }
    Ok(play)
}

fn must_be_anothers(by: &Trainer, person: &str) -> Result<(), StoreError> {
    crate::actors::Attests::must_not_be(by, person)
}

/// The result as it is now replaces the one before; it took place when the learner ended the work.
async fn settle(
    tx: &mut Tx,
    account: &str,
    person: &str,
    fact: Fact,
    ended: Moment,
    now: Moment,
) -> Result<(), StoreError> {
    let entry = NewEntry::by(account, person, fact, ended);
    evidence::append(tx, entry, now).await?;
    Ok(())
}

/// Where a rating stands among the others of its work.
pub(super) struct Kept<'a> {
    /// The question's place, or the reply's number.
    pub(super) part: usize,
    /// The so-manieth rating of it, counted from 1.
    pub(super) turn: i64,
    /// Whether it was given after the result was disputed.
    pub(super) anew: bool,
    /// The rating whose place it takes, and why.
    pub(super) replaces: Option<(&'a str, &'a str)>,
}

impl Kept<'_> {
    fn first(part: usize, turn: usize) -> Self {
        Self {
            part,
            turn: number(turn),
            anew: false,
            replaces: None,
        }
    }
}

/// A violated key says that somebody was quicker.
pub(super) async fn keep(
    tx: &mut Tx,
    by: &Trainer,
    source: &Source,
    kept: &Kept<'_>,
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
    let (replaces, reason) = kept.replaces.unzip();
    sqlx::query(
        "INSERT INTO rating (id, attempt, play, part, turn, rater, points, critical, note, quote, moment, at, anew,
                             replaces, reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
    )
    .bind(chance::id(now)?)
    .bind(attempt)
    .bind(play)
    .bind(number(kept.part))
    .bind(kept.turn)
    .bind(by.account.as_str())
    .bind(lines::join(&points))
    .bind(i64::from(given.critical))
    .bind(given.note.trim())
    .bind(given.quote.trim())
    .bind(given.moment.map(i64::from))
    .bind(now.0)
    .bind(i64::from(kept.anew))
    .bind(replaces)
    .bind(reason.unwrap_or_default().trim())
    .execute(&mut tx.conn)
    .await
    .map_err(unique(StoreError::AlreadyRated))?;
    Ok(())
}
