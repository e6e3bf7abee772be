//! What a trainer may learn from the attempts at a quiz: of the quiz as a whole, and of each version of a question.
//!
//! Everything is counted over **first attempts**: each person's first one that was handed in and is not void. Who
//! takes a quiz again has seen questions and feedback, so that later attempts would make every question look easier
//! and count some people several times. Moodle's report does the same by default.
//!
//! | number | formula |
//! |---|---|
//! | pass rate | passed ÷ first attempts with a result |
//! | time | median of the end minus the start; of an even number of attempts the mean of the two in the middle |
//! | facility | mean mark ÷ maximum, from 0 to 1 |
//! | discrimination | Pearson's correlation of the mark with the rest of the test, from −1 to 1 |
//! | pull of an option | Pearson's correlation of picking it (0 or 1) with the rest of the test, from −1 to 1 |
//!
//! The *rest of the test* is the share of points earned on all other questions of the same attempt: a share, because
//! attempts draw different questions, and without the question itself, because it would correlate with itself. An
//! attempt in which some of the rest still waits for a rater tells nothing of its rest and is left out there.
//! Facility and discrimination are Moodle's "facility index" and "discrimination index"
//! (<https://docs.moodle.org/dev/Quiz_statistics_calculations>); the latter is the corrected item-total correlation of
//! classical test theory, the pull of an option the point-biserial correlation. The limits at which a question is
//! flagged are in [`flags`](Flag).
//!
//! Under [`LEAST`] attempts all of this says more about chance, and about single people, than about questions: only
//! the count is given.

mod flags;
mod numbers;
mod question;

pub use flags::Flag;
pub use question::{Numbers, Pick, Version};

use super::model::Kind;
use super::share::Share;
use crate::hash::Hash;
use crate::score::Milli;
use std::collections::BTreeMap;

/// Fewer attempts than this are only counted.
pub const LEAST: usize = 10;

/// Into how many bars of equal width the scores from 0 to 100 are sorted; 100 itself belongs to the last.
pub const BARS: usize = 10;

/// A first attempt.
#[derive(Clone, Debug)]
pub struct Sitting<'a> {
    /// How long it took, in whole seconds.
    pub seconds: i64,
    /// Percent reached and whether that passed; none while somebody must rate an essay.
    pub result: Option<(Milli, bool)>,
    /// What was asked in it.
    pub answers: Vec<Answer<'a>>,
}

/// A question of an attempt and what came of it.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// The question's id.
    pub question: &'a str,
    /// The question's version.
    pub version: Hash,
    /// How it is answered and what is right; none when that version is no longer at hand.
    pub kind: Option<&'a Kind>,
    /// What it is worth.
    pub points: Milli,
    /// What the answer earned; none while a person must rate it.
    pub mark: Option<Share>,
    /// The answer in the author's order, as [`mark`](super::mark()) reads it.
    pub answer: &'a [String],
}

/// What is known of a quiz.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statistics {
    /// First attempts that were handed in.
    pub sittings: usize,
    /// Those of them that have their result.
    pub finished: usize,
    /// The quiz as a whole; none under [`LEAST`] results.
    pub whole: Option<Whole>,
    /// Each version of each question, by the question's id.
    pub versions: Vec<Version>,
}

/// A quiz as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// How many passed.
    pub passed: usize,
    /// How many of a hundred passed, in thousandths.
    pub pass_rate: Milli,
    /// The mean score in percent, in thousandths.
    pub mean: Milli,
    /// Half took less time than this, in seconds.
    pub median_seconds: i64,
    /// How many scores lie in each tenth, the lowest first.
    pub distribution: [usize; BARS],
}

/// Counts first attempts. Their order makes no difference.
#[must_use]
pub fn statistics(sittings: &[Sitting<'_>]) -> Statistics {
    let finished = sittings.iter().filter(|sitting| sitting.result.is_some()).count();
    let mut asked: BTreeMap<(&str, Hash), Vec<question::Met<'_>>> = BTreeMap::new();
    for sitting in sittings {
        for (at, answer) in sitting.answers.iter().enumerate() {
            let Some(mark) = answer.mark else { continue };
            let met = question::Met {
                kind: answer.kind,
                mark: mark.milli().0,
                rest: rest(&sitting.answers, at),
                answer: answer.answer,
            };
            asked
                .entry((answer.question, answer.version))
                .or_default()
                .push(met);
        }
    }
    Statistics {
        sittings: sittings.len(),
        finished,
        whole: (finished >= LEAST).then(|| whole(sittings)),
        versions: asked
            .into_iter()
            .map(|((question, version), met)| Version::of(question, version, &met))
            .collect(),
    }
}

fn whole(sittings: &[Sitting<'_>]) -> Whole {
    let finished = || {
        let with_result = |sitting: &Sitting<'_>| Some((sitting.seconds, sitting.result?));
        sittings.iter().filter_map(with_result)
    };
    let passed = finished().filter(|(_, (_, passed))| *passed).count();
    let scores: Vec<i64> = finished().map(|(_, (score, _))| score.0).collect();
    let mut distribution = [0; BARS];
    for score in &scores {
        let bar = usize::try_from(score / 10_000).unwrap_or(0);
        distribution[bar.min(BARS - 1)] += 1;
    }
    Whole {
        passed,
        pass_rate: numbers::mean(&[100_000 * numbers::count(passed)], scores.len()),
        mean: numbers::mean(&scores, scores.len()),
        median_seconds: numbers::median(finished().map(|(seconds, _)| seconds.max(0)).collect()),
        distribution,
    }
}

/// The share of points earned on the other questions, in thousandths; none when there are none that count, or one
/// still waits.
fn rest(answers: &[Answer<'_>], own: usize) -> Option<i64> {
    let (mut earned, mut most) = (0, 0);
    for (at, answer) in answers.iter().enumerate() {
        if at != own {
            earned += answer.points.0 * answer.mark?.milli().0;
            most += answer.points.0;
        }
    }
    (most > 0).then(|| Milli(1).fraction(earned, most).0)
}
