//! Files that hold several articles with fields of their own: exports of press
//! archives (Europresse, Factiva, Nexis, ProQuest, EBSCO), lists of references and of
//! saved links, chats in which articles were passed on.
//!
//! Each layout is told by several signs of its structure, in a file of its own,
//! and gives [`Draft`]s. What stands in no article is counted and said.

mod answers;
pub(super) mod bibtex;
mod bookmarks;
mod chat;
mod dispatch;
mod draft;
mod ebsco;
mod europresse;
mod factiva;
mod gallica;
mod headed;
mod imprint;
mod labelled;
mod labels;
pub(super) mod layout;
mod listed;
pub(super) mod mods;
mod nexis;
mod parted;
mod passed_on;
mod posts;
mod press_pdf;
mod proquest;
pub(super) mod references;
mod release;
mod retriever;
mod starred;

pub(super) use draft::{Draft, Export, hand_over};
pub(super) use labels::field_of;

use super::encoding::{self, Decoded, Shape};
use super::html::markup;
use super::markdown;
use super::office::text::styled as text_style;
use super::people::opens_byline;
use super::plain;
use super::raw::{Hint, Item, Options, Sink};
use crate::corpus::{LineKind, Place};
use crate::notice::Notice;
use crate::text::Span;
use crate::text::ending::is_closed;
use crate::words::{Message, msg};
use layout::{HEADLINE, Line, PROSE, Styled, is_date, lines_of};
use std::ops::ControlFlow;

/// The articles of a text that is an export, told by its lines.
pub(super) fn split(lines: &[Line]) -> Option<Export> {
    archived(lines).or_else(|| labelled::split(lines))
}

/// The articles of a text that has the layout of one product.
fn archived(lines: &[Line]) -> Option<Export> {
    let layouts = [
        press_pdf::split,
        starred::split,
        gallica::split,
        ebsco::split,
        retriever::split,
        chat::split,
        posts::split,
        imprint::split,
        dispatch::split,
    ];
    if let Some(export) = layouts.iter().find_map(|split| split(lines)) {
        return Some(export);
    }
    let counted = nexis::split(lines).filter(|_| !lines.iter().any(proquest::parts));
    let coded = counted.or_else(|| proquest::split(lines)).or_else(|| factiva::coded(lines));
    coded.or_else(|| factiva::plain(lines))
}

/// The articles of the text of a message, where it is one of a product that sends them.
/// `relayed` tells that another message stands in it, whose head is none of an article.
pub(super) fn of_message(text: &str, relayed: bool) -> Option<Export> {
    let lines = lines_of(text);
    let written = || labelled::split(&lines).or_else(|| release::split(&lines));
    archived(&lines).or_else(|| if relayed { None } else { written() })
}

/// The articles of the page of a message, where a program made it of several.
pub(super) fn of_message_page(page: &str) -> Option<Export> {
    let bytes = page.as_bytes();
    let signs = [
        proquest::has_signs_of_page,
        listed::has_signs,
        headed::has_signs,
        europresse::has_signs,
        nexis::has_signs,
        factiva::has_signs,
    ];
    if !signs.iter().any(|has| has(bytes)) {
        return None;
    }
    let lines = markup::lines(page);
    if let Some(export) = proquest::has_signs_of_page(bytes).then(|| proquest::of_page(&lines)).flatten() {
        return Some(export);
    }
    let listed = listed::has_signs(bytes).then(|| listed::split(&lines)).flatten();
    let printed = || europresse::has_signs(bytes).then(|| europresse::split(&lines)).flatten();
    let headed = || headed::has_signs(bytes).then(|| headed::of_message(&lines)).flatten();
    listed.or_else(printed).or_else(|| archived(&lines)).or_else(headed)
}

/// Hands over a document of paragraphs, such as one of an office: as the
/// articles of an export where it is one, else as one text.
pub(super) fn of_paragraphs(place: &Place, lines: &[Line], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    if let Some(export) = split(lines) {
        return hand_over(place, export, options, sink);
    }
    if let Some(export) = headed::split(lines) {
        return hand_over(place, export, options, sink);
    }
    if let Some(parts) = parted::split(lines) {
        return parts.iter().zip(1..).try_for_each(|(part, n)| one_text(&place.at(n), part, options, sink));
    }
    if let Some(export) = release::split(lines) {
        return hand_over(place, export, options, sink);
    }
    one_text(place, lines, options, sink)
}

/// Hands over lines as one text.
fn one_text(place: &Place, lines: &[Line], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let mut text = String::new();
    let filled: Vec<&Line> = lines.iter().filter(|l| !l.text.is_empty()).collect();
    let headline = headline(&filled);
    let mut title = None;
    for (i, line) in filled.iter().enumerate() {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let from = text.len();
        text.push_str(&line.text);
        if headline == Some(i) {
            title = Some(Span::new(from, text.len()));
        }
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
    // What was cut or made anew has other places.
    if let Some(span) = title.filter(|s| raw.text.get(s.start..s.end) == text.get(s.start..s.end)) {
        raw.hints.push(Hint { span, kind: LineKind::Title, rule: "document.heading" });
    }
    raw.place = place.clone();
    sink(Item::Document(Box::new(raw)))
}

/// Lines among which the style of one tells a headline, and words of what may
/// stand above it: the paper, the day.
const ABOVE: usize = 6;
const SHORT: usize = 12;

/// The line that is the headline of a document: the one whose style calls it the
/// title; the only heading of the first level, below a few short lines at most; the
/// first line, where it is bold or heads a paragraph.
fn headline(filled: &[&Line]) -> Option<usize> {
    let fits = |l: &Line| HEADLINE.contains(&l.words());
    let top = || filled.iter().take(ABOVE);
    if let Some(at) = top().position(|l| l.styled == Styled::Title && fits(l)) {
        return Some(at);
    }
    let mut headings = filled.iter().enumerate().filter(|(_, l)| l.styled == Styled::Heading);
    if let (Some((at, line)), None) = (headings.next(), headings.next()) {
        let below = filled[..at].iter().all(|l| l.words() <= SHORT);
        return Some(at).filter(|at| *at < ABOVE && below && fits(line));
    }
    let (first, next) = (filled.first()?, filled.get(1)?);
    let plain = fits(first) && !first.text.ends_with(['.', ',', ';', ':']) && !is_date(&first.text);
    let heads = next.words() >= PROSE && is_closed(&next.text);
    (plain && !next.strong && (first.strong || heads && !opens_byline(&first.text))).then_some(0)
}

/// Reads a plain text that is an export.
pub(super) fn of_text(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> Option<ControlFlow<()>> {
    let decoded = with_signs(bytes, options, false, |text| {
        let signs: [fn(&[u8]) -> bool; 15] = [
            starred::has_signs,
            nexis::has_signs,
            gallica::has_signs,
            factiva::has_signs,
            proquest::has_signs,
            press_pdf::has_signs,
            ebsco::has_signs,
            retriever::has_signs,
            chat::has_signs,
            imprint::has_signs,
            dispatch::has_signs,
            posts::has_signs,
            labelled::has_signs,
            parted::has_signs,
            release::has_signs,
        ];
        signs.iter().any(|has| has(text))
    })?;
    let lines = lines_of(&decoded.text);
    if let Some(export) = split(&lines) {
        return Some(hand_over_decoded(place, export, decoded.said, options, sink));
    }
    if let Some(parts) = parted::split(&lines) {
        return Some(plain_parts(place, &parts, decoded.said, options, sink));
    }
    Some(hand_over_decoded(place, release::split(&lines)?, decoded.said, options, sink))
}

/// Reads a text with headings that holds several.
pub(super) fn of_markdown(
    place: &Place,
    bytes: &[u8],
    options: &Options,
    sink: &mut Sink<'_>,
) -> Option<ControlFlow<()>> {
    let signs = [parted::has_signs, dispatch::has_signs, answers::has_signs];
    let decoded = with_signs(bytes, options, false, |text| signs.iter().any(|has| has(text)))?;
    if answers::has_signs(decoded.text.as_bytes()) {
        let pages = answers::split(&decoded.text)?;
        return Some(answered(place, pages, decoded.said, options, sink));
    }
    // Desks mark the headings of their notes like those of a text.
    if let Some(export) = dispatch::split(&lines_of(&decoded.text)) {
        return Some(hand_over_decoded(place, export, decoded.said, options, sink));
    }
    let bare = |line: Line| {
        let heading = line.text.trim_start_matches('#');
        let text = heading.trim().trim_matches(['*', '_']).trim().to_owned();
        Line { strong: heading.len() < line.text.len(), text, ..line }
    };
    let lines: Vec<Line> = lines_of(&decoded.text).into_iter().map(bare).collect();
    let parts = parted::split(&lines)?;
    Some(plain_parts(place, &parts, decoded.said, options, sink))
}

/// Says how a file was decoded, and hands over the texts that it holds.
fn plain_parts(
    place: &Place,
    parts: &[Vec<Line>],
    said: Vec<Message>,
    options: &Options,
    sink: &mut Sink<'_>,
) -> ControlFlow<()> {
    tell(place, said, sink)?;
    parts.iter().zip(1..).try_for_each(|(part, n)| plain_part(&place.at(n), part, options, sink))
}

/// Says how a file was decoded, and hands over the pages of an answer.
fn answered(
    place: &Place,
    pages: Vec<String>,
    said: Vec<Message>,
    options: &Options,
    sink: &mut Sink<'_>,
) -> ControlFlow<()> {
    tell(place, said, sink)?;
    pages.into_iter().zip(1..).try_for_each(|(page, n)| {
        let place = place.at(n);
        let (bytes, cut) = plain::capped(page.as_bytes(), options.document_bytes);
        let mut raw = markdown::read(String::from_utf8_lossy(bytes).into_owned(), options);
        raw.notices.extend(cut.map(|limit| plain::cut_notice(&place, limit)));
        raw.notices.iter_mut().for_each(|n| n.place = place.to_string());
        raw.place = place;
        sink(Item::Document(Box::new(raw)))
    })
}

/// Hands over a part of a plain text with its lines as they stand.
fn plain_part(place: &Place, lines: &[Line], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let text = lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join("\n");
    let (bytes, cut) = plain::capped(text.as_bytes(), options.document_bytes);
    let mut raw = plain::read(String::from_utf8_lossy(bytes).into_owned());
    raw.notices.iter_mut().for_each(|n| n.place = place.to_string());
    raw.notices.extend(cut.map(|limit| plain::cut_notice(place, limit)));
    raw.place = place.clone();
    sink(Item::Document(Box::new(raw)))
}

/// Reads a page that is an export.
pub(super) fn of_page(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> Option<ControlFlow<()>> {
    let signs: [fn(&[u8]) -> bool; 7] = [
        proquest::has_signs_of_page,
        europresse::has_signs,
        nexis::has_signs,
        factiva::has_signs,
        bookmarks::has_signs,
        retriever::has_signs,
        headed::has_signs,
    ];
    let decoded = with_signs(bytes, options, true, |page| signs.iter().any(|has| has(page)))?;
    if bookmarks::has_signs(decoded.text.as_bytes())
        && let Some(export) = bookmarks::split(&decoded.text)
    {
        return Some(hand_over_decoded(place, export, decoded.said, options, sink));
    }
    // A text with a few tags of line breaks is none of a page.
    if retriever::has_signs(decoded.text.as_bytes())
        && let Some(export) = retriever::split(&lines_of(&decoded.text.replace("<br>", "\n")))
    {
        return Some(hand_over_decoded(place, export, decoded.said, options, sink));
    }
    let lines = markup::lines(&decoded.text);
    let bytes = decoded.text.as_bytes();
    let known = [nexis::has_signs, factiva::has_signs, retriever::has_signs].iter().any(|has| has(bytes));
    let export = match () {
        () if proquest::has_signs_of_page(bytes) => proquest::of_page(&lines),
        () if europresse::has_signs(bytes) => europresse::split(&lines),
        () if known => split(&lines),
        () => None,
    };
    let export = export.or_else(|| if headed::has_signs(bytes) { headed::split(&lines) } else { None });
    // What a program for texts wrote is a text with styles, whatever its head says.
    if export.is_none() && is_written(bytes) {
        let lines: Vec<Line> = lines.into_iter().map(styled).collect();
        return Some(written(place, decoded.said, &lines, options, sink));
    }
    Some(hand_over_decoded(place, export?, decoded.said, options, sink))
}

/// Bytes in which a page says which program wrote it, and names of those for texts.
const HEAD: usize = 4096;
const PROGRAMS: [&str; 5] = ["Word.Document", "Microsoft Word", "LibreOffice", "OpenOffice", "StarOffice"];

/// True for a page that a program for texts wrote.
fn is_written(page: &[u8]) -> bool {
    let head = &page[..page.len().min(HEAD)];
    let meta = memchr::memmem::find_iter(head, b"<meta").chain(memchr::memmem::find_iter(head, b"<META"));
    meta.map(|at| head[at..].split(|&b| b == b'>').next().unwrap_or_default())
        .any(|tag| PROGRAMS.iter().any(|name| memchr::memmem::find(tag, name.as_bytes()).is_some()))
}

/// Says how such a page was decoded, and hands over its text.
fn written(
    place: &Place,
    said: Vec<Message>,
    lines: &[Line],
    options: &Options,
    sink: &mut Sink<'_>,
) -> ControlFlow<()> {
    tell(place, said, sink)?;
    of_paragraphs(place, lines, options, sink)
}

/// A line of such a page with the style that its class names.
fn styled(line: Line) -> Line {
    let of_class = line.classes.split(' ').find_map(|class| {
        let name = class.strip_prefix("mso").unwrap_or(class);
        Some(text_style(name)).filter(|styled| *styled != Styled::Text)
    });
    let heading = if line.level == 1 { Styled::Heading } else { Styled::Text };
    Line { styled: of_class.unwrap_or(heading), ..line }
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
    tell(place, said, sink)?;
    hand_over(place, export, options, sink)
}

fn tell(place: &Place, said: Vec<Message>, sink: &mut Sink<'_>) -> ControlFlow<()> {
    said.into_iter().try_for_each(|sentence| sink(Item::Notice(Notice::info(place.to_string(), sentence))))
}
