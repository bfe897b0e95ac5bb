//! The lines of a text, measured in one pass: characters, words, marks, and
//! a folded copy for matching. Knows nothing of newspapers.
//!
//! The folded copy is like [`crate::text::fold`], but made for speed: every
//! run of digits becomes one `0`, so that a phrase can say `0 commentaires`.

use super::words::{self, StopWords};
use crate::corpus::{Line, LineKind};
use crate::text::Span;
use crate::text::fnv::{EMPTY_32, step_32};

/// A line that is not blank.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    /// Index of the line.
    pub line: usize,
    /// The line without white space at its ends.
    pub span: Span,
    /// Its folded text in [`Page::folded`].
    pub folded: Span,
    /// Its words in [`Page::tokens`].
    pub tokens: Span,
    /// Characters.
    pub chars: u32,
    /// Letters.
    pub letters: u32,
    /// Digits.
    pub digits: u32,
    /// Upper-case letters.
    pub uppers: u32,
    /// Words.
    pub words: u32,
    /// Words that start with an upper-case letter.
    pub capitals: u32,
    /// Stop words of any known language.
    pub stops: u32,
    /// Commas and semicolons.
    pub commas: u32,
    /// Sentence marks followed by white space or the end.
    pub sentences: u32,
    /// Quotation marks.
    pub quotes: u32,
    /// `|`, `›`, `»`-less menu separators.
    pub bars: u32,
    /// Columns of white space before it.
    pub indent: u32,
    /// First character.
    pub first: char,
    /// Last character.
    pub last: char,
    /// True when the last sentence ends: an end mark, closing marks allowed.
    pub ends: bool,
    /// A bullet or a number starts it.
    pub bullet: bool,
    /// Characters beyond letters and the usual marks, such as `©`.
    pub odd: bool,
    /// An address or an `@`.
    pub address: bool,
    /// Blank lines (or the edge) before it.
    pub gap_before: u32,
    /// Blank lines (or the edge) after it.
    pub gap_after: u32,
    /// Hash of its folded words.
    pub hash: u32,
    /// How many rows have the same folded text.
    pub copies: u32,
    /// The first row with the same folded text.
    pub original: usize,
}

/// A text as rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    /// The rows in order.
    pub rows: Vec<Row>,
    /// Folded rows, each ended by a line feed.
    pub folded: Vec<u8>,
    /// Hashes of the folded words of all rows.
    pub tokens: Vec<u32>,
    /// Places in the folded text where a capital stands behind a small letter: words
    /// between which a space was lost.
    pub glued: Vec<usize>,
}

/// Lines of a text that are told apart: each takes a kilobyte while it is
/// judged, and no article has as many.
pub(crate) const LINES: usize = 100_000;

/// Least bytes of the blocks that the lines beyond are read in.
const BLOCK: usize = 4096;

/// Lines of the text, blank or not labelled yet ([`LineKind::Nav`]). Beyond
/// [`LINES`] of them one is a block of several.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let least = if out.len() < LINES { at } else { (at + BLOCK).min(text.len()) };
        let end = memchr::memchr(b'\n', &text.as_bytes()[least..]).map_or(text.len(), |i| least + i + 1);
        let span = Span::new(at, end);
        at = end;
        let blank = span.of(text).trim().is_empty();
        let (kind, rule) = if blank { (LineKind::Blank, "line.blank") } else { (LineKind::Nav, "below.rest") };
        out.push(Line { span, kind, rule, reason: None, repeats: None });
    }
    out
}

/// The base letter of U+00C0..=U+00FF, `0` where there is none.
const LATIN: &[u8; 64] = b"aaaaaa\0ceeeeiiiidnooooo\0ouuuuy\0\0aaaaaa\0ceeeeiiiidnooooo\0ouuuuy\0y";

/// Folds `c` the way phrases are folded; calls `out` for every byte.
fn fold_other(c: char, out: &mut impl FnMut(u8)) {
    match c {
        '\u{c0}'..='\u{ff}' => match (LATIN[c as usize - 0xc0], c) {
            (0, 'æ' | 'Æ') => b"ae".iter().for_each(|&b| out(b)),
            (0, 'ß') => b"ss".iter().for_each(|&b| out(b)),
            (0, '×' | '÷') => out(b' '),
            (0, _) => b"th".iter().for_each(|&b| out(b)),
            (b, _) => out(b),
        },
        'œ' | 'Œ' => b"oe".iter().for_each(|&b| out(b)),
        '\u{ab}' | '\u{bb}' | '\u{201c}'..='\u{201f}' | '\u{2033}' => out(b'"'),
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bc}' | '\u{2032}' | '\u{b4}' => out(b'\''),
        '\u{2026}' => b"...".iter().for_each(|&b| out(b)),
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
        '\u{2010}'..='\u{2015}' | '\u{2212}' => out(b' '),
        _ if c.is_whitespace() => out(b' '),
        '\u{100}'..='\u{17f}' => {
            let mut folded = [0u8; 8];
            let s = crate::text::fold(c.encode_utf8(&mut folded));
            s.bytes().for_each(out);
        }
        _ => {
            for l in c.to_lowercase() {
                let mut b = [0u8; 4];
                l.encode_utf8(&mut b).bytes().for_each(&mut *out);
            }
        }
    }
}

/// What a byte below 128 is.
mod class {
    pub(super) const LOWER: u8 = 1;
    pub(super) const UPPER: u8 = 2;
    pub(super) const DIGIT: u8 = 3;
    pub(super) const SPACE: u8 = 4;
    pub(super) const STOP: u8 = 5;
    pub(super) const COMMA: u8 = 6;
    pub(super) const QUOTE: u8 = 7;
    pub(super) const BAR: u8 = 8;
    pub(super) const OTHER: u8 = 9;
    pub(super) const DASH: u8 = 10;
}

const fn classes() -> [u8; 128] {
    let mut t = [class::OTHER; 128];
    let mut i = 0;
    while i < 128 {
        t[i] = match i as u8 {
            b'a'..=b'z' => class::LOWER,
            b'A'..=b'Z' => class::UPPER,
            b'0'..=b'9' => class::DIGIT,
            b' ' | b'\t' | b'\r' | b'\n' => class::SPACE,
            b'.' | b'!' | b'?' => class::STOP,
            b',' | b';' => class::COMMA,
            b'"' => class::QUOTE,
            b'|' | b'>' => class::BAR,
            b'-' | b'_' => class::DASH,
            _ => class::OTHER,
        };
        i += 1;
    }
    t
}

const CLASS: [u8; 128] = classes();

/// Folds and measures `content`, the trimmed text of one row.
struct Measure<'p> {
    page: &'p mut Page,
    stop_words: &'static StopWords,
    row: Row,
    word: u32,
    in_word: bool,
    start_of_word: usize,
    digit_before: bool,
    stop_before: bool,
    small_before: bool,
}

impl Measure<'_> {
    fn push(&mut self, b: u8) {
        self.page.folded.push(b);
    }

    fn space(&mut self) {
        self.end_word();
        if self.page.folded.last().is_some_and(|&b| b != b' ' && b != b'\n') {
            self.push(b' ');
        }
    }

    fn end_word(&mut self) {
        self.digit_before = false;
        if !self.in_word {
            return;
        }
        self.in_word = false;
        self.page.tokens.push(self.word);
        self.row.hash = (self.row.hash.rotate_left(5) ^ self.word).wrapping_mul(0x9e37_79b1);
        let length = self.page.folded.len() - self.start_of_word;
        if length <= words::LONGEST {
            self.row.stops += u32::from(self.stop_words.get(self.word) != 0);
        }
    }

    fn letter(&mut self, upper: bool) {
        if upper && self.in_word && self.small_before {
            self.page.glued.push(self.page.folded.len());
        }
        self.small_before = !upper;
        self.row.letters += 1;
        self.row.uppers += u32::from(upper);
        if !self.in_word {
            self.start(upper);
        }
    }

    fn start(&mut self, upper: bool) {
        self.in_word = true;
        self.word = EMPTY_32;
        self.start_of_word = self.page.folded.len();
        self.row.words += 1;
        self.row.capitals += u32::from(upper);
    }

    fn word_byte(&mut self, b: u8) {
        self.word = step_32(self.word, b);
        self.push(b);
    }

    fn other(&mut self, c: char) {
        if c.is_alphabetic() {
            // Scripts without spaces: every ideograph counts as half a word.
            let ideograph = matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}');
            self.digit_before = false;
            self.letter(c.is_uppercase());
            fold_other(c, &mut |b| self.word_byte(b));
            if ideograph && self.page.folded.len() - self.start_of_word >= 6 {
                self.end_word();
            }
            return;
        }
        match c {
            '\u{ab}' | '\u{bb}' | '\u{201c}'..='\u{201f}' => self.row.quotes += 1,
            '\u{203a}' | '\u{2022}' | '\u{2502}' | '\u{2503}' | '\u{2551}' => self.row.bars += 1,
            '©' | '℗' => self.row.odd = true,
            '\u{3002}' | '\u{ff01}' | '\u{ff1f}' | '\u{2026}' => self.row.sentences += 1,
            _ => {}
        }
        let mut n = 0;
        let mut bytes = [0u8; 8];
        fold_other(c, &mut |b| {
            if n < bytes.len() {
                bytes[n] = b;
                n += 1;
            }
        });
        if n == 1 && bytes[0] == b' ' {
            self.space();
        } else if n > 0 {
            self.end_word();
            bytes[..n].iter().for_each(|&b| self.push(b));
        }
    }

    fn run(&mut self, content: &str) {
        let bytes = content.as_bytes();
        let mut i = 0;
        while i < bytes.len() {
            let b = bytes[i];
            self.row.chars += 1;
            let stop_before = std::mem::take(&mut self.stop_before);
            if b >= 128 {
                // `i` is a boundary: only whole characters are stepped over.
                let Some(c) = content[i..].chars().next() else { break };
                i += c.len_utf8();
                if stop_before && matches!(c, '\u{a0}' | '\u{202f}' | '\u{bb}' | '\u{201d}' | '\u{2019}') {
                    self.row.sentences += u32::from(c != '\u{a0}');
                }
                self.other(c);
                continue;
            }
            i += 1;
            match CLASS[b as usize] {
                class::LOWER => {
                    self.letter(false);
                    self.digit_before = false;
                    self.word_byte(b);
                }
                class::UPPER => {
                    self.letter(true);
                    self.digit_before = false;
                    self.word_byte(b | 0x20);
                }
                class::DIGIT => {
                    self.row.digits += 1;
                    if !self.in_word {
                        self.start(false);
                    }
                    if !std::mem::replace(&mut self.digit_before, true) {
                        self.word_byte(b'0');
                    }
                }
                class::SPACE => {
                    self.row.sentences += u32::from(stop_before);
                    self.space();
                }
                class::DASH => self.space(),
                kind => {
                    self.end_word();
                    match kind {
                        class::STOP => self.stop_before = true,
                        class::COMMA => self.row.commas += 1,
                        class::QUOTE => {
                            self.row.quotes += 1;
                            self.stop_before = stop_before;
                        }
                        class::BAR => self.row.bars += 1,
                        _ => {
                            self.row.address |= b == b'@' || (b == b'/' && bytes.get(i) == Some(&b'/'));
                            self.stop_before = stop_before && b == b')';
                        }
                    }
                    self.push(b);
                }
            }
        }
        self.row.sentences += u32::from(self.stop_before);
        self.end_word();
    }
}

fn is_closer(c: char) -> bool {
    matches!(c, '»' | '"' | '”' | '’' | '\'' | ')' | ']' | '\u{a0}' | '\u{202f}' | ' ' | '*')
}

/// A line without the mark of a note behind its last sentence: `… à Gorzé.[2]`, `… à Gorzé.[^2]`.
fn without_note(content: &str) -> &str {
    let mark = content.strip_suffix(']').and_then(|c| c.rsplit_once('['));
    let number = |mark: &str| (1..=3).contains(&mark.len()) && mark.bytes().all(|b| b.is_ascii_digit());
    mark.filter(|(_, mark)| number(mark.strip_prefix('^').unwrap_or(mark))).map_or(content, |(text, _)| text)
}

fn ends_sentence(content: &str) -> bool {
    let content = without_note(content);
    let closed = content.ends_with(['»', '”', '"']);
    closed
        || content
            .trim_end_matches(is_closer)
            .chars()
            .next_back()
            .is_some_and(|c| matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？'))
}

fn is_bullet(content: &str) -> bool {
    let mut chars = content.chars();
    match chars.next() {
        Some('•' | '*' | '·' | '–' | '—' | '+' | '>' | '›' | '-' | '▪' | '■' | '►') => {
            chars.next().is_none_or(char::is_whitespace)
        }
        Some(c) if c.is_ascii_digit() => {
            let rest = content.trim_start_matches(|c: char| c.is_ascii_digit());
            rest.starts_with(". ") || rest.starts_with(") ")
        }
        _ => false,
    }
}

impl Page {
    /// Measures the non-blank lines of `text`.
    pub(crate) fn new(text: &str, lines: &[Line]) -> Page {
        let mut page = Page { folded: Vec::with_capacity(text.len() + 16), ..Page::default() };
        page.tokens.reserve(text.len() / 5);
        let stop_words = words::stop_words();
        let mut blank = 1;
        for (i, line) in lines.iter().enumerate() {
            if line.kind == LineKind::Blank {
                blank += 1;
                continue;
            }
            let span = line.content(text);
            let content = span.of(text);
            let from = page.folded.len();
            let first_token = page.tokens.len();
            if let Some(last) = page.rows.last_mut() {
                last.gap_after = blank;
            }
            let indent = text[line.span.start..span.start].chars().count() as u32;
            let row = Row {
                line: i,
                span,
                indent,
                gap_before: std::mem::take(&mut blank),
                hash: EMPTY_32,
                first: content.chars().next().unwrap_or(' '),
                last: content.chars().next_back().unwrap_or(' '),
                ends: ends_sentence(content),
                bullet: is_bullet(content),
                address: content.contains("www."),
                ..Row::default()
            };
            let mut m = Measure {
                page: &mut page,
                stop_words,
                row,
                word: EMPTY_32,
                in_word: false,
                start_of_word: 0,
                digit_before: false,
                stop_before: false,
                small_before: false,
            };
            m.run(content);
            let mut row = m.row;
            row.folded = Span::new(from, page.folded.len());
            row.tokens = Span::new(first_token, page.tokens.len());
            page.folded.push(b'\n');
            page.rows.push(row);
        }
        if let Some(last) = page.rows.last_mut() {
            last.gap_after = blank + 1;
        }
        page.find_copies();
        page
    }

    fn find_copies(&mut self) {
        let mut order: Vec<(u32, u32)> = self.rows.iter().enumerate().map(|(i, r)| (r.hash, i as u32)).collect();
        order.sort_unstable();
        for group in order.chunk_by(|a, b| a.0 == b.0) {
            for &(_, i) in group {
                let row = &mut self.rows[i as usize];
                row.copies = group.len() as u32;
                row.original = group[0].1 as usize;
            }
        }
    }

    /// Folded text of a row.
    pub(crate) fn folded(&self, row: &Row) -> &[u8] {
        self.folded.get(row.folded.range()).unwrap_or(&[])
    }

    /// Word hashes of a row.
    pub(crate) fn tokens(&self, row: &Row) -> &[u32] {
        self.tokens.get(row.tokens.range()).unwrap_or(&[])
    }
}

/// `s` folded as [`Page`] folds it.
pub(crate) fn fold(s: &str) -> Vec<u8> {
    let lines = lines(s);
    let mut page = Page::new(s, &lines);
    page.folded.pop();
    page.folded
}
