//! Articles in columns by their state.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::panes::chrome;
use crate::app::screen::behaviour::Behaviour;
use crate::app::screen::board::state::columns;
use crate::app::screen::board::{act, prepare};
use crate::app::{navigate, record};
use crate::corpus::DocId;
use crate::triage::State;

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
        record::untick(model, None);
        Some(Vec::new())
    }

    fn pointer(&self, model: &mut Model, by: isize, x: u16, y: u16) -> Vec<Effect> {
        let (_, body, ..) = chrome(model.size, model.status_rows());
        if !body.holds(x, y) {
            return Vec::new();
        }
        let shown = columns(body.width).min(State::ALL.len());
        let place = (usize::from(x - body.x) / usize::from(body.width / shown as u16).max(1)).min(shown - 1);
        let column = (model.board.left + place).min(State::ALL.len() - 1);
        if by != 0 {
            // The column under the pointer moves, the cursor stays where it is.
            let was = std::mem::replace(&mut model.board.column, column);
            model.board.step(by.signum());
            model.board.column = was;
            return Vec::new();
        }
        let Some(row) = usize::from(y - body.y).checked_sub(1).map(|r| model.board.tops[column] + r) else {
            model.board.column = column;
            return Vec::new();
        };
        if (column, row) == (model.board.column, model.board.rows[column]) {
            return self.open(model);
        }
        model.board.column = column;
        if row < model.board.columns[column].len() {
            model.board.rows[column] = row;
        }
        Vec::new()
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
        record::untick(model, record::newest(model));
        model.list.range_from = None;
        Vec::new()
    }
}
