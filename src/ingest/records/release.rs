//! Releases of authorities, companies and associations: a line that says what the
//! document is, the place and the day, a headline, the text, and whom to ask.

use super::draft::{Draft, Export};
use super::layout::{HEADLINE, Line, PROSE, Styled, is_date};
use crate::corpus::LineKind;
use crate::corpus::date::find_dates;
use crate::ingest::mapping::Role;
use crate::text::ending::{is_closed, is_closed_or_goes_on};
use crate::text::{Span, fold};

/// What releases call themselves, folded.
const GENRES: [&str; 22] = [
    "communique",
    "communique de presse",
    "communique a la presse",
    "communique de presse commun",
    "communique conjoint",
    "point presse",
    "point de presse",
    "note aux redactions",
    "information presse",
    "info presse",
    "press release",
    "media release",
    "news release",
    "press statement",
    "media statement",
    "for immediate release",
    "pressemitteilung",
    "medienmitteilung",
    "presseinformation",
    "presseaussendung",
    "comunicato stampa",
    "nota de prensa",
];

/// Beginnings of the lines below which somebody says whom to ask, folded.
const CONTACTS: [&str; 20] = [
    "contact presse",
    "contacts presse",
    "contact medias",
    "contacts medias",
    "contact",
    "contacts",
    "vos contacts",
    "relations presse",
    "service presse",
    "service de presse",
    "press contact",
    "press contacts",
    "media contact",
    "media contacts",
    "pressekontakt",
    "medienkontakt",
    "ansprechpartner",
    "kontakt",
    "ruckfragen",
    "contatti",
];

/// Lines of the head, and words of those that are no headline.
const HEAD: usize = 10;
const SHORT: usize = 9;

/// Cheap signs without which no text is looked at.
pub(super) fn has_signs(text: &[u8]) -> bool {
    let head = &text[..text.len().min(2048)];
    head.split(|&b| b == b'\n').take(HEAD).any(|line| line.len() < 80 && is_genre(&String::from_utf8_lossy(line)))
}

/// True for a line that only says that the document is a release; a number may follow.
fn is_genre(text: &str) -> bool {
    let folded = fold(text);
    let bare = folded.trim_matches(|c: char| !c.is_alphabetic());
    let unnumbered = bare.trim_end_matches("no").trim_end_matches(" n").trim_matches(|c: char| !c.is_alphabetic());
    GENRES.contains(&bare) || GENRES.contains(&unnumbered)
}

/// True for a line with a place and a day: `Villedieu-les-Ormes, le 17 juillet 2025`.
fn is_placed(line: &Line) -> bool {
    let found = find_dates(&line.text, Span::new(0, line.text.len()));
    let at_end = |d: &crate::corpus::date::FoundDate| line.text[d.whole.end..].trim().len() <= 2;
    line.words() <= SHORT && (is_date(&line.text) || found.iter().any(|d| d.full().is_some() && at_end(d)))
}

/// True for a line below which stands whom to ask.
fn is_contact(line: &Line) -> bool {
    let folded = fold(&line.text);
    let word = folded.split([':', '–', '-', '(']).next().unwrap_or_default().trim();
    line.words() <= PROSE && CONTACTS.contains(&word)
}

/// The one article of a release.
pub(super) fn split(lines: &[Line]) -> Option<Export> {
    let filled: Vec<&Line> = lines.iter().filter(|l| !l.is_blank()).collect();
    let genre = filled.iter().take(HEAD).position(|l| is_genre(&l.text))?;
    let prose = |l: &&Line| l.words() > PROSE && is_closed_or_goes_on(&l.text);
    let first = filled.iter().position(prose).filter(|first| *first > genre && *first <= genre + HEAD)?;
    let fits = |l: &Line| HEADLINE.contains(&l.words()) && !is_genre(&l.text) && !is_placed(l);
    let head = &filled[..first];
    let styled = head.iter().position(|l| l.styled == Styled::Title && fits(l));
    let strong = || (genre + 1..first).find(|&i| (head[i].strong || head[i].styled != Styled::Text) && fits(head[i]));
    let title = styled.or_else(strong).or_else(|| (genre + 1..first).find(|&i| fits(head[i])))?;
    let mut draft = Draft::default();
    draft.state(Role::Title, "release.headline", &filled[title].text);
    for (i, line) in head.iter().enumerate().filter(|(i, _)| *i != title) {
        if is_placed(line) && !draft.has(Role::Published) {
            draft.state(Role::Published, "release.day", &line.text);
            draft.leave(&line.text);
        } else if i > title && fits(line) {
            draft.push(LineKind::Standfirst, &line.text);
        } else {
            draft.leave(&line.text);
        }
    }
    let rest = &filled[first..];
    let contact = rest.iter().position(|l| is_contact(l)).unwrap_or(rest.len());
    let sentence = |l: &&Line| is_closed(&l.text) && l.words() > 3;
    let last = rest[..contact].iter().rposition(sentence).map_or(contact, |last| last + 1);
    rest[..last].iter().for_each(|line| draft.paragraph(&line.text));
    rest[last..].iter().for_each(|line| draft.leave(&line.text));
    draft.has_text().then(|| Export { drafts: vec![draft], outside: 0 })
}
