//! Tokens of a page become elements and blocks of text, in one pass without
//! recursion: depth costs nothing, and elements nested too deep share the
//! last one.
//!
//! Knows HTML; what a block is about is decided elsewhere.

mod named;
mod saved;
mod start_tag;
mod times;

use super::class::{KnownSigns, Signs};
use super::measure::APART;
use super::page::{Block, CALLED, CHANGED, Node, Page, Stated, around};
use super::scripts;
use super::tag::{Flow, Tag};
use super::tokens;
use crate::ingest::page_words::day_of_meta;
use html5gum::emitters::callback::CallbackEvent;
use named::{NAME, Named};
use start_tag::StartTag;

/// Open elements beyond this depth are not told apart.
const DEPTH: usize = 400;

/// Elements of a page beyond which no new ones are made.
const ELEMENTS: usize = 500_000;

/// Blocks of a page that are told apart; those beyond are read several as one.
/// The features of one take half a kilobyte, and no article has as many.
const BLOCKS: usize = 50_000;

/// Least bytes of such a block.
const BLOCK: usize = 4096;

/// Values beyond which what a page states of itself is not kept.
const STATED: usize = 2_000;

/// Reads a page.
pub(super) fn parse(text: &str) -> Page {
    parse_by(text, false)
}

/// Reads a page; `scriptless` also takes what it shows without its scripts, what
/// they would fill in, and the data that they draw from.
pub(super) fn parse_by(text: &str, scriptless: bool) -> Page {
    let mut builder = Builder { scriptless, ..Builder::new() };
    // The tokeniser takes what is for readers without scripts as one text.
    let opened =
        if scriptless { text.replace("<noscript", "<div").replace("</noscript", "</div") } else { String::new() };
    tokens::each(if scriptless { &opened } else { text }, |event| builder.event(event));
    builder.finish()
}

#[derive(Default)]
struct Builder {
    page: Page,
    /// Open elements: node index and tag.
    open: Vec<(u32, Tag)>,
    counts: Vec<u32>,
    /// Open elements too deep to be on the stack.
    overflow: usize,
    /// Depth of the stack at the outermost element whose content is no text.
    skip: Option<usize>,
    /// Text that is collected aside: a title or structured data.
    aside: Option<(Tag, String)>,
    /// It is a program, of which the objects that it has in it are kept.
    program: bool,
    /// The start tag being read.
    tag: Option<StartTag>,
    attribute: Vec<u8>,
    signs: KnownSigns,
    block: Block,
    /// White space is due before the next character.
    space: bool,
    /// An inline element ended since the last text, and then another began.
    between: (bool, bool),
    /// An element with a day begins or ends here.
    beside_day: bool,
    /// The element that gives a day and is open, and where the last one ended.
    time: times::OpenTime,
    in_link: u32,
    in_bold: u32,
    /// Open elements that name an author.
    named: Vec<Named>,
    /// How many of them were kept.
    authors: usize,
    /// Reads the page as it is without its scripts.
    scriptless: bool,
}

/// Longest text that is collected aside (structured data).
const ASIDE: usize = 2 << 20;

impl Builder {
    fn new() -> Self {
        let root =
            Node { tag: Tag::Html, parent: 0, own: Signs::default(), all: Signs::default(), around: 0, depth: 0 };
        Self { page: Page { nodes: vec![root], ..Page::default() }, counts: vec![0; Tag::COUNT], ..Self::default() }
    }

    fn event(&mut self, event: CallbackEvent<'_>) {
        match event {
            CallbackEvent::OpenStartTag { name } => self.tag = Some(StartTag::new(Tag::of(name))),
            CallbackEvent::AttributeName { name } => {
                self.attribute.clear();
                self.attribute.extend_from_slice(&name[..name.len().min(64)]);
                if name == b"hidden"
                    && let Some(t) = &mut self.tag
                {
                    t.own = t.own.and(Signs::HIDDEN);
                    t.around |= around::HIDDEN;
                }
            }
            CallbackEvent::AttributeValue { value } => {
                let stated = self.tag.as_mut().and_then(|t| t.take(&self.attribute, value, &mut self.signs));
                stated.into_iter().for_each(|s| self.state(s));
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                if let Some(tag) = self.tag.take() {
                    self.start(tag, self_closing);
                }
            }
            CallbackEvent::EndTag { name } => self.end(Tag::of(name)),
            CallbackEvent::String { value } => self.text(value),
            CallbackEvent::Comment { value } if self.counts[Tag::Body as usize] == 0 => {
                saved::read(value, &mut self.page.stated);
            }
            _ => {}
        }
    }

    fn start(&mut self, mut t: StartTag, self_closing: bool) {
        let tag = t.tag;
        match tag {
            Tag::Meta => {
                if t.name == "name"
                    && let Some(named) = self.named.last_mut()
                {
                    named.text.push_str(&t.content);
                    return;
                }
                if !t.name.is_empty() && !t.content.is_empty() {
                    self.state(Stated::Meta { name: t.name, content: t.content });
                }
                return;
            }
            Tag::Link => {
                if let (true, Some(href)) = (t.rel.split_whitespace().any(|r| r == "canonical"), t.href) {
                    self.state(Stated::Canonical(href));
                }
                return;
            }
            Tag::Br | Tag::Hr => {
                self.flush();
                self.block.continues = tag == Tag::Br;
                return;
            }
            Tag::Wbr => return,
            _ if tag.flow() == Flow::Void => {
                self.space = true;
                return;
            }
            // The page's own elements are made once.
            Tag::Html | Tag::Body | Tag::Head if self.counts[tag as usize] > 0 || tag == Tag::Html => {
                self.imply_head_end(tag);
                return;
            }
            _ => {}
        }
        self.imply_head_end(tag);
        let title = tag == Tag::Title && self.skip.is_none() && self.aside.is_none();
        let data = t.kind.contains("ld+json") || self.scriptless && t.kind == "application/json";
        if title || (tag == Tag::Script && (data || self.scriptless)) {
            self.aside = Some((tag, String::new()));
            self.program = !title && !data;
        }
        // Foreign content knows empty elements; others ignore the slash.
        if self_closing && (tag == Tag::Other || tag.flow() == Flow::Skip) && tag != Tag::Script {
            return;
        }
        if t.datetime.is_empty() && (tag == Tag::Time || t.own.has(Signs::DATE)) && !t.title.is_empty() {
            t.datetime = std::mem::take(&mut t.title);
        }
        self.imply_ends(tag);
        self.dated(&t);
        if tag.flow() == Flow::Block {
            self.flush();
        }
        self.push(&t);
        if tag == Tag::A {
            self.in_link += 1;
        }
        if matches!(tag, Tag::B | Tag::Strong) {
            self.in_bold += 1;
        }
    }

    /// Keeps the day of an element that has one in an attribute, or that says
    /// that its text is one.
    fn dated(&mut self, t: &StartTag) {
        let dated = t.tag == Tag::Time || !t.property.is_empty() && day_of_meta(&t.property).is_some();
        let called = t.own.has(Signs::DATE) && t.tag.flow() != Flow::Skip;
        if self.skip.is_some() || t.datetime.is_empty() && !dated && !called {
            return;
        }
        let value = if t.datetime.is_empty() { t.content.clone() } else { t.datetime.clone() };
        let outer = self.page.nodes[self.open.last().map_or(0, |o| o.0) as usize];
        let signs = outer.all.and(t.own);
        let apart = outer.around & APART != 0 || signs.has(Signs::COMMENT) || signs.has(Signs::RELATED);
        let (mut property, block) = (t.property.clone(), self.page.blocks.len());
        if !dated && t.datetime.is_empty() {
            CALLED.clone_into(&mut property);
        }
        if matches!(property.as_str(), "" | CALLED) && self.time.is_of_a_change(&self.block.text) {
            CHANGED.clone_into(&mut property);
        }
        self.time.open(self.page.stated.len(), self.block.text.len(), self.open.len());
        self.state(Stated::Time { value, property, block, apart });
    }

    fn push(&mut self, t: &StartTag) {
        if self.open.len() >= DEPTH || self.page.nodes.len() >= ELEMENTS {
            self.overflow += 1;
            self.page.too_deep = true;
            return;
        }
        let parent = self.open.last().map_or(0, |o| o.0);
        let outer = self.page.nodes[parent as usize];
        let index = self.page.nodes.len() as u32;
        self.between.1 = self.between.0 && t.tag.is_laid_out();
        self.beside_day |= t.tag == Tag::Time;
        self.page.nodes.push(Node {
            tag: t.tag,
            parent,
            own: t.own,
            all: outer.all.and(t.own),
            around: outer.around | t.around,
            depth: outer.depth + 1,
        });
        let shown = self.scriptless && t.tag == Tag::Template;
        if t.tag.flow() == Flow::Skip && !shown && self.skip.is_none() {
            self.skip = Some(self.open.len());
        }
        self.name(t, outer);
        self.open.push((index, t.tag));
        self.counts[t.tag as usize] += 1;
    }

    /// `<head>` ends where the body begins, written or not.
    fn imply_head_end(&mut self, tag: Tag) {
        let stays = matches!(
            tag,
            Tag::Html | Tag::Head | Tag::Title | Tag::Script | Tag::Style | Tag::Noscript | Tag::Template | Tag::Base
        );
        if !stays && self.counts[Tag::Head as usize] > 0 && self.skip.is_none() {
            self.close(Tag::Head);
        }
    }

    /// End tags that authors leave out.
    fn imply_ends(&mut self, tag: Tag) {
        let closes: &[Tag] = match tag {
            Tag::Li => &[Tag::Li],
            Tag::Dd | Tag::Dt => &[Tag::Dd, Tag::Dt],
            Tag::Tr => &[Tag::Tr],
            Tag::Td | Tag::Th => &[Tag::Td, Tag::Th],
            Tag::Option => &[Tag::Option],
            Tag::Rb | Tag::Rt | Tag::Rp => &[Tag::Rb, Tag::Rt, Tag::Rp],
            _ => &[],
        };
        if !closes.is_empty() {
            let stops =
                |t: Tag| matches!(t, Tag::Ul | Tag::Ol | Tag::Dl | Tag::Table | Tag::Select | Tag::Menu | Tag::Ruby);
            let found = self.open.iter().rev().take_while(|o| !stops(o.1)).find(|o| closes.contains(&o.1)).copied();
            if let Some((_, t)) = found {
                self.close(t);
            }
        }
        if tag.flow() == Flow::Block && self.counts[Tag::P as usize] > 0 {
            let p = self.open.iter().rev().take_while(|o| !o.1.is_scope()).any(|o| o.1 == Tag::P);
            if p {
                self.close(Tag::P);
            }
        }
        // Links do not nest.
        if tag == Tag::A && self.counts[Tag::A as usize] > 0 {
            self.end(Tag::A);
        }
    }

    fn end(&mut self, tag: Tag) {
        if let Some((wanted, text)) = self.aside.take_if(|a| a.0 == tag) {
            match wanted {
                Tag::Title => self.state(Stated::Title(text)),
                _ if self.program => scripts::objects(&text).into_iter().for_each(|o| self.state(Stated::Linked(o))),
                _ => self.state(Stated::Linked(text)),
            }
        }
        if matches!(tag, Tag::Body | Tag::Html) {
            return;
        }
        if self.counts[tag as usize] == 0 {
            self.overflow = self.overflow.saturating_sub(1);
            return;
        }
        if self.overflow > 0 {
            self.overflow -= 1;
            return;
        }
        if tag.is_formatting() {
            // A block between this end and its start keeps its own elements.
            let blocked = self.open.iter().rev().take_while(|o| o.1 != tag).any(|o| o.1.flow() == Flow::Block);
            if blocked {
                return;
            }
        } else if self.open.iter().rev().take_while(|o| o.1 != tag).any(|o| matches!(o.1, Tag::Td | Tag::Th))
            && tag != Tag::Table
            && tag != Tag::Tr
            && tag != Tag::Tbody
        {
            // An end tag inside a cell does not reach out of it.
            return;
        }
        self.close(tag);
    }

    /// Closes the innermost `tag` and everything inside it.
    fn close(&mut self, tag: Tag) {
        while let Some((_, t)) = self.open.pop() {
            self.counts[t as usize] -= 1;
            if !self.named.is_empty() {
                self.named();
            }
            if self.skip == Some(self.open.len()) {
                self.skip = None;
            }
            let printed = self.time.close(self.open.len(), &self.block.text, &mut self.page.stated);
            printed.into_iter().for_each(|stated| self.state(stated));
            self.between.0 = t.is_laid_out();
            self.beside_day |= t == Tag::Time;
            match t {
                Tag::A => self.in_link -= 1,
                Tag::B | Tag::Strong => self.in_bold -= 1,
                _ if t.flow() == Flow::Block => {
                    // What is open is one less already: the text belongs to it.
                    self.flush();
                }
                _ => {}
            }
            if t == tag {
                return;
            }
        }
    }

    fn text(&mut self, value: &[u8]) {
        if let Some((_, aside)) = &mut self.aside {
            if aside.len() + value.len() <= ASIDE {
                aside.push_str(&String::from_utf8_lossy(value));
            }
            return;
        }
        if self.skip.is_some() {
            if self.open.last().is_some_and(|o| o.1 == Tag::Script) {
                scripts::days(value, &mut self.page.scripted);
            }
            return;
        }
        if self.counts[Tag::Head as usize] > 0 && !value.trim_ascii().is_empty() {
            self.close(Tag::Head);
        }
        let text = String::from_utf8_lossy(value);
        if self.counts[Tag::Pre as usize] > 0 {
            for (i, line) in text.split('\n').enumerate() {
                if i > 0 {
                    self.flush();
                    self.block.continues = true;
                }
                self.words(line);
            }
            return;
        }
        self.words(&text);
    }

    fn words(&mut self, text: &str) {
        let white = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest.find(white).unwrap_or(rest.len());
            if end == 0 {
                self.space = true;
                rest = rest.trim_start_matches(white);
                continue;
            }
            let before = self.block.text.len();
            if before == 0 {
                let (node, inline, around) = self.place();
                self.block.node = node;
                self.block.inline = inline;
                self.block.around = around;
            } else if self.space || self.is_apart(rest) {
                self.block.text.push(' ');
            }
            self.space = false;
            self.between = (false, false);
            self.beside_day = false;
            self.block.text.push_str(&rest[..end]);
            // What a button says is no name.
            for named in self.named.iter_mut().filter(|_| self.counts[Tag::Button as usize] == 0) {
                if named.text.len() <= NAME {
                    if !named.text.is_empty() {
                        named.text.push(' ');
                    }
                    named.text.push_str(&rest[..end]);
                }
            }
            let added = (self.block.text.len() - before) as u32;
            self.block.link += if self.in_link > 0 { added } else { 0 };
            self.block.bold += if self.in_bold > 0 { added } else { 0 };
            rest = &rest[end..];
        }
    }

    /// True where styles part a day from what stands before it, in two elements
    /// side by side: `<span>Ana Roz</span><span>31.05.2024</span>`, and a year
    /// from its day. Texts of an office also have elements inside a word.
    fn is_apart(&self, next: &str) -> bool {
        let words = self.block.text.ends_with(char::is_alphanumeric) && next.starts_with(char::is_alphanumeric);
        if self.beside_day && words {
            return true;
        }
        if self.between != (true, true) {
            return false;
        }
        let digits = next.bytes().take_while(u8::is_ascii_digit).count();
        let day = (1..=2).contains(&digits) && next[digits..].starts_with(['.', '/', '-', ' ']);
        let year = digits == 4 && (next.starts_with("19") || next.starts_with("20"));
        let before = self.block.text.as_bytes();
        let last = before.iter().rev().take_while(|b| b.is_ascii_digit()).count();
        let letter = last == 0 && self.block.text.ends_with(char::is_alphabetic);
        let behind_year = last == 4 && matches!(&before[before.len() - 4..][..2], b"19" | b"20");
        letter && (day || year) || year && (1..=2).contains(&last) || behind_year && digits > 0
    }

    /// The block element that text stands in now, and what the inline
    /// elements in between say.
    fn place(&self) -> (u32, Signs, u32) {
        let (mut inline, mut around) = (Signs::default(), 0);
        for &(index, tag) in self.open.iter().rev() {
            let node = self.page.nodes[index as usize];
            if tag.flow() == Flow::Block || tag == Tag::Other {
                return (index, inline, around | node.around);
            }
            inline = inline.and(node.own);
            around |= node.around;
        }
        (0, inline, around)
    }

    fn flush(&mut self) {
        self.space = false;
        self.between = (false, false);
        self.time.flushed();
        if self.block.text.is_empty() {
            return;
        }
        let block = std::mem::take(&mut self.block);
        let many = self.page.blocks.len() > BLOCKS;
        match self.page.blocks.last_mut().filter(|last| many && last.text.len() < BLOCK) {
            Some(last) => {
                last.text.push('\n');
                last.text.push_str(&block.text);
                last.link += block.link;
                last.bold += block.bold;
                self.page.joined += 1;
            }
            None => self.page.blocks.push(block),
        }
    }

    /// Keeps what the page states of itself.
    fn state(&mut self, stated: Stated) {
        if self.page.stated.len() < STATED {
            self.page.stated.push(stated);
        }
    }

    fn finish(mut self) -> Page {
        if let Some((tag, text)) = self.aside.take()
            && tag == Tag::Title
        {
            // A title that is never closed holds the page.
            self.words(&text);
        }
        self.flush();
        self.page
    }
}
