//! The items of a feed as they stand in the file: names without their
//! prefixes, dates as they are written.

use super::{ADDRESS, WEAK};
use crate::corpus::date::find_dates;
use crate::ingest::assemble::Record;
use crate::ingest::mapping::{FieldType, FieldUse, Role};
use crate::ingest::people;
use crate::ingest::typed;
use crate::ingest::xml::Element;
use crate::text::Span;
use std::collections::HashMap;

/// An item and the feed around it.
pub(super) struct FeedItem<'t, 'f> {
    item: Element<'t>,
    /// The title of the feed.
    outlet: &'f str,
    /// Its language.
    language: &'f str,
    /// The names behind the logins of those who write in it.
    logins: &'f HashMap<String, String>,
}

/// The record of an item.
pub(super) struct Entered {
    pub(super) record: Record,
    /// The item itself names its outlet.
    pub(super) own_source: bool,
}

/// Authors of one item.
const AUTHORS: usize = 100;

/// Names of the dates of an item, strongest first.
const PUBLISHED: [&str; 6] = ["pubDate", "published", "issued", "date", "created", "dateTime"];
const UPDATED: [&str; 3] = ["updated", "modified", "lastBuildDate"];

/// What a feed says of all its items.
#[derive(Default)]
pub(super) struct FeedHead {
    outlet: String,
    language: String,
    logins: HashMap<String, String>,
}

impl FeedHead {
    /// Of a feed of any kind.
    pub(super) fn of(root: Element<'_>) -> Self {
        let feed = root.child("channel").unwrap_or(root);
        let stated = feed.child("language").map(Element::text);
        let language = feed.attribute("lang").or_else(|| root.attribute("lang")).map(str::to_owned).or(stated);
        Self {
            outlet: feed.child("title").map(Element::text).unwrap_or_default(),
            language: language.unwrap_or_default(),
            logins: logins(feed),
        }
    }
}

/// The items of a feed of any kind.
pub(super) fn of<'t, 'f>(root: Element<'t>, head: &'f FeedHead) -> Vec<FeedItem<'t, 'f>> {
    let name = if root.is("feed") { "entry" } else { "item" };
    let (outlet, language) = (head.outlet.as_str(), head.language.as_str());
    let mut items = Vec::new();
    for item in root.all(name).into_iter().filter(|item| is_article(*item)) {
        // An item that is not closed holds those behind it.
        let mut open = vec![item];
        while let Some(item) = open.pop() {
            items.push(FeedItem { item, outlet, language, logins: &head.logins });
            open.extend(item.all(name).into_iter().rev());
        }
    }
    items
}

/// What an export of WordPress holds beside texts.
const BESIDE: [&str; 6] =
    ["attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache"];

/// True for an item that is an article: exports of a whole site list its pictures and menus too.
fn is_article(item: Element<'_>) -> bool {
    let kind = item.child("post_type").map(Element::text).unwrap_or_default();
    // Blogger calls what it exports by addresses: `…/blogger/2008/kind#settings`.
    let terms = item.children().filter(|c| c.is("category")).filter_map(|c| c.attribute("term"));
    let mut called = terms.filter_map(|term| term.split_once("kind#").map(|(_, kind)| kind));
    let other = called.next().is_some_and(|kind| !matches!(kind, "post" | "page"));
    !other && !BESIDE.contains(&kind.as_str()) && !kind.starts_with("wp_")
}

/// The names behind the logins of an export of WordPress.
fn logins(feed: Element<'_>) -> HashMap<String, String> {
    let named = |author: Element<'_>| {
        let login = author.child("author_login").map(Element::text)?;
        let name = author.child("author_display_name").map(Element::text).filter(|name| !name.is_empty())?;
        Some((login, name))
    };
    feed.children().filter(|c| c.is("author")).take(AUTHORS).filter_map(named).collect()
}

impl FeedItem<'_, '_> {
    fn first(&self, names: &[&str]) -> String {
        first(self.item, names)
    }

    /// What an element holds, as text with or without tags.
    fn content(&self, name: &str) -> String {
        let all = self.item.children().filter(|c| c.is(name));
        let held = |e: Element<'_>| if e.children().next().is_some() { e.markup() } else { e.words() };
        all.map(held).max_by_key(String::len).unwrap_or_default()
    }

    /// Adds what stands in the file to what a strict reader found.
    pub(super) fn complete(&self, mut record: Record) -> Entered {
        let title = self.first(&["title"]);
        let source = item_source(self.item);
        let own = source.as_ref().map(|(name, _)| name.clone()).filter(|name| !name.is_empty());
        record.add(Role::Title, WEAK + 1, title);
        for (rank, name) in ["encoded", "content", "body", "fulltext"].into_iter().enumerate() {
            record.add(Role::Text, WEAK + 1 + rank, self.content(name));
        }
        let summary = ["description", "summary"].iter().map(|n| self.content(n)).find(|s| !s.trim().is_empty());
        if let Some(summary) = summary {
            let role = if record.has(Role::Text) { Role::Standfirst } else { Role::Text };
            record.add(role, WEAK + 9, summary);
        }
        let form = FieldUse { role: Role::Source, rank: 0, form: FieldType::Outlet };
        if let Some((name, address)) = source {
            let named = !name.is_empty();
            record.state(form, name);
            if !named {
                record.state(FieldUse { role: Role::Host, rank: 0, form: FieldType::Host }, address);
            }
        }
        let own_source = record.has(Role::Source) && own.is_some();
        // A service that counts readers puts its own address in place of the article's.
        record.state(FieldUse { rank: 0, ..ADDRESS }, self.first(&["origLink"]));
        let link = self.link();
        // An item that leads elsewhere by way of a list is the other host's.
        if let Some(inner) = typed::redirected(&link) {
            record.state(FieldUse { rank: 0, ..ADDRESS }, inner.clone());
            if !record.has(Role::Source) {
                record.state(FieldUse { role: Role::Host, rank: 0, form: FieldType::Host }, inner);
            }
        }
        if !record.has(Role::Host) {
            record.add(Role::Source, WEAK + 1, self.outlet.to_owned());
        }
        // What stands in an item as a document of its own says what it is.
        let held = self.item.child("content").and_then(Held::of);
        if let Some(held) = held {
            held.state(&mut record);
        }
        let author = if self.logins.is_empty() { WEAK + 1 } else { 0 };
        record.add(Role::Author, author, self.author());
        // As written: the day of a place is not that of Greenwich.
        record.add(Role::Published, 0, moment_of(self.item));
        record.add(Role::Updated, 0, moment(self.first(&UPDATED)));
        record.add(Role::Url, WEAK + 1, link);
        if !record.has(Role::Url) {
            record.state(ADDRESS, self.first(&["guid"]));
        }
        record.add(Role::Identifier, WEAK + 1, self.first(&["guid", "id"]));
        let language = self.item.attribute("lang").unwrap_or(self.language).to_owned();
        record.add(Role::Language, WEAK + 1, language);
        Entered { record, own_source }
    }

    fn author(&self) -> String {
        let author = self.item.children().filter(|c| c.is("author") || c.is("creator"));
        let named = |e: Element<'_>| e.child("name").unwrap_or(e).text();
        let mut names: Vec<String> = Vec::new();
        for name in author.take(AUTHORS).map(named).filter(|n| n.chars().any(char::is_alphabetic)) {
            // `ana@quai.example (Ana Roz)`
            let inner =
                name.split_once('(').filter(|(head, _)| head.contains('@')).map(|(_, n)| n.trim_end_matches(')'));
            let name = inner.unwrap_or(&name).trim();
            let name = people::listed(self.logins.get(name).map_or(name, String::as_str));
            if !name.contains('@') && !names.contains(&name) {
                names.push(name);
            }
        }
        names.join(", ")
    }

    fn link(&self) -> String {
        let links: Vec<Element<'_>> = self.item.children().filter(|c| c.is("link")).collect();
        let main = |l: &&Element<'_>| l.attribute("rel").is_none_or(|r| r == "alternate");
        let link = links.iter().find(main).or(links.first());
        let address = link.map(|l| l.attribute("href").map_or_else(|| l.text(), str::to_owned)).unwrap_or_default();
        address.trim().to_owned()
    }
}

/// An article that stands in an item as a document of XML, as services of archives deliver it;
/// the day and the author of the item are those of the delivery.
struct Held<'t> {
    document: Element<'t>,
    text: Element<'t>,
}

impl<'t> Held<'t> {
    fn of(content: Element<'t>) -> Option<Self> {
        let document = content.children().next().filter(|_| content.attribute("type").is_some_and(is_xml))?;
        let text = ["bodyText", "body.content"].iter().find_map(|name| document.find(name))?;
        Some(Self { document, text })
    }

    fn state(&self, record: &mut Record) {
        let say =
            |names: &[&str]| names.iter().find_map(|n| self.document.find(n)).map(Element::text).unwrap_or_default();
        record.add(Role::Text, 0, self.text.markup());
        record.add(Role::Title, 0, say(&["hl1", "headline"]));
        record.add(Role::Source, 0, say(&["publicationName", "sourceName"]));
        let authors: Vec<String> = self
            .document
            .find("byline")
            .map(|line| line.all("nameText"))
            .unwrap_or_default()
            .into_iter()
            .map(Element::text)
            .collect();
        let line = if authors.is_empty() { say(&["byline"]) } else { authors.join("; ") };
        record.state(FieldUse { role: Role::Author, rank: 0, form: FieldType::People }, line);
        let day = self.document.find("publicationDate").map(|day| {
            let parts = ["year", "month", "day"].map(|part| day.attribute(part).and_then(|p| p.parse::<u16>().ok()));
            match parts {
                [Some(year), Some(month), Some(day)] => format!("{year:04}-{month:02}-{day:02}"),
                _ => day.text(),
            }
        });
        record.add(Role::Published, 0, day.unwrap_or_default());
    }
}

/// True for the type of a document of XML that is no page.
fn is_xml(kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    (kind.ends_with("/xml") || kind.ends_with("+xml")) && !kind.contains("xhtml")
}

/// The text of the first of some elements right inside an item.
fn first(item: Element<'_>, names: &[&str]) -> String {
    let text = |name: &&str| item.child(name).map(Element::text).filter(|t| !t.is_empty());
    names.iter().find_map(text).unwrap_or_default()
}

/// The outlet that an item itself names, and its address.
pub(in crate::ingest) fn item_source(item: Element<'_>) -> Option<(String, String)> {
    let source = item.children().find(|c| c.is("source") || c.is("publisher"))?;
    let name = match source.child("title") {
        Some(title) => title.text(),
        None if source.children().next().is_some() => String::new(),
        None => source.text(),
    };
    let address = source.attribute("url").or_else(|| source.attribute("href")).unwrap_or_default();
    Some((name, address.to_owned()))
}

/// When an item says that it was published; empty where it does not.
pub(in crate::ingest) fn moment_of(item: Element<'_>) -> String {
    moment(first(item, &PUBLISHED))
}

/// Three letters with which two months begin, and the two.
const CUT: &str = "jui";
const MONTHS: [&str; 2] = ["juin", "juillet"];

/// A date whose month was cut to three letters with which two begin, with that of them in which the
/// day has its weekday: `Ven, 14 Jui 2024`.
fn told_by_weekday(value: &str) -> Option<String> {
    let cut = |word: &&str| word.trim_end_matches('.').eq_ignore_ascii_case(CUT);
    let at = value.split_whitespace().find(cut)?;
    MONTHS.iter().map(|month| value.replacen(at, month, 1)).find(|whole| {
        let found = find_dates(whole, Span::new(0, whole.len()));
        found.iter().any(|d| d.full().is_some_and(|day| d.weekday == Some(day.weekday())))
    })
}

/// A date of mail in the form of other dates, in its own offset; what is none
/// as it is written.
fn moment(value: String) -> String {
    let parser = jiff::fmt::rfc2822::DateTimeParser::new().relaxed_weekday(true);
    match parser.parse_zoned_datetime(&value) {
        Ok(moment) => moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        Err(_) => told_by_weekday(&value).unwrap_or(value),
    }
}
