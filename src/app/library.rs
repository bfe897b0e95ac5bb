//! [`Library`]: the corpus with all that is known about its documents in
//! this run.

use crate::app::card::Card;
use crate::corpus::{Corpus, DocId, DocKey, Document};
use crate::entity::Entity;
use crate::entity::merge::{Catalogue, Decisions, NameKey, decided};
use crate::job::{Analysed, Analysis, Job};
use crate::story::Stories;
use std::collections::HashMap;
use std::sync::Arc;

/// A story as the list shows it.
#[derive(Clone, Debug, Default)]
pub struct StoryRef {
    /// Lasting identity.
    pub id: String,
    /// Title of its central report.
    pub title: String,
    /// How many documents it has.
    pub size: usize,
}

/// Documents and what was found in them.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// The documents.
    pub corpus: Corpus,
    /// Cards by document.
    pub cards: Vec<Card>,
    /// Keys by document.
    pub keys: Vec<DocKey>,
    /// Documents as they were cleaned, where another form took their place.
    pristine: HashMap<DocId, Arc<Document>>,
    analyses: Vec<Option<Arc<Analysis>>>,
    analysed: usize,
    /// Names over the corpus as last merged.
    pub catalogue: Arc<Catalogue>,
    decisions: Decisions,
    /// Stories, when they are known.
    pub stories: Option<Arc<Stories>>,
    /// The documents that [`Self::stories`] indexes.
    pub story_order: Vec<DocId>,
    story_of: HashMap<DocId, StoryRef>,
}

impl Library {
    /// Adds a document.
    pub fn push(&mut self, document: Arc<Document>) -> DocId {
        self.cards.push(Card::of(&document));
        self.keys.push(document.key);
        self.analyses.push(None);
        self.corpus.push(document)
    }

    /// The document as it was cleaned, before the second pass and the
    /// reader's decisions.
    pub fn pristine(&self, id: DocId) -> Option<&Arc<Document>> {
        self.pristine.get(&id).or_else(|| self.corpus.get(id))
    }

    /// Puts another form of a document in its place; what was found in it has
    /// to be found again.
    pub fn replace(&mut self, id: DocId, document: Arc<Document>) {
        let Some(old) = self.corpus.get(id).cloned() else { return };
        self.pristine.entry(id).or_insert(old);
        self.cards[id.index()] = Card::of(&document);
        self.corpus.replace(id, document);
        if self.analyses[id.index()].take().is_some() {
            self.analysed -= 1;
        }
    }

    /// What names over the corpus are merged from: what was found so far, and
    /// the reader's decisions.
    pub fn names(&self) -> Job {
        let found = self.analyses.iter().zip(&self.keys).enumerate();
        let found = found.filter_map(|(i, (a, key))| Some((DocId(i as u32), *key, a.clone()?)));
        Job::Names(found.collect(), self.decisions.clone())
    }

    /// Keeps what was found in a document.
    pub fn set_analysis(&mut self, id: DocId, analysis: Arc<Analysis>) {
        let Some(slot) = self.analyses.get_mut(id.index()) else { return };
        if slot.is_none() {
            self.analysed += 1;
        }
        *slot = Some(analysis);
    }

    /// What was found in a document, once it was looked at.
    pub fn analysis(&self, id: DocId) -> Option<&Arc<Analysis>> {
        self.analyses.get(id.index())?.as_ref()
    }

    /// A document with what was found in it.
    pub fn with_analysis(&self, id: DocId) -> Option<Analysed> {
        let document = self.corpus.get(id)?.clone();
        Some(Analysed { id, document, analysis: self.analysis(id)?.clone() })
    }

    /// How many documents were looked at.
    pub fn analysed(&self) -> usize {
        self.analysed
    }

    /// Documents that nobody has looked at yet.
    pub fn unanalysed(&self) -> Vec<(DocId, Arc<Document>)> {
        self.corpus
            .iter()
            .filter(|(id, _)| self.analyses[id.index()].is_none())
            .map(|(id, d)| (id, d.clone()))
            .collect()
    }

    /// Everything that grouping needs, in the order of the corpus.
    pub fn signatures(&self) -> Vec<(DocId, Arc<Analysis>)> {
        self.corpus.iter().filter_map(|(id, _)| self.analysis(id).map(|a| (id, a.clone()))).collect()
    }

    /// Takes new stories.
    pub fn set_stories(&mut self, order: Vec<DocId>, stories: Arc<Stories>) {
        self.story_of.clear();
        for s in stories.stories.iter().filter(|s| s.members.len() > 1) {
            for m in &s.members {
                let Some(&id) = order.get(m.index) else { continue };
                let title = crate::text::sanitise::one_line(&s.title);
                self.story_of.insert(id, StoryRef { id: s.id.clone(), title, size: s.members.len() });
            }
        }
        self.story_order = order;
        self.stories = Some(stories);
    }

    /// The story of a document, when it shares one with others.
    pub fn story(&self, id: DocId) -> Option<&StoryRef> {
        self.story_of.get(&id)
    }

    /// The documents of a story, in the order of the corpus.
    pub fn members(&self, story: &str) -> Vec<DocId> {
        let mut ids: Vec<DocId> = self.story_of.iter().filter(|(_, s)| s.id == story).map(|(d, _)| *d).collect();
        ids.sort_unstable();
        ids
    }

    /// How many stories have more than one report.
    pub fn story_count(&self) -> usize {
        self.stories.as_ref().map_or(0, |s| s.stories.iter().filter(|s| s.members.len() > 1).count())
    }

    /// Takes the reader's decisions about names. True when they are others.
    pub fn decide(&mut self, decisions: Decisions) -> bool {
        let others = self.decisions != decisions;
        self.decisions = decisions;
        others
    }

    /// What the reader decided about names.
    pub fn decisions(&self) -> &Decisions {
        &self.decisions
    }

    /// The names of a document as the reader decided, once it was looked at.
    pub fn names_in(&self, id: DocId) -> Option<Arc<[Entity]>> {
        let text = &self.corpus.get(id)?.text;
        Some(decided(text, &self.analysis(id)?.entities, &self.decisions).into())
    }

    /// True when the reader said that this is not a name.
    pub fn is_hidden(&self, entity: &Entity) -> bool {
        !self.decisions.hidden.is_empty() && self.decisions.hidden.contains(&NameKey::new(entity.kind, &entity.name))
    }

    /// The card of a document.
    pub fn card(&self, id: DocId) -> Option<&Card> {
        self.cards.get(id.index())
    }
}
