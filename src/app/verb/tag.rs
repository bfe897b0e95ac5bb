//! Tags.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::model::Repeat;
use crate::app::verb::judge::{change, refresh, say_judged};
use crate::corpus::DocId;
use crate::triage::Change;
use crate::words::msg;

/// Adds or removes a tag.
pub(crate) fn tag(model: &mut Model, ids: &[DocId], tag: &str, add: bool) -> Vec<Effect> {
    let tag = tag.trim().trim_start_matches('#').to_owned();
    if tag.is_empty() {
        return Vec::new();
    }
    model.last_act = Some(Repeat::Tag(tag.clone(), add));
    let said = if add { Change::Tag(tag.clone()) } else { Change::Untag(tag.clone()) };
    let (n, effects) = change(model, ids, &said);
    let lang = model.lang();
    let what = if add { format!("#{tag}") } else { lang.say(msg::tag_without(&tag)) };
    say_judged(model, n, ids, &what);
    refresh(model, ids);
    effects
}

/// Tags in use, most used first.
pub(crate) fn tags(model: &Model) -> Vec<String> {
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for (_, status) in model.triage.targets() {
        for t in &status.tags {
            *counts.entry(t).or_insert(0) += 1;
        }
    }
    let mut tags: Vec<_> = counts.into_iter().collect();
    tags.sort_by_key(|(t, n)| (std::cmp::Reverse(*n), *t));
    tags.into_iter().map(|(t, _)| t.to_owned()).collect()
}
