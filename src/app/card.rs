//! How cards of documents read in the languages of the interface.

use crate::app::view::{standing_name, use_mark};
pub use crate::corpus::Card;
use crate::corpus::{Mark, Standing};
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
        match use_mark(self.standing, self.embargo.as_deref(), lang) {
            Some(mark) => format!("{mark} {}", self.title).into(),
            None => self.title.as_str().into(),
        }
    }

    /// "Le Point · 13.09.23~": which text this is, in a header; behind a word where its
    /// agency took it back.
    pub fn label(&self, lang: Lang) -> String {
        let known = self.outlet_and_day(lang);
        match standing_name(self.standing, lang).filter(|_| self.standing == Standing::Withdrawn) {
            Some(withdrawn) => format!("{withdrawn} {known}"),
            None => known,
        }
    }

    /// The outlet and the day, beside a headline that says what stands against its use.
    pub fn outlet_and_day(&self, lang: Lang) -> String {
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
