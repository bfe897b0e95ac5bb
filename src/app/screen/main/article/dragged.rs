//! A passage that the mouse draws over: from cells to bytes of the text, and the
//! words of a passage as they are copied. Pure functions; has never heard of
//! buttons.

use crate::app::screen::main::article::rows::ArticleLayout;
use crate::app::screen::main::article::view::{View, shows};
use crate::corpus::Document;
use crate::text::Span;
use crate::text::justify::Justified;

/// The byte of the text under a column of a row; of a row that shows no text,
/// where the text goes on. `justified` are the columns that rows are spread over.
pub fn byte_at(
    layout: &ArticleLayout,
    document: &Document,
    row: usize,
    column: usize,
    justified: Option<usize>,
) -> usize {
    match layout.rows.get(row) {
        Some(shown) if shown.words.is_none() => {
            let words = shown.span.of(&document.text);
            let spread = justified.map_or(Justified::RAGGED, |columns| layout.justified(row, &document.text, columns));
            shown.span.start + spread.byte_at(words, column)
        }
        Some(_) => layout.offset_of(row),
        None => layout.rows.iter().rev().find(|r| r.words.is_none()).map_or(0, |r| r.span.end),
    }
}

/// The words of a passage as another program wants them: what the view shows of
/// it, a paragraph a line, however it was wrapped on the screen, with a blank line
/// between paragraphs. The file itself keeps its lines.
pub fn words(document: &Document, view: View, passage: Span) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    for line in document.lines.iter().filter(|l| l.span.start < passage.end && l.span.end > passage.start) {
        let content = line.content(&document.text);
        let within = Span::new(content.start.max(passage.start), content.end.min(passage.end));
        if within.start >= within.end {
            continue;
        }
        let stretches = if view == View::Clean { document.without_cuts(within) } else { vec![within] };
        let shown = stretches.into_iter().filter(|s| shows(document, view, *s));
        let parts: Vec<&str> = shown.map(|s| s.of(&document.text)).collect();
        if !parts.is_empty() {
            paragraphs.push(parts.join(" "));
        }
    }
    paragraphs.join(if view == View::Raw { "\n" } else { "\n\n" })
}
