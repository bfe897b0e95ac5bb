//! What a fetched body names: the articles of a feed or of a sitemap, the
//! feeds of an OPML list. Nothing is fetched here, and no article is made.

use super::feed::items::{item_source, moment_of};
use super::mapping::Role;
use super::xml::{Element, Tree};
use super::{encoding, typed};
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

/// The rule of what the item of a list says of the article that it names.
pub(crate) const OF_ITEM: &str = "feed.item";

/// Headers of a record of a web archive in which that is kept: when it was published, and by whom.
/// The format lets programs have headers of their own (ISO 28500, 5.1).
pub(crate) const ITEM_HEADERS: [&str; 2] = ["kiosque-item-published", "kiosque-item-outlet"];

/// What an item of a list says of the article that it names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ItemClaims {
    /// The day or moment of publication, as written, but that of mail in the form of other dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// The outlet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
}

impl ItemClaims {
    fn of(published: &str, outlet: &str) -> Self {
        let stated = |role: Role, value: &str| {
            let stated = typed::stated(role, &super::tidy::tidy(value));
            stated.into_iter().find(|(of, value)| *of == role && !value.is_empty()).map(|(_, value)| value)
        };
        Self { published: stated(Role::Published, published), outlet: stated(Role::Source, outlet) }
    }

    /// What is said, under the names of [`ITEM_HEADERS`].
    pub(crate) fn headers(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let said = [self.published.as_deref(), self.outlet.as_deref()];
        ITEM_HEADERS.into_iter().zip(said).filter_map(|(name, said)| Some((name, said?)))
    }
}

/// An article that a list names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedArticle {
    /// Its address, as it is written.
    pub address: String,
    /// What is said of it.
    pub claims: ItemClaims,
}

/// Addresses that a body names, as they are written, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// What the list is.
    pub kind: ListKind,
    /// What the list calls itself.
    pub title: Option<String>,
    /// Articles, in the order of the list.
    pub articles: Vec<ListedArticle>,
    /// Other lists: feeds of an OPML list, sitemaps of an index.
    pub lists: Vec<String>,
    /// How many addresses were left out, as there are too many.
    pub left_out: usize,
}

impl Listing {
    fn made(kind: ListKind, title: Option<String>, articles: Vec<ListedArticle>, lists: Vec<String>) -> Self {
        let (articles, some) = once(articles, |article| &mut article.address);
        let (lists, more) = once(lists, |list| list);
        let title = title.map(|t| super::tidy::tidy(&t)).filter(|t| !t.is_empty());
        Self { kind, title, articles, lists, left_out: some + more }
    }
}

/// The first of what is listed, each address once, and how many were left out.
fn once<T>(listed: Vec<T>, address: impl Fn(&mut T) -> &mut String) -> (Vec<T>, usize) {
    let mut seen = BTreeSet::new();
    let new = |mut one: T| {
        let address = address(&mut one);
        *address = address.trim().to_owned();
        (!address.is_empty() && seen.insert(address.clone())).then_some(one)
    };
    let mut all: Vec<T> = listed.into_iter().filter_map(new).collect();
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
                items.into_iter().filter_map(article).collect(),
                Vec::new(),
            ))
        }
        "urlset" => {
            let said = |u: Element<'_>, path: &[&str]| u.at(path).map(Element::text).unwrap_or_default();
            let claims =
                |u| ItemClaims::of(&said(u, &["news", "publication_date"]), &said(u, &["news", "publication", "name"]));
            let page = |u| Some(ListedArticle { address: child(u, "loc")?, claims: claims(u) });
            let pages = root.children().filter(|c| c.is("url")).filter_map(page);
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

/// The article of an item, with what the item says of it.
fn article(item: Element<'_>) -> Option<ListedArticle> {
    let outlet = item_source(item).map(|(name, _)| name).unwrap_or_default();
    Some(ListedArticle { address: link(item)?, claims: ItemClaims::of(&moment_of(item), &outlet) })
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
    let article = |i: &Value| {
        let address = text(i, "url").or_else(|| text(i, "id"))?;
        Some(ListedArticle { address, claims: ItemClaims::of(&text(i, "date_published").unwrap_or_default(), "") })
    };
    let pages = items.iter().filter_map(article).collect();
    Some(Listing::made(ListKind::Feed, text(value, "title"), pages, Vec::new()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn articles(body: &str) -> Vec<String> {
        let articles = listing(body.as_bytes()).map(|l| l.articles).unwrap_or_default();
        articles.into_iter().map(|a| a.address).collect()
    }

    #[test]
    fn items_of_every_kind_of_list_say_when_and_where_their_article_appeared() {
        let said = |body: &str| {
            let claims = listing(body.as_bytes()).unwrap().articles.remove(0).claims;
            (claims.published.unwrap_or_default(), claims.outlet.unwrap_or_default())
        };
        let told = |day: &str, outlet: &str| (day.to_owned(), outlet.to_owned());
        let rss = "<rss><channel><title>Revue</title><item><link>/a</link><source url='https://q.example/f'>Le Quai</source>\
            <pubDate>Fri, 13 Mar 2026 23:30:00 +0100</pubDate></item></channel></rss>";
        assert_eq!(said(rss), told("2026-03-13T23:30:00+01:00", "Le Quai"));
        let atom = "<feed><entry><link href='/a'/><published>2026-03-13T08:00:00Z</published></entry></feed>";
        assert_eq!(said(atom), told("2026-03-13T08:00:00Z", ""));
        let json =
            r#"{"version":"https://jsonfeed.org/version/1.1","items":[{"url":"/a","date_published":"2026-03-13"}]}"#;
        assert_eq!(said(json), told("2026-03-13", ""));
        let map = "<urlset><url><loc>/a</loc><n:news><n:publication><n:name>Le Quai</n:name></n:publication>\
            <n:publication_date>2026-03-13</n:publication_date></n:news></url></urlset>";
        assert_eq!(said(map), told("2026-03-13", "Le Quai"));
        let none = "<rss><channel><item><link>/a</link><pubDate>1970-01-01T00:00:00Z</pubDate></item></channel></rss>";
        assert_eq!(said(none), told("", ""));
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
