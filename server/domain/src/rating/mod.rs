//! What judging essays and judging typed replies have in common: who is looked at twice, when a third is called, and
//! what several ratings come to.
//!
//! One piece of work in ten gets a second rater whatever its result; which, is told by the hash of its id: nobody
//! chooses, and asking again gives the same answer. Where two raters lie two levels apart in any criterion, a third is
//! called. Two ratings count as their mean, of three the middle one counts, so that the one far out does not; of more,
//! after a dispute, the median.

mod sentences;

pub use sentences::sentences;

use crate::hash::Hash;
use crate::ratio::Ratio;
use std::fmt;

/// One attempt or play in so many gets second raters.
pub const ONE_IN: u64 = 10;

/// So many levels apart two raters call a third.
pub const GAP: u32 = 2;

/// Points that may be half ones, such as the mean of 1 and 2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points {
    halves: u32,
}

impl Points {
    /// None.
    pub const NONE: Self = Self { halves: 0 };

    /// A whole number of points.
    #[must_use]
    pub const fn whole(points: u32) -> Self {
        Self {
            halves: points.saturating_mul(2),
        }
    }

    /// The sum, at most what a number can hold.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            halves: self.halves.saturating_add(other.halves),
        }
    }

    /// The points twice over: a whole number.
    #[must_use]
    pub const fn doubled(self) -> u32 {
        self.halves
    }

    /// What share of so many whole points it is, exactly; `None` of 0 points.
    #[must_use]
    pub fn of(self, most: u32) -> Option<Ratio> {
        Ratio::new(i128::from(self.halves), 2 * i128::from(most))
    }
}

impl From<u32> for Points {
    fn from(points: u32) -> Self {
        Self::whole(points)
    }
}

impl PartialEq<u32> for Points {
    fn eq(&self, points: &u32) -> bool {
        *self == Self::whole(*points)
    }
}

/// `2`, or `1.5`.
impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let half = if self.halves % 2 == 1 { ".5" } else { "" };
        write!(f, "{}{half}", self.halves / 2)
    }
}

/// Whether the work with this id gets a second rater, whatever its result.
#[must_use]
pub fn is_sampled(work: &str) -> bool {
    let Hash(bytes) = Hash::of(work.as_bytes());
    let number = bytes
        .iter()
        .take(8)
        .fold(0, |number, byte| number << 8 | u64::from(*byte));
    number % ONE_IN == 0
}

/// Whether raters are so far apart in a criterion that a third is called; `levels` are what each of them gave.
#[must_use]
pub fn are_apart(levels: &[u32]) -> bool {
    let (least, most) = (levels.iter().min(), levels.iter().max());
    least.zip(most).is_some_and(|(least, most)| most - least >= GAP)
}

/// What the levels of several raters come to in a criterion: the median, which of two is the mean. None of none.
#[must_use]
pub fn middle(levels: &[u32]) -> Points {
    let mut levels = levels.to_vec();
    levels.sort_unstable();
    let count = levels.len();
    let at = |place: usize| levels.get(place).copied().unwrap_or(0);
    Points {
        halves: at(count / 2).saturating_add(at(count.saturating_sub(1) / 2)),
    }
}

/// How many ratings a piece of work can have: those there are, whether or not their raters are still there, and one of
/// each who may rate it and has not.
#[must_use]
pub fn available(may: &[String], rated: &[&str]) -> usize {
    let others = may.iter().filter(|account| !rated.contains(&account.as_str()));
    rated.len() + others.count()
}

/// How many ratings are wanted in all of a piece of work that can have so many ([`available`]): where that is only one, one
/// is enough.
#[must_use]
pub fn wanted(second: bool, third: bool, available: usize) -> usize {
    let wanted = if third {
        3
    } else if second {
        2
    } else {
        1
    };
    wanted.min(available.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn two_count_as_their_mean_and_of_more_the_middle() {
        for (levels, shown) in [
            (&[][..], "0"),
            (&[3], "3"),
            (&[1, 2], "1.5"),
            (&[2, 0], "1"),
            (&[3, 0, 2], "2"),
            (&[0, 3, 2, 1], "1.5"),
            (&[0, 4, 4, 4, 1], "4"),
        ] {
            assert_eq!(middle(levels).to_string(), shown, "{levels:?}");
        }
        assert_eq!(middle(&[1, 2]).of(2), Ratio::new(3, 4));
        assert_eq!(Points::whole(1).of(0), None);
    }

    #[test]
    fn at_most_as_many_as_there_are() {
        assert_eq!(wanted(false, false, 0), 1);
        assert_eq!(wanted(true, false, 1), 1);
        assert_eq!(wanted(true, true, 2), 2);
        assert_eq!(wanted(false, true, 9), 3);
    }

    #[test]
    fn who_has_rated_and_left_is_no_rater_less() {
        let may = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(available(&may(&["tina", "tom"]), &[]), 2);
        assert_eq!(available(&may(&["tina", "tom"]), &["tina"]), 2);
        assert_eq!(
            available(&may(&["tom", "una"]), &["tina", "tom"]),
            3,
            "una can be the third"
        );
        assert_eq!(available(&[], &["tina"]), 1);
    }

    proptest! {
        #[test]
        fn the_middle_lies_between_the_least_and_the_most(levels in prop::collection::vec(0..9_u32, 1..7)) {
            let (least, most) = (levels.iter().min().copied().unwrap(), levels.iter().max().copied().unwrap());
            let middle = middle(&levels);
            prop_assert!((Points::whole(least)..=Points::whole(most)).contains(&middle));
            prop_assert_eq!(are_apart(&levels), most - least >= 2);
        }
    }
}
