//! Reading ratings, and the queue of what waits for one.

use super::{Given, Rating, Source};
use crate::actors::Trainer;
use crate::error::StoreError;
use crate::lines;
use crate::open::Store;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::hash::Hash;
use domain::time::Moment;
use sqlx::AnyExecutor;
use sqlx::any::AnyRow;

/// An essay or a typed reply that waits for a rater.
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
    /// Whose it is.
    pub person: String,
    /// The person's name; none when it was erased.
    pub name: Option<String>,
    /// What was written.
    pub text: String,
    /// What the person says against the result, where it is disputed; empty when it was erased.
    pub dispute: Option<String>,
    /// When it was handed in.
    pub since: Moment,
}

/// Everything that waits for a rater and is not one's own, what waits longest first; one query.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn queue(store: &Store, by: &Trainer) -> Result<Vec<Waiting>, StoreError> {
    let rows = sqlx::query(
        "SELECT w.*, p.name AS learner FROM (
             SELECT 'attempt' AS kind, a.id, q.position AS part, q.question AS place, a.quiz AS subject,
                    a.version, a.release, a.person, coalesce(q.answer, '') AS text, a.submitted AS since,
                    CAST(NULL AS TEXT) AS dispute
             FROM attempt a JOIN attempt_question q ON q.attempt = a.id
             WHERE a.state = 'pending' AND q.mark IS NULL AND q.raters > (
                 SELECT count(*) FROM rating r
                 WHERE r.attempt = a.id AND r.part = q.position AND r.replaces IS NULL)
               AND NOT EXISTS (
                 SELECT 1 FROM rating r WHERE r.attempt = a.id AND r.part = q.position AND r.rater = $2)
             UNION ALL
             SELECT 'play' AS kind, y.id, e.reply AS part, e.node AS place, y.scenario AS subject,
                    y.version, y.release, y.person, coalesce(e.text, '') AS text, coalesce(d.at, y.finished) AS since,
                    d.text AS dispute
             FROM play y JOIN play_event e ON e.play = y.id LEFT JOIN dispute d ON d.play = y.id AND d.withdrawn IS NULL
             WHERE y.state = 'pending' AND e.waiting = 1 AND e.raters > (
                 SELECT count(*) FROM rating r
                 WHERE r.play = y.id AND r.part = e.reply AND r.replaces IS NULL)
               AND NOT EXISTS (
                 SELECT 1 FROM rating r WHERE r.play = y.id AND r.part = e.reply AND r.rater = $2)
         ) w JOIN person p ON p.id = w.person
         WHERE w.person <> $1 AND p.erased IS NULL ORDER BY w.since, w.id, w.part",
    )
    .bind(by.person.as_str())
    .bind(by.account.as_str())
    .fetch_all(store.readers())
    .await?;
    rows.iter().map(waiting).collect()
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
        person: row.text("person")?,
        name: row.maybe_text("learner")?,
        text,
        dispute: row.maybe_text("dispute")?,
        since: row.moment("since")?,
    })
}

/// The ratings of an attempt's essays that hold, by place. Not for the learner before the result may be seen.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn of_attempt(store: &Store, attempt: &str) -> Result<Vec<Rating>, StoreError> {
    of(store.readers(), &Source::Attempt(attempt.to_owned())).await
}

/// The ratings of a play's replies that hold, by number. Not for the learner before the result may be seen.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn of_play(store: &Store, play: &str) -> Result<Vec<Rating>, StoreError> {
    of(store.readers(), &Source::Play(play.to_owned())).await
}

/// The ratings of a play's replies as this transaction sees them.
pub(crate) async fn of_play_in(tx: &mut Tx, play: &str) -> Result<Vec<Rating>, StoreError> {
    in_tx(tx, &Source::Play(play.to_owned())).await
}

pub(super) async fn in_tx(tx: &mut Tx, source: &Source) -> Result<Vec<Rating>, StoreError> {
    of(&mut tx.conn, source).await
}

async fn of<'c>(db: impl AnyExecutor<'c>, source: &Source) -> Result<Vec<Rating>, StoreError> {
    macro_rules! select {
        ($rest:literal) => {
            concat!(
                "SELECT r.id, r.part, r.rater, coalesce(p.name, a.login) AS name, r.points, r.critical, r.note, r.quote,
                        r.moment, r.at, r.anew
                 FROM rating r JOIN account a ON a.id = r.rater JOIN person p ON p.id = a.person
                 WHERE NOT EXISTS (SELECT 1 FROM rating n WHERE n.replaces = r.id) AND ",
                $rest
            )
        };
    }
    let (sql, id) = match source {
        Source::Attempt(id) => (select!("r.attempt = $1 ORDER BY r.part, r.turn"), id),
        Source::Play(id) => (select!("r.play = $1 ORDER BY r.part, r.turn"), id),
    };
    let rows = sqlx::query(sql).bind(id.as_str()).fetch_all(db).await?;
    rows.iter().map(|row| rating(row, "id")).collect()
}

/// Reads a rating whose id stands in this column.
pub(super) fn rating(row: &AnyRow, id: &'static str) -> Result<Rating, StoreError> {
    let text = row.text("points")?;
    let line = |line: &String| {
        let (points, criterion) = line.split_once(' ')?;
        Some((criterion.to_owned(), points.parse().ok()?))
    };
    let points = lines::split(&text).and_then(|lines| lines.iter().map(line).collect::<Option<Vec<_>>>());
    Ok(Rating {
        id: row.text(id)?,
        part: part(row)?,
        rater: row.text("rater")?,
        name: row.text("name")?,
        given: Given {
            points: points.ok_or_else(|| StoreError::inconsistent("rating", text, "points"))?,
            critical: row.flag("critical")?,
            note: row.text("note")?,
            quote: row.text("quote")?,
            moment: row
                .maybe_int("moment")?
                .and_then(|moment| u32::try_from(moment).ok()),
        },
        at: row.moment("at")?,
        anew: row.flag("anew")?,
    })
}

pub(super) fn part(row: &AnyRow) -> Result<usize, StoreError> {
    let part = row.int("part")?;
    usize::try_from(part).map_err(|_| StoreError::inconsistent("rating", part.to_string(), "part"))
}
