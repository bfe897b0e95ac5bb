//! Short pieces of HTML, such as the value of a field.

use super::tree;

/// The text of a short piece of HTML.
pub(in crate::ingest) fn inline_text(text: &str) -> String {
    let page = tree::parse(text);
    let text: Vec<_> = page.blocks.iter().map(|b| b.text.as_str()).collect();
    text.join(" ")
}

/// The text of a longer piece of HTML, a line for each block.
pub(super) fn paragraphs(text: &str) -> String {
    let page = tree::parse(text);
    let text: Vec<_> = page.blocks.iter().map(|b| b.text.as_str()).collect();
    text.join("\n")
}
