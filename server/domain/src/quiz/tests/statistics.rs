//! Statistics: numbers worked out by hand, and what holds for any attempts.

use super::quiz_of;
use crate::quiz::statistics::{Answer, BARS, Flag, LEAST, Pick, Sitting, Statistics, statistics};
use crate::quiz::{Quiz, Share};
use crate::score::Milli;
use proptest::prelude::*;

/// `one` is a choice of A (right), B and C; `two` is a short answer; both are worth one point.
fn two() -> Quiz {
    let body = "## one\n\n几声？\n\n- [x] 三声\n- [ ] 五声\n- [ ] 六声\n\n## two\n\n先说什么？\n\n= 您好\n";
    let (quiz, said) = quiz_of("", body);
    assert_eq!(said, "");
    quiz
}

/// What somebody picked in `one` (nothing when over 2), and whether `two` was right.
fn sitting<'a>(quiz: &'a Quiz, picks: &'a [Vec<String>], pick: usize, two: bool) -> Sitting<'a> {
    let answer = |at: usize, right: bool, answer: &'a [String]| {
        let question = &quiz.questions[at];
        Answer {
            question: &question.id,
            version: question.hash,
            kind: Some(&question.kind),
            points: question.points,
            mark: Some(Share::whole(right)),
            answer,
        }
    };
    let right = usize::from(pick == 0) + usize::from(two);
    let score = Milli::whole(i64::try_from(right).unwrap() * 50);
    Sitting {
        seconds: 60,
        result: Some((score, right == 2)),
        answers: vec![answer(0, pick == 0, &picks[pick.min(3)]), answer(1, two, &[])],
    }
}

fn picks() -> Vec<Vec<String>> {
    let picked = |option: &str| vec![option.to_owned()];
    vec![picked("0"), picked("1"), picked("2"), Vec::new()]
}

/// Four were right in both, one only in `one`, two took B and were right in `two`, three took C and were wrong in both.
const TEN: [(usize, bool); 10] = [
    (0, true),
    (0, true),
    (0, true),
    (0, true),
    (0, false),
    (1, true),
    (1, true),
    (2, false),
    (2, false),
    (2, false),
];

fn of(people: &[(usize, bool)]) -> Statistics {
    let (quiz, picks) = (two(), picks());
    let sittings: Vec<_> = people
        .iter()
        .map(|(pick, two)| sitting(&quiz, &picks, *pick, *two))
        .collect();
    statistics(&sittings)
}

#[test]
fn numbers_worked_out_by_hand() {
    let all = of(&TEN);
    let whole = all.whole.unwrap();
    assert_eq!((whole.passed, whole.pass_rate), (4, Milli(40_000)));
    assert_eq!((whole.mean, whole.median_seconds), (Milli(55_000), 60));
    // 0 three times, 50 three times, 100 four times; 100 lies in the last bar.
    assert_eq!(whole.distribution, [3, 0, 0, 0, 0, 3, 0, 0, 0, 4]);
    let one = all.versions[0].numbers.clone().unwrap();
    // (4·3 − 1·2) ÷ √(5·5·6·4) = 10 ÷ 24.495.
    assert_eq!((one.facility, one.discrimination), (Milli(500), Some(Milli(408))));
    let pick = |option, times, pull| Pick {
        option,
        right: option == 0,
        times,
        pull: Some(Milli(pull)),
    };
    // B: (2·4 − 0·4) ÷ √(2·8·6·4) = 8 ÷ 19.596; C: (0·1 − 3·6) ÷ √(3·7·6·4) = −18 ÷ 22.450.
    assert_eq!(one.picks, [pick(0, 5, 408), pick(1, 2, 408), pick(2, 3, -802)]);
    assert_eq!(one.flags, [Flag::PullsStrong { option: 1 }]);
    let two = all.versions[1].numbers.clone().unwrap();
    assert_eq!((two.facility, two.discrimination), (Milli(600), Some(Milli(408))));
    assert_eq!((two.blank, two.picks.len(), two.flags.len()), (10, 0, 0));
}

#[test]
fn under_ten_there_is_only_the_count() {
    let nine = of(&TEN[..9]);
    assert_eq!((nine.sittings, nine.finished, nine.whole), (9, 9, None));
    assert!(
        nine.versions
            .iter()
            .all(|version| version.answers == 9 && version.numbers.is_none())
    );
}

#[test]
fn a_key_that_is_wrong_shows() {
    // Who is good at the rest takes B; the key says A.
    let people = [[(1, true); 6], [(0, false); 6]].concat();
    let one = of(&people).versions[0].numbers.clone().unwrap();
    assert_eq!(one.discrimination, Some(Milli(-1000)));
    assert_eq!(
        one.flags,
        [
            Flag::PullsStrong { option: 1 },
            Flag::Backwards,
            Flag::Unpicked { option: 2 }
        ]
    );
}

#[test]
fn hard_and_easy_questions_are_told_apart() {
    let flags = |people: &[(usize, bool)]| of(people).versions[0].numbers.clone().unwrap().flags;
    assert_eq!(flags(&[(0, true); 12]), [Flag::Easy]);
    let hard = flags(&[[(0, true); 1].as_slice(), &[(1, false); 6], &[(2, true); 6]].concat());
    assert!(hard.contains(&Flag::Hard), "{hard:?}");
    let weak = [[(0, true); 3], [(0, false); 3], [(1, true); 3], [(2, false); 3]].concat();
    assert_eq!(flags(&weak)[0], Flag::PullsStrong { option: 1 });
    assert!(flags(&weak).contains(&Flag::Weak));
}

#[test]
fn what_waits_for_a_rater_counts_nowhere_yet() {
    let (quiz, picks) = (two(), picks());
    let mut sittings: Vec<_> = TEN
        .iter()
        .map(|(pick, two)| sitting(&quiz, &picks, *pick, *two))
        .collect();
    sittings[0].result = None;
    sittings[0].answers[1].mark = None;
    let all = statistics(&sittings);
    assert_eq!((all.sittings, all.finished, &all.whole), (10, 9, &None));
    let [one, two] = &all.versions[..] else {
        panic!("{all:?}")
    };
    assert_eq!((one.answers, two.answers), (10, 9));
    // Its mark is known, the rest of nine others too few.
    let one = one.numbers.clone().unwrap();
    assert_eq!((one.facility, one.discrimination), (Milli(500), None));
}

fn people() -> impl Strategy<Value = Vec<(usize, bool)>> {
    prop::collection::vec((0..4_usize, any::<bool>()), 0..40)
}

proptest! {
    #[test]
    fn all_numbers_stay_within_their_bounds(people in people()) {
        let all = of(&people);
        prop_assert_eq!(all.whole.is_some(), people.len() >= LEAST);
        if let Some(whole) = &all.whole {
            prop_assert_eq!(whole.distribution.iter().sum::<usize>(), people.len());
            prop_assert_eq!(whole.distribution.len(), BARS);
            prop_assert!((0..=100_000).contains(&whole.pass_rate.0) && (0..=100_000).contains(&whole.mean.0));
        }
        for numbers in all.versions.iter().filter_map(|version| version.numbers.as_ref()) {
            prop_assert!((0..=1000).contains(&numbers.facility.0));
            let pulls = numbers.picks.iter().filter_map(|pick| pick.pull);
            for r in pulls.chain(numbers.discrimination) {
                prop_assert!((-1000..=1000).contains(&r.0));
            }
            if !numbers.picks.is_empty() {
                let picked: usize = numbers.picks.iter().map(|pick| pick.times).sum();
                prop_assert_eq!(picked + numbers.blank, people.len());
            }
        }
    }

    #[test]
    fn the_order_of_attempts_makes_no_difference(people in people(), at in 0..40_usize) {
        let mut turned = people.clone();
        turned.reverse();
        turned.rotate_left(at % people.len().max(1));
        prop_assert_eq!(of(&people), of(&turned));
    }
}
