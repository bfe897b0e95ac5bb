//! Pages of generated text.

pub(crate) mod act;
