//! Hits of a search over the corpus, as rows in context.

use crate::app::scroll::follow;
use crate::corpus::{Corpus, DocId};
use crate::job::{Hits, Suggestion};
use crate::search::{self, Layers};
use crate::text::Span;
use std::sync::Arc;

/// A row of the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitRow {
    /// A document and how many hits it has.
    Document(DocId, usize),
    /// A hit (index of the document in the results, index of the hit).
    Hit(usize, usize),
}

/// State of the results screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// As typed.
    pub query: String,
    /// Which parts of the articles are searched.
    pub layers: Layers,
    /// What was found, once it was.
    pub hits: Option<Arc<Hits>>,
    /// The row behind the last one of each document: a word may stand in
    /// millions of places, so rows are counted and never laid.
    ends: Vec<usize>,
    /// HitRow under the cursor.
    pub cursor: usize,
    /// First row on the screen.
    pub top: usize,
    /// Row under the cursor and first row, once hits that were let go are there again.
    back_to: Option<(usize, usize)>,
}

impl Results {
    /// A screen for a query in some layers, before its hits are there.
    pub fn new(query: String, layers: Layers) -> Self {
        Self { query, layers, ..Self::default() }
    }

    /// Takes the hits.
    pub fn set_hits(&mut self, hits: Arc<Hits>) {
        let mut end = 0;
        self.ends.clear();
        self.ends.extend(hits.documents.iter().map(|d| {
            end += 1 + d.count;
            end
        }));
        self.hits = Some(hits);
        // On the first hit, not on its heading.
        self.cursor = usize::from(matches!(self.row(1), Some(HitRow::Hit(..))));
        self.top = 0;
        if let Some((cursor, top)) = self.back_to.take() {
            (self.cursor, self.top) = (cursor.min(self.len().saturating_sub(1)), top);
        }
    }

    /// Lets the hits go; when they are there again, the cursor stands where it was.
    pub fn let_go(&mut self) {
        if self.hits.take().is_some() {
            self.back_to = Some((self.cursor, self.top));
            self.ends = Vec::new();
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// One row.
    pub fn row(&self, row: usize) -> Option<HitRow> {
        let document = self.ends.partition_point(|end| *end <= row);
        let d = self.hits.as_ref()?.documents.get(document)?;
        let start = self.ends.get(document)? - 1 - d.count;
        Some(if row == start { HitRow::Document(d.id, d.count) } else { HitRow::Hit(document, row - start - 1) })
    }

    /// The rows from one on, each with its number.
    pub fn rows_from(&self, first: usize) -> impl Iterator<Item = (usize, HitRow)> + '_ {
        (first..self.len()).map_while(|i| Some((i, self.row(i)?)))
    }

    /// Looks up the hits that a screen of `height` rows shows, in the texts
    /// that are in memory.
    pub fn look_up(&mut self, height: usize, corpus: &Corpus) {
        let Some(hits) = &self.hits else { return };
        let shown = self.rows_from(self.top).take(height).filter_map(|(_, row)| match row {
            HitRow::Hit(d, _) => Some(d),
            HitRow::Document(..) => None,
        });
        let unknown = |d: &usize| hits.documents.get(*d).is_some_and(|d| d.hits.is_none());
        let mut wanted: Vec<usize> = shown.filter(unknown).collect();
        wanted.dedup();
        let in_memory = |d: usize| Some((d, corpus.get(hits.documents.get(d)?.id)?.clone()));
        let found: Vec<_> = wanted.into_iter().filter_map(in_memory).collect();
        if found.is_empty() {
            return;
        }
        let Some(hits) = &mut self.hits else { return };
        let all = Arc::make_mut(hits);
        for (d, document) in found {
            let places = search::text::find(&all.query, &document, all.layers).hits;
            if let Some(d) = all.documents.get_mut(d) {
                d.hits = Some(places);
            }
        }
    }

    /// The hits of the document of the row under the cursor, and which of them
    /// the row is; they are looked up when they are not known and the text is
    /// in memory. `None` while it is not.
    pub fn hits_here(&mut self, corpus: &Corpus) -> Option<(Vec<Span>, Option<usize>)> {
        let (d, current) = match self.row(self.cursor)? {
            HitRow::Hit(d, h) => (d, Some(h)),
            HitRow::Document(..) => (self.ends.partition_point(|end| *end <= self.cursor), None),
        };
        let hits = self.hits.as_mut()?;
        if hits.documents.get(d)?.hits.is_none() {
            let document = corpus.get(hits.documents.get(d)?.id)?.clone();
            let all = Arc::make_mut(hits);
            all.documents.get_mut(d)?.hits = Some(search::text::find(&all.query, &document, all.layers).hits);
        }
        let known = hits.documents.get(d)?.hits.as_ref()?;
        Some((known.iter().map(search::Hit::span).collect(), current))
    }

    /// What was perhaps meant, where nothing was found.
    pub fn suggestion(&self) -> Option<&Suggestion> {
        self.hits.as_ref()?.suggestion.as_ref()
    }

    /// Moves the cursor by rows.
    pub fn step(&mut self, by: isize) {
        self.cursor = self.cursor.saturating_add_signed(by).min(self.len().saturating_sub(1));
    }

    /// Moves the cursor to the next or previous hit.
    pub fn step_hit(&mut self, forward: bool) {
        let is_hit = |row: &usize| matches!(self.row(*row), Some(HitRow::Hit(..)));
        let to = if forward {
            (self.cursor + 1..self.len()).find(is_hit)
        } else {
            (0..self.cursor.min(self.len())).rev().find(is_hit)
        };
        self.cursor = to.unwrap_or(self.cursor);
    }

    /// Document and place of the row under the cursor.
    pub fn target(&self) -> Option<(DocId, Option<Span>)> {
        let hits = self.hits.as_ref()?;
        match self.row(self.cursor)? {
            HitRow::Document(id, _) => Some((id, None)),
            HitRow::Hit(d, h) => {
                let document = hits.documents.get(d)?;
                Some((document.id, document.hits.as_ref().and_then(|all| all.get(h)).map(search::Hit::span)))
            }
        }
    }

    /// Scrolls so that the cursor is on a screen of `height` rows.
    pub fn clamp(&mut self, height: usize) {
        self.top = follow(self.top, self.cursor, height, self.len());
        // The heading stays with its first hit.
        if height > 1 && self.cursor == self.top && self.top > 0 {
            self.top -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::DocumentHits;
    use crate::search::{Grade, Query};

    #[test]
    fn rows_are_headings_with_their_hits_and_the_cursor_goes_from_hit_to_hit() {
        let document = |(i, count): (u32, usize)| DocumentHits {
            id: DocId(i),
            grade: Grade::Words,
            count,
            exact: count,
            hits: None,
        };
        let documents = [2, 0, 1].into_iter().enumerate().map(|(i, n)| document((i as u32, n))).collect();
        let mut results = Results::new("a".to_owned(), Layers::default());
        assert!(results.is_empty() && results.row(0).is_none());
        let query = Arc::new(Query::parse("a").expect("a word is a query"));
        results.set_hits(Arc::new(Hits {
            query,
            layers: Layers::default(),
            documents,
            total: 3,
            exact: 3,
            not_searched: search::NotSearched::default(),
            suggestion: None,
            texts: Vec::new(),
        }));
        let (head, hit) = (|i, n| HitRow::Document(DocId(i), n), HitRow::Hit);
        let rows: Vec<HitRow> = results.rows_from(0).map(|(_, row)| row).collect();
        assert_eq!(rows, [head(0, 2), hit(0, 0), hit(0, 1), head(1, 0), head(2, 1), hit(2, 0)]);
        assert_eq!(results.cursor, 1);
        results.step_hit(true);
        results.step_hit(true);
        assert_eq!((results.cursor, results.len()), (5, 6));
        results.step_hit(true);
        assert_eq!(results.cursor, 5);
        results.step_hit(false);
        assert_eq!(results.cursor, 2);
    }
}
