//! A table of words in each format. Knows headings and cells; what they mean
//! is the caller's.

use super::format::{PAGE_END, cell, escape_html, escape_markdown, page_head};
use super::{Format, Record};
use crate::text::width::width;
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
}

/// Prints a table; formats of bibliographies print the articles that it is
/// about.
pub fn print(format: Format, table: &Table, records: &[Record]) -> String {
    let all: Vec<&Record> = records.iter().collect();
    match format {
        Format::Markdown => markdown(table),
        Format::Plain => plain(table),
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
            heads: vec!["origines".into(), "1".into(), "fait".into()],
            rows: vec![
                vec!["2".into(), "●".into(), "a, <b> | \"c\"".into()],
                vec!["10".into(), "·".into(), "=d".into()],
            ],
        }
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
