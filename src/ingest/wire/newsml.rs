//! NewsML 1: items in an envelope, whose components may stand in each other.

use super::blocks;
use super::item::{WireItem, first};
use crate::corpus::{LineKind, WireTopic};
use crate::ingest::mapping::Role;
use crate::ingest::xml::Element;

/// The items of a file.
pub(super) fn items(root: Element<'_>) -> Vec<WireItem> {
    let sent = first(root, &[&["NewsEnvelope", "DateAndTime"]]);
    let mut found = Vec::new();
    for e in root.all("NewsItem") {
        let texts: Vec<Element<'_>> = components(e).into_iter().filter(|c| is_report(*c)).collect();
        // Several reports of one item are several articles.
        if texts.len() > 1 {
            found.extend(texts.into_iter().map(|text| item(e, Some(text), &sent)));
        } else {
            found.push(item(e, None, &sent));
        }
    }
    found
}

/// Components at any depth, those around others included.
fn components(e: Element<'_>) -> Vec<Element<'_>> {
    let mut found = e.all("NewsComponent");
    let mut at = 0;
    while let Some(outer) = found.get(at).copied() {
        found.extend(outer.all("NewsComponent"));
        at += 1;
    }
    found
}

/// True for a component with a headline and paragraphs of its own.
fn is_report(component: Element<'_>) -> bool {
    let own =
        |e: Element<'_>| e.children().filter(|c| c.is("ContentItem")).any(|c| is_text(c) && c.find("p").is_some());
    component.at(&["NewsLines", "HeadLine"]).is_some() && own(component)
}

fn formal(e: Element<'_>, path: &[&str]) -> String {
    e.at(path).and_then(|e| e.attribute("FormalName")).unwrap_or_default().to_owned()
}

fn is_text(content: Element<'_>) -> bool {
    let medium = formal(content, &["MediaType"]).to_ascii_lowercase();
    (medium.is_empty() || medium == "text") && content.find("DataContent").is_some()
}

fn item(e: Element<'_>, only: Option<Element<'_>>, sent: &str) -> WireItem {
    let mut item = WireItem::default();
    if let Some(id) = e.at(&["Identification", "NewsIdentifier"]) {
        let revision = id.child("RevisionId");
        let parts = [first(id, &[&["ProviderId"]]), first(id, &[&["DateId"]]), first(id, &[&["NewsItemId"]])];
        if only.is_none() {
            item.of = if parts[2].is_empty() { String::new() } else { parts.join(":") };
        }
        item.version = revision.and_then(|r| r.text().parse().ok()).unwrap_or(0);
        item.fact(WireTopic::Version, &revision.map(Element::text).unwrap_or_default(), "newsml.RevisionId");
        let previous = revision.and_then(|r| r.attribute("PreviousRevision")).filter(|p| *p != "0");
        item.fact(WireTopic::Corrects, previous.unwrap_or_default(), "newsml.PreviousRevision");
        let public = first(id, &[&["PublicIdentifier"]]);
        item.state(Role::Identifier, &public);
        item.fact(WireTopic::Identifier, &public, "newsml.PublicIdentifier");
    }
    item.fact(WireTopic::Slug, &first(e, &[&["Identification", "NameLabel"]]), "newsml.NameLabel");
    if let Some(management) = e.child("NewsManagement") {
        manage(management, &mut item);
    }
    let scope = only.unwrap_or(e);
    lines(scope, &mut item);
    if only.is_some() {
        lines(e, &mut item);
    }
    metadata(scope, e, &mut item);
    if item.fields.published.is_empty() {
        item.state(Role::Published, sent);
    }
    texts(scope, &mut item);
    item
}

fn manage(e: Element<'_>, item: &mut WireItem) {
    item.state(Role::Published, &first(e, &[&["FirstCreated"], &["ThisRevisionCreated"]]));
    item.state(Role::Updated, &first(e, &[&["ThisRevisionCreated"]]));
    item.stands(&formal(e, &["Status"]), "newsml.Status");
    item.fact(WireTopic::Urgency, &formal(e, &["Urgency"]), "newsml.Urgency");
    if formal(e, &["Status"]).eq_ignore_ascii_case("embargoed") {
        let until = first(e, &[&["StatusWillChange", "DateAndTime"]]);
        item.fact(WireTopic::Embargo, if until.is_empty() { "—" } else { &until }, "newsml.StatusWillChange");
    }
    for instruction in e.children().filter(|c| c.is("Instruction")) {
        let name = instruction.attribute("FormalName").unwrap_or_default();
        item.fact(WireTopic::Corrects, name, "newsml.Instruction");
    }
}

fn lines(scope: Element<'_>, item: &mut WireItem) {
    let Some(lines) = scope.find("NewsLines") else { return };
    let say = |name: &str| lines.child(name).map(Element::text).unwrap_or_default();
    if item.fields.title.is_empty() {
        item.state(Role::Title, &say("HeadLine"));
        item.state(Role::Standfirst, &say("SubHeadLine"));
        item.state(Role::Author, &say("ByLine"));
    }
    item.fact(WireTopic::Dateline, &say("DateLine"), "newsml.DateLine");
    item.fact(WireTopic::Credit, &say("CreditLine"), "newsml.CreditLine");
    item.fact(WireTopic::Rights, &say("CopyrightLine"), "newsml.CopyrightLine");
    item.fact(WireTopic::Slug, &say("SlugLine"), "newsml.SlugLine");
    for line in lines.children().filter(|c| c.is("NewsLine")) {
        let note = line.child("NewsLineText").map(Element::text).unwrap_or_default();
        item.note(&note, "newsml.NewsLine");
    }
}

fn metadata(scope: Element<'_>, whole: Element<'_>, item: &mut WireItem) {
    let party = |role: &str| {
        let administrative = scope.find("AdministrativeMetadata").or_else(|| whole.find("AdministrativeMetadata"))?;
        let party = administrative.at(&[role, "Party"])?;
        let name = first(party, &[&["Property"], &["Name"]]);
        Some(if name.is_empty() { party.attribute("FormalName")?.to_owned() } else { name })
    };
    for role in ["Provider", "Source"] {
        item.state(Role::Source, &party(role).unwrap_or_default());
    }
    if item.fields.source.is_empty() {
        item.state(Role::Source, &first(whole, &[&["Identification", "NewsIdentifier", "ProviderId"]]));
    }
    if item.fields.author.is_empty() {
        item.state(Role::Author, &party("Creator").unwrap_or_default());
    }
    if let Some(described) = scope.find("DescriptiveMetadata").or_else(|| whole.find("DescriptiveMetadata")) {
        item.state(Role::Language, &formal(described, &["Language"]));
        item.fact(WireTopic::Genre, &formal(described, &["Genre"]), "newsml.Genre");
    }
    item.state(Role::Language, whole.attribute("lang").unwrap_or_default());
}

/// The texts of the components, captions as captions.
fn texts(scope: Element<'_>, item: &mut WireItem) {
    let mut around = components(scope);
    around.insert(0, scope);
    for component in around {
        let caption = formal(component, &["Role"]).to_ascii_lowercase().contains("caption");
        for content in component.children().filter(|c| c.is("ContentItem") && is_text(*c)) {
            let Some(data) = content.find("DataContent") else { continue };
            let data = data.find("nitf").and_then(|n| n.find("body.content")).unwrap_or(data);
            let mut found = blocks::of_element(data);
            if caption {
                found.iter_mut().for_each(|b| b.kind = LineKind::Caption);
            }
            item.blocks.extend(found);
        }
    }
}
