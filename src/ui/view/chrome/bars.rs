//! Top row, status row and footer together.

use super::{footer, header, status};
use crate::app::Model;
use crate::app::area::Area;
use crate::app::panes::Screen;
use crate::ui::canvas::Canvas;
use crate::ui::theme::Theme;
use ratatui::buffer::Buffer;

/// The rows that every screen but the main one shares.
pub(in crate::ui) fn bars(model: &Model, theme: &Theme, buffer: &mut Buffer) -> Area {
    let (top, body, below, bottom) = crate::app::panes::chrome(model.size, model.status_rows());
    if model.screen != Screen::Compare {
        header::draw(model, theme, &mut Canvas::new(buffer, top));
    }
    status::draw(model, theme, &mut Canvas::new(buffer, below));
    footer::draw(model, theme, &mut Canvas::new(buffer, bottom));
    body
}
