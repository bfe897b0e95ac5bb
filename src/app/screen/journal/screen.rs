//! The journal of decisions.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::panes::chrome;
use crate::app::screen::behaviour::Behaviour;
use crate::app::screen::journal::act;
use crate::corpus::DocId;

/// The journal screen.
pub(crate) struct JournalScreen;

impl Behaviour for JournalScreen {
    fn targets(&self, _: &Model) -> Vec<DocId> {
        Vec::new()
    }

    fn prepare(&self, model: &mut Model) {
        let (_, body, ..) = chrome(model.size, model.status_rows());
        model.journal.clamp(usize::from(body.height.saturating_sub(1)), model.triage.len());
    }

    fn step(&self, model: &mut Model, by: isize) -> Vec<Effect> {
        model.journal.step(by, &model.triage);
        Vec::new()
    }

    fn open(&self, model: &mut Model) -> Vec<Effect> {
        act::go(model)
    }

    fn pointer(&self, model: &mut Model, by: isize, x: u16, y: u16) -> Vec<Effect> {
        if by != 0 {
            return self.step(model, by);
        }
        let (_, body, ..) = chrome(model.size, model.status_rows());
        let rows = body.split_top(1).1;
        let entry = model.journal.top + usize::from(y.saturating_sub(rows.y));
        if !rows.holds(x, y) || entry >= model.triage.len() {
            return Vec::new();
        }
        if entry == model.journal.cursor {
            return self.open(model);
        }
        model.journal.cursor = entry;
        Vec::new()
    }
}
