//! A value of JSON as the text that it says, in the form that is asked.

use crate::ingest::mapping::FieldType;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Names by the identifiers under which values refer to them.
pub(super) type Names = Rc<BTreeMap<String, String>>;

/// A value with the names of what it only refers to.
pub(super) fn referred(value: &Value, names: &Names) -> Option<Value> {
    match value {
        Value::Object(map) => {
            map.get("@id").and_then(Value::as_str).and_then(|id| names.get(id)).cloned().map(Value::String)
        }
        Value::Array(list) if !names.is_empty() => {
            let named = list.iter().map(|v| referred(v, names).unwrap_or_else(|| v.clone()));
            Some(Value::Array(named.collect()))
        }
        _ => None,
    }
}

/// A value as Python prints it, in the signs of JSON: `{'name': "L'Écho", 'id': None}`.
fn of_python(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut quote = None;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        match quote {
            None if matches!(c, '\'' | '"') => {
                quote = Some(c);
                out.push('"');
            }
            None => {
                let word = ["True", "False", "None"].iter().position(|word| rest.starts_with(word));
                let (said, python) =
                    word.map_or(("", ""), |i| [("true", "True"), ("false", "False"), ("null", "None")][i]);
                taken = taken.max(python.len());
                if said.is_empty() { out.push(c) } else { out.push_str(said) }
            }
            Some(open) if c == open => {
                quote = None;
                out.push('"');
            }
            Some(_) if c == '\\' => {
                let next = rest[1..].chars().next();
                taken += next.map_or(0, char::len_utf8);
                match next {
                    Some('\'') => out.push('\''),
                    Some(next) => out.extend(['\\', next]),
                    None => {}
                }
            }
            Some(_) if c == '"' => out.push_str("\\\""),
            Some(_) => out.push(c),
        }
        rest = &rest[taken..];
    }
    out
}

/// What the cell of a table says that holds an object or a list, as programs write one that
/// make a table of JSON: `{'title': 'Le Quai'}`, `["Ana Roz"]`.
pub(in crate::ingest) fn cell(text: &str, form: FieldType) -> Option<String> {
    let text = text.trim();
    let holds = text.starts_with('{') && text.ends_with('}') || text.starts_with('[') && text.ends_with(']');
    // Words of a text may stand in brackets, too.
    let short = !matches!(form, FieldType::Text | FieldType::Html) && text.len() <= CELL;
    if !holds || !short {
        return None;
    }
    let value: Value = serde_json::from_str(text).or_else(|_| serde_json::from_str(&of_python(text))).ok()?;
    Some(text_of(&value, form, 0)).filter(|said| !said.trim().is_empty())
}

/// Bytes of the longest such cell.
const CELL: usize = 10_000;

/// Lists and objects in each other that say one value: a text as editors keep it takes two for
/// each of its parts.
const NESTED: usize = 14;

/// What a part of a text as editors keep it is.
fn kind(value: &Value) -> Option<&str> {
    ["type", "nodeType", "_type"].iter().find_map(|key| value.get(key)).and_then(Value::as_str)
}

/// Kinds of the parts of a text that hold its words, without capitals.
const PARAGRAPHS: [&str; 12] = [
    "paragraph",
    "p",
    "heading",
    "header",
    "block",
    "quote",
    "blockquote",
    "listitem",
    "list_item",
    "list-item",
    "link",
    "hyperlink",
];

/// Kinds of the words inside them.
const RUNS: [&str; 11] =
    ["text", "span", "link", "autolink", "hyperlink", "entity", "mention", "hashtag", "code", "hardbreak", "linebreak"];

/// True for a part of a text whose list holds words, not paragraphs.
fn is_paragraph(value: &Value) -> bool {
    kind(value).is_some_and(|kind| PARAGRAPHS.iter().any(|p| kind.eq_ignore_ascii_case(p)))
}

/// True for words inside a paragraph.
fn is_run(value: &Value) -> bool {
    kind(value).is_some_and(|kind| RUNS.iter().any(|r| kind.eq_ignore_ascii_case(r)))
}

/// True for words of a paragraph as Dow Jones writes them: `TextItem`, `EntityItem`, `LinkItem`.
fn is_item_of_text(value: &Value) -> bool {
    kind(value).is_some_and(|kind| kind.strip_suffix("Item").is_some_and(|k| matches!(k, "Text" | "Entity" | "Link")))
}

/// True for a text in runs, some of which have a look of their own.
fn is_rich(list: &[Value]) -> bool {
    let run = |v: &Value| v.get("type").is_some() && v.get("text").is_some_and(Value::is_string);
    list.iter().any(run) && list.iter().any(Value::is_string) && list.iter().all(|v| v.is_string() || run(v))
}

/// A value as text: strings as they are, numbers as written, lists joined,
/// of an object the field that says it in the form that is asked.
pub(in crate::ingest) fn text_of(value: &Value, form: FieldType, depth: usize) -> String {
    match value {
        Value::String(s) => s.clone(),
        Value::Number(n) => n.to_string(),
        Value::Array(list) if form == FieldType::Date => civil(list),
        Value::Array(list) if is_rich(list) => {
            let run = |v: &Value| match v {
                Value::String(s) => s.clone(),
                v => v.get("text").and_then(Value::as_str).unwrap_or_default().to_owned(),
            };
            list.iter().map(run).collect()
        }
        Value::Array(list) if depth < NESTED && !list.is_empty() && list.iter().all(is_item_of_text) => {
            list.iter().map(|v| text_of(v, form, depth + 1)).collect()
        }
        // Of several addresses the first is the article's.
        Value::Array(list) if form == FieldType::Address && depth < 3 => {
            list.iter().map(|v| text_of(v, form, depth + 1)).find(|s| !s.is_empty()).unwrap_or_default()
        }
        Value::Array(list) if depth < NESTED => {
            // Beside persons a list of references may name their desk.
            let desk = |v: &&Value| form == FieldType::People && v.get("literal").is_some();
            let persons = list.iter().any(|v| !desk(&v));
            let named = list.iter().filter(|v| !persons || !desk(v));
            let parts: Vec<_> = named.map(|v| text_of(v, form, depth + 1)).filter(|s| !s.trim().is_empty()).collect();
            parts.join(if matches!(form, FieldType::Html) { "\n\n" } else { ", " })
        }
        Value::Object(map) if depth < NESTED => {
            if form == FieldType::People
                && let Some(name) = full_name(map)
            {
                return name;
            }
            match said_by(form).iter().find_map(|k| valued(map, k)) {
                Some(Value::Array(list)) if is_paragraph(value) && list.iter().all(is_run) => {
                    list.iter().map(|v| text_of(v, form, depth + 1)).collect()
                }
                found => found.map_or(String::new(), |v| text_of(v, form, depth + 1)),
            }
        }
        _ => String::new(),
    }
}

/// The fields of an object that say its value, strongest first.
fn said_by(form: FieldType) -> &'static [&'static str] {
    match form {
        FieldType::Text => {
            &["name", "nom", "title", "text", "main", "basic", "content", "value", "rendered", "sentences", "short"]
        }
        FieldType::Html => &[
            "content",
            "rendered",
            "html",
            "text",
            "texte",
            "body",
            "value",
            "main",
            "sections",
            "paragraphs",
            "blocks",
            "children",
            "root",
            "data",
            "proxies",
            "varcharData",
            "clobData",
        ],
        FieldType::Date => &[
            "$date",
            "date",
            "published",
            "publishedAt",
            "date-parts",
            "raw",
            "literal",
            "value",
            "$numberLong",
            "iso",
        ],
        FieldType::Address => &["href", "url", "permalink", "@id", "link", "value"],
        FieldType::Outlet => &["name", "nom", "title", "hostname", "domain", "uri", "url", "homepage", "value"],
        FieldType::Host => &["hostname", "domain", "name", "url"],
        FieldType::People => &[
            "name",
            "full_name",
            "fullName",
            "original",
            "displayName",
            "display_name",
            "by",
            "title",
            "value",
            "content",
            "text",
            "literal",
        ],
        FieldType::Code => &["code", "id", "name", "value", "$oid"],
    }
}

/// The value of a field that has one, however its name is capitalised.
fn valued<'v>(map: &'v Map<String, Value>, name: &str) -> Option<&'v Value> {
    let written = map.get(name).or_else(|| map.iter().find(|(k, _)| k.eq_ignore_ascii_case(name)).map(|(_, v)| v));
    written.filter(|v| !v.is_null() && v.as_str() != Some(""))
}

/// `{"given": "Ana", "family": "Roz"}`.
fn full_name(map: &Map<String, Value>) -> Option<String> {
    let text = |keys: [&str; 4]| keys.iter().find_map(|k| valued(map, k)).and_then(Value::as_str);
    let family = text(["family", "lastName", "last_name", "nom"])?;
    // Lists of references keep `de` and `van` apart.
    let particle = ["dropping-particle", "non-dropping-particle"].iter().filter_map(|k| map.get(*k)?.as_str());
    let particles: String = particle.filter(|p| !p.is_empty()).map(|p| format!("{p} ")).collect();
    let family = format!("{particles}{family}");
    Some(match text(["given", "firstName", "first_name", "prenom"]) {
        Some(given) => format!("{given} {family}"),
        None => family,
    })
}

/// `[2024, 4, 10]`, alone or in a list, as a date.
fn civil(list: &[Value]) -> String {
    let list = list.first().and_then(Value::as_array).map_or(list, |inner| inner);
    let parts: Vec<i64> = list.iter().take(3).filter_map(|v| v.as_i64().or_else(|| v.as_str()?.parse().ok())).collect();
    match parts[..] {
        [year, month, day] => format!("{year:04}-{month:02}-{day:02}"),
        [year, month] => format!("{year:04}-{month:02}"),
        _ => list.first().and_then(Value::as_str).unwrap_or_default().to_owned(),
    }
}
