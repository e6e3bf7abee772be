//! Who may rate, and the teams to join: what the forms about a candidate offer.

use crate::actors::Recruiter;
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use domain::access::{Access, AccessSet};
use std::collections::BTreeSet;

/// What the forms about a candidate offer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Accounts with recruiter access that are not disabled, by sign-in name.
    pub raters: Vec<Named>,
    /// Teams by name.
    pub teams: Vec<Named>,
    /// The sign-in names that are taken, in small letters.
    pub taken: BTreeSet<String>,
}

/// An id with the name people know it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
}

/// Raters, teams and taken sign-in names, in one round trip.
///
/// # Errors
/// When the database fails, or holds a row that cannot be read.
pub async fn choices(store: &Store, _by: &Recruiter) -> Result<Choices, StoreError> {
    let rows = sqlx::query(
        "SELECT 'rater' AS what, a.id, coalesce(p.name, a.login) AS name, a.access, a.login_key AS place,
                CASE WHEN a.disabled IS NULL THEN 1 ELSE 0 END AS active
         FROM account a JOIN person p ON p.id = a.person
         UNION ALL
         SELECT 'team', id, name, '', name, 1 FROM team
         ORDER BY what, place",
    )
    .fetch_all(store.readers())
    .await?;
    let mut choices = Choices::default();
    for row in &rows {
        let named = Named {
            id: row.text("id")?,
            name: row.text("name")?,
        };
        if row.text("what")? == "team" {
            choices.teams.push(named);
            continue;
        }
        choices.taken.insert(row.text("place")?);
        let access: AccessSet = row.parsed("account", "access")?;
        if row.flag("active")? && access.has(Access::Recruiter) {
            choices.raters.push(named);
        }
    }
    Ok(choices)
}
