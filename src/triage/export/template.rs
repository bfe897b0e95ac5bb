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

/// A stretch of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TemplatePiece<'t> {
    /// Words as they stand.
    Words(&'t str),
    /// The name of a field.
    Field(&'t str),
}

/// The stretches of a template, in order.
///
/// # Errors
/// A brace without its counterpart.
pub(super) fn pieces(template: &str) -> Result<Vec<TemplatePiece<'_>>, Message> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some(i) = rest.find(['{', '}']) {
        let (words, brace) = rest.split_at(i);
        pieces.extend((!words.is_empty()).then_some(TemplatePiece::Words(words)));
        if brace.starts_with("{{") || brace.starts_with("}}") {
            pieces.push(TemplatePiece::Words(&brace[..1]));
            rest = &brace[2..];
            continue;
        }
        let end = brace.find('}').filter(|_| brace.starts_with('{')).ok_or(msg::TRIAGE_TEMPLATE_BRACE)?;
        pieces.push(TemplatePiece::Field(brace[1..end].trim()));
        rest = &brace[end + 1..];
    }
    pieces.extend((!rest.is_empty()).then_some(TemplatePiece::Words(rest)));
    Ok(pieces)
}

/// The template with the fields of one record.
///
/// # Errors
/// A field that no record has, or a brace without its counterpart.
pub fn fill(template: &str, record: &Record) -> Result<String, TemplateError> {
    let mut out = String::with_capacity(template.len());
    for piece in pieces(template).map_err(|sentence| TemplateError { sentence })? {
        match piece {
            TemplatePiece::Words(words) => out.push_str(words),
            TemplatePiece::Field(name) => out.push_str(&value(name, record)?),
        }
    }
    Ok(out)
}

fn value(name: &str, r: &Record) -> Result<String, TemplateError> {
    let known = |v: &Option<String>| v.clone().unwrap_or_default();
    Ok(match name {
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
