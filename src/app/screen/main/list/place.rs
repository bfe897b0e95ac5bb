//! [`ListPlace`]: where the list stands, to come back to it as it was left.

use crate::app::screen::main::list::folds::Folds;
use crate::app::screen::main::list::groups::{GroupKey, GroupRef};
use crate::app::screen::main::list::order::Grouping;
use crate::app::screen::main::list::state::{List, ListRow};
use crate::corpus::DocId;
use std::collections::BTreeSet;

/// What the row under the cursor stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum At {
    Document(DocId),
    Group(GroupKey),
    Searches,
    Search(u32),
}

/// A cursor, a scroll, and what is folded.
#[derive(Clone, Debug, PartialEq)]
pub struct ListPlace {
    /// By what the list is grouped.
    pub grouping: Grouping,
    at: Option<At>,
    cursor: usize,
    top: usize,
    folds: Folds,
    unfolded: BTreeSet<DocId>,
}

impl List {
    fn at(&self) -> Option<At> {
        match self.rows.get(self.cursor)? {
            ListRow::Document(d, _) => Some(At::Document(*d)),
            ListRow::Searches => Some(At::Searches),
            ListRow::Search(n) => Some(At::Search(*n)),
            ListRow::Group(g) => self.groups.get(*g as usize).map(GroupRef::key).map(At::Group),
        }
    }

    /// Where it stands.
    pub fn place(&self) -> ListPlace {
        ListPlace {
            grouping: self.grouping,
            at: self.at(),
            cursor: self.cursor,
            top: self.top,
            folds: self.folds.clone(),
            unfolded: self.unfolded.clone(),
        }
    }

    /// True where the cursor is on what it was on then.
    pub fn is_at(&self, place: &ListPlace) -> bool {
        self.at() == place.at
    }

    /// Stands there again: on the same rows when they are still there, else on
    /// the same article or group.
    pub fn come_back(&mut self, place: ListPlace) {
        self.range_from = None;
        if (&self.folds, &self.unfolded) != (&place.folds, &place.unfolded) {
            (self.folds, self.unfolded) = (place.folds, place.unfolded);
            self.lay_rows();
        }
        self.cursor = place.cursor;
        self.top = place.top;
        if self.at() == place.at {
            return;
        }
        // Counted before another row is gone to: rows have several lines.
        let above = self.lines_between(place.top, place.cursor);
        match place.at {
            Some(At::Document(id)) => {
                self.go_to(id);
            }
            Some(At::Group(key)) => {
                self.go_to_group(&key);
            }
            Some(At::Search(search)) => self.go_to_search(search as usize),
            Some(At::Searches) => self.cursor = 0,
            None => {}
        }
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
        self.top = self.row_above(self.cursor, above);
    }
}
