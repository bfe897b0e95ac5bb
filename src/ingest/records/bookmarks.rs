//! Lists of saved links as pages: the bookmarks that browsers write, and the
//! list of Pocket. Each link is an article of which only title, address and the
//! day on which it was saved are known.

use super::draft::{Draft, Export};
use crate::ingest::html::saved_links;
use crate::ingest::mapping::Role;
use crate::ingest::typed::host;
use aho_corasick::AhoCorasick;
use std::sync::OnceLock;

/// Attributes with which a link says when it was saved.
const SIGNS: [&str; 2] = ["time_added=\"", "add_date=\""];

/// Links from which a page is such a list.
const LINKS: usize = 2;

/// Cheap signs without which no page is looked at.
pub(super) fn has_signs(page: &[u8]) -> bool {
    static SIGN: OnceLock<AhoCorasick> = OnceLock::new();
    let build = || AhoCorasick::builder().ascii_case_insensitive(true).build(SIGNS);
    SIGN.get_or_init(|| build().expect("the signs are few and short")).is_match(page)
}

/// The links of a page.
pub(super) fn split(page: &str) -> Option<Export> {
    let links = saved_links::of(page);
    if links.len() < LINKS {
        return None;
    }
    let mut export = Export::default();
    for link in links {
        let mut draft = Draft::default();
        draft.state(Role::Title, "bookmarks.title", &link.title);
        draft.state(Role::Url, "bookmarks.url", &link.address);
        draft.state(Role::Host, "bookmarks.url", host(&link.address).unwrap_or_default());
        draft.state(Role::Seen, "bookmarks.saved", &link.saved);
        link.note.lines().for_each(|line| draft.paragraph(line));
        export.drafts.extend(draft.is_readable().then_some(draft));
    }
    Some(export)
}
