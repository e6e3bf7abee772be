//! Exact fractions, for scores that are compared unrounded.

use crate::score::Milli;
use std::cmp::Ordering;

/// A fraction in lowest terms. Nothing is ever rounded; what would not fit is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: i128,
    /// Always over 0.
    denominator: i128,
}

impl Ratio {
    /// Nothing.
    pub const ZERO: Self = Self {
        numerator: 0,
        denominator: 1,
    };

    /// `numerator / denominator`; `None` when the denominator is not over 0.
    #[must_use]
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator <= 0 {
            return None;
        }
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs());
        let divisor = i128::try_from(divisor).ok()?;
        Some(Self {
            numerator: numerator / divisor,
            denominator: denominator / divisor,
        })
    }

    /// A whole number.
    #[must_use]
    pub const fn whole(number: i64) -> Self {
        Self {
            numerator: number as i128,
            denominator: 1,
        }
    }

    /// A number of thousandths.
    #[must_use]
    pub fn of(number: Milli) -> Self {
        Self::new(i128::from(number.0), 1000).unwrap_or(Self::ZERO)
    }

    /// The sum, over the least common denominator.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let divisor = gcd(self.denominator.unsigned_abs(), other.denominator.unsigned_abs());
        let divisor = i128::try_from(divisor).ok()?;
        let left = self.numerator.checked_mul(other.denominator / divisor)?;
        let right = other.numerator.checked_mul(self.denominator / divisor)?;
        let denominator = (self.denominator / divisor).checked_mul(other.denominator)?;
        Self::new(left.checked_add(right)?, denominator)
    }

    /// The product.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        let crosswise = Self::new(self.numerator, other.denominator)?;
        let other = Self::new(other.numerator, self.denominator)?;
        let numerator = crosswise.numerator.checked_mul(other.numerator)?;
        Self::new(numerator, crosswise.denominator.checked_mul(other.denominator)?)
    }

    /// The quotient; `None` unless the divisor is over 0.
    #[must_use]
    pub fn over(self, divisor: Self) -> Option<Self> {
        self.times(Self::new(divisor.denominator, divisor.numerator)?)
    }

    /// In thousandths, rounded half up.
    #[must_use]
    pub fn milli(self) -> Option<Milli> {
        let doubled = self.numerator.checked_mul(2000)?.checked_add(self.denominator)?;
        let rounded = doubled.div_euclid(self.denominator.checked_mul(2)?);
        i64::try_from(rounded).ok().map(Milli)
    }

    /// Whether it is at least a number of thousandths.
    #[must_use]
    pub fn at_least(self, number: Milli) -> bool {
        self >= Self::of(number)
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    /// Exact however long the fractions are: both are written as continued fractions, and the first difference decides.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut a, mut b) = (*self, *other);
        let mut turned = false;
        loop {
            let whole = a
                .numerator
                .div_euclid(a.denominator)
                .cmp(&b.numerator.div_euclid(b.denominator));
            let (rest, left) = (
                a.numerator.rem_euclid(a.denominator),
                b.numerator.rem_euclid(b.denominator),
            );
            let order = match (whole, rest, left) {
                (Ordering::Equal, 0, 0) => return Ordering::Equal,
                (Ordering::Equal, 0, _) => Ordering::Less,
                (Ordering::Equal, _, 0) => Ordering::Greater,
                (Ordering::Equal, ..) => {
                    a = Self {
                        numerator: a.denominator,
                        denominator: rest,
                    };
                    b = Self {
                        numerator: b.denominator,
                        denominator: left,
                    };
                    turned = !turned;
                    continue;
                }
                (order, ..) => order,
            };
            return if turned { order.reverse() } else { order };
        }
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn thirds_are_exact() {
        let third = Ratio::new(1, 3).unwrap();
        assert_eq!(
            third.plus(third).and_then(|two| two.plus(third)),
            Some(Ratio::whole(1))
        );
        assert_eq!(third.milli(), Some(Milli(333)));
        assert!(!third.at_least(Milli(334)) && third.at_least(Milli(333)));
        assert_eq!(Ratio::whole(1).over(third), Some(Ratio::whole(3)));
        assert_eq!(Ratio::whole(1).over(Ratio::ZERO), None);
        assert_eq!(Ratio::new(1, 0), None);
    }

    #[test]
    fn what_does_not_fit_is_none_and_still_compares() {
        let huge = Ratio::new(i128::MAX - 1, i128::MAX).unwrap();
        assert_eq!(huge.plus(Ratio::new(1, 3).unwrap()), None);
        assert!(huge.at_least(Milli(999)) && !huge.at_least(Milli(1000)));
    }

    proptest! {
        #[test]
        fn agrees_with_whole_arithmetic(a in -999_i64..999, b in 1..999_i64, c in -999_i64..999, d in 1..999_i64, m in -9999_i64..9999) {
            let (x, y) = (Ratio::new(a.into(), b.into()).unwrap(), Ratio::new(c.into(), d.into()).unwrap());
            prop_assert_eq!(x.plus(y), Ratio::new((a * d + c * b).into(), (b * d).into()));
            prop_assert_eq!(x.times(y), Ratio::new((a * c).into(), (b * d).into()));
            prop_assert_eq!(x.milli(), Some(Milli(1000).fraction(a, b)));
            prop_assert_eq!(x.at_least(Milli(m)), a * 1000 >= m * b);
            prop_assert_eq!(x.cmp(&y), (a * d).cmp(&(c * b)));
        }
    }
}
