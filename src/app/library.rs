//! [`Library`]: what is known about the documents of this run: cards of all,
//! texts of the few that are on the screen or near it.

use crate::app::card::Card;
use crate::clean::Memory;
use crate::corpus::{Corpus, DocId, DocKey, Document};
use crate::entity::merge::{Catalogue, Decisions, NameKey, decided};
use crate::entity::{Entity, Names};
use crate::job::keep::{Keep, Kept};
use crate::job::{
    Analysed, Analysis, Arrival, Candidates, Desk, Indexing, Job, Known, KnownArticle, Shelf, Spot, Study,
};
use crate::story::Stories;
use crate::triage::{Status, Triage};
use foldhash::fast::FixedState;
use std::collections::{HashMap, HashSet, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;

/// Bytes of text that are kept in memory; what was found in a text takes
/// about three times as much again.
const TEXT_IN_MEMORY: usize = 384 << 10;

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

/// How far names over the corpus are. They are merged when the reader first
/// asks for them, and from then on kept up to date: most mornings need them
/// never, and they are most of what a large corpus takes of memory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Merging {
    /// Nobody has asked.
    #[default]
    Unasked,
    /// They come as soon as every article was looked at.
    Awaited,
    /// They are being merged.
    Underway,
    /// They are there.
    Done,
}

/// Documents and what was found in them.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// The documents.
    pub corpus: Corpus,
    /// Cards by document.
    pub cards: Vec<Arc<Card>>,
    /// Keys by document.
    pub keys: Vec<DocKey>,
    /// The way to the texts.
    shelf: Arc<Shelf>,
    /// What the reader said of cleaning and claims.
    memory: Arc<Memory>,
    sources: Vec<Arc<str>>,
    /// What the reader had said of each when it was looked at; `None` before.
    studied: Vec<Option<u64>>,
    analysed: usize,
    /// What was found in the texts that are in memory.
    analyses: HashMap<DocId, Arc<Analysis>>,
    /// The texts in memory, the one used last at the end.
    recent: VecDeque<DocId>,
    held: usize,
    /// Documents whose findings could not be read again once.
    lost: HashSet<DocId>,
    /// What the reader had said of documents that went when they were looked
    /// at.
    gone: HashMap<DocId, u64>,
    /// Why a text could not be read again.
    pub troubles: HashMap<DocId, String>,
    /// Names over the corpus as last merged.
    pub catalogue: Arc<Catalogue>,
    /// How far the names over the corpus are.
    pub merging: Merging,
    decisions: Decisions,
    /// Stories, when they are known.
    pub stories: Option<Arc<Stories>>,
    /// What they were made of.
    pub stories_of: u64,
    /// What the stories that are being made are made of.
    pub stories_coming: u64,
    /// The documents that [`Self::stories`] indexes.
    pub story_order: Vec<DocId>,
    story_of: HashMap<DocId, u32, FixedState>,
    story_refs: Vec<(StoryRef, Vec<DocId>)>,
    story_ids: HashMap<String, u32>,
}

impl Library {
    /// Starts with what the catalogue knew.
    pub fn begin(&mut self, known: Known) {
        self.shelf = known.shelf;
        let more = known.articles.len();
        self.corpus.reserve(more);
        self.cards.reserve(more);
        self.keys.reserve(more);
        self.sources.reserve(more);
        self.studied.reserve(more);
        for a in known.articles {
            let KnownArticle { key, card, source, said, found } = a;
            self.add(key, card, source);
            if let (true, Some(studied)) = (found, self.studied.last_mut()) {
                *studied = Some(said);
                self.analysed += 1;
            }
        }
        if let Some((of, stories)) = known.stories {
            let order = self.corpus.ids().collect();
            self.set_stories(order, stories);
            self.stories_of = of;
        }
    }

    fn add(&mut self, key: DocKey, card: Arc<Card>, source: Arc<str>) -> DocId {
        self.cards.push(card);
        self.keys.push(key);
        self.sources.push(source);
        self.studied.push(None);
        self.corpus.push(key)
    }

    /// Adds an article that was read.
    pub fn push(&mut self, arrival: Arrival) -> DocId {
        let Arrival { document, card, source, lines, spot } = arrival;
        self.shelf.count(&source, &lines);
        let shelved = self.shelf.push(spot, None);
        let id = self.add(document.key, card, source);
        debug_assert_eq!(shelved, id);
        if self.held + document.text.len() <= TEXT_IN_MEMORY {
            self.keep_text(id, document);
        }
        id
    }

    /// Takes the same article from another place.
    pub fn moved(&mut self, id: DocId, spot: Spot) {
        if let Some(card) = self.cards.get_mut(id.index()) {
            *card = Arc::new((**card).clone().at(&spot.place));
        }
        self.shelf.moved(id, spot);
        self.troubles.remove(&id);
        self.release(id);
    }

    /// Takes an article out.
    pub fn remove(&mut self, id: DocId) {
        let Some(key) = self.keys.get(id.index()).copied() else { return };
        if !self.corpus.has(id) {
            return;
        }
        self.release(id);
        self.corpus.remove(id, &key);
        self.shelf.remove(id);
        if let Some(said) = self.studied[id.index()].take() {
            self.analysed -= 1;
            self.gone.insert(id, said);
        }
    }

    /// These articles for a query; `triage` where it may ask for what the
    /// reader said. A note on a comparison or a story is one of each of its
    /// articles.
    pub fn candidates(&self, ids: Vec<DocId>, triage: Option<&Triage>) -> Candidates {
        let documents = self.recent.iter().filter_map(|id| Some((*id, self.corpus.get(*id)?.clone()))).collect();
        let mut statuses: HashMap<DocId, Status> = HashMap::new();
        if let Some(triage) = triage {
            let members = |story: &str| self.members(story).into_iter().map(|id| self.keys[id.index()]).collect();
            for (key, status) in triage.articles() {
                statuses.extend(self.corpus.all_by_key(key).map(|id| (id, status.clone())));
            }
            for (key, notes) in triage.shared_notes(&members) {
                for id in self.corpus.all_by_key(&key) {
                    statuses.entry(id).or_default().notes.extend(notes.iter().cloned());
                }
            }
        }
        Candidates { ids, documents, analyses: self.analyses.clone(), statuses }
    }

    /// What jobs need that look at texts.
    pub fn desk(&self, names: &Arc<Names>) -> Desk {
        let (shelf, memory, names) = (self.shelf.clone(), self.memory.clone(), names.clone());
        Desk { shelf, memory, names, ..Desk::default() }
    }

    /// The way to the texts.
    pub fn shelf(&self) -> &Arc<Shelf> {
        &self.shelf
    }

    /// Takes what the reader said of cleaning and claims.
    pub fn remember(&mut self, memory: Memory) {
        if *self.memory != memory {
            self.memory = Arc::new(memory);
        }
    }

    /// What habits of a document's source are remembered under.
    pub fn source(&self, id: DocId) -> Option<&Arc<str>> {
        self.sources.get(id.index())
    }

    /// Takes a text into memory, and what was found in it; those not used for
    /// long go.
    pub fn hold(&mut self, opened: Analysed) {
        self.troubles.remove(&opened.id);
        self.analyses.insert(opened.id, opened.analysis);
        self.keep_text(opened.id, opened.document);
    }

    /// Takes a text into memory in which nothing was looked for yet.
    pub fn keep_text(&mut self, id: DocId, document: Arc<Document>) {
        if !self.corpus.has(id) {
            return;
        }
        match self.corpus.get(id) {
            Some(old) => self.held -= old.text.len().min(self.held),
            None => self.recent.push_back(id),
        }
        self.held += document.text.len();
        self.corpus.hold(id, document);
    }

    /// Lets texts go that were not used for long; `wanted` stay, and are the
    /// ones used last.
    pub fn forget_all_but(&mut self, wanted: &[DocId]) {
        let near: HashSet<DocId> = wanted.iter().copied().collect();
        if self.held > TEXT_IN_MEMORY {
            self.recent.retain(|id| !near.contains(id));
            self.recent.extend(wanted.iter().rev().filter(|id| self.corpus.get(**id).is_some()));
        }
        while self.held > TEXT_IN_MEMORY {
            match self.recent.front().copied() {
                Some(id) if !near.contains(&id) => self.release(id),
                _ => break,
            }
        }
    }

    fn release(&mut self, id: DocId) {
        if let Some(d) = self.corpus.get(id) {
            self.held -= d.text.len().min(self.held);
            self.corpus.release(id);
            self.recent.retain(|r| *r != id);
        }
        self.analyses.remove(&id);
    }

    /// Takes note that a document was looked at. True when lists show it
    /// otherwise than before.
    pub fn study(&mut self, study: Study) -> bool {
        let Study { id, document, card, said } = study;
        if !self.corpus.has(id) {
            return false;
        }
        if self.studied[id.index()].replace(said).is_none() {
            self.analysed += 1;
        }
        if self.corpus.get(id).is_some_and(|held| **held != *document) {
            // What was found in the old form is found again when it is wanted.
            self.analyses.remove(&id);
            self.keep_text(id, document);
        }
        let other = *self.cards[id.index()] != *card;
        if other {
            self.cards[id.index()] = card;
        }
        other
    }

    /// Takes another form of a document; what was found in it has to be found
    /// again. True when it differs from what is shown.
    pub fn replace(&mut self, id: DocId, document: Arc<Document>) -> bool {
        if !self.corpus.has(id) {
            return false;
        }
        let card = Card::of(&document);
        let other = match self.corpus.get(id) {
            Some(old) => **old != *document,
            None => *self.cards[id.index()] != card,
        };
        self.cards[id.index()] = Arc::new(card);
        if self.studied[id.index()].take().is_some() {
            self.analysed -= 1;
        }
        if self.corpus.get(id).is_some() {
            self.keep_text(id, document);
        }
        other
    }

    /// What names over the corpus are merged from: what was found so far, and
    /// the reader's decisions.
    pub fn names(&self) -> Job {
        let found = self.corpus.ids().filter(|id| self.studied[id.index()].is_some());
        Job::Names(self.shelf.clone(), found.map(|id| (id, self.keys[id.index()])).collect(), self.decisions.clone())
    }

    /// What was found in a document whose text is in memory.
    pub fn analysis(&self, id: DocId) -> Option<&Arc<Analysis>> {
        self.analyses.get(&id)
    }

    /// What was found in these documents has to be found again. True when
    /// that is worth trying.
    pub fn lost(&mut self, ids: &[DocId]) -> bool {
        let mut any = false;
        for &id in ids {
            // A disk that does not give back what it took is not tried twice.
            if self.corpus.has(id) && self.lost.insert(id) && self.studied[id.index()].take().is_some() {
                self.analysed -= 1;
                any = true;
            }
        }
        any
    }

    /// How many documents were looked at.
    pub fn analysed(&self) -> usize {
        self.analysed
    }

    /// Documents that nobody has looked at since the reader last said
    /// something of them.
    pub fn unanalysed(&self) -> Vec<DocId> {
        let said = |id: DocId| self.memory.about(&self.sources[id.index()], &self.keys[id.index()]);
        self.corpus.ids().filter(|id| self.studied[id.index()] != Some(said(*id))).collect()
    }

    /// Keys of all documents with what the reader had said of each when it was
    /// looked at.
    pub fn marks(&self) -> impl Iterator<Item = (&DocKey, u64)> + '_ {
        self.corpus.ids().map(|id| (&self.keys[id.index()], self.studied[id.index()].unwrap_or(0)))
    }

    /// The same of one document, which may have gone.
    pub fn mark(&self, id: DocId) -> Option<(&DocKey, u64)> {
        let said = self.studied.get(id.index()).copied().flatten().or_else(|| self.gone.get(&id).copied());
        Some((self.keys.get(id.index())?, said.unwrap_or(0)))
    }

    /// The documents that were looked at, in the order of the corpus.
    pub fn studied(&self) -> Vec<DocId> {
        self.corpus.ids().filter(|id| self.studied[id.index()].is_some()).collect()
    }

    /// What the full-text index is to hold; `None` for a corpus of less than
    /// `fewest` articles, and where nothing is kept.
    pub fn index(&self, names: &Arc<Names>, fewest: usize, writes: bool) -> Option<Job> {
        self.shelf.place()?;
        if self.corpus.len() < fewest && self.shelf.words().is_none() {
            return None;
        }
        let articles = self.corpus.ids().map(|id| (id, self.sources[id.index()].clone())).collect();
        Some(Job::Index(Indexing { desk: self.desk(names), articles, fewest, writes }))
    }

    /// What the catalogue is to keep; `None` when this instance writes none.
    pub fn keep(&self, roots: &[PathBuf]) -> Option<Job> {
        self.shelf.home()?;
        let kept = |id: DocId| {
            let i = id.index();
            Kept {
                id,
                key: self.keys[i],
                card: self.cards[i].clone(),
                source: self.sources[i].clone(),
                said: self.studied[i].unwrap_or(0),
                found: self.studied[i].is_some(),
            }
        };
        let stories = self.stories.as_ref().map(|s| (self.stories_of, self.story_order.clone(), s.clone()));
        let (shelf, articles) = (self.shelf.clone(), self.corpus.ids().map(kept).collect());
        Some(Job::Keep(Keep { shelf, roots: roots.to_vec(), articles, stories }))
    }

    /// Takes new stories.
    pub fn set_stories(&mut self, order: Vec<DocId>, stories: Arc<Stories>) {
        self.story_of.clear();
        self.story_refs.clear();
        self.story_ids.clear();
        for s in stories.stories.iter().filter(|s| s.members.len() > 1) {
            let number = self.story_refs.len() as u32;
            let mut members: Vec<DocId> = s.members.iter().filter_map(|m| order.get(m.index).copied()).collect();
            members.sort_unstable();
            self.story_of.extend(members.iter().map(|id| (*id, number)));
            self.story_ids.insert(s.id.clone(), number);
            let title = crate::text::sanitise::one_line(&s.title);
            self.story_refs.push((StoryRef { id: s.id.clone(), title, size: s.members.len() }, members));
        }
        self.story_order = order;
        self.stories = Some(stories);
    }

    /// The story of a document, when it shares one with others.
    pub fn story(&self, id: DocId) -> Option<&StoryRef> {
        self.story_refs.get(*self.story_of.get(&id)? as usize).map(|(s, _)| s)
    }

    /// The documents of a story, in the order of the corpus.
    pub fn members(&self, story: &str) -> Vec<DocId> {
        let number = self.story_ids.get(story);
        let members = number.and_then(|n| self.story_refs.get(*n as usize));
        members.map_or(Vec::new(), |(_, m)| m.iter().copied().filter(|id| self.corpus.has(*id)).collect())
    }

    /// How many stories have more than one report.
    pub fn story_count(&self) -> usize {
        self.story_refs.len()
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
        self.cards.get(id.index()).map(|c| &**c)
    }
}
