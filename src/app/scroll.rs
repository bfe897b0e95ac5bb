//! Scrolling that follows a cursor, for every pane that has one.

/// The first row of a screen of `height` rows that shows `cursor`, as near to
/// `top` as it can be; no rows are left empty while there are enough of them.
pub fn follow(top: usize, cursor: usize, height: usize, rows: usize) -> usize {
    let height = height.max(1);
    let cursor = cursor.min(rows.saturating_sub(1));
    top.clamp((cursor + 1).saturating_sub(height), cursor).min(rows.saturating_sub(height))
}

#[cfg(test)]
mod tests {
    use super::follow;

    #[test]
    fn the_cursor_is_on_the_screen_and_no_row_is_wasted() {
        for rows in 0..9 {
            for height in 0..12 {
                for cursor in 0..rows.max(1) {
                    for top in 0..12 {
                        let to = follow(top, cursor, height, rows);
                        let seen = height.max(1);
                        assert!(to <= cursor && cursor < to + seen, "{top} {cursor} {height} {rows} → {to}");
                        assert!(to + seen <= rows || to == 0);
                        // What need not move does not.
                        let fits = top <= cursor && cursor < top + seen && (top + seen <= rows || top == 0);
                        assert!(!fits || to == top);
                    }
                }
            }
        }
    }
}
