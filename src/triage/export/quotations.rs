//! The quotations of one name, each with the articles that print it. Knows words
//! and articles; who said what is the caller's.

use super::format::{PAGE_END, bib, cell, csl, escape_html, escape_markdown, page_head, ris};
use super::{Format, Record};
use crate::text::Scalars;
use crate::words::{Lang, msg};
use serde::Serialize;
use serde_json::{Value, json};
use std::fmt::Write;

/// Version of the JSON formats.
const SCHEMA: u32 = 1;

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words, with their marks.
    pub words: String,
    /// No article says without a doubt whose words they are.
    pub doubtful: bool,
    /// Where they are printed: the number of the record, and the place in its text
    /// in Unicode scalars.
    pub printed: Vec<(usize, Scalars)>,
}

/// All quotations of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotations {
    /// The name.
    pub name: String,
    /// Articles that name it.
    pub articles: usize,
    /// Articles among them that were read.
    pub read: usize,
    /// The articles that print something of it.
    pub records: Vec<Record>,
    /// The quotations, in the order of their first articles.
    pub quotations: Vec<Quotation>,
}

/// One line of JSON for a quotation.
#[derive(Serialize)]
struct Printed<'r> {
    key: &'r str,
    title: Option<&'r str>,
    source: Option<&'r str>,
    date: Option<&'r str>,
    date_mark: char,
    url: Option<&'r str>,
    document: &'r str,
    start: usize,
    end: usize,
}

impl Quotations {
    /// The articles that print a quotation, the first first.
    fn of<'q>(&'q self, quotation: &'q Quotation) -> impl Iterator<Item = &'q Record> {
        quotation.printed.iter().filter_map(|(r, _)| self.records.get(*r))
    }

    /// What is to be said of a quotation beside its first article: a doubt, the others.
    fn remarks(&self, quotation: &Quotation, lang: Lang) -> Vec<String> {
        let doubt = quotation.doubtful.then(|| lang.text(msg::QUOTATIONS_DOUBTFUL).to_owned());
        let others: Vec<String> = self.of(quotation).skip(1).map(Record::named).collect();
        let others = (!others.is_empty()).then(|| lang.say(msg::quotations_also(others.join(" ; "))));
        doubt.into_iter().chain(others).collect()
    }

    fn title(&self, lang: Lang) -> String {
        lang.say(msg::quotations_of(&self.name))
    }

    /// How many articles were read, and how many quotations there are.
    fn line(&self, lang: Lang) -> String {
        lang.say(msg::quotations_read(self.quotations.len(), lang.number(self.read), lang.number(self.articles)))
    }

    fn value(&self, quotation: &Quotation) -> Value {
        let printed = quotation.printed.iter().filter_map(|(r, Scalars { start, end })| {
            let r = self.records.get(*r)?;
            Some(Printed {
                key: &r.key,
                title: r.title.as_deref(),
                source: r.source.as_deref(),
                date: r.date.as_deref(),
                date_mark: r.date_mark,
                url: r.url.as_deref(),
                document: &r.path,
                start: *start,
                end: *end,
            })
        });
        json!({
            "quote": quotation.words, "doubtful": quotation.doubtful,
            "printed": printed.collect::<Vec<_>>(),
        })
    }
}

/// Prints quotations; formats of bibliographies print the articles.
pub fn print(format: Format, all: &Quotations, lang: Lang) -> String {
    let records = || all.records.iter().collect::<Vec<_>>();
    match format {
        Format::Markdown => markdown(all, lang),
        Format::Plain => plain(all, lang),
        Format::Json => {
            let quotations: Vec<Value> = all.quotations.iter().map(|q| all.value(q)).collect();
            let value = json!({
                "schema": SCHEMA, "name": all.name, "articles": all.articles, "read": all.read,
                "quotations": quotations,
            });
            serde_json::to_string_pretty(&value).unwrap_or_default() + "\n"
        }
        Format::JsonLines => all.quotations.iter().map(|q| all.value(q).to_string() + "\n").collect(),
        Format::Csv => csv(all),
        Format::Html => html(all, lang),
        Format::Bib => bib(&records()),
        Format::Csl => csl(&records()),
        Format::Ris => ris(&records()),
    }
}

fn markdown(all: &Quotations, lang: Lang) -> String {
    let e = escape_markdown;
    let mut out = format!("# {}\n\n{}\n\n", e(&all.title(lang)), e(&all.line(lang)));
    for q in &all.quotations {
        let _ = writeln!(out, "> {}\n", e(&q.words));
        let Some(first) = all.of(q).next() else { continue };
        let title = e(first.heading());
        let title = first.link().map_or(title.clone(), |url| format!("[{title}]({url})"));
        let told = [e(&first.credit()), title, first.place_apart().map(e).unwrap_or_default()];
        let told = told.into_iter().chain(all.remarks(q, lang).into_iter().map(|r| e(&r)));
        let told: Vec<String> = told.filter(|s| !s.is_empty()).collect();
        let _ = writeln!(out, "— {}\n", told.join(" · "));
    }
    out
}

fn plain(all: &Quotations, lang: Lang) -> String {
    let mut out = format!("{}\n{}\n\n", all.title(lang), all.line(lang));
    for q in &all.quotations {
        let _ = writeln!(out, "{}", q.words);
        let first = all.of(q).next();
        let told: Vec<String> = first.into_iter().map(Record::named).chain(all.remarks(q, lang)).collect();
        let _ = writeln!(out, "  {}\n", told.join(" · "));
    }
    out
}

/// One row a quotation and article, so that a table can be made of either; the
/// number tells which rows are one quotation.
fn csv(all: &Quotations) -> String {
    let mut csv = csv::Writer::from_writer(Vec::new());
    let heads =
        ["number", "quote", "doubtful", "printed", "date", "date_mark", "source", "title", "author", "url", "path"];
    // Writing to memory does not fail.
    let _ = csv.write_record(heads);
    for (number, q) in (1..).zip(&all.quotations) {
        for r in all.of(q) {
            let known = |v: &Option<String>| cell(v.as_deref().unwrap_or(""));
            let _ = csv.write_record([
                i32::to_string(&number),
                cell(&q.words),
                q.doubtful.to_string(),
                q.printed.len().to_string(),
                known(&r.date),
                r.date_mark.to_string(),
                known(&r.source),
                known(&r.title),
                known(&r.author),
                known(&r.url),
                cell(&r.path),
            ]);
        }
    }
    csv.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn html(all: &Quotations, lang: Lang) -> String {
    let e = escape_html;
    let mut out = page_head();
    let _ = writeln!(out, "<h1>{}</h1>\n<p class=\"credit\">{}</p>", e(&all.title(lang)), e(&all.line(lang)));
    for q in &all.quotations {
        let _ = writeln!(out, "<blockquote>{}</blockquote>", e(&q.words));
        let Some(first) = all.of(q).next() else { continue };
        let title = e(first.heading());
        let title = first.link().map_or(title.clone(), |url| format!("<a href=\"{}\">{title}</a>", e(&url)));
        let told = [e(&first.credit()), title, first.place_apart().map(e).unwrap_or_default()];
        let told = told.into_iter().chain(all.remarks(q, lang).into_iter().map(|r| e(&r)));
        let told: Vec<String> = told.filter(|s| !s.is_empty()).collect();
        let _ = writeln!(out, "<p class=\"credit\">{}</p>", told.join(" · "));
    }
    out.push_str(PAGE_END);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Quotations {
        let record = |source: &str, title: &str| Record {
            source: Some(source.into()),
            title: Some(title.into()),
            date: Some("2026-04-14".into()),
            date_mark: '=',
            url: Some("https://q.example/un".into()),
            path: "a.txt".into(),
            ..Record::default()
        };
        let at = |r| (r, Scalars { start: 3, end: 9 });
        Quotations {
            name: "Anne <Kerdoncuff>".into(),
            articles: 900,
            read: 60,
            records: vec![record("Ouest-Rade", "Le pont | fermé"), record("Vigie", "Le pont")],
            quotations: vec![
                Quotation { words: "« Le pont *reste* fermé »".into(), doubtful: true, printed: vec![at(0), at(1)] },
                Quotation { words: "=1+1".into(), doubtful: false, printed: vec![at(1)] },
            ],
        }
    }

    #[test]
    fn every_format_has_each_quotation_once_with_article_outlet_day_and_doubt() {
        for lang in Lang::carried() {
            for format in [Format::Markdown, Format::Plain, Format::Html] {
                let text = print(format, &all(), lang);
                assert_eq!(text.matches("fermé »").count(), 1, "{text}");
                for told in ["Ouest-Rade", "2026-04-14", "Vigie", lang.text(msg::QUOTATIONS_DOUBTFUL), "60", "900"] {
                    assert!(text.contains(told), "{told} in {text}");
                }
            }
        }
        let markdown = print(Format::Markdown, &all(), Lang::FR);
        assert!(markdown.contains("\\*reste\\*") && markdown.contains("[Le pont \\| fermé](https://q.example/un)"));
        assert!(print(Format::Html, &all(), Lang::FR).contains("Anne &lt;Kerdoncuff&gt;"));
    }

    #[test]
    fn every_article_is_told_whatever_is_known_of_it() {
        let mut all = all();
        all.records[1] = Record { path: "b.jsonl#7".into(), opening: Some("Le maire".into()), ..Record::default() };
        let plain = print(Format::Plain, &all, Lang::FR);
        assert!(plain.contains(": Le maire, b.jsonl#7\n"), "{plain}");
        assert!(plain.contains("\n  Le maire, b.jsonl#7\n"), "{plain}");
        all.records[1].title = Some("Le pont".into());
        assert!(print(Format::Markdown, &all, Lang::FR).contains(": Le pont, b.jsonl\\#7"));
        all.records[1].date = Some("2026-04-14".into());
        assert!(print(Format::Html, &all, Lang::FR).contains(": 2026-04-14~, Le pont, b.jsonl#7"));
    }

    #[test]
    fn a_table_has_a_row_for_each_article_and_no_formula() {
        let csv = print(Format::Csv, &all(), Lang::FR);
        let rows: Vec<&str> = csv.lines().collect();
        assert_eq!(rows.len(), 4, "{csv}");
        assert!(rows[2].starts_with("1,« Le pont *reste* fermé »,true,2,2026-04-14,=,Vigie,"), "{csv}");
        assert!(rows[3].starts_with("2,'=1+1,false,1,"), "{csv}");
    }
}
