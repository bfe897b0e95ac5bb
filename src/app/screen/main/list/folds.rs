//! [`Folds`]: which groups of the list are folded.

use crate::app::screen::main::list::groups::{GroupKey, GroupRef};
use crate::app::screen::main::list::order::Grouping;
use std::collections::BTreeSet;

/// Stories from which they are shown folded: a morning at a glance.
const FOLDED_FROM: usize = 12;
/// Stories below which they are shown open again. Between the two they stay as
/// they are, so that one story more or less does not turn the list over.
const OPEN_BELOW: usize = 6;

/// All groups are folded or open, but for some.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folds {
    /// Groups are folded unless they are among the others.
    folded: bool,
    /// Groups for which it is the other way round.
    others: BTreeSet<GroupKey>,
    /// The reader said whether all are folded.
    said: bool,
    /// By what the list was grouped.
    grouping: Grouping,
}

impl Folds {
    /// True for a group that shows none of its documents.
    pub fn is_folded(&self, group: GroupRef<'_>) -> bool {
        self.folded != (!self.others.is_empty() && self.others.contains(&group.key()))
    }

    /// Folds a group or opens it. True when it was not so.
    pub fn set(&mut self, key: GroupKey, fold: bool) -> bool {
        if fold == self.folded { self.others.remove(&key) } else { self.others.insert(key) }
    }

    /// Folds all groups or opens them.
    pub fn set_all(&mut self, fold: bool) {
        (self.folded, self.said) = (fold, true);
        self.others.clear();
    }

    /// All groups are as most are.
    pub(super) fn forget(&mut self) {
        self.others.clear();
    }

    /// Many stories are folded until the reader says otherwise; other groups are
    /// open.
    pub(super) fn settle(&mut self, grouping: Grouping, groups: usize) {
        if self.grouping != grouping {
            self.grouping = grouping;
            self.said = false;
        }
        if self.said {
            return;
        }
        let many = grouping == Grouping::Story && groups >= if self.folded { OPEN_BELOW } else { FOLDED_FROM };
        if many != self.folded {
            self.folded = many;
            self.others.clear();
        }
    }
}
