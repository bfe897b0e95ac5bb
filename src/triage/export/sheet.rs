//! The comparison sheet: what two articles say differently, in rows with both
//! excerpts and the paragraphs they stand in. Knows rows of words; how they
//! were found is the caller's.

use super::format::{PAGE_END, cell, escape_html, escape_markdown, page_head};
use super::{Format, NoteRecord, Passage, Record};
use crate::words::{Lang, Plain, msg};
use serde::Serialize;
use serde_json::json;
use std::fmt::Write;

/// Version of the JSON formats.
const SCHEMA: u32 = 1;

/// A part of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// What differs, heaviest first.
    Findings,
    /// What may differ and is to be looked up.
    Doubtful,
    /// Figures, dates and durations that disagree.
    Figures,
    /// Quotations that both have.
    Quotes,
    /// Both texts as a whole, in the order of A.
    Texts,
    /// Passages with another figure, date or quoted word.
    Differs,
    /// Passages in other words.
    Reworded,
    /// Text of A that was not found in B.
    OnlyA,
    /// Text of B that was not found in A.
    OnlyB,
    /// Names that both have.
    SharedNames,
    /// Names that only one has.
    Names,
    /// Passages that may say the same.
    Perhaps,
}

impl Section {
    /// Every section, in the order of the sheet.
    pub const ALL: [Section; 12] = [
        Self::Findings,
        Self::Doubtful,
        Self::Figures,
        Self::Quotes,
        Self::Texts,
        Self::Differs,
        Self::Reworded,
        Self::OnlyA,
        Self::OnlyB,
        Self::SharedNames,
        Self::Names,
        Self::Perhaps,
    ];

    /// Its name in CSV.
    pub fn name(self) -> &'static str {
        match self {
            Self::Findings => "findings",
            Self::Doubtful => "doubtful",
            Self::Figures => "figures",
            Self::Quotes => "quotes",
            Self::Texts => "texts",
            Self::Differs => "differs",
            Self::Reworded => "reworded",
            Self::OnlyA => "only_a",
            Self::OnlyB => "only_b",
            Self::SharedNames => "shared_names",
            Self::Names => "names",
            Self::Perhaps => "perhaps",
        }
    }

    fn heading(self) -> Plain {
        match self {
            Self::Findings => msg::TRIAGE_SHEET_FINDINGS,
            Self::Doubtful => msg::UI_FACTS_DOUBTFUL,
            Self::Figures => msg::TRIAGE_SHEET_FIGURES,
            Self::Quotes => msg::TRIAGE_SHEET_QUOTES,
            Self::Texts => msg::TRIAGE_SHEET_TEXTS,
            Self::Differs => msg::TRIAGE_SHEET_DIFFERS,
            Self::Reworded => msg::TRIAGE_SHEET_REWORDED,
            Self::OnlyA => msg::TRIAGE_SHEET_ONLY_A,
            Self::OnlyB => msg::TRIAGE_SHEET_ONLY_B,
            Self::SharedNames => msg::TRIAGE_SHEET_SHARED_NAMES,
            Self::Names => msg::TRIAGE_SHEET_NAMES,
            Self::Perhaps => msg::TRIAGE_SHEET_PERHAPS,
        }
    }
}

/// A row of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Which part it belongs to.
    pub section: Section,
    /// What is to be said of it, such as who is quoted.
    pub what: String,
    /// The excerpt of A.
    pub a: Option<Passage>,
    /// The excerpt of B.
    pub b: Option<Passage>,
}

/// Two articles and what they say differently.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sheet {
    /// Left side.
    pub a: Record,
    /// Right side.
    pub b: Record,
    /// What holds for the whole, such as the share in common.
    pub summary: Vec<String>,
    /// Rows in the order of their sections.
    pub rows: Vec<Row>,
    /// What the reader noted.
    pub notes: Vec<NoteRecord>,
}

/// Prints a sheet; formats of bibliographies print its two articles.
pub fn print(format: Format, sheet: &Sheet, lang: Lang) -> String {
    match format {
        Format::Markdown => markdown(sheet, lang),
        Format::Plain => plain(sheet, lang),
        Format::Json => {
            serde_json::to_string_pretty(&json!({ "schema": SCHEMA, "comparison": sheet })).unwrap_or_default() + "\n"
        }
        Format::JsonLines => {
            sheet.rows.iter().filter_map(|r| serde_json::to_string(r).ok()).map(|l| l + "\n").collect()
        }
        Format::Csv => csv(sheet),
        Format::Html => html(sheet, lang),
        Format::Bib => super::format::bib(&[&sheet.a, &sheet.b]),
        Format::Csl => super::format::csl(&[&sheet.a, &sheet.b]),
        Format::Ris => super::format::ris(&[&sheet.a, &sheet.b]),
    }
}

fn words(p: &Passage) -> String {
    p.paragraph.map_or_else(|| p.quote.clone(), |n| format!("{} (¶{n})", p.quote))
}

/// Which text it is, in a heading.
fn label(r: &Record) -> String {
    let credit = r.credit();
    if credit.is_empty() { r.heading().to_owned() } else { credit }
}

fn credit(r: &Record) -> String {
    let known = [r.credit(), r.heading().to_owned()];
    known.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" — ")
}

fn sections(sheet: &Sheet) -> impl Iterator<Item = (Section, Vec<&Row>)> {
    Section::ALL
        .into_iter()
        .map(|s| (s, sheet.rows.iter().filter(|r| r.section == s).collect::<Vec<_>>()))
        .filter(|(_, rows)| !rows.is_empty())
}

fn markdown(sheet: &Sheet, lang: Lang) -> String {
    let mut out = String::new();
    let e = escape_markdown;
    let _ = writeln!(out, "# A {} ↔ B {}\n", e(&label(&sheet.a)), e(&label(&sheet.b)));
    for (name, r) in [("A", &sheet.a), ("B", &sheet.b)] {
        let link = r.link().map_or(String::new(), |u| format!(" <{u}>"));
        let _ = writeln!(out, "- **{name}** {}{link}", e(&credit(r)));
    }
    out.push('\n');
    for line in &sheet.summary {
        let _ = writeln!(out, "{}\n", e(line));
    }
    if !sheet.notes.is_empty() {
        let _ = writeln!(out, "## {}\n", lang.text(msg::TRIAGE_SHEET_NOTED));
    }
    for n in &sheet.notes {
        for p in &n.passages {
            let _ = writeln!(out, "> {}\n", e(&words(p)));
        }
        let _ = writeln!(out, "{} — {}\n", e(&n.text), e(&n.by));
    }
    for (section, rows) in sections(sheet) {
        let _ = writeln!(out, "## {}\n", lang.text(section.heading()));
        for r in rows {
            let what = if r.what.is_empty() { String::new() } else { format!("*{}* ", e(&r.what)) };
            let sides = [("A", &r.a), ("B", &r.b)];
            let given: Vec<String> =
                sides.iter().filter_map(|(n, p)| p.as_ref().map(|p| format!("{n}: {}", e(&words(p))))).collect();
            let _ = writeln!(out, "- {what}{}", given.join("\n  \n  "));
        }
        out.push('\n');
    }
    out
}

fn plain(sheet: &Sheet, lang: Lang) -> String {
    let mut out = String::new();
    for (name, r) in [("A", &sheet.a), ("B", &sheet.b)] {
        let _ = writeln!(out, "{name}  {}", credit(r));
        if let Some(url) = &r.url {
            let _ = writeln!(out, "   {url}");
        }
    }
    out.push('\n');
    for line in &sheet.summary {
        let _ = writeln!(out, "{line}");
    }
    if !sheet.notes.is_empty() {
        let _ = writeln!(out, "\n{}\n", lang.text(msg::TRIAGE_SHEET_NOTED));
    }
    for n in &sheet.notes {
        for p in &n.passages {
            let _ = writeln!(out, "  « {} »", words(p));
        }
        let _ = writeln!(out, "  {} — {}", n.text, n.by);
    }
    for (section, rows) in sections(sheet) {
        let _ = writeln!(out, "\n{}\n", lang.text(section.heading()));
        for r in rows {
            if !r.what.is_empty() {
                let _ = writeln!(out, "  {}", r.what);
            }
            for (name, p) in [("A", &r.a), ("B", &r.b)] {
                if let Some(p) = p {
                    let _ = writeln!(out, "  {name}: {}", words(p));
                }
            }
            out.push('\n');
        }
    }
    out
}

fn csv(sheet: &Sheet) -> String {
    let mut csv = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = csv.write_record(["section", "what", "a", "a_paragraph", "b", "b_paragraph", "a_source", "b_source"]);
    let paragraph = |p: &Option<Passage>| p.as_ref().and_then(|p| p.paragraph).map_or(String::new(), |n| n.to_string());
    let quote = |p: &Option<Passage>| p.as_ref().map_or(String::new(), |p| cell(&p.quote));
    let note_rows = sheet.notes.iter().map(|n| {
        let at = |i: usize| n.passages.get(i).cloned();
        ("note", n.text.clone(), at(0), at(1))
    });
    let rows = sheet.rows.iter().map(|r| (r.section.name(), r.what.clone(), r.a.clone(), r.b.clone()));
    for (section, what, a, b) in note_rows.chain(rows) {
        let _ = csv.write_record([
            section.to_owned(),
            cell(&what),
            quote(&a),
            paragraph(&a),
            quote(&b),
            paragraph(&b),
            cell(&label(&sheet.a)),
            cell(&label(&sheet.b)),
        ]);
    }
    csv.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn html(sheet: &Sheet, lang: Lang) -> String {
    let mut out = page_head();
    let e = escape_html;
    let _ = writeln!(out, "<h1>A {} ↔ B {}</h1>\n<ul>", e(&label(&sheet.a)), e(&label(&sheet.b)));
    for (name, r) in [("A", &sheet.a), ("B", &sheet.b)] {
        let title = e(&credit(r));
        // Only web addresses become links: nothing that could run.
        let link = r.link();
        let title = link.map_or(title.clone(), |u| format!("<a href=\"{}\">{title}</a>", e(&u)));
        let _ = writeln!(out, "<li>{name} {title}</li>");
    }
    out.push_str("</ul>\n");
    for line in &sheet.summary {
        let _ = writeln!(out, "<p class=\"credit\">{}</p>", e(line));
    }
    if !sheet.notes.is_empty() {
        let _ = writeln!(out, "<h2>{}</h2>", lang.text(msg::TRIAGE_SHEET_NOTED));
    }
    for n in &sheet.notes {
        for p in &n.passages {
            let _ = writeln!(out, "<blockquote>{}</blockquote>", e(&words(p)));
        }
        let _ = writeln!(out, "<p>{} — {}</p>", e(&n.text), e(&n.by));
    }
    for (section, rows) in sections(sheet) {
        let _ = writeln!(out, "<h2>{}</h2>\n<table>", e(lang.text(section.heading())));
        for r in rows {
            let side = |p: &Option<Passage>| p.as_ref().map_or(String::new(), |p| e(&words(p)));
            let _ = writeln!(out, "<tr><th>{}</th><td>{}</td><td>{}</td></tr>", e(&r.what), side(&r.a), side(&r.b));
        }
        out.push_str("</table>\n");
    }
    out.push_str(PAGE_END);
    out
}
