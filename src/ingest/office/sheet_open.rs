//! Tables in OpenDocument. Rows and cells may state how often they stand: what
//! is empty is not repeated, what is not stays within the limits.

use super::package::Package;
use super::sheet::{COLUMNS, ROWS, ROWS_EMPTY, Sheet};
use crate::ingest::xml_events as xml;
use crate::words::Message;
use quick_xml::events::{BytesStart, Event};

/// The sheets of the document at that path.
pub(super) fn sheets(package: &mut Package<'_>, part: &str) -> Result<Vec<Sheet>, Message> {
    let part = package.part(part)?;
    let mut sheets = sheets_of(&part.text);
    if let Some(last) = sheets.last_mut() {
        last.cut |= part.cut;
    }
    Ok(sheets)
}

/// The sheets of a document.
pub(super) fn sheets_of(text: &str) -> Vec<Sheet> {
    let limit = text.len().saturating_add(ROWS_EMPTY).saturating_mul(2);
    let mut table = Table::default();
    let whole = xml::walk(text, |event, _| {
        table.event(&event, limit);
        table.sheets.last().is_none_or(|s| !s.cut)
    });
    if let Some(last) = table.sheets.last_mut() {
        last.cut |= !whole;
    }
    table.sheets
}

#[derive(Default)]
struct Table {
    sheets: Vec<Sheet>,
    row: Vec<String>,
    number: usize,
    /// How often the row and the cell stand.
    rows: usize,
    columns: usize,
    value: String,
    /// A value that the cell states beside what it shows.
    stated: Option<String>,
    inside: bool,
    /// Inside a note to a cell.
    note: bool,
}

fn repeated(e: &BytesStart<'_>, name: &str, most: usize) -> usize {
    xml::attribute(e, name).and_then(|n| n.parse().ok()).unwrap_or(1_usize).clamp(1, most)
}

impl Table {
    fn event(&mut self, event: &Event<'_>, limit: usize) {
        match event {
            Event::Start(e) | Event::Empty(e) => {
                self.start(e, limit);
                if matches!(event, Event::Empty(_)) {
                    self.end(e.local_name().as_ref());
                }
            }
            Event::End(e) => self.end(e.local_name().as_ref()),
            event if self.inside && !self.note => xml::say(event, &mut self.value),
            _ => {}
        }
    }

    fn start(&mut self, e: &BytesStart<'_>, limit: usize) {
        match e.local_name().as_ref() {
            "table" => {
                self.sheets.push(Sheet::new(&xml::attribute(e, "name").unwrap_or_default(), limit));
                self.number = 0;
            }
            "table-row" => {
                self.row.clear();
                self.rows = repeated(e, "number-rows-repeated", ROWS);
            }
            "table-cell" | "covered-table-cell" => {
                self.value.clear();
                self.columns = repeated(e, "number-columns-repeated", COLUMNS);
                self.stated = xml::attribute(e, "date-value");
            }
            "p" => {
                if !self.value.is_empty() {
                    self.value.push('\n');
                }
                self.inside = true;
            }
            "s" if self.inside => self.value.push(' '),
            "annotation" => self.note = true,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.inside = false,
            "annotation" => {
                self.note = false;
                self.value.clear();
            }
            "table-cell" | "covered-table-cell" => {
                let value = self.stated.take().unwrap_or_else(|| std::mem::take(&mut self.value));
                for _ in 0..self.columns {
                    if self.row.len() < COLUMNS {
                        self.row.push(value.clone());
                    }
                }
            }
            "table-row" => {
                let row = std::mem::take(&mut self.row);
                let empty = row.iter().all(|c| c.trim().is_empty());
                if let Some(sheet) = self.sheets.last_mut().filter(|_| !empty) {
                    for i in 0..self.rows {
                        sheet.add(self.number.saturating_add(i), &row);
                        if sheet.cut {
                            break;
                        }
                    }
                }
                self.number = self.number.saturating_add(self.rows);
                self.rows = 1;
            }
            _ => {}
        }
    }
}
