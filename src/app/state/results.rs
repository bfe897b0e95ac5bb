//! Hits of a search over the corpus, as rows in context.

use super::scroll::follow;
use crate::corpus::{Corpus, DocId};
use crate::job::Hits;
use crate::search::{self, Layers};
use crate::text::Span;
use std::sync::Arc;

/// A row of the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A document and how many hits it has.
    Document(DocId, usize),
    /// A hit (index of the document in the results, index of the hit).
    Hit(usize, usize),
}

/// State of the results screen.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// As typed.
    pub query: String,
    /// Which parts of the articles are searched.
    pub layers: Layers,
    /// What was found, once it was.
    pub hits: Option<Arc<Hits>>,
    /// Rows in order.
    pub rows: Vec<Row>,
    /// Row under the cursor.
    pub cursor: usize,
    /// First row on the screen.
    pub top: usize,
}

impl Results {
    /// A screen for a query, before its hits are there.
    pub fn new(query: String) -> Self {
        Self { query, ..Self::default() }
    }

    /// Takes the hits.
    pub fn set_hits(&mut self, hits: Arc<Hits>) {
        self.rows.clear();
        for (i, d) in hits.documents.iter().enumerate() {
            self.rows.push(Row::Document(d.id, d.count));
            self.rows.extend((0..d.count).map(|h| Row::Hit(i, h)));
        }
        self.hits = Some(hits);
        // On the first hit, not on its heading.
        self.cursor = usize::from(self.rows.len() > 1 && matches!(self.rows.get(1), Some(Row::Hit(..))));
        self.top = 0;
    }

    /// Looks up the hits that a screen of `height` rows shows, in the texts
    /// that are in memory.
    pub fn look_up(&mut self, height: usize, corpus: &Corpus) {
        let Some(hits) = &self.hits else { return };
        let shown = self.rows.iter().skip(self.top).take(height).filter_map(|row| match row {
            Row::Hit(d, _) => Some(*d),
            Row::Document(..) => None,
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

    /// Moves the cursor by rows.
    pub fn step(&mut self, by: isize) {
        self.cursor = self.cursor.saturating_add_signed(by).min(self.rows.len().saturating_sub(1));
    }

    /// Moves the cursor to the next or previous hit.
    pub fn step_hit(&mut self, forward: bool) {
        let is_hit = |r: &Row| matches!(r, Row::Hit(..));
        let to = if forward {
            self.rows.iter().enumerate().skip(self.cursor + 1).find(|(_, r)| is_hit(r)).map(|(i, _)| i)
        } else {
            self.rows.iter().enumerate().take(self.cursor).rev().find(|(_, r)| is_hit(r)).map(|(i, _)| i)
        };
        self.cursor = to.unwrap_or(self.cursor);
    }

    /// Document and place of the row under the cursor.
    pub fn target(&self) -> Option<(DocId, Option<Span>)> {
        let hits = self.hits.as_ref()?;
        match *self.rows.get(self.cursor)? {
            Row::Document(id, _) => Some((id, None)),
            Row::Hit(d, h) => {
                let document = hits.documents.get(d)?;
                Some((document.id, document.hits.as_ref().and_then(|all| all.get(h)).map(|h| h.span)))
            }
        }
    }

    /// Scrolls so that the cursor is on a screen of `height` rows.
    pub fn clamp(&mut self, height: usize) {
        self.top = follow(self.top, self.cursor, height, self.rows.len());
        // The heading stays with its first hit.
        if height > 1 && self.cursor == self.top && self.top > 0 {
            self.top -= 1;
        }
    }
}
