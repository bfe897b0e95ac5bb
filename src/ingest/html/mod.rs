//! Web pages: the whole text of the page in its order, with a hint for every
//! block, and what the page states about itself.
//!
//! The tokens come from html5gum; elements, blocks and labels are made here,
//! in time linear in the page and without recursion.

mod authors;
mod beginnings;
mod boxes;
mod class;
mod data_body;
mod days;
mod features;
mod galleries;
mod headline;
pub(super) mod inline;
mod label;
pub(super) mod markup;
mod measure;
pub(crate) mod model;
mod page;
mod phrases;
mod replies;
mod requests;
pub(super) mod saved_links;
mod scripts;
mod signed;
mod stated;
mod sums;
mod tag;
mod tags;
mod tokens;
mod tree;

use super::format::{FileHead, Single};
use super::raw::{Field, Fields, Hint, RawDocument};
use crate::corpus::{LineKind, SourceFormat};
use crate::notice::Notice;
use crate::text::Span;
use crate::text::sanitise::sanitise;
#[cfg(feature = "train")]
use crate::trees::Table;
use crate::trees::Trees;
use crate::words::msg;

/// Web pages as a format of files.
pub(super) const PAGE: Single =
    Single { source: SourceFormat::Html, recognise: is_page, declares: true, read: |text, _| read(&text) };

fn is_page(head: &FileHead<'_>) -> bool {
    match head.text.first() {
        Some(b'<') => head.root.is_some() || head.is_named(&["html", "htm", "xhtml", "xml"]) || tags(head.text) > 0,
        Some(b'{' | b'[') => false,
        _ => match tags(head.text) {
            0 => false,
            1 => head.is_named(&["html", "htm", "xhtml"]),
            _ => true,
        },
    }
}

/// Opening tags of HTML in the head.
fn tags(text: &[u8]) -> usize {
    const NAMES: [&[u8]; 14] = [
        b"p", b"div", b"html", b"body", b"head", b"meta", b"article", b"script", b"title", b"span", b"br", b"h1",
        b"ul", b"table",
    ];
    memchr::memchr_iter(b'<', text)
        .filter(|&i| {
            let rest = &text[i + 1..text.len().min(i + 10)];
            let end = rest.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(rest.len());
            rest.get(end).is_some_and(|b| matches!(b, b'>' | b' ' | b'/' | b'\n' | b'\t'))
                && NAMES.iter().any(|n| rest[..end].eq_ignore_ascii_case(n))
        })
        .take(8)
        .count()
}

/// Reads a page.
pub(super) fn read(text: &str) -> RawDocument {
    read_knowing(text, &Fields::default())
}

/// Reads a page of which something is stated elsewhere, before all that it states itself.
pub(super) fn read_knowing(text: &str, stated: &Fields) -> RawDocument {
    read_as(text, stated, None)
}

/// Reads a page by a model of blocks other than the embedded one.
#[cfg(feature = "train")]
pub(crate) fn read_by(text: &str, model: Option<&Trees>) -> RawDocument {
    read_as(text, &Fields::default(), model)
}

fn read_as(text: &str, stated: &Fields, model: Option<&Trees>) -> RawDocument {
    let page = tree::parse(text);
    let read = of_tree(page, stated, model);
    // What scripts would fill in may stand in the page all the same.
    if read.prose < FEW && !read.by_data && SCRIPTED.iter().any(|s| memchr::memmem::find(text.as_bytes(), s).is_some())
    {
        let other = of_tree(tree::parse_by(text, true), stated, model);
        if other.prose >= FEW || other.by_data {
            return other.raw;
        }
    }
    read.raw
}

/// Signs of a page that has more than it shows without its scripts.
const SCRIPTED: [&[u8]; 5] = [b"<noscript", b"<template", b"application/json", b"={\"", b"= {\""];

/// A page that was read.
struct PageRead {
    raw: RawDocument,
    /// Characters of prose in its article.
    prose: f32,
    /// The article was taken from its data.
    by_data: bool,
}

fn of_tree(page: page::Page, stated: &Fields, model: Option<&Trees>) -> PageRead {
    let mut fields = stated.clone();
    fields.fill_from(stated::fields(&page.stated));
    // As the model of blocks learns it, which knows nothing of agreement.
    let known = known(&fields);
    headline::agreeing(&page, &mut fields);
    let measures = measure::measure(&page);
    let mut labels = labels(&page, &measures, &known, model);
    headline::below_site_name(&page, &mut labels, &mut fields);
    headline::called(&page, &mut labels, &mut fields);
    headline::site(&page, &mut fields);
    signed::label(&page, &mut labels);
    days::add(&page.stated, &page.scripted, &labels, &mut fields);
    authors::add(&page.stated, &labels, &mut fields);
    let mut raw = RawDocument { fields, ..RawDocument::default() };
    if page.too_deep {
        raw.notices.push(Notice::warning("", msg::INGEST_TOO_DEEP));
    }
    if page.joined > 0 {
        raw.notices.push(Notice::warning("", msg::ingest_blocks_joined(page.joined)));
    }
    let mut replaced = 0;
    let prose = Prose::of(&measures.blocks, &labels);
    let data = if prose.kept < FEW { data_body::body(&page.stated) } else { None };
    let mut add = |raw: &mut RawDocument, text: String, joint: &str, (kind, rule): label::Label| {
        if !raw.text.is_empty() {
            raw.text.push_str(joint);
        }
        let start = raw.text.len();
        let (text, n) = sanitise(text);
        raw.text.push_str(&text);
        replaced += n;
        raw.hints.push(Hint { span: Span::new(start, raw.text.len()), kind, rule });
    };
    let data = data.filter(|b| b.text.chars().count() >= MUCH * (prose.kept as usize).max(FEW as usize / MUCH));
    let by_data = data.is_some();
    if let Some(body) = data {
        for (block, (kind, rule)) in page.blocks.into_iter().zip(labels) {
            let kind = if kind.is_body() { LineKind::Nav } else { kind };
            add(&mut raw, block.text, if block.continues { "\n" } else { "\n\n" }, (kind, rule));
        }
        let mut stated = body.fields;
        raw.fields.title.splice(0..0, std::mem::take(&mut stated.title));
        raw.fields.fill_from(stated);
        for paragraph in body.text.lines().map(str::trim).filter(|l| !l.is_empty()) {
            add(&mut raw, paragraph.to_owned(), "\n\n", (LineKind::Body, "html.ld.body"));
        }
        raw.notices.push(Notice::info("", msg::INGEST_BODY_FROM_DATA));
    } else {
        if prose.all >= ENOUGH && prose.kept < LITTLE * prose.all {
            let share = format!("{:.0}", 100.0 * prose.kept / prose.all);
            let notice = Notice::warning("", msg::ingest_little_of_page(share));
            raw.notices.push(notice.with_hint(msg::CLEAN_LOOK_AT_MARKED));
        }
        for (block, label) in page.blocks.into_iter().zip(labels) {
            add(&mut raw, block.text, if block.continues { "\n" } else { "\n\n" }, label);
        }
    }
    if replaced > 0 {
        raw.notices.push(Notice::info("", msg::ingest_controls(replaced)));
    }
    PageRead { raw, prose: prose.kept, by_data }
}

/// Labels every block of a page by rules, which the model of blocks mends; a
/// piece of a page, such as the field of a record, has no surroundings that
/// it could tell from the article.
fn labels(
    page: &page::Page,
    measures: &measure::Measures,
    known: &label::PageStatements,
    model: Option<&Trees>,
) -> Vec<label::Label> {
    let mut judge = label::judge(page, measures, known);
    let mut labels = judge.run();
    if page.joined == 0 && page.nodes.iter().any(|n| n.tag == tag::Tag::Body) {
        model::mend(&judge, &mut labels, model);
        judge.never_empty(&mut labels);
        judge.headings_need_text(&mut labels);
    }
    // After the model, which learnt from labels without these rules.
    replies::label(page, &mut labels);
    requests::label(page, measures, known, &mut labels);
    boxes::label(page, measures, &mut labels);
    galleries::label(page, measures, &mut labels);
    for (i, label) in labels.iter_mut().enumerate() {
        let asks = || judge.is_command(i) || authors::is_command(&page.blocks[i].text);
        if label.0 == LineKind::Byline && asks() {
            label.0 = LineKind::Nav;
        }
        if opens_with_place(page, measures, i, *label) {
            *label = (LineKind::Body, "html.dateline");
        }
    }
    labels
}

/// True for a paragraph whose first words alone have the class of a date or a byline, as the
/// place from which an agency writes has: `<span class="dateline">Gorzé (AQX) -</span> Le pont…`.
fn opens_with_place(page: &page::Page, measures: &measure::Measures, i: usize, label: label::Label) -> bool {
    let (block, m) = (&page.blocks[i], &measures.blocks[i]);
    let stated = class::Signs::DATE.and(class::Signs::BYLINE);
    let words = block.inline.has(stated) && !page.nodes[block.node as usize].all.has(stated);
    let said = matches!(label, (LineKind::Date | LineKind::Byline, "html.class"));
    said && words && m.words > SENTENCE && sums::plain_prose(m) > 0.0
}

/// Words of the shortest such paragraph.
const SENTENCE: u32 = 16;

/// The features of every block of a page.
#[cfg(feature = "train")]
fn features(page: &page::Page, known: &label::PageStatements) -> Table {
    let measures = measure::measure(page);
    let mut judge = label::judge(page, &measures, known);
    let labels = judge.run();
    let all: Vec<usize> = (0..labels.len()).collect();
    features::table(&judge, &labels, &all)
}

/// Characters of prose below which a page is taken to have no text of its own.
const FEW: f32 = 200.0;
/// How many times as much of it the data of the page must have.
const MUCH: usize = 4;
/// Characters of prose from which it is said that little of a page is kept.
const ENOUGH: f32 = 1500.0;
/// Share of them that is little.
const LITTLE: f32 = 0.4;

/// Characters of prose in a page, without comments of readers.
struct Prose {
    all: f32,
    kept: f32,
}

impl Prose {
    fn of(blocks: &[measure::Measure], labels: &[label::Label]) -> Self {
        let mut prose = Self { all: 0.0, kept: 0.0 };
        for (measure, label) in blocks.iter().zip(labels) {
            let chars = sums::plain_prose(measure);
            prose.all += if label.0 == LineKind::Comment { 0.0 } else { chars };
            prose.kept += if label.0.is_body() || label.0 == LineKind::Standfirst { chars } else { 0.0 };
        }
        prose
    }
}

/// What the page states that its blocks are held against.
fn known(fields: &Fields) -> label::PageStatements {
    let lower = |list: &[Field]| list.iter().map(|f| f.value.to_lowercase()).collect::<Vec<_>>();
    label::PageStatements { title: lower(&fields.title).join("\n"), descriptions: lower(&fields.standfirst) }
}

/// The blocks of a page, each with its text, and their features: what the
/// model of blocks is trained on.
#[cfg(feature = "train")]
pub(crate) fn blocks(text: &str) -> (Vec<String>, Table) {
    let page = tree::parse(text);
    let table = features(&page, &known(&stated::fields(&page.stated)));
    (page.blocks.into_iter().map(|b| b.text).collect(), table)
}

#[cfg(test)]
mod tests;
