//! English.

use super::language::Language;

/// The rules of English.
pub(super) struct English;

impl Language for English {
    fn code(&self) -> &'static str {
        "en"
    }

    fn singular<'t>(&self, noun: &'t str) -> &'t str {
        noun.trim_end_matches('s')
    }

    fn capitalises_dates(&self) -> bool {
        true
    }

    fn is_possessive(&self, ending: &str) -> bool {
        ending.eq_ignore_ascii_case("s")
    }
}
