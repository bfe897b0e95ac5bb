//! Words that have a capital and are no names: the first of a sentence, nouns
//! of institutions, measures, weekdays.

use crate::corpus::Language;
use crate::corpus::date::is_month_or_weekday;
use crate::entity::page::{Draft, Page};
use crate::entity::types::EntityKind;
use crate::entity::words::{WordClass, seen};
use crate::entity::world::World;
use std::collections::HashSet;
use std::sync::OnceLock;

const ACRONYMS: &str = include_str!("../../../assets/entity/acronyms.txt");

/// Articles, pronouns and the like: a capital on one that ends a name is the
/// beginning of the next sentence.
pub(super) const STARTERS: &[&str] = &[
    "Les",
    "Le",
    "La",
    "Un",
    "Une",
    "Des",
    "Ces",
    "Ce",
    "Cet",
    "Cette",
    "Il",
    "Elle",
    "Ils",
    "Elles",
    "On",
    "Nous",
    "Vous",
    "Je",
    "Son",
    "Sa",
    "Ses",
    "Leur",
    "Leurs",
    "Dans",
    "Pour",
    "Mais",
    "Selon",
    "Depuis",
    "Au",
    "Aux",
    "Du",
    "En",
    "Sur",
    "Plus",
    "Plusieurs",
    "Deux",
    "Trois",
    "Après",
    "Avant",
    "Pas",
    "Tout",
    "Tous",
    "Toutes",
    "Avec",
    "Sans",
    "The",
    "He",
    "She",
    "It",
    "They",
    "We",
    "This",
    "That",
    "These",
];

/// Small words that open a sentence and never a name of a person or a place.
pub(super) const OPENERS: &[&str] = &[
    "Avec",
    "Pour",
    "Selon",
    "Dans",
    "Chez",
    "Sans",
    "Comme",
    "Mais",
    "Et",
    "Si",
    "Quand",
    "Depuis",
    "Après",
    "Avant",
    "Pendant",
    "Sous",
    "Sur",
    "Par",
    "À",
    "En",
    "Car",
    "Or",
    "Donc",
    "Puis",
    "Alors",
    "Aussi",
    "Même",
    "Seul",
    "Seule",
    "Interrogé",
    "Interrogée",
    "Contacté",
    "Contactée",
    "Joint",
    "Vers",
    "Contre",
    "Entre",
    "Malgré",
    "Outre",
    "Que",
    "Où",
    "Quant",
    "Voici",
    "Voilà",
    "Hier",
    "Lorsque",
    "Pourquoi",
    "Comment",
    "With",
    "For",
    "When",
    "After",
    "Before",
    "But",
    "And",
    "In",
    "On",
    "At",
    "From",
    "While",
    "Since",
    "Until",
    "If",
];

/// Nouns of institutions and measures that have a capital wherever they stand
/// and are no names alone.
const NOUNS: &[&str] = &[
    "État",
    "Etat",
    "États",
    "Etats",
    "République",
    "Constitution",
    "Nation",
    "Président",
    "Premier",
    "Première",
    "Go",
    "Mo",
    "Ko",
    "To",
    "Mds",
    "Md",
    "Euros",
    "Km",
    "Mme",
    "Mlle",
    "Mr",
    "Dr",
    "Internet",
    "Web",
    "Nord-Sud",
    "Histoire",
];

/// True for a single word after an article that the document also writes
/// small, taken for a person: `la Fête`, `une fête`.
pub(super) fn is_common(page: &Page<'_>, d: Draft, from: usize, to: usize) -> bool {
    let Some(w) = page.word(from) else { return true };
    let word = page.spelling(from);
    if is_drink(page, from) {
        return true;
    }
    if to - from == 1 && d.kind != EntityKind::Organisation && (STARTERS.contains(&word) || OPENERS.contains(&word)) {
        return true;
    }
    let article = page.before(from).is_some_and(|b| matches!(page.spelling(b), "la" | "l'" | "l’"));
    let body = matches!(d.kind, EntityKind::Organisation | EntityKind::Misc) || d.kind == EntityKind::Person && article;
    if to - from == 1 && is_acronym(word) || body && is_portfolio(page, from, to) {
        return true;
    }
    // "État", "l’Etat français".
    let adjective = |i: usize| page.word(i).is_some_and(|w| !World::get().states_of(w.fold).is_empty());
    if NOUNS.contains(&page.spelling(from)) && (from + 1..to).all(adjective) {
        return true;
    }
    let article = page.before(from).is_some_and(|b| {
        matches!(
            page.spelling(b).to_lowercase().as_str(),
            "la" | "le"
                | "l'"
                | "l’"
                | "les"
                | "un"
                | "une"
                | "des"
                | "ce"
                | "cet"
                | "cette"
                | "ces"
                | "du"
                | "au"
                | "aux"
                | "leur"
                | "leurs"
                | "sa"
                | "son"
                | "ses"
                | "notre"
                | "nos"
                | "votre"
                | "vos"
        )
    });
    d.kind == EntityKind::Person && to - from == 1 && article && w.doc & seen::SMALL != 0
}

/// A common noun in capitals: `la TVA`, `une ONG`.
pub(super) fn is_acronym(word: &str) -> bool {
    static ALL: OnceLock<HashSet<&str>> = OnceLock::new();
    let all = || ACRONYMS.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace).collect();
    ALL.get_or_init(all).contains(word)
}

/// `le ministre de l’Intérieur`, `la ministre française de la Santé`: what a minister is responsible for names no body.
fn is_portfolio(page: &Page<'_>, from: usize, to: usize) -> bool {
    let before = |i: usize| page.before(i);
    let link = |i: usize| matches!(page.spelling(i), "de" | "du" | "des" | "la" | "l'" | "l’" | "à" | "aux" | "le");
    let mut at = from;
    while let Some(b) = before(at).filter(|b| link(*b)) {
        at = b;
    }
    let office = |i: usize| {
        matches!(page.spelling(i).to_lowercase().as_str(), "ministre" | "ministres" | "vice-ministre" | "ex-ministre")
    };
    let small = |i: &usize| page.class(*i) == WordClass::Small;
    at < from
        && World::get().form_of(page.key(from, to)).flatten().is_none()
        && before(at).is_some_and(|b| office(b) || small(&b) && before(b).is_some_and(office))
}

/// `cocktail Molotov`.
pub(super) fn is_drink(page: &Page<'_>, i: usize) -> bool {
    page.before(i).is_some_and(|b| matches!(page.spelling(b), "cocktail" | "cocktails"))
}

/// True for an English weekday or month, which has a capital but is no name.
pub(super) fn is_time(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && is_month_or_weekday(word, Language::En)
}
