//! The columns of the board.

use crate::app::model::Model;
use crate::app::panes::chrome;
use crate::app::screen::board::state;
use crate::corpus::DocId;
use crate::triage::State;

/// Puts the articles of the list into their columns, when something changed.
pub(crate) fn fill(model: &mut Model) {
    let of = (model.list.shown, model.triage.len());
    if model.board.made_of == Some(of) {
        return;
    }
    let mut columns: [Vec<DocId>; 5] = Default::default();
    let mut to_do = [0; 5];
    for id in model.list.documents() {
        let status = model.library.key(id).map(|k| model.triage.status(&k));
        let (state, read) = status.map_or((State::ToRead, false), |s| (s.state, s.read));
        columns[state.index()].push(id);
        to_do[state.index()] += usize::from(state.leaves_to_do(read));
    }
    model.board.set(columns);
    model.board.to_do = to_do;
    model.board.made_of = Some(of);
}

/// Brings the board to a state that can be drawn.
pub(crate) fn prepare(model: &mut Model) {
    let (_, body, ..) = chrome(model.size, model.status_rows());
    fill(model);
    let columns = state::columns(model.size.width);
    model.board.clamp(columns, usize::from(body.height.saturating_sub(1)));
}
