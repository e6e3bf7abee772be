//! How many people rate a typed reply, and what their ratings come to.
//!
//! One rater is enough, but for what gets a second: the replies of one play in ten, and every reply in which phrases
//! found something banned or a rater confirmed it. A gap of two levels in a criterion, or another opinion about what is
//! banned, calls a third. Points count as [`rating::middle`] says; a critical error is one when more than half of the
//! raters say so. Before all that is wanted is there, nothing is decided: the result waits.

use super::score::Rating;
use crate::rating;
use std::collections::BTreeSet;

/// What one rater said about a reply.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The points given, by criterion.
    pub points: Vec<(usize, u32)>,
    /// Whether the reply really says what is banned.
    pub banned: bool,
}

/// A reply and what is known of it beside its ratings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// Which reply of the play, counted from 0.
    pub reply: usize,
    /// Whether the play is one of those that are looked at twice: [`rating::is_sampled`] of its id.
    pub sampled: bool,
    /// Whether phrases found something banned in it.
    pub suspect: bool,
    /// Whether the learner disputed the result and nobody has looked at it anew since.
    pub disputed: bool,
    /// Whether there is nothing left to look at: its text was erased, or its recording deleted.
    pub gone: bool,
    /// How many ratings it can have: [`rating::available`].
    pub available: usize,
}

/// What becomes of a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// So many ratings are wanted in all, as far as is known: more than there are.
    Wants(usize),
    /// All that is wanted is there, and this is what it comes to.
    Counts(Rating),
}

/// Judges a reply by all ratings there are; their order makes no difference.
#[must_use]
pub fn judge(case: &Case, said: &[Said]) -> Verdict {
    let confirmed = said.iter().filter(|said| said.banned).count();
    let differ = (1..said.len()).contains(&confirmed);
    let apart = differ || by_criterion(said).any(|(_, given)| rating::are_apart(&given));
    let second = case.sampled || case.suspect || confirmed > 0;
    let wanted = rating::wanted(second, apart, case.available);
    let wanted = if case.gone {
        // Nobody can rate what is not there: what was said of it before counts.
        1
    } else if case.disputed {
        // A dispute is looked at by one person more, also where there is nobody left who could.
        wanted.max(said.len() + 1)
    } else {
        wanted
    };
    if said.len() < wanted {
        return Verdict::Wants(wanted);
    }
    Verdict::Counts(together(case.reply, said))
}

/// What the ratings of a reply come to, whether or not more are wanted.
#[must_use]
pub fn together(reply: usize, said: &[Said]) -> Rating {
    let confirmed = said.iter().filter(|said| said.banned).count();
    Rating {
        reply,
        points: by_criterion(said)
            .map(|(criterion, given)| (criterion, rating::middle(&given)))
            .collect(),
        banned: is_confirmed(confirmed, said.len()),
    }
}

/// Whether a reply counts as a critical error when so many of its raters say so: more than half.
#[must_use]
pub fn is_confirmed(confirmed: usize, raters: usize) -> bool {
    2 * confirmed > raters
}

/// What each rater gave, one criterion after the other; who gave none gave 0.
fn by_criterion(said: &[Said]) -> impl Iterator<Item = (usize, Vec<u32>)> {
    let criteria = said.iter().flat_map(|said| said.points.iter());
    let criteria: BTreeSet<usize> = criteria.map(|(criterion, _)| *criterion).collect();
    criteria.into_iter().map(move |criterion| {
        let given = |said: &Said| {
            let mut points = said.points.iter();
            points
                .find(|(of, _)| *of == criterion)
                .map_or(0, |(_, points)| *points)
        };
        (criterion, said.iter().map(given).collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rating::Points;
    use proptest::prelude::*;

    const PLAIN: Case = Case {
        reply: 0,
        sampled: false,
        suspect: false,
        disputed: false,
        gone: false,
        available: 9,
    };

    fn said(points: u32, banned: bool) -> Said {
        Said {
            points: vec![(0, points)],
            banned,
        }
    }

    /// The points as shown and whether it is critical, or how many are wanted.
    fn verdict(case: Case, ratings: &[(u32, bool)]) -> Result<(String, bool), usize> {
        let ratings: Vec<Said> = ratings
            .iter()
            .map(|(points, banned)| said(*points, *banned))
            .collect();
        match judge(&case, &ratings) {
            Verdict::Wants(wanted) => Err(wanted),
            Verdict::Counts(rating) => Ok((rating.points[0].1.to_string(), rating.banned)),
        }
    }

    fn counts(points: &str, banned: bool) -> Result<(String, bool), usize> {
        Ok((points.to_owned(), banned))
    }

    #[test]
    fn one_rater_is_enough_for_most() {
        assert_eq!(verdict(PLAIN, &[]), Err(1));
        assert_eq!(verdict(PLAIN, &[(2, false)]), counts("2", false));
    }

    #[test]
    fn one_play_in_ten_and_everything_critical_is_rated_twice() {
        let sampled = Case {
            sampled: true,
            ..PLAIN
        };
        let suspect = Case {
            suspect: true,
            ..PLAIN
        };
        for case in [sampled, suspect] {
            assert_eq!(verdict(case, &[]), Err(2));
            assert_eq!(verdict(case, &[(2, false)]), Err(2));
            assert_eq!(verdict(case, &[(2, false), (1, false)]), counts("1.5", false));
        }
        assert_eq!(verdict(PLAIN, &[(0, true)]), Err(2));
        assert_eq!(verdict(PLAIN, &[(0, true), (0, true)]), counts("0", true));
    }

    #[test]
    fn who_differs_calls_a_third() {
        let sampled = Case {
            sampled: true,
            ..PLAIN
        };
        assert_eq!(verdict(sampled, &[(2, false), (0, false)]), Err(3));
        assert_eq!(
            verdict(sampled, &[(2, false), (0, false), (1, false)]),
            counts("1", false)
        );
        assert_eq!(verdict(PLAIN, &[(1, true), (1, false)]), Err(3));
        assert_eq!(
            verdict(PLAIN, &[(1, true), (1, false), (1, true)]),
            counts("1", true)
        );
    }

    #[test]
    fn where_nobody_else_is_there_what_there_is_counts_and_no_error_is_made_of_a_tie() {
        let alone = Case {
            available: 1,
            ..PLAIN
        };
        assert_eq!(verdict(alone, &[(0, true)]), counts("0", true));
        let two = Case {
            available: 2,
            ..PLAIN
        };
        assert_eq!(verdict(two, &[(0, true), (2, false)]), counts("1", false));
        assert_eq!(
            verdict(
                Case {
                    available: 0,
                    ..PLAIN
                },
                &[]
            ),
            Err(1)
        );
    }

    #[test]
    fn a_dispute_wants_one_more_whoever_there_is() {
        let disputed = Case {
            disputed: true,
            available: 1,
            ..PLAIN
        };
        assert_eq!(verdict(disputed, &[(1, false)]), Err(2));
        assert_eq!(verdict(disputed, &[(1, false), (1, false), (0, false)]), Err(4));
        assert_eq!(
            verdict(PLAIN, &[(1, false), (1, false), (0, false), (0, false)]),
            counts("0.5", false)
        );
    }

    #[test]
    fn what_is_gone_wants_nobody_more() {
        let gone = Case {
            sampled: true,
            disputed: true,
            gone: true,
            ..PLAIN
        };
        assert_eq!(verdict(gone, &[]), Err(1), "no result is made up");
        assert_eq!(verdict(gone, &[(2, false)]), counts("2", false));
        assert_eq!(verdict(gone, &[(2, false), (0, true)]), counts("1", false));
    }

    proptest! {
        #[test]
        fn order_makes_no_difference_and_nothing_is_final_before_all_is_there(
            given in prop::collection::vec((0..=3_u32, 0..=2_u32, any::<bool>()), 0..6),
            turned in any::<prop::sample::Index>(),
            flags in any::<[bool; 3]>(),
            available in 0..6_usize,
        ) {
            let [sampled, suspect, disputed] = flags;
            let case = Case { reply: 7, sampled, suspect, disputed, gone: false, available };
            let ratings: Vec<Said> = given
                .iter()
                .map(|(one, other, banned)| Said { points: vec![(0, *one), (4, *other)], banned: *banned })
                .collect();
            let mut others = ratings.clone();
            if !others.is_empty() {
                let by = turned.index(others.len());
                others.rotate_left(by);
                others.swap(0, by);
            }
            let verdict = judge(&case, &ratings);
            prop_assert_eq!(&judge(&case, &others), &verdict);
            match verdict {
                Verdict::Wants(wanted) => {
                    prop_assert!(wanted > ratings.len());
                    prop_assert!(disputed || wanted <= available.max(1));
                }
                Verdict::Counts(rating) => {
                    prop_assert!(!ratings.is_empty() && !disputed);
                    prop_assert!(ratings.len() >= 2 || available <= 1 || !(sampled || suspect || ratings[0].banned));
                    let within = |(criterion, points): &(usize, Points)| *points <= Points::whole(if *criterion == 0 { 3 } else { 2 });
                    prop_assert!(rating.points.len() == 2 && rating.points.iter().all(within));
                    prop_assert_eq!(rating.reply, 7);
                }
            }
        }
    }
}
