//! Geometry in cells: the program's own rectangle.

/// Columns and rows of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Area {
    /// First column.
    pub x: u16,
    /// First row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// A rectangle.
    pub fn new(x: u16, y: u16, width: u16, height: u16) -> Self {
        Self { x, y, width, height }
    }

    /// One past the last column.
    pub fn right(self) -> u16 {
        self.x + self.width
    }

    /// One past the last row.
    pub fn bottom(self) -> u16 {
        self.y + self.height
    }

    /// True when nothing fits in.
    pub fn is_empty(self) -> bool {
        self.width == 0 || self.height == 0
    }

    /// True when the cell lies inside.
    pub fn holds(self, x: u16, y: u16) -> bool {
        x >= self.x && x < self.right() && y >= self.y && y < self.bottom()
    }

    /// The area without `n` columns at its left and `m` at its right.
    #[must_use]
    pub fn inset(self, n: u16, m: u16) -> Self {
        let n = n.min(self.width);
        Self { x: self.x + n, width: self.width.saturating_sub(n + m), ..self }
    }

    /// The first `n` rows and the rest.
    pub fn split_top(self, n: u16) -> (Self, Self) {
        let n = n.min(self.height);
        (Self { height: n, ..self }, Self { y: self.y + n, height: self.height - n, ..self })
    }

    /// All but the last `n` rows, and those.
    pub fn split_bottom(self, n: u16) -> (Self, Self) {
        let n = n.min(self.height);
        let (top, bottom) = self.split_top(self.height - n);
        (top, bottom)
    }

    /// The first `n` columns and the rest.
    pub fn split_left(self, n: u16) -> (Self, Self) {
        let n = n.min(self.width);
        (Self { width: n, ..self }, Self { x: self.x + n, width: self.width - n, ..self })
    }

    /// The inside of an overlay of so many rows on a screen of that size, within
    /// its border and the air beside it: the whole width of a narrow screen, else
    /// 84 columns at most, and no more than seven tenths of the height.
    pub fn window(size: Size, rows: u16) -> Self {
        let (_, inner) = Self::framed_window(size, rows).inset(2, 2).split_top(1);
        inner.split_bottom(1).0
    }

    /// The same with its border.
    pub fn framed_window(size: Size, rows: u16) -> Self {
        /// Widest window.
        const WIDTH: u16 = 84;
        let most = (u32::from(size.height) * 7 / 10) as u16;
        let height = rows.saturating_add(2).min(most.max(8)).min(size.height);
        let width = if size.width < 50 { size.width } else { WIDTH.min(size.width - 4) };
        Self::new(0, 0, size.width, size.height).centred(width, height)
    }

    /// A centred area of at most `width` × `height`.
    pub fn centred(self, width: u16, height: u16) -> Self {
        let w = width.min(self.width);
        let h = height.min(self.height);
        Self { x: self.x + (self.width - w) / 2, y: self.y + (self.height - h) / 2, width: w, height: h }
    }
}
