//! English.

use super::language::Language;

/// The rules of English.
pub(super) struct English;

impl Language for English {
    fn code(&self) -> &'static str {
        "en"
    }

    fn is_possessive(&self, ending: &str) -> bool {
        ending.eq_ignore_ascii_case("s")
    }
}
