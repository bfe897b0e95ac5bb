//! The main screen: list, article, entities, with hairlines between them.

use super::{article, chrome, entities, list};
use crate::app::Model;
use crate::app::area::Area;
use crate::app::panes::{Pane, Panes};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use ratatui::buffer::Buffer;

/// Draws the screen.
pub(crate) fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    let panes = Panes::of(model.size, model.layout());
    chrome::header::draw(model, theme, &mut Canvas::new(buffer, panes.header));
    if !panes.list.is_empty() {
        list::draw(model, theme, &mut Canvas::new(buffer, panes.list));
    }
    if !panes.article.is_empty() {
        let highlighted = !panes.entities.is_empty();
        article::draw(model, theme, &mut Canvas::new(buffer, panes.article), highlighted);
    }
    if !panes.entities.is_empty() {
        entities::draw(model, theme, &mut Canvas::new(buffer, panes.entities));
    }
    for (i, x) in panes.rules.into_iter().enumerate() {
        let Some(x) = x else { continue };
        let beside = match (i, model.focus) {
            (0, Pane::List) | (1, Pane::Entities) | (_, Pane::Article) => Role::Accent,
            _ => Role::Rule,
        };
        let style = theme.plain(beside).remove_modifier(ratatui::style::Modifier::BOLD);
        let mut rule = Canvas::new(buffer, Area::new(x, panes.body.y, 1, panes.body.height));
        for y in 0..panes.body.height {
            rule.put(0, y, "│", style);
        }
    }
    chrome::status::draw(model, theme, &mut Canvas::new(buffer, panes.status));
    chrome::footer::draw(model, theme, &mut Canvas::new(buffer, panes.footer));
}
