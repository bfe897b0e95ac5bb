//! UTF-8 that was read as Windows-1252 and saved again, once or twice (`Ã©` for
//! `é`), or as Macintosh or DOS (`√©`, `├®`). What is surely so is mended, and the text as it came is kept.
//!
//! Knows characters; has never heard of formats.

use super::encoding::Legacy;
use super::raw::{Fields, RawDocument};
use crate::notice::Notice;
use crate::text::Span;
use crate::text::sanitise::{one_line, sanitise};
use crate::words::msg;

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
/// read as another encoding.
pub(super) fn mend(raw: &mut RawDocument) {
    if raw.text.is_ascii() {
        return;
    }
    let (mut count, mut wrong) = (0, None);
    for _ in 0..TIMES {
        let sure = |m: &Mended| m.right >= ENOUGH && m.right >= 4 * m.others;
        // Most letters beyond ASCII begin with one byte in UTF-8; only what is read
        // as Windows-1252 is looked for without what that byte becomes.
        let possible = |how: Legacy| how == Legacy::mistaken()[0] || raw.text.contains(&how.decode(&[0xc3]));
        let read = |how: Legacy| {
            Some(how).filter(|h| possible(*h)).map(|how| (how, mended(&raw.text, how))).filter(|(_, m)| sure(m))
        };
        let mut ways = Legacy::mistaken().into_iter().filter(|how| wrong.is_none_or(|known| known == *how));
        let Some((how, mended)) = ways.find_map(read) else { break };
        wrong = Some(how);
        count += mended.right;
        for hint in &mut raw.hints {
            hint.span = Span::new(mended.place(hint.span.start), mended.place(hint.span.end));
        }
        let before = std::mem::replace(&mut raw.text, mended.text);
        raw.original.get_or_insert(before);
        fields(&mut raw.fields, how);
    }
    let left = if count == 0 { marks(&raw.text) } else { 0 };
    let said = match (wrong, left) {
        (Some(how), _) => msg::ingest_mojibake_mended(count, how.name()),
        (None, ENOUGH..) => msg::ingest_mojibake(left),
        _ => return,
    };
    raw.notices.push(Notice::warning(raw.place.to_string(), said));
}

/// Pairs that arise when UTF-8 was read as Windows-1252 and saved again.
fn marks(text: &str) -> usize {
    let mut before = ' ';
    let mut n = 0;
    for c in text.chars() {
        n += usize::from(match before {
            'Ã' => matches!(c, '\u{a0}'..='\u{bf}' | '‰' | '€' | '‡' | 'Š' | '“' | '”' | '™'),
            'â' => c == '€',
            'Â' => matches!(c, '«' | '»' | '\u{a0}' | '°' | '·'),
            _ => false,
        });
        before = c;
    }
    n
}

fn fields(fields: &mut Fields, how: Legacy) {
    for list in [
        &mut fields.title,
        &mut fields.standfirst,
        &mut fields.source,
        &mut fields.author,
        &mut fields.published,
        &mut fields.updated,
    ] {
        for field in list.iter_mut().filter(|f| !f.value.is_ascii()) {
            let mended = mended(&field.value, how);
            if mended.others == 0 {
                field.value = one_line(&mended.text);
            }
        }
    }
}

impl Mended {
    /// The place in the mended text of a place in the one before; inside what
    /// was mended, that of the character there.
    fn place(&self, at: usize) -> usize {
        let i = self.moved.partition_point(|(before, _)| *before <= at);
        let at = i.checked_sub(1).map_or(at, |i| self.moved[i].1 + (at - self.moved[i].0));
        let mut at = at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

fn mended(text: &str, how: Legacy) -> Mended {
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
        let (read, used) = run_read(&rest[..run], &rest[run..], how);
        match read {
            Some(right) => {
                // What was hidden in it may be no sign for a screen.
                out.text.push_str(&sanitise(right).0);
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
fn run_read(run: &str, after: &str, how: Legacy) -> (Option<String>, usize) {
    let windows = how == Legacy::mistaken()[0];
    let mut bytes = Vec::with_capacity(run.len());
    for c in run.chars() {
        match u8::try_from(u32::from(c)) {
            Ok(byte @ 0xa0..) if windows => bytes.push(byte),
            // Bytes that Windows-1252 does not have are kept as they are, or
            // came as a sign that stands for no character: the last byte of `”`.
            Ok(byte @ (0x81 | 0x8d | 0x8f | 0x90 | 0x9d)) if windows => bytes.push(byte),
            _ if windows && c == '\u{fffd}' => bytes.push(0x9d),
            _ => match how.byte(c) {
                Some(byte) => bytes.push(byte),
                None => return (None, run.len()),
            },
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

    use encoding_rs::WINDOWS_1252;

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
    fn what_was_read_as_latin_1_is_mended_too() {
        let latin = |text: &str| text.bytes().map(char::from).collect::<String>();
        for text in [latin(TEXT), latin(&latin(TEXT))] {
            let mut raw = document(text);
            mend(&mut raw);
            assert_eq!(raw.text, TEXT);
        }
    }

    #[test]
    fn what_was_read_as_macintosh_or_dos_is_mended_and_the_encoding_said() {
        for how in &Legacy::mistaken()[1..] {
            let text: String =
                TEXT.bytes().map(|b| if b < 0x80 { char::from(b).to_string() } else { how.decode(&[b]) }).collect();
            let mut raw = RawDocument { text, ..RawDocument::default() };
            mend(&mut raw);
            assert_eq!(raw.text, TEXT, "{}", how.name());
            assert!(raw.notices[0].to_string().contains(how.name()), "{:?}", raw.notices);
        }
    }

    #[test]
    fn the_space_that_ends_a_letter_may_have_become_a_plain_one() {
        let mut raw = document("Ã‰tÃ© Ã  GorzÃ©, dÃ©bat Ã la mairie\n\nx".into());
        mend(&mut raw);
        assert_eq!(raw.text, "Été à Gorzé, débat à la mairie\n\nx");
    }

    #[test]
    fn a_sign_that_a_screen_obeys_is_not_let_in_by_mending() {
        let text = "Été, déjà, né\u{9b}2J à l’été\u{202e}neuve";
        let mut raw = document(read_wrongly(text));
        raw.fields.title[0].value = read_wrongly(text);
        raw.hints[0].span = Span::new(0, raw.text.len());
        mend(&mut raw);
        let shown = "Été, déjà, né›2J à l’été\u{fffd}neuve";
        assert_eq!((raw.text.as_str(), raw.fields.title[0].value.as_str()), (shown, shown));
        assert_eq!(raw.hints[0].span.of(&raw.text), shown);
    }

    #[test]
    fn what_is_not_surely_mended_is_left_and_said_once() {
        let text = "Ã© Ã© Ã© São São São Ângela, été, né";
        let mut raw = RawDocument { text: text.to_owned(), ..RawDocument::default() };
        mend(&mut raw);
        let said: Vec<&str> = raw.notices.iter().map(|n| n.sentence.name()).collect();
        assert_eq!((raw.text.as_str(), said), (text, vec!["ingest-mojibake"]));
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
