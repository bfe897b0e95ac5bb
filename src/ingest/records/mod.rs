//! Files that hold several articles with fields of their own: exports of press
//! archives (Europresse, Factiva, Nexis, ProQuest), lists of references and of
//! saved links.
//!
//! Each layout is told by several signs of its structure, in a file of its own,
//! and gives [`Draft`]s. What stands in no article is counted and said.

pub(super) mod bibtex;
mod bookmarks;
mod draft;
mod europresse;
mod factiva;
mod labels;
pub(super) mod layout;
mod nexis;
mod press_pdf;
mod proquest;
pub(super) mod references;

pub(super) use draft::{Draft, Export, hand_over};
pub(super) use labels::field_of;

use super::encoding::{self, Decoded, Shape};
use super::html::markup;
use super::plain;
use super::raw::{Hint, Item, Options, Sink};
use crate::corpus::{LineKind, Place};
use crate::notice::Notice;
use crate::text::Span;
use crate::words::{Message, msg};
use layout::{Line, is_date, lines_of};
use std::ops::ControlFlow;

/// The articles of a text that is an export, told by its lines.
pub(super) fn split(lines: &[Line]) -> Option<Export> {
    if let Some(export) = press_pdf::split(lines) {
        return Some(export);
    }
    let counted = nexis::split(lines).filter(|_| !lines.iter().any(proquest::parts));
    counted.or_else(|| proquest::split(lines)).or_else(|| factiva::coded(lines)).or_else(|| factiva::plain(lines))
}

/// Hands over a document of paragraphs, such as one of an office: as the
/// articles of an export where it is one, else as one text.
pub(super) fn of_paragraphs(place: &Place, lines: &[Line], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    if let Some(export) = split(lines) {
        return hand_over(place, export, options, sink);
    }
    let mut text = String::new();
    for line in lines.iter().filter(|l| !l.text.is_empty()) {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&line.text);
    }
    if text.is_empty() {
        return sink(Item::Notice(Notice::warning(place.to_string(), msg::INGEST_NO_TEXT)));
    }
    let (bytes, cut) = plain::capped(text.as_bytes(), options.document_bytes);
    let mut raw = plain::read(String::from_utf8_lossy(bytes).into_owned());
    raw.notices.iter_mut().for_each(|n| n.place = place.to_string());
    if let Some(limit) = cut {
        raw.notices.push(plain::cut_notice(place, limit));
    }
    // The look of the first line tells a headline, where what follows looks otherwise.
    if is_headline(lines) {
        let end = raw.text.find("\n\n").unwrap_or(raw.text.len());
        raw.hints.push(Hint { span: Span::new(0, end), kind: LineKind::Title, rule: "document.heading" });
    }
    raw.place = place.clone();
    sink(Item::Document(Box::new(raw)))
}

/// Words of a headline.
const HEADLINE: std::ops::RangeInclusive<usize> = 3..=30;

/// True when the first line is a heading or bold, and the one below it is neither
/// nor a date.
fn is_headline(lines: &[Line]) -> bool {
    let mut filled = lines.iter().filter(|l| !l.text.is_empty());
    let (Some(first), Some(next)) = (filled.next(), filled.next()) else { return false };
    let words = first.text.split_whitespace().count();
    first.strong && !next.strong && HEADLINE.contains(&words) && !first.text.ends_with('.') && !is_date(&first.text)
}

/// Reads a plain text that is an export.
pub(super) fn of_text(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> Option<ControlFlow<()>> {
    let decoded = with_signs(bytes, options, false, |text| {
        let signs = [nexis::has_signs, factiva::has_signs, proquest::has_signs, press_pdf::has_signs];
        signs.iter().any(|has| has(text))
    })?;
    Some(hand_over_decoded(place, split(&lines_of(&decoded.text))?, decoded.said, options, sink))
}

/// Reads a page that is an export.
pub(super) fn of_page(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> Option<ControlFlow<()>> {
    let signs = [europresse::has_signs, nexis::has_signs, factiva::has_signs, bookmarks::has_signs];
    let decoded = with_signs(bytes, options, true, |page| signs.iter().any(|has| has(page)))?;
    if bookmarks::has_signs(decoded.text.as_bytes())
        && let Some(export) = bookmarks::split(&decoded.text)
    {
        return Some(hand_over_decoded(place, export, decoded.said, options, sink));
    }
    let lines = markup::lines(&decoded.text);
    let export = if europresse::has_signs(decoded.text.as_bytes()) { europresse::split(&lines) } else { split(&lines) };
    Some(hand_over_decoded(place, export?, decoded.said, options, sink))
}

/// The text of a file that has the signs of an export. They are letters of
/// ASCII, so that a file without them costs one look at its bytes; what does
/// not write ASCII as single bytes is decoded first.
fn with_signs(bytes: &[u8], options: &Options, declares: bool, has: impl Fn(&[u8]) -> bool) -> Option<Decoded> {
    let bytes = within(bytes, options)?;
    let wide = matches!(encoding::shape(bytes), Shape::Utf16 { .. } | Shape::Utf32 { .. });
    if !wide && !has(bytes) {
        return None;
    }
    let declared = if declares { encoding::declared(bytes) } else { None };
    Some(encoding::decode(bytes, declared)).filter(|d| !wide || has(d.text.as_bytes()))
}

/// The bytes of a file that may be an export.
fn within<'b>(bytes: &'b [u8], options: &Options) -> Option<&'b [u8]> {
    (bytes.len() <= options.container_bytes).then_some(bytes)
}

/// Says how the file was decoded, and hands over its articles.
fn hand_over_decoded(
    place: &Place,
    export: Export,
    said: Vec<Message>,
    options: &Options,
    sink: &mut Sink<'_>,
) -> ControlFlow<()> {
    for sentence in said {
        sink(Item::Notice(Notice::info(place.to_string(), sentence)))?;
    }
    hand_over(place, export, options, sink)
}
