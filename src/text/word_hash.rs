//! Hashes of words. Fixed for ever: the models of names refer to their features
//! by numbers that are made of these.

use std::hash::{BuildHasher, Hasher};

/// The multiplier.
pub(crate) const K: u64 = 0x9e37_79b9_7f4a_7c15;

/// One more number into a hash (multiply and fold).
#[inline]
pub(crate) fn mix(h: u64, x: u64) -> u64 {
    let m = (h ^ x).wrapping_mul(K);
    m ^ (m >> 29)
}

/// Hash of a word.
#[inline]
pub(crate) fn hash_word(bytes: &[u8]) -> u64 {
    let mut h = K ^ bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for c in &mut chunks {
        let mut b = [0; 8];
        b.copy_from_slice(c);
        h = mix(h, u64::from_le_bytes(b)).rotate_left(17);
    }
    let mut last = [0; 8];
    let rest = chunks.remainder();
    last[..rest.len()].copy_from_slice(rest);
    mix(mix(h, u64::from_le_bytes(last)), 0x51ed)
}

/// Hasher for keys that are hashes already.
#[derive(Clone, Copy, Default)]
pub(crate) struct WordHash;

/// See [`WordHash`].
#[derive(Default)]
pub(crate) struct Through(u64);

impl Hasher for Through {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash_word(bytes);
    }

    fn write_u64(&mut self, n: u64) {
        self.0 = n;
    }

    fn write_u32(&mut self, n: u32) {
        self.0 = u64::from(n).wrapping_mul(K);
    }
}

impl BuildHasher for WordHash {
    type Hasher = Through;

    fn build_hasher(&self) -> Through {
        Through::default()
    }
}
