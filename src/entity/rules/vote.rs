//! One document, one meaning: the same spelling is the same kind of name
//! everywhere, a surname belongs to the person named in full, and a name that
//! was found once is found again.

use super::common::is_portfolio;
use super::nature;
use super::weight::{FULL_NAME, LOUDEST};
use crate::entity::gazetteer::{extend, list, start};
use crate::entity::hash::WordHash;
use crate::entity::name::Name;
use crate::entity::page::{Draft, Page};
use crate::entity::types::EntityKind;
use crate::entity::words::{WordClass, seen};
use std::collections::HashMap;

/// Gives all mentions of one spelling the kind for which they speak together.
pub(super) fn vote(page: &mut Page<'_>) {
    let mut votes: HashMap<u64, [f32; 4], WordHash> = HashMap::with_hasher(WordHash);
    let drafts = page.drafts();
    for d in &drafts {
        let support = page.support(d.from, d.to);
        let best = support.iter().copied().fold(f32::MIN, f32::max);
        let sum = votes.entry(page.loose_key(d.from, d.to)).or_default();
        for k in 0..4 {
            sum[k] += (support[k] - best).max(-LOUDEST);
        }
        sum[d.kind as usize] += if d.fixed { 2.0 * LOUDEST } else { 0.5 };
    }
    for d in drafts.iter().filter(|d| d.kind == EntityKind::Person && d.to - d.from >= 2) {
        let last = d.to - 1;
        if page.is_capital(last) && page.spelling(last).len() > 2 {
            let sum = votes.entry(page.loose_key(last, d.to)).or_default();
            sum[EntityKind::Person as usize] += FULL_NAME;
        }
        if page.is_capital(d.from) && Name::new(page.surface(d.from, d.to)).puts_family_first() {
            let sum = votes.entry(page.loose_key(d.from, d.from + 1)).or_default();
            sum[EntityKind::Person as usize] += FULL_NAME;
        }
    }
    for d in &drafts {
        let sum = votes.entry(page.loose_key(d.from, d.to)).or_default();
        nature::weigh(page, d, sum);
        // `Ferrero France`: the same company without its country.
        let branch = d.kind == EntityKind::Organisation
            && d.to - d.from == 2
            && page.word(d.from + 1).is_some_and(|w| w.own & list::COUNTRY != 0);
        if branch {
            let sum = votes.entry(page.loose_key(d.from, d.from + 1)).or_default();
            sum[EntityKind::Organisation as usize] += FULL_NAME;
        }
    }
    for d in drafts.iter().filter(|d| !d.fixed) {
        let Some(sum) = votes.get(&page.loose_key(d.from, d.to)) else { continue };
        let best = (0..4).fold(d.kind as usize, |b, k| if sum[k] > sum[b] { k } else { b });
        let kind = EntityKind::ALL[best];
        if kind != d.kind {
            page.change(d.from, |d| {
                d.kind = kind;
                d.rule = "vote.kind";
            });
        }
    }
}

/// A name to look for.
#[derive(Clone, Copy)]
struct Wanted {
    kind: EntityKind,
    entry: Option<u32>,
    cited: bool,
    fixed: bool,
    /// From a full name rather than from a mention of its own.
    surname: bool,
    /// How many mentions there are.
    count: u32,
}

/// Finds the other occurrences of the names found.
pub(super) fn again(page: &mut Page<'_>) {
    let mut wanted: HashMap<u64, Option<Wanted>, WordHash> = HashMap::with_hasher(WordHash);
    for d in page.drafts() {
        if d.kind == EntityKind::Misc && d.to - d.from == 1 && page.class(d.from) > WordClass::Camel {
            continue;
        }
        want(page, &mut wanted, d.from, d.to, d, false);
        if d.kind == EntityKind::Person && d.to - d.from >= 2 {
            want(page, &mut wanted, d.to - 1, d.to, d, true);
            if page.word(d.from).is_some_and(|w| w.own & list::GIVEN != 0) {
                want(page, &mut wanted, d.from, d.from + 1, d, true);
            }
            // "Kim Jong-un": the family name comes first.
            if Name::new(page.surface(d.from, d.to)).puts_family_first() {
                want(page, &mut wanted, d.from, d.from + 1, d, true);
            }
        }
    }
    let mut i = 0;
    while i < page.len() {
        if !page.is_capital(i) && !page.is_caseless(i) {
            i += 1;
            continue;
        }
        match longest(page, &wanted, i) {
            Some((to, w)) if accepts(page, i, to, w) => {
                let Wanted { kind, entry, cited, fixed, surname, .. } = w;
                let rule = if surname { "again.part" } else { "again.name" };
                page.set(Draft { from: i, to, kind, rule, entry, fixed, cited });
                i = to;
            }
            _ => i += 1,
        }
    }
}

fn want(
    page: &Page<'_>,
    wanted: &mut HashMap<u64, Option<Wanted>, WordHash>,
    from: usize,
    to: usize,
    d: Draft,
    surname: bool,
) {
    let word = page.spelling(from);
    if to - from == 1 && (word.chars().count() < 3 && page.class(from) != WordClass::Capitals || !page.is_capital(from))
    {
        return;
    }
    let mut key = start(page.id(from));
    for i in from + 1..to {
        wanted.entry(key).or_insert(None);
        key = extend(key, page.id(i));
    }
    let slot = wanted.entry(key).or_insert(None);
    match slot {
        Some(w) => w.count += 1,
        None => {
            *slot = Some(Wanted {
                kind: d.kind,
                entry: d.entry,
                cited: d.cited,
                fixed: d.fixed && !surname,
                surname,
                count: 1,
            });
        }
    }
}

fn longest(page: &Page<'_>, wanted: &HashMap<u64, Option<Wanted>, WordHash>, from: usize) -> Option<(usize, Wanted)> {
    let mut key = start(page.id(from));
    let mut to = from + 1;
    let mut best = None;
    while let Some(found) = wanted.get(&key) {
        if let Some(w) = found {
            best = Some((to, *w));
        }
        if to >= page.len() || to - from >= 12 || !page.together(from, to + 1) {
            break;
        }
        key = extend(key, page.id(to));
        to += 1;
    }
    best
}

/// True when the occurrence may be taken for the name.
fn accepts(page: &Page<'_>, from: usize, to: usize, w: Wanted) -> bool {
    let covering: Vec<Draft> = (from..to).filter_map(|i| page.covering(i)).collect();
    if covering.iter().any(|d| d.from < from || d.to > to || (d.from, d.to) == (from, to)) {
        return false;
    }
    if w.kind == EntityKind::Organisation && !w.fixed && is_portfolio(page, from, to) {
        return false;
    }
    if to - from > 1 {
        return true;
    }
    let Some(word) = page.word(from) else { return false };
    let neighbour = |j: Option<usize>| j.is_some_and(|j| page.is_capital(j) && page.covering(j).is_none());
    let support = page.support(from, to)[w.kind as usize];
    if neighbour(page.before(from)) && !page.opens(page.before(from).unwrap_or(from)) || neighbour(page.after(to)) {
        // Part of a longer run of capitals that is something else.
        return support > -1.0 && w.kind == EntityKind::Person && word.own & list::GIVEN == 0;
    }
    let common = word.doc & seen::SMALL != 0;
    // What stands behind a comma or a bracket has its capital for itself.
    let closed = page.before(from).is_some_and(|b| matches!(page.spelling(b), "," | ")" | "]" | "»" | "”"));
    let floor = match (page.opens(from) && !closed, common) {
        _ if page.is_caseless(from) => -3.0,
        (true, true) => 0.0,
        (true, false) if w.count > 1 || w.surname => -6.0,
        (true, false) => -3.0,
        (false, true) => -3.0,
        (false, false) => -8.0,
    };
    support > floor
}
