//! NewsML 1: items in an envelope, whose components may stand in each other.

use super::blocks;
use super::item::{WireItem, first, is_pictured};
use crate::corpus::{LineKind, WireTopic};
use crate::ingest::mapping::Role;
use crate::ingest::people::is_agency;
use crate::ingest::xml::Element;

/// The items of a file.
pub(super) fn items(root: Element<'_>) -> Vec<WireItem> {
    let sent = first(root, &[&["NewsEnvelope", "DateAndTime"]]);
    let (mut found, mut listed) = (Vec::new(), Vec::new());
    for e in root.all("NewsItem") {
        let mut item = head(e);
        item.state(Role::Seen, &sent);
        let mut reports = Vec::new();
        gather_reports(e, AroundReport::default(), &mut reports);
        // Several reports of one item are several articles.
        if reports.len() > 1 {
            item.of.clear();
            let provider = provider(e);
            found.extend(reports.into_iter().map(|(report, around)| {
                let mut item = item.clone();
                describe(report, &mut item);
                around.describe(&mut item);
                complete(e, &provider, report, &mut item);
                item
            }));
        } else {
            // A picture may stand before the only report, with a line and a name of its own.
            if let Some((report, around)) = reports.pop() {
                describe(report, &mut item);
                around.describe(&mut item);
            }
            describe(e, &mut item);
            complete(e, &provider(e), e, &mut item);
            let media = e.all("MediaType").into_iter().filter_map(|m| m.attribute("FormalName"));
            item.pictured = !item.blocks.iter().any(|b| b.kind.is_body()) && media.into_iter().any(is_pictured);
            let lists = item.blocks.is_empty() && !e.all("NewsItemRef").is_empty();
            if lists { listed.push(item) } else { found.push(item) }
        }
    }
    // What lists other items is no report beside one.
    if found.is_empty() { listed } else { found }
}

/// What the components around a report state; what stands in another report is
/// none of it.
#[derive(Clone, Copy, Default)]
struct AroundReport<'t> {
    lines: Option<Element<'t>>,
    administrative: Option<Element<'t>>,
    descriptive: Option<Element<'t>>,
}

impl<'t> AroundReport<'t> {
    /// The same for what stands in this component.
    fn within(self, component: Element<'t>) -> Self {
        Self {
            lines: component.child("NewsLines").or(self.lines),
            administrative: component.child("AdministrativeMetadata").or(self.administrative),
            descriptive: component.child("DescriptiveMetadata").or(self.descriptive),
        }
    }

    fn describe(self, item: &mut WireItem) {
        let placed = item.facts.iter().any(|f| f.topic == WireTopic::Dateline);
        if let Some(e) = self.lines {
            lines(e, placed, item);
        }
        if let Some(e) = self.administrative {
            administrative(e, item);
        }
        if let Some(e) = self.descriptive {
            descriptive(e, item);
        }
    }
}

/// The reports of an item with what stands around each.
fn gather_reports<'t>(e: Element<'t>, around: AroundReport<'t>, found: &mut Vec<(Element<'t>, AroundReport<'t>)>) {
    for child in e.children() {
        let report = child.is("NewsComponent") && is_report(child);
        if report {
            found.push((child, around));
        }
        let inner = if child.is("NewsComponent") && !report { around.within(child) } else { around };
        gather_reports(child, inner, found);
    }
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

/// What the role of a component has in it that is no report.
const PICTURES: [&str; 5] = ["caption", "photo", "picture", "graphic", "video"];

/// True for a component with a headline and paragraphs of its own, other than
/// those of a picture.
fn is_report(component: Element<'_>) -> bool {
    let own =
        |e: Element<'_>| e.children().filter(|c| c.is("ContentItem")).any(|c| is_text(c) && c.find("p").is_some());
    let role = formal(component, &["Role"]).to_ascii_lowercase();
    let picture = PICTURES.iter().any(|word| role.contains(word));
    !picture && component.at(&["NewsLines", "HeadLine"]).is_some() && own(component)
}

fn formal(e: Element<'_>, path: &[&str]) -> String {
    e.at(path).and_then(|e| e.attribute("FormalName")).unwrap_or_default().to_owned()
}

fn is_text(content: Element<'_>) -> bool {
    let medium = formal(content, &["MediaType"]).to_ascii_lowercase();
    (medium.is_empty() || medium == "text") && content.find("DataContent").is_some()
}

/// What an item states of all its reports.
fn head(e: Element<'_>) -> WireItem {
    let mut item = WireItem::default();
    if let Some(id) = e.at(&["Identification", "NewsIdentifier"]) {
        let revision = id.child("RevisionId");
        let parts = [first(id, &[&["ProviderId"]]), first(id, &[&["DateId"]]), first(id, &[&["NewsItemId"]])];
        item.of = if parts[2].is_empty() { String::new() } else { parts.join(":") };
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
    item
}

fn provider(e: Element<'_>) -> String {
    first(e, &[&["Identification", "NewsIdentifier", "ProviderId"]])
}

/// What a report, or an item that is one, states of itself.
fn describe(scope: Element<'_>, item: &mut WireItem) {
    // Those of the component around may name the rights alone.
    let all_lines = || components(scope).into_iter().chain([scope]).filter_map(|c| c.child("NewsLines"));
    let titled = all_lines().find(|e| e.child("HeadLine").is_some_and(|title| !title.text().is_empty()));
    if let Some(e) = titled.or_else(|| scope.find("NewsLines")) {
        lines(e, false, item);
    }
    // That of the component around may be empty.
    let named = |e: &Element<'_>| e.find("Party").is_some();
    let all = || components(scope).into_iter().filter_map(|c| c.child("AdministrativeMetadata"));
    let own = scope.child("AdministrativeMetadata").filter(named).or_else(|| all().find(named));
    if let Some(e) = own.or_else(|| scope.find("AdministrativeMetadata")) {
        administrative(e, item);
    }
    if let Some(e) = scope.find("DescriptiveMetadata") {
        descriptive(e, item);
    }
}

/// What stands in where a report states none, and its text.
fn complete(whole: Element<'_>, provider: &str, scope: Element<'_>, item: &mut WireItem) {
    if item.fields.source.is_empty() {
        item.state(Role::Source, provider);
    }
    item.state(Role::Language, whole.attribute("lang").unwrap_or_default());
    texts(scope, item);
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
        item.note(name, "newsml.Instruction");
    }
}

/// The lines of a report; one that has its place needs that of no other.
fn lines(lines: Element<'_>, placed: bool, item: &mut WireItem) {
    let say = |name: &str| lines.child(name).map(Element::text).unwrap_or_default();
    if item.fields.title.is_empty() {
        item.state(Role::Title, &say("HeadLine"));
        item.state(Role::Standfirst, &say("SubHeadLine"));
        item.state(Role::Author, &say("ByLine"));
    }
    if !placed {
        item.fact(WireTopic::Dateline, &say("DateLine"), "newsml.DateLine");
    }
    item.fact(WireTopic::Credit, &say("CreditLine"), "newsml.CreditLine");
    item.fact(WireTopic::Rights, &say("CopyrightLine"), "newsml.CopyrightLine");
    item.fact(WireTopic::Slug, &say("SlugLine"), "newsml.SlugLine");
    for line in lines.children().filter(|c| c.is("NewsLine")) {
        let note = line.child("NewsLineText").map(Element::text).unwrap_or_default();
        item.note(&note, "newsml.NewsLine");
    }
}

fn administrative(e: Element<'_>, item: &mut WireItem) {
    let party = |role: &str| {
        let party = e.at(&[role, "Party"])?;
        let name = first(party, &[&["Property"], &["Name"]]);
        let code = || party.attribute("FormalName").map(str::to_owned);
        Some(name).filter(|name| !name.is_empty()).or_else(code).filter(|name| !name.is_empty())
    };
    for role in ["Provider", "Source"] {
        item.state(Role::Source, &party(role).unwrap_or_default());
    }
    if item.fields.author.is_empty() {
        // What a desk made names nobody.
        item.state(Role::Author, &party("Creator").filter(|name| !is_agency(name)).unwrap_or_default());
    }
}

fn descriptive(e: Element<'_>, item: &mut WireItem) {
    item.state(Role::Language, &formal(e, &["Language"]));
    item.fact(WireTopic::Genre, &formal(e, &["Genre"]), "newsml.Genre");
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
