//! The one place of chance: ids, tokens and salts.

use crate::error::StoreError;
use domain::hash::Hash;
use domain::time::Moment;
use std::fmt;

#[expect(clippy::disallowed_methods, reason = "this is the one place of chance")]
fn bytes<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(StoreError::Chance)?;
    Ok(bytes)
}

/// A new id: a UUIDv7 as text, so that ids sort by the time they were made, to the millisecond.
///
/// # Errors
/// When the system gives no random bytes.
pub fn id(now: Moment) -> Result<String, StoreError> {
    let millis = u64::try_from(now.0.div_euclid(1000)).unwrap_or(0);
    let id = uuid::Builder::from_unix_timestamp_millis(millis, &bytes()?).into_uuid();
    Ok(id.hyphenated().to_string())
}

/// A seed for drawing and shuffling.
///
/// # Errors
/// When the system gives no random bytes.
pub fn seed() -> Result<[u8; 32], StoreError> {
    bytes()
}

/// The salt of an erasable text.
pub(crate) fn salt() -> Result<[u8; 16], StoreError> {
    bytes()
}

/// Eight digits and letters that are hard to mistake for each other, such as `7KX2-M9QD`.
pub(crate) fn number() -> Result<String, StoreError> {
    const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let mut text = String::with_capacity(9);
    for (at, byte) in bytes::<8>()?.into_iter().enumerate() {
        if at == 4 {
            text.push('-');
        }
        text.push(char::from(LETTERS[usize::from(byte % 32)]));
    }
    Ok(text)
}

/// 256 random bits that let somebody in: a session, an invitation, the API. Only its hash is kept.
///
/// Shows itself with [`Token::reveal`] only, so that it does not get into a log by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A new one.
    pub(crate) fn new() -> Result<Self, StoreError> {
        Ok(Self(Hash(bytes()?).to_string()))
    }

    /// The token as text: 64 hexadecimal digits.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// What is kept of a token.
pub(crate) fn hash(token: &str) -> Hash {
    Hash::of(token.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_time_and_differ() {
        let early = id(Moment(1_700_000_000_000_000)).unwrap();
        let late = id(Moment(1_700_000_000_001_000)).unwrap();
        assert!(early < late && early.len() == 36 && early.as_bytes()[14] == b'7');
        assert_ne!(late, id(Moment(1_700_000_000_001_000)).unwrap());
    }

    #[test]
    fn a_token_does_not_show_itself() {
        let token = Token::new().unwrap();
        assert_eq!(token.reveal().len(), 64);
        assert_eq!(format!("{token:?}"), "Token(…)");
        assert_ne!(token, Token::new().unwrap());
    }

    #[test]
    fn numbers_have_no_letters_that_look_alike() {
        let number = number().unwrap();
        assert_eq!(number.len(), 9);
        assert!(!number.contains(['0', 'O', '1', 'I']));
    }
}
