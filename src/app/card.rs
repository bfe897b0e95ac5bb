//! How cards of documents read in the languages of the interface.

use crate::app::view::standing_name;
pub use crate::corpus::Card;
use crate::corpus::Mark;
use crate::words::Lang;
use crate::words::date;
use crate::words::msg;
use std::borrow::Cow;

impl Card {
    /// The outlet as lists show it.
    pub fn source_label(&self, lang: Lang) -> &str {
        self.source.as_deref().unwrap_or(lang.text(msg::PICKER_UNKNOWN))
    }

    /// The headline, behind what stands against the use of an agency's item.
    pub fn headline(&self, lang: Lang) -> Cow<'_, str> {
        match standing_name(self.standing, lang) {
            Some(standing) => format!("{standing} {}", self.title).into(),
            None => self.title.as_str().into(),
        }
    }

    /// "Le Point · 13.09.23~": which text this is, in a header.
    pub fn label(&self, lang: Lang) -> String {
        match self.date {
            Some(d) => format!("{} · {}{}", self.source_label(lang), date::short(d, lang), sign(self.date_mark)),
            None => format!("{} · {}", self.source_label(lang), lang.text(msg::UI_NO_DATE)),
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
