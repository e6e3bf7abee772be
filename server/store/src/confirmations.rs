//! That a trainer confirmed what a document of the content says: this is how our centre works. A confirmation is of one
//! version; when the document changes, it asks for another. Working rows, never evidence.

use std::collections::HashMap;

use crate::actors::Trainer;
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::hash::Hash;
use domain::time::Moment;
use sqlx::Executor as _;

/// One document's last confirmation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// The version it is of.
    pub version: Hash,
    /// The name of who confirmed it; none when it was erased.
    pub by: Option<String>,
    /// When.
    pub at: Moment,
}

/// Notes that a trainer confirmed a document, in place of an earlier confirmation.
///
/// # Errors
/// When the database fails.
pub async fn note(
    tx: &mut Tx,
    by: &Trainer,
    document: &str,
    version: Hash,
    now: Moment,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO confirmation (document, version, account, at) VALUES ($1, $2, $3, $4)
               ON CONFLICT (document) DO UPDATE
               SET version = excluded.version, account = excluded.account, at = excluded.at";
    sqlx::query(sql)
        .bind(document)
        .bind(version.to_string())
        .bind(by.account.as_str())
        .bind(now.0)
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

/// The last confirmation of every document that has one.
///
/// # Errors
/// When the database fails.
pub async fn all(store: &Store) -> Result<HashMap<String, Confirmation>, StoreError> {
    let sql = "SELECT c.document, c.version, c.at, p.name FROM confirmation c
               JOIN account a ON a.id = c.account JOIN person p ON p.id = a.person";
    let rows = store.readers().fetch_all(sql).await?;
    let each = rows.iter().map(|row| {
        let confirmation = Confirmation {
            version: row.hash("confirmation", "version")?,
            by: row.maybe_text("name")?,
            at: row.moment("at")?,
        };
        Ok((row.text("document")?, confirmation))
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{NOW, Temp};

    #[tokio::test]
    async fn the_newest_of_each_document_is_known() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let anna = temp.session(&store, "anna", "trainer").await.trainer().unwrap();
        let bo = temp.session(&store, "bo", "trainer").await.trainer().unwrap();
        let (old, new) = (Hash::of(b"old"), Hash::of(b"new"));
        let later = NOW.plus_seconds(9);
        let work = store.write(move |tx| {
            Box::pin(async move {
                note(tx, &anna, "standards", old, NOW).await?;
                note(tx, &anna, "roles/phone-agent", old, NOW).await?;
                note(tx, &bo, "standards", new, later).await
            })
        });
        work.await.unwrap();
        let known = all(&store).await.unwrap();
        let standards = &known["standards"];
        assert_eq!((standards.version, standards.at), (new, later));
        assert_eq!(standards.by.as_deref(), Some("bo"));
        assert_eq!(known["roles/phone-agent"].version, old);
        assert_eq!(known.len(), 2);
    }
}
