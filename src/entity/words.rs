//! A text cut into words with what the tagger asks about each: spelling
//! classes, cue classes, lists, runs of capitals, and what the whole document
//! says about the same word. Computed once, in linear time.

mod case;
mod reading;
mod witness;

use super::cluster::WordCluster;
#[cfg(feature = "train")]
use crate::lang::Grammar;
use crate::lang::Tags;
use crate::text::Span;

/// Spelling class of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum WordClass {
    /// One capital letter, with or without a full stop.
    Initial = 1,
    /// Capitals only.
    Capitals,
    /// Capitals and other signs, no small letter.
    CapitalsMixed,
    /// A capital and small letters.
    Capitalised,
    /// Begins with a capital and has another: `Jong-Un`, `McDonald`.
    Camel,
    /// Small letters only.
    Small,
    /// Small first letter and other signs.
    SmallMixed,
    /// Four digits.
    Year,
    /// One or two digits.
    Day,
    /// Other numbers.
    Number,
    /// Begins with a digit, has letters.
    NumberMixed,
    /// Opens a quotation.
    Open,
    /// Closes a quotation.
    Close,
    /// Other signs.
    Sign,
}

impl WordClass {
    /// Every class.
    pub(crate) const ALL: [Self; 14] = [
        Self::Initial,
        Self::Capitals,
        Self::CapitalsMixed,
        Self::Capitalised,
        Self::Camel,
        Self::Small,
        Self::SmallMixed,
        Self::Year,
        Self::Day,
        Self::Number,
        Self::NumberMixed,
        Self::Open,
        Self::Close,
        Self::Sign,
    ];
    /// One more than the number of the last.
    pub(super) const COUNT: usize = Self::ALL.len() + 1;

    /// True for the classes that begin with a capital.
    pub(crate) fn is_capital(self) -> bool {
        self <= Self::Camel
    }

    /// True for words that begin with a small letter.
    pub(super) fn is_small(self) -> bool {
        matches!(self, Self::Small | Self::SmallMixed)
    }

    fn of(word: &str) -> Self {
        let (mut upper, mut lower, mut other, mut n, mut digits) = (0, 0, 0, 0, 0);
        for c in word.chars() {
            n += 1;
            if c.is_uppercase() {
                upper += 1;
            } else if c.is_lowercase() {
                lower += 1;
            } else {
                other += 1;
                digits += usize::from(c.is_ascii_digit());
            }
        }
        let first = word.chars().next().unwrap_or(' ');
        if first.is_uppercase() {
            return match (upper, lower, other) {
                (1, 0, 0 | 1) => Self::Initial,
                (_, 0, 0) => Self::Capitals,
                (_, 0, _) => Self::CapitalsMixed,
                (1, _, 0) => Self::Capitalised,
                _ => Self::Camel,
            };
        }
        if first.is_lowercase() {
            return if n == lower { Self::Small } else { Self::SmallMixed };
        }
        if first.is_ascii_digit() {
            return match (digits == n, n) {
                (true, 4) => Self::Year,
                (true, 1 | 2) => Self::Day,
                (true, _) => Self::Number,
                _ if upper + lower == 0 => Self::Number,
                _ => Self::NumberMixed,
            };
        }
        match first {
            '«' | '“' => Self::Open,
            '»' | '”' => Self::Close,
            _ if first.is_alphabetic() => Self::Small,
            _ => Self::Sign,
        }
    }
}

/// What the document says elsewhere about a capitalised word, as bits.
pub(super) mod seen {
    /// Inside a sentence after a small word or a title.
    pub(crate) const INSIDE: u16 = 1;
    /// After a title.
    pub(crate) const TITLE: u16 = 2;
    /// After the head of an organisation.
    pub(crate) const ORG: u16 = 4;
    /// After `en`, `à`.
    pub(crate) const IN: u16 = 8;
    /// After a definite article.
    pub(crate) const ARTICLE: u16 = 16;
    /// After `de`.
    pub(crate) const OF: u16 = 32;
    /// After another capitalised word.
    pub(crate) const RUN: u16 = 64;
    /// Before an opening bracket.
    pub(crate) const BRACKET: u16 = 128;
    /// Before a verb of saying or after `selon`.
    pub(crate) const SAY: u16 = 256;
    /// After a given name.
    pub(crate) const GIVEN: u16 = 512;
    /// Inside brackets of its own: `(AFP)`.
    pub(crate) const ALONE: u16 = 1024;
    /// More than once.
    pub(crate) const AGAIN: u16 = 2048;
    /// Occurs in small letters too.
    pub(crate) const SMALL: u16 = 4096;
}

/// One word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Where.
    pub(crate) span: Span,
    /// Hash of the spelling in small letters, accents kept in small words.
    pub(crate) norm: u64,
    /// Hash of the folded spelling.
    pub(crate) fold: u64,
    /// Hash of the spelling.
    pub(crate) exact: u64,
    /// Hash of the shape `Xxx-xx`.
    pub(super) shape: u64,
    /// Hashes of the first one to four letters, 0 when there are not more.
    pub(crate) prefix: [u64; 4],
    /// Hashes of the last one to four letters, 0 when there are not more.
    pub(crate) suffix: [u64; 4],
    /// Hashes of the parts before the first and after the last hyphen.
    pub(crate) parts: [u64; 2],
    /// Spelling class.
    pub(crate) class: WordClass,
    /// Cue classes.
    pub(crate) cues: u8,
    /// What the word can be as it is written.
    pub(crate) tags: Tags,
    /// What it can be in small letters.
    pub(crate) lower: Tags,
    /// The words that it stands for, as it is written.
    pub(crate) cluster: WordCluster,
    /// Lists that hold the word by itself.
    pub(super) own: u8,
    /// Lists that hold the longest entry through this word.
    pub(super) lists: u8,
    /// 0 no entry, 1 an entry of one word, 2 first, 3 later word of an entry.
    pub(super) place: u8,
    /// [`seen`] bits of the same word in the document.
    pub(super) doc: u16,
    /// First word of its run of capitals (index), or itself.
    pub(super) run: u32,
    /// One past the last word of its run.
    pub(super) run_end: u32,
    /// Bit 0 inside quotation marks, bit 1 inside brackets.
    pub(super) nested: u8,
}

impl Word {
    /// True for an article and for `de`, which are no names by themselves.
    #[cfg(feature = "train")]
    pub(crate) fn is_particle(&self) -> bool {
        self.lower.is(Grammar::Article | Grammar::Genitive)
    }

    /// Takes over what another reading of the same word says of its letters.
    fn spell_anew(&mut self, other: &Word) {
        self.norm = other.norm;
        self.prefix = other.prefix;
        self.suffix = other.suffix;
        self.parts = other.parts;
        self.cues = other.cues;
    }
}

/// A text as words and sentences.
#[derive(Default)]
pub(crate) struct Words {
    /// The words in order.
    pub(crate) words: Vec<Word>,
    /// Sentences as index ranges.
    pub(crate) sentences: Vec<(usize, usize)>,
    /// Sentences in which most words are in capitals.
    pub(super) shouted: Vec<bool>,
    /// Sentences in which capitals say nothing: those in capitals, headlines
    /// in which every word has one, and all of a text that has none.
    pub(crate) caseless: Vec<bool>,
    /// True when the whole text is in capitals or has none.
    pub(super) uniform: bool,
}
