//! Reading columns: from what the database holds to types that mean something.

use crate::error::StoreError;
use domain::hash::Hash;
use domain::time::Moment;
use sqlx::Row as _;
use sqlx::any::AnyRow;

/// Columns by name.
pub(crate) trait Columns {
    /// A text that is there.
    fn text(&self, column: &'static str) -> Result<String, StoreError>;
    /// A text that may be missing.
    fn maybe_text(&self, column: &'static str) -> Result<Option<String>, StoreError>;
    /// A number that is there.
    fn int(&self, column: &'static str) -> Result<i64, StoreError>;
    /// A number that may be missing.
    fn maybe_int(&self, column: &'static str) -> Result<Option<i64>, StoreError>;
    /// Bytes that are there.
    fn bytes(&self, column: &'static str) -> Result<Vec<u8>, StoreError>;

    /// A moment that is there.
    fn moment(&self, column: &'static str) -> Result<Moment, StoreError> {
        self.int(column).map(Moment)
    }

    /// A moment that may be missing.
    fn maybe_moment(&self, column: &'static str) -> Result<Option<Moment>, StoreError> {
        Ok(self.maybe_int(column)?.map(Moment))
    }

    /// Yes or no, kept as 1 or 0.
    fn flag(&self, column: &'static str) -> Result<bool, StoreError> {
        self.int(column).map(|number| number != 0)
    }

    /// Something kept as its text, such as a hash or an access; a text that cannot be read is a row nobody wrote.
    fn parsed<T: std::str::FromStr>(
        &self,
        table: &'static str,
        column: &'static str,
    ) -> Result<T, StoreError> {
        let text = self.text(column)?;
        text.parse()
            .map_err(|_| StoreError::inconsistent(table, text, column))
    }

    /// A content hash.
    fn hash(&self, table: &'static str, column: &'static str) -> Result<Hash, StoreError> {
        self.parsed(table, column)
    }

    /// A content hash that may be missing.
    fn maybe_hash(&self, table: &'static str, column: &'static str) -> Result<Option<Hash>, StoreError> {
        let text = self.maybe_text(column)?;
        text.map(|_| self.hash(table, column)).transpose()
    }
}

impl Columns for AnyRow {
    fn text(&self, column: &'static str) -> Result<String, StoreError> {
        Ok(self.try_get(column)?)
    }

    fn maybe_text(&self, column: &'static str) -> Result<Option<String>, StoreError> {
        Ok(self.try_get(column)?)
    }

    fn int(&self, column: &'static str) -> Result<i64, StoreError> {
        Ok(self.try_get(column)?)
    }

    fn maybe_int(&self, column: &'static str) -> Result<Option<i64>, StoreError> {
        Ok(self.try_get(column)?)
    }

    fn bytes(&self, column: &'static str) -> Result<Vec<u8>, StoreError> {
        Ok(self.try_get(column)?)
    }
}
