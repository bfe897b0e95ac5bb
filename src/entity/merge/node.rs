//! What the documents added say about each name, before names are joined.

use crate::corpus::{DocId, DocKey};
use crate::words::Plain;
use std::collections::{BTreeMap, HashMap};

/// What the documents say about one name.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    /// Spellings of the name and how often each stands.
    pub(super) surfaces: BTreeMap<String, usize>,
    /// Other forms that documents joined to the name: kind and folded form,
    /// with how often, why, and whether held back.
    pub(super) forms: BTreeMap<String, FormNode>,
    pub(super) documents: BTreeMap<DocKey, (DocId, usize)>,
    pub(super) cited: bool,
}

/// What the documents say about one form of a name.
#[derive(Clone, Debug, Default)]
pub(super) struct FormNode {
    pub(super) surfaces: BTreeMap<String, usize>,
    pub(super) reasons: HashMap<Plain, usize>,
    pub(super) doubtful: usize,
    pub(super) sure: usize,
    /// Documents that spell it out: first letters of the name, or explained in brackets.
    pub(super) spelt_out: usize,
}

/// The most frequent spelling, ties in the order of the alphabet.
pub(super) fn usual(surfaces: &BTreeMap<String, usize>) -> String {
    surfaces.iter().max_by_key(|(s, n)| (**n, std::cmp::Reverse(*s))).map_or_else(String::new, |(s, _)| s.clone())
}
