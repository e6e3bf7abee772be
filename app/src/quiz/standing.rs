//! How somebody stands with a quiz: what may be done next, and what of the past may be seen.

use domain::{evidence::Outcome, quiz::Quiz, time::Moment};
use store::attempts::{GRACE_SECONDS, State, Summary};

/// What may be done next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum May {
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
    /// Nothing: all attempts are used up.
    UsedUp,
}

/// Somebody's attempts at one quiz, summed up.
#[derive(Clone, Debug)]
pub(crate) struct Standing {
    /// What may be done next.
    pub may: May,
    /// Attempts that are left; none without a limit.
    pub left: Option<u32>,
    /// Whether any attempt has passed.
    pub passed: bool,
    /// Whether no further answer can be given: what is shown `after-close` may be seen.
    pub closed: bool,
}

impl Standing {
    /// Sums up the attempts at this quiz (others are left out).
    pub fn of(quiz: &Quiz, attempts: &[Summary], now: Moment) -> Self {
        let counting = || {
            let own = attempts.iter().filter(|attempt| attempt.quiz == quiz.head.id);
            own.filter(|attempt| attempt.state != State::Void)
        };
        let taken = u32::try_from(counting().count()).unwrap_or(u32::MAX);
        let left = quiz.attempts.map(|limit| limit.saturating_sub(taken));
        let passed = counting().any(|attempt| attempt.outcome == Some(Outcome::Passed));
        let open = counting().find(|attempt| attempt.state == State::Open);
        let last = counting().filter_map(|attempt| attempt.submitted).max();
        let wait = quiz
            .wait
            .zip(last)
            .map(|(wait, last)| last.plus_seconds(i64::from(wait)));
        let may = if let Some(open) = open {
            May::Continue(open.id.clone())
        } else if passed {
            May::Passed
        } else if counting().any(|attempt| attempt.state == State::Pending) {
            May::Pending
        } else if left == Some(0) {
            May::UsedUp
        } else if let Some(until) = wait.filter(|until| now < *until) {
            May::Wait(until)
        } else {
            May::Start
        };
        let closed = matches!(may, May::Passed | May::UsedUp) || (may == May::Pending && left == Some(0));
        Self {
            may,
            left,
            passed,
            closed,
        }
    }
}

/// Whether an attempt is open although its time is over.
pub(crate) fn is_overdue(attempt: &Summary, now: Moment) -> bool {
    let over = |end: Moment| now > end.plus_seconds(GRACE_SECONDS);
    attempt.state == State::Open && attempt.deadline.is_some_and(over)
}
