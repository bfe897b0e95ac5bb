//! Places of the other text that may say the same as this one.

pub(crate) mod act;
