//! Notes and the passages they are about.

use crate::corpus::DocKey;
use crate::text::Span;
use crate::triage::entry::EntryId;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Identity of a note.
pub type NoteId = EntryId;

/// The passage that a note is about, kept so that it is found again in
/// another text of the same article, or not at all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Anchor {
    /// The article.
    pub document: DocKey,
    /// The words themselves.
    pub quote: String,
    /// Up to [`Anchor::CONTEXT`] characters before.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// Up to [`Anchor::CONTEXT`] characters after.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
    /// Byte offset of the quote when the note was written.
    pub offset: usize,
}

/// Where an anchor stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Here, and nowhere else as well.
    At(Span),
    /// Not in this text, or in several places that cannot be told apart.
    Orphan,
}

impl Anchor {
    /// Characters of context kept on each side.
    pub const CONTEXT: usize = 32;

    /// The anchor of `span` in `text`; `None` when the span holds no word.
    pub fn new(document: DocKey, text: &str, span: Span) -> Option<Self> {
        let span = span.trim(text);
        if span.is_empty() || span.of(text).is_empty() {
            return None;
        }
        let before: Vec<char> = text[..span.start].chars().rev().take(Self::CONTEXT).collect();
        Some(Self {
            document,
            quote: span.of(text).to_owned(),
            before: before.into_iter().rev().collect(),
            after: text[span.end..].chars().take(Self::CONTEXT).collect(),
            offset: span.start,
        })
    }

    /// The passage in `text`.
    pub fn find(&self, text: &str) -> Found {
        let here = Span::new(self.offset, self.offset.saturating_add(self.quote.len()));
        if !self.quote.is_empty() && here.of(text) == self.quote { Found::At(here) } else { Found::Orphan }
    }
}

/// A note as it stands now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Identity.
    pub id: NoteId,
    /// Text.
    pub text: String,
    /// Passages: none for the whole target, two for a difference.
    pub anchors: Vec<Anchor>,
    /// Who wrote it first.
    pub by: Arc<str>,
    /// When, in milliseconds.
    pub at: i64,
    /// When it was last rewritten, if ever.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edited: Option<i64>,
}
