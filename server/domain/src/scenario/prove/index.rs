//! Numbers for things, in the order in which they come: quick where a small number stands for a thing, and possible for all.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// How many things are looked up in a table, by a small number each.
const TABLE: usize = 1 << 22;
/// A thing that has no number yet.
const NEW: u32 = u32::MAX;

/// The numbers of things.
#[derive(Debug)]
pub(super) struct Index<K> {
    table: Vec<u32>,
    rest: HashMap<K, u32, BuildHasherDefault<Mix>>,
}

impl<K: Eq + Hash> Index<K> {
    pub(super) fn new() -> Self {
        Self {
            table: Vec::new(),
            rest: HashMap::default(),
        }
    }

    /// The number of a thing; `next` when it is a new one, and whether it is. No other thing has the same `small` number.
    pub(super) fn number<Q>(&mut self, small: Option<usize>, thing: &Q, next: u32) -> (u32, bool)
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ToOwned<Owned = K> + ?Sized,
    {
        if let Some(small) = small.filter(|small| *small < TABLE) {
            if small >= self.table.len() {
                let length = (small + 1).next_power_of_two().min(TABLE);
                self.table.resize(length, NEW);
            }
            let slot = &mut self.table[small];
            let is_new = *slot == NEW;
            if is_new {
                *slot = next;
            }
            return (*slot, is_new);
        }
        if let Some(number) = self.rest.get(thing) {
            return (*number, false);
        }
        self.rest.insert(thing.to_owned(), next);
        (next, true)
    }
}

/// A quick hash of whole numbers: nobody gains by making them collide.
#[derive(Default)]
pub(super) struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut whole = [0; 8];
            whole[..chunk.len()].copy_from_slice(chunk);
            self.write_u64(u64::from_le_bytes(whole));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }
}

/// Places fit 32 bits: a file of 512 KiB cannot have more of anything, and exploring stops long before.
pub(super) fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
