//! What the list holds: rebuilt when articles, stories or verdicts change,
//! narrowed by the filter.

use crate::app::candidates;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::saved::count;
use crate::app::screen::main::list::groups::{ByDocument, Sources};
use crate::corpus::{DocId, DocKey};
use crate::job::{self, Passing};
use crate::triage::{State, StateCounts, Status};
use std::sync::Arc;

/// Rebuilds groups and rows from the corpus, the stories, the verdicts and
/// the filter. False where what the cursor was on is not there any more.
pub(crate) fn rebuild(model: &mut Model) -> bool {
    let statuses = statuses(model);
    let mut counts = StateCounts::untouched(model.library.corpus.len() - statuses.len());
    statuses.values().for_each(|s| counts.add(*s));
    model.counts = counts;
    model.board.made_of = None;
    let (library, filter) = (&model.library, &model.filter);
    let passes = |id: DocId| library.corpus.has(id) && filter.as_ref().is_none_or(|f| f.passing.contains(&id));
    let given = library.cards().len();
    let texts = library.stories.as_ref().map_or_else(Vec::new, |book| book.texts(given));
    let sources = Sources {
        texts: &texts,
        known: library.known_before(),
        cards: library.cards(),
        stories: library.story_list(),
        statuses: &statuses,
        coming: !model.loading.grouped,
        passes: &passes,
    };
    model.list.rebuild(&sources)
}

/// State and read flag of the articles of which something was said.
fn statuses(model: &Model) -> ByDocument<(State, bool)> {
    let (library, triage) = (&model.library, &model.triage);
    let judged = triage.articles().count();
    // Looking up a key costs more than asking what was said of one.
    if judged * 8 < library.corpus.len() {
        let each = |(key, s): (&DocKey, &Arc<Status>)| {
            let said = (s.state, s.read);
            library.all_by_key(key).map(|id| (id, said)).collect::<Vec<_>>()
        };
        return triage.articles().flat_map(each).collect();
    }
    let said = |id: DocId| {
        let status = triage.status(&library.key(id)?);
        Some((id, (status.state, status.read))).filter(|(_, s)| *s != Default::default())
    };
    library.corpus.ids().filter_map(said).collect()
}

/// Asks which documents the filter lets through now.
pub(crate) fn refilter(model: &mut Model) -> Vec<Effect> {
    let Some(filter) = &model.filter else { return Vec::new() };
    let (query, asked) = (filter.query.clone(), filter.asked);
    let candidates = candidates::searched(model, &query, model.library.corpus.ids());
    let texts = model.text_options();
    vec![model.start(job::Filter { passing: Passing { texts, query, candidates }, asked })]
}

/// Articles came, went or are told otherwise: asks what the filter lets through,
/// and what the searches that are kept find.
pub(crate) fn ask_again(model: &mut Model) -> Vec<Effect> {
    let mut effects = refilter(model);
    // While articles are read for the first time each growth of the list would ask
    // all of them again: they are asked when the last is there.
    if model.loading.loaded || model.loading.known {
        effects.extend(count::all(model));
    }
    effects
}

/// Looks for the words again: in the rows that there are now.
pub(crate) fn look(model: &mut Model) -> Vec<Effect> {
    let Some(find) = &model.list_find else { return Vec::new() };
    let (cards, words) = (model.library.cards().clone(), find.words.clone());
    let articles = model.list.documents().collect();
    vec![model.start(job::InList { cards, articles, words })]
}
