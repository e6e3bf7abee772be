//! Moments and calendars. The clock itself is in the server; here time is always an argument.

use crate::content::values::Period;
use serde::{Deserialize, Serialize};

/// A moment in microseconds since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// The moment `seconds` later (earlier when negative).
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// Whole seconds from `earlier` to this moment; negative when `earlier` is later.
    #[must_use]
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).div_euclid(1_000_000)
    }
}

/// Counts periods from a moment in the site's time zone: 31 January plus one month is the last of February.
pub trait Calendar {
    /// The moment that lies `count` times `period` after `from`, months counted from that one anchor date.
    fn after(&self, from: Moment, period: Period) -> Moment;
}
