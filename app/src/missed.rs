//! What people search for and do not find.
//!
//! Opening a page writes nothing, so a search only counts here, in memory; a job writes the counts down. Nobody is
//! named, and what may name somebody is not counted.

use std::{
    collections::BTreeMap,
    mem::take,
    sync::{Mutex, PoisonError},
};

use domain::search::folded;
use store::{StoreError, missed_searches};

use crate::site::Site;

/// How many different words wait to be written down at most; what comes after them is not counted.
const MOST: usize = 500;

/// The longest words counted, in characters: what is longer is a message somebody pasted.
const LONGEST: usize = 40;

/// From that many digits on it may be a phone's, an order's or an identity card's number.
const DIGITS: usize = 5;

/// How many days back trainers see.
pub(crate) const SHOWN_DAYS: i64 = 30;

/// How many words trainers see at most.
pub(crate) const SHOWN: u32 = 10;

/// How many days counts are kept.
const KEPT_DAYS: i64 = 90;

const DAY_SECONDS: i64 = 24 * 60 * 60;

type Counts = BTreeMap<(String, String), u32>;

/// The counts that are not written down yet, by day and words.
#[derive(Debug, Default)]
pub struct MissedSearches(Mutex<Counts>);

impl MissedSearches {
    /// Counts a search that found nothing on a day, `2027-03-04`.
    pub fn note(&self, day: &str, asked: &str) {
        let words = folded(asked.trim());
        let digits = words.chars().filter(|c| c.is_numeric()).count();
        if words.is_empty() || words.chars().count() > LONGEST || digits >= DIGITS || words.contains('@') {
            return;
        }
        self.add((day.to_owned(), words), 1);
    }

    fn add(&self, key: (String, String), times: u32) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() < MOST || counts.contains_key(&key) {
            let count = counts.entry(key).or_default();
            *count = count.saturating_add(times);
        }
    }

    fn take(&self) -> Counts {
        take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Writes down what was counted; what cannot be written is counted on.
///
/// # Errors
/// When the database fails.
pub async fn write_down(site: &Site) -> Result<(), StoreError> {
    let counts = site.missed.take();
    if counts.is_empty() {
        return Ok(());
    }
    let written = counts.clone();
    let work = site.store.write(move |tx| {
        Box::pin(async move {
            for ((day, words), times) in &written {
                missed_searches::add(tx, day, words, *times).await?;
            }
            Ok(())
        })
    });
    let done = work.await;
    if done.is_err() {
        for (key, times) in counts {
            site.missed.add(key, times);
        }
    }
    done
}

/// The first day whose counts are kept, `2027-03-04`.
#[must_use]
pub fn kept_since(site: &Site) -> String {
    site.calendar
        .date(site.now().plus_seconds(-KEPT_DAYS * DAY_SECONDS))
}

/// The first day whose counts trainers see, `2027-03-04`.
pub(crate) fn shown_since(site: &Site) -> String {
    site.calendar
        .date(site.now().plus_seconds(-SHOWN_DAYS * DAY_SECONDS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_and_what_may_name_somebody_is_not() {
        let missed = MissedSearches::default();
        for asked in [
            "保修",
            " 保 修 ",
            "13800138000",
            "a@example.org",
            "",
            &"长".repeat(41),
        ] {
            missed.note("2027-03-04", asked);
        }
        let key = ("2027-03-04".to_owned(), "保修".to_owned());
        assert_eq!(missed.take(), Counts::from([(key, 2)]));
        assert!(missed.take().is_empty(), "taken once");
    }

    #[test]
    fn what_waits_is_bounded() {
        let missed = MissedSearches::default();
        for word in 0..MOST + 9 {
            missed.note("2027-03-04", &format!("w{word}"));
        }
        missed.note("2027-03-04", "w0");
        let counts = missed.take();
        assert_eq!(counts.len(), MOST);
        assert_eq!(counts.values().sum::<u32>() as usize, MOST + 1);
    }
}
