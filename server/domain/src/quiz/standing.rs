//! How somebody stands with a quiz: what may be done next, and until when an attempt runs.
//!
//! The page that offers an attempt and the transaction that begins one ask the same function, so that no second tab
//! and no form sent by hand gets past the limit or the waiting time.

use crate::evidence::{Entry, ExtraTime, Fact, Outcome};
use crate::time::Moment;
use std::collections::BTreeSet;

/// How far an attempt is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Takes answers.
    Open,
    /// Handed in; somebody must rate an essay.
    Pending,
    /// Has its result.
    Graded,
    /// Does not count.
    Void,
}

/// An earlier attempt, as far as the rules look at it.
#[derive(Clone, Copy, Debug)]
pub struct Past<'a> {
    /// Its id.
    pub id: &'a str,
    /// How far it is.
    pub state: State,
    /// When it was handed in.
    pub submitted: Option<Moment>,
    /// How it ended; none while open.
    pub outcome: Option<Outcome>,
}

/// What a quiz says about its attempts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// How many there are; none without a limit.
    pub attempts: Option<u32>,
    /// How long to wait after one that did not pass, in seconds.
    pub wait: Option<u32>,
    /// How long one may take, in seconds; none without a limit.
    pub time: Option<u32>,
    /// From when on nothing is taken any more.
    pub close: Option<Moment>,
}

/// What trainers granted one person for one quiz.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Allowance {
    /// Attempts besides those the quiz gives everybody.
    pub more: u32,
    /// How much longer an attempt may take.
    pub time: ExtraTime,
}

impl Allowance {
    /// Reads it from a person's evidence, in the order recorded.
    pub fn of<'e>(entries: impl IntoIterator<Item = &'e Entry> + Clone, quiz: &str) -> Self {
        let voided: BTreeSet<&str> = entries
            .clone()
            .into_iter()
            .filter_map(|entry| match &entry.fact {
                Fact::Voided { entry } => Some(entry.as_str()),
                _ => None,
            })
            .collect();
        let mut allowance = Self::default();
        for entry in entries {
            match &entry.fact {
                _ if voided.contains(entry.id.as_str()) => {}
                Fact::AttemptGranted { quiz: of } if of == quiz => allowance.more += 1,
                Fact::TimeGranted { time } => allowance.time = *time,
                _ => {}
            }
        }
        allowance
    }
}

/// What may be done next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum May {
    /// Begin an attempt.
    Start,
    /// Go on with the open one.
    Continue(String),
    /// Nothing: it is passed.
    Passed,
    /// Nothing before somebody has rated the last one.
    Pending,
    /// Nothing before this moment.
    Wait(Moment),
    /// Nothing: all attempts are used up. This meets no requirement.
    UsedUp,
    /// Nothing: the quiz has closed.
    Closed,
}

/// Somebody's attempts at one quiz, summed up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What may be done next.
    pub may: May,
    /// How many attempts there are in all, with those granted; none without a limit.
    pub limit: Option<u32>,
    /// Attempts that are left; none without a limit.
    pub left: Option<u32>,
    /// Whether any attempt has passed.
    pub passed: bool,
    /// Whether no further answer can be given: what is shown `after-close` may be seen.
    pub closed: bool,
}

impl Standing {
    /// Sums up the attempts at one quiz. Void ones do not count: neither their result nor as one of the limit.
    pub fn of<'p>(
        rules: &Rules,
        allowance: Allowance,
        past: impl IntoIterator<Item = Past<'p>>,
        now: Moment,
    ) -> Self {
        let counting: Vec<Past<'p>> = past
            .into_iter()
            .filter(|past| past.state != State::Void)
            .collect();
        let taken = u32::try_from(counting.len()).unwrap_or(u32::MAX);
        let limit = rules.attempts.map(|limit| limit.saturating_add(allowance.more));
        let left = limit.map(|limit| limit.saturating_sub(taken));
        let passed = counting.iter().any(|past| past.outcome == Some(Outcome::Passed));
        let open = counting.iter().find(|past| past.state == State::Open);
        let last = counting.iter().filter_map(|past| past.submitted).max();
        let wait = rules
            .wait
            .zip(last)
            .map(|(wait, last)| last.plus_seconds(i64::from(wait)))
            .filter(|until| now < *until);
        let opens = wait.unwrap_or(now);
        let is_over = rules.close.is_some_and(|close| close <= opens);
        let may = if let Some(open) = open {
            May::Continue(open.id.to_owned())
        } else if passed {
            May::Passed
        } else if counting.iter().any(|past| past.state == State::Pending) {
            May::Pending
        } else if left == Some(0) {
            May::UsedUp
        } else if is_over {
            May::Closed
        } else {
            wait.map_or(May::Start, May::Wait)
        };
        let closed = match may {
            May::Passed | May::UsedUp | May::Closed => true,
            May::Pending => left == Some(0) || is_over,
            May::Start | May::Continue(_) | May::Wait(_) => false,
        };
        Self {
            may,
            limit,
            left,
            passed,
            closed,
        }
    }
}

/// Until when an attempt takes answers: its time with what the person has more, but not after the quiz has closed;
/// none without either.
#[must_use]
pub fn deadline(rules: &Rules, time: ExtraTime, started: Moment) -> Option<Moment> {
    let own = rules.time.and_then(|limit| time.extend(limit));
    let over = own.map(|limit| started.plus_seconds(limit));
    over.into_iter().chain(rules.close).min()
}

/// When an attempt ended that is handed in or collected now: what comes in the grace after the deadline counts, and
/// the deadline is its end. Never before it began, whatever the clock did.
#[must_use]
pub fn end(started: Moment, deadline: Option<Moment>, now: Moment) -> Moment {
    deadline.map_or(now, |deadline| deadline.min(now)).max(started)
}
