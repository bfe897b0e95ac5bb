//! What speaks for an organisation: what stands before the name, and its
//! ending.

use crate::entity::page::{Draft, Page};
use crate::entity::rules::nouns::BODIES;
use crate::entity::rules::weight::{LOUDEST, Weight};
use crate::entity::types::EntityKind;

/// Endings of organisations' names (folded).
const ORGANISATIONS: &[&str] = &[
    "fc",
    "sc",
    "ac",
    "rc",
    "as",
    "cf",
    "rugby",
    "group",
    "groupe",
    "inc",
    "corp",
    "plc",
    "ltd",
    "sa",
    "sas",
    "ag",
    "gmbh",
    "bank",
    "news",
    "tv",
    "airlines",
    "university",
    "company",
    "holding",
    "television",
    "televisions",
    "saint germain",
    "united",
    "records",
    "magazine",
    "motors",
    "media",
    "energy",
    "energies",
    "telecom",
    "pharma",
    "airways",
    "party",
    "council",
    "association",
    "board",
    "agency",
    "authority",
    "institute",
    "trust",
    "ministry",
    "department",
    "commission",
    "federation",
    "foundation",
];

/// Words right before the name of a company, a medium or a party.
const COMPANIES: &[&str] = &[
    "groupe",
    "entreprise",
    "société",
    "marque",
    "enseigne",
    "filiale",
    "constructeur",
    "opérateur",
    "compagnie",
    "géant",
    "distributeur",
    "fabricant",
    "chaîne",
    "quotidien",
    "hebdomadaire",
    "magazine",
    "ONG",
    "association",
    "syndicat",
    "parti",
    "start-up",
    "startup",
    "banque",
    "laboratoire",
    "assureur",
    "équipementier",
    "cabinet",
    "institut",
    "mensuel",
    "company",
    "broadcaster",
    "newspaper",
    "charity",
    "union",
    "retailer",
    "automaker",
];

/// `le mouvement des Jeunes Démocrates`.
pub(super) fn behind_body(page: &Page<'_>, d: &Draft) -> Weight {
    let link = page.before(d.from).filter(|b| page.spelling(*b) == "des")?;
    let body = BODIES.contains(&page.spelling(page.before(link)?));
    body.then_some((EntityKind::Organisation, 2.0 * LOUDEST))
}

/// `une étude parue dans X`, `dans un entretien au journal X`.
pub(super) fn published(page: &Page<'_>, d: &Draft) -> Weight {
    let b = page.before(d.from).filter(|b| matches!(page.spelling(*b), "dans" | "in"))?;
    let published = page.before(b).is_some_and(|p| {
        matches!(
            page.spelling(p),
            "paru" | "parue" | "parus" | "parues" | "publié" | "publiée" | "publiés" | "publiées" | "published"
        )
    });
    published.then_some((EntityKind::Organisation, 2.0 * LOUDEST))
}

/// `le groupe X`, `le quotidien X`.
pub(super) fn behind_company(page: &Page<'_>, d: &Draft) -> Weight {
    let company = d.to - d.from <= 3 && page.before(d.from).is_some_and(|b| COMPANIES.contains(&page.spelling(b)));
    company.then_some((EntityKind::Organisation, LOUDEST))
}

/// `X Airlines`, `X Corp.`
pub(super) fn by_ending(page: &Page<'_>, d: &Draft) -> Weight {
    if d.to - d.from < 2 {
        return None;
    }
    let last = crate::text::fold(page.spelling(d.to - 1));
    ORGANISATIONS.contains(&last.trim_end_matches('.')).then_some((EntityKind::Organisation, LOUDEST))
}
