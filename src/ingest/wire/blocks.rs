//! The paragraphs of an item: what stands in its content, in order.

use super::item::WireBlock;
use crate::corpus::LineKind;
use crate::ingest::desk_lines;
use crate::ingest::desk_words::{DeskWord, desk_words};
use crate::ingest::html::inline::inline_text;
use crate::ingest::named_characters::{has_references, without_references};
use crate::ingest::people::{is_person, opens_byline, unopened};
use crate::ingest::xml::{Element, Piece};
use crate::text::{fold, squeezed};
use std::collections::HashSet;

/// The paragraphs of an element that holds XHTML, NITF or bare text.
pub(super) fn of_element(element: Element<'_>) -> Vec<WireBlock> {
    let mut writer = Writer::default();
    writer.walk(element, None);
    writer.end();
    repeated(&mut writer.blocks);
    bylines(&mut writer.blocks);
    signed(writer.blocks)
}

/// Paragraphs above which somebody may be named, and words of the longest line that does.
const ABOVE: usize = 6;
const NAMED: usize = 6;

/// A line of its own above the dateline says who wrote it: `par Ana Roz`.
fn bylines(blocks: &mut [WireBlock]) {
    for block in blocks.iter_mut().take(ABOVE).filter(|b| b.kind == LineKind::Body) {
        let words = block.text.split_whitespace().count();
        if words <= NAMED && opens_byline(&block.text) && is_person(unopened(&block.text)) {
            (block.kind, block.rule) = (LineKind::Byline, "wire.byline");
        }
    }
}

/// Bytes of the shortest paragraph that is said to stand twice.
const TWICE: usize = 40;

/// Archives keep the first paragraphs once more, as the lead: what stands a second time is no text.
fn repeated(blocks: &mut [WireBlock]) {
    let mut seen: HashSet<String> = HashSet::new();
    for block in blocks.iter_mut().filter(|b| b.kind == LineKind::Body && b.text.len() >= TWICE) {
        if !seen.insert(block.text.clone()) {
            (block.kind, block.rule) = (LineKind::Notice, "wire.repeated");
        }
    }
}

/// The paragraphs of text that lines or tags part.
pub(super) fn of_text(text: &str) -> Vec<WireBlock> {
    let tagged = crate::ingest::assemble::is_html(text);
    if tagged {
        let page = format!("<x>{text}</x>");
        let tree = crate::ingest::xml::Tree::parse(&page);
        return tree.root().map(of_element).unwrap_or_default();
    }
    let text = if text.contains('&') { without_references(text) } else { text.to_owned() };
    let text = text.replace("\r\n", "\n");
    let paragraphs = text.split("\n\n").flat_map(|p| paragraphs(p, true));
    let mut blocks: Vec<WireBlock> = paragraphs.flat_map(|p| parts(LineKind::Body, &p)).collect();
    for_desks(&mut blocks);
    signed(blocks)
}

/// From a heading of what desks alone read on, nothing is of the report: `# Notebook`.
fn for_desks(blocks: &mut [WireBlock]) {
    let heads = |b: &WireBlock| {
        let heading = b.text.strip_prefix('#').map(fold);
        heading.is_some_and(|heading| desk_words(DeskWord::ForDesks).iter().any(|word| heading.contains(word)))
    };
    let from = blocks.iter().position(heads).filter(|at| *at > 0).unwrap_or(blocks.len());
    blocks[from..].iter_mut().for_each(|b| (b.kind, b.rule) = (LineKind::Notice, "wire.for-desks"));
}

/// What a paragraph is: its text, and the signature that stands behind its last sentence.
fn parts(kind: LineKind, text: &str) -> Vec<WireBlock> {
    let text = squeezed(text);
    let block = |kind, text: &str, rule| WireBlock { kind, text: text.to_owned(), rule };
    if text.is_empty() {
        return Vec::new();
    }
    if kind != LineKind::Body {
        return vec![block(kind, &text, "wire.text")];
    }
    match (desk_lines::anywhere(&text), desk_lines::signed_behind(&text)) {
        (Some((kind, rule)), _) => vec![block(kind, &text, rule)],
        (_, Some((text, signature))) => {
            vec![block(kind, text, "wire.text"), block(LineKind::Credit, signature, "wire.signature")]
        }
        _ => vec![block(kind, &text, "wire.text")],
    }
}

/// The last paragraphs of a report may be the initials of who wrote it, and who worked on it.
fn signed(mut blocks: Vec<WireBlock>) -> Vec<WireBlock> {
    desk_lines::sign(&mut blocks, |b| (b.kind, &b.text), |b, kind, rule| (b.kind, b.rule) = (kind, rule));
    blocks
}

/// Columns by which the first line of a paragraph is set in.
const SET_IN: usize = 2;

/// The paragraphs of some lines: each is one where every line ends a sentence, or, with
/// `apart`, where none goes on in the next. Of lines that were broken to fit a width those
/// open one that are set in or follow a short end of a sentence.
fn paragraphs(text: &str, apart: bool) -> Vec<String> {
    let mut lines: Vec<&str> = text.split('\n').filter(|l| !l.trim().is_empty()).collect();
    let signature = lines.pop_if(|last| desk_lines::is_desk_signature(last)).map(str::to_owned);
    let goes_on = |pair: &[&str]| {
        let next = pair[1].trim_start();
        !desk_lines::ends_sentence(pair[0]) && next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
    };
    let broken = lines.windows(2).any(goes_on);
    let whole = lines.split_last().is_some_and(|(_, above)| above.iter().all(|l| desk_lines::ends_sentence(l)));
    let indent = |line: &str| line.chars().take_while(|c| matches!(c, ' ' | '\t' | '\u{a0}')).count();
    let least = lines.iter().skip(1).map(|l| indent(l)).min().unwrap_or(0);
    let widest = lines.iter().map(|l| l.chars().count()).max().unwrap_or(0);
    let opens = |above: &str, line: &str| match broken {
        false => apart || whole,
        true => {
            let short = above.chars().count() * 5 < widest * 4 && desk_lines::ends_sentence(above);
            indent(line) >= least + SET_IN || short && apart
        }
    };
    let mut out: Vec<String> = Vec::new();
    let mut above = "";
    for line in lines {
        match out.last_mut() {
            Some(last) if !opens(above, line) => {
                last.push(' ');
                last.push_str(line.trim());
            }
            _ => out.push(line.trim().to_owned()),
        }
        above = line;
    }
    out.extend(signature);
    out
}

/// Ends of tags that stand around words of a sentence.
const INLINE: [&str; 7] = ["</b>", "</i>", "</em>", "</strong>", "</a>", "</u>", "</span>"];

/// A line that ends inside a paragraph, and the end of one that breaks make.
const BREAK: char = '\u{b}';
const BREAKS: char = '\u{c}';

/// True for a text that opens with a tag and has words between tags of paragraphs.
fn is_escaped(text: &str) -> bool {
    let text = text.trim();
    text.starts_with('<')
        && text.ends_with('>')
        && crate::ingest::assemble::is_html(text)
        && desk_lines::anywhere(text).is_none()
}

#[derive(Default)]
struct Writer {
    blocks: Vec<WireBlock>,
    text: String,
    kind: Option<LineKind>,
    /// It writes what was escaped in the text of another.
    nested: bool,
}

impl Writer {
    /// Ends the paragraph that is being written.
    fn end(&mut self) {
        let mut text = std::mem::take(&mut self.text);
        let kind = self.kind.unwrap_or(LineKind::Body);
        // Tags of single words that were escaped.
        if !is_escaped(&text) && INLINE.iter().any(|tag| text.contains(tag)) {
            let lines = text.split('\n').map(inline_text).collect::<Vec<_>>();
            text = lines.join("\n");
        }
        // What was escaped once more is markup.
        if kind == LineKind::Body && !self.nested && is_escaped(&text) {
            let tree = crate::ingest::xml::Tree::parse(&format!("<x>{text}</x>"));
            let mut inner = Self { nested: true, ..Self::default() };
            tree.root().into_iter().for_each(|root| inner.walk(root, None));
            inner.end();
            self.blocks.extend(inner.blocks);
            return;
        }
        // Programs that escape what was escaped leave the references of characters in the words.
        let text = if has_references(&text) { without_references(&text) } else { text };
        for part in text.split(BREAKS) {
            self.blocks.extend(paragraphs(part, false).iter().flat_map(|p| parts(kind, p)));
        }
    }

    fn walk(&mut self, element: Element<'_>, kind: Option<LineKind>) {
        for piece in element.pieces() {
            match piece {
                Piece::Text(text) => {
                    self.kind = kind;
                    self.text.push_str(text);
                }
                Piece::Element(child) => self.child(child, kind),
            }
        }
    }

    fn child(&mut self, child: Element<'_>, kind: Option<LineKind>) {
        let name = child.name().to_ascii_lowercase();
        let own = match name.as_str() {
            // Headings and lists of what desks alone read are its own.
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if kind == Some(LineKind::Notice) => kind,
            "head" | "title" | "style" | "script" | "body.head" => return,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hl1" | "hl2" | "subheadline" => Some(LineKind::Subheading),
            // The head of a page with the headline of the item says what its fields say.
            "header" if child.find("h1").is_some() => Some(LineKind::Notice),
            "figcaption" | "media-caption" | "caption" => Some(LineKind::Caption),
            "media-producer" | "credit" | "body.end" | "tagline" => Some(LineKind::Credit),
            "media-metadata" | "media-reference" => return,
            _ if is_for_desks(child) => Some(LineKind::Notice),
            _ => kind,
        };
        let inline = matches!(
            name.as_str(),
            "a" | "b"
                | "i"
                | "em"
                | "strong"
                | "span"
                | "u"
                | "q"
                | "sup"
                | "sub"
                | "abbr"
                | "cite"
                | "small"
                | "font"
                | "person"
                | "org"
                | "location"
                | "city"
                | "region"
                | "country"
                | "chron"
                | "num"
                | "money"
                | "event"
                | "function"
                | "object.title"
                | "virtloc"
                | "lang"
                | "postaddr"
                | "time"
                | "mark"
                | "code"
        );
        match name.as_str() {
            "br" => {
                // Several breaks end a paragraph, white space between them or not.
                let bare = self.text.trim_end_matches([' ', '\n', '\t', '\r', '\u{a0}']);
                if bare.ends_with([BREAK, BREAKS]) {
                    self.text.truncate(bare.len() - BREAK.len_utf8());
                    self.text.push(BREAKS);
                } else {
                    self.text.push(BREAK);
                }
                self.walk(child, kind);
            }
            "td" | "th" => {
                self.walk(child, own);
                self.text.push_str(" \t ");
            }
            _ if inline => self.walk(child, kind),
            _ => {
                self.end();
                self.walk(child, own);
                self.kind = own;
                self.end();
            }
        }
    }
}

/// True for a section of a report that is not to be printed.
fn is_for_desks(element: Element<'_>) -> bool {
    let holds = matches!(element.name(), "section" | "div" | "aside" | "block" | "footer" | "p" | "ul");
    let said = ["class", "role", "id", "style"].iter().filter_map(|name| element.attribute(name));
    holds && said.map(fold).any(|said| desk_words(DeskWord::ForDesks).iter().any(|word| said.contains(word)))
}

/// Words that stand in a field with or without tags.
pub(super) fn words(text: &str) -> String {
    if text.contains(['<', '&']) { inline_text(text) } else { text.to_owned() }
}
