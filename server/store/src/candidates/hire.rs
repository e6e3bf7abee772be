//! Hiring: candidate, evidence, account and invitation in one transaction.

use super::{Stage, enter};
use crate::accounts::{self, NewAccount};
use crate::actors::Recruiter;
use crate::caches::Effect;
use crate::chance::Token;
use crate::error::StoreError;
use crate::evidence::{self, NewEntry};
use crate::invitations;
use crate::row::Columns as _;
use crate::signal;
use crate::writer::Tx;
use domain::access::{Access, AccessSet};
use domain::evidence::Fact;
use domain::hash::Hash;
use domain::lang::Lang;
use domain::score::Milli;
use domain::time::Moment;

/// A candidate to be hired.
#[derive(Clone, Debug)]
pub struct Hire {
    /// The candidate's id.
    pub candidate: String,
    /// The role to prepare for.
    pub role: String,
    /// The sign-in name; not used when the person has an account already.
    pub login: String,
    /// The id of the team to work in; the person's own stays when none.
    pub team: Option<String>,
    /// The language of the interface.
    pub language: Option<Lang>,
    /// The interview's total.
    pub score: Option<Milli>,
    /// The kit's version the total was computed with.
    pub version: Option<Hash>,
}

/// What hiring made.
#[derive(Clone, Debug)]
pub struct Hired {
    /// The person's id.
    pub person: String,
    /// The account's id.
    pub account: String,
    /// For the link at which the new hire sets a password; none when the person could sign in before.
    pub invitation: Option<Token>,
}

/// Hires a candidate: the stage, the evidence (hired, role assigned), an account with learner access and an
/// invitation, all or nothing.
///
/// # Errors
/// [`StoreError::NotFound`]; [`StoreError::CandidateHired`]; [`StoreError::DuplicateLogin`];
/// [`StoreError::BadLogin`]; [`StoreError::OwnWork`].
pub async fn hire(tx: &mut Tx, recruiter: &Recruiter, hire: Hire, now: Moment) -> Result<Hired, StoreError> {
    enter(tx, recruiter, &hire.candidate, Stage::Hired, None, now).await?;
    let row = sqlx::query(
        "SELECT c.person, a.id AS account, a.access
         FROM candidate c LEFT JOIN account a ON a.person = c.person WHERE c.id = $1",
    )
    .bind(hire.candidate.as_str())
    .fetch_one(&mut tx.conn)
    .await?;
    let person = row.text("person")?;
    if let Some(team) = &hire.team {
        join(tx, &person, team).await?;
    }
    let assigned = Fact::RoleAssigned {
        role: hire.role.clone(),
    };
    let hired = Fact::Hired {
        role: hire.role,
        candidate: hire.candidate,
        score: hire.score,
        version: hire.version,
    };
    for fact in [hired, assigned] {
        evidence::append(tx, NewEntry::by(&recruiter.account, &person, fact, now), now).await?;
    }
    if let Some(account) = row.maybe_text("account")? {
        let access: AccessSet = row.parsed("account", "access")?;
        let access = access.iter().chain([Access::Learner]).collect();
        learn(tx, &account, &access).await?;
        return Ok(Hired {
            person,
            account,
            invitation: None,
        });
    }
    let new = NewAccount {
        person: person.clone(),
        login: hire.login,
        access: AccessSet::from_iter([Access::Learner]),
        password: None,
        language: hire.language,
    };
    let account = accounts::insert(tx, new, now).await?;
    let invitation = invitations::insert(tx, &account, now).await?;
    Ok(Hired {
        person,
        account,
        invitation: Some(invitation),
    })
}

/// Puts the person into a team.
async fn join(tx: &mut Tx, person: &str, team: &str) -> Result<(), StoreError> {
    let done = sqlx::query(
        "UPDATE person SET team = $1 WHERE id = $2 AND EXISTS (SELECT 1 FROM team WHERE id = $1)",
    )
    .bind(team)
    .bind(person)
    .execute(&mut tx.conn)
    .await?;
    if done.rows_affected() == 0 {
        return Err(StoreError::NotFound("team"));
    }
    tx.after_commit(Effect::People);
    signal::raise(tx).await
}

/// Somebody from inside becomes a learner and keeps what they could do before.
async fn learn(tx: &mut Tx, account: &str, access: &AccessSet) -> Result<(), StoreError> {
    sqlx::query("UPDATE account SET access = $1 WHERE id = $2")
        .bind(access.to_string())
        .bind(account)
        .execute(&mut tx.conn)
        .await?;
    tx.after_commit(Effect::People);
    signal::raise(tx).await
}
