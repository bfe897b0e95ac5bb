//! A passage that the mouse draws over one of the texts, in rows of its column.

use crate::app::screen::compare::rows::{Cell, CompareLayout, Row};
use crate::text::Span;

/// Which of the texts on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextName {
    /// The left one.
    A,
    /// The one beside it.
    B,
    /// The third.
    C,
}

impl TextName {
    /// Its cell of a row.
    pub fn cell(self, row: &Row) -> &Cell {
        match self {
            Self::A => &row.a,
            Self::B => &row.b,
            Self::C => &row.c,
        }
    }
}

/// A place in a column: a row of the layout, and the byte of the text that stands
/// there; none in a row that shows no text.
pub type PlaceInColumn = (usize, Option<usize>);

/// What is drawn over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// In which text.
    pub text: TextName,
    /// Where it began.
    pub from: PlaceInColumn,
    /// Where it is.
    pub to: PlaceInColumn,
}

impl Drawn {
    /// Its stretches of the text, from top to bottom of the column: of a row that
    /// it goes through, all; of the first and the last, a part.
    pub fn spans(self, layout: &CompareLayout) -> Vec<Span> {
        let (first, last) = if self.from <= self.to { (self.from, self.to) } else { (self.to, self.from) };
        let rows = layout.rows.iter().enumerate().take(last.0 + 1).skip(first.0);
        let part = |(n, row): (usize, &Row)| {
            let Cell::Text(span) = self.text.cell(row) else { return None };
            let start = first.1.filter(|_| n == first.0).unwrap_or(span.start);
            let end = last.1.filter(|_| n == last.0).unwrap_or(span.end);
            (start < end).then(|| Span::new(start, end))
        };
        rows.filter_map(part).collect()
    }
}
