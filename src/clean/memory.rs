//! What the reader said about a source: corrections of claims and blocks put
//! back.

/// What the reader said, per source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {}
