//! NITF: one article with its head.

use super::blocks;
use super::item::{WireItem, first};
use crate::corpus::{LineKind, WireTopic};
use crate::ingest::mapping::Role;
use crate::ingest::xml::{Element, Piece};
use crate::text::squeezed;

/// The item of a file.
pub(super) fn item(root: Element<'_>) -> WireItem {
    let mut item = WireItem::default();
    let head = root.at(&["body", "body.head"]);
    if let Some(head) = head {
        item.state(Role::Title, &first(head, &[&["hedline", "hl1"], &["hedline"]]));
        let (second, summary) = (first(head, &[&["hedline", "hl2"]]), first(head, &[&["abstract"]]));
        // Desks write in the second line by what words they know the item, in capitals.
        let keywords = !second.contains(char::is_lowercase) && !summary.is_empty();
        item.state(Role::Standfirst, if keywords || second.is_empty() { &summary } else { &second });
        item.fact(WireTopic::Slug, if keywords { &second } else { "" }, "nitf.hl2");
        byline(head, &mut item);
        item.fact(WireTopic::Dateline, &head.child("dateline").map(dateline).unwrap_or_default(), "nitf.dateline");
        item.fact(WireTopic::Rights, &first(head, &[&["rights"]]), "nitf.rights");
        for note in head.children().filter(|c| c.is("note")) {
            item.note(&note.text(), "nitf.note");
        }
    }
    item.state(Role::Title, &first(root, &[&["head", "title"]]));
    if let Some(data) = root.at(&["head", "docdata"]) {
        docdata(data, &mut item);
    }
    let publication = root.at(&["head", "pubdata"]);
    let stated = |e: Option<Element<'_>>, name: &str| e.and_then(|e| e.attribute(name)).unwrap_or_default().to_owned();
    item.state(Role::Source, &stated(publication, "name"));
    item.state(Role::Source, &head.map(|h| first(h, &[&["distributor", "org"], &["distributor"]])).unwrap_or_default());
    let story = head.and_then(|h| h.at(&["dateline", "story.date"]));
    for (e, name) in [(publication, "date.publication"), (story, "norm")] {
        item.state(Role::Published, &stated(e, name));
    }
    let holder = stated(root.at(&["head", "docdata", "doc.copyright"]), "holder");
    if item.fields.source.is_empty() {
        item.state(Role::Source, &holder);
    }
    item.fact(WireTopic::Rights, &holder, "nitf.doc.copyright");
    if let Some(tobject) = root.at(&["head", "tobject"]) {
        item.fact(WireTopic::Genre, tobject.attribute("tobject.type").unwrap_or_default(), "nitf.tobject");
    }
    item.state(Role::Language, root.attribute("lang").unwrap_or_default());
    if let Some(content) = root.at(&["body", "body.content"]) {
        item.blocks = blocks::of_element(content);
    }
    if let Some(end) = root.at(&["body", "body.end"]) {
        let mut found = blocks::of_element(end);
        found.iter_mut().for_each(|b| (b.kind, b.rule) = (LineKind::Credit, "nitf.body.end"));
        item.blocks.extend(found);
    }
    item
}

/// Who wrote it, without the title of a person's office.
fn byline(head: Element<'_>, item: &mut WireItem) {
    let lines: Vec<Element<'_>> = head.children().filter(|c| c.is("byline")).collect();
    let persons: Vec<String> = lines.iter().flat_map(|l| l.all("person")).map(Element::text).collect();
    let said = lines.iter().map(|l| without_title(*l)).find(|t| !t.is_empty()).unwrap_or_default();
    // `pv/dm`: desks sign with the initials of who wrote and who read it.
    let initials = said.split('/').all(|part| part.chars().count() <= 4 && part.chars().all(char::is_lowercase));
    item.state(Role::Author, if persons.is_empty() && !initials { &said } else { "" });
    item.state(Role::Author, &persons.join(", "));
    let credit: Vec<String> = lines.iter().flat_map(|l| l.all("byttl")).map(Element::text).collect();
    item.fact(WireTopic::Credit, &credit.join(", "), "nitf.byttl");
}

/// The words of a dateline without a day that is written for programs.
fn dateline(line: Element<'_>) -> String {
    let words = line.pieces().map(|piece| match piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Element(e) => e.text(),
    });
    let machine = |word: &str| word.len() >= 8 && word.bytes().take(8).all(|b| b.is_ascii_digit());
    let words = words.collect::<Vec<_>>().join(" ");
    words.split_whitespace().filter(|word| !machine(word)).collect::<Vec<_>>().join(" ")
}

/// The words of a byline but for the title of an office in it.
fn without_title(line: Element<'_>) -> String {
    let words = line.pieces().map(|piece| match piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Element(e) if e.is("byttl") => " ".to_owned(),
        Piece::Element(e) => e.text(),
    });
    squeezed(&words.collect::<String>())
}

fn docdata(data: Element<'_>, item: &mut WireItem) {
    let stated =
        |name: &str, attribute: &str| data.child(name).and_then(|e| e.attribute(attribute)).unwrap_or_default();
    let identifier = stated("doc-id", "id-string");
    item.state(Role::Identifier, identifier);
    item.fact(WireTopic::Identifier, identifier, "nitf.doc-id");
    identifier.clone_into(&mut item.of);
    item.state(Role::Published, stated("date.issue", "norm"));
    item.fact(WireTopic::Urgency, stated("urgency", "ed-urg"), "nitf.urgency");
    item.fact(WireTopic::Slug, stated("du-key", "key"), "nitf.du-key");
    item.version = stated("du-key", "version").parse().unwrap_or(0);
    item.fact(WireTopic::Version, stated("du-key", "version"), "nitf.du-key");
    item.note(stated("ed-msg", "info"), "nitf.ed-msg");
    for correction in data.children().filter(|c| c.is("correction")) {
        let said = [correction.attribute("info"), correction.attribute("id-string"), correction.attribute("regsrc")];
        let said = said.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        item.fact(WireTopic::Corrects, &said, "nitf.correction");
    }
    let status = data.attribute("management-status").unwrap_or_default();
    if !status.is_empty() {
        item.stands(status, "nitf.management-status");
    }
    if status.eq_ignore_ascii_case("embargoed") {
        let until = stated("date.release", "norm");
        item.fact(WireTopic::Embargo, if until.is_empty() { "—" } else { until }, "nitf.date.release");
    }
}
