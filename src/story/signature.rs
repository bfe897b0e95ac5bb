//! What grouping needs to know of a document, so that bodies need not be kept.

use super::minhash::{self, Shingle};
use super::prepare::{self, Sentence, flag};
use crate::corpus::{DocKey, Document, LineKind};
use crate::fact::occurrence;
use crate::text::Span;
use jiff::civil::Date;

/// Where a term first occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Early {
    /// Among the first 25 words: the title or how it begins.
    Start,
    /// Among the first 120: the lead.
    Lead,
    /// Later.
    Rest,
}

impl Early {
    fn of(words_before: usize) -> Self {
        match words_before {
            0..25 => Self::Start,
            25..120 => Self::Lead,
            _ => Self::Rest,
        }
    }
}

/// A word or a pair of neighbouring words of a document, in five bytes: a
/// hundred thousand documents have thirty million of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term {
    /// Big end first, so that terms are ordered by hash.
    hash: [u8; 4],
    /// Occurrences in five bits, then [`Term::LEAD`], [`Term::REST`] and
    /// [`Term::PAIR`].
    facets: u8,
}

/// Hashes from here on are those of numbers of events.
const OCCURRENCES: u32 = u32::MAX - u8::MAX as u32;

impl Term {
    const MOST: u8 = 31;
    const LEAD: u8 = 32;
    const REST: u8 = 64;
    const PAIR: u8 = 128;

    fn new(hash: u32, count: u8, early: Early, is_pair: bool) -> Self {
        let early = match early {
            Early::Start => 0,
            Early::Lead => Self::LEAD,
            Early::Rest => Self::REST,
        };
        let pair = if is_pair { Self::PAIR } else { 0 };
        Self { hash: hash.to_be_bytes(), facets: count.min(Self::MOST) | early | pair }
    }

    /// The hash that stands for the event of this number in a row of like
    /// events, whatever the row is called.
    fn of_occurrence(number: u8) -> u32 {
        OCCURRENCES + u32::from(number)
    }

    /// Hash of the stem, or of the two stems.
    pub fn hash(self) -> u32 {
        u32::from_be_bytes(self.hash)
    }

    /// Occurrences, at most 31.
    pub fn count(self) -> u8 {
        self.facets & Self::MOST
    }

    /// Where it first occurs.
    pub fn early(self) -> Early {
        match self.facets & (Self::LEAD | Self::REST) {
            0 => Early::Start,
            Self::LEAD => Early::Lead,
            _ => Early::Rest,
        }
    }

    /// True for a pair of words.
    pub fn is_pair(self) -> bool {
        self.facets & Self::PAIR != 0
    }

    /// For being kept.
    pub fn to_bytes(self) -> [u8; 5] {
        let [a, b, c, d] = self.hash;
        [a, b, c, d, self.facets]
    }

    /// What [`Term::to_bytes`] gave.
    pub fn from_bytes([a, b, c, d, facets]: [u8; 5]) -> Self {
        Self { hash: [a, b, c, d], facets }
    }
}

/// Telling words of the beginning of a document, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// Hashes of their stems.
    hashes: Box<[u32]>,
    /// The words, with a space between two.
    words: Box<str>,
}

impl Labels {
    /// From hashes of stems and their words; a word has no spaces.
    pub fn new<'w>(labels: impl IntoIterator<Item = (u32, &'w str)>) -> Self {
        let (hashes, words): (Vec<u32>, Vec<&str>) = labels.into_iter().unzip();
        Self { hashes: hashes.into(), words: words.join(" ").into() }
    }

    /// Hashes of stems and their words.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &str)> {
        self.hashes.iter().copied().zip(self.words.split(' '))
    }
}

/// The precomputed part of a document: dates, terms, shingles.
#[derive(Clone, Debug, PartialEq)]
pub struct Signature {
    /// The document.
    pub key: DocKey,
    /// Headline, or the first words.
    pub title: Box<str>,
    /// Outlet, when known.
    pub source: Option<Box<str>>,
    /// When it was published, when known.
    pub published: Option<Date>,
    /// When what it tells happened, when known.
    pub event: Option<Date>,
    /// Terms sorted by hash.
    pub terms: Box<[Term]>,
    /// Smallest hashes of five-word shingles, sorted.
    pub shingles: Box<[Shingle]>,
    /// Telling words of the beginning.
    pub labels: Labels,
}

impl Signature {
    /// That of a document of which nothing could be made: it is like no other.
    pub fn of_nothing(key: DocKey) -> Self {
        let (title, source, published, event) = Default::default();
        let (terms, shingles, labels) = Default::default();
        Self { key, title, source, published, event, terms, shingles, labels }
    }

    /// The day that counts for grouping: that of the event, else of
    /// publication.
    pub fn day(&self) -> Option<Date> {
        self.event.or(self.published)
    }
}

/// Numbers of which texts that are copies of each other share at least one, nearly
/// always, and others hardly ever: the bands of the MinHash of their shingles.
pub fn copy_keys(signature: &Signature) -> Vec<i64> {
    let bands = minhash::bands(&signature.shingles).into_iter().flatten();
    bands.zip(0i64..).map(|(band, number)| number << 32 | i64::from(band)).collect()
}

/// Words from the beginning whose neighbours make pairs.
const PAIRS_WITHIN: usize = 60;
/// Terms kept, the earliest first.
const TERMS: usize = 320;
/// Words kept as written, to say why documents belong together.
const LABELS: usize = 16;
/// Words from the beginning among which they are chosen.
const LABELS_WITHIN: usize = 150;

/// Columns of the first sentence that stand for a headline where there is none.
const LEAD: usize = 160;

/// Computes the signature of a document. Pure; a document needs it once.
pub fn signature(document: &Document) -> Signature {
    let mut sentences = prepare::worded(document);
    sentences.retain(|s| s.kind != LineKind::Caption);
    prepare::settle_names([&mut sentences, &mut []]);
    let title = document.meta.title.value.clone().unwrap_or_else(|| {
        let first = sentences.first().map_or("", |s| s.span.of(&document.text));
        crate::text::width::ellipsis(first, LEAD).into_owned()
    });
    Signature {
        key: document.key,
        title: title.into(),
        source: document.meta.source.value.as_deref().map(Into::into),
        published: document.meta.published.value,
        event: document.meta.event_date.value,
        terms: terms(&sentences, &document.text),
        shingles: minhash::shingles(sentences.iter().flat_map(|s| &s.tokens).map(|t| t.word)),
        labels: labels(&sentences, &document.text),
    }
}

fn terms(sentences: &[Sentence], text: &str) -> Box<[Term]> {
    // Hash, words before it, whether it is a pair.
    let mut all: Vec<(u32, u32, bool)> = Vec::new();
    let mut at = 0usize;
    for s in sentences {
        let mut before: Option<u32> = None;
        for (i, t) in s.tokens.iter().enumerate().filter(|(_, t)| !t.is(flag::FUNCTION)) {
            let first = (at + i) as u32;
            all.push((t.stem, first, false));
            if let Some(b) = before.filter(|_| at < PAIRS_WITHIN) {
                all.push((pair(b, t.stem), first, true));
            }
            before = Some(t.stem);
        }
        let words: Vec<Span> = s.tokens.iter().map(|t| t.span).collect();
        for o in occurrence::find(text, &words) {
            let before = s.tokens.partition_point(|t| t.span.end <= o.span.start);
            all.push((Term::of_occurrence(o.number), (at + before) as u32, false));
        }
        at += s.tokens.len();
    }
    all.sort_unstable();
    let mut groups: Vec<&[(u32, u32, bool)]> = all.chunk_by(|x, y| x.0 == y.0).collect();
    if groups.len() > TERMS {
        groups.sort_unstable_by_key(|g| (g[0].1, g[0].0));
        groups.truncate(TERMS);
        groups.sort_unstable();
    }
    let term = |g: &&[(u32, u32, bool)]| {
        let (hash, first, is_pair) = g[0];
        Term::new(hash, g.len().min(usize::from(u8::MAX)) as u8, Early::of(first as usize), is_pair)
    };
    groups.iter().map(term).collect()
}

fn pair(a: u32, b: u32) -> u32 {
    (a ^ b.rotate_left(15)).wrapping_mul(0x9e37_79b1) ^ b
}

fn labels(sentences: &[Sentence], text: &str) -> Labels {
    let mut out: Vec<(bool, u32, &str)> = Vec::new();
    let words = sentences.iter().flat_map(|s| &s.tokens).take(LABELS_WITHIN);
    for t in words.filter(|t| !t.is(flag::FUNCTION | flag::DIGIT | flag::TITLE)) {
        let common = super::lexicon::rarity(t.stem) < 0.6;
        let word = t.span.of(text);
        if !common && word.len() > 3 && !word.contains(' ') && !out.iter().any(|o| o.1 == t.stem) {
            out.push((!t.is(flag::NAME), t.stem, word));
        }
    }
    // Names first, each kind in order of appearance.
    out.sort_by_key(|o| o.0);
    Labels::new(out.into_iter().take(LABELS).map(|(_, hash, word)| (hash, word)))
}
