//! What is printed of an article, whatever the format.

use crate::corpus::{Card, Document, Mark, Standing, Version, WireTopic};
use crate::triage::change::ClaimField;
use crate::triage::note::{Anchor, Found, Note};
use crate::triage::status::Status;
use serde::Serialize;
use std::borrow::Cow;

/// What is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    /// Whole articles: claims, text, notes.
    Articles,
    /// Titles and links.
    Titles,
    /// Notes with the passages they are about.
    Notes,
    /// Passages with what is needed to cite them.
    Citations,
}

impl Contents {
    /// Reads its name.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "articles" => Self::Articles,
            "titles" => Self::Titles,
            "notes" => Self::Notes,
            "citations" => Self::Citations,
            _ => return None,
        })
    }
}

/// An article to export with what was said of it.
#[derive(Clone, Copy)]
pub struct Item<'a> {
    /// The article.
    pub document: &'a Document,
    /// Verdict, tags, notes, corrections.
    pub status: &'a Status,
}

/// A passage with its paragraph, from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// The words.
    pub quote: String,
    /// The paragraph; `None` outside the body or when the place is lost.
    pub paragraph: Option<usize>,
    /// True when the words are no longer there.
    pub orphan: bool,
}

/// A stretch of the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Paragraph {
    /// Its number, from 1; `None` for a subheading.
    pub number: Option<usize>,
    /// Its words.
    pub text: String,
}

/// A note with its passages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoteRecord {
    /// The text.
    pub text: String,
    /// Who wrote it.
    pub by: String,
    /// When, in milliseconds.
    pub at: i64,
    /// What it is about.
    pub passages: Vec<Passage>,
}

/// All that may be printed of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Record {
    /// The article's identity.
    pub key: String,
    /// Headline.
    pub title: Option<String>,
    /// The words that an article without a headline begins with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opening: Option<String>,
    /// What the agency that sent it says against its use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// Until when it is not to be published, as its agency writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub embargo: Option<String>,
    /// Which version of its article it is, where others are at hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<Version>,
    /// Outlet.
    pub source: Option<String>,
    /// Author as written.
    pub author: Option<String>,
    /// News agencies.
    pub agencies: Vec<String>,
    /// Publication date, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// How the date came about: `=` written, `~` inferred, `!` corrected,
    /// `?` unknown.
    pub date_mark: char,
    /// Language code.
    pub language: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Where it was read.
    pub path: String,
    /// The verdict.
    pub state: String,
    /// True when it was read.
    pub read: bool,
    /// Tags.
    pub tags: Vec<String>,
    /// Words of the body.
    pub words: usize,
    /// Body paragraphs, for articles.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Paragraph>,
    /// Notes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<NoteRecord>,
    /// Passages to cite.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<Citation>,
}

impl Record {
    /// The address as it can stand in a link: of the web, percent-encoded;
    /// `None` where it is none, such as one that runs something.
    pub(super) fn link(&self) -> Option<String> {
        crate::text::address::web(self.url.as_deref()?)
    }

    /// The record of an article; `what` decides how much of it.
    pub fn of(item: &Item<'_>, what: Contents) -> Self {
        let Item { document, status } = item;
        let meta = &document.meta;
        let corrected = |field: ClaimField| status.claims.get(&field).cloned();
        let date = corrected(ClaimField::Published);
        let agencies = corrected(ClaimField::Agencies)
            .map(|a| a.split(',').map(|s| s.trim().to_owned()).collect())
            .or_else(|| meta.agencies.value.clone());
        let mark = if date.is_some() { Mark::Corrected } else { meta.published.mark };
        let mut record = Self {
            key: document.key.to_string(),
            title: corrected(ClaimField::Title).or_else(|| meta.title.value.clone()),
            standing: Some(meta.stands()).filter(|s| *s != Standing::Usable),
            version: meta.version,
            embargo: document.stated(WireTopic::Embargo).map(str::to_owned),
            source: corrected(ClaimField::Source).or_else(|| meta.source.value.clone()),
            author: corrected(ClaimField::Author).or_else(|| meta.author.value.clone()),
            agencies: agencies.unwrap_or_default(),
            date: date.or_else(|| meta.published.value.map(|d| d.to_string())),
            date_mark: mark.sign(),
            language: corrected(ClaimField::Language).or_else(|| meta.language.value.map(|l| l.name().to_owned())),
            url: corrected(ClaimField::Url).or_else(|| meta.url.value.clone()),
            path: document.place.to_string(),
            state: status.state.name().to_owned(),
            read: status.read,
            tags: status.tags.iter().cloned().collect(),
            words: document.body_words(),
            ..Self::default()
        };
        if record.title.is_none() {
            record.opening = Some(Card::of(document).title);
        }
        if what == Contents::Articles {
            record.paragraphs = paragraphs(document);
        }
        if matches!(what, Contents::Articles | Contents::Notes) {
            record.notes = status.notes.iter().map(|n| note_record(n, document)).collect();
        }
        record
    }

    /// Notes on something that is no article: a story or a comparison.
    pub fn of_notes(key: String, title: String, notes: Vec<NoteRecord>) -> Self {
        Self { key, title: Some(title), date_mark: Mark::Unknown.sign(), notes, ..Self::default() }
    }

    /// The headline, or what stands for it: the words that it begins with.
    pub fn heading(&self) -> &str {
        self.title.as_deref().or(self.opening.as_deref()).unwrap_or(&self.path)
    }

    /// The headline as a bibliography has it: what is not the text's own stands in brackets.
    pub(super) fn cited_title(&self) -> Cow<'_, str> {
        match &self.title {
            Some(title) => title.into(),
            None => format!("[{}]", self.heading()).into(),
        }
    }

    /// The place at which an article of no known outlet was read, by which it is
    /// told from others.
    pub(super) fn place_apart(&self) -> Option<&str> {
        (self.source.is_none() && self.path != self.heading()).then_some(&*self.path)
    }

    /// Outlet, day and headline in one line.
    pub(super) fn named(&self) -> String {
        let credit = self.credit();
        let told = [Some(&*credit).filter(|c| !c.is_empty()), Some(self.heading()), self.place_apart()];
        told.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Where it was read and its identity, by which one without an address is found
    /// again; `None` for what is no article.
    pub(super) fn found_at(&self) -> Option<String> {
        (!self.path.is_empty()).then(|| format!("{} · {}", self.path, self.key))
    }

    /// What stands against its use, source and marked date: `withdrawn, Le Point,
    /// 2023-09-13~`.
    pub fn credit(&self) -> String {
        let date = self.date.as_ref().map(|d| format!("{d}{}", if self.date_mark == '=' { "" } else { "~" }));
        let against = self.standing.map(|standing| standing.name().to_owned());
        let embargo = self.embargo.as_ref().map(|until| format!("embargo {until}"));
        let known = [against, embargo, self.source.clone(), date].into_iter().flatten();
        known.collect::<Vec<_>>().join(", ")
    }
}

/// The body as it is read: paragraphs with their numbers, subheadings
/// without; cuts are left out.
pub fn paragraphs(document: &Document) -> Vec<Paragraph> {
    document
        .paragraphs()
        .map(|(number, line)| {
            let stretches = document.without_cuts(line.content(&document.text));
            let text = stretches.iter().map(|s| s.of(&document.text)).collect::<Vec<_>>().join(" ");
            Paragraph { number, text }
        })
        .collect()
}

/// The number of the body paragraph that holds a byte, from 1.
pub fn paragraph_at(document: &Document, byte: usize) -> Option<usize> {
    document.paragraphs().find(|(_, line)| line.span.holds(byte)).and_then(|(number, _)| number)
}

/// A passage of a document as an anchor remembers it.
pub fn passage(anchor: &Anchor, document: &Document) -> Passage {
    let found = if anchor.document == document.key { anchor.find(&document.text) } else { Found::Orphan };
    match found {
        Found::At(span) => {
            let paragraph = paragraph_at(document, span.start);
            Passage { quote: anchor.quote.clone(), paragraph, orphan: false }
        }
        // The other side of a difference stands in another article.
        Found::Orphan => {
            Passage { quote: anchor.quote.clone(), paragraph: None, orphan: anchor.document == document.key }
        }
    }
}

/// A note whose passages may stand in several documents.
pub fn note_across(note: &Note, documents: &[&Document]) -> NoteRecord {
    let one = |a: &Anchor| match documents.iter().find(|d| d.key == a.document) {
        Some(d) => passage(a, d),
        None => Passage { quote: a.quote.clone(), paragraph: None, orphan: false },
    };
    let passages = note.anchors.iter().map(one).collect();
    NoteRecord { text: note.text.clone(), by: note.by.to_string(), at: note.at, passages }
}

fn note_record(note: &Note, document: &Document) -> NoteRecord {
    let passages = note.anchors.iter().map(|a| passage(a, document)).collect();
    NoteRecord { text: note.text.clone(), by: note.by.to_string(), at: note.at, passages }
}

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
    /// The marks around words that are quoted, before and behind.
    #[serde(skip)]
    pub marks: (&'static str, &'static str),
}

impl std::fmt::Display for Citation {
    /// `« … » — Source, « Title », 2023-09-13~, ¶7`; the quotation marks are those of
    /// the language of the text, never of the interface.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let quoted = self.quote.starts_with('«') || self.quote.starts_with('"') || self.quote.starts_with('“');
        let (open, close) = self.marks;
        if quoted {
            f.write_str(&self.quote)?;
        } else {
            write!(f, "{open}{}{close}", self.quote)?;
        }
        f.write_str(" — ")?;
        if let Some(source) = &self.source {
            write!(f, "{source}, ")?;
        }
        write!(f, "{open}{}{close}", self.title)?;
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
