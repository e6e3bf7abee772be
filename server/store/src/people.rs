//! People, from candidate on. Who can sign in has an account besides; see [`crate::accounts`].

use crate::actors::KeepsAccounts;
use crate::attempts;
use crate::caches::Effect;
use crate::candidates;
use crate::chance;
use crate::error::StoreError;
use crate::evidence;
use crate::lesson_places;
use crate::mistakes;
use crate::open::Store;
use crate::plays;
use crate::ratings;
use crate::recordings;
use crate::row::Columns as _;
use crate::signal;
use crate::writer::Tx;
use domain::time::Moment;
use sqlx::any::AnyRow;

/// Somebody, from candidate on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// UUIDv7 as text.
    pub id: String,
    /// None when it was erased.
    pub name: Option<String>,
    /// The team's id.
    pub team: Option<String>,
    /// The team's name.
    pub team_name: Option<String>,
    /// The company that employs the person when it is not this one.
    pub employer: Option<String>,
    /// The sign-in name, when the person can sign in.
    pub login: Option<String>,
    /// When the person was entered.
    pub created: Moment,
    /// When name and texts were erased.
    pub erased: Option<Moment>,
}

/// Somebody to be entered.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// The name.
    pub name: String,
    /// The team's id.
    pub team: Option<String>,
    /// The company that employs the person when it is not this one.
    pub employer: Option<String>,
}

impl NewPerson {
    /// Somebody without a team, employed here.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            team: None,
            employer: None,
        }
    }
}

/// Enters a person and returns the id.
///
/// # Errors
/// When the database fails, or there is no such team.
pub async fn add(
    tx: &mut Tx,
    _by: &impl KeepsAccounts,
    person: NewPerson,
    now: Moment,
) -> Result<String, StoreError> {
    insert(tx, &person, now).await
}

/// Enters a person on whatever authority the caller has checked.
pub(crate) async fn insert(tx: &mut Tx, person: &NewPerson, now: Moment) -> Result<String, StoreError> {
    let id = chance::id(now)?;
    sqlx::query("INSERT INTO person (id, name, team, employer, created) VALUES ($1, $2, $3, $4, $5)")
        .bind(id.as_str())
        .bind(person.name.as_str())
        .bind(person.team.as_deref())
        .bind(person.employer.as_deref())
        .bind(now.0)
        .execute(&mut tx.conn)
        .await?;
    Ok(id)
}

/// Changes name, team and employer.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such person, or the person was erased.
pub async fn change(
    tx: &mut Tx,
    _by: &impl KeepsAccounts,
    person: &str,
    new: NewPerson,
) -> Result<(), StoreError> {
    let done =
        sqlx::query("UPDATE person SET name = $1, team = $2, employer = $3 WHERE id = $4 AND erased IS NULL")
            .bind(new.name)
            .bind(new.team)
            .bind(new.employer)
            .bind(person)
            .execute(&mut tx.conn)
            .await?;
    changed(tx, done.rows_affected()).await
}

/// Forgets the person's name and every text by or about the person. Entries, marks and results stay, with ids,
/// codes and numbers.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such person, or the person was erased before.
pub async fn erase(
    tx: &mut Tx,
    _by: &impl KeepsAccounts,
    person: &str,
    now: Moment,
) -> Result<(), StoreError> {
    let done = sqlx::query("UPDATE person SET name = NULL, erased = $1 WHERE id = $2 AND erased IS NULL")
        .bind(now.0)
        .bind(person)
        .execute(&mut tx.conn)
        .await?;
    changed(tx, done.rows_affected()).await?;
    attempts::erase_texts(tx, person).await?;
    lesson_places::forget(tx, person).await?;
    mistakes::forget(tx, person).await?;
    plays::erase_texts(tx, person).await?;
    recordings::forget(tx, person, now).await?;
    ratings::erase_texts(tx, person).await?;
    candidates::erase_texts(tx, person).await?;
    evidence::erase_texts(tx, person).await
}

async fn changed(tx: &mut Tx, rows: u64) -> Result<(), StoreError> {
    if rows == 0 {
        return Err(StoreError::NotFound("person"));
    }
    tx.after_commit(Effect::People);
    signal::raise(tx).await
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT p.id, p.name, p.team, t.name AS team_name, p.employer, a.login, p.created, p.erased
             FROM person p LEFT JOIN team t ON t.id = p.team LEFT JOIN account a ON a.person = p.id ",
            $rest
        )
    };
}

/// One person.
///
/// # Errors
/// When the database fails.
pub async fn get(store: &Store, id: &str) -> Result<Option<Person>, StoreError> {
    let row = sqlx::query(select!("WHERE p.id = $1"))
        .bind(id)
        .fetch_optional(store.readers())
        .await?;
    row.as_ref().map(person).transpose()
}

/// Everybody, oldest entry first.
///
/// # Errors
/// When the database fails.
pub async fn list(store: &Store) -> Result<Vec<Person>, StoreError> {
    let rows = sqlx::query(select!("ORDER BY p.created, p.id"))
        .fetch_all(store.readers())
        .await?;
    rows.iter().map(person).collect()
}

/// Whom this supervisor looks after: the people of the own teams and all whom nobody leads, because they have no
/// team, or one whose leader is gone. Who leads no team looks after everybody.
///
/// # Errors
/// When the database fails.
pub async fn looked_after_by(store: &Store, account: &str) -> Result<Vec<Person>, StoreError> {
    let sql = select!(
        "LEFT JOIN account l ON l.id = t.supervisor AND l.disabled IS NULL AND l.access LIKE '%supervisor%'
         WHERE l.id IS NULL OR l.id = $1 OR NOT EXISTS (SELECT 1 FROM team own WHERE own.supervisor = $1)
         ORDER BY p.created, p.id"
    );
    let rows = sqlx::query(sql).bind(account).fetch_all(store.readers()).await?;
    rows.iter().map(person).collect()
}

/// Everybody who was ever given this role, by the order of the assignments.
///
/// # Errors
/// When the database fails.
pub async fn of_role(store: &Store, role: &str) -> Result<Vec<Person>, StoreError> {
    let sql = select!(
        "JOIN (SELECT person, min(seq) AS seq FROM evidence WHERE kind = 'role-assigned' AND role = $1
               GROUP BY person) e ON e.person = p.id
         ORDER BY e.seq"
    );
    let rows = sqlx::query(sql).bind(role).fetch_all(store.readers()).await?;
    rows.iter().map(person).collect()
}

fn person(row: &AnyRow) -> Result<Person, StoreError> {
    Ok(Person {
        id: row.text("id")?,
        name: row.maybe_text("name")?,
        team: row.maybe_text("team")?,
        team_name: row.maybe_text("team_name")?,
        employer: row.maybe_text("employer")?,
        login: row.maybe_text("login")?,
        created: row.moment("created")?,
        erased: row.maybe_moment("erased")?,
    })
}

#[cfg(test)]
mod tests;
