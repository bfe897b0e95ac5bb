//! The stretches of words that may be names.

use crate::entity::crf::Found;
use crate::entity::page::{Draft, Page};
use crate::entity::rule::is_stated;
use crate::entity::rules::is_credited;
use crate::entity::types::EntityKind;
use std::collections::BTreeMap;

/// Share below which no stretch is a candidate for the tagger's sake.
pub(super) const LEAST: f32 = 0.02;

/// Share from which on the tagger is as good as certain.
const CERTAIN: f32 = 0.98;

/// How a stretch lies to one that it overlaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// It is the beginning of the other.
    Head,
    /// It is the end of the other.
    Tail,
    /// It lies inside the other.
    Middle,
    /// The other is its beginning.
    HasHead,
    /// The other is its end.
    HasTail,
    /// The other lies inside it.
    HasMiddle,
    /// Each has words that the other has not.
    Crossing,
}

impl Relation {
    /// How many there are.
    pub(super) const COUNT: usize = 7;

    /// How `a` lies to `b`, both as first word and one past the last.
    pub(super) fn of(a: (usize, usize), b: (usize, usize)) -> Self {
        match (a.0 == b.0, a.1 == b.1) {
            (true, _) if a.1 < b.1 => Self::Head,
            (true, _) => Self::HasHead,
            (_, true) if a.0 > b.0 => Self::Tail,
            (_, true) => Self::HasTail,
            _ if b.0 < a.0 && a.1 < b.1 => Self::Middle,
            _ if a.0 < b.0 && b.1 < a.1 => Self::HasMiddle,
            _ => Self::Crossing,
        }
    }
}

/// A stretch of words that may be a name.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// First word (index).
    pub(crate) from: usize,
    /// One past the last word.
    pub(crate) to: usize,
    /// How likely the tagger finds each kind.
    pub(super) shares: [f32; 4],
    /// What the rules made of exactly these words.
    pub(crate) draft: Option<Draft>,
    /// What the tagger took exactly these words for.
    pub(super) before: Option<EntityKind>,
    /// The text or a list states it.
    pub(super) stated: bool,
    /// It is stated, or tagger and rules agree and nothing overlaps it.
    pub(crate) settled: bool,
    /// The candidates that overlap it, and how it lies to them.
    pub(super) rivals: Vec<(usize, Relation)>,
}

impl Candidate {
    /// How likely the tagger finds any name here.
    pub(super) fn total(&self) -> f32 {
        self.shares.iter().sum()
    }
}

/// The candidates of a page in order, from what the tagger finds likely and took, and what the rules left.
pub(super) fn candidates(page: &Page<'_>, probable: &[(Found, f32)], before: &[Draft]) -> Vec<Candidate> {
    let mut shares: BTreeMap<(usize, usize), [f32; 4]> = BTreeMap::new();
    for (f, share) in probable {
        shares.entry((f.from, f.to)).or_default()[f.kind as usize] = *share;
    }
    let cased = |d: &&Draft| !page.is_caseless(d.from);
    let drafts = page.drafts();
    for d in drafts.iter().chain(before).filter(cased) {
        shares.entry((d.from, d.to)).or_default();
    }
    let at = |list: &[Draft], from: usize, to: usize| {
        let n = list.partition_point(|d| d.from < from);
        list.get(n).copied().filter(|d| (d.from, d.to) == (from, to))
    };
    let mut all: Vec<Candidate> = shares
        .into_iter()
        .map(|((from, to), shares)| Candidate {
            from,
            to,
            shares,
            draft: at(&drafts, from, to),
            before: at(before, from, to).map(|d| d.kind),
            stated: at(&drafts, from, to).is_some_and(|d| d.fixed || d.entry.is_some() || is_stated(d.rule)),
            settled: false,
            rivals: Vec::new(),
        })
        .filter(|c| c.draft.is_some() || c.before.is_some() || c.total() >= LEAST)
        // What the rules dropped as a credit does not come back.
        .filter(|c| c.draft.is_some() || !is_credited(page, c.from, c.to))
        .collect();
    // In order of their first words: what overlaps one from behind begins before its end.
    for i in 0..all.len() {
        let mut j = i + 1;
        while j < all.len() && all[j].from < all[i].to {
            let (a, b) = ((all[i].from, all[i].to), (all[j].from, all[j].to));
            all[i].rivals.push((j, Relation::of(a, b)));
            all[j].rivals.push((i, Relation::of(b, a)));
            j += 1;
        }
    }
    for i in 0..all.len() {
        let c = &all[i];
        let agreed = c.draft.is_some_and(|d| c.shares[d.kind as usize] > CERTAIN);
        let alone = || c.rivals.iter().all(|(r, _)| all[*r].total() <= LEAST);
        all[i].settled = c.stated || agreed && alone();
    }
    all
}
