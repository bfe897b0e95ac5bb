//! How bylines and datelines are worded: what opens them, agencies, and what
//! stands behind a name. Knows words and no page.

use crate::corpus::date::{find_dates, weekday_names};
use crate::ingest::{PageWord, page_words};
use crate::text::{Span, fold};
use std::sync::OnceLock;

/// An agency: as claimed, and how it is written (folded, whole words).
type Agency = (&'static str, Vec<&'static str>);

/// The agencies of the table.
pub(super) fn known_agencies() -> &'static [Agency] {
    static AGENCIES: OnceLock<Vec<Agency>> = OnceLock::new();
    AGENCIES.get_or_init(|| {
        let forms = |row: &&'static str| row.split_once(';').map(|(name, forms)| (name, forms.split(';').collect()));
        page_words(PageWord::Agency).iter().filter_map(forms).collect()
    })
}

/// The agency that a text names.
pub(crate) fn agency_in(s: &str) -> Option<&'static str> {
    let folded = fold(s);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let text = words.join(" ");
    let padded = format!(" {text} ");
    known_agencies().iter().find(|(_, forms)| forms.iter().any(|f| padded.contains(&format!(" {f} ")))).map(|(n, _)| *n)
}

/// True for `Lorient (AFP) -`, `PARIS – Reuters`, `Stuttgart (Allemagne)`: a
/// place with an agency or a country behind it, without a word such as *par*
/// before it. A surname in capitals behind a first name is a person.
pub(crate) fn is_dateline(line: &str) -> bool {
    let line = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '|' | ':' | '.'));
    let (mut place, mut after) = (line, None);
    if let Some(open) = line.rfind('(').filter(|_| line.ends_with(')')) {
        place = &line[..open];
        after = Some(line[open + 1..line.len() - 1].trim());
    } else if let Some((head, tail)) = [" – ", " — ", " - ", " | "].iter().find_map(|dash| line.rsplit_once(dash)) {
        (place, after) = (head, Some(tail.trim()).filter(|t| agency_in(t).is_some()));
    }
    let Some(after) = after else { return false };
    let place = place.split('(').next().unwrap_or(place).trim();
    let words: Vec<&str> = place.split_whitespace().collect();
    let shouted = |w: &str| w.chars().count() > 1 && w.chars().all(|c| c.is_uppercase() || c == '-');
    let all = words.iter().all(|w| shouted(w));
    let person = words.len() > 1 && !all && words.last().is_some_and(|w| shouted(w));
    let named = words.first().is_some_and(|w| w.starts_with(char::is_uppercase));
    let agency = agency_in(after).is_some() && agency_in(place).is_none();
    // A country or a department stands behind one word; behind two, a paper may.
    let country = words.len() == 1 && after.starts_with(char::is_uppercase) && !after.contains(['/', '©']);
    named && words.len() <= 6 && !person && (agency || country)
}

/// Folded words that stand before the name of an agency or between two, with which a line
/// says by whom a text was made or whose the rights are.
const BESIDE: &[&str] = &[
    "avec",
    "with",
    "mit",
    "con",
    "source",
    "sources",
    "par",
    "by",
    "from",
    "via",
    "l",
    "la",
    "le",
    "the",
    "c",
    "copyright",
    "et",
    "and",
    "und",
    "y",
    "e",
];

/// True for `© 2018 AFP`, `Avec l'Agence France-Presse`, `ats/afp`, `(Reuters)`: an agency or
/// several, and nothing else.
pub(crate) fn is_agency(line: &str) -> bool {
    let folded = fold(line);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let year = |w: &str| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit());
    let (mut at, mut named) = (0, false);
    while let Some(word) = words.get(at) {
        let forms = known_agencies().iter().flat_map(|(_, forms)| forms);
        // A short name is written in capitals, or without any: `Sid` is a person.
        let written = |form: &str| form.len() > 4 || line.contains(form) || line.contains(&form.to_uppercase());
        let length = forms
            .filter(|form| written(form))
            .filter_map(|form| {
                let form: Vec<&str> = form.split(' ').collect();
                words[at..].starts_with(&form).then_some(form.len())
            })
            .max();
        match length {
            Some(length) => (at, named) = (at + length, true),
            None if BESIDE.contains(word) || year(word) => at += 1,
            None => return false,
        }
    }
    named
}

/// True for `Gorzé, 16 jan 2019 (AFP) -`, `16/01/2019 10:04 - Gorzé (AFP) - © 2019 AFP`: a day
/// with the agency behind it, and nothing else but the place.
pub(crate) fn is_dated_agency(line: &str) -> bool {
    let found = find_dates(line, Span::new(0, line.len()));
    let full: Vec<_> = found.iter().filter(|d| d.full().is_some()).collect();
    let [day] = full.as_slice() else { return false };
    let rest = format!("{} {}", &line[..day.span.start], &line[day.whole.end..]).replace(char::is_whitespace, " ");
    let bare = |p: &str| p.chars().all(|c| !c.is_alphabetic());
    let agency = |p: &str| is_agency(p) || is_dateline(p) && agency_in(p).is_some();
    let pieces: Vec<&str> = rest.split(" - ").map(|p| p.trim_end_matches(" -").trim()).collect();
    pieces.iter().all(|p| bare(p) || agency(p)) && pieces.iter().any(|p| agency(p))
}

/// Bytes of a folded line that name the kind of text and end in *de*.
fn genre(folded: &str) -> Option<usize> {
    let (article, rest) = page_words(PageWord::GenreArticle).iter().find_map(|a| Some((a, folded.strip_prefix(a)?)))?;
    let noun = page_words(PageWord::Genre).iter().find(|g| rest.starts_with(*g))?;
    let tail = &rest[noun.len()..];
    let of = page_words(PageWord::GenreOf).iter().find(|of| tail.starts_with(*of))?;
    Some(article.len() + noun.len() + of.len())
}

/// Bytes with which a line opens that says who wrote it: `Par `, `L'éditorial de `.
pub(crate) fn opening(content: &str) -> usize {
    let folded = crate::text::Folded::new(content);
    for o in page_words(PageWord::Opening) {
        let Some(rest) = folded.text.strip_prefix(o) else { continue };
        let at = folded.original(o.len(), o.len()).start;
        // `ParAna Roz`: a space was lost.
        let glued = content[..at].ends_with(char::is_lowercase) && content[at..].starts_with(char::is_uppercase);
        if rest.starts_with([' ', ':']) || glued {
            return at;
        }
    }
    genre(&folded.text).map_or(0, |end| folded.original(end, end).start)
}

/// Characters of the longest kind of text with its article.
const GENRE: usize = 40;

/// Bytes with which a line opens that names the kind of text before who wrote it.
pub(crate) fn genre_of(content: &str) -> Option<usize> {
    let end = content.char_indices().nth(GENRE).map_or(content.len(), |(at, _)| at);
    let folded = crate::text::Folded::new(&content[..end]);
    genre(&folded.text).map(|end| folded.original(end, end).start)
}

/// Letters of the longest word that says that a page was put there.
const WORD: usize = 32;

/// The part of a line before what says when it was put on a page, where a space was lost
/// between the two: `Ana RozPublié le`.
pub(super) fn unglued(line: &str) -> &str {
    // Every seam of a line is looked at, and little of what stands behind it.
    let near = |rest: &str| rest.chars().take(WORD).collect::<String>();
    let mut chars = line.char_indices().zip(line.chars().skip(1));
    let seam = chars.find(|((at, c), next)| {
        let behind = at + c.len_utf8();
        let small = c.is_lowercase() || c.is_ascii_digit();
        small && next.is_uppercase() && {
            let rest = fold(&near(&line[behind..]));
            page_words(PageWord::Put).iter().any(|word| rest.starts_with(word))
        }
    });
    seam.map_or(line, |((at, c), _)| &line[..at + c.len_utf8()])
}

/// The part of a byline before `le 14.09.2020 à 11h46`.
pub(super) fn without_date(name: &str) -> &str {
    let end = find_dates(name, Span::new(0, name.len())).first().map_or(name.len(), |d| d.span.start);
    let head = name[..end].trim();
    if end == name.len() {
        return without_clock(head);
    }
    let mut head = without_weekday(head);
    let ended = |head: &str, word: &str| {
        let at = head.len().checked_sub(word.len())?;
        head.get(at..).filter(|end| end.eq_ignore_ascii_case(word)).map(|_| at)
    };
    while let Some(at) = page_words(PageWord::BeforeDate).iter().find_map(|word| ended(head, word)) {
        head = head[..at].trim_end();
    }
    head
}

/// Letters of the longest short form of a weekday.
const SHORT_WEEKDAY: usize = 4;

/// A name without the short form of a weekday behind it: `Ana Roz le mar,`.
fn without_weekday(name: &str) -> &str {
    let Some((head, last)) = name.rsplit_once(' ') else { return name };
    let word = fold(last.trim_end_matches([',', '.']));
    let short = (2..=SHORT_WEEKDAY).contains(&word.chars().count()) && last.ends_with([',', '.']);
    if short && weekday_names().any(|day| day.starts_with(&word)) { head.trim_end() } else { name }
}

/// A name without the hour behind it: `Ana Roz à 18:31`.
fn without_clock(name: &str) -> &str {
    let Some((head, last)) = name.rsplit_once(' ') else { return name };
    let Some((before, at)) = head.rsplit_once(' ') else { return name };
    let clock = last.starts_with(|c: char| c.is_ascii_digit()) && last.contains([':', 'h', '.']);
    if clock && page_words(PageWord::BeforeHour).contains(&at) { before.trim_end() } else { name }
}

/// A name without `(avec AFP)` behind it, which the line still says.
pub(super) fn without_aside(name: &str) -> &str {
    let aside = name.strip_suffix(')').and_then(|n| n.rsplit_once(" ("));
    let with = |inner: &str| page_words(PageWord::Aside).iter().any(|w| inner.starts_with(w));
    aside.filter(|(_, inner)| with(inner)).map_or(name, |(head, _)| head.trim_end())
}
