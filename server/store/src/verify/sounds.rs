//! Checking recordings against the files they speak of.

use super::Fault;
use crate::error::StoreError;
use crate::recordings::Sounds;
use crate::row::Columns as _;
use domain::hash::Hash;
use sqlx::{AnyConnection, Executor as _};

/// Every recording whose file is missing or is another than what was kept.
pub(crate) async fn look(conn: &mut AnyConnection, sounds: &Sounds) -> Result<Vec<Fault>, StoreError> {
    let table = "SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND name = 'recording'";
    if conn.fetch_one(table).await?.int("n")? == 0 {
        return Ok(Vec::new());
    }
    let rows = conn
        .fetch_all("SELECT id, hash FROM recording WHERE deleted IS NULL ORDER BY id")
        .await?;
    let mut faults = Vec::new();
    for row in rows {
        let (id, hash) = (row.text("id")?, row.hash("recording", "hash")?);
        match sounds.read(&id) {
            Ok(bytes) if Hash::of(&bytes) == hash => {}
            Ok(_) => faults.push(Fault::Sound { id }),
            Err(_) => faults.push(Fault::NoSound { id }),
        }
    }
    Ok(faults)
}
