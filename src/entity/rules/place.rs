//! Streets, squares, airports and stadiums that bear a person's name are
//! places.

use crate::entity::EntityKind;
use crate::entity::page::{Draft, Page};

/// Heads that belong to the name, also through `de`.
const STREETS: &[&str] = &["rue", "avenue", "boulevard", "quai", "allée", "allées", "impasse", "esplanade", "faubourg"];

/// Heads that belong to the name when it follows at once.
const SQUARES: &[&str] =
    &["place", "square", "pont", "porte", "rond-point", "cours", "gare", "aéroport", "stade", "parc", "tour", "port"];

/// Joins a head and the name behind it.
pub(super) fn streets(page: &mut Page<'_>) {
    for i in 0..page.len() {
        let word = page.spelling(i).to_lowercase();
        let street = STREETS.contains(&word.as_str());
        if !street && !SQUARES.contains(&word.as_str()) {
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
        if !page.is_capital(at) || !page.together(i, at + 1) || page.is_capital(i) && at == i + 1 && !page.opens(i) {
            continue;
        }
        let Some(d) = page.covering(at).filter(|d| d.from <= at) else { continue };
        let person = d.kind == EntityKind::Person;
        if d.from <= i || !(street || person || d.kind == EntityKind::Place) || (!street && !person && word != "place")
        {
            continue;
        }
        let kind = EntityKind::Place;
        page.set(Draft { from: i, to: d.to, kind, rule: "rule.street", entry: None, fixed: true, cited: false });
    }
}
