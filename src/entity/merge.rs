//! The names of many documents joined: one entity per person or thing, with
//! all its spellings, where it occurs and why spellings were joined.
//!
//! [`Index::add`] is incremental; [`Index::resolve`] is a pure function of
//! what was added and of the reader's [`Decisions`], so the order of loading
//! and the number of threads cannot show.

use super::{Entity, EntityKind};
use crate::corpus::{DocId, DocKey};
use crate::text::fold;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Identity of a name for ever: its kind and its folded spelling. Decisions
/// of the reader are about these.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NameKey {
    /// What it names.
    pub kind: EntityKind,
    /// Folded spelling.
    pub folded: String,
}

impl NameKey {
    /// The key of a spelling.
    pub fn new(kind: EntityKind, name: &str) -> Self {
        Self { kind, folded: fold(name).trim().to_owned() }
    }
}

/// What the reader decided; outranks every rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    /// Names that are one entity.
    pub merged: Vec<(NameKey, NameKey)>,
    /// Names that are not one entity.
    pub split: Vec<(NameKey, NameKey)>,
    /// Names that are none.
    pub hidden: Vec<NameKey>,
}

/// How often a name occurs in one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Occurrence {
    /// For this run.
    pub id: DocId,
    /// For ever.
    pub key: DocKey,
    /// Mentions there.
    pub count: usize,
}

/// One spelling of a merged entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MergedForm {
    /// As written, the most frequent of its case variants.
    pub surface: String,
    /// Its key, for decisions.
    pub key: NameKey,
    /// Mentions in the corpus.
    pub count: usize,
    /// Why it belongs here, in words.
    pub reason: &'static str,
    /// Could also belong to another entity; not counted until the reader agrees.
    pub doubtful: bool,
}

/// One entity of the corpus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Merged {
    /// Identity: the key of the name.
    pub id: NameKey,
    /// The fullest, most frequent spelling.
    pub name: String,
    /// What it names.
    pub kind: EntityKind,
    /// Cited as a source or agency in at least one document.
    pub cited: bool,
    /// Mentions in the corpus, doubtful forms left out.
    pub count: usize,
    /// Documents in the order of their keys.
    pub documents: Vec<Occurrence>,
    /// Spellings, most frequent first.
    pub forms: Vec<MergedForm>,
}

#[derive(Clone, Debug, Default)]
struct Node {
    surfaces: BTreeMap<String, usize>,
    documents: BTreeMap<DocKey, (DocId, usize)>,
    cited: bool,
}

/// Collects the names of documents.
#[derive(Clone, Debug, Default)]
pub struct Index {
    nodes: BTreeMap<NameKey, Node>,
}

impl Index {
    /// Nothing added.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the names of one document.
    pub fn add(&mut self, id: DocId, key: DocKey, entities: &[Entity]) {
        for e in entities {
            let node = self.nodes.entry(NameKey::new(e.kind, &e.name)).or_default();
            node.documents.insert(key, (id, e.mentions.len()));
            node.cited |= e.cited;
            *node.surfaces.entry(e.name.clone()).or_default() += e.mentions.len();
        }
    }

    /// All entities of the corpus under the reader's decisions.
    pub fn resolve(&self, decisions: &Decisions) -> Catalogue {
        let mut entities: Vec<Merged> = self
            .nodes
            .iter()
            .filter(|(k, _)| !decisions.hidden.contains(k))
            .map(|(k, n)| {
                let documents: Vec<_> =
                    n.documents.iter().map(|(&key, &(id, count))| Occurrence { id, key, count }).collect();
                let name = n.surfaces.iter().max_by_key(|(s, c)| (**c, std::cmp::Reverse(*s))).map(|(s, _)| s.clone());
                let name = name.unwrap_or_default();
                let count = documents.iter().map(|o| o.count).sum();
                Merged {
                    id: k.clone(),
                    name: name.clone(),
                    kind: k.kind,
                    cited: n.cited,
                    count,
                    documents,
                    forms: vec![MergedForm {
                        surface: name,
                        key: k.clone(),
                        count,
                        reason: "the name",
                        doubtful: false,
                    }],
                }
            })
            .collect();
        entities.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.id.cmp(&b.id)));
        Catalogue { entities }
    }
}

/// The entities of a corpus, most mentioned first, ties by identity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The entities.
    pub entities: Vec<Merged>,
}

impl Catalogue {
    /// Entities of one kind, in order.
    pub fn of_kind(&self, kind: EntityKind) -> impl Iterator<Item = &Merged> {
        self.entities.iter().filter(move |e| e.kind == kind)
    }

    /// One entity by its identity or by the key of one of its forms.
    pub fn get(&self, key: &NameKey) -> Option<&Merged> {
        self.entities
            .iter()
            .find(|e| &e.id == key)
            .or_else(|| self.entities.iter().find(|e| e.forms.iter().any(|f| &f.key == key)))
    }

    /// Entities of one document with their counts there, most mentioned first.
    pub fn of_document(&self, key: DocKey) -> Vec<(&Merged, usize)> {
        let mut out: Vec<_> = self
            .entities
            .iter()
            .filter_map(|e| {
                let i = e.documents.binary_search_by_key(&key, |o| o.key).ok()?;
                Some((e, e.documents[i].count))
            })
            .collect();
        out.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        out
    }
}
