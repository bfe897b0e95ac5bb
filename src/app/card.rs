//! How cards of documents read in the languages of the interface.

use crate::app::view::{standing_name, use_mark};
pub use crate::corpus::Card;
use crate::corpus::{Mark, Standing};
use crate::text::quotes::bare;
use crate::text::width::{ellipsis, width};
use crate::words::Lang;
use crate::words::date;
use crate::words::msg;
use std::borrow::Cow;

/// Columns of a label in which a headline stands for its text.
const OPENING: usize = 48;

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

    /// "Le Point · 13.09.23~": which text this is, where its headline does not stand beside;
    /// behind a word where its agency took it back. A text whose outlet nobody knows is told
    /// by its headline.
    pub fn label(&self, lang: Lang) -> String {
        self.label_within(OPENING, lang)
    }

    /// The same, with a headline cut so that all of it takes so many columns at most.
    pub fn label_within(&self, columns: usize, lang: Lang) -> String {
        let day = self.day(lang);
        let known = match &self.source {
            Some(source) => format!("{source} · {}", day.as_deref().unwrap_or(lang.text(msg::UI_NO_DATE))),
            None => {
                let day = day.map(|d| format!(" · {d}")).unwrap_or_default();
                let around = width(&lang.say(msg::ui_quoted(""))) + width(&day);
                let title = ellipsis(&self.title, columns.saturating_sub(around));
                format!("{}{day}", lang.say(msg::ui_quoted(bare(&title))))
            }
        };
        match standing_name(self.standing, lang).filter(|_| self.standing == Standing::Withdrawn) {
            Some(withdrawn) => format!("{withdrawn} {known}"),
            None => known,
        }
    }

    /// The outlet and the day, as far as they are known, beside a headline that says what
    /// stands against its use.
    pub fn outlet_and_day(&self, lang: Lang) -> Option<String> {
        let known: Vec<String> = [self.source.clone(), self.day(lang)].into_iter().flatten().collect();
        (!known.is_empty()).then(|| known.join(" · "))
    }

    fn day(&self, lang: Lang) -> Option<String> {
        self.date.map(|day| format!("{}{}", date::short(day, lang), sign(self.date_mark)))
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

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as civil;

    fn card(source: Option<&str>, day: bool) -> Card {
        Card {
            title: "La digue de Sauvières a cédé dans la nuit, deux hameaux sont coupés du monde".into(),
            title_mark: Mark::Written,
            source: source.map(str::to_owned),
            source_mark: Mark::Unknown,
            date: day.then(|| civil(2026, 4, 14)),
            date_mark: Mark::Inferred,
            standing: Standing::default(),
            embargo: None,
            edition: None,
            words: 300,
            kept: 1.0,
            name: String::new(),
            problems: 0,
        }
    }

    #[test]
    fn a_text_whose_outlet_nobody_knows_is_told_by_its_headline() {
        assert_eq!(card(Some("Radio Lagune"), true).label(Lang::FR), "Radio Lagune · 14.04.26~");
        assert_eq!(card(Some("Radio Lagune"), false).label(Lang::FR), "Radio Lagune · sans date");
        assert_eq!(card(None, true).label_within(30, Lang::FR), "«\u{a0}La digue de S…\u{a0}» · 14.04.26~");
        assert_eq!(card(None, false).label_within(30, Lang::FR), "«\u{a0}La digue de Sauvières a c…\u{a0}»");
    }

    #[test]
    fn beside_a_headline_stands_only_what_is_known() {
        assert_eq!(card(None, false).outlet_and_day(Lang::FR), None);
        assert_eq!(card(None, true).outlet_and_day(Lang::FR).as_deref(), Some("14.04.26~"));
        assert_eq!(card(Some("Radio Lagune"), false).outlet_and_day(Lang::FR).as_deref(), Some("Radio Lagune"));
    }
}
