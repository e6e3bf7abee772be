//! How much of a question's points an answer earns.

use crate::score::Milli;

/// A share of a whole, from 0 to 1.
///
/// Kept in parts of a number that 2 to 20 and 1000 all divide: with so many options, items or gaps a share is exact, so
/// that three thirds of a point are one point and a pass mark that is reached is never missed by rounding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(i64);

impl Share {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// Everything: the least common multiple of 1 to 20, times 1000.
    pub const ALL: Self = Self(232_792_560_000);

    /// `part` of `whole`, kept within 0 and 1; nothing of nothing is nothing.
    #[must_use]
    pub fn of(part: usize, whole: usize) -> Self {
        if part >= whole {
            return if whole == 0 { Self::NONE } else { Self::ALL };
        }
        let (part, whole) = (part as u128, whole as u128);
        let parts = (2 * part * u128::from(Self::ALL.0.unsigned_abs()) + whole) / (2 * whole);
        Self(i64::try_from(parts).unwrap_or(Self::ALL.0).min(Self::ALL.0))
    }

    /// All or nothing.
    #[must_use]
    pub fn whole(right: bool) -> Self {
        if right { Self::ALL } else { Self::NONE }
    }

    /// The number to store; [`Share::ALL`] has the most.
    #[must_use]
    pub fn parts(self) -> i64 {
        self.0
    }

    /// A stored number back again; `None` when it is no share.
    #[must_use]
    pub fn from_parts(parts: i64) -> Option<Self> {
        (0..=Self::ALL.0).contains(&parts).then_some(Self(parts))
    }

    /// In thousandths, rounded half up, to be shown.
    #[must_use]
    pub fn milli(self) -> Milli {
        Milli(1000).fraction(self.0, Self::ALL.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirds_add_up() {
        assert_eq!(3 * Share::of(1, 3).parts(), Share::ALL.parts());
        assert_eq!(Share::of(2, 3).milli(), Milli(667));
        assert_eq!(Share::of(1, 2).milli(), Milli(500));
    }

    #[test]
    fn a_share_stays_within_none_and_all() {
        assert_eq!(Share::of(3, 2), Share::ALL);
        assert_eq!(Share::of(0, 0), Share::NONE);
        assert_eq!(Share::of(usize::MAX - 1, usize::MAX), Share::ALL);
        assert_eq!(Share::from_parts(-1), None);
        assert_eq!(Share::from_parts(Share::ALL.parts() + 1), None);
        assert_eq!(Share::from_parts(Share::of(1, 7).parts()), Some(Share::of(1, 7)));
    }
}
