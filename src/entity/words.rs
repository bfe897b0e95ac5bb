//! A text cut into words with what the tagger asks about each: spelling
//! classes, cue classes, lists, runs of capitals, and what the whole document
//! says about the same word. Computed once, in linear time.

use super::gazetteer::{self, Gazetteer, list};
use super::hash::{WordHash, hash_word, mix};
use super::lexicon::{self, cue};
use super::token;
use crate::lang::{Cue, Tags};
use crate::text::Span;
use std::collections::HashMap;

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

/// Words of a text that are read for names, each of which takes some hundred
/// bytes: more than a text of words has in the bytes that are read, though not
/// one of letters and signs.
const MOST: usize = 240_000;

/// A text as words and sentences.
#[derive(Default)]
pub(crate) struct Words {
    /// The words in order.
    pub(crate) words: Vec<Word>,
    /// Sentences as index ranges.
    pub(crate) sentences: Vec<(usize, usize)>,
    /// Sentences in which most words are in capitals.
    pub(super) shouted: Vec<bool>,
}

impl Words {
    /// Reads the given stretches of a text.
    pub(crate) fn new(text: &str, zones: &[Span], gazetteer: Gazetteer<'_>) -> Self {
        let mut out = Self::default();
        let (mut spans, mut sentences, mut scratch) = (Vec::new(), Vec::new(), Scratch::default());
        for z in zones {
            let base = spans.len();
            if base >= MOST {
                break;
            }
            sentences.clear();
            token::tokens(text, *z, &mut spans);
            spans.truncate(MOST);
            token::sentences(text, &spans[base..], &mut sentences);
            out.sentences.extend(sentences.iter().map(|&(a, b)| (a + base, b + base)));
        }
        // As many as there are: a list that grows takes up to twice as much.
        out.words.reserve_exact(spans.len());
        out.words.extend(spans.iter().map(|s| scratch.word(text, *s)));
        drop(spans);
        for &(from, to) in &out.sentences {
            let sentence = &mut out.words[from..to];
            runs(sentence, from);
            nesting(text, sentence);
            let letters = sentence.iter().filter(|w| w.class <= WordClass::SmallMixed).count();
            let shouted = sentence.iter().filter(|w| w.class <= WordClass::CapitalsMixed).count();
            out.shouted.push(letters > 3 && shouted * 10 > letters * 6);
        }
        for &(from, to) in &out.sentences {
            look_up(&mut out.words[from..to], gazetteer);
        }
        out.witness();
        out
    }

    /// Gathers what the document says about each capitalised word.
    fn witness(&mut self) {
        let mut seen: HashMap<u64, u16, WordHash> = HashMap::with_hasher(WordHash);
        let mut small: HashMap<u64, (), WordHash> = HashMap::with_hasher(WordHash);
        for &(from, to) in &self.sentences {
            let s = &self.words[from..to];
            for (i, w) in s.iter().enumerate() {
                if w.class.is_capital() {
                    let bits = evidence(s, i);
                    seen.entry(w.fold).and_modify(|b| *b |= bits | seen::AGAIN).or_insert(bits);
                } else if w.class == WordClass::Small {
                    small.insert(w.fold, ());
                }
            }
        }
        for w in self.words.iter_mut().filter(|w| w.class.is_capital()) {
            w.doc = seen.get(&w.fold).copied().unwrap_or(0);
            if small.contains_key(&w.fold) {
                w.doc |= seen::SMALL;
            }
        }
    }
}

fn evidence(s: &[Word], i: usize) -> u16 {
    let mut bits = 0;
    let before = i.checked_sub(1).map(|j| &s[j]);
    let after = s.get(i + 1);
    if let Some(b) = before.filter(|b| b.class <= WordClass::SmallMixed) {
        let title = b.cues & cue::TITLE != 0;
        let classes = lexicon::classes(b.norm);
        let is = |class: Cue| classes.has(class.set());
        if !b.class.is_capital() || title {
            bits |= seen::INSIDE;
        }
        if title {
            bits |= seen::TITLE;
        } else if b.cues & cue::ORG != 0 {
            bits |= seen::ORG;
        } else if b.cues & cue::IN != 0 {
            bits |= seen::IN;
        } else if is(Cue::Article) {
            bits |= seen::ARTICLE;
        } else if is(Cue::Genitive) {
            bits |= seen::OF;
        } else if b.class.is_capital() {
            bits |= seen::RUN;
            if b.own & list::GIVEN != 0 {
                bits |= seen::GIVEN;
            }
        } else if is(Cue::Accordance) {
            bits |= seen::SAY;
        }
    }
    if let Some(a) = after {
        let is = |w: &Word, sign: &str| w.exact == hash_word(sign.as_bytes());
        let second = s.get(i + 2);
        if is(a, "(") {
            bits |= seen::BRACKET;
        } else if a.cues & cue::SAY != 0
            || (a.class == WordClass::Small && second.is_some_and(|c| c.cues & cue::SAY != 0))
        {
            bits |= seen::SAY;
        }
        if is(a, ")") && before.is_some_and(|b| is(b, "(")) {
            bits |= seen::ALONE;
        }
    }
    bits
}

/// Marks the runs of capitalised words of one sentence.
fn runs(sentence: &mut [Word], base: usize) {
    let mut i = 0;
    while i < sentence.len() {
        let mut j = i + 1;
        if sentence[i].class.is_capital() {
            while j < sentence.len() && sentence[j].class.is_capital() {
                j += 1;
            }
        }
        for w in &mut sentence[i..j] {
            w.run = (base + i) as u32;
            w.run_end = (base + j) as u32;
        }
        i = j;
    }
}

fn nesting(text: &str, sentence: &mut [Word]) {
    let (mut quoted, mut bracketed) = (false, false);
    for w in sentence {
        match w.span.of(text) {
            "«" | "“" => quoted = true,
            "»" | "”" => quoted = false,
            "\"" => quoted = !quoted,
            "(" | "[" => bracketed = true,
            ")" | "]" => bracketed = false,
            _ => w.nested = u8::from(quoted) | (u8::from(bracketed) << 1),
        }
    }
}

/// Longest entries of the lists that begin with a capital, left to right.
fn look_up(sentence: &mut [Word], gazetteer: Gazetteer<'_>) {
    let mut i = 0;
    while i < sentence.len() {
        if !sentence[i].class.is_capital() {
            i += 1;
            continue;
        }
        let mut key = gazetteer::start(sentence[i].fold);
        let mut found = gazetteer.lists(key);
        sentence[i].own = found & !list::MORE;
        let mut best = (i, found & !list::MORE);
        let mut j = i;
        while found & list::MORE != 0 && j + 1 < sentence.len() && j - i + 1 < gazetteer::MAX_WORDS {
            j += 1;
            key = gazetteer::extend(key, sentence[j].fold);
            found = gazetteer.lists(key);
            if found & !list::MORE != 0 {
                best = (j, found & !list::MORE);
            }
        }
        if best.1 != 0 {
            for (n, w) in sentence[i..=best.0].iter_mut().enumerate() {
                w.lists = best.1;
                w.place = match (best.0 - i, n) {
                    (0, _) => 1,
                    (_, 0) => 2,
                    _ => 3,
                };
                if n > 0 && w.class.is_capital() {
                    w.own = gazetteer.lists(gazetteer::start(w.fold)) & !list::MORE;
                }
            }
        }
        i = best.0 + 1;
    }
}

/// Buffers used again from word to word.
#[derive(Default)]
struct Scratch {
    norm: String,
    fold: String,
}

impl Scratch {
    fn word(&mut self, text: &str, span: Span) -> Word {
        let exact = span.of(text);
        let class = WordClass::of(exact);
        self.norm.clear();
        self.fold.clear();
        let (spelling, mut lower) = (hash_word(exact.as_bytes()), 0);
        if exact.is_ascii() {
            self.norm.extend(exact.chars().map(|c| if c.is_ascii_digit() { '0' } else { c.to_ascii_lowercase() }));
            self.fold.push_str(&self.norm);
        } else {
            for c in exact.chars() {
                match c {
                    _ if token::is_apostrophe(c) => self.norm.push('\''),
                    _ if token::is_hyphen(c) => self.norm.push('-'),
                    _ => self.norm.extend(c.to_lowercase()),
                }
            }
            self.fold.push_str(&token::fold_word(&self.norm));
            lower = hash_word(self.norm.as_bytes());
            if class.is_capital() {
                self.norm.clear();
                self.norm.push_str(&self.fold);
            }
        }
        let norm = hash_word(self.norm.as_bytes());
        let tags = Tags::of_hash(spelling);
        let lower = match lower {
            _ if class.is_small() => tags,
            0 => Tags::of_hash(norm),
            lower => Tags::of_hash(lower),
        };
        let mut prefix = [0; 4];
        let mut suffix = [0; 4];
        // Words longer than this have no further letters of interest.
        let n = self.norm.chars().take(8).count();
        affixes(self.norm.chars(), n, &mut prefix);
        affixes(self.norm.chars().rev(), n, &mut suffix);
        let parts = match (self.norm.split_once('-'), self.norm.rsplit_once('-')) {
            (Some((a, _)), Some((_, b))) => [hash_word(a.as_bytes()), hash_word(b.as_bytes())],
            _ => [0, 0],
        };
        Word {
            span,
            norm,
            fold: hash_word(self.fold.as_bytes()),
            exact: spelling,
            shape: shape(exact),
            prefix,
            suffix,
            parts,
            class,
            cues: lexicon::cues(norm),
            tags,
            lower,
            own: 0,
            lists: 0,
            place: 0,
            doc: 0,
            run: 0,
            run_end: 0,
            nested: 0,
        }
    }
}

fn affixes(letters: impl Iterator<Item = char>, n: usize, out: &mut [u64; 4]) {
    let mut h = 0;
    for (k, c) in letters.take(4).enumerate() {
        h = mix(h, u64::from(c));
        if n > k + 1 {
            out[k] = h;
        }
    }
}

fn shape(word: &str) -> u64 {
    let (mut h, mut last, mut again, mut n) = (0, ' ', 0, 0);
    for c in word.chars() {
        let k = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_lowercase() => 'x',
            _ if c.is_ascii_digit() => '0',
            _ => c,
        };
        again = if k == last { again + 1 } else { 0 };
        last = k;
        if again < 2 {
            h = mix(h, u64::from(k));
            n += 1;
            if n >= 10 {
                break;
            }
        }
    }
    h
}
