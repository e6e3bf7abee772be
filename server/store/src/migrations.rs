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
    let result = take(conn, STEPS, now).await;
    conn.execute(if result.is_ok() { "COMMIT" } else { "ROLLBACK" })
        .await?;
    result
}

async fn take(conn: &mut AnyConnection, steps: &[Step], now: Moment) -> Result<(), OpenError> {
    conn.execute(
        "CREATE TABLE IF NOT EXISTS migration (
             version INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, at INTEGER NOT NULL
         ) STRICT",
    )
    .await?;
    let newest = must_be_known(conn).await?;
    for step in steps {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::NOW;
    use sqlx::Connection as _;

    /// A database with the steps up to this one, and keys that are held to.
    async fn at(version: i64) -> AnyConnection {
        sqlx::any::install_default_drivers();
        let mut conn = AnyConnection::connect("sqlite::memory:").await.unwrap();
        conn.execute("PRAGMA foreign_keys = ON").await.unwrap();
        let before = STEPS.iter().take_while(|step| step.version <= version).count();
        take(&mut conn, &STEPS[..before], NOW).await.unwrap();
        conn
    }

    async fn texts(conn: &mut AnyConnection, sql: &'static str) -> Vec<String> {
        let rows = conn.fetch_all(sql).await.unwrap();
        rows.iter().map(|row| row.try_get("line").unwrap()).collect()
    }

    #[tokio::test]
    async fn plays_from_before_late_answers_are_as_they_were() {
        let mut conn = at(27).await;
        let rows = "
            INSERT INTO person (id, created) VALUES ('p', 1);
            INSERT INTO play (id, person, scenario, version, release, mode, started, state)
                VALUES ('y', 'p', 's', 'v', 'r', 'assessed', 1, 'open');
            INSERT INTO recording (id, play, step, hash, sound, size, millis, at)
                VALUES ('sound', 'y', 3, 'h', 'audio/webm', 9, 900, 1);
            INSERT INTO play_event (play, seq, node, kind, choice, text, at, reply, waiting, raters, recording) VALUES
                ('y', 1, 'a', 'chose', 2, NULL, 10, NULL, 0, 1, NULL),
                ('y', 2, 'b', 'replied', NULL, 'words', 11, 0, 1, 3, NULL),
                ('y', 3, 'c', 'replied', NULL, '', 12, 1, 0, 1, 'sound'),
                ('y', 4, 'd', 'timed-out', NULL, NULL, 13, NULL, 0, 1, NULL);";
        sqlx::raw_sql(rows).execute(&mut conn).await.unwrap();
        let lines = "SELECT seq || ' ' || node || ' ' || kind || ' ' || coalesce(choice, '-') || ' ' || coalesce(text, '-')
                || ' ' || at || ' ' || coalesce(reply, '-') || ' ' || waiting || ' ' || raters || ' '
                || coalesce(recording, '-') AS line FROM play_event ORDER BY seq";
        let before = texts(&mut conn, lines).await;
        assert_eq!(before.len(), 4);
        take(&mut conn, STEPS, NOW).await.unwrap();
        assert_eq!(texts(&mut conn, lines).await, before);
        let indices =
            "SELECT name AS line FROM sqlite_master WHERE type = 'index' AND tbl_name = 'play_event'
                       AND sql IS NOT NULL";
        assert_eq!(texts(&mut conn, indices).await, ["play_event_recording"]);
        let insert = "INSERT INTO play_event (play, seq, node, kind, choice, text, at) VALUES ";
        for (values, may) in [
            ("('y', 5, 'e', 'timed-out', 1, NULL, 14)", true),
            ("('y', 6, 'e', 'timed-out', NULL, 'late', 14)", true),
            ("('y', 7, 'e', 'chose', NULL, NULL, 14)", false),
            ("('y', 8, 'e', 'went', 1, NULL, 14)", false),
            ("('y', 9, 'e', 'replied', NULL, 'no number', 14)", false),
        ] {
            let done = sqlx::raw_sql(sqlx::AssertSqlSafe(format!("{insert}{values}")));
            assert_eq!(done.execute(&mut conn).await.is_ok(), may, "{values}");
        }
    }
}
