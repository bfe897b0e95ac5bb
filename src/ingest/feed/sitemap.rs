//! Lists of the addresses of a site (sitemaps). Those of news name each article
//! with its title, its day and its outlet; others name addresses alone, and
//! nothing is fetched.

use super::{WEAK, rules, without_declaration};
use crate::corpus::{Place, SourceFormat};
use crate::ingest::assemble::{Record, nothing_readable};
use crate::ingest::format::{FileFormat, ReadAs};
use crate::ingest::mapping::Role;
use crate::ingest::raw::{Item, Options, Sink};
use crate::ingest::xml::{Element, Tree};
use crate::ingest::{encoding, said};
use crate::notice::Notice;
use crate::words::msg;
use std::ops::ControlFlow;

/// Sitemaps as a format of files.
pub(in crate::ingest) const FORMAT: FileFormat = FileFormat {
    source: SourceFormat::Feed,
    recognise: |head| {
        let root = head.root.as_deref().map(|root| root.rsplit(':').next().unwrap_or(root));
        root.is_some_and(|root| matches!(root, "urlset" | "sitemapindex"))
    },
    read: ReadAs::Text(read),
};

fn read(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let text = said::decoded(place, bytes, encoding::declared(bytes), sink)?;
    let tree = Tree::parse(without_declaration(&text));
    said::forgiven(place, &tree, sink)?;
    let pages: Vec<Element<'_>> =
        tree.roots().flat_map(Element::children).filter(|e| e.is("url") || e.is("sitemap")).collect();
    if !pages.iter().any(|page| page.child("news").is_some()) {
        return sink(Item::Notice(Notice::info(place.to_string(), msg::ingest_links(pages.len()))));
    }
    for (i, page) in pages.into_iter().enumerate() {
        let here = place.at(i + 1);
        let record = record(page);
        if record.is_readable() {
            sink(Item::Document(Box::new(record.document(here, rules, options))))?;
        } else {
            sink(Item::Notice(nothing_readable(&here)))?;
        }
    }
    ControlFlow::Continue(())
}

/// What is said of the article at an address.
fn record(page: Element<'_>) -> Record {
    let mut record = Record::default();
    let paths: [(Role, &[&str]); 5] = [
        (Role::Title, &["news", "title"]),
        (Role::Source, &["news", "publication", "name"]),
        (Role::Language, &["news", "publication", "language"]),
        (Role::Published, &["news", "publication_date"]),
        (Role::Url, &["loc"]),
    ];
    for (role, path) in paths {
        record.add(role, WEAK, page.at(path).map(Element::words).unwrap_or_default());
    }
    record
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::read as ingest;

    const NEWS: &str = "<?xml version='1.0'?><urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>
        <url><loc>https://quai.example/bac</loc><news:news><news:publication><news:name>Le Quai</news:name>
        <news:language>fr</news:language></news:publication><news:publication_date>2024-05-31T23:30:00+02:00</news:publication_date>
        <news:title>Le bac de Trévignac reprend</news:title></news:news></url><url><loc>https://quai.example/a-propos</loc></url>
        <url><loc>https://quai.example/digue</loc><news:news><news:title>La digue tient</news:title></news:news></url></urlset>";

    #[test]
    fn a_sitemap_of_news_is_its_articles_with_what_it_says_of_each() {
        let got = ingest(&Place::file("a.xml"), NEWS.as_bytes());
        let titles: Vec<&str> = got.documents.iter().map(|d| d.fields.title[0].value.as_str()).collect();
        assert_eq!(titles, ["Le bac de Trévignac reprend", "La digue tient"]);
        let f = &got.documents[0].fields;
        let told = [&f.source[0], &f.published[0], &f.url[0], &f.language[0]].map(|f| f.value.as_str());
        assert_eq!(told, ["Le Quai", "2024-05-31T23:30:00+02:00", "https://quai.example/bac", "fr"]);
        assert_eq!(got.documents[1].place.entry.as_deref(), Some("3"));
        assert_eq!(got.notices.len(), 1, "{:?}", got.notices);
    }

    #[test]
    fn a_sitemap_of_addresses_holds_no_article_and_says_so() {
        for xml in [
            "<urlset><url><loc>https://quai.example/1</loc></url><url><loc>https://quai.example/2</loc></url></urlset>",
            "<sitemapindex><sitemap><loc>https://quai.example/1.xml</loc></sitemap><sitemap><loc>b</loc></sitemap></sitemapindex>",
        ] {
            let got = ingest(&Place::file("a.xml"), xml.as_bytes());
            assert!(
                got.documents.is_empty() && got.notices[0].to_string().contains("not fetched"),
                "{:?}",
                got.notices
            );
        }
    }
}
