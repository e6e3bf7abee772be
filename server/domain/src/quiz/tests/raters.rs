//! Who rates an essay: one rater, two, or three.

use super::quiz_of;
use crate::content::values::Percent;
use crate::quiz::raters::{Essay, Verdict, judge};
use crate::quiz::{Mark, Marked, Quiz, Share, Stakes};
use crate::rating::is_sampled;
use crate::score::Milli;
use proptest::prelude::*;

/// One essay of two criteria with levels from 0 to 4, worth 10 points.
fn essay() -> Quiz {
    let body =
        "## e\n`essay` `10 points`\n\n写一封信。\n\n- 共情 (0..4): 先道歉\n- 办法 (0..4): 说清下一步\n";
    let (quiz, said) = quiz_of("", body);
    assert_eq!(said, "");
    quiz
}

/// An id that is, or is not, one in ten.
fn id(sampled: bool) -> String {
    let mut ids = (0..).map(|n| format!("attempt-{n}"));
    ids.find(|id| is_sampled(id) == sampled).unwrap()
}

fn verdict(sampled: bool, pass: i64, ratings: &[[u32; 2]], available: usize) -> Verdict {
    let quiz = essay();
    let essays = [Essay {
        question: &quiz.questions[0],
        points: Milli::whole(10),
        ratings: ratings.iter().map(|levels| levels.to_vec()).collect(),
        available,
    }];
    judge(&id(sampled), Percent(Milli::whole(pass)), &[], &essays)[0]
}

fn earns(part: usize, of: usize) -> Verdict {
    Verdict::Earns(Share::of(part, of))
}

#[test]
fn one_rater_is_enough_far_from_the_pass_mark() {
    assert_eq!(verdict(false, 80, &[], 9), Verdict::Wants(1));
    assert_eq!(verdict(false, 80, &[[4, 4]], 9), earns(1, 1));
    assert_eq!(verdict(false, 80, &[[2, 2]], 9), earns(1, 2));
}

#[test]
fn near_the_pass_mark_a_second_one_looks() {
    // Six levels of eight are 75 %: 72 and 78 are within three points, 71 is not.
    for (pass, wanted) in [(72, true), (75, true), (78, true), (71, false), (79, false)] {
        let found = verdict(false, pass, &[[3, 3]], 9);
        assert_eq!(found == Verdict::Wants(2), wanted, "{pass}: {found:?}");
    }
    assert_eq!(verdict(false, 75, &[[3, 3], [3, 2]], 9), earns(11, 16));
}

#[test]
fn one_attempt_in_ten_gets_two_raters_from_the_start() {
    assert_eq!(verdict(true, 20, &[], 9), Verdict::Wants(2));
    assert_eq!(verdict(true, 20, &[[4, 4]], 9), Verdict::Wants(2));
    assert_eq!(verdict(true, 20, &[[4, 4], [4, 3]], 9), earns(15, 16));
    let sampled = (0..10_000).filter(|n| is_sampled(&format!("{n}"))).count();
    assert!((900..1100).contains(&sampled), "{sampled}");
}

#[test]
fn two_levels_apart_call_a_third_and_the_middle_counts() {
    assert_eq!(verdict(true, 20, &[[4, 4], [2, 4]], 9), Verdict::Wants(3));
    assert_eq!(verdict(true, 20, &[[4, 4], [3, 3]], 9), earns(14, 16));
    assert_eq!(verdict(true, 20, &[[4, 4], [1, 4], [3, 2]], 9), earns(7, 8));
}

#[test]
fn where_nobody_else_is_there_nothing_waits_for_ever() {
    assert_eq!(verdict(true, 20, &[[4, 4]], 1), earns(1, 1));
    assert_eq!(verdict(true, 20, &[[4, 4], [0, 0]], 2), earns(1, 2));
    assert_eq!(verdict(false, 20, &[], 0), Verdict::Wants(1));
}

#[test]
fn all_essays_of_an_attempt_are_decided_together() {
    let quiz = essay();
    let essay = |ratings: &[[u32; 2]]| Essay {
        question: &quiz.questions[0],
        points: Milli::whole(10),
        ratings: ratings.iter().map(|levels| levels.to_vec()).collect(),
        available: 9,
    };
    let (id, pass) = (id(false), Percent(Milli::whole(75)));
    let waits = judge(&id, pass, &[], &[essay(&[[4, 4]]), essay(&[])]);
    assert_eq!(waits, [Verdict::Wants(1), Verdict::Wants(1)]);
    let near = judge(&id, pass, &[], &[essay(&[[4, 4]]), essay(&[[2, 2]])]);
    assert_eq!(near, [Verdict::Wants(2), Verdict::Wants(2)]);
    let others = [Marked {
        points: Milli::whole(20),
        mark: Mark::Scored(Share::NONE),
        stakes: Stakes::PLAIN,
    }];
    let far = judge(&id, pass, &others, &[essay(&[[4, 4]]), essay(&[[2, 2]])]);
    assert_eq!(far, [earns(1, 1), earns(1, 2)]);
}

proptest! {
    #[test]
    fn a_verdict_comes_with_at_most_three_ratings(
        levels in prop::collection::vec((0..=4_u32, 0..=4_u32), 3..5),
        pass in 0..=100_i64,
        sampled in any::<bool>(),
        available in 0..5_usize,
    ) {
        let ratings: Vec<[u32; 2]> = levels.into_iter().map(|(one, other)| [one, other]).collect();
        prop_assert!(matches!(verdict(sampled, pass, &ratings, available), Verdict::Earns(_)));
    }

    #[test]
    fn what_is_wanted_is_never_there_already(
        levels in prop::collection::vec((0..=4_u32, 0..=4_u32), 1..3),
        pass in 0..=100_i64,
        sampled in any::<bool>(),
        available in 1..5_usize,
    ) {
        let ratings: Vec<[u32; 2]> = levels.into_iter().map(|(one, other)| [one, other]).collect();
        if let Verdict::Wants(wanted) = verdict(sampled, pass, &ratings, available) {
            prop_assert!(wanted > ratings.len() && wanted <= available);
        }
    }
}
