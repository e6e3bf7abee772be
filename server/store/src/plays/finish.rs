//! Ending a play: result and evidence in one transaction.

use super::event::number;
use super::{Mode, Play, PlayState, Verdict, own_in, sitting};
use crate::actors::Learner;
use crate::error::StoreError;
use crate::evidence::{self, NewEntry};
use crate::outcomes;
use crate::writer::Tx;
use domain::evidence::{Fact, Outcome};
use domain::hash::Hash;
use domain::score::Milli;
use domain::time::Moment;

/// What the rules say about a play that ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlayResult {
    /// The score; none while pending.
    pub score: Option<Milli>,
    /// How it ended; pending while replies wait.
    pub outcome: Outcome,
    /// The replies that wait for a rater, counted from 0.
    pub waiting: Vec<usize>,
    /// The digest of the state it ended in; none when that is not known anew.
    pub digest: Option<Hash>,
}

/// A play that ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// With its result.
    pub play: Play,
    /// Whether it had ended before; then nothing was written.
    pub again: bool,
}

/// Ends one's own play, in the same write as its last event. An assessed one leaves evidence; practice does
/// not and waits for nobody. A second time gives the same result.
///
/// # Errors
/// [`StoreError::NotFound`] when it is not the learner's own.
pub async fn finish(
    tx: &mut Tx,
    learner: &Learner,
    id: &str,
    now: Moment,
    judge: impl FnOnce(&Play) -> PlayResult + Send,
) -> Result<Finished, StoreError> {
    let mut play = own_in(tx, learner, id).await?;
    if play.state != PlayState::Open {
        return Ok(Finished { play, again: true });
    }
    let result = judge(&play);
    play.finished = Some(now);
    if play.mode == Mode::Assessed && sitting::is_interrupted(tx, id).await? {
        play.verdict = Some(Verdict::Waiting);
    }
    for reply in result.waiting.iter().filter(|_| play.mode == Mode::Assessed) {
        sqlx::query("UPDATE play_event SET waiting = 1 WHERE play = $1 AND reply = $2")
            .bind(id)
            .bind(number(*reply))
            .execute(&mut tx.conn)
            .await?;
    }
    let play = write(tx, play, &result).await?;
    if play.mode == Mode::Assessed {
        let entry = NewEntry::by(&learner.account, &play.person, finished(&play), now);
        evidence::append(tx, entry, now).await?;
    }
    Ok(Finished { play, again: false })
}

/// What a play's entry says; a later one with the same play replaces it.
pub(crate) fn finished(play: &Play) -> Fact {
    Fact::ScenarioFinished {
        scenario: play.scenario.clone(),
        version: play.version,
        play: play.id.clone(),
        score: play.score,
        outcome: play.outcome.unwrap_or(Outcome::Pending),
    }
}

/// Writes the result of a play whose end is set; it is pending as long as a trainer has to decide about a lost connection.
pub(crate) async fn write(tx: &mut Tx, mut play: Play, result: &PlayResult) -> Result<Play, StoreError> {
    // Nobody rates practice, so there it stays at what is known.
    let outcome = match play.verdict {
        Some(Verdict::Waiting) => Outcome::Pending,
        _ => result.outcome,
    };
    let waits = outcome == Outcome::Pending && play.mode == Mode::Assessed;
    play.state = if waits {
        PlayState::Pending
    } else {
        PlayState::Final
    };
    play.score = result.score.filter(|_| !waits);
    play.outcome = Some(outcome);
    // What a play ended in is recorded once, whatever raters say later.
    play.digest = play.digest.or(result.digest);
    sqlx::query(
        "UPDATE play SET state = $1, finished = $2, score = $3, outcome = $4, digest = $5, verdict = $6 WHERE id = $7",
    )
    .bind(if waits { "pending" } else { "final" })
    .bind(play.finished.map(|moment| moment.0))
    .bind(play.score.map(|score| score.0))
    .bind(outcomes::word(outcome))
    .bind(play.digest.map(|digest| digest.to_string()))
    .bind(play.verdict.map(Verdict::word))
    .bind(play.id.as_str())
    .execute(&mut tx.conn)
    .await?;
    Ok(play)
}
