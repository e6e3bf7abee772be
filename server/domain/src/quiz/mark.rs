//! Marking: from an answer to a share of the points, and from marks to a result.
//!
//! An answer is a list of texts. All indexes count from 0 **as written by the author**; [`to_authored`] leads back from
//! what the learner was shown.
//!
//! | kind | answer |
//! |---|---|
//! | choice | the indexes of the options picked |
//! | short, number, essay | one text |
//! | order | the indexes of all items, in the learner's order |
//! | match | for each pair, in order, the index of the pair whose right side was put there; empty for none |
//! | cloze | for each gap, in order, the text typed or the index of the option picked |
//!
//! Anything else in an answer is wrong, never an error: it came from a browser.

use super::behaviour::Stakes;
use super::decimal::Decimal;
use super::model::{Accepted, Gap, Kind, Question};
use super::normalise::answer as normalised;
use super::number;
use super::share::Share;
use crate::content::values::Percent;
use crate::score::{FULL, Milli};
use std::collections::BTreeSet;

/// What an answer earned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// This share of the question's points.
    Scored(Share),
    /// Not known before a person has rated it.
    Pending,
}

/// Marks an answer.
#[must_use]
pub fn mark(question: &Question, answer: &[String]) -> Mark {
    let first = || answer.first().map_or("", String::as_str);
    Mark::Scored(match &question.kind {
        Kind::Choice {
            options,
            multiple,
            all_or_nothing,
        } => {
            let right: Vec<bool> = options.iter().map(|option| option.right).collect();
            choice(&right, *multiple && !*all_or_nothing, answer)
        }
        Kind::Short { accepted, contains } => Share::whole(short(accepted, *contains, first())),
        Kind::Number {
            value,
            tolerance,
            unit,
        } => {
            let units = unit.iter().flat_map(super::super::lang::Text::all);
            let typed = number::typed(first(), units);
            Share::whole(typed.is_some_and(|typed: Decimal| value.within(*tolerance, typed)))
        }
        Kind::Order { items } => order(items.len(), answer),
        Kind::Match { pairs, .. } => {
            let right =
                (0..pairs.len()).filter(|pair| answer.get(*pair).and_then(|text| index(text)) == Some(*pair));
            Share::of(right.count(), pairs.len())
        }
        Kind::Cloze { gaps } => {
            let right = gaps
                .iter()
                .zip(answer)
                .filter(|(gap, answer)| filled(gap, answer));
            Share::of(right.count(), gaps.len())
        }
        Kind::Essay { .. } => return Mark::Pending,
    })
}

/// The share an essay earns by the levels a rater gave; `None` unless there is one within bounds for each criterion.
#[must_use]
pub fn rated(question: &Question, levels: &[u32]) -> Option<Share> {
    let Kind::Essay { criteria } = &question.kind else {
        return None;
    };
    let fits =
        criteria.len() == levels.len() && criteria.iter().zip(levels).all(|(c, level)| *level <= c.max);
    let sum = |levels: &mut dyn Iterator<Item = u32>| levels.map(|level| level as usize).sum();
    fits.then(|| {
        Share::of(
            sum(&mut levels.iter().copied()),
            sum(&mut criteria.iter().map(|c| c.max)),
        )
    })
}

/// Turns places in what was shown into indexes as written: place `p` showed `permutation[p]`.
///
/// Applies to choice, order and match; other answers come back as they are. A place that does not exist becomes empty.
#[must_use]
pub fn to_authored(question: &Question, answer: &[String], permutation: &[usize]) -> Vec<String> {
    if question.slots() == 0 {
        return answer.to_vec();
    }
    let authored = |place: &String| {
        index(place)
            .and_then(|place| permutation.get(place))
            .map(ToString::to_string)
    };
    answer
        .iter()
        .map(|place| authored(place).unwrap_or_default())
        .collect()
}

/// The other way round: the places at which indexes as written are shown, to show a saved answer again.
#[must_use]
pub fn to_shown(question: &Question, answer: &[String], permutation: &[usize]) -> Vec<String> {
    if question.slots() == 0 {
        return answer.to_vec();
    }
    let shown = |text: &String| {
        let authored = index(text)?;
        permutation
            .iter()
            .position(|slot| *slot == authored)
            .map(|place| place.to_string())
    };
    answer
        .iter()
        .map(|text| shown(text).unwrap_or_default())
        .collect()
}

fn index(text: &str) -> Option<usize> {
    let plain = !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// All or nothing, or right ticks minus wrong ones over all right ones.
fn choice(right: &[bool], by_parts: bool, answer: &[String]) -> Share {
    let ticked = answer.iter().filter(|text| !text.is_empty());
    let ticked: BTreeSet<Option<usize>> = ticked
        .map(|text| index(text).filter(|i| *i < right.len()))
        .collect();
    let good = ticked
        .iter()
        .filter(|tick| tick.is_some_and(|i| right[i]))
        .count();
    let bad = ticked.len() - good;
    let all = right.iter().filter(|right| **right).count();
    if by_parts {
        return Share::of(good.saturating_sub(bad), all);
    }
    Share::whole(all > 0 && good == all && bad == 0)
}

fn short(accepted: &[Accepted], contains: bool, answer: &str) -> bool {
    let answer = normalised(answer);
    accepted
        .iter()
        .map(|accepted| normalised(&accepted.text))
        .any(|accepted| {
            let whole = answer == accepted;
            whole || contains && !accepted.is_empty() && answer.contains(&accepted)
        })
}

/// Neighbours of the key that are neighbours in the same order in the answer, over n − 1.
///
/// An answer in which an item stands twice is no order and earns nothing.
fn order(items: usize, answer: &[String]) -> Share {
    let places: Option<Vec<usize>> = answer
        .iter()
        .map(|text| index(text).filter(|i| *i < items))
        .collect();
    let places = places.unwrap_or_default();
    if places.iter().collect::<BTreeSet<_>>().len() < places.len() {
        return Share::NONE;
    }
    let kept = places.windows(2).filter(|pair| pair[0] + 1 == pair[1]).count();
    Share::of(kept, items.saturating_sub(1))
}

fn filled(gap: &Gap, answer: &str) -> bool {
    match gap {
        Gap::Typed { accepted } => short(accepted, false, answer),
        Gap::DropDown { right, .. } => index(answer) == Some(*right),
    }
}

/// A question's points and the mark its answer got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// What the question is worth.
    pub points: Milli,
    /// What the answer earned of it.
    pub mark: Mark,
    /// What is at stake.
    pub stakes: Stakes,
}

impl Marked {
    /// What it counts, in thousandths of a third of a point: below 0 for what was wrong and believed; none while pending.
    #[must_use]
    pub fn thirds(&self) -> Option<Milli> {
        let whole = i128::from(Share::ALL.parts());
        (self.mark != Mark::Pending).then(|| rounded(self.parts(), whole))
    }

    /// Points by thirds by parts of a share.
    fn parts(&self) -> i128 {
        let Mark::Scored(share) = self.mark else {
            return 0;
        };
        let (right, whole) = (i128::from(share.parts()), i128::from(Share::ALL.parts()));
        let Stakes {
            right: earns,
            wrong: costs,
        } = self.stakes;
        i128::from(self.points.0) * (right * i128::from(earns) + (whole - right) * i128::from(costs))
    }
}

/// The result of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Points earned so far, rounded half up to thousandths.
    pub points: Milli,
    /// Points there were to earn.
    pub max: Milli,
    /// The percentage earned so far, rounded half up to thousandths.
    pub percent: Milli,
    /// Whether the pass mark is reached, decided on unrounded numbers; `None` while a mark is pending.
    pub passed: Option<bool>,
}

/// Adds up the marks of all questions drawn; the sum is never under 0, whatever wrong answers cost.
#[must_use]
pub fn grade(pass: Percent, marked: &[Marked]) -> Outcome {
    let whole = i128::from(Share::ALL.parts()) * i128::from(Stakes::MOST);
    let earned = marked.iter().map(Marked::parts).sum::<i128>().max(0);
    let max: i128 = marked.iter().map(|marked| i128::from(marked.points.0)).sum();
    let reached = max > 0 && earned * i128::from(FULL.0) >= i128::from(pass.0.0) * max * whole;
    let pending = marked.iter().any(|marked| marked.mark == Mark::Pending);
    Outcome {
        points: rounded(earned, whole),
        max: rounded(max, 1),
        percent: rounded(earned * i128::from(FULL.0), max * whole),
        passed: (!pending).then_some(reached),
    }
}

/// Half up; nothing over nothing is nothing.
fn rounded(numerator: i128, denominator: i128) -> Milli {
    let quotient = if denominator == 0 {
        0
    } else {
        (2 * numerator + denominator).div_euclid(2 * denominator)
    };
    Milli(i64::try_from(quotient).unwrap_or(i64::MAX))
}
