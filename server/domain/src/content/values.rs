//! Durations and percentages as content writes them.

use crate::score::{FULL, Milli};
use std::fmt;

/// A length of time as written: seconds, or calendar months, which have no fixed length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// From `s`, `min`, `h` or `d` (24 hours).
    Seconds(u32),
    /// From `mo`: calendar months, counted from one anchor date.
    Months(u32),
}

impl Period {
    /// Reads `30s`, `15min`, `1h`, `90d`, `12mo`; at least 1, at most about a hundred years.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let unit = text.find(|c: char| !c.is_ascii_digit())?;
        let count: u32 = text[..unit].parse().ok().filter(|count| *count > 0)?;
        let seconds = |unit: u32| {
            count
                .checked_mul(unit)
                .filter(|s| *s <= 3_153_600_000)
                .map(Self::Seconds)
        };
        match &text[unit..] {
            "s" => seconds(1),
            "min" => seconds(60),
            "h" => seconds(3600),
            "d" => seconds(86_400),
            "mo" => (count <= 1200).then_some(Self::Months(count)),
            _ => None,
        }
    }

    /// The seconds of a period with a fixed length.
    #[must_use]
    pub fn seconds(self) -> Option<u32> {
        match self {
            Self::Seconds(seconds) => Some(seconds),
            Self::Months(_) => None,
        }
    }
}

/// A percentage in thousandths of a percent, from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(pub Milli);

impl Percent {
    /// Reads `80%` or `66.7%`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let number = Milli::parse(text.strip_suffix('%')?.trim_end())?;
        (Milli(0)..=FULL).contains(&number).then_some(Self(number))
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read() {
        assert_eq!(Period::parse("15min"), Some(Period::Seconds(900)));
        assert_eq!(Period::parse("90d"), Some(Period::Seconds(7_776_000)));
        assert_eq!(Period::parse("12mo"), Some(Period::Months(12)));
        for bad in [
            "",
            "15",
            "min",
            "1.5h",
            "-1h",
            "0s",
            "1 h",
            "1m",
            "99999999d",
            "1H",
        ] {
            assert_eq!(Period::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn percentages_read() {
        assert_eq!(Percent::parse("80%"), Some(Percent(Milli::whole(80))));
        assert_eq!(Percent::parse("66.7%"), Some(Percent(Milli(66_700))));
        for bad in ["80", "101%", "-1%", "%", "0.8"] {
            assert_eq!(Percent::parse(bad), None, "{bad}");
        }
    }
}
