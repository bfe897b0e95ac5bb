//! The rows above the texts: which texts, what they have in common, the layers.

use super::super::chrome::path;
use crate::app::Model;
use crate::app::screen::compare::areas::THREE_TEXTS_FROM;
use crate::app::screen::compare::hunks::Layer;
use crate::app::screen::compare::rows::Presentation;
use crate::app::screen::compare::rows::shares;
use crate::app::screen::compare::state::{Compare, Link};
use crate::corpus::DocId;
use crate::job::Compared;
use crate::story::{EventCheck, FindingKind};
use crate::text::width::{ellipsis, width};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::signs::verdict_sign;
use crate::words::{Lang, Message, msg};

/// Columns of a headline that stands for its text.
const OPENING: usize = 48;

/// Which text it is: its source and date, else the first words of its
/// headline, as far as `columns` let them; its length and what was decided of it.
pub(super) fn side_label(model: &Model, id: DocId, columns: u16, lang: Lang) -> String {
    let Some(card) = model.library.card(id) else { return String::new() };
    let verdict = verdict_sign(model, id).map_or(String::new(), |(sign, _)| format!(" {sign}"));
    let tail = format!(" · {}{verdict}", lang.words(card.words));
    let room = usize::from(columns).saturating_sub(width(&tail));
    let name = card.label_within(OPENING.min(room), lang);
    let name = ellipsis(&name, room);
    format!("{name}{tail}")
}

/// Draws the rows.
pub(super) fn draw(model: &Model, c: &Compare, theme: &Theme, canvas: &mut Canvas<'_>) {
    let lang = model.lang();
    let w = canvas.width();
    let link = match c.link {
        Link::Linked => "⇄",
        Link::Free => "⇵",
        Link::Offset => "⇄±",
    };
    let third = c.third.as_ref().map(|t| t.0);
    let third = third.filter(|_| w >= THREE_TEXTS_FROM && c.presentation == Presentation::Columns);
    let half = if third.is_some() { w / 3 } else { w / 2 };
    let focus_a = c.side == crate::app::screen::compare::rows::SideName::A;
    let mark = |on: bool| if on { "▌" } else { " " };
    let letter = |role: Role| theme.plain(role).add_modifier(ratatui::style::Modifier::BOLD);
    let side = |canvas: &mut Canvas<'_>, x: u16, end: u16, id: DocId, role: Role| {
        let room = end.saturating_sub(x);
        canvas.put_cut(x, 0, room, &side_label(model, id, room, lang), theme.plain(role));
    };
    let x = canvas.put(0, 0, mark(focus_a), theme.style(Role::Accent));
    let x = canvas.put(x, 0, "A ", letter(Role::SideA));
    side(canvas, x, half.saturating_sub(4), c.a, Role::SideA);
    canvas.put(half.saturating_sub(2), 0, link, theme.style(Role::Dim));
    let x = canvas.put(half + 1, 0, mark(!focus_a), theme.style(Role::Accent));
    let x = canvas.put(x, 0, "B ", letter(Role::SideB));
    let end = if third.is_some() { half * 2 } else { w };
    side(canvas, x, end.saturating_sub(1), c.b, Role::SideB);
    if let Some(third) = third {
        let x = canvas.put(end + 1, 0, "C ", letter(Role::SideB));
        side(canvas, x, w.saturating_sub(1), third, Role::SideB);
    }
    let Some(result) = &c.result else { return };
    let (line, role) = summary(result, lang);
    canvas.put_cut(1, 1, w.saturating_sub(2), &line, theme.style(role));
    let end = layers(c, theme, canvas, lang);
    if let Some(path) = path(model, w.saturating_sub(end + 2)) {
        canvas.put_right(w - 1, 2, &path, theme.style(Role::Dim));
    }
}

/// What the two have in common.
pub(super) fn common(result: &Compared) -> Message {
    let (a, b) = shares(&result.comparison);
    msg::ui_compare_common(msg::ui_percent(a), msg::ui_percent(b))
}

/// That the two report different events, when they do.
pub(super) fn events(result: &Compared) -> Vec<Message> {
    let cmp = &result.comparison;
    let EventCheck::Different { reason, days } = &cmp.events else { return Vec::new() };
    let head = msg::UI_COMPARE_EVENTS_DIFFER;
    let head = match days {
        Some(days) => msg::ui_compare_events_days(head, msg::ui_days(days.unsigned_abs())),
        None => msg::ui_compare_events_why(head, reason),
    };
    let reversed = cmp.reversed.then(|| msg::UI_COMPARE_REVERSED.into());
    [Some(head), reversed].into_iter().flatten().collect()
}

/// What the two have in common, or that they report different events.
fn summary(result: &Compared, lang: Lang) -> (String, Role) {
    let cmp = &result.comparison;
    let common = common(result);
    let events = events(result);
    if !events.is_empty() {
        return (joined(events.into_iter().chain([common]), lang), Role::Problem);
    }
    let (same, differ) = cmp.quotes_told();
    let inside = cmp.findings.iter().chain(&cmp.doubtful).filter(|f| f.kind == FindingKind::FigureInside).count();
    let figures = cmp.figures.differing.iter().filter(|f| cmp.is_told(f)).count();
    let mut parts = vec![common, msg::ui_compare_quotes(same, differ), msg::ui_compare_figures(figures)];
    if inside > 0 {
        parts.push(msg::ui_compare_inside(inside));
    }
    let e = &cmp.entities;
    parts.push(msg::ui_compare_names(e.both.len(), e.only_a.len(), e.only_b.len()));
    if cmp.formulas > 0 {
        parts.push(msg::ui_compare_formulas(cmp.formulas));
    }
    let perhaps = cmp.undecided.iter().filter(|u| u.grade.is_some()).count();
    if perhaps > 0 {
        parts.push(msg::ui_compare_undecided(perhaps));
    }
    (joined(parts, lang), Role::Dim)
}

/// Messages on one row.
pub(super) fn joined(parts: impl IntoIterator<Item = Message>, lang: Lang) -> String {
    parts.into_iter().map(|p| lang.say(p)).collect::<Vec<_>>().join(" · ")
}

fn layers(c: &Compare, theme: &Theme, canvas: &mut Canvas<'_>, lang: Lang) -> u16 {
    let mut x = canvas.put(1, 2, "g ", theme.style(Role::Accent));
    for layer in Layer::ALL {
        let active = layer == c.layer;
        let n = c.items_of(layer).len();
        let key = layer.key().to_string();
        let name = if canvas.width() < 70 { "" } else { layer.label(lang) };
        let need = (width(&key) + width(name) + n.to_string().len() + 5) as u16;
        if x + need > canvas.width() {
            break;
        }
        x = canvas.put(x, 2, &key, theme.style(Role::Accent));
        let style = if active { theme.style(Role::Strong) } else { theme.style(Role::Dim) };
        let label = if active { format!(" ▌{name} {n}") } else { format!(" {name} {n}") };
        x = canvas.put(x, 2, &label, style) + 2;
    }
    x
}
