//! Posts that met an expired session: kept for a quarter of an hour, sent again once after signing in.

use crate::chance;
use crate::error::StoreError;
use crate::row::Columns as _;
use crate::sessions;
use crate::writer::Tx;
use domain::time::Moment;

/// How long a post is kept: 15 minutes.
pub const KEPT_SECONDS: i64 = 15 * 60;

/// A post that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPost {
    /// Where it was sent to.
    pub path: String,
    /// The form's fields as they were sent.
    pub body: String,
    /// The page it was sent from.
    pub origin: String,
}

/// Keeps a post for the account whose session this token was; returns the id to ask for it with.
/// Nothing is kept for a token that is unknown, still good, or was ended by signing out.
///
/// # Errors
/// When the database fails.
pub async fn keep(
    tx: &mut Tx,
    session_token: &str,
    post: &KeptPost,
    now: Moment,
) -> Result<Option<String>, StoreError> {
    let Some(account) = sessions::expired_in(tx, session_token, now).await? else {
        return Ok(None);
    };
    let id = chance::id(now)?;
    sqlx::query(
        "INSERT INTO kept_post (id, account, path, body, origin, expires) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(id.as_str())
    .bind(account)
    .bind(post.path.as_str())
    .bind(post.body.as_str())
    .bind(post.origin.as_str())
    .bind(now.plus_seconds(KEPT_SECONDS).0)
    .execute(&mut tx.conn)
    .await?;
    Ok(Some(id))
}

/// Takes a post out, for the account that sent it: it is there once.
///
/// # Errors
/// When the database fails.
pub async fn take(tx: &mut Tx, id: &str, account: &str, now: Moment) -> Result<Option<KeptPost>, StoreError> {
    let row = sqlx::query(
        "DELETE FROM kept_post WHERE id = $1 AND account = $2 AND expires > $3 RETURNING path, body, origin",
    )
    .bind(id)
    .bind(account)
    .bind(now.0)
    .fetch_optional(&mut tx.conn)
    .await?;
    row.map(|row| {
        Ok(KeptPost {
            path: row.text("path")?,
            body: row.text("body")?,
            origin: row.text("origin")?,
        })
    })
    .transpose()
}

/// Forgets posts nobody came back for; a job of the server. Returns how many.
///
/// # Errors
/// When the database fails.
pub async fn sweep(tx: &mut Tx, now: Moment) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM kept_post WHERE expires <= $1")
        .bind(now.0)
        .execute(&mut tx.conn)
        .await?;
    Ok(done.rows_affected())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::open::Store;
    use crate::testing::{NOW, Temp};

    async fn keep_one(store: &Store, token: &str, now: Moment) -> Option<String> {
        let (token, post) = (token.to_owned(), post());
        let work = store.write(move |tx| Box::pin(async move { keep(tx, &token, &post, now).await }));
        work.await.unwrap()
    }

    fn post() -> KeptPost {
        KeptPost {
            path: "/do/x".to_owned(),
            body: "a=1".to_owned(),
            origin: "/courses".to_owned(),
        }
    }

    async fn take_one(store: &Store, id: &str, account: &str, now: Moment) -> Option<KeptPost> {
        let (id, account) = (id.to_owned(), account.to_owned());
        let work = store.write(move |tx| Box::pin(async move { take(tx, &id, &account, now).await }));
        work.await.unwrap()
    }

    #[tokio::test]
    async fn a_post_comes_back_once_and_to_its_sender_only() {
        let temp = Temp::new();
        let store = temp.serve().await;
        let (anna, bert) = (
            temp.account(&store, "anna", "").await,
            temp.account(&store, "bert", "").await,
        );
        let account = anna.clone();
        let token = store.write(move |tx| Box::pin(async move { sessions::start(tx, &account, NOW).await }));
        let token = token.await.unwrap();
        assert_eq!(keep_one(&store, token.reveal(), NOW).await, None);
        assert_eq!(keep_one(&store, "unknown", NOW).await, None);
        let late = NOW.plus_seconds(sessions::IDLE_SECONDS);
        let id = keep_one(&store, token.reveal(), late).await.unwrap();
        assert_eq!(take_one(&store, &id, &bert, late).await, None);
        assert_eq!(take_one(&store, &id, &anna, late).await, Some(post()));
        assert_eq!(take_one(&store, &id, &anna, late).await, None);
        let id = keep_one(&store, token.reveal(), late).await.unwrap();
        let too_late = late.plus_seconds(KEPT_SECONDS);
        assert_eq!(take_one(&store, &id, &anna, too_late).await, None);
        let swept = store
            .write(move |tx| Box::pin(async move { sweep(tx, too_late).await }))
            .await
            .unwrap();
        assert_eq!(swept, 1);
    }
}
