//! XML of no other kind: the records that it holds, each an article, told by
//! the names of their fields; else a block for each element.

mod parts;

use super::assemble::is_html;
use super::format::{FileFormat, FileHead, ReadAs};
use super::mapping::{Mapping, Neighbours, Role};
use super::raw::{Hint, Item, Options, RawDocument, Sink};
use super::records::{Draft, Export, field_of, hand_over};
use super::stating::put;
use super::xml::{Element, Piece, Tree};
use super::{encoding, html, plain, said, typed};
use crate::corpus::{LineKind, Place, SourceFormat};
use crate::notice::Notice;
use crate::text::Span;
use crate::text::sanitise::one_line;
use crate::words::msg;
use parts::{breaks, day_in_parts, is_day, is_link, is_look};
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

/// What an element is for.
#[derive(Clone, Copy)]
struct XmlRole {
    role: Role,
    /// Its rank in that role; 0 is strongest.
    rank: usize,
    rule: &'static str,
}

/// An element.
struct FieldElement {
    parent: usize,
    role: Option<XmlRole>,
    /// Its attributes describe an article, which is what stands in it.
    described: bool,
    /// It holds comments of readers.
    aside: bool,
    /// What stands in it is none of the article, whatever its own elements are called.
    nothing: bool,
}

impl FieldElement {
    /// True where no text of the article stands.
    fn is_apart(&self) -> bool {
        self.aside || self.nothing
    }

    fn new(parent: usize, role: Option<XmlRole>) -> Self {
        Self { parent, role, described: false, aside: false, nothing: false }
    }
}

#[derive(Default)]
struct FieldTree {
    elements: Vec<FieldElement>,
    pieces: Vec<XmlPiece>,
}

/// Takes up elements and their texts. An element inside the text of another,
/// such as one for italics, is part of that text.
fn fields(tree: &Tree, mapping: &Mapping) -> FieldTree {
    let mut fields = FieldTree { elements: vec![FieldElement::new(0, None)], ..FieldTree::default() };
    let naming = Naming { mapping, layout: tree.roots().find_map(layout) };
    for root in tree.roots() {
        fields.take(root, 0, &naming);
    }
    take_from_containers(&mut fields.elements);
    fields
}

/// What the names of elements mean.
struct Naming<'m> {
    mapping: &'m Mapping,
    /// Whose document it is, where names mean something else in it.
    layout: Option<&'static str>,
}

/// The program that wrote a document, where its elements tell.
fn layout(root: Element<'_>) -> Option<&'static str> {
    if root.is("en-export") {
        return Some("evernote");
    }
    if root.find("ref-type").is_some() && root.find("contributors").is_some() {
        return Some("endnote");
    }
    is_factiva(root).then_some("factiva")
}

/// True for a document with paragraphs as only Factiva names them.
fn is_factiva(root: Element<'_>) -> bool {
    ["leadParagraph", "tailParagraphs", "LeadPara", "TailParas"].iter().any(|name| root.find(name).is_some())
}

/// The attribute in which documents of that archive write the code of a field, and the one
/// that has its value where nothing stands in the element.
const CODE: &str = "fid";
const VALUE: &str = "value";

/// How an element is called: by the code of its field, where the layout knows it.
fn called<'t>(element: Element<'t>, naming: &Naming<'_>) -> &'t str {
    let code = naming.layout.filter(|layout| *layout == "factiva").and_then(|layout| {
        let code = element.attribute(CODE)?;
        field_of(layout, code).map(|_| code)
    });
    code.unwrap_or(element.name())
}

impl FieldTree {
    /// Takes up an element and those inside it; a tree is not so deep that this
    /// could go too far.
    fn take(&mut self, element: Element<'_>, parent: usize, naming: &Naming<'_>) {
        let number = self.elements.len();
        let aside = self.elements[parent].aside || ["comment", "comments"].iter().any(|name| element.is(name));
        let nothing = self.elements[parent].nothing || is_nothing(called(element, naming), naming);
        let role = if nothing { None } else { role(called(element, naming), naming) };
        self.elements.push(FieldElement { aside, nothing, ..FieldElement::new(parent, role) });
        for (role, value) in description(element, naming) {
            self.elements[number].described = true;
            self.elements.push(FieldElement::new(number, Some(role)));
            self.say(self.elements.len() - 1, value);
        }
        if let Some(day) = role.filter(|r| is_day(r.role)).and_then(|_| day_in_parts(element)) {
            return self.say(number, &day);
        }
        let mut said = String::new();
        let mut worded = false;
        // The first words of a headline may have a look of their own.
        let in_line = element.children().all(is_look);
        let mut pieces = element.pieces().peekable();
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Text(text) => {
                    worded |= !text.trim().is_empty();
                    said.push_str(text);
                }
                // A link on a line of its own above the text leads to where it was taken from.
                Piece::Element(child) if !worded && is_link(child) && pieces.peek().is_some_and(breaks) => {
                    self.elements.push(FieldElement { nothing: true, ..FieldElement::new(number, None) });
                    self.say(self.elements.len() - 1, &child.text());
                }
                Piece::Element(child) if worded || in_line => child.add_parted(&mut said),
                Piece::Element(child) => self.take(child, number, naming),
            }
        }
        let stated = role.and_then(|_| element.attribute(VALUE)).filter(|_| naming.layout == Some("factiva"));
        self.say(number, stated.filter(|_| said.trim().is_empty()).unwrap_or(&said));
    }

    /// Where nothing is called a text, what stands below each headline is it, as in what is left
    /// of a feed.
    fn take_text_of_standfirsts(&mut self) {
        let is = |element: &FieldElement, role: Role| element.role.is_some_and(|r| r.role == role);
        if self.elements.iter().any(|e| is(e, Role::Text) || e.described) {
            return;
        }
        for element in self.elements.iter_mut().filter(|e| is(e, Role::Standfirst)) {
            element.role = Some(XmlRole { role: Role::Text, rank: 0, rule: rule(Role::Text) });
        }
    }

    /// Adds a piece of text.
    fn say(&mut self, element: usize, said: &str) {
        let text: Vec<&str> = said.split_whitespace().collect();
        if !text.is_empty() {
            self.pieces.push(XmlPiece { element, text: one_line(&text.join(" ")) });
        }
    }
}

/// What the attributes of an element state, where they describe an article: its
/// title and something else of it, as in `<doc title="…" date="…">`.
fn description<'t>(element: Element<'t>, naming: &Naming<'_>) -> Vec<(XmlRole, &'t str)> {
    let stated: Vec<_> = element.attributes().filter_map(|(name, value)| Some((role(name, naming)?, value))).collect();
    let has = |role: Role| stated.iter().any(|(stated, _)| stated.role == role);
    let other = [Role::Published, Role::Author, Role::Source, Role::Url].into_iter().any(has);
    if has(Role::Title) && other { stated } else { Vec::new() }
}

/// What an element is for by its name: as exports name it, else as lists do. What is
/// read in an export is what it calls so.
fn role(name: &str, naming: &Naming<'_>) -> Option<XmlRole> {
    if let Some(known) = naming.layout.and_then(|layout| field_of(layout, name)) {
        return known.map(|(role, rule)| XmlRole { role, rank: 0, rule });
    }
    let read = |role: Role| matches!(role, Role::Title | Role::Standfirst | Role::Text | Role::Author);
    let listed = naming.mapping.field(name, &Neighbours::default());
    let listed = listed.filter(|f| naming.layout.is_none() || !read(f.role));
    listed.map(|f| XmlRole { role: f.role, rank: f.rank, rule: rule(f.role) })
}

/// Names of elements with words around an article, folded: whose the rights are, under
/// what it is filed, what desks say to each other.
const AROUND: [&str; 30] = [
    "copyright",
    "copyrights",
    "copyrightline",
    "copyrightnotice",
    "rights",
    "rightsinfo",
    "usageterms",
    "legal",
    "license",
    "licence",
    "disclaimer",
    "keywords",
    "keyword",
    "keywordlist",
    "tags",
    "tag",
    "categories",
    "category",
    "subjects",
    "subjectcodes",
    "codes",
    "classification",
    "indexing",
    "ednote",
    "editornote",
    "editorsnote",
    "editorialnote",
    "creditline",
    "related",
    "relatedarticles",
];

/// True for an element in which nothing is of the article, its own elements included.
fn is_nothing(name: &str, naming: &Naming<'_>) -> bool {
    let of_layout = naming.layout.and_then(|layout| field_of(layout, name));
    let bare: String = crate::text::fold(name).chars().filter(|c| c.is_alphanumeric()).collect();
    of_layout.map_or_else(|| AROUND.contains(&bare.as_str()), |known| known.is_none())
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
    let text = said::decoded(place, bytes, encoding::declared(bytes), sink)?;
    let xml = Tree::parse(&text);
    said::forgiven(place, &xml, sink)?;
    let mut tree = fields(&xml, &options.mapping);
    tree.take_text_of_standfirsts();
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
        match around(tree, piece.element).map(|r| r.role) {
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
        let stated = has[i] == (true, true) || tree.elements[i].described;
        let is_record = stated && !holds_record[i] && around(tree, i).is_none();
        if is_record {
            out.push(i);
        }
        holds_record[parent] |= holds_record[i] || is_record;
        has[parent] = (has[parent].0 || has[i].0, has[parent].1 || has[i].1);
    }
    out.reverse();
    with_their_days(tree, &mut out);
    out
}

/// Takes for each record what stands around its headline and its text: where it has no day,
/// the nearest element around it that has one, holds no other record and no other headline.
fn with_their_days(tree: &FieldTree, records: &mut [usize]) {
    #[derive(Clone, Copy, Default, PartialEq, Eq)]
    struct Held {
        records: usize,
        titles: usize,
        days: usize,
    }
    let mut held = vec![Held::default(); tree.elements.len()];
    records.iter().for_each(|&record| held[record].records += 1);
    for piece in &tree.pieces {
        match around(tree, piece.element).map(|r| r.role) {
            Some(Role::Title) => held[piece.element].titles += 1,
            Some(Role::Published) => held[piece.element].days += 1,
            _ => {}
        }
    }
    // Children stand behind their parents.
    for i in (1..tree.elements.len()).rev() {
        let (inner, outer) = (held[i], &mut held[tree.elements[i].parent]);
        outer.records += inner.records;
        outer.titles += inner.titles;
        outer.days += inner.days;
    }
    for record in records {
        let own = held[*record];
        let mut at = *record;
        while at > 0 && held[at].days == 0 {
            at = tree.elements[at].parent;
        }
        let alone = held[at].records == own.records && held[at].titles == own.titles;
        if at > 0 && alone {
            *record = at;
        }
    }
}

/// Takes the role from elements that are no field but hold those of a record,
/// such as one named `article` or `publication`.
fn take_from_containers(elements: &mut [FieldElement]) {
    let mut below: Vec<BTreeSet<Role>> = vec![BTreeSet::new(); elements.len()];
    for i in (1..elements.len()).rev() {
        let inside = std::mem::take(&mut below[i]);
        let own = elements[i].role.map(|r| r.role);
        let fields = [Role::Title, Role::Published, Role::Source, Role::Author];
        let holds_text = own == Some(Role::Text) && fields.iter().any(|f| inside.contains(f));
        if holds_text || inside.contains(&Role::Title) && inside.contains(&Role::Text) {
            elements[i].role = None;
        }
        let parent = elements[i].parent;
        below[parent].extend(inside);
        below[parent].extend(elements[i].role.map(|r| r.role));
    }
}

/// What the outermost element around one, itself included, is for: the name
/// inside an author is that of the author.
fn around(tree: &FieldTree, element: usize) -> Option<XmlRole> {
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
            Some(XmlRole { role: Role::Text, .. }) if is_html(&piece.text) => {
                html::read(&piece.text).text.lines().for_each(|line| draft.paragraph(line));
            }
            Some(XmlRole { role: Role::Text, .. }) => draft.paragraph(&piece.text),
            Some(XmlRole { role, rank, rule }) => {
                for (role, value) in typed::stated(role, &piece.text) {
                    draft.state_ranked(role, rank, rule, &value);
                    // A page that was clipped is of the outlet of its address.
                    if role == Role::Url && rule == "evernote.url" {
                        draft.state(Role::Host, rule, typed::host(&value).unwrap_or_default());
                    }
                }
            }
            // What is described is the text.
            None if tree.elements[records[n]].described && !tree.elements[piece.element].is_apart() => {
                draft.paragraph(&piece.text);
            }
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
        if title.is_none() && tree.elements[piece.element].role.is_some_and(|r| r.role == Role::Title) {
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

#[cfg(test)]
mod tests;
