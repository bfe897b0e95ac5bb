//! Undo and redo, what other people decided, and acts in words.

use crate::app::action::{Context, History};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::panes::{Pane, Screen};
use crate::app::screen::main::list::groups::GroupRef;
use crate::app::verb::judge::refresh;
use crate::app::verb::{decide, follow};
use crate::app::view;
use crate::app::{listing, navigate, record};
use crate::corpus::{DocId, DocKey};
use crate::triage::summary::change_words;
use crate::triage::{Change, Decision, Entry, EntryRef, Target, What, WhatRef};
use crate::words::msg;
use std::collections::BTreeSet;

/// Columns of the article that an undone act names.
const SEEN: usize = 40;

/// Undoes or redoes.
pub(crate) fn act(model: &mut Model, action: History, times: usize) -> Vec<Effect> {
    match action {
        History::Undo => turn(model, times, true),
        History::Redo => turn(model, times, false),
    }
}

/// True for an act on what is open: on an article that is here, its outlet or its
/// comparison, or on all that is ever opened. The journal has those of other folders
/// too, which nobody sees here.
pub(crate) fn is_here(model: &Model, act: EntryRef<'_>) -> bool {
    let library = &model.library;
    let has = |key: &DocKey| library.by_key(key).is_some();
    act.changes().iter().any(|(target, change)| match (target, change) {
        (Target::Document(key), _) => has(key),
        (Target::Pair(a, b), _) => has(a) && has(b),
        (Target::Story(id), _) => !library.members(id).is_empty(),
        (Target::Source(source), _) => library.corpus.ids().any(|id| library.source(id) == Some(source.as_str())),
        (
            Target::Corpus,
            Change::Decide(Decision::Following { folder, .. }) | Change::Retract(Decision::Following { folder, .. }),
        ) => model.following.folder.as_ref().is_some_and(|f| f.to_string_lossy() == folder.as_str()),
        (Target::Corpus, _) => true,
    })
}

/// What acts of a view are about, where it has acts of its own: on its page one of these is
/// meant, whatever was done meanwhile in views over it.
fn acts_of(screen: Screen) -> Option<fn(&Target, &Change) -> bool> {
    match screen {
        Screen::Name => Some(|_, change| {
            let (Change::Decide(decision) | Change::Retract(decision)) = change else { return false };
            matches!(
                decision,
                Decision::SameName { .. }
                    | Decision::OtherName { .. }
                    | Decision::NameKind { .. }
                    | Decision::Called { .. }
                    | Decision::NotAName { .. }
            )
        }),
        Screen::Notes => Some(|_, change| {
            matches!(
                change,
                Change::Note { .. } | Change::EditNote { .. } | Change::MoveNote { .. } | Change::DeleteNote(_)
            )
        }),
        Screen::Compare => Some(|target, _| matches!(target, Target::Pair(..))),
        Screen::Main | Screen::Results | Screen::Journal | Screen::Board | Screen::Matrix | Screen::Timeline => None,
    }
}

/// The act that `last` finds of those that are meant: one of the view that is shown, done
/// since it was opened, else one on what is open.
fn meant<'m>(
    model: &'m Model,
    last: impl Fn(&dyn Fn(EntryRef<'_>) -> bool) -> Option<EntryRef<'m>>,
) -> Option<EntryRef<'m>> {
    let of_view = acts_of(model.screen).and_then(|is_of_view| {
        let since = model.way.base.since;
        last(&|act| act.at >= since && act.changes().iter().any(|(t, c)| is_of_view(t, c)) && is_here(model, act))
    });
    of_view.or_else(|| last(&|act| is_here(model, act)))
}

/// The act that undoing would take back: one of the view that is shown, else the last
/// one on what is open.
pub(crate) fn undoable(model: &Model) -> Option<EntryRef<'_>> {
    meant(model, |of| model.triage.undoable(&model.choices.person, of))
}

/// The act that redoing would bring back.
pub(crate) fn redoable(model: &Model) -> Option<EntryRef<'_>> {
    meant(model, |of| model.triage.redoable(&model.choices.person, of))
}

/// Why nothing is undone: nothing was done, or all of it elsewhere, the last of which
/// is named.
pub(crate) fn nothing_to_undo(model: &Model) -> String {
    let lang = model.lang();
    match model.triage.undoable(&model.choices.person, &|_| true) {
        Some(act) => lang.say(msg::history_last_act_is_elsewhere(act_words(model, act))),
        None => lang.text(msg::REFUSAL_NOTHING_UNDO).to_owned(),
    }
}

/// Takes back the last acts on what is open, or does again what was taken back.
fn turn(model: &mut Model, times: usize, back: bool) -> Vec<Effect> {
    let mut effects = Vec::new();
    let lang = model.lang();
    if back && lets_go(model) {
        tick_again(model);
        let said = lang.say(msg::ui_ticked(model.list.ticked.len()));
        model.say(lang.say(msg::history_ticked_again(said)));
        return effects;
    }
    for _ in 0..times.min(10_000) {
        let person = model.choices.person.clone();
        let target = if back { undoable(model) } else { redoable(model) }.map(|act| act.to_entry());
        let Some(target) = target else { break };
        let what = if back { What::Undo(target.id) } else { What::Redo(target.id) };
        let entry = Entry::new(model.triage.time(model.now), &*person, what);
        effects.extend(record::record(model, entry));
        let ids: Vec<DocId> = target
            .changes()
            .iter()
            .filter_map(|(t, _)| t.document())
            .filter_map(|k| model.library.by_key(&k))
            .collect();
        let mut what = act_words(model, &target);
        // Nobody else sees which article it was.
        let label = ids.first().filter(|_| !are_seen(model, &ids)).and_then(|id| model.library.card(*id));
        if let Some(card) = label {
            let more = if ids.len() > 1 { " …" } else { "" };
            what = format!("{what} · {}{more}", card.label_within(SEEN, lang));
        }
        model.say(if back {
            lang.say(msg::history_undone_u_redoes(&what))
        } else {
            lang.say(msg::history_redone_u_undoes(&what))
        });
        if back && model.unticked.as_ref().is_some_and(|u| u.act == Some(target.id)) {
            tick_again(model);
        }
        refresh(model, &ids);
        effects.extend(decide::follow(model, &target));
        effects.extend(follow::turned(model, &target, back));
        // Over another view nothing moves that is not seen.
        if model.screen == Screen::Main {
            let (place, seen) = (navigate::place(model), are_seen(model, &ids));
            go_back_to(model, &ids);
            // Who is taken elsewhere comes back by a jump.
            let left = place.filter(|p| !seen && Some(p.document) != model.article.document);
            left.into_iter().for_each(|place| model.jumps.leave(place));
        }
        go_to_changed(model, &target);
    }
    effects
}

/// True where the last thing that the reader did was to let go of all ticks.
pub(crate) fn lets_go(model: &Model) -> bool {
    matches!(model.screen, Screen::Main | Screen::Board)
        && model.list.ticked.is_empty()
        && model.unticked.as_ref().is_some_and(|u| u.act.is_none())
}

fn tick_again(model: &mut Model) {
    let Some(unticked) = model.unticked.take() else { return };
    let corpus = &model.library.corpus;
    model.list.ticked.extend(unticked.ticks.into_iter().filter(|id| corpus.has(*id)));
}

/// True where the reader has these articles before the eyes: in the list, or as the one
/// that is open.
fn are_seen(model: &Model, ids: &[DocId]) -> bool {
    if model.screen != Screen::Main {
        return false;
    }
    if model.focus != Pane::List {
        return model.article.document.is_some_and(|id| ids == [id]);
    }
    let shown: BTreeSet<DocId> = model.list.on_screen().collect();
    ids.iter().all(|id| shown.contains(id))
}

/// Puts the cursor on the article that an act was about, be it printed in several
/// places, or on the folded group that it was about.
fn go_back_to(model: &mut Model, ids: &[DocId]) {
    let shown: BTreeSet<DocId> = ids.iter().map(|id| model.list.folded_under(*id).unwrap_or(*id)).collect();
    if let [id] = *shown.iter().collect::<Vec<_>>() {
        let id = *id;
        model.list.go_to(id);
        navigate::show(model, id);
        return;
    }
    let group = |id: &DocId| model.list.groups.of_document(*id);
    let Some(place) = shown.first().and_then(group).filter(|g| shown.iter().all(|id| group(id) == Some(*g))) else {
        return;
    };
    let folded = model.list.groups.get(place).filter(|g| model.list.folds.is_folded(*g)).map(GroupRef::key);
    if let Some(key) = folded.filter(|_| model.queue.is_none() && model.focus == Pane::List) {
        model.list.go_to_group(&key);
        navigate::preview(model);
    }
}

/// Puts the cursor on the name or the kept search that an act was about, where it is
/// shown: who takes back what was hidden stands on it again.
fn go_to_changed(model: &mut Model, act: &Entry) {
    let kept = |name: &str| model.saved.searches.iter().position(|s| s.is_called(name));
    let here = model.context();
    for (_, change) in act.changes() {
        let (Change::Decide(decision) | Change::Retract(decision)) = change else { continue };
        match decision {
            Decision::Search { name, .. } if matches!(here, Context::List | Context::Searches) => {
                if let Some(place) = kept(name) {
                    model.list.go_to_search(place);
                    return;
                }
            }
            Decision::NotAName { form }
            | Decision::Called { name: form, .. }
            | Decision::NameKind { name: form, .. }
            | Decision::SameName { form, .. }
            | Decision::OtherName { form, .. } => return model.entities.select_spelled(form),
            _ => {}
        }
    }
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
    for entry in new {
        // What was undone or done again elsewhere is followed as the act itself is.
        let act = match entry.what {
            What::Undo(act) | What::Redo(act) => model.triage.entry(act).map(|act| act.to_entry()),
            What::Act(_) => Some(entry),
        };
        if let Some(act) = act {
            effects.extend(decide::follow(model, &act));
        }
    }
    listing::rebuild(model);
    effects.extend(listing::ask_again(model));
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
        model.warn(lang.say(msg::history_says_you_last_one_counts(&label, &by, &theirs, &mine)));
        return effects;
    }
    let who = crate::text::sanitise::one_line(&last.by);
    model.say(if n == 1 {
        format!("{who} : {}", act_words(model, &last))
    } else {
        let words = lang.say(msg::history_verdicts_came_count(n));
        format!("{words} · {who}")
    });
    effects
}

/// What an act did, in words, and to how many articles, where it is said of some:
/// "écarté, 3 articles".
pub(crate) fn act_words<'e>(model: &Model, entry: impl Into<EntryRef<'e>>) -> String {
    let lang = model.lang();
    let changes = match entry.into().what {
        WhatRef::Act(changes) => changes,
        turn @ (WhatRef::Undo(act) | WhatRef::Redo(act)) => {
            let Some(what) = model.triage.entry(act).filter(EntryRef::is_act).map(|act| act_words(model, act)) else {
                return lang.text(msg::HISTORY_UNDO).to_owned();
            };
            let back = matches!(turn, WhatRef::Undo(_));
            return lang.say(if back { msg::triage_undone(what) } else { msg::triage_redone(what) });
        }
    };
    let (mut kinds, mut kind_said): (Vec<String>, bool) = (Vec::new(), false);
    for (_, change) in changes.iter() {
        let words = match change {
            Change::State(s) => view::state_name(*s, lang).to_lowercase(),
            Change::Read(true) => lang.text(msg::HISTORY_READ).to_owned(),
            Change::Read(false) => lang.text(msg::HISTORY_UNREAD).to_owned(),
            Change::Tag(t) => format!("#{t}"),
            Change::Untag(t) => lang.say(msg::history_without(t)),
            Change::Note { .. } | Change::EditNote { .. } | Change::MoveNote { .. } => {
                lang.text(msg::HISTORY_NOTE).to_owned()
            }
            Change::DeleteNote(_) => lang.text(msg::HISTORY_NOTE_REMOVED).to_owned(),
            Change::Claim { .. } => lang.say(change_words(change)),
            Change::Decide(Decision::SameStory { .. } | Decision::OtherStory { .. }) => {
                lang.text(msg::HISTORY_STORY_REDRAWN).to_owned()
            }
            Change::Decide(Decision::Search { .. }) | Change::Retract(Decision::Search { .. }) => {
                lang.text(msg::HISTORY_SEARCHES).to_owned()
            }
            Change::Decide(Decision::PutBack { .. }) | Change::Retract(Decision::PutBack { .. }) => {
                lang.text(msg::HISTORY_BLOCK_PUT_BACK).to_owned()
            }
            Change::Decide(Decision::Following { address, .. }) => {
                return lang.say(msg::history_followed(address));
            }
            Change::Retract(Decision::Following { address, .. }) => {
                return lang.say(msg::history_left(address));
            }
            // A kind is given to every spelling of a name at once, the one shown first.
            Change::Decide(Decision::NameKind { .. }) if kind_said => continue,
            Change::Decide(decision) => {
                kind_said = matches!(decision, Decision::NameKind { .. });
                lang.say(change_words(change))
            }
            Change::Retract(_) => lang.say(change_words(change)),
        };
        if !kinds.contains(&words) {
            kinds.push(words);
        }
    }
    // Of a story, all that were put into it: also the one that the others joined.
    let joined = changes.iter().filter_map(|(_, change)| match change {
        Change::Decide(Decision::SameStory { with }) => Some(*with),
        _ => None,
    });
    let texts: BTreeSet<DocKey> = changes.iter().filter_map(|(target, _)| target.document()).chain(joined).collect();
    // An outlet that was called otherwise, as journals of earlier versions have it.
    let called = changes.iter().filter_map(|(target, change)| match (target, change) {
        (Target::Source(source), Change::Claim { .. }) => Some(source.as_str()),
        _ => None,
    });
    let sources: BTreeSet<&str> = called.collect();
    let texts = if sources.is_empty() {
        texts
    } else {
        let of = |id: &DocId| model.library.source(*id).is_some_and(|s| sources.contains(s));
        let theirs = model.library.corpus.ids().filter(of).filter_map(|id| model.library.key(id));
        texts.into_iter().chain(theirs).collect()
    };
    // Who was parted from whom does not tell which of them left.
    let parted = changes.iter().any(|(_, c)| matches!(c, Change::Decide(Decision::OtherStory { .. })));
    let articles = if parted { 0 } else { record::articles(model, &texts) };
    let kinds = kinds.join(" + ");
    if articles == 0 { kinds } else { format!("{kinds}, {}", lang.articles(articles)) }
}
