//! Kinds of values: how each is read, written and described.

use crate::entity::EntityKind;
use crate::enumerated::Enumerated;
use crate::search::Layer;
use crate::search::query::{Options, Query, Saved};
use crate::theme;
use crate::toml_reader::{TomlReader, Value};
use crate::triage::After;
use crate::words::{Lang, Message, msg};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// What other layers know of the words that settings take.
pub struct Known<'a> {
    /// Names of the themes, `auto` first.
    pub themes: &'a [&'a str],
    /// Names of the contexts of keys.
    pub contexts: &'a [&'a str],
    /// Names of the actions.
    pub actions: &'a [&'a str],
}

/// How a value stands in the file.
pub(crate) enum Written {
    /// Behind its key.
    Value(String),
    /// As a table with so many keys.
    Table(usize),
    /// As so many tables of the same name.
    List(usize),
}

/// What a setting takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// `true` or `false`.
    Flag,
    /// One of a few words.
    Few,
    /// A whole number.
    Number,
    /// A text.
    Text,
    /// Some of a few words.
    List,
    /// Tables, which are written in the file alone.
    Tables,
}

/// A kind of value that a setting of type `T` has.
pub(super) trait Kind<T> {
    /// What it takes.
    fn takes(&self) -> Takes;

    /// Reads a value; `None` when it is wrong, which was said.
    fn read(&self, reader: &mut TomlReader<'_>, key: &str, value: &Value<'_>) -> Option<T>;

    /// The value as the file has it.
    fn written(&self, value: &T) -> Written;

    /// The JSON schema of the value.
    fn schema(&self, known: &Known<'_>) -> Json;

    /// The words that it takes, where it takes only some.
    fn values(&self) -> Vec<&'static str> {
        Vec::new()
    }
}

/// Something of which there are a few, each with a word in the file.
pub(super) trait Few: Enumerated {
    /// The one that a word in the file stands for.
    fn parse(word: &str) -> Option<Self> {
        Self::from_word(word)
    }

    /// The words of all.
    fn names() -> Vec<&'static str> {
        Self::VALUES.iter().map(|c| c.word()).collect()
    }
}

impl Few for After {}

impl Few for Layer {
    fn parse(word: &str) -> Option<Self> {
        Layer::parse(word)
    }
}

/// A text in the quotation marks of TOML, in which those of JSON are valid.
fn quoted(text: &str) -> String {
    Json::from(text).to_string()
}

/// Any text.
pub(super) struct FreeText;

impl Kind<String> for FreeText {
    fn takes(&self) -> Takes {
        Takes::Text
    }

    fn read(&self, reader: &mut TomlReader<'_>, key: &str, value: &Value<'_>) -> Option<String> {
        reader.string(key, value)
    }

    fn written(&self, value: &String) -> Written {
        Written::Value(quoted(value))
    }

    fn schema(&self, _: &Known<'_>) -> Json {
        json!({ "type": "string" })
    }
}

/// A query of the search language.
pub(super) struct QueryText;

/// What is wrong with a query, apart from the day it is asked on and from the
/// names of saved searches, which the journal knows.
pub(super) fn query_error(query: &str) -> Option<Message> {
    let options =
        Options { today: Some(jiff::civil::Date::constant(2000, 1, 1)), saved: Saved::Unasked, ..Options::default() };
    Query::parse_with(query, options).err().map(|e| e.sentence)
}

impl Kind<String> for QueryText {
    fn takes(&self) -> Takes {
        Takes::Text
    }

    fn read(&self, reader: &mut TomlReader<'_>, key: &str, value: &Value<'_>) -> Option<String> {
        let text = reader.string(key, value)?;
        match query_error(&text) {
            Some(why) => {
                reader.wrong(key, value, msg::settings_wanted_query(why));
                None
            }
            None => Some(text),
        }
    }

    fn written(&self, value: &String) -> Written {
        Written::Value(quoted(value))
    }

    fn schema(&self, _: &Known<'_>) -> Json {
        json!({ "type": "string" })
    }
}

/// `true` or `false`.
pub(super) struct Flag;

impl Kind<bool> for Flag {
    fn takes(&self) -> Takes {
        Takes::Flag
    }

    fn read(&self, reader: &mut TomlReader<'_>, key: &str, value: &Value<'_>) -> Option<bool> {
        reader.boolean(key, value)
    }

    fn written(&self, value: &bool) -> Written {
        Written::Value(value.to_string())
    }

    fn schema(&self, _: &Known<'_>) -> Json {
        json!({ "type": "boolean" })
    }
}

/// A whole number in a range.
pub(super) struct Number(pub(super) RangeInclusive<i64>);

impl<T: Copy + Into<i64> + TryFrom<i64>> Kind<T> for Number {
    fn takes(&self) -> Takes {
        Takes::Number
    }

    fn read(&self, reader: &mut TomlReader<'_>, key: &str, value: &Value<'_>) -> Option<T> {
        reader.integer(key, value, self.0.clone()).and_then(|n| T::try_from(n).ok())
    }

    fn written(&self, value: &T) -> Written {
        Written::Value((*value).into().to_string())
    }

    fn schema(&self, _: &Known<'_>) -> Json {
        json!({ "type": "integer", "minimum": self.0.start(), "maximum": self.0.end() })
    }
}

/// One of a few words.
pub(super) struct OneOf;

impl<T: Few> Kind<T> for OneOf {
    fn takes(&self) -> Takes {
        Takes::Few
    }

    fn read(&self, reader: &mut TomlReader<'_>, key: &str, value: &Value<'_>) -> Option<T> {
        reader.one_of(key, value, &T::names()).and_then(T::parse)
    }

    fn written(&self, value: &T) -> Written {
        Written::Value(quoted(value.word()))
    }

    fn schema(&self, _: &Known<'_>) -> Json {
        json!({ "enum": T::names() })
    }

    fn values(&self) -> Vec<&'static str> {
        T::names()
    }
}

/// Some of a few words.
pub(super) struct ListOf;

impl<T: Few> Kind<Vec<T>> for ListOf {
    fn takes(&self) -> Takes {
        Takes::List
    }

    fn read(&self, reader: &mut TomlReader<'_>, key: &str, value: &Value<'_>) -> Option<Vec<T>> {
        let mut chosen = Vec::new();
        for word in reader.strings(key, value)? {
            match T::parse(&word) {
                Some(choice) => chosen.push(choice),
                None => reader.not_one_of(value.span().start, key, &word, &T::names()),
            }
        }
        Some(chosen).filter(|c| !c.is_empty())
    }

    fn written(&self, value: &Vec<T>) -> Written {
        let words: Vec<String> = value.iter().map(|v| quoted(v.word())).collect();
        Written::Value(format!("[{}]", words.join(", ")))
    }

    fn schema(&self, _: &Known<'_>) -> Json {
        let word = json!({ "enum": T::names() });
        json!({ "anyOf": [word, { "type": "array", "items": word, "minItems": 1 }] })
    }

    fn values(&self) -> Vec<&'static str> {
        T::names()
    }
}

/// A language of the interface, or `auto`.
pub(super) struct LangOrAuto;

impl Kind<Option<Lang>> for LangOrAuto {
    fn takes(&self) -> Takes {
        Takes::Few
    }

    fn read(&self, reader: &mut TomlReader<'_>, key: &str, value: &Value<'_>) -> Option<Option<Lang>> {
        let word = reader.one_of(key, value, &self.values())?;
        Some(Lang::all().find(|l| l.code() == word))
    }

    fn written(&self, value: &Option<Lang>) -> Written {
        Written::Value(quoted(value.map_or(theme::AUTO, Lang::code)))
    }

    fn schema(&self, _: &Known<'_>) -> Json {
        json!({ "enum": self.values() })
    }

    fn values(&self) -> Vec<&'static str> {
        std::iter::once(theme::AUTO).chain(Lang::all().map(Lang::code)).collect()
    }
}

/// A theme, or `auto`. That there is one of this name is checked where the
/// reader's own are known.
pub(super) struct ThemeName;

impl Kind<theme::Choice> for ThemeName {
    fn takes(&self) -> Takes {
        Takes::Few
    }

    fn read(&self, reader: &mut TomlReader<'_>, key: &str, value: &Value<'_>) -> Option<theme::Choice> {
        reader.string(key, value).map(|name| theme::Choice::from(name.as_str()))
    }

    fn written(&self, value: &theme::Choice) -> Written {
        Written::Value(quoted(value.name()))
    }

    fn schema(&self, known: &Known<'_>) -> Json {
        json!({ "enum": known.themes })
    }

    fn values(&self) -> Vec<&'static str> {
        std::iter::once(theme::AUTO).chain(theme::built_in_names()).collect()
    }
}

/// Texts by names of the reader's choice.
pub(super) struct Templates;

impl Kind<BTreeMap<String, String>> for Templates {
    fn takes(&self) -> Takes {
        Takes::Tables
    }

    fn read(&self, reader: &mut TomlReader<'_>, key: &str, value: &Value<'_>) -> Option<BTreeMap<String, String>> {
        let texts = reader
            .table(key, value)
            .filter_map(|(k, v)| Some((k.get_ref().to_string(), reader.string(k.get_ref(), v)?)));
        Some(texts.collect())
    }

    fn written(&self, value: &BTreeMap<String, String>) -> Written {
        Written::Table(value.len())
    }

    fn schema(&self, _: &Known<'_>) -> Json {
        json!({ "type": "object", "additionalProperties": { "type": "string" } })
    }
}

/// Lists of names by kind.
pub(super) struct EntityNames;

impl Kind<BTreeMap<String, Vec<String>>> for EntityNames {
    fn takes(&self) -> Takes {
        Takes::Tables
    }

    fn read(&self, reader: &mut TomlReader<'_>, key: &str, value: &Value<'_>) -> Option<BTreeMap<String, Vec<String>>> {
        let mut lists = BTreeMap::new();
        for (kind, names) in reader.table(key, value) {
            if EntityKind::from_name(kind.get_ref()).is_none() {
                reader.unknown(kind, msg::SETTINGS_A_KIND_OF_NAME, &EntityKind::ALL.map(EntityKind::name));
            } else if let Some(names) = reader.strings(kind.get_ref(), names) {
                lists.insert(kind.get_ref().to_string(), names);
            }
        }
        Some(lists)
    }

    fn written(&self, value: &BTreeMap<String, Vec<String>>) -> Written {
        Written::Table(value.len())
    }

    fn schema(&self, _: &Known<'_>) -> Json {
        let names = one_or_more(&json!({ "type": "string" }));
        let kinds: serde_json::Map<String, Json> =
            EntityKind::ALL.iter().map(|k| (k.name().to_owned(), names.clone())).collect();
        json!({ "type": "object", "properties": kinds, "additionalProperties": false })
    }
}

/// A text, or a list of texts.
pub(super) fn one_or_more(text: &Json) -> Json {
    json!({ "anyOf": [text, { "type": "array", "items": text }] })
}
