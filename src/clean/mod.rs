//! Raw documents become documents: every line gets a kind and the rule that
//! gave it; nothing is deleted. Knows newspapers; has never heard of formats.

use crate::corpus::{DocKey, Document, Line, LineKind, Meta};
use crate::ingest::RawDocument;
use crate::text::Span;

/// Labels the lines of a raw document and collects its claims.
pub fn clean(raw: RawDocument) -> Document {
    let mut lines = Vec::new();
    let mut at = 0;
    for l in raw.text.split_inclusive('\n') {
        let kind = if l.trim().is_empty() { LineKind::Blank } else { LineKind::Body };
        lines.push(Line { span: Span::new(at, at + l.len()), kind, rule: "line.text", reason: None, repeats: None });
        at += l.len();
    }
    Document {
        key: DocKey::of_text(&raw.text),
        place: raw.place,
        format: raw.format,
        text: raw.text.into(),
        lines,
        cuts: Vec::new(),
        meta: Meta::default(),
        notices: raw.notices,
    }
}
