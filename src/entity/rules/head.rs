//! Names that begin with what they are and that the tagger passed over: a
//! capital inside a sentence is not there for nothing (`le Parti des
//! travailleurs`, `la fusée Angara`, `Washington craint`).

use super::link::{ARTICLE, LINK, OF};
use super::nouns::{BODY, TITLED_WORK, product_before};
use crate::entity::gazetteer::list;
use crate::entity::lexicon::cue;
use crate::entity::page::{Draft, Page};
use crate::entity::types::EntityKind;
use crate::entity::words::{WordClass, seen};
use crate::entity::world::World;
use crate::lang::{self, CommonNoun, Grammar, PlaceWord, WorkWord};

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
            page.put(i, i + 1, EntityKind::Place, "head.capital");
            continue;
        }
        if let Some((to, kind)) = listed(page, i) {
            page.put(i, to, kind, "head.listed");
            continue;
        }
        if let Some(to) = quoted_event(page, i) {
            page.put(i, to, EntityKind::Misc, "head.event");
            continue;
        }
        if page.opens(i) {
            continue;
        }
        if alone && w.class == WordClass::Capitalised && w.doc & seen::SMALL == 0 && behind_commune(page, i) {
            page.put(i, i + 1, EntityKind::Place, "head.commune");
            continue;
        }
        if let Some(to) = war(page, i) {
            page.put(i, to, EntityKind::Misc, "head.war");
            continue;
        }
        if let Some(to) = of_body(page, i) {
            page.put(i, to, EntityKind::Organisation, "head.body");
            continue;
        }
        if product_before(page, i)
            && w.doc & seen::SMALL == 0
            && matches!(w.class, WordClass::Capitalised | WordClass::Camel)
        {
            // "Signature R", "Galaxy 9"
            let model = matches!(page.class(i + 1), WordClass::Initial | WordClass::Day | WordClass::CapitalsMixed);
            let to = if model && page.together(i, i + 2) { i + 2 } else { i + 1 };
            page.put(i, to, EntityKind::Misc, "head.product");
        } else if w.cues & cue::ORG != 0
            && w.class == WordClass::Capitalised
            && let Some(to) = complement(page, i)
        {
            page.put(i, to, EntityKind::Organisation, "head.complement");
        }
    }
}

/// A name that the lists hold as a whole and that nothing else found: several
/// words with capitals (`Le Matin`, `Bruxelles-Capitale`), an organisation's
/// acronym, or inside a sentence a town that is nothing else.
fn listed(page: &Page<'_>, i: usize) -> Option<(usize, EntityKind)> {
    const PLACE: u8 = list::COUNTRY | list::CITY | list::REGION;
    const ALL: u8 = PLACE | list::ORG | list::GIVEN | list::SURNAME | list::DEMONYM;
    let w = page.word(i)?;
    let kind = match w.lists & ALL {
        list::ORG => EntityKind::Organisation,
        l if l & PLACE != 0 && l & !PLACE == 0 => EntityKind::Place,
        _ => return None,
    };
    let mut to = i + 1;
    while w.place == 2 && page.word(to).is_some_and(|o| o.place == 3) && page.together(i, to + 1) {
        to += 1;
    }
    let beside =
        page.before(i).is_some_and(|b| page.is_capital(b)) || page.after(to).is_some_and(|a| page.is_capital(a));
    let capitals = (i..to).filter(|j| page.is_capital(*j)).count();
    let good = match (w.place, kind) {
        (1, EntityKind::Organisation) => {
            w.class == WordClass::Capitals && page.spelling(i).len() > 1 && !page.is(i, CommonNoun::Acronym)
        }
        (1, _) => {
            // "4 Go" and the like are too short to tell.
            let long = page.spelling(i).chars().count() > 3;
            long && w.class == WordClass::Capitalised && !page.opens(i) && w.doc & seen::SMALL == 0
        }
        (2, _) => to > i + 1 && capitals > 1,
        _ => false,
    };
    (good && !beside && page.is_free(i, to)).then_some((to, kind))
}

/// `« Journées Québec »`: an event's head and capitals, alone in quotation
/// marks.
fn quoted_event(page: &Page<'_>, i: usize) -> Option<usize> {
    let mark = |j: usize| matches!(page.class(j), WordClass::Open | WordClass::Close) || page.spelling(j) == "\"";
    let opened = page.before(i).is_some_and(mark);
    let head = page.word(i).is_some_and(|w| w.cues & cue::MISC != 0);
    let close = (i + 2..i + 6).find(|j| mark(*j))?;
    let capitals = (i..close).all(|j| page.is_capital(j));
    let inner = (i..close).all(|j| page.covering(j).is_none_or(|d| d.from >= i && d.to <= close));
    (opened && head && capitals && inner && page.together(i, close + 1)).then_some(close)
}

/// `la commune du Passage`, `le village de Targe`.
fn behind_commune(page: &Page<'_>, i: usize) -> bool {
    let Some(link) = page.before(i).filter(|b| page.is(*b, OF)) else {
        return false;
    };
    page.before(link).is_some_and(|h| page.is(h, PlaceWord::Settlement))
}

/// `la Guerre de 14-18`, `la Guerre du Golfe`.
fn war(page: &Page<'_>, i: usize) -> Option<usize> {
    let of = page.is(i + 1, OF);
    let number = matches!(page.class(i + 2), WordClass::Year | WordClass::Day | WordClass::Number);
    let named = page.is_capital(i + 2) && page.covering(i + 2).is_none_or(|d| d.to == i + 3);
    let war = page.is_capitalised(i, WorkWord::Conflict);
    (war && of && (number || named) && page.together(i, i + 3)).then_some(i + 3)
}

/// `le mouvement des Jeunes Patriotes`: capitals behind a body and `des`.
fn of_body(page: &Page<'_>, i: usize) -> Option<usize> {
    let link = page.before(i).filter(|b| page.is(*b, LINK))?;
    let article = page.is(link, Grammar::Article);
    let head = page.before(link)?;
    let mut to = i + 1;
    while page.after(to).is_some_and(|a| page.is_capital(a) && page.is_free(a, a + 1)) {
        to += 1;
    }
    // "association la Parole libérée"
    let word = page.spelling(to);
    let participle = word.chars().count() > 4 && lang::any(|l| l.is_participle(word));
    let free = page.after(to).is_some() && page.is_free(to, to + 1) && page.class(to).is_small();
    if article && to == i + 1 && participle && free {
        to += 1;
    }
    let named = matches!(page.class(i), WordClass::Capitalised | WordClass::Camel)
        && page.covering(to).is_none_or(|d| d.from > to);
    (page.is(head, BODY) && named && to > i + 1).then_some(to)
}

/// Adds works by their titles: `le livre « Les leçons du pouvoir »`.
pub(super) fn titles(page: &mut Page<'_>) {
    const LONGEST: usize = 8;
    for i in 2..page.len() {
        let opens = page.class(i - 1) == WordClass::Open || page.spelling(i - 1) == "\"";
        if !opens || !page.is_capital(i) || page.before(i - 1).is_none() {
            continue;
        }
        // "dont le titre, « X »"
        let head = if page.spelling(i - 2) == "," && i > 2 { i - 3 } else { i - 2 };
        let noun = |j: usize| page.is(j, TITLED_WORK);
        let adjective = page.class(head) == WordClass::Small && page.before(head).is_some_and(noun);
        if !noun(head) && !adjective {
            continue;
        }
        let close = (i + 1..page.len().min(i + LONGEST + 1))
            .find(|j| page.class(*j) == WordClass::Close || page.spelling(*j) == "\"");
        let Some(to) = close.filter(|to| page.together(head, *to)) else { continue };
        let inner = (i..to).all(|j| page.covering(j).is_none_or(|d| d.from >= i && d.to <= to && !d.fixed));
        let sentence = (i..to).any(|j| matches!(page.spelling(j), "." | "!" | "?" | ";"));
        if inner && !sentence {
            page.put(i, to, EntityKind::Misc, "head.quoted_title");
        }
    }
}

/// `la chanson La Tribu de Dana`: a title without quotation marks, which
/// begins with the capital of an article.
pub(super) fn plain_titles(page: &mut Page<'_>) {
    for i in 1..page.len() {
        let article = page.is_capitalised(i, ARTICLE);
        let noun = page.before(i).is_some_and(|h| page.class(h) == WordClass::Small && page.is(h, TITLED_WORK));
        if !article || !noun {
            continue;
        }
        let link = |j: usize| {
            page.is(j, LINK | Grammar::Coordinator | Grammar::Dative) || page.is(j, Grammar::ContractedDative)
        };
        let mut to = i + 1;
        while to < i + 8 && page.together(i, to + 1) {
            if page.is_capital(to) {
                to += 1;
            } else if link(to) && page.is_capital(to + 1) && page.together(i, to + 2) {
                to += 2;
            } else if link(to) && link(to + 1) && page.is_capital(to + 2) && page.together(i, to + 3) {
                to += 3;
            } else {
                break;
            }
        }
        let inner = (i..to).all(|j| page.covering(j).is_none_or(|d| d.from >= i && d.to <= to && !d.fixed));
        if to > i + 1 && inner {
            let kind = EntityKind::Misc;
            page.set(Draft { from: i, to, kind, rule: "head.plain_title", entry: None, fixed: true, cited: false });
        }
    }
}

/// End of `Parti des travailleurs`, `Cour suprême`: the head with its first
/// complement.
fn complement(page: &Page<'_>, head: usize) -> Option<usize> {
    let mut at = head + 1;
    // "pour le": an aim, not a name.
    let aim = |i: usize| page.is(i, Grammar::Article) && page.is(i, Grammar::MasculineDeterminer);
    while at < head + 4 && page.is(at, LINK | Grammar::Purpose) && !aim(at) {
        at += 1;
    }
    let w = page.word(at).filter(|_| page.together(head, at + 1) && page.is_free(at, at + 1))?;
    let word = page.spelling(at);
    let noun = at > head + 1 && w.class <= WordClass::Small && word.chars().count() > 3;
    let adjective = at == head + 1
        && w.class == WordClass::Small
        && word.chars().count() > 5
        && lang::any(|l| l.is_relational_adjective(word));
    (noun || adjective).then_some(at + 1)
}
