//! Showing the versions of an article, and comparing two of them.

use crate::app::candidates;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::overlay::state::Overlay;
use crate::app::overlay::versions::state::VersionList;
use crate::app::screen::here;
use crate::app::verb::compare;
use crate::job::{ChangedTo, CountChanges};
use crate::words::msg;

/// Shows the versions of the article under the cursor, and asks what was changed.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some(id) = here::subject(model) else {
        model.say(lang.text(msg::REFUSAL_NO_ARTICLE_HERE));
        return Vec::new();
    };
    let history = model.library.history(id).cloned();
    let mut versions = history.as_ref().map_or_else(|| vec![id], |h| h.versions.clone());
    let asked: Vec<_> = versions.iter().filter_map(|id| candidates::candidate(model, *id)).collect();
    versions.reverse();
    let place = history.as_ref().and_then(|h| h.place(id)).unwrap_or(0) as usize;
    let cursor = versions.len().saturating_sub(place + 1);
    let known = versions.len() < 2;
    let list = VersionList { versions, changes: known.then(Vec::new), cursor };
    model.overlays.push(Overlay::Versions(list));
    if known {
        return Vec::new();
    }
    let texts = model.text_options();
    vec![model.start(CountChanges { texts, versions: asked })]
}

/// What was changed is known.
pub(crate) fn counted(model: &mut Model, changes: Vec<ChangedTo>) {
    if let Some(Overlay::Versions(list)) = model.overlays.last_mut()
        && changes.iter().all(|c| list.versions.contains(&c.id))
    {
        list.changes = Some(changes);
    }
}

/// Compares the version of a row with the one before it.
pub(crate) fn choose(model: &mut Model, list: &VersionList) -> Vec<Effect> {
    list.pair().map_or_else(Vec::new, |(a, b)| compare::compare(model, a, b))
}
