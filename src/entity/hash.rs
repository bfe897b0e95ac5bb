//! Hashes of words and features. Fixed for ever: the trained model refers to
//! features by these numbers.

use std::hash::{BuildHasher, Hasher};

const K: u64 = 0x9e37_79b9_7f4a_7c15;

/// One more number into a hash (multiply and fold).
#[inline]
pub(super) fn mix(h: u64, x: u64) -> u64 {
    let m = (h ^ x).wrapping_mul(K);
    m ^ (m >> 29)
}

/// Hash of a word.
#[inline]
pub(super) fn hash_word(bytes: &[u8]) -> u64 {
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

/// Feature number: template and up to two values.
#[inline]
pub(super) fn feature(template: u8, a: u64, b: u64) -> u32 {
    let h = mix(mix(u64::from(template).wrapping_mul(0xd6e8_feb8_6659_fd93), a), b.rotate_left(23));
    (h.wrapping_mul(K) >> 32) as u32
}

/// Hasher for keys that are hashes already.
#[derive(Clone, Copy, Default)]
pub(super) struct WordHash;

/// See [`WordHash`].
#[derive(Default)]
pub(super) struct Through(u64);

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
