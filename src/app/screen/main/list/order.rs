//! By what the list is grouped and in which order it stands.

use crate::app::words::Lang;

/// By what the list is grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// Outlet.
    Source,
    /// Day of publication, newest first.
    Day,
    /// Story, largest first; pieces of their own after them.
    Story,
    /// Triage state.
    State,
}

impl Grouping {
    /// The next in the circle of the one key.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Source => Self::Day,
            Self::Day => Self::Story,
            Self::Story => Self::State,
            Self::State => Self::Source,
        }
    }

    /// Its name for the reader.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Source => lang.pick("source", "source"),
            Self::Day => lang.pick("jour", "day"),
            Self::Story => lang.pick("histoire", "story"),
            Self::State => lang.pick("état", "state"),
        }
    }

    /// Its name in the session file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Day => "day",
            Self::Story => "story",
            Self::State => "state",
        }
    }

    /// From its name in the session file.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Source, Self::Day, Self::Story, Self::State].into_iter().find(|g| g.id() == id)
    }
}

/// Order of documents within a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Newest first.
    Date,
    /// Outlet.
    Source,
    /// Headline.
    Title,
    /// Longest first.
    Words,
}

impl Sort {
    /// Its name for the reader.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Date => lang.pick("date", "date"),
            Self::Source => lang.pick("source", "source"),
            Self::Title => lang.pick("titre", "title"),
            Self::Words => lang.pick("longueur", "length"),
        }
    }
}
