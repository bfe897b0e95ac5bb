//! The classes of cue words (`assets/entity/words.txt`): titles before
//! people, heads of organisations and places, verbs of saying.

use super::hash::{WordHash, hash_word};
use std::collections::HashMap;
use std::sync::OnceLock;

/// Classes of cue words as bits, in the order of the sections.
pub(super) mod cue {
    /// Before a person: `président`, `M.`.
    pub(crate) const TITLE: u8 = 1;
    /// Heads of organisations: `ministère`.
    pub(crate) const ORG: u8 = 2;
    /// Heads of places: `rue`.
    pub(crate) const PLACE: u8 = 4;
    /// Heads of events, products and works: `opération`.
    pub(crate) const MISC: u8 = 8;
    /// Beside a person: `né`.
    pub(crate) const KIN: u8 = 16;
    /// Verbs of saying.
    pub(crate) const SAY: u8 = 32;
    /// Prepositions of place.
    pub(crate) const IN: u8 = 64;
    /// Kinds of products, before their names.
    pub(crate) const PRODUCT: u8 = 128;
}

const WORDS: &str = include_str!("../../assets/entity/words.txt");

fn bit(section: &str) -> u8 {
    match section {
        "title" => cue::TITLE,
        "org" => cue::ORG,
        "place" => cue::PLACE,
        "misc" => cue::MISC,
        "kin" => cue::KIN,
        "say" => cue::SAY,
        "in" => cue::IN,
        "product" => cue::PRODUCT,
        _ => 0,
    }
}

fn table() -> &'static HashMap<u64, u8, WordHash> {
    static TABLE: OnceLock<HashMap<u64, u8, WordHash>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut t = HashMap::with_capacity_and_hasher(1200, WordHash);
        let mut class = 0;
        for line in WORDS.lines().filter(|l| !l.starts_with('#')) {
            if let Some(section) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                class = bit(section);
            } else {
                for w in line.split_whitespace() {
                    *t.entry(hash_word(w.as_bytes())).or_insert(0) |= class;
                    // Capitalised words are looked up without their accents.
                    *t.entry(hash_word(super::token::fold_word(w).as_bytes())).or_insert(0) |= class;
                }
            }
        }
        t
    })
}

/// Cue classes of a word by the hash of its lower-case spelling.
pub(super) fn cues(lower: u64) -> u8 {
    table().get(&lower).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_has_a_class() {
        for l in WORDS.lines().filter_map(|l| l.strip_prefix('[')) {
            assert_ne!(bit(l.trim_end_matches(']')), 0, "{l}");
        }
        assert_eq!(cues(hash_word("président".as_bytes())), cue::TITLE);
        assert_eq!(cues(hash_word(b"tour")) & (cue::PLACE | cue::MISC), cue::PLACE | cue::MISC);
    }
}
