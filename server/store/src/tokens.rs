//! Bearer tokens of the API, by name.

use crate::actors::KeepsAccounts;
use crate::caches::Effect;
use crate::chance::{self, Token};
use crate::error::{StoreError, unique};
use crate::open::Store;
use crate::row::Columns as _;
use crate::signal;
use crate::writer::Tx;
use domain::time::Moment;
use std::sync::Arc;

/// A token as it is listed: never the token itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiToken {
    /// What it is for.
    pub name: String,
    /// When it was made.
    pub created: Moment,
    /// Since when it lets nobody in.
    pub revoked: Option<Moment>,
}

/// Makes a token; it is shown once.
///
/// # Errors
/// [`StoreError::DuplicateToken`] when a token that was not revoked has this name.
pub async fn add(tx: &mut Tx, by: &impl KeepsAccounts, name: &str, now: Moment) -> Result<Token, StoreError> {
    let token = Token::new()?;
    sqlx::query("INSERT INTO api_token (token, name, maker, created) VALUES ($1, $2, $3, $4)")
        .bind(chance::hash(token.reveal()).to_string())
        .bind(name)
        .bind(by.account())
        .bind(now.0)
        .execute(&mut tx.conn)
        .await
        .map_err(unique(StoreError::DuplicateToken))?;
    Ok(token)
}

/// Revokes the token with this name: the next request with it is refused.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none, or it was revoked.
pub async fn revoke(
    tx: &mut Tx,
    _by: &impl KeepsAccounts,
    name: &str,
    now: Moment,
) -> Result<(), StoreError> {
    let done = sqlx::query("UPDATE api_token SET revoked = $1 WHERE name = $2 AND revoked IS NULL")
        .bind(now.0)
        .bind(name)
        .execute(&mut tx.conn)
        .await?;
    if done.rows_affected() == 0 {
        return Err(StoreError::NotFound("token"));
    }
    tx.after_commit(Effect::Tokens);
    signal::raise(tx).await
}

/// All tokens, also revoked ones, by name.
///
/// # Errors
/// When the database fails.
pub async fn list(store: &Store) -> Result<Vec<ApiToken>, StoreError> {
    let rows = sqlx::query("SELECT name, created, revoked FROM api_token ORDER BY name, created")
        .fetch_all(store.readers())
        .await?;
    let tokens = rows.iter().map(|row| {
        Ok(ApiToken {
            name: row.text("name")?,
            created: row.moment("created")?,
            revoked: row.maybe_moment("revoked")?,
        })
    });
    tokens.collect()
}

/// The name of a token that lets in; none when it is unknown or was revoked. Held in memory.
///
/// # Errors
/// When the database fails.
pub async fn bearer(store: &Store, token: &str) -> Result<Option<Arc<str>>, StoreError> {
    let hash = chance::hash(token);
    let cache = &store.caches().tokens;
    if let Some(name) = cache.get(&hash) {
        return Ok(Some(name));
    }
    let ticket = cache.ticket();
    let row = sqlx::query("SELECT name FROM api_token WHERE token = $1 AND revoked IS NULL")
        .bind(hash.to_string())
        .fetch_optional(store.readers())
        .await?;
    let Some(row) = row else { return Ok(None) };
    let name: Arc<str> = row.text("name")?.into();
    cache.put(ticket, hash, 1, Arc::clone(&name));
    Ok(Some(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actors::Operator;
    use crate::testing::{NOW, Temp};

    async fn add_one(store: &Store) -> Result<Token, StoreError> {
        store
            .write(|tx| Box::pin(async { add(tx, &Operator::new(), "shift plan", NOW).await }))
            .await
    }

    #[tokio::test]
    async fn a_token_lets_in_until_it_is_revoked_even_by_another_process() {
        let temp = Temp::new();
        let (server, command) = (temp.serve().await, temp.command().await);
        let token = add_one(&command).await.unwrap();
        assert!(matches!(add_one(&server).await, Err(StoreError::DuplicateToken)));
        assert_eq!(bearer(&server, "nonsense").await.unwrap(), None);
        assert_eq!(
            bearer(&server, token.reveal()).await.unwrap().as_deref(),
            Some("shift plan")
        );
        let revoke =
            || command.write(|tx| Box::pin(async { revoke(tx, &Operator::new(), "shift plan", NOW).await }));
        revoke().await.unwrap();
        signal::refresh(&server).await.unwrap();
        assert_eq!(bearer(&server, token.reveal()).await.unwrap(), None);
        assert!(matches!(revoke().await, Err(StoreError::NotFound("token"))));
        assert_ne!(add_one(&server).await.unwrap(), token);
        assert_eq!(list(&server).await.unwrap().len(), 2);
    }
}
