//! Text into cells, clipped to an area.

use crate::app::area::Area;
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::borrow::Cow;

/// An area of a buffer to write into.
pub struct Canvas<'b> {
    buffer: &'b mut Buffer,
    area: Area,
}

impl<'b> Canvas<'b> {
    /// The part of `area` that lies inside the buffer.
    pub fn new(buffer: &'b mut Buffer, area: Area) -> Self {
        let whole = buffer.area;
        let x = area.x.min(whole.width);
        let y = area.y.min(whole.height);
        let area = Area::new(x, y, area.width.min(whole.width - x), area.height.min(whole.height - y));
        Self { buffer, area }
    }

    /// Columns.
    pub fn width(&self) -> u16 {
        self.area.width
    }

    /// Rows.
    pub fn height(&self) -> u16 {
        self.area.height
    }

    /// Writes at a column and row of the area, clipped at its right edge.
    /// Returns the column behind what was written.
    pub fn put(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        if y >= self.area.height || x >= self.area.width {
            return x;
        }
        let room = usize::from(self.area.width - x);
        let text: Cow<'_, str> = if text.contains(['\t', '\n', '\r']) {
            Cow::Owned(text.replace(['\t', '\n', '\r'], " "))
        } else {
            text.into()
        };
        let (end, _) = self.buffer.set_stringn(self.area.x + x, self.area.y + y, &text, room, style);
        end - self.area.x
    }

    /// Writes at most `columns`, with an ellipsis when cut.
    pub fn put_cut(&mut self, x: u16, y: u16, columns: u16, text: &str, style: Style) -> u16 {
        let columns = columns.min(self.area.width.saturating_sub(x));
        self.put(x, y, &width::ellipsis(text, columns.into()), style)
    }

    /// Writes so that the text ends at the column `right` (exclusive).
    pub fn put_right(&mut self, right: u16, y: u16, text: &str, style: Style) -> u16 {
        let w = width::width(text) as u16;
        let x = right.min(self.area.width).saturating_sub(w);
        self.put(x, y, text, style);
        x
    }

    /// Adds a look to a row's columns without changing its text.
    pub fn style(&mut self, x: u16, y: u16, columns: u16, style: Style) {
        if y >= self.area.height || x >= self.area.width {
            return;
        }
        let w = columns.min(self.area.width - x);
        self.buffer.set_style(Rect::new(self.area.x + x, self.area.y + y, w, 1), style);
    }

    /// Adds a look to the whole area.
    pub fn style_all(&mut self, style: Style) {
        let a = self.area;
        self.buffer.set_style(Rect::new(a.x, a.y, a.width, a.height), style);
    }

    /// Empties the area to the ground.
    pub fn clear(&mut self, ground: Style) {
        for y in 0..self.area.height {
            for x in 0..self.area.width {
                if let Some(cell) = self.buffer.cell_mut((self.area.x + x, self.area.y + y)) {
                    cell.reset();
                    cell.set_style(ground);
                }
            }
        }
    }
}
