//! Adjectives behind a noun, and nouns for who does something, where no list
//! has them.

use crate::lang::{self, DescriptionWord, Tags};

/// A noun with the ending of who does something: `collaborateur`,
/// `plasticienne`.
pub(super) fn is_agent(word: &str) -> bool {
    word.len() > 6 && lang::any(|l| l.is_agent_noun(word))
}

/// An adjective that can follow its noun, by its ending or by the list of
/// those of origin and rank without such an ending.
pub(super) fn is_adjective(word: &str) -> bool {
    [word, word.trim_end_matches('s')]
        .into_iter()
        .any(|w| Tags::of(w).is(DescriptionWord::Adjective) || lang::any(|l| l.is_postposed_adjective(w)))
}
