//! Signs in brackets that WordPress and its extensions put among the words of a text and replace
//! when they show it: `[dropcap]M[/dropcap]`, `[contact_form]`, `[gallery ids="1,2"]`. An export
//! holds them as they were written.

use std::borrow::Cow;
use std::collections::HashSet;

/// Longest of them, and longest name of one.
const LONGEST: usize = 600;
const NAME: usize = 40;

/// Those of the program itself; others are told by how they are written.
const OWN: [&str; 6] = ["gallery", "playlist", "audio", "video", "embed", "caption"];

/// A sign in brackets.
struct Shortcode<'t> {
    name: &'t str,
    closes: bool,
    /// What stands between its name and its end.
    rest: &'t str,
    /// Bytes with its brackets.
    len: usize,
}

/// The sign that a text opens with.
fn shortcode(text: &str) -> Option<Shortcode<'_>> {
    let inner = text.strip_prefix('[')?;
    let end = inner.bytes().take(LONGEST).position(|b| matches!(b, b']' | b'[' | b'<'))?;
    // The end of a section of characters is none.
    if inner.as_bytes()[end] != b']' || inner.as_bytes().get(end + 1) == Some(&b']') {
        return None;
    }
    let said = &inner[..end];
    let bare = said.strip_prefix('/').unwrap_or(said);
    let letters = bare.bytes().take_while(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-'));
    let name = &bare[..letters.count()];
    let fits = (3..=NAME).contains(&name.len()) && name.starts_with(|c: char| c.is_ascii_lowercase());
    fits.then(|| Shortcode { name, closes: bare.len() < said.len(), rest: &bare[name.len()..], len: end + 2 })
}

/// A text without these signs; what stands between two of them stays. Words in brackets, such as
/// `[sic]`, are none.
pub(super) fn without(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut kept = 0;
    let closing = memchr::memmem::find_iter(text.as_bytes(), b"[/").filter_map(|at| shortcode(&text[at..]));
    let closed: HashSet<&str> = closing.map(|code| code.name).collect();
    for at in memchr::memchr_iter(b'[', text.as_bytes()) {
        if at < kept || text[..at].ends_with("<![CDATA") {
            continue;
        }
        let Some(code) = shortcode(&text[at..]) else { continue };
        let valued = code.rest.contains('=') && code.rest.starts_with(char::is_whitespace);
        let paired = closed.contains(code.name);
        let bare = code.rest.trim_matches(['/', ' ']).is_empty();
        // With a hyphen alone it may be a word that an editor put in: `[celui-ci]`.
        let own = OWN.contains(&code.name) || code.name.contains('_');
        if !(valued || bare && (code.closes || own || paired)) {
            continue;
        }
        out.push_str(&text[kept..at]);
        // The words below a picture are its legend.
        match (code.name, code.closes) {
            ("caption", false) => out.push_str("<figcaption>"),
            ("caption", true) => out.push_str("</figcaption>"),
            _ => {}
        }
        kept = at + code.len;
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[kept..]);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_for_a_program_go_and_words_in_brackets_stay() {
        for (text, told) in [
            ("[dropcap]L[/dropcap]e pont ferme.", "Le pont ferme."),
            ("Le pont.\n[contact_form]\nIl ferme.", "Le pont.\n\nIl ferme."),
            ("[gallery ids=\"1,2\" /]Le pont", "Le pont"),
            ("[caption id=\"a\"]<img/> Le pont[/caption]", "<figcaption><img/> Le pont</figcaption>"),
            ("Le pont [sic] ferme [ndlr] [1] [Le maire]", "Le pont [sic] ferme [ndlr] [1] [Le maire]"),
            ("« Avec [celui-ci], [vingt-cinq] arches »", "« Avec [celui-ci], [vingt-cinq] arches »"),
            ("Le pont [contact-form-7 id=\"4\"] ferme", "Le pont  ferme"),
            ("<x><![CDATA[sub_feature]]></x>", "<x><![CDATA[sub_feature]]></x>"),
        ] {
            assert_eq!(without(text), told);
        }
    }
}
