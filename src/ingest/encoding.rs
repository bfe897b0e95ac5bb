//! Bytes become text: byte order marks, UTF-8, UTF-16, UTF-32, declared and
//! guessed legacy encodings, and files that mix two of them.
//!
//! Knows bytes; has never heard of formats or of news. What was done is said
//! in sentences, for a notice.

mod legacy;

use crate::words::{Message, msg};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

pub(super) use legacy::Legacy;

/// Bytes looked at to tell binary from text.
const LOOK: usize = 64 * 1024;

/// A decoded text and what was done to get it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decoded {
    /// The text, not yet sanitised.
    pub text: String,
    /// What was done, one sentence each; empty for plain UTF-8.
    pub said: Vec<Message>,
    /// True when characters may be wrong: guessed, mixed or damaged.
    pub doubtful: bool,
}

/// The encoding that a byte order mark or the pattern of zero bytes shows,
/// and the length of the mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// UTF-8 with a byte order mark.
    Utf8Mark,
    /// UTF-16, with or without a mark.
    Utf16 {
        /// Little or big endian.
        encoding: &'static Encoding,
        /// True when there is a byte order mark.
        marked: bool,
    },
    /// UTF-32 with a mark.
    Utf32 {
        /// True for little endian.
        little: bool,
    },
    /// Nothing of the kind.
    Bytes,
}

/// Looks at the first bytes only.
pub fn shape(head: &[u8]) -> Shape {
    match head {
        [0xff, 0xfe, 0, 0, ..] => Shape::Utf32 { little: true },
        [0, 0, 0xfe, 0xff, ..] => Shape::Utf32 { little: false },
        [0xef, 0xbb, 0xbf, ..] => Shape::Utf8Mark,
        [0xff, 0xfe, ..] => Shape::Utf16 { encoding: UTF_16LE, marked: true },
        [0xfe, 0xff, ..] => Shape::Utf16 { encoding: UTF_16BE, marked: true },
        _ => unmarked_utf16(head).map_or(Shape::Bytes, |encoding| Shape::Utf16 { encoding, marked: false }),
    }
}

/// UTF-16 without a mark: in Latin script nearly every second byte is zero,
/// always on the same side.
fn unmarked_utf16(head: &[u8]) -> Option<&'static Encoding> {
    let look = without_padding(&head[..head.len().min(4096)]);
    let pairs = look.len() / 2;
    if pairs < 4 {
        return None;
    }
    let (mut even, mut odd) = (0, 0);
    for p in look.chunks_exact(2) {
        even += usize::from(p[0] == 0);
        odd += usize::from(p[1] == 0);
    }
    match () {
        () if odd * 10 >= pairs * 7 && even * 20 <= pairs => Some(UTF_16LE),
        () if even * 10 >= pairs * 7 && odd * 20 <= pairs => Some(UTF_16BE),
        () => None,
    }
}

fn without_padding(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|&b| b != 0).map_or(0, |i| i + 1);
    // The high half of a last UTF-16 character may be zero itself.
    bytes.get(..(end + 1).min(bytes.len())).unwrap_or(bytes)
}

/// True when the bytes are no text in any encoding known here: zero bytes or
/// many control bytes in something that is not valid UTF-8, or mostly zeroes.
pub fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(LOOK)];
    if shape(head) != Shape::Bytes {
        return false;
    }
    let end = head.iter().rposition(|&b| b != 0).map_or(0, |i| i + 1);
    let head = &head[..end];
    if head.is_empty() {
        return !bytes.is_empty();
    }
    let zeroes = head.iter().filter(|&&b| b == 0).count();
    let valid = match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(e) => e.error_len().is_none(),
    };
    if valid {
        return zeroes * 4 > head.len();
    }
    let controls =
        head.iter().filter(|&&b| b < 0x20 && !matches!(b, b'\n' | b'\r' | b'\t' | 0x0c | 0x1b | 0x07 | 0x08)).count();
    controls * 50 > head.len() || zeroes * 100 > head.len()
}

/// The sign by which programs of DOS end a text.
const END_OF_FILE: u8 = 0x1a;

/// A text without the sign that ends it.
fn without_end_of_file(bytes: &[u8]) -> &[u8] {
    let filled = bytes.trim_ascii_end();
    let end = filled.iter().rposition(|b| *b != END_OF_FILE).map_or(0, |at| at + 1);
    if end < filled.len() { &filled[..end] } else { bytes }
}

/// Decodes a whole text. `declared` is what the format itself says, such as
/// the `charset` of a page; bytes that are plainly UTF-8 outrank it, because
/// saved pages often keep the declaration of the original.
pub fn decode(bytes: &[u8], declared: Option<&'static Encoding>) -> Decoded {
    let bytes = without_end_of_file(bytes);
    match shape(bytes) {
        Shape::Utf8Mark => {
            let mut d = decode(&bytes[3..], declared);
            d.said.insert(0, msg::INGEST_UTF8_MARK.into());
            d
        }
        Shape::Utf16 { encoding, marked } => {
            let (text, _, errors) = encoding.decode(bytes);
            let how = if marked { msg::INGEST_BY_MARK } else { msg::INGEST_BY_ZEROES };
            let mut said = vec![msg::ingest_decoded(encoding.name(), how)];
            if errors {
                said.push(msg::INGEST_UTF16_BROKEN.into());
            }
            Decoded { text: text.into_owned(), said, doubtful: errors || !marked }
        }
        Shape::Utf32 { little } => decode_utf32(bytes, little),
        Shape::Bytes => decode_bytes(bytes, declared),
    }
}

fn decode_utf32(bytes: &[u8], little: bool) -> Decoded {
    let mut broken = false;
    let text = bytes[4..]
        .chunks(4)
        .map(|c| {
            let c: [u8; 4] = c.try_into().unwrap_or([0xff; 4]);
            char::from_u32(if little { u32::from_le_bytes(c) } else { u32::from_be_bytes(c) }).unwrap_or_else(|| {
                broken = true;
                '\u{fffd}'
            })
        })
        .collect();
    let said = vec![msg::INGEST_UTF32.into()];
    Decoded { text, said, doubtful: broken }
}

fn decode_bytes(bytes: &[u8], declared: Option<&'static Encoding>) -> Decoded {
    let error = match std::str::from_utf8(bytes) {
        Ok(s) => return utf8(s.to_owned()),
        Err(e) => e,
    };
    let counts = Utf8Counts::of(bytes);
    if counts.broken == 1 && error.error_len().is_none() && (counts.multi > 0 || error.valid_up_to() > 0) {
        let mut d = utf8(String::from_utf8_lossy(bytes).into_owned());
        d.said.push(msg::INGEST_UTF8_CUT.into());
        d.doubtful = true;
        return d;
    }
    let declared = declared.filter(|e| *e != UTF_8 && e.is_ascii_compatible());
    // Valid multi-byte sequences hardly ever arise by chance in a legacy
    // encoding: a file that has them is UTF-8 with foreign stretches. They do in
    // one of two bytes a character, which no other text fits by chance.
    let fits = |e: &'static Encoding| !e.is_single_byte() && !e.decode_without_bom_handling(bytes).1;
    if counts.multi > 0 && counts.multi >= counts.broken && !declared.is_some_and(fits) {
        return mixed(bytes, counts.broken);
    }
    let encoding = declared.map_or_else(|| Legacy::guess(bytes), Legacy::Web);
    let (text, errors) = encoding.read(bytes);
    let how = if declared.is_some() { msg::INGEST_AS_DECLARED } else { msg::INGEST_AS_GUESSED };
    let mut said = vec![msg::ingest_not_utf8(encoding.name(), how)];
    if errors {
        said.push(msg::ingest_bytes_broken(encoding.name()));
    }
    Decoded { text, said, doubtful: errors || declared.is_none() }
}

fn utf8(text: String) -> Decoded {
    Decoded { text, ..Decoded::default() }
}

/// How much of a byte string is UTF-8.
#[derive(Default)]
struct Utf8Counts {
    /// Valid sequences of more than one byte.
    multi: usize,
    /// Runs of bytes that are not UTF-8.
    broken: usize,
}

impl Utf8Counts {
    fn of(bytes: &[u8]) -> Self {
        let mut counts = Self::default();
        let mut run = false;
        for chunk in bytes.utf8_chunks() {
            counts.multi += chunk.valid().bytes().filter(|&b| b >= 0xc2).count();
            // Neighbouring broken sequences are one run.
            run &= chunk.valid().is_empty();
            if !chunk.invalid().is_empty() {
                counts.broken += usize::from(!run);
                run = true;
            }
        }
        counts
    }
}

fn mixed(bytes: &[u8], broken: usize) -> Decoded {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
        }
    }
    Decoded { text, said: vec![msg::ingest_mixed(broken)], doubtful: true }
}

/// The encoding that a page or an XML file declares near its start: in its `meta`
/// elements, for a script states that of another file, else in its XML declaration.
pub fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = &head[..head.len().min(DECLARED_WITHIN)];
    let tag = |from: usize| {
        let tag = &head[from..head.len().min(from + TAG)];
        tag[..memchr::memchr(b'>', tag).unwrap_or(tag.len())].to_ascii_lowercase()
    };
    let begins = |from: &usize, name: &[u8]| {
        head.get(from + 1..from + 1 + name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name))
    };
    let mut tags = memchr::memchr_iter(b'<', head);
    let stated =
        tags.by_ref().filter(|from| begins(from, b"meta")).find_map(|from| label_after(&tag(from), b"charset"));
    stated.or_else(|| if begins(&0, b"?xml") { label_after(&tag(0), b"encoding") } else { None })
}

/// Bytes in which an encoding is declared, and those of one such element.
const DECLARED_WITHIN: usize = 64 << 10;
const TAG: usize = 1024;

/// The encoding that stands as the value of a word.
fn label_after(tag: &[u8], word: &[u8]) -> Option<&'static Encoding> {
    memchr::memmem::find_iter(tag, word).find_map(|at| {
        let rest = tag[at + word.len()..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        let in_label = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':' | b'.');
        let end = rest.iter().position(|b| !in_label(b)).unwrap_or(rest.len());
        Encoding::for_label(&rest[..end])
    })
}

/// `bytes` of a stream whose shape is not UTF-8, as UTF-8, chunk by chunk.
pub struct Transcoder<R> {
    inner: R,
    decoder: encoding_rs::Decoder,
    raw: Vec<u8>,
    out: Vec<u8>,
    at: usize,
    done: bool,
}

impl<R: std::io::Read> Transcoder<R> {
    /// Decodes with `encoding`; a byte order mark is taken off.
    pub fn new(inner: R, encoding: &'static Encoding) -> Self {
        Self {
            inner,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: vec![0; LOOK],
            out: Vec::new(),
            at: 0,
            done: false,
        }
    }
}

impl<R: std::io::Read> std::io::Read for Transcoder<R> {
    fn read(&mut self, buf: &mut [u8]) -> std::io::Result<usize> {
        use std::io::BufRead;
        let have = self.fill_buf()?;
        let n = have.len().min(buf.len());
        buf[..n].copy_from_slice(&have[..n]);
        self.consume(n);
        Ok(n)
    }
}

impl<R: std::io::Read> std::io::BufRead for Transcoder<R> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        while self.at >= self.out.len() && !self.done {
            let n = self.inner.read(&mut self.raw)?;
            self.done = n == 0;
            let mut text = String::with_capacity(self.decoder.max_utf8_buffer_length(n).unwrap_or(4 * LOOK).max(16));
            let _ = self.decoder.decode_to_string(&self.raw[..n], &mut text, self.done);
            self.out = text.into_bytes();
            self.at = 0;
        }
        Ok(&self.out[self.at..])
    }

    fn consume(&mut self, n: usize) {
        self.at = (self.at + n).min(self.out.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    const TEXT: &str = "Été à Gorzé : le débat a duré jusqu’à minuit, après trois heures de séance.";

    fn utf16(little: bool) -> Vec<u8> {
        TEXT.encode_utf16().flat_map(|u| if little { u.to_le_bytes() } else { u.to_be_bytes() }).collect()
    }

    #[test]
    fn plain_utf8_is_taken_as_it_is_and_nothing_is_said() {
        assert_eq!(decode(TEXT.as_bytes(), None), Decoded { text: TEXT.into(), ..Decoded::default() });
    }

    #[test]
    fn byte_order_marks_decide() {
        for (mark, bytes) in
            [(&b"\xef\xbb\xbf"[..], TEXT.as_bytes().to_vec()), (b"\xff\xfe", utf16(true)), (b"\xfe\xff", utf16(false))]
        {
            let d = decode(&[mark, &bytes].concat(), None);
            assert_eq!(d.text, TEXT);
            assert_eq!(d.said.len(), 1);
            assert!(!d.doubtful);
        }
    }

    #[test]
    fn utf16_without_a_mark_shows_by_its_zero_bytes() {
        for little in [true, false] {
            let d = decode(&utf16(little), None);
            assert_eq!(d.text, TEXT);
            assert!(d.doubtful && d.said[0].to_string().contains("guess"));
            assert!(!is_binary(&utf16(little)));
        }
    }

    #[test]
    fn legacy_bytes_are_guessed_and_said() {
        let (bytes, _, _) = WINDOWS_1252.encode(TEXT);
        let d = decode(&bytes, None);
        assert_eq!(d.text, TEXT);
        assert!(d.doubtful && d.said[0].to_string().contains("guess"), "{:?}", d.said);
        let d = decode(&bytes, declared(b"<meta charset='iso-8859-1'>"));
        assert_eq!(d.text, TEXT);
        assert!(!d.doubtful && d.said[0].to_string().contains("declares"), "{:?}", d.said);
    }

    #[test]
    fn what_a_script_declares_is_the_encoding_of_another_file() {
        let script = "<script src='a.js' charset='utf-8'></script>".repeat(200);
        let page = format!("<!doctype html><head>{script}<META content='text/html; CHARSET = windows-1251' x>");
        assert_eq!(declared(page.as_bytes()).map(Encoding::name), Some("windows-1251"));
        assert_eq!(declared(script.as_bytes()), None);
        assert_eq!(declared(b"<?xml version='1.0' encoding='koi8-r'?><a/>").map(Encoding::name), Some("KOI8-R"));
        assert_eq!(declared(b"<meta charset='none'><meta charset=utf-8").map(Encoding::name), Some("UTF-8"));
    }

    #[test]
    fn a_file_that_mixes_two_encodings_keeps_both() {
        let d = decode(&[TEXT.as_bytes(), b" apr\xe8s"].concat(), None);
        assert_eq!(d.text, format!("{TEXT} après"));
        assert!(d.said[0].to_string().contains("mixes"));
    }

    #[test]
    fn a_declared_encoding_of_two_bytes_that_fits_outranks_stretches_of_utf8() {
        let (bytes, ..) = encoding_rs::GBK.encode("一个约定，信守15年，感人至深；一段真情，延续15年，催人泪下。");
        let bytes = [&bytes[..], "é".repeat(40).as_bytes()].concat();
        assert!(decode(&bytes, None).said[0].to_string().contains("mixes"));
        let d = decode(&bytes, declared(b"<meta charset=gb2312>"));
        assert!(d.text.starts_with("一个约定，信守15年"), "{d:?}");
    }

    #[test]
    fn a_file_cut_inside_a_character_says_so() {
        let d = decode(&"séance levée à minui…".as_bytes()[..24], None);
        assert!(d.text.ends_with('\u{fffd}') && d.said[0].to_string().contains("cut off"), "{d:?}");
    }

    #[test]
    fn binary_is_told_from_text_with_control_bytes() {
        assert!(is_binary(&(0..=255).cycle().take(5000).collect::<Vec<u8>>()));
        assert!(is_binary(&[0; 64]));
        assert!(!is_binary(&[TEXT.as_bytes(), &[0; 1000]].concat()));
        assert!(!is_binary(&[&[7; 500], TEXT.as_bytes()].concat()));
    }

    #[test]
    fn a_stream_decodes_to_the_same_text() {
        let bytes = [&b"\xff\xfe"[..], &utf16(true).repeat(3000)].concat();
        let mut text = String::new();
        Transcoder::new(&bytes[..], UTF_16LE).read_to_string(&mut text).unwrap();
        assert_eq!(text, TEXT.repeat(3000));
    }
}
