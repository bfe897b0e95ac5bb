//! French.

use super::language::Language;

/// The rules of French.
pub(super) struct French;

/// Words without their last vowel, before an apostrophe.
const ELIDED: &[&str] = &[
    "l", "d", "j", "m", "n", "s", "t", "c", "ç", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu",
    "entr",
];

impl Language for French {
    fn code(&self) -> &'static str {
        "fr"
    }

    fn is_elided(&self, head: &str) -> bool {
        ELIDED.contains(&head)
    }
}
