//! ninjs 1 to 3: an item as JSON.

use super::blocks;
use super::item::{WireBlock, WireItem};
use crate::corpus::{LineKind, Place, WireTopic};
use crate::ingest::mapping::Role;
use crate::ingest::raw::{Options, RawDocument};
use serde_json::{Map, Value};

/// An object of JSON.
type Object = Map<String, Value>;

/// The document of an object that says it is an item of ninjs.
pub(in crate::ingest) fn ninjs(map: &Object, place: &Place, options: &Options) -> Option<RawDocument> {
    is_item(map).then(|| item(map).document(place.clone(), options)).filter(|raw| !raw.text.is_empty())
}

/// The items that a list of items holds as a whole, where it does.
pub(in crate::ingest) fn held_items(map: &Object) -> Option<Vec<&Value>> {
    if !is_list(map) {
        return None;
    }
    let whole = |v: &&Value| v.as_object().is_some_and(|item| is_item(item) && !bodies(item).is_empty());
    let held: Vec<&Value> = match get(map, "associations")? {
        Value::Array(list) => list.iter().filter(whole).collect(),
        // Before ninjs 3 associations stand under their names, one or several under each.
        Value::Object(named) => {
            let each = |v: &'_ Value| matches!(v, Value::Array(_));
            let lists = named.values().filter(|v| each(v)).filter_map(Value::as_array).flatten();
            named.values().filter(|v| !each(v)).chain(lists).filter(whole).collect()
        }
        _ => Vec::new(),
    };
    (!held.is_empty()).then_some(held)
}

/// True for an item that only lists others.
fn is_list(map: &Object) -> bool {
    is_item(map) && text(map, "type").eq_ignore_ascii_case("composite")
}

/// True for a list of items that stands among items with words of their own.
pub(in crate::ingest) fn is_list_beside(value: &Value, all: &[Value]) -> bool {
    let report = |v: &Value| v.as_object().is_some_and(|map| is_item(map) && !is_list(map));
    let list = value.as_object().is_some_and(|map| is_list(map) && held_items(map).is_none());
    list && all.iter().any(report)
}

/// A value by its name, however it is capitalised.
fn get<'v>(map: &'v Object, name: &str) -> Option<&'v Value> {
    map.get(name).or_else(|| map.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value))
}

/// A string or a number as text.
fn text(map: &Object, name: &str) -> String {
    match get(map, name) {
        Some(Value::String(s)) => s.clone(),
        Some(Value::Number(n)) => n.to_string(),
        _ => String::new(),
    }
}

/// Objects of a list, or one that stands alone.
fn objects<'v>(map: &'v Object, name: &str) -> Vec<&'v Object> {
    match get(map, name) {
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_object).collect(),
        Some(Value::Object(one)) => vec![one],
        _ => Vec::new(),
    }
}

/// What the name of an item is called: Superdesk, which many agencies write with, has its own word.
const NAMES: [&str; 2] = ["uri", "guid"];

/// Names of the text in its forms.
const BODIES: [&str; 6] = ["body_xhtml", "body_html", "body_html5", "body_nitf", "body_text", "body"];

fn is_item(map: &Object) -> bool {
    let standard = objects(map, "standard").iter().any(|s| text(s, "name").eq_ignore_ascii_case("ninjs"));
    let managed = ["versioncreated", "pubstatus"].iter().any(|name| get(map, name).is_some());
    let worded = BODIES.iter().chain(&["bodies", "headlines"]).any(|n| get(map, n).is_some());
    standard
        || NAMES.iter().any(|name| get(map, name).is_some()) && managed && (worded || get(map, "headline").is_some())
}

fn item(map: &Object) -> WireItem {
    let name = NAMES.iter().map(|name| text(map, name)).find(|name| !name.is_empty()).unwrap_or_default();
    let mut item = WireItem { of: name.clone(), ..WireItem::default() };
    let version = text(map, "version");
    item.version = version.parse().unwrap_or(0);
    item.fact(WireTopic::Version, &version, "ninjs.version");
    item.state(Role::Identifier, &name);
    item.fact(WireTopic::Identifier, &name, "ninjs.uri");
    headlines(map, &mut item);
    item.state(Role::Author, &blocks::words(&text(map, "byline")));
    item.state(Role::Author, &blocks::words(&text(map, "by")));
    for line in objects(map, "bylines") {
        item.state(Role::Author, &blocks::words(&text(line, "by")));
    }
    for list in ["people", "person"] {
        let authors =
            objects(map, list).into_iter().filter(|p| text(p, "rel").contains("author")).map(|p| text(p, "name"));
        item.state(Role::Author, &authors.collect::<Vec<_>>().join(", "));
    }
    for (list, wanted) in
        [("infosources", ""), ("providers", ""), ("organisations", "provider"), ("organisation", "provider")]
    {
        for source in objects(map, list).into_iter().filter(|s| text(s, "rel").contains(wanted)) {
            item.state(Role::Source, &text(source, "name"));
        }
    }
    item.state(Role::Source, &text(map, "provider"));
    item.state(Role::Source, &text(map, "source"));
    if item.fields.source.is_empty() {
        item.state(Role::Source, &text(map, "copyrightholder"));
    }
    moments(map, &mut item);
    let status = text(map, "pubstatus");
    if !status.is_empty() {
        item.stands(&status, "ninjs.pubstatus");
    }
    item.fact(WireTopic::Embargo, &text(map, "embargoed"), "ninjs.embargoed");
    item.note(&text(map, "ednote"), "ninjs.ednote");
    for (topic, name, rule) in [
        (WireTopic::Slug, "slugline", "ninjs.slugline"),
        (WireTopic::Urgency, "urgency", "ninjs.urgency"),
        (WireTopic::Credit, "creditline", "ninjs.creditline"),
        (WireTopic::Dateline, "dateline", "ninjs.dateline"),
        (WireTopic::Dateline, "located", "ninjs.located"),
        (WireTopic::Rights, "copyrightnotice", "ninjs.copyrightnotice"),
        (WireTopic::Rights, "copyrightholder", "ninjs.copyrightholder"),
    ] {
        item.fact(topic, &blocks::words(&text(map, name)), rule);
    }
    for genre in ["genres", "genre"].iter().flat_map(|list| objects(map, list)) {
        item.fact(WireTopic::Genre, &text(genre, "name"), "ninjs.genre");
    }
    for list in ["associations", "altids"] {
        let relations = objects(map, list).into_iter().filter(|a| text(a, "rel").contains("previous"));
        for previous in relations {
            item.fact(WireTopic::Corrects, &text(previous, "uri"), "ninjs.associations");
        }
    }
    item.state(Role::Language, &text(map, "language"));
    item.blocks = bodies(map);
    item.blocks.extend(captions(map));
    item
}

fn moments(map: &Object, item: &mut WireItem) {
    let created = ["contentcreated", "firstcreated"].iter().map(|n| text(map, n)).find(|v| !v.is_empty());
    let version = text(map, "versioncreated");
    match created {
        Some(created) => {
            item.state(Role::Published, &created);
            item.state(Role::Updated, &version);
        }
        None => item.state(Role::Published, &version),
    }
}

fn headlines(map: &Object, item: &mut WireItem) {
    item.state(Role::Title, &blocks::words(&text(map, "headline")));
    let mut listed = objects(map, "headlines");
    // A short form for small screens may stand before the headline itself.
    listed.sort_by_key(|headline| text(headline, "role").eq_ignore_ascii_case("short"));
    for headline in listed {
        let sub = text(headline, "role").to_ascii_lowercase().contains("sub");
        let role = if sub { Role::Standfirst } else { Role::Title };
        item.state(role, &blocks::words(&text(headline, "value")));
    }
    item.state(Role::Title, &text(map, "title"));
    for name in ["description_text", "description_html", "description_xhtml", "description_usage", "description"] {
        if item.fields.standfirst.is_empty() {
            item.state(Role::Standfirst, &blocks::words(&text(map, name)));
        }
    }
    for description in objects(map, "descriptions") {
        item.state(Role::Standfirst, &blocks::words(&text(description, "value")));
    }
}

/// The text in the form that keeps most of it.
fn bodies(map: &Object) -> Vec<WireBlock> {
    let own = BODIES.iter().map(|name| text(map, name));
    let listed = objects(map, "bodies").into_iter().map(|body| text(body, "value"));
    let found = own.chain(listed).map(|body| blocks::of_text(&body));
    let letters = |blocks: &Vec<WireBlock>| blocks.iter().map(|b| b.text.len()).sum::<usize>();
    found.reduce(|best, next| if letters(&next) > letters(&best) { next } else { best }).unwrap_or_default()
}

/// Words under the pictures that go with it.
fn captions(map: &Object) -> Vec<WireBlock> {
    let mut pictures = objects(map, "associations");
    if let [only] = pictures.as_slice()
        && NAMES.iter().all(|name| get(only, name).is_none())
    {
        // Before ninjs 3 associations stand under their names.
        pictures = only.values().filter_map(Value::as_object).collect();
    }
    let caption = |picture: &Object| {
        let own =
            ["description_text", "description_html", "body_text"].iter().map(|n| blocks::words(&text(picture, n)));
        let listed = objects(picture, "descriptions").into_iter().map(|d| blocks::words(&text(d, "value")));
        own.chain(listed).find(|words| !words.is_empty())
    };
    let found = pictures.into_iter().filter_map(caption);
    found.map(|text| WireBlock { kind: LineKind::Caption, text, rule: "ninjs.associations" }).collect()
}
