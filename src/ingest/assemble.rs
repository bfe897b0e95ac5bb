//! A document made of named fields: the title, the standfirst and the text
//! become one text with hints, so that what a reader sees has positions.
//!
//! Knows roles; has never heard of JSON or CSV.

use super::alike::SAID;
use super::mapping::{FieldUse, Role};
use super::named_characters::{has_references, without_references};
use super::raw::{Field, Fields, Hint, Item, Options, RawDocument, Sink};
use super::stating::{put, put_host_of_address};
use super::{html, markdown, plain, typed};
use crate::corpus::{LineKind, Place};
use crate::notice::Notice;
use crate::text::Span;
use crate::text::address::is_called_like;
use crate::words::{Message, msg};
use std::ops::ControlFlow;

/// Values of one record, filled field by field.
#[derive(Default)]
pub(super) struct Record {
    values: Vec<(Role, usize, String)>,
}

impl Record {
    /// Adds one value; the rank orders several values of one role.
    pub(super) fn add(&mut self, role: Role, rank: usize, value: String) {
        if !value.trim().is_empty() {
            self.values.push((role, rank, value));
        }
    }

    /// Adds the value of a field, read as its form says.
    pub(super) fn state(&mut self, field: FieldUse, value: String) {
        for (role, rank, value) in typed::read(field, value) {
            self.add(role, rank, value);
        }
    }

    /// True when a role has a value.
    pub(super) fn has(&self, role: Role) -> bool {
        self.values.iter().any(|(r, ..)| *r == role)
    }

    /// True when there is something to read.
    pub(super) fn is_readable(&self) -> bool {
        self.values.iter().any(|(r, ..)| matches!(r, Role::Text | Role::Title | Role::Standfirst))
    }

    /// The document; `rules` names the format in the rules of its fields.
    pub(super) fn document(mut self, place: Place, rules: fn(Role) -> &'static str, options: &Options) -> RawDocument {
        self.take_text_of_summary();
        self.values.sort_by_key(|v| (v.0, v.1));
        let mut fields = Fields::default();
        for (role, _, value) in &self.values {
            put(&mut fields, *role, value, rules(*role));
        }
        // A list of several outlets puts each behind its headlines.
        if let Some(title) = fields.title.first_mut()
            && let Some(short) = fields.source.iter().find_map(|s| without_source(&title.value, &s.value))
        {
            title.value = short.to_owned();
        }
        put_host_of_address(&mut fields, rules(Role::Url));
        name_behind_title(&mut fields, rules);
        let (text, cut) = capped(self.article(), options.document_bytes);
        let body = match text {
            _ if is_html(text) => html::read(text),
            _ if markdown::has_signs(text.as_bytes()) => markdown::read(text.to_owned(), options),
            _ if has_references(text) => match without_references(text) {
                // Escaped once more than its list says.
                inner if is_html(&inner) => html::read(&inner),
                inner => plain::read(inner),
            },
            _ => plain::read(text.to_owned()),
        };
        let mut raw = with_header(fields, body, rules);
        if cut {
            raw.notices.push(plain::cut_notice(&place, options.document_bytes));
        }
        raw.notices.iter_mut().for_each(|n| n.place = place.to_string());
        raw.place = place;
        raw
    }
}

/// Signs between a headline and the outlet that a list of several puts behind it.
const JOINTS: [&str; 4] = [" - ", " – ", " — ", " | "];

/// The outlet behind a headline, where it is called like the host that is all that is known
/// of it.
fn name_behind_title(fields: &mut Fields, rules: fn(Role) -> &'static str) {
    let (Some(title), Some(host), true) = (fields.title.first_mut(), fields.host.first(), fields.source.is_empty())
    else {
        return;
    };
    let parted = JOINTS.iter().filter_map(|j| title.value.rsplit_once(j)).min_by_key(|(_, name)| name.len());
    let named = parted.filter(|(head, name)| !head.trim().is_empty() && is_called_like(&host.value, name));
    if let Some((head, name)) = named.map(|(head, name)| (head.trim().to_owned(), name.trim().to_owned())) {
        title.value = head;
        fields.source.push(Field { value: name, rule: rules(Role::Title) });
    }
}

impl Record {
    /// A summary of several paragraphs is the text, where nothing else is.
    fn take_text_of_summary(&mut self) {
        let long = |value: &(Role, usize, String)| value.0 == Role::Standfirst && value.2.matches("</p>").count() > 1;
        if !self.has(Role::Text)
            && let Some(summary) = self.values.iter_mut().find(|value| long(value))
        {
            summary.0 = Role::Text;
        }
    }

    /// The text of the article: others are teasers of it. Of texts about as
    /// long as the longest the strongest is taken.
    fn article(&self) -> &str {
        let texts = || self.values.iter().filter(|v| v.0 == Role::Text).map(|v| v.2.as_str());
        let longest = texts().map(str::len).max().unwrap_or(0);
        texts().find(|text| text.len() * 10 >= longest * 9).unwrap_or_default()
    }
}

/// `body` below its title and standfirst, unless it opens with them itself.
pub(super) fn with_header(fields: Fields, body: RawDocument, rules: fn(Role) -> &'static str) -> RawDocument {
    let mut raw = RawDocument { notices: body.notices, guessed: body.guessed, ..RawDocument::default() };
    let opening: Vec<String> =
        body.text.lines().map(str::trim).filter(|l| !l.is_empty()).take(8).map(folded_head).collect();
    let header =
        [(&fields.title, LineKind::Title, Role::Title), (&fields.standfirst, LineKind::Standfirst, Role::Standfirst)];
    for (values, kind, role) in header {
        let Some(value) = values.first().map(|f| f.value.as_str()) else { continue };
        // A description that the publisher cut off ends in dots.
        let known = folded_head(value);
        let known = known.trim_end_matches(['.', '…', ' ', ']', '[']);
        let stands = |line: &String| match kind {
            LineKind::Title => line.trim_end_matches('.') == known,
            _ => line.contains(known),
        };
        if known.is_empty() || opening.iter().any(stands) {
            continue;
        }
        let start = raw.text.len();
        raw.text.push_str(value);
        raw.hints.push(Hint { span: Span::new(start, raw.text.len()), kind, rule: rules(role) });
        raw.text.push_str("\n\n");
    }
    let offset = raw.text.len();
    raw.text.push_str(&body.text);
    raw.hints.extend(body.hints.into_iter().map(|h| Hint { span: h.span.shift(offset), ..h }));
    raw.fields = fields;
    raw.fields.fill_from(body.fields);
    raw
}

/// The title without the outlet behind its last dash, when it is just that.
fn without_source<'t>(title: &'t str, source: &str) -> Option<&'t str> {
    let (head, tail) =
        [" - ", " – ", " — ", " | "].iter().filter_map(|d| title.rsplit_once(d)).max_by_key(|(h, _)| h.len())?;
    let same = crate::text::fold(tail.trim()) == crate::text::fold(source.trim());
    (same && !head.trim().is_empty()).then(|| head.trim_end())
}

/// The folded beginning of a line, as long as a headline or a standfirst.
fn folded_head(line: &str) -> String {
    let head: String = line.chars().take(600).collect();
    crate::text::fold(&head).trim().to_owned()
}

/// True for a value that is HTML rather than text.
pub(super) fn is_html(text: &str) -> bool {
    let head = text.as_bytes();
    let head = &head[..head.len().min(4096)];
    [
        "<p>", "<p ", "<br", "<div", "</p>", "<html", "<h1", "<h2", "<ul>", "<article", "<a href", "<span", "<img",
        "<figure", "<strong>", "<b>", "<em>", "<i>",
    ]
    .iter()
    .any(|t| memchr::memmem::find(head, t.as_bytes()).is_some())
}

fn capped(text: &str, limit: usize) -> (&str, bool) {
    if text.len() <= limit {
        return (text, false);
    }
    let mut end = limit;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    (&text[..end], true)
}

/// The notice for a record without anything to read.
pub(super) fn nothing_readable(place: &Place) -> Notice {
    Notice::error(place.to_string(), msg::INGEST_NO_FIELD).with_hint(msg::INGEST_NAME_FIELDS)
}

/// Says bad records, the first few one by one.
pub(super) struct Complaints {
    place: Place,
    /// How the rest is said.
    rest: fn(usize) -> Message,
    count: usize,
}

impl Complaints {
    pub(super) fn new(place: &Place, rest: fn(usize) -> Message) -> Self {
        Self { place: place.clone(), rest, count: 0 }
    }

    pub(super) fn say(&mut self, notice: Notice, sink: &mut Sink<'_>) -> ControlFlow<()> {
        self.count += 1;
        if self.count <= SAID { sink(Item::Notice(notice)) } else { ControlFlow::Continue(()) }
    }

    pub(super) fn finish(self, sink: &mut Sink<'_>) -> ControlFlow<()> {
        if self.count <= SAID {
            return ControlFlow::Continue(());
        }
        let more = self.count - SAID;
        sink(Item::Notice(Notice::error(self.place.to_string(), (self.rest)(more))))
    }
}
