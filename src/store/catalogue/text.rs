//! [`Text`]: an article as it was read again, before it is cleaned.

use crate::clean;
use crate::corpus::{DocKey, Document};
use crate::ingest::RawDocument;
use crate::notice::Notice;
use crate::text::fold;
use crate::words::msg;
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

/// Cleans one document; one that makes the cleaner fail is left out with a
/// notice, and the rest goes on.
///
/// # Errors
/// That notice.
pub fn clean(raw: RawDocument) -> Result<Document, Notice> {
    let place = raw.place.to_string();
    catch_unwind(AssertUnwindSafe(|| clean::clean(raw)))
        .map_err(|_| Notice::error(place, msg::STORE_UNCLEANED).with_hint(msg::STORE_PLEASE_REPORT))
}
