//! Files and connections: the lock, the settings that keep what was acknowledged, readers that cannot write.

use super::OpenError;
use crate::row::Columns as _;
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{AnyConnection, AnyPool, ConnectOptions as _, Executor as _, Row as _};
use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::str::FromStr as _;

const LOCK: &str = "serve.lock";

/// Written into the database's header, so that another program's database is not taken for ours.
const APPLICATION: i64 = 0x5348_4741;

/// What SQLite answers about a file that is none of its own.
const NOT_A_DATABASE: &str = "26";

/// How many readers work at the same time.
const READERS: u32 = 4;

/// The folder, readable for its owner only when it is new.
pub(crate) fn create(folder: &Path) -> io::Result<()> {
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

pub(crate) fn not_writable(folder: &Path, source: io::Error) -> OpenError {
    OpenError::NotWritable {
        path: folder.to_owned(),
        source,
    }
}

/// Whether database and folder take writes; says so now rather than at the first save.
pub(crate) fn writable(folder: &Path, file: &Path) -> Result<(), OpenError> {
    let open = File::options().create(true).append(true).open(file);
    open.map(drop).map_err(|source| not_writable(folder, source))
}

pub(crate) fn options(file: &Path) -> Result<AnyConnectOptions, OpenError> {
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
pub(crate) async fn ours(file: &Path) -> Result<AnyConnection, OpenError> {
    open(file, true).await
}

/// Connects to a database that must be ours already, such as a backup; changes none of its settings.
pub(crate) async fn connect_existing(file: &Path) -> Result<AnyConnection, OpenError> {
    open(file, false).await
}

async fn open(file: &Path, may_be_new: bool) -> Result<AnyConnection, OpenError> {
    let not_ours = || OpenError::NotOurs {
        path: file.to_owned(),
    };
    let mut conn = options(file)?.connect().await?;
    conn.execute("PRAGMA busy_timeout = 5000").await?;
    // A file that is no database says so at the first look into it.
    let tables = match conn.fetch_one("SELECT count(*) AS n FROM sqlite_master").await {
        Ok(row) => row.int("n")?,
        Err(sqlx::Error::Database(error)) if error.code().as_deref() == Some(NOT_A_DATABASE) => {
            return Err(not_ours());
        }
        Err(error) => return Err(error.into()),
    };
    let application: i64 = conn.fetch_one("PRAGMA application_id").await?.try_get(0)?;
    match (tables, application) {
        (_, APPLICATION) => {}
        (0, 0) if may_be_new => settings(&mut conn, &["PRAGMA application_id = 1397245761"]).await?,
        _ => return Err(not_ours()),
    }
    Ok(conn)
}

pub(crate) async fn settings(conn: &mut AnyConnection, pragmas: &[&'static str]) -> Result<(), sqlx::Error> {
    for pragma in pragmas {
        conn.execute(*pragma).await?;
    }
    Ok(())
}

/// What a connection needs so that whatever was acknowledged survives a power cut and no rule is slipped past.
pub(crate) async fn durable(conn: &mut AnyConnection) -> Result<(), OpenError> {
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

pub(crate) async fn readers(file: &Path) -> Result<AnyPool, OpenError> {
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
