//! What the program says, as data: a [`Message`] names a sentence and carries
//! its arguments; the words stand in one [Fluent] file a language under
//! `assets/words` and are put in at the last moment, by [`Lang::say`].
//!
//! [`msg`] has one item for each message of `en.ftl`, made by `build.rs`: a
//! constant for one without arguments, a function for one with them. Its
//! parameters stand in the order in which the English words name them; one by
//! which a plural is chosen takes a [`Number`]. So a message that does not
//! exist, or one that lacks an argument, does not compile.
//!
//! Conventions of the files: a name begins with the place of the message
//! (`ui-`, `list-`, `cli-` …); a number that counts something is put in as a
//! number, so that its thousands are grouped, and a year or a line as text; a
//! space at an end is written `{" "}`.
//!
//! A key is never written out in a message: `{ KEY("undo") }` names the action, and
//! [`with_keys`] puts in the key that the reader has for it.
//!
//! [Fluent]: https://projectfluent.org

mod arguments;
mod bundle;
pub mod date;
mod english;
mod keyed;
mod lang;
mod message;
mod messages;

pub use bundle::Problem;
pub use keyed::{marked, with_keys};
pub use lang::Lang;
pub use message::{Arg, Message, Number, Plain};
pub use messages::msg;

#[cfg(test)]
mod tests;
