//! References as libraries and Zotero write them (MODS): each is an article with its abstract as
//! text. What a name means depends on the element around it: the title of the host is the paper.

use super::draft::{Draft, Export, hand_over};
use super::references::in_order;
use crate::corpus::{Place, SourceFormat};
use crate::ingest::format::{FileFormat, FileHead, ReadAs};
use crate::ingest::mapping::Role;
use crate::ingest::raw::{Item, Options, Sink};
use crate::ingest::xml::{Element, Tree};
use crate::ingest::{encoding, said};
use crate::notice::Notice;
use crate::words::msg;
use std::ops::ControlFlow;

/// References in MODS as a format of files.
pub(in crate::ingest) const FORMAT: FileFormat =
    FileFormat { source: SourceFormat::References, recognise: is_mods, read: ReadAs::Text(read) };

fn is_mods(head: &FileHead<'_>) -> bool {
    let root = head.root.as_deref().map(|root| root.rsplit(':').next().unwrap_or(root));
    root.is_some_and(|root| matches!(root, "mods" | "modscollection"))
}

fn read(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let text = said::decoded(place, bytes, encoding::declared(bytes), sink)?;
    let tree = Tree::parse(&text);
    said::forgiven(place, &tree, sink)?;
    let items = tree.roots().flat_map(|root| if root.is("mods") { vec![root] } else { root.all("mods") });
    let drafts: Vec<Draft> = items.map(article).filter(Draft::is_readable).collect();
    if drafts.is_empty() {
        return sink(Item::Notice(Notice::warning(place.to_string(), msg::INGEST_NO_REFERENCE)));
    }
    hand_over(place, Export { drafts, ..Export::default() }, options, sink)
}

/// The elements of that name right inside one.
fn inside<'t>(element: Element<'t>, name: &'static str) -> impl Iterator<Item = Element<'t>> {
    element.children().filter(move |child| child.is(name))
}

/// True for an element whose attribute says one of these.
fn says(element: Element<'_>, attribute: &str, values: &[&str]) -> bool {
    element.attribute(attribute).is_some_and(|said| values.iter().any(|v| said.eq_ignore_ascii_case(v)))
}

/// What an element of a reference or of its host is called: its own title, not one that was
/// shortened or translated.
fn title(element: Element<'_>) -> Option<String> {
    let info = inside(element, "titleInfo").find(|info| info.attribute("type").is_none())?;
    let part = |name: &str| info.child(name).map(Element::text).filter(|text| !text.is_empty());
    // An article that is elided stands right before its noun.
    let article = part("nonSort").map(|a| if a.ends_with(['\'', '’']) { a } else { a + " " });
    let whole = article.unwrap_or_default() + &part("title").unwrap_or_default();
    let whole = match part("subTitle") {
        Some(below) => format!("{whole}: {below}"),
        None => whole,
    };
    (!whole.is_empty()).then_some(whole)
}

/// A person or an organisation that wrote it; nobody who only edited it or took its pictures.
fn author(name: Element<'_>) -> Option<String> {
    let mut roles = name.all("roleTerm").into_iter().map(Element::text).peekable();
    let wrote = |role: String| matches!(role.to_lowercase().as_str(), "aut" | "author" | "cre" | "creator" | "auteur");
    if roles.peek().is_some() && !roles.any(wrote) {
        return None;
    }
    let part = |kind: &str| inside(name, "namePart").find(|p| says(*p, "type", &[kind])).map(Element::text);
    let whole = inside(name, "namePart").find(|p| p.attribute("type").is_none()).map(Element::text);
    match (part("given"), part("family")) {
        (Some(given), Some(family)) => Some(format!("{given} {family}")),
        (_, Some(family)) => Some(family),
        _ => whole.map(|name| in_order(&name)),
    }
}

/// The day on which an element says that it came out.
fn published(element: Element<'_>) -> Option<String> {
    let paths: [&[&str]; 4] = [
        &["part", "date"],
        &["originInfo", "dateIssued"],
        &["originInfo", "copyrightDate"],
        &["originInfo", "dateCreated"],
    ];
    paths.iter().find_map(|path| element.at(path)).map(Element::text).filter(|day| !day.is_empty())
}

fn article(item: Element<'_>) -> Draft {
    let mut draft = Draft::default();
    let host = inside(item, "relatedItem").find(|related| says(*related, "type", &["host"]));
    let stated = [
        (Role::Title, "mods.title", title(item)),
        (Role::Source, "mods.host", host.and_then(title)),
        (Role::Published, "mods.date", published(item).or_else(|| published(host?))),
        (Role::Seen, "mods.captured", item.at(&["originInfo", "dateCaptured"]).map(Element::text)),
        (Role::Url, "mods.url", item.at(&["location", "url"]).map(Element::text)),
        (Role::Language, "mods.language", item.at(&["language", "languageTerm"]).map(Element::text)),
        (Role::Identifier, "mods.id", item.at(&["recordInfo", "recordIdentifier"]).map(Element::text)),
    ];
    for (role, rule, value) in stated {
        if let Some(value) = value {
            draft.state(role, rule, &value);
        }
    }
    inside(item, "name").filter_map(author).for_each(|name| draft.state(Role::Author, "mods.name", &name));
    for text in inside(item, "abstract") {
        text.words().lines().for_each(|line| draft.paragraph(line));
    }
    inside(item, "note").for_each(|note| draft.leave(&note.text()));
    draft
}
