//! Web pages: the whole text of the page in its order, with a hint for every
//! block, and what the page states about itself.
//!
//! The tokens come from html5gum; elements, blocks and labels are made here,
//! in time linear in the page and without recursion.

mod class;
pub(super) mod inline;
mod label;
pub(super) mod markup;
mod measure;
mod page;
mod phrases;
mod stated;
mod tag;
mod tree;

use super::format::{FileHead, Single};
use super::raw::{Field, Hint, RawDocument};
use crate::corpus::SourceFormat;
use crate::notice::Notice;
use crate::text::Span;
use crate::text::sanitise::sanitise;
use crate::words::msg;

/// Web pages as a format of files.
pub(super) const PAGE: Single =
    Single { source: SourceFormat::Html, recognise: is_page, declares: true, read: |text, _| read(&text) };

fn is_page(head: &FileHead<'_>) -> bool {
    match head.text.first() {
        Some(b'<') => head.root.is_some() || head.is_named(&["html", "htm", "xhtml", "xml"]) || tags(head.text) > 0,
        Some(b'{' | b'[') => false,
        _ => match tags(head.text) {
            0 => false,
            1 => head.is_named(&["html", "htm", "xhtml"]),
            _ => true,
        },
    }
}

/// Opening tags of HTML in the head.
fn tags(text: &[u8]) -> usize {
    const NAMES: [&[u8]; 14] = [
        b"p", b"div", b"html", b"body", b"head", b"meta", b"article", b"script", b"title", b"span", b"br", b"h1",
        b"ul", b"table",
    ];
    memchr::memchr_iter(b'<', text)
        .filter(|&i| {
            let rest = &text[i + 1..text.len().min(i + 10)];
            let end = rest.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(rest.len());
            rest.get(end).is_some_and(|b| matches!(b, b'>' | b' ' | b'/' | b'\n' | b'\t'))
                && NAMES.iter().any(|n| rest[..end].eq_ignore_ascii_case(n))
        })
        .take(8)
        .count()
}

/// Reads a page.
pub(super) fn read(text: &str) -> RawDocument {
    let page = tree::parse(text);
    let fields = stated::fields(&page.stated);
    let lower = |list: &[Field]| list.iter().map(|f| f.value.to_lowercase()).collect::<Vec<_>>();
    let known = label::Known { title: lower(&fields.title).join("\n"), descriptions: lower(&fields.standfirst) };
    let labels = label::label(&page, &known);
    let mut raw = RawDocument { fields, ..RawDocument::default() };
    if page.too_deep {
        raw.notices.push(Notice::warning("", msg::INGEST_TOO_DEEP));
    }
    let mut replaced = 0;
    for (block, (kind, rule)) in page.blocks.into_iter().zip(labels) {
        if !raw.text.is_empty() {
            raw.text.push_str(if block.continues { "\n" } else { "\n\n" });
        }
        let start = raw.text.len();
        let (text, n) = sanitise(block.text);
        raw.text.push_str(&text);
        replaced += n;
        raw.hints.push(Hint { span: Span::new(start, raw.text.len()), kind, rule });
    }
    if replaced > 0 {
        raw.notices.push(Notice::info("", msg::ingest_controls(replaced)));
    }
    raw
}

#[cfg(test)]
mod tests;
