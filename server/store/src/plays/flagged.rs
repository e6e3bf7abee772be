//! The plays in which the connection was lost, for whoever decides about them.

use super::Play;
use super::event::event;
use super::find::play;
use super::sitting::interruption;
use crate::actors::Trainer;
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use domain::scenario::sitting::Interruption;
use domain::time::Moment;

/// A play that waits for a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flagged {
    /// The play, with its events.
    pub play: Play,
    /// The silences in it, in their order.
    pub silences: Vec<Interruption>,
    /// When it ended.
    pub since: Moment,
}

/// The first so many of the plays that wait for a decision and are not one's own, the longest waiting first, and how many
/// there are in all; one query.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn flagged(store: &Store, by: &Trainer, most: usize) -> Result<(Vec<Flagged>, usize), StoreError> {
    // Few rows twice over, the events once for each silence, are quicker than two round trips.
    let rows = sqlx::query(
        "SELECT p.id, p.person, p.scenario, p.version, p.release, p.mode, p.pace, p.started, p.state, p.finished,
                p.score, p.outcome, p.digest, p.verdict, e.node, e.kind, e.choice, e.text, e.at, e.recording, r.millis,
                r.deleted, i.since, i.until, i.events, w.total
         FROM (SELECT y.id, count(*) OVER () AS total FROM play y JOIN person o ON o.id = y.person
               WHERE y.state = 'pending' AND y.verdict = 'waiting' AND y.person <> $1 AND o.erased IS NULL
               ORDER BY y.finished, y.id LIMIT $2) w
         JOIN play p ON p.id = w.id
         JOIN play_interruption i ON i.play = p.id
         LEFT JOIN play_event e ON e.play = p.id LEFT JOIN recording r ON r.id = e.recording
         ORDER BY p.finished, p.id, i.since, e.seq",
    )
    .bind(by.person.as_str())
    .bind(super::event::number(most))
    .fetch_all(store.readers())
    .await?;
    let mut found: Vec<Flagged> = Vec::new();
    let mut count = 0;
    for row in &rows {
        let (id, silence) = (row.text("id")?, interruption(row)?);
        if found.last().is_none_or(|last| last.play.id != id) {
            found.push(Flagged {
                play: play(row)?,
                silences: Vec::new(),
                since: row.moment("finished")?,
            });
            count = usize::try_from(row.int("total")?).unwrap_or(found.len());
        }
        let Some(last) = found.last_mut() else { continue };
        if last.silences.last() != Some(&silence) {
            last.silences.push(silence);
        }
        if last.silences.len() == 1 && row.maybe_text("kind")?.is_some() {
            last.play.events.push(event(row)?);
        }
    }
    Ok((found, count))
}
