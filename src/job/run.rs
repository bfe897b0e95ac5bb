//! From a job to the core function that does it; no logic of its own.

use super::{
    Analysed, Analysis, Candidate, Compared, Cores, Desk, DocumentHits, Hits, How, Job, Report, Searched, Stop, Study,
    WhoSays, keep, load,
};
use crate::corpus::{Card, DocId, Document};
use crate::entity::merge::Index;
use crate::entity::{Entity, Names};
use crate::notice::Notice;
use crate::search::fuzzy::Finder;
use crate::search::query::Term;
use crate::search::{Layers, NotSearched, Query};
use crate::store::catalogue::{Shelf, Text};
use crate::story::{self, GroupOptions, Side, Signature, StoryInput, coverage};
use crate::{entity, fact, search};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Findings that are read at once.
const BATCH: usize = 512;
/// What a name mentioned very often gains in a fuzzy search at most.
const MOST_WEIGHT: u8 = 36;
/// Results of a fuzzy search that are kept.
const FIND_LIMIT: usize = 200;

/// Runs a job; a panic becomes a notice, and a last [`Report::Done`] always
/// comes unless the job was stopped.
pub(super) fn caught(job: Job, stop: &Stop, send: &mut dyn FnMut(Report)) {
    let result = catch_unwind(AssertUnwindSafe(|| run(job, stop, send)));
    if let Err(panic) = result {
        let said =
            panic.downcast_ref::<&str>().map(|s| (*s).to_owned()).or_else(|| panic.downcast_ref::<String>().cloned());
        let sentence = format!("Background work stopped with an internal error: {}.", said.unwrap_or_default());
        send(Report::Failed(Notice::error("", crate::text::sanitise::one_line(&sentence))));
    }
    if !stop.is_set() {
        send(Report::Done);
    }
}

fn run(job: Job, stop: &Stop, send: &mut dyn FnMut(Report)) {
    match job {
        Job::Load(job) => load::load(job, stop, send),
        Job::Open(desk, ids) => open(&desk, &ids, stop, send),
        Job::Adjust(desk, ids) => adjust(&desk, &ids, stop, send),
        Job::Analyse(desk, ids) => analyse(&desk, &ids, stop, send),
        Job::Group(shelf, ids, options) => group(&shelf, &ids, &options, stop, send),
        Job::Keep(job) => match keep::keep(&job, stop) {
            Ok(()) => send(Report::Kept),
            Err(notice) => send(Report::Failed(notice)),
        },
        Job::Compare(a, b, how, desk) => {
            let both = desk.analysed(a).and_then(|a| Ok((a, desk.analysed(b)?)));
            send(match both {
                Ok((a, b)) => Report::Compared(Arc::new(compare(a, b, &how))),
                Err(notice) => Report::Failed(notice),
            });
        }
        Job::Versus(a, others, options, desk) => {
            let id = a.id;
            let all = [a].into_iter().chain(others).collect::<Vec<_>>().into_par_iter();
            let found: Result<Vec<Analysed>, Notice> = all.map(|c| desk.analysed(c)).collect();
            let documents = match found {
                Ok(documents) => documents,
                Err(notice) => return send(Report::Failed(notice)),
            };
            let sides: Vec<Side<'_>> = documents.iter().map(side).collect();
            let found = story::versus::versus(&sides, 0, &options);
            send(Report::Versus(id, found.into_iter().map(|v| (documents[v.document].id, v)).collect()));
        }
        Job::Search(query, layers, candidates, desk) => {
            if let Some(hits) = search_all(query, layers, &candidates, &desk, stop) {
                send(Report::Found(Arc::new(hits)));
            }
        }
        Job::Passing(purpose, query, candidates, desk) => {
            if let Some(ids) = passing(&query, &candidates, &desk, stop) {
                send(Report::Passing(purpose, ids));
            }
        }
        Job::Names(shelf, documents, decisions) => {
            let (mut index, mut lost) = (Index::under(decisions), Vec::new());
            for some in documents.chunks(BATCH) {
                if stop.is_set() {
                    return;
                }
                let names: Vec<_> = some.par_iter().map(|(id, _)| shelf.entities(*id)).collect();
                for ((id, key), names) in some.iter().zip(names) {
                    match names {
                        Some(names) => index.add(*id, *key, &names),
                        None => lost.push(*id),
                    }
                }
            }
            if !lost.is_empty() {
                send(Report::Lost(lost));
            }
            send(Report::Names(Arc::new(index.resolve())));
        }
        Job::Name(key, catalogue, decisions, candidates, desk) => {
            // An article that cannot be read any more says nothing of a name.
            let read: Vec<Analysed> = candidates.into_par_iter().filter_map(|c| desk.analysed(c).ok()).collect();
            let page = super::name_page(&key, &catalogue, &decisions, &read);
            send(Report::Name(page.map(Arc::new)));
        }
        Job::Goals(names) => {
            if let Some(finder) = goals(&names, stop) {
                send(Report::Goals(Arc::new(finder)));
            }
        }
        Job::Matrix(candidates, desk) => send(match who_says(candidates, &desk) {
            Ok(said) => Report::Matrix(Arc::new(said)),
            Err(notice) => Report::Failed(notice),
        }),
        Job::Export(rendering, output) => {
            send(Report::HandedOver(super::export::hand_over(&rendering, &output, stop)));
        }
        Job::Find(finder, query) => {
            let results = finder.query(&query, FIND_LIMIT, &|| stop.is_set());
            if !results.cancelled {
                send(Report::Matched(query, Arc::new(results)));
            }
        }
    }
}

/// Makes short strings ready for being searched; `None` when it was stopped.
fn goals(searched: &Searched, stop: &Stop) -> Option<Finder> {
    let mut finder = Finder::default();
    let mut line = String::new();
    for card in &searched.cards {
        line.clear();
        line.push_str(&card.title);
        line.push(' ');
        line.push_str(card.source.as_deref().unwrap_or(searched.unknown));
        finder.push(&line);
        if stop.is_set() {
            return None;
        }
    }
    searched.words.iter().for_each(|w| finder.push(w));
    for e in &searched.catalogue.entities {
        // Three points of the scorer for every doubling: what is mentioned a
        // hundred times gains about what the start of a word is worth.
        let weight = 3 * e.count.max(1).ilog2();
        finder.push_weighted(&e.name, u8::try_from(weight).unwrap_or(u8::MAX).min(MOST_WEIGHT));
    }
    Some(finder)
}

fn side(d: &Analysed) -> Side<'_> {
    Side { document: &d.document, entities: &d.analysis.entities, facts: &d.analysis.facts }
}

/// Lays the documents of a story against each other; reprints are one text.
///
/// # Errors
/// Which of them cannot be read any more.
pub fn who_says(candidates: Vec<Candidate>, desk: &Desk) -> Result<WhoSays, Notice> {
    let documents: Vec<Analysed> = candidates.into_par_iter().map(|c| desk.analysed(c)).collect::<Result<_, _>>()?;
    let sides: Vec<Side<'_>> = documents.iter().map(side).collect();
    let signatures: Vec<&Signature> = documents.iter().map(|d| &d.analysis.signature).collect();
    let coverage = coverage::coverage(&sides, &coverage::reprints(&signatures));
    Ok(WhoSays { documents, coverage })
}

/// Does one thing with every candidate, in the order given: those in memory
/// first, the others as they are read. `None` when it was stopped.
fn over<T: Send>(
    candidates: &[Candidate],
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

/// Searches many documents; `None` when the search was stopped.
fn search_all(query: Arc<Query>, layers: Layers, candidates: &[Candidate], desk: &Desk, stop: &Stop) -> Option<Hits> {
    let names = query.asks(|t| matches!(t, Term::Entity(_)));
    let scanned = |c: &Candidate, document: &Document, entities: &[Entity]| {
        let article = search::Article { document, status: &c.status, entities };
        let scan = search::text::Scan::new(document);
        let answers = search::matches_scanned(&query, &article, layers, &scan);
        (answers, scan.find(&query, layers))
    };
    let here = |c: &Candidate, d: &Document| {
        let known = c.analysis.as_ref().map(|a| Cow::Borrowed(&a.entities[..]));
        let kept = || desk.shelf.entities(c.id).unwrap_or_default();
        let entities = known.unwrap_or_else(|| if names { Cow::Owned(kept()) } else { Cow::Borrowed(&[]) });
        Some(scanned(c, d, &entities))
    };
    let read = |c: &Candidate, text: Result<Text, Notice>| {
        if !desk.may_answer(&query, &text) {
            return None;
        }
        let document = desk.settle(text).ok()?;
        let entities = if names { desk.shelf.entities(c.id).unwrap_or_default() } else { Vec::new() };
        Some(scanned(c, &document, &entities))
    };
    let found = over(candidates, desk, stop, &here, &read)?;
    let mut hits = Hits { query, documents: Vec::new(), total: 0, not_searched: NotSearched::default() };
    for (c, one) in candidates.iter().zip(found) {
        let Some((answers, found)) = one else { continue };
        hits.not_searched.add(&found.not_searched);
        if answers {
            hits.total += found.hits.len();
            hits.documents.push(DocumentHits { id: c.id, hits: found.hits });
        }
    }
    Some(hits)
}

/// The documents that answer a query, in the order given; `None` when it was
/// stopped.
fn passing(query: &Query, candidates: &[Candidate], desk: &Desk, stop: &Stop) -> Option<Vec<DocId>> {
    let names = query.asks(|t| matches!(t, Term::Entity(_)));
    let answers = |c: &Candidate, document: &Document, entities: &[Entity]| {
        let article = search::Article { document, status: &c.status, entities };
        search::matches(query, &article, Layers::default())
    };
    let here = |c: &Candidate, d: &Document| match &c.analysis {
        Some(a) => answers(c, d, &a.entities),
        None if names => answers(c, d, &desk.shelf.entities(c.id).unwrap_or_default()),
        None => answers(c, d, &[]),
    };
    let passes: Vec<bool> = if query.asks_text() {
        let read = |c: &Candidate, text: Result<Text, Notice>| {
            if !desk.may_answer(query, &text) {
                return false;
            }
            desk.settle(text).is_ok_and(|d| here(c, &d))
        };
        over(candidates, desk, stop, &here, &read)?
    } else {
        // What is kept of an article says enough; only one that was not
        // looked at yet is read.
        let one = |c: &Candidate| {
            if stop.is_set() {
                return None;
            }
            Some(match (&c.document, names) {
                (Some(d), _) => here(c, d),
                (None, true) => match desk.shelf.claims_and_names(c.id) {
                    Some((d, entities)) => answers(c, &d, &entities),
                    None => desk.document(c.id).is_ok_and(|d| answers(c, &d, &[])),
                },
                (None, false) => match desk.shelf.claims(c.id) {
                    Some(d) => answers(c, &d, &[]),
                    None => desk.document(c.id).is_ok_and(|d| answers(c, &d, &[])),
                },
            })
        };
        candidates.par_iter().map(one).collect::<Option<_>>()?
    };
    let passes = candidates.iter().zip(passes).filter(|(_, passes)| *passes);
    Some(passes.map(|(c, _)| c.id).collect())
}

/// The names of one document.
pub fn names_in(document: &Document, names: &Names) -> Vec<Entity> {
    // What fails on one document is left empty there.
    let entities = catch_unwind(AssertUnwindSafe(|| entity::find(document))).unwrap_or_default();
    if names.is_empty() { entities } else { names.impose(document, entities) }
}

/// Names, facts and signature of one document.
pub(super) fn analysis(document: &Document, names: &Names) -> Analysis {
    analysis_of(document, names_in(document, names))
}

/// Facts and signature of one document beside its names.
pub fn analysis_of(document: &Document, entities: Vec<Entity>) -> Analysis {
    let facts = catch_unwind(AssertUnwindSafe(|| fact::find(document, &entities))).unwrap_or_default();
    let signature = story::signature(document);
    Analysis { entities, facts, signature }
}

/// Compares two documents and lays the result out as pairs.
pub fn compare(a: Analysed, b: Analysed, how: &How) -> Compared {
    let comparison = story::compare(side(&a), side(&b), &how.options);
    let comparison = story::pins::pinned(comparison, &how.pins, side(&a), side(&b), &how.options);
    let pairs = story::rows(&comparison, &a.document, &b.document);
    Compared { a, b, comparison, pairs }
}

/// Documents for the screen, one report each so that the first is there at
/// once.
fn open(desk: &Desk, ids: &[DocId], stop: &Stop, send: &mut dyn FnMut(Report)) {
    for &id in ids {
        if stop.is_set() {
            return;
        }
        let opened = desk.document(id).map(|document| {
            let analysis = desk.analysis(id, &document);
            Analysed { id, document, analysis }
        });
        send(Report::Opened(vec![(id, opened)]));
    }
}

/// Settles documents anew.
fn adjust(desk: &Desk, ids: &[DocId], stop: &Stop, send: &mut dyn FnMut(Report)) {
    let work = |id: DocId, text: Result<Text, Notice>| Some((id, desk.settle(text).ok()?));
    let _ = desk.shelf.each(ids, &|| stop.is_set(), &work, &mut |some| {
        send(Report::Adjusted(some.into_iter().flatten().collect()));
        ControlFlow::Continue(())
    });
}

/// Looks at documents for what the whole corpus needs of each, and keeps it.
/// Facts are found when a document is opened: they are about half the work,
/// and nothing over the corpus asks for them.
fn analyse(desk: &Desk, ids: &[DocId], stop: &Stop, send: &mut dyn FnMut(Report)) {
    let work = |id: DocId, text: Result<Text, Notice>| {
        if stop.is_set() {
            return None;
        }
        let (document, said) = desk.settle_saying(text).ok()?;
        // One that hurts is set aside; the others go on.
        let entities = names_in(&document, &desk.names);
        let signature = catch_unwind(AssertUnwindSafe(|| story::signature(&document))).ok()?;
        let card = Arc::new(Card::of(&document));
        Some((Study { id, document, card, said }, entities, signature))
    };
    let _ = desk.shelf.each(ids, &|| stop.is_set(), &work, &mut |some| {
        let found: Vec<(Study, Vec<Entity>, Signature)> = some.into_iter().flatten().collect();
        let kept: Vec<_> = found.iter().map(|(s, names, sig)| (s.id, &*s.document, &names[..], sig)).collect();
        desk.shelf.keep(&kept);
        send(Report::Analysed(found.into_iter().map(|(s, ..)| s).collect()));
        ControlFlow::Continue(())
    });
}

fn group(shelf: &Shelf, ids: &[DocId], options: &GroupOptions, stop: &Stop, send: &mut dyn FnMut(Report)) {
    let mut signatures: Vec<(DocId, Signature)> = Vec::with_capacity(ids.len());
    for some in ids.chunks(BATCH) {
        if stop.is_set() {
            return;
        }
        let found: Vec<_> = some.par_iter().map(|id| Some((*id, shelf.found(*id)?.1))).collect();
        signatures.extend(found.into_iter().flatten());
    }
    let inputs: Vec<_> = signatures.iter().map(|(_, signature)| StoryInput { signature }).collect();
    let stories = story::group_with(&inputs, options, &Cores);
    send(Report::Grouped(signatures.iter().map(|(d, _)| *d).collect(), Arc::new(stories)));
}
