//! Comma-, semicolon- and tab-separated values: each row below the header is
//! a document.
//!
//! Knows rows; what the columns mean is told by the [`super::Mapping`].

use super::assemble::{Complaints, Record, nothing_readable};
use super::encoding;
use super::format::{FileFormat, FileHead, ReadAs};
use super::mapping::{Mapping, Role};
use super::raw::{Item, Options, Sink, unreadable};
use crate::corpus::{Place, SourceFormat};
use crate::notice::{Notice, refusal};
use crate::text::sanitise::one_line;
use crate::words::msg;
use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::ops::ControlFlow;
use std::rc::Rc;

/// Tables as a format of files.
pub(super) const FORMAT: FileFormat = FileFormat {
    source: SourceFormat::Csv,
    recognise: is_table,
    read: ReadAs::Records(|place, reader, options, _, sink| rows(place, reader, options, sink)),
};

fn is_table(head: &FileHead<'_>) -> bool {
    if !head.is_prose() {
        return false;
    }
    if head.is_named(&["csv", "tsv", "tab"]) {
        return true;
    }
    if !head.is_named(&["", "txt"]) {
        return false;
    }
    let first = head.text.split(|&b| b == b'\n').next().unwrap_or_default();
    let first = String::from_utf8_lossy(&first[..first.len().min(2000)]).to_lowercase();
    [',', ';', '\t'].iter().any(|&d| {
        let cells: Vec<_> = first.split(d).map(|c| c.trim().trim_matches('"')).collect();
        let known = |names: &[&str]| cells.iter().any(|c| names.contains(c));
        cells.len() >= 2
            && cells.iter().all(|c| c.len() < 40)
            && known(&["text", "texte", "body", "content", "contenu", "corps"])
            && known(&["title", "titre", "headline", "date", "source", "url"])
    })
}

/// Fails once more than `limit` bytes were read since the last reset, so that
/// a quotation mark that is never closed cannot swallow a large file.
struct Metered<'r> {
    inner: &'r mut dyn BufRead,
    left: Rc<Cell<usize>>,
}

impl Read for Metered<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let left = self.left.get();
        if left == 0 {
            return Err(refusal(msg::INGEST_ROW_LONG));
        }
        let want = buf.len().min(left);
        let n = self.inner.read(&mut buf[..want])?;
        self.left.set(left - n);
        Ok(n)
    }
}

/// The separator that finds the most known columns in the header.
fn separator(header: &[u8], mapping: &Mapping) -> u8 {
    let known = |d: u8| {
        let cells = header.split(|&b| b == d);
        cells.filter(|c| mapping.role(String::from_utf8_lossy(c).trim().trim_matches('"')).is_some()).count()
    };
    let found = |d: u8| header.iter().filter(|&&b| b == d).count();
    let mut best = b',';
    for d in [b'\t', b';', b'|'] {
        if (known(d), found(d)) > (known(best), found(best)) {
            best = d;
        }
    }
    best
}

fn decoded(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(s) => s.to_owned(),
        Err(_) => encoding::decode(bytes, None).text,
    }
}

/// Reads the rows; the place of a document is its row, the header being 1.
fn rows(place: &Place, reader: &mut dyn BufRead, options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let head = reader.fill_buf().unwrap_or_default();
    let mark = if head.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let line = head[mark..].split(|&b| b == b'\n').next().unwrap_or_default();
    let separator = separator(line, &options.mapping);
    reader.consume(mark);
    let left = Rc::new(Cell::new(options.container_bytes));
    let metered = Metered { inner: reader, left: Rc::clone(&left) };
    let mut rows = csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(metered);
    let columns: Vec<Option<(Role, usize)>> = match rows.byte_headers() {
        Ok(header) => header.iter().map(|name| options.mapping.role(&decoded(name))).collect(),
        Err(e) => return broken(place, &e, sink),
    };
    let has = |role: Role| columns.iter().flatten().any(|(r, _)| *r == role);
    if !has(Role::Text) && !has(Role::Title) {
        let notice = Notice::error(place.to_string(), msg::INGEST_NO_COLUMN);
        return sink(Item::Notice(notice.with_hint(msg::INGEST_NAME_COLUMNS)));
    }
    let mut complaints = Complaints::new(place, msg::ingest_more_rows);
    let mut row = csv::ByteRecord::new();
    let (mut number, mut doubtful) = (1, 0_usize);
    loop {
        left.set(options.container_bytes);
        match rows.read_byte_record(&mut row) {
            Ok(true) => number += 1,
            Ok(false) => break,
            Err(e) => {
                broken(place, &e, sink)?;
                break;
            }
        }
        let mut record = Record::default();
        for (cell, column) in row.iter().zip(&columns) {
            if let Some((role, rank)) = *column {
                doubtful += usize::from(std::str::from_utf8(cell).is_err());
                record.add(role, rank, decoded(cell));
            }
        }
        let here = place.at(number);
        if record.is_readable() {
            let raw = record.document(here, rules, options);
            sink(Item::Document(Box::new(raw)))?;
        } else if row.iter().any(|c| !c.trim_ascii().is_empty()) {
            complaints.say(nothing_readable(&here), sink)?;
        }
    }
    if doubtful > 0 {
        sink(Item::Notice(Notice::warning(place.to_string(), msg::ingest_cells(doubtful))))?;
    }
    complaints.finish(sink)
}

fn broken(place: &Place, e: &csv::Error, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let notice = match e.kind() {
        csv::ErrorKind::Io(e) => unreadable(place, e),
        _ => {
            let reason = one_line(&e.to_string());
            Notice::error(place.to_string(), msg::ingest_table_broken(reason))
        }
    };
    sink(Item::Notice(notice))
}

fn rules(role: Role) -> &'static str {
    match role {
        Role::Title => "csv.title",
        Role::Standfirst => "csv.standfirst",
        Role::Text => "csv.text",
        Role::Source => "csv.source",
        Role::Author => "csv.author",
        Role::Published => "csv.date",
        Role::Updated => "csv.updated",
        Role::Url => "csv.url",
        Role::Language => "csv.language",
        Role::Identifier => "csv.id",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::read;

    #[test]
    fn columns_are_found_by_name_and_separator() {
        let table = "titre;contenu;journal;date\n\"Le pont; fermé\";\"Ligne un.\nLigne deux.\";Le Quai;2024-03-02\n";
        let got = read(&Place::file("a.csv"), table.as_bytes());
        let d = &got.documents[0];
        assert_eq!(d.fields.title[0].value, "Le pont; fermé");
        assert_eq!(d.fields.source[0].value, "Le Quai");
        assert!(d.text.ends_with("Ligne un.\nLigne deux."), "{}", d.text);
        assert_eq!(d.place.entry.as_deref(), Some("2"));
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_said_and_does_not_fill_the_memory() {
        let mut table = b"title,text\nUn,\"".to_vec();
        table.resize(300_000, b'x');
        let options = Options { container_bytes: 100_000, ..Options::default() };
        let got = crate::ingest::read_with(&Place::file("a.csv"), &table, &options);
        assert!(got.documents.is_empty());
        assert!(got.notices[0].to_string().contains("limit"), "{:?}", got.notices);
    }

    #[test]
    fn a_table_without_known_columns_is_refused_with_a_hint() {
        let got = read(&Place::file("a.csv"), b"colour,size\nred,2\n");
        assert!(got.notices[0].hint.is_some());
    }
}
