//! Verdicts on articles: every one is an entry of the journal, and every one can
//! be undone.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::record;
use crate::app::view;
use crate::corpus::{DocId, DocKey};
use crate::triage::{Change, State, Target};
use crate::words::msg;

/// Says the same of articles; of how many it was not said yet.
pub(crate) fn change(model: &mut Model, ids: &[DocId], change: &Change) -> (usize, Vec<Effect>) {
    let changes: Vec<(Target, Change)> = record::keys(model, ids)
        .into_iter()
        .filter(|k| !model.triage.status(k).already(change))
        .map(|k| (Target::Document(k), change.clone()))
        .collect();
    let n = changes.len();
    if n == 0 {
        return (0, Vec::new());
    }
    let entry = model.triage.act(model.now, &model.choices.person, changes);
    (n, record::record(model, entry))
}

/// The rows judged stay where they are, dimmed, until the view is left.
pub(crate) fn refresh(model: &mut Model, ids: &[DocId]) {
    model.list.just_judged.extend(ids.iter().copied());
}

/// Gives a state to articles.
pub(crate) fn judge(model: &mut Model, ids: &[DocId], state: State) -> Vec<Effect> {
    let before = |k: &DocKey| model.triage.status(k).state;
    let judged = |k: &DocKey| ![State::ToRead, state].contains(&before(k));
    let otherwise = record::keys(model, ids).into_iter().filter(judged).count();
    let (n, effects) = change(model, ids, &Change::State(state));
    let lang = model.lang();
    say_judged(model, n, ids, view::state_name(state, lang));
    // Of one article the row shows it; among several nobody would see it.
    if otherwise > 0
        && n > 1
        && let Some(said) = model.message.take()
    {
        model.say(lang.say(msg::judge_otherwise_before(said.text, otherwise)));
    }
    refresh(model, ids);
    effects
}

/// Says of how many articles something was said. What is said of a text holds for
/// each article that has it, so texts are counted, and copies are told as such.
pub(crate) fn say_judged(model: &mut Model, changed: usize, ids: &[DocId], what: &str) {
    let lang = model.lang();
    let what = what.to_lowercase();
    let texts = record::keys(model, ids);
    let said = match (changed, texts.len()) {
        (0, 1) => lang.say(msg::judge_already(&what)),
        (0, a) => lang.say(msg::judge_all_were_already(a, &what)),
        (n, a) if n < a => lang.say(msg::judge_others_were_already_u_undoes(n, a, &what, a - n)),
        (n, _) => {
            let all = record::articles(model, &texts);
            let articles = match all.saturating_sub(n) {
                0 => lang.articles(n),
                copies => lang.say(msg::judge_with_copies(lang.articles(all), copies)),
            };
            lang.say(msg::judge_u_undoes(&articles, &what))
        }
    };
    model.say(said);
}

/// Keeps the article and drops the rest of its story: what nobody has judged. A
/// verdict that was given stands, and the reader is told of how many.
pub(crate) fn drop_rest(model: &mut Model, kept: DocId) -> Vec<Effect> {
    let Some(story) = model.library.story(kept).map(|s| s.id.to_owned()) else { return Vec::new() };
    let mut rest = model.library.members(&story);
    rest.retain(|id| *id != kept);
    let key = model.library.key(kept);
    // A copy of it is kept with it.
    let others = record::keys(model, &rest).into_iter().filter(|k| Some(*k) != key);
    let of = |k: &DocKey| model.triage.status(k).state;
    let (dropped, judged): (Vec<DocKey>, Vec<DocKey>) =
        others.filter(|k| of(k) != State::Drop).partition(|k| of(k) == State::ToRead);
    let mut changes: Vec<(Target, Change)> =
        dropped.iter().map(|k| (Target::Document(*k), Change::State(State::Drop))).collect();
    if let Some(key) = key
        && model.triage.status(&key).state != State::Keep
    {
        changes.push((Target::Document(key), Change::State(State::Keep)));
    }
    let lang = model.lang();
    let judged = record::articles(model, &judged);
    if changes.is_empty() {
        model.say(lang.say(msg::judge_rest_is_judged(judged)));
        return Vec::new();
    }
    let entry = model.triage.act(model.now, &model.choices.person, changes);
    let effects = record::record(model, entry);
    let mut all = rest;
    all.push(kept);
    refresh(model, &all);
    let n = lang.articles(record::articles(model, &dropped));
    model.say(match judged {
        0 => lang.say(msg::judge_one_kept_same_story_dropped(&n)),
        judged => lang.say(msg::judge_one_kept_others_judged_stand(&n, judged)),
    });
    effects
}

/// Read becomes unread and the other way round.
pub(crate) fn toggle_read(model: &mut Model, ids: &[DocId]) -> Vec<Effect> {
    let all_read = record::keys(model, ids).iter().all(|k| model.triage.status(k).read);
    let (n, effects) = change(model, ids, &Change::Read(!all_read));
    let lang = model.lang();
    let what = if all_read { lang.text(msg::HISTORY_UNREAD) } else { lang.text(msg::HISTORY_READ) };
    say_judged(model, n, ids, what);
    refresh(model, ids);
    effects
}
