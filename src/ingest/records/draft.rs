//! An article of an export before it is a document: its fields, its paragraphs
//! and the lines that are neither.

use super::labels::{ExportLabel, Part};
use crate::corpus::{LineKind, Place};
use crate::ingest::assemble::with_header;
use crate::ingest::desk_lines;
use crate::ingest::mapping::{FieldType, FieldUse, Role};
use crate::ingest::plain::{capped, cut_notice};
use crate::ingest::raw::{Fields, Hint, Item, Options, RawDocument, Sink};
use crate::ingest::stating::put;
use crate::ingest::typed;
use crate::notice::Notice;
use crate::text::Span;
use crate::text::sanitise::sanitise;
use crate::words::msg;
use std::ops::ControlFlow;

/// Fields of one article beyond which no more are claimed.
const VALUES: usize = 200;

/// Bytes of the beginning of a text that a teaser repeats.
const BEGUN: usize = 24;

/// An article of an export.
#[derive(Debug, Default)]
pub(in crate::ingest) struct Draft {
    /// What is claimed: role, rank, rule, value.
    claims: Vec<(Role, usize, &'static str, String)>,
    /// The hour of publication.
    time: String,
    /// Paragraphs with what they are.
    paragraphs: Vec<(LineKind, String)>,
    /// Fields and lines that are neither claim nor text, as they stand.
    rest: Vec<String>,
}

impl Draft {
    /// States one value.
    pub(in crate::ingest) fn state(&mut self, role: Role, rule: &'static str, value: &str) {
        self.state_ranked(role, 0, rule, value);
    }

    /// States one value; the rank orders several of one role.
    pub(in crate::ingest) fn state_ranked(&mut self, role: Role, rank: usize, rule: &'static str, value: &str) {
        // An address is no outlet, and a number no person.
        let form = match role {
            Role::Source => FieldType::Outlet,
            Role::Author => FieldType::People,
            Role::Seen => FieldType::Date,
            _ => FieldType::Text,
        };
        for (role, rank, value) in typed::read(FieldUse { role, rank, form }, value.trim().to_owned()) {
            if self.claims.len() < VALUES {
                self.claims.push((role, rank, rule, value));
            }
        }
    }

    /// Takes the value of a field for what its label says. Paragraphs of a text
    /// stand on lines of their own.
    pub(super) fn take(&mut self, label: ExportLabel, written: &str, value: &str) {
        match label.part {
            Part::Role(Role::Text) | Part::Body => value.lines().for_each(|l| self.paragraph(l)),
            Part::Caption => value.lines().for_each(|l| self.push(LineKind::Caption, l)),
            Part::Role(role) => self.state_ranked(role, label.rank, label.rule, value),
            Part::Time => value.trim().clone_into(&mut self.time),
            Part::Tail | Part::Other => self.leave(&format!("{written}{value}")),
        }
    }

    /// The hour of publication.
    pub(super) fn at(&mut self, time: &str) {
        time.trim().clone_into(&mut self.time);
    }

    /// Adds a paragraph of the text.
    pub(in crate::ingest) fn paragraph(&mut self, text: &str) {
        self.push(LineKind::Body, text);
    }

    /// Adds a paragraph that is something else than text.
    pub(super) fn push(&mut self, kind: LineKind, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.paragraphs.push((kind, text.to_owned()));
        }
    }

    /// Keeps a line below the article.
    pub(in crate::ingest) fn leave(&mut self, line: &str) {
        let line = line.trim();
        if !line.is_empty() {
            self.rest.push(line.replace('\n', " "));
        }
    }

    /// True when a value is stated for the role.
    pub(super) fn has(&self, role: Role) -> bool {
        self.claims.iter().any(|c| c.0 == role)
    }

    /// The first value stated for the role.
    pub(super) fn value(&self, role: Role) -> Option<&str> {
        self.claims.iter().find(|c| c.0 == role).map(|c| c.3.as_str())
    }

    /// True when there is something to read.
    pub(super) fn is_readable(&self) -> bool {
        self.has(Role::Title) || self.has_text()
    }

    /// True when it has a text.
    pub(super) fn has_text(&self) -> bool {
        self.paragraphs.iter().any(|p| p.0.is_body())
    }

    /// The article with its headline above it and what is neither below it.
    pub(super) fn document(mut self, place: Place, options: &Options) -> RawDocument {
        self.claims.sort_by_key(|c| (c.0, c.1));
        let mut fields = Fields::default();
        let hour = std::mem::take(&mut self.time);
        for (role, _, rule, value) in self.several_authors() {
            let value = if role == Role::Published && !hour.is_empty() && value.len() < 60 {
                format!("{value} {hour}")
            } else {
                value
            };
            put(&mut fields, role, &value, rule);
        }
        let texts = self.paragraphs.iter().filter(|p| p.0 == LineKind::Body).count();
        for (kind, text) in self.paragraphs.iter_mut().filter(|p| texts > 1 && p.0 == LineKind::Body) {
            *kind = desk_lines::anywhere(text).map_or(*kind, |(kind, _)| kind);
        }
        self.without_repeated_beginnings();
        desk_lines::sign(&mut self.paragraphs, |p| (p.0, &p.1), |p, kind, _| p.0 = kind);
        let mut body = RawDocument::default();
        let mut left = options.document_bytes;
        let (mut cut, mut replaced) = (false, 0);
        let rest = self.rest.into_iter().map(|l| (LineKind::Notice, l));
        for (kind, text) in self.paragraphs.into_iter().chain(rest) {
            cut |= text.len() > left;
            // A paragraph over the limit keeps its beginning.
            let text = String::from_utf8_lossy(capped(text.as_bytes(), left).0).into_owned();
            left -= text.len();
            if text.is_empty() {
                break;
            }
            let (text, controls) = sanitise(text);
            replaced += controls;
            if !body.text.is_empty() {
                body.text.push_str("\n\n");
            }
            let start = body.text.len();
            body.text.push_str(&text);
            let rule = if kind == LineKind::Notice { "record.field" } else { "record.text" };
            body.hints.push(Hint { span: Span::new(start, body.text.len()), kind, rule });
            if cut {
                break;
            }
        }
        let mut raw = with_header(fields, body, |role| match role {
            Role::Standfirst => "record.standfirst",
            _ => "record.title",
        });
        if replaced > 0 {
            raw.notices.push(Notice::info(place.to_string(), msg::ingest_controls(replaced)));
        }
        if cut {
            raw.notices.push(cut_notice(&place, options.document_bytes));
        }
        raw.place = place;
        raw
    }

    /// A paragraph that breaks off and repeats the beginning of another is a teaser of it.
    fn without_repeated_beginnings(&mut self) {
        let bodies = |p: &(LineKind, String)| p.0 == LineKind::Body;
        let begun = |text: &str| {
            let stem = text.strip_suffix('…').or_else(|| text.strip_suffix("..."))?;
            (stem.len() >= BEGUN).then(|| stem.trim_end().to_owned())
        };
        for i in 0..self.paragraphs.len() {
            let Some(stem) = Some(&self.paragraphs[i]).filter(|p| bodies(p)).and_then(|p| begun(&p.1)) else {
                continue;
            };
            let whole = |(j, p): (usize, &(LineKind, String))| j != i && bodies(p) && p.1.starts_with(&stem);
            if self.paragraphs.iter().enumerate().any(whole) {
                self.paragraphs[i].0 = LineKind::Notice;
            }
        }
    }

    /// The claims, with the authors of one rule in one value.
    fn several_authors(&mut self) -> Vec<(Role, usize, &'static str, String)> {
        let mut out: Vec<(Role, usize, &'static str, String)> = Vec::new();
        let names = |list: &(Role, usize, &'static str, String), name: &str| list.3.split(", ").any(|n| n == name);
        for claim in self.claims.drain(..) {
            match out.last_mut() {
                // The head of a text may name its author more than once.
                Some(last) if claim.0 == Role::Author && last.0 == claim.0 && names(last, &claim.3) => {}
                Some(last) if claim.0 == Role::Author && last.0 == Role::Author && last.2 == claim.2 => {
                    last.3.push_str(", ");
                    last.3.push_str(&claim.3);
                }
                _ => out.push(claim),
            }
        }
        out
    }
}

/// What an export holds.
#[derive(Debug, Default)]
pub(in crate::ingest) struct Export {
    /// Its articles, in their order.
    pub drafts: Vec<Draft>,
    /// Lines that stand in no article, such as the page with the request.
    pub outside: usize,
}

/// Hands over the articles of an export; the entry of each is its number.
pub(in crate::ingest) fn hand_over(
    place: &Place,
    export: Export,
    options: &Options,
    sink: &mut Sink<'_>,
) -> ControlFlow<()> {
    for (i, draft) in export.drafts.into_iter().enumerate() {
        sink(Item::Document(Box::new(draft.document(place.at(i + 1), options))))?;
    }
    if export.outside > 0 {
        sink(Item::Notice(Notice::info(place.to_string(), msg::ingest_outside(export.outside))))?;
    }
    ControlFlow::Continue(())
}
