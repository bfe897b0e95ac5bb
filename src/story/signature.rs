//! What grouping needs to know of a document, so that bodies need not be kept.

use super::prepare;
use crate::corpus::{DocKey, Document};
use crate::entity::Entity;
use crate::fact::Facts;
use jiff::civil::Date;

/// The precomputed part of a document: dates, weighted terms, shingles.
#[derive(Clone, Debug, PartialEq)]
pub struct Signature {
    /// The document.
    pub key: DocKey,
    /// Headline, or the first words.
    pub title: String,
    /// Outlet, when known.
    pub source: Option<String>,
    /// When it was published, when known.
    pub published: Option<Date>,
    /// When what it tells happened, when known.
    pub event: Option<Date>,
    /// Term hashes with their counts, sorted by hash.
    pub terms: Vec<(u32, u16)>,
    /// Smallest hashes of five-word shingles, sorted.
    pub shingles: Vec<u32>,
}

/// Shingle hashes kept; the Jaccard index is exact up to this many.
const SHINGLES: usize = 1024;

/// Computes the signature of a document.
pub fn signature(document: &Document, _entities: &[Entity], _facts: &Facts) -> Signature {
    let sentences = prepare::sentences(document);
    let words: Vec<u32> = sentences.iter().flat_map(|s| &s.tokens).map(|t| t.word).collect();
    let mut stems: Vec<u32> = sentences.iter().flat_map(|s| &s.tokens).map(|t| t.stem).collect();
    stems.sort_unstable();
    let terms = stems.chunk_by(|a, b| a == b).map(|c| (c[0], c.len().min(u16::MAX as usize) as u16)).collect();
    let mut shingles: Vec<u32> = words
        .windows(5)
        .map(|w| w.iter().fold(0x9e37_79b9u32, |h, x| (h ^ x).wrapping_mul(0x85eb_ca6b).rotate_left(13)))
        .collect();
    shingles.sort_unstable();
    shingles.dedup();
    shingles.truncate(SHINGLES);
    let title = document.meta.title.value.clone().unwrap_or_else(|| {
        let first = sentences.first().map_or("", |s| s.span.of(&document.text));
        first.chars().take(80).collect()
    });
    Signature {
        key: document.key,
        title,
        source: document.meta.source.value.clone(),
        published: document.meta.published.value,
        event: document.meta.event_date.value,
        terms,
        shingles,
    }
}
