//! Folded words by their hash, and the stop words of the known languages.

use crate::corpus::Language;
use std::sync::OnceLock;

/// The FNV-1a hash of no bytes.
pub(crate) const EMPTY: u32 = 0x811c_9dc5;

/// The hash of one byte more.
pub(crate) fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// Hash of a folded word, as `Page::tokens` holds it.
pub(crate) fn token_hash(folded: &[u8]) -> u32 {
    folded.iter().fold(EMPTY, |h, &b| step(h, b))
}

/// A row of `assets/clean/stop-words.tsv`: language, ISO 639-3 code, folded words.
pub(crate) fn stop_word_lists() -> impl Iterator<Item = (Language, &'static str, &'static str)> {
    include_str!("../../assets/clean/stop-words.tsv").lines().filter(|l| !l.starts_with('#')).filter_map(|line| {
        let mut cells = line.split('\t');
        Some((Language::from_name(cells.next()?)?, cells.next()?, cells.next()?))
    })
}

/// Bytes of the longest stop word.
pub(crate) const LONGEST: usize = 8;

const SLOTS: usize = 4096;

/// Word hash → which languages have it as a stop word, one bit each.
pub(crate) struct StopWords {
    slots: Vec<(u32, u16)>,
}

impl StopWords {
    fn new() -> Self {
        let mut slots = vec![(0u32, 0u16); SLOTS];
        for (language, _, words) in stop_word_lists() {
            for word in words.split_whitespace() {
                let hash = token_hash(word.as_bytes());
                let mut at = hash as usize % SLOTS;
                while slots[at].1 != 0 && slots[at].0 != hash {
                    at = (at + 1) % SLOTS;
                }
                slots[at] = (hash, slots[at].1 | 1 << language as u16);
            }
        }
        Self { slots }
    }

    /// One bit per [`Language`], in their order; 0 when it is no stop word.
    pub(crate) fn get(&self, hash: u32) -> u16 {
        let mut at = hash as usize % SLOTS;
        loop {
            let (h, mask) = self.slots[at];
            if mask == 0 || h == hash {
                return mask;
            }
            at = (at + 1) % SLOTS;
        }
    }
}

/// The table, made once.
pub(crate) fn stop_words() -> &'static StopWords {
    static TABLE: OnceLock<StopWords> = OnceLock::new();
    TABLE.get_or_init(StopWords::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_stop_words_that_the_page_looks_up() {
        let lists: Vec<_> = stop_word_lists().collect();
        assert_eq!(lists.iter().map(|(language, ..)| *language).collect::<Vec<_>>(), Language::ALL);
        for (language, code, words) in lists {
            assert!(whatlang::Lang::from_code(code).is_some(), "{code}");
            for word in words.split(' ') {
                assert!((1..=LONGEST).contains(&word.len()), "{}: {word}", language.name());
                assert_eq!(crate::text::fold(word), word, "{}", language.name());
                assert_ne!(stop_words().get(token_hash(word.as_bytes())) & 1 << language as u16, 0, "{word}");
            }
        }
    }
}
