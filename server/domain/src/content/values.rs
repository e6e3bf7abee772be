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

/// A moment as clocks of the site's time zone show it: `2027-03-04T18:00:00`, which sorts by time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalTime(String);

impl LocalTime {
    /// Reads `2027-03-04 18:00`, or `2027-03-04` for the last second of that day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (day, time) = text.split_once([' ', 'T']).unwrap_or((text, "23:59:59"));
        let day = numbers::<3>(day, '-', [4, 2, 2])?;
        let clock = numbers::<3>(time, ':', [2, 2, 2]).or_else(|| {
            let [hour, minute] = numbers::<2>(time, ':', [2, 2])?;
            Some([hour, minute, 0])
        })?;
        let ([year, month, number], [hour, minute, second]) = (day, clock);
        let is_day = (1..=days(year, month)).contains(&number);
        let is_time = hour < 24 && minute < 60 && second < 60;
        (is_day && is_time).then(|| {
            Self(format!(
                "{year:04}-{month:02}-{number:02}T{hour:02}:{minute:02}:{second:02}"
            ))
        })
    }

    /// As ISO 8601 without a zone.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Numbers of exactly so many digits each.
fn numbers<const N: usize>(text: &str, between: char, digits: [usize; N]) -> Option<[u32; N]> {
    let mut numbers = [0; N];
    let mut parts = text.split(between);
    for (number, digits) in numbers.iter_mut().zip(digits) {
        let part = parts.next()?;
        let plain = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
        *number = part.parse().ok().filter(|_| plain)?;
    }
    parts.next().is_none().then_some(numbers)
}

/// How many days a month has; none when there is no such month.
fn days(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => 0,
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
    fn local_times_read() {
        let read = |text| LocalTime::parse(text).map(|time| time.as_str().to_owned());
        assert_eq!(read("2028-02-29").as_deref(), Some("2028-02-29T23:59:59"));
        assert_eq!(read("2027-03-04 18:00").as_deref(), Some("2027-03-04T18:00:00"));
        assert_eq!(
            read("2027-03-04T18:00:09").as_deref(),
            Some("2027-03-04T18:00:09")
        );
        for bad in [
            "",
            "2027-02-29",
            "2027-13-01",
            "2027-3-4",
            "2027-03-04 24:00",
            "2027-03-04 8:00",
            "04.03.2027",
            "2027-03-04 18",
            "2027-03-04-05",
        ] {
            assert_eq!(read(bad), None, "{bad}");
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
