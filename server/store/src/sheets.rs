//! Interview sheets: what one rater saw. Blind: others' sheets are shown only to whoever submitted their own.

mod find;
mod group;
#[cfg(test)]
mod tests;

pub use find::{debrief, own};
pub use group::{Member, Seen, group, start, tick};

use crate::actors::Recruiter;
use crate::error::StoreError;
use crate::lines;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::hash::Hash;
use domain::interview::score::Level;
use domain::time::Moment;

/// What one rater saw of one candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The account of the rater.
    pub rater: String,
    /// The rater's name, or the sign-in name when there is none.
    pub name: String,
    /// The version of the kit it was filled in with.
    pub version: Hash,
    /// When it was submitted; it can be changed before only.
    pub submitted: Option<Moment>,
    /// By item and competency.
    pub ratings: Vec<SheetRating>,
}

/// What a rater says about one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRating {
    /// The item's id.
    pub item: String,
    /// The competency's id; empty when the item is rated as a whole.
    pub competency: String,
    /// The rating.
    pub mark: SheetMark,
    /// What was ticked, answered or measured.
    pub answer: Vec<String>,
    /// What was seen, in words.
    pub evidence: String,
}

/// A rating, or that there was nothing to rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetMark {
    /// Not decided yet.
    Open,
    /// Not observed: it leaves the means.
    NotObserved,
    /// From 1 to 5.
    Level(Level),
}

/// Saves ratings on one's own sheet; what is there for the same item is replaced.
///
/// # Errors
/// [`StoreError::NotFound`] when one has no sheet; [`StoreError::SheetSubmitted`]; [`StoreError::Decided`].
pub async fn save(
    tx: &mut Tx,
    rater: &Recruiter,
    interview: &str,
    ratings: &[SheetRating],
    now: Moment,
) -> Result<(), StoreError> {
    if opened(tx, rater, interview).await?.is_some() {
        return Err(StoreError::SheetSubmitted);
    }
    for rating in ratings {
        write(tx, rater, interview, rating, now, Late::Wins).await?;
    }
    Ok(())
}

/// Keeps ratings on one's own sheet while they are written, `when` they were; what was saved later stays.
///
/// # Errors
/// As [`save`].
pub async fn keep(
    tx: &mut Tx,
    rater: &Recruiter,
    interview: &str,
    ratings: &[SheetRating],
    when: Moment,
) -> Result<(), StoreError> {
    if opened(tx, rater, interview).await?.is_some() {
        return Err(StoreError::SheetSubmitted);
    }
    for rating in ratings {
        write(tx, rater, interview, rating, when, Late::Yields).await?;
    }
    Ok(())
}

/// What happens to something older than what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// It replaces it: somebody pressed a button.
    Wins,
    /// It is dropped.
    Yields,
}

async fn write(
    tx: &mut Tx,
    rater: &Recruiter,
    interview: &str,
    rating: &SheetRating,
    now: Moment,
    late: Late,
) -> Result<(), StoreError> {
    let (observed, level) = match rating.mark {
        SheetMark::Open => (None, None),
        SheetMark::NotObserved => (Some(0_i64), None),
        SheetMark::Level(level) => (Some(1), Some(i64::from(level.get()))),
    };
    sqlx::query(
        "INSERT INTO sheet_rating (interview, rater, item, competency, observed, rating, answer, evidence, saved)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (interview, rater, item, competency) DO UPDATE SET observed = excluded.observed,
             rating = excluded.rating, answer = excluded.answer, evidence = excluded.evidence,
             saved = excluded.saved
             WHERE $10 = 1 OR excluded.saved >= sheet_rating.saved",
    )
    .bind(interview)
    .bind(rater.account.as_str())
    .bind(rating.item.as_str())
    .bind(rating.competency.as_str())
    .bind(observed)
    .bind(level)
    .bind(lines::join(&rating.answer))
    .bind(rating.evidence.as_str())
    .bind(now.0)
    .bind(i64::from(matches!(late, Late::Wins)))
    .execute(&mut tx.conn)
    .await?;
    Ok(())
}

/// Submits one's own sheet, for good; from now on one sees the others'. A second time changes nothing.
/// `required` are the items that must be rated or marked as not observed.
///
/// # Errors
/// [`StoreError::NotFound`] when one has no sheet; [`StoreError::SheetIncomplete`] with the items that are
/// missing; [`StoreError::Decided`].
pub async fn submit(
    tx: &mut Tx,
    rater: &Recruiter,
    interview: &str,
    required: &[String],
    now: Moment,
) -> Result<(), StoreError> {
    if opened(tx, rater, interview).await?.is_some() {
        return Ok(());
    }
    let rows = sqlx::query(
        "SELECT item FROM sheet_rating WHERE interview = $1 AND rater = $2 AND observed IS NOT NULL",
    )
    .bind(interview)
    .bind(rater.account.as_str())
    .fetch_all(&mut tx.conn)
    .await?;
    let rated = rows
        .iter()
        .map(|row| row.text("item"))
        .collect::<Result<Vec<_>, _>>()?;
    let missing: Vec<_> = required
        .iter()
        .filter(|item| !rated.contains(item))
        .cloned()
        .collect();
    if !missing.is_empty() {
        return Err(StoreError::SheetIncomplete { items: missing });
    }
    sqlx::query("UPDATE sheet SET submitted = $1 WHERE interview = $2 AND rater = $3")
        .bind(now.0)
        .bind(interview)
        .bind(rater.account.as_str())
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

/// When one's own sheet was submitted; an open one must belong to an interview that was not decided.
async fn opened(tx: &mut Tx, rater: &Recruiter, interview: &str) -> Result<Option<Moment>, StoreError> {
    let row = sqlx::query(
        "SELECT s.submitted, i.decided FROM sheet s JOIN interview i ON i.id = s.interview
         WHERE s.interview = $1 AND s.rater = $2",
    )
    .bind(interview)
    .bind(rater.account.as_str())
    .fetch_optional(&mut tx.conn)
    .await?
    .ok_or(StoreError::NotFound("sheet"))?;
    let submitted = row.maybe_moment("submitted")?;
    if submitted.is_none() && row.maybe_int("decided")?.is_some() {
        return Err(StoreError::Decided);
    }
    Ok(submitted)
}
