//! Formats that know their blocks, such as web pages: what they say of every
//! block outranks what its text alone suggests.
//!
//! Knows hints; has never heard of the formats that give them.

use super::appeal;
use super::page_features::{Label, PageFeatures};
use super::phrases::Family;
use super::signer::{is_named_with_role, is_signed_and_dated};
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
    let long = shape.date && (start.has(Family::Date) || start.has(Family::Byline) || shape.byline);
    let most = if long { DATED } else { LINE };
    let says = dates || shape.byline || start.has(Family::Byline) || is_signed_and_dated(page, i);
    page.row(i).words <= most && !page.row(i).ends && says
}

/// Words of a line with a number that counts something of the page: `Read: 412`.
const COUNT: u32 = 4;

/// True for a line above the first sentences that says who wrote the article, or that
/// counts something.
fn is_of_head(page: &PageFeatures<'_>, i: usize) -> bool {
    let r = page.row(i);
    let counts = r.words <= COUNT && r.digits > 0 && !r.ends && !page.shapes[i].date;
    counts || states(page, i) || is_named_with_role(page.content(i))
}

fn guessed(page: &PageFeatures<'_>, i: usize, hint: &Hint) -> bool {
    matches!(hint.rule, "html.like" | "html.main") && states(page, i)
}

/// The rows of the body as the format says them.
pub(crate) fn body(page: &PageFeatures<'_>, hints: &[Option<&Hint>]) -> Vec<Option<Label>> {
    let label = |(i, h): (usize, &Option<&Hint>)| {
        h.filter(|h| h.kind.is_body() && !guessed(page, i, h)).map(|h| Label::new(h.kind, h.rule))
    };
    let mut body: Vec<Option<Label>> = hints.iter().enumerate().map(label).collect();
    head(page, hints).into_iter().for_each(|i| body[i] = None);
    foot(page, hints).into_iter().for_each(|i| body[i] = None);
    body
}

/// The rows above the first sentences of which the format only guesses that they are
/// text: those above the title, and those that say what stands in the head of an article.
fn head(page: &PageFeatures<'_>, hints: &[Option<&Hint>]) -> Vec<usize> {
    let kept = |i: &usize| hints[*i].is_some_and(|h| h.kind.is_body());
    let Some(first) = (0..page.len()).find(|i| kept(i) && page.is_prose(*i)) else { return Vec::new() };
    let title = (0..first).rev().find(|&i| hints[i].is_some_and(|h| h.kind == LineKind::Title));
    let may = |i: &usize| hints[*i].is_some_and(|h| matches!(h.rule, "html.like" | "html.main" | "html.heading"));
    let other = |i: &usize| title.is_some_and(|title| *i < title) || is_of_head(page, *i);
    (0..first).filter(kept).filter(may).filter(other).collect()
}

/// The rows below the last sentences that ask something of the reader.
fn foot(page: &PageFeatures<'_>, hints: &[Option<&Hint>]) -> Vec<usize> {
    appeal::foot(page, |i| hints[i].is_some_and(|h| h.kind.is_body()))
}

/// The rule of the line that a document of an office sets as its title.
pub(crate) const HEADING: &str = "document.heading";

/// Share of the prose of guessed blocks that is little.
const LITTLE: f32 = 0.15;

/// True where the lines of a text, which tell more than blocks that a format guesses,
/// leave little of the prose in these.
pub(crate) fn leaves_little(page: &PageFeatures<'_>, lines: &[Option<Label>], guessed: &[Option<Label>]) -> bool {
    let prose = |body: &[Option<Label>]| {
        let rows = (0..page.len()).filter(|&i| body[i].is_some() && page.is_prose(i));
        rows.map(|i| page.row(i).words as f32).sum::<f32>()
    };
    prose(lines) < LITTLE * prose(guessed)
}

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

/// Rules of formats that know a line for sure, though not where the body is: the head
/// of a message inside another and its pictures, and what stands above a text in Markdown.
const SURE: [&str; 5] =
    ["mail.forwarded", "mail.picture", "markdown.head", "markdown.front-matter", "markdown.property"];

/// Kinds of the rows that a format knows without knowing the body.
pub(crate) fn sure(page: &PageFeatures<'_>, raw: &RawDocument, labels: &mut [Label]) {
    let rows = &page.measured.rows;
    for hint in raw.hints.iter().filter(|h| SURE.iter().any(|sure| h.rule.starts_with(sure))) {
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
    let (head, foot) = (head(page, hints), foot(page, hints));
    let left = |i: &usize| head.binary_search(i).is_err() && foot.binary_search(i).is_err();
    for (i, (hint, label)) in hints.iter().zip(labels).enumerate() {
        let Some(hint) = hint.filter(|_| left(&i)) else { continue };
        let stated = matches!(label.kind, LineKind::Byline | LineKind::Date) && states(page, i);
        // `Propos recueillis par Ana Roz` under a class of credits names no photographer.
        let credited = hint.kind == LineKind::Credit && label.kind == LineKind::Byline && stated;
        let vague = hint.kind == LineKind::Nav && (label.kind.is_noise() || stated) || credited;
        if hint.kind != label.kind && !vague && !(stated && guessed(page, i, hint)) {
            label.kind = hint.kind;
            label.rule = hint.rule;
            label.reason = None;
        }
    }
}
