//! Streets, squares, airports and stadiums that bear a person's name are
//! places.

use super::link::{LINK, OF};
use crate::entity::gazetteer::list;
use crate::entity::page::{Draft, Page};
use crate::entity::types::EntityKind;
use crate::entity::words::WordClass;
use crate::lang::{Grammar, PlaceWord};

/// `la place de la République` but not `la place de la France dans…` nor
/// `la place de Moscou`: the capitalised word.
fn square(page: &Page<'_>, head: usize) -> Option<usize> {
    let first = head + 1;
    let mut j = first + 1;
    while j < head + 4 && page.is(j, Grammar::Article) {
        j += 1;
    }
    let through_article = j > first + 1 || page.is(first, Grammar::ContractedGenitive);
    let w = page.word(j)?;
    let other = page.is_in_any_case(j, PlaceWord::Bearer);
    let article = page.before(head).is_some_and(|b| {
        matches!(page.spelling(b), "," | "(")
            || page.is_in_any_case(b, Grammar::Article)
            || page.is(b, Grammar::Coordinator)
            || page.is(b, PlaceWord::Standing)
    });
    let named =
        w.class == WordClass::Capitalised && w.own & (list::COUNTRY | list::CITY | list::REGION | list::GIVEN) == 0;
    let alone =
        !page.is_capital(j + 1) && page.covering(j).is_none_or(|d| d.to == j + 1 && d.kind != EntityKind::Person);
    (through_article && article && named && alone && !other && page.together(head, j + 1)).then_some(j)
}

/// `le viaduc de Millau`, `le pont de la Roselière`: where the name of the work
/// ends, which is no town even when nothing else found it.
fn work(page: &Page<'_>, head: usize, at: usize) -> Option<usize> {
    if page.class(head) != WordClass::Small || !page.is(head + 1, OF) || !page.is_free(head, at) {
        return None;
    }
    match page.covering(at) {
        Some(d) => (d.from == at && matches!(d.kind, EntityKind::Place | EntityKind::Person)).then_some(d.to),
        None => {
            let mut to = at + 1;
            while page.is_capital(to) && page.is_free(to, to + 1) && page.together(head, to + 1) {
                to += 1;
            }
            Some(to)
        }
    }
}

/// Joins a head and the name behind it.
pub(super) fn streets(page: &mut Page<'_>) {
    for i in 0..page.len() {
        let Some(word) = page.word(i).map(|w| w.lower) else { continue };
        let (street, structure) = (word.is(PlaceWord::Street), word.is(PlaceWord::Structure));
        if !street && !structure && !word.is(PlaceWord::Square) {
            continue;
        }
        let mut at = i + 1;
        if street || structure {
            while at < i + 4 && page.is(at, LINK) {
                at += 1;
            }
        }
        if word.is(PlaceWord::Standing)
            && page.is(at, OF)
            && let Some(at) = square(page, i)
        {
            let kind = EntityKind::Place;
            page.set(Draft { from: i, to: at + 1, kind, rule: "place.square", entry: None, fixed: true, cited: false });
            continue;
        }
        if !page.is_capital(at) || !page.together(i, at + 1) || page.is_capital(i) && at == i + 1 && !page.opens(i) {
            continue;
        }
        if structure && at > i + 1 {
            if let Some(to) = work(page, i, at) {
                let kind = EntityKind::Place;
                page.set(Draft { from: i, to, kind, rule: "place.work", entry: None, fixed: true, cited: false });
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
        if d.from <= i
            || !(street || person || d.kind == EntityKind::Place)
            || (!street && !person && !word.is(PlaceWord::Standing))
        {
            continue;
        }
        let kind = EntityKind::Place;
        page.set(Draft { from: i, to: d.to, kind, rule: "place.named_after", entry: None, fixed: true, cited: false });
    }
}
