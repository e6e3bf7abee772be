//! How many people rate an essay, and what their ratings come to.
//!
//! One rater is enough, but for two kinds of attempts, whose every essay gets a second: one attempt in ten, and every
//! result within three points of the pass mark, where one level decides. Which one in ten is told by the hash of the
//! attempt's id: nobody chooses, and asking again gives the same answer. Where two raters lie two levels apart in any
//! criterion, a third is called.
//!
//! Two ratings count as their mean; of three the middle level of each criterion counts, so that the one far out does
//! not. Before all that is needed is there, nothing is decided: the result waits.

use super::behaviour::Stakes;
use super::mark::{Mark, Marked, grade, rated};
use super::model::{Kind, Question};
use super::share::Share;
use crate::content::values::Percent;
use crate::hash::Hash;
use crate::score::Milli;

/// One attempt in so many gets second raters.
pub const ONE_IN: u64 = 10;

/// So near to the pass mark a result gets second raters, in points of a hundred.
pub const NEAR: Milli = Milli::whole(3);

/// So many levels apart two raters call a third.
pub const GAP: u32 = 2;

/// An essay of an attempt.
#[derive(Clone, Debug)]
pub struct Essay<'a> {
    /// The question as it was asked.
    pub question: &'a Question,
    /// What it is worth.
    pub points: Milli,
    /// The levels of each rating so far, in the order given; what does not fit the question is left out.
    pub ratings: Vec<Vec<u32>>,
}

/// What becomes of an essay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// So many ratings are wanted in all, as far as is known.
    Wants(usize),
    /// All that is wanted is there: it earns this.
    Earns(Share),
}

/// Whether every essay of this attempt gets a second rater, whatever the result.
#[must_use]
pub fn is_sampled(attempt: &str) -> bool {
    let Hash(bytes) = Hash::of(attempt.as_bytes());
    let number = bytes
        .iter()
        .take(8)
        .fold(0, |number, byte| number << 8 | u64::from(*byte));
    number % ONE_IN == 0
}

/// Judges the essays of an attempt together, because they make one result. `others` are the marks of all other
/// questions, `available` how many people could rate this attempt: where there is only one, one is enough.
#[must_use]
pub fn judge(
    attempt: &str,
    pass: Percent,
    others: &[Marked],
    essays: &[Essay<'_>],
    available: usize,
) -> Vec<Verdict> {
    let at_most = |wanted: usize| wanted.min(available.max(1));
    let sampled = is_sampled(attempt);
    let has_first = essays.iter().all(|essay| !essay.ratings.is_empty());
    let second = sampled || has_first && is_near(pass, others, essays);
    let verdict = |essay: &Essay<'_>| {
        let apart = essay.ratings.get(..2).is_some_and(are_apart);
        let wanted = at_most(if apart {
            3
        } else if second {
            2
        } else {
            1
        });
        if has_first && essay.ratings.len() >= wanted {
            Verdict::Earns(together(essay))
        } else {
            Verdict::Wants(wanted)
        }
    };
    essays.iter().map(verdict).collect()
}

/// Whether the first ratings alone give a result near the pass mark.
fn is_near(pass: Percent, others: &[Marked], essays: &[Essay<'_>]) -> bool {
    let first = essays.iter().filter_map(|essay| {
        Some(Marked {
            points: essay.points,
            mark: Mark::Scored(rated(essay.question, essay.ratings.first()?)?),
            stakes: Stakes::PLAIN,
        })
    });
    let marked: Vec<Marked> = others.iter().copied().chain(first).collect();
    (grade(pass, &marked).percent.0 - pass.0.0).abs() <= NEAR.0
}

fn are_apart(ratings: &[Vec<u32>]) -> bool {
    let [one, other] = ratings else { return false };
    one.iter()
        .zip(other)
        .any(|(one, other)| one.abs_diff(*other) >= GAP)
}

/// The mean of two ratings, the middle of three.
fn together(essay: &Essay<'_>) -> Share {
    let share = |levels: &[u32]| rated(essay.question, levels).unwrap_or(Share::NONE);
    match essay.ratings.as_slice() {
        [] => Share::NONE,
        [one] => share(one),
        [one, other] => {
            let (one, other) = (share(one).parts(), share(other).parts());
            Share::from_parts((one + other) / 2).unwrap_or(Share::NONE)
        }
        [one, two, three, ..] => {
            let middle = one.iter().zip(two).zip(three).map(|((one, two), three)| {
                let mut levels = [*one, *two, *three];
                levels.sort_unstable();
                levels[1]
            });
            share(&middle.collect::<Vec<_>>())
        }
    }
}

/// Whether a question is an essay.
#[must_use]
pub fn is_essay(question: &Question) -> bool {
    matches!(question.kind, Kind::Essay { .. })
}
