//! Rows of a document's text with what is marked in it.

use crate::corpus::Document;
use crate::text::justify::Justified;
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
        self.put_spread(canvas, x, y, row, base, Justified::RAGGED);
    }

    /// The same with its spaces made wider. The column behind it.
    pub(in crate::ui) fn put_spread(
        &self,
        canvas: &mut Canvas<'_>,
        x: u16,
        y: u16,
        row: Span,
        base: Style,
        justified: Justified,
    ) -> u16 {
        let spaces = justified.columns(row.of(&self.document.text));
        let (mut at, mut place) = (x, 0);
        for run in paint::runs(row, self.marks) {
            let style = run.labels.iter().fold(base, |s, role| s.patch(self.theme.style(*role)));
            let words = run.span.of(&self.document.text);
            if justified == Justified::RAGGED {
                at = canvas.put(at, y, words, style);
                continue;
            }
            for word in words.split_inclusive(' ') {
                let letters = word.strip_suffix(' ').unwrap_or(word);
                at = canvas.put(at, y, letters, style);
                if letters.len() < word.len() {
                    let wide = spaces.get(place).copied().unwrap_or(1);
                    at = canvas.put(at, y, &" ".repeat(wide), style);
                    place += 1;
                }
            }
        }
        at
    }
}
