//! What a browser wrote down of its traffic (HAR): the pages that came, and
//! nothing else of it.

use crate::corpus::SourceFormat;
use crate::ingest::raw::{Field, Options, RawDocument};
use crate::ingest::{html, plain, warc};
use base64::Engine;
use serde_json::Value;

/// The exchanges of a file of traffic.
pub(super) fn entries(value: &Value) -> Option<&Vec<Value>> {
    let log = value.get("log").filter(|log| log.get("creator").is_some())?;
    let entries = log.get("entries")?.as_array()?;
    entries.iter().any(|e| e.get("request").is_some()).then_some(entries)
}

/// The page that came in one exchange; nothing for pictures, scripts and faults.
pub(super) fn page(entry: &Value, options: &Options) -> Option<RawDocument> {
    let answer = entry.get("response")?;
    let content = answer.get("content")?;
    let kind = content.get("mimeType").and_then(Value::as_str).unwrap_or_default();
    let status = answer.get("status").and_then(Value::as_u64).unwrap_or(200);
    if !kind.contains("html") || status >= 400 {
        return None;
    }
    let text = content.get("text").and_then(Value::as_str).filter(|t| !t.trim().is_empty())?;
    let packed = content.get("encoding").and_then(Value::as_str) == Some("base64");
    let bytes =
        if packed { base64::engine::general_purpose::STANDARD.decode(text).ok()? } else { text.as_bytes().to_vec() };
    let (bytes, _) = plain::capped(&bytes, options.document_bytes);
    let mut raw = html::read(&String::from_utf8_lossy(bytes));
    raw.format = SourceFormat::Html;
    if warc::is_frame(&raw) {
        return None;
    }
    let said = |value: Option<&Value>, rule| {
        let value = value.and_then(Value::as_str).map(str::to_owned);
        value.map(|value| Field { value, rule })
    };
    raw.fields.url.extend(said(entry.get("request").and_then(|r| r.get("url")), "json.url"));
    raw.fields.seen.extend(said(entry.get("startedDateTime"), "json.seen"));
    Some(raw)
}

#[cfg(test)]
mod tests {
    use crate::corpus::Place;
    use crate::ingest::read;

    #[test]
    fn of_the_traffic_of_a_browser_only_the_pages_are_read() {
        let exchange = |kind: &str, text: &str| {
            format!(
                r#"{{"startedDateTime":"2024-03-06T08:00:00Z","request":{{"url":"https://quai.example/1"}},"response":{{"status":200,"content":{{"mimeType":"{kind}","text":"{text}"}}}}}}"#
            )
        };
        let page = exchange(
            "text/html; charset=utf-8",
            "<html><body><article><h1>Le pont</h1><p>Le pont est fermé depuis mardi matin.</p></article></body></html>",
        );
        let script = exchange("text/javascript", "var pont = 1;");
        let traffic = format!(r#"{{"log":{{"version":"1.2","creator":{{"name":"x"}},"entries":[{script},{page}]}}}}"#);
        let got = read(&Place::file("a.har"), traffic.as_bytes());
        assert_eq!(got.documents.len(), 1, "{:?}", got.notices);
        assert!(got.documents[0].text.starts_with("Le pont\n\nLe pont est fermé"));
        assert_eq!(got.documents[0].fields.url[0].value, "https://quai.example/1");
    }
}
