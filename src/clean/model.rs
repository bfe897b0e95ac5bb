//! The line model: a sum of decision trees over the features of a row. Gives
//! a weight for or against body.

use super::features::FEATURES;
use crate::trees::{Table, Trees};
use std::sync::OnceLock;

/// A trained model.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Model(pub(crate) Trees);

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

    /// As written to `assets/clean/lines.model`.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.to_bytes(MAGIC, FEATURES.len())
    }

    /// Reads what [`Model::to_bytes`] wrote; `None` for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Model> {
        Trees::from_bytes(bytes, MAGIC, FEATURES.len()).map(Model)
    }

    /// The weight of every row: positive speaks for body (log odds).
    pub(crate) fn weigh(&self, table: &Table) -> Vec<f32> {
        self.0.weigh(table)
    }

    /// How much each feature speaks for body in one row: the change that the
    /// other answer to its questions would make, halved, over all trees; and
    /// whether the row has much of it, by the answers that count.
    pub(crate) fn explain(&self, table: &Table, row: usize) -> Vec<Reason> {
        let mut by: Vec<Reason> =
            (0..FEATURES.len()).map(|feature| Reason { feature, weight: 0.0, much: 0.0 }).collect();
        for tree in &self.0.trees {
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
