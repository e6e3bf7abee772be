//! A play in which the connection was lost: a trainer decides whether its result counts.

use super::find::in_tx;
use super::finish::{finished, write};
use super::{Play, PlayState};
use crate::actors::{Attests as _, Trainer};
use crate::approvals::must_say;
use crate::error::StoreError;
use crate::evidence::{self, NewEntry};
use crate::ratings::{self, JudgedPlay, Panel, Rating};
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::evidence::{Fact, Outcome};
use domain::time::Moment;

/// What became of a play in which the connection was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It ended, and a trainer must decide.
    Waiting,
    /// It counts as it stands.
    Upheld,
    /// It does not count, and is played again.
    Void,
}

impl Verdict {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Upheld => "upheld",
            Self::Void => "void",
        }
    }

    pub(super) fn of(word: &str) -> Option<Self> {
        let all = [Self::Waiting, Self::Upheld, Self::Void];
        all.into_iter().find(|verdict| verdict.word() == word)
    }
}

/// Decides about a play in which the connection was lost, with a reason, and writes what follows in the same transaction.
/// One that counts gets its result from `judge`, unless a reply still waits for a rater; one that does not has its entries
/// voided. Returns the play as it is now.
///
/// # Errors
/// [`StoreError::NotFound`] when no such play waits; [`StoreError::AlreadyRated`] when somebody was quicker;
/// [`StoreError::OwnWork`]; [`StoreError::NoReason`].
pub async fn decide(
    tx: &mut Tx,
    by: &Trainer,
    id: &str,
    counts: bool,
    reason: &str,
    now: Moment,
    judge: impl FnOnce(&Play, &[Rating], &Panel) -> Result<JudgedPlay, StoreError> + Send,
) -> Result<Play, StoreError> {
    must_say(reason)?;
    let mut play = in_tx(tx, id).await?.ok_or(StoreError::NotFound("play"))?;
    by.must_not_be(&play.person)?;
    match play.verdict {
        Some(Verdict::Waiting) => {}
        Some(_) => return Err(StoreError::AlreadyRated),
        None => return Err(StoreError::NotFound("play")),
    }
    if !counts {
        return void(tx, by, play, reason, now).await;
    }
    let fact = Fact::PlayUpheld {
        scenario: play.scenario.clone(),
        play: play.id.clone(),
    };
    let entry = NewEntry::by(&by.account, &play.person, fact, now).saying(reason);
    evidence::append(tx, entry, now).await?;
    play.verdict = Some(Verdict::Upheld);
    let given = ratings::of_play_in(tx, id).await?;
    let panel = ratings::panel(tx, &play).await?;
    let judged = judge(&play, &given, &panel)?;
    ratings::want_replies(tx, id, &judged.wanted).await?;
    let play = write(tx, play, &judged.result).await?;
    if play.outcome != Some(Outcome::Pending) {
        let happened = play.finished.unwrap_or(now);
        let entry = NewEntry::by(&by.account, &play.person, finished(&play), happened);
        evidence::append(tx, entry, now).await?;
    }
    Ok(play)
}

async fn void(
    tx: &mut Tx,
    by: &Trainer,
    mut play: Play,
    reason: &str,
    now: Moment,
) -> Result<Play, StoreError> {
    let sql = "SELECT id FROM evidence WHERE person = $1 AND source = $2 AND kind = 'scenario-finished' ORDER BY seq";
    let rows = sqlx::query(sql)
        .bind(play.person.as_str())
        .bind(play.id.as_str())
        .fetch_all(&mut tx.conn)
        .await?;
    for row in &rows {
        let fact = Fact::Voided {
            entry: row.text("id")?,
        };
        let entry = NewEntry::by(&by.account, &play.person, fact, now).saying(reason);
        evidence::append(tx, entry, now).await?;
    }
    // Nobody is to rate what does not count.
    sqlx::query("UPDATE play_event SET waiting = 0 WHERE play = $1 AND waiting = 1")
        .bind(play.id.as_str())
        .execute(&mut tx.conn)
        .await?;
    sqlx::query(
        "UPDATE play SET state = 'abandoned', verdict = 'void', score = NULL, outcome = NULL WHERE id = $1",
    )
    .bind(play.id.as_str())
    .execute(&mut tx.conn)
    .await?;
    play.state = PlayState::Void;
    play.verdict = Some(Verdict::Void);
    (play.score, play.outcome) = (None, None);
    Ok(play)
}
