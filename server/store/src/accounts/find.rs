//! Reading accounts.

use super::{Account, Credentials, key};
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use domain::lang::Lang;
use sqlx::any::AnyRow;
use std::sync::Arc;

macro_rules! select {
    ($rest:literal) => {
        select!("", $rest)
    };
    ($further:literal, $rest:literal) => {
        concat!(
            "SELECT a.id, a.person, p.name, a.login, a.access, a.language, a.created, a.disabled,
                    CASE WHEN a.password IS NULL THEN 0 ELSE 1 END AS has_password ",
            $further,
            " FROM account a JOIN person p ON p.id = a.person ",
            $rest
        )
    };
}

/// All accounts by sign-in name.
///
/// # Errors
/// When the database fails.
pub async fn list(store: &Store) -> Result<Vec<Account>, StoreError> {
    let rows = sqlx::query(select!("ORDER BY a.login_key"))
        .fetch_all(store.readers())
        .await?;
    rows.iter().map(account).collect()
}

/// The account with this sign-in name, whatever its case. Held in memory.
///
/// # Errors
/// When the database fails.
pub async fn by_login(store: &Store, login: &str) -> Result<Option<Arc<Account>>, StoreError> {
    let key = key(login);
    if let Some(held) = store.caches().accounts.get(&key) {
        return Ok(Some(held));
    }
    let ticket = store.caches().accounts.ticket();
    let sql = select!("WHERE a.login_key = $1");
    let Some(row) = sqlx::query(sql)
        .bind(key.as_str())
        .fetch_optional(store.readers())
        .await?
    else {
        return Ok(None);
    };
    let account = Arc::new(account(&row)?);
    store.caches().accounts.put(ticket, key, 1, Arc::clone(&account));
    Ok(Some(account))
}

/// The account with this sign-in name, whatever its case, and whether this supervisor looks after its owner, as
/// [`crate::people::looked_after_by`] says; in one round trip.
///
/// # Errors
/// When the database fails.
pub async fn by_login_for(
    store: &Store,
    login: &str,
    supervisor: &str,
) -> Result<Option<(Account, bool)>, StoreError> {
    let sql = select!(
        ", CASE WHEN l.id IS NULL OR l.id = $2
                     OR NOT EXISTS (SELECT 1 FROM team own WHERE own.supervisor = $2) THEN 1 ELSE 0 END AS looked_after",
        "LEFT JOIN team t ON t.id = p.team
         LEFT JOIN account l ON l.id = t.supervisor AND l.disabled IS NULL AND l.access LIKE '%supervisor%'
         WHERE a.login_key = $1"
    );
    let row = sqlx::query(sql)
        .bind(key(login))
        .bind(supervisor)
        .fetch_optional(store.readers())
        .await?;
    row.map(|row| Ok((account(&row)?, row.flag("looked_after")?)))
        .transpose()
}

/// The account with this id.
///
/// # Errors
/// When the database fails.
pub async fn get(store: &Store, id: &str) -> Result<Option<Account>, StoreError> {
    let row = sqlx::query(select!("WHERE a.id = $1"))
        .bind(id)
        .fetch_optional(store.readers())
        .await?;
    row.as_ref().map(account).transpose()
}

/// What a sign-in under this name is checked against.
///
/// # Errors
/// When the database fails.
pub async fn credentials(store: &Store, login: &str) -> Result<Option<Credentials>, StoreError> {
    let sql = "SELECT id, password, disabled FROM account WHERE login_key = $1";
    let row = sqlx::query(sql)
        .bind(key(login))
        .fetch_optional(store.readers())
        .await?;
    row.map(|row| {
        Ok(Credentials {
            account: row.text("id")?,
            password: row.maybe_text("password")?,
            disabled: row.maybe_int("disabled")?.is_some(),
        })
    })
    .transpose()
}

fn account(row: &AnyRow) -> Result<Account, StoreError> {
    Ok(Account {
        id: row.text("id")?,
        person: row.text("person")?,
        name: row.maybe_text("name")?,
        login: row.text("login")?,
        access: row.parsed("account", "access")?,
        language: language(row)?,
        has_password: row.flag("has_password")?,
        created: row.moment("created")?,
        disabled: row.maybe_moment("disabled")?,
    })
}

pub(crate) fn language(row: &AnyRow) -> Result<Option<Lang>, StoreError> {
    let Some(tag) = row.maybe_text("language")? else {
        return Ok(None);
    };
    Lang::parse(&tag)
        .map(Some)
        .ok_or_else(|| StoreError::inconsistent("account", tag, "language"))
}
