//! What does not belong to a name at its beginning.

use crate::entity::gazetteer::list;
use crate::entity::lexicon::cue;
use crate::entity::page::{Draft, Page};
use crate::entity::rules::common::OPENERS;
use crate::entity::rules::link::{LINK, OF};
use crate::entity::types::EntityKind;
use crate::entity::words::WordClass;
use crate::entity::world::World;
use crate::lang::{Grammar, OrganisationWord, PersonWord, PlaceWord, WorkWord};

/// True when the first word of what is left is no part of the name.
pub(super) fn drops(page: &Page<'_>, d: Draft, i: usize, to: usize) -> bool {
    let Some(w) = page.word(i) else { return false };
    if w.class > WordClass::NumberMixed {
        return true;
    }
    if i + 1 >= to {
        return false;
    }
    // "les services du Service public de Wallonie": a plural head is not the name.
    let many = page.is(i, OrganisationWord::Staff);
    if many && d.kind == EntityKind::Organisation || i > d.from && many_before(page, i) {
        return true;
    }
    // "Avec Cyrano": the first word of the sentence.
    let opening = page.opens(i) && i == d.from && matches!(d.kind, EntityKind::Person | EntityKind::Place);
    if opening && (page.is_capitalised(i, OPENERS) || page.is_capitalised(i, PersonWord::Approached)) {
        return true;
    }
    // "tribunal de Besançon": the court of a town is described, not named.
    let court =
        w.class == WordClass::Small && page.is(i, OrganisationWord::LocalOffice) && d.kind == EntityKind::Organisation;
    if court && names_town(page, i, to) || i > d.from && w.class.is_small() && court_before(page, d.from, i, to) {
        return true;
    }
    // "The Coast Committee", but "The Guardian" of the lists.
    if page.is_capitalised(i, Grammar::SeparableArticle) && page.opens(i) && d.kind != EntityKind::Misc && w.place != 2
    {
        return true;
    }
    // "conseil d'administration d'Air France"
    if d.kind == EntityKind::Organisation && w.class.is_small() && board(page, d.from, i, to) {
        return true;
    }
    // "La chanson La Mer de Jade": what kind of work it is, and the article before.
    let genre = |j: usize| page.class(j) == WordClass::Small && page.is(j, WorkWord::Genre | WorkWord::Titled);
    let titled = |j: usize| j < to && page.is_capital(j);
    if d.kind == EntityKind::Misc && (genre(i) && titled(i + 1) || genre(i + 1) && titled(i + 2) && i + 2 < to) {
        return true;
    }
    // "river Thames"
    if d.kind == EntityKind::Place && page.is(i, PlaceWord::Watercourse) {
        return true;
    }
    // "procureur de la République d’Angers" names a town.
    let office =
        page.is_capitalised(i, PlaceWord::Republic) && i >= 3 && page.is_in_any_case(i - 3, PersonWord::Prosecutor);
    // "la place de Moscou" is about Moscow, "la place de la République" a square.
    let standing = page.is_in_any_case(i, PlaceWord::Standing)
        && page.is(i + 1, Grammar::Genitive)
        && to > i + 2
        && World::get().state_of_capital(page.key(i + 2, to)).is_some();
    if standing || office || (d.kind == EntityKind::Place && page.is(i, Grammar::Genitive | Grammar::Dative)) {
        return true;
    }
    match d.kind {
        EntityKind::Person
            if w.class == WordClass::Small && page.is_capital(i + 1) && !page.is(i, PersonWord::NameParticle) =>
        {
            true
        }
        EntityKind::Person => {
            let title = w.cues & cue::TITLE != 0 && (w.own & list::GIVEN == 0 || w.class == WordClass::Small);
            title || page.is(i, LINK) || page.is(i, PersonWord::Honorific)
        }
        EntityKind::Place => {
            page.is(i, Grammar::Article | Grammar::Locative | Grammar::Dative) || page.is(i, Grammar::Genitive)
        }
        _ => page.is(i, Grammar::Article),
    }
}

/// True when the range ends with a listed town behind `de`, and nothing else
/// in it has a capital: `tribunal correctionnel de Besançon`.
fn names_town(page: &Page<'_>, from: usize, to: usize) -> bool {
    let of = |i: usize| page.is(i, OF);
    let Some(town) = (from..to).find(|i| page.is_capital(*i)) else { return false };
    let listed = page.word(town).is_some_and(|w| w.lists & (list::CITY | list::REGION) != 0);
    town > from + 1 && of(town - 1) && listed
}

/// True while everything up to the town behind a court is dropped.
fn court_before(page: &Page<'_>, from: usize, i: usize, to: usize) -> bool {
    page.is(from, OrganisationWord::LocalOffice)
        && names_town(page, from, to)
        && (from..=i).all(|j| !page.is_capital(j))
}

/// True while a company's board, seat or plant is dropped in front of its
/// listed name.
fn board(page: &Page<'_>, from: usize, i: usize, to: usize) -> bool {
    let head = page.is(from, OrganisationWord::Seat);
    let Some(name) = (from..to).find(|j| page.is_capital(*j)) else { return false };
    let of = page.is(name - usize::from(name > from), OF);
    let listed = page.word(name).is_some_and(|w| w.lists & list::ORG != 0)
        || World::get().form_of(page.key(name, to)).flatten().is_some();
    head && of && listed && i < name
}

/// True for the link behind a plural head that was dropped.
fn many_before(page: &Page<'_>, i: usize) -> bool {
    let head = |j: usize| page.is(j, OrganisationWord::Staff);
    page.is(i, LINK) && (1..=2).any(|n| i.checked_sub(n).is_some_and(head))
}
