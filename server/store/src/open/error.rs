//! Why a data folder cannot be opened.

use crate::error::StoreError;
use std::io;
use std::path::PathBuf;

/// Why a data folder cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no such folder, or no database in it.
    #[error("there is no data folder at {}", path.display())]
    Missing {
        /// The folder.
        path: PathBuf,
    },
    /// The folder or the database in it cannot be written.
    #[error("the data folder {} cannot be written: {source}", path.display())]
    NotWritable {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Another server has the folder.
    #[error("the data folder {} is already being served", path.display())]
    Locked {
        /// The folder.
        path: PathBuf,
    },
    /// The database was written by a newer version of this program.
    #[error(
        "the database is newer (schema {found}) than this program (schema {known}): use the newer program"
    )]
    Newer {
        /// The schema of the database.
        found: i64,
        /// The newest schema this program knows.
        known: i64,
    },
    /// The schema is not the one this program would have made.
    #[error("step {version} of the database's schema is not the one of this program")]
    OtherSchema {
        /// The step.
        version: i64,
    },
    /// The file is no database, or another program's.
    #[error("{} is not a database of shanggang", path.display())]
    NotOurs {
        /// The file.
        path: PathBuf,
    },
    /// Everybody knows the passwords of a folder made with `--demo`.
    #[error("the data folder {} was made with --demo and is served with --demo only", path.display())]
    Demo {
        /// The folder.
        path: PathBuf,
    },
    /// `--demo` would put accounts with a known password beside real ones.
    #[error("the data folder {} was not made with --demo", path.display())]
    NotDemo {
        /// The folder.
        path: PathBuf,
    },
    /// A setting that keeps acknowledged writes did not take.
    #[error("the database does not accept the setting {setting}")]
    Setting {
        /// The setting.
        setting: &'static str,
    },
    /// The database failed.
    #[error("the database cannot be opened: {0}")]
    Database(#[from] sqlx::Error),
    /// Reading the first rows failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
