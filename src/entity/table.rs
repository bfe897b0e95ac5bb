//! A sorted hash table read straight from bytes: 32-bit keys, rows of a fixed
//! number of bytes. Opening it costs nothing but a check of its lengths.
//!
//! The upper 16 bits of a key choose a bucket of the directory, the lower 16
//! are compared. A key that was never stored is taken for one that was with a
//! probability of (rows / 2^32), about one in forty thousand for 100,000 rows.

use crate::text::little_endian::u32_at;

/// Buckets of the directory.
const BUCKETS: usize = 1 << 16;

/// The table over its bytes.
#[derive(Clone, Copy)]
pub(super) struct Table<'b> {
    directory: &'b [u8],
    keys: &'b [u8],
    values: &'b [u8],
    width: usize,
}

impl<'b> Table<'b> {
    /// Reads what [`write`] wrote; `None` when the lengths do not fit.
    pub(super) fn open(bytes: &'b [u8], width: usize) -> Option<Self> {
        let count = u32_at(bytes, 0)? as usize;
        let (directory, rest) = bytes.get(4..)?.split_at_checked((BUCKETS + 1) * 4)?;
        let (keys, values) = rest.split_at_checked(count.checked_mul(2)?)?;
        (values.len() == count.checked_mul(width)?).then_some(Self { directory, keys, values, width })
    }

    /// Reads what [`write`] wrote and gives what lies behind it.
    pub(super) fn split(bytes: &'b [u8], width: usize) -> Option<(Self, &'b [u8])> {
        let count = u32_at(bytes, 0)? as usize;
        let length = count.checked_mul(2 + width)?.checked_add(4 + (BUCKETS + 1) * 4)?;
        let (table, rest) = bytes.split_at_checked(length)?;
        Some((Self::open(table, width)?, rest))
    }

    /// The row of a key.
    #[inline]
    pub(super) fn get(&self, key: u32) -> Option<&'b [u8]> {
        let bucket = (key >> 16) as usize;
        let from = u32_at(self.directory, bucket * 4)? as usize;
        let to = u32_at(self.directory, bucket * 4 + 4)? as usize;
        let low = (key as u16).to_le_bytes();
        let slot = self.keys.get(from * 2..to * 2)?.as_chunks::<2>().0.iter().position(|k| *k == low)?;
        self.values.get((from + slot) * self.width..(from + slot + 1) * self.width)
    }
}

/// Writes rows, which must be sorted by key without repetitions.
#[cfg(any(test, feature = "train"))]
pub(super) fn write(rows: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut out = Vec::new();
    out.extend((rows.len() as u32).to_le_bytes());
    let mut next = 0;
    for bucket in 0..=BUCKETS {
        while next < rows.len() && ((rows[next].0 >> 16) as usize) < bucket {
            next += 1;
        }
        out.extend((next as u32).to_le_bytes());
    }
    rows.iter().for_each(|(k, _)| out.extend((*k as u16).to_le_bytes()));
    rows.iter().for_each(|(_, v)| out.extend(v));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn a_table_gives_back_what_was_written(rows in prop::collection::btree_map(any::<u32>(), any::<u8>(), 0..60)) {
            let list: Vec<_> = rows.iter().map(|(k, v)| (*k, vec![*v, 7])).collect();
            let bytes = write(&list);
            let table = Table::open(&bytes, 2).expect("just written");
            let back: BTreeMap<u32, u8> =
                rows.keys().map(|k| (*k, table.get(*k).map_or(0, |v| v[0]))).collect();
            prop_assert_eq!(&back, &rows);
            for k in [0, 1, u32::MAX, 0x1_0000] {
                prop_assert_eq!(table.get(k).is_some(), rows.contains_key(&k));
            }
            prop_assert!(Table::open(&bytes[..bytes.len() - usize::from(!rows.is_empty())], 2).is_some() == rows.is_empty());
        }
    }
}
