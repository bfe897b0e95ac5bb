//! RSS and Atom: each entry is a document. OPML: the list of links is one.
//!
//! Feeds are parsed by feed-rs; nothing is fetched.

use super::assemble::{Record, nothing_readable};
use super::format::{FileFormat, ReadAs};
use super::mapping::Role;
use super::raw::{Field, Hint};
use super::raw::{Item, Options, RawDocument, Sink};
use super::tidy::tidy;
use super::{encoding, plain};
use crate::corpus::{LineKind, Place, SourceFormat};
use crate::notice::Notice;
use crate::text::Span;
use crate::text::sanitise::one_line;
use crate::words::msg;
use feed_rs::model::{Entry, Feed, Text};
use std::ops::ControlFlow;

/// RSS and Atom.
pub(super) const FEED: FileFormat = FileFormat {
    source: SourceFormat::Feed,
    recognise: |head| head.has_root(&["rss", "feed", "rdf:rdf", "rdf"]),
    read: ReadAs::Text(entries),
};

/// OPML.
pub(super) const OPML: FileFormat = FileFormat {
    source: SourceFormat::Opml,
    recognise: |head| head.has_root(&["opml"]),
    read: ReadAs::Text(|place, bytes, _, sink| {
        outline(place, &encoding::decode(bytes, encoding::declared(bytes)).text, sink)
    }),
};

/// The entries of a feed.
fn entries(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let feed = match feed_rs::parser::parse(bytes) {
        Ok(feed) => feed,
        Err(e) => {
            let reason = one_line(&e.to_string());
            let sentence = msg::ingest_feed_broken(reason);
            return sink(Item::Notice(Notice::error(place.to_string(), sentence)));
        }
    };
    if feed.entries.is_empty() {
        return sink(Item::Notice(Notice::info(place.to_string(), msg::INGEST_FEED_EMPTY)));
    }
    for (i, entry) in feed.entries.iter().enumerate() {
        let here = place.at(i + 1);
        let record = record(&feed, entry);
        if record.is_readable() {
            sink(Item::Document(Box::new(record.document(here, rules, options))))?;
        } else {
            sink(Item::Notice(nothing_readable(&here)))?;
        }
    }
    ControlFlow::Continue(())
}

fn record(feed: &Feed, entry: &Entry) -> Record {
    let text = |t: &Option<Text>| t.as_ref().map(|t| t.content.clone()).unwrap_or_default();
    let mut r = Record::default();
    r.add(Role::Title, 0, text(&entry.title));
    let content = entry.content.as_ref().and_then(|c| c.body.clone()).unwrap_or_default();
    // A feed without full texts has the article's beginning in its summary.
    let summary = text(&entry.summary);
    if content.trim().is_empty() {
        r.add(Role::Text, 0, summary);
    } else {
        r.add(Role::Text, 0, content);
        r.add(Role::Standfirst, 0, summary);
    }
    r.add(Role::Source, 0, text(&feed.title));
    let authors: Vec<_> = entry.authors.iter().filter_map(|p| p.name.as_deref()).filter(|n| !n.is_empty()).collect();
    r.add(Role::Author, 0, authors.join(", "));
    r.add(Role::Published, 0, entry.published.map(|d| d.to_rfc3339()).unwrap_or_default());
    r.add(Role::Updated, 0, entry.updated.map(|d| d.to_rfc3339()).unwrap_or_default());
    let link = entry.links.iter().find(|l| l.rel.as_deref().is_none_or(|r| r == "alternate")).or(entry.links.first());
    r.add(Role::Url, 0, link.map(|l| l.href.clone()).unwrap_or_default());
    r.add(Role::Language, 0, entry.language.clone().or(feed.language.clone()).unwrap_or_default());
    r.add(Role::Identifier, 0, entry.id.clone());
    r
}

fn rules(role: Role) -> &'static str {
    match role {
        Role::Title => "feed.title",
        Role::Standfirst => "feed.summary",
        Role::Text => "feed.content",
        Role::Source => "feed.feed-title",
        Role::Host => "feed.link",
        Role::Author => "feed.author",
        Role::Published => "feed.published",
        Role::Updated => "feed.updated",
        Role::Seen => "feed.seen",
        Role::Url => "feed.link",
        Role::Language => "feed.language",
        Role::Identifier => "feed.id",
    }
}

/// An OPML list as one document: a line for each link.
fn outline(place: &Place, text: &str, sink: &mut Sink<'_>) -> ControlFlow<()> {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    let (mut title, mut lines, mut links) = (String::new(), String::new(), 0_usize);
    let mut in_title = false;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(Event::Start(e)) if e.name().as_ref() == "title" => in_title = true,
            Ok(Event::End(_)) => in_title = false,
            Ok(Event::Text(t)) if in_title => title.push_str(&t),
            Ok(Event::GeneralRef(r)) if in_title => title.push_str(&format!("&{};", &*r)),
            Ok(Event::Start(e) | Event::Empty(e)) if e.name().as_ref() == "outline" => {
                let (mut name, mut address) = (String::new(), String::new());
                for a in e.attributes().with_checks(false).flatten() {
                    let value = super::html::inline::inline_text(&a.value);
                    match a.key.as_ref() {
                        "title" | "text" if name.is_empty() => name = value,
                        "htmlUrl" => address = value,
                        "xmlUrl" | "url" if address.is_empty() => address = value,
                        _ => {}
                    }
                }
                links += usize::from(!address.is_empty());
                let dash = if name.is_empty() || address.is_empty() { "" } else { " — " };
                lines.push_str(&format!("{name}{dash}{address}\n"));
            }
            Ok(_) => {}
            Err(e) => {
                let sentence = msg::ingest_xml_broken(one_line(&e.to_string()));
                sink(Item::Notice(Notice::error(place.to_string(), sentence)))?;
                break;
            }
        }
    }
    let title = tidy(&title);
    let start = if title.is_empty() { String::new() } else { format!("{title}\n\n") };
    let RawDocument { text, .. } = plain::read(format!("{start}{lines}"));
    let mut raw = RawDocument { text, place: place.clone(), ..RawDocument::default() };
    if !title.is_empty() {
        raw.hints.push(Hint { span: Span::new(0, title.len()), kind: LineKind::Title, rule: "opml.title" });
        raw.fields.title.push(Field { value: title, rule: "opml.title" });
    }
    raw.notices.push(Notice::info(place.to_string(), msg::ingest_links(links)));
    sink(Item::Document(Box::new(raw)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::read;

    #[test]
    fn entries_of_both_kinds_of_feed_become_documents() {
        let rss = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Le Quai</title><link>https://q.example/</link>
            <description>d</description><language>fr</language><item><title>Le pont</title><link>https://q.example/1</link>
            <description>&lt;p&gt;Le pont est fermé depuis mardi.&lt;/p&gt;</description>
            <pubDate>Tue, 05 Mar 2024 08:00:00 +0100</pubDate></item></channel></rss>";
        let got = read(&Place::file("f"), rss.as_bytes());
        let d = &got.documents[0];
        assert_eq!(d.text, "Le pont\n\nLe pont est fermé depuis mardi.");
        assert_eq!(d.fields.source[0].value, "Le Quai");
        assert!(d.fields.published[0].value.starts_with("2024-03-05"));
        let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Vent</title><id>x</id><updated>2024-03-05T08:00:00Z</updated>
            <entry><title>Digue</title><id>y</id><updated>2024-03-05T08:00:00Z</updated><content type=\"html\">&lt;p&gt;La digue tient.&lt;/p&gt;</content></entry></feed>";
        let got = read(&Place::file("f"), atom.as_bytes());
        assert_eq!(got.documents[0].text, "Digue\n\nLa digue tient.");
    }

    #[test]
    fn a_list_of_links_says_that_it_fetched_nothing() {
        let got = read(
            &Place::file("l"),
            b"<opml version=\"2.0\"><head><title>Mes journaux</title></head><body><outline text=\"Le Quai\" xmlUrl=\"https://q.example/rss\"/></body></opml>",
        );
        let d = &got.documents[0];
        assert_eq!(d.text, "Mes journaux\n\nLe Quai — https://q.example/rss\n");
        assert!(d.notices[0].to_string().contains("not fetched"));
    }
}
