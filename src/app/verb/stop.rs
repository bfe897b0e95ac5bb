//! Stopping work that the reader waits for.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::{navigate, way_back};
use crate::job::Kind;
use crate::words::msg;

/// Stops what is waited for, if it was said that something is; a view that has
/// nothing to show without it is left.
pub(crate) fn stop(model: &mut Model) -> Option<Vec<Effect>> {
    let awaited = model.awaited()?;
    model.forget(awaited.kind);
    let mut effects = vec![Effect::Stop(awaited.kind)];
    match awaited.kind {
        Kind::Filter => effects.extend(navigate::narrow(model, "")),
        // What was read of a name stays.
        Kind::Name if model.name.page.is_some() => model.name.stopped = true,
        Kind::Compare | Kind::Search | Kind::Matrix | Kind::Name => {
            effects.extend(way_back::back(model).unwrap_or_default());
        }
        _ => {}
    }
    let lang = model.lang();
    model.say(lang.say(msg::waiting_stopped(awaited.label)));
    Some(effects)
}
