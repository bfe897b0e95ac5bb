//! The classes of cue words (`assets/lang/*/cues.tsv`): titles before people,
//! heads of organisations and places, verbs of saying.

use super::hash::{WordHash, hash_word};
use crate::lang::{self, Cue, Set};
use std::collections::HashMap;
use std::sync::OnceLock;

/// Classes of cue words as bits: those that features are made of.
pub(super) mod cue {
    use crate::lang::Cue;

    /// Before a person: `président`, `M.`.
    pub(crate) const TITLE: u8 = Cue::Title.set().bits() as u8;
    /// Heads of organisations: `ministère`.
    pub(crate) const ORG: u8 = Cue::OrganisationHead.set().bits() as u8;
    /// Heads of places: `rue`.
    pub(crate) const PLACE: u8 = Cue::PlaceHead.set().bits() as u8;
    /// Heads of events, products and works: `opération`.
    pub(crate) const MISC: u8 = Cue::MiscellaneousHead.set().bits() as u8;
    /// Verbs of saying.
    pub(crate) const SAY: u8 = Cue::Speech.set().bits() as u8;
    /// Prepositions of place.
    pub(crate) const IN: u8 = Cue::Locative.set().bits() as u8;
    /// Kinds of products, before their names.
    pub(crate) const PRODUCT: u8 = Cue::Product.set().bits() as u8;
}

fn table() -> &'static HashMap<u64, Set<Cue>, WordHash> {
    static TABLE: OnceLock<HashMap<u64, Set<Cue>, WordHash>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut t: HashMap<u64, Set<Cue>, WordHash> = HashMap::with_capacity_and_hasher(1200, WordHash);
        for e in lang::entries::<Cue>() {
            let mut add = |word: &str| {
                let classes = t.entry(hash_word(word.as_bytes())).or_default();
                *classes = classes.or(e.class.set());
            };
            add(e.word);
            // Capitalised words are looked up without their accents.
            add(&super::token::fold_word(e.word));
        }
        t
    })
}

/// What a word can be to the tagger, by the hash of its spelling in small
/// letters; of a capitalised word without accents.
pub(super) fn classes(norm: u64) -> Set<Cue> {
    table().get(&norm).copied().unwrap_or_default()
}

/// Cue classes of a word: its classes that are features.
pub(super) fn cues(norm: u64) -> u8 {
    classes(norm).bits() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_classes_of_its_lines() {
        assert_eq!(cues(hash_word("président".as_bytes())), cue::TITLE);
        assert_eq!(cues(hash_word(b"tour")) & (cue::PLACE | cue::MISC), cue::PLACE | cue::MISC);
    }
}
