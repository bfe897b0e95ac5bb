//! The help: keys of every context, filtered by what is typed.

pub(crate) mod act;
mod legend;
pub mod lines;
