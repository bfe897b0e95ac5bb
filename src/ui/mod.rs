//! The model drawn into a buffer. Knows ratatui's buffer and nothing of a
//! terminal; draws from shared references only.

pub mod canvas;
pub mod plain;
pub mod svg;
pub mod theme;
mod view;
mod widget;

pub use crate::theme::role;
pub use theme::Theme;

pub use view::links;

use crate::app::Model;
use crate::app::panes::Screen;
use ratatui::buffer::Buffer;

/// Draws the whole screen. [`crate::app::prepare`] comes before.
pub fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    let size = buffer.area;
    theme.empty(buffer);
    if size.width == 0 || size.height == 0 {
        return;
    }
    match model.screen {
        Screen::Main => view::main::draw(model, theme, buffer),
        Screen::Compare => view::compare::draw(model, theme, buffer),
        Screen::Results => view::results::draw(model, theme, buffer),
        Screen::Notes => view::notes::draw(model, theme, buffer),
        Screen::Journal => view::journal::draw(model, theme, buffer),
        Screen::Board => view::board::draw(model, theme, buffer),
        Screen::Name => view::name::draw(model, theme, buffer),
        Screen::Matrix => view::matrix::draw(model, theme, buffer),
        Screen::Timeline => view::timeline::draw(model, theme, buffer),
    }
    view::chrome::menu::draw(model, theme, buffer);
    view::chrome::marks::draw(model, theme, buffer);
    view::overlay::draw(model, theme, buffer);
}
