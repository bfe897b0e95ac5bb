//! The only code that talks to a terminal.

mod background;
mod clipboard;
mod compose;
mod guard;
mod input;
mod runtime;
mod screen;
mod signals;
mod translate;
mod wakes;
mod watch;

pub use background::theme;
pub use runtime::{Ended, run};
