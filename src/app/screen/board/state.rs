//! The board: the articles of the list in columns by their state.

use crate::app::scroll::follow;
use crate::corpus::DocId;
use crate::triage::State;

/// State of the board.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    /// Documents of every state, in the order of [`State::ALL`].
    pub columns: [Vec<DocId>; 5],
    /// How many of each column are left to be read or judged.
    pub to_do: [usize; 5],
    /// Column under the cursor.
    pub column: usize,
    /// Row under the cursor in every column.
    pub rows: [usize; 5],
    /// First row on the screen of every column.
    pub tops: [usize; 5],
    /// First column on the screen.
    pub left: usize,
    /// How many articles are shown, and the state of the journal that the
    /// columns were made from.
    pub made_of: Option<(usize, usize)>,
}

impl Board {
    /// Takes the columns anew; the cursor stays where it is.
    pub fn set(&mut self, columns: [Vec<DocId>; 5]) {
        self.columns = columns;
        for i in 0..5 {
            self.rows[i] = self.rows[i].min(self.columns[i].len().saturating_sub(1));
        }
    }

    /// The state of the column under the cursor.
    pub fn state(&self) -> State {
        State::ALL[self.column.min(4)]
    }

    /// The document under the cursor.
    pub fn document(&self) -> Option<DocId> {
        self.columns[self.column].get(self.rows[self.column]).copied()
    }

    /// Moves the cursor in its column.
    pub fn step(&mut self, by: isize) {
        let last = self.columns[self.column].len().saturating_sub(1);
        self.rows[self.column] = self.rows[self.column].saturating_add_signed(by).min(last);
    }

    /// Goes to the column beside; empty ones too.
    pub fn side(&mut self, right: bool) {
        self.column = if right { (self.column + 1).min(4) } else { self.column.saturating_sub(1) };
    }

    /// Puts the cursor on a document.
    pub fn go_to(&mut self, id: DocId) {
        for (c, column) in self.columns.iter().enumerate() {
            if let Some(r) = column.iter().position(|d| *d == id) {
                (self.column, self.rows[c]) = (c, r);
            }
        }
    }

    /// Scrolls so that the cursor is on a screen of so many columns and rows.
    pub fn clamp(&mut self, columns: usize, height: usize) {
        self.left = follow(self.left, self.column, columns.clamp(1, 5), 5);
        for i in 0..5 {
            self.tops[i] = follow(self.tops[i], self.rows[i], height, self.columns[i].len());
        }
    }
}

/// Narrowest column.
pub const COLUMN: u16 = 26;

/// How many columns stand on a screen of that width.
pub fn columns(width: u16) -> usize {
    usize::from(width / COLUMN).clamp(1, 5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_column_under_the_cursor_is_always_on_the_screen() {
        let mut b = Board::default();
        b.set([vec![DocId(0)], vec![], vec![DocId(1), DocId(2)], vec![], vec![]]);
        for shown in 1..=5 {
            for column in (0..5).chain((0..5).rev()) {
                b.column = column;
                b.clamp(shown, 3);
                assert!((b.left..b.left + shown).contains(&column) && b.left + shown <= 5);
            }
        }
        b.go_to(DocId(2));
        assert_eq!((b.state(), b.document()), (State::Keep, Some(DocId(2))));
    }
}
