//! Bytes to columns: the only place that measures text for the screen.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns that `s` takes in a terminal.
pub fn width(s: &str) -> usize {
    if s.is_ascii() { s.len() } else { s.width() }
}

/// The longest head of `s` that fits into `columns`, and its width.
pub fn fit(s: &str, columns: usize) -> (&str, usize) {
    if s.len() <= columns && s.is_ascii() {
        return (s, s.len());
    }
    let (mut end, mut used) = (0, 0);
    for (i, g) in s.grapheme_indices(true) {
        let w = g.width();
        if used + w > columns {
            break;
        }
        used += w;
        end = i + g.len();
    }
    (&s[..end], used)
}

/// `s` in at most `columns`, with `…` at the end when something was cut off.
pub fn ellipsis(s: &str, columns: usize) -> Cow<'_, str> {
    let (head, _) = fit(s, columns);
    if head.len() == s.len() {
        return Cow::Borrowed(s);
    }
    if columns == 0 {
        return Cow::Borrowed("");
    }
    let (head, _) = fit(s, columns - 1);
    // What was cut before has its sign already.
    Cow::Owned(format!("{}…", head.trim_end_matches(|c: char| c.is_whitespace() || c == '…')))
}

/// The end of `s` in at most `columns`, with `…` in front when cut: for paths,
/// whose end says most.
pub fn ellipsis_start(s: &str, columns: usize) -> Cow<'_, str> {
    if width(s) <= columns {
        return Cow::Borrowed(s);
    }
    if columns == 0 {
        return Cow::Borrowed("");
    }
    let (mut start, mut used) = (s.len(), 1);
    for (i, g) in s.grapheme_indices(true).rev() {
        used += g.width();
        if used > columns {
            break;
        }
        start = i;
    }
    Cow::Owned(format!("…{}", &s[start..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cutting_counts_columns_not_bytes() {
        assert_eq!(ellipsis("Corée du Nord", 6), "Corée…");
        assert_eq!(ellipsis("Corée", 5), "Corée");
        assert_eq!(ellipsis("世界世界", 5), "世界…");
        assert_eq!(ellipsis_start("/a/long/path.txt", 9), "…path.txt");
        assert_eq!(ellipsis("abc", 0), "");
        assert_eq!(ellipsis("Le bac… du port", 8), "Le bac…");
    }
}
