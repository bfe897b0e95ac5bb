//! A paper that stands alone on a line of the head of a text, and how the names of papers differ from those of
//! persons.

use super::outlet::{NEAR, core, is_agency, name_at, named_like_paper};
use super::wording::{agency_in, opening};
use crate::clean::kinds::Kinds;
use crate::clean::page_features::PageFeatures;
use crate::corpus::LineKind;
use crate::corpus::date::find_dates;
use crate::ingest::{DeskWord, has_word_of_papers, is_desk_word, is_person};
use crate::text::{Span, fold};

/// Rows below the title in which the paper stands on a line of its own.
const BELOW_TITLE: usize = 6;

/// The paper alone on a line between the headline and the text, where another line there says
/// who wrote the article or when.
pub(super) fn alone_in_head<'p>(page: &PageFeatures<'p>, kinds: &Kinds) -> Option<(Span, &'p str)> {
    let title = kinds.title?;
    let first = kinds.labels.iter().position(|l| l.kind.is_body())?;
    let rows = title + 1..first.min(title + 1 + BELOW_TITLE);
    let kind = |i: usize| kinds.labels[i].kind;
    let says = |i: usize| kind(i) == LineKind::Date || kind(i) == LineKind::Byline && opening(page.content(i)) > 0;
    if !rows.clone().any(says) {
        return None;
    }
    let told = [LineKind::Byline, LineKind::Nav, LineKind::Credit, LineKind::Date];
    rows.filter(|&i| told.contains(&kind(i))).find_map(|i| {
        let content = page.content(i);
        let dated = kind(i) == LineKind::Date;
        let day = |text: &str| find_dates(text, Span::new(0, text.len())).iter().any(|d| d.full().is_some());
        // `Ana Roz - Le Quai`, `Publié le 5 mars 2024 - Le Quai`
        let behind = [" - ", " – ", " — ", " | ", ", ", " / "].iter().find_map(|sign| {
            let (name, paper) = content.split_once(sign)?;
            let head = if dated { day(name) } else { is_person(name.trim()) };
            (head && is_paper(paper.trim())).then_some(paper.trim())
        });
        if let Some(paper) = behind {
            let end = page.row(i).span.start + content.trim_end().len();
            return Some((Span::new(end - paper.len(), end), paper));
        }
        if dated {
            return None;
        }
        // `Source : Le Quai`
        let named = content.split_once(':').filter(|(label, _)| is_source_label(label));
        let other = kind(i) == LineKind::Credit && named.is_none();
        let bare = named.map_or(content, |(_, name)| name).trim_matches(['(', ')', '[', ']', ' ', '\u{a0}']);
        let name = name_at(bare);
        let article = core(&fold(name)).len() < fold(name).len();
        let opens = fold(name).split(' ').next().is_some_and(has_word_of_papers);
        let paper = is_paper(name)
            || opens && name.contains(' ') && agency_in(name).is_none()
            || named.is_some() && (article || has_word_of_papers(&fold(name)));
        let at = page.row(i).span.start + content.find(name)?;
        (!other && name.len() == bare.len() && paper).then_some((Span::new(at, at + name.len()), name))
    })
}

/// True for the label of a paper.
pub(super) fn is_source_label(label: &str) -> bool {
    is_desk_word(DeskWord::SourceLabel, fold(label).trim())
}

/// True for a name that is no person's: an article opens it, and it has a word of papers in it
/// or goes on as names of papers do.
pub(super) fn is_paper(name: &str) -> bool {
    let folded = fold(name);
    let rest = core(&folded);
    let whole = name_at(name).len() == name.trim_end().len() && agency_in(name).is_none();
    whole && rest.len() < folded.len() && (has_word_of_papers(rest) || rest.split(' ').count() >= 3)
}

/// The paper in a line of credits beside the title whose parts bars part, one of them the day.
pub(super) fn among_bars<'p>(page: &PageFeatures<'p>, kinds: &Kinds) -> Option<(Span, &'p str)> {
    let title = kinds.title?;
    let mut rows = title.saturating_sub(NEAR)..page.len().min(title + 1 + NEAR);
    rows.find_map(|i| {
        let content = page.content(i);
        let parts: Vec<&str> = content.split(['|', '•', '·']).map(str::trim).filter(|p| !p.is_empty()).collect();
        let day = |p: &&str| find_dates(p, Span::new(0, p.len())).iter().any(|d| d.full().is_some());
        let paper = |p: &&str| name_at(p) == *p && named_like_paper(p) && !is_agency(&fold(p));
        let name = parts.iter().copied().filter(|_| parts.len() > 2 && parts.iter().any(day)).find(paper)?;
        let at = page.row(i).span.start + content.find(name)?;
        (!kinds.labels[i].kind.is_body()).then_some((Span::new(at, at + name.len()), name))
    })
}

/// The paper behind its label at the end of a text, below the line that says when it was
/// published: `Source : Le Quai`. Elsewhere such a line says where a figure is from.
pub(super) fn below_day<'p>(page: &PageFeatures<'p>, kinds: &Kinds) -> Option<(Span, &'p str)> {
    let last = kinds.labels.iter().rposition(|l| l.kind.is_body())?;
    let published = |i: usize| kinds.labels[i].kind == LineKind::Date && page.shapes[i].date;
    (last + 1..page.len()).filter(|&i| published(i - 1) || i + 1 < page.len() && published(i + 1)).find_map(|i| {
        let content = page.content(i);
        let (label, name) = content.split_once(':')?;
        let name = name.trim();
        let whole = !name.is_empty() && name_at(name) == name && agency_in(name).is_none();
        let at = page.row(i).span.start + content.find(name)?;
        (is_source_label(label) && whole).then_some((Span::new(at, at + name.len()), name))
    })
}
