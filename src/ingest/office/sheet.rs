//! Tables of an office as rows with a header, which are read like any table.

use crate::corpus::Place;
use crate::ingest::csv;
use crate::ingest::raw::{Item, Options, Sink};
use crate::notice::Notice;
use crate::text::sanitise::one_line;
use crate::words::msg;
use std::ops::ControlFlow;

/// Columns of a table that are read.
pub(super) const COLUMNS: usize = 1000;
/// Rows that a sheet of an office can have.
pub(super) const ROWS: usize = 1_048_576;
/// Bytes of as many empty rows.
pub(super) const ROWS_EMPTY: usize = 4 * ROWS;
/// Rows at the top among which the header is looked for.
const TOP: usize = 20;

/// A sheet: its name, and its rows as comma-separated values.
#[derive(Default)]
pub(super) struct Sheet {
    pub name: String,
    rows: Vec<u8>,
    /// How many rows were added.
    count: usize,
    /// Bytes that its rows may have.
    limit: usize,
    /// True when there are more rows than may be kept.
    pub cut: bool,
    /// Where each of the first rows ends.
    ends: Vec<usize>,
}

impl Sheet {
    pub(super) fn new(name: &str, limit: usize) -> Self {
        Self { name: one_line(name), limit, ..Self::default() }
    }

    /// Adds the row of that number (from 0); the rows before it that are missing are empty.
    pub(super) fn add(&mut self, number: usize, cells: &[String]) {
        if cells.iter().all(|c| c.trim().is_empty()) {
            return;
        }
        while self.count < number.min(ROWS) && !self.cut {
            self.line("\"\"".to_owned());
        }
        let quoted = cells.iter().map(|c| format!("\"{}\"", c.replace('"', "\"\"")));
        self.line(quoted.collect::<Vec<_>>().join(","));
    }

    fn line(&mut self, line: String) {
        self.cut |= self.rows.len() + line.len() >= self.limit;
        if self.cut {
            return;
        }
        self.rows.extend_from_slice(line.as_bytes());
        self.rows.push(b'\n');
        self.count += 1;
        if self.ends.len() < TOP {
            self.ends.push(self.rows.len());
        }
    }

    /// The rows from the header on: the first that names two known fields.
    fn rows_from_header(&self, options: &Options) -> &[u8] {
        self.header(options).map_or(&self.rows, |from| &self.rows[from..])
    }

    /// True when one of its first rows is a header.
    pub(super) fn has_header(&self, options: &Options) -> bool {
        self.header(options).is_some()
    }

    /// Where the header begins.
    fn header(&self, options: &Options) -> Option<usize> {
        let mut from = 0;
        for &end in &self.ends {
            let row = String::from_utf8_lossy(&self.rows[from..end]);
            let known = row.trim().split("\",\"").filter(|c| options.mapping.role(c.trim_matches('"')).is_some());
            if known.count() >= 2 {
                return Some(from);
            }
            from = end;
        }
        None
    }
}

/// Hands over the rows of the sheets that hold any.
pub(super) fn hand_over(place: &Place, sheets: Vec<Sheet>, options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let filled: Vec<Sheet> = sheets.into_iter().filter(|s| !s.rows.is_empty()).collect();
    if filled.is_empty() {
        return sink(Item::Notice(Notice::warning(place.to_string(), msg::INGEST_NO_TEXT)));
    }
    for sheet in filled {
        let here = place.at(&sheet.name);
        let mut rows = sheet.rows_from_header(options);
        csv::rows(&here, &mut rows, options, sink)?;
        if sheet.cut {
            let sentence = msg::ingest_rows_cut(sheet.count);
            sink(Item::Notice(Notice::warning(here.to_string(), sentence)))?;
        }
    }
    ControlFlow::Continue(())
}
