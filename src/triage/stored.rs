//! Spans as the journal keeps them: bytes of the text that the entry is about,
//! which need not be at hand. Has never heard of output.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A span in bytes, on disk.
#[derive(Serialize, Deserialize)]
struct Bytes {
    start: usize,
    end: usize,
}

impl From<Span> for Bytes {
    fn from(s: Span) -> Self {
        Self { start: s.start, end: s.end }
    }
}

impl From<Bytes> for Span {
    fn from(b: Bytes) -> Self {
        Self { start: b.start, end: b.end }
    }
}

/// A span that is always there.
pub(super) mod span {
    use crate::text::Span;
    use crate::triage::stored::Bytes;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<S: Serializer>(span: &Span, s: S) -> Result<S::Ok, S::Error> {
        Bytes::from(*span).serialize(s)
    }

    pub(crate) fn deserialize<'d, D: Deserializer<'d>>(d: D) -> Result<Span, D::Error> {
        Bytes::deserialize(d).map(Span::from)
    }
}

/// A span that may be missing.
pub(super) mod option {
    use crate::text::Span;
    use crate::triage::stored::Bytes;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<S: Serializer>(span: &Option<Span>, s: S) -> Result<S::Ok, S::Error> {
        span.map(Bytes::from).serialize(s)
    }

    pub(crate) fn deserialize<'d, D: Deserializer<'d>>(d: D) -> Result<Option<Span>, D::Error> {
        Ok(Option::<Bytes>::deserialize(d)?.map(Span::from))
    }
}
