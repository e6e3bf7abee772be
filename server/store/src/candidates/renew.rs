//! A new link for a new hire who lost the first one.

use crate::actors::Recruiter;
use crate::chance::Token;
use crate::error::StoreError;
use crate::invitations;
use crate::row::Columns as _;
use crate::writer::Tx;
use domain::time::Moment;

/// Makes a new link for somebody who was hired and has no password yet; earlier links are no longer good.
/// Whoever has a password asks an admin: a recruiter must not get into the accounts of colleagues.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such hired candidate, or a password was set.
pub async fn renew_invitation(
    tx: &mut Tx,
    _by: &Recruiter,
    candidate: &str,
    now: Moment,
) -> Result<Token, StoreError> {
    let row = sqlx::query(
        "SELECT a.id FROM candidate c JOIN account a ON a.person = c.person
         WHERE c.id = $1 AND c.stage = 'hired' AND a.password IS NULL AND a.disabled IS NULL",
    )
    .bind(candidate)
    .fetch_optional(&mut tx.conn)
    .await?
    .ok_or(StoreError::NotFound("candidate"))?;
    invitations::insert(tx, &row.text("id")?, now).await
}
