//! Articles in columns by their state.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::navigate;
use crate::app::screen::behaviour::Behaviour;
use crate::app::screen::board::{act, prepare};
use crate::corpus::DocId;

/// The board.
pub(crate) struct BoardScreen;

impl Behaviour for BoardScreen {
    fn subject(&self, model: &Model) -> Option<DocId> {
        model.board.document()
    }

    fn targets(&self, model: &Model) -> Vec<DocId> {
        let ticked: Vec<DocId> = model.list.ticked.iter().copied().collect();
        if ticked.is_empty() { model.board.document().into_iter().collect() } else { ticked }
    }

    fn target_count(&self, model: &Model) -> usize {
        match model.list.ticked.len() {
            0 => usize::from(model.board.document().is_some()),
            n => n,
        }
    }

    fn prepare(&self, model: &mut Model) {
        prepare::prepare(model);
    }

    fn step(&self, model: &mut Model, by: isize) -> Vec<Effect> {
        model.board.step(by);
        Vec::new()
    }

    fn next_pane(&self, model: &mut Model, forward: bool) -> Vec<Effect> {
        self.side(model, forward)
    }

    fn side(&self, model: &mut Model, right: bool) -> Vec<Effect> {
        model.board.side(right);
        Vec::new()
    }

    fn open(&self, model: &mut Model) -> Vec<Effect> {
        let Some(id) = model.board.document() else { return Vec::new() };
        navigate::open(model, id)
    }

    fn dismiss(&self, model: &mut Model) -> Option<Vec<Effect>> {
        let n = model.list.ticked.len();
        if n == 0 || n == model.way.base.ticked {
            return None;
        }
        model.list.ticked.clear();
        Some(Vec::new())
    }

    fn neighbour(&self, model: &mut Model, forward: bool, times: usize) -> Vec<Effect> {
        self.step(model, if forward { times as isize } else { -(times as isize) })
    }

    fn tick(&self, model: &mut Model, times: usize) -> Vec<Effect> {
        act::tick(model, times)
    }

    fn tick_all(&self, model: &mut Model) -> Vec<Effect> {
        act::tick_column(model)
    }

    fn judged(&self, model: &mut Model, _: &[DocId]) -> Vec<Effect> {
        model.list.ticked.clear();
        model.list.range_from = None;
        Vec::new()
    }
}
