//! Rows that end where the column does: the room that is left goes to the spaces.

use super::width::{fit, width};
use super::wrap::stretches;

/// Most columns that a space of a justified row is wider than one, on average: a row
/// with wider holes stays as it is.
const HOLE: usize = 2;

/// How much wider than one column each space of a row is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Justified {
    each: usize,
    /// So many of the first spaces get one more.
    more: usize,
}

/// The spaces of a row that are made wider, by their bytes.
fn spaces(row: &str) -> impl Iterator<Item = usize> + '_ {
    row.match_indices(' ').map(|(at, _)| at).filter(|at| stretches(row, *at))
}

impl Justified {
    /// No space is wider.
    pub const RAGGED: Self = Self { each: 0, more: 0 };

    /// Spreads a row over `columns`; a row without spaces, or with too few, stays.
    pub fn over(row: &str, columns: usize) -> Self {
        let spaces = spaces(row).count();
        let left = columns.saturating_sub(width(row));
        if spaces == 0 || left == 0 || left > spaces * HOLE {
            return Self::RAGGED;
        }
        Self { each: left / spaces, more: left % spaces }
    }

    /// Columns that each space of the row takes, in order.
    pub fn columns(self, row: &str) -> Vec<usize> {
        let mut place = 0;
        let one = |(at, _): (usize, &str)| {
            if !stretches(row, at) {
                return 1;
            }
            place += 1;
            1 + self.each + usize::from(place <= self.more)
        };
        row.match_indices(' ').map(one).collect()
    }

    /// The bytes of the row before a column.
    pub fn byte_at(self, row: &str, column: usize) -> usize {
        let (mut at, mut x) = (0, 0);
        let columns = self.columns(row);
        for (place, word) in row.split_inclusive(' ').enumerate() {
            let space = columns.get(place).copied().unwrap_or(1);
            let letters = word.strip_suffix(' ').unwrap_or(word);
            let wide = width(letters);
            if column < x + wide {
                return at + fit(letters, column - x).0.len();
            }
            x += wide;
            if letters.len() < word.len() {
                if column < x + space {
                    return at + letters.len();
                }
                x += space;
            }
            at += word.len();
        }
        row.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread(row: &str, columns: usize) -> String {
        let spaces = Justified::over(row, columns).columns(row);
        let words = row.split(' ').enumerate();
        words.map(|(i, w)| if i == 0 { w.to_owned() } else { " ".repeat(spaces[i - 1]) + w }).collect()
    }

    #[test]
    fn a_row_ends_where_the_column_does_unless_its_holes_would_gape() {
        assert_eq!(spread("le pont de bois", 19), "le   pont  de  bois");
        assert_eq!(spread("le pont", 40), "le pont");
        assert_eq!(spread("pont", 9), "pont");
        assert_eq!(spread("le pont", 3), "le pont");
    }

    #[test]
    fn the_space_beside_a_mark_stays_one_column() {
        assert_eq!(spread("il dit : « oui » ou non", 27), "il  dit :  « oui »  ou  non");
    }

    #[test]
    fn each_column_of_a_row_leads_to_its_byte() {
        let row = "là où «é» va";
        for columns in [0, 14, 17] {
            let justified = Justified::over(row, columns);
            let mut before = 0;
            for column in 0..24 {
                let byte = justified.byte_at(row, column);
                assert!(row.is_char_boundary(byte) && byte >= before);
                before = byte;
            }
            assert_eq!(justified.byte_at(row, 0), 0);
            assert_eq!(justified.byte_at(row, 99), row.len());
        }
        assert_eq!(Justified::over("le pont", 9).byte_at("le pont", 5), 3);
    }
}
