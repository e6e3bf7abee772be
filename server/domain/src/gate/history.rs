//! The entries that count at a moment.

use crate::evidence::{Entry, Fact, Outcome};
use crate::time::Moment;
use std::collections::{BTreeMap, BTreeSet};

/// One person's entries that were recorded by a moment and not voided by then, oldest first.
pub(super) struct History<'a> {
    entries: Vec<&'a Entry>,
    /// The entry with which an attempt or play last got a final result, voided or not: when it was recorded, and its id.
    finals: BTreeMap<(Test, &'a str), (Moment, &'a str)>,
    /// The entry with which an attempt was last regraded; its results before that do not count.
    regraded: BTreeMap<&'a str, usize>,
}

/// What has attempts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Test {
    Quiz,
    Scenario,
}

/// One result of a quiz or scenario.
pub(super) struct Attempt<'a> {
    pub(super) entry: &'a Entry,
    pub(super) test: Test,
    /// The quiz or scenario.
    pub(super) of: &'a str,
    /// The attempt or play.
    pub(super) source: &'a str,
    pub(super) outcome: Outcome,
}

impl<'a> History<'a> {
    pub(super) fn at(entries: &'a [Entry], now: Moment) -> Self {
        let mut known: Vec<&Entry> = entries.iter().filter(|entry| entry.recorded <= now).collect();
        // Ids are UUIDv7: within one moment they still order, and make the order of the slice irrelevant.
        known.sort_by(|a, b| place(a).cmp(&place(b)));
        let voided = voided(&known);
        let mut finals = BTreeMap::new();
        for attempt in known.iter().filter_map(|entry| attempt(entry)) {
            if attempt.outcome != Outcome::Pending {
                finals.insert((attempt.test, attempt.source), place(attempt.entry));
            }
        }
        known.retain(|entry| !voided.contains(entry.id.as_str()));
        Self {
            regraded: regraded(&known),
            entries: known,
            finals,
        }
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &'a Entry> {
        self.entries.iter().copied()
    }

    /// When the first fact that fits was recorded.
    pub(super) fn first(&self, fits: impl Fn(&Fact) -> bool) -> Option<Moment> {
        self.iter()
            .find(|entry| fits(&entry.fact))
            .map(|entry| entry.recorded)
    }

    /// When the last fact that fits was recorded.
    pub(super) fn last(&self, fits: impl Fn(&Fact) -> bool) -> Option<Moment> {
        self.iter()
            .rfind(|entry| fits(&entry.fact))
            .map(|entry| entry.recorded)
    }

    /// The results of one quiz or scenario, oldest first.
    pub(super) fn attempts(&self, test: Test, of: &str) -> impl Iterator<Item = Attempt<'a>> {
        let attempts = self.entries.iter().enumerate();
        let attempts = attempts.filter_map(|(at, entry)| Some((at, attempt(entry)?)));
        attempts
            .filter(|(at, attempt)| {
                let since = self
                    .regraded
                    .get(attempt.source)
                    .filter(|_| attempt.test == Test::Quiz);
                since.is_none_or(|since| at >= since)
            })
            .map(|(_, attempt)| attempt)
            .filter(move |attempt| attempt.test == test && attempt.of == of)
    }

    /// The attempts at one quiz or scenario that wait for a rater: each once, the longest waiting first.
    ///
    /// A final result ends the wait even when it was voided later: nobody rates a voided attempt. One that was disputed
    /// waits again.
    pub(super) fn open(&self, test: Test, of: &str) -> Vec<Attempt<'a>> {
        let mut sources = BTreeSet::new();
        self.attempts(test, of)
            .filter(|attempt| attempt.outcome == Outcome::Pending)
            .filter(|attempt| {
                let ended = self.finals.get(&(test, attempt.source));
                ended.is_none_or(|ended| *ended < place(attempt.entry))
            })
            .filter(|attempt| sources.insert(attempt.source))
            .collect()
    }
}

/// What orders entries, also within one moment.
fn place(entry: &Entry) -> (Moment, &str) {
    (entry.recorded, &entry.id)
}

/// The ids of voided entries. A voiding can itself be voided, so the latest are heard first.
fn voided<'a>(known: &[&'a Entry]) -> BTreeSet<&'a str> {
    let mut voided = BTreeSet::new();
    for entry in known.iter().rev() {
        if let Fact::Voided { entry: target } = &entry.fact
            && !voided.contains(entry.id.as_str())
        {
            voided.insert(target.as_str());
        }
    }
    voided
}

/// For each attempt that was regraded, the last entry that says so.
fn regraded<'a>(known: &[&'a Entry]) -> BTreeMap<&'a str, usize> {
    let regraded = known
        .iter()
        .enumerate()
        .filter_map(|(at, entry)| match &entry.fact {
            Fact::QuizRegraded { attempt, .. } => Some((attempt.as_str(), at)),
            _ => None,
        });
    regraded.collect()
}

fn attempt(entry: &Entry) -> Option<Attempt<'_>> {
    let (test, of, source, outcome) = match &entry.fact {
        Fact::QuizFinished {
            quiz,
            attempt,
            outcome,
            ..
        }
        | Fact::QuizRegraded {
            quiz,
            attempt,
            outcome,
            ..
        } => (Test::Quiz, quiz, attempt, *outcome),
        Fact::ScenarioFinished {
            scenario,
            play,
            outcome,
            ..
        } => (Test::Scenario, scenario, play, *outcome),
        _ => return None,
    };
    Some(Attempt {
        entry,
        test,
        of,
        source,
        outcome,
    })
}
