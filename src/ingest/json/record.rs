//! One record of JSON: which values of a file are records, and what the
//! fields of one state. What the fields mean is told by the [`Mapping`].

use crate::corpus::{Place, SourceFormat};
use crate::ingest::assemble::{Record, nothing_readable};
use crate::ingest::mapping::{FieldType, FieldUse, Mapping, Neighbours, Role};
use crate::ingest::raw::{Options, RawDocument};
use crate::ingest::wire;
use crate::notice::Notice;
use crate::words::msg;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::rc::Rc;

/// Objects and lists around a record that are looked into.
const DEPTH: usize = 6;

/// What the object around the records states of all of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Around {
    /// The name of the feed.
    outlet: Option<String>,
    /// Its language.
    language: Option<String>,
    /// What is referred to by identifiers.
    names: Names,
}

/// Takes the records of a value one after the other.
pub(super) type Take<'t> = dyn FnMut(&Value, &Around) -> ControlFlow<()> + 't;

/// Gives the records of a value: itself, those of a list, those of a list that
/// stands in an object (`{"articles": […]}`), those that stand under their keys.
pub(super) fn each(value: &Value, mapping: &Mapping, take: &mut Take<'_>) -> ControlFlow<()> {
    inside(value, mapping, &Around::default(), 0, take)
}

/// True for an object that holds a list of records.
pub(super) fn is_list(value: &Value, mapping: &Mapping) -> bool {
    let Value::Object(map) = value else { return false };
    if rows(map, mapping).is_some() {
        return true;
    }
    match held(map, mapping) {
        Some(inner @ Value::Object(_)) => is_list(inner, mapping),
        Some(_) => true,
        None => keyed(map, mapping),
    }
}

/// The records of a table that stands by its columns: `{"title": […], "text":
/// […]}`, `{"title": {"0": …}, "text": {"0": …}}`, or as rows below a list of
/// names: `{"columns": […], "data": [[…], …]}`.
fn rows(map: &Map<String, Value>, mapping: &Mapping) -> Option<Vec<Value>> {
    let told = |names: &[&String]| {
        let roles: Vec<Role> = names.iter().filter_map(|n| mapping.role(n)).collect();
        roles.len() > 1 && roles.iter().any(|r| matches!(r, Role::Title | Role::Text))
    };
    if let (Some(Value::Array(names)), Some(Value::Array(data))) = (map.get("columns"), map.get("data")) {
        let names: Vec<String> = names.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        let whole = data.iter().all(|row| row.as_array().is_some_and(|row| row.len() == names.len()));
        if !whole || !told(&names.iter().collect::<Vec<_>>()) {
            return None;
        }
        let row = |row: &Value| {
            let cells = row.as_array().into_iter().flatten().cloned();
            Value::Object(names.iter().cloned().zip(cells).collect())
        };
        return Some(data.iter().map(row).collect());
    }
    if !told(&map.keys().collect::<Vec<_>>()) {
        return None;
    }
    // As many cells in each column, two at least: one alone is a value in a list.
    let columns: Option<Vec<(&String, Vec<&Value>)>> = map
        .iter()
        .map(|(name, column)| match column {
            Value::Array(cells) => Some((name, cells.iter().collect())),
            Value::Object(cells) if cells.keys().all(|k| k.bytes().all(|b| b.is_ascii_digit())) => {
                let mut cells: Vec<(u64, &Value)> =
                    cells.iter().map(|(k, v)| (k.parse().unwrap_or(u64::MAX), v)).collect();
                cells.sort_by_key(|c| c.0);
                Some((name, cells.into_iter().map(|c| c.1).collect()))
            }
            _ => None,
        })
        .collect();
    let columns = columns?;
    let count = columns.first()?.1.len();
    if columns.iter().any(|c| c.1.len() != count) || map.values().any(Value::is_array) && count < 2 {
        return None;
    }
    let row =
        |i: usize| Value::Object(columns.iter().map(|(name, cells)| ((*name).clone(), cells[i].clone())).collect());
    Some((0..count).map(row).collect())
}

/// True for an object of linked data that is no article but stands beside one,
/// such as its author.
fn is_beside(value: &Value) -> bool {
    const ARTICLES: [&str; 5] = ["Article", "Posting", "Report", "Review", "CreativeWork"];
    let of = |t: &str| ARTICLES.iter().any(|a| t.ends_with(a));
    match value.get("@type") {
        Some(Value::String(t)) => !of(t),
        Some(Value::Array(all)) => !all.iter().filter_map(Value::as_str).any(of),
        _ => false,
    }
}

/// Names by the identifiers under which linked data refer to them.
fn names(list: &[Value], outer: &Names) -> Names {
    let named = |v: &Value| {
        let text = |key: &str| v.get(key).and_then(Value::as_str).map(str::to_owned);
        Some((text("@id")?, text("name")?))
    };
    let here: BTreeMap<String, String> = list.iter().filter_map(named).collect();
    if here.is_empty() { outer.clone() } else { Rc::new(here) }
}

type Names = Rc<BTreeMap<String, String>>;

fn inside(value: &Value, mapping: &Mapping, around: &Around, depth: usize, take: &mut Take<'_>) -> ControlFlow<()> {
    if depth < DEPTH {
        match value {
            Value::Array(list) => {
                let linked = Around { names: names(list, &around.names), ..around.clone() };
                let is_record = |v: &&Value| !is_beside(v);
                return list.iter().filter(is_record).try_for_each(|v| inside(v, mapping, &linked, depth + 1, take));
            }
            Value::Object(map) => {
                if let Some(rows) = rows(map, mapping) {
                    return rows.iter().try_for_each(|row| take(row, around));
                }
                if let Some(inner) = held(map, mapping) {
                    let around = Around::of(map, around);
                    return inside(inner, mapping, &around, depth + 1, take);
                }
                if keyed(map, mapping) {
                    return map.values().try_for_each(|v| inside(v, mapping, around, depth + 1, take));
                }
            }
            _ => {}
        }
    }
    take(value, around)
}

/// What an object holds in place of being a record: a list of records, or an
/// object around one.
fn held<'v>(map: &'v Map<String, Value>, mapping: &Mapping) -> Option<&'v Value> {
    let has = |role: Role| map.iter().any(|(k, v)| v.is_string() && mapping.role(k) == Some(role));
    if has(Role::Text) {
        return None;
    }
    let mut held: Vec<(usize, &Value)> = map
        .iter()
        .filter(|(_, v)| v.is_array() || v.is_object())
        .filter_map(|(k, v)| Some((mapping.list(k)?, v)))
        .collect();
    held.sort_by_key(|(rank, v)| (!v.is_array(), *rank));
    let (_, first) = *held.first()?;
    // What has a title of its own is a record, unless what it holds are some.
    let records = || first.as_array().and_then(|list| list.first()).is_some_and(|v| is_record(v, mapping));
    (!has(Role::Title) || records() || Around::is_feed(map)).then_some(first)
}

/// True for records that stand under their keys: `{"17": {…}, "18": {…}}`.
fn keyed(map: &Map<String, Value>, mapping: &Mapping) -> bool {
    let names = Neighbours::of(map.keys().map(String::as_str));
    let unknown = |(key, value): (&String, &Value)| {
        value.is_object() && mapping.role(key).is_none() && !mapping.is_inside(key, &names)
    };
    !map.is_empty() && map.iter().all(unknown) && map.values().all(|v| is_record(v, mapping))
}

/// True for an object with a title or a text.
fn is_record(value: &Value, mapping: &Mapping) -> bool {
    let Value::Object(map) = value else { return false };
    map.keys().any(|k| matches!(mapping.role(k), Some(Role::Title | Role::Text)))
}

impl Around {
    /// True for an object that says of itself that it is a feed.
    fn is_feed(map: &Map<String, Value>) -> bool {
        let version = map.get("version").and_then(Value::as_str).unwrap_or_default();
        version.contains("jsonfeed.org") || map.contains_key("home_page_url") || map.contains_key("feed_url")
    }

    /// What an object states of the records that it holds.
    fn of(map: &Map<String, Value>, outer: &Self) -> Self {
        let text = |key: &str| map.get(key).and_then(Value::as_str).map(str::to_owned);
        let outlet = if Self::is_feed(map) { text("title") } else { None };
        Self {
            outlet: outlet.or_else(|| outer.outlet.clone()),
            language: text("language").or_else(|| outer.language.clone()),
            names: outer.names.clone(),
        }
    }
}

fn rules(role: Role) -> &'static str {
    match role {
        Role::Title => "json.title",
        Role::Standfirst => "json.standfirst",
        Role::Text => "json.text",
        Role::Source => "json.source",
        Role::Host => "json.host",
        Role::Author => "json.author",
        Role::Published => "json.date",
        Role::Updated => "json.updated",
        Role::Seen => "json.seen",
        Role::Url => "json.url",
        Role::Language => "json.language",
        Role::Identifier => "json.id",
    }
}

/// Rank of what an object inside the record or the list around it states,
/// below all that the record states itself.
const WEAKER: usize = 10_000;

/// The document of one JSON object.
pub(super) fn record(value: &Value, place: Place, around: &Around, options: &Options) -> Result<RawDocument, Notice> {
    let Value::Object(map) = value else {
        let what = match value {
            Value::Array(_) => msg::INGEST_JSON_LIST,
            Value::String(_) => msg::INGEST_JSON_STRING,
            Value::Null => msg::INGEST_JSON_NULL,
            _ => msg::INGEST_JSON_VALUE,
        };
        return Err(Notice::error(place.to_string(), msg::ingest_not_record(what)));
    };
    if let Some(raw) = wire::ninjs(map, &place, options) {
        return Ok(RawDocument { format: SourceFormat::Ninjs, ..raw });
    }
    let mut record = Record::default();
    fields(map, 0, &options.mapping, around, &mut record);
    if !record.is_readable() {
        return Err(nothing_readable(&place));
    }
    for (role, said) in [(Role::Source, &around.outlet), (Role::Language, &around.language)] {
        // Of a record that names the host of its own outlet the list is not that.
        let other = role == Role::Source && record.has(Role::Host);
        if let Some(value) = said.as_ref().filter(|_| !other) {
            record.add(role, 2 * WEAKER, value.clone());
        }
    }
    Ok(record.document(place, rules, options))
}

/// Adds the fields of an object, and of those inside it that go on with it.
fn fields(map: &Map<String, Value>, below: usize, mapping: &Mapping, around: &Around, record: &mut Record) {
    let names = Neighbours::of(map.keys().map(String::as_str));
    for (key, value) in map {
        match value {
            Value::Object(inner) if below == 0 && mapping.is_inside(key, &names) => {
                fields(inner, WEAKER, mapping, around, record);
            }
            _ => {
                if let Some(field) = mapping.field(key, &names) {
                    let said = match referred(value, &around.names) {
                        Some(said) => text_of(&said, field.form, 0),
                        None => text_of(value, field.form, 0),
                    };
                    record.state(FieldUse { rank: field.rank + below, ..field }, said);
                }
            }
        }
    }
}

/// A value with the names of what it only refers to.
fn referred(value: &Value, names: &Names) -> Option<Value> {
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

/// A value as text: strings as they are, numbers as written, lists joined,
/// of an object the field that says it in the form that is asked.
fn text_of(value: &Value, form: FieldType, depth: usize) -> String {
    match value {
        Value::String(s) => s.clone(),
        Value::Number(n) => n.to_string(),
        Value::Array(list) if form == FieldType::Date => civil(list),
        // Of several addresses the first is the article's.
        Value::Array(list) if form == FieldType::Address && depth < 3 => {
            list.iter().map(|v| text_of(v, form, depth + 1)).find(|s| !s.is_empty()).unwrap_or_default()
        }
        Value::Array(list) if depth < 3 => {
            let parts: Vec<_> =
                list.iter().map(|v| text_of(v, form, depth + 1)).filter(|s| !s.trim().is_empty()).collect();
            parts.join(if matches!(form, FieldType::Html) { "\n\n" } else { ", " })
        }
        Value::Object(map) if depth < 3 => {
            if form == FieldType::People
                && let Some(name) = full_name(map)
            {
                return name;
            }
            let found = said_by(form).iter().find_map(|k| map.get(*k).filter(|v| !v.is_null()));
            found.map_or(String::new(), |v| text_of(v, form, depth + 1))
        }
        _ => String::new(),
    }
}

/// The fields of an object that say its value, strongest first.
fn said_by(form: FieldType) -> &'static [&'static str] {
    match form {
        FieldType::Text => &["name", "title", "text", "main", "content", "value", "rendered", "sentences", "short"],
        FieldType::Html => &["content", "rendered", "html", "text", "body", "value", "main"],
        FieldType::Date => &["$date", "date", "published", "publishedAt", "date-parts", "value", "$numberLong", "iso"],
        FieldType::Address => &["href", "url", "permalink", "@id", "link", "value"],
        FieldType::Outlet => &["name", "title", "hostname", "domain", "uri", "url", "homepage", "value"],
        FieldType::Host => &["hostname", "domain", "name", "url"],
        FieldType::People => &["name", "full_name", "fullName", "original", "displayName", "title", "value"],
        FieldType::Code => &["code", "id", "name", "value", "$oid"],
    }
}

/// `{"given": "Ana", "family": "Roz"}`.
fn full_name(map: &Map<String, Value>) -> Option<String> {
    let text = |keys: [&str; 3]| keys.iter().find_map(|k| map.get(*k)).and_then(Value::as_str);
    let family = text(["family", "lastName", "last_name"])?;
    Some(match text(["given", "firstName", "first_name"]) {
        Some(given) => format!("{given} {family}"),
        None => family.to_owned(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{Ingested, read};

    fn of(json: &str) -> Ingested {
        read(&Place::file("a.json"), json.as_bytes())
    }

    #[test]
    fn records_are_found_in_lists_objects_and_under_their_keys() {
        let record = r#"{"title":"Pont","url":"https://q.example/1"}"#;
        for (json, count) in [
            (format!("[{record},{record}]"), 2),
            (format!(r#"{{"response":{{"docs":[{record},{record}]}}}}"#), 2),
            (format!(r#"{{"articles":{{"page":1,"results":[{record}]}}}}"#), 1),
            (format!(r#"{{"hits":{{"total":2,"hits":[{{"_index":"a","_source":{record}}}]}}}}"#), 1),
            (format!(r#"{{"status":1,"list":{{"17":{record},"18":{record}}}}}"#), 2),
            (format!(r#"{{"17":{record},"18":{record}}}"#), 2),
            (format!(r#"{{"data":{{"articles":{{"edges":[{{"node":{record}}}]}}}}}}"#), 1),
        ] {
            let got = of(&json);
            let titles: Vec<&str> = got.documents.iter().map(|d| d.fields.title[0].value.as_str()).collect();
            assert_eq!(titles, vec!["Pont"; count], "{json}: {:?}", got.notices);
        }
    }

    #[test]
    fn a_table_by_columns_is_read_row_by_row() {
        for json in [
            r#"{"title":["Pont","Digue"],"text":["Le pont.","La digue."],"author":["Ana Roz","Léo Kim"]}"#,
            r#"{"title":{"0":"Pont","1":"Digue"},"text":{"0":"Le pont.","1":"La digue."},"author":{"0":"Ana Roz","1":"Léo Kim"}}"#,
            r#"{"columns":["title","text","author"],"index":[0,1],"data":[["Pont","Le pont.","Ana Roz"],["Digue","La digue.","Léo Kim"]]}"#,
        ] {
            let got = of(json);
            let told: Vec<(&str, &str)> =
                got.documents.iter().map(|d| (d.text.as_str(), d.fields.author[0].value.as_str())).collect();
            assert_eq!(told, [("Pont\n\nLe pont.", "Ana Roz"), ("Digue\n\nLa digue.", "Léo Kim")], "{json}");
        }
        let got = of(r#"{"title":["Pont"],"text":["Le pont."],"author":["Ana Roz","Léo Kim"]}"#);
        assert_eq!(got.documents[0].fields.author[0].value, "Ana Roz, Léo Kim");
    }

    #[test]
    fn linked_data_name_what_they_refer_to_and_only_articles_are_records() {
        let got = of(r##"{"@context":"https://schema.org","@graph":[{"@type":"Person","@id":"#a","name":"Ana Roz"},
            {"@type":"NewsArticle","headline":"Pont","articleBody":"Le pont.","author":[{"@id":"#a"}],"publisher":{"@id":"#q"}},
            {"@type":"Organization","@id":"#q","name":"Le Quai"}]}"##);
        let f = &got.documents[0].fields;
        assert_eq!(
            (got.documents.len(), f.author[0].value.as_str(), f.source[0].value.as_str()),
            (1, "Ana Roz", "Le Quai")
        );
    }

    #[test]
    fn the_name_of_a_feed_is_the_outlet_of_its_items() {
        let got = of(r#"{"version":"https://jsonfeed.org/version/1.1","title":"Le Quai","language":"fr","items":[
            {"id":"1","content_text":"Le pont.","date_published":"2024-04-10T06:32:00+02:00","external_url":"https://q.example/1"}]}"#);
        let f = &got.documents[0].fields;
        assert_eq!((f.source[0].value.as_str(), f.language[0].value.as_str()), ("Le Quai", "fr"));
        assert_eq!(f.url[0].value, "https://q.example/1");
        assert_eq!(f.published[0].value, "2024-04-10T06:32:00+02:00");
    }

    #[test]
    fn dates_persons_and_outlets_are_read_in_their_forms() {
        let got = of(r#"[{"title":"Pont","container-title":"Le Quai","issued":{"date-parts":[[2024,4,10]]},
            "author":[{"family":"Roz","given":"Ana"},{"name":"Léo Kim"}],"language":"fra"},
            {"title":"Digue","published":1712730720000,"crawled":1712830720000,"origin":{"title":"Le Môle","htmlUrl":"https://m.example"},
            "alternate":[{"href":"https://m.example/2"}],"content":{"content":"<p>La digue tient.</p>"}},
            {"webTitle":"Phare","webPublicationDate":"2024-04-11T08:00:00Z","webUrl":"https://p.example/3","author":12,
            "fields":{"byline":"Zoé Marin","bodyText":"Le phare."}}]"#);
        let told = |i: usize| {
            let f = &got.documents[i].fields;
            let first = |list: &[crate::ingest::Field]| list.first().map_or(String::new(), |f| f.value.clone());
            [first(&f.source), first(&f.published), first(&f.author), first(&f.url)]
        };
        assert_eq!(told(0), ["Le Quai", "2024-04-10", "Ana Roz, Léo Kim", ""]);
        assert_eq!(told(1), ["Le Môle", "2024-04-10T06:32:00Z", "", "https://m.example/2"]);
        assert_eq!(told(2), ["", "2024-04-11T08:00:00Z", "Zoé Marin", "https://p.example/3"]);
        assert_eq!(got.documents[1].text, "Digue\n\nLa digue tient.");
        assert_eq!(got.documents[1].fields.seen[0].value, "2024-04-11T10:18:40Z");
    }

    #[test]
    fn an_address_names_no_outlet_and_its_host_only_tells_it() {
        let got = of(r#"{"title":"Pont","text":"Le pont.","source":"https://www.quai.example/pont"}"#);
        let f = &got.documents[0].fields;
        assert_eq!((f.source.len(), f.host[0].value.as_str()), (0, "quai.example"));
        assert_eq!(f.url[0].value, "https://www.quai.example/pont");
        let got =
            of(r#"{"title":"Pont","text":"Le pont.","source":"https://q.example/1","source-hostname":"Le Quai"}"#);
        assert_eq!(got.documents[0].fields.source[0].value, "Le Quai");
    }
}
