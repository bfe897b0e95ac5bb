//! Records in each format.

use super::record::{Contents, NoteRecord, Paragraph, Passage, Record};
use crate::corpus::Standing;
use crate::ingest::{Author, authors};
use crate::text::squeezed;
use serde_json::json;
use std::fmt::Write;

/// Version of the JSON formats.
const SCHEMA: u32 = 1;

/// Characters that mean something to Markdown where prose has them.
pub(super) fn escape_markdown(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    for c in s.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}

fn place(p: &Passage) -> String {
    match (p.paragraph, p.orphan) {
        (Some(n), _) => format!(" (¶{n})"),
        (None, true) => " (?)".to_owned(),
        (None, false) => String::new(),
    }
}

/// The same at the start of a paragraph, where a number or a dash would make a list.
fn escape_paragraph(s: &str) -> String {
    let words = escape_markdown(s);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    match words.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &words[..digits], &words[digits..]),
        Some(b'-' | b'+' | b'=' | b'~') if digits == 0 => format!("\\{words}"),
        _ => words,
    }
}

/// Markdown. Paragraphs carry their number as `¶n` where a note says by it what it is
/// about.
pub(super) fn markdown(what: Contents, records: &[&Record]) -> String {
    let mut out = String::new();
    for r in records {
        let title = escape_markdown(r.heading());
        let credit = escape_markdown(&r.credit());
        let link = r.link();
        if what == Contents::Titles {
            let title = link.map_or(title.clone(), |u| format!("[{title}]({u})"));
            let dash = if credit.is_empty() { "" } else { " — " };
            let _ = writeln!(out, "- {title}{dash}{credit}");
            continue;
        }
        let _ = writeln!(out, "## {title}\n");
        if !credit.is_empty() {
            let _ = writeln!(out, "{credit}\n");
        }
        if let Some(url) = link {
            let _ = writeln!(out, "<{url}>\n");
        } else if let Some(place) = r.found_at() {
            let _ = writeln!(out, "{}\n", escape_paragraph(&place));
        }
        if !r.tags.is_empty() {
            let tags: Vec<String> = r.tags.iter().map(|t| format!("#{}", escape_markdown(t))).collect();
            let _ = writeln!(out, "{}\n", tags.join(" "));
        }
        let told = r.notes.iter().flat_map(|n| &n.passages).any(|p| p.paragraph.is_some());
        for Paragraph { number, text } in &r.paragraphs {
            let _ = match number {
                Some(n) if told => writeln!(out, "¶{n} {}\n", escape_markdown(text)),
                Some(_) => writeln!(out, "{}\n", escape_paragraph(text)),
                None => writeln!(out, "### {}\n", escape_markdown(text)),
            };
        }
        for n in &r.notes {
            for p in &n.passages {
                let _ = writeln!(out, "> {}{}\n", escape_markdown(&p.quote), place(p));
            }
            let _ = writeln!(out, "{} — {}\n", escape_markdown(&n.text), escape_markdown(&n.by));
        }
        for c in &r.citations {
            let _ = writeln!(out, "> {}\n", escape_markdown(&c.to_string()));
        }
    }
    out
}

/// Plain text.
pub(super) fn plain(what: Contents, records: &[&Record]) -> String {
    let mut out = String::new();
    for r in records {
        let title = r.heading();
        let credit = r.credit();
        if what == Contents::Titles {
            let known = [title, &credit, r.url.as_deref().unwrap_or("")];
            let known: Vec<&str> = known.into_iter().filter(|s| !s.is_empty()).collect();
            let _ = writeln!(out, "{}", known.join(" — "));
            continue;
        }
        let _ = writeln!(out, "{title}");
        let found = r.url.clone().or_else(|| r.found_at());
        for line in [Some(credit).filter(|c| !c.is_empty()), r.author.clone(), found].into_iter().flatten() {
            let _ = writeln!(out, "{line}");
        }
        out.push('\n');
        for p in &r.paragraphs {
            let _ = writeln!(out, "{}\n", p.text);
        }
        for NoteRecord { text, by, passages, .. } in &r.notes {
            for p in passages {
                let _ = writeln!(out, "  « {} »{}", p.quote, place(p));
            }
            let _ = writeln!(out, "  {text} — {by}\n");
        }
        for c in &r.citations {
            let _ = writeln!(out, "{c}\n");
        }
    }
    out
}

/// One JSON object.
pub(super) fn json(records: &[&Record]) -> String {
    let value = json!({ "schema": SCHEMA, "articles": records });
    serde_json::to_string_pretty(&value).unwrap_or_default() + "\n"
}

/// One JSON object a line.
pub(super) fn json_lines(records: &[&Record]) -> String {
    records.iter().filter_map(|r| serde_json::to_string(r).ok()).map(|line| line + "\n").collect()
}

/// A cell that a spreadsheet cannot take for a formula.
pub(super) fn cell(s: &str) -> String {
    let formula = s.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula { format!("'{s}") } else { s.to_owned() }
}

/// Comma-separated values with a heading; one row an article, or a note, or a
/// citation.
pub(super) fn csv(what: Contents, records: &[&Record]) -> String {
    let mut csv = csv::Writer::from_writer(Vec::new());
    let mut heading = vec![
        "title",
        "source",
        "date",
        "date_mark",
        "author",
        "url",
        "path",
        "state",
        "read",
        "tags",
        "words",
        "standing",
        "opening",
    ];
    heading.extend(match what {
        Contents::Articles => &["text", "notes"][..],
        Contents::Titles => &[],
        Contents::Notes => &["note", "by", "at", "passages"],
        Contents::Citations => &["quote", "paragraph"],
    });
    // Writing to memory does not fail.
    let _ = csv.write_record(&heading);
    for r in records {
        let known = |v: &Option<String>| cell(v.as_deref().unwrap_or(""));
        let article = vec![
            known(&r.title),
            known(&r.source),
            known(&r.date),
            r.date_mark.to_string(),
            known(&r.author),
            known(&r.url),
            cell(&r.path),
            r.state.clone(),
            r.read.to_string(),
            cell(&r.tags.join(" ")),
            r.words.to_string(),
            r.standing.map_or("", Standing::name).to_owned(),
            known(&r.opening),
        ];
        let mut row = |more: Vec<String>| drop(csv.write_record(article.iter().chain(&more)));
        match what {
            Contents::Articles => {
                let paragraphs: Vec<&str> = r.paragraphs.iter().map(|p| p.text.as_str()).collect();
                let notes: Vec<&str> = r.notes.iter().map(|n| n.text.as_str()).collect();
                row(vec![cell(&paragraphs.join("\n")), cell(&notes.join("\n"))])
            }
            Contents::Titles => row(Vec::new()),
            Contents::Notes => {
                for n in &r.notes {
                    let passages: Vec<String> = n.passages.iter().map(|p| format!("{}{}", p.quote, place(p))).collect();
                    row(vec![cell(&n.text), cell(&n.by), n.at.to_string(), cell(&passages.join(" | "))]);
                }
            }
            Contents::Citations => {
                for c in &r.citations {
                    row(vec![cell(&c.quote), c.paragraph.map(|p| p.to_string()).unwrap_or_default()]);
                }
            }
        }
    }
    csv.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

pub(super) fn escape_html(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    for c in s.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// The end of a page.
pub(super) const PAGE_END: &str = "</body>\n</html>\n";

/// The beginning of a page with its looks.
pub(super) fn page_head() -> String {
    String::from(
        "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>kiosque</title>\n<style>\n\
         body { max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1.05em/1.5 Georgia, serif; }\n\
         .credit { color: #555; } blockquote { border-left: 3px solid #999; margin-left: 0; padding-left: 1em; }\n\
         .number { color: #888; font-size: .8em; } td { padding: .2em .6em; vertical-align: top; width: 50%; }\n\
         </style>\n</head>\n<body>\n",
    )
}

/// A page that stands alone: no script, nothing loaded from elsewhere.
pub(super) fn html(what: Contents, records: &[&Record]) -> String {
    let mut out = page_head();
    if what == Contents::Titles {
        out.push_str("<ul>\n");
    }
    for r in records {
        let title = escape_html(r.heading());
        let credit = escape_html(&r.credit());
        // Only web addresses become links: nothing that could run.
        let link = r.link();
        let title = link.map_or(title.clone(), |u| format!("<a href=\"{}\">{title}</a>", escape_html(&u)));
        if what == Contents::Titles {
            let _ = writeln!(out, "<li>{title} <span class=\"credit\">{credit}</span></li>");
            continue;
        }
        let _ = writeln!(out, "<article>\n<h2>{title}</h2>\n<p class=\"credit\">{credit}</p>");
        for Paragraph { number, text } in &r.paragraphs {
            let text = escape_html(text);
            let _ = match number {
                Some(n) => writeln!(out, "<p><span class=\"number\">¶{n}</span> {text}</p>"),
                None => writeln!(out, "<h3>{text}</h3>"),
            };
        }
        for n in &r.notes {
            for p in &n.passages {
                let _ = writeln!(out, "<blockquote>{}{}</blockquote>", escape_html(&p.quote), place(p));
            }
            let _ = writeln!(out, "<p>{} — {}</p>", escape_html(&n.text), escape_html(&n.by));
        }
        for c in &r.citations {
            let _ = writeln!(out, "<blockquote>{}</blockquote>", escape_html(&c.to_string()));
        }
        out.push_str("</article>\n");
    }
    if what == Contents::Titles {
        out.push_str("</ul>\n");
    }
    out.push_str(PAGE_END);
    out
}

fn escape_bib(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    for c in s.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '%' | '&' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A name for references that stays the same: source, year, identity.
fn reference(r: &Record) -> String {
    let source: String = crate::text::fold(r.source.as_deref().unwrap_or("article"))
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(16)
        .collect();
    let year = r.date.as_deref().and_then(|d| d.get(..4)).filter(|y| is_plain(y)).unwrap_or("");
    format!("{source}{year}-{}", r.key.get(..8).unwrap_or(""))
}

/// True for a day or the code of a language; a claim that somebody corrected may be anything.
fn is_plain(value: &str) -> bool {
    value.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.'))
}

/// Who wrote it; `None` where nobody is named.
fn written_by(r: &Record) -> Option<Vec<Author>> {
    r.author.as_deref().map(authors).filter(|all| !all.is_empty())
}

/// RIS: a tag and a value on each line.
pub(super) fn ris(records: &[&Record]) -> String {
    let mut out = String::new();
    let mut line = |tag: &str, value: &str| {
        let value = squeezed(value);
        let _ = write!(out, "{tag}  - {value}\r\n");
    };
    for r in records {
        line("TY", "NEWS");
        line("ID", &reference(r));
        line("TI", &r.cited_title());
        for author in written_by(r).iter().flatten() {
            match author {
                Author::Person { family, given } => line("AU", &format!("{family}, {given}")),
                Author::Body(name) => line("AU", name),
            }
        }
        if let Some(source) = &r.source {
            line("T2", source);
        }
        if let Some(date) = &r.date {
            line("PY", date.get(..4).unwrap_or(date));
            line("DA", &format!("{}/", date.replace('-', "/")));
        }
        if let Some(language) = &r.language {
            line("LA", language);
        }
        if let Some(url) = r.link() {
            line("UR", &url);
        }
        for tag in &r.tags {
            line("KW", tag);
        }
        line("ER", "");
    }
    out
}

/// BibLaTeX.
pub(super) fn bib(records: &[&Record]) -> String {
    let mut out = String::new();
    for r in records {
        let _ = writeln!(out, "@article{{{},", reference(r));
        // Braces inside keep capitals.
        let _ = writeln!(out, "  title = {{{{{}}}}},", escape_bib(&r.cited_title()));
        let named = |a: &Author| match a {
            Author::Person { family, given } => format!("{}, {}", escape_bib(family), escape_bib(given)),
            // Braces keep what is no person in one piece.
            Author::Body(name) => format!("{{{}}}", escape_bib(name)),
        };
        let author = written_by(r).map(|all| all.iter().map(named).collect::<Vec<_>>().join(" and "));
        let fields = [
            ("author", author),
            ("journaltitle", r.source.as_deref().map(escape_bib)),
            ("date", r.date.clone().filter(|d| is_plain(d))),
            ("langid", r.language.clone().filter(|l| is_plain(l))),
            // Addresses are read verbatim; this one holds no brace.
            ("url", r.link()),
            ("keywords", (!r.tags.is_empty()).then(|| escape_bib(&r.tags.join(", ")))),
        ];
        for (name, value) in fields {
            if let Some(value) = value {
                let _ = writeln!(out, "  {name} = {{{value}}},");
            }
        }
        out.push_str("}\n\n");
    }
    out
}

/// CSL-JSON.
pub(super) fn csl(records: &[&Record]) -> String {
    let list: Vec<_> = records
        .iter()
        .map(|r| {
            let mut item = json!({ "id": reference(r), "type": "article-newspaper", "title": r.cited_title() });
            let Some(map) = item.as_object_mut() else { return item };
            let mut put = |name: &str, value: Option<serde_json::Value>| {
                if let Some(value) = value {
                    map.insert(name.to_owned(), value);
                }
            };
            let parts = r.date.as_ref().map(|d| d.split('-').filter_map(|p| p.parse::<i64>().ok()).collect::<Vec<_>>());
            put("container-title", r.source.as_ref().map(|s| json!(s)));
            let named = |a: &Author| match a {
                Author::Person { family, given } => json!({ "family": family, "given": given }),
                Author::Body(name) => json!({ "literal": name }),
            };
            put("author", written_by(r).map(|all| all.iter().map(named).collect()));
            put("issued", parts.filter(|p| !p.is_empty()).map(|p| json!({ "date-parts": [p] })));
            put("language", r.language.as_ref().map(|l| json!(l)));
            put("URL", r.link().map(|u| json!(u)));
            put("keyword", (!r.tags.is_empty()).then(|| json!(r.tags.join(", "))));
            item
        })
        .collect();
    serde_json::to_string_pretty(&list).unwrap_or_default() + "\n"
}
