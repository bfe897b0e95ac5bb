//! English.

use super::language::Language;

/// The rules of English.
pub(super) struct English;

impl Language for English {
    fn code(&self) -> &'static str {
        "en"
    }
}
