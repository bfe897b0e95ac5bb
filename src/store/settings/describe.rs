//! The settings described: the default file and the JSON schema.

use super::kind::{Known, Written};
use super::table::{ROWS, SettingRow, Settings};
use crate::words::{Lang, msg};
use serde_json::{Map, Value as Json, json};

/// Columns of the comments in the default file.
const COLUMNS: usize = 79;

fn comment(out: &mut String, text: &str) {
    for line in textwrap::wrap(text, COLUMNS - 2) {
        out.push_str(&format!("# {line}\n"));
    }
}

/// The settings file that says nothing but the defaults, each explained in
/// this language.
pub fn default_file(lang: Lang) -> String {
    let defaults = Settings::default();
    let mut out = String::new();
    comment(&mut out, lang.text(msg::SETTINGS_FILE_HEAD));
    let mut group = None;
    for row in ROWS {
        if row.group().is_none() || row.group() != group {
            out.push('\n');
        }
        if row.group() != group
            && let Some(name) = row.group()
        {
            out.push_str(&format!("[{name}]\n"));
        }
        group = row.group();
        comment(&mut out, lang.text(row.words));
        for line in row.example.lines() {
            out.push_str(&format!("#   {line}\n"));
        }
        match (row.written)(&defaults) {
            Written::Value(value) => out.push_str(&format!("{} = {value}\n", row.name())),
            Written::Table(_) => out.push_str(&format!("[{}]\n", row.key)),
            // An empty list of tables cannot be written.
            Written::List(_) => {}
        }
    }
    out
}

/// The JSON schema of the settings file (draft 2020-12), described in this
/// language.
pub fn schema(known: &Known<'_>, lang: Lang) -> Json {
    let mut properties = Map::new();
    for row in ROWS {
        let described = described(row, known, lang);
        match row.group() {
            None => {
                properties.insert(row.key.to_owned(), described);
            }
            Some(group) => {
                let table = properties
                    .entry(group)
                    .or_insert_with(|| json!({ "type": "object", "properties": {}, "additionalProperties": false }));
                table["properties"][row.name()] = described;
            }
        }
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": lang.text(msg::SETTINGS_SCHEMA_TITLE),
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}

fn described(row: &SettingRow, known: &Known<'_>, lang: Lang) -> Json {
    let mut schema = (row.schema)(known);
    schema["description"] = Json::from(lang.text(row.words));
    if let Written::Value(value) = (row.written)(&Settings::default()) {
        // A value of TOML on one line is one of JSON.
        schema["default"] = serde_json::from_str(&value).unwrap_or_default();
    }
    schema
}
