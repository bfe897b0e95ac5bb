//! Clusters of words that stand among the same neighbours, learnt from texts
//! without labels (class bigrams by exchange; Martin, Liermann and Ney 1998):
//! what the tagger learns of `le député` serves `le sénateur`, which no
//! annotated text may hold.
//!
//! The clusters are the leaves of a tree; of each it is known to which cluster of
//! a coarser cut it belongs. They lie behind the lists of names, in the same file.

use super::hash::feature;
use crate::text::little_endian::u16_at;

/// Buckets of the directory: the upper bits of a key.
const BUCKETS: usize = 1 << 12;

/// Where a word belongs; all 0 when it is unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct WordCluster {
    /// The finest cluster.
    pub(crate) leaf: u16,
    /// The one of the coarser cut that holds it.
    pub(crate) coarse: u8,
}

/// A word as the clusters know it: written small, or with a capital.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ClusterKey(u32);

impl ClusterKey {
    /// A word in small letters, by the hash of its spelling with accents.
    #[inline]
    pub(crate) fn small(lower: u64) -> Self {
        Self(feature(254, lower, 0) >> 4)
    }

    /// A word with a capital, by the hash of its folded spelling.
    #[inline]
    pub(crate) fn capital(fold: u64) -> Self {
        Self(feature(254, fold, 1) >> 4)
    }
}

/// The clusters over their bytes.
#[derive(Clone, Copy, Default)]
pub(crate) struct WordClusters<'b> {
    coarse: &'b [u8],
    directory: &'b [u8],
    keys: &'b [u8],
    leaves: &'b [u8],
}

impl<'b> WordClusters<'b> {
    /// Reads what [`write`] wrote; anything else holds no word.
    pub(super) fn open(bytes: &'b [u8]) -> Self {
        Self::read(bytes).unwrap_or_default()
    }

    fn read(bytes: &'b [u8]) -> Option<Self> {
        let (coarse, rest) = bytes.get(4..)?.split_at_checked(usize::from(u16_at(bytes, 0)?))?;
        let (directory, rest) = rest.split_at_checked((BUCKETS + 1) * 2)?;
        let (keys, leaves) = rest.split_at_checked(usize::from(u16_at(bytes, 2)?) * 2)?;
        (keys.len() == leaves.len()).then_some(Self { coarse, directory, keys, leaves })
    }

    /// The cluster of a word.
    #[inline]
    pub(crate) fn of(&self, key: ClusterKey) -> WordCluster {
        self.find(key).unwrap_or_default()
    }

    #[inline]
    fn find(&self, key: ClusterKey) -> Option<WordCluster> {
        let bucket = (key.0 >> 16) as usize;
        let from = usize::from(u16_at(self.directory, bucket * 2)?);
        let to = usize::from(u16_at(self.directory, bucket * 2 + 2)?);
        let low = (key.0 as u16).to_le_bytes();
        let slot = self.keys.get(from * 2..to * 2)?.as_chunks::<2>().0.iter().position(|k| *k == low)?;
        let leaf = u16_at(self.leaves, (from + slot) * 2)?;
        let coarse = self.coarse.get(usize::from(leaf))?;
        Some(WordCluster { leaf: leaf.saturating_add(1), coarse: coarse.saturating_add(1) })
    }
}

/// Writes clusters: of each leaf its coarser cluster, and of each word its leaf. Words beyond 65,535 are left out.
#[cfg(any(test, feature = "train"))]
pub(crate) fn write(coarse: &[u8], words: &std::collections::BTreeMap<ClusterKey, u16>) -> Vec<u8> {
    let words: Vec<(ClusterKey, u16)> = words.iter().map(|(k, v)| (*k, *v)).take(usize::from(u16::MAX)).collect();
    let mut out = Vec::new();
    out.extend((coarse.len() as u16).to_le_bytes());
    out.extend((words.len() as u16).to_le_bytes());
    out.extend(coarse);
    for bucket in 0..=BUCKETS as u32 {
        let before = words.partition_point(|(k, _)| k.0 >> 16 < bucket);
        out.extend((before as u16).to_le_bytes());
    }
    words.iter().for_each(|(k, _)| out.extend((k.0 as u16).to_le_bytes()));
    words.iter().for_each(|(_, leaf)| out.extend(leaf.to_le_bytes()));
    out
}

#[cfg(feature = "train")]
impl ClusterKey {
    /// The number of the key, for files.
    pub(crate) fn number(self) -> u32 {
        self.0
    }

    /// The key of a number.
    pub(crate) fn of_number(number: u32) -> Self {
        Self(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::hash::hash_word;

    #[test]
    fn a_word_is_in_the_cluster_that_was_written_and_one_never_written_in_none() {
        let word = |w: &str| hash_word(w.as_bytes());
        let words =
            [(ClusterKey::small(word("maire")), 1), (ClusterKey::capital(word("maire")), 0)].into_iter().collect();
        let bytes = write(&[3, 1], &words);
        let clusters = WordClusters::open(&bytes);
        assert_eq!(clusters.of(ClusterKey::small(word("maire"))), WordCluster { leaf: 2, coarse: 2 });
        assert_eq!(clusters.of(ClusterKey::capital(word("maire"))), WordCluster { leaf: 1, coarse: 4 });
        assert_eq!(clusters.of(ClusterKey::small(word("mairie"))), WordCluster::default());
        assert_eq!(
            WordClusters::open(&bytes[..bytes.len() - 1]).of(ClusterKey::small(word("maire"))),
            WordCluster::default()
        );
    }
}
