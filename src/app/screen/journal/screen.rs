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

    fn pointer(&self, model: &mut Model, by: isize, _x: u16, _y: u16) -> Vec<Effect> {
        self.step(model, by)
    }
}
