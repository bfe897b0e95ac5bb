//! Texts of an office as paragraphs (`word/document.xml`, `content.xml`).

use crate::ingest::records::layout::{Line, Styled};
use crate::ingest::xml_events as xml;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// The paragraphs of a text.
#[derive(Default)]
pub(super) struct Paragraphs {
    pub lines: Vec<Line>,
    /// True when it breaks off.
    pub cut: bool,
    text: String,
    /// Bytes of the lines so far, and how many there may be.
    bytes: usize,
    /// Letters of the paragraph and those in bold.
    letters: (usize, usize),
    heading: bool,
    styled: Styled,
    level: u8,
    /// The line of a short first cell, to which the next cell is added.
    label: Option<usize>,
    cells: usize,
}

/// Longest first cell of a row that names the field in the next one.
const LABEL: usize = 4;

impl Paragraphs {
    pub(super) fn end(&mut self) {
        let text = std::mem::take(&mut self.text);
        let (letters, bold) = std::mem::take(&mut self.letters);
        let heading = std::mem::take(&mut self.heading);
        let styled = std::mem::take(&mut self.styled);
        let level = std::mem::take(&mut self.level);
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        self.bytes += text.len();
        if let Some(label) = self.label.take() {
            self.lines[label].text.push('\t');
            self.lines[label].text.push_str(text);
            return;
        }
        let strong = heading || letters > 0 && letters == bold;
        self.lines.push(Line { text: text.to_owned(), strong, styled, level, ..Line::default() });
        self.lines.push(Line::default());
    }

    pub(super) fn end_cell(&mut self) {
        self.end();
        self.cells += 1;
        let last = self.lines.len().checked_sub(2).filter(|_| self.cells == 1);
        self.label = last.filter(|&i| self.lines[i].text.len() <= LABEL);
    }

    pub(super) fn end_row(&mut self) {
        self.cells = 0;
        self.label = None;
    }

    /// Adds a character to the paragraph.
    pub(super) fn push(&mut self, c: char, bold: bool) {
        self.text.push(c);
        self.letters.0 += usize::from(c.is_alphanumeric());
        self.letters.1 += usize::from(c.is_alphanumeric() && bold);
    }

    /// Says that the paragraph is a heading of that level.
    pub(super) fn head(&mut self, styled: Styled, level: u8) {
        (self.heading, self.styled, self.level) = (true, styled, level);
    }

    /// True where nothing of a paragraph was read yet.
    pub(super) fn is_at_start(&self) -> bool {
        self.text.is_empty()
    }

    /// True for paragraphs of more than so many bytes.
    pub(super) fn is_beyond(&self, limit: usize) -> bool {
        self.bytes > limit
    }

    pub(super) fn say(&mut self, event: &Event<'_>, bold: bool) {
        let from = self.text.len();
        xml::say(event, &mut self.text);
        let letters = self.text[from..].chars().filter(|c| c.is_alphanumeric()).count();
        self.letters.0 += letters;
        self.letters.1 += if bold { letters } else { 0 };
    }
}

/// The paragraphs of a text in Office Open XML.
pub(super) fn ooxml(text: &str, limit: usize) -> Paragraphs {
    let mut out = Paragraphs::default();
    let (mut in_text, mut bold, mut passed) = (false, false, 0_usize);
    let whole = xml::walk(text, |event, end| {
        match &event {
            Event::Start(e) if passed > 0 || is_passed(e.local_name().as_ref()) => passed += 1,
            Event::End(_) if passed > 0 => passed -= 1,
            _ if passed > 0 => {}
            Event::Start(e) | Event::Empty(e) => match e.local_name().as_ref() {
                "t" => in_text = matches!(event, Event::Start(_)),
                "r" => bold = false,
                "b" => bold = is_on(e),
                "tab" => out.text.push('\t'),
                "br" | "cr" => out.end(),
                "noBreakHyphen" => out.text.push('\u{2011}'),
                "pStyle" => {
                    let style = xml::attribute(e, "val").unwrap_or_default();
                    (out.heading, out.styled, out.level) = (is_heading(&style), styled(&style), level(&style));
                }
                "outlineLvl" if xml::attribute(e, "val").as_deref() == Some("0") && out.styled == Styled::Text => {
                    out.styled = Styled::Heading;
                }
                _ => {}
            },
            Event::End(e) => match e.local_name().as_ref() {
                "t" => in_text = false,
                "p" => out.end(),
                "tc" => out.end_cell(),
                "tr" => out.end_row(),
                _ => {}
            },
            event if in_text => out.say(event, bold),
            _ => {}
        }
        if end {
            out.end();
        }
        out.bytes <= limit
    });
    out.cut = !whole || out.bytes > limit;
    out
}

/// Elements whose text is none of the document: a second form of a drawing,
/// properties of a section.
fn is_passed(name: &str) -> bool {
    matches!(name, "Fallback" | "sectPr" | "instrText" | "delText")
}

fn is_on(e: &BytesStart<'_>) -> bool {
    xml::attribute(e, "val").is_none_or(|v| !matches!(v.as_str(), "0" | "false" | "off"))
}

/// Parts of the names that programs give to the styles of headings.
const HEADINGS: [&str; 6] = ["heading", "title", "titre", "berschrift", "ttulo", "titolo"];

/// What programs call the style of a title.
const TITLES: [&str; 7] = ["title", "titre", "titel", "ttulo", "titulo", "título", "titolo"];

fn is_heading(style: &str) -> bool {
    let style = style.to_lowercase();
    HEADINGS.iter().any(|h| style.contains(h))
}

/// The level that the name of a style of headings ends with, 0 for others.
fn level(style: &str) -> u8 {
    let digits = style.trim().rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    digits.parse().ok().filter(|_| is_heading(style)).unwrap_or(0)
}

/// What the name of a style calls its paragraphs, in the languages of the
/// programs: `Title`, `Titre`, `heading 1`, `Heading_20_1`.
pub(in crate::ingest) fn styled(name: &str) -> Styled {
    let name = name.trim().to_lowercase();
    if TITLES.contains(&name.as_str()) {
        return Styled::Title;
    }
    let level = name.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    if is_heading(&name) && level == "1" { Styled::Heading } else { Styled::Text }
}

/// The paragraphs of a text in OpenDocument.
pub(super) fn open_document(text: &str, limit: usize) -> Paragraphs {
    let mut out = Paragraphs::default();
    let (mut inside, mut passed, mut body) = (0_usize, 0_usize, false);
    // Styles that the document makes of others.
    let mut styles: HashMap<String, Styled> = HashMap::new();
    let whole = xml::walk(text, |event, end| {
        match &event {
            Event::Start(e) if passed > 0 || is_passed_open(e.local_name().as_ref()) => passed += 1,
            Event::End(_) if passed > 0 => passed -= 1,
            _ if passed > 0 => {}
            Event::Start(e) => match e.local_name().as_ref() {
                "body" => body = true,
                "style" if !body => made_of(e, &mut styles),
                name @ ("p" | "h") if body => {
                    inside += 1;
                    out.heading = name == "h";
                    let style = xml::attribute(e, "style-name").unwrap_or_default();
                    out.styled = styles.get(&style).copied().unwrap_or_else(|| styled(&style));
                    let first = out.heading && xml::attribute(e, "outline-level").as_deref() == Some("1");
                    if first && out.styled == Styled::Text {
                        out.styled = Styled::Heading;
                    }
                }
                _ => {}
            },
            Event::Empty(e) => match e.local_name().as_ref() {
                "style" if !body => made_of(e, &mut styles),
                "tab" => out.text.push('\t'),
                "s" => out.text.push(' '),
                "line-break" => out.end(),
                _ => {}
            },
            Event::End(e) => match e.local_name().as_ref() {
                "p" | "h" => {
                    inside = inside.saturating_sub(1);
                    out.end();
                }
                "table-cell" => out.end_cell(),
                "table-row" => out.end_row(),
                _ => {}
            },
            event if inside > 0 => out.say(event, false),
            _ => {}
        }
        if end {
            out.end();
        }
        out.bytes <= limit
    });
    out.cut = !whole || out.bytes > limit;
    out
}

/// Styles of one document that are kept in mind.
const STYLES: usize = 4096;

/// Takes up a style that is made of one whose name says something.
fn made_of(e: &BytesStart<'_>, styles: &mut HashMap<String, Styled>) {
    let parent = xml::attribute(e, "parent-style-name").map(|name| styled(&name)).unwrap_or_default();
    if let Some(name) = xml::attribute(e, "name").filter(|_| parent != Styled::Text && styles.len() < STYLES) {
        styles.insert(name, parent);
    }
}

fn is_passed_open(name: &str) -> bool {
    matches!(name, "annotation" | "tracked-changes" | "note-citation" | "forms" | "object" | "binary-data")
}
