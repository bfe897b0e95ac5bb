//! A table of words in each format. Knows headings and cells; what they mean
//! is the caller's.

use super::format::{PAGE_END, cell, escape_html, escape_markdown, page_head};
use super::{Format, Record};
use crate::text::width::width;
use crate::text::{Span, wrap};
use serde::Serialize;
use serde_json::json;
use std::fmt::Write;

/// Version of the JSON formats.
const SCHEMA: u32 = 1;

/// A table with what is said above it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Its name.
    pub title: String,
    /// Lines above it: what its columns and signs mean.
    pub lines: Vec<String>,
    /// Names of the columns.
    pub heads: Vec<String>,
    /// Rows of as many cells; the last column may be long.
    pub rows: Vec<Vec<String>>,
    /// What plain text says in the place of the rows, where their cells are too long for
    /// columns.
    #[serde(skip)]
    pub told: Vec<Told>,
}

/// A paragraph of plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Columns before it.
    pub indent: usize,
    /// Its words, on one line.
    pub words: String,
}

/// Columns of plain text where nobody knows how wide it will be read.
pub const COLUMNS: usize = 80;

/// Prints a table; formats of bibliographies print the articles that it is
/// about.
pub fn print(format: Format, table: &Table, records: &[Record]) -> String {
    print_within(COLUMNS, format, table, records)
}

/// The same, plain text within so many columns where it is paragraphs.
pub fn print_within(columns: usize, format: Format, table: &Table, records: &[Record]) -> String {
    let all: Vec<&Record> = records.iter().collect();
    match format {
        Format::Markdown => markdown(table),
        Format::Plain if table.told.is_empty() => plain(table),
        Format::Plain => told(columns, table),
        Format::Json => {
            serde_json::to_string_pretty(&json!({ "schema": SCHEMA, "table": table })).unwrap_or_default() + "\n"
        }
        Format::JsonLines => table
            .rows
            .iter()
            .filter_map(|r| {
                let row: serde_json::Map<_, _> = table.heads.iter().cloned().zip(r.iter().map(|c| json!(c))).collect();
                serde_json::to_string(&row).ok()
            })
            .map(|l| l + "\n")
            .collect(),
        Format::Csv => csv(table),
        Format::Html => html(table),
        Format::Bib => super::format::bib(&all),
        Format::Csl => super::format::csl(&all),
        Format::Ris => super::format::ris(&all),
    }
}

fn markdown(table: &Table) -> String {
    let mut out = format!("# {}\n\n", escape_markdown(&table.title));
    for line in &table.lines {
        let _ = writeln!(out, "- {}", escape_markdown(line));
    }
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|c| escape_markdown(c)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    out.push('\n');
    out.push_str(&row(&table.heads));
    let _ = writeln!(out, "|{}", "---|".repeat(table.heads.len()));
    table.rows.iter().for_each(|r| out.push_str(&row(r)));
    out
}

fn plain(table: &Table) -> String {
    let mut out = format!("{}\n\n", table.title);
    table.lines.iter().for_each(|l| {
        let _ = writeln!(out, "{l}");
    });
    out.push('\n');
    let columns = table.heads.len();
    let wide = |c: usize| table.rows.iter().chain([&table.heads]).filter_map(|r| r.get(c)).map(|s| width(s)).max();
    let widths: Vec<usize> = (0..columns).map(|c| wide(c).unwrap_or(0)).collect();
    for row in [&table.heads].into_iter().chain(&table.rows) {
        let mut line = String::new();
        for (c, words) in row.iter().enumerate() {
            let pad = if c + 1 == columns { 0 } else { widths[c].saturating_sub(width(words)) + 2 };
            line += &format!("{words}{}", " ".repeat(pad));
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out
}

/// Paragraphs, wrapped; what goes over a line stands two columns further in.
fn told(columns: usize, table: &Table) -> String {
    let mut out = format!("{}\n\n", table.title);
    let mut put = |indent: usize, hanging: usize, words: &str| {
        let room = columns.saturating_sub(indent + hanging).max(20);
        for (i, row) in wrap::rows(words, Span::new(0, words.len()), room).into_iter().enumerate() {
            let before = indent + if i > 0 { hanging } else { 0 };
            let _ = writeln!(out, "{}{}", " ".repeat(before), row.of(words).trim_end());
        }
    };
    table.lines.iter().for_each(|line| put(0, 0, line));
    for (i, t) in table.told.iter().enumerate() {
        // A block begins at the edge.
        if t.indent == 0 && (i > 0 || !table.lines.is_empty()) {
            put(0, 0, " ");
        }
        put(t.indent, 2, &t.words);
    }
    out
}

fn csv(table: &Table) -> String {
    let mut csv = csv::Writer::from_writer(Vec::new());
    for row in [&table.heads].into_iter().chain(&table.rows) {
        // Writing to memory does not fail.
        let _ = csv.write_record(row.iter().map(|c| cell(c)));
    }
    csv.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn html(table: &Table) -> String {
    let mut out = page_head();
    let e = escape_html;
    let _ = writeln!(out, "<h1>{}</h1>\n<ul>", e(&table.title));
    table.lines.iter().for_each(|l| {
        let _ = writeln!(out, "<li>{}</li>", e(l));
    });
    out.push_str("</ul>\n<table>\n");
    let row = |tag: &str, cells: &[String]| {
        let cells: String = cells.iter().map(|c| format!("<{tag}>{}</{tag}>", e(c))).collect();
        format!("<tr>{cells}</tr>\n")
    };
    out.push_str(&row("th", &table.heads));
    table.rows.iter().for_each(|r| out.push_str(&row("td", r)));
    out.push_str("</table>\n");
    out.push_str(PAGE_END);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        Table {
            title: "Qui dit | quoi".into(),
            lines: vec!["● dit".into()],
            told: Vec::new(),
            heads: vec!["origines".into(), "1".into(), "fait".into()],
            rows: vec![
                vec!["2".into(), "●".into(), "a, <b> | \"c\"".into()],
                vec!["10".into(), "·".into(), "=d".into()],
            ],
        }
    }

    #[test]
    fn paragraphs_are_wrapped_and_what_goes_on_stands_further_in() {
        let words = "la digue a cédé lundi soir à hauteur du port";
        let told = [(0, "2026-06-02 · Le Phare"), (4, words), (0, "?")];
        let told = told.map(|(indent, words)| Told { indent, words: words.into() });
        let table = Table { told: told.to_vec(), lines: Vec::new(), ..table() };
        let text = print_within(30, Format::Plain, &table, &[]);
        assert_eq!(
            text,
            "Qui dit | quoi\n\n2026-06-02 · Le Phare\n    la digue a cédé lundi\n      soir à hauteur du port\n\n?\n"
        );
        assert!(!print(Format::Json, &table, &[]).contains("told"));
    }

    #[test]
    fn every_format_prints_every_row_and_escapes_what_it_must() {
        let all = |f| print(f, &table(), &[]);
        assert!(all(Format::Markdown).contains("| 2 | ● | a, \\<b\\> \\| \"c\" |"), "{}", all(Format::Markdown));
        assert!(all(Format::Html).contains("<td>a, &lt;b&gt; | &quot;c&quot;</td>"));
        assert!(all(Format::Csv).contains("\"a, <b> | \"\"c\"\"\""));
        let plain = all(Format::Plain);
        assert!(plain.contains("origines  1  fait\n2         ●  a,"), "{plain}");
        assert_eq!(all(Format::JsonLines).lines().count(), 2);
        assert!(all(Format::Json).contains("\"schema\": 1"));
    }
}
