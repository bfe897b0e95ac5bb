//! What the parts of the screen agree on.

use crate::app::screen::compare::rows::{Order, sign};
use crate::job::Compared;
use crate::story::{Grade, Reason, Relation, Row};
use crate::text::Span;
use crate::ui::role::Role;

/// The role of a pair's sign.
pub(super) fn sign_role(relation: Relation) -> Role {
    match relation {
        Relation::Same | Relation::Perhaps | Relation::Beside => Role::Dim,
        Relation::Reworded | Relation::Moved => Role::Accent,
        Relation::Differs => Role::Problem,
        Relation::OnlyA => Role::SideA,
        Relation::OnlyB => Role::SideB,
    }
}

/// How the two sides of a pair relate. Where each text stands in its own order
/// it is no news that the counterpart stands elsewhere.
pub(super) fn relation(pair: &Row, result: &Compared, order: Order) -> Relation {
    let passage = pair.passage.and_then(|p| result.comparison.passages.get(p));
    passage.filter(|_| order == Order::Whole).map_or(pair.relation, |p| p.kind.into())
}

/// The sign of a pair; a question mark where the link is likely, not sure, and where
/// nothing of what is told says that the two differ. What a hand put together has a sign of its own.
pub(super) fn label(pair: &Row, result: &Compared, order: Order) -> String {
    let passage = pair.passage.and_then(|p| result.comparison.passages.get(p));
    if passage.is_some_and(|p| p.reasons.contains(&Reason::ByHand)) {
        return "M".to_owned();
    }
    let shown = relation(pair, result, order);
    let told = || result.comparison.findings.iter().any(|f| meet(f.a, pair.a) || meet(f.b, pair.b));
    let likely = pair.relation.is_linked() && pair.grade == Some(Grade::Likely);
    let doubt = if likely || (shown == Relation::Differs && !told()) { "?" } else { "" };
    format!("{}{doubt}", sign(shown))
}

/// True when two places have something in common.
pub(super) fn meet(s: Option<Span>, t: Option<Span>) -> bool {
    s.zip(t).is_some_and(|(s, t)| s.touches(t))
}
