//! From a job to the core function that does it; no logic of its own.

use super::{
    Analysed, Analysis, Candidate, Compared, Desk, How, Job, Register, Report, Searched, Stop, Study, WhoSays, index,
    keep, load, seek, stories,
};
use crate::corpus::{Card, DocId, Document};
use crate::entity::merge::Index as NameIndex;
use crate::entity::{Entity, Names};
use crate::notice::Notice;
use crate::search::fuzzy::{Finder, Reach, Results};
use crate::store::catalogue::Text;
use crate::story::{self, Side, Signature, coverage};
use crate::text::fold;
use crate::{entity, fact};
use rayon::prelude::*;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Findings that are read at once.
pub(super) const BATCH: usize = 512;
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
        let reason = crate::text::sanitise::one_line(&said.unwrap_or_default());
        send(Report::Failed(Notice::error("", crate::words::msg::job_internal_error(reason))));
    }
    if !stop.is_set() {
        send(Report::Done);
    }
}

/// Carries out a job here and now, for headless commands.
pub fn in_place(job: Job, send: &mut dyn FnMut(Report)) {
    caught(job, &Stop::never(), send);
}

fn run(job: Job, stop: &Stop, send: &mut dyn FnMut(Report)) {
    match job {
        Job::Load(job) => load::load(job, stop, send),
        Job::Open(desk, ids) => open(&desk, &ids, stop, send),
        Job::Adjust(desk, ids) => adjust(&desk, &ids, stop, send),
        Job::Analyse(desk, ids) => analyse(&desk, &ids, stop, send),
        Job::Group(shelf, ids, options) => stories::group(&shelf, &ids, &options, stop, send),
        Job::Extend(shelf, extension) => stories::extend(&shelf, &extension, stop, send),
        Job::Index(job) => index::index(&job, stop, send),
        Job::Keep(job) => match keep::keep(*job, stop) {
            Ok(Some(kept)) => send(Report::Kept(Box::new(kept))),
            Ok(None) => {}
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
            if let Some(hits) = seek::search_one(query, layers, &candidates, &desk, stop) {
                send(Report::Found(Arc::new(hits)));
            }
        }
        Job::Passing(purpose, query, candidates, desk) => {
            if let Some(ids) = seek::passing(&query, &candidates, &desk, stop) {
                send(Report::Passing(purpose, ids));
            }
        }
        Job::Names(shelf, documents, decisions) => {
            let (mut index, mut lost) = (NameIndex::under(decisions), Vec::new());
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
        Job::InList(register, articles, words) => {
            if let Some(found) = in_list(&register, &articles, &words, stop) {
                send(Report::InList(found));
            }
        }
        Job::Find(finder, query) => {
            if let Some(results) = find(&finder, &query, stop) {
                send(Report::Matched(query, Arc::new(results)));
            }
        }
    }
}

/// The best names for a query, on all cores; `None` when it was stopped.
fn find(finder: &Finder, query: &str, stop: &Stop) -> Option<Results> {
    let share = |all: usize| all.div_ceil(2 * rayon::current_num_threads()).max(256);
    let reach = Reach::default();
    let ranges = finder.ranges(share(finder.len()));
    let parts: Vec<_> = ranges.into_par_iter().map(|r| finder.part(query, r, reach, &|| stop.is_set())).collect();
    let shortlist = finder.shortlist(FIND_LIMIT, reach, parts);
    let pieces = shortlist.names.par_chunks(share(shortlist.names.len()));
    let score = |some| if stop.is_set() { Vec::new() } else { finder.score(query, some) };
    let scored: Vec<_> = pieces.map(score).collect();
    let results = shortlist.results(FIND_LIMIT, scored);
    (!results.cancelled && !stop.is_set()).then_some(results)
}

/// The articles whose headline, outlet and file name have all the words;
/// `None` when it was stopped.
fn in_list(register: &Register, articles: &[DocId], words: &[String], stop: &Stop) -> Option<Vec<DocId>> {
    let register = register.in_bulk();
    let has = |id: &DocId| {
        if stop.is_set() {
            return None;
        }
        let mut folded = fold(&format!("{} {}", register.title(*id), register.outlet(*id).unwrap_or_default()));
        let all = |folded: &str| words.iter().all(|w| folded.contains(w));
        // The name of the file costs most to find out.
        if !all(&folded) {
            folded = format!("{folded} {}", fold(&register.file_name(*id)));
        }
        all(&folded).then_some(*id)
    };
    let found: Vec<DocId> = articles.par_iter().filter_map(has).collect();
    (!stop.is_set()).then_some(found)
}

/// Makes short strings ready for being searched; `None` when it was stopped.
fn goals(searched: &Searched, stop: &Stop) -> Option<Finder> {
    let (mut finder, register) = (Finder::default(), searched.register.in_bulk());
    let mut line = String::new();
    for &id in searched.articles.iter() {
        line.clear();
        line.push_str(&register.title(id));
        line.push(' ');
        line.push_str(register.outlet(id).unwrap_or(searched.unknown));
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
