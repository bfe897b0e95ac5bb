//! [`Snapshot`]: the index as it stood at one moment, with the way from its
//! documents to the articles of this run.

use super::answer::{self, Asked, Found, Plan};
use super::fields::{FORM, Fields, LINES};
use super::form::Form;
use super::segment::{NONE, Segment, Stored};
use crate::corpus::DocId;
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;
use tantivy::ReloadPolicy;

/// What can be asked.
pub struct Snapshot {
    segments: Vec<Segment>,
    /// By article: whether it is here, in the form that was asked for.
    held: Vec<bool>,
    count: usize,
    dead: usize,
}

impl std::fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Snapshot").field("segments", &self.segments.len()).field("held", &self.count).finish()
    }
}

impl Snapshot {
    /// The index as it stands now, for articles in these forms.
    pub(super) fn of(index: &tantivy::Index, forms: &[(DocId, Form)]) -> tantivy::Result<Self> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let fields = Fields::new();
        let mut segments = Vec::new();
        for s in reader.searcher().segment_readers() {
            let (form, lines) = (s.fast_fields().u64(FORM)?, s.fast_fields().u64(LINES)?);
            let all = |c: &tantivy::columnar::Column<u64>| {
                (0..s.max_doc()).map(|d| c.first(d).unwrap_or_default()).collect::<Vec<u64>>()
            };
            let words = fields.words.iter().map(|f| s.inverted_index(*f)).collect::<tantivy::Result<_>>()?;
            segments.push(Arc::new(Stored { words, lines: all(&lines), forms: all(&form) }));
        }
        Ok(Self::point(segments, forms))
    }

    /// The same for articles in other forms.
    #[must_use]
    pub fn pointed(&self, forms: &[(DocId, Form)]) -> Self {
        Self::point(self.segments.iter().map(|s| s.stored.clone()).collect(), forms)
    }

    /// Points the documents to the articles in these forms.
    fn point(segments: Vec<Arc<Stored>>, forms: &[(DocId, Form)]) -> Self {
        let all: usize = segments.iter().map(|s| s.forms.len()).sum();
        // Of documents in the same form any is as good as the other.
        let mut places: HashMap<u64, (u32, u32)> = HashMap::with_capacity(all);
        let unpointed = |(i, stored): (usize, Arc<Stored>)| {
            places.extend(stored.forms.iter().enumerate().map(|(n, f)| (*f, (i as u32, n as u32))));
            Segment { documents: vec![NONE; stored.forms.len()], stored }
        };
        let mut segments: Vec<Segment> = segments.into_iter().enumerate().map(unpointed).collect();
        let mut held = vec![false; forms.iter().map(|(id, _)| id.index() + 1).max().unwrap_or(0)];
        let mut count = 0;
        for (id, form) in forms {
            let Some(&(segment, n)) = places.get(&form.0) else { continue };
            let place = segments.get_mut(segment as usize).and_then(|s| s.documents.get_mut(n as usize));
            // One document stands for one article.
            if let Some(place) = place.filter(|p| **p == NONE) {
                *place = id.0;
                held[id.index()] = true;
                count += 1;
            }
        }
        Self { segments, held, count, dead: all - count }
    }

    /// True when the article is in the index, as it is now.
    pub fn holds(&self, id: DocId) -> bool {
        self.held.get(id.index()).copied().unwrap_or(false)
    }

    /// How many articles it holds.
    pub fn len(&self) -> usize {
        self.count
    }

    /// True when it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Documents that are no articles of this run any more.
    pub fn dead(&self) -> usize {
        self.dead
    }

    /// What the index says of a query, on all cores; `None` when it was
    /// stopped.
    ///
    /// # Errors
    /// What is wrong with the index, in one sentence.
    pub fn find(&self, asked: &Asked<'_>) -> Result<Option<Found>, String> {
        let plan = Plan::of(asked.query, asked.counted);
        let parts: Vec<Option<Found>> = self
            .segments
            .par_iter()
            .map(|s| answer::segment(s, &plan, asked))
            .collect::<tantivy::Result<_>>()
            .map_err(|e| crate::text::sanitise::one_line(&e.to_string()))?;
        let Some(parts) = parts.into_iter().collect::<Option<Vec<Found>>>() else { return Ok(None) };
        let mut all = Found::default();
        for part in parts {
            all.sure.extend(part.sure);
            all.unsure.extend(part.unsure);
            all.not_searched.add(&part.not_searched);
        }
        Ok(Some(all))
    }
}
