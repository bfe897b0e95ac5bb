//! Rich text (RTF): its control words are taken out, its paragraphs read.
//!
//! Kept in one pass without recursion; pictures, tables of fonts and colours,
//! headers and footers are no text.

use super::format::{FileFormat, ReadAs};
use super::office::text::styled;
use super::raw::{Item, Options, Sink};
use super::records;
use super::records::layout::{Line, Styled};
use crate::corpus::{Place, SourceFormat};
use crate::notice::Notice;
use crate::words::msg;
use encoding_rs::Encoding;
use std::collections::HashMap;
use std::ops::ControlFlow;

/// Rich text as a format of files.
pub(super) const FORMAT: FileFormat = FileFormat {
    source: SourceFormat::Rtf,
    recognise: |head| head.text.starts_with(b"{\\rtf"),
    read: ReadAs::Bytes(read),
};

fn read(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let mut reader = RtfReader::new(bytes);
    reader.run();
    let open = reader.groups.len() + reader.deeper;
    let lines = reader.finish();
    if open > 0 {
        sink(Item::Notice(Notice::warning(place.to_string(), msg::INGEST_RTF_CUT)))?;
    }
    records::of_paragraphs(place, &lines, options, sink)
}

/// Groups inside groups beyond which their state is that of the last.
const DEPTH: usize = 500;

/// Bytes of the name of a style.
const STYLE_NAME: usize = 64;

/// Destinations that hold no text of the document.
const NO_TEXT: &[&[u8]] = &[
    b"fonttbl",
    b"colortbl",
    b"stylesheet",
    b"info",
    b"pict",
    b"object",
    b"header",
    b"headerl",
    b"headerr",
    b"headerf",
    b"footer",
    b"footerl",
    b"footerr",
    b"footerf",
    b"fldinst",
    b"themedata",
    b"datastore",
    b"listtable",
    b"generator",
    b"listoverridetable",
    b"rsidtbl",
    b"xmlnstbl",
    b"latentstyles",
    b"filetbl",
    b"revtbl",
    b"bkmkstart",
    b"bkmkend",
    b"xe",
    b"tc",
    b"private",
    b"nonshppict",
    b"shpinst",
    b"mmathPr",
    b"wgrffmtfilter",
    b"pgdsctbl",
    b"pntext",
];

/// What holds inside a group.
#[derive(Clone, Copy)]
struct GroupState {
    /// No text is taken.
    skip: bool,
    /// Inside the table of fonts.
    fonts: bool,
    /// Inside the table of styles.
    styles: bool,
    bold: bool,
    hidden: bool,
    /// Characters that stand for a `\u` where it is not understood.
    instead: usize,
    font: i32,
}

struct RtfReader<'b> {
    bytes: &'b [u8],
    at: usize,
    state: GroupState,
    groups: Vec<GroupState>,
    /// Groups too deep to be kept.
    deeper: usize,
    /// The encoding that the document names.
    page: &'static Encoding,
    /// The encodings of its fonts.
    fonts: HashMap<i32, &'static Encoding>,
    /// What the styles are called that are titles or headings.
    styles: HashMap<i32, Styled>,
    /// The style whose name is read, and the name.
    naming: (i32, String),
    /// The style of the paragraph.
    style: i32,
    /// Bytes of characters that are not decoded yet.
    pending: Vec<u8>,
    /// Half of a character in UTF-16.
    half: Option<u16>,
    text: String,
    letters: (usize, usize),
    lines: Vec<Line>,
}

impl<'b> RtfReader<'b> {
    fn new(bytes: &'b [u8]) -> Self {
        let state =
            GroupState { skip: false, fonts: false, styles: false, bold: false, hidden: false, instead: 1, font: -1 };
        Self {
            bytes,
            at: 0,
            state,
            groups: Vec::new(),
            deeper: 0,
            page: encoding_rs::WINDOWS_1252,
            fonts: HashMap::new(),
            styles: HashMap::new(),
            naming: (0, String::new()),
            style: 0,
            pending: Vec::new(),
            half: None,
            text: String::new(),
            letters: (0, 0),
            lines: Vec::new(),
        }
    }

    fn run(&mut self) {
        while let Some(&b) = self.bytes.get(self.at) {
            self.at += 1;
            match b {
                b'{' => self.open(),
                b'}' => self.close(),
                b'\\' => self.control(),
                b'\r' | b'\n' => {}
                _ => self.byte(b),
            }
            // Behind the last group nothing is text.
            if b == b'}' && self.groups.is_empty() && self.deeper == 0 {
                break;
            }
        }
    }

    fn finish(mut self) -> Vec<Line> {
        self.paragraph();
        self.lines
    }

    fn open(&mut self) {
        self.decode();
        if self.groups.len() < DEPTH { self.groups.push(self.state) } else { self.deeper += 1 }
    }

    fn close(&mut self) {
        self.decode();
        if self.state.styles {
            let (number, name) = std::mem::take(&mut self.naming);
            let styled = styled(name.trim_end_matches(';'));
            if styled != Styled::Text && self.styles.len() < DEPTH {
                self.styles.insert(number, styled);
            }
        }
        if self.deeper > 0 {
            self.deeper -= 1;
        } else if let Some(state) = self.groups.pop() {
            self.state = state;
        }
    }

    /// Reads what stands behind a backslash.
    fn control(&mut self) {
        let Some(&first) = self.bytes.get(self.at) else { return };
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            return self.symbol(first);
        }
        let word = self.run_of(u8::is_ascii_alphabetic);
        let negative = self.bytes.get(self.at) == Some(&b'-');
        let digits_at = self.at + usize::from(negative);
        let mut number = None;
        if self.bytes.get(digits_at).is_some_and(u8::is_ascii_digit) {
            self.at = digits_at;
            let digits = self.run_of(u8::is_ascii_digit);
            let value = digits.iter().take(9).fold(0_i32, |n, d| n.wrapping_mul(10).wrapping_add(i32::from(d - b'0')));
            number = Some(if negative { -value } else { value });
        }
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        self.word(word, number);
    }

    fn run_of(&mut self, of: impl Fn(&u8) -> bool) -> &'b [u8] {
        let rest = &self.bytes[self.at..];
        let end = rest.iter().position(|b| !of(b)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'\'' => {
                let hex = self.bytes.get(self.at..self.at + 2).and_then(|h| std::str::from_utf8(h).ok());
                if let Some(byte) = hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
                    self.at += 2;
                    self.byte(byte);
                }
            }
            b'*' => self.state.skip = true,
            b'~' => self.push('\u{a0}'),
            b'_' => self.push('\u{2011}'),
            b'\r' | b'\n' => self.paragraph(),
            b'\\' | b'{' | b'}' => self.byte(symbol),
            _ => {}
        }
    }

    fn word(&mut self, word: &[u8], number: Option<i32>) {
        let on = number != Some(0);
        match word {
            b"par" | b"sect" | b"page" | b"row" | b"column" => self.paragraph(),
            b"line" => self.paragraph(),
            b"tab" | b"cell" | b"nestcell" => self.push('\t'),
            b"emdash" => self.push('—'),
            b"endash" => self.push('–'),
            b"lquote" => self.push('‘'),
            b"rquote" => self.push('’'),
            b"ldblquote" => self.push('“'),
            b"rdblquote" => self.push('”'),
            b"bullet" => self.push('•'),
            b"emspace" | b"enspace" | b"qmspace" => self.push(' '),
            b"b" | b"v" | b"deleted" | b"plain" => {
                // What was read so far has the look that held until here.
                self.decode();
                match word {
                    b"b" => self.state.bold = on,
                    // What was taken out under revision is shown by no program.
                    b"v" | b"deleted" => self.state.hidden = on,
                    _ => (self.state.bold, self.state.hidden) = (false, false),
                }
            }
            b"uc" => self.state.instead = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(16),
            b"u" => self.unicode(number.unwrap_or(0)),
            b"ansicpg" | b"mac" => {
                self.decode();
                self.page = if word == b"mac" { encoding_rs::MACINTOSH } else { code_page(number.unwrap_or(0)) };
            }
            b"f" => {
                self.decode();
                self.state.font = number.unwrap_or(-1);
            }
            b"fcharset" if self.state.fonts => {
                if let Some(encoding) = charset(number.unwrap_or(0)) {
                    self.fonts.insert(self.state.font, encoding);
                }
            }
            b"s" if self.state.styles => self.naming.0 = number.unwrap_or(0),
            b"s" => self.style = number.unwrap_or(0),
            b"pard" => self.style = 0,
            b"bin" => self.at = self.at.saturating_add(usize::try_from(number.unwrap_or(0)).unwrap_or(0)),
            _ if NO_TEXT.contains(&word) => {
                self.state.skip = true;
                self.state.fonts = word == b"fonttbl";
                self.state.styles = word == b"stylesheet";
            }
            _ => {}
        }
    }

    /// A character by its number; what stands for it is passed over.
    fn unicode(&mut self, number: i32) {
        self.decode();
        let unit = (number & 0xffff) as u16;
        let pair = self.half.take().filter(|_| (0xdc00..0xe000).contains(&unit));
        if (0xd800..0xdc00).contains(&unit) {
            self.half = Some(unit);
        } else {
            let units: Vec<u16> = pair.into_iter().chain([unit]).collect();
            for c in char::decode_utf16(units) {
                self.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
            }
        }
        for _ in 0..self.state.instead {
            match self.bytes.get(self.at) {
                Some(b'\\') if self.bytes.get(self.at + 1) == Some(&b'\'') => self.at += 4,
                Some(b'\\' | b'{' | b'}') | None => break,
                Some(_) => self.at += 1,
            }
        }
    }

    fn byte(&mut self, byte: u8) {
        if self.state.styles && self.naming.1.len() < STYLE_NAME {
            self.naming.1.push(char::from(byte));
        } else if !self.state.skip && !self.state.hidden {
            self.pending.push(byte);
        }
    }

    /// Decodes the bytes read so far, in the encoding of their font.
    fn decode(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.pending);
        let encoding = self.fonts.get(&self.state.font).copied().unwrap_or(self.page);
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        self.letters.0 += letters;
        self.letters.1 += if self.state.bold { letters } else { 0 };
        self.text.push_str(&text);
    }

    fn push(&mut self, c: char) {
        self.decode();
        if !self.state.skip && !self.state.hidden {
            self.letters.0 += usize::from(c.is_alphanumeric());
            self.letters.1 += usize::from(c.is_alphanumeric() && self.state.bold);
            self.text.push(c);
        }
    }

    fn paragraph(&mut self) {
        self.decode();
        if self.state.skip {
            return;
        }
        let text = std::mem::take(&mut self.text);
        let (letters, bold) = std::mem::take(&mut self.letters);
        let text = text.trim();
        if !text.is_empty() {
            let styled = self.styles.get(&self.style).copied().unwrap_or_default();
            let strong = letters > 0 && letters == bold || styled != Styled::Text;
            self.lines.push(Line { text: text.to_owned(), strong, styled, ..Line::default() });
            self.lines.push(Line::default());
        }
    }
}

/// The encoding of a code page of Windows; Windows-1252 for those that nobody reads.
fn code_page(number: i32) -> &'static Encoding {
    let label = match number {
        10000 => "macintosh".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        65001 => "utf-8".to_owned(),
        874 | 1250..=1258 => format!("windows-{number}"),
        _ => return encoding_rs::WINDOWS_1252,
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252)
}

/// The encoding of the character set of a font; `None` where it is that of the document.
fn charset(number: i32) -> Option<&'static Encoding> {
    Some(code_page(match number {
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use crate::corpus::Place;
    use crate::ingest::read;

    #[test]
    fn control_words_are_taken_out_and_letters_of_any_code_page_read() {
        let rtf = b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset238 Times CE;}}{\\*\\generator X;}{\\info{\\title T}}\\f0 {\\b L'\\'e9clusier}\\par Il a dit \\ldblquote oui\\rdblquote\\~: {\\f1 \\'b3\\'f3d\\'9f}, \\u8364?120, \\u-10179?\\u-8704?.{\\v cach\\'e9}{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt la suite}}\\par}bruit";
        let got = read(&Place::file("a.rtf"), rtf);
        assert_eq!(got.notices, []);
        assert_eq!(got.documents[0].text, "L'éclusier\n\nIl a dit “oui”\u{a0}: łódź, €120, 😀.la suite");
    }

    #[test]
    fn letters_have_the_weight_that_held_where_they_stand() {
        let strong = |rtf: &[u8]| {
            let mut reader = super::RtfReader::new(rtf);
            reader.run();
            reader.finish().into_iter().filter(|l| !l.text.is_empty()).map(|l| l.strong).collect::<Vec<_>>()
        };
        assert_eq!(
            strong(b"{\\rtf1 \\b Titre\\b0\\par Corps\\b\\par \\plain\\b Deux\\plain\\par}"),
            [true, false, true]
        );
    }

    #[test]
    fn rich_text_that_breaks_off_gives_what_stands_before_and_says_so() {
        let got = read(&Place::file("a.rtf"), b"{\\rtf1 La digue tient.\\par {\\b Puis");
        assert_eq!(got.documents[0].text, "La digue tient.\n\nPuis");
        assert!(got.notices[0].to_string().contains("breaks off"), "{:?}", got.notices);
    }

    #[test]
    fn groups_nested_without_end_are_read_in_one_pass() {
        let rtf = format!("{{\\rtf1 {}Fond{}", "{".repeat(300_000), "}".repeat(300_001));
        let got = read(&Place::file("a.rtf"), rtf.as_bytes());
        assert_eq!(got.documents[0].text, "Fond");
        assert_eq!(got.notices, []);
    }
}
