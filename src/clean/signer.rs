//! Who a line names that signs an article: a name and a day, a name and a role. Knows
//! how such lines are written; decides nothing.

use super::page_features::PageFeatures;
use super::words::{stop_words, token_hash};
use crate::corpus::date::find_dates;
use crate::ingest::{DeskWord, is_clocks, is_desk_word, is_of_a_change};
use crate::text::{Span, fold};

/// Signs that part a name from the day beside it.
const PARTING: [char; 8] = [',', '-', '–', '—', '|', '·', '•', '/'];

/// Words of the longest of such lines: two persons, a place, a day, and that of a change.
const SIGNED_LINE: u32 = 26;

/// True for a row that gives a name and a day and nothing else.
pub(crate) fn is_signed_and_dated(page: &PageFeatures<'_>, i: usize) -> bool {
    let r = page.row(i);
    (3..=SIGNED_LINE).contains(&r.words) && r.digits > 0 && signer(page.content(i)).is_some()
}

/// The name in a line that gives a name and a day and nothing else: `Ana Roz
/// (avec AFP), le 5 mars 2024 à 8 h`, `05.03.2024 | Ana Roz`, `Par Ana Roz, à
/// Gorzé, 5 mars 2024`.
pub(crate) fn signer(line: &str) -> Option<&str> {
    let line = without_change(without_counts(line));
    if let Some(name) = among_bars(line) {
        return Some(name);
    }
    let found = find_dates(line, Span::new(0, line.len()));
    let [day] = found.as_slice() else { return None };
    day.full()?;
    let (head, tail) = (&line[..day.span.start], &line[day.whole.end..]);
    let bare = |s: &str| s.trim_matches(|c: char| c.is_whitespace() || PARTING.contains(&c) || c == ':').is_empty();
    if is_clock(tail)
        && let Some(name) = before_day(head)
    {
        return Some(name);
    }
    // `Le Quai - 5 mars 2024 - Ana Roz`
    if head.trim_end().ends_with(PARTING) && tail.trim_start().starts_with(PARTING) {
        let name = tail.trim_start().trim_start_matches(PARTING).trim();
        if let Some(name) = person(unopened(name)) {
            return Some(name);
        }
    }
    // Behind the day and its hour: `Publié le 5 mars 2024 par Ana Roz`.
    let words: Vec<&str> = head.split_whitespace().collect();
    let said = words.len() <= SAID && words.iter().skip(1).all(|w| !w.starts_with(char::is_uppercase));
    if !said || !bare(head) && words.last().is_some_and(|w| w.chars().count() > 3) {
        return None;
    }
    // A hyphen inside a name parts nothing.
    let inside =
        |at: usize| tail[..at].ends_with(char::is_alphanumeric) && tail[at + 1..].starts_with(char::is_alphanumeric);
    let parting = tail.rmatch_indices(PARTING.as_slice()).find(|(at, sign)| *sign != "-" || !inside(*at));
    let at = parting.map_or(0, |(at, sign)| at + sign.len());
    let (clock, name) = tail.split_at(at);
    let clock = clock.trim_end_matches(|c: char| c.is_whitespace() || PARTING.contains(&c));
    is_clock(clock).then(|| person(unopened(name)))?
}

/// A line without the day of its last change, which stands behind that of its first print:
/// `Ana Roz, le 5 mars 2024 à 8 h Mis à jour le 6 mars 2024`.
fn without_change(line: &str) -> &str {
    let found = find_dates(line, Span::new(0, line.len()));
    let [first, second] = found.as_slice() else { return line };
    let from = first.whole.end.min(second.span.start);
    let between = &line[from..second.span.start];
    if !is_of_a_change(&fold(between)) {
        return line;
    }
    // The hour of the first print stands before the words.
    let hour = |w: &&str| w.len() <= 2 || w.starts_with(|c: char| !c.is_alphabetic());
    let kept: usize = between.split_inclusive(' ').take_while(|w| hour(&w.trim())).map(str::len).sum();
    line[..from + kept].trim_end_matches(|c: char| c.is_whitespace() || PARTING.contains(&c) || "([;".contains(c))
}

/// Signs between the parts of a line that says several things, and words of a part
/// that counts something.
const BARS: [char; 3] = ['|', '·', '•'];
const COUNTED: usize = 6;

/// A line without what it counts at its end: `5 mars 2024 • Ana Roz • 3 min de lecture`.
fn without_counts(line: &str) -> &str {
    let mut line = line;
    while let Some((head, last)) = line.rsplit_once(BARS) {
        let count = last.chars().any(|c| c.is_ascii_digit()) && last.split_whitespace().count() <= COUNTED;
        if !count
            || find_dates(last, Span::new(0, last.len())).iter().any(|d| d.day.is_some() || d.year.is_some())
            || is_clock(last)
        {
            break;
        }
        line = head.trim_end();
    }
    line
}

/// Bars of a line that credits several people and things.
const CREDITS: usize = 2;
/// Words of a label before a name, and of what stands beside one.
const LABEL: usize = 2;
const BESIDE: usize = 8;

/// The name in a line of credits whose parts bars part, one of them the day: `Texte : Ana Roz |
/// Photos : Léo Kim | Le Quai | 5 mars 2024`. Who made pictures is no author.
fn among_bars(line: &str) -> Option<&str> {
    let parts: Vec<&str> = line.split(BARS).map(str::trim).filter(|p| !p.is_empty()).collect();
    let day = |p: &str| find_dates(p, Span::new(0, p.len())).iter().any(|d| d.full().is_some());
    let short = |p: &&str| p.split_whitespace().count() <= BESIDE && !p.ends_with(['.', '!', '?']);
    if parts.len() <= CREDITS || parts.iter().filter(|p| day(p)).count() != 1 || !parts.iter().all(short) {
        return None;
    }
    parts.iter().filter(|p| !day(p)).find_map(|part| match part.split_once(':') {
        Some((label, name)) => {
            let words: Vec<String> = fold(label).split_whitespace().map(str::to_owned).collect();
            let shown = words.iter().any(|w| is_desk_word(DeskWord::Shown, w));
            (!shown && words.len() <= LABEL).then(|| person(unopened(name)))?
        }
        None => person(unopened(part)),
    })
}

/// True for a person and who that is, in one line: `Ana Roz, envoyée spéciale à Gorzé`.
pub(crate) fn is_named_with_role(line: &str) -> bool {
    let Some((name, role)) = line.split_once(", ") else { return false };
    let plain = !role.ends_with(['.', '!', '?', ':', ';', ',']) && !role.contains(|c: char| c.is_ascii_digit());
    let words = role.split_whitespace().count();
    plain && (1..=ROLE + 2).contains(&words) && role.starts_with(char::is_lowercase) && person(name) == Some(name)
}

/// Words of the longest line that says by whom something is and who that is.
const SIGNED: usize = 22;

/// The same behind the word of a byline, as a sentence: `Par Ana Roz, élue de Gorzé.`
pub(crate) fn is_signed_with_role(line: &str) -> bool {
    let rest = ["Par ", "By ", "Von ", "Por "].iter().find_map(|by| line.strip_prefix(by));
    let Some((name, role)) = rest.and_then(|rest| rest.split_once(", ")) else { return false };
    let role = role.strip_suffix('.').unwrap_or(role);
    let first = role.split(' ').next().unwrap_or_default();
    let plain = !role.contains(['.', '!', '?', ';', ':', '«', '"']);
    // `Par Ana Roz, la mairie gagne`: an article or a pronoun opens a sentence.
    let noun = first.starts_with(char::is_lowercase) && !is_grammar(first);
    plain && noun && line.split_whitespace().count() <= SIGNED && person(name) == Some(name)
}

/// True for `R. B.`, `A.L. avec L.V.`: initials, and nothing else.
pub(crate) fn is_initials(line: &str) -> bool {
    let joint = |w: &str| ["avec", "et", "with", "and", "und", "con", "y", "e"].contains(&w);
    let mut letters = 0;
    let plain = line.split_whitespace().filter(|w| !joint(w)).all(|word| {
        word.split(['.', '-']).filter(|p| !p.is_empty()).all(|p| {
            letters += 1;
            p.chars().count() <= 2 && p.starts_with(char::is_uppercase)
        }) && word.ends_with('.')
    });
    plain && (2..=8).contains(&letters) && !line.starts_with(char::is_lowercase)
}

/// The name before a day. What stands between the two are small words, or who
/// the person is, parted from the day by a sign.
fn before_day(head: &str) -> Option<&str> {
    let mut pieces = pieces(head);
    let name = pieces.next()?;
    let rest: Vec<&str> = pieces.filter(|p| !p.is_empty()).collect();
    let (last, roles) = rest.split_last().map_or(("", rest.as_slice()), |(last, roles)| (*last, roles));
    // `le`, `publié le`, `Publié le`; a role is followed by a sign.
    let tail = last.split_whitespace().skip(1).all(|w| !w.starts_with(char::is_uppercase));
    let shut = head.trim_end().ends_with(PARTING);
    let role = |r: &&str| r.starts_with(char::is_lowercase) && r.split_whitespace().count() <= ROLE;
    let said = tail && last.split_whitespace().count() <= SAID || shut && role(&last);
    let name = if rest.is_empty() { without_small(name) } else { name };
    (said && roles.iter().all(role)).then(|| person(unopened(name)))?
}

/// What signs part in a line, without the signs.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let dashes = [" - ", " – ", " — "];
    line.split([',', '|', '·', '•'])
        .flat_map(move |p| {
            let at = dashes.iter().find_map(|d| p.split_once(d));
            at.map_or(vec![p], |(a, b)| vec![a, b])
        })
        .map(|p| p.trim_matches(|c: char| c.is_whitespace() || PARTING.contains(&c) || c == ':'))
}

/// `Ana Roz le`: a name without the short word behind it.
fn without_small(name: &str) -> &str {
    let small = |w: &str| w.chars().count() <= 3 && w.chars().all(char::is_lowercase);
    name.trim_end().rsplit_once(' ').filter(|(_, last)| small(last)).map_or(name, |(rest, _)| rest).trim_end()
}

/// Words that say who a person is, and words between that and the day.
const ROLE: usize = 6;
const SAID: usize = 3;

/// What stands behind a short word in front of a name, such as `par` and `De`.
fn unopened(name: &str) -> &str {
    let name = name.trim();
    match name.split_once(' ') {
        Some((first, rest))
            if first.chars().count() <= 3 && is_grammar(first) && !is_article(first) && rest.contains(' ') =>
        {
            rest.trim()
        }
        _ => name,
    }
}

/// True for an article, with which names of outlets open and none of persons.
fn is_article(word: &str) -> bool {
    ["le", "la", "les", "the", "die", "der", "das", "el", "los", "las", "il", "lo"].contains(&fold(word).as_str())
}

/// True for a word of grammar.
fn is_grammar(word: &str) -> bool {
    stop_words().get(token_hash(fold(word).as_bytes())) != 0
}

/// A name of two to six words in capitals, but for small ones between them,
/// without what stands in brackets or `avec AQX` behind it.
fn person(name: &str) -> Option<&str> {
    let name = match name.trim().strip_suffix(')').and_then(|h| h.rsplit_once('(')) {
        Some((name, _)) => name.trim_end(),
        None => name.trim(),
    };
    let long = |w: &str| w.chars().count() > 3 && w.chars().all(char::is_lowercase) && is_grammar(w);
    let name = name
        .match_indices(' ')
        .find(|(i, _)| name[i + 1..].split(' ').next().is_some_and(long))
        .map_or(name, |(i, _)| &name[..i]);
    // `Ana Roz (texte) et Léo Kim`
    let bare: String = name.split('(').map(|p| p.split_once(')').map_or(p, |(_, rest)| rest)).collect();
    let words: Vec<&str> = bare.split_whitespace().collect();
    let named =
        |w: &&str| w.starts_with(char::is_uppercase) && w.chars().all(|c| c.is_alphabetic() || "-.'’".contains(c));
    // `d’Arvor` is a name with its particle.
    let elided = |w: &&str| w.split(['\'', '’']).nth(1).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let joins = |w: &&str| w.chars().count() <= 3 && w.chars().all(char::is_lowercase);
    let capitals = words.iter().filter(|w| named(w) || elided(w)).count();
    let fits =
        (2..=6).contains(&words.len()) && capitals >= 2 && words.iter().all(|w| named(w) || elided(w) || joins(w));
    // An article opens the name of a town.
    (fits && !is_clocks(&bare) && words.first().is_some_and(|w| named(w) && !is_grammar(w))).then_some(name)
}

/// True for what may follow a day: ` à 6 h 32`, ` | 18:05 CET`, nothing.
pub(crate) fn is_clock(tail: &str) -> bool {
    let small = |w: &str| w.chars().count() <= 4 && w.chars().all(char::is_alphabetic);
    let other = |w: &str| !w.chars().any(char::is_alphabetic) || w.chars().next().is_some_and(|c| c.is_ascii_digit());
    tail.len() <= 30 && tail.split_whitespace().all(|w| other(w) || small(w))
}

#[cfg(test)]
mod tests {
    use super::{is_initials, is_named_with_role, is_signed_with_role, signer};

    #[test]
    fn a_name_and_a_day_sign_and_a_town_or_a_sentence_with_a_day_does_not() {
        for line in [
            "Ana Roz, 5 mars 2024",
            "Ana Roz (avec AQX), le 1er févr. 2024 à 6 h 32",
            "Ana Roz et Léo Kim (à Gorzé), le 05/03/2024 à 8 h Mis à jour le 06/03/2024 à 9h15",
            "Ana Roz - Publié le 5 mars 2024 à 8 h | Modifié le 6 mars 2024",
            "Ana Roz et Léo Le Guen | 05/03/2024 | 18:05",
            "Ana Roz, publié le 5 mars 2024",
            "Ana Roz avec AQX | 1er mars 2024",
            "Publié le 5 mars 2024 par Ana Roz",
            "Ana Roz (texte) et Léo Kim (photos), le 5 mars 2024",
            "Jane Roe, 5 March 2024",
            "Par Ana Roz, le 5 mars 2024",
            "Par Ana Roz, à Gorzé, 5 mars 2024",
            "De Ana Roz, le mardi 5 mars 2024",
            "ANA ROZ - Publié le 05/03/24",
            "5 mars 2024 - Ana Roz",
            "Texte : Ana Roz | Photos : Léo Kim | Le Quai | 5 mars 2024",
            "Le Quai • 5 mars 2024 • Text: Ana Roz",
            "05.03.2024, 18:05 | Ana Roz",
            "5 mars 2024 • Ana Roz • 3 min de lecture",
            "Le Quai de l’Aune - 05/03/2024 - Ana Roz",
            "Le 5 mars 2024 à 6 h 32, par Ana Roz",
            "Léo d’Arvor-Le Guen, envoyé spécial à Gorzé, le 5 mars 2024",
        ] {
            assert!(signer(line).is_some(), "{line}");
        }
        for line in [
            "La Rochelle, le 5 mars 2024",
            "Photos : Léo Kim | Le Quai | 5 mars 2024",
            "Gorzé, le 5 mars 2024",
            "Le pont fermé le 5 mars 2024",
            "Le 5 mars 2024, la maire Ana Roz a signé",
            "Ana Roz, maire de Gorzé depuis le 5 mars 2024",
            "Ana Roz",
        ] {
            assert!(signer(line).is_none(), "{line}");
        }
    }

    #[test]
    fn a_name_with_a_role_is_told_from_a_sentence_and_from_a_list_of_names() {
        assert!(is_named_with_role("Ana Roz, envoyée spéciale à Gorzé"));
        for line in ["Ana Roz, Léo Kim", "Ana Roz, élue en 2020", "Ana Roz, la maire, a signé.", "Gorzé, chef-lieu"]
        {
            assert!(!is_named_with_role(line), "{line}");
        }
    }

    #[test]
    fn a_byline_with_a_role_and_initials_are_told_from_sentences() {
        assert!(is_signed_with_role("Par Ana Roz, juriste et conseillère communale à Gorzé-sur-Aune."));
        for line in
            ["Par Ana Roz, la mairie gagne un siège.", "Par Gorzé, route fermée.", "Par Ana Roz, élue. Elle part."]
        {
            assert!(!is_signed_with_role(line), "{line}");
        }
        for line in ["R. B.", "A.L. avec L.V.", "N.P.", "S. L.-K."] {
            assert!(is_initials(line), "{line}");
        }
        for line in ["R.", "Ana R.", "C. Il part.", "À suivre.", "avec R. B."] {
            assert!(!is_initials(line), "{line}");
        }
    }
}
