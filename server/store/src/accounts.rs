//! Accounts: who can sign in, and with what access.

mod find;
#[cfg(test)]
mod tests;

pub(crate) use find::language;
pub use find::{by_login, by_login_for, credentials, get, list};

use crate::actors::KeepsAccounts;
use crate::caches::Effect;
use crate::chance;
use crate::error::{StoreError, unique};
use crate::row::Columns as _;
use crate::sessions::{self, Session};
use crate::signal;
use crate::writer::Tx;
use domain::access::AccessSet;
use domain::lang::Lang;
use domain::time::Moment;

/// Somebody who can sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// UUIDv7 as text.
    pub id: String,
    /// The person's id.
    pub person: String,
    /// The person's name; none when it was erased.
    pub name: Option<String>,
    /// The sign-in name as it was entered.
    pub login: String,
    /// What the account may do.
    pub access: AccessSet,
    /// The language chosen for the interface.
    pub language: Option<Lang>,
    /// Whether a password was set yet.
    pub has_password: bool,
    /// When it was made.
    pub created: Moment,
    /// Since when it cannot sign in.
    pub disabled: Option<Moment>,
}

impl Account {
    /// The name, or the sign-in name when there is none.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.login)
    }
}

/// An account to be made for a person that is there.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// The person's id.
    pub person: String,
    /// 1 to 64 letters, digits, or any of `. - _ @`; upper and lower case are the same.
    pub login: String,
    /// What it may do.
    pub access: AccessSet,
    /// A PHC string; none when the person sets the first password by an invitation.
    pub password: Option<String>,
    /// The language of the interface.
    pub language: Option<Lang>,
}

/// What a sign-in is checked against.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The account.
    pub account: String,
    /// A PHC string; none until the first password is set.
    pub password: Option<String>,
    /// A disabled account cannot sign in.
    pub disabled: bool,
}

/// Whether the text can be a sign-in name.
#[must_use]
pub fn is_login(text: &str) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '@');
    (1..=64).contains(&text.chars().count()) && text.chars().all(allowed) && !text.starts_with('.')
}

fn key(login: &str) -> String {
    login.to_lowercase()
}

/// Makes an account and returns its id.
///
/// # Errors
/// [`StoreError::BadLogin`], [`StoreError::DuplicateLogin`], [`StoreError::DuplicateAccount`].
pub async fn add(
    tx: &mut Tx,
    _by: &impl KeepsAccounts,
    account: NewAccount,
    now: Moment,
) -> Result<String, StoreError> {
    insert(tx, account, now).await
}

/// Makes an account on whatever authority the caller has checked.
pub(crate) async fn insert(tx: &mut Tx, account: NewAccount, now: Moment) -> Result<String, StoreError> {
    if !is_login(&account.login) {
        return Err(StoreError::BadLogin);
    }
    let taken = sqlx::query("SELECT login_key FROM account WHERE person = $1")
        .bind(account.person.as_str())
        .fetch_optional(&mut tx.conn)
        .await?;
    if taken.is_some() {
        return Err(StoreError::DuplicateAccount);
    }
    let id = chance::id(now)?;
    sqlx::query(
        "INSERT INTO account (id, person, login, login_key, password, access, language, created)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(id.as_str())
    .bind(account.person)
    .bind(account.login.as_str())
    .bind(key(&account.login))
    .bind(account.password)
    .bind(account.access.to_string())
    .bind(account.language.map(|lang| lang.to_string()))
    .bind(now.0)
    .execute(&mut tx.conn)
    .await
    .map_err(unique(StoreError::DuplicateLogin))?;
    tx.after_commit(Effect::People);
    signal::raise(tx).await?;
    Ok(id)
}

/// Sets what an account may do; its sessions have the new access from their next request on.
///
/// # Errors
/// [`StoreError::NotFound`]; [`StoreError::LastAdmin`] when nobody would be left to look after accounts.
pub async fn set_access(
    tx: &mut Tx,
    _by: &impl KeepsAccounts,
    account: &str,
    access: &AccessSet,
) -> Result<(), StoreError> {
    let had_admin = has_admin(tx).await?;
    let done = sqlx::query("UPDATE account SET access = $1 WHERE id = $2")
        .bind(access.to_string())
        .bind(account)
        .execute(&mut tx.conn)
        .await?;
    changed(tx, done.rows_affected()).await?;
    still_has_admin(tx, had_admin).await
}

/// Disables an account and ends its sessions.
///
/// # Errors
/// [`StoreError::NotFound`]; [`StoreError::LastAdmin`] when nobody would be left to look after accounts.
pub async fn disable(
    tx: &mut Tx,
    _by: &impl KeepsAccounts,
    account: &str,
    now: Moment,
) -> Result<(), StoreError> {
    let had_admin = has_admin(tx).await?;
    let done = sqlx::query("UPDATE account SET disabled = coalesce(disabled, $1) WHERE id = $2")
        .bind(now.0)
        .bind(account)
        .execute(&mut tx.conn)
        .await?;
    changed(tx, done.rows_affected()).await?;
    still_has_admin(tx, had_admin).await?;
    sessions::end_others(tx, account, None).await
}

/// Lets a disabled account sign in again.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such account.
pub async fn enable(tx: &mut Tx, _by: &impl KeepsAccounts, account: &str) -> Result<(), StoreError> {
    let done = sqlx::query("UPDATE account SET disabled = NULL WHERE id = $1")
        .bind(account)
        .execute(&mut tx.conn)
        .await?;
    changed(tx, done.rows_affected()).await
}

/// Sets somebody's password, a PHC string, and ends all sessions of the account.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such account.
pub async fn set_password(
    tx: &mut Tx,
    _by: &impl KeepsAccounts,
    account: &str,
    password: &str,
) -> Result<(), StoreError> {
    write_password(tx, account, password).await?;
    sessions::end_others(tx, account, None).await
}

/// Changes one's own password, a PHC string, and ends one's other sessions.
///
/// # Errors
/// When the database fails.
pub async fn change_password(tx: &mut Tx, session: &Session, password: &str) -> Result<(), StoreError> {
    write_password(tx, &session.actor().account, password).await?;
    sessions::end_others(tx, &session.actor().account, Some(session)).await
}

/// Writes a password on whatever authority the caller has checked.
pub(crate) async fn write_password(tx: &mut Tx, account: &str, password: &str) -> Result<(), StoreError> {
    let done = sqlx::query("UPDATE account SET password = $1 WHERE id = $2")
        .bind(password)
        .bind(account)
        .execute(&mut tx.conn)
        .await?;
    changed(tx, done.rows_affected()).await
}

/// Chooses the language of one's own interface.
///
/// # Errors
/// When the database fails.
pub async fn choose_language(tx: &mut Tx, session: &Session, language: &Lang) -> Result<(), StoreError> {
    let done = sqlx::query("UPDATE account SET language = $1 WHERE id = $2")
        .bind(language.as_str())
        .bind(session.actor().account.as_str())
        .execute(&mut tx.conn)
        .await?;
    changed(tx, done.rows_affected()).await
}

async fn changed(tx: &mut Tx, rows: u64) -> Result<(), StoreError> {
    if rows == 0 {
        return Err(StoreError::NotFound("account"));
    }
    tx.after_commit(Effect::People);
    signal::raise(tx).await
}

async fn has_admin(tx: &mut Tx) -> Result<bool, StoreError> {
    let row = sqlx::query("SELECT count(*) AS n FROM account WHERE disabled IS NULL AND access LIKE $1")
        .bind("%admin%")
        .fetch_one(&mut tx.conn)
        .await?;
    Ok(row.int("n")? > 0)
}

async fn still_has_admin(tx: &mut Tx, had_admin: bool) -> Result<(), StoreError> {
    if had_admin && !has_admin(tx).await? {
        Err(StoreError::LastAdmin)
    } else {
        Ok(())
    }
}
