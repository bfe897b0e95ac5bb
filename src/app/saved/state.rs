//! [`Saved`]: the searches that the reader keeps, with what is known of their
//! answers.

use crate::corpus::DocId;
use crate::triage::SavedSearch;
use std::collections::BTreeSet;

/// Searches whose answers are counted; of those beyond no count is shown.
pub const COUNTED: usize = 100;

/// What is known of the answers of one search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Answers {
    /// Not counted yet.
    #[default]
    Waiting,
    /// By number of article, whether it answers; and how many do.
    Known(Vec<bool>, usize),
    /// The query cannot be read.
    Unreadable,
}

/// How many articles answer a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Not counted yet, or not at all.
    Waiting,
    /// So many.
    Known(usize),
    /// The query cannot be read.
    Unreadable,
}

/// The searches that the reader keeps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Saved {
    /// In the reader's order.
    pub searches: Vec<SavedSearch>,
    answers: Vec<Answers>,
    /// Places of the searches that the count under way asks.
    asked: Vec<usize>,
    /// Articles of which something was said since they were counted.
    changed: BTreeSet<DocId>,
    /// Every article is being counted.
    all: bool,
}

impl Saved {
    /// Takes other searches; what was counted for a query that stays is kept.
    pub(crate) fn replace(&mut self, searches: Vec<SavedSearch>) {
        let mut known: Vec<(SavedSearch, Answers)> =
            std::mem::take(&mut self.searches).into_iter().zip(std::mem::take(&mut self.answers)).collect();
        self.answers = searches
            .iter()
            .map(|s| match known.iter().position(|(k, _)| k.query == s.query) {
                Some(i) => known.swap_remove(i).1,
                None => Answers::Waiting,
            })
            .collect();
        self.searches = searches;
    }

    /// How many articles answer a search.
    pub fn count(&self, search: usize) -> Count {
        match self.answers.get(search) {
            Some(Answers::Known(_, n)) => Count::Known(*n),
            Some(Answers::Unreadable) => Count::Unreadable,
            Some(Answers::Waiting) | None => Count::Waiting,
        }
    }

    /// True when every search was counted and none finds an article.
    pub(super) fn finds_nothing(&self) -> bool {
        (0..self.searches.len()).all(|n| matches!(self.count(n), Count::Known(0)))
    }

    /// A query that cannot be read answers nothing.
    pub(super) fn cannot_read(&mut self, search: usize) {
        if let Some(answers) = self.answers.get_mut(search) {
            *answers = Answers::Unreadable;
        }
    }

    /// Every article is about to be counted for these searches.
    pub(super) fn asks_all(&mut self, asked: Vec<usize>) {
        (self.asked, self.all) = (asked, true);
        self.changed.clear();
    }

    /// Something was said of articles: which have to be looked at again; `None`
    /// when all are.
    pub(super) fn asks_again(&mut self, ids: &[DocId]) -> Option<Vec<DocId>> {
        self.changed.extend(ids);
        (!self.all).then(|| self.changed.iter().copied().collect())
    }

    /// These searches are about to be asked of a few articles.
    pub(super) fn asks_few(&mut self, asked: Vec<usize>) {
        self.asked = asked;
    }

    /// Takes the answers of the searches that were asked.
    pub(super) fn take(&mut self, answering: &[Vec<DocId>]) {
        let (all, changed) = (std::mem::take(&mut self.all), std::mem::take(&mut self.changed));
        for (search, ids) in self.asked.iter().zip(answering) {
            let Some(answers) = self.answers.get_mut(*search) else { continue };
            let mut table = match std::mem::take(answers) {
                Answers::Known(table, _) if !all => table,
                _ if all => Vec::new(),
                other => {
                    *answers = other;
                    continue;
                }
            };
            for id in &changed {
                if let Some(answers) = table.get_mut(id.index()) {
                    *answers = false;
                }
            }
            let given = ids.iter().map(|id| id.index() + 1).max().unwrap_or(0);
            table.resize(table.len().max(given), false);
            ids.iter().for_each(|id| table[id.index()] = true);
            let count = table.iter().filter(|a| **a).count();
            *answers = Answers::Known(table, count);
        }
    }

    /// The count under way came to nothing.
    pub(crate) fn give_up(&mut self) {
        self.all = false;
    }
}
