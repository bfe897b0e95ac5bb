//! Taking articles in: the store gives them their numbers, in the order in
//! which they come, and nobody else does.

use crate::clean::{self, recurring};
use crate::corpus::{Card, DocId, Document};
use crate::store::catalogue::{DocumentStore, Location, Origin, Spilled};
use std::collections::HashMap;
use std::sync::Arc;

/// An article that was read and has no number yet.
#[derive(Clone, Debug, PartialEq)]
pub struct NewDocument {
    /// The document, cleaned by itself.
    pub document: Arc<Document>,
    /// What lists show.
    pub card: Arc<Card>,
    /// What habits of its source are remembered under.
    pub source: Arc<str>,
    /// Its lines, to be counted among those of its source.
    pub lines: Vec<u64>,
    /// The way back to it.
    pub location: Location,
    /// Where it waits until somebody looks at it, when memory has enough of them.
    pub spilled: Option<Spilled>,
}

impl NewDocument {
    /// A document that is held, as it stands in no file.
    pub fn held(document: Arc<Document>) -> Self {
        Self {
            card: Arc::new(Card::of(&document)),
            source: clean::source_key(&document).into(),
            lines: recurring::lines(&document),
            location: Location {
                origin: Arc::new(Origin::Gone),
                place: document.place.clone(),
                packed: false,
                extent: None,
                key: document.key,
                held: Some(document.clone()),
            },
            spilled: None,
            document,
        }
    }
}

/// What is to be taken in of what was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intake {
    /// Articles that are new.
    pub documents: Vec<NewDocument>,
    /// The same articles from another place.
    pub moved: Vec<(DocId, Location)>,
    /// Articles that are there no more.
    pub gone: Vec<DocId>,
    /// The reader asked for it.
    pub asked: bool,
}

/// An article that was taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// Its number.
    pub id: DocId,
    /// The document, cleaned by itself.
    pub document: Arc<Document>,
    /// What lists show.
    pub card: Arc<Card>,
    /// What habits of its source are remembered under.
    pub source: Arc<str>,
}

/// What was taken in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TakenIn {
    /// Articles that are new.
    pub documents: Vec<Taken>,
    /// Articles that stand elsewhere now, with the name of the file or record.
    pub moved: Vec<(DocId, String)>,
    /// Articles that are there no more.
    pub gone: Vec<DocId>,
    /// Articles of files of one that hold another text now, each with that.
    pub rewritten: Vec<(DocId, DocId)>,
    /// The reader asked for it.
    pub asked: bool,
}

/// Takes articles into the store.
pub fn take_in(store: &DocumentStore, intake: Intake) -> TakenIn {
    let Intake { documents, moved, gone, asked } = intake;
    let moved = moved.into_iter().map(|(id, location)| {
        let name = Card::name_at(&location.place);
        store.moved(id, location);
        (id, name)
    });
    let moved = moved.collect();
    let places = whole_files(store, &gone);
    gone.iter().for_each(|id| store.remove(*id));
    let mut rewritten = Vec::new();
    let documents = documents.into_iter().map(|new_document| {
        let NewDocument { document, card, source, lines, location, spilled } = new_document;
        let before = places.get(&location.place.path).copied().filter(|_| location.place.entry.is_none());
        if !matches!(*location.origin, Origin::Archive) {
            store.count(&source, &lines);
        }
        let id = store.push(location, source.clone());
        store.offer(id, &document, spilled);
        rewritten.extend(before.map(|before| (before, id)));
        Taken { id, document, card, source }
    });
    let documents = documents.collect();
    TakenIn { documents, moved, gone, rewritten, asked }
}

/// The articles that were all of their file, by its path. Records are not told: the
/// second of a list today may have been its first yesterday.
fn whole_files(store: &DocumentStore, gone: &[DocId]) -> HashMap<Arc<str>, DocId> {
    let places = gone.iter().filter_map(|id| Some((*id, store.location(*id)?.place)));
    places.filter(|(_, place)| place.entry.is_none()).map(|(id, place)| (place.path, id)).collect()
}
