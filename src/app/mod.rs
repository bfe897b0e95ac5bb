//! The program as a state machine: a [`Model`], messages that change it, and
//! effects that it asks for. Has never heard of terminals, files, threads or
//! the clock: sizes, times and reports come in as messages.

pub mod action;
pub mod area;
pub mod asked;
pub(crate) mod candidates;
pub mod card;
pub mod choices;
pub(crate) mod dispatch;
pub(crate) mod early;
pub mod effect;
pub(crate) mod fetch;
pub mod following;
pub mod grip;
pub mod jumps;
pub mod key;
pub mod keymap;
pub(crate) mod keys;
pub mod library;
pub(crate) mod listing;
pub mod loading;
pub mod model;
pub mod msg;
pub(crate) mod navigate;
pub mod overlay;
pub mod panes;
pub mod path;
pub(crate) mod pointer;
pub mod prepare;
pub mod rebind;
pub(crate) mod record;
pub mod refusal;
pub(crate) mod report;
pub mod saved;
pub mod screen;
pub mod scroll;
pub mod session;
pub mod settings;
pub mod status;
pub mod typed;
pub mod typography;
pub mod update;
pub mod verb;
pub mod view;
pub mod waiting;
pub mod way;
pub(crate) mod way_back;
pub mod zone;

pub use effect::Effect;
pub use model::Model;
pub use msg::Msg;
