//! Opening a data folder: lock, connections, settings, schema.

use crate::caches::Caches;
use crate::error::StoreError;
use crate::migrations;
use crate::row::Columns as _;
use crate::writer::{BoxFuture, Tx, Writer};
use domain::time::Moment;
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{AnyConnection, AnyPool, ConnectOptions as _, Executor as _, Row as _};
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr as _;
use std::sync::Arc;

/// The database inside the data folder.
pub(crate) const DATABASE: &str = "shanggang.db";
const LOCK: &str = "serve.lock";

/// Written into the database's header, so that another program's database is not taken for ours.
const APPLICATION: i64 = 0x5348_4741;

/// How many readers work at the same time.
const READERS: u32 = 4;

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
            Mode::Serve { .. } => Some(lock(folder)?),
            Mode::Command | Mode::Existing => None,
        };
        writable(folder, &file)?;
        let mut conn = ours(&file).await?;
        if lock.is_none() && migrations::missing(&mut conn).await? > 0 {
            // A server that runs does not know the new schema.
            drop(self::lock(folder)?);
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
        let caches = Arc::new(Caches::new(heads.int("changed")?, heads.int("seq")?));
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

/// The folder, readable for its owner only when it is new.
fn create(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Takes the server's lock; it goes when the file is closed, also when the process dies.
pub(crate) fn lock(folder: &Path) -> Result<File, OpenError> {
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(folder.join(LOCK));
    let file = file.map_err(|source| not_writable(folder, source))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::Locked {
            path: folder.to_owned(),
        }),
        Err(TryLockError::Error(source)) => Err(not_writable(folder, source)),
    }
}

fn not_writable(folder: &Path, source: io::Error) -> OpenError {
    OpenError::NotWritable {
        path: folder.to_owned(),
        source,
    }
}

/// Whether database and folder take writes; says so now rather than at the first save.
fn writable(folder: &Path, file: &Path) -> Result<(), OpenError> {
    let open = File::options().create(true).append(true).open(file);
    open.map(drop).map_err(|source| not_writable(folder, source))
}

fn options(file: &Path) -> Result<AnyConnectOptions, OpenError> {
    sqlx::any::install_default_drivers();
    let mut path = String::new();
    for byte in file.to_string_lossy().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                path.push(char::from(byte));
            }
            _ => path.push_str(&format!("%{byte:02X}")),
        }
    }
    Ok(AnyConnectOptions::from_str(&format!("sqlite://{path}"))?.disable_statement_logging())
}

/// Connects to a database that is new or ours.
async fn ours(file: &Path) -> Result<AnyConnection, OpenError> {
    let not_ours = || OpenError::NotOurs {
        path: file.to_owned(),
    };
    let mut conn = options(file)?.connect().await?;
    conn.execute("PRAGMA busy_timeout = 5000").await?;
    // A file that is no database says so at the first look into it.
    let tables = match conn.fetch_one("SELECT count(*) AS n FROM sqlite_master").await {
        Ok(row) => row.int("n")?,
        Err(sqlx::Error::Database(_)) => return Err(not_ours()),
        Err(error) => return Err(error.into()),
    };
    let application: i64 = conn.fetch_one("PRAGMA application_id").await?.try_get(0)?;
    match (tables, application) {
        (_, APPLICATION) => {}
        (0, 0) => settings(&mut conn, &["PRAGMA application_id = 1397245761"]).await?,
        _ => return Err(not_ours()),
    }
    Ok(conn)
}

async fn settings(conn: &mut AnyConnection, pragmas: &[&'static str]) -> Result<(), sqlx::Error> {
    for pragma in pragmas {
        conn.execute(*pragma).await?;
    }
    Ok(())
}

/// What a connection needs so that whatever was acknowledged survives a power cut and no rule is slipped past.
async fn durable(conn: &mut AnyConnection) -> Result<(), OpenError> {
    const SETTINGS: [(&str, &str, &str, &str); 4] = [
        (
            "journal_mode = WAL",
            "PRAGMA journal_mode = WAL",
            "PRAGMA journal_mode",
            "wal",
        ),
        (
            "synchronous = FULL",
            "PRAGMA synchronous = FULL",
            "PRAGMA synchronous",
            "2",
        ),
        (
            "foreign_keys = ON",
            "PRAGMA foreign_keys = ON",
            "PRAGMA foreign_keys",
            "1",
        ),
        (
            "recursive_triggers = ON",
            "PRAGMA recursive_triggers = ON",
            "PRAGMA recursive_triggers",
            "1",
        ),
    ];
    settings(conn, &["PRAGMA busy_timeout = 5000"]).await?;
    for (setting, set, get, expected) in SETTINGS {
        settings(conn, &[set]).await?;
        let row = conn.fetch_one(get).await?;
        let found = row
            .try_get::<String, _>(0)
            .or_else(|_| row.try_get::<i64, _>(0).map(|n| n.to_string()))?;
        if found != expected {
            return Err(OpenError::Setting { setting });
        }
    }
    Ok(())
}

async fn readers(file: &Path) -> Result<AnyPool, OpenError> {
    let pool = AnyPoolOptions::new()
        .max_connections(READERS)
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(|conn, _| {
            Box::pin(settings(
                conn,
                &["PRAGMA busy_timeout = 5000", "PRAGMA query_only = ON"],
            ))
        });
    Ok(pool.connect_with(options(file)?).await?)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{NOW, Temp};

    async fn open(path: &Path, mode: Mode) -> Result<Store, OpenError> {
        Store::open(path, mode, NOW).await
    }

    const SERVE: Mode = Mode::Serve { demo: false };
    const DEMO: Mode = Mode::Serve { demo: true };

    #[tokio::test]
    async fn one_server_and_many_commands() {
        let temp = Temp::new();
        let server = temp.serve().await;
        assert!(matches!(
            open(temp.path(), SERVE).await,
            Err(OpenError::Locked { .. })
        ));
        assert!(server.is_serving() && !temp.command().await.is_serving());
        server.close().await;
        drop(server);
        temp.serve().await;
    }

    #[tokio::test]
    async fn a_demonstration_and_real_people_are_kept_apart() {
        let temp = Temp::new();
        let real = temp.path().join("real");
        drop(open(&real, SERVE).await.unwrap());
        assert!(matches!(open(&real, DEMO).await, Err(OpenError::NotDemo { .. })));
        let demo = temp.path().join("demo");
        assert!(open(&demo, DEMO).await.unwrap().is_demo());
        assert!(matches!(open(&demo, SERVE).await, Err(OpenError::Demo { .. })));
        assert!(open(&demo, Mode::Existing).await.unwrap().is_demo());
    }

    #[tokio::test]
    async fn what_cannot_be_opened_says_why() {
        let temp = Temp::new();
        let folder = temp.path().join("nothing");
        assert!(matches!(
            open(&folder, Mode::Existing).await,
            Err(OpenError::Missing { .. })
        ));
        assert!(!folder.exists());
        let file = temp.path().join("file");
        std::fs::write(&file, "x").unwrap();
        let error = open(&file, SERVE).await.unwrap_err();
        assert!(matches!(error, OpenError::NotWritable { .. }), "{error}");
        let inside = open(&file.join("folder"), SERVE).await;
        assert!(matches!(inside, Err(OpenError::NotWritable { .. })));
    }

    #[tokio::test]
    async fn somebody_elses_file_is_left_alone() {
        let temp = Temp::new();
        let text = temp.path().join("text");
        std::fs::create_dir(&text).unwrap();
        std::fs::write(
            text.join(DATABASE),
            "This is a letter, and no database at all. ".repeat(200),
        )
        .unwrap();
        assert!(matches!(open(&text, SERVE).await, Err(OpenError::NotOurs { .. })));
        let other = temp.path().join("other");
        std::fs::create_dir(&other).unwrap();
        std::fs::write(other.join(DATABASE), "").unwrap();
        let mut conn = options(&other.join(DATABASE)).unwrap().connect().await.unwrap();
        conn.execute("CREATE TABLE note (text TEXT)").await.unwrap();
        drop(conn);
        assert!(matches!(
            open(&other, SERVE).await,
            Err(OpenError::NotOurs { .. })
        ));
    }

    #[tokio::test]
    async fn a_newer_database_is_refused() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let sql = "INSERT INTO migration (version, name, hash, at) VALUES (999, 'later', '', 0)";
        let work = store.write(move |tx| Box::pin(async move { Ok(tx.conn.execute(sql).await.map(drop)?) }));
        work.await.unwrap();
        store.close().await;
        drop(store);
        let error = open(temp.path(), SERVE).await.unwrap_err();
        assert!(matches!(error, OpenError::Newer { found: 999, .. }), "{error}");
    }

    #[tokio::test]
    async fn readers_cannot_write_and_a_strange_path_works() {
        let temp = Temp::new();
        let store = open(&temp.path().join("a b?c#d%20上岗"), SERVE).await.unwrap();
        assert!(
            sqlx::query("DELETE FROM site")
                .execute(store.readers())
                .await
                .is_err()
        );
        assert!(store.folder().join(DATABASE).is_file());
    }
}
