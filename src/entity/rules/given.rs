//! Parts of a person's name that the tagger left outside or took for two
//! names: `Vladimir` + `Poutine`, `Tamim` + `ben` + `Hamad`.

use crate::entity::gazetteer::list;
use crate::entity::hash::WordHash;
use crate::entity::lexicon::cue;
use crate::entity::name::Name;
use crate::entity::page::{Draft, Page};
use crate::entity::rules::Links;
use crate::entity::rules::common::OPENERS;
use crate::entity::types::EntityKind;
use crate::entity::words::{WordClass, seen};
use crate::lang::{Grammar, PersonWord};
use std::collections::HashMap;

/// Joins two people that only a particle divides: `Tamim` + `ben` + `Hamad`.
pub(super) fn join(page: &mut Page<'_>) {
    for d in page.drafts().into_iter().filter(|d| d.kind == EntityKind::Person) {
        let Some(d) = page.covering(d.from) else { continue };
        let mut particles = d.from;
        while let Some(b) = page.before(particles).filter(|b| page.is(*b, PersonWord::NameParticle)) {
            particles = b;
        }
        if particles == d.from || d.from - particles > 3 {
            continue;
        }
        let Some(b) = page.before(particles).filter(|b| page.is_capital(*b)) else { continue };
        match page.covering(b) {
            Some(left) if left.kind == EntityKind::Person && left.to == particles => {
                page.put(left.from, d.to, EntityKind::Person, "given.particle");
            }
            None if matches!(page.class(b), WordClass::Capitalised) && !page.opens(b) => {
                page.put(b, d.to, EntityKind::Person, "given.particle");
            }
            _ => {}
        }
    }
}

/// `Nicolas P., 18 ans`: the full stop of an initial that ends a name, where
/// the sentence goes on, or where there is nothing but initials (`A. L.`).
pub(super) fn initials(page: &mut Page<'_>) {
    for d in page.drafts().into_iter().filter(|d| d.kind == EntityKind::Person && d.to - d.from >= 2 && !d.fixed) {
        let initial = page.spelling(d.to - 1).chars().count() == 1 && page.is_capital(d.to - 1);
        let glued = page.span(d.to - 1, d.to).end == page.span(d.to, d.to + 1).start;
        let goes_on = page.spelling(d.to + 1) == "," || page.class(d.to + 1).is_small();
        let signature = (d.from..d.to).all(|i| page.class(i) == WordClass::Initial);
        if initial
            && page.spelling(d.to) == "."
            && glued
            && (signature && page.together(d.from, d.to + 1) || goes_on && page.together(d.from, d.to + 2))
        {
            page.put(d.from, d.to + 1, EntityKind::Person, "given.initial");
        }
    }
}

/// `Thierry Brac de la Ferrière`: a name of land behind a full name.
pub(super) fn estates(page: &mut Page<'_>) {
    const KNOWN: u8 = list::COUNTRY | list::CITY | list::REGION | list::ORG;
    for d in page.drafts().into_iter().filter(|d| d.kind == EntityKind::Person && d.to - d.from >= 2) {
        let last = d.to + 2;
        let link = page.is(d.to, Grammar::Genitive) && page.is(d.to + 1, Grammar::Article);
        if !link || !page.together(d.from, last + 1) || page.class(last) != WordClass::Capitalised {
            continue;
        }
        let given = page.word(d.from).is_some_and(|w| w.own & list::GIVEN != 0);
        let unknown = page.word(last).is_some_and(|w| w.own & KNOWN == 0 && w.cues == 0 && w.doc & seen::SMALL == 0);
        let alone = page.covering(last).is_none_or(|o| o.to == last + 1 && o.from == last && !o.fixed);
        if given && unknown && alone && !page.is_capital(last + 1) {
            page.put(d.from, last + 1, EntityKind::Person, "given.estate");
        }
    }
}

/// `Kim Jong Un`: the last syllable of a name that puts the family first looks
/// like an article, but the text has all three words again.
pub(super) fn syllables(page: &mut Page<'_>) {
    let person = |d: &Draft| d.kind == EntityKind::Person && d.to - d.from == 2;
    let goes_on = |page: &Page<'_>, d: &Draft| {
        let short = page.class(d.to) == WordClass::Capitalised && page.spelling(d.to).chars().count() <= 3;
        short
            && page.together(d.from, d.to + 1)
            && page.is_free(d.to, d.to + 1)
            && Name::new(page.surface(d.from, d.to + 1)).puts_family_first()
    };
    let found: Vec<Draft> = page.drafts().into_iter().filter(|d| person(d) && goes_on(page, d)).collect();
    let mut counts: HashMap<u64, u32, WordHash> = HashMap::with_hasher(WordHash);
    for d in &found {
        *counts.entry(page.key(d.from, d.to + 1)).or_insert(0) += 1;
    }
    for d in &found {
        if counts.get(&page.key(d.from, d.to + 1)).is_some_and(|n| *n > 1) {
            page.put(d.from, d.to + 1, EntityKind::Person, "given.syllable");
        }
    }
}

/// `Charles III`: the number of a ruler behind a given name.
pub(super) fn rulers(page: &mut Page<'_>) {
    for d in page.drafts().into_iter().filter(|d| d.kind == EntityKind::Person && d.to - d.from == 1) {
        let given = page.word(d.from).is_some_and(|w| w.own & list::GIVEN != 0);
        let number = page.spelling(d.to);
        let roman = !number.is_empty() && number.len() <= 5 && number.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
        if given && roman && page.together(d.from, d.to + 1) && page.is_free(d.to, d.to + 1) {
            page.put(d.from, d.to + 1, EntityKind::Person, "given.ruler");
        }
    }
}

/// Takes a listed given name before a person into the name.
pub(super) fn extend(page: &mut Page<'_>) {
    for d in page.drafts().into_iter().filter(|d| d.kind == EntityKind::Person) {
        let Some(b) = page.before(d.from) else { continue };
        let Some(w) = page.word(b) else { continue };
        // `Si Macron recule`, `Car Sébastien`: the word that opens the sentence.
        let common = page.opens(b) && (w.doc & seen::SMALL != 0 || page.is_capitalised(b, OPENERS));
        let given = w.own & list::GIVEN != 0 && w.cues & (cue::TITLE | cue::ORG | cue::PLACE) == 0;
        if matches!(w.class, WordClass::Capitalised | WordClass::Camel) && given && !common && page.is_free(b, b + 1) {
            page.put(b, d.to, EntityKind::Person, "given.before");
        }
    }
}

/// `(Marine) Le Pen`: who quotes puts the given name that was not said into brackets before a surname, which is
/// thus no place and no body. Gives both as forms of one name, `(surname, given name)`.
pub(super) fn bracketed(page: &mut Page<'_>) -> Links {
    const OTHER: u8 = list::COUNTRY | list::CITY | list::REGION | list::ORG | list::DEMONYM;
    let mut out = Links::new();
    for i in 0..page.len() {
        let (given, at) = (i + 1, i + 3);
        let listed = page.word(given).is_some_and(|w| {
            w.class == WordClass::Capitalised && w.own & list::GIVEN != 0 && w.own & OTHER == 0 && w.cues == 0
        });
        let behind = page.before(i).is_some_and(|b| page.has_capital(b));
        if page.spelling(i) != "(" || !listed || page.spelling(i + 2) != ")" || behind {
            continue;
        }
        if !page.is_capital(at) || !page.together(i, at + 1) || page.class(at) == WordClass::Capitals {
            continue;
        }
        let person = |d: &Draft| d.to > at && (d.from == at || d.kind == EntityKind::Person);
        let to = page.covering(at).filter(person).map_or(at + 1, |d| d.to);
        let kind = EntityKind::Person;
        for (from, to) in [(given, given + 1), (at, to)] {
            page.set(Draft { from, to, kind, rule: "given.bracket", entry: None, fixed: true, cited: false });
        }
        out.push(((at, to), (given, given + 1)));
    }
    out
}
