//! A query over many articles: the full-text index says what it knows, the
//! texts of the others are scanned. What comes out is what a scan of all of
//! them finds.

use super::{Candidate, Desk, DocumentHits, Hits, Stop};
use crate::corpus::{DocId, Document};
use crate::entity::Entity;
use crate::notice::Notice;
use crate::search::query::Term;
use crate::search::{self, Answer, Article, Layers, Query, Scope, matches_told};
use crate::store::catalogue::{Text, Words};
use crate::store::fulltext::{Asked, Found};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Articles below which the index is not asked.
const FEW: usize = 64;
/// Rows of results whose hits are looked up at once, a row for each article
/// and each hit; the others are looked up when they are shown.
const ROWS: usize = 60;

/// Does one thing with every candidate, in the order given: those in memory
/// first, the others as they are read. `None` when it was stopped.
fn over<T: Send>(
    candidates: &[&Candidate],
    desk: &Desk,
    stop: &Stop,
    here: &(dyn Fn(&Candidate, &Document) -> T + Sync),
    read: &(dyn Fn(&Candidate, Result<Text, Notice>) -> T + Sync),
) -> Option<Vec<T>> {
    let mut out: Vec<Option<T>> =
        candidates.par_iter().map(|c| c.document.as_ref().filter(|_| !stop.is_set()).map(|d| here(c, d))).collect();
    let places: HashMap<DocId, usize> =
        candidates.iter().enumerate().filter(|(_, c)| c.document.is_none()).map(|(i, c)| (c.id, i)).collect();
    let missing: Vec<DocId> = candidates.iter().filter(|c| c.document.is_none()).map(|c| c.id).collect();
    let work = |id: DocId, text| {
        if stop.is_set() {
            return None;
        }
        let i = places.get(&id).copied()?;
        Some((i, read(candidates.get(i)?, text)))
    };
    let _ = desk.shelf.each(&missing, &|| stop.is_set(), &work, &mut |some| {
        for (i, one) in some.into_iter().flatten() {
            if let Some(slot) = out.get_mut(i) {
                *slot = Some(one);
            }
        }
        ControlFlow::Continue(())
    });
    if stop.is_set() { None } else { out.into_iter().collect() }
}

/// Asks the index about candidates. `None` when there is none, or it cannot
/// be used any more; the inner one when it was stopped.
fn ask(
    words: &Words,
    query: &Query,
    layers: Layers,
    counted: bool,
    candidates: &[Candidate],
    desk: &Desk,
    stop: &Stop,
) -> Option<Option<Found>> {
    let mut places = vec![u32::MAX; candidates.iter().map(|c| c.id.index() + 1).max().unwrap_or(0)];
    for (i, c) in candidates.iter().enumerate() {
        places[c.id.index()] = i as u32;
    }
    let place = |id: DocId| places.get(id.index()).filter(|i| **i != u32::MAX);
    let candidate = |id: DocId| candidates.get(*place(id)? as usize);
    let names = asks_names(query);
    let decide = |id: DocId, told: &dyn Fn(&Term) -> bool| {
        let c = candidate(id)?;
        let says = |document: &Document, entities: &[Entity]| {
            matches_told(query, &Article { document, status: &c.status, entities }, told)
        };
        if let Some(d) = &c.document {
            return Some(says(d, &known(c, d, names, desk)));
        }
        let (d, entities) = match names {
            true => desk.shelf.claims_and_names(id)?,
            false => (desk.shelf.claims(id)?, Vec::new()),
        };
        Some(says(&d, &entities))
    };
    let within = |id: DocId| place(id).is_some();
    let asked = Asked { query, layers, counted, within: &within, decide: &decide, stop: &|| stop.is_set() };
    // A damaged file may make the reader of the index fail in any way.
    match catch_unwind(AssertUnwindSafe(|| words.snapshot.find(&asked))) {
        Ok(Ok(found)) => Some(found),
        _ => {
            desk.shelf.set_words(None);
            None
        }
    }
}

fn asks_names(query: &Query) -> bool {
    query.asks(|t| matches!(t, Term::Entity(_)))
}

/// The names of an article, when they are asked for.
fn known<'c>(c: &'c Candidate, document: &Document, asked: bool, desk: &Desk) -> Cow<'c, [Entity]> {
    match &c.analysis {
        Some(a) => Cow::Borrowed(&a.entities[..]),
        None if asked => Cow::Owned(desk.entities(c.id, document)),
        None => Cow::Borrowed(&[]),
    }
}

/// Candidates that the index does not answer for.
fn rest<'c>(candidates: &'c [Candidate], words: &Words, found: &Found) -> Vec<&'c Candidate> {
    let unsure: std::collections::HashSet<DocId> = found.unsure.iter().copied().collect();
    candidates.iter().filter(|c| !words.snapshot.holds(c.id) || unsure.contains(&c.id)).collect()
}

/// Searches many articles for one query, and looks up the hits that fill the
/// first screen; `None` when the search was stopped.
pub fn search_one(
    query: Arc<Query>,
    layers: Layers,
    candidates: &[Candidate],
    desk: &Desk,
    stop: &Stop,
) -> Option<Hits> {
    let mut hits = search(&[query], layers, candidates, desk, stop)?.pop()?;
    show_first(&mut hits, desk, stop);
    (!stop.is_set()).then_some(hits)
}

/// Searches many articles for some queries, in one pass over the texts that
/// have to be read; `None` when the search was stopped.
pub fn search(
    queries: &[Arc<Query>],
    layers: Layers,
    candidates: &[Candidate],
    desk: &Desk,
    stop: &Stop,
) -> Option<Vec<Hits>> {
    let words = desk.words().filter(|_| candidates.len() >= FEW);
    let mut told: Vec<Option<Found>> = Vec::with_capacity(queries.len());
    for query in queries {
        told.push(match words.as_ref().and_then(|w| ask(w, query, layers, true, candidates, desk, stop)) {
            Some(found) => Some(found?),
            None => None,
        });
    }
    let all: Vec<&Candidate> = candidates.iter().collect();
    let read: Vec<Vec<&Candidate>> = told
        .iter()
        .map(|found| match (&words, found) {
            (Some(words), Some(found)) => rest(candidates, words, found),
            _ => all.clone(),
        })
        .collect();
    let scanned = scan(queries, layers, &read, candidates, desk, stop)?;
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
    let mut hits = Hits { query, layers, documents, total, exact, not_searched, texts: Vec::new() };
    let Some(told) = told else { return hits };
    hits.not_searched.add(&told.not_searched);
    hits.documents.reserve(told.sure.len());
    for t in told.sure {
        hits.total += t.hits;
        hits.exact += t.exact;
        hits.documents.push(DocumentHits { id: t.id, grade: t.grade, count: t.hits, exact: t.exact, hits: None });
    }
    hits.documents.par_sort_unstable_by_key(|d| (d.grade, std::cmp::Reverse(d.count), d.id));
    hits
}

/// Looks up the hits that fill the first screen.
fn show_first(hits: &mut Hits, desk: &Desk, stop: &Stop) {
    let mut rows = 0;
    let first = hits.documents.iter().take_while(|d| {
        let room = rows < ROWS;
        rows += 1 + d.count;
        room
    });
    let first = first.count();
    let mut found = Vec::new();
    look_up(&[hits], first, desk, stop, &mut |_, i, document, places| found.push((i, document.clone(), places)));
    for (i, document, places) in found {
        let Some(d) = hits.documents.get_mut(i) else { continue };
        if places.len() == d.count {
            d.hits = Some(places);
            hits.texts.push((d.id, document));
        }
    }
}

/// Scans articles, each for the queries that it has to be read for.
fn scan(
    queries: &[Arc<Query>],
    layers: Layers,
    read: &[Vec<&Candidate>],
    candidates: &[Candidate],
    desk: &Desk,
    stop: &Stop,
) -> Option<Vec<search::Hits>> {
    let mut asking: HashMap<DocId, Vec<usize>> = HashMap::new();
    for (q, list) in read.iter().enumerate() {
        list.iter().for_each(|c| asking.entry(c.id).or_default().push(q));
    }
    let all: Vec<&Candidate> = candidates.iter().filter(|c| asking.contains_key(&c.id)).collect();
    let names = queries.iter().any(|q| asks_names(q));
    let one = |c: &Candidate, document: &Document, some: &[usize]| {
        let entities = known(c, document, names, desk);
        let article = Article { document, status: &c.status, entities: &entities };
        let run = |q: usize| (q, search::run(&queries[q], [(c.id, article)], Scope { layers }, &|| stop.is_set()));
        some.iter().map(|q| run(*q)).collect::<Vec<_>>()
    };
    let asking = |c: &Candidate| asking.get(&c.id).map_or(&[][..], |some| some);
    let here = |c: &Candidate, d: &Document| one(c, d, asking(c));
    let from_disk = |c: &Candidate, text: Result<Text, Notice>| {
        let Ok(text) = text else { return Vec::new() };
        let some = desk.may_answer(asking(c).iter().map(|q| (*q, &*queries[*q])), &text);
        if some.is_empty() {
            return Vec::new();
        }
        desk.settle(Ok(text)).map_or_else(|_| Vec::new(), |d| one(c, &d, &some))
    };
    let found = over(&all, desk, stop, &here, &from_disk)?;
    let mut parts: Vec<Vec<search::Hits>> = queries.iter().map(|_| Vec::new()).collect();
    for (q, hits) in found.into_iter().flatten() {
        parts[q].push(hits);
    }
    Some(parts.into_iter().map(search::join).collect())
}

/// The articles that answer a query, in the order given; `None` when it was
/// stopped.
pub fn passing(query: &Query, candidates: &[Candidate], desk: &Desk, stop: &Stop) -> Option<Vec<DocId>> {
    let layers = Layers::default();
    let names = asks_names(query);
    let answers = |c: &Candidate, document: &Document| {
        let entities = known(c, document, names, desk);
        search::matches(query, &Article { document, status: &c.status, entities: &entities }, layers)
    };
    let mut passes: Vec<DocId> = Vec::new();
    if query.asks_text() {
        let words = desk.words().filter(|_| candidates.len() >= FEW);
        let found = match &words {
            Some(words) => match ask(words, query, layers, false, candidates, desk, stop) {
                Some(found) => Some((words, found?)),
                None => None,
            },
            None => None,
        };
        let scanned: Vec<&Candidate> = match &found {
            Some((words, found)) => rest(candidates, words, found),
            None => candidates.iter().collect(),
        };
        let read = |c: &Candidate, text: Result<Text, Notice>| {
            let may = text.as_ref().is_ok_and(|t| !desk.may_answer([(0, query)], t).is_empty());
            may && desk.settle(text).is_ok_and(|d| answers(c, &d))
        };
        let pass = over(&scanned, desk, stop, &answers, &read)?;
        passes.extend(scanned.iter().zip(pass).filter(|(_, p)| *p).map(|(c, _)| c.id));
        passes.extend(found.into_iter().flat_map(|(_, f)| f.sure).map(|t| t.id));
    } else {
        // What is kept of an article says enough; only one that was not
        // looked at yet is read.
        let one = |c: &Candidate| {
            if stop.is_set() {
                return None;
            }
            let says = |d: &Document, entities: &[Entity]| {
                search::matches(query, &Article { document: d, status: &c.status, entities }, layers)
            };
            let kept = || match names {
                true => desk.shelf.claims_and_names(c.id),
                false => desk.shelf.claims(c.id).map(|d| (d, Vec::new())),
            };
            let passes = match &c.document {
                Some(d) => answers(c, d),
                None => match kept() {
                    Some((d, entities)) => says(&d, &entities),
                    None => desk.document(c.id).is_ok_and(|d| answers(c, &d)),
                },
            };
            Some(passes.then_some(c.id))
        };
        let found: Vec<Option<DocId>> = candidates.par_iter().map(one).collect::<Option<_>>()?;
        passes.extend(found.into_iter().flatten());
    }
    let mut passing = vec![false; passes.iter().map(|id| id.index() + 1).max().unwrap_or(0)];
    passes.iter().for_each(|id| passing[id.index()] = true);
    let passes = |id: &DocId| passing.get(id.index()).copied().unwrap_or(false);
    Some(candidates.iter().map(|c| c.id).filter(passes).collect())
}

/// Told of a document in which hits were looked up: which query, which of its
/// documents, the text and the places.
pub type LookedUp<'l> = dyn FnMut(usize, usize, &Arc<Document>, Vec<crate::search::Hit>) + 'l;

/// Looks up the hits of the first `most` documents of each search, reading
/// every text once; `each` hears of them in the order of the articles.
pub fn look_up(searches: &[&Hits], most: usize, desk: &Desk, stop: &Stop, each: &mut LookedUp<'_>) {
    let mut wanted: BTreeMap<DocId, Vec<(usize, usize)>> = BTreeMap::new();
    for (q, hits) in searches.iter().enumerate() {
        for (i, d) in hits.documents.iter().enumerate().take(most) {
            wanted.entry(d.id).or_default().push((q, i));
        }
    }
    let ids: Vec<DocId> = wanted.keys().copied().collect();
    let work = |id: DocId, text: Result<Text, Notice>| {
        let places = wanted.get(&id).filter(|_| !stop.is_set())?;
        let document = desk.settle(text).ok()?;
        let find = |(q, i): &(usize, usize)| {
            let hits = searches[*q];
            let known = hits.documents[*i].hits.clone();
            let found = known.unwrap_or_else(|| search::text::find(&hits.query, &document, hits.layers).hits);
            (*q, *i, found)
        };
        Some((places.iter().map(find).collect::<Vec<_>>(), document))
    };
    let _ = desk.shelf.each(&ids, &|| stop.is_set(), &work, &mut |some| {
        for (found, document) in some.into_iter().flatten() {
            found.into_iter().for_each(|(q, i, places)| each(q, i, &document, places));
        }
        ControlFlow::Continue(())
    });
}
