//! Whether a database is whole: its pages, its references, the chain of evidence, and everything kept by hash.

mod chain;
mod content;
mod sounds;
#[cfg(test)]
mod tests;

use crate::error::StoreError;
use crate::migrations;
use crate::open::{DATABASE, OpenError, connect_existing};
use crate::recordings::Sounds;
use crate::row::Columns as _;
use domain::hash::Hash;
use sqlx::{AnyConnection, Executor as _};
use std::path::Path;

/// What is wrong with a database.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The file itself is damaged.
    #[error("the database file is damaged: {what}")]
    Damaged {
        /// What SQLite says.
        what: String,
    },
    /// A row refers to one that is not there.
    #[error("a row of table {table} refers to a row of table {parent} that is not there")]
    Reference {
        /// The table.
        table: String,
        /// The table it refers to.
        parent: String,
    },
    /// An entry of evidence is not what was written, or does not follow the one before.
    #[error("evidence entry {seq} ({id}) was changed")]
    Changed {
        /// Its number.
        seq: i64,
        /// Its id.
        id: String,
    },
    /// Entries of evidence were taken out.
    #[error("evidence entries {from} to {to} are missing")]
    Missing {
        /// The first missing number.
        from: i64,
        /// The last missing number.
        to: i64,
    },
    /// The chain does not end where it says.
    #[error("the chain of evidence ends at entry {last}, but its head says {head}")]
    Head {
        /// The number of the last entry.
        last: i64,
        /// The number in the head; the same number means that the hash differs.
        head: i64,
    },
    /// The words behind an entry are not what was sealed.
    #[error("the text of evidence entry {seq} ({id}) was changed")]
    Text {
        /// The entry's number.
        seq: i64,
        /// The entry's id.
        id: String,
    },
    /// Published content is not what its hash says.
    #[error("published content {hash} was changed")]
    Content {
        /// The hash.
        hash: Hash,
    },
    /// A release does not have the files it was published with.
    #[error("release {number} does not have the files it was published with")]
    Release {
        /// Its number.
        number: i64,
    },
    /// A recording has no file.
    #[error("the file of recording {id} is missing")]
    NoSound {
        /// Its id.
        id: String,
    },
    /// A recording is another than what was kept.
    #[error("the file of recording {id} was changed")]
    Sound {
        /// Its id.
        id: String,
    },
    /// A row that no version of this program can have written.
    #[error("{0}")]
    Unreadable(String),
}

/// What looking through a database found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many entries of evidence there are.
    pub entries: i64,
    /// The hash of the last one: written down elsewhere, it proves later that nothing before was rewritten.
    pub head: Hash,
    /// Everything that is wrong.
    pub faults: Vec<Fault>,
}

/// Looks through the database of a data folder, in one snapshot, also while it is served. Changes nothing.
///
/// # Errors
/// [`OpenError`] when there is no database, it is not ours, newer, or too damaged to be read.
pub async fn verify(folder: &Path) -> Result<Verified, OpenError> {
    if !folder.join(DATABASE).is_file() {
        return Err(OpenError::Missing {
            path: folder.to_owned(),
        });
    }
    look_through(&folder.join(DATABASE), Some(&Sounds::of(folder))).await
}

/// Looks through one database file, such as a backup. Recordings are files of their own, and not looked at.
///
/// # Errors
/// As for [`verify()`].
pub async fn file(file: &Path) -> Result<Verified, OpenError> {
    look_through(file, None).await
}

/// The recordings of a data folder that have no file, or another one: after a restore those that no backup holds.
pub(crate) async fn recordings(conn: &mut AnyConnection, folder: &Path) -> Result<Vec<Fault>, StoreError> {
    sounds::look(conn, &Sounds::of(folder)).await
}

async fn look_through(file: &Path, files: Option<&Sounds>) -> Result<Verified, OpenError> {
    let mut conn = connect_existing(file).await?;
    migrations::must_be_known(&mut conn).await?;
    conn.execute("PRAGMA query_only = ON").await?;
    conn.execute("BEGIN").await?;
    let verified = look(&mut conn, files).await;
    conn.execute("ROLLBACK").await?;
    Ok(verified?)
}

async fn look(conn: &mut AnyConnection, files: Option<&Sounds>) -> Result<Verified, StoreError> {
    let mut faults = Vec::new();
    for row in conn
        .fetch_all("SELECT integrity_check AS what FROM pragma_integrity_check")
        .await?
    {
        let what = row.text("what")?;
        if what != "ok" {
            faults.push(Fault::Damaged { what });
        }
    }
    let references = r#"SELECT "table" AS child, parent FROM pragma_foreign_key_check"#;
    for row in conn.fetch_all(references).await? {
        faults.push(Fault::Reference {
            table: row.text("child")?,
            parent: row.text("parent")?,
        });
    }
    let (entries, head) = chain::look(conn, &mut faults).await?;
    content::look(conn, &mut faults).await?;
    if let Some(files) = files {
        faults.extend(sounds::look(conn, files).await?);
    }
    Ok(Verified {
        entries,
        head,
        faults,
    })
}
