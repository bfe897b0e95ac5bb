//! How the text of an article is set.

/// How the text of an article is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Typography {
    /// Words are parted at the end of a row.
    pub hyphens: bool,
    /// Rows end where the column does.
    pub justified: bool,
    /// The row a third down the screen is lit.
    pub focus_line: bool,
    /// What cleaning took out of the text is told below it.
    pub footnotes: bool,
}
