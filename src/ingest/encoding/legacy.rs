//! Encodings of one byte a character, told by the letters that they give: old
//! French files of Macintosh and DOS look like Windows-1252 to a detector that
//! does not know them.
//!
//! Knows bytes and letters; has never heard of formats.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};
use std::sync::LazyLock;

/// Bytes by which an encoding is told.
const LOOK: usize = 1 << 20;
/// Bytes above ASCII without which the detector alone is asked.
const ENOUGH: i32 = 4;

/// Upper halves of the code pages that no browser has.
static CP850: LazyLock<Vec<char>> = LazyLock::new(|| {
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}".chars().collect()
});
static CP437: LazyLock<Vec<char>> = LazyLock::new(|| {
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}".chars().collect()
});

/// An encoding in which bytes that are not UTF-8 are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum Legacy {
    /// One that browsers have.
    Web(&'static Encoding),
    /// A code page of DOS: its name and its upper half.
    Dos(&'static str, &'static [char]),
}

impl Legacy {
    /// The encoding of bytes that are not UTF-8.
    pub(in crate::ingest) fn guess(bytes: &[u8]) -> Self {
        let bytes = &bytes[..bytes.len().min(LOOK)];
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        // The domain only decides between guesses that are equally likely.
        let detected = Self::Web(detector.guess(Some(b"fr"), Utf8Detection::Deny));
        let windows = score(bytes, Self::Web(WINDOWS_1252));
        let old = [Self::Web(MACINTOSH), Self::Dos("IBM850", &CP850), Self::Dos("IBM437", &CP437)];
        // Of two that read the text alike the first is named.
        let best = old.into_iter().map(|e| (score(bytes, e), e)).reduce(|a, b| if b.0.sum > a.0.sum { b } else { a });
        match best {
            Some((s, e)) if s.count >= ENOUGH && s.sum >= s.count && s.sum > windows.sum + s.count => e,
            _ => detected,
        }
    }

    /// The encodings as which UTF-8 is read by mistake, the commonest first.
    pub(in crate::ingest) fn mistaken() -> [Self; 3] {
        [Self::Web(WINDOWS_1252), Self::Web(MACINTOSH), Self::Dos("IBM850", &CP850)]
    }

    /// The byte of a character beyond ASCII, where it has one.
    pub(in crate::ingest) fn byte(self, c: char) -> Option<u8> {
        match self {
            Self::Web(encoding) => {
                let mut one = [0; 4];
                let (encoded, _, lost) = encoding.encode(c.encode_utf8(&mut one));
                match (&*encoded, lost) {
                    ([byte], false) => Some(*byte),
                    _ => None,
                }
            }
            Self::Dos(_, upper) => upper.iter().position(|u| *u == c).and_then(|i| u8::try_from(i + 0x80).ok()),
        }
    }

    /// Its name.
    pub(in crate::ingest) fn name(self) -> &'static str {
        match self {
            Self::Web(encoding) => encoding.name(),
            Self::Dos(name, _) => name,
        }
    }

    /// Bytes of it as text, and whether some were none of it.
    pub(in crate::ingest) fn read(self, bytes: &[u8]) -> (String, bool) {
        match self {
            Self::Web(encoding) => {
                let (text, broken) = encoding.decode_without_bom_handling(bytes);
                (text.into_owned(), broken)
            }
            Self::Dos(_, upper) => {
                let one = |&b: &u8| if b < 0x80 { char::from(b) } else { upper[usize::from(b - 0x80)] };
                (bytes.iter().map(one).collect(), false)
            }
        }
    }

    /// Bytes of it as text.
    pub(in crate::ingest) fn decode(self, bytes: &[u8]) -> String {
        self.read(bytes).0
    }

    /// What its upper half stands for.
    fn upper(self) -> Vec<char> {
        (0x80..=0xff_u8).map(|b| self.decode(&[b]).chars().next().unwrap_or('\u{fffd}')).collect()
    }
}

/// How well an encoding makes words of bytes.
#[derive(Clone, Copy, Debug)]
struct Score {
    sum: i32,
    /// Bytes above ASCII.
    count: i32,
}

/// Letters of the west of Europe where they can stand are weighed up, signs
/// inside words and two such letters in a row down.
fn score(bytes: &[u8], encoding: Legacy) -> Score {
    let upper = encoding.upper();
    let read = |i: usize| match bytes.get(i) {
        Some(&b) if b >= 0x80 => upper[usize::from(b - 0x80)],
        Some(&b) => char::from(b),
        None => ' ',
    };
    let mut score = Score { sum: 0, count: 0 };
    for i in (0..bytes.len()).filter(|&i| bytes[i] >= 0x80) {
        score.count += 1;
        let before = if i == 0 { ' ' } else { read(i - 1) };
        score.sum += weight(before, read(i), read(i + 1));
        if i > 0 && bytes[i - 1] >= 0x80 && before.is_alphabetic() && read(i).is_alphabetic() {
            score.sum -= 2;
        }
    }
    score
}

fn weight(before: char, c: char, after: char) -> i32 {
    let in_word = before.is_alphabetic() || after.is_alphabetic();
    let opens = !before.is_alphanumeric();
    match c {
        'é' if in_word => 4,
        'è' | 'à' | 'ê' | 'ç' | 'î' | 'ô' | 'û' | 'ù' | 'â' | 'ü' | 'ö' | 'ä' if in_word => 3,
        'à' => 3,
        'ï' | 'ë' | 'ß' | 'ñ' | 'ó' | 'í' | 'á' | 'ú' | 'œ' | 'æ' if in_word => 2,
        'É' | 'À' | 'È' | 'Ê' | 'Ç' | 'Î' | 'Ô' | 'Ü' | 'Ö' | 'Ä' | 'Œ' if !before.is_lowercase() => 2,
        '«' if opens => 2,
        '»' if !after.is_alphanumeric() => 2,
        '’' | '‘' if in_word => 2,
        '“' if opens => 1,
        '”' if !after.is_alphanumeric() => 1,
        // Lines and corners of a drawn box stand beside others and beside nothing.
        '\u{2500}'..='\u{259f}' if !before.is_alphanumeric() && !after.is_alphanumeric() => 1,
        '–' | '—' | '…' | '\u{a0}' | '°' | '€' => 1,
        c if c.is_control() || c == '\u{fffd}' => -4,
        c if c.is_alphabetic() => -2,
        _ => -3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Été à Gorzé : « le débat a duré », a déclaré la maire, Hélène Roz, après trois heures. Coût : où ça ?";

    fn dos(upper: &[char]) -> Vec<u8> {
        let byte = |c: char| match c {
            c if c.is_ascii() => c as u8,
            c => upper.iter().position(|u| *u == c).map_or(b'?', |i| i as u8 + 0x80),
        };
        TEXT.chars().map(byte).collect()
    }

    fn mac() -> Vec<u8> {
        let upper = Legacy::Web(MACINTOSH).upper();
        let byte = |c: char| match c {
            c if c.is_ascii() => c as u8,
            c => upper.iter().position(|u| *u == c).map_or(b'?', |i| i as u8 + 0x80),
        };
        TEXT.chars().map(byte).collect()
    }

    #[test]
    fn old_encodings_are_told_by_their_letters() {
        assert_eq!(
            (Legacy::guess(&mac()).name(), Legacy::guess(&mac()).decode(&mac())),
            ("macintosh", TEXT.to_owned())
        );
        for upper in [&CP850, &CP437] {
            let bytes = dos(upper);
            assert_eq!(Legacy::guess(&bytes).decode(&bytes), TEXT);
        }
    }

    #[test]
    fn a_screen_with_a_drawn_box_is_of_dos() {
        let box_of = |upper: &[char]| {
            let line: String = "═".repeat(60);
            let text =
                format!("╔{line}╗\r\n║ QUAI  -  05/03/1994 ║\r\n╚{line}╝\r\n\r\nLa maire a été réélue à Gorzé.\r\n");
            let byte = |c: char| match c {
                c if c.is_ascii() => c as u8,
                c => upper.iter().position(|u| *u == c).map_or(b'?', |i| i as u8 + 0x80),
            };
            text.chars().map(byte).collect::<Vec<u8>>()
        };
        for upper in [&CP850, &CP437] {
            let bytes = box_of(upper);
            assert!(Legacy::guess(&bytes).decode(&bytes).contains("La maire a été réélue à Gorzé."));
        }
    }

    #[test]
    fn what_windows_writes_stays_what_it_is() {
        for text in [
            TEXT,
            "Über die Brücke: „schön“ – größer, für Städte.",
            "El niño cruzó el río; ¿qué pasó?",
            "Привет, это обычный русский текст про мост.",
            "Zażółć gęślą jaźń w ulewny dzień",
        ] {
            for encoding in [WINDOWS_1252, encoding_rs::WINDOWS_1251, encoding_rs::WINDOWS_1250] {
                let (bytes, _, lost) = encoding.encode(text);
                if !lost {
                    let guessed = Legacy::guess(&bytes);
                    assert!(matches!(guessed, Legacy::Web(e) if e != MACINTOSH), "{text}: {guessed:?}");
                }
            }
        }
    }
}
