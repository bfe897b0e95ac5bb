//! XML as files have it: a tree that forgives what readers of feeds and wires
//! forgive, a bare ampersand, an end that is missing, a name of HTML.
//!
//! Knows markup; has never heard of feeds or agencies. Nothing that a document
//! declares is expanded. Depth and number of elements are bounded.

use super::html::inline::inline_text;
use super::xml_events::reference;
use crate::text::squeezed;

/// Elements inside each other that are told apart; deeper ones are text.
const DEPTH: usize = 200;
/// Attributes of one element.
const ATTRIBUTES: usize = 256;
/// Longest name of a character, without its signs.
const REFERENCE: usize = 32;
/// Open elements among which the one of an end tag is looked for.
const REACH: usize = 64;

/// A document; the root is the first element.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<XmlNode>,
    /// Outermost elements behind the first.
    more: Vec<usize>,
    /// What had to be forgiven.
    pub(super) faults: usize,
    /// True when the end is missing.
    pub(super) cut: bool,
    /// True when it has more elements than are read.
    pub(super) full: bool,
}

#[derive(Debug, Default)]
struct XmlNode {
    name: String,
    attributes: Vec<(String, String)>,
    content: Vec<Content>,
}

#[derive(Debug)]
enum Content {
    Text(String),
    Element(usize),
}

/// An element of a [`Tree`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Element<'t> {
    tree: &'t Tree,
    node: &'t XmlNode,
}

/// What stands right inside an element.
#[derive(Clone, Copy, Debug)]
pub(super) enum Piece<'t> {
    /// Words.
    Text(&'t str),
    /// An element.
    Element(Element<'t>),
}

/// The part of a name behind its prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

impl Tree {
    /// Elements that are read of a document of so many bytes: one takes some
    /// hundred bytes, and few are written with less than thirty.
    fn most(bytes: usize) -> usize {
        const LEAST: usize = 100_000;
        const MOST: usize = 1_000_000;
        (LEAST + bytes / 24).min(MOST)
    }

    /// How many elements there are.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The outermost element.
    pub(super) fn root(&self) -> Option<Element<'_>> {
        self.nodes.first().map(|node| Element { tree: self, node })
    }

    /// All outermost elements: files that were put one behind the other have several.
    pub(super) fn roots(&self) -> impl Iterator<Item = Element<'_>> {
        let more = self.more.iter().filter_map(|&at| self.nodes.get(at));
        self.nodes.first().into_iter().chain(more).map(|node| Element { tree: self, node })
    }

    /// Reads a document.
    pub(super) fn parse(text: &str) -> Self {
        let mut reader = Reader { tree: Self::default(), open: Vec::new(), too_deep: 0, typed: false };
        let (mut at, most) = (0, Self::most(text.len()));
        while let Some(sign) = memchr::memchr(b'<', &text.as_bytes()[at..]) {
            reader.text(&text[at..at + sign]);
            at += sign;
            let rest = &text[at..];
            let past = |end: &str| rest.find(end).map_or(rest.len(), |i| i + end.len());
            let used = if let Some(inner) = rest.strip_prefix("<![CDATA[") {
                let end = inner.find("]]>").unwrap_or(inner.len());
                reader.verbatim(&inner[..end]);
                past("]]>")
            } else if rest.starts_with("<!--") {
                past("-->")
            } else if rest.starts_with("<?") {
                past("?>")
            } else if rest.starts_with("<!") && !reader.typed && reader.tree.nodes.is_empty() {
                reader.typed = true;
                doctype(rest)
            } else if rest.starts_with("<!") {
                past(">")
            } else if rest[1..].starts_with('/') {
                let end = past(">");
                reader.end(rest[2..end].trim_end_matches('>').trim());
                end
            } else if rest[1..].starts_with(|c: char| c.is_alphabetic() || c == '_') {
                reader.start(rest)
            } else {
                reader.tree.faults += 1;
                reader.verbatim("<");
                1
            };
            at += used;
            if reader.tree.len() >= most {
                reader.tree.full = at < text.len();
                break;
            }
        }
        if !reader.tree.full {
            reader.text(&text[at..]);
            reader.tree.cut = !reader.open.is_empty();
        }
        reader.tree
    }
}

/// Length of a declaration of the document type.
fn doctype(rest: &str) -> usize {
    let close = rest.find('>').map_or(rest.len(), |i| i + 1);
    let Some(inner) = rest[..close].find('[') else { return close };
    let ends = rest[inner..].match_indices(']').map(|(i, _)| inner + i + 1);
    // A space may stand between the two signs that end it.
    let end = ends.filter_map(|i| Some(rest.len() - rest[i..].trim_start().strip_prefix('>')?.len())).next();
    end.unwrap_or(close)
}

/// Adds an attribute, unless there are too many.
fn keep(found: &mut Vec<(String, String)>, name: &str, value: String) {
    if found.len() < ATTRIBUTES {
        found.push((name.to_owned(), value));
    }
}

/// True for an element of HTML that holds nothing and needs no end.
fn is_void(name: &str) -> bool {
    ["br", "hr", "img", "wbr"].iter().any(|void| local(name).eq_ignore_ascii_case(void))
}

/// True when the next tag is the end of that element.
fn ends_next(rest: &str, name: &str) -> bool {
    let tag = rest.find('<').map_or("", |i| &rest[i..]);
    tag.strip_prefix("</").and_then(|tag| tag.strip_prefix(name)).is_some_and(|end| end.trim_start().starts_with('>'))
}

struct Reader {
    tree: Tree,
    open: Vec<usize>,
    /// Open elements that are too deep to be told apart.
    too_deep: usize,
    /// The type of the document has been declared.
    typed: bool,
}

impl Reader {
    fn verbatim(&mut self, text: &str) {
        let Some(&at) = self.open.last() else { return };
        let content = &mut self.tree.nodes[at].content;
        match content.last_mut() {
            Some(Content::Text(before)) => before.push_str(text),
            _ if text.is_empty() => {}
            _ => content.push(Content::Text(text.to_owned())),
        }
    }

    fn text(&mut self, text: &str) {
        let (text, faults) = decoded(text);
        self.tree.faults += faults;
        self.verbatim(&text);
    }

    /// Takes an element up and gives back the length of its tag.
    fn start(&mut self, rest: &str) -> usize {
        let name_end =
            rest[1..].find(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).map_or(rest.len(), |i| i + 1);
        let (attributes, end, empty) = self.attributes(rest, name_end);
        let name = &rest[1..name_end];
        // HTML that stands in a field often leaves the end of these away.
        let empty = empty || is_void(name) && !ends_next(&rest[end..], name);
        if self.open.len() >= DEPTH {
            self.too_deep += usize::from(!empty);
            return end;
        }
        let number = self.tree.nodes.len();
        if let Some(&at) = self.open.last() {
            self.tree.nodes[at].content.push(Content::Element(number));
        } else if number > 0 {
            self.tree.faults += 1;
            self.tree.more.push(number);
        }
        self.tree.nodes.push(XmlNode { name: name.to_owned(), attributes, content: Vec::new() });
        if !empty {
            self.open.push(number);
        }
        end
    }

    /// Attributes from `at` on, where the tag ends, and whether it is empty.
    fn attributes(&mut self, rest: &str, mut at: usize) -> (Vec<(String, String)>, usize, bool) {
        let mut found = Vec::new();
        loop {
            at += rest[at..].len() - rest[at..].trim_start().len();
            let tail = &rest[at..];
            if tail.is_empty() || tail.starts_with('<') {
                self.tree.faults += 1;
                return (found, at, false);
            }
            if tail.starts_with('>') {
                return (found, at + 1, false);
            }
            if tail.starts_with("/>") {
                return (found, at + 2, true);
            }
            let name =
                tail.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/' | '<')).unwrap_or(tail.len());
            if name == 0 {
                at += tail.chars().next().map_or(1, char::len_utf8);
                continue;
            }
            at += name;
            let after = rest[at..].trim_start();
            let Some(value) = after.strip_prefix('=') else {
                keep(&mut found, &tail[..name], String::new());
                continue;
            };
            let value = value.trim_start();
            let from = rest.len() - value.len();
            let (raw, next) = match value.chars().next() {
                Some(quote @ ('"' | '\'')) => {
                    let end = value[1..].find(quote).map_or(value.len(), |i| i + 1);
                    (value.get(1..end).unwrap_or_default(), (from + end + 1).min(rest.len()))
                }
                _ => {
                    let end = value.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(value.len());
                    (&value[..end], from + end)
                }
            };
            let (raw, faults) = decoded(raw);
            self.tree.faults += faults;
            keep(&mut found, &tail[..name], raw);
            at = next;
        }
    }

    fn end(&mut self, name: &str) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let near = self.open.iter().rev().take(REACH).position(|&at| self.tree.nodes[at].name == name);
        match near {
            Some(inner) => {
                self.tree.faults += inner;
                self.open.truncate(self.open.len() - inner - 1);
            }
            None => self.tree.faults += 1,
        }
    }
}

/// Text with its references read, and those that are none.
fn decoded(text: &str) -> (String, usize) {
    let mut out = String::with_capacity(text.len());
    let (mut at, mut faults) = (0, 0);
    for sign in memchr::memchr_iter(b'&', text.as_bytes()) {
        if sign < at {
            continue;
        }
        out.push_str(&text[at..sign]);
        let rest = &text[sign + 1..];
        let end = rest.bytes().take(REFERENCE).position(|b| !(b.is_ascii_alphanumeric() || b == b'#'));
        let name = end.filter(|&end| rest.as_bytes()[end] == b';').map(|end| &rest[..end]);
        match name.and_then(named) {
            Some(read) => {
                out.push_str(&read);
                at = sign + 2 + name.map_or(0, str::len);
            }
            None => {
                faults += 1;
                out.push('&');
                at = sign + 1;
            }
        }
    }
    out.push_str(&text[at..]);
    (out, faults)
}

/// What a reference stands for.
fn named(name: &str) -> Option<String> {
    if let Some(sign) = reference(name) {
        return Some(sign.to_string());
    }
    let whole = format!("&{name};");
    Some(inline_text(&whole)).filter(|read| *read != whole && !read.is_empty())
}

impl<'t> Element<'t> {
    /// Its name without prefix.
    pub(super) fn name(self) -> &'t str {
        local(&self.node.name)
    }

    /// True when its name, prefix aside, is this one.
    pub(super) fn is(self, name: &str) -> bool {
        self.name().eq_ignore_ascii_case(name)
    }

    /// The value of an attribute, by its name without prefix.
    pub(super) fn attribute(self, name: &str) -> Option<&'t str> {
        let found = self.node.attributes.iter().find(|(n, _)| n == name);
        let found = found.or_else(|| self.node.attributes.iter().find(|(n, _)| local(n).eq_ignore_ascii_case(name)));
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// Its attributes, by their names without prefix.
    pub(super) fn attributes(self) -> impl Iterator<Item = (&'t str, &'t str)> {
        let stated = self.node.attributes.iter().map(|(name, value)| (local(name), value.trim()));
        stated.filter(|(_, value)| !value.is_empty())
    }

    /// What stands right inside it, in order.
    pub(super) fn pieces(self) -> impl Iterator<Item = Piece<'t>> {
        let tree = self.tree;
        self.node.content.iter().filter_map(move |c| match c {
            Content::Text(text) => Some(Piece::Text(text)),
            Content::Element(number) => tree.nodes.get(*number).map(|node| Piece::Element(Element { tree, node })),
        })
    }

    /// The elements right inside it.
    pub(super) fn children(self) -> impl Iterator<Item = Element<'t>> {
        let tree = self.tree;
        self.node.content.iter().filter_map(move |c| match c {
            Content::Element(number) => tree.nodes.get(*number).map(|node| Element { tree, node }),
            Content::Text(_) => None,
        })
    }

    /// The first element of that name right inside it.
    pub(super) fn child(self, name: &str) -> Option<Element<'t>> {
        self.children().find(|c| c.is(name))
    }

    /// The element that a path of names leads to.
    pub(super) fn at(self, path: &[&str]) -> Option<Element<'t>> {
        match path {
            [] => Some(self),
            [first, rest @ ..] => self.children().filter(|c| c.is(first)).find_map(|c| c.at(rest)),
        }
    }

    /// All elements inside it of that name, not those inside each other, in order.
    pub(super) fn all(self, name: &str) -> Vec<Element<'t>> {
        let mut found = Vec::new();
        self.gather(name, &mut found);
        found
    }

    fn gather(self, name: &str, found: &mut Vec<Element<'t>>) {
        for child in self.children() {
            if child.is(name) {
                found.push(child);
            } else {
                child.gather(name, found);
            }
        }
    }

    /// The first element of that name at any depth.
    pub(super) fn find(self, name: &str) -> Option<Element<'t>> {
        self.children().find_map(|c| if c.is(name) { Some(c) } else { c.find(name) })
    }

    /// All text inside it; elements part words.
    pub(super) fn text(self) -> String {
        let mut out = String::new();
        self.add_text(&mut out);
        squeezed(&out)
    }

    /// Adds all text inside it; where it is a paragraph or a break, it stands
    /// apart.
    pub(super) fn add_parted(self, out: &mut String) {
        let parts = matches!(self.name(), "p" | "br" | "lb" | "hl1" | "hl2" | "tr" | "td" | "li");
        out.extend(parts.then_some(' '));
        self.add_text(out);
        out.extend(parts.then_some(' '));
    }

    fn add_text(self, out: &mut String) {
        for content in &self.node.content {
            match content {
                Content::Text(text) => out.push_str(text),
                Content::Element(number) => {
                    let Some(node) = self.tree.nodes.get(*number) else { continue };
                    Element { tree: self.tree, node }.add_parted(out);
                }
            }
        }
    }

    /// The words right inside it, as they stand.
    pub(super) fn words(self) -> String {
        let words = self.pieces().filter_map(|piece| match piece {
            Piece::Text(text) => Some(text),
            Piece::Element(_) => None,
        });
        words.collect()
    }

    /// What stands inside it as markup, prefixes off.
    pub(super) fn markup(self) -> String {
        let mut out = String::new();
        self.add_markup(&mut out);
        out
    }

    fn add_markup(self, out: &mut String) {
        for piece in self.pieces() {
            match piece {
                Piece::Text(text) => escape(text, out),
                Piece::Element(child) => {
                    out.push('<');
                    out.push_str(child.name());
                    if let Some(address) = child.attribute("href") {
                        out.push_str(" href=\"");
                        escape(address, out);
                        out.push('"');
                    }
                    out.push('>');
                    child.add_markup(out);
                    if !child.is("br") {
                        out.push_str("</");
                        out.push_str(child.name());
                        out.push('>');
                    }
                }
            }
        }
    }
}

/// Adds text as XML writes it; control characters, which it cannot hold, go.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests;
