//! Folded words by their hash, and the stop words of the known languages.

use crate::corpus::Language;
use crate::lang::{self, Frequency};
use crate::text::fnv::fnv_32;
use std::sync::OnceLock;

/// Hash of a folded word, as `Page::tokens` holds it.
pub(crate) fn token_hash(folded: &[u8]) -> u32 {
    fnv_32(folded)
}

/// The stop words of the known languages, folded.
pub(crate) fn stop_word_list() -> impl Iterator<Item = (Language, &'static str)> {
    lang::entries::<Frequency>().filter_map(|e| {
        let Frequency::StopWord = e.class;
        Some((Language::from_name(e.language)?, e.word))
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
        for (language, word) in stop_word_list() {
            let hash = token_hash(word.as_bytes());
            let mut at = hash as usize % SLOTS;
            while slots[at].1 != 0 && slots[at].0 != hash {
                at = (at + 1) % SLOTS;
            }
            slots[at] = (hash, slots[at].1 | 1 << language as u16);
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
        for language in Language::ALL {
            assert!(stop_word_list().any(|(l, _)| l == language), "{}", language.name());
            assert!(whatlang::Lang::from_code(language.iso639_3()).is_some(), "{}", language.name());
        }
        for (language, word) in stop_word_list() {
            assert!((1..=LONGEST).contains(&word.len()), "{}: {word}", language.name());
            assert_eq!(crate::text::fold(word), word, "{}", language.name());
            assert_ne!(stop_words().get(token_hash(word.as_bytes())) & 1 << language as u16, 0, "{word}");
        }
    }
}
