//! XML of no other kind: the records that it holds, each an article, told by
//! the names of their fields; else a block for each element.

use super::assemble::put;
use super::format::{FileFormat, FileHead, ReadAs};
use super::mapping::{Mapping, Role};
use super::raw::{Hint, Item, Options, RawDocument, Sink};
use super::records::{Draft, Export, field_of, hand_over};
use super::{encoding, plain, xml_events};
use crate::corpus::{LineKind, Place, SourceFormat};
use crate::notice::Notice;
use crate::text::Span;
use crate::words::msg;
use quick_xml::events::Event;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// XML as a format of files.
pub(super) const FORMAT: FileFormat =
    FileFormat { source: SourceFormat::Xml, recognise: is_xml, read: ReadAs::Text(read) };

/// Elements of pages, which the reader of pages knows better.
const PAGES: &[&str] = &["html", "body", "head", "svg", "div", "article", "section", "p", "main"];

fn is_xml(head: &FileHead<'_>) -> bool {
    let declared = head.text.starts_with(b"<?xml") || head.is_named(&["xml"]);
    declared
        && head.root.as_deref().is_some_and(|root| !PAGES.contains(&root))
        && memchr::memmem::find(&head.text[..head.text.len().min(4096)], b"www.w3.org/1999/xhtml").is_none()
}

/// A piece of text and the elements around it.
struct XmlPiece {
    /// Its element, as a number into the list of elements.
    element: usize,
    text: String,
}

/// An element.
struct FieldElement {
    parent: usize,
    role: Option<(Role, &'static str)>,
}

/// Open elements beyond this depth are not told apart.
const DEPTH: usize = 200;
/// Elements beyond which no new ones are told apart.
const ELEMENTS: usize = 2_000_000;

#[derive(Default)]
struct FieldTree {
    elements: Vec<FieldElement>,
    pieces: Vec<XmlPiece>,
    whole: bool,
}

/// Reads elements and their texts. An element inside the text of another, such
/// as one for italics, is part of that text.
fn parse(text: &str, mapping: &Mapping) -> FieldTree {
    let mut tree = FieldTree { elements: vec![FieldElement { parent: 0, role: None }], ..FieldTree::default() };
    // Open elements: number, text so far, and whether it stands inside a text.
    let mut open: Vec<(usize, String, bool)> = vec![(0, String::new(), false)];
    let mut deeper = 0_usize;
    tree.whole = xml_events::walk(text, |event, _| {
        match &event {
            Event::Start(e) => {
                let Some((parent, so_far, within)) = open.last() else { return false };
                let inside = *within || !so_far.trim().is_empty();
                if open.len() >= DEPTH || tree.elements.len() >= ELEMENTS {
                    deeper += 1;
                    return true;
                }
                let role = if inside { None } else { role(e.local_name().as_ref(), mapping) };
                let element = FieldElement { parent: *parent, role };
                tree.elements.push(element);
                open.push((tree.elements.len() - 1, String::new(), inside));
            }
            Event::End(_) if deeper > 0 => deeper -= 1,
            Event::End(_) if open.len() > 1 => {
                if let Some((element, said, inside)) = open.pop() {
                    match open.last_mut().filter(|_| inside) {
                        Some((_, outer, _)) => outer.push_str(&said),
                        None => tree.say(element, &said),
                    }
                }
            }
            event => {
                if let Some((_, said, _)) = open.last_mut() {
                    xml_events::say(event, said);
                }
            }
        }
        true
    });
    // What was never closed has been read all the same.
    for (element, said, _) in open.into_iter().skip(1) {
        tree.say(element, &said);
    }
    take_from_containers(&mut tree.elements);
    tree
}

impl FieldTree {
    fn say(&mut self, element: usize, said: &str) {
        let text: Vec<&str> = said.split_whitespace().collect();
        if !text.is_empty() {
            self.pieces.push(XmlPiece { element, text: text.join(" ") });
        }
    }
}

/// What an element is for by its name: as exports name it, else as lists do.
fn role(name: &str, mapping: &Mapping) -> Option<(Role, &'static str)> {
    field_of("factiva", name).or_else(|| Some((mapping.role(name)?, rule(mapping.role(name)?))))
}

fn rule(role: Role) -> &'static str {
    match role {
        Role::Title => "xml.title",
        Role::Standfirst => "xml.standfirst",
        Role::Text => "xml.text",
        Role::Source => "xml.source",
        Role::Author => "xml.author",
        Role::Published => "xml.date",
        Role::Updated => "xml.updated",
        Role::Url => "xml.url",
        Role::Language => "xml.language",
        Role::Identifier => "xml.id",
        _ => "xml.field",
    }
}

fn read(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let decoded = encoding::decode(bytes, encoding::declared(bytes));
    let tree = parse(&decoded.text, &options.mapping);
    if !tree.whole {
        sink(Item::Notice(Notice::warning(place.to_string(), msg::INGEST_XML_CUT)))?;
    }
    let records = records(&tree);
    if !records.is_empty() {
        return hand_over(place, drafts(&tree, &records), options, sink);
    }
    if tree.pieces.is_empty() {
        return sink(Item::Notice(Notice::warning(place.to_string(), msg::INGEST_NO_TEXT)));
    }
    sink(Item::Document(Box::new(blocks(place, &tree, options))))
}

/// The elements that are records: the innermost ones with a headline and a text
/// of their own.
fn records(tree: &FieldTree) -> Vec<usize> {
    let mut has = vec![(false, false); tree.elements.len()];
    for piece in &tree.pieces {
        match around(tree, piece.element).map(|(role, _)| role) {
            Some(Role::Title) => has[piece.element].0 = true,
            Some(Role::Text) => has[piece.element].1 = true,
            _ => {}
        }
    }
    // Children stand behind their parents.
    let mut holds_record = vec![false; tree.elements.len()];
    let mut out = Vec::new();
    for i in (1..tree.elements.len()).rev() {
        let parent = tree.elements[i].parent;
        let is_record = has[i] == (true, true) && !holds_record[i] && around(tree, i).is_none();
        if is_record {
            out.push(i);
        }
        holds_record[parent] |= holds_record[i] || is_record;
        has[parent] = (has[parent].0 || has[i].0, has[parent].1 || has[i].1);
    }
    out.reverse();
    out
}

/// Takes the role from elements that are no field but hold those of a record,
/// such as one named `article` or `publication`.
fn take_from_containers(elements: &mut [FieldElement]) {
    let mut below: Vec<BTreeSet<Role>> = vec![BTreeSet::new(); elements.len()];
    for i in (1..elements.len()).rev() {
        let inside = std::mem::take(&mut below[i]);
        let own = elements[i].role.map(|r| r.0);
        let fields = [Role::Title, Role::Published, Role::Source, Role::Author];
        let holds_text = own == Some(Role::Text) && fields.iter().any(|f| inside.contains(f));
        if holds_text || inside.contains(&Role::Title) && inside.contains(&Role::Text) {
            elements[i].role = None;
        }
        let parent = elements[i].parent;
        below[parent].extend(inside);
        below[parent].extend(elements[i].role.map(|r| r.0));
    }
}

/// What the outermost element around one, itself included, is for: the name
/// inside an author is that of the author.
fn around(tree: &FieldTree, element: usize) -> Option<(Role, &'static str)> {
    let (mut at, mut found) = (element, None);
    while at > 0 {
        found = tree.elements[at].role.or(found);
        at = tree.elements[at].parent;
    }
    found
}

fn drafts(tree: &FieldTree, records: &[usize]) -> Export {
    let mut of_record = vec![None; tree.elements.len()];
    for (n, &record) in records.iter().enumerate() {
        of_record[record] = Some(n);
    }
    for i in 1..tree.elements.len() {
        of_record[i] = of_record[i].or(of_record[tree.elements[i].parent]);
    }
    let mut export = Export::default();
    export.drafts.resize_with(records.len(), Draft::default);
    for piece in &tree.pieces {
        let Some(n) = of_record[piece.element] else {
            export.outside += 1;
            continue;
        };
        let draft = &mut export.drafts[n];
        match around(tree, piece.element) {
            Some((Role::Text, _)) => draft.paragraph(&piece.text),
            Some((role, rule)) => draft.state(role, rule, &piece.text),
            None => draft.leave(&piece.text),
        }
    }
    export
}

/// The whole as one document, a block for each element with a text.
fn blocks(place: &Place, tree: &FieldTree, options: &Options) -> RawDocument {
    let mut text = String::new();
    let mut title = None;
    for piece in &tree.pieces {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        if title.is_none() && tree.elements[piece.element].role.is_some_and(|r| r.0 == Role::Title) {
            title = Some((Span::new(text.len(), text.len() + piece.text.len()), piece.text.clone()));
        }
        text.push_str(&piece.text);
    }
    let (bytes, cut) = plain::capped(text.as_bytes(), options.document_bytes);
    let mut raw = plain::read(String::from_utf8_lossy(bytes).into_owned());
    raw.notices.iter_mut().for_each(|n| n.place = place.to_string());
    if let Some((span, value)) = title.filter(|(s, _)| s.end <= raw.text.len()) {
        put(&mut raw.fields, Role::Title, &value, "xml.title");
        raw.hints.push(Hint { span, kind: LineKind::Title, rule: "xml.title" });
    }
    if let Some(limit) = cut {
        raw.notices.push(plain::cut_notice(place, limit));
    }
    raw.place = place.clone();
    raw
}
