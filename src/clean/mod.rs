//! Raw documents become documents: every line gets a kind and the rule that
//! gave it; nothing is deleted. Knows newspapers; has never heard of formats.
//!
//! The stages, in order: measure the lines (`page`), find phrases and
//! shapes, score every row, join rows to stretches of body (`stretch`),
//! name the rest (`kinds`), cut teasers glued into body lines, collect the
//! claims. Labels depend on nothing but the text, the hints of its format
//! and what the reader said of its source.

mod appeal;
mod body;
mod claims;
mod code;
mod cuts;
mod explain;
pub(crate) mod features;
mod hinted;
mod kinds;
pub mod ledger;
mod links;
mod lists;
pub mod memory;
pub(crate) mod model;
pub(crate) mod page;
pub(crate) mod page_features;
pub mod phrases;
pub mod recurring;
mod repeated;
mod resumed;
pub mod rules;
mod shape;
mod signer;
mod stretch;
mod tail;
mod title;
mod vocabulary;
mod words;

pub use explain::{Explained, explain};
pub use ledger::ledger;
pub use memory::{Correction, Memory, folded_lines, source_key};
pub use model::Model;

use crate::corpus::{CLOSELY, COMPARED, DocKey, Document, LineKind, SourceFormat};
use crate::ingest::RawDocument;
use crate::notice::Notice;
use crate::words::msg;
use code::Code;
use page_features::PageFeatures;

/// Reads the phrases, words and weights now rather than at the first use: who has
/// another core does it beside reading the first article.
pub fn prepare() {
    phrases::lexicon();
    words::stop_words();
    Model::embedded();
}

/// Labels the lines of a raw document and collects its claims.
pub fn clean(raw: RawDocument) -> Document {
    clean_with(raw, &Memory::default())
}

/// Like [`clean`], heeding what the reader corrected or put back.
pub fn clean_with(raw: RawDocument, memory: &Memory) -> Document {
    clean_by(raw, memory, Model::embedded())
}

/// The same document under what its source's articles have in common and
/// what the reader said; `None` when nothing changes.
pub fn adjust(document: &Document, recurring: Option<&recurring::Recurring>, memory: &Memory) -> Option<Document> {
    let recurring = recurring.and_then(|r| Some((r, r.among(document)?)));
    if recurring.is_none() && memory.is_empty() {
        return None;
    }
    let mut adjusted = document.clone();
    if let Some((recurring, counts)) = recurring {
        recurring.apply_to(&mut adjusted, counts);
    }
    memory.apply(&mut adjusted);
    (adjusted != *document).then_some(adjusted)
}

/// Like [`clean_with`], by a model other than the embedded one.
pub fn clean_by(raw: RawDocument, memory: &Memory, model: &Model) -> Document {
    let mut lines = page::lines(&raw.text);
    let page = PageFeatures::new(&raw.text, &lines);
    let mut notices = raw.notices.clone();
    if lines.len() > page::LINES {
        let all = memchr::memchr_iter(b'\n', raw.text.as_bytes()).count();
        notices.push(Notice::warning(raw.place.to_string(), msg::clean_lines_joined(all, page::LINES)));
    }
    // A web page knows its scripts, and what it shows as a listing is text.
    let code = if raw.format == SourceFormat::Html { Code::none(&page) } else { code::find(&page) };
    let by_lines = |notices: &mut Vec<Notice>| body::rows(&page, model, &raw, &code, notices);
    let (hints, body) = match hinted::rows(&page, &raw) {
        Some(hints) if raw.guessed => {
            let (guessed, body) = (hinted::body(&page, &hints), by_lines(&mut notices));
            if hinted::leaves_little(&page, &body, &guessed) { (Some(hints), guessed) } else { (None, body) }
        }
        Some(hints) => {
            let body = hinted::body(&page, &hints);
            (Some(hints), body)
        }
        None => (None, by_lines(&mut notices)),
    };
    let (title, mut body) = hinted::below_title(&page, &raw, body);
    // A page says of its elements what they are.
    let tail = if hints.is_none() { tail::find(&page) } else { None };
    if let Some(tail) = &tail {
        tail.part(&page, &mut body);
    }
    let mut kinds = kinds::label(&page, body, title, tail.is_some());
    if let Some(tail) = &tail {
        tail.label(&mut kinds.labels);
    }
    match &hints {
        Some(hints) => hinted::overrule(&page, hints, &mut kinds.labels),
        None => hinted::sure(&page, &raw, &mut kinds.labels),
    }
    code.overrule(&mut kinds.labels);
    // What a page shows twice it means to show.
    let again = if hints.is_none() { repeated::find(&page, &mut kinds.labels) } else { Vec::new() };
    for (row, label) in page.measured.rows.iter().zip(&kinds.labels) {
        if let Some(line) = lines.get_mut(row.line) {
            line.kind = label.kind;
            line.rule = label.rule;
            line.reason.clone_from(&label.reason);
            line.repeats = label.repeats.map(|i| page.row(i).line);
        }
    }
    never_empty(&raw, &mut lines, &mut notices);
    let cuts = cuts::find(&page, &kinds.labels, &code, again);
    let meta = claims::collect(&page, &kinds, &raw);
    let mut document = Document {
        key: DocKey::of_text(&raw.text),
        place: raw.place,
        format: raw.format,
        text: raw.text.into(),
        original: raw.original.map(Into::into),
        lines,
        cuts,
        meta,
        notices,
    };
    memory.apply(&mut document);
    if document.first(COMPARED) < document.text.len() {
        let [compared, named] = [COMPARED, CLOSELY].map(|bytes| msg::ingest_kilobytes(bytes / 1000));
        let notice = Notice::warning(document.place.to_string(), msg::clean_read_closely(compared, named));
        document.notices.push(notice);
    }
    document
}

/// A text with letters has a body: where every line was taken for something
/// else, the one with most letters is shown.
fn never_empty(raw: &RawDocument, lines: &mut [crate::corpus::Line], notices: &mut Vec<Notice>) {
    if lines.iter().any(|l| l.is_body()) {
        return;
    }
    let letters = |l: &crate::corpus::Line| l.span.of(&raw.text).chars().filter(|c| c.is_alphabetic()).count();
    let most = lines.iter().enumerate().map(|(i, l)| (letters(l), std::cmp::Reverse(i))).max();
    if let Some((1.., std::cmp::Reverse(i))) = most {
        lines[i].kind = LineKind::Body;
        lines[i].rule = "body.densest";
        lines[i].reason = None;
        lines[i].repeats = None;
        notices.push(Notice::warning(raw.place.to_string(), msg::CLEAN_MOST_LETTERS));
    }
}
