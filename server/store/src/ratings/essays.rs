//! How many people rate an essay.

use super::number;
use crate::error::StoreError;
use crate::row::Columns as _;
use crate::writer::Tx;

/// How many ratings a question of an attempt is to have; none when there is no such question.
pub(super) async fn wanted(tx: &mut Tx, attempt: &str, part: usize) -> Result<usize, StoreError> {
    let row = sqlx::query("SELECT raters FROM attempt_question WHERE attempt = $1 AND position = $2")
        .bind(attempt)
        .bind(number(part))
        .fetch_optional(&mut tx.conn)
        .await?;
    let row = row.ok_or(StoreError::NotFound("essay"))?;
    Ok(usize::try_from(row.int("raters")?).unwrap_or(1))
}

/// Keeps how many ratings it is to have.
pub(super) async fn want(tx: &mut Tx, attempt: &str, part: usize, raters: usize) -> Result<(), StoreError> {
    sqlx::query("UPDATE attempt_question SET raters = $1 WHERE attempt = $2 AND position = $3")
        .bind(number(raters))
        .bind(attempt)
        .bind(number(part))
        .execute(&mut tx.conn)
        .await?;
    Ok(())
}

/// How many people could rate what this person wrote.
pub(super) async fn raters(tx: &mut Tx, person: &str) -> Result<usize, StoreError> {
    let row = sqlx::query(
        "SELECT count(*) AS n FROM account
         WHERE disabled IS NULL AND person <> $1 AND ',' || access || ',' LIKE '%,trainer,%'",
    )
    .bind(person)
    .fetch_one(&mut tx.conn)
    .await?;
    Ok(usize::try_from(row.int("n")?).unwrap_or(0))
}
