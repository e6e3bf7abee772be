//! The events of a play, each kept once.

use super::sitting::{Sitting, Tab};
use crate::actors::Learner;
use crate::error::StoreError;
use crate::recordings::{self, Spoken};
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::time::Moment;
use sqlx::any::AnyRow;

/// Something that happened in a play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlayEvent {
    /// The id of the node it happened at.
    pub node: String,
    /// What was done there.
    pub did: Did,
    /// When the server heard of it.
    pub at: Moment,
}

/// What was done at a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Did {
    /// Took this choice, counted from 0 as written, hidden ones included.
    Chose(usize),
    /// Typed a reply; empty when it was erased.
    Replied(String),
    /// Spoke a reply.
    Spoke(Spoken),
    /// Took the one way on.
    Went,
    /// Let the time run out. What was said too late is kept, and counts as silence.
    TimedOut(Option<Late>),
    /// Took the last answer back, in practice.
    TookBack,
    /// Stopped the time, in practice.
    Paused,
    /// Let the time run on, in practice.
    Resumed,
}

/// What was said after the time had run out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Late {
    /// This choice, counted as in [`Did::Chose`].
    Chose(usize),
    /// A typed reply; empty when it was erased.
    Replied(String),
    /// A spoken reply.
    Spoke(Spoken),
}

impl Did {
    /// Whether a form sent again says the same; a recording may have been deleted meanwhile. That the time is up is the
    /// same, whether or not an answer came with it.
    fn is_again(&self, known: &Self) -> bool {
        let is_time_out = |did: &Self| matches!(did, Self::TimedOut(_));
        match (self.recording(), known.recording()) {
            (Some(said), Some(known)) => said.id == known.id,
            _ => self == known || *self == Self::TimedOut(None) && is_time_out(known),
        }
    }

    fn recording(&self) -> Option<&Spoken> {
        match self {
            Self::Spoke(spoken) | Self::TimedOut(Some(Late::Spoke(spoken))) => Some(spoken),
            _ => None,
        }
    }
}

/// What became of an event that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appended {
    /// It is kept.
    Kept,
    /// It was kept before: the form was sent twice. Nothing was written.
    Again,
}

/// Keeps the event number `seq`, counted from 1, of one's own play. It comes from the page `tab`, or from one without
/// scripts.
///
/// # Errors
/// [`StoreError::NotFound`] when it is not the learner's own, or no recording of this step; [`StoreError::PlayOver`];
/// [`StoreError::PlayMoved`] when another tab went on meanwhile; [`StoreError::PlayElsewhere`] when a later one has the play;
/// [`StoreError::AssessedOpen`] in practice while an assessed play of the same scenario goes on.
pub async fn append(
    tx: &mut Tx,
    learner: &Learner,
    play: &str,
    seq: usize,
    event: &PlayEvent,
    tab: Option<&Tab>,
) -> Result<Appended, StoreError> {
    // Without its events: they were read before, and the step's number says whether more came since.
    let sitting = Sitting::of(tx, learner, play).await?;
    let count = sitting.events;
    if (1..=count).contains(&seq) {
        return again(tx, play, seq, event).await;
    }
    if !sitting.is_open() {
        return Err(StoreError::PlayOver);
    }
    if seq != count.saturating_add(1) {
        return Err(StoreError::PlayMoved);
    }
    if let Some(play) = &sitting.examined {
        return Err(StoreError::AssessedOpen { play: play.clone() });
    }
    if sitting.is_elsewhere(tab) {
        return Err(StoreError::PlayElsewhere);
    }
    sitting.heard(tx, tab, event.at).await?;
    let replies = sitting.replies;
    let recording = event.did.recording().map(|spoken| spoken.id.as_str());
    if let Some(id) = recording {
        recordings::must_be_for(tx, play, seq, id).await?;
    }
    let (kind, choice, text, reply) = match &event.did {
        Did::Chose(choice) => ("chose", Some(*choice), None, None),
        Did::Replied(text) => ("replied", None, Some(text.as_str()), Some(replies)),
        Did::Spoke(_) => ("replied", None, Some(""), Some(replies)),
        Did::Went => ("went", None, None, None),
        Did::TimedOut(None) => ("timed-out", None, None, None),
        Did::TimedOut(Some(Late::Chose(choice))) => ("timed-out", Some(*choice), None, None),
        Did::TimedOut(Some(Late::Replied(text))) => ("timed-out", None, Some(text.as_str()), None),
        Did::TimedOut(Some(Late::Spoke(_))) => ("timed-out", None, Some(""), None),
        Did::TookBack => ("took-back", None, None, None),
        Did::Paused => ("paused", None, None, None),
        Did::Resumed => ("resumed", None, None, None),
    };
    sqlx::query(
        "INSERT INTO play_event (play, seq, node, kind, choice, text, at, reply, recording)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(play)
    .bind(number(seq))
    .bind(event.node.as_str())
    .bind(kind)
    .bind(choice.map(number))
    .bind(text)
    .bind(event.at.0)
    .bind(reply)
    .bind(recording)
    .execute(&mut tx.conn)
    .await?;
    Ok(Appended::Kept)
}

/// Whether the event that is kept under this number is the one that was sent.
async fn again(tx: &mut Tx, play: &str, seq: usize, sent: &PlayEvent) -> Result<Appended, StoreError> {
    let sql = "SELECT e.node, e.kind, e.choice, e.text, e.at, e.recording, r.millis, r.deleted
         FROM play_event e LEFT JOIN recording r ON r.id = e.recording WHERE e.play = $1 AND e.seq = $2";
    let row = sqlx::query(sql)
        .bind(play)
        .bind(number(seq))
        .fetch_one(&mut tx.conn)
        .await?;
    let known = event(&row)?;
    if known.node == sent.node && sent.did.is_again(&known.did) {
        Ok(Appended::Again)
    } else {
        Err(StoreError::PlayMoved)
    }
}

pub(super) fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

pub(super) fn event(row: &AnyRow) -> Result<PlayEvent, StoreError> {
    let wrong = |column| StoreError::inconsistent("play_event", row.text("node").unwrap_or_default(), column);
    let choice = row
        .maybe_int("choice")?
        .and_then(|choice| usize::try_from(choice).ok());
    let did = match row.text("kind")?.as_str() {
        "chose" => Did::Chose(choice.ok_or_else(|| wrong("choice"))?),
        "replied" => match recordings::spoken(row)? {
            Some(spoken) => Did::Spoke(spoken),
            None => Did::Replied(row.maybe_text("text")?.unwrap_or_default()),
        },
        "went" => Did::Went,
        "timed-out" => Did::TimedOut(match (choice, recordings::spoken(row)?) {
            (Some(choice), _) => Some(Late::Chose(choice)),
            (None, Some(spoken)) => Some(Late::Spoke(spoken)),
            (None, None) => row.maybe_text("text")?.map(Late::Replied),
        }),
        "took-back" => Did::TookBack,
        "paused" => Did::Paused,
        "resumed" => Did::Resumed,
        _ => return Err(wrong("kind")),
    };
    Ok(PlayEvent {
        node: row.text("node")?,
        did,
        at: row.moment("at")?,
    })
}
