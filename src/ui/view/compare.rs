//! The comparison screen: two columns from one list of pairs, a sign for
//! every pair in the gutter, a map of both texts.

use super::article::text;
use super::chrome::bars;
use super::facts;
use super::list::verdict_sign;
use crate::app::Model;
use crate::app::area::Area;
use crate::app::prepare::{
    COMPARE_HEAD, GUTTER, THREE_TEXTS_FROM, compare_columns, compare_maps, shows_third, third_columns,
};
use crate::app::screen::compare::rows::{Cell, Column, shares, sign};
use crate::app::screen::compare::rows::{CompareLayout, Presentation};
use crate::app::screen::compare::state::{Compare, Layer, Link};
use crate::app::words::Lang;
use crate::corpus::DocId;
use crate::job::Compared;
use crate::story::{EventCheck, FindingKind, QuoteRelation, Reason, Relation};
use crate::text::Span;
use crate::text::width::width;
use crate::ui::Theme;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use ratatui::buffer::Buffer;

/// A third column of facts from here.
const FACTS_FROM: u16 = 190;

/// Draws the screen.
pub(crate) fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    let body = bars(model, theme, buffer);
    let all = Area::new(0, 0, model.size.width, body.bottom());
    let Some(c) = &model.compare else { return };
    let (head, rest) = all.split_top(COMPARE_HEAD + body.y);
    header(model, c, theme, &mut Canvas::new(buffer, head));
    let maps = compare_maps(model.size, c);
    let (main, map) = rest.split_bottom(maps);
    let lang = model.lang();
    let Some(result) = &c.result else {
        let words = lang.pick("comparaison…", "comparing…");
        Canvas::new(buffer, main).put(2, 1, words, theme.style(Role::Dim));
        return;
    };
    if c.presentation == Presentation::Table {
        facts::draw(result, c, lang, theme, &mut Canvas::new(buffer, main));
    } else if let (Some(third), Some(layout), true) = (c.third_result(), c.rows(), shows_third(model.size.width, c)) {
        let columns = third_columns(model.size.width);
        let used = columns * 3 + GUTTER * 2 + 3;
        let spare = main.width.saturating_sub(used) / 2;
        let (left, right) = main.inset(spare, spare).split_left(columns * 2 + GUTTER + 2);
        rows(c, result, layout, theme, &mut Canvas::new(buffer, left), columns, false, lang);
        third_rows(c, third, layout, theme, &mut Canvas::new(buffer, right), columns, lang);
    } else if let Some(layout) = c.rows() {
        let (columns, stacked) = compare_columns(model.size.width, c.presentation);
        if model.size.width >= FACTS_FROM && !stacked {
            let used = columns * 2 + GUTTER + 3;
            let (left, right) = main.split_left(used);
            rows(c, result, layout, theme, &mut Canvas::new(buffer, left), columns, stacked, lang);
            facts::draw(result, c, lang, theme, &mut Canvas::new(buffer, right.inset(1, 0)));
        } else {
            // The two columns stand in the middle of a wide screen.
            let used = if stacked { columns + 6 } else { columns * 2 + GUTTER + 2 };
            let spare = main.width.saturating_sub(used) / 2;
            rows(c, result, layout, theme, &mut Canvas::new(buffer, main.inset(spare, spare)), columns, stacked, lang);
        }
    }
    if maps > 0 {
        let third = c.third_result().filter(|_| shows_third(model.size.width, c));
        draw_maps(c, result, third.map(|t| &**t), theme, &mut Canvas::new(buffer, map));
    }
}

fn side_label(model: &Model, id: DocId, lang: Lang) -> String {
    let Some(card) = model.library.card(id) else { return String::new() };
    let verdict = verdict_sign(model, id).map_or(String::new(), |(sign, _)| format!(" {sign}"));
    format!("{} · {}{verdict}", card.label(lang), lang.words(card.words))
}

fn header(model: &Model, c: &Compare, theme: &Theme, canvas: &mut Canvas<'_>) {
    let lang = model.lang();
    let w = canvas.width();
    let (a, b) = (side_label(model, c.a, lang), side_label(model, c.b, lang));
    let link = match c.link {
        Link::Linked => "⇄",
        Link::Free => "⇵",
        Link::Offset => "⇄±",
    };
    let third = c.third.as_ref().map(|t| side_label(model, t.0, lang));
    let third = third.filter(|_| w >= THREE_TEXTS_FROM && c.presentation == Presentation::Columns);
    let half = if third.is_some() { w / 3 } else { w / 2 };
    let focus_a = c.side == crate::app::screen::compare::rows::SideName::A;
    let mark = |on: bool| if on { "▌" } else { " " };
    let x = canvas.put(0, 0, mark(focus_a), theme.style(Role::Accent));
    let x = canvas.put(x, 0, "A ", theme.plain(Role::SideA).add_modifier(ratatui::style::Modifier::BOLD));
    canvas.put_cut(x, 0, half.saturating_sub(x + 4), &a, theme.plain(Role::SideA));
    canvas.put(half.saturating_sub(2), 0, link, theme.style(Role::Dim));
    let x = canvas.put(half + 1, 0, mark(!focus_a), theme.style(Role::Accent));
    let x = canvas.put(x, 0, "B ", theme.plain(Role::SideB).add_modifier(ratatui::style::Modifier::BOLD));
    let end = if third.is_some() { half * 2 } else { w };
    canvas.put_cut(x, 0, end.saturating_sub(x + 1), &b, theme.plain(Role::SideB));
    if let Some(third) = third {
        let x = canvas.put(end + 1, 0, "C ", theme.plain(Role::SideB).add_modifier(ratatui::style::Modifier::BOLD));
        canvas.put_cut(x, 0, w.saturating_sub(x + 1), &third, theme.plain(Role::SideB));
    }
    let Some(result) = &c.result else { return };
    let (line, role) = summary(result, lang);
    canvas.put_cut(1, 1, w.saturating_sub(2), &line, theme.style(role));
    layers(c, theme, canvas, lang);
}

/// What the two have in common, or that they report different events.
fn summary(result: &Compared, lang: Lang) -> (String, Role) {
    let cmp = &result.comparison;
    let (a, b) = shares(cmp);
    let percent = |n: usize| lang.pick(format!("{n}\u{a0}%"), format!("{n}%"));
    let common = lang.pick(
        format!("commun : {} de A, {} de B", percent(a), percent(b)),
        format!("in common: {} of A, {} of B", percent(a), percent(b)),
    );
    if let EventCheck::Different { reason, days } = &cmp.events {
        let days = days.map_or(String::new(), |d| {
            format!(" ({})", lang.count(d.unsigned_abs() as usize, ["jour", "jours"], ["day", "days"]))
        });
        let head = lang.pick("≠ ÉVÉNEMENTS DIFFÉRENTS", "≠ DIFFERENT EVENTS");
        let reversed = if cmp.reversed { lang.pick(" · rôles inversés", " · roles reversed") } else { "" };
        let why = if days.is_empty() { format!(" : {}", crate::app::told::told(lang, reason)) } else { days };
        return (format!("{head}{why}{reversed} · {common}"), Role::Problem);
    }
    let quotes = &cmp.quotes.shared;
    let same = quotes.iter().filter(|q| q.relation == QuoteRelation::Same).count();
    let inside = cmp.findings.iter().filter(|f| f.kind == FindingKind::FigureInside).count();
    let mut parts = vec![common];
    parts.push(lang.pick(
        format!("citations {same}= {}≠", quotes.len() - same),
        format!("quotes {same}= {}≠", quotes.len() - same),
    ));
    parts.push(lang.pick(
        format!("chiffres {}≠", cmp.figures.differing.len()),
        format!("figures {}≠", cmp.figures.differing.len()),
    ));
    if inside > 0 {
        parts.push(lang.pick(format!("{inside} dans un même texte"), format!("{inside} inside one text")));
    }
    let e = &cmp.entities;
    parts.push(lang.pick(
        format!("noms : {} communs, {} A, {} B", e.both.len(), e.only_a.len(), e.only_b.len()),
        format!("names: {} shared, {} A, {} B", e.both.len(), e.only_a.len(), e.only_b.len()),
    ));
    if cmp.formulas > 0 {
        let words = (["formule non comptée", "formules non comptées"], ["formula not counted", "formulas not counted"]);
        parts.push(lang.count(cmp.formulas, words.0, words.1));
    }
    if !cmp.undecided.is_empty() {
        let words = (["lien indécis", "liens indécis"], ["link undecided", "links undecided"]);
        parts.push(lang.count(cmp.undecided.len(), words.0, words.1));
    }
    (parts.join(" · "), Role::Dim)
}

fn layers(c: &Compare, theme: &Theme, canvas: &mut Canvas<'_>, lang: Lang) {
    let mut x = canvas.put(1, 2, "g ", theme.style(Role::Accent));
    for layer in Layer::ALL {
        let active = layer == c.layer;
        let n = c.items_of(layer).len();
        let key = layer.key().to_string();
        let name = if canvas.width() < 70 { "" } else { layer.name(lang) };
        let need = (width(&key) + width(name) + n.to_string().len() + 5) as u16;
        if x + need > canvas.width() {
            break;
        }
        x = canvas.put(x, 2, &key, theme.style(Role::Accent));
        let style = if active { theme.style(Role::Strong) } else { theme.style(Role::Dim) };
        let label = if active { format!(" ▌{name} {n}") } else { format!(" {name} {n}") };
        x = canvas.put(x, 2, &label, style) + 2;
    }
}

/// The role of a pair's sign.
fn sign_role(relation: Relation) -> Role {
    match relation {
        Relation::Same => Role::Dim,
        Relation::Reworded | Relation::Moved => Role::Accent,
        Relation::Differs => Role::Problem,
        Relation::OnlyA => Role::SideA,
        Relation::OnlyB => Role::SideB,
    }
}

#[allow(clippy::too_many_arguments)]
fn rows(
    c: &Compare,
    result: &Compared,
    layout: &CompareLayout,
    theme: &Theme,
    canvas: &mut Canvas<'_>,
    columns: u16,
    stacked: bool,
    lang: Lang,
) {
    let marks_a = marks(c, result, Column::B, true);
    let marks_b = marks(c, result, Column::B, false);
    let height = usize::from(canvas.height());
    let x_b = if stacked { 5 } else { 1 + columns + GUTTER };
    let gutter = if stacked { 1 } else { 1 + columns + 1 };
    let (current_a, current_b) = c.item().filter(|i| i.column == Column::B).map_or((None, None), |i| (i.a, i.b));
    // While the sides scroll apart, what a pin would join is marked.
    let apart = c.link != Link::Linked;
    let marked = |top: usize, is_a: bool| apart.then(|| layout.first_text(top, is_a)).flatten();
    let (place_a, place_b) = (marked(c.top, true), marked(c.top_b(), false));
    for i in 0..height {
        let y = i as u16;
        let left = layout.rows.get(c.top + i);
        let right = layout.rows.get(c.top_b() + i);
        if let Some(row) = left {
            let x = if stacked { 5 } else { 1 };
            cell(&row.a, result, true, &marks_a, theme, canvas, x, y, columns, lang);
            if place_a == Some(c.top + i) {
                canvas.put(x.saturating_sub(1), y, "▸", theme.style(Role::Accent));
            }
        }
        if let Some(row) = right {
            cell(&row.b, result, false, &marks_b, theme, canvas, x_b, y, columns, lang);
            if place_b == Some(c.top_b() + i) {
                canvas.put(x_b.saturating_sub(1), y, "▸", theme.style(Role::Accent));
            }
        }
        let Some(pair) = left.and_then(|r| r.pair).and_then(|p| result.pairs.get(p)) else { continue };
        let is_current = hit(pair.a, current_a) || hit(pair.b, current_b);
        let first = left.is_some_and(|r| r.first);
        let role = sign_role(pair.relation);
        if first {
            let style = if is_current { theme.style(Role::HitCurrent) } else { theme.plain(role) };
            // What a hand put together has a sign of its own.
            let passage = pair.passage.and_then(|p| result.comparison.passages.get(p));
            let by_hand = passage.is_some_and(|p| p.reasons.contains(&Reason::ByHand));
            let s = if by_hand { "M" } else { sign(pair.relation) };
            let label = if is_current { format!(" {s} ") } else { format!(" {s}") };
            canvas.put(gutter, y, &label, style);
        } else if is_current {
            canvas.put(gutter + 1, y, "│", theme.style(Role::Accent));
        } else if matches!(pair.relation, Relation::OnlyA | Relation::OnlyB) {
            // Nothing to say on the other side of a long block.
        }
    }
}

/// True when two places have something in common.
fn hit(s: Option<Span>, t: Option<Span>) -> bool {
    s.zip(t).is_some_and(|(s, t)| s.touches(t))
}

/// The third text against the left one: its sign, its words.
fn third_rows(
    c: &Compare,
    third: &Compared,
    layout: &CompareLayout,
    theme: &Theme,
    canvas: &mut Canvas<'_>,
    columns: u16,
    lang: Lang,
) {
    let marks = marks(c, third, Column::C, false);
    let (current_a, current_c) = c.places_in(Column::C);
    let in_c = c.item().is_some_and(|i| i.column == Column::C);
    for i in 0..usize::from(canvas.height()) {
        let Some(row) = layout.rows.get(c.top + i) else { break };
        let y = i as u16;
        if let Some(pair) = row.pair_c.and_then(|p| third.pairs.get(p)) {
            if in_c && (hit(pair.a, current_a) || hit(pair.b, current_c)) {
                canvas.put(0, y, &format!(" {} ", sign(pair.relation)), theme.style(Role::HitCurrent));
            } else {
                canvas.put(1, y, sign(pair.relation), theme.plain(sign_role(pair.relation)));
            }
        }
        cell(&row.c, third, false, &marks, theme, canvas, GUTTER, y, columns, lang);
    }
}

#[allow(clippy::too_many_arguments)]
fn cell(
    cell: &Cell,
    result: &Compared,
    is_a: bool,
    marks: &[(Span, Role)],
    theme: &Theme,
    canvas: &mut Canvas<'_>,
    x: u16,
    y: u16,
    columns: u16,
    lang: Lang,
) {
    let document = if is_a { &result.a.document } else { &result.b.document };
    match cell {
        Cell::Empty => {}
        Cell::Text(span) => {
            let only = result.pairs.iter().any(|p| {
                let (mine, relation) = if is_a { (p.a, Relation::OnlyA) } else { (p.b, Relation::OnlyB) };
                p.relation == relation && mine.is_some_and(|m| m.contains(*span))
            });
            if only && x > 0 {
                let role = if is_a { Role::SideA } else { Role::SideB };
                canvas.put(x - 1, y, "▎", theme.plain(role));
            }
            text(theme, canvas, x, y, document, *span, marks, theme.style(Role::Text));
        }
        Cell::Absent => {
            let words = lang.pick("rien ici", "nothing here");
            dotted(theme, canvas, x, y, columns, words);
        }
        Cell::Elsewhere(_) => {
            let words = lang.pick("↕ plus loin ou plus haut (Entrée)", "↕ elsewhere in this text (Enter)");
            dotted(theme, canvas, x, y, columns, words);
        }
        Cell::Folded(n) => {
            let words = lang.count(*n, ["passage commun", "passages communs"], ["shared passage", "shared passages"]);
            dotted(theme, canvas, x, y, columns, &format!("{words} (+)"));
        }
    }
}

fn dotted(theme: &Theme, canvas: &mut Canvas<'_>, x: u16, y: u16, columns: u16, words: &str) {
    let w = width(words) as u16 + 2;
    let dots = columns.saturating_sub(w) / 2;
    let line = "┄".repeat(usize::from(dots.min(12)));
    let style = theme.style(Role::Dim);
    let pad = columns.saturating_sub(w + 2 * dots.min(12)) / 2;
    canvas.put(x + pad, y, &format!("{line} {words} {line}"), style);
}

/// What is marked on one side: words that only it has, figures and quotes
/// that differ, the current stop.
fn marks(c: &Compare, result: &Compared, column: Column, is_a: bool) -> Vec<(Span, Role)> {
    let cmp = &result.comparison;
    let side = if is_a { Role::SideA } else { Role::SideB };
    let mut marks: Vec<(Span, Role)> = Vec::new();
    for p in &cmp.passages {
        let (whole, words) = if is_a { (p.a, &p.words.only_a) } else { (p.b, &p.words.only_b) };
        // Where most words differ, marking them all would hide the few that
        // count; the sign in the gutter says it.
        let marked: usize = words.iter().map(|s| s.len()).sum();
        if marked * 2 <= whole.len() {
            marks.extend(words.iter().map(|s| (*s, side)));
        }
    }
    for f in &cmp.figures.differing {
        marks.push((if is_a { f.a } else { f.b }, Role::Differs));
    }
    for f in cmp.findings.iter().filter(|f| matches!(f.kind, FindingKind::FigureInside | FindingKind::Calendar)) {
        let mine = if is_a { f.a } else { f.b };
        marks.extend(mine.into_iter().map(|s| (s, Role::Differs)));
        if mine.is_some() {
            marks.extend(f.again.into_iter().map(|s| (s, Role::Differs)));
        }
    }
    if c.layer == Layer::Quotes {
        for q in &cmp.quotes.shared {
            marks.push((if is_a { q.a } else { q.b }, Role::Lit));
        }
    }
    if matches!(c.layer, Layer::Quotes | Layer::Figures | Layer::Entities)
        && let (a, other) = c.places_in(column)
        && let Some(span) = if is_a { a } else { other }
    {
        marks.push((span, Role::HitCurrent));
    }
    marks.sort_by_key(|(s, _)| s.start);
    marks
}

/// A map of each text: one sign a cell, in the order of the text.
fn draw_maps(c: &Compare, result: &Compared, third: Option<&Compared>, theme: &Theme, canvas: &mut Canvas<'_>) {
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
                Relation::OnlyA | Relation::OnlyB => "░",
            };
            let style = if hit(Some(*span), current) {
                theme.style(Role::HitCurrent)
            } else {
                theme.plain(sign_role(*relation))
            };
            x = canvas.put(x, y, &glyph.repeat(cells), style);
        }
    }
}
