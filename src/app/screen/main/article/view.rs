//! How much of a file the article pane shows.

use crate::corpus::Document;
use crate::text::Span;
use crate::words::Lang;
use crate::words::msg;

/// How much of the file is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum View {
    /// The article.
    #[default]
    Clean,
    /// Every line, with its kind beside it.
    Marked,
    /// The decoded file as it is.
    Raw,
}

impl View {
    /// The next in the circle of the one key.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Clean => Self::Marked,
            Self::Marked => Self::Raw,
            Self::Raw => Self::Clean,
        }
    }

    /// Its name for the reader.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Clean => lang.text(msg::VIEW_CLEAN),
            Self::Marked => lang.text(msg::VIEW_MARKED),
            Self::Raw => lang.text(msg::VIEW_RAW),
        }
    }

    /// Its name on the command line and in the session file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::Marked => "marked",
            Self::Raw => "raw",
        }
    }

    /// From its name on the command line.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Clean, Self::Marked, Self::Raw].into_iter().find(|v| v.id() == id)
    }
}

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
