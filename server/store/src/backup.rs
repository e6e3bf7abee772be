//! Backups: one file, consistent also while the folder is served; and the way back. Recordings are files of their own
//! and not in it: they are many, and soon deleted.

#[cfg(test)]
mod tests;

use crate::open::{DATABASE, OpenError, connect_existing, create, lock};
use crate::verify::{self, Fault};
use sqlx::{AnyConnection, Connection as _, Executor as _};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Why a backup cannot be written or brought back.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The data folder or the file cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// There is a file of this name; backups never replace anything.
    #[error("{} exists already", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// There is no such file.
    #[error("there is no file {}", path.display())]
    NoFile {
        /// The file.
        path: PathBuf,
    },
    /// A file cannot be written.
    #[error("{} cannot be written: {source}", path.display())]
    NotWritable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file is not whole.
    #[error("the backup has {} faults, the first: {}", faults.len(), faults.first().map_or_else(String::new, ToString::to_string))]
    Faulty {
        /// What is wrong with it.
        faults: Vec<Fault>,
    },
    /// The database failed.
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
}

/// Writes the database of a data folder into one new file, in one snapshot, also while it is served.
///
/// # Errors
/// See [`BackupError`]; no file is left behind then.
pub async fn backup(folder: &Path, file: &Path) -> Result<(), BackupError> {
    let database = folder.join(DATABASE);
    if !database.is_file() {
        return Err(OpenError::Missing {
            path: folder.to_owned(),
        }
        .into());
    }
    if file.exists() {
        return Err(BackupError::Exists {
            path: file.to_owned(),
        });
    }
    let mut conn = connect_existing(&database).await?;
    let partial = beside(file, ".partial");
    copy(&mut conn, &partial).await?;
    conn.close().await?;
    rename(&partial, file)
}

/// Replaces the database of a data folder by a backup that is whole. What was there is kept beside it as
/// `shanggang.db.replaced`; nobody is signed in afterwards. Tells how many recordings the database knows whose files are
/// not in the folder.
///
/// # Errors
/// See [`BackupError`]; the data folder is as before then.
pub async fn restore(file: &Path, folder: &Path) -> Result<usize, BackupError> {
    if !file.is_file() {
        return Err(BackupError::NoFile {
            path: file.to_owned(),
        });
    }
    create(folder).map_err(|source| OpenError::NotWritable {
        path: folder.to_owned(),
        source,
    })?;
    let _held = lock(folder)?;
    let verified = verify::file(file).await?;
    if !verified.faults.is_empty() {
        return Err(BackupError::Faulty {
            faults: verified.faults,
        });
    }
    let database = folder.join(DATABASE);
    let partial = beside(&database, ".restoring");
    remove(&partial)?;
    // Through SQLite rather than file by file: what still waits in a log beside the file comes along.
    let mut conn = connect_existing(file).await?;
    copy(&mut conn, &partial).await?;
    conn.close().await?;
    let mut restored = connect_existing(&partial).await?;
    restored.execute("DELETE FROM session").await?;
    let silent = verify::recordings(&mut restored, folder)
        .await
        .map_err(OpenError::from)?;
    restored.close().await?;
    sync(&partial)?;
    if database.exists() {
        let replaced = beside(&database, ".replaced");
        for end in ["-wal", "-shm", ""] {
            let (from, to) = (beside(&database, end), beside(&replaced, end));
            remove(&to)?;
            if from.exists() {
                rename(&from, &to)?;
            }
        }
    }
    rename(&partial, &database)?;
    Ok(silent.len())
}

/// Writes a compact copy and makes sure that it is on the disk.
async fn copy(conn: &mut AnyConnection, to: &Path) -> Result<(), BackupError> {
    remove(to)?;
    let name = to.to_string_lossy().into_owned();
    let written = sqlx::query("VACUUM INTO $1").bind(name).execute(conn).await;
    let done = written.map_err(BackupError::from).and_then(|_| sync(to));
    if done.is_err() {
        remove(to)?;
    }
    done
}

fn beside(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    name.into()
}

fn sync(file: &Path) -> Result<(), BackupError> {
    let synced = File::open(file).and_then(|file| file.sync_all());
    synced.map_err(|source| BackupError::NotWritable {
        path: file.to_owned(),
        source,
    })
}

fn remove(file: &Path) -> Result<(), BackupError> {
    match fs::remove_file(file) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => Err(BackupError::NotWritable {
            path: file.to_owned(),
            source,
        }),
        _ => Ok(()),
    }
}

/// Renames, and makes sure that the new name is on the disk.
fn rename(from: &Path, to: &Path) -> Result<(), BackupError> {
    let renamed = fs::rename(from, to).and_then(|()| {
        let folder = to
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()
    });
    renamed.map_err(|source| BackupError::NotWritable {
        path: to.to_owned(),
        source,
    })
}
