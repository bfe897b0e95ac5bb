//! Characters that a text writes by their names or numbers, as markup does: `&eacute;`.

use super::html::inline::inline_text;
use crate::text::Span;

/// Bytes of a text in which a character reference is looked for.
const LOOK: usize = 64 * 1024;
/// Longest name of a character, with its signs.
const REFERENCE: usize = 34;

/// The character references of a text, with what they stand for: `&eacute;`.
fn references(text: &str) -> impl Iterator<Item = (Span, String)> + '_ {
    let at = memchr::memchr_iter(b'&', text.as_bytes());
    at.filter_map(|start| {
        let rest = &text.as_bytes()[start + 1..];
        let end = rest.iter().take(REFERENCE).position(|b| !(b.is_ascii_alphanumeric() || *b == b'#'))?;
        let name = (end > 0 && rest[end] == b';').then(|| Span::new(start, start + end + 2))?;
        let read = inline_text(name.of(text));
        (read != name.of(text)).then_some((name, read))
    })
}

/// True for a text without tags that still writes characters by their names.
pub(super) fn has_references(text: &str) -> bool {
    let mut end = text.len().min(LOOK);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    references(&text[..end]).next().is_some()
}

/// The text with the characters that its references name.
pub(super) fn without_references(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (span, read) in references(text) {
        out.push_str(&text[at..span.start]);
        // A space that does not break is white space to a page.
        out.push_str(if read.is_empty() { " " } else { &read });
        at = span.end;
    }
    out.push_str(&text[at..]);
    out
}

/// Letters written by name in a text from which it comes from markup.
const REFERENCES: usize = 4;
/// Letters of the longest such name.
const NAME: usize = 8;

/// True for a text without tags whose letters are written as in markup: `d&eacute;m&eacute;nage`.
pub(super) fn is_referenced(text: &str) -> bool {
    let named = |at: usize| {
        let rest = &text.as_bytes()[at + 1..];
        let name = rest.iter().take(NAME + 1).take_while(|b| b.is_ascii_alphanumeric() || **b == b'#').count();
        (2..=NAME).contains(&name) && rest.get(name) == Some(&b';')
    };
    memchr::memchr_iter(b'&', text.as_bytes()).filter(|&at| named(at)).nth(REFERENCES - 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_from_markup_is_told_by_several_letters_written_by_their_names() {
        assert!(is_referenced("Le d&eacute;m&eacute;nage&#109;ent &agrave; l&rsquo;aube"));
        assert!(!is_referenced("Roz & Kim; Dupont & fils; a &amp; b"));
        assert_eq!(without_references("d&eacute;j&agrave;"), "déjà");
    }
}
