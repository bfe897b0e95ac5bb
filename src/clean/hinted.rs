//! Formats that know their blocks, such as web pages: what they say of every
//! block outranks what its text alone suggests.
//!
//! Knows hints; has never heard of the formats that give them.

use super::page_features::{Label, PageFeatures};
use super::phrases::Family;
use crate::corpus::LineKind;
use crate::ingest::{Hint, RawDocument};

/// For every row the hint that covers it; `None` for the document when the
/// format did not say what its body is.
pub(crate) fn rows<'r>(page: &PageFeatures<'_>, raw: &'r RawDocument) -> Option<Vec<Option<&'r Hint>>> {
    if !raw.hints.iter().any(|h| h.kind == LineKind::Body) {
        return None;
    }
    let mut hints = raw.hints.iter().peekable();
    let row = |i| {
        let span = page.row(i).span;
        while hints.next_if(|h| h.span.end <= span.start).is_some() {}
        hints.peek().copied().filter(|h| h.span.start <= span.start && span.end <= h.span.end)
    };
    Some((0..page.len()).map(row).collect())
}

/// Words of the longest line that says who wrote an article or when, and of one
/// with a day that opens with words such as *Par* or *Publié*.
const LINE: u32 = 12;
const DATED: u32 = 24;

/// True for a short line that dates or signs the article in its words. A
/// guess of the format that it reads like the article gives way to it.
fn states(page: &PageFeatures<'_>, i: usize) -> bool {
    let (shape, start) = (&page.shapes[i], page.marks[i].start);
    let dates = shape.date && (shape.only_date || start.has(Family::Date));
    let long = shape.date && (start.has(Family::Date) || start.has(Family::Byline));
    let most = if long { DATED } else { LINE };
    page.row(i).words <= most && !page.row(i).ends && (dates || shape.byline || start.has(Family::Byline))
}

fn guessed(page: &PageFeatures<'_>, i: usize, hint: &Hint) -> bool {
    matches!(hint.rule, "html.like" | "html.main") && states(page, i)
}

/// The rows of the body as the format says them.
pub(crate) fn body(page: &PageFeatures<'_>, hints: &[Option<&Hint>]) -> Vec<Option<Label>> {
    let label = |(i, h): (usize, &Option<&Hint>)| {
        h.filter(|h| h.kind.is_body() && !guessed(page, i, h)).map(|h| Label::new(h.kind, h.rule))
    };
    hints.iter().enumerate().map(label).collect()
}

/// The rule of the line that a document of an office sets as its title.
pub(crate) const HEADING: &str = "document.heading";

/// The row that a document sets as its title, and the rows of the body without those
/// above it: what stands there names the paper or the day.
pub(crate) fn below_title(
    page: &PageFeatures<'_>,
    raw: &RawDocument,
    mut body: Vec<Option<Label>>,
) -> (Option<usize>, Vec<Option<Label>>) {
    let set = raw.hints.iter().find(|h| h.rule == HEADING);
    let row = set.and_then(|h| (0..page.len()).find(|&i| h.span.contains(page.row(i).span)));
    let title = row.filter(|&row| body.iter().skip(row + 1).any(Option::is_some));
    if let Some(row) = title {
        body[..=row].fill(None);
    }
    (title, body)
}

/// Rules of formats that know a line for sure, though not where the body is:
/// the head of a message inside another.
const SURE: &str = "mail.forwarded";

/// Kinds of the rows that a format knows without knowing the body.
pub(crate) fn sure(page: &PageFeatures<'_>, raw: &RawDocument, labels: &mut [Label]) {
    let rows = &page.measured.rows;
    for hint in raw.hints.iter().filter(|h| h.rule.starts_with(SURE)) {
        let first = rows.partition_point(|r| r.span.start < hint.span.start);
        for (row, label) in rows.iter().zip(labels.iter_mut()).skip(first) {
            if row.span.start >= hint.span.end {
                break;
            }
            *label = Label::new(hint.kind, hint.rule);
        }
    }
}

/// Kinds of the rows by their hints, where the text does not know better: a
/// block that the format only calls no body keeps what a phrase says of it,
/// and one that signs or dates the article keeps that.
pub(crate) fn overrule(page: &PageFeatures<'_>, hints: &[Option<&Hint>], labels: &mut [Label]) {
    for (i, (hint, label)) in hints.iter().zip(labels).enumerate() {
        let Some(hint) = hint else { continue };
        let stated = matches!(label.kind, LineKind::Byline | LineKind::Date) && states(page, i);
        let vague = hint.kind == LineKind::Nav && (label.kind.is_noise() || stated);
        if hint.kind != label.kind && !vague && !(stated && guessed(page, i, hint)) {
            label.kind = hint.kind;
            label.rule = hint.rule;
            label.reason = None;
        }
    }
}
