//! Sessions, and the one place where access becomes a value.

use crate::accounts::language;
use crate::actors::{Actor, Admin, Learner, Recruiter, Supervisor, Trainer};
use crate::caches::Effect;
use crate::chance::{self, Token};
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use crate::signal;
use crate::writer::Tx;
use domain::hash::Hash;
use domain::time::Moment;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A session ends this long after its last request: 8 hours.
pub const IDLE_SECONDS: i64 = 8 * 60 * 60;

/// A session ends this long after signing in, whatever happens: 7 days.
pub const LIFE_SECONDS: i64 = 7 * 24 * 60 * 60;

/// How far the written time of the last request may lag behind.
const SEEN_SECONDS: i64 = 5 * 60;

/// A session as it is held in memory.
#[derive(Debug)]
pub(crate) struct Known {
    actor: Arc<Actor>,
    created: Moment,
    expires: Moment,
    seen: AtomicI64,
    written: AtomicI64,
}

impl Known {
    fn is_over(&self, now: Moment) -> bool {
        let seen = Moment(self.seen.load(Ordering::Relaxed));
        now >= self.expires || now >= seen.plus_seconds(IDLE_SECONDS)
    }
}

/// Somebody signed in, in one browser.
#[derive(Clone, Debug)]
pub struct Session {
    known: Arc<Known>,
    token: Hash,
    csrf: Hash,
}

impl Session {
    /// Who it is.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.known.actor
    }

    /// The hash of the token: names the session without letting anybody in.
    #[must_use]
    pub fn id(&self) -> Hash {
        self.token
    }

    /// What a form must carry to prove that a page of this session made it.
    #[must_use]
    pub fn csrf(&self) -> String {
        self.csrf.to_string()
    }

    /// When it began.
    #[must_use]
    pub fn created(&self) -> Moment {
        self.known.created
    }

    /// When it ends at the latest.
    #[must_use]
    pub fn expires(&self) -> Moment {
        self.known.expires
    }

    /// The capability of a learner, when the account has that access.
    #[must_use]
    pub fn learner(&self) -> Option<Learner> {
        Learner::of(&self.known.actor)
    }

    /// The capability of a trainer, when the account has that access.
    #[must_use]
    pub fn trainer(&self) -> Option<Trainer> {
        Trainer::of(&self.known.actor)
    }

    /// The capability of a recruiter, when the account has that access.
    #[must_use]
    pub fn recruiter(&self) -> Option<Recruiter> {
        Recruiter::of(&self.known.actor)
    }

    /// The capability of a supervisor, when the account has that access.
    #[must_use]
    pub fn supervisor(&self) -> Option<Supervisor> {
        Supervisor::of(&self.known.actor)
    }

    /// The capability of an administrator, when the account has that access.
    #[must_use]
    pub fn admin(&self) -> Option<Admin> {
        Admin::of(&self.known.actor)
    }
}

/// One of somebody's own sessions, for the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The hash of its token.
    pub id: Hash,
    /// When it began.
    pub created: Moment,
    /// The last request, to within a few minutes.
    pub seen: Moment,
}

/// Begins a session for an account whose password was checked; the token goes into the cookie.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such account, or it is disabled.
pub async fn start(tx: &mut Tx, account: &str, now: Moment) -> Result<Token, StoreError> {
    let token = Token::new()?;
    let done = sqlx::query(
        "INSERT INTO session (token, account, created, seen, expires)
         SELECT $1, id, $2, $2, $3 FROM account WHERE id = $4 AND disabled IS NULL",
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

/// Who is signed in with this token; nobody when it is unknown, over, or its account disabled.
///
/// # Errors
/// When the database fails: that is not the same as nobody.
pub async fn authenticate(store: &Store, token: &str, now: Moment) -> Result<Option<Session>, StoreError> {
    let hash = chance::hash(token);
    let known = match store.caches().sessions.get(&hash) {
        Some(known) => known,
        None => match load(store, hash).await? {
            Some(known) => known,
            None => return Ok(None),
        },
    };
    if known.is_over(now) {
        return Ok(None);
    }
    known.seen.fetch_max(now.0, Ordering::Relaxed);
    let written = Moment(known.written.load(Ordering::Relaxed));
    if now.seconds_since(written) >= SEEN_SECONDS {
        known.written.store(now.0, Ordering::Relaxed);
        store.post(move |tx| Box::pin(see(tx, hash, now)));
    }
    let csrf = Hash::of_parts([&b"csrf"[..], token.as_bytes()]);
    Ok(Some(Session {
        known,
        token: hash,
        csrf,
    }))
}

async fn load(store: &Store, token: Hash) -> Result<Option<Arc<Known>>, StoreError> {
    let ticket = store.caches().sessions.ticket();
    let row = sqlx::query(
        "SELECT s.account, s.created, s.seen, s.expires, a.person, a.login, a.access, a.language, p.name, p.team
         FROM session s JOIN account a ON a.id = s.account JOIN person p ON p.id = a.person
         WHERE s.token = $1 AND a.disabled IS NULL",
    )
    .bind(token.to_string())
    .fetch_optional(store.readers())
    .await?;
    let Some(row) = row else { return Ok(None) };
    let actor = Actor {
        account: row.text("account")?,
        person: row.text("person")?,
        login: row.text("login")?,
        name: row.maybe_text("name")?,
        team: row.maybe_text("team")?,
        access: row.parsed("account", "access")?,
        language: language(&row)?,
    };
    let known = Arc::new(Known {
        actor: Arc::new(actor),
        created: row.moment("created")?,
        expires: row.moment("expires")?,
        seen: AtomicI64::new(row.int("seen")?),
        written: AtomicI64::new(row.int("seen")?),
    });
    store.caches().sessions.put(ticket, token, 1, Arc::clone(&known));
    Ok(Some(known))
}

async fn see(tx: &mut Tx, token: Hash, now: Moment) -> Result<(), StoreError> {
    sqlx::query("UPDATE session SET seen = $1 WHERE token = $2 AND seen < $1")
        .bind(now.0)
        .bind(token.to_string())
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

/// The account of a token whose session is over but was not ended by anybody: whose post may be kept.
pub(crate) async fn expired_in(tx: &mut Tx, token: &str, now: Moment) -> Result<Option<String>, StoreError> {
    let row = sqlx::query("SELECT account FROM session WHERE token = $1 AND (expires <= $2 OR seen <= $3)")
        .bind(chance::hash(token).to_string())
        .bind(now.0)
        .bind(now.plus_seconds(-IDLE_SECONDS).0)
        .fetch_optional(&mut tx.conn)
        .await?;
    row.map(|row| row.text("account")).transpose()
}

/// One's own sessions that are not over, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn own(store: &Store, session: &Session, now: Moment) -> Result<Vec<Listed>, StoreError> {
    let rows = sqlx::query(
        "SELECT token, created, seen FROM session
         WHERE account = $1 AND expires > $2 AND seen > $3 ORDER BY created DESC",
    )
    .bind(session.actor().account.as_str())
    .bind(now.0)
    .bind(now.plus_seconds(-IDLE_SECONDS).0)
    .fetch_all(store.readers())
    .await?;
    let listed = rows.iter().map(|row| {
        Ok(Listed {
            id: row.hash("session", "token")?,
            created: row.moment("created")?,
            seen: row.moment("seen")?,
        })
    });
    listed.collect()
}

/// Ends one of one's own sessions, also the one in use.
///
/// # Errors
/// [`StoreError::NotFound`] when it is not one's own.
pub async fn end(tx: &mut Tx, session: &Session, which: Hash) -> Result<(), StoreError> {
    let done = sqlx::query("DELETE FROM session WHERE token = $1 AND account = $2")
        .bind(which.to_string())
        .bind(session.actor().account.as_str())
        .execute(&mut tx.conn)
        .await?;
    if done.rows_affected() == 0 {
        return Err(StoreError::NotFound("session"));
    }
    tx.after_commit(Effect::SessionEnded(which));
    signal::raise(tx).await
}

/// Ends all of one's own sessions but the one in use.
///
/// # Errors
/// When the database fails.
pub async fn end_rest(tx: &mut Tx, session: &Session) -> Result<(), StoreError> {
    end_others(tx, &session.actor().account, Some(session)).await
}

/// Ends the account's sessions but the one that is to stay.
pub(crate) async fn end_others(tx: &mut Tx, account: &str, stay: Option<&Session>) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM session WHERE account = $1 AND token <> $2")
        .bind(account)
        .bind(stay.map_or_else(String::new, |session| session.token.to_string()))
        .execute(&mut tx.conn)
        .await?;
    tx.after_commit(Effect::People);
    signal::raise(tx).await
}

/// Forgets sessions that were over a week ago; a job of the server. Returns how many.
///
/// # Errors
/// When the database fails.
pub async fn sweep(tx: &mut Tx, now: Moment) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM session WHERE expires < $1")
        .bind(now.plus_seconds(-LIFE_SECONDS).0)
        .execute(&mut tx.conn)
        .await?;
    Ok(done.rows_affected())
}

#[cfg(test)]
mod tests;
