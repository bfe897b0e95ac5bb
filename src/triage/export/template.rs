//! Templates of the reader's own: text with `{field}` in it.
//!
//! `{{` and `}}` stand for braces. Lists are joined by commas, paragraphs and
//! notes by line breaks; what is unknown is empty.

use super::record::Record;
use crate::words::{Message, msg};

/// A field that a template names and no record has.
#[derive(Clone, Debug, PartialEq)]
pub struct TemplateError {
    /// One sentence.
    pub sentence: Message,
}

/// Fields of a template.
const FIELDS: &str =
    "title, source, author, agencies, date, mark, language, url, path, key, state, tags, words, text, notes";

/// The template with the fields of one record.
pub fn fill(template: &str, record: &Record) -> Result<String, TemplateError> {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(i) = rest.find(['{', '}']) {
        out.push_str(&rest[..i]);
        let brace = &rest[i..];
        if brace.starts_with("{{") || brace.starts_with("}}") {
            out.push_str(&brace[..1]);
            rest = &brace[2..];
            continue;
        }
        let end = brace.find('}').filter(|_| brace.starts_with('{'));
        let Some(end) = end else {
            return Err(TemplateError { sentence: msg::TRIAGE_TEMPLATE_BRACE.into() });
        };
        out.push_str(&value(&brace[1..end], record)?);
        rest = &brace[end + 1..];
    }
    out.push_str(rest);
    Ok(out)
}

fn value(name: &str, r: &Record) -> Result<String, TemplateError> {
    let known = |v: &Option<String>| v.clone().unwrap_or_default();
    Ok(match name.trim() {
        "title" => r.heading().to_owned(),
        "source" => known(&r.source),
        "author" => known(&r.author),
        "agencies" => r.agencies.join(", "),
        "date" => known(&r.date),
        "mark" => r.date_mark.to_string(),
        "language" => known(&r.language),
        "url" => known(&r.url),
        "path" => r.path.clone(),
        "key" => r.key.clone(),
        "state" => r.state.clone(),
        "tags" => r.tags.join(", "),
        "words" => r.words.to_string(),
        "text" => r.paragraphs.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("\n\n"),
        "notes" => r.notes.iter().map(|n| n.text.as_str()).collect::<Vec<_>>().join("\n"),
        other => {
            let other = crate::text::sanitise::one_line(other);
            return Err(TemplateError { sentence: msg::triage_template_field(other, FIELDS) });
        }
    })
}
