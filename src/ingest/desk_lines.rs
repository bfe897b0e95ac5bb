//! Lines that desks and their programs leave among the paragraphs of a report: initials
//! of who wrote and read it, who worked on it, the place of a picture that is not there,
//! the code of what a page embeds.
//!
//! Knows lines; has never heard of the formats in which they stand.

use super::desk_words::{DeskWord, desk_words, is_desk_word};
use super::html::inline::inline_text;
use super::named_characters::{has_references, without_references};
use crate::corpus::LineKind;
use crate::text::ending::is_closed_or_goes_on;
use crate::text::fold;
use std::ops::Range;

/// Bytes of the longest signature, and letters of one name in it.
const SIGNATURE: usize = 40;
const INITIALS: std::ops::RangeInclusive<usize> = 1..=5;
/// Letters of initials that stand alone.
const ALONE: std::ops::RangeInclusive<usize> = 2..=4;
/// Words of the longest note in brackets, and bytes of what a page embeds.
const NOTE: usize = 10;
const EMBEDDED: usize = 20_000;
/// Bytes of the longest line of who worked on a report.
const CREDIT: usize = 240;
/// Paragraphs at the end of a report among which it is signed.
const END: usize = 3;

/// What a paragraph is, if it is none of the text, wherever it stands.
pub(super) fn anywhere(text: &str) -> Option<(LineKind, &'static str)> {
    let text = text.trim();
    if is_embedded(text) {
        return Some((LineKind::Code, "desk.embed"));
    }
    is_placeholder(text).then_some((LineKind::Notice, "desk.picture"))
}

/// Labels the last paragraphs of a report that sign it. `of` tells the kind and the text
/// of one, `set` what it is to be.
pub(super) fn sign<T>(
    paragraphs: &mut [T],
    of: impl Fn(&T) -> (LineKind, &str),
    set: impl Fn(&mut T, LineKind, &'static str),
) {
    let body = |p: &T| of(p).0 == LineKind::Body;
    let texts = paragraphs.iter().filter(|p| body(p)).count();
    let ruled = below_rule(paragraphs, &of);
    for i in ruled.clone() {
        if of(&paragraphs[i]).0 == LineKind::Body && ruled.start > 0 {
            set(&mut paragraphs[i], LineKind::Notice, "desk.below-rule");
        }
    }
    let mut last = true;
    let from = paragraphs.len().saturating_sub(END);
    for i in (from..paragraphs.len()).rev() {
        let (kind, text) = of(&paragraphs[i]);
        if kind != LineKind::Body {
            continue;
        }
        let rule = match () {
            () if is_desk_signature(text) || last && is_initials(text) => "wire.signature",
            () if is_credit(text) => "desk.credit",
            () => {
                last = false;
                continue;
            }
        };
        // What is all that there is, is the text.
        if texts > 1 {
            set(&mut paragraphs[i], LineKind::Credit, rule);
        }
    }
}

/// Paragraphs at the end among which a line of signs parts the report from what the desk says
/// below it, and words of the longest of those.
const FOOT: usize = 6;
const FOOT_WORDS: usize = 60;

/// The paragraphs from the line of signs on below which each leads elsewhere or says whose the
/// rights are: `___`, `Follow Ana Roz at https://…`.
fn below_rule<T>(paragraphs: &[T], of: impl Fn(&T) -> (LineKind, &str)) -> Range<usize> {
    let none = 0..0;
    let from = paragraphs.len().saturating_sub(FOOT);
    let Some(at) = (from..paragraphs.len()).rev().find(|&i| is_rule(of(&paragraphs[i]).1)) else { return none };
    let leads = |p: &T| {
        let (kind, text) = of(p);
        let folded = fold(text);
        let whose = ["©", "(c)", "copyright"].iter().any(|sign| folded.starts_with(sign));
        let address = ["://", "www.", "@"].iter().any(|sign| folded.contains(sign));
        kind != LineKind::Body || (whose || address) && text.split_whitespace().count() <= FOOT_WORDS
    };
    let below = at + 1..paragraphs.len();
    if below.is_empty() || !paragraphs[below].iter().all(leads) { none } else { at..paragraphs.len() }
}

/// True for a line of signs: `___`, `* * *`.
fn is_rule(text: &str) -> bool {
    let signs = text.chars().filter(|c| !c.is_whitespace());
    text.len() >= 3 && signs.clone().count() >= 2 && signs.into_iter().all(|c| matches!(c, '_' | '*' | '-' | '=' | '—'))
}

/// True for `ros/kim`, `jl-ab/mo`, `(ar/)`: initials parted by strokes.
pub(crate) fn is_desk_signature(text: &str) -> bool {
    let text = text.trim().trim_matches(['(', ')', '[', ']', '.', ' ']);
    let initials = |part: &str| INITIALS.contains(&part.chars().count()) && part.chars().all(char::is_alphabetic);
    let bare = text.trim_matches('/');
    let parts: Vec<&str> = bare.split(['/', '-']).collect();
    text.len() <= SIGNATURE && text.contains('/') && !text.contains(' ') && parts.iter().all(|p| initials(p))
}

/// True for initials alone: `hvi`.
fn is_initials(text: &str) -> bool {
    ALONE.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase())
}

/// The text before the signature that stands behind its last sentence, and the signature.
pub(super) fn signed_behind(text: &str) -> Option<(&str, &str)> {
    let (before, last) = text.trim_end().rsplit_once(char::is_whitespace)?;
    let before = before.trim_end();
    let initials = |part: &str| (2..=5).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase());
    let parts: Vec<&str> = last.split(['/', '-']).collect();
    let signs = last.contains('/') && parts.len() > 1 && parts.iter().all(|p| initials(p));
    (signs && ends_sentence(before)).then_some((before, last))
}

/// True for words that end like a sentence.
pub(super) fn ends_sentence(text: &str) -> bool {
    is_closed_or_goes_on(text) || text.trim_end().ends_with(')')
}

/// True for `(Reporting by Ana Roz; Editing by Léo Kim)`, `Ana Roz contributed to this report.`: a
/// line that says who worked on the report, in brackets unless it says so in a sentence.
fn is_credit(text: &str) -> bool {
    let text = text.trim();
    let inner = |open: char, close: char| text.strip_prefix(open)?.trim_end_matches('.').strip_suffix(close);
    if text.len() <= CREDIT && desk_words(DeskWord::Helped).iter().any(|word| fold(text).contains(word)) {
        return true;
    }
    let Some(inner) = inner('(', ')').or_else(|| inner('[', ']')).filter(|t| t.len() <= CREDIT) else { return false };
    let folded = fold(inner.trim());
    desk_words(DeskWord::Worked).iter().any(|word| folded.starts_with(word))
}

/// True for `[ INFOGRAPHIE MANQUANTE ]`, `(Photo missing)`, `[GRAFIK]`: a note in brackets for a
/// picture that is not there.
fn is_placeholder(text: &str) -> bool {
    let square = text.starts_with('[') && text.ends_with(']') || text.starts_with("<<") && text.ends_with(">>");
    let round = text.starts_with('(') && text.ends_with(')');
    let starred = text.starts_with("***") && text.ends_with("***");
    if !(square || round || starred) || text.contains([':', '©']) {
        return false;
    }
    let folded = fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let number = |w: &&str| w.bytes().all(|b| b.is_ascii_digit());
    let shown = |w: &&str| is_desk_word(DeskWord::Shown, w);
    let absent = words.iter().any(|w| is_desk_word(DeskWord::Absent, w));
    let bare = (square || starred) && words.iter().all(|w| shown(w) || number(w));
    words.len() <= NOTE && words.iter().any(shown) && (absent || bare)
}

/// True for a paragraph that is the code of something embedded: markup without a word,
/// short codes of programs for pages, or a bare address.
fn is_embedded(text: &str) -> bool {
    if text.len() > EMBEDDED {
        return false;
    }
    if is_short_code(text) || is_bare_address(text) {
        return true;
    }
    let referenced = text.starts_with("&lt;") && has_references(text);
    let text = if referenced { without_references(text) } else { text.to_owned() };
    is_markup(&text) && !inline_text(&text).chars().any(char::is_alphanumeric)
}

/// True for what begins and ends with a tag.
fn is_markup(text: &str) -> bool {
    let tag = text.strip_prefix('<').map(|rest| rest.trim_start_matches(['/', '!', '-']));
    tag.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == ' ')) && text.ends_with('>')
}

/// True for `[embed]https://…[/embed]`, `[gallery ids="1,2"]`, `{{ youtube: x }}`, `%%EMBED%%`.
fn is_short_code(text: &str) -> bool {
    let pairs = [("[[", "]]"), ("[", "]"), ("{{", "}}"), ("{%", "%}"), ("%%", "%%"), ("##", "##")];
    pairs.iter().any(|(open, close)| {
        let Some(inner) = text.strip_prefix(open).and_then(|t| t.strip_suffix(close)) else { return false };
        let inner = inner.trim();
        let name: String =
            inner.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>().to_ascii_lowercase();
        let coded = inner.contains(['=', '/']) || inner.contains("://") || *open != "[" && !name.is_empty();
        coded && desk_words(DeskWord::Embeds).iter().any(|code| name.starts_with(code))
    })
}

/// True for an address alone.
fn is_bare_address(text: &str) -> bool {
    let http = ["https://", "http://"].iter().any(|s| text.starts_with(s));
    http && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_parted_by_strokes_sign_a_report() {
        for line in ["ros/kim", "hvi/mlo/tes", "jl-ab/mo", "ar/", "(hvi/mlo)", "/hvi/", "HVI/mlo."] {
            assert!(is_desk_signature(line), "{line}");
        }
        for line in ["km/h à Gorzé", "2024/05/31", "Le pont ferme.", "hvi", "-", "vraisemblable/impossible"] {
            assert!(!is_desk_signature(line), "{line}");
        }
        assert_eq!(signed_behind("Le pont ferme. hvi/mlo"), Some(("Le pont ferme.", "hvi/mlo")));
        assert_eq!(signed_behind("À 50 km/h"), None);
    }

    #[test]
    fn only_the_last_paragraphs_sign_a_report_that_says_something() {
        let signed = |texts: &[&str]| {
            let mut all: Vec<(LineKind, String)> = texts.iter().map(|t| (LineKind::Body, (*t).to_owned())).collect();
            sign(&mut all, |p| (p.0, &p.1), |p, kind, _| p.0 = kind);
            all.iter().map(|p| p.0 == LineKind::Credit).collect::<Vec<_>>()
        };
        assert_eq!(
            signed(&["Un.", "Deux.", "(Reporting by Ana Roz; editing by Léo Kim)", "hvi"]),
            [false, false, true, true]
        );
        assert_eq!(signed(&["oui/non", "Un.", "Deux.", "Trois."]), [false; 4]);
        assert_eq!(signed(&["oui", "Un."]), [false; 2]);
        assert_eq!(signed(&["ros/kim"]), [false]);
        assert_eq!(signed(&["Un.", "Deux.", "Ana Roz in Gorzé contributed to this report."]), [false, false, true]);
    }

    #[test]
    fn what_leads_elsewhere_below_a_line_of_signs_is_no_text() {
        let kept = |texts: &[&str]| {
            let mut all: Vec<(LineKind, String)> = texts.iter().map(|t| (LineKind::Body, (*t).to_owned())).collect();
            sign(&mut all, |p| (p.0, &p.1), |p, kind, _| p.0 = kind);
            all.iter().filter(|p| p.0 == LineKind::Body).count()
        };
        assert_eq!(kept(&["Un.", "Deux.", "___", "Follow Ana Roz at https://quai.example/roz", "© Quai"]), 2);
        assert_eq!(kept(&["Un.", "* * *", "More on the port: www.quai.example"]), 1);
        assert_eq!(kept(&["Un.", "___", "Deux.", "Le site www.quai.example le dit."]), 4);
        assert_eq!(kept(&["___", "www.quai.example"]), 2);
    }

    #[test]
    fn the_place_of_a_picture_and_the_code_of_what_is_embedded_are_no_text() {
        for line in ["[ INFOGRAPHIE MANQUANTE ]", "(Photo missing)", "[GRAFIK]", "[Insérer la carte ici]", "[PHOTO 2]"]
        {
            assert_eq!(anywhere(line).map(|k| k.0), Some(LineKind::Notice), "{line}");
        }
        for line in [
            "<div class=\"x-embed\" data-id=\"1\"></div><script async src=\"https://x.example/e.js\"></script>",
            "&lt;iframe src=&quot;https://x.example/1&quot;&gt;&lt;/iframe&gt;",
            "[embed]https://x.example/1[/embed]",
            "{{ youtube: abc }}",
            "[[iframe src=x]]",
            "https://x.example/watch?v=1",
        ] {
            assert_eq!(anywhere(line).map(|k| k.0), Some(LineKind::Code), "{line}");
        }
        for line in [
            "[…] La photo est belle.",
            "(Photo : Ana Roz)",
            "« Une image manque », dit-elle.",
            "[La préfète, ndlr] a dit non.",
            "<p>Le pont.</p>",
            "Voir https://x.example",
            "[sic]",
        ] {
            assert_eq!(anywhere(line), None, "{line}");
        }
    }
}
