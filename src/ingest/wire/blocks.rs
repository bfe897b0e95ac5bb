//! The paragraphs of an item: what stands in its content, in order.

use super::item::WireBlock;
use crate::corpus::LineKind;
use crate::ingest::html::inline::inline_text;
use crate::ingest::xml::{Element, Piece};

/// Longest signature of a writer: `ros/kim`.
const SIGNATURE: usize = 24;

/// The paragraphs of an element that holds XHTML, NITF or bare text.
pub(super) fn of_element(element: Element<'_>) -> Vec<WireBlock> {
    let mut writer = Writer::default();
    writer.walk(element, None);
    writer.end();
    signed(writer.blocks)
}

/// The paragraphs of text that lines or tags part.
pub(super) fn of_text(text: &str) -> Vec<WireBlock> {
    let tagged = crate::ingest::assemble::is_html(text);
    if tagged {
        let page = format!("<x>{text}</x>");
        let tree = crate::ingest::xml::Tree::parse(&page);
        return tree.root().map(of_element).unwrap_or_default();
    }
    let text =
        if text.contains('&') { crate::ingest::named_characters::without_references(text) } else { text.to_owned() };
    let text = text.replace("\r\n", "\n");
    let parted = if text.contains("\n\n") { "\n\n" } else { "\n" };
    signed(text.split(parted).filter_map(|p| block(LineKind::Body, p)).collect())
}

fn block(kind: LineKind, text: &str) -> Option<WireBlock> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(WireBlock { kind, text, rule: "wire.text" })
}

/// The last paragraph of a report may be the initials of who wrote it.
fn signed(mut blocks: Vec<WireBlock>) -> Vec<WireBlock> {
    if blocks.len() > 1
        && let Some(last) = blocks.last_mut()
        && is_signature(&last.text)
    {
        (last.kind, last.rule) = (LineKind::Credit, "wire.signature");
    }
    blocks
}

/// True for `ros/kim`, `jl-ab/mo`: initials parted by strokes.
fn is_signature(text: &str) -> bool {
    let initials = |part: &str| (1..=5).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic());
    let parts: Vec<&str> = text.split(['/', '-']).collect();
    text.len() <= SIGNATURE && text.contains('/') && parts.len() >= 2 && parts.iter().all(|p| initials(p))
}

#[derive(Default)]
struct Writer {
    blocks: Vec<WireBlock>,
    text: String,
    kind: Option<LineKind>,
}

impl Writer {
    /// Ends the paragraph that is being written.
    fn end(&mut self) {
        let text = std::mem::take(&mut self.text);
        self.blocks.extend(block(self.kind.unwrap_or(LineKind::Body), &text));
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
            "figcaption" | "media-caption" | "caption" => Some(LineKind::Caption),
            "media-producer" | "credit" => Some(LineKind::Credit),
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
                self.text.push('\n');
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

/// Words in the class or role of a section that agencies write for desks and not for
/// readers: the notebook below a report, contacts, notes to editors.
const FOR_DESKS: [&str; 9] = [
    "notepad",
    "notizblock",
    "nonpublic",
    "non-public",
    "noteditor",
    "note-to-editor",
    "notestoeditor",
    "editorsnote",
    "bloc-notes",
];

/// True for a section of a report that is not to be printed.
fn is_for_desks(element: Element<'_>) -> bool {
    let holds = matches!(element.name(), "section" | "div" | "aside" | "block" | "footer" | "p" | "ul");
    let said = ["class", "role", "id", "style"].iter().filter_map(|name| element.attribute(name));
    holds && said.map(str::to_ascii_lowercase).any(|said| FOR_DESKS.iter().any(|word| said.contains(word)))
}

/// Words that stand in a field with or without tags.
pub(super) fn words(text: &str) -> String {
    if text.contains(['<', '&']) { inline_text(text) } else { text.to_owned() }
}
