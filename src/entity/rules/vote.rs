//! One document, one meaning: the same spelling is the same kind of name
//! everywhere, a surname belongs to the person named in full, and a name that
//! was found once is found again.

use crate::entity::EntityKind;
use crate::entity::gazetteer::{extend, list, start};
use crate::entity::hash::WordHash;
use crate::entity::lexicon::cue;
use crate::entity::name::Name;
use crate::entity::page::{Draft, Page};
use crate::entity::words::{Class, seen};
use crate::entity::world::World;
use std::collections::HashMap;

/// A single mention speaks with at most this weight.
const LOUDEST: f32 = 6.0;

/// What a state's capital adds: a government called by it stays a place.
const CAPITAL: f32 = 8.0;

/// What a listed given name that is no listed place takes from a place.
const GIVEN: f32 = 2.0;

/// What a full name adds for its surname.
const FULL_NAME: f32 = 5.0;

/// Gives all mentions of one spelling the kind for which they speak together.
pub(super) fn vote(page: &mut Page<'_>) {
    let mut votes: HashMap<u64, [f32; 4], WordHash> = HashMap::with_hasher(WordHash);
    let drafts = page.drafts();
    for d in &drafts {
        let support = page.support(d.from, d.to);
        let best = support.iter().copied().fold(f32::MIN, f32::max);
        let sum = votes.entry(page.loose_key(d.from, d.to)).or_default();
        for k in 0..4 {
            sum[k] += (support[k] - best).max(-LOUDEST);
        }
        sum[d.kind as usize] += if d.fixed { 2.0 * LOUDEST } else { 0.5 };
    }
    for d in drafts.iter().filter(|d| d.kind == EntityKind::Person && d.to - d.from >= 2) {
        let last = d.to - 1;
        if page.is_capital(last) && page.spelling(last).len() > 2 {
            let sum = votes.entry(page.loose_key(last, d.to)).or_default();
            sum[EntityKind::Person as usize] += FULL_NAME;
        }
        if page.is_capital(d.from) && Name::new(page.surface(d.from, d.to)).puts_family_first() {
            let sum = votes.entry(page.loose_key(d.from, d.from + 1)).or_default();
            sum[EntityKind::Person as usize] += FULL_NAME;
        }
    }
    for d in &drafts {
        let sum = votes.entry(page.loose_key(d.from, d.to)).or_default();
        nature(page, d, sum);
        // `Ferrero France`: the same company without its country.
        let branch = d.kind == EntityKind::Organisation
            && d.to - d.from == 2
            && page.word(d.from + 1).is_some_and(|w| w.own & list::COUNTRY != 0);
        if branch {
            let sum = votes.entry(page.loose_key(d.from, d.from + 1)).or_default();
            sum[EntityKind::Organisation as usize] += FULL_NAME;
        }
    }
    for d in drafts.iter().filter(|d| !d.fixed) {
        let Some(sum) = votes.get(&page.loose_key(d.from, d.to)) else { continue };
        let best = (0..4).fold(d.kind as usize, |b, k| if sum[k] > sum[b] { k } else { b });
        let kind = EntityKind::ALL[best];
        if kind != d.kind {
            page.change(d.from, |d| {
                d.kind = kind;
                d.rule = "rule.vote";
            });
        }
    }
}

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
fn nature(page: &Page<'_>, d: &Draft, sum: &mut [f32; 4]) {
    let capital = World::get().state_of_capital(page.key(d.from, d.to)).is_some();
    if capital {
        sum[EntityKind::Place as usize] += CAPITAL;
    }
    let Some(first) = page.word(d.from) else { return };
    if super::head::product_before(page, d.from) && !capital {
        sum[EntityKind::Misc as usize] += LOUDEST;
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

/// A name to look for.
#[derive(Clone, Copy)]
struct Wanted {
    kind: EntityKind,
    entry: Option<u32>,
    cited: bool,
    fixed: bool,
    /// From a full name rather than from a mention of its own.
    surname: bool,
    /// How many mentions there are.
    count: u32,
}

/// Finds the other occurrences of the names found.
pub(super) fn again(page: &mut Page<'_>) {
    let mut wanted: HashMap<u64, Option<Wanted>, WordHash> = HashMap::with_hasher(WordHash);
    for d in page.drafts() {
        if d.kind == EntityKind::Misc && d.to - d.from == 1 && page.class(d.from) > Class::Camel {
            continue;
        }
        want(page, &mut wanted, d.from, d.to, d, false);
        if d.kind == EntityKind::Person && d.to - d.from >= 2 {
            want(page, &mut wanted, d.to - 1, d.to, d, true);
            if page.word(d.from).is_some_and(|w| w.own & list::GIVEN != 0) {
                want(page, &mut wanted, d.from, d.from + 1, d, true);
            }
            // "Kim Jong-un": the family name comes first.
            if Name::new(page.surface(d.from, d.to)).puts_family_first() {
                want(page, &mut wanted, d.from, d.from + 1, d, true);
            }
        }
    }
    let mut i = 0;
    while i < page.len() {
        if !page.is_capital(i) {
            i += 1;
            continue;
        }
        match longest(page, &wanted, i) {
            Some((to, w)) if accepts(page, i, to, w) => {
                let Wanted { kind, entry, cited, fixed, surname, .. } = w;
                let rule = if surname { "rule.surname" } else { "rule.again" };
                page.set(Draft { from: i, to, kind, rule, entry, fixed, cited });
                i = to;
            }
            _ => i += 1,
        }
    }
}

fn want(
    page: &Page<'_>,
    wanted: &mut HashMap<u64, Option<Wanted>, WordHash>,
    from: usize,
    to: usize,
    d: Draft,
    surname: bool,
) {
    let word = page.spelling(from);
    if to - from == 1 && (word.chars().count() < 3 && page.class(from) != Class::Capitals || !page.is_capital(from)) {
        return;
    }
    let mut key = start(page.id(from));
    for i in from + 1..to {
        wanted.entry(key).or_insert(None);
        key = extend(key, page.id(i));
    }
    let slot = wanted.entry(key).or_insert(None);
    match slot {
        Some(w) => w.count += 1,
        None => {
            *slot = Some(Wanted {
                kind: d.kind,
                entry: d.entry,
                cited: d.cited,
                fixed: d.fixed && !surname,
                surname,
                count: 1,
            });
        }
    }
}

fn longest(page: &Page<'_>, wanted: &HashMap<u64, Option<Wanted>, WordHash>, from: usize) -> Option<(usize, Wanted)> {
    let mut key = start(page.id(from));
    let mut to = from + 1;
    let mut best = None;
    while let Some(found) = wanted.get(&key) {
        if let Some(w) = found {
            best = Some((to, *w));
        }
        if to >= page.len() || to - from >= 12 || !page.together(from, to + 1) {
            break;
        }
        key = extend(key, page.id(to));
        to += 1;
    }
    best
}

/// True when the occurrence may be taken for the name.
fn accepts(page: &Page<'_>, from: usize, to: usize, w: Wanted) -> bool {
    let covering: Vec<Draft> = (from..to).filter_map(|i| page.covering(i)).collect();
    if covering.iter().any(|d| d.from < from || d.to > to || (d.from, d.to) == (from, to)) {
        return false;
    }
    if to - from > 1 {
        return true;
    }
    let Some(word) = page.word(from) else { return false };
    let neighbour = |j: Option<usize>| j.is_some_and(|j| page.is_capital(j) && page.covering(j).is_none());
    let support = page.support(from, to)[w.kind as usize];
    if neighbour(page.before(from)) && !page.opens(page.before(from).unwrap_or(from)) || neighbour(page.after(to)) {
        // Part of a longer run of capitals that is something else.
        return support > -1.0 && w.kind == EntityKind::Person && word.own & list::GIVEN == 0;
    }
    let common = word.doc & seen::SMALL != 0;
    let floor = match (page.opens(from), common) {
        (true, true) => 0.0,
        (true, false) if w.count > 1 || w.surname => -6.0,
        (true, false) => -3.0,
        (false, true) => -3.0,
        (false, false) => -8.0,
    };
    support > floor
}
