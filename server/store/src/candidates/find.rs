//! Reading candidates.

use super::{Candidate, Step};
use crate::actors::Recruiter;
use crate::error::StoreError;
use crate::lines;
use crate::open::Store;
use crate::row::Columns as _;
use sqlx::any::AnyRow;

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.person, p.name, c.roles, c.stage, c.reason, c.contact, c.created
             FROM candidate c JOIN person p ON p.id = c.person ",
            $rest
        )
    };
}

/// All candidates, the newest first.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn list(store: &Store, _by: &Recruiter) -> Result<Vec<Candidate>, StoreError> {
    let rows = sqlx::query(select!("ORDER BY c.created DESC, c.id DESC"))
        .fetch_all(store.readers())
        .await?;
    rows.iter().map(candidate).collect()
}

/// One candidate.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn get(store: &Store, _by: &Recruiter, id: &str) -> Result<Option<Candidate>, StoreError> {
    let row = sqlx::query(select!("WHERE c.id = $1"))
        .bind(id)
        .fetch_optional(store.readers())
        .await?;
    row.as_ref().map(candidate).transpose()
}

/// The way a candidate went, from the first stage on.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn history(store: &Store, _by: &Recruiter, id: &str) -> Result<Vec<Step>, StoreError> {
    let rows = sqlx::query(
        "SELECT s.stage, s.at, coalesce(p.name, a.login) AS who
         FROM candidate_stage s JOIN account a ON a.id = s.actor JOIN person p ON p.id = a.person
         WHERE s.candidate = $1 ORDER BY s.number",
    )
    .bind(id)
    .fetch_all(store.readers())
    .await?;
    let step = |row: &AnyRow| {
        Ok(Step {
            stage: row.parsed("candidate_stage", "stage")?,
            at: row.moment("at")?,
            by: row.text("who")?,
        })
    };
    rows.iter().map(step).collect()
}

pub(super) fn candidate(row: &AnyRow) -> Result<Candidate, StoreError> {
    let roles = row.text("roles")?;
    Ok(Candidate {
        id: row.text("id")?,
        person: row.text("person")?,
        name: row.maybe_text("name")?,
        roles: lines::split(&roles).ok_or_else(|| StoreError::inconsistent("candidate", roles, "roles"))?,
        stage: row.parsed("candidate", "stage")?,
        reason: row.maybe_text("reason")?,
        contact: row.maybe_text("contact")?,
        created: row.moment("created")?,
    })
}
