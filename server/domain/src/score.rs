//! Points and percentages in integer thousandths: never a float, so the same on every machine.

use std::fmt;

/// A number of thousandths: a score of 82.5 is `Milli(82_500)`, a mark of 2 points `Milli(2_000)`.
///
/// Compared unrounded, shown rounded half up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Milli(pub i64);

/// The highest score: 100.
pub const FULL: Milli = Milli(100_000);

impl Milli {
    /// A whole number.
    #[must_use]
    pub const fn whole(number: i64) -> Self {
        Self(number * 1000)
    }

    /// `self · numerator / denominator`, rounded half up; `denominator` must be over 0.
    #[must_use]
    pub fn fraction(self, numerator: i64, denominator: i64) -> Self {
        let product = i128::from(self.0) * i128::from(numerator);
        let doubled = 2 * product + i128::from(denominator);
        let rounded = doubled.div_euclid(2 * i128::from(denominator));
        Self(i64::try_from(rounded).unwrap_or(i64::MAX))
    }

    /// Rounded half up to a whole number, as shown to people.
    #[must_use]
    pub fn rounded(self) -> i64 {
        (self.0 + 500).div_euclid(1000)
    }

    /// Rounded half up to a whole number of tenths.
    #[must_use]
    pub fn tenths(self) -> i64 {
        (self.0 + 50).div_euclid(100)
    }

    /// Rounded half up to one decimal, as points are shown to people: `15.8`, or `2` without a needless zero.
    #[must_use]
    pub fn shown(self) -> String {
        Self(self.tenths() * 100).to_string()
    }

    /// A result beside its pass mark as people read it: whole, or to one decimal where the whole number stands on the wrong
    /// side of the pass mark.
    #[must_use]
    pub fn beside(self, pass: Self) -> Self {
        let passes = self >= pass;
        let whole = Self::whole(self.rounded());
        if (whole >= pass) == passes {
            return whole;
        }
        let (near, mark) = (self.tenths(), pass.tenths());
        let tenths = if passes {
            near.max(mark)
        } else {
            near.min(mark - 1)
        };
        Self(tenths * 100)
    }

    /// A decimal number with at most three places, such as `82.5`, read without floating point.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (sign, digits) = match text.as_bytes().first()? {
            b'-' => (-1, &text[1..]),
            b'+' => (1, &text[1..]),
            _ => (1, text),
        };
        let (whole, places) = digits.split_once('.').unwrap_or((digits, "0"));
        let decimal = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !decimal(whole) || !decimal(places) || places.len() > 3 || whole.len() > 12 {
            return None;
        }
        let thousandths: i64 = format!("{places:0<3}").parse().ok()?;
        Some(Self(sign * (whole.parse::<i64>().ok()? * 1000 + thousandths)))
    }
}

impl fmt::Display for Milli {
    /// Without needless zeros: `82.5`, `100`, `0.333`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, places) = (self.0.abs() / 1000, self.0.abs() % 1000);
        if places == 0 {
            return write!(f, "{sign}{whole}");
        }
        let places = format!("{places:03}");
        write!(f, "{sign}{whole}.{}", places.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_decimals() {
        for (text, milli) in [("82.5", 82_500), ("-0.333", -333), ("7", 7000), ("+2.50", 2500)] {
            assert_eq!(Milli::parse(text), Some(Milli(milli)), "{text}");
        }
        assert_eq!(Milli(82_500).to_string(), "82.5");
        assert_eq!(Milli(-333).to_string(), "-0.333");
        for bad in ["", ".", "1.", ".5", "1e3", "1.2345", "--1", "１"] {
            assert_eq!(Milli::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_result_reads_as_on_its_side_of_the_pass_mark() {
        let read = |milli, pass| Milli(milli).beside(Milli(pass)).shown();
        for (milli, pass, shown) in [
            (15_833, 80_000, "16"),
            (79_499, 80_000, "79"),
            (79_967, 80_000, "79.9"),
            (80_000, 80_000, "80"),
            (82_500, 80_000, "83"),
            (66_600, 66_700, "66.6"),
            (66_400, 66_350, "66.4"),
        ] {
            assert_eq!(read(milli, pass), shown, "{milli} of {pass}");
        }
    }

    #[test]
    fn rounds_half_up() {
        assert_eq!(Milli(79_500).rounded(), 80);
        assert_eq!(Milli(79_499).rounded(), 79);
        let shown = |milli| Milli(milli).shown();
        assert_eq!(
            [15_833, 15_850, 2000, -50, 49].map(shown),
            ["15.8", "15.9", "2", "0", "0"]
        );
        assert_eq!(FULL.fraction(2, 3), Milli(66_667));
        assert_eq!(FULL.fraction(1, 3), Milli(33_333));
    }
}
