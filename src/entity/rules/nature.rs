//! What a name and the words right beside it say about its kind: a capital
//! city, a company's ending, `la commune de`, `le petit`. Each piece of
//! evidence is a function; all that speak are added up.

mod apposition;
mod organisation;
mod person;
mod place;
mod work;

use super::weight::{LOUDEST, Weight};
use crate::entity::gazetteer::list;
use crate::entity::page::{Draft, Page};
use crate::entity::types::EntityKind;

/// The evidence in the order in which it is added. The order has no meaning,
/// but sums of fractions depend on it, and the result must not.
const EVIDENCE: [fn(&Page<'_>, &Draft) -> Weight; 23] = [
    place::capital,
    work::product,
    apposition::apposed,
    person::addressed,
    person::aged,
    person::given,
    work::quoted,
    work::show,
    place::among_places,
    place::behind_noun,
    place::small_head,
    place::contracted,
    place::by_letters,
    work::code,
    work::dated,
    organisation::behind_body,
    organisation::published,
    person::small,
    listed,
    work::entitled,
    organisation::behind_company,
    organisation::by_ending,
    place::by_ending,
];

/// Adds what speaks for each kind, in the order of [`EntityKind::ALL`].
pub(super) fn weigh(page: &Page<'_>, d: &Draft, sum: &mut [f32; 4]) {
    for evidence in EVIDENCE {
        if let Some((kind, weight)) = evidence(page, d) {
            sum[kind as usize] += weight;
        }
    }
}

/// The kind of a name that one list holds as a whole.
fn listed(page: &Page<'_>, d: &Draft) -> Weight {
    const PLACE: u8 = list::COUNTRY | list::CITY | list::REGION;
    let (first, last) = (page.word(d.from)?, page.word(d.to - 1)?);
    let whole = d.to - d.from == 1 && first.place == 1
        || d.to - d.from > 1
            && first.place == 2
            && last.place == 3
            && page.word(d.to).is_none_or(|w| w.place != 3)
            && (d.from + 1..d.to).all(|i| page.word(i).is_some_and(|w| w.place == 3));
    if !whole {
        return None;
    }
    let kind = match first.lists & (PLACE | list::ORG | list::GIVEN | list::SURNAME) {
        l if l & PLACE != 0 && l & !PLACE == 0 => EntityKind::Place,
        list::ORG => EntityKind::Organisation,
        _ => return None,
    };
    Some((kind, if d.to - d.from > 1 { LOUDEST } else { LOUDEST / 2.0 }))
}
