//! Stories changed by hand, and reprints folded: what to remember for a merge
//! or a split, as pairs for [`GroupOptions`](super::GroupOptions). Has never
//! heard of journals or screens.

use crate::corpus::DocKey;
use serde::Serialize;

/// Pairs that make the members of two stories one story. Every member is
/// named, so that none stays behind when grouping finds it less like the
/// others.
pub fn merge(a: &[DocKey], b: &[DocKey]) -> Vec<(DocKey, DocKey)> {
    let Some((first, rest)) = a.split_first() else { return Vec::new() };
    rest.iter().chain(b).filter(|k| *k != first).map(|k| (*first, *k)).collect()
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
pub fn split(members: &[DocKey], out: &[DocKey]) -> Split {
    let (taken, left): (Vec<DocKey>, Vec<DocKey>) = members.iter().partition(|k| out.contains(k));
    match (taken.first(), left.first()) {
        (Some(t), Some(l)) => {
            Split { together: merge(&left, &[]).into_iter().chain(merge(&taken, &[])).collect(), apart: vec![(*l, *t)] }
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
    let cluster = |m: usize| reprints.iter().position(|r| r.contains(&m));
    let mut out: Vec<(Option<usize>, Text)> = Vec::new();
    for &m in members {
        let of = cluster(m);
        match out.iter_mut().find(|o| of.is_some() && o.0 == of) {
            Some(text) => text.1.also.push(m),
            None => out.push((of, Text { shown: m, also: Vec::new() })),
        }
    }
    out.into_iter().map(|o| o.1).collect()
}
