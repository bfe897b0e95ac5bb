//! Prose broken into rows of [`Span`]s, by `textwrap`, with French spacing
//! kept: `«` never ends a row, `»` and `! ? : ; %` never start one, even where
//! the dump lost its no-break spaces.

use crate::text::Span;
use crate::text::hyphen::Hyphens;
use textwrap::core::{Word, break_words};
use textwrap::word_splitters::split_words;
use textwrap::wrap_algorithms::wrap_first_fit;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

fn glued_to_next(c: char) -> bool {
    matches!(c, '«' | '‹' | '“')
}

fn glued_to_previous(c: char) -> bool {
    matches!(c, '»' | '›' | '!' | '?' | ':' | ';' | '%' | '”')
}

/// Words with the white space that follows them; white space that must not
/// break stays inside the word.
fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut start = 0;
    let mut chars = line.char_indices().peekable();
    let mut previous = None;
    Box::new(std::iter::from_fn(move || {
        while let Some((i, c)) = chars.next() {
            if c != ' ' {
                previous = Some(c);
                continue;
            }
            let mut end = i + 1;
            while let Some(&(j, ' ')) = chars.peek() {
                end = j + 1;
                chars.next();
            }
            let next = chars.peek().map(|&(_, c)| c);
            let held = previous.is_some_and(glued_to_next) || next.is_some_and(glued_to_previous);
            if !held {
                let word = Word::from(&line[start..end]);
                start = end;
                return Some(word);
            }
        }
        if start < line.len() {
            let word = Word::from(&line[start..]);
            start = line.len();
            return Some(word);
        }
        None
    }))
}

/// A row, and whether its last word goes on in the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HyphenatedRow {
    /// What stands in it.
    pub span: Span,
    /// A hyphen, which the text does not have, stands behind it.
    pub hyphen: bool,
}

/// The same as [`rows`] with words parted as their language does; a hyphen takes a
/// column.
pub fn hyphenated(text: &str, span: Span, width: usize, hyphens: Hyphens) -> Vec<HyphenatedRow> {
    let (width, splitter) = (width.max(1), hyphens.splitter());
    let mut out = Vec::new();
    let mut at = span.start;
    for line in span.of(text).split_inclusive('\n') {
        let shown = line.trim_end_matches(['\n', '\r']);
        let parts: Vec<Word<'_>> = split_words(words(shown), &splitter).collect();
        let parts = break_words(parts, width);
        for row in wrap_first_fit(&parts, &[width as f64]) {
            let (Some(first), Some(last)) = (row.first(), row.last()) else { continue };
            // Every part is a slice of the line, so that its position is exact.
            let start = first.word.as_ptr() as usize - shown.as_ptr() as usize;
            let end = last.word.as_ptr() as usize - shown.as_ptr() as usize + last.word.len();
            out.push(HyphenatedRow { span: Span::new(at + start, at + end), hyphen: !last.penalty.is_empty() });
        }
        at += line.len();
    }
    out
}

/// The rows that `span` of `text` takes in `width` columns; at least one row
/// unless the span is empty. Line breaks inside the span end a row.
pub fn rows(text: &str, span: Span, width: usize) -> Vec<Span> {
    let options = Options::new(width.max(1))
        .word_separator(WordSeparator::Custom(words))
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .break_words(true);
    let mut out = Vec::new();
    let mut at = span.start;
    for line in span.of(text).split_inclusive('\n') {
        let shown = line.trim_end_matches(['\n', '\r']);
        for row in textwrap::wrap(shown, &options) {
            // Without indentation and hyphenation every row is a borrowed
            // slice of the line, so its position is exact.
            let offset = row.as_ptr() as usize - shown.as_ptr() as usize;
            let start = if offset <= shown.len() { at + offset } else { at };
            out.push(Span::new(start, (start + row.len()).min(at + shown.len())));
        }
        at += line.len();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FRENCH: &str = "Il parle d’un « soutien total » : la Russie, dit-il, est « toujours » là ! Vraiment ? Oui ; à 30 % près, « c’est\u{a0}tout\u{202f}».";

    #[test]
    fn french_marks_never_stand_alone_at_an_edge() {
        for width in 16..120 {
            for row in rows(FRENCH, Span::new(0, FRENCH.len()), width) {
                let s = row.of(FRENCH);
                assert!(!s.trim_end().ends_with('«'), "{width}: {s}");
                assert!(!s.trim_start().starts_with(['»', '!', '?', ':', ';', '%']), "{width}: {s}");
            }
        }
    }

    proptest! {
        #[test]
        fn hyphenated_rows_fit_and_lose_only_white_space(s in "[a-zé «»!?,]{0,200}", width in 6usize..90) {
            let mut at = 0;
            for r in hyphenated(&s, Span::new(0, s.len()), width, Hyphens::French) {
                prop_assert!(r.span.start >= at && s[at..r.span.start].chars().all(|c| c == ' '));
                let wide = crate::text::width::width(r.span.of(&s).trim_end()) + usize::from(r.hyphen);
                // What must not break may be longer than a row.
                prop_assert!(wide <= width || r.span.of(&s).contains(' '), "{wide} {width}");
                prop_assert!(!r.hyphen || s[r.span.end..].starts_with(char::is_alphabetic));
                at = r.span.end;
            }
            prop_assert!(s[at..].chars().all(|c| c == ' '));
        }

        #[test]
        fn rows_are_slices_in_order_and_lose_only_white_space(s in "[a-z «»!?é\u{a0}]{0,200}", width in 1usize..90) {
            let all = rows(&s, Span::new(0, s.len()), width);
            let mut at = 0;
            for r in &all {
                prop_assert!(r.start >= at && s.is_char_boundary(r.start) && s.is_char_boundary(r.end));
                prop_assert!(s[at..r.start].chars().all(|c| c == ' '));
                at = r.end;
            }
            prop_assert!(s[at..].chars().all(|c| c == ' '));
        }
    }
}
