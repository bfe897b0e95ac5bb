//! What speaks for a person, or against a place.

use crate::entity::gazetteer::list;
use crate::entity::page::{Draft, Page};
use crate::entity::rules::weight::{GIVEN, LOUDEST, Weight};
use crate::entity::types::EntityKind;
use crate::entity::words::WordClass;
use crate::lang::{Grammar, PersonWord};

/// `Lucille, 20 ans`.
pub(super) fn aged(page: &Page<'_>, d: &Draft) -> Weight {
    let aged = page.spelling(d.to) == ","
        && page.class(d.to + 1) == WordClass::Day
        && page.is(d.to + 2, PersonWord::YearOfAge);
    aged.then_some((EntityKind::Person, LOUDEST))
}

/// A listed given name that names no place, company or people.
pub(super) fn given(page: &Page<'_>, d: &Draft) -> Weight {
    const OTHER: u8 = list::COUNTRY | list::CITY | list::REGION | list::ORG | list::DEMONYM;
    let first = page.word(d.from)?;
    let given = first.own & list::GIVEN != 0 && first.own & OTHER == 0 && first.class != WordClass::Capitals;
    given.then_some((EntityKind::Place, -GIVEN))
}

/// `Mme Carsac`: whom one addresses so is a person.
pub(super) fn addressed(page: &Page<'_>, d: &Draft) -> Weight {
    page.is(page.before(d.from)?, PersonWord::Honorific).then_some((EntityKind::Person, 2.0 * LOUDEST))
}

/// `le petit Tom`, `la jeune Lina`: a given name behind an adjective.
pub(super) fn small(page: &Page<'_>, d: &Draft) -> Weight {
    let b = page.before(d.from)?;
    let adjective = page.is(b, Grammar::Diminutive | Grammar::Age);
    let article = page
        .before(b)
        .is_some_and(|a| page.is_in_any_case(a, Grammar::Article) || page.is(a, Grammar::ContractedGenitive));
    let given = page.word(d.from).is_some_and(|w| w.own & list::GIVEN != 0);
    (adjective && article && given).then_some((EntityKind::Person, LOUDEST))
}
