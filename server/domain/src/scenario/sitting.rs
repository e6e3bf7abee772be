//! One sitting: how a lost connection is noticed in an assessed play, and when the play is given up.
//!
//! A page with scripts sends a sign of life every [`SIGN`] seconds, and every answer is one. A longer silence than
//! [`SILENCE`] is kept, and so is any in which a time ran out while the page could not reach the server. A person decides
//! what it means: the rules only measure it. Without scripts there are no signs, so there is nothing to measure.

use super::model::Scenario;
use super::pace::{Pace, SLOWEST};
use super::play::Play;
use crate::time::Moment;

/// How often a page sends a sign of life, in seconds.
pub const SIGN: u32 = 20;

/// The longest silence that is none, in whole seconds. A browser lets a page that nobody sees work once a minute.
pub const SILENCE: i64 = 60;

/// How long an assessed play waits for a sign or an answer, in seconds, before it is given up. Whoever has more time to
/// answer has more of this too.
pub const PATIENCE: i64 = 30 * 60;

/// The time at the node that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Since when it is shown.
    pub since: Moment,
    /// When its time is up.
    pub deadline: Moment,
}

impl Shown {
    /// The time at the node a play shows; none without a limit.
    #[must_use]
    pub fn of(scenario: &Scenario, play: &Play) -> Option<Self> {
        Some(Self {
            since: play.since,
            deadline: play.deadline(scenario)?,
        })
    }
}

/// A silence in an assessed play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interruption {
    /// How many events there were before it.
    pub after: usize,
    /// The last sign before it.
    pub from: Moment,
    /// The first sign or answer behind it.
    pub until: Moment,
}

impl Interruption {
    /// The silence between the last sign and what comes now, after so many events; none when it was short, or when there
    /// has been no sign. `lost` is the time at the shown node, where the page says that it could not reach the server
    /// meanwhile: when that time ran out, the silence counts however short it was, and though there was no sign before it.
    #[must_use]
    pub fn between(heard: Option<Moment>, now: Moment, after: usize, lost: Option<Shown>) -> Option<Self> {
        let silence = Self {
            after,
            from: heard.or(lost.map(|shown| shown.since))?,
            until: now,
        };
        let is_long = now.seconds_since(silence.from) > SILENCE;
        (is_long || lost.is_some_and(|shown| silence.holds(shown.deadline))).then_some(silence)
    }

    /// How long it was, in whole seconds.
    #[must_use]
    pub fn seconds(&self) -> i64 {
        self.until.seconds_since(self.from).max(0)
    }

    /// Whether a time ran out in it. `play` is the play as it stood then.
    #[must_use]
    pub fn ran_out(&self, scenario: &Scenario, play: &Play) -> bool {
        play.deadline(scenario)
            .is_some_and(|deadline| self.holds(deadline))
    }

    fn holds(&self, deadline: Moment) -> bool {
        self.from <= deadline && deadline < self.until
    }
}

/// How long a play at this pace waits before it is given up, in seconds.
#[must_use]
pub fn patience(pace: Pace) -> i64 {
    let factor = match pace {
        Pace::Factor(factor) => factor,
        Pace::Unlimited => SLOWEST,
    };
    PATIENCE * i64::from(factor) / 1000
}
