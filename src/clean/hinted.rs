//! Formats that know their blocks, such as web pages: what they say of every
//! block outranks what its text alone suggests.
//!
//! Knows hints; has never heard of the formats that give them.

use super::page_features::{Label, PageFeatures};
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

/// The rows of the body as the format says them.
pub(crate) fn body(hints: &[Option<&Hint>]) -> Vec<Option<Label>> {
    let label = |h: &Option<&Hint>| h.filter(|h| h.kind.is_body()).map(|h| Label::new(h.kind, h.rule));
    hints.iter().map(label).collect()
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
/// block that the format only calls no body keeps what a phrase says of it.
pub(crate) fn overrule(hints: &[Option<&Hint>], labels: &mut [Label]) {
    for (hint, label) in hints.iter().zip(labels) {
        let Some(hint) = hint else { continue };
        let vague = hint.kind == LineKind::Nav && label.kind.is_noise();
        if hint.kind != label.kind && !vague {
            label.kind = hint.kind;
            label.rule = hint.rule;
            label.reason = None;
        }
    }
}
