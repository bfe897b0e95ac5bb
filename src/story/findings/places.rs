//! Places that two texts spell with another letter where they say them of one person:
//! *Mireille Odin, députée de l'Aude* and *Mireille Odin, élue dans l'Aube*.

use super::draft::{Draft, Input, text};
use super::names::distance;
use crate::entity::{Entity, EntityKind};
use crate::story::types::FindingKind;
use crate::text::{Span, fold};
use crate::words::msg;
use std::collections::HashSet;

/// Places looked at on one side.
const LIMIT: usize = 100;

/// A place of one word with the people whom it is said of.
struct PlaceOfPeople {
    name: String,
    span: Span,
    people: HashSet<String>,
}

/// Places of one word, each with the people whom it is said of, by their last words.
fn places(input: &Input<'_>, side: usize) -> Vec<PlaceOfPeople> {
    let mentions = |kind: EntityKind| {
        let of = input.sides[side].entities.iter().filter(move |e| e.kind == kind && !e.cited);
        of.flat_map(|e: &Entity| e.mentions.iter().map(move |m| (e, m.span)))
    };
    let last = |e: &Entity| fold(e.name.rsplit(' ').next().unwrap_or(&e.name));
    let people: Vec<(Span, String)> = mentions(EntityKind::Person).map(|(e, s)| (s, last(e))).collect();
    let around = |span: Span| {
        let beside = people.iter().filter(|(s, _)| is_beside(input, side, *s, span));
        let names: HashSet<String> = beside.map(|(_, n)| n.clone()).collect();
        Some(names).filter(|n| !n.is_empty())
    };
    let one = |s: &Span| text(input, side, *s).chars().all(char::is_alphabetic);
    let found = mentions(EntityKind::Place)
        .map(|(_, s)| s)
        .filter(one)
        .filter_map(|span| Some(PlaceOfPeople { name: fold(text(input, side, span)), span, people: around(span)? }));
    found.take(LIMIT).collect()
}

/// *La députée de l'Aude, Mireille Odin*, *Mireille Odin, élue dans l'Aube*: a few words and the
/// comma beside the name stand between a person and a place that is said of it.
fn is_beside(input: &Input<'_>, side: usize, person: Span, place: Span) -> bool {
    const WORDS: usize = 6;
    let before = place.end <= person.start;
    let (from, to) = if before { (place.end, person.start) } else { (person.end, place.start) };
    let Some(between) = input.sides[side].document.text.get(from..to) else { return false };
    let rest = if before { between.trim_end().strip_suffix(',') } else { between.trim_start().strip_prefix(',') };
    let plain = |c: char| c.is_alphabetic() || c.is_whitespace() || matches!(c, '\'' | '’' | '-');
    rest.is_some_and(|r| r.chars().all(plain) && !r.contains('\n') && r.split_whitespace().count() <= WORDS)
}

/// Two places that one letter parts, beside the same person.
fn drifts(x: &PlaceOfPeople, y: &PlaceOfPeople) -> bool {
    const LETTERS: usize = 4;
    let long = x.name.chars().count().min(y.name.chars().count()) >= LETTERS;
    long && x.name.chars().next() == y.name.chars().next()
        && distance(&x.name, &y.name) == 1
        && !x.people.is_disjoint(&y.people)
}

/// Places of two texts that are spelt with another letter beside one person. One of the two
/// the other text does not name.
pub(super) fn across(input: &Input<'_>, out: &mut Vec<Draft>) {
    let (x, y) = (places(input, 0), places(input, 1));
    let has = |list: &[PlaceOfPeople], p: &PlaceOfPeople| list.iter().any(|o| o.name == p.name);
    let mut told: HashSet<[&str; 2]> = HashSet::new();
    for a in &x {
        for b in y.iter().filter(|b| drifts(a, b) && !(has(&y, a) && has(&x, b))) {
            if told.insert([&a.name, &b.name]) {
                let said = |side: usize, p: &PlaceOfPeople| (p.span, msg::verbatim(text(input, side, p.span)));
                out.push(Draft::pair(FindingKind::Place, msg::FINDING_NAME, said(0, a), said(1, b)));
            }
        }
    }
}

/// The same inside one text.
pub(super) fn inside(input: &Input<'_>, side: usize, out: &mut Vec<Draft>) {
    let places = places(input, side);
    let mut told: HashSet<[&str; 2]> = HashSet::new();
    for (i, x) in places.iter().enumerate() {
        for y in places[i + 1..].iter().filter(|y| drifts(x, y)) {
            if told.insert([(&*x.name).min(&y.name), (&*x.name).max(&y.name)]) {
                let name = |p: &PlaceOfPeople| msg::verbatim(text(input, side, p.span));
                let (at, said) = ((x.span, Some(y.span)), msg::finding_two(name(x), name(y)));
                out.push(Draft::inside(FindingKind::Place, side, msg::FINDING_NAME, at, said));
            }
        }
    }
}
