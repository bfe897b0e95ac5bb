//! Shortened words, looked up without the rest of the lexicon: whoever only cuts sentences
//! does not wait for it.

use super::class::Abbreviation;
use super::lexicon::entries;
use std::collections::HashSet;
use std::sync::OnceLock;

fn listed(class: Abbreviation) -> HashSet<&'static str> {
    entries::<Abbreviation>().filter(|e| e.class == class).map(|e| e.word).collect()
}

/// True when a full stop behind the folded word ends no sentence.
pub(crate) fn goes_on(folded: &str) -> bool {
    static WORDS: OnceLock<HashSet<&str>> = OnceLock::new();
    WORDS.get_or_init(|| listed(Abbreviation::GoesOn)).contains(folded)
}

/// True when the tagger of names takes a full stop behind the word for a part of it.
pub(crate) fn keeps_stop(word: &str) -> bool {
    static WORDS: OnceLock<HashSet<&str>> = OnceLock::new();
    WORDS.get_or_init(|| listed(Abbreviation::KeepsStop)).contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn words_whose_stop_ends_no_sentence_are_listed_folded() {
        assert!(listed(Abbreviation::GoesOn).into_iter().all(|word| fold(word) == word));
        assert!(goes_on("dr") && keeps_stop("Dr") && !keeps_stop("dr") && !goes_on("mme"));
    }
}
