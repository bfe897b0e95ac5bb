//! A query over many articles: the full-text index says what it knows, the
//! texts of the others are scanned. What comes out is what a scan of all of
//! them finds.

use super::candidate::Candidates;
use super::stop::Stop;
use super::text_access::TextAccess;
use crate::corpus::{DocId, Document};
use crate::entity::Entity;
use crate::notice::Notice;
use crate::search::query::Term;
use crate::search::{self, Answer, Grade, Hit, Layers, NotSearched, Query, Scope, matches_told};
use crate::store::catalogue::{Text, Words};
use crate::store::fulltext::{Asked, Found};
use rayon::prelude::*;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::{ControlFlow, Range};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Articles below which the index is not asked.
const FEW: usize = 64;
/// Rows of results whose hits are looked up at once, a row for each article
/// and each hit; the others are looked up when they are shown.
const ROWS: usize = 60;

/// Hits in one document.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentHits {
    /// The document.
    pub id: DocId,
    /// How good it answers.
    pub grade: Grade,
    /// How many hits there are; none when only its claims or verdicts answer
    /// the query.
    pub count: usize,
    /// Of these, the ones in the words' own form.
    pub exact: usize,
    /// The hits in order; `None` until the text was looked at.
    pub hits: Option<Vec<Hit>>,
}

/// Hits of a search over many documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Hits {
    /// The query.
    pub query: Arc<Query>,
    /// In which layers.
    pub layers: Layers,
    /// Documents that answer it, best first.
    pub documents: Vec<DocumentHits>,
    /// Hits in all of them.
    pub total: usize,
    /// Of these, the ones in the words' own form.
    pub exact: usize,
    /// What was not searched.
    pub not_searched: NotSearched,
    /// What was perhaps meant, where nothing was found.
    pub suggestion: Option<Suggestion>,
    /// The texts of the first documents, in which the hits were looked up.
    pub texts: Vec<(DocId, Arc<Document>)>,
}

/// A query near one that finds nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// How many places it finds.
    pub hits: usize,
    /// As it is typed.
    pub query: String,
}

/// Does one thing with every article, in the order given: those in memory
/// first, the others as they are read. `None` when it was stopped.
fn over<T: Send>(
    ids: &[DocId],
    candidates: &Candidates,
    texts: &TextAccess,
    stop: &Stop,
    here: &(dyn Fn(DocId, &Document) -> T + Sync),
    read: &(dyn Fn(DocId, Result<Text, Notice>) -> T + Sync),
) -> Option<Vec<T>> {
    let at_hand = |id: &DocId| candidates.documents.get(id).filter(|_| !stop.is_set());
    let counter = stop.counter(ids.len());
    let here = |id: &DocId| {
        let done = here(*id, at_hand(id)?);
        counter.one();
        Some(done)
    };
    let mut out: Vec<Option<T>> = ids.par_iter().map(here).collect();
    let missing = || ids.iter().enumerate().filter(|(_, id)| !candidates.documents.contains_key(id));
    let places: HashMap<DocId, usize> = missing().map(|(i, id)| (*id, i)).collect();
    let missing: Vec<DocId> = missing().map(|(_, id)| *id).collect();
    let work = |id: DocId, text| {
        if stop.is_set() {
            return None;
        }
        let done = read(id, text);
        counter.one();
        Some((places.get(&id).copied()?, done))
    };
    let _ = texts.store.each(&missing, &|| stop.is_set(), &work, &mut |some| {
        for (i, one) in some.into_iter().flatten() {
            if let Some(slot) = out.get_mut(i) {
                *slot = Some(one);
            }
        }
        ControlFlow::Continue(())
    });
    if stop.is_set() { None } else { out.into_iter().collect() }
}

/// Which articles are among some, by their numbers.
struct Among(Vec<bool>);

impl Among {
    fn new(ids: &[DocId]) -> Self {
        let mut among = vec![false; ids.iter().map(|id| id.index() + 1).max().unwrap_or(0)];
        ids.iter().for_each(|id| among[id.index()] = true);
        Self(among)
    }

    fn has(&self, id: DocId) -> bool {
        self.0.get(id.index()).copied().unwrap_or(false)
    }
}

/// Asks the index about candidates. `None` when there is none, or it cannot
/// be used any more; the inner one when it was stopped.
fn ask(
    words: &Words,
    query: &Query,
    layers: Layers,
    counted: bool,
    candidates: &Candidates,
    texts: &TextAccess,
    stop: &Stop,
) -> Option<Option<Found>> {
    let among = Among::new(&candidates.ids);
    let names = asks_names(query);
    let decide = |id: DocId, told: &dyn Fn(&Term) -> bool| {
        let says = |document: &Document, entities: &[Entity]| {
            matches_told(query, &candidates.article(id, document, entities), told)
        };
        if let Some(d) = candidates.documents.get(&id) {
            return Some(says(d, &known(candidates, id, d, names, texts)));
        }
        let (d, entities) = match names {
            true => texts.claims_and_names(id)?,
            false => (texts.claims(id)?, Vec::new()),
        };
        Some(says(&d, &entities))
    };
    let within = |id: DocId| among.has(id);
    let asked = Asked { query, layers, counted, within: &within, decide: &decide, stop: &|| stop.is_set() };
    // A damaged file may make the reader of the index fail in any way.
    match catch_unwind(AssertUnwindSafe(|| words.snapshot.find(&asked))) {
        Ok(Ok(found)) => Some(found),
        _ => {
            texts.store.set_words(None);
            None
        }
    }
}

fn asks_names(query: &Query) -> bool {
    query.asks(|t| matches!(t, Term::Entity(_)))
}

/// The names of an article, when they are asked for.
fn known<'c>(
    candidates: &'c Candidates,
    id: DocId,
    document: &Document,
    asked: bool,
    texts: &TextAccess,
) -> Cow<'c, [Entity]> {
    match candidates.analyses.get(&id) {
        Some(a) => Cow::Borrowed(&a.entities[..]),
        None if asked => Cow::Owned(texts.entities(id, document)),
        None => Cow::Borrowed(&[]),
    }
}

/// Candidates that the index does not answer for.
fn rest(candidates: &Candidates, words: &Words, found: &Found) -> Vec<DocId> {
    let unsure = Among::new(&found.unsure);
    let open = |id: &DocId| !words.snapshot.holds(*id) || unsure.has(*id);
    candidates.ids.iter().copied().filter(open).collect()
}

/// Searches many articles for one query, and looks up the hits that fill the
/// first screen; `None` when the search was stopped.
pub fn search_one(
    query: Arc<Query>,
    layers: Layers,
    candidates: &Candidates,
    texts: &TextAccess,
    stop: &Stop,
) -> Option<Hits> {
    let mut hits = search(&[query], layers, candidates, texts, stop)?.pop()?;
    show_first(&mut hits, texts, stop);
    (!stop.is_set()).then_some(hits)
}

/// Searches many articles for some queries, in one pass over the texts that
/// have to be read; `None` when the search was stopped.
pub fn search(
    queries: &[Arc<Query>],
    layers: Layers,
    candidates: &Candidates,
    texts: &TextAccess,
    stop: &Stop,
) -> Option<Vec<Hits>> {
    let words = texts.word_index().filter(|_| candidates.len() >= FEW);
    let mut told: Vec<Option<Found>> = Vec::with_capacity(queries.len());
    for query in queries {
        told.push(match words.as_ref().and_then(|w| ask(w, query, layers, true, candidates, texts, stop)) {
            Some(found) => Some(found?),
            None => None,
        });
    }
    let read: Vec<Vec<DocId>> = told
        .iter()
        .map(|found| match (&words, found) {
            (Some(words), Some(found)) => rest(candidates, words, found),
            _ => candidates.ids.clone(),
        })
        .collect();
    let scanned = scan(queries, layers, &read, candidates, texts, stop)?;
    let joined = queries.iter().zip(told).zip(scanned);
    Some(joined.map(|((query, told), scanned)| together(query.clone(), layers, told, scanned)).collect())
}

/// What the index says and what the scan found as one.
fn together(query: Arc<Query>, layers: Layers, told: Option<Found>, scanned: search::Hits) -> Hits {
    let search::Hits { answers, total, exact, not_searched, .. } = scanned;
    let whole = |Answer { id, grade, hits }: Answer| DocumentHits {
        id,
        grade,
        count: hits.len(),
        exact: hits.iter().filter(|h| h.exact).count(),
        hits: Some(hits),
    };
    let documents = answers.into_iter().map(whole).collect();
    let mut hits = Hits { query, layers, documents, total, exact, not_searched, suggestion: None, texts: Vec::new() };
    let Some(told) = told else { return hits };
    hits.not_searched.add(&told.not_searched);
    for t in &told.sure {
        hits.total += t.hits;
        hits.exact += t.exact;
    }
    // A word may stand in every article: numbers are sorted, not documents, and
    // each number holds the article that it stands for.
    let scanned = hits.documents.iter().map(|d| rank(d.grade, d.count, d.id));
    let mut order: Vec<u64> = scanned.chain(told.sure.iter().map(|t| rank(t.grade, t.hits, t.id))).collect();
    order.sort_unstable();
    let article = |rank: u64| (rank & u64::from(u32::MAX)) as usize;
    let mut places = vec![u32::MAX; order.iter().map(|r| article(*r) + 1).max().unwrap_or(0)];
    told.sure.iter().zip(0..).for_each(|(t, at)| places[t.id.index()] = at);
    let mut scanned: HashMap<DocId, DocumentHits> = hits.documents.drain(..).map(|d| (d.id, d)).collect();
    let document = |rank: u64| match told.sure.get(places[article(rank)] as usize) {
        Some(t) => Some(DocumentHits { id: t.id, grade: t.grade, count: t.hits, exact: t.exact, hits: None }),
        None => scanned.remove(&DocId(article(rank) as u32)),
    };
    hits.documents = order.into_iter().filter_map(document).collect();
    hits
}

/// A number that is less for what comes before: the better grade, the more
/// hits, the earlier article.
fn rank(grade: Grade, hits: usize, id: DocId) -> u64 {
    const MOST: u64 = (1 << 30) - 1;
    (grade as u64) << 62 | (MOST - (hits as u64).min(MOST)) << 32 | u64::from(id.0)
}

/// Looks up the hits that fill the first screen.
fn show_first(hits: &mut Hits, texts: &TextAccess, stop: &Stop) {
    let mut rows = 0;
    let first = hits.documents.iter().take_while(|d| {
        let room = rows < ROWS;
        rows += 1 + d.count;
        room
    });
    let first = first.count();
    let mut found = Vec::new();
    look_up(&[hits], 0..first, texts, stop, &mut |_, i, document, places| {
        // Those that are known stay where they are.
        let (count, places) = match places {
            Cow::Borrowed(known) => (known.len(), None),
            Cow::Owned(places) => (places.len(), Some(places)),
        };
        found.push((i, document.clone(), count, places));
    });
    for (i, document, count, places) in found {
        let Some(d) = hits.documents.get_mut(i) else { continue };
        if count == d.count {
            d.hits = places.or(d.hits.take());
            hits.texts.push((d.id, document));
        }
    }
}

/// Scans articles, each for the queries that it has to be read for.
fn scan(
    queries: &[Arc<Query>],
    layers: Layers,
    read: &[Vec<DocId>],
    candidates: &Candidates,
    texts: &TextAccess,
    stop: &Stop,
) -> Option<Vec<search::Hits>> {
    let mut asking: HashMap<DocId, Vec<usize>> = HashMap::new();
    for (q, list) in read.iter().enumerate() {
        list.iter().for_each(|id| asking.entry(*id).or_default().push(q));
    }
    let all: Vec<DocId> = match asking.len() {
        0 => Vec::new(),
        _ => candidates.ids.iter().copied().filter(|id| asking.contains_key(id)).collect(),
    };
    let names = queries.iter().any(|q| asks_names(q));
    let one = |id: DocId, document: &Document, some: &[usize]| {
        let entities = known(candidates, id, document, names, texts);
        let article = candidates.article(id, document, &entities);
        let run = |q: usize| (q, search::run(&queries[q], [(id, article)], Scope { layers }, &|| stop.is_set()));
        some.iter().map(|q| run(*q)).collect::<Vec<_>>()
    };
    let asking = |id: DocId| asking.get(&id).map_or(&[][..], |some| some);
    let here = |id: DocId, d: &Document| one(id, d, asking(id));
    let from_disk = |id: DocId, text: Result<Text, Notice>| {
        let Ok(text) = text else { return Vec::new() };
        let some = texts.may_answer(asking(id).iter().map(|q| (*q, &*queries[*q])), &text);
        if some.is_empty() {
            return Vec::new();
        }
        texts.finalize(id, Ok(text)).map_or_else(|_| Vec::new(), |d| one(id, &d, &some))
    };
    let found = over(&all, candidates, texts, stop, &here, &from_disk)?;
    let mut parts: Vec<Vec<search::Hits>> = queries.iter().map(|_| Vec::new()).collect();
    for (q, hits) in found.into_iter().flatten() {
        parts[q].push(hits);
    }
    Some(parts.into_iter().map(search::join).collect())
}

/// The articles that answer a query, in the order given; `None` when it was
/// stopped.
pub fn passing(query: &Query, candidates: &Candidates, texts: &TextAccess, stop: &Stop) -> Option<Vec<DocId>> {
    let layers = Layers::default();
    let names = asks_names(query);
    let answers = |id: DocId, document: &Document| {
        let entities = known(candidates, id, document, names, texts);
        search::matches(query, &candidates.article(id, document, &entities), layers)
    };
    let mut passes: Vec<DocId> = Vec::new();
    if query.asks_text() {
        let words = texts.word_index().filter(|_| candidates.len() >= FEW);
        let found = match &words {
            Some(words) => match ask(words, query, layers, false, candidates, texts, stop) {
                Some(found) => Some((words, found?)),
                None => None,
            },
            None => None,
        };
        let scanned: Vec<DocId> = match &found {
            Some((words, found)) => rest(candidates, words, found),
            None => candidates.ids.clone(),
        };
        let read = |id: DocId, text: Result<Text, Notice>| {
            let may = text.as_ref().is_ok_and(|t| !texts.may_answer([(0, query)], t).is_empty());
            may && texts.finalize(id, text).is_ok_and(|d| answers(id, &d))
        };
        let pass = over(&scanned, candidates, texts, stop, &answers, &read)?;
        passes.extend(scanned.iter().zip(pass).filter(|(_, p)| *p).map(|(id, _)| *id));
        passes.extend(found.into_iter().flat_map(|(_, f)| f.sure).map(|t| t.id));
    } else {
        // What is kept of an article says enough; only one that was not
        // looked at yet is read.
        let counter = stop.counter(candidates.len());
        let one = |id: &DocId| {
            if stop.is_set() {
                return None;
            }
            let id = *id;
            counter.one();
            let says = |d: &Document, entities: &[Entity]| {
                search::matches(query, &candidates.article(id, d, entities), layers)
            };
            let kept = || match names {
                true => texts.claims_and_names(id),
                false => texts.claims(id).map(|d| (d, Vec::new())),
            };
            let passes = match (candidates.told(query, id), candidates.documents.get(&id)) {
                (Some(told), _) => told,
                (None, Some(d)) => answers(id, d),
                (None, None) => match kept() {
                    Some((d, entities)) => says(&d, &entities),
                    None => texts.document(id).is_ok_and(|d| answers(id, &d)),
                },
            };
            Some(passes.then_some(id))
        };
        let found: Vec<Option<DocId>> = candidates.ids.par_iter().map(one).collect::<Option<_>>()?;
        passes.extend(found.into_iter().flatten());
    }
    let passing = Among::new(&passes);
    Some(candidates.ids.iter().copied().filter(|id| passing.has(*id)).collect())
}

/// Told of a document in which hits were looked up: which query, which of its
/// documents, the text and the places.
pub type LookedUp<'l> = dyn FnMut(usize, usize, &Arc<Document>, Cow<'_, [Hit]>) + 'l;

/// Looks up the hits of some documents of each search, by their places in its
/// order, reading every text once; `each` hears of them in the order of the
/// articles.
pub fn look_up(searches: &[&Hits], which: Range<usize>, texts: &TextAccess, stop: &Stop, each: &mut LookedUp<'_>) {
    let mut wanted: BTreeMap<DocId, Vec<(usize, usize)>> = BTreeMap::new();
    for (q, hits) in searches.iter().enumerate() {
        for (i, d) in hits.documents.iter().enumerate().take(which.end).skip(which.start) {
            wanted.entry(d.id).or_default().push((q, i));
        }
    }
    let ids: Vec<DocId> = wanted.keys().copied().collect();
    let work = |id: DocId, text: Result<Text, Notice>| {
        let places = wanted.get(&id).filter(|_| !stop.is_set())?;
        let document = texts.finalize(id, text).ok()?;
        let find = |(q, i): &(usize, usize)| {
            let hits = searches[*q];
            let found = match &hits.documents[*i].hits {
                Some(known) => Cow::Borrowed(&known[..]),
                None => Cow::Owned(search::text::find(&hits.query, &document, hits.layers).hits),
            };
            (*q, *i, found)
        };
        Some((places.iter().map(find).collect::<Vec<_>>(), document))
    };
    let _ = texts.store.each(&ids, &|| stop.is_set(), &work, &mut |some| {
        for (found, document) in some.into_iter().flatten() {
            found.into_iter().for_each(|(q, i, places)| each(q, i, &document, places));
        }
        ControlFlow::Continue(())
    });
}
