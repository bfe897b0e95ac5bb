//! What can be done to articles and names, whatever screen they are on.

pub(crate) mod carry;
pub(crate) mod command;
pub(crate) mod compare;
pub(crate) mod configure;
pub(crate) mod copy;
pub(crate) mod coverage;
pub mod decide;
pub mod export;
pub mod follow;
pub mod history;
pub(crate) mod judge;
pub(crate) mod jump;
pub(crate) mod name;
pub mod note;
pub(crate) mod open;
pub(crate) mod save_search;
pub(crate) mod search;
pub(crate) mod stop;
pub(crate) mod story;
pub(crate) mod tag;
pub(crate) mod unread;
