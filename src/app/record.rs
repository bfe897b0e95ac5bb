//! Entries of the journal: applied at once, and asked to be written.

use crate::app::effect::Effect;
use crate::app::model::{Model, Unticked};
use crate::app::msg::Saving;
use crate::app::saved::count;
use crate::corpus::{DocId, DocKey};
use crate::triage::{Actor, Change, Entry, EntryId, State, Target, What};

/// Identities of articles, each once.
pub(crate) fn keys(model: &Model, ids: &[DocId]) -> Vec<DocKey> {
    let mut keys: Vec<DocKey> = ids.iter().filter_map(|d| model.library.key(*d)).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// How many articles have these texts: what is said of one holds for each of its
/// copies. One that is not here counts as one.
pub(crate) fn articles<'k>(model: &Model, texts: impl IntoIterator<Item = &'k DocKey>) -> usize {
    texts.into_iter().map(|key| model.library.all_by_key(key).count().max(1)).sum()
}

/// Applies an entry; the list's counts follow, and those of the searches that are
/// kept are asked for.
fn apply(model: &mut Model, entry: &Entry) -> Vec<Effect> {
    let mut said_of = Vec::new();
    for shift in model.triage.apply(entry) {
        let Some(key) = shift.target.document() else {
            said_of.extend(beside(model, &shift.target));
            continue;
        };
        let left = |(state, read): (State, bool)| state.leaves_to_do(read);
        let (before, after) = (left(shift.before), left(shift.after));
        let ids: Vec<DocId> = model.library.all_by_key(&key).collect();
        ids.iter().for_each(|_| model.counts.shift(&shift));
        if before != after {
            ids.iter().for_each(|id| model.list.shift_left(*id, after));
        }
        said_of.extend(ids);
    }
    count::changed(model, &said_of)
}

/// The articles of a comparison or a story: a note on it is one of each.
fn beside(model: &Model, target: &Target) -> Vec<DocId> {
    match target {
        Target::Pair(a, b) => [a, b].into_iter().flat_map(|key| model.library.all_by_key(key)).collect(),
        Target::Story(story) => model.library.members(story),
        _ => Vec::new(),
    }
}

/// Lets go of all ticks. Taking back the act that was about them, or the letting go itself
/// when nothing was done since, ticks them again.
pub(crate) fn untick(model: &mut Model, act: Option<EntryId>) {
    let ticks = std::mem::take(&mut model.list.ticked);
    if !ticks.is_empty() {
        model.unticked = Some(Unticked { ticks, act });
    }
}

/// The newest act, which is about what is ticked.
pub(crate) fn newest(model: &Model) -> Option<EntryId> {
    model.triage.newest(0).map(|entry| entry.id)
}

/// Applies an entry and asks for it to be written.
pub(crate) fn record(model: &mut Model, entry: Entry) -> Vec<Effect> {
    if matches!(entry.what, What::Act(_)) {
        model.unticked = None;
    }
    let mut effects = apply(model, &entry);
    model.saving = match &model.saving {
        Saving::Failed(reason) => Saving::Failed(reason.clone()),
        _ => Saving::Saving,
    };
    // Written before anything else.
    effects.insert(0, Effect::Append(entry));
    effects
}

/// Opening marks as read, under a name of its own, so that `u` undoes what
/// the reader decided and not what reading did. A queue shows articles that the reader did
/// not open: there they are read when he goes on from them.
pub(crate) fn mark_read(model: &mut Model) -> Vec<Effect> {
    if model.queue.is_some() { Vec::new() } else { mark(model) }
}

/// The reader goes on from the open article without a verdict: of a queue it was read.
pub(crate) fn go_on(model: &mut Model) -> Vec<Effect> {
    if model.queue.is_some() { mark(model) } else { Vec::new() }
}

fn mark(model: &mut Model) -> Vec<Effect> {
    if !model.choices.read_on_open {
        return Vec::new();
    }
    let Some(id) = model.article.document else { return Vec::new() };
    let Some(key) = model.library.key(id) else { return Vec::new() };
    let change = Change::Read(true);
    if model.triage.status(&key).already(&change) {
        return Vec::new();
    }
    let by = Actor::Opening(&model.choices.person).to_string();
    let entry = model.triage.act(model.now, &by, vec![(Target::Document(key), change)]);
    let mut effects = apply(model, &entry);
    effects.insert(0, Effect::Append(entry));
    effects
}
