//! [`Document`]: an immutable text with labelled lines and claims.

use crate::corpus::claim::Claim;
use crate::corpus::hour::Hour;
use crate::corpus::id::DocKey;
use crate::corpus::language::Language;
use crate::corpus::segment::sentences;
use crate::corpus::version::Version;
use crate::corpus::wire::{Standing, WireFact, WireTopic};
use crate::enumerated::enumerated;
use crate::notice::Notice;
use crate::text::Span;
use crate::text::segment::count_words;
use crate::words::Message;
use jiff::civil::Date;
use serde::Serialize;
use std::sync::Arc;

/// The way back to where a document was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Place {
    /// Path as given, sanitised for display; `-` for standard input.
    pub path: Arc<str>,
    /// Entry of an archive, record of a file that holds several documents
    /// (from 1), or both, such as `pages/a.html` or `12`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<Arc<str>>,
}

impl Place {
    /// A whole file.
    pub fn file(path: impl Into<Arc<str>>) -> Self {
        Self { path: path.into(), entry: None }
    }

    /// One record or entry of the same file.
    #[must_use]
    pub fn at(&self, entry: impl std::fmt::Display) -> Self {
        let entry = match &self.entry {
            Some(outer) => format!("{outer}#{entry}"),
            None => entry.to_string(),
        };
        Self { path: self.path.clone(), entry: Some(entry.into()) }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.path)?;
        match &self.entry {
            Some(e) => write!(f, "#{e}"),
            None => Ok(()),
        }
    }
}

enumerated! {
    /// What the bytes were before they were a text.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Default)]
    #[serde(rename_all = "lowercase")]
    pub enum SourceFormat {
        /// A text dump.
        #[default]
        Plain => "plain",
        /// Markdown.
        Markdown => "markdown",
        /// A web page.
        Html => "html",
        /// One JSON object or array.
        Json => "json",
        /// JSON Lines.
        JsonLines => "jsonlines",
        /// Comma- or tab-separated values.
        Csv => "csv",
        /// RSS or Atom.
        Feed => "feed",
        /// NewsML 1 or NewsML-G2.
        NewsMl => "newsml",
        /// NITF.
        Nitf => "nitf",
        /// ninjs.
        Ninjs => "ninjs",
        /// IPTC 7901.
        Iptc7901 => "iptc7901",
        /// OPML list.
        Opml => "opml",
        /// An e-mail or a mailbox.
        Mail => "mail",
        /// An EPUB book.
        Epub => "epub",
        /// A web archive.
        Warc => "warc",
        /// A list of references, such as RIS.
        References => "references",
        /// Rich text (RTF).
        Rtf => "rtf",
        /// A text or a table of an office (DOCX, ODT, XLSX, ODS).
        Office => "office",
        /// The text layer of a PDF.
        Pdf => "pdf",
        /// XML of no other kind.
        Xml => "xml",
    }
}

enumerated! {
    /// What a line is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "snake_case")]
    pub enum LineKind {
        /// Headline.
        Title => "title",
        /// Standfirst (chapô).
        Standfirst => "standfirst",
        /// Who wrote it.
        Byline => "byline",
        /// When it was published.
        Date => "date",
        /// How long reading takes.
        ReadingTime => "reading_time",
        /// Running text of the article.
        Body => "body",
        /// Heading inside the body.
        Subheading => "subheading",
        /// Words under a picture.
        Caption => "caption",
        /// Who made a picture.
        Credit => "credit",
        /// Links and teasers to other articles.
        Related => "related",
        /// Newsletter form.
        Newsletter => "newsletter",
        /// Subscription notice.
        Paywall => "paywall",
        /// A reader's comment or its heading.
        Comment => "comment",
        /// Menus, share bars, breadcrumbs.
        Nav => "nav",
        /// Advertising.
        Ad => "ad",
        /// Terms, privacy, cookies.
        Legal => "legal",
        /// Forms other than newsletters.
        Form => "form",
        /// A word of the site about the article.
        Notice => "notice",
        /// Script, style or what embeds something.
        Code => "code",
        /// What stands above it already: a text that is printed twice.
        Repeat => "repeat",
        /// White space only.
        Blank => "blank",
    }
}

impl LineKind {
    /// Body text: what is read, compared, counted and searched by default.
    pub fn is_body(self) -> bool {
        matches!(self, Self::Body | Self::Subheading)
    }

    /// Shown with the article but not part of its body.
    pub fn is_furniture(self) -> bool {
        matches!(
            self,
            Self::Title
                | Self::Standfirst
                | Self::Byline
                | Self::Date
                | Self::ReadingTime
                | Self::Caption
                | Self::Credit
        )
    }

    /// Taken out of the clean view.
    pub fn is_noise(self) -> bool {
        !self.is_body() && !self.is_furniture() && self != Self::Blank
    }
}

/// One line of a document. Lines partition the text: joined, they give it
/// back byte for byte.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The whole line with its line break.
    pub span: Span,
    /// What it is.
    pub kind: LineKind,
    /// The rule that said so, such as `newsletter.form`.
    pub rule: &'static str,
    /// The reason in words, when the rule's name does not say enough.
    pub reason: Option<Message>,
    /// The line of which this one is a repetition (index), shown folded.
    pub repeats: Option<usize>,
}

impl Line {
    /// The line without white space at its ends.
    pub fn content(&self, text: &str) -> Span {
        self.span.trim(text)
    }

    /// True when the clean view shows it as body.
    pub fn is_body(&self) -> bool {
        self.kind.is_body()
    }
}

/// A stretch inside a body line that is not part of the article, such as a
/// teaser glued between two sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// What is cut.
    pub span: Span,
    /// What it is.
    pub kind: LineKind,
    /// The rule that said so.
    pub rule: &'static str,
}

/// What is claimed about a document.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Meta {
    /// Headline.
    pub title: Claim<String>,
    /// Standfirst.
    pub standfirst: Claim<String>,
    /// Outlet that published it.
    pub source: Claim<String>,
    /// As the byline writes it, `L.L avec AFP`.
    pub author: Claim<String>,
    /// News agencies, nearest first: `AFP`, then whom AFP cites.
    pub agencies: Claim<Vec<String>>,
    /// First publication.
    pub published: Claim<Date>,
    /// The hour of that day, where it is stated.
    pub published_at: Hour,
    /// Last change.
    pub updated: Claim<Date>,
    /// The moment of that, in milliseconds since 1970, where it is stated with its hour and
    /// zone.
    pub updated_at: Option<i64>,
    /// A date in the page header: the day of the crawl, not the article's.
    pub page_date: Claim<Date>,
    /// When what is told happened.
    pub event_date: Claim<Date>,
    /// Language of the body.
    pub language: Claim<Language>,
    /// True when the body was cut off by a subscription notice.
    pub paywalled: Claim<bool>,
    /// Comments that the page says it has.
    pub comments_stated: Claim<u32>,
    /// Comments that stand in the dump.
    pub comments_present: u32,
    /// Reading time that the page states, in minutes.
    pub reading_minutes: Claim<u32>,
    /// Address.
    pub url: Claim<String>,
    /// What an agency says of it beside.
    pub wire: Vec<WireFact>,
    /// Whether the agency lets it be used, as this document says.
    pub standing: Standing,
    /// Which version of its article it is, where others are at hand.
    pub version: Option<Version>,
}

impl Meta {
    /// Whether it may be used, as the newest version says.
    pub fn stands(&self) -> Standing {
        if self.version.is_some_and(|v| v.withdrawn) { Standing::Withdrawn } else { self.standing }
    }
}

/// An article: an immutable text with labels over it.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Identity for ever.
    pub key: DocKey,
    /// Where it was read.
    pub place: Place,
    /// What the bytes were.
    pub format: SourceFormat,
    /// The decoded, sanitised text; every position is a span of it.
    pub text: Arc<str>,
    /// The text as it came, where what was read wrongly in it was mended; no
    /// position is one of it.
    pub original: Option<Arc<str>>,
    /// A partition of the text.
    pub lines: Vec<Line>,
    /// Stretches inside body lines that are not article text, in order.
    pub cuts: Vec<Cut>,
    /// What is claimed.
    pub meta: Meta,
    /// What went wrong on the way here.
    pub notices: Vec<Notice>,
}

/// Bytes of what the reader is shown that are read for names and facts: far more
/// than any report has, and no more than a moment's work.
pub const CLOSELY: usize = 1_200_000;

/// Words and signs of them that are read at most, of each of which some hundred
/// bytes are known meanwhile: more than a text of words has in so many bytes,
/// though not one of letters and signs.
pub const CLOSELY_WORDS: usize = 240_000;

/// Bytes of it that are compared with other texts, which is more work.
pub const COMPARED: usize = 500_000;

impl Document {
    /// Where the first bytes of what is shown of the text end, such as
    /// [`CLOSELY`] of them; the end of the text where it has no more.
    pub fn first(&self, bytes: usize) -> usize {
        let mut left = bytes;
        for l in self.lines.iter().filter(|l| l.kind.is_body() || l.kind.is_furniture()) {
            let content = l.content(&self.text);
            if content.len() > left {
                let end = (0..=content.start + left).rev().find(|&i| self.text.is_char_boundary(i));
                return end.unwrap_or(content.start);
            }
            left -= content.len();
        }
        self.text.len()
    }

    /// Body stretches in order: the content of body lines without the cuts.
    pub fn body(&self) -> impl Iterator<Item = Span> + '_ {
        self.lines.iter().filter(|l| l.is_body()).flat_map(|l| self.without_cuts(l.content(&self.text)))
    }

    /// Body and subheadings as text, one stretch a line, without the cuts.
    pub fn body_text(&self) -> String {
        self.body().map(|s| s.of(&self.text)).collect::<Vec<_>>().join("\n")
    }

    /// Body lines that hold text, numbered from 1; subheadings have no number,
    /// lines that repeat another are not read twice.
    pub fn paragraphs(&self) -> impl Iterator<Item = (Option<usize>, &Line)> {
        let mut last = 0;
        let read = self.lines.iter().filter(|l| l.is_body() && l.repeats.is_none());
        read.filter(|l| !self.without_cuts(l.content(&self.text)).is_empty()).map(move |l| {
            let paragraph = l.kind == LineKind::Body;
            last += usize::from(paragraph);
            (paragraph.then_some(last), l)
        })
    }

    /// `span` without the cuts inside it.
    pub fn without_cuts(&self, span: Span) -> Vec<Span> {
        let mut out = Vec::new();
        let mut at = span.start;
        let first = self.cuts.partition_point(|c| c.span.end <= span.start);
        for c in self.cuts[first..].iter().take_while(|c| c.span.start < span.end).filter(|c| c.span.touches(span)) {
            out.push(Span::new(at, c.span.start.max(at)));
            at = c.span.end.min(span.end);
        }
        out.push(Span::new(at, span.end));
        out.iter().map(|s| s.trim(&self.text)).filter(|s| !s.is_empty()).collect()
    }

    /// Lines of one kind, as content spans.
    pub fn of_kind(&self, kind: LineKind) -> impl Iterator<Item = Span> + '_ {
        self.lines.iter().filter(move |l| l.kind == kind).map(|l| l.content(&self.text))
    }

    /// Identity of what a reader reads: headline and body, whatever stands
    /// around them. Two fetches of a page that differ in a menu have one.
    pub fn content_key(&self) -> DocKey {
        let title = self.meta.title.value.as_deref().unwrap_or_default();
        let body = self.body().map(|s| s.of(&self.text));
        DocKey::of_text(&[title].into_iter().chain(body).collect::<Vec<_>>().join("\n"))
    }

    /// What an agency says of it, as written.
    pub fn stated(&self, topic: WireTopic) -> Option<&str> {
        self.meta.wire.iter().find(|f| f.topic == topic).map(|f| f.value.as_str())
    }

    /// Words of the body.
    pub fn body_words(&self) -> usize {
        self.body().map(|s| count_words(s.of(&self.text))).sum()
    }

    /// Share of all words that the body keeps, 0 to 1; 1 for an empty text.
    pub fn kept(&self) -> f64 {
        self.kept_in(self.body_words())
    }

    /// The same where the words of the body were counted.
    pub(super) fn kept_in(&self, body_words: usize) -> f64 {
        let all = count_words(&self.text);
        if all == 0 { 1.0 } else { body_words as f64 / all as f64 }
    }

    /// The sentence that holds a byte: of its stretch of the body, or of its
    /// line outside the body.
    pub fn sentence_at(&self, offset: usize) -> Option<Span> {
        let line = self.line_at(offset)?.content(&self.text);
        let stretches = self.without_cuts(line);
        let within = stretches.into_iter().find(|s| s.holds(offset)).unwrap_or(line);
        sentences(&self.text, within).into_iter().find(|s| s.holds(offset))
    }

    /// The line that holds a byte offset.
    pub fn line_at(&self, offset: usize) -> Option<&Line> {
        let i = self.lines.partition_point(|l| l.span.end <= offset);
        self.lines.get(i)
    }
}

#[cfg(test)]
impl Document {
    /// A document of which every line is body text.
    pub(crate) fn of_paragraphs(text: &str) -> Self {
        let mut lines = Vec::new();
        let mut at = 0;
        for l in text.split_inclusive('\n') {
            let kind = if l.trim().is_empty() { LineKind::Blank } else { LineKind::Body };
            lines.push(Line { span: Span::new(at, at + l.len()), kind, rule: "test", reason: None, repeats: None });
            at += l.len();
        }
        Self {
            key: DocKey::of_text(text),
            place: Place::default(),
            format: SourceFormat::Plain,
            text: text.into(),
            original: None,
            lines,
            cuts: Vec::new(),
            meta: Meta::default(),
            notices: Vec::new(),
        }
    }
}
