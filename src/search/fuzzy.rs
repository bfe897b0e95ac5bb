//! Anything with a short name, found by a few of its letters: titles,
//! sources, names, actions.
//!
//! The scorer is `fuzzy-matcher`'s [`SkimMatcherV2`]. It is blind to accents,
//! takes spaces literally and is slow on long strings, so it sees folded
//! text, one word of the query at a time, at most [`CAP`] bytes, and only
//! the candidates that a cheap scan puts in front. Has never heard of
//! articles; a body never comes here.

use crate::text::{Folded, Span, fold};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Bytes of a folded name that are looked at.
pub const CAP: usize = 512;

/// Names that a finder shows, at most.
pub const FIND_LIMIT: usize = 200;

/// One name found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Best {
    /// Index of the name, in the order they were given.
    pub index: u32,
    /// Score; higher is better.
    pub score: i64,
}

/// What a query found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// How many names hold all the letters, in order.
    pub total: usize,
    /// The best, best first; ties: shorter, then earlier.
    pub best: Vec<Best>,
    /// True when the search was cancelled before its end.
    pub cancelled: bool,
}

/// Names folded for searching.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    folded: String,
    ends: Vec<u32>,
}

/// The form in which names and queries are compared: folded, apostrophes and
/// quotation marks as spaces.
pub(crate) fn plain(s: &str) -> String {
    fold(s).replace(['\'', '"'], " ")
}

impl Finder {
    /// Folds the names.
    pub fn new<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> Self {
        let mut finder = Self::default();
        names.into_iter().for_each(|n| finder.push(n.as_ref()));
        finder
    }

    /// One name more; its index is the number of names before.
    pub fn push(&mut self, name: &str) {
        let mut name = plain(name);
        let mut cut = name.len().min(CAP);
        while !name.is_char_boundary(cut) {
            cut -= 1;
        }
        name.truncate(cut);
        self.folded.push_str(&name);
        self.ends.push(self.folded.len() as u32);
    }

    /// Names held.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// True when no name is held.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    fn name(&self, i: usize) -> &str {
        let start = if i == 0 { 0 } else { self.ends[i - 1] as usize };
        &self.folded[start..self.ends[i] as usize]
    }

    /// The best names for a query; `cancel` is asked now and then.
    pub fn query(&self, query: &str, limit: usize, cancel: &dyn Fn() -> bool) -> Results {
        let query = plain(query);
        let atoms: Vec<&str> = query.split_whitespace().collect();
        let matcher = SkimMatcherV2::default().ignore_case();
        let mut results = Results::default();
        let mut all = Vec::new();
        for i in 0..self.len() {
            if i % 1024 == 0 && cancel() {
                results.cancelled = true;
                break;
            }
            let name = self.name(i);
            let score: Option<i64> = atoms.iter().map(|a| matcher.fuzzy_match(name, a)).sum();
            if let Some(score) = score {
                all.push((std::cmp::Reverse(score), name.len(), i as u32));
            }
        }
        results.total = all.len();
        all.sort_unstable();
        results.best = all.into_iter().take(limit).map(|(s, _, index)| Best { index, score: s.0 }).collect();
        results
    }
}

/// The stretches of a name that a query's letters stand on, for lighting;
/// meant for the rows on screen only.
pub fn light(query: &str, name: &str) -> Vec<Span> {
    let mut cut = name.len().min(CAP);
    while !name.is_char_boundary(cut) {
        cut -= 1;
    }
    let folded = Folded::new(&name[..cut]);
    let seen = folded.text.replace(['\'', '"'], " ");
    let matcher = SkimMatcherV2::default().ignore_case();
    let offsets: Vec<usize> = seen.char_indices().map(|(i, _)| i).chain([seen.len()]).collect();
    let mut spans: Vec<Span> = Vec::new();
    for atom in plain(query).split_whitespace() {
        let Some((_, indices)) = matcher.fuzzy_indices(&seen, atom) else { continue };
        spans.extend(indices.iter().map(|&i| folded.original(offsets[i], offsets[i + 1])));
    }
    spans.sort();
    let mut out: Vec<Span> = Vec::new();
    for s in spans.into_iter().filter(|s| !s.is_empty()) {
        match out.last_mut() {
            Some(last) if s.start <= last.end => *last = last.join(s),
            _ => out.push(s),
        }
    }
    out
}
