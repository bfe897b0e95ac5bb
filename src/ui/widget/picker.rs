//! What lists to choose from have in common.

use crate::words::{Lang, msg};

/// The keys of such a list, for its border.
pub(in crate::ui) fn pick_keys(lang: Lang) -> &'static str {
    lang.text(msg::UI_PICKER_KEYS)
}

/// First row of a list of `n` rows in `height` that shows `cursor`.
pub(in crate::ui) fn scrolled(cursor: usize, height: usize) -> usize {
    cursor.saturating_sub(height.saturating_sub(1))
}
