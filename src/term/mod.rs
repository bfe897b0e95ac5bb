//! The only code that talks to a terminal.

mod background;
mod clipboard;
mod events;
mod guard;
mod input;
mod programs;
mod redirected;
mod runtime;
mod screen;
mod signals;
mod translate;
mod watch;

pub use background::{chosen_theme, theme};
pub use redirected::Redirected;
pub use runtime::{Ended, run};
pub use screen::columns;
