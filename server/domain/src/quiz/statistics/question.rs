//! What the attempts say of one version of a question.

use super::flags::{Flag, flags};
use super::{LEAST, numbers};
use crate::hash::Hash;
use crate::quiz::model::Kind;
use crate::score::Milli;

/// A version of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The question's id.
    pub question: String,
    /// Which version.
    pub version: Hash,
    /// In how many first attempts it was asked and has its mark; left open counts as answered wrong.
    pub answers: usize,
    /// What they say; none under [`LEAST`].
    pub numbers: Option<Numbers>,
}

/// What at least [`LEAST`] answers say of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// Mean mark ÷ maximum, in thousandths from 0 to 1000.
    pub facility: Milli,
    /// Correlation with the rest of the test, in thousandths from −1000 to 1000; none where all are alike.
    pub discrimination: Option<Milli>,
    /// How many left it open.
    pub blank: usize,
    /// The options as written; empty when it is no choice.
    pub picks: Vec<Pick>,
    /// What should be looked at, the gravest first.
    pub flags: Vec<Flag>,
}

/// How an option of a choice was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Its place as written, from 0.
    pub option: usize,
    /// Whether it is right.
    pub right: bool,
    /// How many picked it.
    pub times: usize,
    /// Correlation of picking it with the rest of the test, in thousandths; none where all are alike.
    pub pull: Option<Milli>,
}

/// One answer to the version.
pub(super) struct Met<'a> {
    pub(super) kind: Option<&'a Kind>,
    /// Thousandths of what there was to earn.
    pub(super) mark: i64,
    /// Thousandths of what there was to earn elsewhere; none when unknown.
    pub(super) rest: Option<i64>,
    pub(super) answer: &'a [String],
}

impl Met<'_> {
    fn picked(&self, option: usize) -> bool {
        self.answer.iter().any(|text| text.parse() == Ok(option))
    }
}

impl Version {
    pub(super) fn of(question: &str, version: Hash, met: &[Met<'_>]) -> Self {
        Self {
            question: question.to_owned(),
            version,
            answers: met.len(),
            numbers: (met.len() >= LEAST).then(|| Numbers::of(met)),
        }
    }
}

impl Numbers {
    fn of(met: &[Met<'_>]) -> Self {
        let marks: Vec<i64> = met.iter().map(|met| met.mark).collect();
        let mut numbers = Self {
            facility: numbers::mean(&marks, marks.len()),
            discrimination: with_rest(met, |met| met.mark),
            blank: met.iter().filter(|met| is_blank(met.answer)).count(),
            picks: picks(met),
            flags: Vec::new(),
        };
        numbers.flags = flags(&numbers, met.len());
        numbers
    }
}

fn is_blank(answer: &[String]) -> bool {
    answer.iter().all(|text| text.trim().is_empty())
}

fn picks(met: &[Met<'_>]) -> Vec<Pick> {
    let Some(Kind::Choice { options, .. }) = met.iter().find_map(|met| met.kind) else {
        return Vec::new();
    };
    let pick = |(option, written): (usize, &crate::quiz::model::ChoiceOption)| Pick {
        option,
        right: written.right,
        times: met.iter().filter(|met| met.picked(option)).count(),
        pull: with_rest(met, |met| i64::from(met.picked(option))),
    };
    options.iter().enumerate().map(pick).collect()
}

/// How something of an answer goes with the rest of its attempt.
fn with_rest(met: &[Met<'_>], value: impl Fn(&Met<'_>) -> i64) -> Option<Milli> {
    let pairs: Vec<(i64, i64)> = met
        .iter()
        .filter_map(|met| Some((value(met), met.rest?)))
        .collect();
    numbers::correlation(&pairs).filter(|_| pairs.len() >= LEAST)
}
