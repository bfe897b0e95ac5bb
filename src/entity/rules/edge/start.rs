//! What does not belong to a name at its beginning.

use crate::entity::gazetteer::list;
use crate::entity::lexicon::cue;
use crate::entity::page::{Draft, Page};
use crate::entity::rules::common::OPENERS;
use crate::entity::types::EntityKind;
use crate::entity::words::WordClass;
use crate::entity::world::World;
use crate::lang::PersonWord;

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
    let many = matches!(page.spelling(i), "services" | "équipes" | "agents" | "locaux" | "effectifs" | "membres");
    if many && d.kind == EntityKind::Organisation || i > d.from && many_before(page, i) {
        return true;
    }
    // "Avec Cyrano": the first word of the sentence.
    let opening = page.opens(i) && i == d.from && matches!(d.kind, EntityKind::Person | EntityKind::Place);
    if opening && OPENERS.contains(&page.spelling(i)) {
        return true;
    }
    // "tribunal de Besançon": the court of a town is described, not named.
    let court = w.class == WordClass::Small && COURTS.contains(&page.spelling(i)) && d.kind == EntityKind::Organisation;
    if court && names_town(page, i, to) || i > d.from && w.class.is_small() && court_before(page, d.from, i, to) {
        return true;
    }
    // "The Coast Committee", but "The Guardian" of the lists.
    if page.spelling(i) == "The" && page.opens(i) && d.kind != EntityKind::Misc && w.place != 2 {
        return true;
    }
    // "conseil d'administration d'Air France"
    if d.kind == EntityKind::Organisation && w.class.is_small() && board(page, d.from, i, to) {
        return true;
    }
    // "river Thames"
    if d.kind == EntityKind::Place && page.spelling(i) == "river" {
        return true;
    }
    // "procureur de la République d’Angers" names a town.
    let office = page.spelling(i) == "République"
        && i >= 3
        && matches!(page.spelling(i - 3), "procureur" | "procureure" | "Procureur" | "procureurs");
    // "la place de Moscou" is about Moscow, "la place de la République" a square.
    let standing = matches!(page.spelling(i), "place" | "Place")
        && page.spelling(i + 1) == "de"
        && to > i + 2
        && World::get().state_of_capital(page.key(i + 2, to)).is_some();
    if standing || office || (d.kind == EntityKind::Place && matches!(page.spelling(i), "d'" | "d’" | "de" | "à")) {
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
            title || matches!(page.spelling(i), "le" | "la" | "l'" | "l’" | "les" | "de" | "d'" | "d’" | "du")
        }
        EntityKind::Place => {
            matches!(page.spelling(i), "le" | "la" | "l'" | "l’" | "les" | "en" | "à" | "de" | "d'" | "d’")
        }
        _ => matches!(page.spelling(i), "le" | "la" | "l'" | "l’" | "les"),
    }
}

/// Courts and offices that every town has.
const COURTS: &[&str] =
    &["tribunal", "cour", "parquet", "préfecture", "mairie", "gendarmerie", "commissariat", "rectorat"];

/// True when the range ends with a listed town behind `de`, and nothing else
/// in it has a capital: `tribunal correctionnel de Besançon`.
fn names_town(page: &Page<'_>, from: usize, to: usize) -> bool {
    let of = |i: usize| matches!(page.spelling(i), "de" | "d'" | "d’" | "du" | "des");
    let Some(town) = (from..to).find(|i| page.is_capital(*i)) else { return false };
    let listed = page.word(town).is_some_and(|w| w.lists & (list::CITY | list::REGION) != 0);
    town > from + 1 && of(town - 1) && listed
}

/// True while everything up to the town behind a court is dropped.
fn court_before(page: &Page<'_>, from: usize, i: usize, to: usize) -> bool {
    COURTS.contains(&page.spelling(from)) && names_town(page, from, to) && (from..=i).all(|j| !page.is_capital(j))
}

/// True while a company's board, seat or plant is dropped in front of its
/// listed name.
fn board(page: &Page<'_>, from: usize, i: usize, to: usize) -> bool {
    let head =
        matches!(page.spelling(from), "conseil" | "siège" | "usine" | "site" | "direction" | "actionnaires" | "patron");
    let Some(name) = (from..to).find(|j| page.is_capital(*j)) else { return false };
    let of = matches!(page.spelling(name - usize::from(name > from)), "de" | "d'" | "d’" | "du");
    let listed = page.word(name).is_some_and(|w| w.lists & list::ORG != 0)
        || World::get().form_of(page.key(name, to)).flatten().is_some();
    head && of && listed && i < name
}

/// True for the link behind a plural head that was dropped.
fn many_before(page: &Page<'_>, i: usize) -> bool {
    let head =
        |j: usize| matches!(page.spelling(j), "services" | "équipes" | "agents" | "locaux" | "effectifs" | "membres");
    let link = matches!(page.spelling(i), "de" | "du" | "des" | "d'" | "d’" | "la" | "l'" | "l’");
    link && (1..=2).any(|n| i.checked_sub(n).is_some_and(head))
}
