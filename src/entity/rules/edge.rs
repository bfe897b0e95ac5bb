//! Where a name begins and ends: titles, articles and signs are not part of
//! it, two people joined by `et` are two names; inhabitants are none.

use super::given::is_particle;
use crate::corpus::Language;
use crate::corpus::date::is_month_or_weekday;
use crate::entity::EntityKind;
use crate::entity::gazetteer::list;
use crate::entity::lexicon::cue;
use crate::entity::page::{Draft, Page};
use crate::entity::words::{Class, seen};
use crate::entity::world::World;
use std::collections::HashSet;

/// Moves the ends of each draft to where the name is.
pub(super) fn trim(page: &mut Page<'_>) {
    let small = small_pairs(page);
    for d in page.drafts() {
        if is_opening(page, d, &small) || in_address(page, d) {
            page.clear(d.from);
            continue;
        }
        let (mut from, mut to) = (d.from, d.to);
        while from < to && drops_at_start(page, d, from, to) {
            from += 1;
        }
        while from < to && drops_at_end(page, d.kind, from, to) {
            to -= 1;
        }
        to = cut_time(page, from, to);
        if to == from + 1
            && page.spelling(to) == "."
            && page.class(to + 1) == Class::Day
            && page.spelling(from).len() <= 4
        {
            // "Dec. 27"
            to = from;
        }
        if from >= to || !(from..to).any(|i| names_something(page, from, i)) || is_common(page, d, from, to) {
            page.clear(d.from);
        } else if (from, to) != (d.from, d.to) {
            page.put(from, to, d.kind, "rule.edge");
        }
        if d.kind == EntityKind::Person {
            split(page, from, to);
        }
    }
}

/// True inside a web address: `pic.example.com/Xy3Zk`.
fn in_address(page: &Page<'_>, d: Draft) -> bool {
    let start = page.span(d.from, d.to).start;
    let before = page.text.get(..start).unwrap_or("");
    let chunk: String = before.chars().rev().take(60).take_while(|c| !c.is_whitespace()).collect();
    chunk.starts_with('/') && chunk.contains('.')
}

/// True for an English weekday or month, which has a capital but is no name.
pub(super) fn is_time(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && is_month_or_weekday(word, Language::En)
}

/// A name of several words ends before `on Tuesday`; a month or a weekday is
/// none.
fn cut_time(page: &Page<'_>, from: usize, to: usize) -> usize {
    let Some(last) = to.checked_sub(1).filter(|l| *l >= from) else { return to };
    if !is_time(page.spelling(last)) {
        return to;
    }
    if to - from == 1 {
        // "Theresa May" has two words; "May said" begins a sentence.
        let month = page.before(from).is_some_and(|b| {
            matches!(
                page.spelling(b),
                "in" | "on"
                    | "of"
                    | "since"
                    | "until"
                    | "by"
                    | "last"
                    | "next"
                    | "from"
                    | "this"
                    | "early"
                    | "late"
                    | "between"
                    | "and"
                    | "to"
                    | "mid"
            )
        });
        let day = !matches!(page.spelling(last), "May" | "March" | "April" | "June" | "August");
        return if month || day { from } else { to };
    }
    if matches!(page.spelling(last - 1), "on" | "in" | "by" | "until" | "since") { last - 1 } else { to }
}

/// Pairs of neighbouring words that the text writes small.
fn small_pairs(page: &Page<'_>) -> HashSet<(u64, u64)> {
    let small = |i: usize| page.class(i) == Class::Small;
    (1..page.len()).filter(|i| small(i - 1) && small(*i)).map(|i| (page.id(i - 1), page.id(i))).collect()
}

/// `Gilets jaunes : …` where the text goes on with `les gilets jaunes`: the
/// capital is the sentence's.
fn is_opening(page: &Page<'_>, d: Draft, small: &HashSet<(u64, u64)>) -> bool {
    page.opens(d.from)
        && d.to - d.from == 2
        && page.class(d.from) == Class::Capitalised
        && page.class(d.from + 1) == Class::Small
        && small.contains(&(page.id(d.from), page.id(d.from + 1)))
}

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

/// True for words that can carry a name: not small ones (`« gilets
/// jaunes »`), not `État` (`télévision d’État`).
fn names_something(page: &Page<'_>, from: usize, i: usize) -> bool {
    let word = page.spelling(i);
    let state = matches!(word, "État" | "Etat" | "Etats" | "États");
    word.chars().any(char::is_uppercase) && !(state && i > from)
}

/// True for a single word after an article that the document also writes
/// small, taken for a person: `la Fête`, `une fête`.
fn is_common(page: &Page<'_>, d: Draft, from: usize, to: usize) -> bool {
    let Some(w) = page.word(from) else { return true };
    let word = page.spelling(from);
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

fn drops_at_start(page: &Page<'_>, d: Draft, i: usize, to: usize) -> bool {
    let Some(w) = page.word(i) else { return false };
    if w.class > Class::NumberMixed {
        return true;
    }
    if i + 1 >= to {
        return false;
    }
    // "les services du Service public de Wallonie": a plural head is not the name.
    let many = matches!(page.spelling(i), "services" | "équipes" | "agents" | "locaux" | "effectifs" | "membres");
    if many && d.kind == EntityKind::Organisation || i > d.from && many_before(page, i) {
        return true;
    }
    // "Avec Cyrano": the first word of the sentence.
    let opening = page.opens(i) && i == d.from && matches!(d.kind, EntityKind::Person | EntityKind::Place);
    if opening && OPENERS.contains(&page.spelling(i)) {
        return true;
    }
    // "tribunal de Besançon": the court of a town is described, not named.
    let court = w.class == Class::Small && COURTS.contains(&page.spelling(i)) && d.kind == EntityKind::Organisation;
    if court && names_town(page, i, to) || i > d.from && w.class.is_small() && court_before(page, d.from, i, to) {
        return true;
    }
    // "The Coast Committee", but "The Guardian" of the lists.
    if page.spelling(i) == "The" && page.opens(i) && d.kind != EntityKind::Misc && w.place != 2 {
        return true;
    }
    // "conseil d'administration d'Air France"
    if d.kind == EntityKind::Organisation && w.class.is_small() && board(page, d.from, i, to) {
        return true;
    }
    // "river Thames"
    if d.kind == EntityKind::Place && page.spelling(i) == "river" {
        return true;
    }
    // "procureur de la République d’Angers" names a town.
    let office = page.spelling(i) == "République"
        && i >= 3
        && matches!(page.spelling(i - 3), "procureur" | "procureure" | "Procureur" | "procureurs");
    // "la place de Moscou" is about Moscow, "la place de la République" a square.
    let standing = matches!(page.spelling(i), "place" | "Place")
        && page.spelling(i + 1) == "de"
        && to > i + 2
        && World::get().state_of_capital(page.key(i + 2, to)).is_some();
    if standing || office || (d.kind == EntityKind::Place && matches!(page.spelling(i), "d'" | "d’" | "de" | "à")) {
        return true;
    }
    match d.kind {
        EntityKind::Person if w.class == Class::Small && page.is_capital(i + 1) && !is_particle(page.spelling(i)) => {
            true
        }
        EntityKind::Person => {
            let title = w.cues & cue::TITLE != 0 && (w.own & list::GIVEN == 0 || w.class == Class::Small);
            title || matches!(page.spelling(i), "le" | "la" | "l'" | "l’" | "les" | "de" | "d'" | "d’" | "du")
        }
        EntityKind::Place => {
            matches!(page.spelling(i), "le" | "la" | "l'" | "l’" | "les" | "en" | "à" | "de" | "d'" | "d’")
        }
        _ => matches!(page.spelling(i), "le" | "la" | "l'" | "l’" | "les"),
    }
}

/// Articles, pronouns and the like: a capital on one that ends a name is the
/// beginning of the next sentence.
const STARTERS: &[&str] = &[
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
const OPENERS: &[&str] = &[
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

/// Courts and offices that every town has.
const COURTS: &[&str] =
    &["tribunal", "cour", "parquet", "préfecture", "mairie", "gendarmerie", "commissariat", "rectorat"];

/// True when the range ends with a listed town behind `de`, and nothing else
/// in it has a capital: `tribunal correctionnel de Besançon`.
fn names_town(page: &Page<'_>, from: usize, to: usize) -> bool {
    let of = |i: usize| matches!(page.spelling(i), "de" | "d'" | "d’" | "du" | "des");
    let Some(town) = (from..to).find(|i| page.is_capital(*i)) else { return false };
    let listed = page.word(town).is_some_and(|w| w.lists & (list::CITY | list::REGION) != 0);
    town > from + 1 && of(town - 1) && listed
}

/// True while everything up to the town behind a court is dropped.
fn court_before(page: &Page<'_>, from: usize, i: usize, to: usize) -> bool {
    COURTS.contains(&page.spelling(from)) && names_town(page, from, to) && (from..=i).all(|j| !page.is_capital(j))
}

/// True while a company's board, seat or plant is dropped in front of its
/// listed name.
fn board(page: &Page<'_>, from: usize, i: usize, to: usize) -> bool {
    let head =
        matches!(page.spelling(from), "conseil" | "siège" | "usine" | "site" | "direction" | "actionnaires" | "patron");
    let Some(name) = (from..to).find(|j| page.is_capital(*j)) else { return false };
    let of = matches!(page.spelling(name - usize::from(name > from)), "de" | "d'" | "d’" | "du");
    let listed = page.word(name).is_some_and(|w| w.lists & list::ORG != 0)
        || World::get().form_of(page.key(name, to)).flatten().is_some();
    head && of && listed && i < name
}

/// True for the link behind a plural head that was dropped.
fn many_before(page: &Page<'_>, i: usize) -> bool {
    let head =
        |j: usize| matches!(page.spelling(j), "services" | "équipes" | "agents" | "locaux" | "effectifs" | "membres");
    let link = matches!(page.spelling(i), "de" | "du" | "des" | "d'" | "d’" | "la" | "l'" | "l’");
    link && (1..=2).any(|n| i.checked_sub(n).is_some_and(head))
}

fn drops_at_end(page: &Page<'_>, kind: EntityKind, from: usize, to: usize) -> bool {
    let last = to - 1;
    let word = page.spelling(last);
    match page.class(last) {
        Class::Sign | Class::Open | Class::Close => {
            // "Yahoo !" and "Alphabet Inc." keep a sign only when it closes
            // something inside the name.
            let closes = word == ")" && (from..last).any(|i| page.spelling(i) == "(");
            let quote = matches!(word, "»" | "”") && (from..last).any(|i| matches!(page.spelling(i), "«" | "“"));
            !closes && !quote
        }
        // "Assemblée nationale française": the institution, and whose it is.
        // "Perpignan Les commerces": a heading lost its line.
        Class::Capitalised if to - from > 1 && STARTERS.contains(&word) && !page.is_capital(to) => {
            // "Kim Jong Un", "Nguyen Van La"
            kind != EntityKind::Person || word.chars().count() > 2
        }
        Class::Small
            if to - from > 1
                && page.word(last).is_some_and(|w| !World::get().states_of(w.fold).is_empty())
                && World::get().form_of(page.key(from, last)).flatten().is_some() =>
        {
            true
        }
        // "ministre des Affaires étrangères belge": the minister is Belgian.
        Class::Small
            if matches!(
                page.spelling(from),
                "Affaires" | "Intérieur" | "Défense" | "Justice" | "Santé" | "Économie"
            ) && page.word(last).is_some_and(|w| !World::get().states_of(w.fold).is_empty()) =>
        {
            true
        }
        // "Parlement réunies": a participle is not part of an institution.
        Class::Small
            if last == from + 1
                && ["unies", "ées", "unis", "és"].iter().any(|e| word.ends_with(e))
                && !matches!(word, "unies" | "unis")
                && matches!(page.spelling(from), "Parlement" | "Assemblée" | "Sénat" | "Congrès" | "Bourse") =>
        {
            true
        }
        // "Radio Sarvenne la maire": the next phrase.
        Class::Small
            if from + 2 < last
                && matches!(page.spelling(last - 1), "la" | "le" | "les")
                && page.word(last).is_some_and(|w| w.cues & cue::TITLE != 0)
                && page.is_capital(last - 2) =>
        {
            true
        }
        _ => matches!(word, "de" | "du" | "des" | "la" | "le" | "les" | "et" | "d'" | "d’" | "l'" | "l’" | "'s" | "’s"),
    }
}

/// Two people joined by `et`, a comma or a semicolon are two names.
fn split(page: &mut Page<'_>, from: usize, to: usize) {
    let joint = |i: usize| matches!(page.spelling(i), "et" | "and" | "," | ";" | "/" | "ou");
    let Some(cut) = (from + 1..to.saturating_sub(1)).find(|i| joint(*i)) else { return };
    page.put(from, cut, EntityKind::Person, "rule.edge");
    page.put(cut + 1, to, EntityKind::Person, "rule.edge");
    split(page, cut + 1, to);
}

/// English adjectives of origin and of parties, alone or before a hyphen (`British-built`).
const ENGLISH: &[&str] = &[
    "Republican",
    "Democratic",
    "Democrat",
    "French",
    "British",
    "German",
    "Spanish",
    "Italian",
    "Dutch",
    "Irish",
    "Scottish",
    "Welsh",
    "English",
    "American",
    "Canadian",
    "Australian",
    "European",
    "African",
    "Asian",
    "Russian",
    "Chinese",
    "Japanese",
    "Indian",
    "Turkish",
    "Greek",
    "Polish",
    "Ukrainian",
    "Swiss",
    "Belgian",
    "Swedish",
    "Norwegian",
    "Danish",
    "Finnish",
    "Portuguese",
    "Brazilian",
    "Mexican",
    "Israeli",
    "Palestinian",
    "Iranian",
    "Iraqi",
    "Syrian",
    "Korean",
    "Egyptian",
    "Austrian",
    "Hungarian",
    "Romanian",
    "Czech",
    "Serbian",
    "Lebanese",
    "Algerian",
    "Moroccan",
    "Tunisian",
    "Nigerian",
    "Arab",
];

/// Adjectives and inhabitants (`les Russes`, `l’Américain`) are not names.
pub(super) fn drop_inhabitants(page: &mut Page<'_>) {
    let world = World::get();
    for d in page.drafts().into_iter().filter(|d| d.to - d.from == 1 && d.entry.is_none()) {
        let Some(w) = page.word(d.from) else { continue };
        let known = !world.states_of(w.fold).is_empty();
        let listed = w.own & list::DEMONYM != 0 && w.own & (list::COUNTRY | list::CITY | list::REGION) == 0;
        let english = ENGLISH.iter().any(|a| {
            page.spelling(d.from).strip_prefix(a).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        }) && (page.class(d.to) == Class::Small || page.class(d.to) == Class::Sign);
        let many = page.before(d.from).is_some_and(|b| {
            matches!(
                page.spelling(b),
                "les" | "des" | "aux" | "ces" | "Les" | "Des" | "Aux" | "Ces" | "nos" | "deux" | "quelques"
            )
        });
        let ending = page.spelling(d.from).ends_with(['s', 'x'])
            && ["ais", "ois", "aises", "oises", "ains", "aines", "iens", "iennes", "éens", "éennes", "ards", "istes"]
                .iter()
                .any(|e| page.spelling(d.from).ends_with(e));
        let alone = !page.before(d.from).is_some_and(|b| page.is_capital(b)) && !page.is_capital(d.to);
        if alone
            && (known
                || english
                || listed && w.own & list::GIVEN == 0
                || many && ending && d.kind != EntityKind::Organisation)
        {
            page.clear(d.from);
        }
    }
}
