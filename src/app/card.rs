//! [`Card`]: what lists show of a document, computed once.

use crate::app::words::{self, Lang};
use crate::corpus::{Document, LineKind, Mark};
use crate::text::sanitise::one_line;
use crate::text::{Span, fold, width};
use jiff::civil::Date;

/// The few facts about a document that rows, headers and filters need.
#[derive(Clone, Debug)]
pub struct Card {
    /// Headline, or the opening words when there is none.
    pub title: String,
    /// Written when the headline stands in the file.
    pub title_mark: Mark,
    /// Outlet, when known.
    pub source: Option<String>,
    /// How the outlet is known.
    pub source_mark: Mark,
    /// Publication date, else the date of what is told.
    pub date: Option<Date>,
    /// How the date is known.
    pub date_mark: Mark,
    /// Words of the body.
    pub words: usize,
    /// Share of all words that the body keeps, 0 to 1.
    pub kept: f64,
    /// Name of the file or record, for titles of untitled pieces.
    pub name: String,
    /// Title, outlet and file name, folded: what the list is searched by.
    pub folded: String,
    /// Notices about this document.
    pub problems: usize,
}

impl Card {
    /// Reads the card off a document.
    pub fn of(document: &Document) -> Self {
        let meta = &document.meta;
        let (title, title_mark) = match &meta.title.value {
            Some(t) => (one_line(t), meta.title.mark),
            None => (opening(document), Mark::Inferred),
        };
        let (date, date_mark) = match (&meta.published.value, &meta.event_date.value) {
            (Some(d), _) => (Some(*d), meta.published.mark),
            (None, Some(d)) => (Some(*d), Mark::Inferred),
            (None, None) => (None, Mark::Unknown),
        };
        let path = document.place.path.rsplit(['/', '\\']).next().unwrap_or_default();
        let name = match &document.place.entry {
            Some(e) => format!("{path}#{e}"),
            None => path.to_owned(),
        };
        let source = meta.source.value.as_deref().map(one_line);
        let folded = fold(&format!("{title} {} {name}", source.as_deref().unwrap_or_default()));
        Self {
            title,
            title_mark,
            source,
            folded,
            source_mark: meta.source.mark,
            date,
            date_mark,
            words: document.body_words(),
            kept: document.kept(),
            name,
            problems: document.notices.len(),
        }
    }

    /// The outlet as lists show it.
    pub fn source_label(&self, lang: Lang) -> &str {
        self.source.as_deref().unwrap_or(lang.pick("inconnu", "unknown"))
    }

    /// "Le Point · 13.09.23~": which text this is, in a header.
    pub fn label(&self, lang: Lang) -> String {
        match self.date {
            Some(d) => format!("{} · {}{}", self.source_label(lang), words::short_date(d), sign(self.date_mark)),
            None => format!("{} · {}", self.source_label(lang), lang.pick("sans date", "no date")),
        }
    }
}

/// The sign of a mark in running text; what stands in the file needs none.
pub fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::Written | Mark::Corrected => "",
        Mark::Inferred => "~",
        Mark::Unknown => "?",
    }
}

/// The opening words of a document, at most 90 columns.
fn opening(document: &Document) -> String {
    let first = document.of_kind(LineKind::Standfirst).chain(document.body()).next();
    let span = first.unwrap_or(Span::new(0, document.text.len()));
    let head: String = span.of(&document.text).chars().take(120).collect();
    let head = one_line(head.trim());
    if head.is_empty() { "—".to_owned() } else { width::ellipsis(&head, 90).into_owned() }
}
