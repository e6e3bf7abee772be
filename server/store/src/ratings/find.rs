//! Reading ratings.

use super::{Given, Rating, Source};
use crate::error::StoreError;
use crate::lines;
use crate::open::Store;
use crate::row::Columns as _;
use crate::writer::Tx;
use sqlx::AnyExecutor;
use sqlx::any::AnyRow;

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
                "SELECT r.id, r.part, r.rater, r.points, r.critical, r.note, r.quote, r.moment, r.at, r.anew
                 FROM rating r WHERE NOT EXISTS (SELECT 1 FROM rating n WHERE n.replaces = r.id) AND ",
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
