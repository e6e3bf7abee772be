//! The chain: every entry's hash covers its columns, its number and the hash before it.
//!
//! The encoding is fixed and tagged with its version. Each column is written as one byte that says whether
//! it is there, then its length in eight bytes, then its bytes; numbers as eight bytes, big-endian.

use super::record::Record;
use crate::hash::Hash;

/// The version of the encoding, the first thing hashed.
const TAG: &[u8] = b"shanggang-evidence-1";

/// The hash before the first entry.
pub const GENESIS: Hash = Hash([0; 32]);

/// The hash of entry number `seq` (from 1) that follows the entry with hash `previous`.
#[must_use]
pub fn link(previous: Hash, seq: i64, record: &Record) -> Hash {
    let mut bytes = Vec::with_capacity(512);
    let mut column = |value: Option<&[u8]>| match value {
        None => bytes.push(0),
        Some(value) => {
            bytes.push(1);
            bytes.extend((value.len() as u64).to_be_bytes());
            bytes.extend(value);
        }
    };
    let number = |value: Option<i64>| value.map(i64::to_be_bytes);
    column(Some(TAG));
    column(Some(&previous.0));
    column(Some(&seq.to_be_bytes()));
    column(Some(record.id.as_bytes()));
    column(Some(record.kind.as_bytes()));
    for text in [&record.person, &record.actor] {
        column(text.as_ref().map(String::as_bytes));
    }
    column(Some(&record.happened.to_be_bytes()));
    column(Some(&record.recorded.to_be_bytes()));
    for text in [
        &record.role,
        &record.subject,
        &record.item,
        &record.version,
        &record.source,
    ] {
        column(text.as_ref().map(String::as_bytes));
    }
    column(number(record.score).as_ref().map(<[u8; 8]>::as_slice));
    column(record.outcome.as_ref().map(String::as_bytes));
    column(number(record.until).as_ref().map(<[u8; 8]>::as_slice));
    column(number(record.ends).as_ref().map(<[u8; 8]>::as_slice));
    column(record.text.as_ref().map(String::as_bytes));
    Hash::of(&bytes)
}

/// What an entry keeps of a text: the hash of a random salt and the text.
#[must_use]
pub fn seal(salt: &[u8; 16], text: &str) -> Hash {
    Hash::of_parts([salt.as_slice(), text.as_bytes()])
}

#[cfg(test)]
mod tests {
    use super::super::record::tests::entry;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_encoding_is_fixed() {
        let record = Record {
            id: "1".to_owned(),
            kind: "left".to_owned(),
            ..Record::default()
        };
        let hash = link(GENESIS, 1, &record);
        insta::assert_snapshot!(hash, @"150cf09a0ef98a407c8c915f49e6700ae1a40f2a70f8f761bb9fc70ace5fc0c5");
    }

    proptest! {
        #[test]
        fn every_column_counts(a in entry(), b in entry(), seq in 1..1000_i64) {
            let (a, b) = (Record::from(&a), Record::from(&b));
            prop_assert_eq!(link(GENESIS, seq, &a) == link(GENESIS, seq, &b), a == b);
            prop_assert_ne!(link(GENESIS, seq, &a), link(GENESIS, seq + 1, &a));
        }
    }
}
