//! What `build.rs` made of `en.ftl`: an item for each message, and their names.

// Words are said as they are: an address in one is an example, no link.
#![allow(rustdoc::bare_urls)]

use super::message::{Arg, Message, Number, Plain};

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// How many messages there are.
pub(super) const COUNT: usize = NAMES.len();
