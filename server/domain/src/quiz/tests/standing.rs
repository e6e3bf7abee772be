//! Who may begin an attempt, and until when it runs.

use super::super::standing::*;
use crate::evidence::{Entry, ExtraTime, Fact, Outcome};
use crate::score::Milli;
use crate::time::Moment;
use proptest::prelude::*;

const T: Moment = Moment(1_770_000_000_000_000);

fn past(state: State, outcome: Option<Outcome>) -> Past<'static> {
    Past {
        id: "a",
        state,
        submitted: (state != State::Open).then_some(T),
        outcome,
    }
}

fn failed() -> Past<'static> {
    past(State::Graded, Some(Outcome::Failed))
}

fn may(rules: Rules, more: u32, past: &[Past<'_>], after: i64) -> May {
    let allowance = Allowance {
        more,
        time: ExtraTime::default(),
    };
    Standing::of(&rules, allowance, past.iter().copied(), T.plus_seconds(after)).may
}

#[test]
fn attempts_run_out_and_are_granted() {
    let rules = Rules {
        attempts: Some(2),
        ..Rules::default()
    };
    assert_eq!(may(rules, 0, &[failed()], 1), May::Start);
    assert_eq!(may(rules, 0, &[failed(), failed()], 1), May::UsedUp);
    assert_eq!(may(rules, 1, &[failed(), failed()], 1), May::Start);
    let void = past(State::Void, Some(Outcome::Passed));
    assert_eq!(
        may(rules, 0, &[failed(), void], 1),
        May::Start,
        "void counts for nothing"
    );
    let standing = Standing::of(&rules, Allowance::default(), [failed(), failed()], T);
    assert!(
        standing.closed && !standing.passed,
        "used up is closed, and never passed"
    );
}

#[test]
fn one_waits_and_a_closed_quiz_opens_no_more() {
    let rules = Rules {
        wait: Some(3600),
        close: Some(T.plus_seconds(7200)),
        ..Rules::default()
    };
    assert_eq!(may(rules, 0, &[failed()], 60), May::Wait(T.plus_seconds(3600)));
    assert_eq!(may(rules, 0, &[failed()], 3600), May::Start);
    assert_eq!(may(rules, 0, &[failed()], 7200), May::Closed);
    let late = Past {
        submitted: Some(T.plus_seconds(5000)),
        ..failed()
    };
    assert_eq!(
        may(rules, 0, &[late], 5001),
        May::Closed,
        "it opens again after it closed"
    );
    assert_eq!(
        may(rules, 0, &[past(State::Open, None)], 9999),
        May::Continue("a".to_owned())
    );
}

#[test]
fn the_deadline_is_the_limit_with_extra_time_but_not_after_the_close() {
    let rules = |time, close: Option<i64>| Rules {
        time,
        close: close.map(|seconds| T.plus_seconds(seconds)),
        ..Rules::default()
    };
    let none = ExtraTime::default();
    assert_eq!(deadline(&rules(None, None), none, T), None);
    assert_eq!(
        deadline(&rules(Some(600), None), none, T),
        Some(T.plus_seconds(600))
    );
    let longer = ExtraTime::Factor(Milli(1250));
    assert_eq!(
        deadline(&rules(Some(600), None), longer, T),
        Some(T.plus_seconds(750))
    );
    let unlimited = ExtraTime::Unlimited;
    assert_eq!(deadline(&rules(Some(600), None), unlimited, T), None);
    assert_eq!(
        deadline(&rules(Some(600), Some(700)), unlimited, T),
        Some(T.plus_seconds(700)),
        "a quiz closes for everybody"
    );
    let minutes = ExtraTime::Minutes(5);
    assert_eq!(
        deadline(&rules(Some(600), Some(700)), minutes, T),
        Some(T.plus_seconds(700))
    );
    assert_eq!(
        deadline(&rules(None, Some(700)), minutes, T),
        Some(T.plus_seconds(700))
    );
    assert_eq!(
        deadline(&rules(None, None), minutes, T),
        None,
        "no limit needs no more time"
    );
}

#[test]
fn what_was_granted_is_read_from_evidence() {
    let facts = [
        Fact::AttemptGranted {
            quiz: "c/quiz".to_owned(),
        },
        Fact::AttemptGranted {
            quiz: "c/other".to_owned(),
        },
        Fact::TimeGranted {
            time: ExtraTime::Minutes(10),
        },
        Fact::AttemptGranted {
            quiz: "c/quiz".to_owned(),
        },
        Fact::TimeGranted {
            time: ExtraTime::Factor(Milli(1500)),
        },
        Fact::Voided {
            entry: "e3".to_owned(),
        },
    ];
    let entries: Vec<Entry> = facts
        .into_iter()
        .enumerate()
        .map(|(at, fact)| Entry {
            id: format!("e{at}"),
            person: Some("p".to_owned()),
            actor: None,
            happened: T,
            recorded: T,
            fact,
            text: None,
        })
        .collect();
    let allowance = Allowance::of(&entries, "c/quiz");
    assert_eq!(
        (allowance.more, allowance.time),
        (1, ExtraTime::Factor(Milli(1500)))
    );
}

proptest! {
    #[test]
    fn an_attempt_ends_between_its_start_and_its_deadline(
        started in 0..1_000_000_i64, limit in 0..10_000_i64, now in -1_000_000..2_000_000_i64,
    ) {
        let (started, deadline) = (Moment(started), Moment(started + limit));
        let end = end(started, Some(deadline), Moment(now));
        prop_assert!(started <= end && end <= deadline);
    }

    #[test]
    fn extra_time_never_shortens(limit in any::<u32>(), minutes in 0..10_000_u32, factor in any::<i64>()) {
        for time in [ExtraTime::Minutes(minutes), ExtraTime::Factor(Milli(factor))] {
            prop_assert!(time.extend(limit) >= Some(i64::from(limit)));
        }
    }
}
