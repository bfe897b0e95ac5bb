//! TOML written by people: every slip becomes a notice with its line, and the
//! rest is read all the same. Settings and themes are read through it.

use crate::notice::Notice;
use crate::text::near::did_you_mean;
use crate::text::sanitise::one_line;
use crate::words::{Arg, Message, Plain, msg};
use std::borrow::Cow;
use std::ops::RangeInclusive;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value with its place in the text.
pub type Value<'i> = Spanned<DeValue<'i>>;

/// A key with its place in the text.
pub type Key<'i> = Spanned<Cow<'i, str>>;

/// Reads values out of a parsed text and keeps what was wrong with them.
pub struct TomlReader<'t> {
    place: &'t str,
    text: &'t str,
    /// What was wrong, in the order in which it was met.
    pub notices: Vec<Notice>,
}

impl<'t> TomlReader<'t> {
    /// Parses a text; `place` names the file in the notices. Lines that are
    /// not TOML are said and skipped.
    pub fn parse(place: &'t str, text: &'t str) -> (Self, Spanned<DeTable<'t>>) {
        let mut reader = Self { place, text, notices: Vec::new() };
        let (table, errors) = DeTable::parse_recoverable(text);
        for e in errors {
            reader.warn(e.span().map_or(0, |s| s.start), msg::settings_line_skipped(e.message()));
        }
        (reader, table)
    }

    /// The line of a byte, from 1.
    pub fn line(&self, byte: usize) -> usize {
        let before = self.text.as_bytes().get(..byte).unwrap_or_default();
        before.iter().filter(|&&b| b == b'\n').count() + 1
    }

    /// `file:line` of a byte.
    pub fn place(&self, byte: usize) -> String {
        format!("{}:{}", self.place, self.line(byte))
    }

    /// Keeps a notice about the line of a byte.
    pub fn warn(&mut self, byte: usize, sentence: impl Into<Message>) {
        self.notices.push(Notice::warning(self.place(byte), sentence));
    }

    /// Says that a value is of the wrong kind.
    pub fn wrong(&mut self, key: &str, value: &Value<'_>, wanted: impl Into<Arg>) {
        self.warn(value.span().start, msg::settings_wrong(one_line(key), wanted));
    }

    /// Says that a key means nothing; `what` names what it should have been,
    /// with its article (`a setting`).
    pub fn unknown(&mut self, key: &Key<'_>, what: Plain, known: &[&str]) {
        let name = one_line(key.get_ref());
        let meant = did_you_mean(&name, known);
        self.warn(key.span().start, msg::settings_unknown(name, what, meant));
    }

    /// Says that a word is none of those that a key takes.
    pub fn not_one_of(&mut self, byte: usize, key: &str, word: &str, known: &[&str]) {
        let meant = did_you_mean(word, known);
        self.warn(byte, msg::settings_word_ignored(one_line(word), key, known.join(", "), meant));
    }

    /// A text.
    pub fn string(&mut self, key: &str, value: &Value<'_>) -> Option<String> {
        let s = value.get_ref().as_str();
        if s.is_none() {
            self.wrong(key, value, msg::SETTINGS_WANTED_TEXT);
        }
        s.map(str::to_owned)
    }

    /// One of the words of a list.
    pub fn one_of<'w>(&mut self, key: &str, value: &Value<'_>, words: &[&'w str]) -> Option<&'w str> {
        let typed = value.get_ref().as_str();
        let found = typed.and_then(|t| words.iter().find(|w| **w == t)).copied();
        if found.is_none() {
            let meant = did_you_mean(typed.unwrap_or_default(), words);
            self.wrong(key, value, msg::settings_wanted_one_of(words.join(", "), meant));
        }
        found
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, key: &str, value: &Value<'_>) -> Option<bool> {
        let b = value.get_ref().as_bool();
        if b.is_none() {
            self.wrong(key, value, msg::SETTINGS_WANTED_BOOLEAN);
        }
        b
    }

    /// A whole number in a range.
    pub fn integer(&mut self, key: &str, value: &Value<'_>, range: RangeInclusive<i64>) -> Option<i64> {
        let n = value.get_ref().as_integer().and_then(|n| i64::from_str_radix(n.as_str(), n.radix()).ok());
        let n = n.filter(|n| range.contains(n));
        if n.is_none() {
            // As texts: bounds are typed without groups of thousands.
            let (from, to) = (range.start().to_string(), range.end().to_string());
            self.wrong(key, value, msg::settings_wanted_number(from, to));
        }
        n
    }

    /// One text, or a list of texts.
    pub fn strings(&mut self, key: &str, value: &Value<'_>) -> Option<Vec<String>> {
        let list = match value.get_ref() {
            DeValue::String(s) => Some(vec![s.to_string()]),
            DeValue::Array(a) => a.iter().map(|v| v.get_ref().as_str().map(str::to_owned)).collect(),
            _ => None,
        };
        if list.is_none() {
            self.wrong(key, value, msg::SETTINGS_WANTED_TEXTS);
        }
        list
    }

    /// The keys of a table.
    pub fn table<'a, 'i>(
        &mut self,
        key: &str,
        value: &'a Value<'i>,
    ) -> impl Iterator<Item = (&'a Key<'i>, &'a Value<'i>)> + use<'a, 'i> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong(key, value, msg::SETTINGS_WANTED_TABLE);
        }
        table.into_iter().flatten()
    }
}
