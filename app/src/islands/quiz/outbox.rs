//! Answers on their way, kept in this browser until the server has them: through a reload, a lost network, a session
//! that ended.
//!
//! One entry for each attempt, holding the fields of a save as they would be sent. The page of an attempt opens for
//! its own learner alone, so nobody else's browser page reads it; signing out clears what the site keeps here.

use leptos::prelude::window;
use web_sys::{Storage, UrlSearchParams};

/// The entry of one attempt.
#[derive(Clone)]
pub(super) struct Outbox(String);

impl Outbox {
    pub(super) fn of(attempt: &str) -> Self {
        Self(format!("attempt-{attempt}"))
    }

    /// What waits here, as fields.
    pub(super) fn read(&self) -> Option<UrlSearchParams> {
        let fields = storage()?.get_item(&self.0).ok()??;
        UrlSearchParams::new_with_str(&fields).ok()
    }

    /// Keeps these fields in place of what waited; nothing is kept when there are none.
    pub(super) fn keep(&self, fields: &str) {
        let Some(storage) = storage() else {
            return;
        };
        // Fails where storage is full or forbidden; then the page itself is the only place.
        let _kept = if fields.is_empty() {
            storage.remove_item(&self.0)
        } else {
            storage.set_item(&self.0, fields)
        };
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
