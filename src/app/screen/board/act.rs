//! The board: articles in columns by their state.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::panes::Screen;
use crate::app::screen::board::prepare::fill;
use crate::app::way_back;
use crate::corpus::DocId;

/// Opens the board with the cursor on the article at hand, or closes it.
pub(crate) fn toggle(model: &mut Model, here: Option<DocId>) -> Vec<Effect> {
    if model.screen == Screen::Board {
        return way_back::back(model).unwrap_or_default();
    }
    way_back::enter(model, Screen::Board);
    fill(model);
    if let Some(id) = here {
        model.board.go_to(id);
    }
    Vec::new()
}

/// Ticks the article under the board's cursor and moves down.
pub(crate) fn tick(model: &mut Model, count: usize) -> Vec<Effect> {
    for _ in 0..count.min(10_000) {
        let Some(id) = model.board.document() else { break };
        if !model.list.ticked.remove(&id) {
            model.list.ticked.insert(id);
        }
        model.board.step(1);
    }
    Vec::new()
}

/// Ticks or unticks all of the column under the cursor.
pub(crate) fn tick_column(model: &mut Model) -> Vec<Effect> {
    let all = model.board.columns[model.board.column].clone();
    if all.iter().all(|d| model.list.ticked.contains(d)) {
        all.iter().for_each(|d| {
            model.list.ticked.remove(d);
        });
    } else {
        model.list.ticked.extend(all);
    }
    Vec::new()
}
