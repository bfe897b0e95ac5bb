//! Markdown: what it would look like as a page is read as one, so that lists of links,
//! headings and quotations are told like those of pages and no sign stands in the text.
//!
//! Programs that fetch pages write them so (Jina Reader, Firecrawl, trafilatura), clippers
//! of notes and editors too. What stands at its top and is none of the text ([`head`])
//! states claims and stays to be seen.

mod head;

use super::format::{FileHead, Single};
use super::raw::{Hint, Options, RawDocument};
use super::{html, plain};
use crate::corpus::{LineKind, SourceFormat};
use crate::text::Span;
use crate::text::sanitise::sanitise;
use head::MarkdownHead;
pub(super) use head::opens_answer;
use pulldown_cmark::{Event, Options as Extensions, Parser, html::push_html};

/// Markdown as a format of files.
pub(super) const TEXT: Single =
    Single { source: SourceFormat::Markdown, recognise: is_markdown, declares: false, read };

fn is_markdown(head: &FileHead<'_>) -> bool {
    // A page that was fetched may open with its links, an answer with its number.
    let first = head.text.split(|&b| b == b'\n').next().unwrap_or_default();
    let opens = !matches!(head.text.first(), Some(b'{' | b'<'))
        && (head.text.first() != Some(&b'[') || is_link(first) || head::opens_answer(head.text));
    let by_head = || head::opens_answer(head.text) || head::opens_matter(head.text);
    opens && (head.is_named(&["md", "markdown", "mdown"]) || by_head() || has_signs(head.text))
}

fn is_link(line: &[u8]) -> bool {
    memchr::memmem::find(line, b"](http").is_some() || memchr::memmem::find(line, b"](/").is_some()
}

/// Lines of a text that are looked at for signs of Markdown.
const LOOKED_AT: usize = 200;
/// Signs that tell it.
const SIGNS: usize = 3;

/// True for a text with headings, links and fences of Markdown.
pub(super) fn has_signs(text: &[u8]) -> bool {
    let signs = text.split(|&b| b == b'\n').take(LOOKED_AT).filter(|line| {
        line.starts_with(b"# ")
            || line.starts_with(b"## ")
            || line.starts_with(b"### ")
            || line.starts_with(b"```")
            || memchr::memmem::find(line, b"](http").is_some()
    });
    signs.take(SIGNS).count() == SIGNS
}

/// True for a text with a heading, a link or words in bold.
fn has_any_sign(text: &str) -> bool {
    text.lines().any(|line| {
        let heading = line.trim_start_matches('#');
        heading.len() < line.len() && heading.starts_with(' ') || line.contains("](") || line.contains("**")
    })
}

/// Reads one text.
pub(super) fn read(text: String, options: &Options) -> RawDocument {
    let MarkdownHead { fields, from, end, rule } = head::read(&text, options);
    // Below front matter may stand a text without a sign, a paragraph on each line.
    let plain = from == 0 && end > 0 && !has_any_sign(&text[end..]);
    let mut raw = if plain {
        let mut raw = plain::read(text[end..].trim_start_matches(['\r', '\n']).to_owned());
        raw.fields = fields;
        raw
    } else {
        let mut raw = html::read_knowing(&page(&text[..from], &text[end..]), &fields);
        raw.guessed = true;
        raw
    };
    let (above, _) = sanitise(text[from..end].trim().to_owned());
    if above.is_empty() {
        return raw;
    }
    // What it states stays to be seen above the text.
    let shift = above.len() + 2;
    raw.text.insert_str(0, "\n\n");
    raw.text.insert_str(0, &above);
    raw.hints.iter_mut().for_each(|h| h.span = h.span.shift(shift));
    raw.hints.insert(0, Hint { span: Span::new(0, above.len()), kind: LineKind::Notice, rule });
    raw
}

/// The page that two stretches of a text are.
fn page(above: &str, below: &str) -> String {
    let mut page = String::from("<!DOCTYPE html><html><body>\n");
    for part in [above, below] {
        let extensions = Extensions::ENABLE_TABLES | Extensions::ENABLE_STRIKETHROUGH | Extensions::ENABLE_TASKLISTS;
        // Boxes to tick are none of a text.
        let events = Parser::new_ext(part, extensions).filter(|e| !matches!(e, Event::TaskListMarker(_)));
        push_html(&mut page, events);
    }
    page.push_str("</body></html>\n");
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Place;

    fn told(text: &str) -> RawDocument {
        read(text.into(), &Options::default())
    }

    #[test]
    fn a_field_of_front_matter_may_stand_in_the_indented_lines_below_it() {
        let raw = told("---\ntitle: |\n  Le pont\n  ferme\nauthor: >-\n  Ana Roz\n---\nTexte.\n");
        assert_eq!(
            (raw.fields.title[0].value.as_str(), raw.fields.author[0].value.as_str()),
            ("Le pont ferme", "Ana Roz")
        );
    }

    #[test]
    fn front_matter_gives_fields_and_stays_above_the_text_which_has_no_signs() {
        let raw = told(
            "---\ntitle: \"Le pont\"\nsource: Le Quai\n---\n\n# Le pont\n\nLe [pont](https://q.example/p) **ferme**.\n\n## Suite\n",
        );
        assert_eq!(raw.text, "---\ntitle: \"Le pont\"\nsource: Le Quai\n---\n\nLe pont\n\nLe pont ferme.\n\nSuite");
        assert_eq!(raw.fields.title[0].value, "Le pont");
        assert_eq!(raw.fields.source[0].value, "Le Quai");
        let first = raw.hints[0];
        assert_eq!((first.kind, first.rule), (LineKind::Notice, "markdown.front-matter"));
        assert!(first.span.of(&raw.text).ends_with("Le Quai\n---"));
        assert!(raw.hints.iter().any(|h| h.kind == LineKind::Title && h.span.of(&raw.text) == "Le pont"));
    }

    #[test]
    fn front_matter_has_lists_and_addresses_of_what_was_clipped() {
        let f = told("---\ntitle: Le pont\nsource: \"https://quai.example/pont\"\nauthor:\n  - \"[[Ana Roz]]\"\n  - Léo Kim\npublished: 2024-03-05\n---\nTexte.\n").fields;
        assert_eq!((f.source.len(), f.host[0].value.as_str()), (0, "quai.example"));
        assert_eq!(
            (f.url[0].value.as_str(), f.author[0].value.as_str()),
            ("https://quai.example/pont", "Ana Roz, Léo Kim")
        );
        assert_eq!(f.published[0].value, "2024-03-05");
    }

    #[test]
    fn a_text_without_signs_below_front_matter_keeps_its_lines() {
        let text = "---\ntitle: Le bac repart\nauthor: Ana Roz\nhostname: q.example\n---\nLe bac repart\nLe bac a repris la mer mardi.\nLe prix ne change pas.\n";
        assert!(is_markdown(&FileHead::new(&Place::file("a.txt"), text.as_bytes())));
        let raw = told(text);
        assert!(raw.text.ends_with("---\n\nLe bac repart\nLe bac a repris la mer mardi.\nLe prix ne change pas.\n"));
        assert_eq!((raw.fields.author[0].value.as_str(), raw.guessed), ("Ana Roz", false));
        let other = "---\nLe maire : un mot.\nLe bac, lui, repart.\n---\nTexte.\n";
        assert!(!is_markdown(&FileHead::new(&Place::file("a.txt"), other.as_bytes())));
    }

    #[test]
    fn a_rule_at_the_top_is_no_front_matter() {
        assert_eq!(told("---\nTexte sans fin.\n").text, "Texte sans fin.");
    }

    #[test]
    fn the_head_of_a_page_that_was_fetched_states_its_claims() {
        let raw = told(
            "Title: Le bac de Sorville repart - Le Quai\n\nURL Source: https://quai.example/bac\n\nPublished Time: 2024-11-05T06:12:00+01:00\n\nMarkdown Content:\n[Menu](https://quai.example/m)\n\nLe bac de Sorville repart\n=========\n\nLe bac a repris la mer mardi matin avec douze passagers.\n",
        );
        let f = &raw.fields;
        assert_eq!((f.title[0].value.as_str(), f.title[0].rule), ("Le bac de Sorville repart", "html.h1"));
        assert_eq!(
            (f.url[0].value.as_str(), f.published[0].value.as_str()),
            ("https://quai.example/bac", "2024-11-05T06:12:00+01:00")
        );
        assert_eq!(raw.hints[0].rule, "markdown.head");
        assert!(!raw.text.contains("====") && !raw.text.contains("]("));
    }

    #[test]
    fn a_text_that_opens_with_a_link_may_be_a_page() {
        let place = Place::file("a.txt");
        for (text, is) in [
            (
                "[![Logo](https://q.example/l.png)](https://q.example)\n\n# Le pont\n\n[Menu](https://q.example/m)\n",
                true,
            ),
            ("[Le pont](https://q.example)\nTexte.\n", false),
            ("Le pont ferme.\n# 1\n", false),
        ] {
            assert_eq!(is_markdown(&FileHead::new(&place, text.as_bytes())), is, "{text}");
        }
    }
}
