//! Articles as jobs and queries take them.

use crate::app::model::Model;
use crate::corpus::{DocId, DocKey};
use crate::job::{Candidate, Candidates};
use crate::search::Query;
use crate::search::query::{Options, Saved, Term};
use crate::story::pins::Pin;
use jiff::civil::Date;

/// A document as jobs want it.
pub(crate) fn candidate(model: &Model, id: DocId) -> Option<Candidate> {
    let key = model.library.key(id).filter(|_| model.library.corpus.has(id))?;
    let document = model.library.corpus.get(id).cloned();
    let status = model.triage.status(&key).clone();
    Some(Candidate { id, key, analysis: model.library.analysis(id).cloned(), document, status })
}

/// Documents as a query sees them.
pub(crate) fn searched(model: &Model, query: &Query, ids: impl Iterator<Item = DocId>) -> Candidates {
    // Of the words of a text nothing that the reader said changes anything.
    let triage = query.asks(|t| !matches!(t, Term::Text(_) | Term::Regex(_))).then_some(&model.triage);
    model.library.candidates(ids.collect(), triage)
}

/// A few documents as a query sees them; costs what was said of these alone, and
/// the notes on comparisons and stories.
pub(crate) fn few(model: &Model, ids: Vec<DocId>) -> Candidates {
    let library = &model.library;
    let members = |story: &str| library.members(story).into_iter().filter_map(|id| library.key(id)).collect();
    let noted = model.triage.shared_notes(&members);
    let keys = || ids.iter().filter_map(|id| Some((*id, library.key(*id)?)));
    let statuses = keys().map(|(id, key)| (id, model.triage.shared(&key).clone())).collect();
    let shared = keys().filter_map(|(id, key)| Some((id, noted.get(&key)?.clone()))).collect();
    let changed = ids.iter().copied().filter(|id| library.is_changed(*id, &model.triage)).collect();
    Candidates { statuses, shared, changed, ..library.candidates(ids, None) }
}

/// Places of the two that the reader pinned together.
pub(crate) fn pins(model: &Model, a: DocKey, b: DocKey) -> Vec<Pin> {
    model.triage.pins(a, b).into_iter().map(Pin::from).collect()
}

/// How queries are read.
pub(crate) fn query_options(model: &Model) -> Options<'_> {
    let saved = Saved::Known(&model.saved.searches);
    Options { today: today(model), typing: false, accents: model.choices.accents, saved }
}

/// The reader's day, for relative dates in queries.
pub(crate) fn today(model: &Model) -> Option<Date> {
    let now = jiff::Timestamp::from_millisecond(model.now).ok()?;
    Some(now.to_zoned_datetime((*model.choices.zone).clone()).date())
}
