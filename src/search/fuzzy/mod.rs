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
use std::ops::Range;

mod scan;
#[cfg(test)]
mod tests;

use scan::{Needle, mask};

pub use scan::Candidate;

/// Bytes of a folded name that are looked at; a longer one would cost
/// seconds.
pub const CAP: usize = 512;

/// Names that a finder shows, at most.
pub const FIND_LIMIT: usize = 200;

/// Candidates that the scorer sees: many more than are shown, few enough for
/// one frame.
const SCORED: usize = 2000;

/// With that many names that hold the query in one piece, names that hold its
/// letters scattered are left out unless they are asked for.
const ENOUGH: usize = 200;

/// With that many, scattered letters of long words are not even looked for.
const PLENTY: usize = 2 * SCORED;

/// Names between two questions whether to go on; tens of microseconds.
const STEP: usize = 1024;

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
    /// How many names answer.
    pub total: usize,
    /// The best, best first; ties: shorter, then earlier.
    pub best: Vec<Best>,
    /// True when names that hold the letters scattered were left out because
    /// there are enough that hold them in one piece.
    pub scattered_left_out: bool,
    /// True when the search was cancelled before its end.
    pub cancelled: bool,
}

/// Which names answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// Scattered letters only when few names hold the words in one piece.
    #[default]
    Tiered,
    /// All that hold the letters in order.
    Wide,
}

/// Names folded for searching: one text, the ends of the names, and for each
/// name the letters that it has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Finder {
    folded: String,
    ends: Vec<u32>,
    masks: Vec<u64>,
    weights: Vec<u8>,
}

/// The form in which names and queries are compared: folded, apostrophes and
/// quotation marks as spaces.
pub(crate) fn plain(s: &str) -> String {
    fold(s).replace(['\'', '"'], " ")
}

/// What one part of the names gave; parts are searched on as many threads as
/// the caller likes.
#[derive(Clone, Debug, Default)]
pub struct Part {
    whole: Vec<Candidate>,
    scattered: Vec<Candidate>,
    whole_total: usize,
    scattered_total: usize,
    cancelled: bool,
    /// Scattered letters were not looked for any more.
    left_out: bool,
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
        self.push_weighted(name, 0);
    }

    /// One name more that comes before others: `weight` is added to its
    /// score, in the scorer's points.
    pub fn push_weighted(&mut self, name: &str, weight: u8) {
        self.weights.push(weight);
        let start = self.folded.len();
        let name = &name[..floor(name, CAP)];
        self.folded.push_str(&plain(name));
        self.folded.truncate(floor(&self.folded, start + CAP));
        self.masks.push(mask(&self.folded.as_bytes()[start..]));
        self.ends.push(u32::try_from(self.folded.len()).unwrap_or(u32::MAX));
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
        self.folded.get(start..self.ends[i] as usize).unwrap_or("")
    }

    /// Without a query the names stay in their order.
    fn weight(&self, i: usize, needle: &Needle<'_>) -> i64 {
        if needle.mask == 0 { 0 } else { self.weights[i].into() }
    }

    /// The best names for a query; `cancel` is asked every millisecond or
    /// less.
    pub fn query(&self, query: &str, limit: usize, cancel: &dyn Fn() -> bool) -> Results {
        self.query_with(query, limit, Reach::Tiered, cancel)
    }

    /// The same with a say in which names answer.
    pub fn query_with(&self, query: &str, limit: usize, reach: Reach, cancel: &dyn Fn() -> bool) -> Results {
        self.join(query, limit, reach, [self.part(query, 0..self.len(), reach, cancel)])
    }

    /// The names cut into ranges of about `size` names.
    pub fn ranges(&self, size: usize) -> Vec<Range<usize>> {
        let size = size.max(1);
        (0..self.len()).step_by(size).map(|start| start..(start + size).min(self.len())).collect()
    }

    /// Searches some of the names.
    pub fn part(&self, query: &str, range: Range<usize>, reach: Reach, cancel: &dyn Fn() -> bool) -> Part {
        let query = plain(query);
        let needle = Needle::new(&query);
        let mut part = Part::default();
        for i in range {
            if i % STEP == 0 {
                if cancel() {
                    part.cancelled = true;
                    break;
                }
                // Only the best can be shown; the rest is counted.
                scan::keep_best(&mut part.whole, SCORED, 4 * SCORED);
                scan::keep_best(&mut part.scattered, SCORED, 4 * SCORED);
            }
            if self.masks[i] & needle.mask != needle.mask {
                continue;
            }
            let name = self.name(i);
            // Without a query the names stay in their order.
            let length = if needle.mask == 0 { 0 } else { name.len() as u32 };
            // Scattered letters of a long word never come before the word.
            let plenty = part.whole_total >= PLENTY && needle.is_long && reach == Reach::Tiered;
            part.left_out |= plenty;
            match needle.look(name.as_bytes(), plenty) {
                Some((score, true)) => {
                    let score = score + self.weight(i, &needle);
                    part.whole_total += 1;
                    part.whole.push(Candidate { score, length, index: i as u32 });
                }
                Some((score, false)) => {
                    let score = score + self.weight(i, &needle);
                    part.scattered_total += 1;
                    part.scattered.push(Candidate { score, length, index: i as u32 });
                }
                None => {}
            }
        }
        part
    }

    /// Scores the best of all parts.
    pub fn join(&self, query: &str, limit: usize, reach: Reach, parts: impl IntoIterator<Item = Part>) -> Results {
        let shortlist = self.shortlist(limit, reach, parts);
        let scored = self.score(query, &shortlist.names);
        shortlist.results(limit, [scored])
    }

    /// The names that the scorer is to see, of all parts.
    pub fn shortlist(&self, limit: usize, reach: Reach, parts: impl IntoIterator<Item = Part>) -> Shortlist {
        let mut all = Part::default();
        for p in parts {
            all.whole.extend(p.whole);
            all.scattered.extend(p.scattered);
            all.whole_total += p.whole_total;
            all.scattered_total += p.scattered_total;
            all.cancelled |= p.cancelled;
            all.left_out |= p.left_out;
        }
        let narrow = reach == Reach::Tiered && all.whole_total >= ENOUGH;
        let mut results = Results { total: all.whole_total, cancelled: all.cancelled, ..Results::default() };
        results.scattered_left_out = narrow && (all.scattered_total > 0 || all.left_out);
        if !narrow {
            results.total += all.scattered_total;
        }
        let most = SCORED.max(limit);
        scan::keep_best(&mut all.whole, most, most);
        // A few names with well placed letters may come before words in the
        // middle of other words.
        scan::keep_best(&mut all.scattered, most, most);
        all.whole.append(&mut all.scattered);
        Shortlist { names: all.whole, found: results }
    }

    /// The scorer's word on some names of a shortlist.
    pub fn score(&self, query: &str, names: &[Candidate]) -> Vec<Candidate> {
        let query = plain(query);
        let needle = Needle::new(&query);
        let score = |c: &Candidate| {
            let score = needle.score(self.name(c.index as usize))? + self.weight(c.index as usize, &needle);
            Some(Candidate { score, ..*c })
        };
        names.iter().filter_map(score).collect()
    }
}

/// The names that the scorer is to see.
#[derive(Clone, Debug, Default)]
pub struct Shortlist {
    /// The names, in no order; cut into pieces, they can be scored on as many
    /// threads as the caller likes.
    pub names: Vec<Candidate>,
    found: Results,
}

impl Shortlist {
    /// The best, once the scorer has seen all.
    pub fn results(self, limit: usize, scored: impl IntoIterator<Item = Vec<Candidate>>) -> Results {
        let mut all: Vec<Candidate> = scored.into_iter().flatten().collect();
        scan::keep_best(&mut all, limit, limit);
        all.sort_unstable();
        Results { best: all.iter().map(|c| Best { index: c.index, score: c.score }).collect(), ..self.found }
    }
}

/// The largest character boundary of `s` at or below `at`.
fn floor(s: &str, at: usize) -> usize {
    let mut at = at.min(s.len());
    while !s.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The stretches of a name that a query's letters stand on, for lighting;
/// meant for the rows on screen only.
pub fn light(query: &str, name: &str) -> Vec<Span> {
    let folded = Folded::new(&name[..floor(name, CAP)]);
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
