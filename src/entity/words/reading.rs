//! Reads a text as words: their spellings, runs of capitals, marks around
//! them, lists that hold them.

use super::case::{in_capitals, is_small, is_titled};
use super::{Word, WordClass, Words};
use crate::corpus::CLOSELY_WORDS;
use crate::entity::cluster::{ClusterKey, WordClusters};
use crate::entity::gazetteer::{self, Gazetteer, list};
use crate::entity::hash::{hash_word, mix};
use crate::entity::lexicon;
use crate::entity::memo::Memo;
use crate::entity::token;
use crate::lang::Tags;
use crate::text::Span;

impl Words {
    /// Under which keys the clusters know a word in small letters, and with a capital.
    #[cfg(feature = "train")]
    pub(crate) fn cluster_keys(word: &str) -> [ClusterKey; 2] {
        Scratch::new(WordClusters::default()).keys(word)
    }

    /// Reads the given stretches of a text.
    pub(crate) fn new(text: &str, zones: &[Span], gazetteer: Gazetteer<'_>) -> Self {
        Self::remembered(text, zones, gazetteer, &mut Memo::none())
    }

    /// The same with what is remembered of words read before with these lists.
    pub(crate) fn remembered(text: &str, zones: &[Span], gazetteer: Gazetteer<'_>, memo: &mut Memo) -> Self {
        let mut out = Self::default();
        let (mut spans, mut sentences, mut scratch) = (Vec::new(), Vec::new(), Scratch::new(gazetteer.clusters));
        let small = is_small(text, zones);
        for z in zones {
            let base = spans.len();
            if base >= CLOSELY_WORDS {
                break;
            }
            sentences.clear();
            token::tokens(text, *z, &mut spans);
            spans.truncate(CLOSELY_WORDS);
            token::sentences(text, &spans[base..], small, &mut sentences);
            out.sentences.extend(sentences.iter().map(|&(a, b)| (a + base, b + base)));
        }
        // As many as there are: a list that grows takes up to twice as much.
        out.words.reserve_exact(spans.len());
        out.words.extend(spans.iter().map(|s| {
            let spelling = hash_word(s.of(text).as_bytes());
            Word { span: *s, ..memo.word(spelling, || scratch.word(text, *s, false)) }
        }));
        drop(spans);
        for &(from, to) in &out.sentences {
            let sentence = &mut out.words[from..to];
            runs(sentence, from);
            nesting(text, sentence);
            let (letters, capitals) = in_capitals(sentence);
            out.shouted.push(letters > 3 && capitals * 10 > letters * 6);
        }
        let (letters, capitals) = in_capitals(&out.words);
        let large = letters > 3 && capitals * 10 > letters * 9;
        out.uniform = small || large;
        let titled: Vec<bool> = out.sentences.iter().map(|&(from, to)| is_titled(text, &out.words[from..to])).collect();
        // A text of nothing but headlines is read as it is.
        let headlines = titled.iter().filter(|t| **t).count() * 2 <= titled.len();
        for (n, &(from, to)) in out.sentences.iter().enumerate() {
            let sentence = &mut out.words[from..to];
            let (letters, capitals) = in_capitals(sentence);
            let caseless = small || out.shouted[n] || large && letters == capitals || headlines && titled[n];
            if caseless {
                // Accents are what is left of the spelling.
                sentence.iter_mut().for_each(|w| w.spell_anew(&scratch.word(text, w.span, true)));
            }
            out.caseless.push(caseless);
            look_up(sentence, gazetteer, caseless);
        }
        out.witness();
        out
    }
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

/// Longest entries of the lists that begin with a capital, left to right; with
/// any letter in a `caseless` sentence.
fn look_up(sentence: &mut [Word], gazetteer: Gazetteer<'_>, caseless: bool) {
    let begins = |w: &Word| w.class.is_capital() || caseless && w.class <= WordClass::SmallMixed;
    let mut i = 0;
    while i < sentence.len() {
        if !begins(&sentence[i]) {
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
                if n > 0 && begins(w) {
                    w.own = gazetteer.lists(gazetteer::start(w.fold)) & !list::MORE;
                }
            }
        }
        i = best.0 + 1;
    }
}

/// Buffers used again from word to word.
struct Scratch<'b> {
    norm: String,
    fold: String,
    clusters: WordClusters<'b>,
}

impl<'b> Scratch<'b> {
    fn new(clusters: WordClusters<'b>) -> Self {
        Self { norm: String::new(), fold: String::new(), clusters }
    }

    /// Fills in how a word is spelt in small letters; in a word with a capital `norm`
    /// has no accents. Gives the hash of the small letters with their accents, 0 when
    /// there are none.
    fn spell(&mut self, exact: &str, capital: bool) -> u64 {
        self.norm.clear();
        self.fold.clear();
        if exact.is_ascii() {
            self.norm.extend(exact.chars().map(|c| if c.is_ascii_digit() { '0' } else { c.to_ascii_lowercase() }));
            self.fold.push_str(&self.norm);
            return 0;
        }
        for c in exact.chars() {
            match c {
                _ if token::is_apostrophe(c) => self.norm.push('\''),
                _ if token::is_hyphen(c) => self.norm.push('-'),
                _ => self.norm.extend(c.to_lowercase()),
            }
        }
        self.fold.push_str(&token::fold_word(&self.norm));
        let lower = hash_word(self.norm.as_bytes());
        if capital {
            self.norm.clear();
            self.norm.push_str(&self.fold);
        }
        lower
    }

    /// Keys of a word's clusters in small letters, and with a capital.
    #[cfg(feature = "train")]
    fn keys(&mut self, exact: &str) -> [ClusterKey; 2] {
        let lower = self.spell(exact, false);
        let norm = hash_word(self.norm.as_bytes());
        let fold = hash_word(self.fold.as_bytes());
        [ClusterKey::small(if lower == 0 { norm } else { lower }), ClusterKey::capital(fold)]
    }

    /// A word; in a `caseless` sentence one with a capital is spelt as a small
    /// one is.
    fn word(&mut self, text: &str, span: Span, caseless: bool) -> Word {
        let exact = span.of(text);
        let class = WordClass::of(exact);
        let (spelling, lower) = (hash_word(exact.as_bytes()), self.spell(exact, class.is_capital() && !caseless));
        let norm = hash_word(self.norm.as_bytes());
        let fold = hash_word(self.fold.as_bytes());
        let key = if class.is_capital() {
            ClusterKey::capital(fold)
        } else {
            ClusterKey::small(if lower == 0 { norm } else { lower })
        };
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
            fold,
            exact: spelling,
            shape: shape(exact),
            prefix,
            suffix,
            parts,
            class,
            cues: lexicon::cues(norm),
            tags,
            lower,
            cluster: self.clusters.of(key),
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
