//! Back and forward through the places where the reader was.

use crate::app::effect::Effect;
use crate::app::jumps::Jump;
use crate::app::model::Model;
use crate::app::panes::Screen;
use crate::app::verb::{compare, coverage};
use crate::app::{navigate, record};
use crate::words::msg;

/// Walks the jump list.
pub(crate) fn jump(model: &mut Model, forward: bool) -> Vec<Effect> {
    let lang = model.lang();
    let read =
        || Some(Jump { document: model.article.document?, anchor: model.article.anchor, compared: None, on: None });
    let Some(here) = compare::place(model).or_else(|| coverage::place(model)).or_else(read) else {
        return Vec::new();
    };
    let to = if forward { model.jumps.forward(here) } else { model.jumps.back(here) };
    let Some(to) = to else {
        model.say(lang.text(msg::JUMP_NO_FURTHER_JUMP_DIRECTION));
        return Vec::new();
    };
    if let Some(b) = to.compared {
        return compare::come_back(model, to.document, b);
    }
    if let Some(on) = to.on {
        return coverage::come_back(model, to.document, on);
    }
    model.screen = Screen::Main;
    model.list.go_to(to.document);
    navigate::show(model, to.document);
    model.article.anchor = to.anchor;
    model.article.layout = None;
    record::mark_read(model)
}
