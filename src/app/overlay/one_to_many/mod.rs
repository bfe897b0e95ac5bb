//! One article against the others of its story.

pub(crate) mod act;
