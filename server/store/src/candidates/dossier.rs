//! Everything about one candidate, in one round trip.

use super::find::candidate;
use super::{Candidate, Step};
use crate::actors::Recruiter;
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;

/// A candidate with the way so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// The candidate.
    pub candidate: Candidate,
    /// The stages reached, the first one first.
    pub steps: Vec<Step>,
    /// The person's account; none before one is made.
    pub sign_in: Option<SignIn>,
}

/// How a person signs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// The sign-in name.
    pub login: String,
    /// Whether a password was set.
    pub has_password: bool,
}

/// A candidate with the way so far.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn dossier(store: &Store, _by: &Recruiter, id: &str) -> Result<Option<Dossier>, StoreError> {
    let rows = sqlx::query(
        "SELECT c.id, c.person, p.name, c.roles, c.stage, c.reason, c.contact, c.created,
                s.stage AS step, s.at, coalesce(ap.name, a.login) AS who,
                own.login, CASE WHEN own.password IS NULL THEN 0 ELSE 1 END AS has_password
         FROM candidate c JOIN person p ON p.id = c.person
         JOIN candidate_stage s ON s.candidate = c.id
         JOIN account a ON a.id = s.actor JOIN person ap ON ap.id = a.person
         LEFT JOIN account own ON own.person = c.person
         WHERE c.id = $1 ORDER BY s.number",
    )
    .bind(id)
    .fetch_all(store.readers())
    .await?;
    let Some(first) = rows.first() else {
        return Ok(None);
    };
    let sign_in = match first.maybe_text("login")? {
        Some(login) => Some(SignIn {
            login,
            has_password: first.flag("has_password")?,
        }),
        None => None,
    };
    let steps = rows.iter().map(|row| {
        Ok(Step {
            stage: row.parsed("candidate_stage", "step")?,
            at: row.moment("at")?,
            by: row.text("who")?,
        })
    });
    Ok(Some(Dossier {
        candidate: candidate(first)?,
        steps: steps.collect::<Result<_, StoreError>>()?,
        sign_in,
    }))
}
