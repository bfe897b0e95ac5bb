//! Streets, squares, airports and stadiums that bear a person's name are
//! places.

use crate::entity::gazetteer::list;
use crate::entity::page::{Draft, Page};
use crate::entity::types::EntityKind;
use crate::entity::words::WordClass;

/// Heads that belong to the name, also through `de`.
const STREETS: &[&str] = &["rue", "avenue", "boulevard", "quai", "allée", "allées", "impasse", "esplanade", "faubourg"];

/// Works that bear the name of a town and are places of their own.
const WORKS: &[&str] = &["viaduc", "barrage", "tunnel", "phare"];

/// Heads that belong to the name when it follows at once.
const SQUARES: &[&str] =
    &["place", "square", "pont", "porte", "rond-point", "cours", "gare", "aéroport", "stade", "parc", "tour", "port"];

/// `la place de la République` but not `la place de la France dans…` nor
/// `la place de Moscou`: the capitalised word.
fn square(page: &Page<'_>, head: usize) -> Option<usize> {
    let first = head + 1;
    let mut j = first + 1;
    while j < head + 4 && matches!(page.spelling(j), "la" | "l'" | "l’" | "les") {
        j += 1;
    }
    let through_article = j > first + 1 || matches!(page.spelling(first), "du" | "des");
    let w = page.word(j)?;
    let other = matches!(
        page.spelling(j).to_lowercase().as_str(),
        "état" | "etat" | "europe" | "église" | "homme" | "union" | "islam" | "afrique" | "asie"
    );
    let article =
        page.before(head).is_some_and(|b| matches!(page.spelling(b), "la" | "La" | "," | "(" | "et" | "place"));
    let named =
        w.class == WordClass::Capitalised && w.own & (list::COUNTRY | list::CITY | list::REGION | list::GIVEN) == 0;
    let alone =
        !page.is_capital(j + 1) && page.covering(j).is_none_or(|d| d.to == j + 1 && d.kind != EntityKind::Person);
    (through_article && article && named && alone && !other && page.together(head, j + 1)).then_some(j)
}

/// Joins a head and the name behind it.
pub(super) fn streets(page: &mut Page<'_>) {
    for i in 0..page.len() {
        let word = page.spelling(i).to_lowercase();
        let street = STREETS.contains(&word.as_str());
        if !street && !SQUARES.contains(&word.as_str()) && !WORKS.contains(&word.as_str()) {
            continue;
        }
        let mut at = i + 1;
        if street {
            while at < i + 4
                && matches!(page.spelling(at), "de" | "du" | "des" | "la" | "l'" | "l’" | "d'" | "d’" | "les")
            {
                at += 1;
            }
        }
        if word == "place"
            && matches!(page.spelling(at), "de" | "du" | "des")
            && let Some(at) = square(page, i)
        {
            let kind = EntityKind::Place;
            page.set(Draft { from: i, to: at + 1, kind, rule: "place.square", entry: None, fixed: true, cited: false });
            continue;
        }
        if !page.is_capital(at) || !page.together(i, at + 1) || page.is_capital(i) && at == i + 1 && !page.opens(i) {
            continue;
        }
        // `le viaduc de Millau`, `le barrage de Sivens`: the work, not the town.
        if WORKS.contains(&word.as_str())
            && page.is_free(i, i + 1)
            && matches!(page.spelling(i + 1), "de" | "du" | "d'" | "d’")
        {
            let town = page.covering(i + 2).filter(|d| d.from == i + 2 && d.kind == EntityKind::Place);
            if let Some(d) = town.filter(|_| page.together(i, i + 3)) {
                let kind = EntityKind::Place;
                page.set(Draft { from: i, to: d.to, kind, rule: "place.work", entry: None, fixed: true, cited: false });
            }
            continue;
        }
        if street && page.covering(at).is_none() && page.class(i) == WordClass::Small {
            // `quai des Charrons`: nothing else found the name.
            let mut to = at + 1;
            while page.is_capital(to) && page.is_free(to, to + 1) && page.together(i, to + 1) {
                to += 1;
            }
            let kind = EntityKind::Place;
            page.set(Draft { from: i, to, kind, rule: "place.street", entry: None, fixed: true, cited: false });
            continue;
        }
        let Some(d) = page.covering(at).filter(|d| d.from <= at) else { continue };
        let person = d.kind == EntityKind::Person;
        if d.from <= i || !(street || person || d.kind == EntityKind::Place) || (!street && !person && word != "place")
        {
            continue;
        }
        let kind = EntityKind::Place;
        page.set(Draft { from: i, to: d.to, kind, rule: "place.named_after", entry: None, fixed: true, cited: false });
    }
}
