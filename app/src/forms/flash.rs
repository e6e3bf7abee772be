//! What a form leaves for the next page, shown once.
//!
//! Kept in memory: losing it in a restart loses a message, never a deed. What was typed into a form that met
//! an expired session is kept in the store instead.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use domain::time::Moment;
use serde::{Deserialize, Serialize};

/// How long a message waits for its page, in seconds.
const WAITS: i64 = 600;

/// How many messages wait at most; the oldest give way.
const MOST: usize = 10_000;

/// A message for the next page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// The action whose form it belongs to.
    pub form: String,
    /// What was done, or why it could not be.
    pub notice: Option<String>,
    /// Whether the notice is good news.
    pub good: bool,
    /// Field names with what is wrong.
    pub errors: Vec<(String, String)>,
    /// What was typed; never a password.
    pub fields: Vec<(String, String)>,
}

impl Flash {
    /// What was typed into a field.
    #[must_use]
    pub fn typed(&self, field: &str) -> Option<&str> {
        of(&self.fields, field)
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn error(&self, field: &str) -> Option<&str> {
        of(&self.errors, field)
    }
}

fn of<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = pairs.iter().find(|(of, _)| of == name);
    found.map(|(_, value)| value.as_str())
}

/// The messages on their way.
#[derive(Debug, Default)]
pub struct Flashes(Mutex<HashMap<String, (Moment, Flash)>>);

impl Flashes {
    /// Leaves a message under an unguessable id, which travels in a cookie.
    pub fn leave(&self, id: String, flash: Flash, now: Moment) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|_, (since, _)| now.seconds_since(*since) < WAITS);
        if waiting.len() >= MOST {
            let oldest = waiting
                .iter()
                .min_by_key(|(_, (since, _))| *since)
                .map(|(id, _)| id.clone());
            oldest.and_then(|id| waiting.remove(&id));
        }
        waiting.insert(id, (now, flash));
    }

    /// Takes a message; the second time there is none.
    pub fn take(&self, id: &str, now: Moment) -> Option<Flash> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting
            .remove(id)
            .filter(|(since, _)| now.seconds_since(*since) < WAITS)
            .map(|(_, flash)| flash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_shown_once_and_not_late() {
        let flashes = Flashes::default();
        flashes.leave("a".to_owned(), Flash::default(), Moment(0));
        assert!(flashes.take("a", Moment(0)).is_some());
        assert!(flashes.take("a", Moment(0)).is_none());
        flashes.leave("b".to_owned(), Flash::default(), Moment(0));
        assert!(flashes.take("b", Moment(0).plus_seconds(WAITS)).is_none());
    }
}
