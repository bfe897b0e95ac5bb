//! What the words behind a name and a comma call it.

use crate::entity::page::{Draft, Page};
use crate::entity::rules::link::ARTICLE;
use crate::entity::rules::weight::{LOUDEST, Weight};
use crate::entity::types::EntityKind;
use crate::lang::{Citation, Grammar, OrganisationWord, PlaceWord, Set};

/// What calls the name before it an organisation.
const BODY: Set<OrganisationWord> = OrganisationWord::Association
    .set()
    .or(OrganisationWord::Collective.set())
    .or(OrganisationWord::Company.set())
    .or(OrganisationWord::InstitutionType.set());

/// `X, une organisation religieuse`, `X, petite ville de…`.
pub(super) fn apposed(page: &Page<'_>, d: &Draft) -> Weight {
    if page.spelling(d.to) != "," || !page.together(d.from, d.to + 2) {
        return None;
    }
    let small = |i: usize| page.is(i, Grammar::Diminutive | Grammar::Magnitude | Grammar::Age);
    let mut at = d.to + 1;
    if page.is(at, ARTICLE) {
        at += 1;
    }
    if small(at) {
        at += 1;
    }
    if page.is(at, BODY) || page.is(at, Citation::Periodical) {
        return Some((EntityKind::Organisation, 2.0 * LOUDEST));
    }
    page.is(at, PlaceWord::Settlement | PlaceWord::District | PlaceWord::Capital)
        .then_some((EntityKind::Place, 2.0 * LOUDEST))
}
