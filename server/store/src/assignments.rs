//! The roles people prepare for, and their leaving.

use crate::accounts;
use crate::actors::{AssignsRoles, Authority, KeepsAccounts};
use crate::error::StoreError;
use crate::evidence::{self, NewEntry};
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::evidence::{Entry, Fact};
use domain::time::Moment;

/// Gives a person a role to prepare for.
///
/// # Errors
/// When the database fails, or there is no such person.
pub async fn assign(
    tx: &mut Tx,
    by: &impl AssignsRoles,
    person: &str,
    role: &str,
    now: Moment,
) -> Result<Entry, StoreError> {
    enter(
        tx,
        by,
        person,
        Fact::RoleAssigned {
            role: role.to_owned(),
        },
        now,
    )
    .await
}

/// Enters that a person left the company and disables the account, if there is one.
///
/// # Errors
/// [`StoreError::LastAdmin`] when nobody would be left to look after accounts.
pub async fn leave(
    tx: &mut Tx,
    by: &impl KeepsAccounts,
    person: &str,
    now: Moment,
) -> Result<Entry, StoreError> {
    let account = sqlx::query("SELECT id FROM account WHERE person = $1")
        .bind(person)
        .fetch_optional(&mut tx.conn)
        .await?;
    if let Some(row) = account {
        accounts::disable(tx, by, &row.text("id")?, now).await?;
    }
    enter(tx, by, person, Fact::Left, now).await
}

async fn enter(
    tx: &mut Tx,
    by: &impl Authority,
    person: &str,
    fact: Fact,
    now: Moment,
) -> Result<Entry, StoreError> {
    let actor = by.account().map(str::to_owned);
    let entry = NewEntry {
        person: Some(person.to_owned()),
        actor,
        happened: now,
        fact,
        text: None,
    };
    evidence::append(tx, entry, now).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actors::Operator;
    use crate::people;
    use crate::sessions;
    use crate::testing::{NOW, Temp};

    #[tokio::test]
    async fn who_leaves_cannot_sign_in() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let session = temp.session(&store, "anna", "learner").await;
        let person = session.actor().person.clone();
        let work = store.write(move |tx| {
            Box::pin(async move {
                assign(tx, &Operator::new(), &person, "phone-agent", NOW).await?;
                leave(tx, &Operator::new(), &person, NOW).await
            })
        });
        let left = work.await.unwrap();
        assert_eq!(left.fact, Fact::Left);
        assert!(sessions::own(&store, &session, NOW).await.unwrap().is_empty());
        assert!(
            accounts::credentials(&store, "anna")
                .await
                .unwrap()
                .unwrap()
                .disabled
        );
        assert_eq!(people::of_role(&store, "phone-agent").await.unwrap().len(), 1);
    }
}
