//! Which questions a trainer should look at.

use super::Numbers;
use crate::score::Milli;

/// A wrong option pulls this much: strong people take it.
const PULLS: Milli = Milli(200);
/// A question that separates less than this is weak (Ebel and Frisbie, Essentials of Educational Measurement, 1991).
const SEPARATES: Milli = Milli(200);
/// At this facility four options are picked as if by chance.
const HARD: Milli = Milli(250);
/// From this facility on nearly nobody is wrong, and what separates is chance.
const EASY: Milli = Milli(950);
/// One in so many must pick a wrong option, or it is none (Haladyna and Downing, "How many options is enough for a
/// multiple-choice test item?", 1993: 5 %).
const ONE_IN: usize = 20;

/// What should be looked at, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flag {
    /// A wrong option is taken by people who are good at the rest: perhaps the key is wrong, or the option is right too.
    /// At least two took it, and its pull is at least 0.2.
    PullsStrong {
        /// Its place as written, from 0.
        option: usize,
    },
    /// Who is good at the rest is worse at this: the discrimination is under 0.
    Backwards,
    /// It hardly tells strong from weak: the discrimination is under 0.2.
    Weak,
    /// No better than chance: a facility of at most 0.25.
    Hard,
    /// Nearly everybody is right: a facility of at least 0.95. Whether it separates is then not judged.
    Easy,
    /// A wrong option that fewer than one in twenty took; not said of an easy question.
    Unpicked {
        /// Its place as written, from 0.
        option: usize,
    },
}

pub(super) fn flags(of: &Numbers, answers: usize) -> Vec<Flag> {
    let mut flags = Vec::new();
    let wrong = || of.picks.iter().filter(|pick| !pick.right);
    let pulls = wrong().filter(|pick| pick.times >= 2 && pick.pull.is_some_and(|pull| pull >= PULLS));
    flags.extend(pulls.map(|pick| Flag::PullsStrong { option: pick.option }));
    if of.facility >= EASY {
        flags.push(Flag::Easy);
        return flags;
    }
    match of.discrimination {
        Some(discrimination) if discrimination < Milli(0) => flags.push(Flag::Backwards),
        Some(discrimination) if discrimination < SEPARATES => flags.push(Flag::Weak),
        _ => {}
    }
    if of.facility <= HARD {
        flags.push(Flag::Hard);
    }
    let unpicked = wrong().filter(|pick| pick.times * ONE_IN < answers);
    flags.extend(unpicked.map(|pick| Flag::Unpicked { option: pick.option }));
    flags
}
