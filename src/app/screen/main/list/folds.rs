//! [`Folds`]: which groups of the list are folded.

use crate::app::screen::main::list::groups::{GroupKey, GroupRef};
use crate::app::screen::main::list::order::Grouping;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Stories from which they are shown folded: a morning at a glance.
const FOLDED_FROM: usize = 12;
/// Stories below which they are shown open again. Between the two they stay as
/// they are, so that one story more or less does not turn the list over.
const OPEN_BELOW: usize = 6;

impl GroupKey {
    /// A word that stands for it in a file.
    pub fn word(&self) -> String {
        match self {
            Self::Source(None) => "source".to_owned(),
            Self::Source(Some(name)) => format!("source:{name}"),
            Self::Day(None) => "day".to_owned(),
            Self::Day(Some(day)) => format!("day:{day}"),
            Self::Story(id) => format!("story:{id}"),
            Self::Alone => "alone".to_owned(),
            Self::State(state) => format!("state:{state}"),
        }
    }

    /// The one that a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word.split_once(':').unwrap_or((word, "")) {
            ("source", "") => Self::Source(None),
            ("source", name) => Self::Source(Some(name.to_owned())),
            ("day", "") => Self::Day(None),
            ("day", day) => Self::Day(Some(day.parse().ok()?)),
            ("story", id) => Self::Story(id.to_owned()),
            ("alone", _) => Self::Alone,
            ("state", state) => Self::State(state.parse().ok()?),
            _ => return None,
        })
    }
}

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
    /// How groups stood when the program was left.
    kept: FoldsKept,
}

/// How groups stood, for the next start.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FoldsKept {
    /// They were folded but for some.
    pub folded: bool,
    /// The reader said so.
    pub said: bool,
    /// Those for which it was the other way round.
    pub others: BTreeSet<String>,
}

/// Groups kept that were the other way round, at most.
const KEPT: usize = 500;

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
        self.kept = FoldsKept::default();
        self.others.clear();
    }

    /// All groups are as most are, but for those that were not when the program was left.
    pub(super) fn forget(&mut self) {
        let kept = self.kept.others.iter().filter(|_| self.kept.folded == self.folded);
        self.others = kept.filter_map(|word| GroupKey::from_word(word)).collect();
    }

    /// How groups stand, for the next start.
    pub fn keep(&self) -> FoldsKept {
        let others = self.others.iter().take(KEPT).map(GroupKey::word).collect();
        FoldsKept { folded: self.folded, said: self.said, others }
    }

    /// Puts groups as they stood under this grouping when the program was left; those that
    /// come later too.
    pub fn restore(&mut self, kept: FoldsKept, grouping: Grouping) {
        (self.folded, self.said, self.grouping) = (kept.folded, kept.said, grouping);
        self.kept = kept;
        self.forget();
    }

    /// Many stories are folded until the reader says otherwise; other groups are
    /// open.
    pub(super) fn settle(&mut self, grouping: Grouping, groups: usize) {
        if self.grouping != grouping {
            self.grouping = grouping;
            self.said = false;
            self.kept = FoldsKept::default();
        }
        if self.said {
            return;
        }
        let many = grouping == Grouping::Story && groups >= if self.folded { OPEN_BELOW } else { FOLDED_FROM };
        if many != self.folded {
            self.folded = many;
            self.forget();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::Date;

    #[test]
    fn a_group_is_the_one_that_its_word_stands_for() {
        let day = Date::constant(2026, 6, 2);
        for key in [
            GroupKey::Source(None),
            GroupKey::Source(Some("La Dépêche: édition".into())),
            GroupKey::Day(None),
            GroupKey::Day(Some(day)),
            GroupKey::Story("a1:b2".into()),
            GroupKey::Alone,
            GroupKey::State(3),
        ] {
            assert_eq!(GroupKey::from_word(&key.word()), Some(key));
        }
        assert_eq!(GroupKey::from_word("planet:mars"), None);
    }

    #[test]
    fn groups_stand_as_they_were_left_whatever_comes_in_between() {
        let open = GroupKey::Story("a".into());
        let mut folds = Folds::default();
        folds.settle(Grouping::Story, 40);
        folds.set(open.clone(), false);
        let kept = folds.keep();
        let mut again = Folds::default();
        again.restore(kept, Grouping::Story);
        // Stories come one after another, and a few are shown open.
        for groups in [0, 1, 4, 12, 40] {
            again.settle(Grouping::Story, groups);
        }
        assert_eq!((again.folded, again.others.clone()), (true, BTreeSet::from([open])));
        again.set_all(true);
        again.settle(Grouping::Story, 40);
        assert!(again.others.is_empty());
    }
}
