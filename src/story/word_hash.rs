//! Words as numbers: the hash of a folded word, of its beginning, and sets and
//! maps over such hashes.

use crate::text::fnv::fnv_32;

/// A hasher for keys that are hashes already.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordHasher(u64);

impl std::hash::Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&b| self.write_u32(u32::from(b)));
    }

    fn write_u32(&mut self, n: u32) {
        self.0 = (self.0.rotate_left(31) ^ u64::from(n)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// A set of hashes of words.
pub(crate) type WordSet = std::collections::HashSet<u32, std::hash::BuildHasherDefault<WordHasher>>;

/// A map from hashes of words.
pub(crate) type WordMap<V> = std::collections::HashMap<u32, V, std::hash::BuildHasherDefault<WordHasher>>;

/// FNV-1a.
pub(crate) fn hash(s: &str) -> u32 {
    fnv_32(s.as_bytes())
}

/// The first letters of a word.
pub(crate) fn prefix(s: &str, letters: usize) -> &str {
    s.char_indices().nth(letters).map_or(s, |(i, _)| &s[..i])
}

/// The folded word without the endings that inflection adds most often.
pub(crate) fn lemma(folded: &str) -> &str {
    let mut w = folded;
    for endings in [&['s', 'x'][..], &['e'][..]] {
        if w.len() > 4 {
            w = w.strip_suffix(endings).unwrap_or(w);
        }
    }
    w
}

/// Hash of the first six letters of a folded word without its ending.
pub(crate) fn stem_of(folded: &str) -> u32 {
    hash(prefix(lemma(folded), 6))
}
