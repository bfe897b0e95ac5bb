//! What a name and the words right beside it say about its kind: a capital
//! city, a company's ending, `la commune de`, `le petit`.

use super::vote::LOUDEST;
use crate::entity::EntityKind;
use crate::entity::gazetteer::list;
use crate::entity::lexicon::cue;
use crate::entity::page::{Draft, Page};
use crate::entity::words::Class;
use crate::entity::world::World;

/// What a state's capital adds: a government called by it stays a place.
const CAPITAL: f32 = 8.0;

/// What a listed given name that is no listed place takes from a place.
const GIVEN: f32 = 2.0;

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

/// Works, before a title in quotation marks, beside the cue words of the
/// tagger.
pub(super) const WORKS: &[&str] = &[
    "émission",
    "pièce",
    "poème",
    "ouvrage",
    "essai",
    "documentaire",
    "feuilleton",
    "téléfilm",
    "comédie",
    "recueil",
    "single",
    "opéra",
    "podcast",
    "tableau",
    "nouvelle",
    "conte",
    "spectacle",
    "reportage",
    "show",
    "play",
    "film",
];

/// Last words of shows and events.
const SHOWS: &[&str] = &["Live", "Show", "Awards", "Cup", "Festival", "Marathon", "Games"];

/// `d’Erquelinnes, de Mons, de Tournai`: one of a list of places.
fn listed_place(page: &Page<'_>, d: &Draft) -> bool {
    let of = |i: usize| matches!(page.spelling(i), "de" | "d'" | "d’" | "à");
    let Some(b) = page.before(d.from).filter(|b| of(*b)) else { return false };
    let place = |i: usize| page.covering(i).is_some_and(|o| o.kind == EntityKind::Place);
    let comma = |i: usize| page.spelling(i) == ",";
    let left = b >= 2 && comma(b - 1) && place(b - 2);
    let right = comma(d.to) && of(d.to + 1) && place(d.to + 2);
    d.to - d.from == 1 && left && right
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
fn stands_for_place(page: &Page<'_>, d: &Draft) -> bool {
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
    named || bracketed
}

/// First words of many names of places in the Maghreb and the Near East.
const TOPONYMS: &[&str] = &[
    "Aïn", "Ain", "Bab", "Béni", "Beni", "Bir", "Bordj", "Djebel", "Hammam", "Hassi", "Ksar", "Oued", "Ouled", "Ras",
    "Sidi", "Souk", "Tizi", "Wadi", "Tell", "Khan", "Deir",
];

/// How much the letters of the name speak for a place: `X-sur-Y`, `Saint-X`,
/// `Bir X`.
fn place_by_letters(page: &Page<'_>, d: &Draft) -> Option<f32> {
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
        return Some(2.0 * LOUDEST);
    }
    let person = page.before(d.from).and_then(|b| page.word(b)).is_some_and(|w| w.class.is_capital());
    if d.to - d.from > 1 || person {
        return None;
    }
    if LINKS.iter().any(|l| word.contains(l)) {
        return Some(LOUDEST);
    }
    (word.starts_with("Saint-") || word.starts_with("Sainte-")).then_some(LOUDEST / 2.0)
}

/// `X, une organisation religieuse`, `X, petite ville de…`.
fn apposition(page: &Page<'_>, d: &Draft) -> Option<EntityKind> {
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
        return Some(EntityKind::Organisation);
    }
    TOWNS.contains(&noun).then_some(EntityKind::Place)
}

/// `MON810`, `MH-370`: capitals and digits, but no road (`A7`).
fn is_code(page: &Page<'_>, d: &Draft) -> bool {
    let word = page.spelling(d.from);
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let road = matches!(word.trim_end_matches(|c: char| c.is_ascii_digit()), "RN" | "RD" | "RN-" | "BR");
    d.to - d.from == 1 && page.class(d.from) == Class::CapitalsMixed && letters > 1 && digits > 0 && !road
}

/// `une étude parue dans X`, `dans un entretien au journal X`.
fn is_published_in(page: &Page<'_>, d: &Draft) -> bool {
    let Some(b) = page.before(d.from).filter(|b| matches!(page.spelling(*b), "dans" | "in")) else { return false };
    page.before(b).is_some_and(|p| {
        matches!(
            page.spelling(p),
            "paru" | "parue" | "parus" | "parues" | "publié" | "publiée" | "publiés" | "publiées" | "published"
        )
    })
}

/// `le petit Tom`, `la jeune Lina`: a given name behind an adjective.
fn is_called_small(page: &Page<'_>, d: &Draft) -> bool {
    let Some(b) = page.before(d.from) else { return false };
    let adjective = matches!(page.spelling(b), "petit" | "petite" | "jeune" | "vieux" | "vieille");
    let article = page.before(b).is_some_and(|a| matches!(page.spelling(a), "le" | "la" | "Le" | "La" | "du"));
    adjective && article && page.word(d.from).is_some_and(|w| w.own & list::GIVEN != 0)
}

/// The kind of a name that one list holds as a whole.
fn listed(page: &Page<'_>, d: &Draft) -> Option<EntityKind> {
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
    match first.lists & (PLACE | list::ORG | list::GIVEN | list::SURNAME) {
        l if l & PLACE != 0 && l & !PLACE == 0 => Some(EntityKind::Place),
        list::ORG => Some(EntityKind::Organisation),
        _ => None,
    }
}

/// `s’intitule X`, `un texte intitulé X`.
fn entitled(page: &Page<'_>, d: &Draft) -> bool {
    let says = |i: usize| {
        matches!(
            page.spelling(i),
            "intitulé" | "intitulée" | "intitulés" | "intitulées" | "intitule" | "intitulait" | "titré" | "entitled"
        )
    };
    let Some(b) = page.before(d.from) else { return false };
    let mark = matches!(page.class(b), Class::Open) || matches!(page.spelling(b), "\"" | ":");
    says(b) || mark && page.before(b).is_some_and(says)
}

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

/// What the name itself says about its kind: a capital city, a company's
/// ending.
pub(super) fn weigh(page: &Page<'_>, d: &Draft, sum: &mut [f32; 4]) {
    let capital = World::get().state_of_capital(page.key(d.from, d.to)).is_some();
    if capital {
        sum[EntityKind::Place as usize] += CAPITAL;
    }
    let Some(first) = page.word(d.from) else { return };
    if super::head::product_before(page, d.from) && !capital {
        sum[EntityKind::Misc as usize] += 2.0 * LOUDEST;
    }
    if let Some(kind) = apposition(page, d) {
        sum[kind as usize] += 2.0 * LOUDEST;
    }
    // "Lucille, 20 ans".
    if page.spelling(d.to) == "," && page.class(d.to + 1) == Class::Day && page.spelling(d.to + 2) == "ans" {
        sum[EntityKind::Person as usize] += LOUDEST;
    }
    let place = list::COUNTRY | list::CITY | list::REGION;
    if first.own & list::GIVEN != 0
        && first.own & (place | list::ORG | list::DEMONYM) == 0
        && first.class != Class::Capitals
    {
        sum[EntityKind::Place as usize] -= GIVEN;
    }
    if d.to - d.from <= 6
        && let Some(b) = page.before(d.from).filter(|b| page.class(*b) == Class::Open || page.spelling(*b) == "\"")
        && (page.class(d.to) == Class::Close || page.spelling(d.to) == "\"")
    {
        // `la série « Fugitive »`; a name in quotation marks is rarely a place.
        let head = page.before(b).map_or("", |h| page.spelling(h));
        let work =
            page.before(b).and_then(|h| page.word(h)).is_some_and(|w| w.cues & cue::MISC != 0) || WORKS.contains(&head);
        let body = page.before(b).and_then(|h| page.word(h)).is_some_and(|w| w.cues & cue::ORG != 0);
        if work {
            sum[EntityKind::Misc as usize] += LOUDEST;
        } else if !body && d.kind != EntityKind::Person {
            sum[EntityKind::Misc as usize] += LOUDEST / 2.0;
        }
    }
    if d.to - d.from > 1 && SHOWS.contains(&page.spelling(d.to - 1)) {
        sum[EntityKind::Misc as usize] += LOUDEST;
    }
    if listed_place(page, d) {
        sum[EntityKind::Place as usize] += LOUDEST;
    }
    if stands_for_place(page, d) {
        // Few words are as plain: more than one mention's worth.
        sum[EntityKind::Place as usize] += 3.0 * LOUDEST;
    }
    // "aéroport de X": a place by its small first word.
    if d.to - d.from > 1 && first.class == Class::Small && first.cues & (cue::PLACE | cue::ORG) == cue::PLACE {
        sum[EntityKind::Place as usize] += LOUDEST;
    }
    if let Some(weight) = place_by_letters(page, d) {
        sum[EntityKind::Place as usize] += weight;
    }
    if is_code(page, d) {
        sum[EntityKind::Misc as usize] += 2.0 * LOUDEST;
    }
    // `Actrices (2007)`: a work and its year.
    let year = page.spelling(d.to) == "(" && page.class(d.to + 1) == Class::Year && page.spelling(d.to + 2) == ")";
    if year && !(d.kind == EntityKind::Person && d.to - d.from > 1) {
        sum[EntityKind::Misc as usize] += LOUDEST;
    }
    // "le mouvement des Jeunes Démocrates"
    let body = |b: usize| {
        page.spelling(b) == "des" && page.before(b).is_some_and(|h| super::head::BODIES.contains(&page.spelling(h)))
    };
    if page.before(d.from).is_some_and(body) {
        sum[EntityKind::Organisation as usize] += 2.0 * LOUDEST;
    }
    if is_published_in(page, d) {
        sum[EntityKind::Organisation as usize] += 2.0 * LOUDEST;
    }
    if is_called_small(page, d) {
        sum[EntityKind::Person as usize] += LOUDEST;
    }
    if let Some(kind) = listed(page, d) {
        sum[kind as usize] += if d.to - d.from > 1 { LOUDEST } else { LOUDEST / 2.0 };
    }
    if entitled(page, d) {
        sum[EntityKind::Misc as usize] += LOUDEST;
    }
    if d.to - d.from <= 3 && page.before(d.from).is_some_and(|b| COMPANIES.contains(&page.spelling(b))) {
        sum[EntityKind::Organisation as usize] += LOUDEST;
    }
    let last = crate::text::fold(page.spelling(d.to - 1));
    if d.to - d.from > 1 && ORGANISATIONS.contains(&last.trim_end_matches('.')) {
        sum[EntityKind::Organisation as usize] += LOUDEST;
    }
    if d.to - d.from > 1 && PLACES.contains(&last.as_str()) {
        sum[EntityKind::Place as usize] += LOUDEST;
    }
}
