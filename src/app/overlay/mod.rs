//! What lies over a screen and has the keys.

pub mod act;
pub mod export;
pub mod help;
pub mod marks;
pub mod picker;
pub mod prompt;
pub mod state;
