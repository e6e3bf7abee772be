//! One sitting: signs of life, the silences between them, and plays that are given up.

use super::event::number;
use crate::actors::{Learner, Operator};
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::scenario::pace::SLOWEST;
use domain::scenario::sitting::{Interruption, PATIENCE, Shown};
use domain::time::Moment;
use sqlx::AnyExecutor;
use sqlx::any::AnyRow;

/// What a sign of life learns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The play goes on in this tab.
    Here,
    /// A later tab has it: this one is to read only.
    Elsewhere,
    /// It is over.
    Over,
}

/// The page that a sign or an answer comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Its id; ids rise in the order in which pages are made.
    pub id: String,
    /// The time at the shown node, where the page says that it could not reach the server meanwhile.
    pub lost: Option<Shown>,
}

/// How a play stands for whoever sends a sign or an answer.
pub(super) struct Sitting {
    id: String,
    is_open: bool,
    is_assessed: bool,
    heard: Option<Moment>,
    tab: Option<String>,
    /// In practice, the assessed play of the same scenario that goes on: what practice tells would be its answers.
    pub(super) examined: Option<String>,
    /// How many events there are.
    pub(super) events: usize,
    /// How many of them are replies.
    pub(super) replies: i64,
}

impl Sitting {
    /// One's own play, without its events; one round trip.
    pub(super) async fn of(tx: &mut Tx, learner: &Learner, play: &str) -> Result<Self, StoreError> {
        let row = sqlx::query(
            "SELECT p.state, p.mode, p.heard, p.tab,
                    (SELECT count(*) FROM play_event e WHERE e.play = p.id) AS events,
                    (SELECT count(*) FROM play_event e WHERE e.play = p.id AND e.kind = 'replied') AS replies,
                    (SELECT o.id FROM play o WHERE o.person = p.person AND o.scenario = p.scenario
                        AND o.mode = 'assessed' AND o.state = 'open' AND p.mode = 'practice') AS examined
             FROM play p WHERE p.id = $1 AND p.person = $2",
        )
        .bind(play)
        .bind(learner.person.as_str())
        .fetch_optional(&mut tx.conn)
        .await?;
        let row = row.ok_or(StoreError::NotFound("play"))?;
        Ok(Self {
            id: play.to_owned(),
            is_open: row.text("state")? == "open",
            is_assessed: row.text("mode")? == "assessed",
            heard: row.maybe_moment("heard")?,
            tab: row.maybe_text("tab")?,
            examined: row.maybe_text("examined")?,
            events: usize::try_from(row.int("events")?).unwrap_or(usize::MAX),
            replies: row.int("replies")?,
        })
    }

    pub(super) fn is_open(&self) -> bool {
        self.is_open
    }

    /// Whether a later tab has the play. Tabs have ids in the order in which their pages were made, so the later one takes
    /// over without asking, and no order of arrival can give the play back to the earlier one.
    pub(super) fn is_elsewhere(&self, tab: Option<&Tab>) -> bool {
        let has = self.tab.as_deref();
        self.is_assessed && has.zip(tab).is_some_and(|(has, tab)| *has > *tab.id)
    }

    /// Keeps that a sign came now, and the silence before it when that was long. An answer without a tab is one without
    /// scripts: it ends a silence, and none is measured from there on.
    pub(super) async fn heard(&self, tx: &mut Tx, tab: Option<&Tab>, now: Moment) -> Result<(), StoreError> {
        if !self.is_assessed || self.heard.is_none() && tab.is_none() {
            return Ok(());
        }
        let lost = tab.and_then(|tab| tab.lost);
        if let Some(silence) = Interruption::between(self.heard, now, self.events, lost) {
            sqlx::query(
                "INSERT INTO play_interruption (play, since, until, events) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (play, since) DO NOTHING",
            )
            .bind(self.id.as_str())
            .bind(silence.from.0)
            .bind(silence.until.0)
            .bind(number(silence.after))
            .execute(&mut tx.conn)
            .await?;
        }
        // Of two requests at once the one that came first may write last.
        let heard = tab.map(|_| self.heard.map_or(now, |heard| heard.max(now)));
        sqlx::query("UPDATE play SET heard = $1, tab = $2 WHERE id = $3")
            .bind(heard.map(|moment| moment.0))
            .bind(tab.map(|tab| tab.id.as_str()).or(self.tab.as_deref()))
            .bind(self.id.as_str())
            .execute(&mut tx.conn)
            .await?;
        Ok(())
    }
}

/// A sign of life of one's own play, from this page. Practice keeps none.
///
/// # Errors
/// [`StoreError::NotFound`] when it is not the learner's own.
pub async fn sign(
    tx: &mut Tx,
    learner: &Learner,
    play: &str,
    tab: &Tab,
    now: Moment,
) -> Result<Sign, StoreError> {
    let sitting = Sitting::of(tx, learner, play).await?;
    if !sitting.is_open {
        return Ok(Sign::Over);
    }
    if sitting.is_elsewhere(Some(tab)) {
        return Ok(Sign::Elsewhere);
    }
    sitting.heard(tx, Some(tab), now).await?;
    Ok(Sign::Here)
}

/// The silences of a play, in their order.
///
/// # Errors
/// When the database fails.
pub async fn interruptions(store: &Store, play: &str) -> Result<Vec<Interruption>, StoreError> {
    of(store.readers(), play).await
}

pub(super) async fn is_interrupted(tx: &mut Tx, play: &str) -> Result<bool, StoreError> {
    Ok(!of(&mut tx.conn, play).await?.is_empty())
}

async fn of<'c>(db: impl AnyExecutor<'c>, play: &str) -> Result<Vec<Interruption>, StoreError> {
    let sql = "SELECT since, until, events FROM play_interruption WHERE play = $1 ORDER BY since";
    let rows = sqlx::query(sql).bind(play).fetch_all(db).await?;
    rows.iter().map(interruption).collect()
}

pub(super) fn interruption(row: &AnyRow) -> Result<Interruption, StoreError> {
    Ok(Interruption {
        after: usize::try_from(row.int("events")?).unwrap_or(usize::MAX),
        from: row.moment("since")?,
        until: row.moment("until")?,
    })
}

/// What makes an open play one that nobody plays any more: $1 is now, $2 the patience for a factor of one thousandth in
/// microseconds, $3 the factor of whoever has no limits.
macro_rules! idle {
    () => {
        "state = 'open' AND mode = 'assessed'
         AND coalesce(heard, started) + $2 * (CASE WHEN pace = 0 THEN $3 ELSE pace END) < $1
         AND NOT EXISTS (SELECT 1 FROM play_event e WHERE e.play = play.id
             AND e.at + $2 * (CASE WHEN play.pace = 0 THEN $3 ELSE play.pace END) >= $1)"
    };
}

/// Seconds as microseconds, over the thousandths of a factor.
const PER_THOUSANDTH: i64 = PATIENCE * 1000;

/// Whether there are assessed plays that nobody has played for so long that they are given up.
///
/// # Errors
/// When the database fails.
pub async fn any_idle(store: &Store, now: Moment) -> Result<bool, StoreError> {
    let row = sqlx::query(concat!("SELECT 1 AS one FROM play WHERE ", idle!(), " LIMIT 1"))
        .bind(now.0)
        .bind(PER_THOUSANDTH)
        .bind(i64::from(SLOWEST))
        .fetch_optional(store.readers())
        .await?;
    Ok(row.is_some())
}

/// Gives up the assessed plays that nobody has played for [`PATIENCE`]: they have no result and leave no evidence. Returns
/// how many.
///
/// # Errors
/// When the database fails.
pub async fn give_up_idle(tx: &mut Tx, _by: &Operator, now: Moment) -> Result<u64, StoreError> {
    let given_up = sqlx::query(concat!(
        "UPDATE play SET state = 'abandoned', finished = $1 WHERE ",
        idle!()
    ))
    .bind(now.0)
    .bind(PER_THOUSANDTH)
    .bind(i64::from(SLOWEST))
    .execute(&mut tx.conn)
    .await?;
    Ok(given_up.rows_affected())
}
