//! What people said of an article, as the article pane shows it beside the text:
//! notes where their passages stand, verdicts of several people. Has never heard
//! of rows.

use crate::text::Span;
use crate::triage::NoteId;

/// A note beside an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Identity.
    pub id: NoteId,
    /// One line of words.
    pub words: String,
    /// Its passages in this text; none for the whole article, and for a
    /// passage that is lost.
    pub spans: Vec<Span>,
}

/// What people said of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotations {
    /// Notes in the order of their passages, those of the whole article first.
    pub notes: Vec<Annotation>,
    /// Who judged what, when it was somebody else or when people differ.
    pub verdicts: Option<String>,
}
