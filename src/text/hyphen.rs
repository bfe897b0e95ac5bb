//! Where words may be parted at the end of a row: Liang's patterns of a language
//! (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983), by `hypher`.

use hypher::Lang;
use textwrap::WordSplitter;

/// A language whose words can be parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hyphens {
    /// French.
    French,
    /// English.
    English,
}

/// Letters that a word has at least to be parted.
const LETTERS: usize = 6;

impl Hyphens {
    /// The language of that code, when it is one of them.
    pub fn of(code: &str) -> Option<Self> {
        match code {
            "fr" => Some(Self::French),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    pub(super) fn splitter(self) -> WordSplitter {
        match self {
            Self::French => WordSplitter::Custom(|word| places(word, Lang::French)),
            Self::English => WordSplitter::Custom(|word| places(word, Lang::English)),
        }
    }
}

/// The bytes before which a word may be parted; none in what begins with a capital,
/// which may be a name, nor beside a sign.
fn places(word: &str, lang: Lang) -> Vec<usize> {
    let mut places = Vec::new();
    let mut at = 0;
    for stretch in word.split_inclusive(|c: char| !c.is_alphabetic()) {
        let letters = stretch.trim_end_matches(|c: char| !c.is_alphabetic());
        let small = letters.chars().all(char::is_lowercase);
        if small && letters.chars().count() >= LETTERS {
            let mut end = at;
            for syllable in hypher::hyphenate(letters, lang) {
                end += syllable.len();
                let (before, behind) = (&word[at..end], &word[end..at + letters.len()]);
                if before.chars().nth(1).is_some() && behind.chars().nth(2).is_some() {
                    places.push(end);
                }
            }
        }
        at += stretch.len();
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(word: &str, lang: Lang) -> String {
        let mut out = String::new();
        let mut at = 0;
        for place in places(word, lang) {
            out += &word[at..place];
            out.push('-');
            at = place;
        }
        out + &word[at..]
    }

    #[test]
    fn words_are_parted_by_the_rules_of_their_language_and_names_are_not() {
        assert_eq!(parted("inondations,", Lang::French), "inon-da-tions,");
        assert_eq!(parted("l'administration", Lang::French), "l'ad-mi-nis-tra-tion");
        assert_eq!(parted("bridge-building", Lang::English).matches('-').count(), 2);
        assert_eq!(parted("Strauvelmarchand", Lang::French), "Strauvelmarchand");
        assert_eq!(parted("pont", Lang::French), "pont");
        assert!(places("12345678", Lang::French).is_empty());
    }
}
