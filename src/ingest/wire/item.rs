//! An item of an agency, as every format of the wire gives it, and its document.

use crate::corpus::date::parse_machine;
use crate::corpus::{LineKind, Place, Standing, WireFact, WireTopic};
use crate::ingest::assemble::with_header;
use crate::ingest::mapping::Role;
use crate::ingest::plain;
use crate::ingest::raw::{Field, Fields, Hint, Options, RawDocument};
use crate::ingest::stating::put;
use crate::ingest::tidy::tidy;
use crate::ingest::typed;
use crate::ingest::xml::Element;
use crate::notice::Notice;
use crate::text::Span;
use crate::text::sanitise::sanitise;
use crate::words::msg;

/// Days of the longest embargo that is taken for the day of publication.
const EMBARGO: i32 = 31;

/// Facts of one item.
const FACTS: usize = 64;

/// An item of an agency.
#[derive(Clone, Debug, Default)]
pub(super) struct WireItem {
    /// The identifier that its versions share.
    pub(super) of: String,
    /// Number of the version, where one stands.
    pub(super) version: u64,
    pub(super) fields: Fields,
    pub(super) facts: Vec<WireFact>,
    pub(super) standing: Standing,
    /// Paragraphs of the text with their kinds and the rules that say so.
    pub(super) blocks: Vec<WireBlock>,
    pub(super) notices: Vec<Notice>,
    /// It is a picture, a graphic, a film or a sound, with words below it at most.
    pub(super) pictured: bool,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WireBlock {
    pub(super) kind: LineKind,
    pub(super) text: String,
    pub(super) rule: &'static str,
}

impl WireItem {
    /// States a field, unless it is empty.
    pub(super) fn state(&mut self, role: Role, value: &str) {
        for (role, value) in typed::stated(role, value) {
            put(&mut self.fields, role, &value, rules(role));
        }
    }

    /// States the day of the text, before that of the item in which it stands.
    pub(super) fn state_created(&mut self, value: &str) {
        let known = std::mem::take(&mut self.fields.published);
        self.state(Role::Published, value);
        self.fields.published.extend(known);
    }

    /// States a fact of the wire, unless it is empty or known.
    pub(super) fn fact(&mut self, topic: WireTopic, value: &str, rule: &'static str) {
        let value = tidy(value);
        if !value.is_empty()
            && self.facts.len() < FACTS
            && !self.facts.iter().any(|f| f.topic == topic && f.value == value)
        {
            self.facts.push(WireFact { topic, value, rule });
        }
    }

    /// Says whether it may be used; a word that is none of the known ones is
    /// told as it stands.
    pub(super) fn stands(&mut self, word: &str, rule: &'static str) {
        let code = word.rsplit(':').next().unwrap_or(word).trim().to_ascii_lowercase();
        let standing = match code.as_str() {
            "canceled" | "cancelled" | "killed" | "kill" | "withdrawn" | "deleted" => Standing::Withdrawn,
            "withheld" | "embargoed" | "hold" => Standing::Withheld,
            _ => Standing::Usable,
        };
        self.standing = self.standing.max(standing);
        self.fact(WireTopic::Standing, word, rule);
    }

    /// States a note to editors.
    pub(super) fn note(&mut self, note: &str, rule: &'static str) {
        self.fact(WireTopic::Note, note, rule);
    }

    /// The day on which an embargo ends is that of publication, where it follows
    /// that on which the item was made within a few weeks.
    fn publish_after_embargo(&mut self) {
        let Some(until) = self.facts.iter().find(|f| f.topic == WireTopic::Embargo) else { return };
        let Some(made) = self.fields.published.first().and_then(|f| parse_machine(&f.value)) else { return };
        let after = parse_machine(&until.value).and_then(|end| made.until(end).ok()).map(|span| span.get_days());
        if after.is_some_and(|days| (1..=EMBARGO).contains(&days)) {
            let field = Field { value: until.value.clone(), rule: "wire.embargo" };
            self.fields.published.insert(0, field);
        }
    }

    /// The document; the fields of its head stand above the text.
    pub(super) fn document(mut self, place: Place, options: &Options) -> RawDocument {
        self.publish_after_embargo();
        let mut body = RawDocument::default();
        let mut cut = false;
        for block in std::mem::take(&mut self.blocks) {
            let (text, _) = sanitise(block.text);
            if body.text.len() + text.len() > options.document_bytes {
                cut = true;
                break;
            }
            if !body.text.is_empty() {
                body.text.push_str("\n\n");
            }
            let start = body.text.len();
            body.text.push_str(&text);
            body.hints.push(Hint { span: Span::new(start, body.text.len()), kind: block.kind, rule: block.rule });
        }
        let mut raw = with_header(self.fields, body, rules);
        if raw.text.trim().is_empty() {
            raw.text.clear();
        }
        raw.standing = self.standing;
        raw.wire = self.facts;
        raw.notices.extend(self.notices);
        if cut {
            raw.notices.push(plain::cut_notice(&place, options.document_bytes));
        }
        if raw.standing == Standing::Withdrawn {
            raw.notices.push(Notice::warning("", msg::INGEST_WIRE_WITHDRAWN));
        }
        let embargo = raw.wire.iter().find(|f| f.topic == WireTopic::Embargo).map(|f| f.value.clone());
        if let Some(until) = embargo {
            let said =
                if until == "—" { msg::INGEST_WIRE_EMBARGO_OPEN.into() } else { msg::ingest_wire_embargo(until) };
            raw.notices.push(Notice::warning("", said));
        }
        raw.notices.iter_mut().for_each(|n| n.place = place.to_string());
        raw.place = place;
        raw
    }
}

fn rules(role: Role) -> &'static str {
    match role {
        Role::Title => "wire.headline",
        Role::Standfirst => "wire.summary",
        Role::Text => "wire.text",
        Role::Source => "wire.provider",
        Role::Host => "wire.host",
        Role::Author => "wire.byline",
        Role::Published => "wire.created",
        Role::Updated => "wire.version-created",
        Role::Seen => "wire.sent",
        Role::Watched => "wire.watched",
        Role::Url => "wire.address",
        Role::Language => "wire.language",
        Role::Identifier => "wire.identifier",
    }
}

/// True for the word by which a format calls what is seen or heard and not read.
pub(super) fn is_pictured(class: &str) -> bool {
    let class = class.rsplit([':', '/']).next().unwrap_or(class).trim().to_ascii_lowercase();
    matches!(class.as_str(), "picture" | "photo" | "graphic" | "image" | "video" | "audio" | "animation" | "animated")
}

/// The first of some paths that leads to a text.
pub(super) fn first(element: Element<'_>, paths: &[&[&str]]) -> String {
    paths.iter().filter_map(|path| element.at(path)).map(Element::text).find(|t| !t.is_empty()).unwrap_or_default()
}
