//! Opening a data folder: lock, connections, settings, schema.

mod connect;
mod error;
#[cfg(test)]
mod tests;

pub(crate) use connect::{connect_existing, create, lock};
pub use error::OpenError;

use crate::caches::Caches;
use crate::error::StoreError;
use crate::migrations;
use crate::recordings::Sounds;
use crate::row::Columns as _;
use crate::writer::{BoxFuture, Tx, Writer};
use connect::{durable, not_writable, ours, readers, settings, writable};
use domain::time::Moment;
use sqlx::{AnyConnection, AnyPool, Executor as _};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The database inside the data folder.
pub(crate) const DATABASE: &str = "shanggang.db";

/// What a data folder is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// To serve: takes the lock, creates what is missing.
    Serve {
        /// Whether the folder is, or becomes, one for trying things out.
        demo: bool,
    },
    /// For a command that may be the first to use the folder; works beside a server.
    Command,
    /// For a command that needs a folder that is there; works beside a server.
    Existing,
}

/// An open data folder. Clones are handles to the same one.
#[derive(Clone, Debug)]
pub struct Store(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    readers: AnyPool,
    writer: Writer,
    caches: Arc<Caches>,
    folder: PathBuf,
    demo: bool,
    /// Held for as long as the store is open.
    lock: Option<File>,
}

impl Store {
    /// Opens a data folder, creates or updates the schema, and starts the writer. Needs a tokio runtime.
    ///
    /// # Errors
    /// See [`OpenError`]; nothing is created then but perhaps the folder itself.
    pub async fn open(folder: &Path, mode: Mode, now: Moment) -> Result<Self, OpenError> {
        let file = folder.join(DATABASE);
        if mode == Mode::Existing && !file.is_file() {
            return Err(OpenError::Missing {
                path: folder.to_owned(),
            });
        }
        create(folder).map_err(|source| not_writable(folder, source))?;
        let lock = match mode {
            Mode::Serve { .. } => Some(connect::lock(folder)?),
            Mode::Command | Mode::Existing => None,
        };
        writable(folder, &file)?;
        let mut conn = ours(&file).await?;
        if lock.is_none() && migrations::missing(&mut conn).await? > 0 {
            // A server that runs does not know the new schema.
            drop(connect::lock(folder)?);
        }
        settings(&mut conn, &["PRAGMA journal_mode = WAL"]).await?;
        migrations::run(&mut conn, now).await?;
        let demo = site(&mut conn, mode, now).await?;
        match mode {
            Mode::Serve { demo: true } if !demo => {
                return Err(OpenError::NotDemo {
                    path: folder.to_owned(),
                });
            }
            Mode::Serve { demo: false } if demo => {
                return Err(OpenError::Demo {
                    path: folder.to_owned(),
                });
            }
            _ => {}
        }
        durable(&mut conn).await?;
        let heads = conn
            .fetch_one("SELECT changed, seq FROM signal, chain_head")
            .await?;
        let caches = Caches::new(Sounds::of(folder), heads.int("changed")?, heads.int("seq")?);
        let caches = Arc::new(caches);
        let writer = Writer::start(conn, Arc::clone(&caches));
        let readers = readers(&file).await?;
        Ok(Self(Arc::new(Inner {
            readers,
            writer,
            caches,
            folder: folder.to_owned(),
            demo,
            lock,
        })))
    }

    /// Does `work` in a transaction and answers after its commit. The writing functions of this crate take
    /// the [`Tx`]; several of them in one piece of work are kept or dropped together.
    ///
    /// The work goes on when the caller is dropped.
    ///
    /// # Errors
    /// Whatever the work returns; nothing of it is kept then.
    pub async fn write<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        F: for<'c> FnOnce(&'c mut Tx) -> BoxFuture<'c, Result<T, StoreError>> + Send + 'static,
        T: Send + 'static,
    {
        self.0.writer.write(work).await
    }

    /// Work that nobody waits for and that may be left out when the writer is busy.
    pub(crate) fn post<F>(&self, work: F)
    where
        F: for<'c> FnOnce(&'c mut Tx) -> BoxFuture<'c, Result<(), StoreError>> + Send + 'static,
    {
        self.0.writer.post(work);
    }

    /// Connections that can only read.
    pub(crate) fn readers(&self) -> &AnyPool {
        &self.0.readers
    }

    pub(crate) fn caches(&self) -> &Caches {
        &self.0.caches
    }

    /// The data folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// Whether the folder was made with `--demo`.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        self.0.demo
    }

    /// Whether this process has the folder's lock.
    #[must_use]
    pub fn is_serving(&self) -> bool {
        self.0.lock.is_some()
    }

    /// Transactions committed since the store was opened.
    #[must_use]
    pub fn commits(&self) -> u64 {
        self.0.writer.commits()
    }

    /// Finishes the writes that wait and closes every connection. Later calls fail.
    pub async fn close(&self) {
        self.0.writer.close().await;
        self.0.readers.close().await;
    }
}

/// The one row about the folder; a new folder gets it now.
async fn site(conn: &mut AnyConnection, mode: Mode, now: Moment) -> Result<bool, OpenError> {
    let demo = mode == Mode::Serve { demo: true };
    sqlx::query("INSERT INTO site (one, demo, created) VALUES (1, $1, $2) ON CONFLICT DO NOTHING")
        .bind(i64::from(demo))
        .bind(now.0)
        .execute(&mut *conn)
        .await?;
    Ok(conn.fetch_one("SELECT demo FROM site").await?.flag("demo")?)
}
