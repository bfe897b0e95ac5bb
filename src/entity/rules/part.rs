//! Names that stand side by side and were taken for one: `patron de Renault
//! Carlos Ghosn`; and first names that stand alone: `Serge, retraité`.

use super::link::LINK;
use crate::entity::gazetteer::list;
use crate::entity::lexicon::cue;
use crate::entity::page::{Draft, Page};
use crate::entity::types::EntityKind;
use crate::entity::words::{WordClass, seen};
use crate::lang::{Grammar, OrganisationWord, PersonWord};
use std::collections::HashSet;

const LISTED_PLACE: u8 = list::COUNTRY | list::CITY | list::REGION;

/// Cuts a name of three words and more where a person's name begins.
pub(super) fn split(page: &mut Page<'_>) {
    let drafts = page.drafts();
    let people: HashSet<u64> = drafts
        .iter()
        .filter(|d| d.kind == EntityKind::Person && d.to - d.from >= 2)
        .map(|d| page.id(d.to - 1))
        .collect();
    for d in drafts {
        if d.fixed || d.to - d.from < 3 {
            continue;
        }
        // "Luc Besson Europacorp": a person and a company.
        let company = page.word(d.to - 1).is_some_and(|w| w.own == list::ORG && w.class != WordClass::Initial);
        let taken = matches!(d.kind, EntityKind::Person | EntityKind::Organisation);
        if taken && company && is_given(page, d.from) {
            page.put(d.from, d.to - 1, EntityKind::Person, "part.company");
            page.put(d.to - 1, d.to, EntityKind::Organisation, "part.company");
            continue;
        }
        let listed =
            |i: usize| page.word(i).is_some_and(|w| w.own & list::GIVEN != 0 && w.class == WordClass::Capitalised);
        let begins = |i: &usize| if d.kind == EntityKind::Person { listed(*i) } else { is_given(page, *i) };
        let Some(cut) = (d.from + 1..d.to - 1).find(begins) else { continue };
        let capitals = (cut..d.to).all(|i| page.is_capital(i) || page.is(i, Grammar::Genitive));
        if !capitals || !page.is_capital(cut - 1) {
            continue;
        }
        let head = d.from..cut;
        let people = match d.kind {
            EntityKind::Person => {
                head.len() == 1 && !listed(d.from) && page.spelling(d.from).len() > 3 && office(page, d.from)
            }
            EntityKind::Organisation | EntityKind::Place => is_person_elsewhere(page, &people, d, cut),
            EntityKind::Misc => false,
        };
        if !people {
            continue;
        }
        let own = page.word(d.from).map_or(0, |w| w.own);
        let support = page.support(d.from, cut);
        let place = own & LISTED_PLACE != 0 && own & list::ORG == 0
            || support[EntityKind::Place as usize] > support[EntityKind::Organisation as usize] + 2.0;
        let kind = match d.kind {
            EntityKind::Person if place => EntityKind::Place,
            EntityKind::Person => EntityKind::Organisation,
            other => other,
        };
        page.put(d.from, cut, kind, "part.person");
        page.put(cut, d.to, EntityKind::Person, "part.person");
    }
}

/// Cuts names at an English office, which has a capital between a body and a
/// person (`Committee Chairman Ann Wagner`): the body before it, the person
/// behind.
pub(super) fn offices(page: &mut Page<'_>) {
    for d in page.drafts().into_iter().filter(|d| !d.fixed && d.to - d.from >= 2) {
        let office = |i: usize| page.is_capitalised(i, PersonWord::OfficeTitle);
        let Some(first) = (d.from..d.to).find(|i| office(*i)) else { continue };
        let last = (first..d.to).rev().find(|i| office(*i)).unwrap_or(first);
        // "Attorney General" names nobody; "General Motors" does.
        if first == d.from && d.kind != EntityKind::Person {
            continue;
        }
        let mut end = first;
        while end > d.from && page.is_capitalised(end - 1, PersonWord::OfficeQualifier) {
            end -= 1;
        }
        let own = page.word(d.from).map_or(0, |w| w.own);
        let kind = match d.kind {
            EntityKind::Place => EntityKind::Place,
            _ if end == d.from + 1 && own & LISTED_PLACE != 0 && own & list::ORG == 0 => EntityKind::Place,
            _ => EntityKind::Organisation,
        };
        let mut person = last + 1;
        while person < d.to && !page.is_capital(person) {
            person += 1;
        }
        page.clear(d.from);
        page.put(d.from, end, kind, "part.office");
        page.put(person, d.to, EntityKind::Person, "part.office");
    }
}

/// True for a listed given name that names nothing else.
fn is_given(page: &Page<'_>, i: usize) -> bool {
    page.word(i).is_some_and(|w| {
        w.own & list::GIVEN != 0
            && w.own & (LISTED_PLACE | list::ORG) == 0
            && matches!(w.class, WordClass::Capitalised | WordClass::Camel)
            && w.cues & (cue::TITLE | cue::ORG | cue::PLACE) == 0
    })
}

/// `PDG de`, `présidente de la` right before.
fn office(page: &Page<'_>, from: usize) -> bool {
    let mut at = from;
    let mut links = 0;
    while let Some(b) = page.before(at) {
        if !page.is(b, LINK) {
            return links > 0 && page.word(b).is_some_and(|w| w.cues & cue::TITLE != 0);
        }
        links += 1;
        at = b;
    }
    false
}

/// True when the document names the person behind the cut elsewhere: behind a
/// title, or in full.
fn is_person_elsewhere(page: &Page<'_>, people: &HashSet<u64>, d: Draft, cut: usize) -> bool {
    let last = d.to - 1;
    let titled = page.word(last).is_some_and(|w| w.doc & seen::TITLE != 0);
    let full = people.contains(&page.id(last));
    (titled || full) && last > cut
}

/// `la petite Mawda`: behind these words a capital is a given name.
fn is_small_one(page: &Page<'_>, i: usize) -> bool {
    let Some(b) = page.before(i) else { return false };
    let adjective = page.is(b, Grammar::Diminutive);
    let article = page.before(b).is_some_and(|a| page.is(a, Grammar::Article | Grammar::ContractedGenitive));
    let unlisted = page.word(i).is_some_and(|w| w.own & (LISTED_PLACE | list::ORG) == 0 && w.doc & seen::SMALL == 0);
    adjective && article && unlisted && page.class(i) == WordClass::Capitalised && !page.is_capital(i + 1)
}

/// `Pierre Bergé et Associés`: a person's name that a company bears.
pub(super) fn partners(page: &mut Page<'_>) {
    for d in page.drafts().into_iter().filter(|d| d.kind == EntityKind::Person && !d.fixed) {
        let and = page.spelling(d.to) == "&" || page.is(d.to, Grammar::Coordinator);
        let firm = page.is_capitalised(d.to + 1, OrganisationWord::Partner);
        if and && firm && page.together(d.from, d.to + 2) {
            let (from, to, kind) = (d.from, d.to + 2, EntityKind::Organisation);
            page.set(Draft { from, to, kind, rule: "part.partners", entry: None, fixed: true, cited: false });
        }
    }
}

/// `Jan. 20`, `No. 2`: what is shortened before a number.
fn is_dated(page: &Page<'_>, i: usize) -> bool {
    page.spelling(i + 1) == "." && page.class(i + 2) == WordClass::Day && page.spelling(i).len() <= 4
}

/// `Mme Carsac`: nothing else found the name.
fn is_addressed(page: &Page<'_>, i: usize) -> bool {
    let address = page.before(i).is_some_and(|b| page.is(b, PersonWord::Honorific));
    address && page.class(i) == WordClass::Capitalised && page.is_free(i, i + 1) && !page.shouted(i)
}

/// A given name alone, where the words beside it speak of a person: `comme
/// Serge, retraité`, `(Laurent, 47 ans)`.
pub(super) fn lone(page: &mut Page<'_>) {
    for i in 0..page.len() {
        // Free, or taken together with the adjective.
        let taken = page.covering(i).is_none_or(|d| !d.fixed && d.to == i + 1 && d.from + 1 == i);
        if page.is_capital(i) && taken && is_small_one(page, i) {
            page.put(i, i + 1, EntityKind::Person, "part.child");
        }
        if is_addressed(page, i) {
            let mut to = i + 1;
            while page.is_capital(to) && page.is_free(to, to + 1) && page.together(i, to + 1) {
                to += 1;
            }
            page.put(i, to, EntityKind::Person, "part.addressed");
        }
        if !page.is_capital(i) || !is_given(page, i) || !page.is_free(i, i + 1) || page.shouted(i) {
            continue;
        }
        let Some(w) = page.word(i) else { continue };
        let run =
            page.before(i).is_some_and(|b| page.is_capital(b)) || page.after(i + 1).is_some_and(|a| page.is_capital(a));
        if run
            || w.doc & seen::SMALL != 0
            || is_dated(page, i)
            || super::common::is_time(page.spelling(i))
            || super::common::is_drink(page, i)
        {
            continue;
        }
        let comma = page.spelling(i + 1) == ",";
        let aged = comma && page.class(i + 2) == WordClass::Day && page.is(i + 3, PersonWord::YearOfAge);
        let aside = Grammar::Additive | Grammar::DisjunctivePronoun | Grammar::IndefiniteArticle;
        let at = if page.is(i + 2, aside) { i + 3 } else { i + 2 };
        let described =
            comma && page.class(at) == WordClass::Small && page.word(at).is_some_and(|w| w.cues & cue::TITLE != 0);
        let support = page.support(i, i + 1)[EntityKind::Person as usize];
        let floor = if page.opens(i) { 0.0 } else { -3.0 };
        if aged || described || support > floor {
            page.put(i, i + 1, EntityKind::Person, "part.alone");
        }
    }
}
