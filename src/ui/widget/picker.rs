//! What lists to choose from have in common.

/// First row of a list of `n` rows in `height` that shows `cursor`.
pub(in crate::ui) fn scrolled(cursor: usize, height: usize) -> usize {
    cursor.saturating_sub(height.saturating_sub(1))
}
