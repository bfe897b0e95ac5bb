//! Names that begin with what they are and that the tagger passed over: a
//! capital inside a sentence is not there for nothing (`le Parti des
//! travailleurs`, `la fusée Angara`, `Washington craint`).

use crate::entity::EntityKind;
use crate::entity::lexicon::{self, cue};
use crate::entity::page::Page;
use crate::entity::words::{Class, seen};
use crate::entity::world::{World, fold_hash};

/// Adds organisations by their heads, products by what stands before them and
/// capitals of states.
pub(super) fn add(page: &mut Page<'_>) {
    for i in 0..page.len() {
        if !page.is_capital(i) || !page.is_free(i, i + 1) || page.shouted(i) {
            continue;
        }
        let Some(w) = page.word(i).copied() else { continue };
        let alone = !page.before(i).is_some_and(|b| page.is_capital(b))
            && !page.after(i + 1).is_some_and(|a| page.is_capital(a));
        if alone && World::get().state_of_capital(page.key(i, i + 1)).is_some() && w.doc & seen::SMALL == 0 {
            page.put(i, i + 1, EntityKind::Place, "rule.capital");
            continue;
        }
        if page.opens(i) {
            continue;
        }
        if product_before(page, i) && w.doc & seen::SMALL == 0 && matches!(w.class, Class::Capitalised | Class::Camel) {
            page.put(i, i + 1, EntityKind::Misc, "rule.product");
        } else if w.cues & cue::ORG != 0
            && w.class == Class::Capitalised
            && let Some(to) = complement(page, i)
        {
            page.put(i, to, EntityKind::Organisation, "rule.head");
        }
    }
}

/// Adds works by their titles: `le livre « Les leçons du pouvoir »`.
pub(super) fn titles(page: &mut Page<'_>) {
    const LONGEST: usize = 8;
    for i in 2..page.len() {
        let opens = page.class(i - 1) == Class::Open || page.spelling(i - 1) == "\"";
        if !opens || !page.is_capital(i) || page.before(i - 1).is_none() {
            continue;
        }
        let head = i - 2;
        let noun = |j: usize| WORKS.contains(&page.spelling(j)) || super::vote::WORKS.contains(&page.spelling(j));
        let adjective = page.class(head) == Class::Small && page.before(head).is_some_and(noun);
        if !noun(head) && !adjective {
            continue;
        }
        let close = (i + 1..page.len().min(i + LONGEST + 1))
            .find(|j| page.class(*j) == Class::Close || page.spelling(*j) == "\"");
        let Some(to) = close.filter(|to| page.together(i - 2, *to)) else { continue };
        let inner = (i..to).all(|j| page.covering(j).is_none_or(|d| d.from >= i && d.to <= to && !d.fixed));
        let sentence = (i..to).any(|j| matches!(page.spelling(j), "." | "!" | "?" | ";"));
        if inner && !sentence {
            page.put(i, to, EntityKind::Misc, "rule.title");
        }
    }
}

/// Works before their titles.
const WORKS: &[&str] =
    &["film", "livre", "roman", "album", "chanson", "série", "book", "novel", "song", "series", "movie"];

/// Kinds of ships and craft beside the cue words of the tagger.
const VESSELS: &[&str] = &[
    "chalutier",
    "trimaran",
    "catamaran",
    "monocoque",
    "porte-conteneurs",
    "vraquier",
    "méthanier",
    "chimiquier",
    "remorqueur",
    "caboteur",
    "goélette",
    "paquebot",
    "bateau",
    "comète",
    "astéroïde",
    "télescope",
    "rover",
    "instrument",
    "ouragan",
    "typhon",
    "cyclone",
    "probe",
    "spacecraft",
    "comet",
    "asteroid",
    "telescope",
    "freighter",
    "trawler",
    "hurricane",
];

/// True after `la fusée`, also with a nationality between: `fusées russes`.
pub(super) fn product_before(page: &Page<'_>, i: usize) -> bool {
    let Some(b) = page.before(i) else { return false };
    let one = |j: usize| lexicon::cues(fold_hash(page.spelling(j).trim_end_matches('s')));
    let is = |j: usize| {
        let listed = one(j) & cue::PRODUCT != 0 || VESSELS.contains(&page.spelling(j));
        page.class(j) == Class::Small && listed
    };
    let nationality = page.word(b).is_some_and(|w| !World::get().states_of(w.fold).is_empty());
    is(b) || nationality && page.before(b).is_some_and(is)
}

/// End of `Parti des travailleurs`, `Cour suprême`: the head with its first
/// complement.
fn complement(page: &Page<'_>, head: usize) -> Option<usize> {
    let mut at = head + 1;
    let link = |w: &str| matches!(w, "de" | "du" | "des" | "d'" | "d’" | "la" | "l'" | "l’" | "les" | "pour");
    while at < head + 4 && link(page.spelling(at)) {
        at += 1;
    }
    let w = page.word(at).filter(|_| page.together(head, at + 1) && page.is_free(at, at + 1))?;
    let word = page.spelling(at);
    let noun = at > head + 1 && w.class <= Class::Small && word.chars().count() > 3;
    const ADJECTIVES: &[&str] = &[
        "al", "ale", "aux", "ales", "aire", "aires", "iste", "istes", "ique", "iques", "ien", "ienne", "ain", "aine",
        "if", "ive", "ême", "ais", "aise", "ois", "oise", "éen", "éenne", "ant", "ants",
    ];
    let adjective = at == head + 1
        && w.class == Class::Small
        && word.chars().count() > 5
        && ADJECTIVES.iter().any(|e| word.ends_with(e));
    (noun || adjective).then_some(at + 1)
}
