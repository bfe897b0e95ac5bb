//! What the words behind a name and a comma call it.

use crate::entity::page::{Draft, Page};
use crate::entity::rules::weight::{LOUDEST, Weight};
use crate::entity::types::EntityKind;

/// What calls the name before it an organisation.
const BODIES: &[&str] = &[
    "organisation",
    "association",
    "entreprise",
    "société",
    "ONG",
    "start-up",
    "compagnie",
    "groupe",
    "filiale",
    "chaîne",
    "marque",
    "parti",
    "syndicat",
    "plateforme",
    "institution",
    "fondation",
    "agence",
    "banque",
    "fédération",
    "collectif",
    "coopérative",
    "enseigne",
    "multinationale",
    "constructeur",
    "fabricant",
    "quotidien",
    "hebdomadaire",
    "company",
    "charity",
];

/// What calls the name before it a place.
const TOWNS: &[&str] = &[
    "ville",
    "village",
    "commune",
    "localité",
    "bourgade",
    "capitale",
    "banlieue",
    "quartier",
    "île",
    "station",
    "département",
    "province",
    "hameau",
    "municipalité",
    "chef-lieu",
    "port",
    "town",
    "city",
    "suburb",
];

/// `X, une organisation religieuse`, `X, petite ville de…`.
pub(super) fn apposed(page: &Page<'_>, d: &Draft) -> Weight {
    if page.spelling(d.to) != "," || !page.together(d.from, d.to + 2) {
        return None;
    }
    let small = |i: usize| {
        matches!(
            page.spelling(i),
            "petite" | "petit" | "grande" | "grand" | "première" | "premier" | "célèbre" | "jeune"
        )
    };
    let mut at = d.to + 1;
    if matches!(page.spelling(at), "une" | "un" | "l'" | "l’" | "la" | "le" | "a" | "the") {
        at += 1;
    }
    if small(at) {
        at += 1;
    }
    let noun = page.spelling(at);
    if page.is_capital(at) && noun != "ONG" {
        return None;
    }
    if BODIES.contains(&noun) {
        return Some((EntityKind::Organisation, 2.0 * LOUDEST));
    }
    TOWNS.contains(&noun).then_some((EntityKind::Place, 2.0 * LOUDEST))
}
