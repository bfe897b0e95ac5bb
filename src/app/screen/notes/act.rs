//! All notes: opened, rewritten, removed, gone to.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::overlay::prompt::state::About;
use crate::app::panes::{Pane, Screen};
use crate::app::screen::main::list::act as list;
use crate::app::screen::main::list::groups::GroupKey;
use crate::app::screen::main::list::order::Grouping;
use crate::app::verb::{compare, note};
use crate::app::{navigate, record, way_back};
use crate::corpus::{DocId, DocKey};
use crate::triage::note::Found;
use crate::triage::{Change, Target};
use crate::words::msg;

/// Opens the screen, of all notes or of those of one article.
pub(crate) fn open(model: &mut Model, only: Option<DocKey>) -> Vec<Effect> {
    let lang = model.lang();
    if let Some(key) = only
        && model.triage.notes_in(key).next().is_none()
    {
        model.say(lang.text(msg::NOTES_NO_NOTE_ON_ARTICLE_WRITES));
        return Vec::new();
    }
    way_back::enter(model, Screen::Notes);
    model.notes.only = only;
    Vec::new()
}

/// Rewrites the note under the cursor in the editor.
pub(crate) fn rewrite(model: &mut Model) -> Vec<Effect> {
    let Some(item) = model.notes.item() else { return Vec::new() };
    note::compose(About::Note { target: item.target.clone(), id: item.note.id }, &item.note.text)
}

/// Removes the note under the cursor.
pub(crate) fn delete(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some(item) = model.notes.item().cloned() else { return Vec::new() };
    let change = Change::DeleteNote(item.note.id);
    let entry = model.triage.act(model.now, &model.choices.person, vec![(item.target, change)]);
    let effects = record::record(model, entry);
    model.say(lang.text(msg::NOTES_NOTE_REMOVED_U_UNDOES));
    effects
}

/// Goes to what the note under the cursor is about.
pub(crate) fn go(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some(item) = model.notes.item().cloned() else { return Vec::new() };
    let id = |k| model.library.by_key(&k);
    let absent = |model: &mut Model| {
        let words = lang.text(msg::NOTES_ARTICLE_NOTE_NOT_LOADED_HERE);
        model.say(words);
        Vec::new()
    };
    match &item.target {
        Target::Document(k) => {
            let Some(id) = id(*k) else { return absent(model) };
            let found = item.note.anchors.first().and_then(|a| {
                let document = model.library.corpus.get(id)?;
                Some(a.find(&document.text))
            });
            match found {
                Some(Found::At(span)) => navigate::open_at_revealed(model, id, span),
                Some(Found::Orphan) => {
                    let effects = navigate::open_revealed(model, id);
                    model.warn(lang.text(msg::NOTES_PASSAGE_NOTE_NO_LONGER_TEXT));
                    effects
                }
                None => navigate::open_revealed(model, id),
            }
        }
        Target::Pair(a, b) => {
            let (Some(a), Some(b)) = (id(*a), id(*b)) else { return absent(model) };
            let place = |d: DocId| {
                let document = model.library.corpus.get(d)?;
                let anchor = item.note.anchors.iter().find(|n| n.document == document.key)?;
                if let Found::At(span) = anchor.find(&document.text) { Some(span) } else { None }
            };
            let places = (place(a), place(b));
            let effects = compare::compare(model, a, b);
            if let Some(c) = &mut model.compare {
                c.wanted = Some(places);
            }
            effects
        }
        Target::Story(story) => {
            navigate::to_main(model);
            if model.list.grouping != Grouping::Story {
                list::group_by(model, Grouping::Story);
            }
            model.focus = Pane::List;
            if !model.list.go_to_group(&GroupKey::Story(story.clone())) {
                model.say(lang.text(msg::NOTES_STORY_NOT_LIST));
            }
            Vec::new()
        }
        Target::Source(_) | Target::Corpus => Vec::new(),
    }
}
