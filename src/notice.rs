//! A problem said in one sentence: what, where, what was done, what to do next.

use serde::Serialize;

/// How much a [`Notice`] matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing is missing.
    Info,
    /// Something was repaired or guessed.
    Warning,
    /// Something could not be read and is missing.
    Error,
}

/// One problem, in the same words for the screen and for the command line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// How much it matters.
    pub severity: Severity,
    /// Where: a path, `path:record`, or empty when the place is the program.
    pub place: String,
    /// What happened and what was done about it, one sentence.
    pub sentence: String,
    /// What the reader can do next, when there is something to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

impl Notice {
    /// A notice without a hint.
    pub fn new(severity: Severity, place: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self { severity, place: place.into(), sentence: sentence.into(), hint: None }
    }

    /// Worth knowing; nothing is missing.
    pub fn info(place: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self::new(Severity::Info, place, sentence)
    }

    /// Something was repaired or guessed.
    pub fn warning(place: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self::new(Severity::Warning, place, sentence)
    }

    /// Something could not be read and is missing.
    pub fn error(place: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self::new(Severity::Error, place, sentence)
    }

    /// The same notice with what to do next.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl std::fmt::Display for Notice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        f.write_str(&self.sentence)
    }
}
