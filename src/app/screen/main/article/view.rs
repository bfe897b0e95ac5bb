//! How much of a file the article pane shows.

use crate::corpus::Document;
use crate::enumerated::enumerated;
use crate::text::Span;
use crate::words::Lang;
use crate::words::msg;

enumerated! {
    /// How much of the file is shown.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
    pub enum View {
        /// The article.
        #[default]
        Clean => "clean",
        /// Every line, with its kind beside it.
        Marked => "marked",
        /// The decoded file as it is.
        Raw => "raw",
    }
}

impl View {
    /// Its name for the reader.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Clean => lang.text(msg::VIEW_CLEAN),
            Self::Marked => lang.text(msg::VIEW_MARKED),
            Self::Raw => lang.text(msg::VIEW_RAW),
        }
    }
}

/// Columns that the marked view gives to the names of kinds.
pub const LABEL_WIDTH: usize = 11;

/// True when a view shows that span as text.
pub fn shows(document: &Document, view: View, span: Span) -> bool {
    if view != View::Clean {
        return true;
    }
    let Some(line) = document.line_at(span.start) else { return false };
    let kept = line.kind.is_body()
        || matches!(
            line.kind,
            crate::corpus::LineKind::Title | crate::corpus::LineKind::Standfirst | crate::corpus::LineKind::Caption
        );
    kept && line.repeats.is_none() && !document.cuts.iter().any(|c| c.span.touches(span))
}
