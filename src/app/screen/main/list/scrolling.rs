//! Which rows of the list stand on the screen: rows have several lines.

use crate::app::screen::main::list::lines::Lines;
use crate::app::screen::main::list::state::{List, ListRow};
use crate::corpus::DocId;

impl List {
    /// Scrolls so that the cursor is on a screen of `height` lines, where a row
    /// takes so many.
    pub fn clamp(&mut self, height: usize, lines: Lines) {
        self.lines = lines;
        let last = self.rows.len().saturating_sub(1);
        self.cursor = self.cursor.min(last);
        let height = height.max(1);
        let lowest = self.row_above(self.cursor, height.saturating_sub(self.lines_of(self.cursor)));
        self.top = self.top.clamp(lowest, self.cursor);
        // No line is left empty while there are enough rows.
        self.top = self.top.min(self.row_above(last, height.saturating_sub(self.lines_of(last))));
        // The head of a group stays with its first document.
        if self.cursor == self.top
            && self.top > 0
            && matches!(self.rows.get(self.top - 1), Some(ListRow::Group(_)))
            && self.lines_of(self.top - 1) + self.lines_of(self.top) <= height
        {
            self.top -= 1;
        }
        self.page = self.rows_on(height);
    }

    /// Scrolls by rows; the cursor stays on the screen.
    pub fn wheel(&mut self, by: isize) {
        let last = self.rows.len().saturating_sub(1);
        self.top = self.top.saturating_add_signed(by).min(last);
        self.cursor = self.cursor.clamp(self.top, (self.top + self.page - 1).max(self.top));
    }

    /// Lines that a row takes.
    pub fn lines_of(&self, row: usize) -> usize {
        match self.rows.get(row) {
            Some(ListRow::Document(..)) => self.lines.document,
            Some(ListRow::Group(g)) => match self.groups.get(*g as usize) {
                Some(group) if self.folds.is_folded(group) => self.lines.folded,
                Some(_) | None => 1,
            },
            Some(ListRow::Searches | ListRow::Search(_)) | None => 1,
        }
    }

    pub(super) fn lines_between(&self, from: usize, to: usize) -> usize {
        // No screen is higher.
        const MOST: usize = 1 << 16;
        (from..to).take(MOST).map(|row| self.lines_of(row)).sum()
    }

    /// The first row of those that fit into so many lines above a row.
    pub(super) fn row_above(&self, row: usize, lines: usize) -> usize {
        let mut room = lines;
        let mut at = row;
        while at > 0 {
            let Some(left) = room.checked_sub(self.lines_of(at - 1)) else { break };
            room = left;
            at -= 1;
        }
        at
    }

    /// The articles that a row stands for: a text with its copies, or all of a group that is
    /// folded.
    pub fn of_row(&self, row: ListRow) -> Vec<DocId> {
        match row {
            ListRow::Document(id, _) => self.under(id),
            ListRow::Group(g) => {
                let folded = self.groups.get(g as usize).filter(|g| self.folds.is_folded(*g));
                folded.map_or_else(Vec::new, |g| g.documents().to_vec())
            }
            ListRow::Searches | ListRow::Search(_) => Vec::new(),
        }
    }

    /// The articles for which the rows stand that are whole on the screen.
    pub fn on_screen(&self) -> impl Iterator<Item = DocId> + '_ {
        self.rows.iter().skip(self.top).take(self.page).flat_map(|row| self.of_row(*row))
    }

    /// The row at a line of the screen.
    pub fn row_at(&self, line: usize) -> Option<usize> {
        let mut below = 0;
        (self.top..self.rows.len()).find(|row| {
            below += self.lines_of(*row);
            below > line
        })
    }

    /// How many rows stand whole on a screen of `height` lines, at least one.
    fn rows_on(&self, height: usize) -> usize {
        let mut used = 0;
        let whole = (self.top..self.rows.len()).take_while(|row| {
            used += self.lines_of(*row);
            used <= height
        });
        whole.count().max(1)
    }
}
