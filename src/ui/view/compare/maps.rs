//! A map of each text: one sign a cell, in the order of the text.

use super::signs::{meet, sign_role};
use crate::app::screen::compare::rows::Column;
use crate::app::screen::compare::state::Compare;
use crate::job::Compared;
use crate::story::Relation;
use crate::text::Span;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;

/// Draws a row for each text.
pub(super) fn draw(c: &Compare, result: &Compared, third: Option<&Compared>, theme: &Theme, canvas: &mut Canvas<'_>) {
    let w = canvas.width();
    let room = usize::from(w.saturating_sub(6)).min(120);
    if room < 10 {
        return;
    }
    let texts = [("A", result, Column::B, true), ("B", result, Column::B, false)];
    let texts = texts.into_iter().chain(third.map(|t| ("C", t, Column::C, false)));
    for (y, (name, result, column, is_a)) in (0u16..).zip(texts) {
        let role = if is_a { Role::SideA } else { Role::SideB };
        canvas.put(1, y, name, theme.plain(role));
        let (current_a, current_other) = c.places_in(column);
        let current = if is_a { current_a } else { current_other };
        let blocks: Vec<(Span, Relation)> =
            result.pairs.iter().filter_map(|p| (if is_a { p.a } else { p.b }).map(|s| (s, p.relation))).collect();
        let total: usize = blocks.iter().map(|(s, _)| s.len()).sum();
        if total == 0 {
            continue;
        }
        let mut x = 3;
        let (mut seen, mut drawn) = (0usize, 0usize);
        for (span, relation) in &blocks {
            seen += span.len();
            let upto = (seen * room).div_ceil(total);
            let cells = upto.saturating_sub(drawn);
            drawn = upto;
            let glyph = match relation {
                Relation::Same => "█",
                Relation::Reworded => "▓",
                Relation::Differs => "≠",
                Relation::Moved => "↕",
                Relation::Perhaps | Relation::Beside | Relation::OnlyA | Relation::OnlyB => "░",
            };
            let style = if meet(Some(*span), current) {
                theme.style(Role::HitCurrent)
            } else {
                theme.plain(sign_role(*relation))
            };
            x = canvas.put(x, y, &glyph.repeat(cells), style);
        }
    }
}
