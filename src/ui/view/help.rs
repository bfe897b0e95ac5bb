//! All keys with what they do, a heading a context.

use super::chrome::hints::hints;
use crate::app::Model;
use crate::app::action::Context;
use crate::app::overlay::help::lines::{HelpLine, help_lines};
use crate::text::width::width;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::frame::window;
use crate::ui::widget::input::input;
use crate::words::msg;
use ratatui::buffer::Buffer;

/// Draws the page.
pub(super) fn draw(
    model: &Model,
    context: Context,
    filter: &tui_input::Input,
    top: usize,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let lang = model.lang();
    let lines = help_lines(&model.keymap, context, filter.value(), lang);
    let keys = format!("{}  {}", lang.text(msg::UI_HELP_TYPE), hints(model, Context::Help));
    // A heading takes a blank row before it.
    let mut rows: Vec<Option<&HelpLine>> = Vec::new();
    for line in &lines {
        if !matches!(line, HelpLine::Keys(..)) && !rows.is_empty() {
            rows.push(None);
        }
        rows.push(Some(line));
    }
    let inside = window(model, theme, buffer, lang.text(msg::UI_HELP), &keys, (rows.len() + 2).max(6) as u16);
    let mut canvas = Canvas::new(buffer, inside);
    let w = canvas.width();
    canvas.put(0, 0, "/", theme.style(Role::Accent));
    input(theme, &mut canvas, 2, 0, w.saturating_sub(4), filter);
    if lines.is_empty() {
        canvas.put_cut(2, 2, w.saturating_sub(2), lang.text(msg::UI_NOTHING_MATCHES), theme.style(Role::Dim));
    }
    let key_column = lines
        .iter()
        .filter_map(|l| if let HelpLine::Keys(k, _) = l { Some(width(k)) } else { None })
        .max()
        .unwrap_or(8)
        .min(usize::from(w) / 2);
    let height = usize::from(canvas.height().saturating_sub(2));
    let top = top.min(rows.len().saturating_sub(height));
    for (i, row) in rows.iter().enumerate().skip(top).take(height) {
        let y = (i - top + 2) as u16;
        match row {
            None => {}
            Some(HelpLine::Signs) => {
                canvas.put(0, y, lang.text(msg::LEGEND_SIGNS), theme.style(Role::Strong));
            }
            Some(HelpLine::Queries) => {
                canvas.put(0, y, lang.text(msg::QUERY_FORMS), theme.style(Role::Strong));
            }
            Some(HelpLine::Context(c)) => {
                canvas.put(0, y, c.label(lang), theme.style(Role::Strong));
            }
            Some(HelpLine::Rest(c)) => {
                canvas.put(0, y, &lang.say(msg::help_rest(c.label(lang))), theme.style(Role::Strong));
            }
            Some(HelpLine::Keys(keys, label)) => {
                canvas.put_cut(1, y, key_column as u16, keys, theme.style(Role::Accent));
                let x = key_column as u16 + 3;
                canvas.put_cut(x, y, w.saturating_sub(x), label, theme.style(Role::Text));
            }
        }
    }
    if rows.len() > height && height > 0 {
        let more = format!("{}–{} / {}", top + 1, (top + height).min(rows.len()), rows.len());
        canvas.put_right(w, 0, &more, theme.style(Role::Dim));
    }
}
