//! Prose broken into rows of [`Span`]s, by `textwrap`, with French spacing
//! kept: `«` never ends a row, `»` and `! ? : ; %` never start one, and a number
//! stands with what it counts, even where the dump lost its no-break spaces.

use crate::text::Span;
use crate::text::hyphen::Hyphens;
use textwrap::core::{Word, break_words, display_width};
use textwrap::word_splitters::split_words;
use textwrap::wrap_algorithms::wrap_first_fit;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

fn glued_to_next(c: char) -> bool {
    matches!(c, '«' | '‹' | '“')
}

fn glued_to_previous(c: char) -> bool {
    matches!(c, '»' | '›' | '!' | '?' | ':' | ';' | '%' | '”')
}

/// True where a word is a number that belongs to what follows it: `24 janvier`, `2,4 millions`,
/// `12 000`. A year stands alone, and so do the numbers of a table. Two words decide, never those
/// before them, so that a line breaks alike wherever one begins to read it.
fn counts(word: &str, next: &str) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let number = digit(word.chars().next()) && digit(word.chars().next_back());
    let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let thousands = word.len() < 3 && next.bytes().take_while(u8::is_ascii_digit).count() == 3;
    number && !year && (next.chars().next().is_some_and(char::is_alphabetic) || thousands)
}

/// True for a space of a text, at this byte, that may be made wider: the one beside
/// a quotation mark or before a sign that is set off belongs to it.
pub(super) fn stretches(text: &str, space: usize) -> bool {
    let before = text[..space].chars().next_back();
    let behind = text[space..].chars().nth(1);
    !before.is_some_and(glued_to_next) && !behind.is_some_and(glued_to_previous)
}

/// Words with the white space that follows them; white space that must not
/// break stays inside the word.
fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut start = 0;
    let mut chars = line.char_indices().peekable();
    let mut previous = None;
    let mut last = 0;
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
            let counts = counts(&line[last..i], &line[end..]);
            last = end;
            let held = counts || previous.is_some_and(glued_to_next) || next.is_some_and(glued_to_previous);
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

impl From<Span> for HyphenatedRow {
    /// A row that ends behind a word.
    fn from(span: Span) -> Self {
        Self { span, hyphen: false }
    }
}

/// The same as [`rows`] with words parted as their language does; a hyphen takes a
/// column.
pub fn hyphenated(text: &str, span: Span, width: usize, hyphens: Hyphens) -> Vec<HyphenatedRow> {
    let (width, splitter) = (width.max(1), hyphens.splitter());
    let mut out = Vec::new();
    let mut at = span.start;
    for line in span.of(text).split_inclusive('\n') {
        let shown = line.trim_end_matches(['\n', '\r']);
        // A part that ends in a hyphen has a column less.
        let room = |part: &Word<'_>| width.saturating_sub(display_width(part.penalty)).max(1);
        let parts: Vec<Word<'_>> =
            split_words(words(shown), &splitter).flat_map(|part| break_words([part], room(&part))).collect();
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
    let mut out = Vec::new();
    each_row(text, span, width, &mut |row| out.push(row));
    out
}

/// Bytes of a line that are broken into rows at once: what breaks them keeps a
/// record for each word.
const AT_ONCE: usize = 1 << 14;

/// Where a line may be cut after so many bytes, so that its beginning breaks
/// into rows as it does in the whole line: behind a word.
fn cut(line: &str) -> usize {
    let mut end = 0;
    for word in words(line) {
        if end >= AT_ONCE {
            break;
        }
        end += word.word.len() + word.whitespace.len();
    }
    end
}

/// The same, told row by row.
pub fn each_row(text: &str, span: Span, width: usize, out: &mut dyn FnMut(Span)) {
    let options = Options::new(width.max(1))
        .word_separator(WordSeparator::Custom(words))
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .break_words(true);
    let mut at = span.start;
    for line in span.of(text).split_inclusive('\n') {
        let mut rest = line.trim_end_matches(['\n', '\r']);
        let mut from = at;
        at += line.len();
        // Rows are filled from the left: only the last holds more when more
        // comes, and it is broken again with what follows.
        while rest.len() > 2 * AT_ONCE {
            let shown = &rest[..cut(rest)];
            let rows = textwrap::wrap(shown, &options);
            // One that begins with a space stands inside of a word; best is one behind a space.
            let begins = |row: &std::borrow::Cow<'_, str>| !row.starts_with(' ') && offset(shown, row) > 0;
            let whole = |row: &std::borrow::Cow<'_, str>| begins(row) && shown[..offset(shown, row)].ends_with(' ');
            let Some(last) = rows.iter().rposition(whole).or_else(|| rows.iter().rposition(begins)) else { break };
            rows[..last].iter().for_each(|row| out(place(from, shown, row)));
            let next = offset(shown, &rows[last]);
            (rest, from) = (&rest[next..], from + next);
        }
        textwrap::wrap(rest, &options).iter().for_each(|row| out(place(from, rest, row)));
    }
}

/// Where a row begins in its line: without indentation and hyphenation every
/// row is a borrowed slice of the line, so its position is exact.
fn offset(line: &str, row: &str) -> usize {
    let offset = (row.as_ptr() as usize).wrapping_sub(line.as_ptr() as usize);
    if offset <= line.len() { offset } else { 0 }
}

/// The place of a row of a line that begins at a byte.
fn place(at: usize, line: &str, row: &str) -> Span {
    let start = at + offset(line, row);
    Span::new(start, (start + row.len()).min(at + line.len()))
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

    #[test]
    fn a_number_stands_with_what_it_counts_and_a_year_alone() {
        let text = "Vers 1 heure, 2,4 millions de foyers et 12 000 abonnés ; en 2018 déjà.";
        let broken = |after: &str| {
            let ends = |row: &Span| row.of(text).trim_end().ends_with(after);
            (8..70).any(|w| rows(text, Span::new(0, text.len()), w).iter().any(ends))
        };
        assert!(["Vers 1", " 2,4", " 12"].iter().all(|number| !broken(number)));
        assert!(["millions", "en 2018"].iter().all(|word| broken(word)));
    }

    #[test]
    fn a_row_of_numbers_breaks() {
        let table = "12 ".repeat(40);
        assert!(rows(&table, Span::new(0, table.len()), 30).iter().all(|row| row.of(&table).len() >= 15));
    }

    #[test]
    fn a_long_line_breaks_as_it_does_in_one_piece() {
        let options = |width| {
            let options = Options::new(width).word_separator(WordSeparator::Custom(words)).break_words(true);
            options.word_splitter(WordSplitter::NoHyphenation).wrap_algorithm(WrapAlgorithm::FirstFit)
        };
        let long = "mot".repeat(AT_ONCE);
        for piece in
            [FRENCH, "x ", "« a » ! ", "   ", "«", "« ", "é\u{a0}é ", "12 ", "4 h 30 ", &long, &format!("{long} » : ")]
        {
            let line = piece.repeat(4 * AT_ONCE / piece.len() + 1);
            for width in [1, 7, 80, 4 * AT_ONCE] {
                let whole: Vec<Span> =
                    textwrap::wrap(&line, options(width)).iter().map(|row| place(0, &line, row)).collect();
                assert_eq!(rows(&line, Span::new(0, line.len()), width), whole, "{width}: {piece:.20}");
            }
        }
    }

    #[test]
    fn a_part_that_fills_a_row_leaves_room_for_its_hyphen() {
        for signs in 0..90 {
            let s = format!("{}manifestation", ",".repeat(signs));
            for row in hyphenated(&s, Span::new(0, s.len()), 76, Hyphens::French) {
                let wide = crate::text::width::width(row.span.of(&s)) + usize::from(row.hyphen);
                assert!(wide <= 76, "{signs}: {wide}");
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
