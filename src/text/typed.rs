//! Words that a reader types for a thing.

use super::fold;
use crate::words::{Lang, Plain};

/// True for one of the words, parted by commas, that a message lists in any language of
/// the interface: who reads in one may type another. Case and accents do not matter.
pub fn is_named(word: &str, names: Plain) -> bool {
    let word = fold(word);
    let word = word.trim();
    let listed = |lang: Lang| lang.text(names).split(',').any(|name| fold(name).trim() == word);
    !word.is_empty() && Lang::all().any(listed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::msg;

    #[test]
    fn a_thing_is_named_by_the_words_of_every_language_and_by_nothing_else() {
        for word in ["source", "MEDIA", "média", " outlet "] {
            assert!(is_named(word, msg::QUERY_SOURCE), "{word}");
        }
        for word in ["", ",", "sourc", "source, outlet"] {
            assert!(!is_named(word, msg::QUERY_SOURCE), "{word:?}");
        }
    }
}
