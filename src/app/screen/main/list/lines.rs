//! [`Lines`]: how high the rows of the list are.

/// How many lines a row of the list takes; the head of an open group has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines {
    /// A document.
    pub document: usize,
    /// The head of a folded group.
    pub folded: usize,
}

impl Default for Lines {
    fn default() -> Self {
        Self { document: 1, folded: 1 }
    }
}

impl Lines {
    /// In a pane of this size: a headline that does not fit beside the rest goes
    /// on in a second line, and what is to be told of a folded group stands
    /// below it.
    pub fn of(width: u16, height: u16) -> Self {
        /// Columns in which a headline has room beside source and date.
        const WIDE: u16 = 76;
        /// Rows below which every one counts.
        const LOW: u16 = 12;
        if width >= WIDE || height < LOW { Self::default() } else { Self { document: 2, folded: 3 } }
    }
}
