//! Evidence: append-only entries, chained by hash. What they mean is in [`domain::evidence`].

mod append;
#[cfg(test)]
mod tests;

pub(crate) use append::append;
pub use append::{NewEntry, record};

use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::evidence::Entry;
use domain::evidence::record::Record;
use domain::hash::Hash;
use sqlx::AssertSqlSafe;
use sqlx::any::AnyRow;
use std::collections::HashMap;
use std::sync::Arc;

macro_rules! columns {
    () => {
        "e.seq, e.id, e.kind, e.person, e.actor, e.happened, e.recorded, e.role, e.subject, e.item, e.version,
         e.source, e.score, e.outcome, e.until, e.ends, e.text, e.hash"
    };
}
pub(crate) use columns;

/// Everything about one person, in the order it was recorded. Held in memory.
///
/// For a moment T in the past, leave out what was recorded after T.
///
/// # Errors
/// When the database fails, or holds an entry that cannot be read.
pub async fn of_person(store: &Store, person: &str) -> Result<Arc<[Entry]>, StoreError> {
    let key = person.to_owned();
    if let Some(held) = store.caches().evidence.get(&key) {
        return Ok(held);
    }
    let ticket = store.caches().evidence.ticket();
    let sql = concat!(
        "SELECT ",
        columns!(),
        " FROM evidence e WHERE e.person = $1 ORDER BY e.seq"
    );
    let rows = sqlx::query(sql).bind(person).fetch_all(store.readers()).await?;
    let entries = rows.iter().map(entry).collect::<Result<Arc<[Entry]>, _>>()?;
    store
        .caches()
        .evidence
        .put(ticket, key, entries.len() + 1, Arc::clone(&entries));
    Ok(entries)
}

/// Everything about one person as this transaction sees it: for a decision that is written in it.
///
/// # Errors
/// When the database fails, or holds an entry that cannot be read.
pub async fn of_person_in(tx: &mut Tx, person: &str) -> Result<Vec<Entry>, StoreError> {
    let sql = concat!(
        "SELECT ",
        columns!(),
        " FROM evidence e WHERE e.person = $1 ORDER BY e.seq"
    );
    let rows = sqlx::query(sql).bind(person).fetch_all(&mut tx.conn).await?;
    rows.iter().map(entry).collect()
}

/// What one person's entries of these kinds say, as this transaction sees it.
///
/// # Errors
/// When the database fails, or holds an entry that cannot be read.
pub(crate) async fn of_kinds_in(
    tx: &mut Tx,
    person: &str,
    kinds: &'static [&'static str],
) -> Result<Vec<Entry>, StoreError> {
    let places: Vec<String> = (0..kinds.len()).map(|at| format!("${}", at + 2)).collect();
    let sql = format!(
        concat!(
            "SELECT ",
            columns!(),
            " FROM evidence e WHERE e.person = $1 AND e.kind IN ({}) ORDER BY e.seq"
        ),
        places.join(", ")
    );
    let query = sqlx::query(AssertSqlSafe(sql)).bind(person);
    let query = kinds.iter().fold(query, |query, kind| query.bind(*kind));
    let rows = query.fetch_all(&mut tx.conn).await?;
    rows.iter().map(entry).collect()
}

/// Everything about each of these people, in at most one query (for every thousand people not in memory).
///
/// # Errors
/// When the database fails, or holds an entry that cannot be read.
pub async fn of_people(
    store: &Store,
    people: &[String],
) -> Result<HashMap<String, Arc<[Entry]>>, StoreError> {
    let cache = &store.caches().evidence;
    let mut found = HashMap::with_capacity(people.len());
    let mut missing = Vec::new();
    for person in people {
        match cache.get(person) {
            Some(held) => drop(found.insert(person.clone(), held)),
            None => missing.push(person),
        }
    }
    for people in missing.chunks(1000) {
        let ticket = cache.ticket();
        let sql = format!(
            "SELECT {} FROM evidence e WHERE e.person IN ({}) ORDER BY e.seq",
            columns!(),
            numbered(people.len())
        );
        let query = people
            .iter()
            .fold(sqlx::query(AssertSqlSafe(sql)), |query, person| {
                query.bind(person.as_str())
            });
        let mut lists: HashMap<&str, Vec<Entry>> = people
            .iter()
            .map(|person| (person.as_str(), Vec::new()))
            .collect();
        for row in query.fetch_all(store.readers()).await? {
            let entry = entry(&row)?;
            if let Some(list) = entry.person.as_deref().and_then(|person| lists.get_mut(person)) {
                list.push(entry);
            }
        }
        for (person, entries) in lists {
            let entries: Arc<[Entry]> = entries.into();
            cache.put(ticket, person.to_owned(), entries.len() + 1, Arc::clone(&entries));
            found.insert(person.to_owned(), entries);
        }
    }
    Ok(found)
}

/// `$1, $2, …`: as many places as there are values.
pub(crate) fn numbered(count: usize) -> String {
    let places: Vec<_> = (1..=count).map(|number| format!("${number}")).collect();
    places.join(", ")
}

/// The entry that issued a certificate.
///
/// # Errors
/// When the database fails, or holds an entry that cannot be read.
pub async fn certificate(store: &Store, number: &str) -> Result<Option<Entry>, StoreError> {
    let sql = concat!(
        "SELECT ",
        columns!(),
        " FROM evidence e WHERE e.kind = 'certified' AND e.subject = $1"
    );
    let row = sqlx::query(sql)
        .bind(number)
        .fetch_optional(store.readers())
        .await?;
    row.as_ref().map(entry).transpose()
}

/// What stands beside an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The name of whoever it is by, or the sign-in name when there is none; none for what happened by itself.
    pub by: Option<String>,
    /// The note or reason; none when there is none, or it was erased.
    pub note: Option<String>,
}

/// What stands beside a person's entries, by the entry's id; in one round trip.
///
/// # Errors
/// When the database fails.
pub async fn said(store: &Store, person: &str) -> Result<HashMap<String, Said>, StoreError> {
    let rows = sqlx::query(
        "SELECT e.id, COALESCE(p.name, a.login) AS name, t.text FROM evidence e
         LEFT JOIN account a ON a.id = e.actor LEFT JOIN person p ON p.id = a.person
         LEFT JOIN evidence_text t ON t.entry = e.id WHERE e.person = $1",
    )
    .bind(person)
    .fetch_all(store.readers())
    .await?;
    rows.iter()
        .map(|row| {
            let said = Said {
                by: row.maybe_text("name")?,
                note: row.maybe_text("text")?,
            };
            Ok((row.text("id")?, said))
        })
        .collect()
}

/// Erases the words behind a person's entries, with their salts, so that not even a guess can be checked.
pub(crate) async fn erase_texts(tx: &mut Tx, person: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM evidence_text WHERE entry IN (SELECT id FROM evidence WHERE person = $1)")
        .bind(person)
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

/// The entry in a row.
pub(crate) fn entry(row: &AnyRow) -> Result<Entry, StoreError> {
    Ok(recorded(row)?.entry()?)
}

/// The row as the chain covers it.
pub(crate) fn recorded(row: &AnyRow) -> Result<Record, StoreError> {
    Ok(Record {
        id: row.text("id")?,
        kind: row.text("kind")?,
        person: row.maybe_text("person")?,
        actor: row.maybe_text("actor")?,
        happened: row.int("happened")?,
        recorded: row.int("recorded")?,
        role: row.maybe_text("role")?,
        subject: row.maybe_text("subject")?,
        item: row.maybe_text("item")?,
        version: row.maybe_text("version")?,
        source: row.maybe_text("source")?,
        score: row.maybe_int("score")?,
        outcome: row.maybe_text("outcome")?,
        until: row.maybe_int("until")?,
        ends: row.maybe_int("ends")?,
        text: row.maybe_text("text")?,
    })
}

/// The hash of the last entry and its number; the zero hash before the first.
///
/// # Errors
/// When the database fails.
pub async fn head(store: &Store) -> Result<(i64, Hash), StoreError> {
    let row = sqlx::query("SELECT seq, hash FROM chain_head WHERE one = $1")
        .bind(1_i64)
        .fetch_one(store.readers())
        .await?;
    Ok((row.int("seq")?, row.hash("chain_head", "hash")?))
}
