//! Who is named in a value that a format gives for the author: several persons, family
//! names before given ones, and what stands beside a name that is none.
//!
//! Knows how names are written; has never heard of formats.

use super::desk_words::{DeskWord, desk_words, is_desk_word};
use super::page_words::{PageWord, has_word_of_papers, is_clocks, is_of_a_change, page_words};
use crate::corpus::date::find_dates;
use crate::text::{Span, fold};

/// True for what somebody is to a paper, with the matter of it or not.
pub(crate) fn is_office(words: &str) -> bool {
    let words = fold(words);
    words.rsplit(' ').next().is_some_and(|last| is_desk_word(DeskWord::Office, last))
        || desk_words(DeskWord::Sent).iter().any(|s| words.starts_with(s))
}

/// `Ana Roz et Léo Kim` as a list, without the paper, the agency or the office that stands
/// beside a name; what names anything but persons as it is.
pub(super) fn listed(value: &str) -> String {
    family_first(value).or_else(|| persons(value)).unwrap_or_else(|| value.to_owned())
}

/// The persons of a value in which nothing else stands but what they are, or for whom they
/// write: `Ana Roz / Le Quai`, `Ana Roz (AQX)`, `Ana Roz - Le Quai`.
fn persons(value: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    let value = without_day(value);
    for part in several_persons(value) {
        // `Ana Roz (AQX)`
        let part = part.split_once(" (").filter(|(_, aside)| aside.ends_with(')')).map_or(part, |(name, _)| name);
        let mut pieces = vec![part];
        for sign in [" - ", " – ", " — "] {
            pieces = pieces.into_iter().flat_map(|piece| piece.split(sign)).collect();
        }
        let pieces = pieces.into_iter().flat_map(|piece| between(piece, DeskWord::With));
        parts.extend(pieces.filter(|p| !p.is_empty()));
    }
    let whose = |part: &&str| match between(part, DeskWord::For).as_slice() {
        [name, _, ..] if is_person(name) => (*name).to_owned(),
        _ => (*part).to_owned(),
    };
    let parts: Vec<String> = parts.iter().map(whose).collect();
    let named = |i: usize, part: &str| {
        is_person(part) && !says_when(part) && !is_office(part) && !is_paper(part, i > 0) && !is_agency(part)
    };
    let (mut names, mut beside) = (Vec::new(), Vec::new());
    for (i, part) in parts.iter().enumerate() {
        if named(i, part) { names.push(part.as_str()) } else { beside.push((i, part.as_str())) }
    }
    let aside = |(i, part): &(usize, &str)| {
        let abbreviated = part.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-'));
        let small = *i > 0 && part.starts_with(char::is_lowercase) && !part.chars().any(|c| c.is_ascii_digit());
        // `Ana Roz, Gorzé`: where somebody writes.
        let town = *i == 1 && parts.len() == 2 && value.contains(',') && !part.contains(' ');
        says_when(part) || is_office(part) || is_paper(part, *i > 0) || is_agency(part) || abbreviated || small || town
    };
    (!names.is_empty() && beside.iter().all(aside)).then(|| names.join(", "))
}

/// The pieces of a value between words of one class.
fn between(value: &str, class: DeskWord) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut from, mut at) = (0, 0);
    for word in value.split(' ') {
        let end = at + word.len();
        let inside = at > from && end < value.len() && word.starts_with(char::is_lowercase);
        if inside && is_desk_word(class, &fold(word)) {
            pieces.push(value[from..at].trim());
            from = end;
        }
        at = end + 1;
    }
    pieces.push(value[from..].trim());
    pieces
}

/// A value without the day that stands behind its names: `Ana Roz, le 05/03/2024 à 10h08`.
fn without_day(value: &str) -> &str {
    if !value.contains(|c: char| c.is_ascii_digit()) {
        return value;
    }
    let found = find_dates(value, Span::new(0, value.len()));
    let Some(day) = found.iter().find(|d| d.full().is_some()) else { return value };
    let head = value[..day.whole.start].trim_end();
    let head = page_words(PageWord::BeforeDate).iter().find_map(|word| head.strip_suffix(*word)).unwrap_or(head);
    head.trim_end_matches([' ', ',', ';', '|', '-', '–', '•'])
}

/// True for what a program takes for a name and that tells when a page was put there: `Publié Le`.
fn says_when(part: &str) -> bool {
    let folded = fold(part);
    is_of_a_change(&folded) || page_words(PageWord::Put).iter().any(|word| folded.starts_with(word))
}

/// True for a name that agencies are known by, or that says it is one or a desk.
pub(super) fn is_agency(name: &str) -> bool {
    let folded = fold(name);
    let known = |known: &&str| known.split(';').any(|form| form == folded);
    page_words(PageWord::Agency).iter().any(known) || folded.split(' ').any(|word| is_desk_word(DeskWord::Desk, word))
}

/// True for what is called like a paper: an article and a word, a name or words of papers behind
/// it. `beside` tells that it stands behind a name.
pub(super) fn is_paper(name: &str, beside: bool) -> bool {
    let folded = fold(name);
    let words: Vec<&str> = folded.split([' ', '\'', '’', '-']).filter(|w| !w.is_empty()).collect();
    let [first, rest @ ..] = words.as_slice() else { return false };
    let article = is_desk_word(DeskWord::PaperArticle, first);
    let small = |w: &&str| is_desk_word(DeskWord::PaperInside, w);
    article && (rest.len() == 1 || rest.iter().any(small) || has_word_of_papers(&folded))
        || beside && has_word_of_papers(&folded)
}

/// `Roz, Ana; Kim, Léo` as the names are said: each part has its family name
/// before one comma. One alone is read so where it cannot be a list of two persons.
fn family_first(value: &str) -> Option<String> {
    let sign = [';', '|', '\n'].into_iter().find(|sign| value.contains(*sign));
    let mut parts: Vec<&str> = match sign {
        Some(sign) => value.split(sign).collect(),
        None => vec![value],
    };
    // `Roz, Ana and Kim, Léo`
    for word in [" and ", " et ", " und ", " & "] {
        let pieces: Vec<&str> = parts.iter().flat_map(|part| part.split(word)).collect();
        if pieces.iter().all(|piece| piece.matches(',').count() == 1) {
            parts = pieces;
        }
    }
    let parts: Vec<&str> =
        parts.into_iter().map(|p| p.trim().trim_end_matches(',')).filter(|p| !p.is_empty()).collect();
    let several = parts.len() > 1 || sign.is_some();
    let mut turned = false;
    let mut names = Vec::with_capacity(parts.len());
    for part in parts {
        match part.split_once(',') {
            Some((family, given)) if several || stands_before(family.trim(), given.trim()) => {
                let name = format!("{} {}", given.trim(), family.trim());
                if given.contains(',') || !is_person(&name) {
                    return None;
                }
                turned = true;
                names.push(name);
            }
            // An agency, or somebody who is called by one name.
            None if several && part.starts_with(char::is_uppercase) => names.push(part.to_owned()),
            _ => return None,
        }
    }
    turned.then(|| names.join(", "))
}

/// True for a family name with the given name behind it: `Roz, Ana`, `Van Assche, Sophie`, and
/// not `Ana Roz, Léo Kim` or `Vaubrun, AQX`.
fn stands_before(family: &str, given: &str) -> bool {
    let words = |s: &str| s.split_whitespace().count();
    let first = fold(family.split([' ', '\'', '’']).next().unwrap_or_default());
    let particle = is_desk_word(DeskWord::Particle, &first);
    let abbreviated = |s: &str| !s.contains(char::is_lowercase) && !s.contains('.');
    let initials = given.split_whitespace().all(|w| w.ends_with('.') || w.chars().count() == 1);
    let capitals = abbreviated(given) && !initials && !abbreviated(family);
    let other = |s: &str| is_agency(s) || is_paper(s, true) || is_office(s);
    let label = |s: &str| page_words(PageWord::NameLabel).contains(&fold(s).as_str());
    let fits = words(family) == 1 && words(given) <= 2 || particle && words(family) <= 4 && words(given) <= 2;
    fits && !capitals && !is_clocks(family) && !other(family) && !other(given) && !label(family) && !label(given)
}

/// Somebody who is named as an author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Author {
    /// A person.
    Person {
        /// The name that lists are sorted by, with its particle: `de la Tour`.
        family: String,
        /// What stands before it.
        given: String,
    },
    /// An agency, a desk, or somebody who is called by one name.
    Body(String),
}

/// Words with which a family name begins as well, folded, beside the particles of the table.
const ALSO_FAMILY: [&str; 8] = ["saint", "sainte", "st", "ibn", "bin", "abou", "ter", "zu"];
/// What stands behind a family name, folded, without its full stop.
const BEHIND: [&str; 5] = ["jr", "sr", "ii", "iii", "iv"];

/// Who is named in the value of an author. Where nobody in it has the name of a person it is
/// one body, as it is written.
pub(crate) fn authors(value: &str) -> Vec<Author> {
    let value = unopened(value.trim());
    let person = |name: &str| is_person(name) && !is_agency(name) && !is_paper(name, false) && !is_office(name);
    let (turned, cleared) = (family_first(value), persons(value));
    for value in [turned.as_deref().unwrap_or(value), cleared.as_deref().unwrap_or_default()] {
        let names: Vec<&str> = several_persons(value).into_iter().filter(|n| !n.is_empty()).collect();
        let bodies = |n: &&str| is_agency(n) && n.starts_with(char::is_uppercase);
        if names.is_empty() || !names.iter().all(|n| person(n) || bodies(n)) {
            continue;
        }
        return names.into_iter().map(|n| if person(n) { parted(n) } else { Author::Body(n.to_owned()) }).collect();
    }
    if value.is_empty() { Vec::new() } else { vec![Author::Body(value.to_owned())] }
}

/// The name of a person as family and given name: what is written in capitals beside small
/// letters is the family's; else the last word is, with the particles before it.
fn parted(name: &str) -> Author {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let bare = |w: &str| fold(w).trim_matches('.').to_owned();
    let behind = words.len() > 2 && words.last().is_some_and(|w| BEHIND.contains(&bare(w).as_str()));
    let behind = if behind { words.pop() } else { None };
    let capitals = |w: &&str| w.chars().count() > 1 && !w.contains('.') && !w.contains(char::is_lowercase);
    let leading = words.iter().take_while(|w| capitals(w)).count();
    let ending = words.iter().rev().take_while(|w| capitals(w)).count();
    let particle = |w: &str| {
        let word = bare(w);
        is_desk_word(DeskWord::Particle, &word) || ALSO_FAMILY.contains(&word.as_str())
    };
    let family_first = ending == 0 && leading > 0 && leading < words.len();
    let at = if family_first {
        words.rotate_left(leading);
        words.len() - leading
    } else if ending > 0 && ending < words.len() {
        words.len() - ending
    } else {
        words.len().saturating_sub(1)
    };
    // The first word is a given name whatever it looks like.
    let particles = words[..at].iter().skip(1).rev().take_while(|w| particle(w)).count();
    let (given, family) = words.split_at(at - particles);
    let given = given.iter().copied().chain(behind).collect::<Vec<_>>().join(" ");
    Author::Person { family: family.join(" "), given }
}

/// A name without the word that opens a byline: `By Ana Roz`.
pub(super) fn unopened(value: &str) -> &str {
    byline(value).unwrap_or(value)
}

/// True for a line that says of itself that it names an author: `By Ana Roz`.
pub(super) fn opens_byline(line: &str) -> bool {
    byline(line.trim()).is_some()
}

/// Words of one name.
const NAME: std::ops::RangeInclusive<usize> = 2..=5;

/// True for a line that says of itself that it names an author, or that has the
/// form of the names of one or several persons: `Ana Roz et Léo de Kim`.
pub(super) fn names_persons(line: &str) -> bool {
    let line = line.trim();
    opens_byline(line) || several_persons(line).iter().all(|name| is_person(name))
}

/// The names that stand in one value, parted by signs or by a word for *and*.
pub(crate) fn several_persons(value: &str) -> Vec<&str> {
    const AND: [&str; 5] = [" et ", " and ", " und ", " y ", " e "];
    let parts = value.split([',', ';', '/', '&', '|', '•', '·']);
    let mut names: Vec<&str> = parts.collect();
    for word in AND {
        names = names.into_iter().flat_map(|part| part.split(word)).collect();
    }
    names.into_iter().map(str::trim).collect()
}

/// True for what is written like the name of a person: a few words in capitals,
/// but for particles, and no sign that names have not.
pub(crate) fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let letters = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.');
    // `d’Arvor` begins with its particle.
    let capital = |w: &&str| {
        w.starts_with(char::is_uppercase)
            || w.split(['\'', '’']).nth(1).is_some_and(|rest| rest.starts_with(char::is_uppercase))
    };
    let particle = |w: &&str| w.chars().count() <= 3;
    NAME.contains(&words.len())
        && words.iter().all(|w| w.chars().all(letters) && (capital(w) || particle(w)))
        && words.first().is_some_and(capital)
        && words.last().is_some_and(capital)
}

/// What stands behind the word that opens a byline, where it is a name.
fn byline(value: &str) -> Option<&str> {
    let (first, rest) = value.split_once(' ')?;
    let is = |words: &[&str]| words.iter().any(|w| first.trim_end_matches(':').eq_ignore_ascii_case(w));
    // `Von Roz` and `Di Marco` are names.
    let head = rest.split([',', '(', '/', ';']).next().unwrap_or(rest).trim();
    let opens = is(&["by", "par"]) || is(&["von", "di", "por", "door"]) && is_person(head);
    (opens && rest.starts_with(char::is_uppercase)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_the_form_of_names_names_persons() {
        for line in ["Ana Roz", "Par Ana Roz", "Ana Roz et Léo de Kim", "ANA ROZ", "Ana Roz, Zoé d’Arvor-Le Guen"] {
            assert!(names_persons(line), "{line}");
        }
        for line in ["Idées", "Une saison sans marionnettes", "CULTURE", "Ana Roz, maire de Gorzé", "Le 5 mars"] {
            assert!(!names_persons(line), "{line}");
        }
    }

    #[test]
    fn what_stands_beside_a_name_is_no_author() {
        for value in [
            "Ana Roz / Le Quai de Gorzé",
            "Ana Roz / Le Quai",
            "Ana Roz, La Gazette",
            "Ana Roz (Le Quai)",
            "Ana Roz - Le Quai",
            "Ana Roz pour Le Quai",
            "Ana Roz/AQX",
            "Ana Roz, avec AFP",
            "Ana Roz, correspondante à Gorzé",
            "Ana Roz, Transport Correspondent",
            "Ana Roz | The Quay Examiner",
            "Le Quai, Ana Roz",
            "Ana Roz, Gorzé",
            "Ana Roz, Agence Quai",
            "Ana Roz (à Gorzé), le 05/03/2024 à 10h08",
        ] {
            assert_eq!(listed(value), "Ana Roz", "{value}");
        }
        assert_eq!(listed("Ana Roz (AQX) et Léo Kim (à Gorzé)"), "Ana Roz, Léo Kim");
        assert_eq!(listed("Ana Roz avec Léo Kim"), "Ana Roz, Léo Kim");
        assert_eq!(unopened("Von Ana Roz, Quai"), "Ana Roz, Quai");
        assert_eq!((unopened("Von Roz"), unopened("Di Marco")), ("Von Roz", "Di Marco"));
        for value in ["Le Quai avec AFP", "AFP, Reuters", "La rédaction", "Agence Quai", "La Gazette du Quai"] {
            assert_eq!(listed(value), value);
        }
    }

    #[test]
    fn an_author_is_a_person_with_a_family_name_or_a_body() {
        let told = |value: &str| {
            let one = |a: Author| match a {
                Author::Person { family, given } => format!("{family}, {given}"),
                Author::Body(name) => format!("[{name}]"),
            };
            authors(value).into_iter().map(one).collect::<Vec<_>>().join(" + ")
        };
        for (value, expected) in [
            ("Ana Roz", "Roz, Ana"),
            ("Par Ana Roz et Léo Kim", "Roz, Ana + Kim, Léo"),
            ("Roz, Ana; Kim, Léo", "Roz, Ana + Kim, Léo"),
            ("Ana ROZ", "ROZ, Ana"),
            ("ROZ Ana", "ROZ, Ana"),
            ("Ana LE ROZ", "LE ROZ, Ana"),
            ("ANA ROZ", "ROZ, ANA"),
            ("A. Roz", "Roz, A."),
            ("Anne-Lise de la Tour", "de la Tour, Anne-Lise"),
            ("Tahir Ben Rozou", "Ben Rozou, Tahir"),
            ("Ben Roz", "Roz, Ben"),
            ("Jean Luc Roz", "Roz, Jean Luc"),
            ("Léo Kim Jr.", "Kim, Léo Jr."),
            ("Ana Roz, avec AFP", "Roz, Ana"),
            ("Ana Roz; Agence Quai", "Roz, Ana + [Agence Quai]"),
            ("AFP", "[AFP]"),
            ("AFP, Reuters", "[AFP] + [Reuters]"),
            ("La rédaction", "[La rédaction]"),
            ("Le Quai avec AFP", "[Le Quai avec AFP]"),
            ("Plumeau", "[Plumeau]"),
            ("", ""),
        ] {
            assert_eq!(told(value), expected, "{value}");
        }
    }

    #[test]
    fn a_family_name_may_stand_before_the_given_one() {
        for (value, names) in [
            ("Roz, Ana", "Ana Roz"),
            ("Van Assche, Sophie", "Sophie Van Assche"),
            ("de la Tour, Anne-Lise", "Anne-Lise de la Tour"),
            ("Roz, A.", "A. Roz"),
            ("ROZ, ANA", "ANA ROZ"),
            ("Roz, Ana; Kim, Léo", "Ana Roz, Léo Kim"),
            ("Roz, Ana; Kim, Léo;", "Ana Roz, Léo Kim"),
            ("Roz, Ana;", "Ana Roz"),
            ("Roz, Ana | Kim, Léo", "Ana Roz, Léo Kim"),
            ("Roz, Ana and Kim, Léo", "Ana Roz, Léo Kim"),
            ("Roz, Ana et Kim, Léo", "Ana Roz, Léo Kim"),
            ("Roz, Ana; Agence Quai", "Ana Roz, Agence Quai"),
            ("Ana Roz, Léo Kim", "Ana Roz, Léo Kim"),
            ("Ana Roz; Léo Kim", "Ana Roz, Léo Kim"),
            ("Gorzé, AQX", "Gorzé, AQX"),
            ("Reuters, Bloomberg", "Reuters, Bloomberg"),
            ("Le Quai, Le Môle", "Le Quai, Le Môle"),
        ] {
            assert_eq!(listed(value), names, "{value}");
        }
    }
}
