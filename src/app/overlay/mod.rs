//! What lies over a screen and has the keys: each is a context of the one table of
//! actions.

pub(crate) mod act;
pub(crate) mod commands;
pub mod export;
pub mod help;
pub mod input_line;
pub mod marks;
pub mod nearest;
pub mod one_to_many;
pub mod page;
pub mod picker;
pub mod prompt;
pub mod settings;
pub mod state;
pub mod versions;
pub mod what_key;
