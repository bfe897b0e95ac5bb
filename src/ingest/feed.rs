//! RSS and Atom: each entry is a document. OPML: the list of links is one.
//!
//! Feeds are parsed by feed-rs; nothing is fetched.

pub(super) mod items;
mod shortcodes;
pub(super) mod sitemap;

use super::assemble::{Record, nothing_readable};
use super::format::{FileFormat, ReadAs};
use super::mapping::{FieldType, FieldUse, Role};
use super::raw::{Field, Hint};
use super::raw::{Item, Options, RawDocument, Sink};
use super::tidy::tidy;
use super::xml::Tree;
use super::{encoding, people, plain, said};
use crate::corpus::{LineKind, Place, SourceFormat};
use crate::notice::Notice;
use crate::text::Span;
use crate::text::sanitise::one_line;
use crate::words::msg;
use feed_rs::model::{Entry, Feed, FeedType, Text};
use items::{Entered, FeedHead};
use std::ops::ControlFlow;

/// RSS and Atom.
pub(super) const FEED: FileFormat = FileFormat {
    source: SourceFormat::Feed,
    recognise: |head| {
        let root = head.root.as_deref().map(|root| root.rsplit(':').next().unwrap_or(root));
        root.is_some_and(|root| matches!(root, "rss" | "feed" | "rdf")) || behind_warning(head.text).is_some()
    },
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

/// Bytes in which a feed begins that a server put a warning before.
const WARNING: usize = 4096;

/// Where a feed begins behind something else, such as what a server says of a
/// fault in its own program.
fn behind_warning(text: &[u8]) -> Option<usize> {
    let head = &text[..text.len().min(WARNING)];
    let begins = |what: &[u8]| memchr::memmem::find(head, what);
    if begins(b"<html").is_some() || begins(b"<body").is_some() {
        return None;
    }
    [&b"<?xml "[..], b"<rss ", b"<feed "]
        .iter()
        .filter_map(|what| begins(what))
        .min()
        .filter(|_| begins(b"<rss ").is_some() || begins(b"<feed ").is_some())
}

/// The entries of a feed. What a strict reader makes of them is completed by
/// what stands in the file; where it makes nothing, the file alone is read.
fn entries(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let decoded = said::decoded(place, bytes, encoding::declared(bytes), sink)?;
    let begins = behind_warning(decoded.as_bytes()).unwrap_or(0);
    let text = without_declaration(decoded.get(begins..).unwrap_or(&decoded));
    let exported = text.contains(EXPORTED).then(|| shortcodes::without(text));
    let text = exported.as_deref().unwrap_or(text);
    let tree = Tree::parse(text);
    // Feeds that were put one behind the other are all read.
    let heads: Vec<FeedHead> = tree.roots().map(FeedHead::of).collect();
    let items: Vec<_> = tree.roots().zip(&heads).flat_map(|(root, head)| items::of(root, head)).collect();
    let strict = feed_rs::parser::parse(text.as_bytes());
    let records: Vec<Entered> = match &strict {
        Ok(feed) if feed.entries.len() == items.len() => {
            feed.entries.iter().zip(&items).map(|(entry, item)| item.complete(record(feed, entry))).collect()
        }
        _ => items.iter().map(|item| item.complete(Record::default())).collect(),
    };
    if let (Err(e), true) = (&strict, records.is_empty()) {
        let sentence = msg::ingest_feed_broken(one_line(&e.to_string()));
        return sink(Item::Notice(Notice::error(place.to_string(), sentence)));
    }
    if strict.is_err() || tree.full {
        said::forgiven(place, &tree, sink)?;
    }
    if records.is_empty() {
        return sink(Item::Notice(Notice::info(place.to_string(), msg::INGEST_FEED_EMPTY)));
    }
    for (i, entered) in records.into_iter().enumerate() {
        let here = place.at(i + 1);
        if !entered.record.is_readable() {
            sink(Item::Notice(nothing_readable(&here)))?;
            continue;
        }
        let mut raw = entered.record.document(here, rules, options);
        if let (true, Some(source)) = (entered.own_source, raw.fields.source.first_mut()) {
            source.rule = "feed.source";
        }
        sink(Item::Document(Box::new(raw)))?;
    }
    ControlFlow::Continue(())
}

/// What WordPress says in an export of a site.
const EXPORTED: &str = "<wp:wxr_version>";

/// The text is decoded: what it declares of its bytes holds no more.
fn without_declaration(text: &str) -> &str {
    let text = text.trim_start();
    match text.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")) {
        Some((_, rest)) => rest,
        None => text,
    }
}

fn record(feed: &Feed, entry: &Entry) -> Record {
    let text = |t: &Option<Text>| t.as_ref().map(|t| t.content.clone()).unwrap_or_default();
    let mut r = Record::default();
    r.add(Role::Title, WEAK, text(&entry.title));
    let content = entry.content.as_ref().and_then(|c| c.body.clone()).unwrap_or_default();
    // A feed without full texts has the article's beginning in its summary.
    let summary = text(&entry.summary);
    if content.trim().is_empty() {
        r.add(Role::Text, WEAK, summary);
    } else {
        r.add(Role::Text, WEAK, content);
        r.add(Role::Standfirst, WEAK, summary);
    }
    // `ana@quai.example (Ana Roz)`, of which the library takes the address.
    fn bare(name: &str) -> &str {
        name.trim().strip_prefix('(').and_then(|n| n.strip_suffix(')')).unwrap_or(name)
    }
    // Who wrote a feed of Atom wrote its entries that name nobody.
    let of_feed = matches!(feed.feed_type, FeedType::Atom) && entry.authors.is_empty();
    let named = if of_feed { &feed.authors } else { &entry.authors };
    let names = named.iter().filter_map(|p| p.name.as_deref()).map(bare).filter(|n| !n.is_empty());
    let authors: Vec<String> = names.map(people::listed).collect();
    let persons = !of_feed || authors.iter().all(|name| people::is_person(name));
    r.add(Role::Author, WEAK, if persons { authors.join(", ") } else { String::new() });
    r.add(Role::Published, WEAK, entry.published.map(|d| d.to_rfc3339()).unwrap_or_default());
    r.add(Role::Updated, WEAK, entry.updated.map(|d| d.to_rfc3339()).unwrap_or_default());
    let link = entry.links.iter().find(|l| l.rel.as_deref().is_none_or(|r| r == "alternate")).or(entry.links.first());
    r.state(ADDRESS, link.map(|l| l.href.clone()).unwrap_or_default());
    r.add(Role::Language, WEAK, entry.language.clone().or(feed.language.clone()).unwrap_or_default());
    r.add(Role::Identifier, WEAK, entry.id.clone());
    r
}

/// Rank of what the strict reader says, and of what stands for the whole feed.
const WEAK: usize = 10;
/// An address, which an identifier that stands in its place is not.
const ADDRESS: FieldUse = FieldUse { role: Role::Url, rank: WEAK, form: FieldType::Address };

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
        Role::Watched => "feed.watched",
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
    fn an_entry_of_atom_has_the_author_of_its_feed_and_its_only_moment() {
        let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Vent</title><id>x</id><updated>2024-03-07T08:00:00Z</updated>
            <author><name>Ana Roz</name></author><entry><title>Digue</title><id>y</id><updated>2024-03-05T08:00:00Z</updated>
            <content type=\"html\">&lt;p&gt;La digue tient.&lt;/p&gt;</content></entry></feed>";
        let got = read(&Place::file("f"), atom.as_bytes());
        let meta = got.documents.into_iter().map(crate::clean::clean).next().expect("an entry is a document").meta;
        assert_eq!(meta.author.value.as_deref(), Some("Ana Roz"));
        assert_eq!(meta.published.value.map(|d| d.to_string()).as_deref(), Some("2024-03-05"));
        assert_eq!(meta.published.mark, crate::corpus::Mark::Inferred);
    }

    fn rss(items: &str) -> crate::ingest::Ingested {
        let feed = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>Le Quai</title>{items}</channel></rss>"
        );
        read(&Place::file("f.xml"), feed.as_bytes())
    }

    #[test]
    fn a_feed_with_one_fault_gives_all_its_items_and_says_it() {
        let first = "<item><title>Roz & fils</title><link>https://q.example/1?a=1&b=2</link><description>Roz & fils a signé.</description></item>";
        let second = "<item><title>La digue</title><x:encoded>La digue tient.</x:encoded></item>";
        let got = rss(&format!("{first}{second}"));
        let texts: Vec<&str> = got.documents.iter().map(|d| d.text.as_str()).collect();
        assert_eq!(texts, ["Roz & fils\n\nRoz & fils a signé.", "La digue\n\nLa digue tient."]);
        assert_eq!(got.documents[0].fields.url[0].value, "https://q.example/1?a=1&b=2");
        assert!(got.notices.iter().any(|n| n.to_string().contains("mended")), "{:?}", got.notices);
        let cut =
            format!("<rss version=\"2.0\"><channel><title>Le Quai</title>{second}<item><title>Un titre</title><descr");
        let got = read(&Place::file("f.xml"), cut.as_bytes());
        assert_eq!(got.documents.len(), 2, "{:?}", got.notices);
        assert!(got.notices.iter().any(|n| n.to_string().contains("breaks off")), "{:?}", got.notices);
    }

    #[test]
    fn a_feed_in_another_encoding_than_it_declares_is_guessed_and_said() {
        let feed = "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>Le Quai</title><item><title>Le pont fermé</title><description>Décidé à l’été, après un an de débats à Gorzé.</description></item></channel></rss>";
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(feed);
        let got = read(&Place::file("f.xml"), &bytes);
        assert!(got.documents[0].text.starts_with("Le pont fermé\n\nDécidé à l’été"), "{}", got.documents[0].text);
        assert!(got.notices[0].to_string().contains("guess"), "{:?}", got.notices);
    }

    #[test]
    fn the_day_is_the_printed_one_in_any_language() {
        let got = rss("<item><title>A</title><pubDate>Thu, 11 Apr 2024 00:30:00 +0200</pubDate></item>
            <item><title>B</title><pubDate>Mercredi, 10 Avril, 2024 - 06:32</pubDate></item>
            <item><title>C</title><dc:date>jeu., 11 avr. 2024 18:05:00 +0200</dc:date></item>
            <item><title>D</title><pubDate>Mer, 12 Jui 2024 07:30:00 +0200</pubDate></item>
            <item><title>E</title><pubDate>Ven, 12 Jui 2024 07:30:00 +0200</pubDate></item>");
        let days: Vec<_> = got.documents.into_iter().map(|d| crate::clean::clean(d).meta.published.value).collect();
        let day = |d: i8| jiff::civil::Date::new(2024, 4, d).ok();
        let other = |m: i8| jiff::civil::Date::new(2024, m, 12).ok();
        assert_eq!(days, [day(11), day(10), day(11), other(6), other(7)]);
    }

    #[test]
    fn an_item_that_names_its_own_source_is_of_that_source() {
        let got = rss("<item><title>Le pont - Le Môle</title><source url=\"https://mole.example\">Le Môle</source></item>
            <item><title>La digue - enquête</title><source url=\"https://mole.example\">Le Môle</source></item>
            <item><title>Le phare</title><source url=\"https://www.cap.example/rss\"/></item><item><title>Le bac</title></item>");
        let told = |i: usize| {
            let f = &got.documents[i].fields;
            (f.title[0].value.as_str(), f.source[0].value.as_str(), f.source[0].rule)
        };
        assert_eq!(told(0), ("Le pont", "Le Môle", "feed.source"));
        assert_eq!(told(1), ("La digue - enquête", "Le Môle", "feed.source"));
        let only_address = &got.documents[2].fields;
        assert_eq!((only_address.host[0].value.as_str(), &only_address.source), ("cap.example", &Vec::new()));
        assert_eq!(told(3), ("Le bac", "Le Quai", "feed.feed-title"));
    }

    #[test]
    fn the_name_behind_an_address_of_mail_is_the_author() {
        let got = rss("<item><title>Le pont</title><author>ana@quai.example (Ana Roz)</author></item>");
        assert_eq!(got.documents[0].fields.author[0].value, "Ana Roz");
    }

    #[test]
    fn a_mark_in_place_of_an_address_is_an_identifier() {
        let got = rss("<item><title>Le pont</title><guid>quai-17</guid></item>
            <item><title>La digue</title><guid>https://q.example/2</guid></item>");
        let f = &got.documents[0].fields;
        assert_eq!((f.url.len(), f.identifier[0].value.as_str()), (0, "quai-17"));
        assert_eq!(got.documents[1].fields.url[0].value, "https://q.example/2");
    }

    #[test]
    fn old_kinds_of_feeds_and_names_of_characters_are_read() {
        let atom = "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>Vent</title><entry><title>Digue</title>
            <issued>2024-03-05T23:30:00+01:00</issued><modified>2024-03-06T08:00:00+01:00</modified><author><name>Ana Roz</name></author>
            <link rel=\"alternate\" href=\"https://v.example/1\"/><content type=\"text/html\" mode=\"escaped\">&lt;p>La digue tient.&lt;/p></content></entry></feed>";
        let got = read(&Place::file("f"), atom.as_bytes());
        let (d, f) = (&got.documents[0], &got.documents[0].fields);
        assert_eq!(d.text, "Digue\n\nLa digue tient.");
        assert_eq!(
            (f.published[0].value.as_str(), f.author[0].value.as_str()),
            ("2024-03-05T23:30:00+01:00", "Ana Roz")
        );
        assert_eq!((f.source[0].value.as_str(), f.url[0].value.as_str()), ("Vent", "https://v.example/1"));
        let got = rss(
            "<item><title>Le pont</title><description><![CDATA[La d&eacute;cision &agrave; huis clos.]]></description></item>",
        );
        assert_eq!(got.documents[0].text, "Le pont\n\nLa décision à huis clos.");
        let old = "<rss version=\"0.94\"><channel><title>Cap</title><item><title>Le phare</title><description>Il luit.</description></item></channel></rss>";
        assert_eq!(read(&Place::file("f"), old.as_bytes()).documents[0].text, "Le phare\n\nIl luit.");
    }

    #[test]
    fn what_an_export_of_a_site_holds_beside_its_articles_is_none() {
        let entry = |kind: &str| {
            format!("<entry><title>{kind}</title><id>{kind}</id><updated>2024-03-05T08:00:00Z</updated>
            <category scheme=\"x#kind\" term=\"http://x.example/2008/kind#{kind}\"/><content type=\"html\">&lt;p&gt;La digue tient.&lt;/p&gt;</content></entry>")
        };
        let feed = format!(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Vent</title><id>x</id><updated>2024-03-05T08:00:00Z</updated>{}{}{}</feed>",
            entry("settings"),
            entry("post"),
            entry("comment")
        );
        let got = read(&Place::file("f"), feed.as_bytes());
        let titles: Vec<&str> = got.documents.iter().map(|d| d.fields.title[0].value.as_str()).collect();
        assert_eq!(titles, ["post"]);
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
