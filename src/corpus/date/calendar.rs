//! The words of dates, read from the lexicon.

use crate::corpus::Language;
use crate::lang;
pub(super) use crate::lang::CalendarWord;
use std::collections::HashMap;
use std::sync::OnceLock;

/// One meaning of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) role: CalendarWord,
    pub(super) value: i8,
    /// None for a language of which nothing but the calendar is known.
    pub(super) language: Option<Language>,
    /// The word as its list has it.
    pub(super) word: &'static str,
}

impl Entry {
    /// True for a word of a language in which it is also read without a year
    /// beside it: the months of others are words of texts in these.
    pub(super) fn stands_alone(self) -> bool {
        let known = [Language::Fr, Language::En, Language::De, Language::Es, Language::It];
        self.language.is_some_and(|l| known.contains(&l))
    }
}

/// The words that have a role, in all languages, folded.
pub(super) fn words_of(role: CalendarWord) -> impl Iterator<Item = String> {
    lang::entries::<CalendarWord>().filter(move |entry| entry.class == role).map(|entry| key(entry.word))
}

fn table() -> &'static HashMap<String, Vec<Entry>> {
    static TABLE: OnceLock<HashMap<String, Vec<Entry>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: HashMap<String, Vec<Entry>> = HashMap::new();
        for entry in lang::entries::<CalendarWord>() {
            let language = Language::from_code(entry.language);
            let value = entry.value.map_or(Some(0), |v| v.parse().ok());
            let Some(value) = value else { continue };
            table.entry(key(entry.word)).or_default().push(Entry {
                role: entry.class,
                value,
                language,
                word: entry.word,
            });
        }
        // Of several meanings a date takes the first that fits.
        for meanings in table.values_mut() {
            meanings.sort_by_key(|m| (m.role as usize, m.language.is_none(), m.language));
        }
        table
    })
}

/// True for an adjective before which a year may stand, by its ending.
pub(super) fn follows_a_year(word: &str) -> bool {
    static ENDINGS: OnceLock<Vec<&'static str>> = OnceLock::new();
    let endings = ENDINGS.get_or_init(|| {
        lang::entries::<CalendarWord>().filter(|e| e.class == CalendarWord::YearEnding).map(|e| e.word).collect()
    });
    endings.iter().any(|ending| word.ends_with(ending))
}

/// The longest word of the table, in bytes; longer ones need no look-up.
const LONGEST: usize = 24;

/// The meanings of a word; empty for a word that says nothing about dates.
pub(super) fn meanings(word: &str) -> &'static [Entry] {
    if word.len() > LONGEST {
        return &[];
    }
    let lookup = |w: &str| table().get(w).map_or(&[][..], Vec::as_slice);
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return lookup(word);
    }
    lookup(&key(word))
}

/// The form in which words are compared: folded, but with its hyphens.
fn key(word: &str) -> String {
    let mut folded = String::with_capacity(LONGEST);
    for c in word.chars() {
        match c {
            '-' | '\u{2010}' | '\u{2011}' => folded.push('-'),
            'a'..='z' => folded.push(c),
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            _ => folded.push_str(&crate::text::fold(c.encode_utf8(&mut [0; 4]))),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        for entry in lang::entries::<CalendarWord>() {
            let word = key(entry.word);
            assert!(word.len() <= LONGEST && (word.len() < 2 || !meanings(&word).is_empty()), "{word}");
            assert!(entry.value.is_none_or(|v| v.parse::<i8>().is_ok()), "{word}");
        }
    }
}
