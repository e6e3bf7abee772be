//! The queue of what waits for a rater.

use super::Source;
use super::find::part;
use crate::actors::Trainer;
use crate::error::StoreError;
use crate::lines;
use crate::open::Store;
use crate::recordings::{self, Spoken};
use crate::row::Columns as _;
use domain::hash::Hash;
use domain::time::Moment;
use sqlx::any::AnyRow;

/// The front of the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queue {
    /// What waits longest, in that order.
    pub first: Vec<Waiting>,
    /// How much waits in all.
    pub count: usize,
}

/// An essay or a reply that waits for a rater.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The attempt or play.
    pub source: Source,
    /// The question's place in the attempt, or the reply's number in the play, from 0.
    pub part: usize,
    /// The question's or the node's id.
    pub place: String,
    /// The quiz or scenario.
    pub subject: String,
    /// Its version.
    pub version: Hash,
    /// The address of the release the version came with.
    pub release: Hash,
    /// What was written; empty when it was spoken, or erased.
    pub text: String,
    /// The recording, when it was spoken.
    pub spoken: Option<Spoken>,
    /// What the person says against the result, where it is disputed; empty when it was erased.
    pub dispute: Option<String>,
    /// When it was handed in, or its result disputed.
    pub since: Moment,
}

/// The first so many of what waits for a rater and is not one's own, what waits longest first; one query, in which only the
/// texts of these are read.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn queue(store: &Store, by: &Trainer, most: usize) -> Result<Queue, StoreError> {
    let rows = sqlx::query(
        "SELECT w.*, coalesce(q.question, e.node) AS place, coalesce(a.quiz, y.scenario) AS subject,
                coalesce(a.version, y.version) AS version, coalesce(a.release, y.release) AS release,
                coalesce(q.answer, e.text, '') AS text, s.id AS recording, s.millis, s.deleted
         FROM (
             SELECT u.*, count(*) OVER () AS total FROM (
                 SELECT 'attempt' AS kind, a.id, q.position AS part, a.person, a.submitted AS since,
                        CAST(NULL AS TEXT) AS dispute
                 FROM attempt a JOIN attempt_question q ON q.attempt = a.id
                 WHERE a.state = 'pending' AND q.mark IS NULL AND q.raters > (
                     SELECT count(*) FROM rating r
                     WHERE r.attempt = a.id AND r.part = q.position AND r.replaces IS NULL)
                   AND NOT EXISTS (
                     SELECT 1 FROM rating r WHERE r.attempt = a.id AND r.part = q.position AND r.rater = $2)
                 UNION ALL
                 SELECT 'play' AS kind, y.id, e.reply AS part, y.person, coalesce(d.at, y.finished) AS since,
                        d.text AS dispute
                 FROM play y JOIN play_event e ON e.play = y.id
                 LEFT JOIN dispute d ON d.play = y.id AND d.withdrawn IS NULL
                 WHERE y.state = 'pending' AND e.waiting = 1 AND e.raters > (
                     SELECT count(*) FROM rating r
                     WHERE r.play = y.id AND r.part = e.reply AND r.replaces IS NULL)
                   AND NOT EXISTS (
                     SELECT 1 FROM rating r WHERE r.play = y.id AND r.part = e.reply AND r.rater = $2)
             ) u JOIN person p ON p.id = u.person
             WHERE u.person <> $1 AND p.erased IS NULL
             ORDER BY u.since, u.id, u.part LIMIT $3
         ) w
         LEFT JOIN attempt a ON w.kind = 'attempt' AND a.id = w.id
         LEFT JOIN attempt_question q ON q.attempt = a.id AND q.position = w.part
         LEFT JOIN play y ON w.kind = 'play' AND y.id = w.id
         LEFT JOIN play_event e ON e.play = y.id AND e.reply = w.part
         LEFT JOIN recording s ON s.id = e.recording
         ORDER BY w.since, w.id, w.part",
    )
    .bind(by.person.as_str())
    .bind(by.account.as_str())
    .bind(super::number(most))
    .fetch_all(store.readers())
    .await?;
    let count = rows.first().map_or(Ok(0), |row| row.int("total"))?;
    Ok(Queue {
        first: rows.iter().map(waiting).collect::<Result<_, _>>()?,
        count: usize::try_from(count).unwrap_or(rows.len()),
    })
}

pub(super) fn waiting(row: &AnyRow) -> Result<Waiting, StoreError> {
    let (id, text) = (row.text("id")?, row.text("text")?);
    let (source, text) = if row.text("kind")? == "attempt" {
        let lines = lines::split(&text);
        let lines =
            lines.ok_or_else(|| StoreError::inconsistent("attempt_question", id.clone(), "answer"))?;
        (Source::Attempt(id), lines.join("\n"))
    } else {
        (Source::Play(id), text)
    };
    Ok(Waiting {
        source,
        part: part(row)?,
        place: row.text("place")?,
        subject: row.text("subject")?,
        version: row.hash("rating queue", "version")?,
        release: row.hash("rating queue", "release")?,
        text,
        spoken: recordings::spoken(row)?,
        dispute: row.maybe_text("dispute")?,
        since: row.moment("since")?,
    })
}
