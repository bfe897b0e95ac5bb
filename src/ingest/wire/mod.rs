//! Items of news agencies: NewsML-G2, NewsML 1, NITF, ninjs and IPTC 7901.
//!
//! Each format gives [`WireItem`]s; here versions of one item become one
//! document.

mod blocks;
mod g2;
mod iptc7901;
mod item;
mod newsml;
mod ninjs;
mod nitf;

pub(super) use ninjs::{held_items, is_list_beside, ninjs};

use super::format::{FileFormat, ReadAs};
use super::raw::{Item, Options, Sink};
use super::xml::{Element, Tree};
use super::{encoding, said};
use crate::corpus::{LineKind, Place, SourceFormat, WireTopic};
use crate::notice::Notice;
use crate::words::msg;
use item::{WireBlock, WireItem};
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

/// NewsML-G2 and NewsML 1.
pub(super) const NEWSML: FileFormat = FileFormat {
    source: SourceFormat::NewsMl,
    recognise: |head| {
        let root = head.root.as_deref().map(|root| root.rsplit(':').next().unwrap_or(root));
        root.is_some_and(|root| {
            matches!(root, "newsml" | "newsitem" | "newsmessage" | "packageitem" | "planningitem" | "conceptitem")
        })
    },
    read: ReadAs::Text(newsml_items),
};

/// NITF.
pub(super) const NITF: FileFormat = FileFormat {
    source: SourceFormat::Nitf,
    recognise: |head| head.has_root(&["nitf"]),
    read: ReadAs::Text(|place, bytes, options, sink| {
        read_xml(place, bytes, options, sink, &|root| vec![nitf::item(root)])
    }),
};

/// IPTC 7901.
pub(super) const IPTC7901: FileFormat = FileFormat {
    source: SourceFormat::Iptc7901,
    recognise: |head| iptc7901::is_message(head.bytes),
    read: ReadAs::Text(|place, bytes, options, sink| {
        let text = said::decoded(place, bytes, None, sink)?;
        documents(place, iptc7901::items(&text), options, sink)
    }),
};

fn newsml_items(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    read_xml(place, bytes, options, sink, &|root| match root.is("NewsML") {
        true => newsml::items(root),
        false => g2::items(root),
    })
}

/// The items of an XML file; what had to be forgiven is said.
fn read_xml(
    place: &Place,
    bytes: &[u8],
    options: &Options,
    sink: &mut Sink<'_>,
    items: &dyn Fn(Element<'_>) -> Vec<WireItem>,
) -> ControlFlow<()> {
    let text = said::decoded(place, bytes, encoding::declared(bytes), sink)?;
    let tree = Tree::parse(&text);
    said::forgiven(place, &tree, sink)?;
    documents(place, tree.root().map(items).unwrap_or_default(), options, sink)
}

/// The documents of the items, versions of one item as one.
fn documents(place: &Place, items: Vec<WireItem>, options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let mut items = joined(items);
    // Beside a report, pictures are no articles.
    if items.iter().any(|item| !item.pictured) {
        let all = items.len();
        items.retain(|item| !item.pictured);
        if items.len() < all {
            sink(Item::Notice(Notice::info(place.to_string(), msg::ingest_wire_pictures(all - items.len()))))?;
        }
    }
    if items.is_empty() {
        return sink(Item::Notice(Notice::error(place.to_string(), msg::INGEST_WIRE_EMPTY)));
    }
    let alone = items.len() == 1;
    for (i, item) in items.into_iter().enumerate() {
        let here = if alone { place.clone() } else { place.at(i + 1) };
        let raw = item.document(here.clone(), options);
        if raw.text.is_empty() {
            sink(Item::Notice(Notice::error(here.to_string(), msg::INGEST_WIRE_NO_TEXT)))?;
        } else {
            sink(Item::Document(Box::new(raw)))?;
        }
    }
    ControlFlow::Continue(())
}

/// Versions of one item as one item, at the place of the first: the latest is
/// its text, what the earlier ones said stands below.
fn joined(items: Vec<WireItem>) -> Vec<WireItem> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut families: Vec<Vec<WireItem>> = Vec::new();
    for item in items {
        match places.get(&item.of).filter(|_| !item.of.is_empty()) {
            Some(&at) => families[at].push(item),
            None => {
                places.insert(item.of.clone(), families.len());
                families.push(vec![item]);
            }
        }
    }
    families.into_iter().filter_map(latest).collect()
}

fn latest(mut versions: Vec<WireItem>) -> Option<WireItem> {
    versions.sort_by_key(|v| v.version);
    let mut last = versions.pop()?;
    let mut shown: HashSet<String> = last.blocks.iter().map(|b| b.text.clone()).collect();
    for earlier in versions.into_iter().rev() {
        let title = earlier.fields.title.first().map_or(String::new(), |f| f.value.clone());
        let day = earlier.fields.updated.first().or(earlier.fields.published.first());
        let day = day.map_or(String::new(), |f| f.value.clone());
        let version = if earlier.version == 0 { String::new() } else { earlier.version.to_string() };
        let head: Vec<String> = [version, day, title].into_iter().filter(|part| !part.is_empty()).collect();
        let head = head.join(" · ");
        last.fact(WireTopic::Earlier, &head, "wire.earlier");
        let head = WireBlock { kind: LineKind::Related, text: head, rule: "wire.earlier" };
        // A paragraph that stands in the latest version is not shown twice.
        let mut differs: Vec<WireBlock> = earlier.blocks.into_iter().filter(|b| !shown.contains(&b.text)).collect();
        differs.iter_mut().for_each(|b| (b.kind, b.rule) = (LineKind::Related, "wire.earlier"));
        shown.extend(differs.iter().map(|b| b.text.clone()));
        last.blocks.extend(Some(head).filter(|head| !head.text.is_empty()));
        last.blocks.extend(differs);
    }
    Some(last)
}

#[cfg(test)]
mod tests;
