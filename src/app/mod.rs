//! The program as a state machine: a [`Model`], messages that change it, and
//! effects that it asks for. Has never heard of terminals, files, threads or
//! the clock: sizes, times and reports come in as messages.

pub mod action;
pub mod area;
pub mod card;
pub mod effect;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod library;
pub mod margin;
pub mod model;
pub mod msg;
pub mod panes;
pub mod prepare;
pub mod reading;
pub mod session;
pub mod state;
pub mod told;
pub mod update;
pub mod view;
pub mod words;

pub use effect::Effect;
pub use model::Model;
pub use msg::Msg;
