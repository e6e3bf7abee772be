//! How many people rate an essay, and what their ratings come to.
//!
//! One rater is enough, but for two kinds of attempts, whose every essay gets a second: one attempt in ten, and every
//! result within three points of the pass mark, where one level decides. Which one in ten, when a third is called, and
//! what several ratings come to: [`rating`] says it, for replies too. Before all that is needed is there, nothing is
//! decided: the result waits.

use super::behaviour::Stakes;
use super::mark::{Mark, Marked, grade, rated};
use super::model::{Kind, Question};
use super::share::Share;
use crate::content::values::Percent;
use crate::rating;
use crate::score::Milli;

/// So near to the pass mark a result gets second raters, in points of a hundred.
pub const NEAR: Milli = Milli::whole(3);

/// An essay of an attempt.
#[derive(Clone, Debug)]
pub struct Essay<'a> {
    /// The question as it was asked.
    pub question: &'a Question,
    /// What it is worth.
    pub points: Milli,
    /// The levels of each rating so far, in the order given; what does not fit the question is left out.
    pub ratings: Vec<Vec<u32>>,
    /// How many ratings it can have: [`rating::available`].
    pub available: usize,
}

/// What becomes of an essay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// So many ratings are wanted in all, as far as is known.
    Wants(usize),
    /// All that is wanted is there: it earns this.
    Earns(Share),
}

/// Judges the essays of an attempt together, because they make one result. `others` are the marks of all other
/// questions.
#[must_use]
pub fn judge(attempt: &str, pass: Percent, others: &[Marked], essays: &[Essay<'_>]) -> Vec<Verdict> {
    let sampled = rating::is_sampled(attempt);
    let has_first = essays.iter().all(|essay| !essay.ratings.is_empty());
    let second = sampled || has_first && is_near(pass, others, essays);
    let verdict = |essay: &Essay<'_>| {
        let wanted = rating::wanted(second, are_apart(&essay.ratings), essay.available);
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
    by_criterion(ratings).any(|levels| rating::are_apart(&levels))
}

/// What each rater gave, one criterion after the other.
fn by_criterion(ratings: &[Vec<u32>]) -> impl Iterator<Item = Vec<u32>> {
    let count = ratings.iter().map(Vec::len).max().unwrap_or(0);
    (0..count).map(|at| {
        ratings
            .iter()
            .filter_map(|levels| levels.get(at).copied())
            .collect()
    })
}

/// The mean of two ratings, the middle of three, of more the median.
fn together(essay: &Essay<'_>) -> Share {
    let Kind::Essay { criteria } = &essay.question.kind else {
        return Share::NONE;
    };
    let fits = |levels: &&Vec<u32>| rated(essay.question, levels).is_some();
    let fitting: Vec<Vec<u32>> = essay.ratings.iter().filter(fits).cloned().collect();
    let earned = by_criterion(&fitting).map(|levels| rating::middle(&levels).doubled() as usize);
    let most = criteria.iter().map(|criterion| 2 * criterion.max as usize);
    Share::of(earned.sum(), most.sum())
}

/// Whether a question is an essay.
#[must_use]
pub fn is_essay(question: &Question) -> bool {
    matches!(question.kind, Kind::Essay { .. })
}
