//! Signs of verdicts and colours of kinds, the same on every screen.

use crate::app::Model;
use crate::app::view;
use crate::corpus::DocId;
use crate::entity::EntityKind;
use crate::triage::State;
use crate::ui::role::Role;

/// The sign of a verdict on a document, where it has one.
pub(in crate::ui) fn verdict_sign(model: &Model, id: DocId) -> Option<(&'static str, Role)> {
    let state = model.triage.status(&model.library.key(id)?).state;
    (state != State::ToRead).then(|| (view::state_sign(state, true), state_role(state, true)))
}

/// The role of a verdict.
pub(in crate::ui) fn state_role(state: State, read: bool) -> Role {
    match (state, read) {
        (State::Follow, _) => Role::Followed,
        (State::Keep, _) => Role::Kept,
        (State::Drop, _) => Role::Dim,
        (State::Done, _) => Role::Done,
        (State::ToRead, false) => Role::Unread,
        (State::ToRead, true) => Role::Dim,
    }
}

/// The role of a kind of name.
pub(in crate::ui) fn entity_role(kind: EntityKind) -> Role {
    match kind {
        EntityKind::Person => Role::Person,
        EntityKind::Place => Role::Place,
        EntityKind::Organisation => Role::Organisation,
        EntityKind::Misc => Role::Other,
    }
}
