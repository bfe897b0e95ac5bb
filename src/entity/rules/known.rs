//! Names that are what they are: states, institutions, agencies. Agencies and
//! media are marked as cited where the text cites them.

use crate::entity::gazetteer::{extend, list, start};
use crate::entity::lexicon::cue;
use crate::entity::page::{Draft, Page};
use crate::entity::types::EntityKind;
use crate::entity::words::{WordClass, seen};
use crate::entity::world::World;
use crate::lang::{Citation, Grammar};

/// Sets the kind of known names and adds those that the tagger missed.
pub(super) fn place(page: &mut Page<'_>) {
    let world = World::get();
    let mut i = 0;
    while i < page.len() {
        let Some((to, id)) = longest(page, world, i) else {
            i += 1;
            continue;
        };
        if label(page, world, i, to, id) {
            i = to;
        } else {
            i += 1;
        }
    }
}

/// The longest known form that begins at a word.
fn longest(page: &Page<'_>, world: &World, from: usize) -> Option<(usize, u32)> {
    let capital = |i: usize| u32::from(page.is_capital(i) || page.has_capital(i));
    let mut key = start(page.id(from));
    let mut found = world.form_of(key)?;
    let mut capitals = capital(from);
    let mut best = found.filter(|_| world.is_spelt(key, capitals)).map(|id| (from + 1, id));
    let mut to = from + 1;
    while to < page.len() && to - from < 8 && page.together(from, to + 1) {
        key = extend(key, page.id(to));
        let Some(next) = world.form_of(key) else { break };
        capitals |= capital(to) << (to - from);
        to += 1;
        found = next;
        if let Some(id) = found.filter(|_| world.is_spelt(key, capitals)) {
            best = Some((to, id));
        }
    }
    let (to, id) = best?;
    // "la tass" or "otan" in small letters are no names unless all is small.
    // "royaume-Uni" has its capital inside.
    let capital = (from..to).any(|i| page.has_capital(i));
    (capital || world.is_small(page.key(from, to))).then_some((to, id))
}

fn label(page: &mut Page<'_>, world: &World, from: usize, to: usize, id: u32) -> bool {
    let entry = world.entries[id as usize];
    let inside = (from..to).find_map(|i| page.covering(i));
    // "Intermarché de France": the company, and where.
    let of = page.is(to, Grammar::Genitive | Grammar::Locative);
    let branch = of && entry.cased && inside.is_some_and(|d| d.from == from && d.to == to + 2);
    if branch && page.word(to + 1).is_some_and(|w| w.own & list::COUNTRY != 0) {
        page.put(to + 1, to + 2, EntityKind::Place, "known.branch");
        page.set(Draft {
            from,
            to,
            kind: entry.kind,
            rule: "known.branch",
            entry: Some(id),
            fixed: true,
            cited: entry.agency,
        });
        return true;
    }
    // "radio France Info": the small word says what it is.
    let described = |d: Draft| {
        d.to == to && entry.cased && to - from > 1 && (d.from..from).all(|i| page.class(i) == WordClass::Small)
    };
    let wider = inside.is_some_and(|d| d.from <= from && d.to >= to && d.to - d.from > to - from && !described(d));
    if wider || (entry.contextual && !is_cited(page, from, to)) {
        return false;
    }
    let single = to - from == 1;
    // A capital that opens a sentence says nothing.
    let known_inside = page.word(from).is_some_and(|w| w.doc & seen::INSIDE != 0);
    if entry.cased && single && page.opens(from) && inside.is_none() && !known_inside {
        return false;
    }
    let in_run = page.before(from).is_some_and(|b| page.is_capital(b) && page.covering(b).is_none())
        || page.after(to).is_some_and(|a| page.is_capital(a) && page.covering(a).is_none());
    if single && in_run && !page.shouted(from) && page.covering(from).is_none() {
        return false;
    }
    // One word of the model's that is longer to one side: "Air France".
    if inside.is_some_and(|d| d.from < from || d.to > to) && single {
        return false;
    }
    if single && page.shouted(from) && page.covering(from).is_none() && page.spelling(from).len() <= 3 {
        return false;
    }
    let support = page.support(from, to);
    let kind = entry.kind as usize;
    if single
        && inside.is_some_and(|d| d.kind == EntityKind::Person)
        && support[EntityKind::Person as usize] > support[kind] + 3.0
    {
        return false;
    }
    let rule = if inside.is_some_and(|d| d.kind == entry.kind && (d.from, d.to) == (from, to)) {
        "model"
    } else {
        "known.form"
    };
    page.set(Draft { from, to, kind: entry.kind, rule, entry: Some(id), fixed: true, cited: entry.agency });
    true
}

/// True where the words around say that somebody is quoted: `selon X`,
/// `l’agence X`, `(X)`, `X rapporte`.
fn is_cited(page: &Page<'_>, from: usize, to: usize) -> bool {
    let near = (1..=5).filter_map(|n| from.checked_sub(n)).take_while(|j| page.together(*j, to)).any(|j| {
        page.is_in_any_case(j, Citation::Attribution) || page.is(j, Citation::Source) || page.is(j, Grammar::Comitative)
    });
    let bracketed = page.before(from).is_some_and(|b| matches!(page.spelling(b), "(" | "/" | "-" | "–"))
        && page.after(to).is_some_and(|a| matches!(page.spelling(a), ")" | "," | "/"));
    let says = page.after(to).and_then(|a| page.word(a)).is_some_and(|w| w.cues & cue::SAY != 0);
    near || bracketed || says
}

/// Marks organisations that the text cites as its source.
pub(in crate::entity) fn cite(page: &mut Page<'_>) {
    for d in page.drafts().into_iter().filter(|d| d.kind == EntityKind::Organisation && !d.cited) {
        if is_source(page, d) {
            page.change(d.from, |d| d.cited = true);
        }
    }
}

/// `selon l’agence X`, `le quotidien X`, `rapporte X`, `a déclaré à X`.
fn is_source(page: &Page<'_>, d: Draft) -> bool {
    let mut attributed = false;
    let mut media = false;
    for j in (1..=5).filter_map(|n| d.from.checked_sub(n)).take_while(|j| page.together(*j, d.to)) {
        attributed |= page.is_in_any_case(j, Citation::Attribution) || page.is(j, Citation::Disclosure);
        media |= page.is(j, Citation::Medium | Citation::Periodical);
    }
    media || attributed
}
