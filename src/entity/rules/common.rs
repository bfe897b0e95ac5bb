//! Words that have a capital and are no names: the first of a sentence, nouns
//! of institutions, measures, weekdays.

use crate::corpus::Language;
use crate::corpus::date::is_month_or_weekday;
use crate::entity::page::{Draft, Page};
use crate::entity::types::EntityKind;
use crate::entity::words::seen;
use crate::entity::world::World;

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

/// `cocktail Molotov`.
pub(super) fn is_drink(page: &Page<'_>, i: usize) -> bool {
    page.before(i).is_some_and(|b| matches!(page.spelling(b), "cocktail" | "cocktails"))
}

/// True for an English weekday or month, which has a capital but is no name.
pub(super) fn is_time(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && is_month_or_weekday(word, Language::En)
}
