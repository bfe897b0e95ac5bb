//! [`SavedSearch`]: a query kept under a name. All of them are decisions about
//! the corpus, so that they are merged, undone and kept as verdicts are; their
//! order is that of the decisions.

use super::{Change, Decision, Target, Triage};
use crate::text::fold;

/// A query kept under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedSearch {
    /// The name, one line.
    pub name: String,
    /// The query, as typed.
    pub query: String,
}

impl SavedSearch {
    /// True for a name that is read as this one: case and accents aside.
    pub fn is_called(&self, name: &str) -> bool {
        fold(&self.name).trim() == fold(name).trim()
    }

    fn decision(&self) -> Decision {
        Decision::Search { name: self.name.clone(), query: self.query.clone() }
    }
}

/// The changes that make one list of searches of another: what is gone is
/// retracted, and from the first that stands elsewhere on all are decided again,
/// for the order is that of the decisions.
pub fn rearranged(old: &[SavedSearch], new: &[SavedSearch]) -> Vec<(Target, Change)> {
    let gone = old.iter().filter(|s| !new.contains(s));
    let mut changes: Vec<Change> = gone.map(|s| Change::Retract(s.decision())).collect();
    let stays: Vec<&SavedSearch> = old.iter().filter(|s| new.contains(s)).collect();
    let same = stays.iter().zip(new).take_while(|(a, b)| **a == *b).count();
    if stays.len() != new.len() || same != new.len() {
        changes.extend(new.iter().skip(same).map(|s| Change::Decide(s.decision())));
    }
    changes.into_iter().map(|c| (Target::Corpus, c)).collect()
}

impl Triage {
    /// The searches that the reader keeps, in their order.
    pub fn searches(&self) -> Vec<SavedSearch> {
        let search = |d: &Decision| match d {
            Decision::Search { name, query } => Some(SavedSearch { name: name.clone(), query: query.clone() }),
            _ => None,
        };
        self.status_of(&Target::Corpus).decisions.iter().filter_map(search).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn searches(names: &[&str]) -> Vec<SavedSearch> {
        names.iter().map(|n| SavedSearch { name: (*n).to_owned(), query: format!("mot-{n}") }).collect()
    }

    fn after(triage: &mut Triage, new: &[SavedSearch]) -> Vec<SavedSearch> {
        let entry = triage.act(1, "anne", rearranged(&triage.searches(), new));
        triage.apply(&entry);
        triage.searches()
    }

    #[test]
    fn what_stays_where_it_is_is_not_said_again() {
        assert_eq!(rearranged(&searches(&["a", "b"]), &searches(&["a", "b", "c"])).len(), 1);
        assert_eq!(rearranged(&searches(&["a", "b", "c"]), &searches(&["a", "c"])).len(), 1);
        assert_eq!(rearranged(&searches(&["a", "b"]), &searches(&["a", "b"])).len(), 0);
    }

    #[test]
    fn undo_puts_a_search_back_where_it_was() {
        let mut triage = Triage::new();
        after(&mut triage, &searches(&["a", "b", "c"]));
        after(&mut triage, &searches(&["a", "c"]));
        let back = triage.undo(9, "anne").unwrap();
        triage.apply(&back);
        assert_eq!(triage.searches(), searches(&["a", "b", "c"]));
    }

    proptest! {
        #[test]
        fn any_list_becomes_any_other(old in order(), new in order()) {
            let mut triage = Triage::new();
            after(&mut triage, &old);
            prop_assert_eq!(after(&mut triage, &new), new);
        }
    }

    fn order() -> impl Strategy<Value = Vec<SavedSearch>> {
        let all = Just(vec!["a", "b", "c", "d", "e"]).prop_shuffle();
        (all, 0..5_usize).prop_map(|(all, n)| searches(&all[..n]))
    }
}
