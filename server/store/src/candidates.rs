//! Candidates, from screening to hired or rejected.

mod choices;
mod dossier;
mod find;
mod hire;
mod renew;
mod stage;
#[cfg(test)]
mod tests;

pub use choices::{Choices, Named, choices};
pub use dossier::{Dossier, SignIn, dossier};
pub use find::{get, history, list};
pub use hire::{Hire, Hired, hire};
pub use renew::renew_invitation;
pub use stage::Stage;

use crate::actors::Recruiter;
use crate::approvals::must_say;
use crate::chance;
use crate::error::StoreError;
use crate::lines;
use crate::people::{self, NewPerson};
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::time::Moment;

/// Somebody who wants a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// UUIDv7 as text.
    pub id: String,
    /// The person's id.
    pub person: String,
    /// The person's name; none when it was erased.
    pub name: Option<String>,
    /// The roles applied for.
    pub roles: Vec<String>,
    /// How far it is.
    pub stage: Stage,
    /// Why rejected, in words; none when it was erased.
    pub reason: Option<String>,
    /// How to reach the candidate; none when it was not given, or erased.
    pub contact: Option<String>,
    /// When entered.
    pub created: Moment,
}

/// A step from one stage to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The stage reached.
    pub stage: Stage,
    /// When.
    pub at: Moment,
    /// The name of who did it.
    pub by: String,
}

/// Who becomes a candidate.
#[derive(Clone, Debug)]
pub enum Who {
    /// Somebody new.
    New(NewPerson),
    /// Somebody who works here already, by the person's id.
    Known(String),
}

/// Enters a candidate at screening and returns the id.
///
/// # Errors
/// When the database fails, or there is no such person.
pub async fn add(
    tx: &mut Tx,
    recruiter: &Recruiter,
    who: Who,
    roles: &[String],
    contact: Option<&str>,
    now: Moment,
) -> Result<String, StoreError> {
    let person = match who {
        Who::New(person) => people::insert(tx, &person, now).await?,
        Who::Known(person) => person,
    };
    let id = chance::id(now)?;
    sqlx::query(
        "INSERT INTO candidate (id, person, roles, contact, stage, created, maker)
         VALUES ($1, $2, $3, $4, 'screening', $5, $6)",
    )
    .bind(id.as_str())
    .bind(person)
    .bind(lines::join(roles))
    .bind(contact)
    .bind(now.0)
    .bind(recruiter.account.as_str())
    .execute(&mut tx.conn)
    .await?;
    note(tx, recruiter, &id, Stage::Screening, now).await?;
    Ok(id)
}

/// Moves a candidate to another stage, but neither to hired nor to rejected. A rejected one may come back.
///
/// # Errors
/// [`StoreError::NotFound`]; [`StoreError::CandidateHired`]; [`StoreError::NotAStep`] for hired and rejected.
pub async fn advance(
    tx: &mut Tx,
    recruiter: &Recruiter,
    id: &str,
    stage: Stage,
    now: Moment,
) -> Result<(), StoreError> {
    if matches!(stage, Stage::Hired | Stage::Rejected) {
        return Err(StoreError::NotAStep);
    }
    enter(tx, recruiter, id, stage, None, now).await
}

/// Rejects a candidate, with a reason.
///
/// # Errors
/// [`StoreError::NotFound`]; [`StoreError::CandidateHired`]; [`StoreError::NoReason`] when the reason is blank.
pub async fn reject(
    tx: &mut Tx,
    recruiter: &Recruiter,
    id: &str,
    reason: &str,
    now: Moment,
) -> Result<(), StoreError> {
    must_say(reason)?;
    enter(tx, recruiter, id, Stage::Rejected, Some(reason.trim()), now).await
}

/// Enters a stage that the caller has checked; the one that is there already changes nothing.
async fn enter(
    tx: &mut Tx,
    recruiter: &Recruiter,
    id: &str,
    stage: Stage,
    reason: Option<&str>,
    now: Moment,
) -> Result<(), StoreError> {
    let row = sqlx::query("SELECT person, stage FROM candidate WHERE id = $1")
        .bind(id)
        .fetch_optional(&mut tx.conn)
        .await?
        .ok_or(StoreError::NotFound("candidate"))?;
    if row.text("person")? == recruiter.person {
        return Err(StoreError::OwnWork);
    }
    let before: Stage = row.parsed("candidate", "stage")?;
    if before == Stage::Hired {
        return Err(StoreError::CandidateHired);
    }
    if before == stage {
        return Ok(());
    }
    sqlx::query("UPDATE candidate SET stage = $1, reason = $2 WHERE id = $3")
        .bind(stage.as_str())
        .bind(reason)
        .bind(id)
        .execute(&mut tx.conn)
        .await?;
    note(tx, recruiter, id, stage, now).await
}

async fn note(
    tx: &mut Tx,
    recruiter: &Recruiter,
    id: &str,
    stage: Stage,
    now: Moment,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO candidate_stage (candidate, number, stage, at, actor)
         SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4 FROM candidate_stage WHERE candidate = $1",
    )
    .bind(id)
    .bind(stage.as_str())
    .bind(now.0)
    .bind(recruiter.account.as_str())
    .execute(&mut tx.conn)
    .await?;
    Ok(())
}

/// Erases what was written about a person as a candidate; marks and stages stay.
pub(crate) async fn erase_texts(tx: &mut Tx, person: &str) -> Result<(), StoreError> {
    const STATEMENTS: [&str; 2] = [
        "UPDATE candidate SET reason = NULL, contact = NULL WHERE person = $1",
        "UPDATE sheet_rating SET evidence = '', answer = '' WHERE interview IN
         (SELECT i.id FROM interview i JOIN candidate c ON c.id = i.candidate WHERE c.person = $1)",
    ];
    for statement in STATEMENTS {
        sqlx::query(statement).bind(person).execute(&mut tx.conn).await?;
    }
    Ok(())
}
