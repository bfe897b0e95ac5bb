//! What a key is and does: each key that is pressed is named and looked up
//! everywhere, and does nothing.

pub(crate) mod act;
pub mod meanings;
