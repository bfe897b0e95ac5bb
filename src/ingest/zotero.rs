//! RDF of Zotero: a library of references in which an article stands in its paper, and its
//! pages, notes and folders beside it.

use super::format::{FileFormat, ReadAs};
use super::mapping::Role;
use super::raw::{Item, Options, Sink};
use super::records::{Draft, Export, hand_over};
use super::xml::{Element, Tree};
use super::{encoding, said, typed};
use crate::corpus::{Place, SourceFormat};
use crate::notice::Notice;
use crate::words::msg;
use std::ops::ControlFlow;

/// RDF of Zotero as a format of files.
pub(super) const FORMAT: FileFormat = FileFormat {
    source: SourceFormat::Xml,
    recognise: |head| {
        let root = head.root.as_deref().map(|root| root.rsplit(':').next().unwrap_or(root));
        let look = &head.text[..head.text.len().min(LOOK)];
        root == Some("rdf") && memchr::memmem::find(look, b"zotero.org/namespaces").is_some()
    },
    read: ReadAs::Text(read),
};

/// Bytes in which the name space stands.
const LOOK: usize = 4096;

/// What stands beside references and is none.
const BESIDE: [&str; 3] = ["attachment", "note", "annotation"];

fn read(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let text = said::decoded(place, bytes, encoding::declared(bytes), sink)?;
    let tree = Tree::parse(&text);
    said::forgiven(place, &tree, sink)?;
    let drafts: Vec<Draft> = tree.roots().flat_map(Element::children).filter_map(reference).collect();
    if drafts.is_empty() {
        return sink(Item::Notice(Notice::warning(place.to_string(), msg::INGEST_NO_TEXT)));
    }
    hand_over(place, Export { drafts, outside: 0 }, options, sink)
}

fn reference(e: Element<'_>) -> Option<Draft> {
    let kind = e.child("itemType").map(Element::text)?;
    let title = e.child("title").map(Element::text).filter(|_| !BESIDE.contains(&kind.as_str()))?;
    let mut draft = Draft::default();
    let mut say = |role: Role, rule: &'static str, value: &str| {
        typed::stated(role, value).into_iter().for_each(|(role, value)| draft.state(role, rule, &value));
    };
    let child = |name: &str| e.child(name).map(Element::text).unwrap_or_default();
    say(Role::Title, "zotero.title", &title);
    let paper = e.child("isPartOf").and_then(|part| part.find("title")).map(Element::text);
    let publisher = || e.child("publisher").and_then(|p| p.find("name")).map(Element::text);
    say(Role::Source, "zotero.isPartOf", &paper.or_else(publisher).unwrap_or_default());
    let name = |person: Element<'_>| {
        let part = |name: &str| person.child(name).map(Element::text).unwrap_or_default();
        let given = Some(part("givenName")).filter(|name| !name.is_empty()).unwrap_or_else(|| part("givenname"));
        format!("{given} {}", part("surname")).trim().to_owned()
    };
    let authors = e.child("authors").map(|list| list.all("Person")).unwrap_or_default();
    for author in authors.into_iter().map(name).filter(|name| !name.is_empty()) {
        say(Role::Author, "zotero.authors", &author);
    }
    say(Role::Published, "zotero.date", &child("date"));
    say(Role::Seen, "zotero.dateSubmitted", &child("dateSubmitted"));
    say(Role::Language, "zotero.language", &child("language"));
    let address = e.child("identifier").and_then(|i| i.find("value")).map(Element::text);
    let about = || e.attribute("about").filter(|about| about.contains("://")).map(str::to_owned);
    say(Role::Url, "zotero.identifier", &address.or_else(about).unwrap_or_default());
    let summary = e.child("abstract").map(Element::words).unwrap_or_default();
    summary.lines().for_each(|line| draft.paragraph(line));
    Some(draft)
}
