//! The only code that talks to a terminal.

mod background;
mod compose;
mod guard;
mod input;
mod runtime;
mod screen;
mod signals;
mod translate;

pub use background::theme;
pub use runtime::{Ended, run};
