//! Settings with a form of their own: keys and rules on load.

use super::kind::{Kind, Known, Takes, Written, one_or_more, query_error};
use crate::toml_reader::{TomlReader, Value};
use crate::triage::State;
use crate::words::msg;
use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// One binding, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyBinding {
    /// The keys.
    pub keys: String,
    /// Names of actions, done one after the other; none unbinds.
    pub actions: Vec<String>,
    /// What the reader calls it.
    pub description: Option<String>,
    /// File and line.
    pub place: String,
}

/// The bindings of one context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySection {
    /// Name of the context.
    pub context: String,
    /// File and line of its first word.
    pub place: String,
    /// Its bindings.
    pub bindings: Vec<KeyBinding>,
}

/// Keys that are bound to other actions; printed as context, keys, actions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys(pub Vec<KeySection>);

impl Serialize for Keys {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let value = |b: &KeyBinding| match &b.description {
            Some(description) => json!({ "actions": b.actions, "description": description }),
            None => json!(b.actions),
        };
        let bindings = |s: &KeySection| -> BTreeMap<String, Json> {
            s.bindings.iter().map(|b| (b.keys.clone(), value(b))).collect()
        };
        to.collect_map(self.0.iter().filter(|s| !s.bindings.is_empty()).map(|s| (&s.context, bindings(s))))
    }
}

/// Tables of keys by context.
pub(super) struct KeyTables;

impl Kind<Keys> for KeyTables {
    fn takes(&self) -> Takes {
        Takes::Tables
    }

    fn read(&self, reader: &mut TomlReader<'_>, key: &str, value: &Value<'_>) -> Option<Keys> {
        let mut sections = Vec::new();
        for (context, table) in reader.table(key, value) {
            let mut bindings = Vec::new();
            for (keys, actions) in reader.table(context.get_ref(), table) {
                if let Some((actions, description)) = read_binding(reader, keys.get_ref(), actions) {
                    let place = reader.place(keys.span().start);
                    bindings.push(KeyBinding { keys: keys.get_ref().to_string(), actions, description, place });
                }
            }
            let place = reader.place(context.span().start);
            sections.push(KeySection { context: context.get_ref().to_string(), place, bindings });
        }
        Some(Keys(sections))
    }

    fn written(&self, value: &Keys) -> Written {
        Written::Table(value.0.iter().map(|s| s.bindings.len()).sum())
    }

    fn schema(&self, known: &Known<'_>) -> Json {
        let actions = one_or_more(&json!({ "enum": known.actions }));
        let described = json!({
            "type": "object",
            "properties": { "actions": actions, "description": { "type": "string" } },
            "required": ["actions"],
            "additionalProperties": false,
        });
        let bindings = json!({ "type": "object", "additionalProperties": { "anyOf": [actions, described] } });
        let contexts: serde_json::Map<String, Json> =
            known.contexts.iter().map(|c| ((*c).to_owned(), bindings.clone())).collect();
        json!({ "type": "object", "properties": contexts, "additionalProperties": false })
    }
}

/// Keys of a binding that is described.
const BINDING: [&str; 2] = ["actions", "description"];

/// The actions of a binding, and what the reader calls it: an action, a list of
/// them, or a table of both.
fn read_binding(reader: &mut TomlReader<'_>, keys: &str, value: &Value<'_>) -> Option<(Vec<String>, Option<String>)> {
    if value.get_ref().as_table().is_none() {
        return Some((reader.strings(keys, value)?, None));
    }
    let (mut actions, mut description) = (None, None);
    for (key, v) in reader.table(keys, value) {
        match key.get_ref().as_ref() {
            "actions" => actions = reader.strings("actions", v),
            "description" => description = reader.string("description", v).filter(|d| !d.trim().is_empty()),
            _ => reader.unknown(key, msg::SETTINGS_A_PART_OF_A_BINDING, &BINDING),
        }
    }
    if actions.is_none() {
        reader.warn(value.span().start, msg::SETTINGS_BINDING_WITHOUT_ACTIONS);
    }
    Some((actions?, description))
}

/// One rule on load, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RuleSetting {
    /// Its name.
    pub name: String,
    /// What it finds.
    pub query: String,
    /// Tags it puts on.
    pub tags: Vec<String>,
    /// The state it gives.
    pub state: Option<State>,
    /// True when it marks as read.
    pub read: bool,
    /// Line in the settings file.
    pub line: usize,
}

/// Keys of a rule.
const RULE: [&str; 5] = ["name", "query", "tag", "state", "read"];

/// Rules on load.
pub(super) struct RuleList;

impl Kind<Vec<RuleSetting>> for RuleList {
    fn takes(&self) -> Takes {
        Takes::Tables
    }

    fn read(&self, reader: &mut TomlReader<'_>, key: &str, value: &Value<'_>) -> Option<Vec<RuleSetting>> {
        let Some(list) = value.get_ref().as_array() else {
            reader.wrong(key, value, msg::SETTINGS_WANTED_RULES);
            return None;
        };
        let mut rules = Vec::new();
        for item in list.iter() {
            let rule = read_rule(reader, item);
            if rule.query.trim().is_empty() {
                reader.warn(item.span().start, msg::SETTINGS_RULE_WITHOUT_QUERY);
            } else {
                rules.push(rule);
            }
        }
        Some(rules)
    }

    fn written(&self, value: &Vec<RuleSetting>) -> Written {
        Written::List(value.len())
    }

    fn schema(&self, _: &Known<'_>) -> Json {
        json!({ "type": "array", "items": {
            "type": "object",
            "properties": {
                "name": { "type": "string" },
                "query": { "type": "string" },
                "tag": one_or_more(&json!({ "type": "string" })),
                "state": { "type": "string" },
                "read": { "type": "boolean" },
            },
            "required": ["query"],
            "additionalProperties": false,
        } })
    }
}

fn read_rule(reader: &mut TomlReader<'_>, item: &Value<'_>) -> RuleSetting {
    let mut rule = RuleSetting { line: reader.line(item.span().start), ..RuleSetting::default() };
    for (key, v) in reader.table("rule", item) {
        match key.get_ref().as_ref() {
            "name" => rule.name = reader.string("name", v).unwrap_or_default(),
            "query" => {
                rule.query = reader.string("query", v).unwrap_or_default();
                // Kept all the same: whoever runs the rules is told then, and
                // nothing is done by the others before.
                if let Some(why) = query_error(&rule.query) {
                    reader.warn(v.span().start, msg::settings_rule_query(why));
                }
            }
            "tag" => rule.tags = reader.strings("tag", v).unwrap_or_default(),
            "state" => {
                rule.state = v.get_ref().as_str().and_then(State::parse);
                if rule.state.is_none() {
                    reader.wrong("state", v, msg::SETTINGS_WANTED_STATE);
                }
            }
            "read" => rule.read = reader.boolean("read", v).unwrap_or(rule.read),
            _ => reader.unknown(key, msg::SETTINGS_A_PART_OF_A_RULE, &RULE),
        }
    }
    rule
}
