//! Checking published content against its hashes.

use super::Fault;
use crate::error::StoreError;
use crate::releases::address_of;
use crate::row::Columns as _;
use domain::hash::Hash;
use sqlx::{AnyConnection, Executor as _};
use std::collections::BTreeMap;

pub(super) async fn look(conn: &mut AnyConnection, faults: &mut Vec<Fault>) -> Result<(), StoreError> {
    let mut last = String::new();
    // One blob at a time: they may be large, and their number is small.
    while let Some(row) = sqlx::query("SELECT hash, bytes FROM blob WHERE hash > $1 ORDER BY hash LIMIT 1")
        .bind(last.as_str())
        .fetch_optional(&mut *conn)
        .await?
    {
        last = row.text("hash")?;
        match last.parse::<Hash>() {
            Ok(hash) if hash == Hash::of(&row.bytes("bytes")?) => {}
            Ok(hash) => faults.push(Fault::Content { hash }),
            Err(_) => {
                faults.push(Fault::Unreadable(
                    StoreError::inconsistent("blob", last.clone(), "hash").to_string(),
                ));
            }
        }
    }
    for row in conn
        .fetch_all("SELECT number, address FROM release ORDER BY number")
        .await?
    {
        let (number, address) = (row.int("number")?, row.text("address")?);
        let rows = sqlx::query("SELECT path, hash FROM release_file WHERE address = $1")
            .bind(address.as_str())
            .fetch_all(&mut *conn)
            .await?;
        let files = rows
            .iter()
            .map(|row| Ok((row.text("path")?, row.hash("release_file", "hash")?)));
        let files = files.collect::<Result<BTreeMap<String, Hash>, StoreError>>()?;
        let files = files.iter().map(|(path, hash)| (path.as_str(), *hash)).collect();
        if address_of(&files).to_string() != address {
            faults.push(Fault::Release { number });
        }
    }
    Ok(())
}
