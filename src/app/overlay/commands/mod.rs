//! Commands of the reader's own, in a list.

pub(crate) mod act;
