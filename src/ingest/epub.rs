//! EPUB books: each chapter of the spine is a document.
//!
//! The book is a zip of XHTML pages; its package file says their order. Sizes
//! are limited before anything is unpacked.

use super::format::{FileFormat, FileHead, ReadAs};
use super::page_words::{PageWord, page_words};
use super::raw::{Field, Fields, Item, Options, Sink};
use super::tidy::tidy;
use super::xml::{Element, Tree};
use super::{html, plain};
use crate::corpus::{Place, SourceFormat};
use crate::notice::Notice;
use crate::text::fold;
use crate::text::sanitise::one_line;
use crate::words::{Message, msg};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{Cursor, Read};
use std::ops::ControlFlow;
use zip::ZipArchive;

/// EPUB as a format of files.
pub(super) const FORMAT: FileFormat =
    FileFormat { source: SourceFormat::Epub, recognise: is_book, read: ReadAs::Bytes(chapters) };

/// Bytes that one packed byte of a book may give, all pages together.
const RATIO: u64 = 250;

/// Chapters with fewer words are covers, title pages and empty pages.
const WORDS: usize = 20;

fn is_book(head: &FileHead<'_>) -> bool {
    head.bytes.starts_with(b"PK\x03\x04") && (is_epub(head.bytes) || head.is_named(&["epub"]))
}

/// The first entry of an EPUB is its media type, stored without compression.
pub fn is_epub(head: &[u8]) -> bool {
    head.get(30..58).is_some_and(|h| h.starts_with(b"mimetypeapplication/epub+zip"))
        || memchr::memmem::find(&head[..head.len().min(4096)], b"application/epub+zip").is_some()
}

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Reads the chapters; the place of a document is the page in the archive.
fn chapters(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let refuse = |reason: Message| Item::Notice(Notice::error(place.to_string(), msg::ingest_epub_broken(reason)));
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(e) => return sink(refuse(said(&e))),
    };
    let book = match entry(&mut archive, "META-INF/container.xml", options)
        .and_then(|container| rootfile(&container).ok_or_else(|| msg::INGEST_EPUB_NO_PACKAGE.into()))
        .and_then(|path| Ok(Book::parse(&path, &entry(&mut archive, &path, options)?)))
    {
        Ok(book) => book,
        Err(reason) => return sink(refuse(reason)),
    };
    let (mut short, mut again, mut lists) = (0_usize, 0_usize, 0_usize);
    let mut read = BTreeSet::new();
    // All pages together may unpack to no more than what one file may hold or
    // what text packs to.
    let mut left = (bytes.len() as u64).saturating_mul(RATIO).max(options.container_bytes as u64);
    let places: HashMap<&str, usize> = book.spine.iter().enumerate().map(|(at, path)| (path.as_str(), at)).collect();
    for path in &book.spine {
        if !read.insert(path) {
            again += 1;
            continue;
        }
        if left == 0 {
            sink(Item::Notice(Notice::error(place.to_string(), msg::INGEST_EPUB_BOMB)))?;
            break;
        }
        let here = place.at(one_line(path));
        let page = entry(&mut archive, path, options);
        left = left.saturating_sub(page.as_ref().map_or(0, |p| p.len() as u64));
        let page = match page {
            Ok(page) => page,
            Err(reason) => {
                sink(Item::Notice(Notice::error(here.to_string(), msg::ingest_chapter_broken(reason))))?;
                continue;
            }
        };
        let (page, cut) = plain::capped(page.as_bytes(), options.document_bytes);
        let page = String::from_utf8_lossy(page);
        if is_list(path, &page, &places) {
            lists += 1;
            continue;
        }
        let mut raw = html::read(&page);
        if raw.text.split_whitespace().take(WORDS).count() < WORDS {
            short += 1;
            continue;
        }
        raw.fields.fill_from(book.fields.clone());
        raw.notices.iter_mut().for_each(|n| n.place = here.to_string());
        if let Some(limit) = cut {
            raw.notices.push(plain::cut_notice(&here, limit));
        }
        raw.place = here;
        sink(Item::Document(Box::new(raw)))?;
    }
    if again > 0 {
        sink(Item::Notice(Notice::info(place.to_string(), msg::ingest_chapters_again(again))))?;
    }
    if lists > 0 {
        sink(Item::Notice(Notice::info(place.to_string(), msg::ingest_pages_of_lists(lists))))?;
    }
    if short > 0 {
        sink(Item::Notice(Notice::info(place.to_string(), msg::ingest_short_pages(short, WORDS))))?;
    }
    ControlFlow::Continue(())
}

/// Words of the shortest link that is a headline, and letters of the longest line that is no prose.
const TITLED: usize = 3;
const LINE: usize = 160;

/// True for a page that only lists others of the book by their headlines, such as those of the
/// sections of a paper that a program made of feeds: nothing in it is a paragraph, and its links
/// lead to pages further on.
fn is_list(path: &str, page: &str, places: &HashMap<&str, usize>) -> bool {
    // A chapter without either is not read twice.
    if !page.contains("<li") || !page.contains("href") {
        return false;
    }
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let tree = Tree::parse(page);
    let behind = |a: &Element<'_>| {
        let target = a.attribute("href").map(|href| joined(folder, href));
        target.is_some_and(|target| places.get(target.as_str()) > places.get(path))
    };
    let links: Vec<Element<'_>> = tree.roots().flat_map(|root| root.all("a")).filter(behind).collect();
    let titled = links.iter().filter(|a| a.text().split_whitespace().count() >= TITLED).count();
    let items = tree.roots().flat_map(|root| root.all("li")).filter(|li| li.all("a").iter().any(behind)).count();
    let prose = tree.roots().flat_map(|root| root.all("p")).filter(|p| p.text().chars().count() > LINE).count();
    titled > 0 && items > 0 && prose == 0
}

/// What a library said, on one line.
fn said(e: &dyn std::error::Error) -> Message {
    msg::verbatim(one_line(&e.to_string()))
}

/// One file of the archive, decoded.
fn entry(archive: &mut Archive<'_>, path: &str, options: &Options) -> Result<String, Message> {
    let file = archive.by_name(path).map_err(|e| said(&e))?;
    let mut bytes = Vec::new();
    let limit = options.document_bytes as u64 + 1;
    file.take(limit).read_to_end(&mut bytes).map_err(|e| said(&e))?;
    let declared = super::encoding::declared(&bytes);
    Ok(super::encoding::decode(&bytes, declared).text)
}

fn attribute(e: &BytesStart<'_>, name: &str) -> Option<String> {
    let a = e.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(html::inline::inline_text(&a.value))
}

fn rootfile(container: &str) -> Option<String> {
    let mut reader = Reader::from_str(container);
    loop {
        match reader.read_event().ok()? {
            Event::Start(e) | Event::Empty(e) if e.local_name().as_ref() == "rootfile" => {
                return attribute(&e, "full-path");
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// What the package file says.
#[derive(Default)]
struct Book {
    fields: Fields,
    /// Paths of the pages in reading order.
    spine: Vec<String>,
}

impl Book {
    fn parse(path: &str, package: &str) -> Self {
        let folder = path.rsplit_once('/').map_or("", |(f, _)| f);
        let mut book = Self::default();
        let mut manifest = BTreeMap::new();
        let mut reader = Reader::from_str(package);
        reader.config_mut().check_end_names = false;
        let (mut inside, mut value): (Option<String>, String) = (None, String::new());
        // A broken package gives what stands before the break.
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(e) | Event::Empty(e) => match e.local_name().as_ref() {
                    "item" => {
                        if let (Some(id), Some(href)) = (attribute(&e, "id"), attribute(&e, "href")) {
                            manifest.insert(id, joined(folder, &href));
                        }
                    }
                    "itemref" => {
                        book.spine.extend(attribute(&e, "idref").and_then(|id| manifest.get(&id).cloned()));
                    }
                    name => {
                        inside = Some(name.to_owned());
                        value.clear();
                    }
                },
                Event::Text(t) => value.push_str(&t),
                Event::GeneralRef(r) => value.push_str(&format!("&{};", &*r)),
                Event::End(_) => {
                    if let Some(name) = inside.take() {
                        book.put(&name, &value);
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        book
    }

    fn put(&mut self, name: &str, value: &str) {
        let (list, rule) = match name {
            "title" => (&mut self.fields.source, "epub.title"),
            "creator" => (&mut self.fields.author, "epub.creator"),
            "date" => (&mut self.fields.published, "epub.date"),
            "language" => (&mut self.fields.language, "epub.language"),
            _ => return,
        };
        let mut value = tidy(value);
        // Programs that make papers of feeds put the day of the making behind the name.
        if name == "title"
            && let Some((paper, day)) = value.strip_suffix(']').and_then(|v| v.rsplit_once(" ["))
            && day.contains(|c: char| c.is_ascii_digit())
        {
            value = paper.to_owned();
        }
        // The program that made the book wrote none of it.
        let program = matches!(name, "creator") && page_words(PageWord::Nobody).contains(&fold(&value).as_str());
        if !value.is_empty() && !program {
            list.push(Field { value, rule });
        }
    }
}

/// A path inside the archive, relative to the package file.
fn joined(folder: &str, href: &str) -> String {
    let href = href.split('#').next().unwrap_or_default();
    let href = percent_decoded(href);
    let mut parts: Vec<&str> = folder.split('/').filter(|p| !p.is_empty()).collect();
    for part in href.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            p => parts.push(p),
        }
    }
    parts.join("/")
}

fn percent_decoded(s: &str) -> String {
    let mut out = Vec::with_capacity(s.len());
    let bytes = s.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        let hex = bytes.get(i + 1..i + 3).and_then(|h| std::str::from_utf8(h).ok());
        match hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
            Some(b) if bytes[i] == b'%' => {
                out.push(b);
                i += 3;
            }
            _ => {
                out.push(bytes[i]);
                i += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use crate::corpus::{Place, SourceFormat};
    use crate::ingest::read;
    use std::io::Write;

    /// A paper of pages by their paths, in that order.
    fn paper(metadata: &str, pages: &[(&str, String)]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        let items: String = pages.iter().map(|(path, _)| format!("<item id='{path}' href='{path}'/>")).collect();
        let spine: String = pages.iter().map(|(path, _)| format!("<itemref idref='{path}'/>")).collect();
        let package = format!(
            "<package xmlns:dc='x'><metadata>{metadata}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
        );
        let head = [
            ("mimetype", "application/epub+zip".to_owned()),
            (
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path='p.opf'/></rootfiles></container>".to_owned(),
            ),
            ("p.opf", package),
        ];
        for (path, content) in head.iter().chain(pages) {
            zip.start_file(*path, options).expect("an entry");
            zip.write_all(content.as_bytes()).expect("it is written");
        }
        zip.finish().expect("a book").into_inner()
    }

    #[test]
    fn pages_that_list_the_articles_of_a_section_are_none_and_no_program_is_the_author() {
        let bar = "<div class='calibre_navbar'>| <a href='../b/index.html'>Suivant</a> | <a href='../index.html'>Menu de la section</a> |</div>";
        let article = |title: &str, by: &str| {
            format!(
                "<html><body>{bar}<h1>{title}</h1><p>Par {by}</p><p>La ville a fermé le pont mardi soir après la découverte de fissures dans deux piles, selon le maire et les ingénieurs du port.</p>\
                <p>Il rouvrira à l'automne, si les crues le permettent.</p></body></html>"
            )
        };
        let list = "<html><head><title>Locales</title></head><body><h2>Locales</h2><ul><li><a href='a/index.html'>Le pont est fermé</a> <span>lundi</span>\
            <div>La ville a fermé le pont mardi soir après la…</div></li><li><a href='b/index.html'>La digue tient encore</a><div>Elle a tenu toute la nuit…</div></li></ul></body></html>";
        let bytes = paper(
            "<dc:title>Le Quai [lun., 26 mai 2025]</dc:title><dc:creator>calibre</dc:creator>",
            &[
                ("f/index.html", list.to_owned()),
                ("f/a/index.html", article("Le pont est fermé", "Ana Roz")),
                ("f/b/index.html", article("La digue tient encore", "Léo Kim")),
            ],
        );
        let got = read(&Place::file("a.epub"), &bytes);
        let documents: Vec<_> = got.documents.into_iter().map(crate::clean::clean).collect();
        let told: Vec<_> =
            documents.iter().map(|d| (d.meta.title.value.as_deref(), d.meta.author.value.as_deref())).collect();
        let expected = [(Some("Le pont est fermé"), Some("Ana Roz")), (Some("La digue tient encore"), Some("Léo Kim"))];
        assert_eq!(told, expected, "{:?}", got.notices);
    }

    #[test]
    fn chapters_come_in_the_order_of_the_spine() {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        let long = "La ville a fermé le pont mardi soir après la découverte de fissures dans deux piles, selon le maire et les ingénieurs du port.";
        let files = [
            ("mimetype", "application/epub+zip".to_owned()),
            ("META-INF/container.xml", "<container><rootfiles><rootfile full-path='OEBPS/p.opf'/></rootfiles></container>".into()),
            ("OEBPS/p.opf", "<package xmlns:dc='x'><metadata><dc:title>Le Quai [lun., 26 mai 2025]</dc:title><dc:creator>Ana Roz</dc:creator></metadata><manifest><item id='a' href='a%20b.xhtml'/><item id='c' href='c.xhtml'/></manifest><spine><itemref idref='c'/><itemref idref='a'/></spine></package>".into()),
            ("OEBPS/a b.xhtml", format!("<html><head><title>Deux</title></head><body><h1>Deux</h1><p>{long}</p></body></html>")),
            ("OEBPS/c.xhtml", format!("<html><body><h1>Un</h1><p>{long}</p></body></html>")),
        ];
        for (name, data) in files {
            let stored = options.compression_method(zip::CompressionMethod::Stored);
            zip.start_file(name, if name == "mimetype" { stored } else { options }).unwrap();
            zip.write_all(data.as_bytes()).unwrap();
        }
        let got = read(&Place::file("b.epub"), &zip.finish().unwrap().into_inner());
        let entries: Vec<_> = got.documents.iter().map(|d| d.place.entry.as_deref().unwrap()).collect();
        assert_eq!(entries, ["OEBPS/c.xhtml", "OEBPS/a b.xhtml"], "{:?}", got.notices);
        assert_eq!(got.documents[0].format, SourceFormat::Epub);
        assert_eq!(got.documents[1].fields.author[0].value, "Ana Roz");
    }

    /// A book with one page, whose package names these items and this spine.
    fn book(items: &str, spine: &str, page: &str) -> Vec<u8> {
        let package = format!("<package><manifest>{items}</manifest><spine>{spine}</spine></package>");
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let container = "<container><rootfiles><rootfile full-path='p.opf'/></rootfiles></container>";
        let files = [
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", container),
            ("p.opf", &package),
            ("a.xhtml", page),
        ];
        let options = zip::write::SimpleFileOptions::default();
        for (name, data) in files {
            let stored = options.compression_method(zip::CompressionMethod::Stored);
            zip.start_file(name, if name == "mimetype" { stored } else { options }).unwrap();
            zip.write_all(data.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn a_chapter_that_is_named_again_and_again_is_read_once_and_that_is_said() {
        let page = format!("<html><body><p>{}</p></body></html>", "Le pont de la ville est fermé. ".repeat(9));
        let bytes = book("<item id='a' href='a.xhtml'/>", &"<itemref idref='a'/>".repeat(20_000), &page);
        let got = read(&Place::file("b.epub"), &bytes);
        assert_eq!((got.documents.len(), got.notices.len()), (1, 1));
        assert!(got.notices[0].to_string().contains("names 19,999 chapters that it named before"), "{:?}", got.notices);
    }

    #[test]
    fn twenty_notices_of_one_kind_are_said_and_the_rest_is_counted() {
        let items: String = (0..500).map(|n| format!("<item id='i{n}' href='no{n}.xhtml'/>")).collect();
        let spine: String = (0..500).map(|n| format!("<itemref idref='i{n}'/>")).collect();
        let got = read(&Place::file("b.epub"), &book(&items, &spine, ""));
        assert_eq!(got.notices.len(), 21, "{:?}", got.notices);
        assert!(got.notices[20].to_string().contains("480 more notices"), "{}", got.notices[20]);
    }
}
