//! When two spellings are one name: letters, sound, order, initials, parts.
//! Compares strings; has never heard of documents.

use crate::lang::{PersonWord, Tags};
use crate::text::fold;

/// Why two spellings are one name, in words.
pub(super) mod reason {
    use crate::words::{Plain, msg};

    /// Hyphens, spaces, accents and capitals do not matter.
    pub(crate) const LETTERS: Plain = msg::ENTITY_SAME_LETTERS;
    /// Another transliteration.
    pub(crate) const SOUND: Plain = msg::ENTITY_ANOTHER_TRANSLITERATION;
    /// Family name first or last.
    pub(crate) const ORDER: Plain = msg::ENTITY_ANOTHER_ORDER;
    /// First names shortened to initials.
    pub(crate) const INITIALS: Plain = msg::ENTITY_INITIALS;
    /// One letter of the surname differs in one text.
    pub(crate) const SPELLING: Plain = msg::ENTITY_ONE_LETTER;
    /// Middle names left out.
    pub(crate) const SHORT: Plain = msg::ENTITY_SHORT_FORM;
    /// The end of a full name.
    pub(crate) const SURNAME: Plain = msg::ENTITY_SURNAME;
    /// The beginning of a full name.
    pub(crate) const GIVEN: Plain = msg::ENTITY_GIVEN_NAME;
    /// The beginning of a name that puts the family first.
    pub(crate) const FAMILY_FIRST: Plain = msg::ENTITY_FAMILY_FIRST;
    /// First letters.
    pub(crate) const ACRONYM: Plain = msg::ENTITY_ACRONYM;
    /// The text says so in brackets.
    pub(crate) const BRACKETS: Plain = msg::ENTITY_IN_BRACKETS;
    /// Conventions of the press.
    pub(crate) const KNOWN: Plain = msg::ENTITY_KNOWN_FORM;
    /// The longest, most frequent form.
    pub(crate) const NAME: Plain = msg::ENTITY_THE_NAME;
    /// Several people bear it.
    pub(crate) const SHARED: Plain = msg::ENTITY_SHARED_SURNAME;
    /// The reader said so.
    pub(crate) const READER: Plain = msg::ENTITY_JOINED_BY_READER;
}

/// A spelling taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// Folded words; hyphens divide.
    pub(super) words: Vec<String>,
    /// Whether the written form joins its last words by a hyphen.
    pub(super) hyphen_last: bool,
}

impl Name {
    /// Takes a spelling apart.
    pub(super) fn new(surface: &str) -> Self {
        let folded = fold(surface);
        let words = folded
            .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '.')
            .map(|w| w.trim_matches('\'').to_owned())
            .filter(|w| !w.is_empty())
            .collect();
        let last = surface.split_whitespace().next_back().unwrap_or("");
        Self {
            words,
            hyphen_last: last.contains(['-', '\u{2010}', '\u{2011}']) && surface.contains(char::is_whitespace),
        }
    }

    /// All letters without division: `kimjongun`.
    pub(super) fn joined(&self) -> String {
        self.words.iter().flat_map(|w| w.chars()).filter(|c| c.is_alphanumeric()).collect()
    }

    /// The words in the order of the alphabet.
    pub(super) fn sorted(&self) -> String {
        let mut w = self.words.clone();
        w.sort();
        w.join(" ")
    }

    /// The words as they sound; empty when too short to compare.
    pub(super) fn sound(&self) -> String {
        let s = self.words.iter().map(|w| sound(w)).collect::<Vec<_>>().join(" ");
        if s.chars().filter(|c| c.is_alphabetic()).count() < 5 { String::new() } else { s }
    }

    /// True when the first word is an initial: `e.`, `j.`.
    pub(super) fn starts_with_initial(&self) -> bool {
        self.words.first().is_some_and(|w| is_initial(w))
    }

    /// The last word.
    pub(super) fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// True when `other`, which is shorter, begins with initials that fit the
    /// given names of this one and ends with the same surname.
    pub(super) fn fits_initials(&self, other: &Name) -> bool {
        let n = other.words.iter().take_while(|w| is_initial(w)).count();
        let rest = &other.words[n..];
        n > 0
            && !rest.is_empty()
            && self.words.len() > rest.len()
            && self.words.ends_with(rest)
            && self.words[0].chars().next() == other.words[0].chars().next()
    }

    /// True for the order of East Asian names: one short family name, then
    /// two short syllables or a hyphenated given name.
    pub(super) fn puts_family_first(&self) -> bool {
        let short = |w: &String| w.chars().count() <= 6;
        (self.words.len() == 3 && self.words[0].chars().count() <= 5 && self.words.iter().all(short) && {
            self.hyphen_last || self.words[1..].iter().all(|w| w.chars().count() <= 5)
        }) || (self.words.len() == 2 && Tags::of_folded(&self.words[0]).is(PersonWord::FamilyName))
    }
}

fn is_initial(word: &str) -> bool {
    let mut c = word.chars().filter(|c| *c != '.');
    c.next().is_some_and(char::is_alphabetic) && c.next().is_none() || word.len() == 3 && word.ends_with('.')
}

/// How a folded word sounds, roughly, whatever language spelt it: `poutine`
/// and `putin`, `zelensky` and `zelenskyy`, `khamenei` and `hamenei`.
fn sound(word: &str) -> String {
    const FROM: &[(&str, &str)] = &[
        ("tch", "c"),
        ("tsch", "c"),
        ("sch", "s"),
        ("ch", "s"),
        ("sh", "s"),
        ("kh", "h"),
        ("gh", "g"),
        ("ph", "f"),
        ("th", "t"),
        ("dj", "j"),
        ("ou", "u"),
        ("oo", "u"),
        ("ck", "k"),
        ("qu", "k"),
        ("ts", "s"),
        ("tz", "s"),
        ("ks", "x"),
        ("ee", "i"),
        ("ei", "e"),
        ("ai", "e"),
        ("ey", "e"),
        ("ay", "e"),
        ("iy", "i"),
        ("yi", "i"),
        ("ii", "i"),
        ("yy", "i"),
        ("ij", "i"),
    ];
    let mut out = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(c) = rest.chars().next() {
        let (piece, taken) = match FROM.iter().find(|(from, _)| rest.starts_with(from)) {
            Some((from, to)) => (to.chars().next().unwrap_or(c), from.len()),
            None => {
                let p = match c {
                    'y' | 'j' if c == 'y' => 'i',
                    'w' => 'v',
                    'q' => 'k',
                    'c' if rest[1..].starts_with(['a', 'o', 'u', 'r', 'l', 'k']) || rest.len() == 1 => 'k',
                    'z' => 's',
                    _ => c,
                };
                (p, c.len_utf8())
            }
        };
        rest = &rest[taken..];
        if !out.ends_with(piece) && (piece != 'h' || out.is_empty()) {
            out.push(piece);
        }
    }
    // A silent e, as in "Poutine".
    if out.len() > 3 && out.ends_with('e') && !word.ends_with("ei") && !word.ends_with("ai") {
        out.pop();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transliterations_sound_alike_and_other_names_do_not() {
        for (a, b) in [
            ("Vladimir Poutine", "Vladimir Putin"),
            ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
            ("Sergueï Choïgou", "Sergueï Shoïgou"),
            ("Ali Khamenei", "Ali Khameneï"),
            ("Nétanyahou", "Netanyahu"),
        ] {
            assert_eq!(Name::new(a).sound(), Name::new(b).sound(), "{a} / {b}");
        }
        for (a, b) in [("Martin", "Martine Aubry"), ("Emmanuel", "Manuel"), ("Moulin", "Mollin")] {
            assert_ne!(Name::new(a).sound(), Name::new(b).sound(), "{a} / {b}");
        }
    }

    #[test]
    fn initials_fit_the_given_name_they_shorten() {
        let full = Name::new("Jean-Luc Mélenchon");
        assert!(full.fits_initials(&Name::new("J.-L. Mélenchon")));
        assert!(full.fits_initials(&Name::new("J. Mélenchon")));
        assert!(!full.fits_initials(&Name::new("A. Mélenchon")));
        assert!(!full.fits_initials(&Name::new("J. Dupont")));
    }

    #[test]
    fn family_names_come_first_in_east_asian_names() {
        for n in ["Kim Jong-un", "Kim Jong Un", "Moon Jae-in", "Xi Jinping"] {
            assert!(Name::new(n).puts_family_first(), "{n}");
        }
        assert!(!Name::new("Jean-Luc Mélenchon").puts_family_first());
        assert!(!Name::new("Emmanuel Macron").puts_family_first());
    }
}
