//! One record of JSON: which values of a file are records, and what the
//! fields of one state. What the fields mean is told by the [`Mapping`].

use super::ghost;
use super::value::{Names, referred, text_of};
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
    /// Who writes what has no author of its own.
    author: Option<String>,
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

/// True for an object that is no article but stands beside one, such as its
/// author in linked data.
fn is_beside(value: &Value) -> bool {
    // What a network says of a group is no message.
    if value.get("type").and_then(Value::as_str) == Some("service") && value.get("action").is_some() {
        return true;
    }
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

fn inside(value: &Value, mapping: &Mapping, around: &Around, depth: usize, take: &mut Take<'_>) -> ControlFlow<()> {
    if depth < DEPTH {
        match value {
            Value::Array(list) => {
                let linked = Around { names: names(list, &around.names), ..around.clone() };
                let is_record = |v: &&Value| !is_beside(v) && !wire::is_list_beside(v, list);
                return list.iter().filter(is_record).try_for_each(|v| inside(v, mapping, &linked, depth + 1, take));
            }
            Value::Object(map) => {
                if let Some(items) = wire::held_items(map) {
                    return items.into_iter().try_for_each(|v| inside(v, mapping, around, depth + 1, take));
                }
                if let Some(blog) = ghost::blog(map) {
                    let around = Around { outlet: blog.outlet.or_else(|| around.outlet.clone()), ..around.clone() };
                    return blog.posts.iter().try_for_each(|post| take(post, &around));
                }
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
        // A channel of a network publishes under its name.
        let is_channel = map.contains_key("messages") && text("type").is_some_and(|t| t.ends_with("channel"));
        let authors = map.get("authors").or_else(|| map.get("author")).filter(|_| Self::is_feed(map));
        let author = authors.map(|said| text_of(said, FieldType::People, 0));
        let outlet = match () {
            () if Self::is_feed(map) => text("title"),
            () if is_channel => text("name"),
            () => None,
        };
        Self {
            outlet: outlet.or_else(|| outer.outlet.clone()),
            language: text("language").or_else(|| outer.language.clone()),
            author: author.filter(|name| !name.is_empty()).or_else(|| outer.author.clone()),
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
        Role::Watched => "json.watched",
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
    fields(map, (0, 0), &options.mapping, around, &mut record);
    if !record.is_readable() {
        return Err(nothing_readable(&place));
    }
    let stated = [(Role::Source, &around.outlet), (Role::Language, &around.language), (Role::Author, &around.author)];
    for (role, said) in stated {
        // Of a record that names the host of its own outlet the list is not that.
        let other = role == Role::Source && record.has(Role::Host);
        if let Some(value) = said.as_ref().filter(|_| !other) {
            record.add(role, 2 * WEAKER, value.clone());
        }
    }
    Ok(record.document(place, rules, options))
}

/// Objects in each other of which the fields are those of one record.
const INSIDE: usize = 3;

/// Adds the fields of an object, and of those inside it that go on with it;
/// how deep it lies, and what is added to the ranks of its fields.
fn fields(
    map: &Map<String, Value>,
    (depth, below): (usize, usize),
    mapping: &Mapping,
    around: &Around,
    record: &mut Record,
) {
    let names = Neighbours::of(map.keys().map(String::as_str));
    for (key, value) in map {
        match value {
            Value::Object(inner) if depth < INSIDE && mapping.is_inside(key, &names) => {
                fields(inner, (depth + 1, WEAKER), mapping, around, record);
            }
            _ => {
                if let Some(field) = mapping.field(key, &names) {
                    // Paragraphs stay apart, whether they have tags or not.
                    let form = if field.role == Role::Text { FieldType::Html } else { field.form };
                    let said = match referred(value, &around.names) {
                        Some(said) => text_of(&said, form, 0),
                        None => text_of(value, form, 0),
                    };
                    record.state(FieldUse { rank: field.rank + below, ..field }, said);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::corpus::Place;
    use crate::ingest::{Ingested, read};

    #[test]
    fn a_text_in_runs_is_one_text_and_paragraphs_in_objects_stay_apart() {
        let got = of(r#"[{"title":"Pont","text":["Le ",{"type":"bold","text":"pont"}," ferme."]},
            {"titre":"Digue","contenu":[{"type":"p","texte":"Une."},{"type":"p","texte":"Deux."}],"auteurs":[{"prenom":"Ana","nom":"Roz"}]},
            {"title":"Phare","body":{"summary":["x"],"sections":[{"headline":[],"paragraphs":["Un.","Deux."]}]}}]"#);
        let texts: Vec<&str> = got.documents.iter().map(|d| d.text.as_str()).collect();
        assert_eq!(texts, ["Pont\n\nLe pont ferme.", "Digue\n\nUne.\n\nDeux.", "Phare\n\nUn.\n\nDeux."]);
        assert_eq!(got.documents[1].fields.author[0].value, "Ana Roz");
    }

    #[test]
    fn a_text_as_editors_keep_it_has_its_paragraphs_whole() {
        for body in [
            r#"{"nodeType":"document","content":[{"nodeType":"paragraph","content":[{"nodeType":"text","value":"Le "},
                {"nodeType":"hyperlink","content":[{"nodeType":"text","value":"pont"}]},{"nodeType":"text","value":" ferme."}]},
                {"nodeType":"paragraph","content":[{"nodeType":"text","value":"Deux."}]}]}"#,
            r#"[{"_type":"block","children":[{"_type":"span","text":"Le "},{"_type":"span","text":"pont ferme."}]},
                {"_type":"block","children":[{"_type":"span","text":"Deux."}]}]"#,
            r#"{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Le "},{"type":"text","text":"pont ferme."}]},
                {"type":"paragraph","content":[{"type":"text","text":"Deux."}]}]}"#,
            r#"{"root":{"type":"root","children":[{"type":"paragraph","children":[{"type":"text","text":"Le "},
                {"type":"link","children":[{"type":"text","text":"pont"}]},{"type":"text","text":" ferme."}]},
                {"type":"paragraph","children":[{"type":"text","text":"Deux."}]}]}}"#,
            r#"{"blocks":[{"type":"paragraph","data":{"text":"Le pont ferme."}},{"type":"paragraph","data":{"text":"Deux."}}]}"#,
            r#"[{"content":[{"type":"Paragraph","content":[{"type":"TextItem","content":{"text":"Le "}},
                {"type":"EntityItem","content":{"code":"x","content":[{"type":"TextItem","content":{"text":"pont"}}]}},
                {"type":"TextItem","content":{"text":" ferme."}}]},{"type":"Paragraph","content":[{"type":"TextItem","content":{"text":"Deux."}}]}]}]"#,
            // Parts that are called texts and are paragraphs.
            r#"[{"type":"text","content":"Le pont ferme."},{"type":"text","content":"Deux."}]"#,
        ] {
            let got = of(&format!(r#"{{"title":"Pont","body":{body}}}"#));
            assert_eq!(got.documents[0].text, "Pont\n\nLe pont ferme.\n\nDeux.", "{body}");
        }
    }

    #[test]
    fn posts_of_a_site_are_signed_by_whom_its_tables_name() {
        let got = of(
            r#"{"db":[{"meta":{"version":"5"},"data":{"posts":[{"id":"p1","title":"Pont","html":"<p>Le pont.</p>",
            "published_at":"2024-04-10T06:00:00Z"},{"id":"p2","title":"Digue","html":"<p>La digue.</p>","author_id":2}],
            "posts_authors":[{"post_id":"p1","author_id":1,"sort_order":1},{"post_id":"p1","author_id":2,"sort_order":0}],
            "users":[{"id":1,"name":"Ana Roz"},{"id":2,"name":"Léo Kim"}],"settings":[{"key":"title","value":"Le Quai"}]}}]}"#,
        );
        let told: Vec<_> =
            got.documents.iter().map(|d| (&*d.fields.author[0].value, &*d.fields.source[0].value)).collect();
        assert_eq!(told, [("Léo Kim, Ana Roz", "Le Quai"), ("Léo Kim", "Le Quai")]);
    }

    #[test]
    fn an_item_of_an_agency_has_its_text_in_components() {
        let got = of(
            r#"{"newsObjects":[{"newsObjectId":7,"headLine":"Pont","source":"AGENCE QUAI","createDate":1712730720000,
            "authors":[{"name":"Ana Roz","type":"AUTHOR"}],"newsComponents":[
            {"assetType":"Lead","proxies":[{"varcharData":"Le pont ferme.","clobData":""}]},
            {"assetType":"Body","proxies":[{"varcharData":"","clobData":"Pour un an."}]}]}]}"#,
        );
        let raw = &got.documents[0];
        assert_eq!(raw.text, "Pont\n\nLe pont ferme.\n\nPour un an.");
        assert_eq!(
            (&*raw.fields.author[0].value, &*raw.fields.published[0].value),
            ("Ana Roz", "2024-04-10T06:32:00Z")
        );
    }

    #[test]
    fn messages_of_networks_are_records_with_what_their_objects_say() {
        for json in [
            r#"{"name":"Le Quai","type":"private_channel","messages":[{"type":"service","action":"x","title":"y","date":"2024-04-09"},
                {"type":"message","date":"2024-04-10T06:32:00","from":"Le Quai","from_id":"c1","text":"Le pont ferme."}]}"#,
            r#"{"type":"OrderedCollection","orderedItems":[{"type":"Create","published":"2024-04-10T06:32:00Z","object":{"content":"Le pont ferme."}}]}"#,
            r#"{"feed":[{"post":{"author":{"displayName":"Le Quai"},"record":{"createdAt":"2024-04-10T06:32:00Z","text":"Le pont ferme."}}}]}"#,
            r#"{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"selftext":"Le pont ferme.","created_utc":1712730720.0}}]}}"#,
        ] {
            let got = of(json);
            let told: Vec<_> =
                got.documents.iter().map(|d| (d.text.as_str(), d.fields.published[0].value.get(..10))).collect();
            assert_eq!(told, [("Le pont ferme.", Some("2024-04-10"))], "{json}: {:?}", got.notices);
        }
    }

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
