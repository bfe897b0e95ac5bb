//! What an act does, and to what: [`State`], [`Target`], [`Change`].
//!
//! Has never heard of time or of who acts; that is the entry's.

use crate::corpus::DocKey;
use crate::enumerated::enumerated;
use crate::text::{Span, is_named};
use crate::triage::note::{Anchor, NoteId};
use crate::triage::stored;
use crate::words::msg;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

enumerated! {
    /// Where an article stands in the editor's morning.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum State {
        /// Nobody has judged it yet.
        #[default]
        ToRead => "to_read",
        /// Worth watching.
        Follow => "follow",
        /// Kept for the sheet.
        Keep => "keep",
        /// Not wanted.
        Drop => "drop",
        /// Dealt with.
        Done => "done",
    }
}

impl State {
    /// True for an article that still waits to be read or judged: one that was
    /// kept, dropped or done with waits no more, read or not.
    pub fn leaves_to_do(self, read: bool) -> bool {
        match self {
            Self::ToRead | Self::Follow => !read,
            Self::Keep | Self::Drop | Self::Done => false,
        }
    }

    /// Reads its name in any language of the interface: `keep`, `retenu`, `à lire`.
    pub fn parse(name: &str) -> Option<Self> {
        let names = |state: &Self| match state {
            Self::ToRead => msg::QUERY_TO_READ,
            Self::Follow => msg::QUERY_FOLLOW,
            Self::Keep => msg::QUERY_KEEP,
            Self::Drop => msg::QUERY_DROP,
            Self::Done => msg::QUERY_DONE,
        };
        Self::ALL.iter().find(|state| is_named(name, names(state))).copied()
    }

    /// As an index into per-state counts.
    pub fn index(self) -> usize {
        self as usize
    }
}

/// What a change is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// One article.
    Document(DocKey),
    /// A story, by the stable name that grouping gave it.
    Story(String),
    /// A comparison; the smaller key stands first.
    Pair(DocKey, DocKey),
    /// An outlet, by name.
    Source(String),
    /// The whole corpus.
    Corpus,
}

impl Target {
    /// The comparison of two articles, whatever the order they are given in.
    pub fn pair(a: DocKey, b: DocKey) -> Self {
        Self::Pair(a.min(b), a.max(b))
    }

    /// The article, when the target is one.
    pub fn document(&self) -> Option<DocKey> {
        match self {
            Self::Document(k) => Some(*k),
            _ => None,
        }
    }

    /// Reads what [`std::fmt::Display`] writes.
    pub fn parse(s: &str) -> Option<Self> {
        if let Some(k) = DocKey::parse(s) {
            return Some(Self::Document(k));
        }
        if s == "corpus" {
            return Some(Self::Corpus);
        }
        let (kind, rest) = s.split_once(':')?;
        match kind {
            "story" => Some(Self::Story(rest.to_owned())),
            "source" => Some(Self::Source(rest.to_owned())),
            "pair" => {
                let (a, b) = rest.split_once('+')?;
                Some(Self::pair(DocKey::parse(a)?, DocKey::parse(b)?))
            }
            _ => None,
        }
    }
}

impl From<DocKey> for Target {
    fn from(key: DocKey) -> Self {
        Self::Document(key)
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Document(k) => write!(f, "{k}"),
            Self::Story(s) => write!(f, "story:{s}"),
            Self::Pair(a, b) => write!(f, "pair:{a}+{b}"),
            Self::Source(s) => write!(f, "source:{s}"),
            Self::Corpus => f.write_str("corpus"),
        }
    }
}

impl Serialize for Target {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Target {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Read;
        impl serde::de::Visitor<'_> for Read {
            type Value = Target;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a document key, story:…, pair:…+…, source:… or corpus")
            }
            fn visit_str<E: serde::de::Error>(self, s: &str) -> Result<Target, E> {
                Target::parse(s).ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(s), &self))
            }
        }
        d.deserialize_str(Read)
    }
}

/// A claim that the reader may correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimField {
    /// Headline.
    Title,
    /// Outlet.
    Source,
    /// Author.
    Author,
    /// Agencies, separated by commas.
    Agencies,
    /// Publication date, `YYYY-MM-DD`.
    Published,
    /// Date of the event, `YYYY-MM-DD`.
    EventDate,
    /// ISO 639-1 code.
    Language,
    /// Address.
    Url,
}

/// Which lines a cleaning decision is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CleaningPlace {
    /// A stretch of the document that is the target.
    Span(#[serde(with = "stored::span")] Span),
    /// Everything that the named rule takes out, in the document or in the
    /// outlet that is the target.
    Rule(String),
    /// Every line that reads so when folded, in the outlet that is the target.
    Line(String),
}

/// A standing decision of the reader that an automatic step has to obey.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Two names are one entity.
    SameName {
        /// The form that is absorbed.
        form: String,
        /// The name it belongs to.
        name: String,
    },
    /// Two names are not one entity.
    OtherName {
        /// The form that stands alone.
        form: String,
        /// The name it does not belong to.
        name: String,
    },
    /// What a name names: `person`, `place`, `organisation`, `misc`.
    NameKind {
        /// The name.
        name: String,
        /// Its kind.
        kind: String,
    },
    /// A name is called otherwise, as nobody may write it.
    Called {
        /// The name.
        name: String,
        /// What it is called.
        called: String,
    },
    /// Not a name at all.
    NotAName {
        /// The form to hide.
        form: String,
    },
    /// The target article belongs to the story of that other article.
    SameStory {
        /// A member of the story.
        with: DocKey,
    },
    /// The target article does not belong to the story of that other article.
    OtherStory {
        /// A member of the story.
        than: DocKey,
    },
    /// Lines that cleaning took out are article text.
    PutBack {
        /// Which.
        place: CleaningPlace,
    },
    /// Lines that cleaning kept are not article text.
    TakeOut {
        /// Which.
        place: CleaningPlace,
    },
    /// Two passages of the target pair stand side by side; `None`: nothing
    /// on the other side corresponds.
    Pin {
        /// In the article with the smaller key.
        #[serde(with = "stored::option")]
        first: Option<Span>,
        /// In the other.
        #[serde(with = "stored::option")]
        second: Option<Span>,
    },
    /// A search kept under a name.
    Search {
        /// The name in the list.
        name: String,
        /// The query.
        query: String,
    },
    /// A folder follows an address. What it follows now stands there; this is how the
    /// reader's acts on it are undone.
    Following {
        /// The address.
        address: String,
        /// The folder, as its system shows it.
        folder: String,
    },
}

impl Decision {
    /// True when a later decision takes the place of this one.
    pub fn gives_way_to(&self, later: &Self) -> bool {
        use Decision as D;
        match (self, later) {
            (
                D::SameName { form: a, .. } | D::OtherName { form: a, .. } | D::NotAName { form: a },
                D::SameName { form: b, .. } | D::NotAName { form: b },
            ) => a == b,
            (
                D::SameName { form: a, name: m } | D::OtherName { form: a, name: m },
                D::OtherName { form: b, name: n },
            ) => a == b && m == n,
            (D::NotAName { form: a }, D::OtherName { form: b, .. }) => a == b,
            (D::NameKind { name: a, .. }, D::NameKind { name: b, .. })
            | (D::Called { name: a, .. }, D::Called { name: b, .. }) => a == b,
            (
                D::SameStory { with: a } | D::OtherStory { than: a },
                D::SameStory { with: b } | D::OtherStory { than: b },
            ) => a == b,
            (D::PutBack { place: a } | D::TakeOut { place: a }, D::PutBack { place: b } | D::TakeOut { place: b }) => {
                a == b
            }
            (D::Pin { first: Some(a), .. }, D::Pin { first: Some(b), .. }) if a == b => true,
            (D::Pin { second: Some(a), .. }, D::Pin { second: Some(b), .. }) => a == b,
            (D::Search { name: a, .. }, D::Search { name: b, .. }) => a == b,
            _ => false,
        }
    }
}

/// One change to one target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Judged.
    State(State),
    /// Read or unread again.
    Read(bool),
    /// A tag put on.
    Tag(String),
    /// A tag taken off.
    Untag(String),
    /// A note written.
    Note {
        /// Its identity.
        id: NoteId,
        /// Its text.
        text: String,
        /// The passages it is about: none for the whole target, two for a
        /// difference.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        anchors: Vec<Anchor>,
    },
    /// A note rewritten.
    EditNote {
        /// Which.
        id: NoteId,
        /// The new text.
        text: String,
    },
    /// A note moved to another passage.
    MoveNote {
        /// Which.
        id: NoteId,
        /// The passages it is about now.
        anchors: Vec<Anchor>,
    },
    /// A note removed.
    DeleteNote(NoteId),
    /// A claim corrected; `None` takes the correction back.
    Claim {
        /// Which claim.
        field: ClaimField,
        /// The value in the reader's words.
        value: Option<String>,
    },
    /// A decision taken.
    Decide(Decision),
    /// A decision taken back.
    Retract(Decision),
}
