//! Walking the chain of evidence.

use super::Fault;
use crate::error::StoreError;
use crate::evidence::{columns, recorded};
use crate::row::Columns as _;
use domain::evidence::chain::{GENESIS, link, seal};
use domain::hash::Hash;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Executor as _};

/// How many entries are read at once.
const PAGE: i64 = 1000;

/// Every entry is checked against the hash that stands in the row before it, so one changed row is one fault.
pub(super) async fn look(
    conn: &mut AnyConnection,
    faults: &mut Vec<Fault>,
) -> Result<(i64, Hash), StoreError> {
    let (mut last, mut previous, mut entries) = (0, GENESIS, 0);
    loop {
        let sql = concat!(
            "SELECT ",
            columns!(),
            ", t.salt, t.text AS words FROM evidence e LEFT JOIN evidence_text t ON t.entry = e.id
             WHERE e.seq > $1 ORDER BY e.seq LIMIT $2"
        );
        let rows = sqlx::query(sql)
            .bind(last)
            .bind(PAGE)
            .fetch_all(&mut *conn)
            .await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            let seq = row.int("seq")?;
            if seq > last + 1 {
                faults.push(Fault::Missing {
                    from: last + 1,
                    to: seq - 1,
                });
                // What the first entry after a gap follows is gone with the gap.
                previous = GENESIS;
            }
            previous = entry(row, seq, previous, seq > last + 1, faults)?;
            (last, entries) = (seq, entries + 1);
        }
    }
    let row = conn
        .fetch_one("SELECT seq, hash FROM chain_head WHERE one = 1")
        .await?;
    let (head, hash) = (row.int("seq")?, row.text("hash")?);
    if head > last {
        faults.push(Fault::Missing {
            from: last + 1,
            to: head,
        });
    } else if head < last || hash != previous.to_string() {
        faults.push(Fault::Head { last, head });
    }
    Ok((entries, previous))
}

/// Checks one entry and returns the hash the next one follows.
fn entry(
    row: &AnyRow,
    seq: i64,
    previous: Hash,
    after_gap: bool,
    faults: &mut Vec<Fault>,
) -> Result<Hash, StoreError> {
    let record = recorded(row)?;
    let id = record.id.clone();
    let expected = link(previous, seq, &record);
    let found = row.text("hash")?.parse().ok();
    if !after_gap && found != Some(expected) {
        faults.push(Fault::Changed { seq, id: id.clone() });
    } else if let Err(error) = record.entry() {
        faults.push(Fault::Unreadable(error.to_string()));
    }
    if let Some(words) = row.maybe_text("words")? {
        let sealed = <[u8; 16]>::try_from(row.bytes("salt")?)
            .ok()
            .map(|salt| seal(&salt, &words).to_string());
        if sealed.is_none() || sealed != record.text {
            faults.push(Fault::Text { seq, id });
        }
    }
    Ok(found.unwrap_or(expected))
}
