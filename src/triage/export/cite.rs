//! A passage with what is needed to cite it.

use super::{Item, Record, What, paragraph_at};
use crate::text::Span;
use serde::Serialize;

/// A passage with what is needed to cite it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// The words.
    pub quote: String,
    /// Body paragraph, from 1.
    pub paragraph: Option<usize>,
    /// Headline or path.
    pub title: String,
    /// Outlet.
    pub source: Option<String>,
    /// Publication date.
    pub date: Option<String>,
    /// How the date came about, as one sign.
    pub date_mark: char,
    /// Address.
    pub url: Option<String>,
}

impl std::fmt::Display for Citation {
    /// `« … » — Source, “Title”, 2023-09-13~, ¶7`; the quotation marks are
    /// those of the language of the interface nowhere: French ones in a text
    /// that has them, English ones elsewhere.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let quoted = self.quote.starts_with('«') || self.quote.starts_with('"') || self.quote.starts_with('“');
        if quoted {
            f.write_str(&self.quote)?;
        } else {
            write!(f, "“{}”", self.quote)?;
        }
        f.write_str(" — ")?;
        if let Some(source) = &self.source {
            write!(f, "{source}, ")?;
        }
        write!(f, "“{}”", self.title)?;
        if let Some(date) = &self.date {
            write!(f, ", {date}{}", if self.date_mark == '=' { String::new() } else { self.date_mark.to_string() })?;
        }
        if let Some(p) = self.paragraph {
            write!(f, ", ¶{p}")?;
        }
        if let Some(url) = &self.url {
            write!(f, ", {url}")?;
        }
        Ok(())
    }
}

/// The citation of a passage; its words on one line.
pub fn cite(item: &Item<'_>, span: Span) -> Citation {
    let record = Record::of(item, What::Titles);
    let words = span.trim(&item.document.text).of(&item.document.text);
    Citation {
        quote: words.split_ascii_whitespace().collect::<Vec<_>>().join(" "),
        paragraph: paragraph_at(item.document, span.start),
        title: record.heading().to_owned(),
        source: record.source,
        date: record.date,
        date_mark: record.date_mark,
        url: record.url,
    }
}
