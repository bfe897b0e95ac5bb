//! Sentences and words of an article as the reader steps through them: pure
//! functions of a document and a view. Has never heard of rows or keys.

use crate::app::screen::main::article::view::View;
use crate::app::screen::main::article::view::shows;
use crate::corpus::segment::sentences;
use crate::corpus::{Document, Line};
use crate::text::Span;
use crate::text::segment::words;

/// Lines that a view shows as text, from the one that holds `at` on.
fn lines_from(document: &Document, view: View, at: usize) -> impl Iterator<Item = &Line> {
    let first = document.lines.partition_point(|l| l.span.end <= at);
    document.lines.get(first..).unwrap_or_default().iter().filter(move |l| shown(document, view, l))
}

fn lines_back(document: &Document, view: View, at: usize) -> impl Iterator<Item = &Line> {
    let last = document.lines.partition_point(|l| l.span.start < at);
    document.lines.get(..last).unwrap_or_default().iter().rev().filter(move |l| shown(document, view, l))
}

fn shown(document: &Document, view: View, line: &Line) -> bool {
    let content = line.content(&document.text);
    !content.is_empty() && document.without_cuts(content).iter().any(|s| shows(document, view, *s))
}

/// Sentences of a line that the view shows; a cut ends one.
fn of_line(document: &Document, view: View, line: &Line) -> Vec<Span> {
    let content = line.content(&document.text);
    let stretches = if view == View::Clean { document.without_cuts(content) } else { vec![content] };
    stretches.into_iter().flat_map(|s| sentences(&document.text, s)).collect()
}

/// The first sentence that ends after `at`.
pub fn sentence_from(document: &Document, view: View, at: usize) -> Option<Span> {
    lines_from(document, view, at).find_map(|l| of_line(document, view, l).into_iter().find(|s| s.end > at))
}

/// The last sentence that starts before `at`.
pub fn sentence_before(document: &Document, view: View, at: usize) -> Option<Span> {
    lines_back(document, view, at).find_map(|l| of_line(document, view, l).into_iter().rfind(|s| s.start < at))
}

/// The sentence that holds a span, made longer where the span leaves it.
pub fn sentence_around(document: &Document, span: Span) -> Span {
    document.sentence_at(span.start).map_or(span, |s| if s.contains(span) { s } else { s.join(span) })
}

/// The paragraph that holds a byte.
pub fn paragraph_around(document: &Document, at: usize) -> Option<Span> {
    document.line_at(at).map(|l| l.content(&document.text)).filter(|s| !s.is_empty())
}

/// The end of the first word that ends after `at`.
pub fn word_end(document: &Document, view: View, at: usize) -> Option<usize> {
    lines_from(document, view, at)
        .find_map(|l| words(&document.text, l.content(&document.text)).find(|w| w.end > at).map(|w| w.end))
}

/// The end of the last word that ends before `at` and after `floor`.
pub fn word_end_before(document: &Document, at: usize, floor: usize) -> Option<usize> {
    words(&document.text, Span::new(floor, at)).filter(|w| w.end < at).last().map(|w| w.end)
}

/// The start of the first word that starts after `at` and ends before `ceiling`.
pub fn word_start(document: &Document, at: usize, ceiling: usize) -> Option<usize> {
    words(&document.text, Span::new(at, ceiling)).find(|w| w.start > at).map(|w| w.start)
}

/// The start of the last word that starts before `at`.
pub fn word_start_before(document: &Document, view: View, at: usize) -> Option<usize> {
    lines_back(document, view, at)
        .find_map(|l| words(&document.text, l.content(&document.text)).filter(|w| w.start < at).last().map(|w| w.start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Place;
    use crate::ingest;

    fn document(text: &str) -> Document {
        let mut out = None;
        let _ = ingest::stream(&Place::file("a.txt"), &mut text.as_bytes(), &ingest::Options::default(), &mut |item| {
            if let ingest::Item::Document(raw) = item {
                out = Some(crate::clean::clean(*raw));
            }
            std::ops::ControlFlow::Continue(())
        });
        out.expect("one document")
    }

    #[test]
    fn sentences_are_stepped_through_in_both_directions_over_paragraphs() {
        let d = document(
            "Le pont reste fermé\n\nLa préfecture a parlé lundi. Elle a cité trois rapports.\n\nLe maire attend une date. Il reçoit mardi les riverains du quai.\n",
        );
        let mut at = 0;
        let mut forward = Vec::new();
        while let Some(s) = sentence_from(&d, View::Raw, at) {
            forward.push(s);
            at = s.end;
        }
        assert_eq!(forward.len(), 5);
        let mut back = Vec::new();
        at = d.text.len();
        while let Some(s) = sentence_before(&d, View::Raw, at) {
            back.push(s);
            at = s.start;
        }
        back.reverse();
        assert_eq!(forward, back);
        let end = word_end(&d, View::Raw, forward[1].end).expect("a word follows");
        assert_eq!(Span::new(forward[1].end, end).of(&d.text).trim(), "Elle");
        let shorter = word_end_before(&d, forward[1].end, forward[1].start);
        assert_eq!(shorter.map(|e| &d.text[forward[1].start..e]), Some("La préfecture a parlé lundi"));
    }
}
