//! The text of a page that stands only in its data: linked data, and the records from which
//! its scripts draw.

use super::page::Stated;
use super::stated::{DEPTH, OBJECTS, is_article, parse};
use crate::ingest::json::value::text_of;
use crate::ingest::mapping::{Mapping, Neighbours, Role};
use crate::ingest::raw::Fields;
use crate::ingest::stating::put;
use crate::ingest::typed;
use serde_json::{Map, Value};

/// The text of a page that stands in its data.
pub(super) struct DataBody {
    /// The text, with markup taken out.
    pub(super) text: String,
    /// What the record that holds it states beside.
    pub(super) fields: Fields,
}

/// The longest text that the structured data give for an article.
pub(super) fn body(stated: &[Stated]) -> Option<DataBody> {
    let mut texts = Vec::new();
    let mut left = OBJECTS;
    for s in stated {
        if let Stated::Linked(text) = s
            && let Some(value) = parse(text)
        {
            bodies(&value, 0, &mut left, &mut texts);
        }
    }
    let (longest, fields) = texts.into_iter().max_by_key(|(text, _)| text.len())?;
    let text = if longest.contains("</") { super::inline::paragraphs(&longest) } else { longest };
    Some(DataBody { text, fields })
}

/// Adds every text with what its record states: linked data are read elsewhere.
fn bodies(value: &Value, depth: usize, left: &mut usize, texts: &mut Vec<(String, Fields)>) {
    if depth > DEPTH || *left == 0 {
        return;
    }
    *left -= 1;
    match value {
        Value::Array(list) => list.iter().for_each(|v| bodies(v, depth + 1, left, texts)),
        Value::Object(map) => {
            let said = |key: &str| map.get(key).and_then(Value::as_str);
            let linked_texts = said("articleBody").filter(|_| is_article(map)).map(str::to_owned).into_iter();
            texts.extend(linked_texts.chain(live(map)).map(|text| (text, Fields::default())));
            // The data that scripts draw from name the text like any record does;
            // only a text in paragraphs is believed.
            let linked = map.contains_key("@type") || map.contains_key("@context");
            let marked = |key: &&str| said(key).is_some_and(|text| text.contains("<p"));
            let drawn = TEXTS.iter().filter(|key| !linked && marked(key)).filter_map(|key| said(key));
            texts.extend(drawn.map(|text| (text.to_owned(), stated_beside(map))));
            texts.extend(elements(map).map(|text| (text, stated_beside(map))));
            map.values().filter(|v| v.is_array() || v.is_object()).for_each(|v| bodies(v, depth + 1, left, texts));
        }
        _ => {}
    }
}

/// Who wrote the record of a text and when it came out, by the names that fields of
/// records have.
fn stated_beside(map: &Map<String, Value>) -> Fields {
    let (mapping, names) = (Mapping::default(), Neighbours::of(map.keys().map(String::as_str)));
    let mut fields = Fields::default();
    let mut known: Vec<_> = map.iter().filter_map(|(key, value)| Some((mapping.field(key, &names)?, value))).collect();
    known.sort_by_key(|(field, _)| field.rank);
    for (field, value) in known {
        let rule = match field.role {
            // The title of a window is made of the headline of such an article.
            Role::Title if map.contains_key(ELEMENTS) => "json.title",
            Role::Author => "json.author",
            Role::Published => "json.date",
            Role::Updated => "json.updated",
            _ => continue,
        };
        let said = typed::read(field, text_of(value, field.form, 0));
        said.iter().filter(|s| s.0 == field.role).for_each(|(role, _, value)| put(&mut fields, *role, value, rule));
    }
    fields
}

/// The field in which editors that keep a text part by part have it.
const ELEMENTS: &str = "content_elements";

/// The paragraphs of such a text as a piece of a page.
fn elements(map: &Map<String, Value>) -> Option<String> {
    let mut out = String::new();
    let mut add = |tag: &str, part: &Value| {
        if let Some(text) = part.get("content").and_then(Value::as_str) {
            out.push_str(&format!("<{tag}>{text}</{tag}>"));
        }
    };
    for part in map.get(ELEMENTS)?.as_array()? {
        match part.get("type").and_then(Value::as_str).unwrap_or_default() {
            "text" => add("p", part),
            "header" => add("h2", part),
            "list" => part.get("items").and_then(Value::as_array).into_iter().flatten().for_each(|item| add("p", item)),
            _ => {}
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Names of fields that hold a text, in the data that scripts draw from.
const TEXTS: [&str; 8] =
    ["body", "content", "html", "articleBody", "bodyHtml", "contentHtml", "text", "contentRendered"];

/// The entries of a live blog with their times, in the order of its data.
fn live(map: &Map<String, Value>) -> Option<String> {
    let entries = map.get("liveBlogUpdate")?.as_array()?;
    let mut out = String::new();
    for entry in entries.iter().filter_map(Value::as_object) {
        let text = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default().trim();
        let clock = text("datePublished").split_once('T').and_then(|(_, time)| time.get(..5)).unwrap_or_default();
        let head: Vec<&str> = [clock, text("headline")].into_iter().filter(|s| !s.is_empty()).collect();
        for line in [head.join(" · ").as_str(), text("articleBody")] {
            out.push_str(line);
            out.push('\n');
        }
    }
    (!out.trim().is_empty()).then_some(out)
}
