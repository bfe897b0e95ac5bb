//! NewsML-G2: news, package and planning items, alone or in a message.

use super::blocks;
use super::item::{WireBlock, WireItem, first, is_pictured};
use crate::corpus::{LineKind, WireTopic};
use crate::ingest::mapping::Role;
use crate::ingest::people::is_agency;
use crate::ingest::xml::Element;
use crate::notice::Notice;
use crate::words::msg;

/// The items of a file.
pub(super) fn items(root: Element<'_>) -> Vec<WireItem> {
    const KINDS: [&str; 4] = ["newsItem", "packageItem", "planningItem", "conceptItem"];
    if KINDS.iter().any(|kind| root.is(kind)) {
        return vec![item(root)];
    }
    let sets = root.children().flat_map(|set| set.children());
    let held: Vec<Element<'_>> = sets.filter(|e| KINDS.iter().any(|kind| e.is(kind))).collect();
    // What lists the other items of its message, or explains their terms, is no report.
    let news = held.iter().any(|e| e.is("newsItem"));
    let reports = held.into_iter().filter(|e| !news || !LISTS.iter().any(|kind| e.is(kind)));
    reports.map(item).collect()
}

/// Items that are no report beside one.
const LISTS: [&str; 2] = ["packageItem", "conceptItem"];

fn item(e: Element<'_>) -> WireItem {
    let mut item = WireItem {
        of: e.attribute("guid").unwrap_or_default().to_owned(),
        version: e.attribute("version").and_then(|v| v.parse().ok()).unwrap_or(0),
        ..WireItem::default()
    };
    item.state(Role::Identifier, e.attribute("guid").unwrap_or_default());
    item.fact(WireTopic::Identifier, e.attribute("guid").unwrap_or_default(), "newsml-g2.guid");
    item.fact(WireTopic::Version, e.attribute("version").unwrap_or_default(), "newsml-g2.version");
    if let Some(meta) = e.child("itemMeta") {
        management(meta, language(e), &mut item);
    }
    if let Some(meta) = e.child("contentMeta") {
        content(meta, language(e), &mut item);
    }
    rights(e, &mut item);
    if item.fields.title.is_empty() {
        let title = first(e, &[&["itemMeta", "title"], &["contentMeta", "slugline"]]);
        item.state(Role::Title, &title);
    }
    item.state(Role::Language, e.attribute("lang").unwrap_or_default());
    for content in e.children().filter(|c| c.is("contentSet")).flat_map(Element::children) {
        if content.is("inlineXML") {
            item.blocks.extend(blocks::of_element(content));
        } else if content.is("inlineData") && content.attribute("encoding").is_none() {
            item.blocks.extend(blocks::of_text(&content.words()));
        }
    }
    if e.is("packageItem") {
        package(e, &mut item);
    }
    if e.is("planningItem") {
        planning(e, &mut item);
    }
    let class = e.at(&["itemMeta", "itemClass"]).and_then(|c| c.attribute("qcode").or_else(|| c.attribute("uri")));
    item.pictured = item.blocks.is_empty() && class.is_some_and(is_pictured);
    if item.blocks.is_empty() && e.find("remoteContent").is_some() {
        item.notices.push(Notice::info("", msg::INGEST_WIRE_REMOTE));
    }
    item
}

/// The name of a party, a place or a concept.
fn name(e: Element<'_>) -> String {
    name_in(e, "")
}

/// The same, in this language where it is told in several.
fn name_in(e: Element<'_>, language: &str) -> String {
    let names = || e.children().filter(|c| c.is("name"));
    let own = names().find(|n| is_in(*n, language)).or_else(|| names().next());
    let stated = own.map(Element::text).filter(|t| !t.is_empty());
    let code = || e.attribute("literal").or_else(|| e.attribute("qcode")?.rsplit(':').next()).map(str::to_owned);
    stated.or_else(code).unwrap_or_else(|| e.text())
}

/// True for an element that says it is in this language: `fr` for `fr-BE`.
fn is_in(e: Element<'_>, language: &str) -> bool {
    let main = |code: &str| code.split(['-', '_']).next().unwrap_or(code).to_ascii_lowercase();
    e.attribute("lang").is_some_and(|code| main(code) == main(language))
}

/// The elements of a group without those that say in another language what one of the same name
/// and role says in that of the item.
fn in_language<'t>(meta: Element<'t>, language: &str) -> Vec<Element<'t>> {
    let told = |e: &Element<'t>| {
        let same = |o: &Element<'t>| o.name() == e.name() && o.attribute("role") == e.attribute("role");
        let other = e.attribute("lang").is_some() && !is_in(*e, language);
        !other || !meta.children().filter(same).any(|o| is_in(o, language))
    };
    meta.children().filter(told).collect()
}

/// The language of an item.
fn language<'t>(e: Element<'t>) -> &'t str {
    let stated = e.at(&["contentMeta", "language"]).and_then(|l| l.attribute("tag"));
    stated.or_else(|| e.attribute("lang")).unwrap_or_default()
}

fn management(meta: Element<'_>, language: &str, item: &mut WireItem) {
    let mut version_created = String::new();
    for e in meta.children() {
        match e.name() {
            "provider" => item.state(Role::Source, &name_in(e, language)),
            "firstCreated" => item.state(Role::Published, &e.text()),
            "versionCreated" => version_created = e.text(),
            "embargoed" => {
                // An embargo without a date lasts until further notice.
                let until = e.text();
                let until = if until.is_empty() { "—".to_owned() } else { until };
                item.fact(WireTopic::Embargo, &until, "newsml-g2.embargoed");
            }
            "pubStatus" => {
                item.stands(
                    e.attribute("qcode").or_else(|| e.attribute("uri")).unwrap_or_default(),
                    "newsml-g2.pubStatus",
                );
            }
            "edNote" => item.note(&e.text(), "newsml-g2.edNote"),
            "signal" => {
                let signal = e.attribute("qcode").unwrap_or_default();
                if ["kill", "withdraw", "withdrawal"].iter().any(|s| signal.to_ascii_lowercase().ends_with(s)) {
                    item.stands("killed", "newsml-g2.signal");
                }
                if ["correction", "update", "replace", "kill"].iter().any(|s| signal.to_ascii_lowercase().ends_with(s))
                {
                    item.note(signal, "newsml-g2.signal");
                }
            }
            "link" => {
                let relation = e.attribute("rel").unwrap_or_default();
                if ["previousVersion", "replaces", "corrects", "isCorrectionOf"].iter().any(|r| relation.ends_with(r)) {
                    let target = e.attribute("residref").or_else(|| e.attribute("href")).unwrap_or_default();
                    item.fact(WireTopic::Corrects, target, "newsml-g2.link");
                }
            }
            _ => {}
        }
    }
    if item.fields.published.is_empty() {
        item.state(Role::Published, &version_created);
    } else {
        item.state(Role::Updated, &version_created);
    }
}

fn content(meta: Element<'_>, language: &str, item: &mut WireItem) {
    for e in in_language(meta, language) {
        let role = e.attribute("role").unwrap_or_default().to_ascii_lowercase();
        match e.name() {
            "headline" if role.contains("sub") => item.state(Role::Standfirst, &e.text()),
            "headline" => item.state(Role::Title, &e.text()),
            "description" if role.is_empty() || role.contains("summary") || role.contains("abstract") => {
                item.state(Role::Standfirst, &e.text());
            }
            "by" => item.state(Role::Author, &e.text()),
            "dateline" => item.fact(WireTopic::Dateline, &e.text(), "newsml-g2.dateline"),
            "creditline" => item.fact(WireTopic::Credit, &e.text(), "newsml-g2.creditline"),
            "slugline" => item.fact(WireTopic::Slug, &e.text(), "newsml-g2.slugline"),
            "urgency" => item.fact(WireTopic::Urgency, &e.text(), "newsml-g2.urgency"),
            "genre" => item.fact(WireTopic::Genre, &name(e), "newsml-g2.genre"),
            "language" => item.state(Role::Language, e.attribute("tag").unwrap_or_default()),
            // The item may have been opened before its text was there.
            "contentCreated" => item.state_created(&e.text()),
            "infoSource" if item.fields.source.is_empty() => item.state(Role::Source, &name_in(e, language)),
            _ => {}
        }
    }
    if item.fields.author.is_empty() {
        // Who sends the item stands there too.
        let sends = |name: &String| item.fields.source.iter().any(|f| f.value.eq_ignore_ascii_case(name));
        let creators = meta.children().filter(|c| c.is("creator")).map(name).filter(|n| !is_agency(n) && !sends(n));
        let creators: Vec<String> = creators.collect();
        item.state(Role::Author, &creators.join(", "));
    }
    if !item.facts.iter().any(|f| f.topic == WireTopic::Dateline) {
        let place = meta.child("located").map(name).unwrap_or_default();
        item.fact(WireTopic::Dateline, &place, "newsml-g2.located");
    }
}

fn rights(e: Element<'_>, item: &mut WireItem) {
    let Some(info) = e.child("rightsInfo") else { return };
    let holder = info.child("copyrightHolder").map(name).unwrap_or_default();
    let notice = first(info, &[&["copyrightNotice"]]);
    item.fact(WireTopic::Rights, if notice.is_empty() { &holder } else { &notice }, "newsml-g2.rightsInfo");
    if item.fields.source.is_empty() {
        item.state(Role::Source, &holder);
    }
}

/// A package is a list of items: a line for each.
fn package(e: Element<'_>, item: &mut WireItem) {
    for reference in e.all("itemRef") {
        let title = first(reference, &[&["headline"], &["title"], &["description"]]);
        let target = reference.attribute("residref").or_else(|| reference.attribute("href")).unwrap_or_default();
        let dash = if title.is_empty() || target.is_empty() { "" } else { " — " };
        item.blocks.push(WireBlock {
            kind: LineKind::Body,
            text: format!("{title}{dash}{target}"),
            rule: "wire.package",
        });
    }
    item.notices.push(Notice::info("", msg::ingest_wire_package(item.blocks.len())));
}

/// What a desk plans: the summary is the text, the coverage with its days stands below it.
fn planning(e: Element<'_>, item: &mut WireItem) {
    let meta = e.child("contentMeta").map(|meta| in_language(meta, language(e))).unwrap_or_default();
    for summary in meta.into_iter().filter(|e| e.is("description")) {
        item.blocks.extend(blocks::of_text(&summary.words()));
    }
    item.fields.standfirst.clear();
    let kind = if item.blocks.is_empty() { LineKind::Body } else { LineKind::Notice };
    for coverage in e.all("newsCoverage") {
        let planning = coverage.child("planning").unwrap_or(coverage);
        let scheduled = first(planning, &[&["scheduled"]]);
        let what = planning.child("itemClass").map(name).unwrap_or_default();
        let title = first(planning, &[&["headline"], &["slugline"], &["description"]]);
        let note = first(planning, &[&["edNote"]]);
        let parts = [scheduled, what, title, note];
        let text = parts.iter().filter(|p| !p.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
        if !text.is_empty() {
            item.blocks.push(WireBlock { kind, text, rule: "wire.planning" });
        }
    }
    item.notices.push(Notice::info("", msg::INGEST_WIRE_PLANNING));
}
