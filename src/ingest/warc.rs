//! Web archives: each archived page is a document.
//!
//! Reads WARC records one after the other (ISO 28500); knows just enough HTTP
//! to find the page in a response.

use super::format::{FileFormat, ReadAs};
use super::listing::{ITEM_HEADERS, OF_ITEM};
use super::raw::{Field, Ingested, Item, Options, RawDocument, Sink, unreadable};
use super::tidy::tidy;
use super::{lines, plain, single, typed};
use crate::corpus::{LineKind, Place, SourceFormat};
use crate::notice::{Notice, refusal};
use crate::words::msg;
use std::collections::HashSet;
use std::io::{self, BufRead, Read};
use std::ops::ControlFlow;

/// Web archives as a format of files.
pub(super) const FORMAT: FileFormat = FileFormat {
    source: SourceFormat::Warc,
    recognise: |head| head.bytes.starts_with(b"WARC/"),
    read: ReadAs::Packets(records),
};

/// Longest header line.
const LINE: usize = 64 * 1024;

/// Pages of which a web archive may hold the text once more.
const PAGES: usize = 100_000;

/// Header lines of one record or response.
const LINES: usize = 1000;

/// Headers of a record or of an HTTP response, names in lower case.
struct Headers(Vec<(String, String)>);

impl Headers {
    fn read(reader: &mut dyn BufRead) -> io::Result<Self> {
        let (mut line, mut headers) = (Vec::new(), Vec::new());
        for _ in 0..LINES {
            match lines::next(reader, &mut line, LINE)? {
                lines::Found::Line if !line.is_empty() => {
                    if let Some((name, value)) = String::from_utf8_lossy(&line).split_once(':') {
                        headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
                    }
                }
                lines::Found::TooLong => {}
                _ => break,
            }
        }
        Ok(Self(headers))
    }

    fn get(&self, name: &str) -> &str {
        self.0.iter().find(|h| h.0 == name).map_or("", |h| h.1.as_str())
    }
}

/// Reads the records; the place of a document is its record, from 1.
fn records(place: &Place, reader: &mut dyn BufRead, options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let mut skipped = 0_usize;
    let mut pages = HashSet::new();
    for number in 1_usize.. {
        match record(&place.at(number), reader, options, &mut pages) {
            Ok(Some(WarcPage::Read(ingested))) => {
                for d in ingested.documents {
                    sink(Item::Document(Box::new(d)))?;
                }
                for n in ingested.notices {
                    sink(Item::Notice(n))?;
                }
            }
            Ok(Some(WarcPage::Other)) => skipped += 1,
            Ok(None) => break,
            Err(e) => {
                sink(Item::Notice(unreadable(place, &e)))?;
                break;
            }
        }
    }
    if skipped > 0 {
        sink(Item::Notice(Notice::info(place.to_string(), msg::ingest_warc_other(skipped))))?;
    }
    ControlFlow::Continue(())
}

/// What a record is.
enum WarcPage {
    Read(Box<Ingested>),
    Other,
}

fn record(
    place: &Place,
    reader: &mut dyn BufRead,
    options: &Options,
    pages: &mut HashSet<String>,
) -> io::Result<Option<WarcPage>> {
    let mut line = Vec::new();
    // Blank lines part the records.
    for _ in 0..LINES {
        match lines::next(reader, &mut line, LINE)? {
            lines::Found::End => return Ok(None),
            lines::Found::Line if line.starts_with(b"WARC/") => break,
            _ => {}
        }
    }
    if !line.starts_with(b"WARC/") {
        return Err(refusal(msg::INGEST_WARC_NO_RECORD));
    }
    let headers = Headers::read(reader)?;
    let length: u64 = headers.get("content-length").parse().map_err(|_| refusal(msg::INGEST_WARC_NO_LENGTH))?;
    let mut body = reader.take(length);
    // The text of a page that a crawler took out of it stands beside the page.
    let address = headers.get("warc-target-uri").trim_matches(['<', '>']);
    let taken_out = headers.get("warc-type") == "conversion" && pages.contains(address);
    let mut inner = io::BufReader::new(&mut body);
    let mut page = if taken_out { WarcPage::Other } else { content(place, &headers, &mut inner, options)? };
    if matches!(page, WarcPage::Read(_)) && pages.len() < PAGES {
        pages.insert(address.to_owned());
    }
    io::copy(&mut body, &mut io::sink())?;
    // A file that ends before its record does was cut off.
    if body.limit() > 0
        && let WarcPage::Read(ingested) = &mut page
    {
        ingested.notices.push(Notice::warning(place.to_string(), msg::INGEST_WARC_CUT));
    }
    Ok(Some(page))
}

fn content(place: &Place, headers: &Headers, body: &mut dyn BufRead, options: &Options) -> io::Result<WarcPage> {
    let kind = headers.get("content-type").to_ascii_lowercase();
    let cap = options.document_bytes as u64 + 1;
    let mut bytes = Vec::new();
    match headers.get("warc-type") {
        "response" if kind.contains("http") => {
            let mut status = Vec::new();
            lines::next(body, &mut status, LINE)?;
            let http = Headers::read(body)?;
            if !is_text(http.get("content-type")) || !status_is_good(&status) || is_for_robots(headers) {
                return Ok(WarcPage::Other);
            }
            let chunked = http.get("transfer-encoding").to_ascii_lowercase().contains("chunked");
            let payload: Box<dyn Read + '_> = if chunked { Box::new(Chunks::new(body)) } else { Box::new(body) };
            match http.get("content-encoding").to_ascii_lowercase().as_str() {
                "" | "identity" => payload.take(cap).read_to_end(&mut bytes)?,
                "gzip" | "x-gzip" => flate2::read::MultiGzDecoder::new(payload).take(cap).read_to_end(&mut bytes)?,
                "deflate" => flate2::read::ZlibDecoder::new(payload).take(cap).read_to_end(&mut bytes)?,
                other => {
                    let notice = Notice::error(place.to_string(), msg::ingest_packed(tidy(other)));
                    return Ok(WarcPage::Read(Box::new(Ingested { notices: vec![notice], ..Ingested::default() })));
                }
            };
        }
        "resource" | "conversion" if is_text(&kind) && is_of_web(headers) => {
            body.take(cap).read_to_end(&mut bytes)?;
        }
        _ => return Ok(WarcPage::Other),
    }
    if bytes.trim_ascii().is_empty() {
        return Ok(WarcPage::Other);
    }
    let mut ingested = single::one_document(place, &bytes, options);
    if ingested.documents.iter().all(is_frame) && ingested.notices.is_empty() {
        return Ok(WarcPage::Other);
    }
    for d in &mut ingested.documents {
        let url = tidy(headers.get("warc-target-uri").trim_matches(['<', '>']));
        if !url.is_empty() && d.fields.url.iter().all(|f| f.value != url) {
            d.fields.url.push(Field { value: url, rule: "warc.target-uri" });
        }
        // A text taken out of a page claims nothing itself.
        if d.fields.source.is_empty()
            && d.fields.host.is_empty()
            && let Some(host) = d.fields.url.iter().find_map(|f| typed::host(&f.value)).map(str::to_owned)
        {
            d.fields.host.push(Field { value: host, rule: "warc.target-uri" });
        }
        let seen = tidy(headers.get("warc-date"));
        if !seen.is_empty() && d.fields.seen.is_empty() {
            d.fields.seen.push(Field { value: seen, rule: "warc.date" });
        }
        // What the list says that named the address stands behind all that the page says.
        for (name, said) in ITEM_HEADERS.into_iter().zip([&mut d.fields.published, &mut d.fields.source]) {
            let value = tidy(headers.get(name));
            if !value.is_empty() {
                said.push(Field { value, rule: OF_ITEM });
            }
        }
        if bytes.len() > options.document_bytes {
            d.notices.push(plain::cut_notice(place, options.document_bytes));
        }
    }
    Ok(WarcPage::Read(Box::new(ingested)))
}

/// Words of the longest text of a frame.
const FRAME: usize = 40;

/// True for what stands in a frame of a page, such as an advertisement: few words without
/// a headline, a day or a name.
pub(super) fn is_frame(d: &RawDocument) -> bool {
    let f = &d.fields;
    let states = [&f.published, &f.updated, &f.author, &f.standfirst].iter().any(|list| !list.is_empty());
    let headed = d.hints.iter().any(|h| h.kind == LineKind::Title);
    let page = d.hints.iter().any(|h| h.rule.starts_with("html."));
    page && !states && !headed && d.text.split_whitespace().nth(FRAME).is_none()
}

/// True for what comes from the web: a crawler keeps its log and its lists beside it.
fn is_of_web(headers: &Headers) -> bool {
    let address = headers.get("warc-target-uri").trim_start_matches('<');
    !address.contains(':') || address.starts_with("http") || address.starts_with("file:")
}

/// True for a text at the root of a site that is written for programs: `/robots.txt`.
fn is_for_robots(headers: &Headers) -> bool {
    let address = headers.get("warc-target-uri").trim_matches(['<', '>']);
    let path = address.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let name = path.strip_prefix(".well-known/").unwrap_or(path);
    ["robots.txt", "ads.txt", "app-ads.txt", "humans.txt", "security.txt", "llms.txt"].contains(&name)
}

fn is_text(kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    ["text/html", "text/plain", "xhtml", "text/markdown"].iter().any(|k| kind.contains(k))
}

/// `HTTP/1.1 200 OK`; redirects and errors are no articles.
fn status_is_good(line: &[u8]) -> bool {
    line.split(|&b| b == b' ').nth(1).is_some_and(|code| code.starts_with(b"2"))
}

/// The body of a response in chunks.
struct Chunks<'r> {
    inner: &'r mut dyn BufRead,
    left: u64,
    done: bool,
}

impl<'r> Chunks<'r> {
    fn new(inner: &'r mut dyn BufRead) -> Self {
        Self { inner, left: 0, done: false }
    }
}

impl Read for Chunks<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 && !self.done {
            let mut line = Vec::new();
            // The line break that ends the chunk before stands first.
            while lines::next(self.inner, &mut line, LINE)? == lines::Found::Line && line.is_empty() {}
            let size = line.split(|&b| b == b';').next().unwrap_or_default();
            let size = std::str::from_utf8(size).ok().and_then(|s| u64::from_str_radix(s.trim(), 16).ok());
            self.left = size.unwrap_or(0);
            self.done = self.left == 0;
        }
        if self.done {
            return Ok(0);
        }
        let want = buf.len().min(usize::try_from(self.left).unwrap_or(usize::MAX));
        let n = self.inner.read(&mut buf[..want])?;
        self.left -= n as u64;
        self.done = n == 0;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use crate::corpus::Place;
    use crate::ingest::read;

    fn record(kind: &str, more: &str, body: &str) -> String {
        format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://q.example/1\r\n{more}Content-Length: {}\r\n\r\n{body}\r\n\r\n",
            body.len()
        )
    }

    #[test]
    fn pages_are_read_and_other_records_counted() {
        let page = "<html><body><h1>Pont</h1><p>Le pont est fermé depuis mardi, dit la ville.</p></body></html>";
        let chunked = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{page}\r\n0\r\n\r\n",
            page.len()
        );
        let file = record("warcinfo", "", "software: x")
            + &record("response", "Content-Type: application/http\r\n", &chunked)
            + &record("conversion", "Content-Type: text/plain\r\n", "Un texte simple.")
                .replace("q.example/1", "q.example/2")
            + &record("conversion", "Content-Type: text/plain\r\n", "Le pont est fermé depuis mardi, dit la ville.");
        let got = read(&Place::file("a.warc"), file.as_bytes());
        assert_eq!(got.documents.len(), 2, "{:?}", got.notices);
        assert!(got.documents[0].text.contains("Le pont est fermé depuis mardi"));
        assert_eq!(got.documents[0].place.entry.as_deref(), Some("2"));
        assert_eq!(got.documents[0].fields.url[0].value, "https://q.example/1");
        assert_eq!(got.documents[1].text, "Un texte simple.");
        assert!(got.notices[0].to_string().contains("2 records "));
    }

    #[test]
    fn what_a_crawler_keeps_for_itself_and_frames_of_pages_are_no_articles() {
        let answer = |url: &str, kind: &str, body: &str| {
            let body = format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n{body}");
            format!(
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n{body}\r\n\r\n",
                body.len()
            )
        };
        let log = "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: metadata://x.example/log\r\nContent-Type: text/plain\r\nContent-Length: 7\r\n\r\n--2024-\r\n\r\n";
        let file = answer("https://q.example/robots.txt", "text/plain", "User-agent: *")
            + &answer(
                "https://ads.example/f",
                "text/html",
                "<html><head><title>x</title></head><body><p>Des sols à moitié prix.</p></body></html>",
            )
            + &answer(
                "https://q.example/1",
                "text/html",
                "<html><body><h1>Pont</h1><p>Le pont est fermé.</p></body></html>",
            )
            + log;
        let got = read(&Place::file("a.warc"), file.as_bytes());
        assert_eq!(got.documents.len(), 1, "{:?}", got.documents);
        assert!(got.notices[0].to_string().contains("3 records "), "{:?}", got.notices);
    }
}
