//! [`Card`]: what lists show of a document, computed once. Has never heard
//! of the language of the interface.

use crate::corpus::claim::Mark;
use crate::corpus::document::{Document, LineKind, Place};
use crate::corpus::edition::Edition;
use crate::corpus::wire::{Standing, WireTopic};
use crate::text::sanitise::one_line;
use crate::text::{Span, width};
use jiff::civil::Date;

/// The few facts about a document that rows, headers and filters need.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Headline, or the opening words when there is none.
    pub title: String,
    /// Written when the headline stands in the file.
    pub title_mark: Mark,
    /// Outlet, when known.
    pub source: Option<String>,
    /// How the outlet is known.
    pub source_mark: Mark,
    /// Day of publication, when known; no other day stands in for it.
    pub date: Option<Date>,
    /// How the date is known.
    pub date_mark: Mark,
    /// Whether the agency that sent it lets it be used.
    pub standing: Standing,
    /// Until when it is not to be published, as its agency writes it.
    pub embargo: Option<String>,
    /// Of which article it is a version.
    pub edition: Option<Edition>,
    /// Words of the body.
    pub words: usize,
    /// Share of all words that the body keeps, 0 to 1.
    pub kept: f64,
    /// Name of the file or record, for titles of untitled pieces.
    pub name: String,
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
        let source = meta.source.value.as_deref().map(one_line);
        let words = document.body_words();
        Self {
            title,
            title_mark,
            source,
            source_mark: meta.source.mark,
            date: meta.published.value,
            date_mark: meta.published.mark,
            standing: meta.standing,
            embargo: document.stated(WireTopic::Embargo).map(one_line),
            edition: Edition::of(document),
            words,
            kept: document.kept_in(words),
            name: Self::name_at(&document.place),
            problems: document.notices.len(),
        }
    }

    /// The name of the file or record that stands at a place.
    pub fn name_at(place: &Place) -> String {
        let path = place.path.rsplit(['/', '\\']).next().unwrap_or_default();
        match &place.entry {
            Some(e) => format!("{path}#{e}"),
            None => path.to_owned(),
        }
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
