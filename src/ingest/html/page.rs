//! What a page is made of: elements, blocks of text, and what it states of
//! itself.

use super::class::Signs;
use super::tag::Tag;

/// An element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) tag: Tag,
    /// Index of the element around it; the root is its own.
    pub(super) parent: u32,
    /// What its attributes say.
    pub(super) own: Signs,
    /// What its attributes and those around it say.
    pub(super) all: Signs,
    /// Tags around it and its own, as bits of [`around`].
    pub(super) around: u32,
    pub(super) depth: u16,
}

/// Bits of [`Node::around`].
pub(super) mod around {
    pub(crate) const ARTICLE: u32 = 1;
    pub(crate) const MAIN: u32 = 1 << 1;
    pub(crate) const NAV: u32 = 1 << 2;
    pub(crate) const ASIDE: u32 = 1 << 3;
    pub(crate) const HEADER: u32 = 1 << 4;
    pub(crate) const FOOTER: u32 = 1 << 5;
    pub(crate) const FORM: u32 = 1 << 6;
    pub(crate) const FIGURE: u32 = 1 << 7;
    pub(crate) const FIGCAPTION: u32 = 1 << 8;
    pub(crate) const LI: u32 = 1 << 9;
    pub(crate) const TABLE: u32 = 1 << 10;
    pub(crate) const QUOTE: u32 = 1 << 11;
    pub(crate) const HEADING: u32 = 1 << 12;
    pub(crate) const BUTTON: u32 = 1 << 13;
    pub(crate) const HOME: u32 = 1 << 14;
    pub(crate) const BODY_PROP: u32 = 1 << 15;
    pub(crate) const HIDDEN: u32 = 1 << 16;
    pub(crate) const TIME: u32 = 1 << 19;
    pub(crate) const AUTHOR: u32 = 1 << 20;
    pub(crate) const HEADLINE: u32 = 1 << 21;
    pub(crate) const ADDRESS: u32 = 1 << 22;
}

/// The bit that a tag gives to what stands in it.
pub(super) fn tag_around(tag: Tag) -> u32 {
    match tag {
        Tag::Article => around::ARTICLE,
        Tag::Main => around::MAIN,
        Tag::Nav | Tag::Menu => around::NAV,
        Tag::Aside => around::ASIDE,
        Tag::Header => around::HEADER,
        Tag::Footer => around::FOOTER,
        Tag::Form | Tag::Fieldset => around::FORM,
        Tag::Figure => around::FIGURE,
        Tag::Figcaption => around::FIGCAPTION,
        Tag::Li | Tag::Dd | Tag::Dt => around::LI,
        Tag::Table => around::TABLE,
        Tag::Blockquote | Tag::Q => around::QUOTE,
        Tag::Button => around::BUTTON,
        Tag::Time => around::TIME,
        Tag::Address => around::ADDRESS,
        t if t.is_heading() => around::HEADING,
        _ => 0,
    }
}

/// A stretch of text without a block boundary inside.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    /// White space collapsed.
    pub(super) text: String,
    /// The element it stands in: the deepest block or unknown element.
    pub(super) node: u32,
    /// Bytes of its text inside links.
    pub(super) link: u32,
    /// Bytes of its text in bold.
    pub(super) bold: u32,
    /// True when it follows a line break inside the same element.
    pub(super) continues: bool,
    /// What inline elements around its whole text say.
    pub(super) around: u32,
    /// Signs of the inline elements around its first words.
    pub(super) inline: Signs,
}

/// A `meta` or `link` element, or a script of structured data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stated {
    /// `<meta name|property|itemprop=… content=…>`.
    Meta {
        /// Lower-case name.
        name: String,
        content: String,
    },
    /// `<link rel=canonical href=…>`.
    Canonical(String),
    /// The content of a JSON-LD script.
    Linked(String),
    /// `<html lang=…>`.
    Language(String),
    /// `<title>`.
    Title(String),
    /// The address that a program noted which saved the page.
    SavedFrom(String),
    /// When it did.
    SavedAt(String),
    /// `<time datetime=…>` or an `itemprop` date.
    Time {
        value: String,
        /// `datePublished`, `dateModified`, [`CALLED`] or empty.
        property: String,
        /// How many blocks stand before it.
        block: usize,
        /// True in a part of the page that holds no article, and in comments
        /// and teasers.
        apart: bool,
    },
    /// The text of an element that names an author.
    Author {
        value: String,
        sign: AuthorSign,
        /// As in [`Stated::Time`].
        block: usize,
        apart: bool,
    },
}

/// How an element says that it names an author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AuthorSign {
    /// By `rel=author` or `itemprop=author`.
    Stated,
    /// By a link to the page of one.
    Linked,
    /// By its class, or in an attribute of its own.
    Class,
}

/// A page.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) nodes: Vec<Node>,
    pub(super) blocks: Vec<Block>,
    pub(super) stated: Vec<Stated>,
    /// Different days of publication in scripts that are no structured data;
    /// two at most, for then none is the article's for sure.
    pub(super) scripted: Vec<String>,
    /// True when elements were nested deeper than told apart.
    pub(super) too_deep: bool,
    /// Blocks that were read as part of the one before: there were too many.
    pub(super) joined: usize,
}

impl Page {
    /// A node and those around it, from the inside out.
    pub(super) fn above(&self, node: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(node), |&x| Some(self.nodes[x].parent as usize).filter(|_| x > 0))
    }
}

/// What an element calls the day of publication.
pub(super) const PUBLISHED: &str = "datePublished";

/// What stands for the property of an element that is called a date by its
/// class alone.
pub(super) const CALLED: &str = "class";

/// What an element calls the day of the last change.
pub(super) const CHANGED: &str = "dateModified";

/// The property that RDFa in one of its vocabularies gives a day:
/// `schema:datePublished`, `dc:date`, `dcterms:modified`.
pub(super) fn dated(term: &[u8]) -> Option<&'static str> {
    let name = term.rsplit(|b| *b == b':').next().unwrap_or(term);
    match name {
        b"datePublished" | b"dateCreated" | b"date" | b"created" | b"issued" => Some(PUBLISHED),
        b"dateModified" | b"modified" => Some(CHANGED),
        _ => None,
    }
}

/// True for a value that begins with a day in digits, as what microformats
/// write: `<abbr class="published" title="2024-05-31T…">`.
pub(super) fn is_day(value: &[u8]) -> bool {
    value.len() >= 10
        && value[..10].iter().enumerate().all(|(i, b)| if matches!(i, 4 | 7) { *b == b'-' } else { b.is_ascii_digit() })
}

/// True for seconds or milliseconds since 1970 that make a day of this century.
pub(super) fn is_count(value: &[u8]) -> bool {
    matches!(value.len(), 10 | 13) && value[0] == b'1' && value.iter().all(u8::is_ascii_digit)
}
