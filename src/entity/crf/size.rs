//! How many labels there are.

/// Labels: `O` and four for each kind.
pub(crate) const LABELS: usize = 17;

/// Weights of a row.
pub(crate) const WIDTH: usize = LABELS - 1;
