//! The one sanitiser, applied to everything that comes from outside: texts,
//! titles, file names, messages of libraries.
//!
//! One scalar becomes one scalar, so offsets stay those of the file: control
//! characters become their pictures (U+2400 block), C1 controls become what
//! Windows-1252 has in their place (as HTML reads a reference to one, 13.2.5.80:
//! they are that encoding read as Latin-1), bidi controls and the interlinear
//! and tag blocks become U+FFFD, `\r\n` and `\n` stay, and of a run of combining or zero-width characters only the
//! first eight stay as they are (Trojan Source, CVE-2021-42574; CWE-150).

use unicode_normalization::char::is_combining_mark;

/// Marks that may follow one base character.
const MARKS_PER_BASE: usize = 8;

/// What Windows-1252 has from 0x80 on; U+FFFD where it has nothing.
const WINDOWS: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}', '\u{fffd}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
];

fn replacement(c: char, next: Option<char>) -> Option<char> {
    match c {
        '\n' | '\t' => None,
        '\r' if next == Some('\n') => None,
        '\r' => Some('\n'),
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + c as u32),
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}' => Some(WINDOWS[c as usize - 0x80]),
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some('\u{fffd}'),
        '\u{2028}' | '\u{2029}' => Some('\n'),
        '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => Some('\u{fffd}'),
        _ => None,
    }
}

fn is_zero_width(c: char) -> bool {
    is_combining_mark(c)
        || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}

/// `text` with every dangerous scalar replaced by one harmless scalar, and
/// how many were replaced. Idempotent.
pub fn sanitise(text: String) -> (String, usize) {
    let clean = text.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n' | b'\t'));
    if clean {
        return (text, 0);
    }
    let mut out = String::with_capacity(text.len());
    let (mut changed, mut marks) = (0, 0);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        marks = if is_zero_width(c) { marks + 1 } else { 0 };
        let new = if marks > MARKS_PER_BASE { Some('\u{fffd}') } else { replacement(c, chars.peek().copied()) };
        changed += usize::from(new.is_some_and(|n| n != c));
        if new == Some('\u{fffd}') {
            marks = marks.min(MARKS_PER_BASE);
        }
        out.push(new.unwrap_or(c));
    }
    (out, changed)
}

/// One line for the screen: sanitised, with line breaks and tabs as spaces.
pub fn one_line(s: &str) -> String {
    let (s, _) = sanitise(s.to_owned());
    s.chars().map(|c| if matches!(c, '\n' | '\t' | '\r') { ' ' } else { c }).collect()
}

/// A name of a file on one line: two names that differ only by what has no width
/// would look the same, so that it is marked. A joiner between two signs that are
/// no letters, as in an emoji of several, stays.
pub fn one_name(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    let mut before = None;
    let line = one_line(s);
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let sign = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && !c.is_alphanumeric() && !is_unseen(c));
        let joins = c == '\u{200d}' && sign(before) && sign(chars.peek().copied());
        out.push(if is_unseen(c) && !joins { '\u{fffd}' } else { c });
        before = Some(c);
    }
    out
}

/// True for characters that nobody sees.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}'
        | '\u{3164}' | '\u{feff}' | '\u{ffa0}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn escape_becomes_its_picture_and_offsets_stay() {
        let (s, n) = sanitise("a\u{1b}[31mb\u{202e}c\u{9b}d".into());
        assert_eq!(s, "a␛[31mb\u{fffd}c›d");
        assert_eq!(n, 3);
    }

    #[test]
    fn controls_that_latin_1_has_are_what_windows_1252_has_there() {
        assert_eq!(sanitise("l\u{92}\u{9c}uvre \u{96} 3 \u{80}\u{81}".into()).0, "l’œuvre – 3 €\u{fffd}");
    }

    #[test]
    fn what_has_no_width_is_marked_in_a_name_and_an_emoji_of_several_stays() {
        assert_eq!(one_name("a\u{200b}.txt"), "a\u{fffd}.txt");
        assert_eq!(one_name("a\u{200d}b\u{feff}\u{3164}"), "a\u{fffd}b\u{fffd}\u{fffd}");
        assert_eq!(one_name("👩\u{200d}👧 e\u{301}té.txt"), "👩\u{200d}👧 e\u{301}té.txt");
    }

    proptest! {
        #[test]
        fn nothing_dangerous_survives_and_one_scalar_stays_one(s in any::<String>()) {
            let (t, _) = sanitise(s.clone());
            prop_assert_eq!(s.chars().count(), t.chars().count());
            let dangerous = |c: char| (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            prop_assert!(!t.chars().any(dangerous));
            prop_assert!(!t.replace("\r\n", "\n").contains('\r'));
            prop_assert_eq!(sanitise(t.clone()), (t, 0));
        }
    }
}
