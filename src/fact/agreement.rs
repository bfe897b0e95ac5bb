//! Whether two typed values can both be true.

use serde::Serialize;

/// What two figures or two dates say about each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Agreement {
    /// One value, said alike.
    Same,
    /// Both can be true: rounding, a bound, a nested range.
    Compatible,
    /// Both cannot be true of one thing.
    Differs,
    /// They count different things.
    Unrelated,
}
