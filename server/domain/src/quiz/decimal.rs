//! Exact decimal numbers.

use std::fmt;

/// A decimal number with up to 15 places and 18 digits before them, kept exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i128);

const PLACES: usize = 15;
const UNIT: i128 = 10_i128.pow(15);

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self(0);

    /// Reads digits with an optional sign and an optional point between digits, all in ASCII.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (sign, digits) = match text.as_bytes().first()? {
            b'-' => (-1, &text[1..]),
            b'+' => (1, &text[1..]),
            _ => (1, text),
        };
        let (whole, places) = digits.split_once('.').unwrap_or((digits, "0"));
        let decimal = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !decimal(whole) || !decimal(places) {
            return None;
        }
        let (whole, places) = (whole.trim_start_matches('0'), places.trim_end_matches('0'));
        if whole.len() > 18 || places.len() > PLACES {
            return None;
        }
        let whole: i128 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        let places: i128 = format!("{places:0<PLACES$}").parse().ok()?;
        Some(Self(sign * (whole * UNIT + places)))
    }

    /// Whether `other` is at most `tolerance` away.
    #[must_use]
    pub fn within(self, tolerance: Self, other: Self) -> bool {
        (self.0 - other.0).abs() <= tolerance.0
    }
}

impl fmt::Display for Decimal {
    /// Without needless zeros: `24`, `-0.5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, places) = (self.0.abs() / UNIT, self.0.abs() % UNIT);
        if places == 0 {
            return write!(f, "{sign}{whole}");
        }
        let places = format!("{places:0PLACES$}");
        write!(f, "{sign}{whole}.{}", places.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes() {
        for (text, shown) in [
            ("24", "24"),
            ("-0.50", "-0.5"),
            ("+007", "7"),
            ("0.0000001", "0.0000001"),
            ("-0", "0"),
        ] {
            assert_eq!(
                Decimal::parse(text).map(|d| d.to_string()).as_deref(),
                Some(shown),
                "{text}"
            );
        }
        for bad in [
            "",
            "-",
            ".5",
            "5.",
            "1e3",
            "1,000",
            "--1",
            "２",
            "1.2.3",
            "9999999999999999999",
            "0.0000000000000001",
        ] {
            assert_eq!(Decimal::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn tolerance_has_no_float_error() {
        let read = |text| Decimal::parse(text).unwrap();
        assert!(read("0.3").within(read("0.1"), read("0.2")));
        assert!(!read("0.3").within(read("0.1"), read("0.1999999")));
        assert!(read("-24").within(Decimal::ZERO, read("-24.000")));
    }
}
