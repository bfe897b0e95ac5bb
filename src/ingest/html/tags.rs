//! Tags of a size that a tokeniser can take: html5gum goes one call deeper for
//! each attribute of a tag, so that one of very many ends the program.

use std::borrow::Cow;

/// Attributes of a tag that are read.
const ATTRIBUTES: usize = 100;

/// The page without the attributes of a tag beyond those that are read.
pub(super) fn bounded(html: &str) -> Cow<'_, str> {
    let bytes = html.as_bytes();
    let (mut out, mut kept, mut at) = (String::new(), 0, 0);
    while let Some(sign) = memchr::memchr(b'<', &bytes[at..]) {
        let start = at + sign;
        let named = bytes.get(start + 1).is_some_and(|b| b.is_ascii_alphabetic() || *b == b'/');
        if !named {
            at = start + 1;
            continue;
        }
        let tag = Tag::of(bytes, start + 1);
        if let Some(cut) = tag.cut {
            out.push_str(&html[kept..cut]);
            kept = tag.end;
        }
        at = tag.end.max(start + 1);
    }
    if kept == 0 {
        return html.into();
    }
    out.push_str(&html[kept..]);
    out.into()
}

/// A tag: where it ends, and where the first attribute too many begins.
struct Tag {
    end: usize,
    cut: Option<usize>,
}

impl Tag {
    /// The tag whose name begins at a place.
    fn of(bytes: &[u8], from: usize) -> Self {
        // A quotation mark opens a value behind an equals sign and nowhere else.
        let (mut count, mut cut, mut inside, mut equals) = (0, None, false, false);
        let mut i = from;
        while let Some(&b) = bytes.get(i) {
            match b {
                b'>' => break,
                b'"' | b'\'' if equals => {
                    let close = memchr::memchr(b, &bytes[i + 1..]);
                    i = close.map_or(bytes.len(), |n| i + 1 + n);
                    (inside, equals) = (false, false);
                }
                b'=' => (inside, equals) = (true, true),
                b' ' | b'\t' | b'\n' | b'\r' | 0x0c | b'/' => inside = false,
                _ if !inside => {
                    // What follows an equals sign is the value of the same one.
                    count += usize::from(!equals);
                    (inside, equals) = (true, false);
                    if count > ATTRIBUTES && cut.is_none() {
                        cut = Some(i);
                    }
                }
                _ => equals = false,
            }
            i += 1;
        }
        Self { end: i.min(bytes.len()), cut }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_beyond_those_that_are_read_are_left_out_and_nothing_else() {
        let prose = format!("<p l'eau>{}l'eau <b>b</b>", "des mots sans fin ".repeat(80));
        assert_eq!(bounded(&prose), prose);
        let page = "<p class=\"a b > c\">Un <b>deux</b> < trois</p><img src='x' alt=\"é\"/>";
        assert_eq!(bounded(page), page);
        let many: String = (0..100_000).map(|i| format!(" é{i}=\"v\"")).collect();
        let cut = bounded(&format!("<p{many}>Un texte.</p>")).into_owned();
        assert!(
            cut.starts_with("<p é0=\"v\"") && cut.ends_with(">Un texte.</p>") && cut.len() < 2_000,
            "{}",
            cut.len()
        );
        let never = format!("<p{many}");
        assert!(bounded(&never).len() < 2_000);
    }
}
