//! What grouping needs to know of a document, so that bodies need not be kept.

use super::minhash;
use super::prepare::{self, Sentence, flag};
use crate::corpus::{DocKey, Document, LineKind};
use crate::entity::Entity;
use crate::fact::Facts;
use jiff::civil::Date;

/// A word or a pair of neighbouring words of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term {
    /// Hash of the stem, or of the two stems.
    pub hash: u32,
    /// Words before its first occurrence.
    pub first: u16,
    /// Occurrences, at most 127; the highest bit marks a pair.
    count: u8,
}

impl Term {
    const PAIR: u8 = 128;

    /// Occurrences, at most 127.
    pub fn count(self) -> u8 {
        self.count & !Self::PAIR
    }

    /// True for a pair of words.
    pub fn is_pair(self) -> bool {
        self.count & Self::PAIR != 0
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
    pub shingles: Box<[u32]>,
    /// Telling words of the beginning as written, with their hashes.
    pub labels: Box<[(u32, Box<str>)]>,
}

impl Signature {
    /// The day that counts for grouping: that of the event, else of
    /// publication.
    pub fn day(&self) -> Option<Date> {
        self.event.or(self.published)
    }
}

/// Words from the beginning whose neighbours make pairs.
const PAIRS_WITHIN: usize = 120;
/// Terms kept, the earliest first.
const TERMS: usize = 320;
/// Words kept as written, to say why documents belong together.
const LABELS: usize = 16;
/// Words from the beginning among which they are chosen.
const LABELS_WITHIN: usize = 150;

/// Computes the signature of a document. Pure; a document needs it once.
pub fn signature(document: &Document, _entities: &[Entity], _facts: &Facts) -> Signature {
    let mut sentences = prepare::sentences(document);
    sentences.retain(|s| s.kind != LineKind::Caption);
    prepare::settle_names([&mut sentences, &mut []]);
    let title = document.meta.title.value.clone().unwrap_or_else(|| {
        let first = sentences.first().map_or("", |s| s.span.of(&document.text));
        first.chars().take(100).collect()
    });
    Signature {
        key: document.key,
        title: title.into(),
        source: document.meta.source.value.as_deref().map(Into::into),
        published: document.meta.published.value,
        event: document.meta.event_date.value,
        terms: terms(&sentences),
        shingles: minhash::shingles(sentences.iter().flat_map(|s| &s.tokens).map(|t| t.word)),
        labels: labels(&sentences, &document.text),
    }
}

fn terms(sentences: &[Sentence]) -> Box<[Term]> {
    let mut all: Vec<Term> = Vec::new();
    let mut at = 0usize;
    for s in sentences {
        let mut before: Option<u32> = None;
        for (i, t) in s.tokens.iter().enumerate().filter(|(_, t)| !t.is(flag::FUNCTION)) {
            let first = (at + i).min(u16::MAX as usize) as u16;
            all.push(Term { hash: t.stem, first, count: 1 });
            if let Some(b) = before.filter(|_| at < PAIRS_WITHIN) {
                all.push(Term { hash: pair(b, t.stem), first, count: 1 | Term::PAIR });
            }
            before = Some(t.stem);
        }
        at += s.tokens.len();
    }
    all.sort_unstable();
    let mut out: Vec<Term> = Vec::with_capacity(all.len());
    for t in all {
        match out.last_mut() {
            Some(last) if last.hash == t.hash => {
                if last.count() < 127 {
                    last.count += 1;
                }
            }
            _ => out.push(t),
        }
    }
    if out.len() > TERMS {
        out.sort_unstable_by_key(|t| (t.first, t.hash));
        out.truncate(TERMS);
        out.sort_unstable();
    }
    out.into()
}

fn pair(a: u32, b: u32) -> u32 {
    (a ^ b.rotate_left(15)).wrapping_mul(0x9e37_79b1) ^ b
}

fn labels(sentences: &[Sentence], text: &str) -> Box<[(u32, Box<str>)]> {
    let mut out: Vec<(bool, u32, Box<str>)> = Vec::new();
    let words = sentences.iter().flat_map(|s| &s.tokens).take(LABELS_WITHIN);
    for t in words.filter(|t| !t.is(flag::FUNCTION | flag::DIGIT | flag::TITLE)) {
        let common = super::lexicon::rarity(t.stem) < 0.6;
        if !common && t.span.len() > 3 && !out.iter().any(|o| o.1 == t.stem) {
            out.push((!t.is(flag::NAME), t.stem, t.span.of(text).into()));
        }
    }
    // Names first, each kind in order of appearance.
    out.sort_by_key(|o| o.0);
    out.into_iter().take(LABELS).map(|(_, hash, word)| (hash, word)).collect()
}
