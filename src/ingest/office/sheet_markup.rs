//! Tables that call themselves sheets and are markup: pages that programs save
//! as `.xls`, and the XML of Excel 2003.

use super::sheet::{COLUMNS, Sheet, hand_over};
use crate::corpus::{Place, SourceFormat};
use crate::ingest::format::{FileFormat, FileHead, ReadAs};
use crate::ingest::raw::{Item, Options, Sink};
use crate::ingest::xml::{Element, Tree};
use crate::ingest::{encoding, html, said, single};
use std::ops::ControlFlow;

/// Sheets in markup as a format of files.
pub(in crate::ingest) const FORMAT: FileFormat =
    FileFormat { source: SourceFormat::Office, recognise: is_sheet, read: ReadAs::Text(read) };

/// Bytes in which a sheet says what it is.
const HEAD: usize = 4096;

fn is_sheet(head: &FileHead<'_>) -> bool {
    let look = &head.text[..head.text.len().min(HEAD)];
    let has = |what: &str| memchr::memmem::find(look, what.as_bytes()).is_some();
    let says = has("urn:schemas-microsoft-com:office:spreadsheet") || has("urn:schemas-microsoft-com:office:excel");
    head.text.starts_with(b"<") && (says || head.is_named(&["xls"]) && (has("<table") || has("<TABLE")))
}

fn read(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let text = said::decoded(place, bytes, encoding::declared(bytes), sink)?;
    let tree = Tree::parse(&text);
    let tables = tree.roots().flat_map(|root| if root.is("table") { vec![root] } else { root.all("table") });
    let sheets: Vec<Sheet> = tables.enumerate().map(|(n, table)| sheet(table, n + 1, options)).collect();
    if sheets.iter().any(|s| s.has_header(options)) {
        return hand_over(place, sheets.into_iter().filter(|s| s.has_header(options)).collect(), options, sink);
    }
    // A page that Excel wrote and that names no field is a page.
    sink(Item::Document(Box::new(single::document(place, &html::PAGE, bytes, options))))
}

fn sheet(table: Element<'_>, number: usize, options: &Options) -> Sheet {
    let mut sheet = Sheet::new(&number.to_string(), options.container_bytes);
    let rows = table.all("tr").into_iter().chain(table.all("row"));
    for (number, row) in rows.enumerate() {
        let mut cells: Vec<String> = Vec::new();
        for cell in row.children().filter(|c| ["td", "th", "cell"].iter().any(|name| c.is(name))) {
            // Empty cells are left out, and the next says which it is.
            let index = cell.attribute("Index").and_then(|i| i.parse::<usize>().ok()).unwrap_or(0);
            while cells.len() + 1 < index.min(COLUMNS) {
                cells.push(String::new());
            }
            if cells.len() < COLUMNS {
                cells.push(cell.text());
            }
        }
        sheet.add(number, &cells);
    }
    sheet
}

#[cfg(test)]
mod tests {
    use crate::corpus::Place;
    use crate::ingest::read;

    #[test]
    fn a_table_that_calls_itself_a_sheet_is_read_row_by_row() {
        let page = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body><table><tr><th>Titre</th><th>Média</th><th>Date</th></tr>\
            <tr><td>Le pont</td><td>Le Quai</td><td>10/04/2024</td></tr></table></body></html>";
        let xml = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"x\"><Worksheet><Table>\
            <Row><Cell><Data>Titre</Data></Cell><Cell><Data>Média</Data></Cell><Cell><Data>Date</Data></Cell></Row>\
            <Row><Cell><Data>Le pont</Data></Cell><Cell ss:Index=\"3\"><Data>2024-04-10T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>";
        for (name, text, source) in [("a.xls", page, 1), ("a.xml", xml, 0)] {
            let got = read(&Place::file(name), text.as_bytes());
            let f = &got.documents[0].fields;
            assert_eq!(
                (f.title[0].value.as_str(), f.source.len(), f.published.len()),
                ("Le pont", source, 1),
                "{name}"
            );
        }
    }

    #[test]
    fn a_page_that_only_was_written_by_excel_stays_a_page() {
        let page = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body><p>Le pont de Gorzé est fermé depuis mardi.</p></body></html>";
        let got = read(&Place::file("a.htm"), page.as_bytes());
        assert!(got.documents[0].text.contains("Le pont de Gorzé"), "{:?}", got.notices);
    }
}
