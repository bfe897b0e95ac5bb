//! What a fetched body names: the articles of a feed or of a sitemap, the
//! feeds of an OPML list. Nothing is fetched here, and no article is made.

use super::encoding;
use super::xml::{Element, Tree};
use crate::enumerated::enumerated;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;

/// Addresses of one list that are taken; a sitemap may hold 50,000 of the last years.
const MOST: usize = 1000;

enumerated! {
    /// What a list is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    pub enum ListKind {
        /// RSS, Atom or a JSON Feed.
        Feed => "feed",
        /// A sitemap, or an index of sitemaps.
        Sitemap => "sitemap",
        /// A list of feeds.
        Opml => "opml",
    }
}

/// Addresses that a body names, as they are written, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// What the list is.
    pub kind: ListKind,
    /// What the list calls itself.
    pub title: Option<String>,
    /// Articles, in the order of the list.
    pub articles: Vec<String>,
    /// Other lists: feeds of an OPML list, sitemaps of an index.
    pub lists: Vec<String>,
    /// How many addresses were left out, as there are too many.
    pub left_out: usize,
}

impl Listing {
    fn made(kind: ListKind, title: Option<String>, articles: Vec<String>, lists: Vec<String>) -> Self {
        let (articles, some) = once(articles);
        let (lists, more) = once(lists);
        let title = title.map(|t| super::tidy::tidy(&t)).filter(|t| !t.is_empty());
        Self { kind, title, articles, lists, left_out: some + more }
    }
}

/// The first of the addresses, each once, and how many were left out.
fn once(addresses: Vec<String>) -> (Vec<String>, usize) {
    let mut seen = BTreeSet::new();
    let addresses = addresses.into_iter().map(|a| a.trim().to_owned()).filter(|a| !a.is_empty());
    let mut all: Vec<String> = addresses.filter(|a| seen.insert(a.clone())).collect();
    let left_out = all.len().saturating_sub(MOST);
    all.truncate(MOST);
    (all, left_out)
}

/// What a body lists: RSS, Atom, a JSON Feed, a sitemap, an index of sitemaps,
/// or OPML. `None` for anything else, such as a page.
pub fn listing(bytes: &[u8]) -> Option<Listing> {
    let text = encoding::decode(bytes, encoding::declared(bytes)).text;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with('{') {
        return json_feed(&serde_json::from_str(text).ok()?);
    }
    if !text.starts_with('<') {
        return None;
    }
    let tree = Tree::parse(text);
    let root = tree.root()?;
    let name = root.name().rsplit(':').next().unwrap_or_default().to_ascii_lowercase();
    let child = |e: Element<'_>, name: &str| e.children().find(|c| c.is(name)).map(Element::text);
    match name.as_str() {
        "rss" | "rdf" | "feed" => {
            let mut items = Vec::new();
            below(root, &["item", "entry"], &mut items);
            let head = root.children().find(|c| c.is("channel")).unwrap_or(root);
            Some(Listing::made(
                ListKind::Feed,
                child(head, "title"),
                items.into_iter().filter_map(link).collect(),
                Vec::new(),
            ))
        }
        "urlset" => {
            let pages = root.children().filter(|c| c.is("url")).filter_map(|u| child(u, "loc"));
            Some(Listing::made(ListKind::Sitemap, None, pages.collect(), Vec::new()))
        }
        "sitemapindex" => {
            let maps = root.children().filter(|c| c.is("sitemap")).filter_map(|u| child(u, "loc"));
            Some(Listing::made(ListKind::Sitemap, None, Vec::new(), maps.collect()))
        }
        "opml" => {
            let mut outlines = Vec::new();
            below(root, &["outline"], &mut outlines);
            let feeds = outlines.into_iter().filter_map(|o| o.attribute("xmlUrl").map(str::to_owned));
            let title = root.children().find(|c| c.is("head")).and_then(|h| child(h, "title"));
            Some(Listing::made(ListKind::Opml, title, Vec::new(), feeds.collect()))
        }
        _ => None,
    }
}

/// Elements of these names below another, in their order.
fn below<'t>(of: Element<'t>, names: &[&str], found: &mut Vec<Element<'t>>) {
    for child in of.children() {
        if names.iter().any(|n| child.is(n)) {
            found.push(child);
        }
        // Nothing that is looked for stands inside an item but an outline.
        if !child.is("item") && !child.is("entry") {
            below(child, names, found);
        }
    }
}

/// The address of an item: its link that leads to the article, else an
/// identifier that is said to be one.
fn link(item: Element<'_>) -> Option<String> {
    let links: Vec<Element<'_>> = item.children().filter(|c| c.is("link")).collect();
    let leads = |l: &&Element<'_>| l.attribute("rel").is_none_or(|r| r == "alternate");
    let address = |l: &Element<'_>| l.attribute("href").map_or_else(|| l.text(), str::to_owned);
    let stated = links.iter().find(leads).or(links.first()).map(address).filter(|a| !a.trim().is_empty());
    let permanent = |g: &Element<'_>| g.is("guid") && g.attribute("isPermaLink") != Some("false");
    let identifier = || item.children().find(permanent).map(Element::text);
    stated.or_else(identifier)
}

fn json_feed(value: &Value) -> Option<Listing> {
    let text = |v: &Value, name: &str| v.get(name).and_then(Value::as_str).map(str::to_owned);
    text(value, "version").filter(|v| v.contains("jsonfeed.org"))?;
    let items = value.get("items")?.as_array()?;
    let pages = items.iter().filter_map(|i| text(i, "url").or_else(|| text(i, "id"))).collect();
    Some(Listing::made(ListKind::Feed, text(value, "title"), pages, Vec::new()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn articles(body: &str) -> Vec<String> {
        listing(body.as_bytes()).map(|l| l.articles).unwrap_or_default()
    }

    #[test]
    fn feeds_of_every_kind_name_their_articles_once() {
        let rss = "<?xml version=\"1.0\"?><rss><channel><title>Le Quai</title><link>https://q.example/</link>\
            <item><title>A</title><link>https://q.example/a?x=1&amp;y=2</link></item>\
            <item><guid>https://q.example/b</guid></item><item><guid isPermaLink=\"false\">17</guid></item>\
            <item><link>https://q.example/b</link></item></channel></rss>";
        assert_eq!(articles(rss), ["https://q.example/a?x=1&y=2", "https://q.example/b"]);
        assert_eq!(listing(rss.as_bytes()).and_then(|l| l.title).as_deref(), Some("Le Quai"));
        let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Q</title><entry><link rel=\"self\" href=\"/s\"/>\
            <link rel=\"alternate\" href=\"/c\"/></entry></feed>";
        assert_eq!(articles(atom), ["/c"]);
        let json = r#"{"version":"https://jsonfeed.org/version/1.1","title":"Q","items":[{"id":"1","url":"https://q.example/d"}]}"#;
        assert_eq!(articles(json), ["https://q.example/d"]);
    }

    #[test]
    fn sitemaps_name_pages_and_their_index_and_opml_name_lists() {
        let map = "<urlset xmlns:n=\"x\"><url><loc> https://q.example/a </loc><n:news><n:title>A</n:title></n:news></url></urlset>";
        assert_eq!(articles(map), ["https://q.example/a"]);
        let index = "<sitemapindex><sitemap><loc>https://q.example/m.xml</loc></sitemap></sitemapindex>";
        assert_eq!(listing(index.as_bytes()).map(|l| l.lists), Some(vec!["https://q.example/m.xml".to_owned()]));
        let opml = "<opml><head><title>Presse</title></head><body><outline text=\"a\"><outline xmlUrl=\"https://q.example/f\"/></outline></body></opml>";
        assert_eq!(listing(opml.as_bytes()).map(|l| l.lists), Some(vec!["https://q.example/f".to_owned()]));
    }

    #[test]
    fn a_page_is_no_list_and_a_list_without_end_is_cut_and_counted() {
        assert_eq!(listing(b"<html><body><a href='x'>x</a></body></html>"), None);
        assert_eq!(listing(b"{\"a\":1}"), None);
        assert_eq!(listing(b""), None);
        let urls: String = (0..MOST + 7).map(|i| format!("<url><loc>https://q.example/{i}</loc></url>")).collect();
        let cut = listing(format!("<urlset>{urls}</urlset>").as_bytes());
        assert_eq!(cut.map(|c| (c.articles.len(), c.left_out)), Some((MOST, 7)));
    }
}
