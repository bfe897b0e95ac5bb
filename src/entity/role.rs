//! Descriptions that stand for a person or an organisation of the document:
//! `le président russe`, `la ministre`, `le groupe`.
//!
//! First the text is read for evidence: where a description stands beside a
//! name (`la ministre danoise, Karen Holm,`), it is bound to it. Then
//! every description that stands alone is given to the name bound to the same
//! title, nationality and office; of several people it is nobody, of several
//! organisations the one named last.

mod phrase;

use super::gazetteer::Gazetteer;
use super::types::{Entity, EntityKind};
use super::words::Words;
use super::zone;
use crate::corpus::Document;
use crate::text::Span;
use crate::words::{Plain, msg};
use phrase::{Phrase, Reader};
use std::collections::BTreeSet;

/// A description that stands for an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The description with its article, `le président russe`.
    pub span: Span,
    /// Index into the entities that were passed in.
    pub entity: usize,
    /// The evidence, in words.
    pub reason: Plain,
}

/// A description bound to a name.
struct Binding {
    phrase: Phrase,
    entity: usize,
}

/// Descriptions that stand for a name, in the order of the text.
pub fn references(document: &Document, entities: &[Entity]) -> Vec<Reference> {
    read(document, entities).1
}

/// What the text calls its names: descriptions beside a name and those that
/// stand for one, in the order of the text.
pub fn roles(document: &Document, entities: &[Entity]) -> Vec<Reference> {
    let (mut all, free) = read(document, entities);
    all.extend(free);
    all.sort_by_key(|r| r.span);
    all
}

/// Descriptions beside a name, and those that stand for one.
fn read(document: &Document, entities: &[Entity]) -> (Vec<Reference>, Vec<Reference>) {
    let zones = zone::zones(document);
    let words = Words::new(&document.text, &zones, Gazetteer::none());
    let reader = Reader::new(&document.text, &words, entities);
    let (mut bound, mut free) = (Vec::new(), Vec::new());
    let phrases = reader.phrases();
    let open: BTreeSet<u64> = phrases.iter().filter(|p| p.open).map(|p| p.title).collect();
    for phrase in phrases {
        match reader.name_beside(&phrase) {
            Some(entity) => bound.push(Binding { phrase, entity }),
            None if stands_alone(&reader, &phrase, &open) => free.push(phrase),
            None => {}
        }
    }
    let mut out = Vec::new();
    for phrase in free {
        if let Some((entity, reason)) = resolve(&reader, &bound, &phrase, entities) {
            out.push(Reference { span: reader.span(&phrase), entity, reason });
        }
    }
    let beside = |b: &Binding| Reference { span: reader.span(&b.phrase), entity: b.entity, reason: BESIDE };
    (bound.iter().map(beside).collect(), out)
}

const BESIDE: Plain = msg::ENTITY_ROLE_BESIDE;
const SAME: Plain = msg::ENTITY_ROLE_SAME;
const GROUP: Plain = msg::ENTITY_ROLE_LEADER;
const ONLY: Plain = msg::ENTITY_ROLE_ONLY;
const LAST: Plain = msg::ENTITY_ROLE_LAST;

/// A description with an article that can stand for somebody named elsewhere.
fn stands_alone(reader: &Reader<'_>, p: &Phrase, open: &BTreeSet<u64>) -> bool {
    let bare = p.ordinal && p.states.is_empty() || reader.is_predicate(p);
    let whole = if p.is_person() { !p.open && !reader.is_of_a_name_behind(p) } else { !open.contains(&p.title) };
    p.definite && !bare && whole
}

fn resolve(reader: &Reader<'_>, bound: &[Binding], p: &Phrase, entities: &[Entity]) -> Option<(usize, Plain)> {
    let person = |b: &&Binding| entities.get(b.entity).is_some_and(|e| (e.kind == EntityKind::Person) == p.is_person());
    let office = |b: &&Binding| p.office == 0 || b.phrase.office == p.office;
    let former = |b: &&Binding| b.phrase.former == p.former;
    let state = |b: &&Binding| p.states.iter().any(|s| b.phrase.states.contains(s));
    // `le photographe` is not `la photographe X`.
    let gender = |b: &&Binding| !p.is_person() || b.phrase.feminine.zip(p.feminine).is_none_or(|(a, b)| a == b);
    let title = |b: &&Binding| b.phrase.title == p.title;
    let group = |b: &&Binding| b.phrase.group == p.group;
    // `le président du Sénat` leads no state.
    let elsewhere = |b: &Binding| b.phrase.lead && (b.phrase.office != 0 || b.phrase.open);
    let leads = |b: &&Binding| !bound.iter().any(|o| o.entity == b.entity && o.phrase.group == p.group && elsewhere(o));
    let holds = |b: &&Binding| !p.sovereign || leads(b);
    let pick = |list: Vec<&Binding>, several: Plain| choose(reader, &list, p, several);
    let near = |found: &(usize, Plain)| reader.last_person(p.from) == Some(found.0) || reader.is_named_most(found.0);
    let all = || bound.iter().filter(person).filter(office).filter(gender).filter(holds);
    if !p.states.is_empty() {
        return pick(all().filter(former).filter(title).filter(state).collect(), SAME)
            .or_else(|| pick(all().filter(former).filter(group).filter(state).collect(), GROUP))
            .or_else(|| {
                // "le président Poutine … le président russe", one president.
                let list: Vec<&Binding> = all().filter(former).filter(group).filter(leads).collect();
                let one = list.iter().all(|b| b.phrase.states.is_empty() && b.entity == list[0].entity);
                one.then(|| pick(list, ONLY)).flatten().filter(near)
            });
    }
    let plain = |entity: usize| {
        let mut own = bound.iter().filter(|b| b.entity == entity && b.phrase.group == p.group);
        own.any(|b| b.phrase.states.is_empty() && b.phrase.office == 0)
    };
    // Of another state or of a body: that one only where nobody else comes to mind.
    let same = |found: usize| bound.iter().any(|b| b.entity == found && b.phrase.sovereign);
    let meant = |found: &(usize, Plain)| {
        let told = if p.sovereign { same(found.0) } else { plain(found.0) };
        !p.lead || p.office != 0 || told || near(found)
    };
    pick(all().filter(former).filter(title).collect(), LAST)
        .or_else(|| pick(all().filter(former).filter(group).collect(), LAST))
        .filter(meant)
        .or_else(|| pick(all().filter(title).collect(), LAST).filter(near))
}

/// The entity of the candidates; of several the one that is named last before
/// the description, when no other person is named between.
fn choose(reader: &Reader<'_>, list: &[&Binding], p: &Phrase, several: Plain) -> Option<(usize, Plain)> {
    let first = list.first()?.entity;
    if list.iter().all(|b| b.entity == first) {
        return Some((first, if several == LAST { ONLY } else { several }));
    }
    // Whom a title means that several have is for the reader to say.
    if p.is_person() {
        return None;
    }
    let best = list.iter().max_by_key(|b| {
        let before = reader.last_mention(b.entity, p.from);
        (before, std::cmp::Reverse(b.phrase.from))
    })?;
    Some((best.entity, several))
}

#[cfg(test)]
mod tests;
