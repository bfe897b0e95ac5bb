//! By what the list is grouped and in which order it stands.

use crate::words::Lang;
use crate::words::msg;

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
            Self::Source => lang.text(msg::TRIAGE_CLAIM_SOURCE),
            Self::Day => lang.text(msg::ORDER_DAY),
            Self::Story => lang.text(msg::UI_CARD_STORY),
            Self::State => lang.text(msg::ORDER_STATE),
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
            Self::Date => lang.text(msg::TRIAGE_CLAIM_PUBLISHED),
            Self::Source => lang.text(msg::TRIAGE_CLAIM_SOURCE),
            Self::Title => lang.text(msg::TRIAGE_CLAIM_TITLE),
            Self::Words => lang.text(msg::ORDER_LENGTH),
        }
    }
}
