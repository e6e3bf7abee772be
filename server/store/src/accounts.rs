//! Accounts: who can sign in, and with what access.

use crate::actors::KeepsAccounts;
use crate::caches::Effect;
use crate::chance;
use crate::error::{StoreError, unique};
use crate::open::Store;
use crate::row::Columns as _;
use crate::sessions::{self, Session};
use crate::signal;
use crate::writer::Tx;
use domain::access::AccessSet;
use domain::lang::Lang;
use domain::time::Moment;
use sqlx::any::AnyRow;
use std::sync::Arc;

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

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.person, p.name, a.login, a.access, a.language, a.created, a.disabled,
                    CASE WHEN a.password IS NULL THEN 0 ELSE 1 END AS has_password
             FROM account a JOIN person p ON p.id = a.person ",
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actors::Operator;
    use crate::people::{self, NewPerson};
    use crate::testing::{NOW, Temp, sign_in};
    use domain::access::Access;

    async fn try_add(store: &Store, login: &str, person: Option<String>) -> Result<String, StoreError> {
        let login = login.to_owned();
        let work = store.write(move |tx| {
            Box::pin(async move {
                let by = Operator::new();
                let person = match person {
                    Some(person) => person,
                    None => people::add(tx, &by, NewPerson::named("A"), NOW).await?,
                };
                let access = AccessSet::from_iter([Access::Learner]);
                let new = NewAccount {
                    person,
                    login,
                    access,
                    password: Some("phc".to_owned()),
                    language: None,
                };
                add(tx, &by, new, NOW).await
            })
        });
        work.await
    }

    #[tokio::test]
    async fn a_sign_in_name_is_one_whatever_its_case() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let id = try_add(&store, "Anna", None).await.unwrap();
        let found = by_login(&store, "aNNa").await.unwrap().unwrap();
        assert_eq!((&found.id, &found.login[..]), (&id, "Anna"));
        assert_eq!(get(&store, &id).await.unwrap().as_ref(), Some(&*found));
        assert!(matches!(
            try_add(&store, "anna", None).await,
            Err(StoreError::DuplicateLogin)
        ));
        let again = try_add(&store, "anna2", Some(found.person.clone())).await;
        assert!(matches!(again, Err(StoreError::DuplicateAccount)));
        for bad in ["", "a b", "a/b", "../x", &"x".repeat(65)] {
            assert!(
                matches!(try_add(&store, bad, None).await, Err(StoreError::BadLogin)),
                "{bad}"
            );
        }
        // What was refused left no person behind.
        assert_eq!(people::list(&store).await.unwrap().len(), 1);
        assert_eq!(by_login(&store, "nobody").await.unwrap(), None);
    }

    #[tokio::test]
    async fn a_disabled_account_is_out_at_once() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let id = temp.account(&store, "anna", "learner").await;
        let token = {
            let id = id.clone();
            store
                .write(move |tx| Box::pin(async move { sessions::start(tx, &id, NOW).await }))
                .await
                .unwrap()
        };
        assert!(
            sessions::authenticate(&store, token.reveal(), NOW)
                .await
                .unwrap()
                .is_some()
        );
        temp.disable(&store, &id).await;
        assert!(
            sessions::authenticate(&store, token.reveal(), NOW)
                .await
                .unwrap()
                .is_none()
        );
        assert!(credentials(&store, "anna").await.unwrap().unwrap().disabled);
        let account = id.clone();
        let start = store
            .write(move |tx| Box::pin(async move { sessions::start(tx, &account, NOW).await }))
            .await;
        assert!(matches!(start, Err(StoreError::NotFound("account"))));
        store
            .write(move |tx| Box::pin(async move { enable(tx, &Operator::new(), &id).await }))
            .await
            .unwrap();
        assert!(!credentials(&store, "anna").await.unwrap().unwrap().disabled);
        // Enabling does not bring old sessions back.
        assert!(
            sessions::authenticate(&store, token.reveal(), NOW)
                .await
                .unwrap()
                .is_none()
        );
    }

    #[tokio::test]
    async fn access_changes_with_the_next_request() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let session = temp.session(&store, "anna", "learner").await;
        assert!(session.learner().is_some() && session.trainer().is_none());
        let account = session.actor().account.clone();
        let id = account.clone();
        let work = store.write(move |tx| {
            Box::pin(async move { set_access(tx, &Operator::new(), &id, &"trainer".parse().unwrap()).await })
        });
        work.await.unwrap();
        let session = sign_in(&store, account).await;
        assert!(session.learner().is_none() && session.trainer().is_some());
    }

    #[tokio::test]
    async fn somebody_always_looks_after_accounts() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let id = temp.account(&store, "root", "admin").await;
        let work =
            store.write(move |tx| Box::pin(async move { disable(tx, &Operator::new(), &id, NOW).await }));
        assert!(matches!(work.await, Err(StoreError::LastAdmin)));
    }

    #[tokio::test]
    async fn a_new_password_ends_the_other_sessions() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let mine = temp.session(&store, "anna", "learner").await;
        let account = mine.actor().account.clone();
        sign_in(&store, account).await;
        assert_eq!(sessions::own(&store, &mine, NOW).await.unwrap().len(), 2);
        let session = mine.clone();
        store
            .write(move |tx| Box::pin(async move { change_password(tx, &session, "new").await }))
            .await
            .unwrap();
        let left = sessions::own(&store, &mine, NOW).await.unwrap();
        assert_eq!(left.iter().map(|one| one.id).collect::<Vec<_>>(), [mine.id()]);
        assert_eq!(
            credentials(&store, "anna")
                .await
                .unwrap()
                .unwrap()
                .password
                .as_deref(),
            Some("new")
        );
        let language = mine.clone();
        store
            .write(move |tx| Box::pin(async move { choose_language(tx, &language, &Lang::english()).await }))
            .await
            .unwrap();
        let account = by_login(&store, "anna").await.unwrap().unwrap();
        assert_eq!(account.language, Some(Lang::english()));
        assert!(account.has_password);
    }
}
