//! Rows of a document's text with what is marked in it.

use crate::corpus::Document;
use crate::text::{Span, paint};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use ratatui::style::Style;

/// A document's text with its marks.
pub(in crate::ui) struct MarkedText<'a> {
    /// The colours.
    pub(in crate::ui) theme: &'a Theme,
    /// Whose text.
    pub(in crate::ui) document: &'a Document,
    /// Marks, sorted by start; of several over a character the later one wins.
    pub(in crate::ui) marks: &'a [(Span, Role)],
}

impl MarkedText<'_> {
    /// Writes the words of one row from column `x` of row `y` on; where nothing is marked they look like `base`.
    pub(in crate::ui) fn put(&self, canvas: &mut Canvas<'_>, x: u16, y: u16, row: Span, base: Style) {
        let mut at = x;
        for run in paint::runs(row, self.marks) {
            let style = run.labels.iter().fold(base, |s, role| s.patch(self.theme.style(*role)));
            at = canvas.put(at, y, run.span.of(&self.document.text), style);
        }
    }
}
