//! [`Text`]: an article as it was read again, before it is cleaned.

use crate::clean;
use crate::corpus::{DocKey, Document, Place};
use crate::ingest::RawDocument;
use crate::notice::Notice;
use crate::text::fold;
use crate::words::{Message, msg};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// A text as it was read, not cleaned yet.
#[derive(Debug)]
pub enum Text {
    /// Read just now.
    Raw(Box<RawDocument>),
    /// Held: it cannot be read again, or was cleaned by itself just now.
    Held(Arc<Document>),
}

impl Text {
    /// All that words can be looked for in, folded: the text, which cleaning
    /// does not change, and the headlines that the format states.
    pub fn folded(&self) -> String {
        let (text, titles): (&str, Vec<&str>) = match self {
            Self::Raw(raw) => (&raw.text, raw.fields.title.iter().map(|f| f.value.as_str()).collect()),
            Self::Held(d) => (&d.text, d.meta.title.value.as_deref().into_iter().collect()),
        };
        let mut folded = fold(text);
        for title in titles {
            folded.push('\n');
            folded.push_str(&fold(title));
        }
        folded
    }

    /// Which text it is.
    pub fn key(&self) -> DocKey {
        match self {
            Self::Raw(raw) => DocKey::of_text(&raw.text),
            Self::Held(d) => d.key,
        }
    }

    /// The cleaned document, before the second pass.
    ///
    /// # Errors
    /// The notice that it made the cleaner fail.
    pub fn clean(self) -> Result<Arc<Document>, Notice> {
        match self {
            Self::Held(d) => Ok(d),
            Self::Raw(raw) => clean(*raw).map(Arc::new),
        }
    }
}

/// Does work on one document; where it makes the work fail, `failed` is said of it,
/// and the rest goes on.
///
/// # Errors
/// That notice.
pub fn attempt<T>(place: &Place, failed: impl Into<Message>, work: impl FnOnce() -> T) -> Result<T, Notice> {
    let said = |_| Notice::error(place.to_string(), failed).with_hint(msg::STORE_PLEASE_REPORT);
    catch_unwind(AssertUnwindSafe(work)).map_err(said)
}

/// Cleans one document; one that makes the cleaner fail is left out with a
/// notice, and the rest goes on.
///
/// # Errors
/// That notice.
pub fn clean(raw: RawDocument) -> Result<Document, Notice> {
    let place = raw.place.clone();
    attempt(&place, msg::STORE_UNCLEANED, || clean::clean(raw))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_that_fails_on_a_document_says_on_which_and_what_is_missing() {
        let place = Place::file("a.txt");
        assert_eq!(attempt(&place, msg::STORE_UNCLEANED, || 3), Ok(3));
        let failed = attempt(&place, msg::STORE_UNCLEANED, || assert_eq!(1, 2, "a fault on purpose"));
        let notice = failed.expect_err("the work fails");
        assert_eq!((notice.place.as_str(), notice.sentence), ("a.txt", msg::STORE_UNCLEANED.into()));
        assert!(notice.hint.is_some());
    }
}
