//! The citation of a passage.

use super::record::{Citation, Contents, Item, Record, paragraph_at};
use crate::corpus::Language;
use crate::text::Span;

/// The citation of a passage; its words on one line.
pub fn cite(item: &Item<'_>, span: Span) -> Citation {
    let record = Record::of(item, Contents::Titles);
    let words = span.trim(&item.document.text).of(&item.document.text);
    Citation {
        quote: words.split_ascii_whitespace().collect::<Vec<_>>().join(" "),
        paragraph: paragraph_at(item.document, span.start),
        title: record.heading().to_owned(),
        source: record.source,
        date: record.date,
        date_mark: record.date_mark,
        url: record.url,
        marks: match item.document.meta.language.value {
            Some(Language::Fr) => ("«\u{a0}", "\u{a0}»"),
            _ => ("“", "”"),
        },
    }
}
