//! A message where no reader's language is known: JSON, logs and tests have it
//! in English, so that a script reads the same in every language.

use super::lang::Lang;
use super::message::{Message, Plain};
use serde::{Serialize, Serializer};

/// In English: for JSON, logs and tests.
impl std::fmt::Display for Plain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(Lang::EN.text(*self))
    }
}

/// As a [`Message`]: in English for people, else as what it is.
impl Serialize for Plain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return serializer.serialize_str(Lang::EN.text(*self));
        }
        self.0.serialize(serializer)
    }
}

/// In English: for JSON, logs and tests.
impl std::fmt::Display for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&Lang::EN.say(self))
    }
}

impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return serializer.collect_str(self);
        }
        (self.id(), self.args()).serialize(serializer)
    }
}
