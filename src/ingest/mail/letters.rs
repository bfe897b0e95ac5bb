//! The letters of a message where it does not say how they are written: a head
//! in bytes of an old encoding, a text without a charset; and texts whose lines
//! were broken to be joined again (RFC 3676).

use crate::ingest::desk_words::{DeskWord, desk_words};
use crate::ingest::encoding;
use crate::ingest::people::{is_paper, is_person};
use mail_parser::{Encoding, Message, MessagePart, MimeHeaders};
use std::borrow::Cow;

/// The bytes of a message with a head in UTF-8: one in an old encoding is
/// decoded by a guess from its bytes.
pub(super) fn with_readable_head(bytes: &[u8]) -> Cow<'_, [u8]> {
    let end = [&b"\n\n"[..], b"\r\n\r\n"].iter().filter_map(|blank| memchr::memmem::find(bytes, blank)).min();
    let (head, rest) = bytes.split_at(end.unwrap_or(bytes.len()));
    if std::str::from_utf8(head).is_ok() {
        return Cow::Borrowed(bytes);
    }
    Cow::Owned([encoding::decode(head, None).text.as_bytes(), rest].concat())
}

/// A text of a message as its author wrote it.
pub(super) fn text_of<'m>(message: &'m Message<'_>, part: &'m MessagePart<'_>, text: &'m str) -> Cow<'m, str> {
    let kind = part.content_type();
    let stated = |name: &str| kind.and_then(|k| k.attribute(name)).unwrap_or_default();
    let bytes = message.raw_message.get(part.offset_body as usize..part.offset_end as usize);
    // Bytes that are no UTF-8 in a part that names no charset are guessed.
    let guessed = text.contains('\u{fffd}') && part.encoding == Encoding::None && stated("charset").is_empty();
    let text = match bytes.filter(|_| guessed) {
        Some(bytes) => Cow::Owned(encoding::decode(bytes, None).text),
        None => Cow::Borrowed(text),
    };
    match stated("format").eq_ignore_ascii_case("flowed") {
        true => Cow::Owned(unbroken(&text, stated("delsp").eq_ignore_ascii_case("yes"))),
        false => text,
    }
}

/// A text whose lines end with a space where they go on in the next; `delete`
/// tells that this space is none of the text.
fn unbroken(text: &str, delete: bool) -> String {
    let mut out = String::with_capacity(text.len());
    // How deep the line is quoted that goes on.
    let mut open: Option<usize> = None;
    for line in text.lines() {
        let depth = line.bytes().take_while(|b| *b == b'>').count();
        let rest = line[depth..].strip_prefix(' ').unwrap_or(&line[depth..]);
        let goes_on = rest.ends_with(' ') && rest != "-- ";
        if open != Some(depth) {
            if open.is_some() {
                out.push('\n');
            }
            out.push_str(&line[..depth]);
            if depth > 0 {
                out.push(' ');
            }
        }
        out.push_str(if goes_on && delete { &rest[..rest.len() - 1] } else { rest });
        open = goes_on.then_some(depth);
        if !goes_on {
            out.push('\n');
        }
    }
    if open.is_some() {
        out.push('\n');
    }
    out
}

/// Lines of the longest signature.
const SIGNATURE: usize = 12;

/// Where the signature of a message begins: two dashes on a line of their own near its end
/// part it from the text (RFC 3676, section 4.3).
pub(super) fn signature(text: &str) -> Option<usize> {
    let mut end = text.trim_end().len();
    for _ in 0..=SIGNATURE {
        let from = text[..end].rfind('\n').map_or(0, |at| at + 1);
        let line = text[from..end].trim_end();
        if line == "--" {
            return (from > 0).then_some(from);
        }
        end = from.checked_sub(1)?;
    }
    None
}

/// Signs between a person and the letter that the person sends.
const SIGNS: [&str; 3] = [" | ", " – ", " - "];

/// Who writes and the paper, in the name of a sender: `Ana Roz from Le Quai`.
pub(super) fn author_and_paper(name: &str) -> Option<(&str, &str)> {
    let worded = desk_words(DeskWord::Sends).iter().find_map(|word| name.split_once(&format!(" {word} ")));
    let parted = worded.or_else(|| SIGNS.iter().find_map(|sign| name.split_once(sign)));
    // `Le Carnet du Quai` is written like a person.
    let other = |paper: &str| !is_person(paper) || is_paper(paper, true);
    parted
        .map(|(person, paper)| (person.trim(), paper.trim()))
        .filter(|(person, _)| is_person(person) && !is_paper(person, false))
        .filter(|(_, paper)| other(paper) && paper.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_go_on_are_joined_at_their_own_depth_and_a_signature_stays_apart() {
        let text = "Le pont \nest fermé.\n\n> La digue \n> tient.\n> \n>> Oui \nNon.\n-- \nAna\n";
        assert_eq!(unbroken(text, false), "Le pont est fermé.\n\n> La digue tient.\n> \n>> Oui \nNon.\n-- \nAna\n");
        assert_eq!(unbroken("Le po \nnt.\n", true), "Le pont.\n");
    }

    #[test]
    fn who_writes_is_parted_from_the_letter() {
        for sender in ["Ana Roz from Le Carnet du Quai", "Ana Roz de chez Le Quai", "Ana Roz | Le Carnet du Quai"] {
            assert_eq!(author_and_paper(sender).map(|parted| parted.0), Some("Ana Roz"), "{sender}");
        }
        for sender in ["Ana Roz", "Le Quai - La Vigie", "Ana Roz | Léo Kim"] {
            assert_eq!(author_and_paper(sender), None, "{sender}");
        }
    }

    #[test]
    fn a_head_in_an_old_encoding_is_decoded_and_the_rest_stays() {
        let head = "From: R\u{e9}daction <r@q.example>\nSubject: Le pont ferm\u{e9}";
        let bytes: Vec<u8> = head.chars().map(|c| c as u8).chain(*b"\n\n\xe9t\xe9").collect();
        let read = with_readable_head(&bytes);
        assert!(read.starts_with("From: Rédaction".as_bytes()) && read.ends_with(b"\n\n\xe9t\xe9"));
    }
}
