//! All notes.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::overlay::export::state::Goods;
use crate::app::overlay::prompt::state::{About, Ask};
use crate::app::panes::chrome;
use crate::app::screen::behaviour::Behaviour;
use crate::app::screen::notes::state::NoteRow;
use crate::app::screen::notes::{act, rows};
use crate::corpus::DocId;
use crate::text::sanitise::one_line;
use crate::triage::Target;

/// The notes screen.
pub(crate) struct NotesScreen;

impl Behaviour for NotesScreen {
    fn targets(&self, _: &Model) -> Vec<DocId> {
        Vec::new()
    }

    fn goods(&self, _: &Model) -> Vec<Goods> {
        vec![Goods::Notes]
    }

    fn about(&self, model: &Model) -> (Vec<About>, String) {
        match model.notes.item() {
            Some(item) => {
                let about = About::Note { target: item.target.clone(), id: item.note.id };
                (vec![about], one_line(&item.note.text))
            }
            None => (Vec::new(), String::new()),
        }
    }

    fn texts(&self, model: &Model) -> Vec<DocId> {
        let rows = usize::from(model.size.height);
        let near = model.notes.rows.iter().skip(model.notes.cursor.saturating_sub(rows)).take(2 * rows);
        let items = near.filter_map(|row| match row {
            NoteRow::Target(i) | NoteRow::Note(i) | NoteRow::Passage(i, _) => model.notes.items.get(*i),
        });
        let keys = items.flat_map(|i| {
            i.note.anchors.iter().map(|a| a.document).chain(match &i.target {
                Target::Document(k) => Some(*k),
                Target::Source(_) | Target::Corpus | Target::Story(_) | Target::Pair(..) => None,
            })
        });
        keys.filter_map(|k| model.library.by_key(&k)).collect()
    }

    fn prepare(&self, model: &mut Model) {
        let (_, body, ..) = chrome(model.size, model.status_rows());
        // Articles that arrive give their titles to notes.
        let made_of = Some((model.library.corpus.len(), model.triage.len()));
        if model.notes.made_of != made_of {
            let items = rows::items(model);
            model.notes.set_items(items);
            model.notes.made_of = made_of;
        }
        model.notes.clamp(usize::from(body.height.saturating_sub(1)));
    }

    fn step(&self, model: &mut Model, by: isize) -> Vec<Effect> {
        model.notes.step(by);
        Vec::new()
    }

    fn open(&self, model: &mut Model) -> Vec<Effect> {
        act::go(model)
    }

    fn dismiss(&self, model: &mut Model) -> Option<Vec<Effect>> {
        if model.notes.find.is_empty() {
            return None;
        }
        model.notes.search("");
        Some(Vec::new())
    }

    fn pointer(&self, model: &mut Model, by: isize, x: u16, y: u16) -> Vec<Effect> {
        if by != 0 {
            return self.step(model, by.signum());
        }
        let (_, body, ..) = chrome(model.size, model.status_rows());
        let rows = body.split_top(1).1;
        let row = model.notes.top + usize::from(y.saturating_sub(rows.y));
        if !rows.holds(x, y) || row >= model.notes.rows.len() {
            return Vec::new();
        }
        let was = model.notes.cursor;
        model.notes.go_to_row(row);
        if model.notes.cursor == was { self.open(model) } else { Vec::new() }
    }

    fn find(&self, _: &Model) -> Option<Ask> {
        Some(Ask::FindInNotes)
    }
}
