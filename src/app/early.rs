//! A key that comes before the answer that it is for is no key for what stands
//! there until then: it is kept, and carried out when the answer is there.
//! Another key takes it back.

use crate::app::action::{Action, Group, Motion, Overlay as OverlayAction, Rounds};
use crate::app::model::Model;
use crate::app::overlay::state::Overlay;
use crate::app::panes::{Pane, Screen};
use crate::job::Kind;

/// The work whose answer an action means, where that is not there yet.
pub(crate) fn awaited(model: &Model, action: Action) -> Option<Kind> {
    match action.group() {
        Group::Overlay(OverlayAction::Accept) => match model.overlays.last()? {
            Overlay::GoTo(g) => (g.awaits || model.picker.coming.is_some()).then_some(Kind::Find),
            Overlay::OneToMany { found, .. } => found.is_none().then_some(Kind::OneToMany),
            _ => None,
        },
        Group::Motion(Motion::Open) => opened_from(model),
        // It is made of what the filter lets through.
        Group::Rounds(Rounds::Queue) => narrows(model),
        // Stories that are being made anew are the ones that are meant.
        Group::StoryEdit(_) if model.loading.regrouping => Some(Kind::Group),
        // What was to be ticked is what they are for.
        Group::Judge(_) | Group::StoryEdit(_) | Group::Tags(_) | Group::HandOver(_) => {
            model.waiting.holds(Kind::Tick).then_some(Kind::Tick)
        }
        _ => None,
    }
}

/// What the rows are the answer of that something is to be opened from.
fn opened_from(model: &Model) -> Option<Kind> {
    match (model.screen, model.focus) {
        (Screen::Results, _) => model.results.as_ref().is_some_and(|r| r.hits.is_none()).then_some(Kind::Search),
        (Screen::Main, Pane::List) if !model.list.on_searches() => {
            let looks = model.list_find.as_ref().is_some_and(|f| f.goes && f.found.is_none());
            narrows(model).or(looks.then_some(Kind::InList))
        }
        _ => None,
    }
}

/// The filter, where it is being found out what it lets through.
fn narrows(model: &Model) -> Option<Kind> {
    model.filter.as_ref().is_some_and(|f| f.asked).then_some(Kind::Filter)
}

/// True when a queue was asked for and is not there yet.
pub(crate) fn awaits_queue(model: &Model) -> bool {
    model.waiting.holds(Kind::Queue) || model.typed.early.is_some_and(|e| e.action == Action::Queue)
}
