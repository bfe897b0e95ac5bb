//! The versions of one article, and which of them is chosen.

use crate::corpus::DocId;
use crate::job::ChangedTo;

/// The versions of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionList {
    /// The versions, the newest first.
    pub versions: Vec<DocId>,
    /// What was changed to each but the oldest, once that is known.
    pub changes: Option<Vec<ChangedTo>>,
    /// Row under the cursor.
    pub cursor: usize,
}

impl VersionList {
    /// The version under the cursor and the one that it is compared with, the older
    /// one first: the one before it, of the oldest the one after it.
    pub fn pair(&self) -> Option<(DocId, DocId)> {
        let at = self.cursor.min(self.versions.len().checked_sub(2)?);
        Some((*self.versions.get(at + 1)?, *self.versions.get(at)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_compared_with_the_one_before_and_the_oldest_with_the_one_after() {
        let pair = |n: u32, cursor| {
            let list = VersionList { versions: (0..n).map(DocId).collect(), changes: None, cursor };
            list.pair().map(|(a, b)| (a.0, b.0))
        };
        assert_eq!([pair(3, 0), pair(3, 1), pair(3, 2)], [Some((1, 0)), Some((2, 1)), Some((2, 1))]);
        assert_eq!((pair(1, 0), pair(0, 0)), (None, None));
    }
}
