//! The names of many documents joined: one entity per person or thing, with
//! all its spellings, where it occurs and why spellings were joined.
//!
//! [`Index::add`] is incremental; [`Index::resolve`] is a pure function of
//! what was added and of the reader's [`Decisions`], so the order of loading
//! and the number of threads cannot show.

mod decided;
mod decisions;
mod group;
mod node;

pub use decided::decided;
pub use decisions::{Decisions, NameKey};

use super::name::reason;
use super::types::{Entity, EntityKind, Form};
use crate::corpus::{DocId, DocKey};
use crate::text::fold;
use crate::words::{Lang, Plain};
use node::{Node, usual};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

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
    /// The ways in which it is written, the most frequent first, where there are
    /// several: other capitals, accents, hyphens and spaces make no other spelling to
    /// join or part, but are what an editor looks for.
    pub written: Vec<(String, usize)>,
    /// Its key, for decisions.
    pub key: NameKey,
    /// Mentions in the corpus.
    pub count: usize,
    /// Why it belongs here, in words.
    pub reason: Plain,
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
    /// Mentions in the corpus, doubtful names left out.
    pub count: usize,
    /// Mentions of names that may belong here and are held back until the
    /// reader agrees.
    pub held_back: usize,
    /// Documents in the order of their keys.
    pub documents: Vec<Occurrence>,
    /// Spellings, most frequent first.
    pub forms: Vec<MergedForm>,
}

/// Collects the names of documents.
#[derive(Clone, Debug, Default)]
pub struct Index {
    nodes: BTreeMap<NameKey, Node>,
    decisions: Decisions,
}

impl Index {
    /// Nothing added.
    pub fn new() -> Self {
        Self::default()
    }

    /// Nothing added, under what the reader decided.
    pub fn under(decisions: Decisions) -> Self {
        Self { nodes: BTreeMap::new(), decisions }
    }

    /// Adds the names of one document; a document counts once, whatever the
    /// order in which documents come.
    pub fn add(&mut self, id: DocId, key: DocKey, entities: &[Entity]) {
        for e in entities {
            let name = decided::key(e, &self.decisions);
            let mut own: Vec<Form> = e.forms.clone();
            for (alone, forms) in decided::parted(e, &name, &self.decisions) {
                own.retain(|f| !forms.contains(&f));
                let forms: Vec<Form> =
                    forms.into_iter().map(|f| Form { reason: reason::NAME, doubtful: false, ..f.clone() }).collect();
                let mentions = forms.iter().map(|f| f.count).sum();
                let Some(usual) = forms.first().map(|f| f.surface.clone()) else { continue };
                self.count((id, key), &alone, &usual, e.cited, &forms, mentions);
            }
            let off = e.forms.iter().map(|f| f.count).sum::<usize>() - own.iter().map(|f| f.count).sum::<usize>();
            for f in own.iter_mut().filter(|f| f.doubtful) {
                if self.decisions.joins(&NameKey::new(name.kind, &f.surface), &name) {
                    (f.doubtful, f.reason) = (false, reason::READER);
                }
            }
            if !own.is_empty() || e.forms.is_empty() {
                self.count((id, key), &name, &e.name, e.cited, &own, e.mentions.len().saturating_sub(off));
            }
        }
    }

    fn count(
        &mut self,
        (id, key): (DocId, DocKey),
        name: &NameKey,
        usual: &str,
        cited: bool,
        forms: &[Form],
        mentions: usize,
    ) {
        let node = self.nodes.entry(name.clone()).or_default();
        node.documents.entry(key).or_insert((id, 0)).1 += mentions;
        node.cited |= cited;
        for f in forms {
            let folded = fold(&f.surface).trim().to_owned();
            let form = node.forms.entry(folded).or_default();
            *form.surfaces.entry(f.surface.clone()).or_default() += f.count;
            *form.reasons.entry(f.reason).or_default() += f.count;
            if f.doubtful {
                form.doubtful += f.count;
            } else {
                form.sure += f.count;
                form.spelt_out += usize::from([reason::ACRONYM, reason::BRACKETS].contains(&f.reason));
            }
        }
        let own = forms.iter().filter(|f| f.surface == usual).map(|f| f.count).sum::<usize>();
        *node.surfaces.entry(usual.to_owned()).or_default() += own.max(1);
    }

    /// How many names were added.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// True when nothing was added.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// All entities of the corpus under the reader's decisions. A function of
    /// what was added, not of its order.
    pub fn resolve(&self) -> CorpusNames {
        let decisions = &self.decisions;
        let hidden: BTreeSet<&NameKey> = decisions.hidden.iter().collect();
        let names: Vec<(&NameKey, &Node)> = self.nodes.iter().collect();
        let groups =
            group::groups(&names.iter().map(|(k, n)| group::Subject::new(k, n)).collect::<Vec<_>>(), decisions);
        let mut entities: Vec<Merged> =
            groups.into_iter().filter_map(|members| merged(&names, &members, &hidden, decisions)).collect();
        entities.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.id.cmp(&b.id)));
        CorpusNames::new(entities)
    }
}

fn merged(
    names: &[(&NameKey, &Node)],
    members: &[group::Member],
    hidden: &BTreeSet<&NameKey>,
    decisions: &Decisions,
) -> Option<Merged> {
    let (id, head) = names[members.first()?.name];
    let mut documents: BTreeMap<DocKey, (DocId, usize)> = BTreeMap::new();
    let mut forms: BTreeMap<&str, MergedForm> = BTreeMap::new();
    let (mut cited, mut held) = (false, 0);
    for m in members {
        let (_, node) = names[m.name];
        cited |= node.cited;
        if m.doubtful {
            held += node.documents.values().map(|(_, n)| n).sum::<usize>();
        } else {
            for (key, (doc, n)) in &node.documents {
                documents.entry(*key).or_insert((*doc, 0)).1 += n;
            }
        }
        for (folded, form) in &node.forms {
            let key = NameKey { kind: id.kind, folded: folded.clone() };
            if hidden.contains(&key) {
                continue;
            }
            let count = form.sure + form.doubtful;
            let reason = form
                .reasons
                .iter()
                .max_by_key(|(r, n)| (**n, std::cmp::Reverse(Lang::EN.text(**r))))
                .map_or(reason::NAME, |(r, _)| *r);
            let own = *folded == names[m.name].0.folded;
            let reason = if own && m.reason != reason::NAME { m.reason } else { reason };
            let doubtful = m.doubtful || form.doubtful > form.sure;
            let entry = forms.entry(folded).or_insert_with(|| MergedForm {
                surface: usual(&form.surfaces),
                written: Vec::new(),
                key,
                count: 0,
                reason,
                doubtful,
            });
            entry.count += count;
            entry.doubtful &= doubtful;
            for (surface, n) in &form.surfaces {
                match entry.written.iter_mut().find(|(s, _)| s == surface) {
                    Some((_, all)) => *all += n,
                    None => entry.written.push((surface.clone(), *n)),
                }
            }
        }
    }
    for form in forms.values_mut() {
        if form.written.len() < 2 {
            form.written = Vec::new();
        }
        form.written.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    }
    let mut forms: Vec<MergedForm> = forms.into_values().collect();
    if forms.is_empty() || hidden.contains(id) {
        return None;
    }
    forms.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.key.cmp(&b.key)));
    let documents: Vec<Occurrence> =
        documents.into_iter().map(|(key, (id, count))| Occurrence { id, key, count }).collect();
    let sure = members.iter().filter(|m| !m.doubtful).map(|m| names[m.name].0.folded.as_str());
    let called = decisions.called([id.folded.as_str()].into_iter().chain(sure));
    Some(Merged {
        id: id.clone(),
        name: called.map_or_else(|| usual(&head.surfaces), str::to_owned),
        kind: id.kind,
        cited,
        count: documents.iter().map(|o| o.count).sum(),
        held_back: held,
        documents,
        forms,
    })
}

/// The names of a corpus, most mentioned first, ties by identity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CorpusNames {
    /// The entities.
    pub entities: Vec<Merged>,
    by_form: BTreeMap<NameKey, usize>,
    by_document: BTreeMap<DocKey, Vec<usize>>,
}

impl CorpusNames {
    fn new(entities: Vec<Merged>) -> Self {
        let mut out = Self { entities, ..Self::default() };
        for (i, e) in out.entities.iter().enumerate() {
            for o in &e.documents {
                out.by_document.entry(o.key).or_default().push(i);
            }
            for f in e.forms.iter().filter(|f| !f.doubtful) {
                out.by_form.entry(f.key.clone()).or_insert(i);
            }
        }
        for (i, e) in out.entities.iter().enumerate() {
            // What the reader calls it may be written nowhere.
            out.by_form.entry(NameKey::new(e.kind, &e.name)).or_insert(i);
        }
        for (i, e) in out.entities.iter().enumerate() {
            out.by_form.insert(e.id.clone(), i);
        }
        out
    }

    /// Entities of one kind, in order.
    pub fn of_kind(&self, kind: EntityKind) -> impl Iterator<Item = &Merged> {
        self.entities.iter().filter(move |e| e.kind == kind)
    }

    /// One entity by its identity or by the key of one of its forms.
    pub fn get(&self, key: &NameKey) -> Option<&Merged> {
        self.entities.get(*self.by_form.get(key)?)
    }

    /// Entities that stand in the same documents, with in how many, most
    /// first.
    pub fn companions(&self, key: &NameKey) -> Vec<(&Merged, usize)> {
        let Some(e) = self.get(key) else { return Vec::new() };
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for o in &e.documents {
            for i in self.by_document.get(&o.key).into_iter().flatten() {
                *counts.entry(*i).or_default() += 1;
            }
        }
        let mut out: Vec<(usize, usize)> = counts.into_iter().filter(|(i, _)| self.entities[*i].id != e.id).collect();
        out.sort_by_key(|(i, n)| (std::cmp::Reverse(*n), *i));
        out.into_iter().map(|(i, n)| (&self.entities[i], n)).collect()
    }
}

#[cfg(test)]
mod tests;
