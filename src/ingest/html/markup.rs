//! A page as lines with the classes around them, for exports whose layout is
//! their only structure. No line is weighed here.

use super::tag::{Flow, Tag};
use super::tokens;
use crate::ingest::records::layout::Line;
use html5gum::emitters::callback::CallbackEvent;

/// Open elements beyond this depth are not told apart.
const DEPTH: usize = 400;
/// Elements around a line whose classes are told.
const AROUND: usize = 6;
/// Longest attribute that is kept.
const VALUE: usize = 200;

/// The lines of a page: its blocks with a blank line after each. The cells of a
/// row of a table that has a short first cell stand in one line, parted by a
/// tabulator, and further paragraphs of it below.
pub(in crate::ingest) fn lines(page: &str) -> Vec<Line> {
    let mut builder = LineBuilder::default();
    tokens::each(page, |event| builder.event(event));
    builder.flush();
    builder.lines
}

#[derive(Default)]
struct LineBuilder {
    lines: Vec<Line>,
    open: Vec<(Tag, String)>,
    /// Open elements too deep to be on the stack.
    overflow: usize,
    tag: Option<(Tag, String)>,
    /// The attribute being read is one that is kept.
    kept: bool,
    /// It says what an element is of an item.
    property: bool,
    skipped: usize,
    text: String,
    bold: usize,
    links: usize,
    /// Letters of the line, those in bold, and those of links.
    letters: (usize, usize, usize),
    /// Classes around its first letter.
    classes: String,
    /// The level of the heading around its first letter.
    level: u8,
    /// The line is the first cell of a row.
    label: Option<usize>,
}

impl LineBuilder {
    fn event(&mut self, event: CallbackEvent<'_>) {
        match event {
            CallbackEvent::OpenStartTag { name } => self.tag = Some((Tag::of(name), String::new())),
            CallbackEvent::AttributeName { name } => {
                self.kept = matches!(name, b"class" | b"id" | b"itemprop");
                self.property = name == b"itemprop";
            }
            CallbackEvent::AttributeValue { value } if self.kept => {
                if let Some((_, classes)) = &mut self.tag {
                    classes.push_str(if self.property { PROPERTY } else { "" });
                    classes.push_str(&String::from_utf8_lossy(&value[..value.len().min(VALUE)]).to_lowercase());
                    classes.push(' ');
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                if let Some((tag, classes)) = self.tag.take() {
                    self.start(tag, classes, self_closing);
                }
            }
            CallbackEvent::EndTag { name } => self.end(Tag::of(name)),
            CallbackEvent::String { value } if self.skipped == 0 => self.say(&String::from_utf8_lossy(value)),
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        for c in text.chars() {
            // A row parts its cells by a tabulator; spaces are as in a page.
            if c.is_whitespace() {
                if !self.text.is_empty() && !self.text.ends_with([' ', '\t']) {
                    self.text.push(' ');
                }
                continue;
            }
            if self.letters.0 == 0 {
                let around = self.open.iter().rev().map(|o| o.1.as_str()).filter(|c| !c.is_empty());
                self.classes = around.take(AROUND).collect();
                self.level = self.open.iter().rev().map(|o| level(o.0)).find(|l| *l > 0).unwrap_or(0);
            }
            self.letters.0 += 1;
            self.letters.1 += usize::from(self.bold > 0);
            self.letters.2 += usize::from(self.links > 0);
            self.text.push(c);
        }
    }

    fn start(&mut self, tag: Tag, classes: String, self_closing: bool) {
        match tag {
            Tag::Br | Tag::Hr => return self.flush(),
            _ if tag.flow() == Flow::Void => return,
            _ if self_closing && tag == Tag::Other => return,
            _ => {}
        }
        if tag.flow() == Flow::Block {
            // What is not closed but ends where the next one begins.
            if matches!(tag, Tag::P | Tag::Tr | Tag::Td | Tag::Li) && self.open.last().is_some_and(|o| o.0 == tag) {
                self.end(tag);
            }
            self.flush();
        }
        if self.open.len() >= DEPTH {
            self.overflow += 1;
            return;
        }
        self.skipped += usize::from(tag.flow() == Flow::Skip || tag == Tag::Title);
        self.bold += usize::from(is_bold(tag));
        self.links += usize::from(tag == Tag::A);
        self.open.push((tag, classes));
    }

    fn end(&mut self, tag: Tag) {
        if self.overflow > 0 {
            self.overflow -= 1;
            return;
        }
        let Some(at) = self.open.iter().rposition(|o| o.0 == tag) else { return };
        if tag.flow() == Flow::Block {
            self.flush();
        }
        for (open, _) in self.open.drain(at..) {
            self.skipped -= usize::from(open.flow() == Flow::Skip || open == Tag::Title);
            self.bold -= usize::from(is_bold(open));
            self.links -= usize::from(open == Tag::A);
        }
        if matches!(tag, Tag::Td | Tag::Th) && self.label.is_none() {
            let last = self.lines.len().checked_sub(2);
            self.label = last.filter(|&i| self.lines[i].text.len() <= LABEL);
        } else if matches!(tag, Tag::Tr | Tag::Table) {
            self.label = None;
        }
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let letters = std::mem::take(&mut self.letters);
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        // The second cell stands in the line of the first.
        if let Some(label) =
            self.label.take().filter(|&i| i + 2 == self.lines.len() && !self.lines[i].text.contains('\t'))
        {
            self.lines[label].text.push('\t');
            self.lines[label].text.push_str(text);
            return;
        }
        let classes = std::mem::take(&mut self.classes);
        let (strong, linked) = (letters.0 == letters.1, letters.0 == letters.2);
        let level = std::mem::take(&mut self.level);
        self.lines.push(Line { text: text.to_owned(), strong, level, linked, classes, ..Line::default() });
        self.lines.push(Line::default());
    }
}

/// What stands among classes before the property of an item.
pub(in crate::ingest) const PROPERTY: &str = "itemprop:";

/// Longest first cell of a row that names the field in the next one.
const LABEL: usize = 4;

fn level(tag: Tag) -> u8 {
    match tag {
        Tag::H1 => 1,
        Tag::H2 => 2,
        Tag::H3 => 3,
        Tag::H4 | Tag::H5 | Tag::H6 => 4,
        _ => 0,
    }
}

fn is_bold(tag: Tag) -> bool {
    matches!(tag, Tag::B | Tag::Strong) || tag.is_heading()
}
