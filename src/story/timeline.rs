//! The dates of a story in order: when its reports appeared and the days
//! that they tell of.

use super::prepare;
use super::types::Side;
use crate::corpus::segment;
use crate::text::Span;
use jiff::civil::Date;
use serde::Serialize;

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EntryKind {
    /// A day that a report tells of.
    Told,
    /// A report appeared.
    Published,
}

/// One line of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The day.
    pub day: Date,
    /// What it is.
    pub kind: EntryKind,
    /// Index of the document.
    pub document: usize,
    /// The words of the date; `None` for a publication.
    pub date: Option<Span>,
    /// The sentence around it; `None` for a publication.
    pub sentence: Option<Span>,
}

/// The timeline of the documents of one story, earliest first. Only dates
/// that mean one known day are in it.
pub fn timeline(sides: &[Side<'_>]) -> Vec<Entry> {
    let mut out = Vec::new();
    for (document, side) in sides.iter().enumerate() {
        // The day that a report tells of is no day of its publication.
        if let Some(day) = side.document.meta.published.value {
            out.push(Entry { day, kind: EntryKind::Published, document, date: None, sentence: None });
        }
        let text = &side.document.text;
        let stretches = prepare::stretches(side.document);
        for d in &side.facts.dates {
            let (Some(from), Some(to)) = (d.from, d.to) else { continue };
            let stretch = stretches.iter().find(|s| s.0.contains(d.span));
            let (true, Some(&(stretch, _))) = (from == to, stretch) else { continue };
            let sentence = segment::flowing(text, stretch).into_iter().find(|s| s.contains(d.span));
            out.push(Entry { day: from, kind: EntryKind::Told, document, date: Some(d.span), sentence });
        }
    }
    out.sort_by_key(|e| (e.day, e.kind, e.document, e.date));
    out.dedup_by(|x, y| x.sentence.is_some() && (x.day, x.document, x.sentence) == (y.day, y.document, y.sentence));
    out
}
