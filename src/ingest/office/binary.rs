//! Texts of Word before 2007: binary documents in a compound file, read by undoc.

use crate::corpus::{Place, SourceFormat};
use crate::ingest::format::{FileFormat, ReadAs};
use crate::ingest::raw::{Item, Options, Sink};
use crate::ingest::records::{self, layout::Line};
use crate::ingest::sniff;
use crate::notice::Notice;
use crate::text::sanitise::one_line;
use crate::words::msg;
use std::ops::ControlFlow;
use undoc::{Block, Document, Paragraph};

/// Old Word documents as a format of files.
pub(in crate::ingest) const WORD: FileFormat = FileFormat {
    source: SourceFormat::Office,
    recognise: |head| head.bytes.starts_with(sniff::OLD_OFFICE),
    read: ReadAs::Bytes(read),
};

/// Tables inside each other that are read.
const NESTED: usize = 4;

fn read(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    match undoc::parse_bytes(bytes) {
        Ok(document) => records::of_paragraphs(place, &lines(&document), options, sink),
        Err(e) => {
            let notice = Notice::error(place.to_string(), msg::ingest_word_broken(one_line(&e.to_string())));
            sink(Item::Notice(notice.with_hint(msg::INGEST_SAVE_AS_TEXT)))
        }
    }
}

/// The paragraphs of a document, with a blank line behind each; the cells of a
/// row of a table stand in one line.
fn lines(document: &Document) -> Vec<Line> {
    let mut out = Vec::new();
    for block in document.sections.iter().flat_map(|s| &s.content) {
        match block {
            Block::Paragraph(paragraph) => add(&mut out, paragraph),
            Block::Note { content, .. } => content.iter().for_each(|p| add(&mut out, p)),
            Block::Table(table) => add_table(&mut out, table, 0),
            _ => {}
        }
    }
    out
}

fn add_table(out: &mut Vec<Line>, table: &undoc::Table, depth: usize) {
    for row in &table.rows {
        let cells: Vec<String> = row.cells.iter().map(|c| c.plain_text()).filter(|c| !c.trim().is_empty()).collect();
        // A label and what it says in one line; longer cells are paragraphs.
        match cells.as_slice() {
            [label, value] if label.trim().len() <= LABEL => {
                out.push(Line::plain(&format!("{}\t{value}", label.trim())))
            }
            cells => cells.iter().flat_map(|c| c.lines()).for_each(|l| out.extend([Line::plain(l), Line::default()])),
        }
        out.push(Line::default());
        if depth < NESTED {
            row.cells.iter().flat_map(|c| &c.nested_tables).for_each(|t| add_table(out, t, depth + 1));
        }
    }
}

/// Longest first cell of a row that names the field in the next one.
const LABEL: usize = 4;

fn add(out: &mut Vec<Line>, paragraph: &Paragraph) {
    let letters = |bold: bool| {
        let runs = paragraph.runs.iter().filter(|r| !bold || r.style.bold);
        runs.map(|r| r.text.trim().len()).sum::<usize>()
    };
    let text: String =
        paragraph.runs.iter().map(|r| if r.line_break { format!("{}\n", r.text) } else { r.text.clone() }).collect();
    let strong = paragraph.is_heading() || letters(false) > 0 && letters(false) == letters(true);
    let whole = text.lines().map(|line| Line { strong, ..Line::plain(line) }).filter(|l| !l.text.is_empty());
    out.extend(whole.flat_map(|line| [line, Line::default()]));
}
