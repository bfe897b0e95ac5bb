//! Pages that Europresse (Eureka) exports: every article opens with the name of
//! its outlet, in an element with a class of its own. Older pages name the
//! classes alike and part the articles by tables, newer ones by `article`.

use super::draft::{Draft, Export};
use super::layout::{Line, is_copyright};
use crate::corpus::LineKind;
use crate::corpus::date::{find_dates, parse_machine};
use crate::ingest::desk_words::{DeskWord, desk_words};
use crate::ingest::mapping::Role;
use crate::ingest::people::names_persons;
use crate::text::ending::{is_closed, is_closed_or_goes_on};
use crate::text::{Span, fold};

/// Cheap signs without which no page is looked at: two classes of its own.
pub(super) fn has_signs(page: &[u8]) -> bool {
    ["DocPublicationName", "DocHeader"].iter().all(|c| memchr::memmem::find(page, c.as_bytes()).is_some())
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    Outlet,
    Header,
    /// In the block of the headline, above or below it.
    Around,
    Title,
    Author,
    Text,
    Number,
    Certificate,
    Free,
}

fn piece(line: &Line) -> Slot {
    let has = |names: &[&str]| names.iter().any(|n| line.classes.contains(n));
    match () {
        () if has(&["docpublicationname"]) => Slot::Outlet,
        () if has(&["docheader"]) => Slot::Header,
        () if is_headline(line) => Slot::Title,
        () if has(&["titrearticle", "articletitle"]) => Slot::Around,
        () if has(&["apd-", "-apd"]) => Slot::Certificate,
        () if has(&["docauthors", "docauthor"]) => Slot::Author,
        () if has(&["lblnodoc", "nodoc"]) => Slot::Number,
        () if has(&["public_", "divpublic", "public-certificate", "txtcertificat"]) => Slot::Certificate,
        () if has(&["doctext", "dococurr"]) => Slot::Text,
        () => Slot::Free,
    }
}

/// True for a line whose own class calls it the headline: the section and the words below
/// it stand in the same block.
fn is_headline(line: &Line) -> bool {
    ["titrearticlevisu", "rdp__articletitle"].iter().any(|n| line.classes.contains(n)) && !is_subtitle(line)
}

fn is_subtitle(line: &Line) -> bool {
    ["subtitle", "soustitre", "sous-titre", "surtitre"].iter().any(|n| line.classes.contains(n))
}

/// The articles of the page.
pub(super) fn split(lines: &[Line]) -> Option<Export> {
    let above = |i: usize| lines[..i].iter().rfind(|l| !l.is_blank()).map(piece);
    let starts: Vec<usize> =
        (0..lines.len()).filter(|&i| piece(&lines[i]) == Slot::Outlet && above(i) != Some(Slot::Outlet)).collect();
    let first = *starts.first()?;
    let mut export = Export { outside: lines[..first].iter().filter(|l| !l.is_blank()).count(), ..Export::default() };
    for (k, &start) in starts.iter().enumerate() {
        let end = starts.get(k + 1).copied().unwrap_or(lines.len());
        let draft = article(&lines[start..end]);
        export.drafts.extend(draft.is_readable().then_some(draft));
    }
    (!export.drafts.is_empty()).then_some(export)
}

fn article(lines: &[Line]) -> Draft {
    let mut draft = Draft::default();
    let marked = lines.iter().any(|l| piece(l) == Slot::Text);
    let told = lines.iter().any(is_headline);
    let (mut titled, mut texted, mut ended) = (false, false, false);
    for line in lines.iter().filter(|l| !l.is_blank()) {
        let text = line.text.as_str();
        match piece(line) {
            // Its section may stand below it.
            Slot::Outlet if draft.has(Role::Source) => draft.leave(text),
            Slot::Outlet => draft.state(Role::Source, "europresse.DocPublicationName", outlet(text)),
            Slot::Header => header(text, &mut draft),
            // Where no line of the block says so, all of it is the headline.
            Slot::Around if told || is_subtitle(line) => match titled {
                true => draft.state(Role::Standfirst, "europresse.titreArticle", text),
                false => draft.leave(text),
            },
            Slot::Title | Slot::Around => {
                titled = true;
                draft.state(Role::Title, "europresse.titreArticle", text);
            }
            Slot::Author => draft.state(Role::Author, "europresse.author", text),
            Slot::Number => number(text, &mut draft),
            Slot::Certificate => draft.leave(text),
            Slot::Text if texted && says_where(line, &draft) => draft.leave(text),
            Slot::Text => {
                texted = true;
                draft.paragraph(text);
            }
            // Behind the headline stand its author and what the editors write below it;
            // only a line that says so or has the form of names is an author's.
            Slot::Free if !titled => draft.leave(text),
            Slot::Free if !draft.has_text() && !ended && is_short(text) => {
                if names_persons(text) && !draft.has(Role::Author) {
                    draft.state(Role::Author, "europresse.author", text);
                } else {
                    draft.push(LineKind::Standfirst, text);
                }
            }
            Slot::Free if !texted && marked => draft.push(LineKind::Standfirst, text),
            Slot::Free => {
                ended |= is_copyright(text) || is_furniture(text);
                match marked || ended {
                    true => draft.leave(text),
                    false => draft.paragraph(text),
                }
            }
        }
    }
    draft
}

/// The outlet without its number and the word for the kind of its edition:
/// `La Croix, no. 38412`, `L'Écho (site web)`.
pub(super) fn outlet(text: &str) -> &str {
    let numbered = text.rsplit_once(',').filter(|(_, n)| {
        let n = n.trim();
        n.starts_with('n') && n.len() < 16 && n.ends_with(|c: char| c.is_ascii_digit())
    });
    let text = numbered.map_or(text, |(name, _)| name.trim());
    match text.rsplit_once('(') {
        Some((name, kind)) if is_medium(kind.trim_end_matches(')')) => name.trim(),
        _ => text,
    }
}

fn is_medium(kind: &str) -> bool {
    let folded = fold(kind);
    desk_words(DeskWord::Medium).iter().any(|m| folded.contains(m))
}

/// `Politique, mercredi 10 avril 2024, p. 3`: section, day, page.
fn header(text: &str, draft: &mut Draft) {
    match find_dates(text, Span::new(0, text.len())).iter().rfind(|d| d.full().is_some()) {
        Some(date) => {
            draft.state(Role::Published, "europresse.DocHeader", date.whole.of(text));
            if date.whole.len() + 2 < text.len() {
                draft.leave(text);
            }
        }
        None => draft.leave(text),
    }
}

/// `news·20240410·LQ·0412`: the number of a document, with the day of its paper in it.
fn number(text: &str, draft: &mut Draft) {
    draft.state(Role::Identifier, "europresse.document", text);
    let eight = |part: &&str| part.len() == 8 && part.bytes().all(|b| b.is_ascii_digit());
    let day = text.split(|c: char| !c.is_alphanumeric()).find(eight).and_then(parse_machine);
    if let Some(day) = day.filter(|_| !draft.has(Role::Published)) {
        draft.state(Role::Published, "europresse.document", &day.to_string());
    }
}

/// Words of a line that says where an article appeared.
const APPEARED: usize = 20;

/// True for a line below the text that leads to the page of the paper and ends with its
/// name: `Cet article est paru dans Le Quai (site web)`.
fn says_where(line: &Line, draft: &Draft) -> bool {
    let Some(paper) = draft.value(Role::Source).map(fold) else { return false };
    let said = fold(outlet(line.text.trim_end_matches('.')));
    let short = line.words() <= APPEARED && !is_closed(&line.text);
    said.len() > paper.len() && said.ends_with(&paper) && (line.linked || short)
}

/// Words of a line between the headline and the text.
const SHORT: usize = 12;

fn is_short(text: &str) -> bool {
    !is_copyright(text)
        && !is_furniture(text)
        && text.split_whitespace().count() <= SHORT
        && !is_closed_or_goes_on(text)
}

/// True for a line below the text.
fn is_furniture(text: &str) -> bool {
    let folded = fold(text);
    ["note(s)", "numero de document", "document number", "illustration(s)"].iter().any(|s| folded.starts_with(s))
}
