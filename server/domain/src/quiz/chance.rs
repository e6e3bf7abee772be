//! Chance from a seed: the same seed gives the same numbers on every machine.

/// A small generator (xoshiro256**, by Blackman and Vigna, public domain); good for shuffling, not for secrets.
pub(super) struct Chance([u64; 4]);

impl Chance {
    pub(super) fn new(seed: [u8; 32]) -> Self {
        let mut state = [0; 4];
        for (word, bytes) in state.iter_mut().zip(seed.chunks_exact(8)) {
            *word = bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
        }
        if state == [0; 4] {
            state[0] = 1; // the one state it never leaves
        }
        let mut chance = Self(state);
        for _ in 0..16 {
            chance.next(); // seeds that differ in one bit part here
        }
        chance
    }

    fn next(&mut self) -> u64 {
        let s = &mut self.0;
        let number = s[1].wrapping_mul(5).rotate_left(7).wrapping_mul(9);
        let shifted = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= shifted;
        s[3] = s[3].rotate_left(45);
        number
    }

    /// A number under `bound`, each as likely as the others.
    fn below(&mut self, bound: usize) -> usize {
        let bound = bound.max(1) as u64;
        let fair = u64::MAX - u64::MAX % bound;
        loop {
            let number = self.next();
            if number < fair {
                return usize::try_from(number % bound).unwrap_or(0);
            }
        }
    }

    /// Every order is as likely as the others.
    pub(super) fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn every_order_is_about_as_likely() {
        let mut chance = Chance::new([0; 32]);
        let mut seen = BTreeMap::new();
        for _ in 0..6000 {
            let mut order = [0, 1, 2];
            chance.shuffle(&mut order);
            *seen.entry(order).or_insert(0) += 1;
        }
        assert_eq!(seen.len(), 6);
        assert!(seen.values().all(|count| (850..1150).contains(count)), "{seen:?}");
    }
}
