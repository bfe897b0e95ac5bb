//! Back and forward through the places where the reader was: first those of the
//! view that is shown, then the views themselves.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::panes::Screen;
use crate::app::{navigate, record, way_back};
use crate::words::msg;

/// Walks the places.
pub(crate) fn jump(model: &mut Model, forward: bool) -> Vec<Effect> {
    let here = navigate::place(model).filter(|_| model.screen == Screen::Main);
    let to = here.and_then(|here| if forward { model.jumps.forward(here) } else { model.jumps.back(here) });
    if let Some(to) = to {
        model.list.go_to(to.document);
        navigate::show(model, to.document);
        model.article.anchor = to.anchor;
        model.article.layout = None;
        model.focus = to.focus;
        return record::mark_read(model);
    }
    // At the root there is nothing to go back to but the view that was left last.
    let view = if forward { None } else { way_back::back(model) };
    if let Some(effects) = view.or_else(|| way_back::ahead(model)) {
        return effects;
    }
    let lang = model.lang();
    model.say(lang.text(msg::JUMP_NO_FURTHER_JUMP_DIRECTION));
    Vec::new()
}
