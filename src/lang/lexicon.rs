//! Reads the word lists of all languages (`assets/lang/<code>/<topic>.tsv`)
//! and answers what a word can be.
//!
//! A line has a word or a phrase, its class, where it is from
//! (`assets/lang/SOURCES.md`) and, where the class has one, a value, divided by
//! tabs. Words stand as they are written inside a sentence: in small letters,
//! unless the word has its capitals there too (`ONG`).

use super::class::{self, TOPICS};
use super::topic::{Set, Topic};
use crate::text::fold;
use crate::text::word_hash::{WordHash, hash_word};
use std::collections::HashMap;
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/lexicons.rs"));

/// A line of a file.
struct Line {
    word: &'static str,
    class: &'static str,
    value: Option<&'static str>,
}

fn lines(text: &'static str) -> impl Iterator<Item = Line> {
    text.lines().filter(|l| !l.starts_with('#')).filter_map(|l| {
        let mut fields = l.split('\t');
        let (word, class, _source) = (fields.next()?, fields.next()?, fields.next()?);
        Some(Line { word, class, value: fields.next() })
    })
}

/// A word of a topic.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry<C> {
    /// Code of its language.
    pub(crate) language: &'static str,
    /// The word or phrase.
    pub(crate) word: &'static str,
    /// What it is.
    pub(crate) class: C,
    /// What it stands for, in classes that say so.
    pub(crate) value: Option<&'static str>,
}

/// The words of a topic in all languages, as their files have them.
pub(crate) fn entries<C: Topic>() -> impl Iterator<Item = Entry<C>> {
    LEXICONS.iter().filter(|(_, topic, _)| *topic == C::FILE).flat_map(|&(language, _, text)| {
        lines(text)
            .filter_map(move |l| Some(Entry { language, word: l.word, class: C::from_word(l.class)?, value: l.value }))
    })
}

/// What a word can be in any topic: its ambiguity class. Two words that can be
/// the same things have the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Tags(u16);

impl Tags {
    /// What the word with this spelling can be.
    pub(crate) fn of(word: &str) -> Self {
        Self::of_hash(hash_word(word.as_bytes()))
    }

    /// The same by the hash of the spelling.
    pub(crate) fn of_hash(spelling: u64) -> Self {
        table().spelt.get(&spelling).copied().unwrap_or_default()
    }

    /// What words of this folded spelling ([`fold`]) can be.
    pub(crate) fn of_folded(folded: &str) -> Self {
        Self::of_folded_hash(hash_word(folded.as_bytes()))
    }

    /// The same by the hash of the folded spelling.
    pub(crate) fn of_folded_hash(folded: u64) -> Self {
        table().folded.get(&folded).copied().unwrap_or_default()
    }

    /// The classes of one topic.
    pub(crate) fn bits<C: Topic>(self) -> u64 {
        table().classes[usize::from(self.0)][C::NUMBER]
    }

    /// True when the word can be of one of the classes.
    pub(crate) fn is<C: Topic>(self, classes: impl Into<Set<C>>) -> bool {
        table().classes[usize::from(self.0)][C::NUMBER] & classes.into().bits() != 0
    }
}

/// Classes of a word by topic.
type Classes = [u64; TOPICS];

/// Reads the lists now rather than at the first use.
pub(crate) fn prepare() {
    table();
}

struct Table {
    spelt: HashMap<u64, Tags, WordHash>,
    folded: HashMap<u64, Tags, WordHash>,
    /// What the tags stand for; the first stands for nothing.
    classes: Vec<Classes>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(Table::read)
}

impl Table {
    fn read() -> Self {
        let count = LEXICONS.iter().map(|(_, _, text)| text.len() / 16).sum();
        let mut spelt: Vec<ListedWord> = Vec::with_capacity(count);
        let mut folded: Vec<ListedWord> = Vec::with_capacity(count);
        for (_, topic, text) in LEXICONS {
            // Lines of a class follow each other.
            let mut last = ("", None);
            for line in lines(text) {
                if line.class != last.0 {
                    last = (line.class, class::find(topic, line.class));
                }
                let Some(class) = last.1 else { continue };
                let mut add = |word: &str| spelt.push((hash_word(word.as_bytes()), class));
                add(line.word);
                if line.word.contains('\'') {
                    add(&line.word.replace('\'', "’"));
                }
                folded.push((hash_word(fold(line.word).as_bytes()), class));
            }
        }
        let mut numbers = TagNumbers::default();
        let (spelt, folded) = (numbers.tagged(spelt), numbers.tagged(folded));
        Self { spelt, folded, classes: numbers.classes }
    }
}

/// The hash of a word, and topic and bit of a class that it has.
type ListedWord = (u64, (usize, u64));

/// Gives a number to each set of classes.
struct TagNumbers {
    numbers: HashMap<Classes, Tags>,
    classes: Vec<Classes>,
}

impl Default for TagNumbers {
    fn default() -> Self {
        Self { numbers: HashMap::from([(Classes::default(), Tags::default())]), classes: vec![Classes::default()] }
    }
}

impl TagNumbers {
    /// The words with all that they can be. What is read of a word is brought
    /// together by sorting: classes are large, and a table of them by word would
    /// cost more than all the rest.
    fn tagged(&mut self, mut readings: Vec<ListedWord>) -> HashMap<u64, Tags, WordHash> {
        readings.sort_unstable_by_key(|(word, _)| *word);
        let mut tags = HashMap::with_capacity_and_hasher(readings.len(), WordHash);
        for same in readings.chunk_by(|a, b| a.0 == b.0) {
            let mut classes = Classes::default();
            for (_, (topic, bit)) in same {
                classes[*topic] |= bit;
            }
            if let Some((word, _)) = same.first() {
                tags.insert(*word, self.number(classes));
            }
        }
        tags
    }

    fn number(&mut self, classes: Classes) -> Tags {
        *self.numbers.entry(classes).or_insert_with(|| {
            self.classes.push(classes);
            Tags((self.classes.len() - 1) as u16)
        })
    }
}

#[cfg(test)]
mod tests;
