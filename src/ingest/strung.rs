//! Texts whose lines stand on one line, with a sign between them: programs that take
//! the text out of a page put a stroke, a point or a tab where an element ends, or write
//! the ends of lines in letters (`\n`).
//!
//! A sign becomes the end of a line, or a space where the sentence goes on behind it, as
//! around a link. Knows signs; has never heard of newspapers.

use crate::text::ending::is_closed;

/// Lines of such a text, and its least bytes.
const LINES: usize = 3;
const LEAST: usize = 300;
/// Signs from which they part lines, of which one stands for at most so many letters.
const SIGNS: usize = 8;
const APART: usize = 400;
/// Words of a piece that is a sentence, and how many of them make a text.
const PROSE: usize = 12;
const SENTENCES: usize = 2;
/// Signs that programs put between what they take out of a page.
const BETWEEN: [char; 9] = ['|', '¦', '\t', '•', '·', '§', '¶', '⏎', '␤'];
/// Spaces that stand for the end of a line.
const SPACES: usize = 3;

/// The text with its lines apart, each character in its place; `None` for any other.
pub(super) fn apart(text: &str) -> Option<String> {
    let text_lines = text.lines().filter(|l| !l.trim().is_empty()).take(LINES + 1).count();
    if text.len() < LEAST || text_lines > LINES {
        return None;
    }
    let letters = text.matches("\\n").count();
    let (sign, count) = BETWEEN.iter().map(|&c| (c, text.matches(c).count())).max_by_key(|(_, n)| *n)?;
    let gaps = text.split(&" ".repeat(SPACES)).filter(|piece| !piece.trim().is_empty()).count();
    let most = letters.max(count).max(gaps);
    if most < SIGNS || text.len() > APART * most {
        return None;
    }
    let out = match () {
        () if letters == most => parted(text, &|rest| if rest.starts_with("\\n") { 2 } else { 0 }),
        () if count == most => parted(text, &|rest| if rest.starts_with(sign) { sign.len_utf8() } else { 0 }),
        () => parted(text, &|rest| {
            let spaces = rest.bytes().take_while(|&b| b == b' ').count();
            if spaces >= SPACES { spaces } else { 0 }
        }),
    };
    let prose = |l: &&str| l.split_whitespace().count() >= PROSE && is_closed(l);
    (out.lines().filter(prose).count() >= SENTENCES).then_some(out)
}

/// The text with the ends of lines where `sign` says how many bytes one takes.
fn parted(text: &str, sign: &dyn Fn(&str) -> usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let bytes = sign(rest);
        if bytes == 0 {
            out.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let behind = &rest[bytes..];
        let end = if goes_on(&out, behind) { ' ' } else { '\n' };
        out.push(end);
        out.extend(rest[..bytes].chars().skip(1).map(|_| ' '));
        rest = behind;
    }
    out
}

/// True where a sentence goes on behind a sign.
fn goes_on(before: &str, behind: &str) -> bool {
    let before = before.trim_end_matches([' ', '\t']);
    let Some(next) = behind.trim_start().chars().next() else { return false };
    let open = before.ends_with([',', '(', '«', '“', '’', '\'']) || before.ends_with(|c: char| c.is_lowercase());
    let small = next.is_lowercase() || matches!(next, ',' | ';' | '.' | ')' | '»' | '”');
    let line = before.rsplit('\n').next().unwrap_or(before);
    let words = line.split_whitespace().count();
    !before.ends_with('\n') && (before.ends_with([',', '(']) && words > 3 || open && small || next == ',')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::squeezed;

    #[test]
    fn signs_between_elements_end_lines_and_those_around_a_link_do_not() {
        let text = "Accueil | Le Quai de Gorzé | Culture | Le pont de Gorzé ferme pour dix-huit mois | Par | Ana Roz | Le conseil a voté mardi la fermeture du pont, que des experts jugent dangereux depuis un an. | « Nous attendions ce vote depuis longtemps », dit la maire du bourg, | Léa Kim-Roz | , qui a signé l'arrêté dans la soirée. | Partager | À lire aussi";
        let out = apart(text).unwrap();
        assert_eq!(out.chars().count(), text.chars().count());
        let lines: Vec<String> = out.lines().map(squeezed).collect();
        assert!(lines.contains(&"Le pont de Gorzé ferme pour dix-huit mois".to_owned()), "{lines:?}");
        assert!(lines.iter().any(|l| l.contains("du bourg, Léa Kim-Roz , qui a signé")), "{lines:?}");
        assert_eq!(lines.last().map(String::as_str), Some("À lire aussi"));
        assert!(apart(&text.replace(" | ", "\\n")).unwrap().lines().count() > 6);
        assert!(apart(&text.replace(" | ", "    ")).unwrap().lines().count() > 6);
    }

    #[test]
    fn a_paragraph_and_a_row_of_a_table_stay_on_their_line() {
        let row = "x | y | z | ".repeat(40);
        assert!(apart(&row).is_none());
        assert!(apart(&"Le conseil a voté mardi la fermeture du pont. ".repeat(20)).is_none());
    }
}
