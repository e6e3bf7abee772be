//! Keys of forms: a form sent twice has one effect.

use crate::error::StoreError;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::time::Moment;

/// Whether a form was sent before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Once {
    /// It was not: do the work in this transaction, then call [`keep`].
    First,
    /// It was, with this outcome; do nothing more.
    Again(String),
}

/// Keys are forgotten after a day.
const KEPT_SECONDS: i64 = 24 * 60 * 60;

/// Whether this account sent a form with this key before. Of two at the same time the second waits for the
/// first, because there is one writer.
///
/// # Errors
/// When the database fails.
pub async fn once(tx: &mut Tx, key: &str, account: &str) -> Result<Once, StoreError> {
    let row = sqlx::query("SELECT outcome FROM idempotency_key WHERE account = $1 AND key = $2")
        .bind(account)
        .bind(key)
        .fetch_optional(&mut tx.conn)
        .await?;
    Ok(match row {
        Some(row) => Once::Again(row.text("outcome")?),
        None => Once::First,
    })
}

/// Keeps the outcome (a path, mostly) in the transaction of the work.
///
/// # Errors
/// When the database fails, or the key is there already.
pub async fn keep(
    tx: &mut Tx,
    key: &str,
    account: &str,
    outcome: &str,
    now: Moment,
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO idempotency_key (account, key, outcome, at) VALUES ($1, $2, $3, $4)")
        .bind(account)
        .bind(key)
        .bind(outcome)
        .bind(now.0)
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

/// Forgets keys older than a day; a job of the server. Returns how many.
///
/// # Errors
/// When the database fails.
pub async fn sweep(tx: &mut Tx, now: Moment) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM idempotency_key WHERE at < $1")
        .bind(now.plus_seconds(-KEPT_SECONDS).0)
        .execute(&mut tx.conn)
        .await?;
    Ok(done.rows_affected())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actors::Operator;
    use crate::open::Store;
    use crate::people::{self, NewPerson};
    use crate::testing::{NOW, Temp};

    async fn send(store: &Store, account: &str, key: &'static str) -> String {
        let account = account.to_owned();
        let work = store.write(move |tx| {
            Box::pin(async move {
                if let Once::Again(outcome) = once(tx, key, &account).await? {
                    return Ok(outcome);
                }
                let outcome = people::add(tx, &Operator::new(), NewPerson::named("A"), NOW).await?;
                keep(tx, key, &account, &outcome, NOW).await?;
                Ok(outcome)
            })
        });
        work.await.unwrap()
    }

    #[tokio::test]
    async fn a_form_sent_twice_has_one_effect() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let (anna, bert) = (
            temp.account(&store, "anna", "").await,
            temp.account(&store, "bert", "").await,
        );
        let (one, two) = tokio::join!(send(&store, &anna, "key"), send(&store, &anna, "key"));
        assert_eq!(one, two);
        assert_eq!(people::list(&store).await.unwrap().len(), 3);
        // Somebody else's key is another key.
        assert_ne!(send(&store, &bert, "key").await, one);
        let later = NOW.plus_seconds(KEPT_SECONDS + 1);
        let swept = store
            .write(move |tx| Box::pin(async move { sweep(tx, later).await }))
            .await
            .unwrap();
        assert_eq!(swept, 2);
        assert_ne!(send(&store, &anna, "key").await, one);
    }
}
