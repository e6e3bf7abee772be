//! A calendar for tests: days and months in UTC, without leap seconds.

use crate::content::values::Period;
use crate::time::{Calendar, Moment};

const DAY: i64 = 86_400;

/// Midnight of a day, counted from 1 January 2026.
pub(super) fn day(number: i64) -> Moment {
    Moment(0).plus_seconds((days_from_civil(2026, 1, 1) + number) * DAY)
}

/// The proleptic Gregorian calendar in UTC.
pub(super) struct Utc;

impl Calendar for Utc {
    fn after(&self, from: Moment, period: Period) -> Moment {
        match period {
            Period::Seconds(seconds) => from.plus_seconds(seconds.into()),
            Period::Months(months) => {
                let micros = DAY * 1_000_000;
                let (year, month, date) = civil_from_days(from.0.div_euclid(micros));
                let total = year * 12 + month - 1 + i64::from(months);
                let (year, month) = (total.div_euclid(12), total.rem_euclid(12) + 1);
                let first = days_from_civil(year, month, 1);
                let next = days_from_civil(year + month / 12, month % 12 + 1, 1);
                let date = date.min(next - first);
                Moment((first + date - 1) * micros + from.0.rem_euclid(micros))
            }
        }
    }
}

fn days_from_civil(year: i64, month: i64, date: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + date - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = (shifted + 2) % 12 + 1;
    (
        year + era * 400 + i64::from(month <= 2),
        month,
        of_year - (153 * shifted + 2) / 5 + 1,
    )
}

#[test]
fn months_are_calendar_months() {
    // 31 January 2026 plus one month is 28 February; plus 25 months 29 February 2028.
    assert_eq!(Utc.after(day(30), Period::Months(1)), day(58));
    assert_eq!(Utc.after(day(30), Period::Months(25)), day(365 + 365 + 31 + 28));
    assert_eq!(Utc.after(day(0), Period::Months(12)), day(365));
}
