//! The line model: a sum of symmetric decision trees over the features of a
//! row (every level of a tree asks one question of all its nodes, so a row's
//! leaf is a number made of the answers). Gives a weight for or against body.

use super::features::{FEATURES, Table};
use std::sync::OnceLock;

/// Questions per tree.
pub(crate) const DEPTH: usize = 6;
/// Leaves per tree.
pub(crate) const LEAVES: usize = 1 << DEPTH;

/// One tree.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tree {
    /// Per level: feature, and the value above which the answer is yes.
    pub splits: [(u16, f32); DEPTH],
    /// Per leaf what it adds.
    pub leaves: Vec<f32>,
}

/// A trained model.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Model {
    pub(crate) base: f32,
    pub(crate) trees: Vec<Tree>,
}

/// Rows that are weighed at once.
const BLOCK: usize = 256;

const MAGIC: &[u8; 8] = b"kiosqlm1";

impl Model {
    /// The model that the program was built with.
    pub fn embedded() -> &'static Model {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| {
            Model::from_bytes(include_bytes!("../../assets/clean/lines.model"))
                .expect("a test reads the embedded model with the features of this build")
        })
    }

    /// As written to `assets/clean/lines.model`: little-endian, the number of
    /// features first, so that a model of other features is refused.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.extend((FEATURES.len() as u32).to_le_bytes());
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

    /// Reads what [`Model::to_bytes`] wrote; `None` for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Model> {
        fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
            let (head, tail) = rest.split_first_chunk::<N>()?;
            *rest = tail;
            Some(*head)
        }
        let mut rest = bytes.strip_prefix(MAGIC)?;
        let features = u32::from_le_bytes(take(&mut rest)?) as usize;
        let count = u32::from_le_bytes(take(&mut rest)?);
        let base = f32::from_le_bytes(take(&mut rest)?);
        if features != FEATURES.len() {
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
        rest.is_empty().then_some(Model { base, trees })
    }

    /// The weight of every row: positive speaks for body (log odds).
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

    /// How much each feature speaks for body in one row: the change that the
    /// other answer to its questions would make, halved, over all trees; and
    /// whether the row has much of it, by the answers that count.
    pub(crate) fn explain(&self, table: &Table, row: usize) -> Vec<Reason> {
        let mut by: Vec<Reason> =
            (0..FEATURES.len()).map(|feature| Reason { feature, weight: 0.0, much: 0.0 }).collect();
        for tree in &self.trees {
            let answer = |&(f, above): &(u16, f32)| table.column(f as usize).get(row).is_some_and(|&x| x > above);
            let leaf = tree.splits.iter().enumerate().fold(0, |l, (k, s)| l | usize::from(answer(s)) << k);
            for (level, split) in tree.splits.iter().enumerate() {
                let change = (tree.leaves[leaf] - tree.leaves[leaf ^ (1 << level)]) / 2.0;
                let reason = &mut by[split.0 as usize];
                reason.weight += change;
                reason.much += if answer(split) { change.abs() } else { -change.abs() };
            }
        }
        by.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()).then(a.feature.cmp(&b.feature)));
        by
    }
}

/// What one feature says of one row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Reason {
    /// The feature.
    pub feature: usize,
    /// For (positive) or against body.
    pub weight: f32,
    /// Positive when the row has much of it.
    pub much: f32,
}
