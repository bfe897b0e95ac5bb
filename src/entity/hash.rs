//! Numbers of features. Fixed for ever: the trained model refers to features by
//! them.

pub(super) use crate::text::word_hash::{WordHash, hash_word, mix};

use crate::text::word_hash::K;

/// Feature number: template and up to two values.
#[inline]
pub(super) fn feature(template: u8, a: u64, b: u64) -> u32 {
    let h = mix(mix(u64::from(template).wrapping_mul(0xd6e8_feb8_6659_fd93), a), b.rotate_left(23));
    (h.wrapping_mul(K) >> 32) as u32
}
