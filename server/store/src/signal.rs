//! The signal: a counter by which one process tells the others to look again.

use crate::caches::Effect;
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use crate::writer::Tx;

/// What the database says now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signal {
    /// Raised by every change of releases, accounts, sessions and tokens.
    pub changed: i64,
    /// The number of the last evidence entry.
    pub evidence: i64,
    /// The number of the current release; 0 before the first. When it differs from the release in use, load it.
    pub release: i64,
}

/// Reads the signal and drops what is in memory and was changed by another process.
/// To be called every half second or so.
///
/// # Errors
/// When the database fails.
pub async fn refresh(store: &Store) -> Result<Signal, StoreError> {
    let row = sqlx::query(
        "SELECT s.changed, h.seq, (SELECT coalesce(max(number), 0) FROM release) AS release
         FROM signal s, chain_head h WHERE s.one = $1 AND h.one = $1",
    )
    .bind(1_i64)
    .fetch_one(store.readers())
    .await?;
    let signal = Signal {
        changed: row.int("changed")?,
        evidence: row.int("seq")?,
        release: row.int("release")?,
    };
    store.caches().compare(signal.changed, signal.evidence);
    Ok(signal)
}

/// Raises the signal in the transaction of the change.
pub(crate) async fn raise(tx: &mut Tx) -> Result<(), StoreError> {
    let row = sqlx::query("UPDATE signal SET changed = changed + 1 WHERE one = $1 RETURNING changed")
        .bind(1_i64)
        .fetch_one(&mut tx.conn)
        .await?;
    tx.after_commit(Effect::Raised(row.int("changed")?));
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::accounts;
    use crate::testing::{NOW, Temp};

    #[tokio::test]
    async fn another_process_is_noticed() {
        let temp = Temp::new();
        let (server, command) = (temp.serve().await, temp.command().await);
        let id = temp.account(&command, "anna", "learner").await;
        let before = accounts::by_login(&server, "anna").await.unwrap().unwrap();
        assert!(before.disabled.is_none());
        temp.disable(&command, &id).await;
        // Held in memory until the signal is looked at.
        assert!(
            accounts::by_login(&server, "anna")
                .await
                .unwrap()
                .unwrap()
                .disabled
                .is_none()
        );
        super::refresh(&server).await.unwrap();
        let after = accounts::by_login(&server, "anna").await.unwrap().unwrap();
        assert_eq!(after.disabled, Some(NOW));
    }
}
