//! [`Grip`]: what is dragged.

use crate::app::screen::compare::drawn::Drawn;

/// What the pressed button holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// A passage that begins at this byte of the open article.
    Passage(usize),
    /// A passage of a text that is compared.
    Compared(Drawn),
    /// The border right of the list.
    ListBorder,
    /// The border left of the names.
    NamesBorder,
}
