//! Words that have a capital and are no names: the first of a sentence, nouns
//! of institutions, measures, weekdays.

use super::link::LINK;
use crate::corpus::Language;
use crate::corpus::date::is_month_or_weekday;
use crate::entity::gazetteer::list;
use crate::entity::lexicon::cue;
use crate::entity::page::{Draft, Page};
use crate::entity::types::EntityKind;
use crate::entity::words::{WordClass, seen};
use crate::entity::world::World;
use crate::lang::{self, Citation, CommonNoun, Grammar, PersonWord, Set, WorkWord};

/// Determiners, pronouns and the like: a capital on one that ends a name is the
/// beginning of the next sentence.
pub(super) const STARTERS: Set<Grammar> = Grammar::Article
    .set()
    .or(Grammar::IndefiniteArticle.set())
    .or(Grammar::Demonstrative.set())
    .or(Grammar::Possessive.set())
    .or(Grammar::Quantifier.set())
    .or(Grammar::PersonalPronoun.set())
    .or(Grammar::Negation.set())
    .or(Grammar::Preposition.set())
    .or(Grammar::Adversative.set());

/// Small words that open a sentence and never a name of a person or a place.
pub(super) const OPENERS: Set<Grammar> = Grammar::Preposition
    .set()
    .or(Grammar::TitlePreposition.set())
    .or(Grammar::Coordinator.set())
    .or(Grammar::Adversative.set())
    .or(Grammar::Conjunction.set())
    .or(Grammar::Adverb.set())
    .or(Grammar::Additive.set());

/// True for a single word after an article that the document also writes
/// small, taken for a person: `la Fête`, `une fête`.
pub(super) fn is_common(page: &Page<'_>, d: Draft, from: usize, to: usize) -> bool {
    let Some(w) = page.word(from) else { return true };
    if is_drink(page, from) || to - from == 1 && page.is_in_any_case(from, Citation::EditorsNote) {
        return true;
    }
    if to - from == 1
        && d.kind != EntityKind::Organisation
        && (page.is_capitalised(from, STARTERS.or(OPENERS)) || page.is_capitalised(from, PersonWord::Approached))
    {
        return true;
    }
    let article = page.before(from).is_some_and(|b| page.is(b, Grammar::Article));
    let body = match d.kind {
        EntityKind::Organisation | EntityKind::Misc => true,
        EntityKind::Person => article,
        // A minister of a place that a list knows is one of that place.
        EntityKind::Place => article && w.lists & (list::COUNTRY | list::REGION | list::CITY) == 0,
    };
    if to - from == 1 && page.is(from, CommonNoun::Acronym) || body && is_portfolio(page, from, to) {
        return true;
    }
    // "État", "l’Etat français".
    let adjective = |i: usize| page.word(i).is_some_and(|w| !World::get().states_of(w.fold).is_empty());
    if is_noun(page, from) && (from + 1..to).all(adjective) {
        return true;
    }
    let article = page.before(from).is_some_and(|b| page.is_in_any_case(b, DETERMINER));
    d.kind == EntityKind::Person && to - from == 1 && article && w.doc & seen::SMALL != 0
}

/// What stands before a common noun.
const DETERMINER: Set<Grammar> = Grammar::Article
    .set()
    .or(Grammar::IndefiniteArticle.set())
    .or(Grammar::ContractedGenitive.set())
    .or(Grammar::ContractedDative.set())
    .or(Grammar::Demonstrative.set())
    .or(Grammar::Possessive.set());

/// Nouns of institutions and measures that have a capital wherever they stand
/// and are no names alone.
fn is_noun(page: &Page<'_>, i: usize) -> bool {
    page.is_capitalised(i, CommonNoun::Civic | CommonNoun::State | CommonNoun::Unit)
        || page.is(i, PersonWord::Honorific)
}

/// `le ministre de l’Intérieur`, `la ministre française de la Santé`, `la secrétaire d’État à l’Asile et à la
/// Migration`: what a minister is responsible for names no body.
pub(super) fn is_portfolio(page: &Page<'_>, from: usize, to: usize) -> bool {
    World::get().form_of(page.key(from, to)).flatten().is_none() && is_behind_office(page, from)
}

/// True behind a minister and small words, or behind what the minister is responsible for beside it.
fn is_behind_office(page: &Page<'_>, from: usize) -> bool {
    const BESIDE: usize = 4;
    let before = |i: usize| page.before(i);
    let link = |i: usize| page.is(i, LINK | Grammar::Dative | Grammar::ContractedDative);
    let mut at = from;
    while let Some(b) = before(at).filter(|b| link(*b)) {
        at = b;
    }
    let Some(b) = before(at).filter(|_| at < from) else { return false };
    let office = |i: usize| page.is_in_any_case(i, PersonWord::Minister) || is_secretary_of_state(page, i);
    if office(b) || page.class(b) == WordClass::Small && before(b).is_some_and(office) {
        return true;
    }
    if !page.is(b, Grammar::Coordinator) {
        return false;
    }
    let mut other = b;
    for _ in 0..BESIDE {
        let Some(o) = before(other).filter(|o| page.is_capital(*o) || page.class(*o) == WordClass::Small) else {
            return false;
        };
        if page.is_capital(o) {
            return is_behind_office(page, o);
        }
        other = o;
    }
    false
}

/// `secrétaire d’État`, by its last word.
fn is_secretary_of_state(page: &Page<'_>, state: usize) -> bool {
    let of = page.before(state).filter(|b| page.is_capitalised(state, CommonNoun::State) && page.is(*b, LINK));
    of.and_then(|of| page.before(of)).and_then(|s| page.word(s)).is_some_and(|w| w.cues & cue::TITLE != 0)
}

/// `cocktail Molotov`.
pub(super) fn is_drink(page: &Page<'_>, i: usize) -> bool {
    page.before(i).is_some_and(|b| page.is(b, WorkWord::Drink))
}

/// True for a weekday or a month of a language in which they have a capital
/// and are no names.
pub(super) fn is_time(word: &str) -> bool {
    let capital = |l: &Language| lang::named(l.name()).capitalises_dates();
    word.starts_with(char::is_uppercase)
        && Language::ALL.into_iter().filter(capital).any(|l| is_month_or_weekday(word, l))
}
