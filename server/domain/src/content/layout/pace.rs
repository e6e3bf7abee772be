//! How long a text takes to read.
//!
//! 400 Chinese characters or 200 English words a minute. The figures are ours: below what adults read silently and
//! at ease (238 words a minute of English non-fiction on average, Brysbaert 2019, doi:10.1016/j.jml.2019.104047),
//! because a lesson is read to be done right afterwards.

use super::super::plain_text;
use super::terms::joins;

/// Chinese characters read in a minute.
const CHARACTERS: usize = 400;
/// Words of other languages read in a minute.
const WORDS: usize = 200;

/// The minutes it takes to read these pieces of rendered content one after the other, rounded up; 1 at least.
pub(super) fn minutes<'a>(pieces: impl Iterator<Item = &'a str>) -> u32 {
    let (mut characters, mut words) = (0, 0);
    for piece in pieces {
        let text = plain_text(piece);
        characters += text.chars().filter(|c| c.is_alphanumeric() && !joins(*c)).count();
        let in_words = text.split(|c: char| !joins(c) && c != '\'' && c != '’');
        words += in_words
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .count();
    }
    // Both in the same unit: a word takes as long as two characters.
    let length = characters * WORDS + words * CHARACTERS;
    u32::try_from(length.div_ceil(CHARACTERS * WORDS))
        .unwrap_or(u32::MAX)
        .max(1)
}
