//! The page of a name: spellings to join and part on the left, dates,
//! quotations and mentions on the right; one under the other when narrow.

use super::chrome::bars;
use crate::app::Model;
use crate::app::area::Area;
use crate::app::screen::name::rows;
use crate::app::screen::name::state::{NameColumn, NameRow, Standing, left_column};
use crate::app::view::entity_kind_one;
use crate::job::Passage;
use crate::text::bar::bar;
use crate::text::width::{ellipsis, ellipsis_start, width};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::pane_name::pane_name;
use crate::words::msg;
use ratatui::buffer::Buffer;

/// Columns of a day and the air behind it.
const DAY: u16 = 11;

/// Draws the screen.
pub(crate) fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    let body = bars(model, theme, buffer);
    let lang = model.lang();
    let page = &model.name;
    let title =
        rows::merged(model).map_or(String::new(), |m| format!("{} · {}", m.name, entity_kind_one(m.kind, lang)));
    let count = rows::merged(model).map_or(String::new(), |m| {
        let mentions = lang.say(msg::ui_mentions(m.count));
        format!("{mentions} · {}", lang.articles(m.documents.len()))
    });
    pane_name(theme, &mut Canvas::new(buffer, body), &title, &count, true);
    let below = Area::new(body.x, body.y + 1, body.width, body.height.saturating_sub(1));
    let Some(left) = left_column(below.width) else {
        column(model, theme, &mut Canvas::new(buffer, below), &page.columns[0], true);
        return;
    };
    let areas = [
        Area::new(below.x, below.y, left, below.height),
        Area::new(below.x + left + 1, below.y, below.width - left - 1, below.height),
    ];
    for (i, area) in areas.into_iter().enumerate() {
        column(model, theme, &mut Canvas::new(buffer, area), &page.columns[i], page.column == i);
    }
    let mut rule = Canvas::new(buffer, Area::new(below.x + left, below.y, 1, below.height));
    for y in 0..below.height {
        rule.put(0, y, "│", theme.plain(Role::Rule));
    }
}

fn column(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>, column: &NameColumn, focus: bool) {
    let w = canvas.width();
    let height = usize::from(canvas.height());
    for (i, row) in column.rows.iter().enumerate().skip(column.top).take(height) {
        let y = (i - column.top) as u16;
        let end = w.saturating_sub(1);
        match row {
            NameRow::Blank => {}
            NameRow::Head(words) => {
                canvas.put_cut(1, y, end, words, theme.style(Role::Dim));
            }
            NameRow::Spelling(s) => spelling(model, theme, canvas, y, *s),
            NameRow::Written(surface, n) => {
                let right = canvas.put_right(end, y, &n.to_string(), theme.style(Role::Dim));
                canvas.put_cut(7, y, right.saturating_sub(8), surface, theme.style(Role::Dim));
            }
            NameRow::Day(day, share, n) => {
                canvas.put(2, y, day, theme.style(Role::Text));
                let x = 2 + DAY;
                let room = usize::from(end.saturating_sub(x + 6)).min(32);
                let end = canvas.put(x, y, &bar(*share, room), theme.plain(Role::Accent));
                let x = if end > x { end + 1 } else { x };
                canvas.put(x, y, &n.to_string(), theme.style(Role::Dim));
            }
            NameRow::Count(words, n) => {
                let right = canvas.put_right(end, y, n, theme.style(Role::Dim));
                canvas.put_cut(2, y, right.saturating_sub(4), words, theme.style(Role::Text));
            }
            NameRow::Passage(_, p) => passage(theme, canvas, y, p),
            NameRow::Source(words) => {
                canvas.put_cut(4, y, w.saturating_sub(5), words, theme.style(Role::Dim));
            }
            NameRow::Said(words) => {
                canvas.put_cut(2, y, w.saturating_sub(3), words, theme.style(Role::Dim));
            }
            NameRow::GoOn(words) => {
                canvas.put_cut(2, y, w.saturating_sub(3), words, theme.style(Role::Accent));
            }
        }
        if i == column.cursor && row.is_stop() {
            if focus {
                canvas.style(0, y, w, theme.style(Role::Selection));
                canvas.put(0, y, "▌", theme.style(Role::Accent));
            } else {
                canvas.put(0, y, "▌", theme.style(Role::Dim));
            }
        }
    }
}

fn spelling(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>, y: u16, index: usize) {
    let Some(s) = model.name.spellings.get(index) else { return };
    let w = canvas.width();
    let (sign, role) = match s.standing {
        Standing::Joined => ("[x]", Role::Text),
        Standing::Doubtful => ("[?]", Role::Text),
        Standing::Apart => ("[ ]", Role::Dim),
    };
    canvas.put(1, y, sign, theme.style(if s.standing == Standing::Doubtful { Role::Accent } else { Role::Dim }));
    let right = canvas.put_right(w.saturating_sub(1), y, &s.count.to_string(), theme.style(Role::Dim));
    let room = right.saturating_sub(6);
    let x = canvas.put_cut(5, y, room, &s.surface, theme.style(role));
    // The reason stands beside where there is room for it.
    let left = right.saturating_sub(x + 3);
    if left >= 12 {
        canvas.put_cut(x + 2, y, left, &s.reason, theme.style(Role::Dim));
    }
}

/// The words of an article with the hit in sight.
fn passage(theme: &Theme, canvas: &mut Canvas<'_>, y: u16, p: &Passage) {
    let [before, hit, after] = &p.words;
    let start = if p.doubtful { canvas.put(2, y, "[?] ", theme.style(Role::Accent)) } else { 2 };
    let room = usize::from(canvas.width().saturating_sub(start + 1));
    let hit = ellipsis(hit, room);
    let left = room.saturating_sub(width(&hit));
    let before = ellipsis_start(before, left / 2);
    let x = canvas.put(start, y, &before, theme.style(Role::Text));
    let strong = if before.is_empty() && after.is_empty() { Role::Text } else { Role::Strong };
    let x = canvas.put(x, y, &hit, theme.style(strong));
    let rest = canvas.width().saturating_sub(x + 1);
    canvas.put_cut(x, y, rest, after, theme.style(Role::Text));
}
