//! Means, totals, minima, and what cannot be counted.

use super::super::model::Kit;
use super::super::score::{Level, Rating, Total, TotalError, Weighed, review, total, weigh};
use super::{EXAMPLE, sound};
use crate::score::{FULL, Milli};
use proptest::collection::vec;
use proptest::prelude::*;

/// The patience of item 0 and 1, the helpfulness of item 2; 0 is "not observed".
fn ratings(by_item: &[&[u8]]) -> Vec<Rating> {
    let of_item = |(item, levels): (usize, &&[u8])| -> Vec<Rating> {
        let rating = |(rater, level): (usize, &u8)| Rating {
            item,
            rater,
            level: Level::new(*level),
        };
        levels.iter().enumerate().map(rating).collect()
    };
    by_item.iter().enumerate().flat_map(of_item).collect()
}

fn scored(kit: &Kit, by_item: &[&[u8]]) -> Total {
    total(kit, &ratings(by_item)).unwrap()
}

#[test]
fn means_of_means_are_weighed() {
    let kit = sound(EXAMPLE);
    // Patience: (4.5 + 3) / 2 = 3.75; helpfulness: 5. 100 · (3 · 2.75 + 2 · 4) / 4 / 5 = 81.25.
    let result = scored(&kit, &[&[4, 5], &[3, 3], &[5, 5]]);
    assert_eq!(result.means, [Some(Milli(3750)), Some(Milli(5000))]);
    assert_eq!(
        (result.total, result.passed, result.below.as_slice()),
        (Some(Milli(81_250)), true, &[][..])
    );
}

#[test]
fn what_nobody_observed_leaves_the_means() {
    let kit = sound(EXAMPLE);
    let result = scored(&kit, &[&[4, 0], &[0, 0], &[5]]);
    assert_eq!(
        (result.means, result.total),
        (vec![Some(Milli(4000)), Some(Milli(5000))], Some(Milli(85_000)))
    );
    let nothing = scored(&kit, &[&[5, 5], &[5, 5], &[0, 0]]);
    assert_eq!(
        (nothing.means[1], nothing.total, nothing.passed),
        (None, None, false)
    );
    assert_eq!(total(&kit, &[]).unwrap().total, None);
}

#[test]
fn a_mean_under_its_minimum_fails_whatever_the_total() {
    let mut kit = sound(EXAMPLE);
    kit.pass = Milli(0);
    let low = scored(&kit, &[&[2, 2], &[2, 3], &[5, 5]]);
    assert_eq!(
        (low.means[0], low.passed, low.below.as_slice()),
        (Some(Milli(2250)), false, &[0][..])
    );
    let just = scored(&kit, &[&[2, 3], &[2, 3], &[1, 1]]);
    assert_eq!((just.means[0], just.passed), (Some(Milli(2500)), true));
    // Thirds are compared unrounded: 2.6667 is shown, 2.667 is not reached.
    kit.competencies[0].min = Some(Milli(2667));
    let thirds = scored(&kit, &[&[2, 3, 3], &[], &[5]]);
    assert_eq!((thirds.means[0], thirds.passed), (Some(Milli(2667)), false));
}

#[test]
fn the_pass_mark_is_compared_unrounded() {
    let mut kit = sound(EXAMPLE);
    kit.competencies[0].min = None;
    // Patience 8/3, helpfulness 1: 100 · 3 · 5/3 / 20 = 25.
    kit.pass = Milli::whole(25);
    assert!(scored(&kit, &[&[2, 3, 3], &[], &[1]]).passed);
    // Patience 1, helpfulness 4/3: 100 · 2 · 1/3 / 20 = 3.3333.
    kit.pass = Milli(3333);
    assert!(scored(&kit, &[&[1], &[], &[1, 1, 2]]).passed);
    kit.pass = Milli(3334);
    assert!(!scored(&kit, &[&[1], &[], &[1, 1, 2]]).passed);
}

#[test]
fn ratings_must_fit_the_kit() {
    let kit = sound(&format!("{EXAMPLE}\n## more\n`fact`\n\n有没有上岗证？\n"));
    let rating = |item: usize| Rating {
        item,
        rater: 0,
        level: Level::new(3),
    };
    assert_eq!(total(&kit, &[rating(3)]), Err(TotalError::NotRated { item: 3 }));
    assert_eq!(total(&kit, &[rating(9)]), Err(TotalError::NotRated { item: 9 }));
    assert_eq!(
        total(&kit, &[rating(0), rating(1), rating(0)]),
        Err(TotalError::RatedTwice { item: 0 })
    );
    assert_eq!(
        (Level::new(0), Level::new(6), Level::new(5).map(Level::get)),
        (None, None, Some(5))
    );
}

#[test]
fn a_review_scores_like_an_interview_and_a_critical_error_fails_it() {
    let level = |number: u8| Level::new(number).unwrap();
    let criteria = [
        (Milli::whole(50), vec![level(3)]),
        (Milli::whole(50), vec![level(4), level(5)]),
    ];
    let fine = review(Milli::whole(60), &criteria, false).unwrap();
    assert_eq!((fine.total, fine.passed), (Some(Milli(68_750)), true));
    let critical = review(Milli::whole(60), &criteria, true).unwrap();
    assert_eq!((critical.total, critical.passed), (Some(Milli(68_750)), false));
}

#[test]
fn what_has_no_exact_total_is_an_error() {
    let primes = [
        2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101,
        103, 107,
    ];
    let one = Level::new(1).unwrap();
    let levels = |count: usize| {
        std::iter::once(Level::new(2).unwrap())
            .chain(vec![one; count - 1])
            .collect::<Vec<_>>()
    };
    let items = primes.map(levels).to_vec();
    let weighed = Weighed {
        weight: Milli::whole(1),
        min: None,
        items,
    };
    assert_eq!(weigh(Milli(0), &[weighed]), Err(TotalError::TooFine));
}

proptest! {
    /// Against plain arithmetic with a common denominator that suits these numbers of ratings.
    #[test]
    fn totals_agree_with_plain_arithmetic(
        competencies in vec((1..5_i64, vec(vec(1..=5_u8, 0..4), 1..3)), 1..4),
        pass in 0..100_000_i64,
    ) {
        let weighed: Vec<Weighed> = competencies
            .iter()
            .map(|(weight, items)| Weighed {
                weight: Milli::whole(*weight),
                min: None,
                items: items.iter().map(|levels| levels.iter().filter_map(|level| Level::new(*level)).collect()).collect(),
            })
            .collect();
        let result = weigh(Milli(pass), &weighed).unwrap();
        // One to three ratings, one or two items: twelfths.
        let twelfths = |items: &Vec<Vec<u8>>| -> Option<i64> {
            let means: Vec<i64> = items
                .iter()
                .filter(|levels| !levels.is_empty())
                .map(|levels| 12 * levels.iter().map(|level| i64::from(*level)).sum::<i64>() / levels.len() as i64)
                .collect();
            (!means.is_empty()).then(|| means.iter().sum::<i64>() / means.len() as i64)
        };
        let means: Vec<Option<i64>> = competencies.iter().map(|(_, items)| twelfths(items)).collect();
        let shown: Vec<Option<Milli>> = means.iter().map(|mean| mean.map(|mean| Milli(1000).fraction(mean, 12))).collect();
        prop_assert_eq!(&result.means, &shown);
        let weights: i64 = competencies.iter().map(|(weight, _)| weight).sum();
        let sum: Option<i64> = means.iter().zip(&competencies).map(|(mean, (weight, _))| mean.map(|mean| weight * (mean - 12))).sum();
        prop_assert_eq!(result.total, sum.map(|sum| FULL.fraction(sum, 48 * weights)));
        prop_assert_eq!(result.passed, sum.is_some_and(|sum| 100_000 * sum >= pass * 48 * weights));
        prop_assert!(result.total.is_none_or(|total| (Milli(0)..=FULL).contains(&total)));
    }
}
