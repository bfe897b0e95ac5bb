//! The source list: groups and documents as rows, a cursor tied to a
//! document (never to a row), ticks, folding, sorting, filtering.

use crate::app::screen::main::list::folds::Folds;
use crate::app::screen::main::list::groups::{GroupKey, GroupRef, Groups, Numbers, Sources};
use crate::app::screen::main::list::lines::Lines;
use crate::app::screen::main::list::order::{Grouping, Sort};
use crate::corpus::DocId;
use std::collections::BTreeSet;

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListRow {
    /// The head of the searches that are kept.
    Searches,
    /// A search that is kept (index).
    Search(u32),
    /// The head of a group (index).
    Group(u32),
    /// A document, with the index of its group.
    Document(DocId, u32),
}

impl ListRow {
    /// The index of its group.
    pub fn group(self) -> Option<usize> {
        match self {
            Self::Group(g) | Self::Document(_, g) => Some(g as usize),
            Self::Searches | Self::Search(_) => None,
        }
    }
}

/// State of the source list.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// By what it is grouped.
    pub grouping: Grouping,
    /// Order within groups.
    pub sort: Sort,
    /// The other way round.
    pub reverse: bool,
    /// Groups in order.
    pub groups: Groups,
    /// Rows in order.
    pub rows: Vec<ListRow>,
    /// Index of the row under the cursor.
    pub cursor: usize,
    /// Index of the first row on the screen.
    pub top: usize,
    /// Which groups are folded.
    pub folds: Folds,
    /// How many lines a row takes, as it was last laid out.
    pub lines: Lines,
    /// How many rows stood whole on the screen then.
    pub page: usize,
    /// Ticked documents.
    pub ticked: BTreeSet<DocId>,
    /// ListRow where a range began.
    pub range_from: Option<usize>,
    /// Documents that passed the filter.
    pub shown: usize,
    /// Documents judged since the view was opened: they stay, dimmed.
    pub just_judged: BTreeSet<DocId>,
    /// Documents of all groups that are still to be read or judged.
    pub left: usize,
    /// Searches shown above the groups.
    pub(super) searches: usize,
    /// Of these only the head is shown.
    pub searches_folded: bool,
    /// Texts printed more than once whose copies have rows of their own, by
    /// the document that stands for the text.
    pub(super) unfolded: BTreeSet<DocId>,
    /// The row of a document.
    row_of: Numbers,
}

impl Default for List {
    fn default() -> Self {
        Self {
            grouping: Grouping::Story,
            sort: Sort::Date,
            reverse: false,
            groups: Groups::default(),
            rows: Vec::new(),
            cursor: 0,
            top: 0,
            folds: Folds::default(),
            lines: Lines::default(),
            page: 1,
            ticked: BTreeSet::new(),
            range_from: None,
            shown: 0,
            just_judged: BTreeSet::new(),
            left: 0,
            searches: 0,
            searches_folded: false,
            unfolded: BTreeSet::new(),
            row_of: Numbers::default(),
        }
    }
}

impl List {
    /// Rebuilds groups and rows; the cursor stays on its document and the
    /// document on its row of the screen. False where what it was on is not there
    /// any more, nor its group.
    pub fn rebuild(&mut self, from: &Sources<'_>) -> bool {
        let at = self.rows.get(self.cursor).copied();
        let at_group = at.and_then(|r| self.groups.get(r.group()?)).map(GroupRef::key);
        let above = self.lines_between(self.top, self.cursor);
        self.groups = Groups::of(self.grouping, self.sort, self.reverse, &self.just_judged, from);
        self.shown = self.groups.documents().len();
        self.left = self.groups.left();
        self.folds.settle(self.grouping, self.groups.len());
        // The document under the cursor keeps a row of its own.
        if let Some(ListRow::Document(d, _)) = at {
            self.unfolded.extend(self.copy_of(d));
            if let Some(group) = self.groups.of_document(d).and_then(|g| self.groups.get(g)) {
                self.folds.set(group.key(), false);
            }
        }
        self.lay_rows();
        let kept = match at {
            Some(ListRow::Document(d, _)) => self.row_of.get(d),
            Some(ListRow::Searches | ListRow::Search(_)) => Some(self.cursor),
            Some(ListRow::Group(_)) | None => None,
        }
        .or_else(|| at_group.and_then(|k| self.group_row(&k)));
        // What is gone was no search that is kept: nor is the row that is gone to.
        let near = self.cursor.max(self.search_rows().count());
        self.cursor = kept.unwrap_or(near).min(self.rows.len().saturating_sub(1));
        self.top = self.row_above(self.cursor, above);
        kept.is_some()
    }

    /// A document is there no more.
    pub fn forget(&mut self, id: DocId) {
        self.ticked.remove(&id);
        self.just_judged.remove(&id);
        self.unfolded.remove(&id);
    }

    /// A document was read or judged, or is to be again; counts follow, no row
    /// moves.
    pub fn shift_left(&mut self, id: DocId, left: bool) {
        let Some(group) = self.groups.of_document(id) else { return };
        self.groups.shift_left(group, left);
        self.left = if left { self.left + 1 } else { self.left.saturating_sub(1) };
    }

    /// Which of the documents shown is under the cursor, from 1.
    pub fn position(&self) -> Option<usize> {
        self.groups.place(self.document()?).map(|place| place + 1)
    }

    /// The other documents of the group that print the text of this one.
    pub fn copies(&self, shown: DocId) -> &[DocId] {
        self.groups.copies(shown)
    }

    /// The document that stands for the text of this copy.
    pub fn copy_of(&self, id: DocId) -> Option<DocId> {
        self.groups.copy_of(id)
    }

    /// What the row of a document stands for: it, and its copies while they
    /// have no rows of their own.
    pub fn under(&self, shown: DocId) -> Vec<DocId> {
        let folded = if self.unfolded.contains(&shown) { &[][..] } else { self.copies(shown) };
        [shown].into_iter().chain(folded.iter().copied()).collect()
    }

    /// The document whose row stands for this one too, while its copies have
    /// no rows of their own.
    pub fn folded_under(&self, copy: DocId) -> Option<DocId> {
        self.copy_of(copy).filter(|shown| !self.unfolded.contains(shown))
    }

    pub(super) fn lay_rows(&mut self) {
        self.rows.clear();
        self.rows.extend(self.search_rows());
        let (groups, folds) = (&self.groups, &self.folds);
        self.rows.reserve(groups.len() + groups.documents().len());
        self.row_of.clear(groups.numbers());
        for (g, group) in groups.iter().enumerate() {
            self.rows.push(ListRow::Group(g as u32));
            if folds.is_folded(group) {
                continue;
            }
            for &d in group.documents() {
                if groups.copy_of(d).is_some_and(|shown| !self.unfolded.contains(&shown)) {
                    continue;
                }
                self.row_of.set(d, self.rows.len());
                self.rows.push(ListRow::Document(d, g as u32));
            }
        }
    }

    fn group_row(&self, key: &GroupKey) -> Option<usize> {
        let group = self.groups.find(key)? as u32;
        self.rows.iter().position(|r| *r == ListRow::Group(group))
    }

    /// The documents of all groups, folded ones too.
    pub fn documents(&self) -> impl Iterator<Item = DocId> + '_ {
        self.groups.documents().iter().copied()
    }

    /// The document under the cursor.
    pub fn document(&self) -> Option<DocId> {
        match self.rows.get(self.cursor)? {
            ListRow::Document(d, _) => Some(*d),
            ListRow::Searches | ListRow::Search(_) | ListRow::Group(_) => None,
        }
    }

    /// The group of the row under the cursor.
    pub fn group_at_cursor(&self) -> Option<GroupRef<'_>> {
        self.groups.get(self.rows.get(self.cursor)?.group()?)
    }

    /// What a verb acts on: the ticked documents, else the row: one document
    /// or the whole group.
    pub fn targets(&self) -> Vec<DocId> {
        if !self.ticked.is_empty() {
            return self.ticked.iter().copied().collect();
        }
        match self.rows.get(self.cursor) {
            Some(ListRow::Document(d, _)) => self.under(*d),
            Some(ListRow::Group(_)) => self.group_at_cursor().map_or(Vec::new(), |g| g.documents().to_vec()),
            Some(ListRow::Searches | ListRow::Search(_)) | None => Vec::new(),
        }
    }

    /// How many documents [`Self::targets`] gives.
    pub fn target_count(&self) -> usize {
        match self.rows.get(self.cursor) {
            _ if !self.ticked.is_empty() => self.ticked.len(),
            Some(ListRow::Document(d, _)) => self.under(*d).len(),
            Some(ListRow::Group(_)) => self.group_at_cursor().map_or(0, |g| g.documents().len()),
            Some(ListRow::Searches | ListRow::Search(_)) | None => 0,
        }
    }

    /// How many documents of a group are ticked.
    pub fn ticked_in(&self, group: GroupRef<'_>) -> usize {
        let documents = group.documents();
        if self.ticked.len() < documents.len() {
            let first = documents.first().and_then(|id| self.groups.place(*id)).unwrap_or(0);
            let here = first..first + documents.len();
            return self.ticked.iter().filter_map(|id| self.groups.place(*id)).filter(|p| here.contains(p)).count();
        }
        documents.iter().filter(|id| self.ticked.contains(id)).count()
    }

    /// How many ticked documents the list does not show: they are acted on too.
    pub fn ticked_elsewhere(&self) -> usize {
        self.ticked.iter().filter(|id| self.groups.place(**id).is_none()).count()
    }

    /// Moves the cursor by rows, stopping at the ends.
    pub fn step(&mut self, by: isize) {
        let last = self.rows.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
        self.extend_range();
    }

    /// Puts the cursor on a row, stopping at the end.
    pub fn go_to_row(&mut self, row: usize) {
        self.cursor = row.min(self.rows.len().saturating_sub(1));
        self.extend_range();
    }

    /// Puts the cursor on a document, unfolding its group. False when the
    /// filter hides it.
    pub fn go_to(&mut self, id: DocId) -> bool {
        if let Some(row) = self.row_of.get(id) {
            self.go_to_row(row);
            return true;
        }
        let Some(key) = self.groups.of_document(id).and_then(|g| self.groups.get(g)).map(GroupRef::key) else {
            return false;
        };
        self.folds.set(key, false);
        self.unfolded.extend(self.copy_of(id));
        self.lay_rows();
        if let Some(row) = self.row_of.get(id) {
            self.go_to_row(row);
        }
        true
    }

    /// Puts the cursor on the head of a group. False when it is not there.
    pub fn go_to_group(&mut self, key: &GroupKey) -> bool {
        let row = self.group_row(key);
        if let Some(row) = row {
            self.go_to_row(row);
        }
        row.is_some()
    }

    /// The next article in a direction, in folded groups too; copies that have
    /// no rows of their own are passed over.
    pub fn neighbour(&self, from: Option<DocId>, forward: bool) -> Option<DocId> {
        let documents = self.groups.documents();
        let at = from.or_else(|| self.document()).and_then(|d| self.groups.place(d));
        let head = || self.group_at_cursor().and_then(|g| self.groups.place(*g.documents().first()?));
        let has_row = |d: &&DocId| self.folded_under(**d).is_none();
        if forward {
            let first = at.map_or_else(head, |place| Some(place + 1))?;
            documents.get(first..)?.iter().find(has_row).copied()
        } else {
            documents.get(..at.or_else(head)?)?.iter().rev().find(has_row).copied()
        }
    }

    /// The article that the row under the cursor stands for or begins with.
    pub fn leading(&self) -> Option<DocId> {
        self.leading_beside(0)
    }

    /// The same of the row that is so many below the cursor.
    pub fn leading_beside(&self, by: isize) -> Option<DocId> {
        match self.rows.get(self.cursor.checked_add_signed(by)?)? {
            ListRow::Document(d, _) => Some(*d),
            row => self.groups.get(row.group()?)?.documents().first().copied(),
        }
    }

    /// Goes to the head of the next or previous group; before the head of its
    /// own. False when there is none.
    pub fn go_to_head(&mut self, forward: bool) -> bool {
        let is_head = |r: &ListRow| matches!(r, ListRow::Group(_) | ListRow::Searches);
        let to = if forward {
            self.rows.iter().skip(self.cursor + 1).position(is_head).map(|i| self.cursor + 1 + i)
        } else {
            self.rows.get(..self.cursor).and_then(|rows| rows.iter().rposition(is_head))
        };
        if let Some(row) = to {
            self.go_to_row(row);
        }
        to.is_some()
    }

    /// Begins at the top: the first head where it is folded, else the first
    /// document.
    pub fn begin(&mut self) {
        self.folds.forget();
        self.lay_rows();
        self.go_to_first();
    }

    /// Stands there, with what is folded as it is.
    pub(crate) fn go_to_first(&mut self) {
        self.top = 0;
        self.cursor = self.search_rows().count();
        self.cursor += usize::from(!self.on_folded_group() && self.cursor + 1 < self.rows.len());
        // Where nothing stands below the kept searches the last of them is all there is.
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
    }

    /// Folds or unfolds every group; the cursor stays in its group.
    pub fn fold_all(&mut self, fold: bool) {
        let key = self.group_at_cursor().map(GroupRef::key);
        let document = self.document();
        self.folds.set_all(fold);
        self.searches_folded = fold;
        self.lay_rows();
        let row = document.and_then(|d| self.row_of.get(d));
        self.cursor = row.or_else(|| self.group_row(&key?)).unwrap_or(0);
    }

    /// True when the row under the cursor stands for a text and its copies.
    pub fn on_folded_text(&self) -> bool {
        self.document().is_some_and(|d| self.under(d).len() > 1)
    }

    /// Gives the copies of the text under the cursor rows of their own, or
    /// takes them away. True when something changed.
    fn fold_text(&mut self, fold: bool) -> bool {
        let Some(id) = self.document() else { return false };
        let shown = self.copy_of(id).unwrap_or(id);
        let changed = if self.copies(shown).is_empty() {
            false
        } else if fold {
            self.unfolded.remove(&shown)
        } else {
            self.unfolded.insert(shown)
        };
        if changed {
            self.lay_rows();
            self.cursor = self.row_of.get(shown).unwrap_or(self.cursor);
        }
        changed
    }

    /// Folds or unfolds what is under the cursor: first the copies of a text,
    /// then the group. True when something changed.
    pub fn fold(&mut self, fold: bool) -> bool {
        if self.on_searches() {
            return self.fold_searches(fold);
        }
        if self.fold_text(fold) {
            return true;
        }
        let Some(key) = self.group_at_cursor().map(GroupRef::key) else { return false };
        let changed = self.folds.set(key.clone(), fold);
        if changed {
            self.lay_rows();
            if let Some(row) = self.group_row(&key) {
                self.cursor = row;
            }
        }
        changed
    }

    /// Folds a group that is not under the cursor; the cursor is put somewhere next.
    pub(super) fn fold_again(&mut self, key: GroupKey) {
        if self.folds.set(key, true) {
            self.lay_rows();
            self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
        }
    }

    /// True when the row under the cursor is a group's head.
    pub fn on_group(&self) -> bool {
        matches!(self.rows.get(self.cursor), Some(ListRow::Group(_)))
    }

    /// True when the row under the cursor is a group's head and folded.
    pub fn on_folded_group(&self) -> bool {
        self.on_group() && self.group_at_cursor().is_some_and(|g| self.folds.is_folded(g))
    }

    /// True when something folded is under the cursor.
    pub fn opens_to_the_right(&self) -> bool {
        let searches = self.searches_folded && self.on_searches();
        searches || self.on_folded_group() || self.on_folded_text()
    }

    /// Ticks or unticks what is under the cursor: a document, or all of a
    /// group.
    pub fn tick(&mut self) {
        let ids: Vec<DocId> = match self.rows.get(self.cursor) {
            Some(ListRow::Document(d, _)) => self.under(*d),
            Some(ListRow::Group(_)) => self.group_at_cursor().map_or(Vec::new(), |g| g.documents().to_vec()),
            Some(ListRow::Searches | ListRow::Search(_)) | None => return,
        };
        if ids.iter().all(|d| self.ticked.contains(d)) {
            ids.iter().for_each(|d| {
                self.ticked.remove(d);
            });
        } else {
            self.ticked.extend(ids);
        }
    }

    /// Ticks all that the list shows; unticks when all are ticked.
    pub fn tick_all(&mut self) {
        let all: Vec<DocId> = self.documents().collect();
        if all.iter().all(|d| self.ticked.contains(d)) {
            self.ticked.clear();
        } else {
            self.ticked.extend(all);
        }
    }

    /// Ticks what is not ticked and unticks what is.
    pub fn invert(&mut self) {
        let all: BTreeSet<DocId> = self.documents().collect();
        self.ticked = all.difference(&self.ticked).copied().collect();
    }

    /// Starts or ends a range at the cursor.
    pub fn toggle_range(&mut self) {
        self.range_from = match self.range_from {
            Some(_) => None,
            None => Some(self.cursor),
        };
        self.extend_range();
    }

    fn extend_range(&mut self) {
        let Some(from) = self.range_from else { return };
        let (a, b) = (from.min(self.cursor), from.max(self.cursor));
        let ids = self.rows.get(a..=b).unwrap_or_default().iter().flat_map(|r| match r {
            ListRow::Document(d, _) => self.under(*d),
            ListRow::Searches | ListRow::Search(_) | ListRow::Group(_) => Vec::new(),
        });
        self.ticked.extend(ids.collect::<Vec<_>>());
    }
}
