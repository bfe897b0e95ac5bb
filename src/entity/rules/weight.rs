//! How much a piece of evidence counts for the kind of a name, on the scale of
//! the tagger's scores.

use crate::entity::types::EntityKind;

/// What a piece of evidence says: for which kind, and how much.
pub(super) type Weight = Option<(EntityKind, f32)>;

/// A single mention speaks with at most this weight. The rules count in it.
pub(super) const LOUDEST: f32 = 6.0;

/// What a full name adds for its surname.
pub(super) const FULL_NAME: f32 = 5.0;

/// What a state's capital adds: a government called by it stays a place.
pub(super) const CAPITAL: f32 = 8.0;

/// What a listed given name that is no listed place takes from a place.
pub(super) const GIVEN: f32 = 2.0;
