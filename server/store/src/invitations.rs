//! Invitations: one-time links by which somebody sets the first password, or a new one after losing it.

use crate::accounts;
use crate::actors::KeepsAccounts;
use crate::chance::{self, Token};
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use crate::sessions;
use crate::writer::Tx;
use domain::time::Moment;

/// How long a link is good: 7 days.
pub const LIFE_SECONDS: i64 = 7 * 24 * 60 * 60;

/// Who was invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// The account's id.
    pub account: String,
    /// The sign-in name.
    pub login: String,
    /// The person's name, or the sign-in name when there is none.
    pub name: String,
    /// Until when the link is good.
    pub expires: Moment,
}

/// Makes a link for an account; earlier ones are no longer good. The token goes into the link, once.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such account, or it is disabled.
pub async fn invite(
    tx: &mut Tx,
    _by: &impl KeepsAccounts,
    account: &str,
    now: Moment,
) -> Result<Token, StoreError> {
    insert(tx, account, now).await
}

/// Makes a link on whatever authority the caller has checked.
pub(crate) async fn insert(tx: &mut Tx, account: &str, now: Moment) -> Result<Token, StoreError> {
    sqlx::query("DELETE FROM invitation WHERE account = $1 AND used IS NULL")
        .bind(account)
        .execute(&mut tx.conn)
        .await?;
    let token = Token::new()?;
    let done = sqlx::query(
        "INSERT INTO invitation (token, account, created, expires)
         SELECT $1, id, $2, $3 FROM account WHERE id = $4 AND disabled IS NULL",
    )
    .bind(chance::hash(token.reveal()).to_string())
    .bind(now.0)
    .bind(now.plus_seconds(LIFE_SECONDS).0)
    .bind(account)
    .execute(&mut tx.conn)
    .await?;
    if done.rows_affected() == 0 {
        return Err(StoreError::NotFound("account"));
    }
    Ok(token)
}

/// Whom a link invites; nobody when it is unknown, used, too old, or its account disabled.
///
/// # Errors
/// When the database fails.
pub async fn find(store: &Store, token: &str, now: Moment) -> Result<Option<Invited>, StoreError> {
    let row = sqlx::query(
        "SELECT i.account, i.expires, a.login, coalesce(p.name, a.login) AS name
         FROM invitation i JOIN account a ON a.id = i.account JOIN person p ON p.id = a.person
         WHERE i.token = $1 AND i.used IS NULL AND i.expires > $2 AND a.disabled IS NULL",
    )
    .bind(chance::hash(token).to_string())
    .bind(now.0)
    .fetch_optional(store.readers())
    .await?;
    row.map(|row| {
        Ok(Invited {
            account: row.text("account")?,
            login: row.text("login")?,
            name: row.text("name")?,
            expires: row.moment("expires")?,
        })
    })
    .transpose()
}

/// Sets the password, a PHC string, of whoever was invited and uses the link up. Returns the account;
/// nobody when the link is no longer good. The account's sessions end.
///
/// # Errors
/// When the database fails.
pub async fn accept(
    tx: &mut Tx,
    token: &str,
    password: &str,
    now: Moment,
) -> Result<Option<String>, StoreError> {
    let row = sqlx::query(
        "UPDATE invitation SET used = $1 WHERE token = $2 AND used IS NULL AND expires > $1
         AND account IN (SELECT id FROM account WHERE disabled IS NULL) RETURNING account",
    )
    .bind(now.0)
    .bind(chance::hash(token).to_string())
    .fetch_optional(&mut tx.conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let account = row.text("account")?;
    accounts::write_password(tx, &account, password).await?;
    sessions::end_others(tx, &account, None).await?;
    Ok(Some(account))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actors::Operator;
    use crate::testing::{NOW, Temp};

    async fn invite_one(store: &Store, account: &str) -> Token {
        let account = account.to_owned();
        let work =
            store.write(move |tx| Box::pin(async move { invite(tx, &Operator::new(), &account, NOW).await }));
        work.await.unwrap()
    }

    async fn accept_one(store: &Store, token: &Token, now: Moment) -> Option<String> {
        let token = token.clone();
        let work =
            store.write(move |tx| Box::pin(async move { accept(tx, token.reveal(), "phc", now).await }));
        work.await.unwrap()
    }

    #[tokio::test]
    async fn a_link_works_once_and_for_a_week() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let account = temp.account(&store, "anna", "learner").await;
        let replaced = invite_one(&store, &account).await;
        let token = invite_one(&store, &account).await;
        assert_eq!(find(&store, replaced.reveal(), NOW).await.unwrap(), None);
        let invited = find(&store, token.reveal(), NOW).await.unwrap().unwrap();
        assert_eq!((&invited.login[..], &invited.name[..]), ("anna", "anna"));
        assert_eq!(find(&store, token.reveal(), invited.expires).await.unwrap(), None);
        assert_eq!(accept_one(&store, &token, invited.expires).await, None);
        assert_eq!(accept_one(&store, &token, NOW).await, Some(account.clone()));
        assert_eq!(accept_one(&store, &token, NOW).await, None);
        assert_eq!(find(&store, token.reveal(), NOW).await.unwrap(), None);
        let credentials = accounts::credentials(&store, "anna").await.unwrap().unwrap();
        assert_eq!(credentials.password.as_deref(), Some("phc"));
        let again = invite_one(&store, &account).await;
        temp.disable(&store, &account).await;
        assert_eq!(find(&store, again.reveal(), NOW).await.unwrap(), None);
        assert_eq!(accept_one(&store, &again, NOW).await, None);
    }
}
