//! What speaks for a place: the words around it, its letters, its last word.

use crate::entity::gazetteer::list;
use crate::entity::lexicon::cue;
use crate::entity::page::{Draft, Page};
use crate::entity::rules::weight::{CAPITAL, LOUDEST, Weight};
use crate::entity::types::EntityKind;
use crate::entity::words::WordClass;
use crate::entity::world::World;

/// The capital of a state.
pub(super) fn capital(page: &Page<'_>, d: &Draft) -> Weight {
    World::get().state_of_capital(page.key(d.from, d.to))?;
    Some((EntityKind::Place, CAPITAL))
}

/// `aéroport de X`: a place by its small first word.
pub(super) fn small_head(page: &Page<'_>, d: &Draft) -> Weight {
    let first = page.word(d.from)?;
    let place =
        d.to - d.from > 1 && first.class == WordClass::Small && first.cues & (cue::PLACE | cue::ORG) == cue::PLACE;
    place.then_some((EntityKind::Place, LOUDEST))
}

/// `d’Erquelinnes, de Mons, de Tournai`: one of a list of places.
pub(super) fn among_places(page: &Page<'_>, d: &Draft) -> Weight {
    let of = |i: usize| matches!(page.spelling(i), "de" | "d'" | "d’" | "à");
    let b = page.before(d.from).filter(|b| of(*b))?;
    let place = |i: usize| page.covering(i).is_some_and(|o| o.kind == EntityKind::Place);
    let comma = |i: usize| page.spelling(i) == ",";
    let left = b >= 2 && comma(b - 1) && place(b - 2);
    let right = comma(d.to) && of(d.to + 1) && place(d.to + 2);
    (d.to - d.from == 1 && left && right).then_some((EntityKind::Place, LOUDEST))
}

/// Nouns whose `de` is followed by the name of a town, a region or a country.
const PLACES_OF: &[&str] = &[
    "commune",
    "communes",
    "ville",
    "villes",
    "village",
    "villages",
    "wilaya",
    "daïra",
    "douar",
    "municipalité",
    "bourg",
    "bourgade",
    "hameau",
    "localité",
    "agglomération",
    "banlieue",
    "département",
    "région",
    "province",
    "canton",
    "arrondissement",
    "île",
    "archipel",
    "presqu'île",
    "péninsule",
    "aéroport",
    "gare",
    "péage",
    "rond-point",
    "échangeur",
    "raffinerie",
    "carrière",
    "habitants",
    "riverains",
    "maire",
    "mairie",
    "mairesse",
    "bourgmestre",
    "hauteur",
    "alentours",
    "environs",
    "périphérie",
    "sous-préfecture",
    "vallée",
    "plage",
    "baie",
    "golfe",
    "col",
    "massif",
    "forêt",
    "lac",
    "camp",
    "quartier",
    "quartiers",
    "faubourg",
    "originaire",
    "natif",
    "native",
    "royaume",
    "principauté",
    "frontière",
    "district",
    "comté",
    "abords",
];

/// `la commune de X`, `à hauteur de X`, `X (Aisne)`.
pub(super) fn behind_noun(page: &Page<'_>, d: &Draft) -> Weight {
    let of = |i: usize| matches!(page.spelling(i), "de" | "d'" | "d’");
    let head = |i: usize| PLACES_OF.contains(&page.spelling(i).to_lowercase().as_str());
    let named = page.before(d.from).is_some_and(|b| {
        of(b) && page.before(b).is_some_and(head)
            || matches!(
                page.spelling(b),
                "quartier" | "quartiers" | "cité" | "douar" | "haï" | "daïra" | "oued" | "djebel" | "ksar"
            )
    });
    let region = |i: usize| page.word(i).is_some_and(|w| w.lists & list::REGION != 0 && w.place <= 2);
    let closes = |from: usize| (from..from + 5).any(|i| page.spelling(i) == ")");
    let bracketed = d.to - d.from <= 4
        && page.spelling(d.to) == "("
        && region(d.to + 1)
        && closes(d.to + 2)
        && page.together(d.from, d.to + 2);
    // Few words are as plain: more than one mention's worth.
    (named || bracketed).then_some((EntityKind::Place, 3.0 * LOUDEST))
}

/// First words of many names of places in the Maghreb and the Near East.
const TOPONYMS: &[&str] = &[
    "Aïn", "Ain", "Bab", "Béni", "Beni", "Bir", "Bordj", "Djebel", "Hammam", "Hassi", "Ksar", "Oued", "Ouled", "Ras",
    "Sidi", "Souk", "Tizi", "Wadi", "Tell", "Khan", "Deir",
];

/// The letters of the name: `X-sur-Y`, `Saint-X`,
/// `Bir X`.
pub(super) fn by_letters(page: &Page<'_>, d: &Draft) -> Weight {
    const LINKS: &[&str] = &[
        "-sur-", "-en-", "-lès-", "-lez-", "-les-", "-sous-", "-aux-", "-la-", "-le-", "-du-", "-des-", "-d'", "-d’",
        "-près-", "-l'", "-l’",
    ];
    let word = page.spelling(d.from);
    let titled = page.before(d.from).and_then(|b| page.word(b)).is_some_and(|w| w.cues & (cue::TITLE | cue::SAY) != 0);
    if titled || word.len() > 40 {
        return None;
    }
    if d.to - d.from > 1 && d.to - d.from <= 3 && TOPONYMS.contains(&word) {
        return Some((EntityKind::Place, 2.0 * LOUDEST));
    }
    let person = page.before(d.from).and_then(|b| page.word(b)).is_some_and(|w| w.class.is_capital());
    if d.to - d.from > 1 || person {
        return None;
    }
    if LINKS.iter().any(|l| word.contains(l)) {
        return Some((EntityKind::Place, LOUDEST));
    }
    (word.starts_with("Saint-") || word.starts_with("Sainte-")).then_some((EntityKind::Place, LOUDEST / 2.0))
}

/// Endings of English names of places (folded).
const PLACES: &[&str] = &[
    "strait",
    "river",
    "bridge",
    "island",
    "islands",
    "bay",
    "county",
    "street",
    "road",
    "avenue",
    "valley",
    "viaduct",
    "lake",
    "harbour",
    "harbor",
    "square",
    "peninsula",
    "canal",
    "forest",
    "beach",
    "hills",
    "district",
];

/// `X Bridge`, `X County`.
pub(super) fn by_ending(page: &Page<'_>, d: &Draft) -> Weight {
    if d.to - d.from < 2 {
        return None;
    }
    PLACES.contains(&crate::text::fold(page.spelling(d.to - 1)).as_str()).then_some((EntityKind::Place, LOUDEST))
}
