//! How fast somebody has to answer: the limits of a scenario, stretched for one person.

use crate::evidence::ExtraTime;
use crate::score::Milli;

/// What the limits of a play's nodes become. A play keeps the pace it began with, so that its events lead to the same
/// state for ever, whatever is granted later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Each limit times this, in thousandths: from [`NORMAL`] to [`SLOWEST`].
    Factor(u16),
    /// No limit holds.
    Unlimited,
}

/// The factor of whoever was granted nothing.
pub const NORMAL: u16 = 1000;

/// The largest factor.
pub const SLOWEST: u16 = 10_000;

impl Default for Pace {
    fn default() -> Self {
        Self::Factor(NORMAL)
    }
}

impl Pace {
    /// The pace of somebody who was granted this. Minutes are for a whole quiz: added to each answer of some seconds they
    /// would be no limit at all, so in a role-play they change nothing.
    #[must_use]
    pub fn of(time: ExtraTime) -> Self {
        match time {
            ExtraTime::Minutes(_) => Self::default(),
            ExtraTime::Factor(Milli(factor)) => {
                let factor = factor.clamp(NORMAL.into(), SLOWEST.into());
                Self::Factor(u16::try_from(factor).unwrap_or(NORMAL))
            }
            ExtraTime::Unlimited => Self::Unlimited,
        }
    }

    /// Whether it is that of whoever was granted nothing.
    #[must_use]
    pub fn is_normal(self) -> bool {
        self == Self::default()
    }

    /// The milliseconds that a limit of so many seconds becomes; none when it does not hold. A factor has three decimals
    /// and a limit none, so this is exact.
    #[must_use]
    pub fn stretch(self, seconds: u32) -> Option<i64> {
        match self {
            Self::Factor(factor) => Some(i64::from(seconds) * i64::from(factor.max(NORMAL))),
            Self::Unlimited => None,
        }
    }

    /// As a number, for what keeps it: the factor in thousandths, 0 without limits.
    #[must_use]
    pub fn code(self) -> i64 {
        match self {
            Self::Factor(factor) => factor.into(),
            Self::Unlimited => 0,
        }
    }

    /// The pace with this number; none for one that no pace has.
    #[must_use]
    pub fn from_code(code: i64) -> Option<Self> {
        match u16::try_from(code) {
            Ok(0) => Some(Self::Unlimited),
            Ok(factor) if (NORMAL..=SLOWEST).contains(&factor) => Some(Self::Factor(factor)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_was_granted_is_a_pace() {
        for (granted, pace, limit) in [
            (ExtraTime::default(), Pace::Factor(1000), Some(30_000)),
            (ExtraTime::Minutes(30), Pace::Factor(1000), Some(30_000)),
            (ExtraTime::Factor(Milli(1500)), Pace::Factor(1500), Some(45_000)),
            (ExtraTime::Factor(Milli(500)), Pace::Factor(1000), Some(30_000)),
            (
                ExtraTime::Factor(Milli(99_000)),
                Pace::Factor(10_000),
                Some(300_000),
            ),
            (ExtraTime::Unlimited, Pace::Unlimited, None),
        ] {
            assert_eq!(Pace::of(granted), pace, "{granted:?}");
            assert_eq!(pace.stretch(30), limit);
        }
        assert_eq!([999, 10_001, -1, 1 << 40].map(Pace::from_code), [None; 4]);
    }

    proptest! {
        #[test]
        fn a_pace_is_never_faster_and_survives_its_number(factor in NORMAL..=SLOWEST, limit in any::<u32>()) {
            let pace = Pace::Factor(factor);
            prop_assert_eq!(Pace::from_code(pace.code()), Some(pace));
            prop_assert!(pace.stretch(limit) >= Pace::default().stretch(limit));
        }
    }
}
