//! [`Library`]: what is known about the documents of this run: cards of all,
//! texts of the few that are on the screen or near it.

use crate::app::card::Card;
use crate::clean::Memory;
use crate::corpus::{Corpus, DocId, DocKey, Document, History, Standing, Version};
use crate::entity::merge::{CorpusNames, Decisions, NameKey, decided};
use crate::entity::{Entity, Names};
pub use crate::job::StoryRef;
use crate::job::save_catalogue::{SaveCatalogue, SavedCatalogue};
use crate::job::{
    self, Analysed, Analysis, Annotated, CachedState, Candidates, CardIndex, Effort, StoryBook, StoryList, Taken,
    TextOptions,
};
use crate::triage::{Triage, all_changed, changed_documents};
use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

/// Bytes of text that are kept in memory; what was found in a text takes
/// about three times as much again.
const TEXT_IN_MEMORY: usize = 384 << 10;

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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// The documents.
    pub corpus: Corpus,
    /// What lists show of each, and whether it was looked at.
    cards: CardIndex,
    /// What is found is kept for the next start.
    is_kept: bool,
    /// This instance is the one that writes it down.
    writes: bool,
    /// There may be a full-text index.
    indexed: bool,
    /// What the reader said of cleaning and claims.
    memory: Arc<Memory>,
    /// What was found in the texts that are in memory.
    analyses: HashMap<DocId, Arc<Analysis>>,
    /// The texts in memory, the one used last at the end.
    recent: VecDeque<DocId>,
    held: usize,
    /// Documents whose findings could not be read again once.
    lost: HashSet<DocId>,
    /// Why a text could not be read again.
    pub troubles: HashMap<DocId, String>,
    /// Names over the corpus as last merged.
    pub corpus_names: Arc<CorpusNames>,
    /// How far the names over the corpus are.
    pub merging: Merging,
    decisions: Decisions,
    /// Stories in full, when they are known.
    pub stories: Option<StoryBook>,
    /// What they were made of.
    pub stories_of: u64,
    /// What the stories that are being made are made of.
    pub stories_coming: u64,
    story_list: Arc<StoryList>,
    known: Option<usize>,
}

impl Library {
    /// Starts with what the catalogue knew.
    pub fn begin(&mut self, known: CachedState) {
        (self.is_kept, self.writes) = (known.is_kept, known.writes);
        if let Some(snapshot) = known.snapshot {
            self.corpus.add(snapshot.table().len());
            self.known = Some(snapshot.table().len());
            self.cards = CardIndex::new(snapshot);
        }
        if let Some(stories) = known.stories {
            self.stories_of = stories.of;
            self.set_stories(stories.book, stories.list);
        }
    }

    /// How many articles the catalogue knew: those with later numbers are new
    /// since the last look. `None` when it knew nothing.
    pub fn known_before(&self) -> Option<usize> {
        self.known
    }

    /// Adds an article that was taken in, under the number that it was given.
    pub fn insert(&mut self, article: Taken) {
        let Taken { id, document, card, source } = article;
        self.cards.insert(id, document.key, card, source);
        self.corpus.insert(id);
        self.tell_versions(id, None);
        if self.held + document.text.len() <= TEXT_IN_MEMORY {
            self.keep_text(id, document);
        }
    }

    /// The same article stands in another place, which has this name.
    pub fn moved(&mut self, id: DocId, name: String) {
        if let Some(card) = self.cards.card(id) {
            self.cards.set_card(id, Arc::new(Card { name, ..(*card).clone() }));
        }
        self.troubles.remove(&id);
        self.release(id);
    }

    /// Takes an article out.
    pub fn remove(&mut self, id: DocId) {
        if !self.corpus.has(id) {
            return;
        }
        self.release(id);
        self.corpus.remove(id);
        let before = self.history(id).cloned();
        self.cards.remove(id);
        self.tell_versions(id, before);
    }

    /// The versions of the article that a document is one of, where there are several.
    pub fn history(&self, id: DocId) -> Option<&Arc<History>> {
        self.cards.histories().get(id)
    }

    /// Which version of its article a document is, where there are several.
    pub fn version(&self, id: DocId) -> Option<Version> {
        self.cards.histories().version(id)
    }

    /// True when two documents are different versions of one article.
    pub fn are_versions(&self, a: DocId, b: DocId) -> bool {
        self.history(a).is_some_and(|h| h.place(b).is_some_and(|place| h.place(a) != Some(place)))
    }

    /// True when a newer version of an article is at hand than the one that was
    /// judged, for that one and those that came since.
    pub fn is_changed(&self, id: DocId, triage: &Triage) -> bool {
        let changed = |h: &Arc<History>| changed_documents(triage, h, &|id| self.key(id)).contains(&id);
        self.history(id).is_some_and(changed)
    }

    /// The texts in memory of the versions of an article, and of those that were its
    /// versions before, know which they are.
    fn tell_versions(&mut self, id: DocId, before: Option<Arc<History>>) {
        let now = self.history(id).cloned();
        for (id, _) in before.iter().chain(&now).flat_map(|h| &h.documents) {
            self.tell_version(*id);
        }
    }

    fn tell_version(&mut self, id: DocId) {
        let version = self.version(id);
        if let Some(document) = self.corpus.get(id).filter(|d| d.meta.version != version).cloned() {
            self.keep_text(id, document);
        }
    }

    /// The key of a document.
    pub fn key(&self, id: DocId) -> Option<DocKey> {
        self.cards.key(id)
    }

    /// The keys of all documents, in their order.
    pub fn keys(&self) -> impl Iterator<Item = DocKey> + '_ {
        self.corpus.ids().filter_map(|id| self.cards.key(id))
    }

    /// The first document of a key.
    pub fn by_key(&self, key: &DocKey) -> Option<DocId> {
        self.all_by_key(key).min()
    }

    /// Every document of a key.
    pub fn all_by_key<'l>(&'l self, key: &'l DocKey) -> impl Iterator<Item = DocId> + 'l {
        self.cards.by_key(key).filter(|id| self.corpus.has(*id))
    }

    /// What is known of every document.
    pub fn cards(&self) -> &CardIndex {
        &self.cards
    }

    /// These articles for a query; `triage` where it may ask for what the
    /// reader said. A note on a comparison or a story is one of each of its
    /// articles.
    pub fn candidates(&self, ids: Vec<DocId>, triage: Option<&Triage>) -> Candidates {
        let documents = self.recent.iter().filter_map(|id| Some((*id, self.corpus.get(*id)?.clone()))).collect();
        let (mut statuses, mut shared) = (HashMap::new(), HashMap::new());
        let mut changed = HashSet::new();
        if let Some(triage) = triage {
            changed = all_changed(triage, self.cards.histories(), &|id| self.key(id));
            let members = |story: &str| self.members(story).into_iter().filter_map(|id| self.key(id)).collect();
            for (key, status) in triage.articles() {
                statuses.extend(self.all_by_key(key).map(|id| (id, status.clone())));
            }
            for (key, notes) in triage.shared_notes(&members) {
                for id in self.all_by_key(&key) {
                    shared.insert(id, notes.clone());
                }
            }
        }
        Candidates { ids, documents, analyses: self.analyses.clone(), statuses, shared, changed }
    }

    /// In which light jobs read texts; `names` are those of the settings.
    pub fn text_options(&self, names: &Arc<Names>) -> TextOptions {
        let histories = self.cards.histories().clone();
        TextOptions { memory: self.memory.clone(), names: names.clone(), histories, ..TextOptions::default() }
    }

    /// Takes what the reader said of cleaning and claims.
    pub fn remember(&mut self, memory: Memory) {
        if *self.memory != memory {
            self.memory = Arc::new(memory);
        }
    }

    /// What habits of a document's source are remembered under.
    pub fn source(&self, id: DocId) -> Option<&str> {
        self.cards.source(id)
    }

    /// Takes a text into memory, and what was found in it; those not used for
    /// long go.
    pub fn hold(&mut self, opened: Analysed) {
        self.troubles.remove(&opened.id);
        self.analyses.insert(opened.id, opened.analysis);
        self.keep_text(opened.id, opened.document);
    }

    /// Takes a text into memory in which nothing was looked for yet.
    pub fn keep_text(&mut self, id: DocId, mut document: Arc<Document>) {
        if !self.corpus.has(id) {
            return;
        }
        let version = self.version(id);
        if document.meta.version != version {
            Arc::make_mut(&mut document).meta.version = version;
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
    pub fn annotate(&mut self, annotated: Annotated) -> bool {
        let Annotated { id, document, card, reader_state } = annotated;
        if !self.corpus.has(id) {
            return false;
        }
        self.cards.set_reader_state(id, Some(reader_state));
        if self.corpus.get(id).is_some_and(|held| **held != *document) {
            // What was found in the old form is found again when it is wanted.
            self.analyses.remove(&id);
            self.keep_text(id, document);
        }
        let other = self.cards.card(id).is_none_or(|c| *c != *card);
        if other {
            let before = self.history(id).cloned();
            self.cards.set_card(id, card);
            self.tell_versions(id, before);
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
            None => self.cards.card(id).is_none_or(|c| *c != card),
        };
        let before = self.history(id).cloned();
        self.cards.set_card(id, Arc::new(card));
        self.tell_versions(id, before);
        self.cards.set_reader_state(id, None);
        if self.corpus.get(id).is_some() {
            self.keep_text(id, document);
        }
        other
    }

    /// What names over the corpus are merged from: what was found so far, and
    /// the reader's decisions.
    pub fn names(&self) -> job::Names {
        let found = self.corpus.ids().filter(|id| self.cards.reader_state(*id).is_some());
        let found = found.filter_map(|id| Some((id, self.cards.key(id)?)));
        job::Names { documents: found.collect(), decisions: self.decisions.clone() }
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
            if self.corpus.has(id) && self.lost.insert(id) && self.cards.set_reader_state(id, None).is_some() {
                any = true;
            }
        }
        any
    }

    /// How many documents were looked at.
    pub fn analysed(&self) -> usize {
        self.cards.found()
    }

    /// Documents that nobody has looked at since the reader last said
    /// something of them.
    pub fn unanalysed(&self) -> Vec<DocId> {
        if self.memory.is_empty() && self.cards.is_untouched() {
            return Vec::new();
        }
        let cards = &self.cards;
        let said = |id: DocId| Some(self.memory.about(cards.source(id)?, &cards.key(id)?));
        self.corpus.ids().filter(|id| cards.reader_state(*id) != said(*id)).collect()
    }

    /// The documents that were looked at, in the order of the corpus.
    pub fn studied(&self) -> Vec<DocId> {
        self.corpus.ids().filter(|id| self.cards.reader_state(*id).is_some()).collect()
    }

    /// What the full-text index is to hold; `None` for a corpus of less than
    /// `fewest` articles, and where nothing is kept.
    pub fn index(&mut self, names: &Arc<Names>, fewest: usize, effort: Effort) -> Option<job::Index> {
        if !self.is_kept || self.corpus.len() < fewest && !self.indexed {
            return None;
        }
        self.indexed = true;
        Some(job::Index { texts: self.text_options(names), articles: self.corpus.ids().collect(), fewest, effort })
    }

    /// What the catalogue is to keep; `None` when this instance writes none.
    pub fn save(&self) -> Option<SaveCatalogue> {
        let stories = self.stories.as_ref().map(|book| (self.stories_of, book.clone()));
        let keep = || SaveCatalogue { cards: self.cards.clone(), articles: self.corpus.ids().collect(), stories };
        self.writes.then(keep)
    }

    /// The catalogue was written: what it tells is not kept here as well.
    pub fn saved(&mut self, saved: SavedCatalogue) {
        let SavedCatalogue { snapshot, of } = saved;
        self.cards.rebase(snapshot.clone(), &of.cards);
        let same = |(a, b): (&StoryBook, &(u64, StoryBook))| a.is_the_same_as(&b.1);
        if self.stories.as_ref().zip(of.stories.as_ref()).is_some_and(same) && snapshot.table().head().grouped.is_some()
        {
            self.stories = Some(StoryBook::Kept(snapshot));
        }
    }

    /// Takes new stories.
    pub fn set_stories(&mut self, book: StoryBook, list: Arc<StoryList>) {
        self.story_list = list;
        self.stories = Some(book);
    }

    /// The stories of more than one report.
    pub fn story_list(&self) -> &Arc<StoryList> {
        &self.story_list
    }

    /// Whether it is doubtful that an article belongs to its story.
    pub fn is_doubtful_member(&self, id: DocId) -> bool {
        self.story_list.is_doubtful_member(id)
    }

    /// The story of a document, when it shares one with others.
    pub fn story(&self, id: DocId) -> Option<StoryRef<'_>> {
        self.story_list.get(self.story_list.of_document(id)?)
    }

    /// The documents of a story, in the order of the corpus.
    pub fn members(&self, story: &str) -> Vec<DocId> {
        let number = self.story_list.number(story);
        let members = number.and_then(|n| self.story_list.members_of(n));
        members.map_or(Vec::new(), |m| m.iter().copied().filter(|id| self.corpus.has(*id)).collect())
    }

    /// How many stories have more than one report.
    pub fn story_count(&self) -> usize {
        self.story_list.len()
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

    /// The card of a document; what the newest version takes back is taken back.
    pub fn card(&self, id: DocId) -> Option<Arc<Card>> {
        let mut card = self.cards.card(id)?;
        if self.version(id).is_some_and(|v| v.withdrawn) && card.standing != Standing::Withdrawn {
            Arc::make_mut(&mut card).standing = Standing::Withdrawn;
        }
        Some(card)
    }
}
