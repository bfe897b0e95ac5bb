//! Pages and documents that programs made of several articles, or of one from an archive:
//! each stands below a heading of one level, and the paper and the day stand on lines of
//! their own right below it, right above it, or at the end.
//!
//! A page that a site made of its own says what it is in its head, and is none.

use super::draft::{Draft, Export};
use super::labelled::{field, rule};
use super::layout::{Line, PROSE, Styled, is_copyright, is_date, is_of_service};
use crate::corpus::LineKind;
use crate::corpus::date::find_dates;
use crate::ingest::desk_words::{DeskWord, desk_words};
use crate::ingest::mapping::Role;
use crate::ingest::people::{is_person, names_persons, opens_byline};
use crate::text::ending::is_closed_or_goes_on;
use crate::text::{Span, fold};

/// A cheap sign: nothing that sites say of their pages.
pub(super) fn has_signs(page: &[u8]) -> bool {
    let has = |sign: &str| memchr::memmem::find(page, sign.as_bytes()).is_some();
    let sites =
        ["\"og:", "'og:", "ld+json", "canonical", "twitter:card", "article:published_time", "application/rss+xml"];
    !sites.iter().any(|s| has(s))
}

/// Below the four levels of headings come lines in bold and lines that are a link, which stand
/// for headings in mails.
const BOLD: u8 = 5;
const LINK: u8 = 6;
/// Words of a heading that is a headline, of the name of a paper, and of a line that
/// says something of an article.
const HEADLINE: std::ops::RangeInclusive<usize> = 2..=32;
const PAPER: usize = 8;
const STATING: usize = 16;
/// Lines around a heading that say something of its article.
const AROUND: usize = 8;
/// Words of the label of a value on the next line.
const LABEL: usize = 4;

fn level(line: &Line) -> u8 {
    if line.level == 0 && line.styled == Styled::Heading { 1 } else { line.level }
}

fn is_prose(line: &Line) -> bool {
    line.words() >= PROSE && is_closed_or_goes_on(&line.text) && level(line) == 0 && field(&line.text).is_none()
}

/// The lines that say something; a label stands in one line with its value.
fn filled(lines: &[Line]) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for line in lines.iter().filter(|l| !l.is_blank()) {
        let label = |l: &&mut Line| l.text.ends_with(':') && l.words() <= LABEL && level(l) == 0;
        match out.last_mut().filter(label) {
            Some(last) if level(line) == 0 && line.words() <= STATING * 2 && !line.text.ends_with(':') => {
                last.text.push(' ');
                last.text.push_str(&line.text);
            }
            _ => out.push(line.clone()),
        }
    }
    out
}

/// Where the lines stand that say what an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    Below,
    Above,
    End,
}

/// What the lines around a heading say.
#[derive(Clone, Debug, Default)]
struct PaperAndDay {
    paper: String,
    day: String,
}

impl PaperAndDay {
    fn is_whole(&self) -> bool {
        !self.paper.is_empty() && !self.day.is_empty()
    }
}

/// A heading with the lines that belong to it.
struct HeadedSection<'l> {
    above: &'l [Line],
    heading: &'l Line,
    below: &'l [Line],
    /// From the first sentences to the last.
    text: &'l [Line],
    end: &'l [Line],
}

/// The articles of a page or a document.
pub(super) fn split(lines: &[Line]) -> Option<Export> {
    let lines = filled(lines);
    (1..=BOLD).find_map(|rank| of_level(&lines, rank)).or_else(|| alone(&lines))
}

/// The articles of the page of a message, which may list them below their links.
pub(super) fn of_message(lines: &[Line]) -> Option<Export> {
    split(lines).or_else(|| of_level(&filled(lines), LINK))
}

/// True for a line that may be the headline of an article, on that level.
fn heads(line: &Line, rank: u8) -> bool {
    let plain = level(line) == 0 && line.words() > 2 && !line.text.ends_with(['.', ',', ';']) && !is_date(&line.text);
    let ranked = match rank {
        BOLD => plain && line.strong,
        LINK => plain && line.linked,
        _ => level(line) == rank,
    };
    ranked && HEADLINE.contains(&line.words())
}

fn sections(lines: &[Line], rank: u8) -> Vec<HeadedSection<'_>> {
    let heads: Vec<usize> = (0..lines.len()).filter(|&i| heads(&lines[i], rank)).collect();
    let mut out = Vec::new();
    let mut from = 0;
    for (n, &head) in heads.iter().enumerate() {
        let next = heads.get(n + 1).copied().unwrap_or(lines.len());
        let own = &lines[head + 1..next];
        // Short paragraphs that are a sentence stand between the long ones and behind them.
        let Some(first) = own.iter().position(is_prose) else { continue };
        let sentence = |l: &Line| {
            l.words() > 2
                && is_closed_or_goes_on(&l.text)
                && !l.text.ends_with(':')
                && !is_tail(&l.text)
                && level(l) == 0
        };
        let last = own.iter().rposition(sentence).map_or(first, |last| last.max(first));
        let above = &lines[from.max(head.saturating_sub(AROUND))..head];
        let (below, rest) = own.split_at(first);
        let (text, end) = rest.split_at(last + 1 - first);
        out.push(HeadedSection { above, heading: &lines[head], below, text, end });
        from = head + 1 + last + 1;
    }
    out
}

/// True for a line below an article that is none of its text.
fn is_tail(text: &str) -> bool {
    is_copyright(text)
        || text.contains("://")
        || field(text).is_some() && text.split_whitespace().count() <= STATING
        || fold(text).starts_with("alle rechte")
        || is_of_service(text)
}

fn of_level(lines: &[Line], rank: u8) -> Option<Export> {
    let sections = sections(lines, rank);
    if sections.len() < 2 {
        return None;
    }
    let stand = [Stand::Below, Stand::Above, Stand::End]
        .into_iter()
        .find(|stand| sections.iter().all(|section| stated(section, *stand).is_whole()))?;
    let drafts: Vec<Draft> = sections.iter().map(|section| article(section, stand)).collect();
    let known: usize = sections
        .iter()
        .map(|s| s.below.len() + 1 + s.text.len() + s.end.len() + if stand == Stand::Above { s.above.len() } else { 0 })
        .sum();
    Some(Export { drafts, outside: lines.len().saturating_sub(known) })
}

/// The lines around an article that say what it is.
fn around<'l>(section: &HeadedSection<'l>, stand: Stand) -> &'l [Line] {
    let lines = match stand {
        Stand::Below => section.below,
        Stand::Above => section.above,
        Stand::End => section.end,
    };
    // Above, the nearest count; below and at the end, the first.
    let n = lines.len().min(AROUND);
    if stand == Stand::Above { &lines[lines.len() - n..] } else { &lines[..n] }
}

fn stated(section: &HeadedSection<'_>, stand: Stand) -> PaperAndDay {
    let lines = around(section, stand);
    let mut out = PaperAndDay::default();
    let mut labelled = PaperAndDay::default();
    for (i, line) in lines.iter().enumerate().filter(|(_, l)| l.words() <= STATING) {
        let said = field(&line.text);
        if let Some((Role::Source | Role::Published, value)) = said {
            if let Some((paper, day)) = paper_and_day(value) {
                return PaperAndDay { paper, day };
            }
            match said {
                Some((Role::Source, value)) if labelled.paper.is_empty() => value.clone_into(&mut labelled.paper),
                Some((Role::Published, value)) if labelled.day.is_empty() => value.clone_into(&mut labelled.day),
                _ => {}
            }
            continue;
        }
        if said.is_some() {
            continue;
        }
        if let Some((paper, day)) = paper_and_day(&line.text) {
            out = PaperAndDay { paper, day };
        } else if is_date(&line.text) {
            let paper = |l: &&Line| is_paper(l) && !l.text.contains(':');
            let beside = i.checked_sub(1).and_then(|i| lines.get(i)).filter(paper);
            if let Some(beside) = beside.or_else(|| lines.get(i + 1).filter(paper)) {
                out = PaperAndDay { paper: beside.text.clone(), day: line.text.clone() };
            }
        }
        if out.is_whole() && stand != Stand::Above {
            break;
        }
    }
    if labelled.is_whole() { labelled } else { out }
}

fn is_paper(line: &Line) -> bool {
    (1..=PAPER).contains(&line.words())
        && line.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !line.text.ends_with(['.', ',', ';'])
        && !is_date(&line.text)
        && level(line) == 0
}

/// The paper before a day in one line, with a sign or a word between them:
/// `Trautetaler Bote vom 15.10.2024, Nr. 240`, `Le Quai – 5 mars 2024`.
pub(super) fn paper_and_day(text: &str) -> Option<(String, String)> {
    let found = find_dates(text, Span::new(0, text.len()));
    let day = found.iter().find(|d| d.full().is_some())?;
    let before = text[..day.span.start].trim_end();
    let word =
        ["vom", "du", "le", "of", "del", "den", "der"].iter().find_map(|w| before.strip_suffix(&format!(" {w}")));
    let name = word.unwrap_or(before).trim_end();
    let name = name.trim_end_matches([',', '-', '–', '—', '|', '·', '•', '(', '/', ';', '\t', ' ']);
    let parted = word.is_some() || name.len() < before.len();
    // The hour or the edition may stand between them.
    let name = name.split([',', '|', '•', '·', ';']).next().unwrap_or_default().trim();
    let words = name.split_whitespace().count();
    let named = name.starts_with(char::is_uppercase) && (1..=PAPER).contains(&words) && !is_date(name);
    (parted && named).then(|| (name.to_owned(), day.span.of(text).to_owned()))
}

/// Words of a line that names who wrote an article.
const BYLINE: usize = 8;

fn is_byline(line: &Line, paper: &str) -> bool {
    let text = line.text.trim();
    let called = ["author", "auteur", "autor", "byline"].iter().any(|c| line.classes.contains(c));
    let persons = names_persons(text) && text.split_whitespace().count() <= BYLINE;
    let other = fold(text) != fold(paper) && !is_date(text) && field(text).is_none();
    let signs = called && text.split_whitespace().count() <= BYLINE || opens_byline(text) || by(text).is_some();
    other && line.words() <= BYLINE && (signs || persons) && level(line) == 0
}

/// The name behind the German word that opens a byline, where all of it is in capitals.
fn by(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("von ").or_else(|| text.strip_prefix("Von "))?;
    let capitals = rest.split_whitespace().all(|w| w.starts_with(char::is_uppercase));
    (capitals && rest.split(',').next().is_some_and(is_person)).then_some(rest)
}

/// The names behind the day in the line of the paper: `Le Quai, 5 mars 2024, par Ana Roz`,
/// `Le Quai – 5 mars 2024 – Ana Roz`.
fn names_behind<'t>(text: &'t str, day: &str) -> Option<&'t str> {
    let (_, behind) = text.split_once(day).filter(|_| !day.is_empty())?;
    let names = behind.trim_start_matches([',', ';', '-', '–', '—', '|', '·', '•', '/', ' ', '\u{a0}']);
    let parted = names.len() + 1 < behind.len();
    (parted && names.split_whitespace().count() <= BYLINE && names_persons(names)).then_some(names)
}

fn article(section: &HeadedSection<'_>, stand: Stand) -> Draft {
    let mut draft = Draft::default();
    let stated = stated(section, stand);
    draft.state(Role::Title, rule(Role::Title), &section.heading.text);
    draft.state(Role::Source, rule(Role::Source), &stated.paper);
    draft.state(Role::Published, rule(Role::Published), &stated.day);
    // Above stand also the last lines of the article before: only those at the paper and the day
    // are this one's.
    if stand == Stand::Above {
        let own = around(section, stand);
        let from = own.iter().position(|l| l.text.contains(&stated.paper)).unwrap_or(own.len());
        own[from..].iter().for_each(|line| draft.leave(&line.text));
    }
    for line in section.below {
        let author = is_byline(line, &stated.paper) && !draft.has(Role::Author);
        let deeper = level(line) > 0 && level(line) > level(section.heading);
        match field(&line.text) {
            Some((Role::Author, value)) if !draft.has(Role::Author) => {
                draft.state(Role::Author, rule(Role::Author), value)
            }
            Some((role @ (Role::Url | Role::Language), value)) => draft.state(role, rule(role), value),
            Some(_) => draft.leave(&line.text),
            None if author => draft.state(Role::Author, rule(Role::Author), by(&line.text).unwrap_or(&line.text)),
            None if names_behind(&line.text, &stated.day).is_some() && !draft.has(Role::Author) => {
                draft.state(
                    Role::Author,
                    rule(Role::Author),
                    names_behind(&line.text, &stated.day).unwrap_or_default(),
                );
                draft.leave(&line.text);
            }
            None if deeper && line.words() > 1 => draft.state(Role::Standfirst, rule(Role::Standfirst), &line.text),
            None => draft.leave(&line.text),
        }
    }
    paragraphs(section, &stated.paper, &mut draft);
    draft
}

/// The text, and what stands behind it.
fn paragraphs(section: &HeadedSection<'_>, paper: &str, draft: &mut Draft) {
    for line in section.text {
        match level(line) {
            0 => draft.paragraph(&line.text),
            _ => draft.push(LineKind::Subheading, &line.text),
        }
    }
    for (i, line) in section.end.iter().enumerate() {
        if i == 0 && is_byline(line, paper) && !draft.has(Role::Author) {
            draft.state(Role::Author, rule(Role::Author), by(&line.text).unwrap_or(&line.text));
        } else {
            draft.leave(&line.text);
        }
    }
}

/// Labels below a heading that tell a document of an archive.
const LABELS: usize = 3;

/// One document of an archive: a heading, and right below it labels with the paper and
/// the day.
fn alone(lines: &[Line]) -> Option<Export> {
    let head = (0..lines.len()).find(|&i| matches!(level(&lines[i]), 1 | 2) && HEADLINE.contains(&lines[i].words()))?;
    let labels = lines[head + 1..].iter().take(AROUND * 2).take_while(|l| l.text.contains(':') && !is_prose(l)).count();
    let head_lines = &lines[head + 1..head + 1 + labels];
    let say = |role: Role| head_lines.iter().any(|l| field(&l.text).is_some_and(|f| f.0 == role && !f.1.is_empty()));
    if labels < LABELS || !say(Role::Source) || !say(Role::Published) {
        return None;
    }
    let rest = &lines[head + 1 + labels..];
    let first = rest.iter().position(is_prose)?;
    // What stands below the next heading that no sentence of the article follows is about it.
    let closed = |l: &Line| level(l) > 0 && is_about(&l.text);
    let end = rest.iter().position(closed).unwrap_or(rest.len()).max(first + 1);
    let section = HeadedSection {
        above: &[],
        heading: &lines[head],
        below: &rest[..first],
        text: &rest[first..end],
        end: &rest[end..],
    };
    let mut draft = Draft::default();
    draft.state(Role::Title, rule(Role::Title), &section.heading.text);
    for line in head_lines {
        match field(&line.text) {
            Some((Role::Text | Role::Title, _)) | None => draft.leave(&line.text),
            // Whom a paper belongs to is its name only where no other stands.
            Some((role, value)) => {
                let house = fold(&line.text).starts_with("publisher") || fold(&line.text).starts_with("editeur");
                draft.state_ranked(role, usize::from(house), rule(role), value);
            }
        }
    }
    for line in section.below {
        match field(&line.text) {
            Some((Role::Author, value)) => draft.state(Role::Author, rule(Role::Author), value),
            _ => draft.leave(&line.text),
        }
    }
    paragraphs(&section, "", &mut draft);
    Some(Export { drafts: vec![draft], outside: head })
}

/// Words of a heading below which an archive says how a document is cited, or lists others.
fn is_about(text: &str) -> bool {
    let folded = fold(text);
    desk_words(DeskWord::About).iter().any(|word| folded.contains(word))
}
