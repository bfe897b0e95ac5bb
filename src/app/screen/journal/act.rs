//! The journal screen: any act can be taken back from there, alone or with
//! all that came after it.

use crate::app::action::TakeBacks;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::panes::Screen;
use crate::app::verb::{decide, follow, history};
use crate::app::{navigate, record, way_back};
use crate::corpus::DocId;
use crate::triage::{Entry, EntryId, EntryRef, What, WhatRef};
use crate::words::msg;

/// Takes decisions back.
pub(crate) fn act(model: &mut Model, action: TakeBacks) -> Vec<Effect> {
    match action {
        TakeBacks::TakeBack => take_back(model),
        TakeBacks::TakeBackTo => take_back_to(model),
    }
}

/// Opens the screen.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    way_back::enter(model, Screen::Journal);
    Vec::new()
}

/// The act that an entry is, undoes or redoes.
fn act_of(entry: EntryRef<'_>) -> EntryId {
    match entry.what {
        WhatRef::Act(_) => entry.id,
        WhatRef::Undo(id) | WhatRef::Redo(id) => id,
    }
}

/// Takes back the act under the cursor; one that was taken back counts again.
fn take_back(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some(act) = model.journal.entry(&model.triage).map(act_of) else { return Vec::new() };
    let Some(entry) = model.triage.entry(act).map(|e| e.to_entry()) else {
        model.say(lang.text(msg::JOURNAL_ACT_NOT_KNOWN_HERE));
        return Vec::new();
    };
    let person = model.choices.person.clone();
    let counts = model.triage.counts(act);
    let turn = if counts {
        model.triage.take_back(model.now, &person, act)
    } else {
        Some(Entry::new(model.triage.time(model.now), &*person, What::Redo(act)))
    };
    let Some(turn) = turn else { return Vec::new() };
    let effects = turned(model, turn, &entry);
    let what = history::act_words(model, &entry);
    model.say(if counts { lang.say(msg::journal_undone(&what)) } else { lang.say(msg::journal_redone(&what)) });
    effects
}

/// Takes back all that this reader did since the act under the cursor, and
/// that act.
fn take_back_to(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let person = model.choices.person.clone();
    let upto = model.journal.cursor;
    let acts: Vec<Entry> = (0..=upto)
        .filter_map(|i| model.triage.newest(i))
        .filter(|e| e.is_act() && **e.by == *person && model.triage.counts(e.id))
        .map(|e| e.to_entry())
        .collect();
    if acts.is_empty() {
        model.say(lang.text(msg::JOURNAL_NOTHING_UNDO_DOWN_HERE));
        return Vec::new();
    }
    let mut effects = Vec::new();
    for act in &acts {
        if let Some(turn) = model.triage.take_back(model.now, &person, act.id) {
            effects.extend(turned(model, turn, act));
        }
    }
    let n = lang.say(msg::journal_acts_undone_count(acts.len()));
    model.say(lang.say(msg::journal_u_redoes_one_by_one(&n)));
    effects
}

fn turned(model: &mut Model, turn: Entry, act: &Entry) -> Vec<Effect> {
    // The cursor stays on its entry while the list grows above it.
    model.journal.cursor += 1;
    model.journal.top += 1;
    let back = matches!(turn.what, What::Undo(_));
    let mut effects = record::record(model, turn);
    effects.extend(decide::follow(model, act));
    effects.extend(follow::turned(model, act, back));
    let ids: Vec<DocId> = documents(model, act.into());
    model.list.just_judged.extend(ids);
    effects
}

fn documents(model: &Model, act: EntryRef<'_>) -> Vec<DocId> {
    let keys = act.changes().iter().filter_map(|(t, _)| t.document());
    keys.filter_map(|k| model.library.by_key(&k)).collect()
}

/// Goes to what the act under the cursor was about: opens one article, ticks
/// several.
pub(crate) fn go(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let act = model.journal.entry(&model.triage).map(act_of).and_then(|id| model.triage.entry(id));
    let ids = act.map_or(Vec::new(), |a| documents(model, a));
    match ids[..] {
        [] => {
            model.say(lang.text(msg::JOURNAL_NO_ARTICLE_CORPUS_ACT));
            Vec::new()
        }
        [id] => navigate::open_revealed(model, id),
        [first, ..] => {
            navigate::to_main(model);
            model.list.ticked = ids.into_iter().collect();
            navigate::reveal(model, first);
            model.list.go_to(first);
            let n = model.list.ticked.len();
            let said = lang.say(msg::ui_ticked(n));
            model.say(lang.say(msg::journal_those_act(&said)));
            navigate::focus(model, crate::app::panes::Pane::List)
        }
    }
}
