//! A task of many candidates at once: one rater's open sheets for one time and room, under one clock.

use super::{Late, opened};
use crate::actors::Recruiter;
use crate::error::StoreError;
use crate::interviews::Interview;
use crate::lines;
use crate::open::Store;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::time::Moment;

/// One candidate of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The candidate's interview.
    pub interview: String,
    /// The candidate's name; none when it was erased.
    pub name: Option<String>,
    /// What was ticked.
    pub answer: Vec<String>,
    /// When the task began; none before.
    pub started: Option<Moment>,
}

/// The candidates whom one watches together at an item: those with a sheet of one's own still open, of the same
/// version of the same kit, invited to the same room at the same time; in the order they were planned.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn group(
    store: &Store,
    rater: &Recruiter,
    like: &Interview,
    item: &str,
) -> Result<Vec<Member>, StoreError> {
    let rows = sqlx::query(
        "SELECT i.id, p.name, coalesce(r.answer, '') AS answer, r.started
         FROM sheet s JOIN interview i ON i.id = s.interview
         JOIN candidate c ON c.id = i.candidate JOIN person p ON p.id = c.person
         LEFT JOIN sheet_rating r ON r.interview = s.interview AND r.rater = s.rater AND r.item = $2
              AND r.competency = ''
         WHERE s.rater = $1 AND s.submitted IS NULL AND i.decided IS NULL AND i.kit = $3 AND i.version = $4
           AND i.at = $5 AND i.room = $6
         ORDER BY i.created, i.id",
    )
    .bind(rater.account.as_str())
    .bind(item)
    .bind(like.kit.as_str())
    .bind(like.version.to_string())
    .bind(like.at.0)
    .bind(like.room.as_str())
    .fetch_all(store.readers())
    .await?;
    let member = |row: &sqlx::any::AnyRow| {
        let interview = row.text("id")?;
        let answer = lines::split(&row.text("answer")?)
            .ok_or_else(|| StoreError::inconsistent("sheet_rating", interview.clone(), "answer"))?;
        Ok(Member {
            interview,
            name: row.maybe_text("name")?,
            answer,
            started: row.maybe_moment("started")?,
        })
    };
    rows.iter().map(member).collect()
}

/// What one saw of everybody of a group at one time.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The item's id.
    pub item: String,
    /// What every tick of that time begins with; earlier ones that do are replaced.
    pub prefix: String,
    /// The ticks by interview.
    pub ticks: Vec<(String, Vec<String>)>,
}

/// Saves what one saw at one time; notes, ratings and other times stay.
///
/// # Errors
/// As [`super::save`], for any of the sheets.
pub async fn tick(
    tx: &mut Tx,
    rater: &Recruiter,
    seen: &Seen,
    when: Moment,
    late: Late,
) -> Result<(), StoreError> {
    for (interview, ticks) in &seen.ticks {
        if opened(tx, rater, interview).await?.is_some() {
            return Err(StoreError::SheetSubmitted);
        }
        let row = sqlx::query(
            "SELECT answer FROM sheet_rating
             WHERE interview = $1 AND rater = $2 AND item = $3 AND competency = ''",
        )
        .bind(interview.as_str())
        .bind(rater.account.as_str())
        .bind(seen.item.as_str())
        .fetch_optional(&mut tx.conn)
        .await?;
        let mut answer = match row {
            Some(row) => lines::split(&row.text("answer")?)
                .ok_or_else(|| StoreError::inconsistent("sheet_rating", interview.clone(), "answer"))?,
            None => Vec::new(),
        };
        answer.retain(|tick| !tick.starts_with(&seen.prefix));
        answer.extend(ticks.iter().cloned());
        sqlx::query(
            "INSERT INTO sheet_rating (interview, rater, item, competency, answer, evidence, saved)
             VALUES ($1, $2, $3, '', $4, '', $5)
             ON CONFLICT (interview, rater, item, competency)
             DO UPDATE SET answer = excluded.answer, saved = excluded.saved
             WHERE $6 = 1 OR excluded.saved >= sheet_rating.saved",
        )
        .bind(interview.as_str())
        .bind(rater.account.as_str())
        .bind(seen.item.as_str())
        .bind(lines::join(&answer))
        .bind(when.0)
        .bind(i64::from(matches!(late, Late::Wins)))
        .execute(&mut tx.conn)
        .await?;
    }
    Ok(())
}

/// Starts the clock of a task for these sheets of one's own; one that runs goes on.
///
/// # Errors
/// As [`super::save`], for any of the sheets.
pub async fn start(
    tx: &mut Tx,
    rater: &Recruiter,
    item: &str,
    interviews: &[String],
    now: Moment,
) -> Result<(), StoreError> {
    for interview in interviews {
        if opened(tx, rater, interview).await?.is_some() {
            return Err(StoreError::SheetSubmitted);
        }
        sqlx::query(
            "INSERT INTO sheet_rating (interview, rater, item, competency, answer, evidence, saved, started)
             VALUES ($1, $2, $3, '', '', '', $4, $4)
             ON CONFLICT (interview, rater, item, competency)
             DO UPDATE SET started = coalesce(sheet_rating.started, excluded.started)",
        )
        .bind(interview.as_str())
        .bind(rater.account.as_str())
        .bind(item)
        .bind(now.0)
        .execute(&mut tx.conn)
        .await?;
    }
    Ok(())
}
