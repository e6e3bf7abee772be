//! Interviews: a candidate, a kit, a time, and who rates. What raters write is in [`crate::sheets`].

mod find;
#[cfg(test)]
mod tests;

pub use find::{Interview, Rater, get, list, of_candidate};

use crate::actors::Recruiter;
use crate::chance;
use crate::error::StoreError;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::hash::Hash;
use domain::score::Milli;
use domain::time::Moment;

/// An interview to be held.
#[derive(Clone, Debug)]
pub struct NewInterview {
    /// The candidate's id.
    pub candidate: String,
    /// The kit's id.
    pub kit: String,
    /// The kit's version; every sheet carries it.
    pub version: Hash,
    /// The address of the release the kit comes with.
    pub release: Hash,
    /// Where it takes place.
    pub room: String,
    /// When it takes place.
    pub at: Moment,
    /// The accounts of who rates.
    pub raters: Vec<String>,
}

/// Plans an interview and lays a sheet out for every rater. Returns its id.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such candidate or rater; [`StoreError::OwnWork`] when somebody
/// would rate himself.
pub async fn plan(
    tx: &mut Tx,
    recruiter: &Recruiter,
    new: NewInterview,
    now: Moment,
) -> Result<String, StoreError> {
    let id = chance::id(now)?;
    let done = sqlx::query(
        "INSERT INTO interview (id, candidate, kit, version, release, room, at, created, maker)
         SELECT $1, id, $2, $3, $4, $5, $6, $7, $8 FROM candidate WHERE id = $9",
    )
    .bind(id.as_str())
    .bind(new.kit)
    .bind(new.version.to_string())
    .bind(new.release.to_string())
    .bind(new.room)
    .bind(new.at.0)
    .bind(now.0)
    .bind(recruiter.account.as_str())
    .bind(new.candidate)
    .execute(&mut tx.conn)
    .await?;
    if done.rows_affected() == 0 {
        return Err(StoreError::NotFound("candidate"));
    }
    for rater in &new.raters {
        add_rater(tx, recruiter, &id, rater).await?;
    }
    Ok(id)
}

/// Lays a sheet out for one more rater; one who has a sheet keeps it.
///
/// # Errors
/// [`StoreError::NotFound`]; [`StoreError::OwnWork`]; [`StoreError::Decided`] when it is too late.
pub async fn add_rater(tx: &mut Tx, _by: &Recruiter, interview: &str, rater: &str) -> Result<(), StoreError> {
    let row = sqlx::query(
        "SELECT i.decided, i.version, c.person AS candidate, a.person AS rater
         FROM interview i JOIN candidate c ON c.id = i.candidate LEFT JOIN account a ON a.id = $2
         WHERE i.id = $1",
    )
    .bind(interview)
    .bind(rater)
    .fetch_optional(&mut tx.conn)
    .await?
    .ok_or(StoreError::NotFound("interview"))?;
    let person = row.maybe_text("rater")?.ok_or(StoreError::NotFound("account"))?;
    if person == row.text("candidate")? {
        return Err(StoreError::OwnWork);
    }
    if row.maybe_int("decided")?.is_some() {
        return Err(StoreError::Decided);
    }
    sqlx::query("INSERT INTO sheet (interview, rater, version) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
        .bind(interview)
        .bind(rater)
        .bind(row.text("version")?)
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

/// What was decided after the debrief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Whether the candidate passed, which is for people to say.
    pub passed: bool,
    /// The total by the formula; none when it was incomplete.
    pub total: Option<Milli>,
}

/// Decides an interview, once; sheets that are still open stay so and take nothing more. Only somebody whose
/// own sheet is submitted decides.
///
/// # Errors
/// [`StoreError::NotFound`]; [`StoreError::Blind`]; [`StoreError::Decided`] when it was decided otherwise.
pub async fn decide(
    tx: &mut Tx,
    recruiter: &Recruiter,
    interview: &str,
    decision: Decision,
    now: Moment,
) -> Result<(), StoreError> {
    let row = sqlx::query(
        "SELECT i.decided, i.outcome, i.total, s.submitted
         FROM interview i LEFT JOIN sheet s ON s.interview = i.id AND s.rater = $2 WHERE i.id = $1",
    )
    .bind(interview)
    .bind(recruiter.account.as_str())
    .fetch_optional(&mut tx.conn)
    .await?
    .ok_or(StoreError::NotFound("interview"))?;
    if row.maybe_int("submitted")?.is_none() {
        return Err(StoreError::Blind);
    }
    let outcome = if decision.passed { "passed" } else { "failed" };
    if row.maybe_int("decided")?.is_some() {
        let same = row.maybe_text("outcome")?.as_deref() == Some(outcome)
            && row.maybe_int("total")? == decision.total.map(|total| total.0);
        return if same { Ok(()) } else { Err(StoreError::Decided) };
    }
    sqlx::query("UPDATE interview SET decided = $1, decider = $2, outcome = $3, total = $4 WHERE id = $5")
        .bind(now.0)
        .bind(recruiter.account.as_str())
        .bind(outcome)
        .bind(decision.total.map(|total| total.0))
        .bind(interview)
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}
