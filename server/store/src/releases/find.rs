//! Reading releases.

use super::{Release, release};
use crate::error::StoreError;
use crate::open::Store;
use crate::row::Columns as _;
use domain::content::source::File;
use domain::hash::Hash;
use domain::time::Moment;

/// The current release; none before the first.
///
/// # Errors
/// When the database fails.
pub async fn current(store: &Store) -> Result<Option<Release>, StoreError> {
    let sql = concat!(select!(), " ORDER BY r.number DESC LIMIT 1");
    let row = sqlx::query(sql).fetch_optional(store.readers()).await?;
    row.as_ref().map(release).transpose()
}

/// The release that was current at a moment; none before the first.
///
/// # Errors
/// When the database fails.
pub async fn as_of(store: &Store, moment: Moment) -> Result<Option<Release>, StoreError> {
    let sql = concat!(
        select!(),
        " WHERE r.published <= $1 ORDER BY r.number DESC LIMIT 1"
    );
    let row = sqlx::query(sql)
        .bind(moment.0)
        .fetch_optional(store.readers())
        .await?;
    row.as_ref().map(release).transpose()
}

/// All releases, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn history(store: &Store) -> Result<Vec<Release>, StoreError> {
    let rows = sqlx::query(concat!(select!(), " ORDER BY r.number DESC"))
        .fetch_all(store.readers())
        .await?;
    rows.iter().map(release).collect()
}

/// The files of the release with this address, by path; none when there is no such release.
///
/// # Errors
/// When the database fails.
pub async fn files(store: &Store, address: Hash) -> Result<Vec<File>, StoreError> {
    let rows = sqlx::query(
        "SELECT f.path, b.bytes FROM release_file f JOIN blob b ON b.hash = f.hash WHERE f.address = $1
         ORDER BY f.path",
    )
    .bind(address.to_string())
    .fetch_all(store.readers())
    .await?;
    rows.iter()
        .map(|row| {
            Ok(File {
                path: row.text("path")?,
                bytes: row.bytes("bytes")?,
            })
        })
        .collect()
}

/// The bytes that a file had in any release, by its path and hash; none when it never had those.
///
/// # Errors
/// When the database fails.
pub async fn file(store: &Store, path: &str, hash: Hash) -> Result<Option<Vec<u8>>, StoreError> {
    let sql = "SELECT b.bytes FROM release_file f JOIN blob b ON b.hash = f.hash
         WHERE f.hash = $1 AND f.path = $2 LIMIT 1";
    let query = sqlx::query(sql).bind(hash.to_string()).bind(path.to_owned());
    let row = query.fetch_optional(store.readers()).await?;
    row.map(|row| row.bytes("bytes")).transpose()
}
