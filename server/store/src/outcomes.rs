//! Outcomes as the words that attempts and plays keep.

use crate::error::StoreError;
use crate::row::Columns as _;
use domain::evidence::Outcome;
use sqlx::any::AnyRow;

/// The outcome in column `outcome` of a row with an `id`.
pub(crate) fn read(row: &AnyRow, table: &'static str) -> Result<Option<Outcome>, StoreError> {
    match row.maybe_text("outcome")?.as_deref() {
        None => Ok(None),
        Some("passed") => Ok(Some(Outcome::Passed)),
        Some("failed") => Ok(Some(Outcome::Failed)),
        Some("pending") => Ok(Some(Outcome::Pending)),
        Some(_) => Err(StoreError::inconsistent(table, row.text("id")?, "outcome")),
    }
}

/// The word for an outcome.
pub(crate) fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "passed",
        Outcome::Failed => "failed",
        Outcome::Pending => "pending",
    }
}
