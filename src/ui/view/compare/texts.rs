//! The texts side by side, or one under the other, with a sign for every pair.

use super::marks::marks;
use super::signs::{meet, sign_role};
use crate::app::screen::compare::areas::GUTTER;
use crate::app::screen::compare::rows::CompareLayout;
use crate::app::screen::compare::rows::{Cell, Column, sign};
use crate::app::screen::compare::state::{Compare, Link};
use crate::job::Compared;
use crate::story::{Reason, Relation};
use crate::text::Span;
use crate::text::width::width;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::marked_text::MarkedText;
use crate::words::{Lang, msg};

/// The texts of a comparison, laid out.
pub(super) struct Texts<'a> {
    pub(super) comparison: &'a Compare,
    pub(super) layout: &'a CompareLayout,
    pub(super) theme: &'a Theme,
    pub(super) lang: Lang,
    /// Columns of each text.
    pub(super) columns: u16,
}

/// One of the texts.
struct Side<'a> {
    result: &'a Compared,
    is_a: bool,
    marks: Vec<(Span, Role)>,
    /// Column where it begins.
    x: u16,
}

impl Texts<'_> {
    /// Draws A and B and the gutter between them.
    pub(super) fn two(&self, result: &Compared, stacked: bool, canvas: &mut Canvas<'_>) {
        let side = |is_a, x| Side { result, is_a, marks: marks(self.comparison, result, Column::B, is_a), x };
        let side_a = side(true, if stacked { 5 } else { 1 });
        let side_b = side(false, if stacked { 5 } else { 1 + self.columns + GUTTER });
        let height = usize::from(canvas.height());
        let gutter = if stacked { 1 } else { 1 + self.columns + 1 };
        let (current_a, current_b) =
            self.comparison.item().filter(|i| i.column == Column::B).map_or((None, None), |i| (i.a, i.b));
        // While the sides scroll apart, what a pin would join is marked.
        let apart = self.comparison.link != Link::Linked;
        let marked = |top: usize, is_a: bool| apart.then(|| self.layout.first_text(top, is_a)).flatten();
        let (place_a, place_b) = (marked(self.comparison.top, true), marked(self.comparison.top_b(), false));
        for i in 0..height {
            let y = i as u16;
            let left = self.layout.rows.get(self.comparison.top + i);
            let right = self.layout.rows.get(self.comparison.top_b() + i);
            if let Some(row) = left {
                self.cell(&side_a, &row.a, canvas, y);
                if place_a == Some(self.comparison.top + i) {
                    canvas.put(side_a.x.saturating_sub(1), y, "▸", self.theme.style(Role::Accent));
                }
            }
            if let Some(row) = right {
                self.cell(&side_b, &row.b, canvas, y);
                if place_b == Some(self.comparison.top_b() + i) {
                    canvas.put(side_b.x.saturating_sub(1), y, "▸", self.theme.style(Role::Accent));
                }
            }
            let Some(pair) = left.and_then(|r| r.pair).and_then(|p| result.pairs.get(p)) else { continue };
            let is_current = meet(pair.a, current_a) || meet(pair.b, current_b);
            let first = left.is_some_and(|r| r.first);
            let role = sign_role(pair.relation);
            if first {
                let style = if is_current { self.theme.style(Role::HitCurrent) } else { self.theme.plain(role) };
                // What a hand put together has a sign of its own.
                let passage = pair.passage.and_then(|p| result.comparison.passages.get(p));
                let by_hand = passage.is_some_and(|p| p.reasons.contains(&Reason::ByHand));
                let s = if by_hand { "M" } else { sign(pair.relation) };
                let label = if is_current { format!(" {s} ") } else { format!(" {s}") };
                canvas.put(gutter, y, &label, style);
            } else if is_current {
                canvas.put(gutter + 1, y, "│", self.theme.style(Role::Accent));
            }
        }
    }

    /// Draws the third text against A, with its sign before it.
    pub(super) fn third(&self, third: &Compared, canvas: &mut Canvas<'_>) {
        let side =
            Side { result: third, is_a: false, marks: marks(self.comparison, third, Column::C, false), x: GUTTER };
        let (current_a, current_c) = self.comparison.places_in(Column::C);
        let in_c = self.comparison.item().is_some_and(|i| i.column == Column::C);
        for i in 0..usize::from(canvas.height()) {
            let Some(row) = self.layout.rows.get(self.comparison.top + i) else { break };
            let y = i as u16;
            if let Some(pair) = row.pair_c.and_then(|p| third.pairs.get(p)) {
                if in_c && (meet(pair.a, current_a) || meet(pair.b, current_c)) {
                    canvas.put(0, y, &format!(" {} ", sign(pair.relation)), self.theme.style(Role::HitCurrent));
                } else {
                    canvas.put(1, y, sign(pair.relation), self.theme.plain(sign_role(pair.relation)));
                }
            }
            self.cell(&side, &row.c, canvas, y);
        }
    }

    fn cell(&self, side: &Side<'_>, cell: &Cell, canvas: &mut Canvas<'_>, y: u16) {
        let document = if side.is_a { &side.result.a.document } else { &side.result.b.document };
        match cell {
            Cell::Empty => {}
            Cell::Text(span) => {
                let only = side.result.pairs.iter().any(|p| {
                    let (mine, relation) = if side.is_a { (p.a, Relation::OnlyA) } else { (p.b, Relation::OnlyB) };
                    p.relation == relation && mine.is_some_and(|m| m.contains(*span))
                });
                if only && side.x > 0 {
                    let role = if side.is_a { Role::SideA } else { Role::SideB };
                    canvas.put(side.x - 1, y, "▎", self.theme.plain(role));
                }
                let text = MarkedText { theme: self.theme, document, marks: &side.marks };
                text.put(canvas, side.x, y, *span, self.theme.style(Role::Text));
            }
            Cell::Absent => {
                let words = self.lang.text(msg::UI_COMPARE_ABSENT);
                self.dotted(canvas, side.x, y, words);
            }
            Cell::Elsewhere(_) => {
                let words = self.lang.text(msg::UI_COMPARE_ELSEWHERE);
                self.dotted(canvas, side.x, y, words);
            }
            Cell::Folded(n) => {
                let words = self.lang.say(msg::ui_compare_folded(*n));
                self.dotted(canvas, side.x, y, &format!("{words} (+)"));
            }
        }
    }

    /// Words in the middle of a dotted line, where there is no text.
    fn dotted(&self, canvas: &mut Canvas<'_>, x: u16, y: u16, words: &str) {
        let w = width(words) as u16 + 2;
        let dots = self.columns.saturating_sub(w) / 2;
        let line = "┄".repeat(usize::from(dots.min(12)));
        let style = self.theme.style(Role::Dim);
        let pad = self.columns.saturating_sub(w + 2 * dots.min(12)) / 2;
        canvas.put(x + pad, y, &format!("{line} {words} {line}"), style);
    }
}
