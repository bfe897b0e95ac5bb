//! Counts of word hashes in an open table: small, fast, and never larger
//! than it was made.

/// A set of word hashes with how many rows hold each.
pub(crate) struct Vocabulary {
    slots: Vec<(u32, u16, u32)>,
    mask: usize,
}

impl Vocabulary {
    /// Room for about `words` words; a full table takes no more.
    pub(crate) fn new(words: usize) -> Self {
        let size = (words * 2).next_power_of_two().clamp(64, 1 << 16);
        Self { slots: vec![(0, 0, 0); size], mask: size - 1 }
    }

    /// Counts `hash` once for `row`; a full table counts no more.
    pub(crate) fn add(&mut self, hash: u32, row: u32) {
        let mut at = hash as usize & self.mask;
        for _ in 0..16 {
            let slot = &mut self.slots[at];
            if slot.1 == 0 {
                *slot = (hash, 1, row);
                return;
            }
            if slot.0 == hash {
                if slot.2 != row {
                    *slot = (hash, slot.1.saturating_add(1), row);
                }
                return;
            }
            at = (at + 1) & self.mask;
        }
    }

    /// How many rows hold the word.
    pub(crate) fn rows(&self, hash: u32) -> u16 {
        let mut at = hash as usize & self.mask;
        for _ in 0..16 {
            let (h, n, _) = self.slots[at];
            if n == 0 {
                return 0;
            }
            if h == hash {
                return n;
            }
            at = (at + 1) & self.mask;
        }
        0
    }
}
