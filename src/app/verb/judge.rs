//! Verdicts: every one is an entry of the journal, and every one can be
//! undone.

use crate::app::effect::Effect;
use crate::app::model::{Model, Repeat};
use crate::app::panes::Pane;
use crate::app::panes::Screen;
use crate::app::report;
use crate::app::screen::coverage::state::Coverage;
use crate::app::screen::main::article::act as article;
use crate::app::screen::main::list::act as list;
use crate::app::verb::decide as decision;
use crate::app::view;
use crate::app::words::Lang;
use crate::corpus::{DocId, DocKey};
use crate::triage::{Actor, After, Change, Decision, Entry, State, Target, What};

/// Documents that a verb acts on.
pub fn targets(model: &Model) -> Vec<DocId> {
    if model.screen == Screen::Board {
        let ticked: Vec<DocId> = model.list.ticked.iter().copied().collect();
        return if ticked.is_empty() { model.board.document().into_iter().collect() } else { ticked };
    }
    match model.screen {
        Screen::Compare | Screen::Results => return model.subject().into_iter().collect(),
        // A text is judged with all the outlets that print it.
        Screen::Matrix => return model.coverage.iter().flat_map(|c| c.prints(c.column)).collect(),
        Screen::Timeline => {
            let report = |c: &Coverage| Some(c.prints(c.report_at_line()?));
            return model.coverage.as_ref().and_then(report).unwrap_or_default();
        }
        _ => {}
    }
    if model.focus == Pane::List {
        return model.list.targets();
    }
    if !model.list.ticked.is_empty() {
        return model.list.targets();
    }
    // An article with its copies folded under it is judged as its row is.
    model.article.document.map_or_else(Vec::new, |id| model.list.under(id))
}

/// How many documents a verb acts on, without naming them.
pub fn target_count(model: &Model) -> usize {
    let ticked = model.list.ticked.len();
    if matches!(model.screen, Screen::Compare | Screen::Results | Screen::Matrix | Screen::Timeline) {
        return targets(model).len();
    }
    match (ticked, model.screen, model.focus) {
        (0, Screen::Board, _) => usize::from(model.board.document().is_some()),
        (0, _, Pane::List) => model.list.target_count(),
        (0, ..) => model.article.document.map_or(0, |id| model.list.under(id).len()),
        (n, ..) => n,
    }
}

fn keys(model: &Model, ids: &[DocId]) -> Vec<DocKey> {
    let mut keys: Vec<DocKey> = ids.iter().filter_map(|d| model.library.key(*d)).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Applies an entry; the list's counts follow.
fn apply(model: &mut Model, entry: &Entry) {
    for shift in model.triage.apply(entry) {
        let (Some(key), (_, before), (_, after)) = (shift.target.document(), shift.before, shift.after) else {
            continue;
        };
        let ids: Vec<DocId> = model.library.all_by_key(&key).collect();
        ids.iter().for_each(|_| model.tally.shift(&shift));
        if before != after {
            ids.into_iter().for_each(|id| model.list.shift_read(id, after));
        }
    }
}

/// Applies an entry and asks for it to be written.
pub(crate) fn record(model: &mut Model, entry: Entry) -> Vec<Effect> {
    apply(model, &entry);
    model.saving = match &model.saving {
        crate::app::msg::Saving::Failed(reason) => crate::app::msg::Saving::Failed(reason.clone()),
        _ => crate::app::msg::Saving::Saving,
    };
    vec![Effect::Append(entry)]
}

fn act(model: &mut Model, ids: &[DocId], change: &Change) -> (usize, Vec<Effect>) {
    let changes: Vec<(Target, Change)> = keys(model, ids)
        .into_iter()
        .filter(|k| !model.triage.status(k).already(change))
        .map(|k| (Target::Document(k), change.clone()))
        .collect();
    let n = changes.len();
    if n == 0 {
        return (0, Vec::new());
    }
    let entry = model.triage.act(model.now, &model.choices.person, changes);
    (n, record(model, entry))
}

/// The rows judged stay where they are, dimmed, until the view is left.
fn refresh(model: &mut Model, ids: &[DocId]) {
    model.list.just_judged.extend(ids.iter().copied());
}

/// Gives a state to what is ticked or under the cursor, and moves on.
pub(crate) fn judge(model: &mut Model, state: State) -> Vec<Effect> {
    let ids = targets(model);
    if ids.is_empty() {
        let lang = model.lang();
        model.say(lang.pick("Aucun article ici.", "No article here."));
        return Vec::new();
    }
    // A text with its copies folded under it is one row, and one step.
    let main = model.screen == Screen::Main;
    let one = main && model.list.ticked.is_empty() && (ids.len() == 1 || model.list.document() == ids.first().copied());
    let (n, mut effects) = act(model, &ids, &Change::State(state));
    let lang = model.lang();
    say_judged(model, n, ids.len(), view::state_name(state, lang));
    let next = one.then(|| advance(model, ids[0])).flatten();
    if main || model.screen == Screen::Board {
        model.list.ticked.clear();
        model.list.range_from = None;
    }
    refresh(model, &ids);
    if let Some(next) = next {
        model.list.go_to(next);
        article::show(model, next);
        if model.focus != Pane::List {
            effects.extend(mark_read(model));
        }
    }
    effects
}

fn say_judged(model: &mut Model, changed: usize, all: usize, what: &str) {
    let lang = model.lang();
    let what = what.to_lowercase();
    let said = match (changed, all) {
        (0, 1) => lang.pick(format!("Déjà « {what} »."), format!("Already “{what}”.")),
        (0, _) => lang.pick(format!("Les {all} étaient déjà « {what} »."), format!("All {all} were “{what}” already.")),
        (n, a) if n < a => lang.pick(
            format!("{n} sur {a} : {what}, les autres l'étaient déjà — u annule"),
            format!("{n} of {a}: {what}, the others were already — u undoes"),
        ),
        (n, _) => {
            let articles = lang.articles(n);
            lang.pick(format!("{articles} : {what} — u annule"), format!("{articles}: {what} — u undoes"))
        }
    };
    model.say(said);
}

/// Where the cursor goes after a verdict on one article.
fn advance(model: &Model, from: DocId) -> Option<DocId> {
    if let Some(queue) = &model.queue {
        return queue.neighbour(from, true);
    }
    match model.choices.after {
        After::Stay => None,
        After::Next => model.list.neighbour(Some(from), true),
        After::NextUnread => {
            let mut at = from;
            while let Some(next) = model.list.neighbour(Some(at), true) {
                let unread = model.library.key(next).is_some_and(|k| !model.triage.status(&k).read);
                if unread {
                    return Some(next);
                }
                at = next;
            }
            None
        }
    }
}

/// Keeps the article and drops the rest of its story.
pub(crate) fn drop_rest(model: &mut Model) -> Vec<Effect> {
    let Some(kept) = model.subject() else { return Vec::new() };
    let Some(story) = model.library.story(kept).map(|s| s.id.to_owned()) else { return Vec::new() };
    let mut rest = model.library.members(&story);
    rest.retain(|id| *id != kept);
    let mut changes: Vec<(Target, Change)> = keys(model, &rest)
        .into_iter()
        .filter(|k| model.triage.status(k).state != State::Drop)
        .map(|k| (Target::Document(k), Change::State(State::Drop)))
        .collect();
    let dropped = changes.len();
    if let Some(key) = model.library.key(kept)
        && model.triage.status(&key).state != State::Keep
    {
        changes.push((Target::Document(key), Change::State(State::Keep)));
    }
    if changes.is_empty() {
        return Vec::new();
    }
    let entry = model.triage.act(model.now, &model.choices.person, changes);
    let effects = record(model, entry);
    let mut all = rest;
    all.push(kept);
    refresh(model, &all);
    let lang = model.lang();
    let n = lang.articles(dropped);
    model.say(lang.pick(
        format!("Celui-ci est retenu, {n} de la même histoire : écarté — u annule"),
        format!("This one kept, {n} of the same story dropped — u undoes"),
    ));
    effects
}

/// Read becomes unread and the other way round.
pub(crate) fn toggle_read(model: &mut Model) -> Vec<Effect> {
    let ids = targets(model);
    let all_read = keys(model, &ids).iter().all(|k| model.triage.status(k).read);
    let (n, effects) = act(model, &ids, &Change::Read(!all_read));
    let lang = model.lang();
    let what = if all_read { lang.pick("non lu", "unread") } else { lang.pick("lu", "read") };
    say_judged(model, n, ids.len(), what);
    refresh(model, &ids);
    effects
}

/// Opening marks as read, under a name of its own, so that `u` undoes what
/// the reader decided and not what reading did.
pub(crate) fn mark_read(model: &mut Model) -> Vec<Effect> {
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
    apply(model, &entry);
    vec![Effect::Append(entry)]
}

/// Adds or removes a tag.
pub(crate) fn tag(model: &mut Model, tag: &str, add: bool) -> Vec<Effect> {
    let tag = tag.trim().trim_start_matches('#').to_owned();
    if tag.is_empty() {
        return Vec::new();
    }
    model.last_act = Some(Repeat::Tag(tag.clone(), add));
    let ids = targets(model);
    let change = if add { Change::Tag(tag.clone()) } else { Change::Untag(tag.clone()) };
    let (n, effects) = act(model, &ids, &change);
    let lang = model.lang();
    let what = if add { format!("#{tag}") } else { lang.pick(format!("sans #{tag}"), format!("without #{tag}")) };
    say_judged(model, n, ids.len(), &what);
    refresh(model, &ids);
    effects
}

/// Tags in use, most used first.
pub(crate) fn tags(model: &Model) -> Vec<String> {
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for (_, status) in model.triage.targets() {
        for t in &status.tags {
            *counts.entry(t).or_insert(0) += 1;
        }
    }
    let mut tags: Vec<_> = counts.into_iter().collect();
    tags.sort_by_key(|(t, n)| (std::cmp::Reverse(*n), *t));
    tags.into_iter().map(|(t, _)| t.to_owned()).collect()
}

/// Takes back the last acts.
pub(crate) fn undo(model: &mut Model, times: usize) -> Vec<Effect> {
    turn(model, times, true)
}

/// Does again what was taken back.
pub(crate) fn redo(model: &mut Model, times: usize) -> Vec<Effect> {
    turn(model, times, false)
}

fn turn(model: &mut Model, times: usize, back: bool) -> Vec<Effect> {
    let mut effects = Vec::new();
    let lang = model.lang();
    for _ in 0..times.min(10_000) {
        let person = model.choices.person.clone();
        let (target, entry) = if back {
            (model.triage.undoable(&person).cloned(), model.triage.undo(model.now, &person))
        } else {
            (model.triage.redoable(&person).cloned(), model.triage.redo(model.now, &person))
        };
        let (Some(target), Some(entry)) = (target, entry) else { break };
        effects.extend(record(model, entry));
        let ids: Vec<DocId> = target
            .changes()
            .iter()
            .filter_map(|(t, _)| t.document())
            .filter_map(|k| model.library.by_key(&k))
            .collect();
        let what = act_words(&target, lang);
        model.say(if back {
            lang.pick(format!("Annulé : {what} — U rétablit"), format!("Undone: {what} — U redoes"))
        } else {
            lang.pick(format!("Rétabli : {what} — u annule"), format!("Redone: {what} — u undoes"))
        });
        refresh(model, &ids);
        effects.extend(decision::follow(model, &target));
        if let [id] = ids[..] {
            model.list.go_to(id);
            article::show(model, id);
        }
    }
    effects
}

/// Entries of other people and other instances; what is known already changes
/// nothing. Says who did what, and when it goes against this reader.
pub(crate) fn received(model: &mut Model, entries: Vec<Entry>) -> Vec<Effect> {
    let new: Vec<Entry> = entries.into_iter().filter(|e| model.triage.entry(e.id).is_none()).collect();
    let Some(last) = new.last().cloned() else { return Vec::new() };
    let n = new.len();
    let shifts = model.triage.extend(new.iter().cloned());
    let lang = model.lang();
    let mut effects = Vec::new();
    for entry in &new {
        effects.extend(decision::follow(model, entry));
    }
    report::rebuild_list(model);
    effects.extend(list::filter(model));
    let me = &*model.choices.person;
    let against = shifts.iter().filter(|s| s.before.0 != s.after.0).find_map(|s| {
        let key = s.target.document()?;
        let status = model.triage.status(&key);
        let mine = status.verdicts.iter().find(|v| *v.by == *me && v.state != status.state)?;
        let card = model.library.card(model.library.by_key(&key)?)?;
        let by = status.verdict().map(|v| crate::text::sanitise::one_line(&v.by)).unwrap_or_default();
        Some((
            by,
            view::state_name(status.state, lang).to_lowercase(),
            view::state_name(mine.state, lang).to_lowercase(),
            card.label(lang),
        ))
    });
    if let Some((by, theirs, mine, label)) = against {
        model.warn(lang.pick(
            format!("≠ {label} : {by} dit « {theirs} », vous « {mine} » ; le dernier compte"),
            format!("≠ {label}: {by} says “{theirs}”, you “{mine}”; the last one counts"),
        ));
        return effects;
    }
    let who = crate::text::sanitise::one_line(&last.by);
    model.say(if n == 1 {
        format!("{who} : {}", act_words(&last, lang))
    } else {
        let words = lang.count(n, ["décision reçue", "décisions reçues"], ["verdict came in", "verdicts came in"]);
        format!("{words} · {who}")
    });
    effects
}

/// What an act did, in words: "écarté, 3 articles".
pub fn act_words(entry: &Entry, lang: Lang) -> String {
    let What::Act(changes) = &entry.what else {
        return lang.pick("annulation", "undo").to_owned();
    };
    let mut kinds: Vec<String> = Vec::new();
    for (_, change) in changes {
        let words = match change {
            Change::State(s) => view::state_name(*s, lang).to_lowercase(),
            Change::Read(true) => lang.pick("lu", "read").to_owned(),
            Change::Read(false) => lang.pick("non lu", "unread").to_owned(),
            Change::Tag(t) => format!("#{t}"),
            Change::Untag(t) => lang.pick(format!("sans #{t}"), format!("without #{t}")),
            Change::Note { .. } | Change::EditNote { .. } | Change::MoveNote { .. } => {
                lang.pick("note", "note").to_owned()
            }
            Change::DeleteNote(_) => lang.pick("note ôtée", "note removed").to_owned(),
            Change::Claim { .. } => lang.pick("correction", "correction").to_owned(),
            Change::Decide(Decision::SameStory { .. } | Decision::OtherStory { .. }) => {
                lang.pick("histoire refaite", "story redrawn").to_owned()
            }
            Change::Decide(_) | Change::Retract(_) => lang.pick("décision", "decision").to_owned(),
        };
        if !kinds.contains(&words) {
            kinds.push(words);
        }
    }
    format!("{}, {}", kinds.join(" + "), lang.articles(changes.len()))
}
