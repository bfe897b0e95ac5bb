//! What a page states about itself: JSON-LD, Open Graph and other `meta`
//! elements, `time` elements, `<title>`.
//!
//! Collects claims, strongest first; weighs nothing.

use super::days;
use super::page::{CHANGED, PUBLISHED, Stated};
use crate::ingest::json::forgiving::forgiven;
use crate::ingest::page_words::{PageWord, day_of_meta, is_type, page_words};
use crate::ingest::raw::{Field, Fields};
use crate::ingest::tidy::tidy;
use crate::ingest::typed::host;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Deepest object looked at in structured data.
pub(super) const DEPTH: usize = 8;

/// Objects of structured data looked at.
pub(super) const OBJECTS: usize = 500;

/// The fields of a page.
pub(super) fn fields(stated: &[Stated]) -> Fields {
    let mut fields = Fields::default();
    let mut left = OBJECTS;
    for s in stated {
        if let Stated::Linked(text) = s
            && let Some(value) = parse(text)
        {
            let mut people = BTreeMap::new();
            named(&value, 0, &mut { OBJECTS }, &mut people);
            linked(&value, 0, &mut left, &people, &mut fields);
        }
    }
    let mut label = false;
    let mut creators: Vec<(&str, &str)> = Vec::new();
    for s in stated {
        match s {
            // A card for readers of a network: a label, then what it is of.
            Stated::Meta { name, content } if name.starts_with("twitter:label") => {
                label = page_words(PageWord::WrittenBy).contains(&crate::text::fold(content).as_str())
            }
            Stated::Meta { name, content } if name.starts_with("twitter:data") && std::mem::take(&mut label) => {
                put(&mut fields.author, content, "html.meta.card");
            }
            Stated::Meta { name, content } if EACH.contains(&name.as_str()) => creators.push((name, content)),
            Stated::Meta { name, content } => meta(name, content, &mut fields),
            Stated::Canonical(href) if href.starts_with("http") => put(&mut fields.url, href, "html.canonical"),
            Stated::Language(code) => put(&mut fields.language, code, "html.lang"),
            _ => {}
        }
    }
    each_creator(&creators, &mut fields);
    // A day of which nothing says that it is the one of publication may be that of a change.
    for f in days::take(&mut fields.published, DATED) {
        put_day(&mut fields.published, &f.value, f.rule);
    }
    for s in stated {
        match s {
            Stated::Title(title) => put(&mut fields.title, title, "html.title"),
            Stated::SavedFrom(address) => put(&mut fields.url, address, "html.saved"),
            Stated::SavedAt(day) => put_day(&mut fields.seen, day, "html.saved"),
            _ => {}
        }
    }
    unarchived(&mut fields);
    // Whose page it is its own address tells where nothing names the outlet.
    if let Some((host, rule)) = fields.url.first().and_then(|f| Some((host(&f.value)?.to_owned(), f.rule))) {
        put(&mut fields.host, &host, rule);
    }
    fields
}

/// Where a day comes from that a `meta` element gives without saying of what.
const DATED: &str = "html.meta.date";

/// Of a page that an archive of the web shows, the address is the one inside that of
/// the archive, and what names the archive is no outlet.
fn unarchived(fields: &mut Fields) {
    let inside = |address: &str| {
        let at = address.get(8..)?.find("/http").map(|at| at + 9)?;
        let query = address.find('?').is_some_and(|q| q < at);
        let inner = address.get(at..).filter(|inner| !query && inner.contains("://"))?;
        Some((host(address)?.to_owned(), host(inner).map(|_| inner.to_owned())?))
    };
    let Some(f) = fields.url.first() else { return };
    let (Some((archive, inner)), rule) = (inside(&f.value), f.rule) else { return };
    fields.source.retain(|f| !f.value.eq_ignore_ascii_case(&archive));
    fields.url.insert(0, Field { value: inner, rule });
}

/// Elements of the head that stand once for each author, as Dublin Core, libraries
/// and Parse.ly ask for them.
const EACH: [&str; 5] = ["citation_author", "dc.creator", "dc:creator", "dcterms.creator", "parsely-author"];

/// True for one word, with particles in small letters before it.
fn is_family(name: &str) -> bool {
    name.split_whitespace().filter(|w| w.starts_with(char::is_uppercase)).count() == 1
}

/// The authors that elements of one name give together. Catalogues write `Roz, Ana`:
/// so all of them do, or the comma stands between two names.
fn each_creator(creators: &[(&str, &str)], fields: &mut Fields) {
    for name in EACH {
        let values = creators.iter().filter(|c| c.0 == name && !c.1.starts_with("http"));
        let values: Vec<&str> = values.map(|c| c.1.trim()).filter(|v| !v.is_empty()).take(VALUES).collect();
        // `Ana Roz, PhD` has its family name before no comma.
        let family = |v: &&str| v.split_once(',').is_some_and(|(f, rest)| !rest.contains(',') && is_family(f));
        let turned = name == "citation_author" || values.len() > 1 && values.iter().all(family);
        let mut all: Vec<String> = Vec::new();
        for value in values {
            let value = if turned { in_order(value) } else { value.to_owned() };
            if !all.contains(&value) {
                all.push(value);
            }
        }
        put(&mut fields.author, &all.join(", "), "html.meta.author");
    }
}

/// Values of one field beyond which no more are kept.
const VALUES: usize = 8;

fn put(list: &mut Vec<Field>, value: &str, rule: &'static str) {
    let value = tidy(value);
    if !value.is_empty() && list.len() < VALUES && !list.iter().any(|f| f.value == value) {
        list.push(Field { value, rule });
    }
}

/// Adds a day; one that another place of the page states as well stays, since
/// it speaks for both.
pub(super) fn put_day(list: &mut Vec<Field>, value: &str, rule: &'static str) {
    let value = tidy(value);
    if !value.is_empty() && list.len() < VALUES && !list.iter().any(|f| f.value == value && f.rule == rule) {
        list.push(Field { value, rule });
    }
}

/// Structured data as it is found: in a CDATA section, with raw line breaks
/// inside strings.
pub(super) fn parse(text: &str) -> Option<Value> {
    let text = text.trim();
    let text = text.strip_prefix("//").unwrap_or(text).trim_start();
    let text = text.strip_prefix("<![CDATA[").unwrap_or(text);
    let text = text.strip_prefix("<!--").unwrap_or(text);
    let text = text.strip_suffix("-->").unwrap_or(text).trim_end();
    let text = text.split("//]]>").next().unwrap_or(text);
    let text = text.strip_suffix("]]>").unwrap_or(text).trim().trim_end_matches(';');
    serde_json::from_str(text).ok().or_else(|| {
        let flat: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let mended = || serde_json::from_str(&forgiven(text).0).ok();
        serde_json::from_str(&flat).ok().or_else(mended).or_else(|| claims_of_broken(&flat))
    })
}

/// The days and the author of structured data that are an article's and that a sign too much or
/// too few, such as a quotation mark in the headline, makes unreadable.
fn claims_of_broken(text: &str) -> Option<Value> {
    let kind = ["NewsArticle", "Article", "BlogPosting"].into_iter().find(|k| text.contains(&format!("\"{k}\"")))?;
    let value = |key: &str| {
        let (_, rest) = text.split_once(&format!("\"{key}\""))?;
        let (day, _) = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?.split_once('"')?;
        (day.len() <= DAY).then(|| (key.to_owned(), Value::from(day)))
    };
    let mut map: Map<String, Value> = [PUBLISHED, CHANGED].into_iter().filter_map(value).collect();
    let author = || {
        let (_, rest) = text.split_once("\"author\"")?;
        let object = rest.trim_start().strip_prefix(':')?.trim_start().trim_start_matches('[').trim_start();
        let (inner, _) = object.strip_prefix('{')?.split_once('}')?;
        let (_, rest) = inner.split_once("\"name\"")?;
        let (name, _) = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?.split_once('"')?;
        (name.len() <= NAME).then(|| Value::from(name.trim()))
    };
    map.extend(author().map(|name| ("author".to_owned(), name)));
    map.insert("@type".to_owned(), kind.into());
    Some(Value::Object(map))
}

/// Bytes of the longest day and of the longest name in such data.
const DAY: usize = 40;
const NAME: usize = 80;

/// Names of persons and organisations by their identifiers, to which articles
/// of the same data refer.
fn named(value: &Value, depth: usize, left: &mut usize, people: &mut People) {
    if depth > DEPTH || *left == 0 {
        return;
    }
    *left -= 1;
    match value {
        Value::Array(list) => list.iter().for_each(|v| named(v, depth + 1, left, people)),
        Value::Object(map) => {
            let text = |key: &str| map.get(key).and_then(Value::as_str).filter(|s| !s.is_empty());
            if let (Some(id), Some(name)) = (text("@id"), text("name")) {
                people.entry(id.to_owned()).or_insert_with(|| name.to_owned());
            }
            map.values().filter(|v| v.is_array() || v.is_object()).for_each(|v| named(v, depth + 1, left, people));
        }
        _ => {}
    }
}

type People = BTreeMap<String, String>;

fn linked(value: &Value, depth: usize, left: &mut usize, people: &People, fields: &mut Fields) {
    if depth > DEPTH || *left == 0 {
        return;
    }
    *left -= 1;
    match value {
        Value::Array(list) => list.iter().for_each(|v| linked(v, depth + 1, left, people, fields)),
        Value::Object(map) => {
            if is_article(map) {
                article(map, people, fields);
            } else if depth <= 2 {
                page_days(map, fields);
                page_author(map, people, fields);
            }
            for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"] {
                if let Some(inner) = map.get(key).filter(|v| v.is_array() || v.is_object()) {
                    linked(inner, depth + 1, left, people, fields);
                }
            }
        }
        _ => {}
    }
}

pub(super) fn is_article(map: &Map<String, Value>) -> bool {
    is_a(map, PageWord::ArticleType)
}

/// True for an object that has a type of the class.
fn is_a(map: &Map<String, Value>, what: PageWord) -> bool {
    let one = |v: &Value| v.as_str().is_some_and(|t| is_type(t, what));
    map.get("@type").is_some_and(|t| t.as_array().map_or_else(|| one(t), |list| list.iter().any(one)))
}

/// What a page, a film or a recipe states of its day, where it is no article:
/// behind what everything else says.
fn page_days(map: &Map<String, Value>, fields: &mut Fields) {
    if !is_a(map, PageWord::PageType) {
        return;
    }
    let text = |key: &str| map.get(key).and_then(Value::as_str).unwrap_or_default();
    put_day(&mut fields.published, text("datePublished"), days::OF_PAGE);
    put_day(&mut fields.published, text("uploadDate"), days::OF_PAGE);
    put_day(&mut fields.updated, text("dateModified"), days::OF_PAGE);
}

/// The author of a page that is no article by its data; behind what articles say.
fn page_author(map: &Map<String, Value>, people: &People, fields: &mut Fields) {
    let of = |t: &Value| t.as_str().is_some_and(|t| t.ends_with("Page"));
    if map.get("@type").is_some_and(|t| t.as_array().map_or_else(|| of(t), |list| list.iter().any(of))) {
        put(
            &mut fields.author,
            &map.get("author").map(|v| names(v, people)).unwrap_or_default(),
            "html.ld.page.author",
        );
    }
}

fn article(map: &Map<String, Value>, people: &People, fields: &mut Fields) {
    let text = |key: &str| map.get(key).and_then(Value::as_str).unwrap_or_default();
    put(&mut fields.title, text("headline"), "html.ld.headline");
    put(&mut fields.standfirst, text("description"), "html.ld.description");
    put_day(&mut fields.published, text("datePublished"), "html.ld.published");
    put_day(&mut fields.updated, text("dateModified"), "html.ld.modified");
    put(&mut fields.language, text("inLanguage"), "html.ld.language");
    put(&mut fields.author, &map.get("author").map(|v| names(v, people)).unwrap_or_default(), "html.ld.author");
    put(&mut fields.source, &map.get("publisher").map(|v| names(v, people)).unwrap_or_default(), "html.ld.publisher");
    for key in ["url", "mainEntityOfPage"] {
        let url = match map.get(key) {
            Some(Value::Object(m)) => m.get("@id").and_then(Value::as_str).unwrap_or_default(),
            Some(Value::String(s)) => s,
            _ => "",
        };
        if url.starts_with("http") {
            put(&mut fields.url, url, "html.ld.url");
        }
    }
    if let Some(count) = map.get("commentCount") {
        put(&mut fields.comments, count.to_string().trim_matches('"'), "html.ld.comments");
    }
    match map.get("isAccessibleForFree") {
        Some(Value::Bool(free)) => put(&mut fields.paywalled, if *free { "false" } else { "true" }, "html.ld.free"),
        Some(Value::String(s)) if s.eq_ignore_ascii_case("false") => put(&mut fields.paywalled, "true", "html.ld.free"),
        Some(Value::String(s)) if s.eq_ignore_ascii_case("true") => put(&mut fields.paywalled, "false", "html.ld.free"),
        _ => {}
    }
}

/// Names of one or several persons or organisations; one that is only
/// referred to is looked up.
fn names(value: &Value, people: &People) -> String {
    match value {
        Value::String(s) if !s.starts_with("http") => s.clone(),
        Value::Object(m) => {
            let text = |key: &str| m.get(key).and_then(Value::as_str).filter(|s| !s.trim().is_empty());
            let known = || text("@id").and_then(|id| people.get(id)).cloned();
            let parts = || Some(format!("{} {}", text("givenName")?, text("familyName")?));
            let one = |list: &Vec<Value>| list.iter().find_map(Value::as_str).map(str::to_owned);
            let listed = || m.get("name").and_then(Value::as_array).and_then(one);
            text("name").map(str::to_owned).or_else(listed).or_else(parts).or_else(known).unwrap_or_default()
        }
        Value::Array(list) => {
            let all = list.iter().filter(|v| !v.is_array()).map(|v| names(v, people)).filter(|s| !s.is_empty());
            all.collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}

/// `Roz, Ana` as the name is said.
fn in_order(name: &str) -> String {
    match name.split(',').map(str::trim).collect::<Vec<_>>().as_slice() {
        [last, first] if !first.is_empty() => format!("{first} {last}"),
        _ => name.to_owned(),
    }
}

fn meta(name: &str, content: &str, f: &mut Fields) {
    let is_address = content.starts_with("http");
    match name {
        "og:title" => put(&mut f.title, content, "html.meta.og:title"),
        "twitter:title" | "dc.title" | "headline" => put(&mut f.title, content, "html.meta.title"),
        "og:description" => put(&mut f.standfirst, content, "html.meta.og:description"),
        "description" | "twitter:description" | "dc.description" => {
            put(&mut f.standfirst, content, "html.meta.description");
        }
        "og:site_name" => put(&mut f.source, content, "html.meta.og:site_name"),
        "application-name" | "dc.publisher" | "publisher" | "cre" => put(&mut f.source, content, "html.meta.publisher"),
        "author"
        | "creator"
        | "byl"
        | "sailthru.author"
        | "dcsext.author"
        | "article.author"
        | "article:author_name"
        | "vr:author"
        | "article:author:name"
        | "dable:author"
        | "cxenseparse:author"
        | "article_author"
        | "authors"
        | "og:author"
        | "blogger"
            if !is_address =>
        {
            put(&mut f.author, content, "html.meta.author");
        }
        "article:author" | "og:article:author" if !is_address => {
            put(&mut f.author, content, "html.meta.article:author")
        }
        "article:published_time" | "og:article:published_time" => {
            put_day(&mut f.published, content, "html.meta.article:published_time");
        }
        "article:modified_time" | "og:updated_time" | "og:article:modified_time" => {
            put_day(&mut f.updated, content, "html.meta.article:modified_time");
        }
        "og:url" if is_address => put(&mut f.url, content, "html.meta.og:url"),
        "og:locale" | "inlanguage" | "language" | "dc.language" | "http-equiv:content-language" => {
            put(&mut f.language, content, "html.meta.language");
        }
        "article:id" | "article_id" | "articleid" | "article.id" | "post-id" => {
            put(&mut f.identifier, content, "html.meta.id");
        }
        "article:content_tier" if matches!(content, "locked" | "metered" | "free") => {
            put(&mut f.paywalled, if content == "locked" { "true" } else { "false" }, "html.meta.tier");
        }
        _ => match day_of_meta(name) {
            Some(PageWord::MetaPublished) => put_day(&mut f.published, content, "html.meta.published"),
            Some(PageWord::MetaDated) => put_day(&mut f.published, content, DATED),
            Some(PageWord::MetaChanged) => put_day(&mut f.updated, content, "html.meta.modified"),
            _ => {}
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::tree::parse as page;
    use super::*;

    fn first(list: &[Field]) -> &str {
        list.first().map_or("", |f| f.value.as_str())
    }

    #[test]
    fn structured_data_outranks_meta_elements_and_the_title() {
        let p = page(
            r#"<html lang=fr><head><title>Pont fermé - Le Quai</title><meta property="og:title" content="Pont ferm&eacute;">
            <script type="application/ld+json">//<![CDATA[
            {"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"Le pont est
            fermé","author":[{"name":"Ana Roz"},{"name":"Léo Kim"}],"publisher":{"name":"Le Quai"},
            "datePublished":"2024-03-02T10:00:00+01:00","isAccessibleForFree":"False"}]}
            //]]></script></head><body><time datetime=2024-03-03>3 mars</time></body></html>"#,
        );
        let mut f = fields(&p.stated);
        days::add(&p.stated, &p.scripted, &[], &mut f);
        assert_eq!(first(&f.title), "Le pont est fermé");
        assert_eq!(f.title.len(), 3);
        assert_eq!(first(&f.author), "Ana Roz, Léo Kim");
        assert_eq!(first(&f.source), "Le Quai");
        assert_eq!(first(&f.published), "2024-03-02T10:00:00+01:00");
        assert_eq!(f.published.len(), 2);
        assert_eq!(first(&f.language), "fr");
        assert_eq!(first(&f.paywalled), "true");
    }
}
