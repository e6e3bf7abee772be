//! The schema, step by step. A step that was released never changes; a change is a new step.

use crate::open::OpenError;
use domain::hash::Hash;
use domain::time::Moment;
use sqlx::AnyConnection;
use sqlx::{Executor as _, Row as _};

struct Step {
    version: i64,
    name: &'static str,
    sql: &'static str,
}

macro_rules! steps {
    ($($version:literal $name:literal),* $(,)?) => {
        &[$(Step {
            version: $version,
            name: $name,
            sql: include_str!(concat!("../migrations/sqlite/", $version, "-", $name, ".sql")),
        }),*]
    };
}

const STEPS: &[Step] = steps![
    1 "site",
    2 "people",
    3 "releases",
    4 "evidence",
    5 "attempts",
    6 "posts",
    7 "candidates",
    8 "plays",
    9 "lessons",
    10 "media",
    11 "group-tasks",
    12 "later",
    13 "reading",
    14 "reports",
    15 "practice",
    16 "raters",
    17 "behaviours",
    18 "upkeep",
    19 "sequence-and-keys",
    20 "confirmations",
    21 "role-play-practice",
    22 "play-pace",
    23 "ratings",
    24 "calibration",
    25 "recordings",
    26 "play-sitting",
    27 "disputes",
    28 "late-answers",
    29 "withdrawn-disputes",
];

/// The steps a database still needs.
pub(crate) async fn missing(conn: &mut AnyConnection) -> Result<usize, OpenError> {
    let newest = newest(conn).await?;
    Ok(STEPS.iter().filter(|step| step.version > newest).count())
}

/// Takes the steps that are missing, all or none.
pub(crate) async fn run(conn: &mut AnyConnection, now: Moment) -> Result<(), OpenError> {
    conn.execute("BEGIN IMMEDIATE").await?;
    let result = steps(conn, now).await;
    conn.execute(if result.is_ok() { "COMMIT" } else { "ROLLBACK" })
        .await?;
    result
}

async fn steps(conn: &mut AnyConnection, now: Moment) -> Result<(), OpenError> {
    conn.execute(
        "CREATE TABLE IF NOT EXISTS migration (
             version INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, at INTEGER NOT NULL
         ) STRICT",
    )
    .await?;
    let newest = must_be_known(conn).await?;
    for step in STEPS {
        let hash = Hash::of(step.sql.as_bytes()).to_string();
        if step.version <= newest {
            let row = sqlx::query("SELECT hash FROM migration WHERE version = $1").bind(step.version);
            let taken: String = row.fetch_one(&mut *conn).await?.try_get("hash")?;
            if taken != hash {
                return Err(OpenError::OtherSchema {
                    version: step.version,
                });
            }
            continue;
        }
        sqlx::raw_sql(step.sql).execute(&mut *conn).await?;
        sqlx::query("INSERT INTO migration (version, name, hash, at) VALUES ($1, $2, $3, $4)")
            .bind(step.version)
            .bind(step.name)
            .bind(hash)
            .bind(now.0)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// The newest step taken, which this program must know.
pub(crate) async fn must_be_known(conn: &mut AnyConnection) -> Result<i64, OpenError> {
    let (found, known) = (newest(conn).await?, STEPS.last().map_or(0, |step| step.version));
    if found > known {
        Err(OpenError::Newer { found, known })
    } else {
        Ok(found)
    }
}

/// The newest step taken; 0 in a new database.
async fn newest(conn: &mut AnyConnection) -> Result<i64, OpenError> {
    let table = "SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND name = 'migration'";
    let tables: i64 = conn.fetch_one(table).await?.try_get("n")?;
    if tables == 0 {
        return Ok(0);
    }
    Ok(conn
        .fetch_one("SELECT coalesce(max(version), 0) AS version FROM migration")
        .await?
        .try_get("version")?)
}
