//! The one clock, and the calendar of the site's time zone.

use app::site::SiteCalendar;
use domain::{
    content::values::Period,
    time::{Calendar, Moment},
};
use jiff::{Span, Timestamp, Zoned, civil::DateTime, tz::TimeZone};

/// Now.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the one clock")]
pub fn now() -> Moment {
    Moment(Timestamp::now().as_microsecond())
}

/// Days and months as people of one time zone count them.
#[derive(Clone, Debug)]
pub struct ZoneCalendar(TimeZone);

impl ZoneCalendar {
    /// The calendar of a zone by its IANA name; UTC when the name is unknown.
    #[must_use]
    pub fn of(name: &str) -> Self {
        Self(TimeZone::get(name).unwrap_or(TimeZone::UTC))
    }

    fn zoned(&self, moment: Moment) -> Zoned {
        // Microseconds of an i64 reach further than a timestamp; nothing we write lies out there.
        Timestamp::from_microsecond(moment.0)
            .unwrap_or(Timestamp::UNIX_EPOCH)
            .to_zoned(self.0.clone())
    }
}

impl Calendar for ZoneCalendar {
    fn after(&self, from: Moment, period: Period) -> Moment {
        match period {
            Period::Seconds(seconds) => from.plus_seconds(seconds.into()),
            Period::Months(months) => {
                let end = self
                    .zoned(from)
                    .checked_add(Span::new().months(i64::from(months)));
                end.map_or(Moment(i64::MAX), |end| Moment(end.timestamp().as_microsecond()))
            }
        }
    }
}

impl SiteCalendar for ZoneCalendar {
    fn date(&self, moment: Moment) -> String {
        self.zoned(moment).strftime("%Y-%m-%d").to_string()
    }

    fn date_time(&self, moment: Moment) -> String {
        self.zoned(moment).strftime("%Y-%m-%d %H:%M").to_string()
    }

    fn parse_local(&self, text: &str) -> Option<Moment> {
        let local: DateTime = text.parse().ok()?;
        let zoned = local.to_zoned(self.0.clone()).ok()?;
        Some(Moment(zoned.timestamp().as_microsecond()))
    }

    fn hour(&self, moment: Moment) -> i8 {
        self.zoned(moment).hour()
    }

    fn start_of_day(&self, moment: Moment) -> Moment {
        let start = self.zoned(moment).start_of_day();
        start.map_or(moment, |start| Moment(start.timestamp().as_microsecond()))
    }
}

/// A moment as ISO 8601 in UTC, for machines.
#[must_use]
pub fn iso(moment: Moment) -> String {
    Timestamp::from_microsecond(moment.0)
        .unwrap_or(Timestamp::UNIX_EPOCH)
        .to_string()
}

/// Reads ISO 8601 with an offset.
#[must_use]
pub fn parse_iso(text: &str) -> Option<Moment> {
    text.parse::<Timestamp>()
        .ok()
        .map(|time| Moment(time.as_microsecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Moment {
        ZoneCalendar::of("Asia/Shanghai").parse_local(text).unwrap()
    }

    #[test]
    fn months_count_from_one_anchor() {
        let calendar = ZoneCalendar::of("Asia/Shanghai");
        let end = |months| calendar.date(calendar.after(date("2026-01-31T10:00"), Period::Months(months)));
        assert_eq!(
            [end(1), end(2), end(12)],
            ["2026-02-28", "2026-03-31", "2027-01-31"]
        );
    }

    #[test]
    fn people_read_local_time_and_machines_utc() {
        let moment = date("2026-03-04T10:12");
        assert_eq!(
            ZoneCalendar::of("Asia/Shanghai").date_time(moment),
            "2026-03-04 10:12"
        );
        assert_eq!(iso(moment), "2026-03-04T02:12:00Z");
        assert_eq!(parse_iso("2026-03-04T10:12:00+08:00"), Some(moment));
        assert_eq!(
            ZoneCalendar::of("Asia/Shanghai")
                .date_time(ZoneCalendar::of("Asia/Shanghai").start_of_day(moment)),
            "2026-03-04 00:00"
        );
    }
}
