//! What scripts that are no structured data hold of an article: the days of publication, and the
//! objects from which they draw it. A page that is drawn by its scripts has them nowhere else.
//!
//! Collects; what contradicts itself is dropped by who reads it.

use super::page::is_count;
use aho_corasick::{AhoCorasick, MatchKind};
use std::sync::OnceLock;

/// What the name of such a field has in it. A search that minds no case would look
/// at every byte of the scripts, which are half of most pages.
const NAMES: [&str; 11] = [
    "publish",
    "Publish",
    "PUBLISH",
    "publicationdate",
    "publicationDate",
    "PublicationDate",
    "pubdate",
    "pubDate",
    "PubDate",
    "pub_date",
    "PUB_DATE",
];

/// Days of one page beyond which no more are collected.
const DAYS: usize = 2;
/// Names in one script that are looked at.
const LOOKED_AT: usize = 400;
/// Digits of the longest count since 1970.
const COUNT: usize = 13;
/// Longest rest of a name, such as `edAt` or `_date`.
const REST: usize = 16;

fn names() -> &'static AhoCorasick {
    static NAMED: OnceLock<AhoCorasick> = OnceLock::new();
    NAMED.get_or_init(|| {
        AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(NAMES).expect("the names are few and short")
    })
}

/// Bytes of the shortest object that may hold an article, objects of one script, and places of it
/// that are looked at.
const OBJECT: usize = 500;
const OBJECTS: usize = 20;
const PLACES: usize = 50;

/// The objects that a script gives names to: `Page.content={"headline": …};`.
pub(super) fn objects(script: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut from = 0;
    for at in memchr::memchr_iter(b'=', script.as_bytes()).filter(|at| opens(&script[at + 1..])).take(PLACES) {
        if at < from || found.len() >= OBJECTS {
            continue;
        }
        let rest = script[at + 1..].trim_start();
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<serde::de::IgnoredAny>();
        if values.next().is_some_and(|value| value.is_ok()) {
            let len = values.byte_offset();
            from = script.len() - rest.len() + len;
            found.extend((len >= OBJECT).then(|| rest[..len].to_owned()));
        }
    }
    found
}

/// True where an object with a name in quotes begins.
fn opens(rest: &str) -> bool {
    let inner = rest.trim_start_matches([' ', '\n']).strip_prefix('{');
    inner.is_some_and(|inner| inner.trim_start_matches([' ', '\n']).starts_with('"'))
}

/// Adds the days that a script calls those of publication.
pub(super) fn days(script: &[u8], found_days: &mut Vec<String>) {
    if found_days.len() >= DAYS {
        return;
    }
    for found in names().find_iter(script).take(LOOKED_AT) {
        // `lastPublished` is the day of a change, `unpublish` the end.
        let before = &script[found.start().saturating_sub("last_".len())..found.start()];
        let before = before.to_ascii_lowercase();
        if [&b"last"[..], b"last_", b"un"].iter().any(|other| before.ends_with(other)) {
            continue;
        }
        let Some(day) = value(&script[found.end()..]) else { continue };
        if !found_days.contains(&day) {
            found_days.push(day);
            if found_days.len() >= DAYS {
                return;
            }
        }
    }
}

/// The day in `edAt": "2024-05-31T…`, also in a script inside a string, and in
/// seconds or milliseconds since 1970.
fn value(rest: &[u8]) -> Option<String> {
    let name = rest.iter().take(REST).take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
    let rest = quoted(&rest[name..]).trim_ascii_start();
    let rest = rest.strip_prefix(b":").or_else(|| rest.strip_prefix(b"="))?.trim_ascii_start();
    let inner = quoted(rest);
    let digits = rest.iter().take(COUNT + 1).take_while(|b| b.is_ascii_digit()).count();
    if is_count(&rest[..digits]) {
        let seconds = std::str::from_utf8(&rest[..10]).ok()?.parse().ok()?;
        let moment = jiff::Timestamp::from_second(seconds).ok()?;
        return Some(jiff::tz::TimeZone::UTC.to_datetime(moment).date().to_string());
    }
    let day = inner.get(..10).filter(|_| inner.len() < rest.len())?;
    let digits = |b: (usize, &u8)| if matches!(b.0, 4 | 7) { *b.1 == b'-' } else { b.1.is_ascii_digit() };
    day.iter().enumerate().all(digits).then(|| String::from_utf8_lossy(day).into_owned())
}

/// What stands behind an opening or closing mark of a string.
fn quoted(rest: &[u8]) -> &[u8] {
    let bare = rest.strip_prefix(b"\\").unwrap_or(rest);
    bare.strip_prefix(b"\"").or_else(|| bare.strip_prefix(b"'")).unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(script: &str) -> Vec<String> {
        let mut found = Vec::new();
        days(script.as_bytes(), &mut found);
        found
    }

    #[test]
    fn the_day_of_publication_is_read_from_a_script_in_any_spelling() {
        assert_eq!(of(r#"{"publishedAt":"2024-05-31T10:00:00Z"}"#), ["2024-05-31"]);
        assert_eq!(of("var a = {'publish_date' : '2024-05-31'}"), ["2024-05-31"]);
        assert_eq!(of(r#"x("{\"published_at\":\"2024-05-31T06:22\"}")"#), ["2024-05-31"]);
        assert_eq!(of("pubdate=\"2024-05-31\"; pubDate = '2024-05-31'"), ["2024-05-31"]);
        assert_eq!(of(r#"{"publishedAt":1717142400, "published_ms": 1717142400000}"#), ["2024-05-31"]);
        assert!(of(r#"{"publishedAt":171714240, "unpublished":true, "published":"31 May"}"#).is_empty());
        assert!(
            of(r#"{"lastPublished":"2024-05-31","last_published_at":"2024-05-31","unpublishAt":"2024-05-31"}"#)
                .is_empty()
        );
    }

    #[test]
    fn objects_that_a_script_names_are_found_and_code_is_none() {
        let text = "x".repeat(OBJECT);
        let script = format!(
            "window.a=window.a||{{}};if(b=={{\"c\":1}}){{}}A.content = {{\"text\":\"{text}\",\"d\":{{\"e\":1}}}};A.f={{\"g\":1}};"
        );
        let found = objects(&script);
        assert_eq!(found, [format!("{{\"text\":\"{text}\",\"d\":{{\"e\":1}}}}")]);
        assert!(objects(&format!("A={{\"text\":\"{text}")).is_empty());
    }

    #[test]
    fn a_script_that_ends_in_the_middle_of_a_day_gives_none() {
        assert!(of(r#"{"publishedAt":"2024-05-3"#).is_empty());
        assert!(of(r#"{"publishedAt""#).is_empty());
    }
}
