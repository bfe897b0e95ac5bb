//! The rows above texts that face each other: which texts, what they say
//! differently, what they have in common.

use super::super::chrome::path;
use super::head::{common, events, joined, side_label};
use crate::app::Model;
use crate::app::action::{Action, Context};
use crate::app::screen::compare::areas::{Frame, findings_shown};
use crate::app::screen::compare::hunks::{Layer, stop, told};
use crate::app::screen::compare::rows::{Column, SideName};
use crate::app::screen::compare::state::Compare;
use crate::job::Compared;
use crate::text::width::width;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::words::{Lang, msg};
use ratatui::style::Modifier;

/// Shares of both texts below which they have next to nothing in common.
const NEXT_TO_NOTHING: f64 = 0.08;

/// Draws the rows over texts that stand in `frame`.
pub(super) fn draw(model: &Model, c: &Compare, frame: Frame, theme: &Theme, canvas: &mut Canvas<'_>) {
    let lang = model.lang();
    let w = canvas.width();
    let label = |canvas: &mut Canvas<'_>, side: SideName, x: u16, y: u16, end: u16| {
        let (name, id, role) = match side {
            SideName::A => ("A ", c.a, Role::SideA),
            SideName::B => ("B ", c.b, Role::SideB),
        };
        if c.side == side {
            canvas.put(x.saturating_sub(1), y, "▌", theme.style(Role::Accent));
        }
        let x = canvas.put(x, y, name, theme.plain(role).add_modifier(Modifier::BOLD));
        let room = end.saturating_sub(x);
        canvas.put_cut(x, y, room, &side_label(model, id, room, lang), theme.plain(role));
    };
    let left = frame.margin;
    let mut y = 1;
    if frame.stacked {
        label(canvas, SideName::A, left, 0, w);
        label(canvas, SideName::B, left, 1, w);
        y += 1;
    } else {
        label(canvas, SideName::A, left, 0, frame.x_b() - 2);
        label(canvas, SideName::B, frame.x_b(), 0, w);
    }
    let Some(result) = &c.result else { return };
    let room = w.saturating_sub(left + 1);
    let shown = findings_shown(model.size, c);
    for (i, f) in told(result).iter().take(shown).enumerate() {
        let is_current = c.walked == Layer::All && c.item().is_some() && c.item() == stop(f, Column::B, lang).as_ref();
        let role = if is_current { Role::Strong } else { Role::Text };
        let key = if is_current { format!("▸{}", i + 1) } else { (i + 1).to_string() };
        canvas.put_right(left.saturating_sub(1), y, &key, theme.style(Role::Accent));
        canvas.put_cut(left, y, room, &lang.say(&f.sentence), theme.style(role));
        y += 1;
    }
    // One number of what is to be looked up: what n and the numbers go to.
    let stops = c.items_of(Layer::All).iter().filter(|h| h.column == Column::B).count();
    let doubtful = stops.saturating_sub(c.sure_stops(result, lang));
    let (line, role) = shared(result, told(result).len() - shown, doubtful, lang);
    let line = model.with_keys(&line);
    let walked = walked(model, c);
    let end = canvas.put_cut(left, y, room, &line, theme.style(role));
    let mut right = w.saturating_sub(1);
    if !walked.is_empty() && end + width(&walked) as u16 + 2 < w {
        right = canvas.put_right(right, y, &walked, theme.style(Role::Accent)).saturating_sub(2);
    }
    if let Some(path) = path(model, right.saturating_sub(end + 2)) {
        canvas.put_right(right, y, &path, theme.style(Role::Dim));
    }
}

/// What is stepped through, where it is not what differs.
fn walked(model: &Model, c: &Compare) -> String {
    if c.layer == Layer::All {
        return String::new();
    }
    let key = model.keymap.key_of(Context::Compare, Action::Next).unwrap_or_default();
    format!("{key} ▌{} {}", c.layer.label(model.lang()), c.items_of(c.layer).len())
}

/// One honest line of what is common; `more` findings have no row, and so many places are to be
/// looked up.
fn shared(result: &Compared, more: usize, doubtful: usize, lang: Lang) -> (String, Role) {
    let cmp = &result.comparison;
    let told = told(result);
    let mut parts = events(result);
    let role = if parts.is_empty() { Role::Dim } else { Role::Problem };
    if cmp.shared_a < NEXT_TO_NOTHING && cmp.shared_b < NEXT_TO_NOTHING && told.is_empty() {
        parts.push(msg::UI_COMPARE_NEXT_TO_NOTHING.into());
        return (joined(parts, lang), Role::Strong);
    }
    parts.push(common(result));
    // Before all that may be cut off in a narrow row.
    match (told.is_empty(), doubtful) {
        (true, 0) => parts.push(msg::UI_COMPARE_NOTHING_DIFFERS.into()),
        (true, n) => parts.push(msg::ui_compare_only_doubtful(n)),
        (false, 0) => {}
        (false, n) => parts.push(msg::ui_compare_also_doubtful(n)),
    }
    let (same, _) = cmp.quotes_told();
    if same > 0 {
        parts.push(msg::ui_compare_same_quotes(same));
    }
    if more > 0 {
        parts.push(msg::ui_compare_more(more));
    }
    (joined(parts, lang), role)
}
