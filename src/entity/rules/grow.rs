//! Names of organisations and places that go on over common words: `Office
//! français de protection des réfugiés`, `lycée Victor-Hugo`.

use super::link::{LINK, OF};
use crate::entity::lexicon::cue;
use crate::entity::page::{Draft, Page};
use crate::entity::types::EntityKind;
use crate::entity::words::WordClass;
use crate::entity::world::World;
use crate::lang::{self, Grammar, OrganisationWord, PlaceWord};

/// Makes names longer where their parts are common words.
pub(super) fn grow(page: &mut Page<'_>) {
    for d in page.drafts() {
        let head = page.is_capitalised(d.from, OrganisationWord::Institution);
        if d.kind == EntityKind::Organisation && head && !d.fixed && d.entry.is_none() {
            let to = right(page, d);
            if to > d.to {
                page.put(d.from, to, EntityKind::Organisation, "grow.complement");
            }
        }
    }
    for i in 0..page.len() {
        if page.is_in_any_case(i, OrganisationWord::Ministry) {
            ministry(page, i);
        } else if page.class(i) == WordClass::Small {
            house(page, i);
        } else if page.is_capitalised(i, Grammar::Magnitude) && page.is_capitalised(i + 1, PlaceWord::Port) {
            port(page, i);
        }
    }
}

/// Where an organisation's name ends: adjectives, then `de`, `des` or `pour`
/// with a noun and its adjectives, and once more behind `et`.
fn right(page: &Page<'_>, d: Draft) -> usize {
    let free_small =
        |i: usize| page.together(d.from, i + 1) && page.is_free(i, i + 1) && page.class(i) == WordClass::Small;
    let link = |i: usize| free_small(i) && page.is(i, OF);
    let article = |i: usize| page.is(i, Grammar::Article);
    let noun = |i: usize| {
        free_small(i)
            && page.spelling(i).chars().count() > 3
            && page.word(i).is_some_and(|w| w.cues & (cue::SAY | cue::TITLE) == 0)
    };
    let adjectives = |mut at: usize| {
        while free_small(at) && lang::any(|l| l.is_adjective(page.spelling(at))) {
            at += 1;
        }
        at
    };
    let mut to = d.to;
    let complete = (d.from..d.to).any(|i| page.is(i, OF | Grammar::Purpose));
    to = adjectives(to);
    if !complete && link(to) {
        let mut at = to + 1;
        while article(at) && at < to + 3 {
            at += 1;
        }
        // "Tribunal de grande instance"
        if page.is(at, Grammar::Magnitude | Grammar::Diminutive) {
            at += 1;
        }
        if noun(at) {
            to = adjectives(at + 1);
        }
    } else if !complete && to == d.to {
        return d.to;
    }
    // `Gauche écologiste et citoyenne`.
    let and = page.is(to, Grammar::Coordinator)
        && to > d.to
        && free_small(to + 1)
        && lang::any(|l| l.is_adjective(page.spelling(to + 1)));
    if and { adjectives(to + 1) } else { to }
}

/// Takes a small head into the name right behind it.
fn house(page: &mut Page<'_>, i: usize) {
    let kind = if page.is(i, OrganisationWord::NamedInstitution) {
        EntityKind::Organisation
    } else if page.is(i, PlaceWord::Building) {
        EntityKind::Place
    } else {
        return;
    };
    if !page.is_free(i, i + 1) || !page.is_capital(i + 1) || !page.together(i, i + 2) {
        return;
    }
    match page.covering(i + 1) {
        Some(d) if d.from == i + 1 && !d.fixed => page.put(i, d.to, kind, "grow.house"),
        _ => {}
    }
}

/// `ministère de la Justice`, `ministère canadien de la Défense nationale`.
fn ministry(page: &mut Page<'_>, i: usize) {
    let mut at = i + 1;
    let state = page.word(at).is_some_and(|w| !World::get().states_of(w.fold).is_empty());
    if state {
        at += 1;
    }
    let link = |j: usize| page.is(j, LINK);
    let from = at;
    while at < from + 2 && link(at) {
        at += 1;
    }
    if at == from || !page.is_capital(at) || !page.together(i, at + 1) {
        return;
    }
    let mut to = at + 1;
    while page.together(i, to + 1)
        && page.class(to) == WordClass::Small
        && lang::any(|l| l.is_adjective(page.spelling(to)))
    {
        to += 1;
    }
    let state = |j: usize| page.word(j).is_some_and(|w| !World::get().states_of(w.fold).is_empty());
    while to > at + 1 && state(to - 1) {
        to -= 1;
    }
    let inner = (i..to).all(|j| page.covering(j).is_none_or(|d| d.from >= i && d.to <= to));
    if inner {
        let kind = EntityKind::Organisation;
        page.set(Draft { from: i, to, kind, rule: "grow.ministry", entry: None, fixed: true, cited: false });
    }
}

/// `Grand Port maritime de X`: an authority, with the town it belongs to.
fn port(page: &mut Page<'_>, i: usize) {
    let mut to = i + 2;
    while page.together(i, to + 1) && page.is(to, PlaceWord::PortType) {
        to += 1;
    }
    if page.is(to, OF) && page.together(i, to + 2) && page.is_capital(to + 1) {
        let end = page.covering(to + 1).filter(|d| d.kind == EntityKind::Place).map_or(to + 2, |d| d.to);
        to = end.max(to + 2);
    }
    let kind = EntityKind::Organisation;
    page.set(Draft { from: i, to, kind, rule: "grow.port", entry: None, fixed: true, cited: false });
}
