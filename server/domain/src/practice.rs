//! One's own mistakes: when a question answered wrong returns, and when it has been learnt.
//!
//! A mistake returns 1, 3 and 7 days later: a day after it was made, three days after it was answered then, seven
//! after the next, and every seven from there on. It leaves the book once it was answered right twice in a row, each
//! time when it was due: what is answered again before that day is remembered from a moment ago, and changes nothing.
//! Growing distances keep more than equal ones of the same number (Cepeda and others, "Distributed practice in verbal
//! recall tasks", 2006); the numbers are ours.
//!
//! Days are counted by the calendar, not in hours: whoever practises every morning finds all of the day there.

use crate::time::Moment;

/// How many days later each return comes; the last number holds for all that follow.
pub const DAYS: [u32; 3] = [1, 3, 7];

/// How often in a row a question must be answered right.
pub const RIGHT: u32 = 2;

/// A mistake in somebody's book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// When it was made.
    pub made: Moment,
    /// How many returns were answered.
    pub returns: u32,
    /// How many of the last ones were right.
    pub streak: u32,
    /// From when on it is to be answered again; none once it was right often enough.
    pub due: Option<Moment>,
}

impl Mistake {
    /// A mistake made now. `start_of_day` gives the first moment of the day of a moment, where the learner lives.
    #[must_use]
    pub fn made(now: Moment, start_of_day: impl Fn(Moment) -> Moment) -> Self {
        Self {
            made: now,
            returns: 0,
            streak: 0,
            due: Some(days_later(now, DAYS[0], start_of_day)),
        }
    }

    /// Whether it is to be answered again.
    #[must_use]
    pub fn is_due(&self, now: Moment) -> bool {
        self.due.is_some_and(|due| due <= now)
    }

    /// Whether it has left the book.
    #[must_use]
    pub fn is_learnt(&self) -> bool {
        self.due.is_none()
    }

    /// What becomes of it once it was answered again; nothing before it is due.
    #[must_use]
    pub fn answered(self, right: bool, now: Moment, start_of_day: impl Fn(Moment) -> Moment) -> Self {
        if !self.is_due(now) {
            return self;
        }
        let returns = self.returns.saturating_add(1);
        let streak = if right { self.streak.saturating_add(1) } else { 0 };
        let at = usize::try_from(returns).unwrap_or(usize::MAX);
        let days = DAYS.get(at).or(DAYS.last()).copied().unwrap_or(1);
        Self {
            returns,
            streak,
            due: (streak < RIGHT).then(|| days_later(now, days, start_of_day)),
            ..self
        }
    }
}

/// What becomes of a question that was answered in practice, with the mistake it was before, if it was one: a wrong
/// answer to one that is in no book, or has left it, is a new mistake.
#[must_use]
pub fn after(
    mistake: Option<Mistake>,
    right: bool,
    now: Moment,
    start_of_day: impl Fn(Moment) -> Moment,
) -> Option<Mistake> {
    match mistake.filter(|mistake| !mistake.is_learnt()) {
        Some(mistake) => Some(mistake.answered(right, now, start_of_day)),
        None if right => mistake,
        None => Some(Mistake::made(now, start_of_day)),
    }
}

/// The first moment of the day so many days later. From noon, so that a day of 23 or 25 hours makes no difference.
fn days_later(now: Moment, days: u32, start_of_day: impl Fn(Moment) -> Moment) -> Moment {
    const HOUR: i64 = 3600;
    let noon = start_of_day(now).plus_seconds(12 * HOUR);
    start_of_day(noon.plus_seconds(24 * HOUR * i64::from(days)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DAY: i64 = 86_400_000_000;

    fn start_of_day(moment: Moment) -> Moment {
        Moment(moment.0.div_euclid(DAY) * DAY)
    }

    fn at(day: i64, hour: i64) -> Moment {
        Moment(day * DAY + hour * DAY / 24)
    }

    /// Answers on the day it is due, at nine; the days on which it returned.
    fn returns(answers: &[bool]) -> (Vec<i64>, Mistake) {
        let mut mistake = Mistake::made(at(0, 15), start_of_day);
        let mut days = Vec::new();
        for right in answers {
            let Some(due) = mistake.due else { break };
            days.push(due.0 / DAY);
            mistake = mistake.answered(*right, due.plus_seconds(9 * 3600), start_of_day);
        }
        (days, mistake)
    }

    #[test]
    fn it_returns_after_one_three_and_seven_days_until_it_was_right_twice() {
        assert_eq!(returns(&[true, true, true]).0, [1, 4]);
        assert!(returns(&[true, true]).1.is_learnt());
        assert_eq!(returns(&[false, true, true, true]).0, [1, 4, 11]);
        assert_eq!(returns(&[true, false, true, true, true]).0, [1, 4, 11, 18]);
        let (days, mistake) = returns(&[false; 5]);
        assert_eq!(days, [1, 4, 11, 18, 25]);
        assert_eq!(mistake.due, Some(at(32, 0)));
    }

    #[test]
    fn a_day_begins_at_midnight() {
        let mistake = Mistake::made(at(0, 23), start_of_day);
        assert!(!mistake.is_due(at(0, 24).plus_seconds(-1)) && mistake.is_due(at(1, 0)));
    }

    #[test]
    fn what_was_learnt_returns_only_by_a_new_mistake() {
        let learnt = returns(&[true, true]).1;
        let now = at(50, 9);
        assert_eq!(after(Some(learnt), true, now, start_of_day), Some(learnt));
        let again = after(Some(learnt), false, now, start_of_day);
        assert_eq!(again, Some(Mistake::made(now, start_of_day)));
        assert_eq!(after(None, true, now, start_of_day), None);
        assert_eq!(after(None, false, now, start_of_day), again);
    }

    proptest! {
        #[test]
        fn before_it_is_due_nothing_changes(
            right in any::<bool>(),
            hours in 0..48_i64,
            answers in prop::collection::vec(any::<bool>(), 0..6),
        ) {
            let mistake = returns(&answers).1;
            let now = mistake.due.map_or(at(99, 0), |due| due.plus_seconds(-3600 * hours - 1));
            prop_assert_eq!(mistake.answered(right, now, start_of_day), mistake);
        }

        #[test]
        fn it_leaves_exactly_when_the_last_two_were_right(answers in prop::collection::vec(any::<bool>(), 0..12)) {
            let (days, mistake) = returns(&answers);
            let given = &answers[..days.len()];
            prop_assert_eq!(mistake.is_learnt(), given.ends_with(&[true, true]));
            prop_assert_eq!(usize::try_from(mistake.returns).unwrap(), given.len());
            prop_assert!(given.windows(2).rev().skip(1).all(|pair| pair != [true, true]));
            prop_assert!(days.windows(2).all(|pair| (3..=7).contains(&(pair[1] - pair[0]))));
        }

        #[test]
        fn a_form_sent_twice_counts_once(right in any::<bool>(), hour in 0..24_i64) {
            let now = at(1, hour);
            let once = Mistake::made(at(0, 9), start_of_day).answered(right, now, start_of_day);
            prop_assert_eq!(once.answered(right, now, start_of_day), once);
        }
    }
}
