//! What the codes of a font mean, and how wide they are.

use super::table::weight;
use lopdf::{Dictionary, Document, Encoding, Object};
use std::collections::HashMap;

/// Bytes that the table of a font may unpack to.
const TABLE: usize = 4 << 20;
/// Widths of a font that are kept.
const WIDTHS: usize = 70_000;

/// A font.
pub(super) struct Font<'d> {
    encoding: Option<Encoding<'d>>,
    /// Bytes of a code.
    pub code: usize,
    widths: HashMap<u32, f64>,
    /// The width of all others, in thousandths.
    width: f64,
    pub bold: bool,
    /// What it cost to read it, in codes.
    pub cost: usize,
}

/// The object behind any references.
pub(super) fn found<'d>(document: &'d Document, dictionary: &'d Dictionary, key: &[u8]) -> Option<&'d Object> {
    dictionary.get_deref(key, document).ok()
}

/// A number of either kind.
pub(super) fn number(object: &Object) -> Option<f64> {
    match object {
        #[allow(clippy::cast_precision_loss, reason = "positions on a page are small")]
        Object::Integer(n) => Some(*n as f64),
        Object::Real(n) => Some(f64::from(*n)),
        _ => None,
    }
}

impl<'d> Font<'d> {
    /// Reads the dictionary of a font.
    pub(super) fn read(document: &'d Document, font: &'d Dictionary) -> Self {
        let composite = found(document, font, b"Subtype").and_then(|s| s.as_name().ok()) == Some(b"Type0");
        let name = found(document, font, b"BaseFont").and_then(|n| n.as_name().ok()).unwrap_or_default();
        let name = String::from_utf8_lossy(name).to_lowercase();
        let (encoding, table) = encoding(document, font);
        let mut this = Self {
            encoding,
            code: if composite { 2 } else { 1 },
            widths: HashMap::new(),
            width: 500.0,
            bold: ["bold", "black", "heavy", "semibold", "demi"].iter().any(|b| name.contains(b)),
            cost: table,
        };
        let inner = found(document, font, b"DescendantFonts")
            .and_then(|f| f.as_array().ok())
            .and_then(|f| f.first())
            .and_then(|f| document.dereference(f).ok())
            .and_then(|(_, f)| f.as_dict().ok());
        match inner {
            Some(inner) if composite => this.composite_widths(document, inner),
            _ => this.simple_widths(document, font),
        }
        this.cost += this.widths.len();
        this
    }

    fn simple_widths(&mut self, document: &Document, font: &Dictionary) {
        let first = found(document, font, b"FirstChar").and_then(number).unwrap_or(0.0).max(0.0) as u32;
        let widths = found(document, font, b"Widths").and_then(|w| w.as_array().ok());
        for (i, w) in widths.into_iter().flatten().take(256).enumerate() {
            if let Some(w) = document.dereference(w).ok().and_then(|(_, w)| number(w)) {
                self.widths.insert(first.saturating_add(i as u32), w);
            }
        }
    }

    fn composite_widths(&mut self, document: &Document, font: &Dictionary) {
        self.width = found(document, font, b"DW").and_then(number).unwrap_or(1000.0);
        let Some(list) = found(document, font, b"W").and_then(|w| w.as_array().ok()) else { return };
        // Codes count each time, since the same may be named again and again.
        let (mut at, mut left) = (0, WIDTHS);
        while at + 1 < list.len() && left > 0 {
            let Some(first) = number(&list[at]) else { return };
            match document.dereference(&list[at + 1]).map(|(_, o)| o) {
                Ok(Object::Array(widths)) => {
                    for (i, w) in widths.iter().take(left).enumerate() {
                        self.widths.extend(number(w).map(|w| ((first as u32).saturating_add(i as u32), w)));
                    }
                    left = left.saturating_sub(widths.len().max(1));
                    at += 2;
                }
                Ok(last) => {
                    let (Some(last), Some(w)) = (number(last), list.get(at + 2).and_then(number)) else { return };
                    let (first, last) = (first as u32, last as u32);
                    self.widths.extend((first..=last).take(left).map(|c| (c, w)));
                    left = left.saturating_sub((last.saturating_sub(first) as usize).saturating_add(1));
                    at += 3;
                }
                Err(_) => return,
            }
        }
    }

    /// The width of a code in thousandths.
    pub(super) fn width(&self, code: u32) -> f64 {
        self.widths.get(&code).copied().unwrap_or(self.width)
    }

    /// Adds what a code means.
    pub(super) fn say(&self, code: &[u8], out: &mut String) {
        let Some(encoding) = &self.encoding else { return };
        if let Ok(text) = encoding.bytes_to_string(code) {
            out.extend(text.chars().filter(|c| *c != '\0').flat_map(parted));
        }
    }
}

/// Letters that are printed as one sign.
fn parted(c: char) -> impl Iterator<Item = char> {
    let letters = match c {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        _ => "",
    };
    letters.chars().chain(letters.is_empty().then_some(c))
}

/// What the codes mean: as the font says for whoever copies its text, else by
/// the names of its letters. The number is what it cost to tell it, in codes.
fn encoding<'d>(document: &'d Document, font: &'d Dictionary) -> (Option<Encoding<'d>>, usize) {
    if !font.has(b"ToUnicode") {
        return (font.get_font_encoding_with_limit(document, TABLE).ok(), 0);
    }
    let table = found(document, font, b"ToUnicode").and_then(|t| t.as_stream().ok());
    let table = table.map(|t| t.get_plain_content_with_limit(TABLE).ok());
    let unpacked = table.as_ref().map_or(0, |t| t.as_ref().map_or(TABLE, Vec::len)) / 16;
    if let Some(codes) = table.flatten().and_then(|t| weight(&t)) {
        let mut only = font.clone();
        only.remove(b"Encoding");
        only.set("Type", Object::Name(b"Font".to_vec()));
        if let Ok(Encoding::UnicodeMapEncoding(map)) = only.get_font_encoding_with_limit(document, TABLE) {
            return (Some(Encoding::UnicodeMapEncoding(map)), codes + unpacked);
        }
    }
    // A table that may not be read is not read by way of the encoding either.
    let named = found(document, font, b"Encoding").filter(|e| !leads_to_table(document, e));
    (named.and_then(|_| font.get_font_encoding_with_limit(document, TABLE).ok()), unpacked)
}

/// True for an encoding whose codes mean what the table of the font says.
fn leads_to_table(document: &Document, encoding: &Object) -> bool {
    let name = match encoding {
        Object::Dictionary(d) => found(document, d, b"BaseEncoding").and_then(|n| n.as_name().ok()),
        other => other.as_name().ok(),
    };
    name.is_some_and(|n| n.starts_with(b"Identity"))
}
