//! What the parts of the screen agree on.

use crate::story::Relation;
use crate::text::Span;
use crate::ui::role::Role;

/// The role of a pair's sign.
pub(super) fn sign_role(relation: Relation) -> Role {
    match relation {
        Relation::Same => Role::Dim,
        Relation::Reworded | Relation::Moved => Role::Accent,
        Relation::Differs => Role::Problem,
        Relation::OnlyA => Role::SideA,
        Relation::OnlyB => Role::SideB,
    }
}

/// True when two places have something in common.
pub(super) fn meet(s: Option<Span>, t: Option<Span>) -> bool {
    s.zip(t).is_some_and(|(s, t)| s.touches(t))
}
