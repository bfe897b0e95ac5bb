//! The searches that the reader keeps, above the groups of the list.

use crate::app::screen::main::list::state::{List, ListRow};

impl List {
    /// Shows so many searches; the cursor stays on what it is on, and that on its
    /// line of the screen.
    pub(crate) fn set_searches(&mut self, searches: usize) {
        if self.searches == searches {
            return;
        }
        let (place, above) = (self.place(), self.lines_between(self.top, self.cursor));
        self.searches = searches;
        self.lay_rows();
        self.come_back(place);
        self.top = self.row_above(self.cursor, above);
    }

    /// The rows of the section.
    pub(super) fn search_rows(&self) -> impl Iterator<Item = ListRow> + use<> {
        let shown = if self.searches_folded { 0 } else { self.searches as u32 };
        let head = (self.searches > 0).then_some(ListRow::Searches);
        head.into_iter().chain((0..shown).map(ListRow::Search))
    }

    /// The search under the cursor.
    pub fn search(&self) -> Option<usize> {
        match self.rows.get(self.cursor)? {
            ListRow::Search(n) => Some(*n as usize),
            ListRow::Searches | ListRow::Group(_) | ListRow::Document(..) => None,
        }
    }

    /// True when the row under the cursor belongs to the section.
    pub fn on_searches(&self) -> bool {
        matches!(self.rows.get(self.cursor), Some(ListRow::Searches | ListRow::Search(_)))
    }

    /// Puts the cursor on a search, unfolding the section.
    pub(crate) fn go_to_search(&mut self, search: usize) {
        self.fold_searches(false);
        if let Some(row) = self.rows.iter().position(|r| *r == ListRow::Search(search as u32)) {
            self.go_to_row(row);
        }
    }

    /// Folds the section or opens it. True when it was not so.
    pub(crate) fn fold_searches(&mut self, fold: bool) -> bool {
        if self.searches_folded == fold {
            return false;
        }
        let within = self.on_searches();
        let place = self.place();
        self.searches_folded = fold;
        self.lay_rows();
        if within {
            self.cursor = 0;
        } else {
            self.come_back(place);
        }
        true
    }
}
