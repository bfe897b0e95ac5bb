//! The keys that may follow the ones typed so far.

use crate::app::Model;
use crate::app::area::Area;
use crate::app::refusal::refusal;
use crate::text::width::width;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::frame::frame;
use ratatui::buffer::Buffer;

/// The menu of an unfinished sequence, bottom right.
pub(crate) fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    if !model.typed.menu || model.typed.pending.is_empty() {
        return;
    }
    let lang = model.lang();
    let context = model.key_context();
    let entries = model.keymap.menu(context, &model.typed.pending);
    let size = model.size;
    let columns = if size.width >= 100 && entries.len() > 8 { 2 } else { 1 };
    let rows = entries.len().div_ceil(columns);
    let keys = entries.iter().map(|(k, _)| width(k)).max().unwrap_or(1);
    let labels = entries.iter().map(|(_, bound)| width(&bound.label(lang))).max().unwrap_or(1);
    let column = keys + labels + 5;
    let w = ((column * columns + 2) as u16).min(size.width);
    let h = ((rows + 2) as u16).min(size.height.saturating_sub(1));
    let area = Area::new(size.width - w, size.height.saturating_sub(h + 1), w, h);
    let mut canvas = Canvas::new(buffer, area);
    canvas.clear(theme.ground());
    frame(theme, &mut canvas, &crate::app::key::show(&model.typed.pending, model.lang()), "");
    for (i, (key, bound)) in entries.iter().enumerate() {
        let (col, row) = (i / rows, i % rows);
        let x = (col * column) as u16 + 2;
        let y = row as u16 + 1;
        if y + 1 >= h {
            continue;
        }
        let refused = bound.action().and_then(|a| refusal(model, a));
        let key_style = if refused.is_some() { theme.style(Role::Dim) } else { theme.style(Role::Accent) };
        canvas.put(x, y, key, key_style);
        let label_style = if refused.is_some() { theme.style(Role::Dim) } else { theme.style(Role::Text) };
        let room = (column - keys - 2) as u16;
        canvas.put_cut(
            x + keys as u16 + 2,
            y,
            room.min(w.saturating_sub(x + keys as u16 + 3)),
            &bound.label(lang),
            label_style,
        );
    }
}
