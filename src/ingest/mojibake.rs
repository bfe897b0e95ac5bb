//! UTF-8 that was read as Windows-1252 and saved again, once or twice: `Ã©` for
//! `é`. What is surely so is mended, and the text as it came is kept.
//!
//! Knows characters; has never heard of formats.

use super::raw::{Fields, RawDocument};
use crate::notice::Notice;
use crate::text::Span;
use crate::text::sanitise::sanitise;
use crate::words::msg;
use encoding_rs::WINDOWS_1252;

/// Characters that were read wrongly without which nothing is mended.
const ENOUGH: usize = 3;
/// How often a text is read wrongly at most.
const TIMES: usize = 2;

/// A text with what was read wrongly put right.
struct Mended {
    text: String,
    /// Where runs that were mended ended, in the text before and after.
    moved: Vec<(usize, usize)>,
    /// Runs that were put right.
    right: usize,
    /// Runs beyond ASCII that are no UTF-8 read wrongly.
    others: usize,
}

/// Mends a document where it is sure: most of what is not ASCII in it is UTF-8
/// read as Windows-1252.
pub(super) fn mend(raw: &mut RawDocument) {
    let mut count = 0;
    for _ in 0..TIMES {
        if raw.text.is_ascii() {
            return;
        }
        let mended = mended(&raw.text);
        if mended.right < ENOUGH || mended.right < 4 * mended.others {
            break;
        }
        count += mended.right;
        let (text, _) = sanitise(mended.text);
        for hint in &mut raw.hints {
            hint.span = Span::new(moved(&mended.moved, hint.span.start), moved(&mended.moved, hint.span.end));
        }
        let before = std::mem::replace(&mut raw.text, text);
        raw.original.get_or_insert(before);
        fields(&mut raw.fields);
    }
    if count > 0 {
        raw.notices.retain(|n| n.sentence.name() != MOJIBAKE);
        raw.notices.push(Notice::warning(raw.place.to_string(), msg::ingest_mojibake_mended(count)));
    }
}

/// The name of the sentence that says that a text was left as it is.
const MOJIBAKE: &str = "ingest-mojibake";

fn fields(fields: &mut Fields) {
    for list in [
        &mut fields.title,
        &mut fields.standfirst,
        &mut fields.source,
        &mut fields.author,
        &mut fields.published,
        &mut fields.updated,
    ] {
        for field in list.iter_mut().filter(|f| !f.value.is_ascii()) {
            let mended = mended(&field.value);
            if mended.others == 0 {
                field.value = mended.text;
            }
        }
    }
}

/// The place in the mended text of a place in the one before.
fn moved(ends: &[(usize, usize)], at: usize) -> usize {
    match ends.partition_point(|(before, _)| *before <= at).checked_sub(1) {
        Some(i) => ends[i].1 + (at - ends[i].0),
        None => at,
    }
}

fn mended(text: &str) -> Mended {
    let mut out = Mended { text: String::with_capacity(text.len()), moved: Vec::new(), right: 0, others: 0 };
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let plain = rest.bytes().position(|b| b >= 0x80).unwrap_or(rest.len());
        out.text.push_str(&rest[..plain]);
        at += plain;
        let rest = &text[at..];
        let run = rest.char_indices().find(|(_, c)| c.is_ascii()).map_or(rest.len(), |(i, _)| i);
        if run == 0 {
            break;
        }
        let (read, used) = run_read(&rest[..run], &rest[run..]);
        match read {
            Some(right) => {
                out.text.push_str(&right);
                out.right += 1;
                out.moved.push((at + used, out.text.len()));
            }
            None => {
                out.text.push_str(&rest[..run]);
                // A sign of typography alone is right in any text.
                out.others += usize::from(rest[..run].chars().any(char::is_alphabetic));
            }
        }
        at += used;
    }
    out
}

/// What a run of characters beyond ASCII was before it was read wrongly, and
/// how many bytes of the text it took.
fn run_read(run: &str, after: &str) -> (Option<String>, usize) {
    let mut bytes = Vec::with_capacity(run.len());
    for c in run.chars() {
        match u8::try_from(u32::from(c)) {
            Ok(byte @ 0xa0..) => bytes.push(byte),
            // Bytes that Windows-1252 does not have are kept as they are, or
            // came as a sign that stands for no character: the last byte of `”`.
            Ok(byte @ (0x81 | 0x8d | 0x8f | 0x90 | 0x9d)) => bytes.push(byte),
            _ if c == '\u{fffd}' => bytes.push(0x9d),
            _ => {
                let mut one = [0; 4];
                let (encoded, _, lost) = WINDOWS_1252.encode(c.encode_utf8(&mut one));
                match (&*encoded, lost) {
                    ([byte], false) => bytes.push(*byte),
                    _ => return (None, run.len()),
                }
            }
        }
    }
    if let Ok(right) = std::str::from_utf8(&bytes) {
        return (Some(right.to_owned()), run.len());
    }
    // `à` ends in a space that does not break, which many tools make a plain one.
    if bytes.last() == Some(&0xc3) && after.starts_with(' ') {
        bytes.push(0xa0);
        if let Ok(right) = std::str::from_utf8(&bytes) {
            let taken = usize::from(after.starts_with("  "));
            return (Some(right.to_owned()), run.len() + taken);
        }
    }
    (None, run.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::LineKind;
    use crate::ingest::{Field, Hint};

    const TEXT: &str = "Été à Gorzé : « le débat » a duré jusqu’à minuit.\n\nHélène Roz, œuvre “neuve”.";

    fn read_wrongly(text: &str) -> String {
        let bytes = text.as_bytes();
        bytes.iter().map(|&b| WINDOWS_1252.decode_without_bom_handling(&[b]).0.into_owned()).collect()
    }

    fn document(text: String) -> RawDocument {
        let start = text.find("\n\n").map_or(0, |i| i + 2);
        let span = Span::new(start, text.len());
        let title = Field { value: read_wrongly("Été"), rule: "x" };
        RawDocument {
            hints: vec![Hint { span, kind: LineKind::Body, rule: "x" }],
            fields: Fields { title: vec![title], ..Fields::default() },
            text: sanitise(text).0,
            ..RawDocument::default()
        }
    }

    #[test]
    fn what_was_read_wrongly_once_or_twice_is_mended_and_kept() {
        for text in [read_wrongly(TEXT), read_wrongly(&read_wrongly(TEXT.replace(['“', '”'], "'").as_str()))] {
            let mut raw = document(text);
            let came = raw.text.clone();
            mend(&mut raw);
            assert_eq!(raw.text.replace(['“', '”'], "'"), TEXT.replace(['“', '”'], "'"));
            assert_eq!(raw.original.as_deref(), Some(came.as_str()));
            assert!(raw.hints[0].span.of(&raw.text).starts_with("Hélène Roz"));
            assert_eq!(raw.notices.len(), 1);
        }
    }

    #[test]
    fn the_space_that_ends_a_letter_may_have_become_a_plain_one() {
        let mut raw = document("Ã‰tÃ© Ã  GorzÃ©, dÃ©bat Ã la mairie\n\nx".into());
        mend(&mut raw);
        assert_eq!(raw.text, "Été à Gorzé, débat à la mairie\n\nx");
    }

    #[test]
    fn a_text_that_is_right_or_mostly_right_is_left() {
        for text in [TEXT, "São Tomé, Ângela Ã", "On écrit « Ã© » et « Ã¨ » pour « é » et « è » — voilà, c’est tout."]
        {
            let mut raw = RawDocument { text: text.to_owned(), ..RawDocument::default() };
            mend(&mut raw);
            assert_eq!((raw.text.as_str(), raw.original, raw.notices.len()), (text, None, 0));
        }
    }
}
