//! What is still to be read or judged: the way from one to the next, and a whole
//! story, source or day that is read at once.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::panes::Pane;
use crate::app::verb::judge;
use crate::app::{navigate, record};
use crate::corpus::DocId;
use crate::triage::{After, Change};
use crate::words::msg;

/// Goes to the next or previous article that is still to be read or judged, round the
/// end; in folded groups too.
pub(crate) fn go(model: &mut Model, forward: bool, times: usize) -> Vec<Effect> {
    let mut at = if model.focus == Pane::List { model.list.document() } else { model.article.document };
    let mut found = None;
    for _ in 0..times.min(1000) {
        let Some(next) = next(model, at, forward) else { break };
        found = Some(next);
        at = found;
    }
    let Some(id) = found else {
        model.say(model.lang().text(msg::UNREAD_NONE_LEFT));
        return Vec::new();
    };
    if let Some(place) = navigate::place(model) {
        model.jumps.leave(place);
    }
    let mut effects = record::go_on(model);
    model.list.go_to(id);
    navigate::show(model, id);
    if model.focus != Pane::List {
        effects.extend(record::mark_read(model));
    }
    effects
}

/// The next one from an article, or from the head under the cursor.
fn next(model: &Model, from: Option<DocId>, forward: bool) -> Option<DocId> {
    let list = &model.list;
    let order: Vec<DocId> = match &model.queue {
        Some(queue) => queue.documents.clone(),
        None => list.documents().filter(|id| list.folded_under(*id).is_none()).collect(),
    };
    let place = |id: DocId| order.iter().position(|x| *x == list.folded_under(id).unwrap_or(id));
    // A head stands before its first article.
    let head = || place(*list.group_at_cursor()?.documents().first()?);
    let here = from.and_then(place);
    let at = here.or_else(head).unwrap_or(0);
    let (before, behind) = order.split_at(at);
    let behind = behind.get(usize::from(here.is_some())..).unwrap_or_default();
    let left = |id: &&DocId| {
        let status = model.library.key(**id).map(|key| model.triage.status(&key));
        status.is_some_and(|s| s.state.leaves_to_do(s.read))
    };
    if forward {
        behind.iter().chain(before).find(left).copied()
    } else {
        before.iter().rev().chain(behind.iter().rev()).find(left).copied()
    }
}

/// Marks all of the group as read that the cursor or the open article is in; from the list
/// the cursor goes on to the next group.
pub(crate) fn read_all(model: &mut Model) -> Vec<Effect> {
    let in_list = model.focus == Pane::List;
    let of_article = || model.article.document.and_then(|id| model.list.groups.of_document(id));
    let group =
        if in_list { model.list.group_at_cursor() } else { of_article().and_then(|g| model.list.groups.get(g)) };
    let Some(ids) = group.map(|g| g.documents().to_vec()) else {
        model.say(model.lang().text(msg::UI_LIST_EMPTY));
        return Vec::new();
    };
    let (n, mut effects) = judge::change(model, &ids, &Change::Read(true));
    let lang = model.lang();
    judge::say_judged(model, n, &ids, lang.text(msg::HISTORY_READ));
    judge::refresh(model, &ids);
    if in_list && model.choices.after != After::Stay {
        model.list.go_to_head(true);
        effects.extend(navigate::preview(model));
    }
    effects
}
