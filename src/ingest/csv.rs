//! Comma-, semicolon- and tab-separated values: each row below the header is
//! a document.
//!
//! Knows rows; what the columns mean is told by the [`super::Mapping`].

use super::assemble::{Complaints, Record, nothing_readable};
use super::encoding::Legacy;
use super::format::{FileFormat, FileHead, ReadAs};
use super::json;
use super::mapping::{FieldType, FieldUse, Mapping, Neighbours, Role};
use super::raw::{Item, Options, Sink, unreadable};
use super::typed;
use crate::corpus::{Place, SourceFormat};
use crate::notice::{Notice, refusal};
use crate::text::sanitise::one_line;
use crate::words::msg;
use std::cell::Cell;
use std::collections::{BTreeSet, VecDeque};
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
    let first = String::from_utf8_lossy(&first[..first.len().min(2000)]);
    let mapping = Mapping::default();
    [',', ';', '\t'].iter().any(|&d| {
        let cells: Vec<_> = first.split(d).map(|c| c.trim().trim_matches('"')).collect();
        let roles: BTreeSet<Role> = cells.iter().filter_map(|c| mapping.role(c)).collect();
        let enough =
            roles.contains(&Role::Text) && roles.len() >= 2 || roles.contains(&Role::Title) && roles.len() >= 3;
        cells.len() >= 2 && cells.iter().all(|c| c.len() < 40) && enough
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
    let known = |d: u8| known(header, d, mapping);
    let found = |d: u8| header.iter().filter(|&&b| b == d).count();
    let mut best = b',';
    for d in [b'\t', b';', b'|'] {
        if (known(d), found(d)) > (known(best), found(best)) {
            best = d;
        }
    }
    best
}

/// Lines above the header of a table, such as what it is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Above {
    len: usize,
    lines: usize,
}

/// Lines among which the header is looked for.
const TOP: usize = 12;

/// The lines above the header, and the sign that parts its cells: the header is
/// the first line, or, where that names no field, the first of a few below it
/// that names three.
fn header(head: &[u8], said: Option<u8>, mapping: &Mapping) -> (Above, u8) {
    let line = |from: usize| head[from..].split(|&b| b == b'\n').next().unwrap_or_default();
    let first = separator(line(0), mapping);
    let mut at = Above::default();
    while at.lines < TOP && at.len < head.len() {
        let here = line(at.len);
        let parted = said.unwrap_or_else(|| separator(here, mapping));
        let names = known(here, parted, mapping);
        if at.lines == 0 && names > 0 {
            break;
        }
        if names >= NAMES {
            return (at, parted);
        }
        at = Above { len: (at.len + here.len() + 1).min(head.len()), lines: at.lines + 1 };
    }
    (Above::default(), first)
}

/// Fields that the header below other lines names.
const NAMES: usize = 3;

/// Cells of a line that name fields.
fn known(header: &[u8], separator: u8, mapping: &Mapping) -> usize {
    let cells = header.split(|&b| b == separator);
    cells.filter(|c| mapping.role(String::from_utf8_lossy(c).trim().trim_matches('"')).is_some()).count()
}

/// Rows, and their bytes, read ahead to tell the encoding of a table.
const AHEAD: usize = 2000;
const AHEAD_BYTES: usize = 1 << 20;
/// Rows read ahead to tell the order of day and month.
const DATES: usize = 200;

/// The rows of a table, whose encoding is told once for all of them.
struct Rows<'r> {
    reader: csv::Reader<Metered<'r>>,
    left: Rc<Cell<usize>>,
    limit: usize,
    /// Read and not yet given.
    ahead: VecDeque<csv::ByteRecord>,
    /// Why reading stopped, said after the rows before it.
    stopped: Option<csv::Error>,
    legacy: Option<Legacy>,
    /// The encoding was looked for, and is that of every cell.
    judged: bool,
    whole: bool,
    /// Cells that were not UTF-8.
    doubtful: usize,
}

impl Rows<'_> {
    /// True where the dates of the table put the month first: one of the first
    /// rows can be read in no other way, and none of them in the other alone.
    fn month_first(&mut self, columns: &[Option<FieldUse>]) -> bool {
        let dated: Vec<usize> =
            (0..columns.len()).filter(|&i| columns[i].is_some_and(|c| c.form == FieldType::Date)).collect();
        let mut read = 0;
        while !dated.is_empty() && self.ahead.len() < DATES && read < AHEAD_BYTES {
            let Some(row) = self.read() else { break };
            read += row.as_slice().len();
            self.ahead.push_back(row);
        }
        let cells = self.ahead.iter().flat_map(|row| dated.iter().filter_map(|&i| row.get(i)));
        let orders = cells.filter_map(|cell| typed::day_order(std::str::from_utf8(cell).ok()?));
        let (month, day): (Vec<_>, Vec<_>) = orders.partition(|o| *o == typed::DayOrder::MonthFirst);
        !month.is_empty() && day.is_empty()
    }

    fn read(&mut self) -> Option<csv::ByteRecord> {
        if self.stopped.is_some() {
            return None;
        }
        self.left.set(self.limit);
        let mut row = csv::ByteRecord::new();
        match self.reader.read_byte_record(&mut row) {
            Ok(more) => more.then_some(row),
            Err(e) => {
                self.stopped = Some(e);
                None
            }
        }
    }

    fn next(&mut self) -> Option<csv::ByteRecord> {
        let row = self.ahead.pop_front();
        row.or_else(|| self.read())
    }

    /// A cell of a row as text.
    fn decoded(&mut self, row: &csv::ByteRecord, cell: &[u8]) -> String {
        let valid = std::str::from_utf8(cell).ok();
        if let Some(ascii) = valid.filter(|s| s.is_ascii()) {
            return ascii.to_owned();
        }
        if self.legacy.is_none() && !(valid.is_some() && self.judged) {
            self.judged = true;
            self.judge(row);
        }
        match (valid, self.legacy) {
            (Some(s), _) if !self.whole => s.to_owned(),
            (Some(s), None) => s.to_owned(),
            (None, None) => String::new(),
            (_, Some(legacy)) => {
                self.doubtful += 1;
                legacy.decode(cell)
            }
        }
    }

    /// The encoding of the cells that are not UTF-8, by those of many rows, and whether the
    /// whole table is in it: a short cell may be UTF-8 by chance.
    fn judge(&mut self, row: &csv::ByteRecord) {
        let mut bytes = Vec::new();
        let (mut valid, mut broken) = (0, 0);
        let mut add = |row: &csv::ByteRecord| {
            for cell in row.iter().filter(|c| !c.is_ascii()) {
                if std::str::from_utf8(cell).is_ok() {
                    valid += 1;
                    continue;
                }
                broken += 1;
                bytes.extend_from_slice(cell);
                bytes.push(b'\n');
            }
        };
        add(row);
        self.ahead.iter().for_each(&mut add);
        let mut read = 0;
        while self.ahead.len() < AHEAD && read < AHEAD_BYTES {
            let Some(row) = self.read() else { break };
            read += row.as_slice().len();
            add(&row);
            self.ahead.push_back(row);
        }
        if broken > 0 {
            self.legacy = Some(Legacy::guess(&bytes));
            self.whole = broken > valid;
        }
    }
}

/// Reads the rows; the place of a document is its row, the header being 1.
pub(super) fn rows(place: &Place, reader: &mut dyn BufRead, options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let head = reader.fill_buf().unwrap_or_default();
    let mark = if head.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let line = head[mark..].split(|&b| b == b'\n').next().unwrap_or_default();
    // A program for tables may say in a line of its own what parts the cells.
    let bare = line.trim_ascii().strip_prefix(b"\"").unwrap_or(line.trim_ascii_start());
    let said = bare.strip_prefix(b"sep=").and_then(|s| s.first().copied()).filter(|&b| b != b'\r');
    let before = mark + if said.is_some() { line.len() + 1 } else { 0 };
    let before = before.min(head.len());
    let (above, found) = header(&head[before..], said, &options.mapping);
    let separator = said.unwrap_or(found);
    reader.consume(before + above.len);
    let left = Rc::new(Cell::new(options.container_bytes));
    let metered = Metered { inner: reader, left: Rc::clone(&left) };
    let reader = csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(metered);
    let limit = options.container_bytes;
    let (ahead, stopped, legacy) = (VecDeque::new(), None, None);
    let mut rows = Rows { reader, left, limit, ahead, stopped, legacy, judged: false, whole: false, doubtful: 0 };
    let header = match rows.reader.byte_headers() {
        Ok(header) => header.clone(),
        Err(e) => return broken(place, &e, sink),
    };
    let names: Vec<String> = header.iter().map(|name| rows.decoded(&header, name)).collect();
    let others = Neighbours::of(names.iter().map(String::as_str));
    let columns: Vec<Option<FieldUse>> = names.iter().map(|n| options.mapping.field(n, &others)).collect();
    let has = |role: Role| columns.iter().flatten().any(|field| field.role == role);
    if !has(Role::Text) && !has(Role::Title) {
        let notice = Notice::error(place.to_string(), msg::INGEST_NO_COLUMN);
        return sink(Item::Notice(notice.with_hint(msg::INGEST_NAME_COLUMNS)));
    }
    let month_first = rows.month_first(&columns);
    let mut complaints = Complaints::new(place, msg::ingest_more_rows);
    let mut number = 1 + above.lines;
    while let Some(row) = rows.next() {
        number += 1;
        let mut record = Record::default();
        for (cell, column) in row.iter().zip(&columns) {
            if let Some(field) = *column {
                let value = rows.decoded(&row, cell);
                let value = json::cell(&value, field.form).unwrap_or(value);
                let day = if month_first && field.form == FieldType::Date { typed::month_first(&value) } else { None };
                record.state(field, day.unwrap_or(value));
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
    if let Some(e) = &rows.stopped {
        broken(place, e, sink)?;
    }
    if let Some(legacy) = &rows.legacy {
        let sentence = msg::ingest_cells(rows.doubtful, legacy.name());
        sink(Item::Notice(Notice::warning(place.to_string(), sentence)))?;
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
        Role::Host => "csv.host",
        Role::Author => "csv.author",
        Role::Published => "csv.date",
        Role::Updated => "csv.updated",
        Role::Seen => "csv.seen",
        Role::Watched => "csv.watched",
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
    fn the_encoding_is_told_for_the_table_and_not_for_a_cell() {
        let table = "Titre;Journal;Texte\nLe pont fermé;Le Quai;Oui.\nLe maire hué;Écho;Où la régie a cédé, à l’été.\n";
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(table);
        let got = read(&Place::file("a.csv"), &bytes);
        let titles: Vec<&str> = got.documents.iter().map(|d| d.fields.title[0].value.as_str()).collect();
        assert_eq!(titles, ["Le pont fermé", "Le maire hué"]);
        assert!(got.notices[0].to_string().contains("windows-1252"), "{:?}", got.notices);
    }

    #[test]
    fn exports_of_reading_tools_tell_when_a_page_was_saved_and_not_when_it_was_published() {
        let table = "URL,Title,Selection,Folder,Timestamp,Tags\nhttps://q.example/1,Le pont,,Unread,1712730720,[]\n";
        let got = read(&Place::file("a.csv"), table.as_bytes());
        let f = &got.documents[0].fields;
        assert_eq!((f.published.len(), f.seen[0].value.as_str()), (0, "2024-04-10T06:32:00Z"));
        assert_eq!((f.url[0].value.as_str(), f.host[0].value.as_str()), ("https://q.example/1", "q.example"));
        let table = "id,media_name,publish_date,title\n8,quai.example,2024-04-10,Le pont\n";
        let got = read(&Place::file("a.csv"), table.as_bytes());
        let f = &got.documents[0].fields;
        assert_eq!((f.published[0].value.as_str(), f.host[0].value.as_str()), ("2024-04-10", "quai.example"));
    }

    #[test]
    fn the_order_of_day_and_month_is_that_of_the_whole_table() {
        let days = |dates: [&str; 2]| {
            let table = format!("title,date\nUn,{}\nDeux,{}\n", dates[0], dates[1]);
            let got = read(&Place::file("a.csv"), table.as_bytes());
            let day = |d| crate::clean::clean(d).meta.published.value.map(|d| d.to_string()).unwrap_or_default();
            got.documents.into_iter().map(day).collect::<Vec<_>>()
        };
        assert_eq!(days(["09/08/2023", "9/15/23"]), ["2023-09-08", "2023-09-15"]);
        assert_eq!(days(["09/08/2023", "15/09/2023"]), ["2023-08-09", "2023-09-15"]);
        assert_eq!(days(["09/08/2023", "10/09/2023"]), ["2023-08-09", "2023-09-10"]);
    }

    #[test]
    fn a_line_that_says_what_parts_the_cells_is_no_header() {
        for sign in [";", "\t"] {
            let table = "sep=;\r\nTitre;Journal\r\nLe pont;Le Quai\r\n".replace(';', sign);
            let got = read(&Place::file("a.csv"), table.as_bytes());
            let f = &got.documents[0].fields;
            assert_eq!((f.title[0].value.as_str(), f.source[0].value.as_str()), ("Le pont", "Le Quai"));
        }
    }

    #[test]
    fn a_table_without_known_columns_is_refused_with_a_hint() {
        let got = read(&Place::file("a.csv"), b"colour,size\nred,2\n");
        assert!(got.notices[0].hint.is_some());
    }
}
