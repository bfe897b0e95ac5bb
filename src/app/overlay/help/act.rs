//! Moving through the help and filtering it.

use crate::app::action::Context;
use crate::app::model::Model;
use crate::app::overlay::help::lines::{HelpLine, help_lines};
use crate::app::overlay::input_line::InputLine;
use crate::app::overlay::state::Overlay;

/// Opens the help with the keys of the place where the reader is.
pub(crate) fn open(model: &mut Model) {
    let context = model.context();
    model.overlays.push(Overlay::Help { context, input: InputLine::default(), top: 0 });
}

/// The first row on the screen after moving by rows.
pub(crate) fn moved(model: &Model, context: Context, filter: &str, top: usize, by: isize) -> usize {
    let lines = help_lines(&model.keymap, context, filter, model.lang());
    let heads = lines.iter().filter(|l| !matches!(l, HelpLine::Keys(..))).count();
    top.saturating_add_signed(by).min((lines.len() + heads).saturating_sub(1))
}
