//! Releases: published states of the content folder. They never change, and their files are kept by hash.

macro_rules! select {
    () => {
        "SELECT r.number, r.address, r.published, r.note, r.publisher, coalesce(p.name, a.login) AS publisher_name
         FROM release r LEFT JOIN account a ON a.id = r.publisher LEFT JOIN person p ON p.id = a.person"
    };
}

mod find;
#[cfg(test)]
mod tests;

pub use find::{as_of, current, file, files, history};

use crate::actors::Publishes;
use crate::error::StoreError;
use crate::evidence::{self, NewEntry};
use crate::open::Store;
use crate::row::Columns as _;
use crate::signal;
use crate::writer::Tx;
use domain::content::source::File;
use domain::evidence::Fact;
use domain::hash::Hash;
use domain::time::Moment;
use sqlx::any::AnyRow;
use std::collections::BTreeMap;

/// A published state of the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Counted from 1.
    pub number: i64,
    /// The hash of all paths and contents. Content that comes back after another has the same address.
    pub address: Hash,
    /// When it became the current one.
    pub published: Moment,
    /// What the publisher said about it.
    pub note: String,
    /// The account that published it; none for the command line and the first start.
    pub publisher: Option<String>,
    /// The publisher's name, or the sign-in name when there is none.
    pub publisher_name: Option<String>,
}

/// What happened to a file from one release to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It is new.
    Added,
    /// Its content is another.
    Changed,
    /// It is gone.
    Removed,
}

/// A file that differs from the release before.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// Relative to the content folder.
    pub path: String,
    /// What happened to it.
    pub kind: Kind,
}

/// What publishing did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Published {
    /// A new release is the current one.
    New {
        /// The release.
        release: Release,
        /// How it differs from the one before, by path.
        changes: Vec<Change>,
    },
    /// The content is that of the current release; nothing was written.
    Unchanged {
        /// The current release.
        release: Release,
    },
}

/// The address of a content folder in this state; the order of the files does not count.
#[must_use]
pub fn address(files: &[File]) -> Hash {
    let files: BTreeMap<&str, Hash> = files
        .iter()
        .map(|file| (file.path.as_str(), Hash::of(&file.bytes)))
        .collect();
    address_of(&files)
}

/// The address of these paths and hashes.
pub(crate) fn address_of(files: &BTreeMap<&str, Hash>) -> Hash {
    Hash::of_parts(
        files
            .iter()
            .flat_map(|(path, hash)| [path.as_bytes(), hash.0.as_slice()]),
    )
}

/// How the content folder would differ from the current release if it were published now.
///
/// # Errors
/// When the database fails.
pub async fn changes(store: &Store, files: &[File]) -> Result<Vec<Change>, StoreError> {
    let rows = sqlx::query(CURRENT_FILES).fetch_all(store.readers()).await?;
    let new = files
        .iter()
        .map(|file| (file.path.as_str(), Hash::of(&file.bytes)))
        .collect();
    Ok(differences(&hashes(&rows)?, &new))
}

/// Makes the content folder the current release. The caller has checked that it has no error.
///
/// # Errors
/// When the database fails; the release before stays then.
pub async fn publish(
    tx: &mut Tx,
    by: &impl Publishes,
    files: Vec<File>,
    note: &str,
    now: Moment,
) -> Result<Published, StoreError> {
    let new: BTreeMap<&str, Hash> = files
        .iter()
        .map(|file| (file.path.as_str(), Hash::of(&file.bytes)))
        .collect();
    let address = address_of(&new);
    let current = sqlx::query(concat!(select!(), " ORDER BY r.number DESC LIMIT 1"))
        .fetch_optional(&mut tx.conn)
        .await?;
    let current = current.as_ref().map(release).transpose()?;
    let number = current.as_ref().map_or(1, |release| release.number + 1);
    if let Some(release) = current.filter(|release| release.address == address) {
        return Ok(Published::Unchanged { release });
    }
    let old = hashes(&sqlx::query(CURRENT_FILES).fetch_all(&mut tx.conn).await?)?;
    let changes = differences(&old, &new);
    for file in &files {
        keep(tx, address, file, Hash::of(&file.bytes)).await?;
    }
    sqlx::query(
        "INSERT INTO release (number, address, published, note, publisher) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(number)
    .bind(address.to_string())
    .bind(now.0)
    .bind(note)
    .bind(by.account())
    .execute(&mut tx.conn)
    .await?;
    let fact = Fact::ReleasePublished { release: address };
    let actor = by.account().map(str::to_owned);
    evidence::append(
        tx,
        NewEntry {
            person: None,
            actor,
            happened: now,
            fact,
            text: None,
        },
        now,
    )
    .await?;
    signal::raise(tx).await?;
    let row = sqlx::query(concat!(select!(), " WHERE r.number = $1"))
        .bind(number)
        .fetch_one(&mut tx.conn)
        .await?;
    Ok(Published::New {
        release: release(&row)?,
        changes,
    })
}

async fn keep(tx: &mut Tx, address: Hash, file: &File, hash: Hash) -> Result<(), StoreError> {
    let known = sqlx::query("SELECT hash FROM blob WHERE hash = $1")
        .bind(hash.to_string())
        .fetch_optional(&mut tx.conn)
        .await?;
    if known.is_none() {
        sqlx::query("INSERT INTO blob (hash, bytes) VALUES ($1, $2)")
            .bind(hash.to_string())
            .bind(file.bytes.as_slice())
            .execute(&mut tx.conn)
            .await?;
    }
    // The address says all there is: after a return to earlier content the rows are there.
    sqlx::query("INSERT INTO release_file (address, path, hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
        .bind(address.to_string())
        .bind(file.path.as_str())
        .bind(hash.to_string())
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

fn differences(old: &BTreeMap<String, Hash>, new: &BTreeMap<&str, Hash>) -> Vec<Change> {
    let change = |path: &str, kind| Change {
        path: path.to_owned(),
        kind,
    };
    let removed = old.keys().filter(|path| !new.contains_key(path.as_str()));
    let mut changes: Vec<_> = removed.map(|path| change(path, Kind::Removed)).collect();
    for (path, hash) in new {
        match old.get(*path) {
            None => changes.push(change(path, Kind::Added)),
            Some(old) if old != hash => changes.push(change(path, Kind::Changed)),
            Some(_) => {}
        }
    }
    changes.sort();
    changes
}

const CURRENT_FILES: &str = "SELECT f.path, f.hash FROM release_file f
     WHERE f.address = (SELECT address FROM release ORDER BY number DESC LIMIT 1)";

fn hashes(rows: &[AnyRow]) -> Result<BTreeMap<String, Hash>, StoreError> {
    rows.iter()
        .map(|row| Ok((row.text("path")?, row.hash("release_file", "hash")?)))
        .collect()
}

fn release(row: &AnyRow) -> Result<Release, StoreError> {
    Ok(Release {
        number: row.int("number")?,
        address: row.hash("release", "address")?,
        published: row.moment("published")?,
        note: row.text("note")?,
        publisher: row.maybe_text("publisher")?,
        publisher_name: row.maybe_text("publisher_name")?,
    })
}
