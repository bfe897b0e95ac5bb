//! Stories changed by hand, and reprints folded: what to remember for a merge
//! or a split, as pairs for [`GroupOptions`](super::GroupOptions). Has never
//! heard of journals or screens.

use crate::corpus::DocKey;
use foldhash::fast::FixedState;
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};

/// Pairs that make one story of articles. Every one is named, so that none stays
/// behind when grouping finds it less like the others. Linear in the articles.
pub fn merge(articles: &BTreeSet<DocKey>) -> Vec<(DocKey, DocKey)> {
    let mut rest = articles.iter();
    let Some(first) = rest.next() else { return Vec::new() };
    rest.map(|k| (*first, *k)).collect()
}

/// What keeps a story in two parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Split {
    /// Pairs that stay one story: both parts hold together.
    pub together: Vec<(DocKey, DocKey)>,
    /// Pairs that are two stories.
    pub apart: Vec<(DocKey, DocKey)>,
}

/// Takes some members out of a story, together. Nothing to remember when none
/// or all are taken.
pub fn split(members: &BTreeSet<DocKey>, out: &BTreeSet<DocKey>) -> Split {
    let (taken, left): (BTreeSet<DocKey>, BTreeSet<DocKey>) = members.iter().copied().partition(|k| out.contains(k));
    match (taken.first(), left.first()) {
        (Some(t), Some(l)) => {
            Split { together: merge(&left).into_iter().chain(merge(&taken)).collect(), apart: vec![(*l, *t)] }
        }
        _ => Split::default(),
    }
}

/// One text as it is shown in a story: once, with the documents that print it
/// too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Text {
    /// The document that stands for the text: the earliest of the story.
    pub shown: usize,
    /// The others that print it, by index; a text in five outlets has four.
    pub also: Vec<usize>,
}

/// The members of a story with reprints folded under one, in the order of the
/// members; `reprints` are those of [`Stories`](super::Stories). Five outlets
/// that print one text are one text.
pub fn texts(members: &[usize], reprints: &[Vec<usize>]) -> Vec<Text> {
    let mut cluster: HashMap<usize, usize, FixedState> = HashMap::default();
    for (n, reprint) in reprints.iter().enumerate() {
        reprint.iter().for_each(|m| {
            cluster.entry(*m).or_insert(n);
        });
    }
    let mut out: Vec<Text> = Vec::new();
    let mut place: HashMap<usize, usize, FixedState> = HashMap::default();
    for &m in members {
        let shown = cluster.get(&m).map_or(out.len(), |n| *place.entry(*n).or_insert(out.len()));
        match out.get_mut(shown) {
            Some(text) => text.also.push(m),
            None => out.push(Text { shown: m, also: Vec::new() }),
        }
    }
    out
}
