//! What is held in memory, and how a commit or another process makes it be dropped.

use crate::accounts::Account;
use crate::recordings::Sounds;
use crate::sessions::Known;
use domain::evidence::Entry;
use domain::hash::Hash;
use std::collections::HashMap;
use std::hash::Hash as Key;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What the memory of this process must learn once a commit is done.
#[derive(Debug)]
pub(crate) enum Effect {
    /// Entry number `seq` was appended.
    Appended { seq: i64, entry: Box<Entry> },
    /// The signal was raised to this number.
    Raised(i64),
    /// Accounts, people or their sessions changed.
    People,
    /// One session ended.
    SessionEnded(Hash),
    /// API tokens changed.
    Tokens,
    /// These recordings were deleted.
    Silenced(Vec<String>),
}

/// Values read from the database and held until they change; seldom used ones make room for others.
///
/// Two generations: what is used moves to the young one; when that is full, the old one is dropped.
#[derive(Debug)]
pub(crate) struct Kept<K, V> {
    limit: usize,
    held: Mutex<Held<K, V>>,
}

#[derive(Debug)]
struct Held<K, V> {
    changes: u64,
    weight: usize,
    young: HashMap<K, (usize, V)>,
    old: HashMap<K, (usize, V)>,
}

/// Proof of when a value was read, so that one that changed meanwhile is not held.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ticket(u64);

impl<K: Key + Eq + Clone, V: Clone> Kept<K, V> {
    fn new(limit: usize) -> Self {
        let held = Held {
            changes: 0,
            weight: 0,
            young: HashMap::new(),
            old: HashMap::new(),
        };
        Self {
            limit,
            held: Mutex::new(held),
        }
    }

    fn held(&self) -> MutexGuard<'_, Held<K, V>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn get(&self, key: &K) -> Option<V> {
        let mut held = self.held();
        if let Some((_, value)) = held.young.get(key) {
            return Some(value.clone());
        }
        let (weight, value) = held.old.remove(key)?;
        held.hold(self.limit, key.clone(), weight, value.clone());
        Some(value)
    }

    /// To be taken before reading what [`Kept::put`] will hold.
    pub(crate) fn ticket(&self) -> Ticket {
        Ticket(self.held().changes)
    }

    /// Holds the value unless something changed since the ticket was taken.
    pub(crate) fn put(&self, ticket: Ticket, key: K, weight: usize, value: V) {
        let mut held = self.held();
        if held.changes == ticket.0 {
            held.old.remove(&key);
            held.hold(self.limit, key, weight, value);
        }
    }

    /// Replaces a value that is held; the others stay.
    pub(crate) fn update(&self, key: &K, new: impl FnOnce(&V) -> V) {
        let mut held = self.held();
        held.changes += 1;
        let Held { young, old, .. } = &mut *held;
        if let Some((_, value)) = young.get_mut(key).or_else(|| old.get_mut(key)) {
            *value = new(value);
        }
    }

    pub(crate) fn forget(&self, key: &K) {
        let mut held = self.held();
        held.changes += 1;
        held.young.remove(key);
        held.old.remove(key);
    }

    pub(crate) fn clear(&self) {
        let mut held = self.held();
        held.changes += 1;
        held.weight = 0;
        held.young.clear();
        held.old.clear();
    }
}

impl<K: Key + Eq, V> Held<K, V> {
    fn hold(&mut self, limit: usize, key: K, weight: usize, value: V) {
        if self.weight + weight > limit {
            self.old = std::mem::take(&mut self.young);
            self.weight = 0;
        }
        self.weight += weight;
        self.young.insert(key, (weight, value));
    }
}

/// Everything this process holds in memory.
#[derive(Debug)]
pub(crate) struct Caches {
    /// Evidence by person, oldest first.
    pub(crate) evidence: Kept<String, Arc<[Entry]>>,
    /// Sessions by the hash of their token.
    pub(crate) sessions: Kept<Hash, Arc<Known>>,
    /// Accounts by sign-in name in lower case.
    pub(crate) accounts: Kept<String, Arc<Account>>,
    /// Names of API tokens by the hash of the token.
    pub(crate) tokens: Kept<Hash, Arc<str>>,
    /// The files of recordings: no memory, but they too follow what was committed.
    sounds: Sounds,
    signal: AtomicI64,
    head: AtomicI64,
}

impl Caches {
    /// Nothing held yet; `signal` and `head` as the database has them.
    pub(crate) fn new(sounds: Sounds, signal: i64, head: i64) -> Self {
        Self {
            // About 20 MB at most, with some 450 bytes an entry in two generations.
            evidence: Kept::new(20_000),
            sessions: Kept::new(10_000),
            accounts: Kept::new(10_000),
            tokens: Kept::new(1_000),
            sounds,
            signal: AtomicI64::new(signal),
            head: AtomicI64::new(head),
        }
    }

    /// After a commit of this process.
    pub(crate) fn apply(&self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Appended { seq, entry } => self.appended(seq, *entry),
                Effect::Raised(number) => {
                    // Only an unbroken count says that nobody else raised it meanwhile.
                    let own =
                        self.signal
                            .compare_exchange(number - 1, number, Ordering::SeqCst, Ordering::SeqCst);
                    if own.is_err() {
                        self.foreign_change(number);
                    }
                }
                Effect::People => self.people_changed(),
                Effect::SessionEnded(token) => self.sessions.forget(&token),
                Effect::Tokens => self.tokens.clear(),
                Effect::Silenced(ids) => self.silence(&ids),
            }
        }
    }

    /// What cannot be removed now is found by the job that looks for files without a row.
    fn silence(&self, ids: &[String]) {
        for id in ids {
            if let Err(error) = self.sounds.remove(id) {
                tracing::error!(%error, id, "cannot remove a recording");
            }
        }
    }

    fn appended(&self, seq: i64, entry: Entry) {
        if self
            .head
            .compare_exchange(seq - 1, seq, Ordering::SeqCst, Ordering::SeqCst)
            .is_err()
        {
            self.foreign_evidence(seq);
            return;
        }
        if let Some(person) = entry.person.clone() {
            self.evidence.update(&person, |entries| {
                // A reader between the commit and here may have seen it already.
                let seen = entries.iter().any(|known| known.id == entry.id);
                if seen {
                    Arc::clone(entries)
                } else {
                    entries.iter().cloned().chain([entry]).collect()
                }
            });
        }
    }

    /// What the database says now; drops what another process changed. True when there was a change.
    pub(crate) fn compare(&self, signal: i64, head: i64) -> bool {
        let changed = signal > self.signal.load(Ordering::SeqCst);
        if changed {
            self.foreign_change(signal);
        }
        if head > self.head.load(Ordering::SeqCst) {
            self.foreign_evidence(head);
        }
        changed
    }

    fn foreign_change(&self, signal: i64) {
        self.signal.fetch_max(signal, Ordering::SeqCst);
        self.people_changed();
        self.tokens.clear();
    }

    fn foreign_evidence(&self, head: i64) {
        self.head.fetch_max(head, Ordering::SeqCst);
        self.evidence.clear();
    }

    fn people_changed(&self) {
        self.sessions.clear();
        self.accounts.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_changed_while_it_was_read_is_not_held() {
        let kept = Kept::new(10);
        let ticket = kept.ticket();
        kept.forget(&"a");
        kept.put(ticket, "a", 1, 1);
        assert_eq!(kept.get(&"a"), None);
        kept.put(kept.ticket(), "a", 1, 2);
        assert_eq!(kept.get(&"a"), Some(2));
    }

    #[test]
    fn what_is_used_stays_and_the_rest_makes_room() {
        let kept = Kept::new(2);
        for number in 0..6 {
            kept.put(kept.ticket(), number, 1, number);
            kept.get(&0);
        }
        assert_eq!(kept.get(&0), Some(0));
        assert_eq!(kept.get(&1), None);
    }
}
