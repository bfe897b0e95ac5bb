//! [`Message`]: a sentence by name, with its arguments.

use super::messages::{self, COUNT};
use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;
use std::sync::Arc;

/// A message without arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Plain(pub(super) u16);

/// A message with its arguments. Cheap to make and to compare; it is words
/// only for [`Lang::say`](super::Lang::say).
///
/// In a format for people (JSON) it is written in English, so that a script
/// reads the same whatever language the reader works in; elsewhere as what it
/// is.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    id: u16,
    args: Vec<Arg>,
}

/// A quantity: grouped as the language does it, and a plural is chosen by it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Number {
    /// Its value.
    pub value: f64,
    /// Digits after the decimal sign.
    pub decimals: u8,
}

/// What stands in a gap of a message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Arg {
    /// Words of an article, a path, a name: shown as they are.
    Text(String),
    /// A quantity.
    Number(Number),
    /// A message, told in the language of the one that it stands in.
    Message(Box<Message>),
    /// Several, joined as the language joins a list.
    List(Vec<Arg>),
}

impl Plain {
    /// Its name in the word files.
    pub fn name(self) -> &'static str {
        messages::NAMES[usize::from(self.0)]
    }
}

impl Message {
    /// Made by the functions of `msg`, which know how many arguments there
    /// have to be.
    pub(super) fn with(id: u16, args: Vec<Arg>) -> Self {
        Self { id, args }
    }

    /// Its place among all messages.
    pub(super) fn id(&self) -> u16 {
        self.id
    }

    /// Its name in the word files.
    pub fn name(&self) -> &'static str {
        messages::NAMES[usize::from(self.id)]
    }

    /// Its arguments, in the order of [`super::msg`].
    pub fn args(&self) -> &[Arg] {
        &self.args
    }

    /// The names of its arguments, in the same order.
    pub(super) fn argument_names(&self) -> &'static [&'static str] {
        messages::ARGUMENTS[usize::from(self.id)]
    }
}

impl From<Plain> for Message {
    fn from(plain: Plain) -> Self {
        Self { id: plain.0, args: Vec::new() }
    }
}

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = u16::deserialize(deserializer)?;
        if usize::from(id) >= COUNT || !messages::ARGUMENTS[usize::from(id)].is_empty() {
            return Err(serde::de::Error::custom("no such message"));
        }
        Ok(Self(id))
    }
}

impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (id, args) = <(u16, Vec<Arg>)>::deserialize(deserializer)?;
        if usize::from(id) >= COUNT || messages::ARGUMENTS[usize::from(id)].len() != args.len() {
            return Err(serde::de::Error::custom("no such message"));
        }
        Ok(Self { id, args })
    }
}

impl Number {
    /// A number with this many digits after the decimal sign.
    pub fn decimal(value: f64, decimals: u8) -> Self {
        Self { value, decimals }
    }
}

macro_rules! whole {
    ($($kind:ty)*) => { $(
        impl From<$kind> for Number {
            fn from(n: $kind) -> Self {
                Self { value: n as f64, decimals: 0 }
            }
        }
        impl From<$kind> for Arg {
            fn from(n: $kind) -> Self {
                Self::Number(n.into())
            }
        }
    )* };
}

whole!(u8 u16 u32 u64 usize i16 i32 i64);

macro_rules! borrowed {
    ($($kind:ty)*) => { $(
        impl From<&$kind> for Arg {
            fn from(value: &$kind) -> Self {
                value.clone().into()
            }
        }
    )* };
}

borrowed!(u8 u16 u32 u64 usize i16 i32 i64 char Number Plain &str &String Cow<'_, str> Arg);

macro_rules! borrowed_number {
    ($($kind:ty)*) => { $(
        impl From<&$kind> for Number {
            fn from(n: &$kind) -> Self {
                (*n).into()
            }
        }
    )* };
}

borrowed_number!(u8 u16 u32 u64 usize i16 i32 i64);

impl From<Number> for Arg {
    fn from(n: Number) -> Self {
        Self::Number(n)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&Box<str>> for Arg {
    fn from(text: &Box<str>) -> Self {
        Self::Text(text.to_string())
    }
}

impl From<&Arc<str>> for Arg {
    fn from(text: &Arc<str>) -> Self {
        Self::Text(text.to_string())
    }
}

impl From<Cow<'_, str>> for Arg {
    fn from(text: Cow<'_, str>) -> Self {
        Self::Text(text.into_owned())
    }
}

impl From<char> for Arg {
    fn from(sign: char) -> Self {
        Self::Text(sign.to_string())
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

impl From<&Message> for Arg {
    fn from(message: &Message) -> Self {
        Self::Message(Box::new(message.clone()))
    }
}

impl From<Plain> for Arg {
    fn from(plain: Plain) -> Self {
        Self::Message(Box::new(plain.into()))
    }
}

impl<T: Into<Arg>> FromIterator<T> for Arg {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}
