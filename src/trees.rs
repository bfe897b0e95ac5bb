//! Sums of symmetric decision trees over columns of numbers: every level of a
//! tree asks one question of all its nodes, so a row's leaf is a number made
//! of the answers. Knows numbers only.

use std::ops::Range;

/// Questions per tree.
pub(crate) const DEPTH: usize = 6;
/// Leaves per tree.
pub(crate) const LEAVES: usize = 1 << DEPTH;

/// Rows that are weighed at once.
const BLOCK: usize = 256;

/// Columns of numbers, one value a row each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    /// Rows.
    pub rows: usize,
    /// The number of the first of them.
    from: usize,
    /// Column after column.
    values: Vec<f32>,
}

impl Table {
    /// A table of so many rows, with room for so many columns.
    pub(crate) fn new(rows: usize, columns: usize) -> Self {
        Self::part(0..rows, columns)
    }

    /// Some rows of a longer table.
    pub(crate) fn part(rows: Range<usize>, columns: usize) -> Self {
        Self { rows: rows.len(), from: rows.start, values: Vec::with_capacity(rows.len() * columns) }
    }

    /// The column of a feature; empty where there is none.
    pub(crate) fn column(&self, feature: usize) -> &[f32] {
        self.values.get(feature * self.rows..(feature + 1) * self.rows).unwrap_or(&[])
    }

    /// How many columns there are.
    pub(crate) fn columns(&self) -> usize {
        self.values.len() / self.rows.max(1)
    }

    /// Adds a column; a value is asked by the number of its row.
    pub(crate) fn push(&mut self, value: impl FnMut(usize) -> f32) {
        self.values.extend((self.from..self.from + self.rows).map(value));
    }
}

/// One tree.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tree {
    /// Per level: feature, and the value above which the answer is yes.
    pub splits: [(u16, f32); DEPTH],
    /// Per leaf what it adds.
    pub leaves: Vec<f32>,
}

/// A trained sum of trees.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Trees {
    pub base: f32,
    pub trees: Vec<Tree>,
}

impl Trees {
    /// Little-endian, the name of the model and the number of its features
    /// first, so that a model of other features is refused.
    pub(crate) fn to_bytes(&self, magic: &[u8; 8], features: usize) -> Vec<u8> {
        let mut out = magic.to_vec();
        out.extend((features as u32).to_le_bytes());
        out.extend((self.trees.len() as u32).to_le_bytes());
        out.extend(self.base.to_le_bytes());
        for t in &self.trees {
            for (feature, above) in t.splits {
                out.extend(feature.to_le_bytes());
                out.extend(above.to_le_bytes());
            }
            t.leaves.iter().for_each(|v| out.extend(v.to_le_bytes()));
        }
        out
    }

    /// Reads what [`Trees::to_bytes`] wrote; `None` for anything else.
    pub(crate) fn from_bytes(bytes: &[u8], magic: &[u8; 8], features: usize) -> Option<Trees> {
        fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
            let (head, tail) = rest.split_first_chunk::<N>()?;
            *rest = tail;
            Some(*head)
        }
        let mut rest = bytes.strip_prefix(magic)?;
        let stated = u32::from_le_bytes(take(&mut rest)?) as usize;
        let count = u32::from_le_bytes(take(&mut rest)?);
        let base = f32::from_le_bytes(take(&mut rest)?);
        if stated != features {
            return None;
        }
        let mut trees = Vec::new();
        for _ in 0..count {
            let mut splits = [(0, 0.0); DEPTH];
            for s in &mut splits {
                *s = (u16::from_le_bytes(take(&mut rest)?), f32::from_le_bytes(take(&mut rest)?));
                if s.0 as usize >= features {
                    return None;
                }
            }
            let leaves = (0..LEAVES).map(|_| Some(f32::from_le_bytes(take(&mut rest)?))).collect::<Option<Vec<_>>>()?;
            trees.push(Tree { splits, leaves });
        }
        rest.is_empty().then_some(Trees { base, trees })
    }

    /// The sum of every row (log odds).
    pub(crate) fn weigh(&self, table: &Table) -> Vec<f32> {
        let mut out = vec![self.base; table.rows];
        // Blocks keep the columns of long texts in the cache.
        for (k, block) in out.chunks_mut(BLOCK).enumerate() {
            let from = k * BLOCK;
            let mut leaf = [0u32; BLOCK];
            for tree in &self.trees {
                leaf.fill(0);
                for (level, &(feature, above)) in tree.splits.iter().enumerate() {
                    let column = &table.column(feature as usize)[from..from + block.len()];
                    for (l, &x) in leaf.iter_mut().zip(column) {
                        *l |= u32::from(x > above) << level;
                    }
                }
                for (o, &l) in block.iter_mut().zip(&leaf) {
                    *o += tree.leaves[l as usize % LEAVES];
                }
            }
        }
        out
    }
}
