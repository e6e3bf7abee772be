//! How often one may try to sign in: per account and per address.
//!
//! Kept in memory: a restart forgives, which helps nobody to guess a password of ten characters.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use domain::time::Moment;

/// The window in seconds over which failures count.
const WINDOW: i64 = 15 * 60;

/// Failures after which an account must wait.
const PER_ACCOUNT: usize = 5;

/// Failures after which an address must wait: more, because an office shares one.
const PER_ADDRESS: usize = 50;

/// The failures of the last quarter of an hour.
#[derive(Debug, Default)]
pub struct Limits(Mutex<HashMap<String, Vec<Moment>>>);

impl Limits {
    /// How many seconds to wait before the next try; 0 when it may be made now.
    pub fn wait(&self, login: &str, address: &str, now: Moment) -> i64 {
        let mut failures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        failures.retain(|_, times| {
            times.retain(|time| now.seconds_since(*time) < WINDOW);
            !times.is_empty()
        });
        let wait = |key: String, most: usize| {
            let times = failures.get(&key).filter(|times| times.len() >= most);
            times.map_or(0, |times| WINDOW - now.seconds_since(times[times.len() - most]))
        };
        wait(account_key(login), PER_ACCOUNT).max(wait(address_key(address), PER_ADDRESS))
    }

    /// Counts a failure; says how many tries the account has left.
    pub fn failed(&self, login: &str, address: &str, now: Moment) -> usize {
        let mut failures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        failures.entry(address_key(address)).or_default().push(now);
        let times = failures.entry(account_key(login)).or_default();
        times.push(now);
        PER_ACCOUNT.saturating_sub(times.len())
    }

    /// Forgets the account's failures after a success.
    pub fn succeeded(&self, login: &str) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&account_key(login));
    }
}

fn account_key(login: &str) -> String {
    format!("account {}", login.trim().to_lowercase())
}

fn address_key(address: &str) -> String {
    format!("address {address}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_failures_make_an_account_wait() {
        let limits = Limits::default();
        let now = Moment(0);
        for left in [4, 3, 2, 1, 0] {
            assert_eq!(limits.wait("Li", "1", now), 0);
            assert_eq!(limits.failed("li ", "1", now), left);
        }
        assert_eq!(limits.wait("li", "2", now), WINDOW);
        assert_eq!(limits.wait("wang", "1", now), 0);
        assert_eq!(limits.wait("li", "1", now.plus_seconds(WINDOW)), 0);
    }

    #[test]
    fn a_success_forgives() {
        let limits = Limits::default();
        for _ in 0..5 {
            limits.failed("li", "1", Moment(0));
        }
        limits.succeeded("LI");
        assert_eq!(limits.wait("li", "1", Moment(0)), 0);
    }
}
