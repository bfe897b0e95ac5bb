//! What of an archive is counted. Plain data, known to builds that can ask none too.

use super::pull::Pulled;

/// What articles are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Their outlet; beside it stands what its habits are remembered under.
    Source,
    /// Their day of publication.
    Day,
    /// The names found in them; beside each stands its kind.
    Name,
}

/// How many articles have one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCount {
    /// The value; `None` for articles that have none.
    pub value: Option<String>,
    /// What tells it apart from others of the same spelling.
    pub beside: Option<String>,
    /// Articles.
    pub articles: u64,
}

/// An archive counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FacetCounts {
    /// Each value once, in their order.
    pub counts: Vec<FacetCount>,
    /// Which part of the archive was counted.
    pub pulled: Pulled,
}
