//! [`Grip`]: what is dragged.

/// What the pressed button holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// A passage that begins at this byte of the open article.
    Passage(usize),
    /// The border right of the list.
    ListBorder,
    /// The border left of the names.
    NamesBorder,
}
