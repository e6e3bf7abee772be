//! When the data folder was last backed up and looked through. The commands note it when they are done; the
//! administrator's page shows it.

use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::time::Moment;
use sqlx::Executor as _;

/// What was done to keep the data safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Upkeep {
    /// A backup was written.
    Backup,
    /// The database was looked through, and this many faults were found.
    Check {
        /// How many.
        faults: usize,
    },
}

/// What was done last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Last {
    /// When a backup was written.
    pub backup: Option<Moment>,
    /// When the database was looked through, and how many faults were found.
    pub check: Option<(Moment, i64)>,
}

/// Notes that something was done.
///
/// # Errors
/// When the database fails.
pub async fn note(tx: &mut Tx, done: Upkeep, now: Moment) -> Result<(), StoreError> {
    let (kind, faults) = match done {
        Upkeep::Backup => ("backup", 0),
        Upkeep::Check { faults } => ("check", i64::try_from(faults).unwrap_or(i64::MAX)),
    };
    let sql = "INSERT INTO upkeep (kind, at, faults) VALUES ($1, $2, $3)
               ON CONFLICT (kind) DO UPDATE SET at = excluded.at, faults = excluded.faults";
    sqlx::query(sql)
        .bind(kind)
        .bind(now.0)
        .bind(faults)
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

/// What was done last, as far as it was noted.
///
/// # Errors
/// When the database fails.
pub async fn last(store: &Store) -> Result<Last, StoreError> {
    let mut last = Last::default();
    for row in store
        .readers()
        .fetch_all("SELECT kind, at, faults FROM upkeep")
        .await?
    {
        let at = row.moment("at")?;
        match row.text("kind")?.as_str() {
            "backup" => last.backup = Some(at),
            _ => last.check = Some((at, row.int("faults")?)),
        }
    }
    Ok(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{NOW, Temp};

    #[tokio::test]
    async fn the_last_of_each_is_known() {
        let temp = Temp::new();
        let store = temp.serve().await;
        assert_eq!(last(&store).await.unwrap(), Last::default());
        let later = Moment(NOW.0 + 1);
        for (done, at) in [
            (Upkeep::Backup, NOW),
            (Upkeep::Check { faults: 2 }, NOW),
            (Upkeep::Backup, later),
        ] {
            store
                .write(move |tx| Box::pin(async move { note(tx, done, at).await }))
                .await
                .unwrap();
        }
        let known = Last {
            backup: Some(later),
            check: Some((NOW, 2)),
        };
        assert_eq!(last(&store).await.unwrap(), known);
    }
}
