//! Links that a browser or a reading tool keeps with the moment at which each
//! was saved: `<a href="…" add_date="1712730720">` (Netscape's bookmark file,
//! which all browsers write) and `time_added` (Pocket).

use super::tag::Tag;
use super::tokens;
use html5gum::emitters::callback::CallbackEvent;

/// A link that somebody saved.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::ingest) struct SavedLink {
    pub(in crate::ingest) title: String,
    pub(in crate::ingest) address: String,
    /// When it was saved, as it is written.
    pub(in crate::ingest) saved: String,
    /// What stands below it: an excerpt or a note.
    pub(in crate::ingest) note: String,
}

/// Longest title and longest address.
const LONGEST: usize = 2048;

/// Longest note.
const NOTE: usize = 64 * 1024;

/// The links of a page that say when they were saved.
pub(in crate::ingest) fn of(page: &str) -> Vec<SavedLink> {
    let mut links = Vec::new();
    // The start tag being read, and the link whose title is read.
    let (mut tag, mut open): (Option<SavedLink>, Option<SavedLink>) = (None, None);
    let mut attribute = Vec::new();
    // Inside the note below the last link.
    let mut noted = false;
    tokens::each(page, |event| match event {
        CallbackEvent::OpenStartTag { name } => {
            noted = Tag::of(name) == Tag::Dd;
            tag = (Tag::of(name) == Tag::A).then(SavedLink::default);
        }
        CallbackEvent::AttributeName { name } => {
            attribute.clear();
            attribute.extend_from_slice(&name[..name.len().min(16)]);
        }
        CallbackEvent::AttributeValue { value } => {
            if let Some(link) = tag.as_mut().filter(|_| value.len() <= LONGEST) {
                let value = String::from_utf8_lossy(value).into_owned();
                match attribute.as_slice() {
                    b"href" => link.address = value,
                    b"time_added" | b"add_date" => link.saved = value,
                    _ => {}
                }
            }
        }
        CallbackEvent::CloseStartTag { .. } => {
            if let Some(link) = tag.take() {
                open = Some(link).filter(|l| !l.saved.is_empty() && l.address.starts_with("http"));
            }
        }
        CallbackEvent::String { value } => {
            if let Some(link) = open.as_mut().filter(|l| l.title.len() <= LONGEST) {
                link.title.push_str(&String::from_utf8_lossy(value));
            } else if let Some(link) = links.last_mut().filter(|l: &&mut SavedLink| noted && l.note.len() <= NOTE) {
                link.note.push_str(&String::from_utf8_lossy(value));
            }
        }
        CallbackEvent::EndTag { name } => {
            noted = false;
            if Tag::of(name) == Tag::A {
                links.extend(open.take());
            }
        }
        _ => {}
    });
    links
}
