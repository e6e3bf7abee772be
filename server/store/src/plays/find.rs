//! Reading plays.

use super::event::event;
use super::{Mode, Play, PlayState, Verdict};
use crate::actors::{Attests, Learner, ReadsReports};
use crate::error::StoreError;
use crate::open::Store;
use crate::outcomes;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::evidence::Outcome;
use domain::hash::Hash;
use domain::scenario::pace::Pace;
use domain::score::Milli;
use domain::time::Moment;
use sqlx::AnyExecutor;
use sqlx::any::AnyRow;
use std::collections::HashMap;

/// A play without its events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// UUIDv7 as text.
    pub id: String,
    /// The scenario's id.
    pub scenario: String,
    /// The scenario's version.
    pub version: Hash,
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
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT p.id, p.person, p.scenario, p.version, p.release, p.mode, p.pace, p.started, p.state, p.finished,
                    p.score, p.outcome, p.digest, p.verdict FROM play p ",
            $rest
        )
    };
}

/// One of the learner's own plays; none also when it is somebody else's.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn of_learner(store: &Store, learner: &Learner, id: &str) -> Result<Option<Play>, StoreError> {
    Ok(load(store, id)
        .await?
        .filter(|play| play.person == learner.person))
}

/// Any assessed play, for whoever judges it; practice is nobody's business.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn get(store: &Store, _by: &impl Attests, id: &str) -> Result<Option<Play>, StoreError> {
    Ok(load(store, id).await?.filter(|play| play.mode == Mode::Assessed))
}

/// One's own plays, practice too, the oldest first.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn own(store: &Store, learner: &Learner) -> Result<Vec<Summary>, StoreError> {
    let sql = select!("WHERE p.person = $1 ORDER BY p.started, p.id");
    let rows = sqlx::query(sql)
        .bind(learner.person.as_str())
        .fetch_all(store.readers())
        .await?;
    rows.iter().map(summary).collect()
}

/// A person's assessed plays, the oldest first.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn assessed(store: &Store, person: &str) -> Result<Vec<Summary>, StoreError> {
    let sql = select!("WHERE p.person = $1 AND p.mode = 'assessed' ORDER BY p.started, p.id");
    let rows = sqlx::query(sql).bind(person).fetch_all(store.readers()).await?;
    rows.iter().map(summary).collect()
}

/// All assessed plays of a version of a scenario that ended, the oldest first, without a word that was typed.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn ended(
    store: &Store,
    _by: &impl ReadsReports,
    scenario: &str,
    version: Hash,
) -> Result<Vec<Play>, StoreError> {
    let sql = select!(
        "WHERE p.scenario = $1 AND p.version = $2 AND p.mode = 'assessed' AND p.state IN ('pending', 'final')
         ORDER BY p.started, p.id"
    );
    let version = version.to_string();
    let rows = sqlx::query(sql)
        .bind(scenario)
        .bind(version.as_str())
        .fetch_all(store.readers())
        .await?;
    let mut plays = rows.iter().map(play).collect::<Result<Vec<_>, _>>()?;
    let sql = "SELECT e.play, e.node, e.kind, e.choice, CASE WHEN e.text IS NULL THEN NULL ELSE '' END AS text, e.at,
                e.recording, r.millis, r.deleted
         FROM play p JOIN play_event e ON e.play = p.id LEFT JOIN recording r ON r.id = e.recording
         WHERE p.scenario = $1 AND p.version = $2 AND p.mode = 'assessed' AND p.state IN ('pending', 'final')
         ORDER BY e.play, e.seq";
    let rows = sqlx::query(sql)
        .bind(scenario)
        .bind(version.as_str())
        .fetch_all(store.readers())
        .await?;
    let places: HashMap<String, usize> = plays
        .iter()
        .enumerate()
        .map(|(at, play)| (play.id.clone(), at))
        .collect();
    for row in &rows {
        let at = places.get(&row.text("play")?).copied();
        if let Some(play) = at.and_then(|at| plays.get_mut(at)) {
            play.events.push(event(row)?);
        }
    }
    Ok(plays)
}

async fn load(store: &Store, id: &str) -> Result<Option<Play>, StoreError> {
    find(store.readers(), id).await
}

/// A play as this transaction sees it.
pub(crate) async fn in_tx(tx: &mut Tx, id: &str) -> Result<Option<Play>, StoreError> {
    find(&mut tx.conn, id).await
}

/// A play with its events, in one round trip: a row for each event, and one for a play without any.
async fn find<'c>(db: impl AnyExecutor<'c>, id: &str) -> Result<Option<Play>, StoreError> {
    let rows = sqlx::query(
        "SELECT p.id, p.person, p.scenario, p.version, p.release, p.mode, p.pace, p.started, p.state, p.finished,
                p.score, p.outcome, p.digest, p.verdict, e.node, e.kind, e.choice, e.text, e.at, e.recording, r.millis,
                r.deleted, (SELECT count(*) FROM play o WHERE o.person = p.person AND o.scenario = p.scenario
                    AND o.mode = 'assessed' AND o.state = 'open' AND o.id <> p.id) AS beside
         FROM play p LEFT JOIN play_event e ON e.play = p.id LEFT JOIN recording r ON r.id = e.recording
         WHERE p.id = $1 ORDER BY e.seq",
    )
    .bind(id)
    .fetch_all(db)
    .await?;
    let Some(first) = rows.first() else {
        return Ok(None);
    };
    let mut found = play(first)?;
    found.is_beside = first.int("beside")? > 0;
    if first.maybe_text("kind")?.is_some() {
        found.events = rows.iter().map(event).collect::<Result<_, _>>()?;
    }
    Ok(Some(found))
}

pub(super) fn play(row: &AnyRow) -> Result<Play, StoreError> {
    let summary = summary(row)?;
    Ok(Play {
        id: summary.id,
        person: row.text("person")?,
        scenario: summary.scenario,
        version: summary.version,
        release: row.hash("play", "release")?,
        mode: summary.mode,
        pace: summary.pace,
        started: summary.started,
        state: summary.state,
        finished: summary.finished,
        score: summary.score,
        outcome: summary.outcome,
        digest: row.maybe_hash("play", "digest")?,
        verdict: verdict(row)?,
        is_beside: false,
        events: Vec::new(),
    })
}

fn verdict(row: &AnyRow) -> Result<Option<Verdict>, StoreError> {
    let wrong = || StoreError::inconsistent("play", row.text("id").unwrap_or_default(), "verdict");
    let word = row.maybe_text("verdict")?;
    word.map(|word| Verdict::of(&word).ok_or_else(wrong)).transpose()
}

fn pace(row: &AnyRow) -> Result<Pace, StoreError> {
    let code = row.int("pace")?;
    let wrong = || StoreError::inconsistent("play", row.text("id").unwrap_or_default(), "pace");
    Pace::from_code(code).ok_or_else(wrong)
}

fn summary(row: &AnyRow) -> Result<Summary, StoreError> {
    let id = row.text("id")?;
    let mode = match row.text("mode")?.as_str() {
        "practice" => Mode::Practice,
        "assessed" => Mode::Assessed,
        _ => return Err(StoreError::inconsistent("play", id, "mode")),
    };
    let state = match row.text("state")?.as_str() {
        "open" => PlayState::Open,
        "pending" => PlayState::Pending,
        "final" => PlayState::Final,
        "abandoned" if verdict(row)? == Some(Verdict::Void) => PlayState::Void,
        "abandoned" => PlayState::Abandoned,
        _ => return Err(StoreError::inconsistent("play", id, "state")),
    };
    Ok(Summary {
        scenario: row.text("scenario")?,
        version: row.hash("play", "version")?,
        mode,
        pace: pace(row)?,
        started: row.moment("started")?,
        state,
        finished: row.maybe_moment("finished")?,
        score: row.maybe_int("score")?.map(Milli),
        outcome: outcomes::read(row, "play")?,
        id,
    })
}
