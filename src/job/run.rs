//! From a job to the core function that does it; no logic of its own.

use super::{
    Analysed, Analysis, Candidate, Compared, Cores, DocumentHits, Hits, How, Input, Job, Report, Stop, WhoSays,
};
use crate::corpus::{DocId, Document};
use crate::entity::Names;
use crate::entity::merge::Index;
use crate::ingest::Item;
use crate::notice::Notice;
use crate::search::fuzzy::Finder;
use crate::search::{Layers, NotSearched, Query};
use crate::store::{archives, files};
use crate::story::{self, Side, Signature, StoryInput, coverage};
use crate::{clean, entity, fact, ingest, search};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Documents in one report: small at first, so that the first screen fills at
/// once, then larger, so that lists are rebuilt rarely.
const FIRST_BATCH: usize = 64;
const LARGEST_BATCH: usize = 8192;
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
        Job::Load(inputs, options) => load(&inputs, &options, stop, send),
        Job::Adjust(documents, memory) => adjust(&documents, &memory, send),
        Job::Analyse(documents, names) => analyse(&documents, &names, stop, send),
        Job::Group(documents, options) => {
            let inputs: Vec<_> = documents.iter().map(|(_, a)| StoryInput { signature: &a.signature }).collect();
            let stories = story::group_with(&inputs, &options, &Cores);
            send(Report::Grouped(documents.iter().map(|(d, _)| *d).collect(), Arc::new(stories)));
        }
        Job::Compare(a, b, how, names) => {
            send(Report::Compared(Arc::new(compare(analysed(a, &names), analysed(b, &names), &how))));
        }
        Job::Versus(a, others, options, names) => {
            let id = a.id;
            let all = [a].into_iter().chain(others).collect::<Vec<_>>().into_par_iter();
            let documents: Vec<Analysed> = all.map(|c| analysed(c, &names)).collect();
            let sides: Vec<Side<'_>> = documents.iter().map(side).collect();
            let found = story::versus::versus(&sides, 0, &options);
            send(Report::Versus(id, found.into_iter().map(|v| (documents[v.document].id, v)).collect()));
        }
        Job::Search(query, layers, candidates) => {
            if let Some(hits) = search_all(query, layers, &candidates, stop) {
                send(Report::Found(Arc::new(hits)));
            }
        }
        Job::Passing(purpose, query, candidates) => {
            if let Some(ids) = passing(&query, &candidates, stop) {
                send(Report::Passing(purpose, ids));
            }
        }
        Job::Names(documents, decisions) => {
            let mut index = Index::under(decisions);
            for (id, key, analysis) in &documents {
                if stop.is_set() {
                    return;
                }
                index.add(*id, *key, &analysis.entities);
            }
            send(Report::Names(Arc::new(index.resolve())));
        }
        Job::Name(key, catalogue, decisions, candidates, names) => {
            let read: Vec<Analysed> = candidates.into_par_iter().map(|c| analysed(c, &names)).collect();
            let page = super::name_page(&key, &catalogue, &decisions, &read);
            send(Report::Name(page.map(Arc::new)));
        }
        Job::Goals(names) => {
            let mut finder = Finder::default();
            names.iter().for_each(|n| {
                finder.push(n);
            });
            send(Report::Goals(Arc::new(finder)));
        }
        Job::Matrix(candidates, names) => {
            send(Report::Matrix(Arc::new(who_says(candidates, &names))));
        }
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

fn side(d: &Analysed) -> Side<'_> {
    Side { document: &d.document, entities: &d.analysis.entities, facts: &d.analysis.facts }
}

/// Lays the documents of a story against each other; reprints are one text.
pub fn who_says(candidates: Vec<Candidate>, names: &Names) -> WhoSays {
    let documents: Vec<Analysed> = candidates.into_par_iter().map(|c| analysed(c, names)).collect();
    let sides: Vec<Side<'_>> = documents.iter().map(side).collect();
    let signatures: Vec<&Signature> = documents.iter().map(|d| &d.analysis.signature).collect();
    let coverage = coverage::coverage(&sides, &coverage::reprints(&signatures));
    WhoSays { documents, coverage }
}

pub(super) fn analysed(c: Candidate, names: &Names) -> Analysed {
    let analysis = c.analysis.unwrap_or_else(|| Arc::new(analysis(&c.document, names)));
    Analysed { id: c.id, document: c.document, analysis }
}

/// Searches many documents; `None` when the search was stopped.
fn search_all(query: Arc<Query>, layers: Layers, candidates: &[Candidate], stop: &Stop) -> Option<Hits> {
    let found: Vec<_> = candidates
        .par_iter()
        .map(|c| {
            if stop.is_set() {
                return None;
            }
            let entities = c.analysis.as_ref().map_or(&[][..], |a| &a.entities);
            let article = search::Article { document: &c.document, status: &c.status, entities };
            let scan = search::text::Scan::new(&c.document);
            let answers = search::matches_scanned(&query, &article, layers, &scan);
            let found = scan.find(&query, layers);
            Some((c.id, answers, found))
        })
        .collect();
    let mut hits = Hits { query, documents: Vec::new(), total: 0, not_searched: NotSearched::default() };
    for one in found {
        let (id, answers, found) = one?;
        hits.not_searched.add(&found.not_searched);
        if answers {
            hits.total += found.hits.len();
            hits.documents.push(DocumentHits { id, hits: found.hits });
        }
    }
    Some(hits)
}

/// The documents that answer a query, in the order given; `None` when it was
/// stopped.
fn passing(query: &Query, candidates: &[Candidate], stop: &Stop) -> Option<Vec<DocId>> {
    let answers: Option<Vec<bool>> = candidates
        .par_iter()
        .map(|c| {
            let entities = c.analysis.as_ref().map_or(&[][..], |a| &a.entities);
            let article = search::Article { document: &c.document, status: &c.status, entities };
            (!stop.is_set()).then(|| search::matches(query, &article, Layers::default()))
        })
        .collect();
    let passes = candidates.iter().zip(answers?).filter(|(_, passes)| *passes);
    Some(passes.map(|(c, _)| c.id).collect())
}

/// Names, facts and signature of one document.
pub fn analysis(document: &Document, names: &Names) -> Analysis {
    // What fails on one document is left empty there.
    let entities = catch_unwind(AssertUnwindSafe(|| entity::find(document))).unwrap_or_default();
    let entities = if names.is_empty() { entities } else { names.impose(document, entities) };
    let facts = catch_unwind(AssertUnwindSafe(|| fact::find(document, &entities))).unwrap_or_default();
    let signature = story::signature(document, &entities, &facts);
    Analysis { entities, facts, signature }
}

/// Compares two documents and lays the result out as pairs.
pub fn compare(a: Analysed, b: Analysed, how: &How) -> Compared {
    let comparison = story::compare(side(&a), side(&b), &how.options);
    let comparison = story::pins::pinned(comparison, &how.pins, side(&a), side(&b), &how.options);
    let pairs = story::rows(&comparison, &a.document, &b.document);
    Compared { a, b, comparison, pairs }
}

fn load(inputs: &[Input], options: &ingest::Options, stop: &Stop, send: &mut dyn FnMut(Report)) {
    let limits = archives::Limits::default();
    let mut batch = Batch { size: FIRST_BATCH, sent: 0, waiting: Vec::new(), notices: Vec::new(), files: 0, send };
    for input in inputs {
        let flow = match input {
            Input::Path(path) => {
                let paths = std::slice::from_ref(path);
                archives::visit(paths, &limits, &|| stop.is_set(), &mut |found| match found {
                    files::Found::File { place, reader, .. } => {
                        batch.files += 1;
                        ingest::stream(&place, reader, options, &mut |item| batch.take(item, stop))
                    }
                    files::Found::Problem(notice) => batch.take(Item::Notice(notice), stop),
                })
            }
            Input::Bytes(place, bytes) => {
                batch.files += 1;
                ingest::stream(place, &mut &bytes[..], options, &mut |item| batch.take(item, stop))
            }
        };
        if flow.is_break() {
            return;
        }
    }
    batch.flush();
}

/// Raw documents on their way to being cleaned, several at a time.
struct Batch<'s> {
    size: usize,
    sent: usize,
    waiting: Vec<ingest::RawDocument>,
    notices: Vec<Notice>,
    files: usize,
    send: &'s mut dyn FnMut(Report),
}

impl Batch<'_> {
    fn take(&mut self, item: Item, stop: &Stop) -> ControlFlow<()> {
        match item {
            Item::Document(raw) => self.waiting.push(*raw),
            Item::Notice(notice) => self.notices.push(notice),
        }
        if self.waiting.len() >= self.size {
            self.flush();
            // A quarter more each time: lists are rebuilt a few dozen times,
            // whatever the size of the corpus.
            self.sent += self.size;
            self.size = (self.sent / 4).clamp(FIRST_BATCH, LARGEST_BATCH);
        }
        if stop.is_set() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn flush(&mut self) {
        let raw = std::mem::take(&mut self.waiting);
        let cleaned: Vec<Result<Document, Notice>> = raw.into_par_iter().map(set_aside_if_it_hurts).collect();
        let mut documents = Vec::with_capacity(cleaned.len());
        for one in cleaned {
            match one {
                Ok(d) => documents.push(Arc::new(d)),
                Err(notice) => self.notices.push(notice),
            }
        }
        if !documents.is_empty() || !self.notices.is_empty() {
            let notices = std::mem::take(&mut self.notices);
            (self.send)(Report::Loaded { documents, notices, files: self.files });
        }
    }
}

/// The second pass over cleaned documents, source by source.
fn adjust(documents: &[(DocId, Arc<Document>)], memory: &clean::Memory, send: &mut dyn FnMut(Report)) {
    let mut sources: BTreeMap<String, Vec<&Document>> = BTreeMap::new();
    for (_, d) in documents {
        sources.entry(clean::source_key(d)).or_default().push(d);
    }
    let recurring: BTreeMap<String, clean::recurring::Recurring> =
        sources.into_iter().map(|(source, all)| (source, clean::recurring::find(all))).collect();
    let adjusted = documents.par_iter().map(|(id, d)| {
        let new = clean::adjust(d, recurring.get(&clean::source_key(d)), memory);
        (*id, new.map_or_else(|| d.clone(), Arc::new))
    });
    send(Report::Adjusted(adjusted.collect()));
}

/// Cleans one document; one that makes the cleaner fail is left out with a
/// notice, and the rest goes on.
fn set_aside_if_it_hurts(raw: ingest::RawDocument) -> Result<Document, Notice> {
    let place = raw.place.to_string();
    catch_unwind(AssertUnwindSafe(|| clean::clean(raw))).map_err(|_| {
        Notice::error(place, "could not be cleaned because of an internal error; it was left out.")
            .with_hint("Please report it with the file.")
    })
}

fn analyse(documents: &[(DocId, Arc<Document>)], names: &Names, stop: &Stop, send: &mut dyn FnMut(Report)) {
    let mut rest = documents;
    let mut batch_size = FIRST_BATCH;
    while !rest.is_empty() && !stop.is_set() {
        let (now, later) = rest.split_at(batch_size.min(rest.len()));
        let done: Vec<_> = now.par_iter().map(|(id, d)| (*id, Arc::new(analysis(d, names)))).collect();
        send(Report::Analysed(done));
        rest = later;
        batch_size = (batch_size * 2).min(LARGEST_BATCH);
    }
}
