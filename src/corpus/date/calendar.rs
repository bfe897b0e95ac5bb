//! The words of dates, read from `assets/fact/calendar.tsv`.

use crate::corpus::Language;
use std::collections::HashMap;
use std::sync::OnceLock;

/// What a word does in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Month,
    Abbreviation,
    Weekday,
    WeekdayAbbreviation,
    Day,
    Last,
    Next,
    This,
    Every,
    Unit,
    Part,
    In,
    Of,
    At,
    Article,
    Ordinal,
}

/// One meaning of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) role: Role,
    pub(super) value: i8,
    pub(super) language: Language,
}

fn role(name: &str) -> Option<Role> {
    Some(match name {
        "month" => Role::Month,
        "abbr" => Role::Abbreviation,
        "weekday" => Role::Weekday,
        "weekabbr" => Role::WeekdayAbbreviation,
        "day" => Role::Day,
        "last" => Role::Last,
        "next" => Role::Next,
        "this" => Role::This,
        "every" => Role::Every,
        "unit" => Role::Unit,
        "part" => Role::Part,
        "in" => Role::In,
        "of" => Role::Of,
        "at" => Role::At,
        "article" => Role::Article,
        "ordinal" => Role::Ordinal,
        _ => return None,
    })
}

/// The rows of the table: a meaning and the words that have it.
fn rows() -> impl Iterator<Item = (Entry, &'static str)> {
    include_str!("../../../assets/fact/calendar.tsv").lines().filter_map(|line| {
        let mut fields = line.split('\t');
        let (name, value, code, words) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
        Some((Entry { role: role(name)?, value: value.parse().ok()?, language: Language::from_code(code)? }, words))
    })
}

/// The words of every language that have a role, folded.
pub(super) fn words_of(role: Role) -> impl Iterator<Item = &'static str> {
    rows().filter(move |(entry, _)| entry.role == role).flat_map(|(_, words)| words.split(' '))
}

fn table() -> &'static HashMap<&'static str, Vec<Entry>> {
    static TABLE: OnceLock<HashMap<&'static str, Vec<Entry>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: HashMap<&'static str, Vec<Entry>> = HashMap::new();
        for (entry, words) in rows() {
            for word in words.split(' ') {
                table.entry(word).or_default().push(entry);
            }
        }
        table
    })
}

/// The longest word of the table, in bytes; longer ones need no look-up.
const LONGEST: usize = 24;

/// The meanings of a word; empty for a word that says nothing about dates.
pub(super) fn meanings(word: &str) -> &'static [Entry] {
    if word.len() > LONGEST || word.len() < 2 && word != "a" && word != "à" && word != "d" {
        return &[];
    }
    let lookup = |w: &str| table().get(w).map_or(&[][..], Vec::as_slice);
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return lookup(word);
    }
    let mut folded = String::with_capacity(LONGEST);
    for c in word.chars() {
        match c {
            '-' | '\u{2010}' | '\u{2011}' => folded.push('-'),
            'a'..='z' => folded.push(c),
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            _ => folded.push_str(&crate::text::fold(c.encode_utf8(&mut [0; 4]))),
        }
    }
    lookup(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = include_str!("../../../assets/fact/calendar.tsv").lines().filter(|l| !l.starts_with('#'));
        for line in lines {
            let f: Vec<_> = line.split('\t').collect();
            assert_eq!(f.len(), 4, "{line}");
            assert!(role(f[0]).is_some() && Language::from_code(f[2]).is_some(), "{line}");
            for w in f[3].split(' ') {
                assert!(w.len() <= LONGEST && !meanings(w).is_empty() || w.len() < 2, "{w}");
            }
        }
    }
}
