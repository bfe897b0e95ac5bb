//! The board: a column a state, a row an article.

use super::chrome::bars;
use crate::app::Model;
use crate::app::area::Area;
use crate::app::card::sign;
use crate::app::screen::board::state::columns;
use crate::app::view;
use crate::corpus::DocId;
use crate::triage::State;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::words::{date, msg};
use ratatui::buffer::Buffer;

/// Draws the screen.
pub(crate) fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    let body = bars(model, theme, buffer);
    let n = columns(body.width).min(5);
    let each = body.width / n as u16;
    for (i, &state) in State::ALL.iter().enumerate().skip(model.board.left).take(n) {
        let at = (i - model.board.left) as u16;
        let last = at + 1 == n as u16;
        let width = if last { body.width - at * each } else { each };
        let area = Area::new(body.x + at * each, body.y, width, body.height);
        if !last {
            let mut rule = Canvas::new(buffer, Area::new(area.right() - 1, area.y, 1, area.height));
            for y in 0..area.height {
                rule.put(0, y, "│", theme.style(Role::Rule));
            }
        }
        let inside = if last { area } else { Area { width: width - 1, ..area } };
        column(model, theme, &mut Canvas::new(buffer, inside), i, state);
    }
    let hidden = 5 - n;
    if hidden > 0 && body.height > 1 {
        let mut edge = Canvas::new(buffer, Area::new(body.x, body.y, body.width, 1));
        if model.board.left > 0 {
            edge.put(0, 0, "‹", theme.style(Role::Accent));
        }
        if model.board.left + n < 5 {
            edge.put_right(body.width, 0, "›", theme.style(Role::Accent));
        }
    }
}

fn column(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>, i: usize, state: State) {
    let lang = model.lang();
    let board = &model.board;
    let focus = board.column == i;
    let documents = &board.columns[i];
    let name = view::state_name(state, lang);
    let style = if focus { theme.style(Role::Accent) } else { theme.style(Role::Dim) };
    let x = canvas.put(1, 0, name, style);
    // As the heads of the list tell it: what is left, then all.
    let x = match board.to_do[i] {
        0 => x,
        left => canvas.put(x + 1, 0, &format!("●{}", lang.number(left)), theme.plain(Role::Unread)),
    };
    canvas.put(x + 1, 0, &lang.number(documents.len()), theme.style(Role::Dim));
    let height = usize::from(canvas.height().saturating_sub(1));
    let shown = || documents.iter().enumerate().skip(board.tops[i]).take(height);
    // Where no outlet is known the headlines have all the room.
    let known = |id: &DocId| model.library.card(*id).is_some_and(|c| c.source.is_some());
    let source = if shown().any(|(_, id)| known(id)) { (canvas.width() / 3).clamp(8, 16) } else { 0 };
    for (r, id) in shown() {
        let y = (r - board.tops[i] + 1) as u16;
        card(model, theme, canvas, y, *id, source);
        if r == board.rows[i] && focus {
            canvas.style(0, y, canvas.width(), theme.style(Role::Selection));
            canvas.put(0, y, "▌", theme.style(Role::Accent));
        }
    }
    if documents.is_empty() && focus {
        canvas.put(0, 1, "▌", theme.style(Role::Accent));
        canvas.put(2, 1, lang.text(msg::UI_BOARD_EMPTY), theme.style(Role::Dim));
    }
}

/// One article in a row, with so many columns for its outlet.
fn card(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>, y: u16, id: DocId, source: u16) {
    let (Some(card), Some(key)) = (model.library.card(id), model.library.key(id)) else { return };
    let lang = model.lang();
    let status = model.triage.status(&key);
    let ticked = model.list.ticked.contains(&id);
    let mark = match () {
        () if ticked => "+",
        () if status.is_contested() => "≠",
        () if !status.notes.is_empty() => "✎",
        () if status.state.leaves_to_do(status.read) => "●",
        () => " ",
    };
    canvas.put(1, y, mark, theme.plain(if ticked { Role::Accent } else { Role::Unread }));
    let w = canvas.width();
    let mut end = w.saturating_sub(1);
    if let Some(date) = card.date.filter(|_| w >= 36) {
        let day = format!("{}{}", date::day(date, lang), sign(card.date_mark));
        end = canvas.put_right(end, y, &format!("{day:<6}"), theme.style(Role::Dim)).saturating_sub(1);
    }
    let base = if status.read { theme.style(Role::Text) } else { theme.style(Role::Strong) };
    let mut x = 3;
    if source > 0 {
        canvas.put_cut(x, y, source, card.source_label(lang), theme.style(Role::Dim));
        x += source + 1;
    }
    canvas.put_cut(x, y, end.saturating_sub(x), &card.headline(lang), base);
}
