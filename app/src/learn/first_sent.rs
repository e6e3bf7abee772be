use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use domain::time::Moment;

/// How many are kept; the oldest give way.
const MOST: usize = 10_000;

/// When each learner was first sent a lesson that takes a time.
///
/// Kept in memory, because opening a page writes nothing: after a restart the time is counted from the next
/// sending, which costs a learner one wait at most.
#[derive(Debug, Default)]
pub struct FirstSent(Mutex<HashMap<(String, String), Moment>>);

impl FirstSent {
    /// When the lesson was first sent to the person: `now`, when it was not before.
    pub fn note(&self, person: &str, lesson: &str, now: Moment) -> Moment {
        let mut sent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (person.to_owned(), lesson.to_owned());
        if sent.len() >= MOST && !sent.contains_key(&key) {
            let oldest = sent.iter().min_by_key(|(_, at)| **at).map(|(key, _)| key.clone());
            oldest.and_then(|key| sent.remove(&key));
        }
        *sent.entry(key).or_insert(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_time_stays() {
        let sent = FirstSent::default();
        assert_eq!(sent.note("anna", "c/one", Moment(5)), Moment(5));
        assert_eq!(sent.note("anna", "c/one", Moment(9)), Moment(5));
        assert_eq!(sent.note("bo", "c/one", Moment(9)), Moment(9));
    }
}
