//! What speaks for an organisation: what stands before the name, and its
//! ending.

use crate::entity::page::{Draft, Page};
use crate::entity::rules::nouns::BODY;
use crate::entity::rules::weight::{LOUDEST, Weight};
use crate::entity::types::EntityKind;
use crate::lang::{Citation, Grammar, OrganisationWord, Set, Tags, WorkWord};

/// `le mouvement des Jeunes Démocrates`.
pub(super) fn behind_body(page: &Page<'_>, d: &Draft) -> Weight {
    let link = page
        .before(d.from)
        .filter(|b| page.is(*b, Grammar::PluralDeterminer) && page.is(*b, Grammar::ContractedGenitive))?;
    let body = page.is(page.before(link)?, BODY);
    body.then_some((EntityKind::Organisation, 2.0 * LOUDEST))
}

/// `une étude parue dans X`, `dans un entretien au journal X`.
pub(super) fn published(page: &Page<'_>, d: &Draft) -> Weight {
    let b = page.before(d.from).filter(|b| page.is(*b, Grammar::Inessive))?;
    let published = page.before(b).is_some_and(|p| page.is(p, WorkWord::Published));
    published.then_some((EntityKind::Organisation, 2.0 * LOUDEST))
}

/// `le groupe X`, `le quotidien X`.
pub(super) fn behind_company(page: &Page<'_>, d: &Draft) -> Weight {
    const COMPANY: Set<OrganisationWord> =
        OrganisationWord::Association.set().or(OrganisationWord::Company.set()).or(OrganisationWord::Firm.set());
    let company = |b: usize| page.is(b, COMPANY) || page.is(b, Citation::Periodical);
    let company = d.to - d.from <= 3 && page.before(d.from).is_some_and(company);
    company.then_some((EntityKind::Organisation, LOUDEST))
}

/// `X Airlines`, `X Corp.`
pub(super) fn by_ending(page: &Page<'_>, d: &Draft) -> Weight {
    if d.to - d.from < 2 {
        return None;
    }
    let last = crate::text::fold(page.spelling(d.to - 1));
    Tags::of_folded(last.trim_end_matches('.'))
        .is(OrganisationWord::NameEnding)
        .then_some((EntityKind::Organisation, LOUDEST))
}
