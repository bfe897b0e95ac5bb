//! By what the list is grouped and in which order it stands.

use crate::enumerated::enumerated;
use crate::words::Lang;
use crate::words::msg;

enumerated! {
    /// By what the list is grouped.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub enum Grouping {
        /// Outlet.
        Source => "source",
        /// Day of publication, newest first.
        Day => "day",
        /// Story, largest first; pieces of their own after them.
        #[default]
        Story => "story",
        /// Triage state.
        State => "state",
    }
}

impl Grouping {
    /// Its name for the reader.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Source => lang.text(msg::TRIAGE_CLAIM_SOURCE),
            Self::Day => lang.text(msg::ORDER_DAY),
            Self::Story => lang.text(msg::UI_CARD_STORY),
            Self::State => lang.text(msg::ORDER_STATE),
        }
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
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Date => lang.text(msg::TRIAGE_CLAIM_PUBLISHED),
            Self::Source => lang.text(msg::TRIAGE_CLAIM_SOURCE),
            Self::Title => lang.text(msg::TRIAGE_CLAIM_TITLE),
            Self::Words => lang.text(msg::ORDER_LENGTH),
        }
    }
}
