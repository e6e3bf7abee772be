//! Numbers and flags of reports in words.

use domain::{quiz::statistics::Flag, score::Milli};

use crate::{t, texts::Texts};

/// The letter of an option as written, counted from 0.
pub(crate) fn letter(option: usize) -> String {
    let letter = u8::try_from(option).ok().filter(|at| *at < 26);
    letter.map_or_else(
        || (option + 1).to_string(),
        |at| char::from(b'A' + at).to_string(),
    )
}

/// What a flag says, and what to do about it.
pub(crate) fn flag(texts: Texts, flag: Flag) -> String {
    match flag {
        Flag::PullsStrong { option } => t!(texts, "flag-pulls-strong", option = letter(option)),
        Flag::Backwards => t!(texts, "flag-backwards"),
        Flag::Weak => t!(texts, "flag-weak"),
        Flag::Hard => t!(texts, "flag-hard"),
        Flag::Easy => t!(texts, "flag-easy"),
        Flag::Unpicked { option } => t!(texts, "flag-unpicked", option = letter(option)),
    }
}

/// A length of time, to the second.
pub(crate) fn length(texts: Texts, seconds: i64) -> String {
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    match minutes {
        0 => t!(texts, "report-seconds", seconds = seconds),
        minutes => t!(texts, "report-minutes", minutes = minutes, seconds = seconds),
    }
}

/// So many of all, in whole percent.
pub(crate) fn share(part: usize, all: usize) -> i64 {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    Milli::whole(100)
        .fraction(number(part), number(all).max(1))
        .rounded()
}
