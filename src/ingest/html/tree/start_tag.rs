//! A start tag while it is read: what its attributes say.

use crate::ingest::html::class::{KnownSigns, Signs};
use crate::ingest::html::page::{AuthorSign, PUBLISHED, Stated, around, dated, is_count, is_day, tag_around};
use crate::ingest::html::tag::Tag;

/// Words that part the address of the page of somebody who writes, behind what
/// they have in common.
const PAGES_OF_AUTHORS: [&[u8]; 6] = [b"hor/", b"hors/", b"or/", b"oren/", b"eur/", b"eurs/"];

/// True for an address of the page of somebody who writes.
fn leads_to_author(address: &[u8]) -> bool {
    memchr::memchr_iter(b'/', address).any(|at| {
        let behind = address[at..].strip_prefix(b"/aut");
        behind.is_some_and(|behind| PAGES_OF_AUTHORS.iter().any(|rest| behind.starts_with(rest)))
    })
}

/// True for a class of an element that holds a name alone, such as `fn` of hCard.
fn calls_name(class: &[u8]) -> bool {
    class.len() < 200
        && class
            .split(u8::is_ascii_whitespace)
            .any(|word| matches!(word, b"fn" | b"name") || [b"-name", b"_name"].iter().any(|end| word.ends_with(*end)))
}

/// True for an address of the first page of a site.
fn leads_home(address: &[u8]) -> bool {
    let address = address.trim_ascii();
    let path = ["https:", "http:"].iter().find_map(|s| address.strip_prefix(s.as_bytes())).unwrap_or(address);
    match path.strip_prefix(b"//") {
        Some(host) => !host.is_empty() && host.iter().position(|b| *b == b'/').is_none_or(|at| at + 1 == host.len()),
        None => address == b"/",
    }
}

/// True for a short value that can be a day in words: `Sun, 18 Oct 2020 17:30`.
fn has_day(value: &[u8]) -> bool {
    value.len() <= 64 && (5..=20).contains(&value.iter().filter(|b| b.is_ascii_digit()).count())
}

/// True for an attribute that states a moment of the element.
fn states_moment(name: &[u8], value: &[u8]) -> bool {
    match name {
        b"datetime" | b"data-datetime" | b"data-published" | b"data-pubdate" | b"data-publish-date" => true,
        b"data-timestamp" | b"data-time" | b"data-date" | b"data-utime" | b"data-epoch" => {
            is_day(value) || is_count(value)
        }
        // Makers of pages join words as they please: `data-published-at-date`.
        _ => {
            name.starts_with(b"data-")
                && memchr::memmem::find(name, b"publish").is_some()
                && (has_day(value) || is_count(value))
        }
    }
}

/// Longest attribute value that is kept.
const VALUE: usize = 8 * 1024;

fn owned(value: &[u8]) -> String {
    String::from_utf8_lossy(&value[..value.len().min(VALUE)]).into_owned()
}

/// A start tag: its element, and what its attributes say.
pub(super) struct StartTag {
    pub(super) tag: Tag,
    pub(super) own: Signs,
    pub(super) around: u32,
    pub(super) href: Option<String>,
    pub(super) name: String,
    pub(super) content: String,
    pub(super) rel: String,
    pub(super) kind: String,
    pub(super) datetime: String,
    pub(super) property: String,
    pub(super) title: String,
    /// How it says that it names an author.
    pub(super) author: Option<AuthorSign>,
    /// The author that it names in an attribute.
    pub(super) written_by: String,
    /// It calls itself a name.
    pub(super) named: bool,
}

impl StartTag {
    pub(super) fn new(tag: Tag) -> Self {
        Self {
            tag,
            own: Signs::default(),
            around: tag_around(tag),
            href: None,
            name: String::new(),
            content: String::new(),
            rel: String::new(),
            kind: String::new(),
            datetime: String::new(),
            property: String::new(),
            title: String::new(),
            author: None,
            written_by: String::new(),
            named: false,
        }
    }

    /// Takes the address to which a link leads.
    fn leads(&mut self, address: &[u8]) {
        if leads_home(address) {
            self.around |= around::HOME;
        }
        if self.author.is_none() && leads_to_author(address) {
            self.author = Some(AuthorSign::Linked);
        }
    }

    /// Takes an attribute; gives what the page states of itself by it.
    pub(super) fn take(&mut self, name: &[u8], value: &[u8], signs: &mut KnownSigns) -> Option<Stated> {
        let t = self;
        match name {
            b"class" | b"id" => {
                t.own = t.own.and(signs.of(value));
                t.named |= calls_name(value);
            }
            b"role" => match value {
                b"navigation" | b"menu" | b"menubar" | b"search" => t.around |= around::NAV,
                b"main" => t.around |= around::MAIN,
                b"article" => t.around |= around::ARTICLE,
                b"complementary" => t.around |= around::ASIDE,
                b"contentinfo" => t.around |= around::FOOTER,
                b"banner" => t.around |= around::HEADER,
                b"dialog" | b"alertdialog" => t.own = t.own.and(Signs::SIDE),
                _ => {}
            },
            // Pages of AMP say what is shown to those without a subscription.
            b"subscriptions-section" if value == b"content-not-granted" => t.own = t.own.and(Signs::PAYWALL),
            b"aria-hidden" if value == b"true" => t.own = t.own.and(Signs::HIDDEN),
            b"style" => {
                let compact: Vec<u8> =
                    value.iter().take(400).filter(|b| !b.is_ascii_whitespace()).map(u8::to_ascii_lowercase).collect();
                if memchr::memmem::find(&compact, b"display:none").is_some()
                    || memchr::memmem::find(&compact, b"visibility:hidden").is_some()
                {
                    t.own = t.own.and(Signs::HIDDEN);
                    t.around |= around::HIDDEN;
                }
            }
            b"href" if t.tag == Tag::Link => t.href = Some(owned(value)),
            b"href" if t.tag == Tag::A => t.leads(value),
            b"content" => t.content = owned(value),
            b"name" | b"property" if t.tag == Tag::Meta => {
                t.name = owned(value).to_lowercase();
            }
            b"property" if t.property.is_empty() => {
                t.property = value.split(|b| *b == b' ').find_map(dated).unwrap_or_default().to_owned();
            }
            b"pubdate" if t.property.is_empty() => t.property = PUBLISHED.to_owned(),
            b"title" if is_day(value) || has_day(value) => t.title = owned(value),
            b"itemprop" => {
                t.property = owned(value.split(u8::is_ascii_whitespace).next().unwrap_or(value));
                if t.tag == Tag::Meta && t.name.is_empty() {
                    t.name = t.property.to_lowercase();
                }
                match value {
                    b"articleBody" => t.around |= around::BODY_PROP,
                    b"author" => {
                        t.around |= around::AUTHOR;
                        t.author = Some(AuthorSign::Stated);
                    }
                    b"headline" => t.around |= around::HEADLINE,
                    b"name" => t.named = true,
                    _ => {}
                }
            }
            b"http-equiv" if t.name.is_empty() => t.name = format!("http-equiv:{}", owned(value).to_lowercase()),
            b"rel" if matches!(t.tag, Tag::A | Tag::Link) => {
                t.rel = owned(value).to_lowercase();
                if t.tag == Tag::A && t.rel.split_whitespace().any(|r| r == "author") {
                    t.around |= around::AUTHOR;
                    t.author = Some(AuthorSign::Stated);
                }
            }
            b"type" if t.tag == Tag::Script => t.kind = owned(value).to_lowercase(),
            _ if t.datetime.is_empty() && states_moment(name, value) => t.datetime = owned(value),
            b"data-author" | b"data-authors" | b"data-author-name" => t.written_by = owned(value),
            b"lang" if t.tag == Tag::Html => return Some(Stated::Language(owned(value))),
            _ => {}
        }
        None
    }
}
