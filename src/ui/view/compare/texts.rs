//! The texts side by side, or one under the other, with a sign for every pair.

use super::marks::marks;
use super::signs::{label, meet, relation, sign_role};
use crate::app::Model;
use crate::app::action::{Action, Context};
use crate::app::screen::compare::areas::{Frame, GUTTER};
use crate::app::screen::compare::rows::{Cell, Column, CompareLayout, Order, Pairs, Row, sign};
use crate::app::screen::compare::state::{Compare, Link};
use crate::job::Compared;
use crate::story::Relation;
use crate::text::sanitise::one_line;
use crate::text::segment;
use crate::text::width::width;
use crate::text::{Span, width as columns};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::marked_text::MarkedText;
use crate::words::{Lang, msg};

/// The texts of a comparison, laid out.
pub(super) struct Texts<'a> {
    pub(super) model: &'a Model,
    pub(super) comparison: &'a Compare,
    pub(super) layout: &'a CompareLayout,
    pub(super) theme: &'a Theme,
    pub(super) lang: Lang,
    /// Where they stand.
    pub(super) frame: Frame,
}

/// One of the texts.
struct Side<'a> {
    result: &'a Compared,
    pairs: &'a Pairs,
    is_a: bool,
    marks: Vec<(Span, Role)>,
    /// Column where it begins.
    x: u16,
}

impl Texts<'_> {
    /// Draws A and B and the gutter between them.
    pub(super) fn two(&self, result: &Compared, canvas: &mut Canvas<'_>) {
        let c = self.comparison;
        let pairs = c.pairs_of(result);
        let side = |is_a, x| Side { result, pairs, is_a, marks: marks(c, result, Column::B, is_a), x };
        let (side_a, side_b) = (side(true, self.frame.margin), side(false, self.frame.x_b()));
        // While the sides scroll apart, what a pin would join is marked.
        let apart = c.link != Link::Linked && !c.faces();
        let marked = |top: usize, is_a: bool| apart.then(|| self.layout.first_text(top, is_a)).flatten();
        let (place_a, place_b) = (marked(c.top, true), marked(c.top_b(), false));
        for i in 0..usize::from(canvas.height()) {
            let y = i as u16;
            let left = self.layout.rows.get(c.top + i);
            let right = self.layout.rows.get(c.top_b() + i);
            if let Some(row) = left {
                self.cell(&side_a, row, canvas, y);
                if place_a == Some(c.top + i) {
                    canvas.put(side_a.x.saturating_sub(1), y, "▸", self.theme.style(Role::Accent));
                }
            }
            if let Some(row) = right {
                self.cell(&side_b, row, canvas, y);
                if place_b == Some(c.top_b() + i) {
                    canvas.put(side_b.x.saturating_sub(1), y, "▸", self.theme.style(Role::Accent));
                }
            }
            let of = |p: Option<usize>| p.and_then(|p| pairs.get(p));
            if let Some(row) = left {
                self.margin(of(row.pair), row, canvas, y);
                if let Some(pair) = of(row.sign.or(row.pair)) {
                    self.gutter(result, pair, row, canvas, y);
                }
            }
            if self.frame.order == Order::Whole
                && let Some((row, pair)) = right.and_then(|r| Some((r, of(r.pair_b)?)))
                && row.first_b
            {
                self.gutter_b(result, pair, canvas, y);
            }
        }
    }

    /// The number of a paragraph before its first row.
    fn margin(&self, pair: Option<&crate::story::Row>, row: &Row, canvas: &mut Canvas<'_>, y: u16) {
        let folded = matches!(row.a, Cell::Alone(_)) || matches!(row.b, Cell::Alone(_));
        let Some(pair) = pair.filter(|_| row.first || row.first_b) else { return };
        if self.frame.order == Order::Columns || (self.frame.stacked && !folded) {
            return;
        }
        let own = match (pair.a.is_some(), pair.passage) {
            (true, _) => pair.paragraph_a.filter(|_| row.first),
            // Where no text of A stands, what stands there is of B.
            (false, None) => pair.paragraph_b,
            (false, Some(_)) => None,
        };
        if let Some(n) = own.filter(|_| self.frame.order == Order::Facing || pair.a.is_some()) {
            canvas.put_right(self.frame.margin - 1, y, &format!("¶{n}"), self.theme.style(Role::Dim));
        }
    }

    /// The sign of a pair, and where its counterpart stands.
    fn gutter(&self, result: &Compared, pair: &crate::story::Row, row: &Row, canvas: &mut Canvas<'_>, y: u16) {
        let Frame { order, stacked, margin, columns, .. } = self.frame;
        if matches!(row.a, Cell::Alone(_)) || matches!(row.b, Cell::Alone(_)) {
            return;
        }
        let item = self.comparison.item().filter(|i| i.column == Column::B);
        let is_current = item.is_some_and(|i| meet(pair.a, i.a) || meet(pair.b, i.b));
        let dim = self.theme.style(Role::Dim);
        let lone = pair.passage.is_none() && pair.a.is_none();
        let there = match order {
            Order::Columns => None,
            Order::Whole => pair.paragraph_b.filter(|_| pair.a.is_some()),
            Order::Facing => pair.paragraph_b.filter(|_| !lone && (pair.apart || pair.b.is_none() || pair.a.is_none())),
        };
        let number = there.map_or(String::new(), |n| format!("¶{n}"));
        if stacked && row.first_b {
            canvas.put(0, y, "B", self.theme.plain(Role::SideB));
            canvas.put(1, y, &number, dim);
        }
        let x = if stacked { 0 } else { margin + columns + 1 + u16::from(order == Order::Columns) };
        if row.sign.is_some() {
            if (stacked && row.a == Cell::Empty) || (order == Order::Whole && pair.a.is_none()) {
                return;
            }
            let role = sign_role(relation(pair, result, order));
            let style = if is_current { self.theme.style(Role::HitCurrent) } else { self.theme.plain(role) };
            canvas.put(x, y, &label(pair, result, self.frame.order), style);
            if !stacked {
                canvas.put(x + 3, y, &number, dim);
            }
        } else if is_current && !stacked && order != Order::Whole {
            canvas.put(x, y, "│", self.theme.style(Role::Accent));
        }
    }

    /// The sign of a pair before the right text, where that has its own order.
    fn gutter_b(&self, result: &Compared, pair: &crate::story::Row, canvas: &mut Canvas<'_>, y: u16) {
        let dim = self.theme.style(Role::Dim);
        let x = self.frame.x_b();
        if let Some(n) = pair.paragraph_b.filter(|_| pair.b.is_some()) {
            canvas.put(x + self.frame.columns + 1, y, &format!("¶{n}"), dim);
        }
        let there = pair.paragraph_a.filter(|_| pair.relation != Relation::OnlyB);
        let there = there.map_or(String::new(), |n| format!("¶{n}"));
        let sign = label(pair, result, self.frame.order);
        let at = canvas.put_right(x - 1, y, &sign, self.theme.plain(sign_role(relation(pair, result, Order::Whole))));
        canvas.put_right(at, y, &there, dim);
    }

    /// Draws the third text against A, with its sign before it.
    pub(super) fn third(&self, third: &Compared, canvas: &mut Canvas<'_>) {
        let (is_a, marks, pairs) = (false, marks(self.comparison, third, Column::C, false), &third.pairs[..]);
        let side = Side { result: third, pairs, is_a, marks, x: GUTTER };
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
            self.text(&side, &row.c, canvas, y);
        }
    }

    fn cell(&self, side: &Side<'_>, row: &Row, canvas: &mut Canvas<'_>, y: u16) {
        let (cell, pair) = if side.is_a { (&row.a, row.pair) } else { (&row.b, row.pair_b) };
        match cell {
            Cell::Alone(span) => {
                let pair = pair.and_then(|p| side.pairs.get(p));
                self.alone(side, *span, pair, canvas, y);
            }
            Cell::Rest(n) => self.rest(*n, canvas, y),
            cell => self.text(side, cell, canvas, y),
        }
    }

    fn text(&self, side: &Side<'_>, cell: &Cell, canvas: &mut Canvas<'_>, y: u16) {
        let document = if side.is_a { &side.result.a.document } else { &side.result.b.document };
        match cell {
            Cell::Empty | Cell::Alone(_) | Cell::Rest(_) => {}
            Cell::Opening(span) => {
                let words = one_line(span.of(&document.text));
                canvas.put_cut(side.x, y, self.frame.columns, &words, self.theme.style(Role::Dim));
            }
            Cell::Text(span) => {
                let only = side.pairs.iter().any(|p| {
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
                let words = self.model.with_keys(self.lang.text(msg::UI_COMPARE_ELSEWHERE));
                self.dotted(canvas, side.x, y, &words);
            }
            Cell::Folded(n) => {
                let words = self.lang.say(msg::ui_compare_folded(*n));
                let key = self.model.keymap.key_of(Context::Compare, Action::UnfoldCommon).unwrap_or_default();
                self.dotted(canvas, side.x, y, &format!("{words} ({key})"));
            }
        }
    }

    /// What has no counterpart in one row over both columns: what it is, how
    /// long, its first words.
    fn alone(&self, side: &Side<'_>, span: Span, pair: Option<&crate::story::Row>, canvas: &mut Canvas<'_>, y: u16) {
        let document = if side.is_a { &side.result.a.document } else { &side.result.b.document };
        let words = self.lang.words(segment::words(&document.text, span).count());
        let there = pair.and_then(|p| if side.is_a { p.paragraph_b } else { p.paragraph_a });
        let (name, role) = match (side.is_a, pair.map(|p| p.relation)) {
            (_, Some(Relation::Perhaps)) => {
                let sign = sign(Relation::Perhaps);
                let place = there.map_or(String::new(), |n| format!(" ¶{n}"));
                let other = if side.is_a { "B" } else { "A" };
                (format!("{sign} {} {other}{place}", self.lang.text(msg::COMPARE_PERHAPS)), Role::Dim)
            }
            (true, _) => (self.lang.text(msg::UI_FACTS_ONLY_A).to_owned(), Role::SideA),
            (false, _) => (self.lang.text(msg::UI_FACTS_ONLY_B).to_owned(), Role::SideB),
        };
        let item = self.comparison.item().filter(|i| i.column == Column::B);
        let current = item.is_some_and(|i| meet(Some(span), if side.is_a { i.a } else { i.b }));
        let style = if current { self.theme.style(Role::HitCurrent) } else { self.theme.plain(role) };
        let x = canvas.put(self.frame.margin, y, &name, style);
        let room = self.frame.x_b() + self.frame.columns;
        let opening = one_line(span.of(&document.text));
        let rest = format!(" · {words} · {opening}");
        let rest = columns::ellipsis(&rest, usize::from(room.saturating_sub(x)));
        canvas.put(x, y, &rest, self.theme.style(Role::Dim));
    }

    /// Where what only B has begins.
    fn rest(&self, n: usize, canvas: &mut Canvas<'_>, y: u16) {
        let words = self.lang.say(msg::ui_compare_rest(n));
        let x = canvas.put(self.frame.margin, y, "── ", self.theme.style(Role::Dim));
        let x = canvas.put(x, y, &words, self.theme.plain(Role::SideB));
        let room = (self.frame.x_b() + self.frame.columns).saturating_sub(x + 1);
        canvas.put(x, y, &format!(" {}", "─".repeat(room.into())), self.theme.style(Role::Dim));
    }

    /// Words in the middle of a dotted line, where there is no text.
    fn dotted(&self, canvas: &mut Canvas<'_>, x: u16, y: u16, words: &str) {
        let w = width(words) as u16 + 2;
        let columns = self.frame.columns;
        let dots = columns.saturating_sub(w) / 2;
        let line = "┄".repeat(usize::from(dots.min(12)));
        let style = self.theme.style(Role::Dim);
        let pad = columns.saturating_sub(w + 2 * dots.min(12)) / 2;
        canvas.put(x + pad, y, &format!("{line} {words} {line}"), style);
    }
}
