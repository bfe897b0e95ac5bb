//! A problem said in one sentence: what, where, what was done, what to do next.

use crate::text::sanitise::one_line;
use crate::words::{Lang, Message, msg};
use serde::Serialize;
use std::io;

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

/// One problem, the same for the screen and for the command line.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Notice {
    /// How much it matters.
    pub severity: Severity,
    /// Where: a path, `path:record`, or empty when the place is the program.
    pub place: String,
    /// What happened and what was done about it, one sentence.
    pub sentence: Message,
    /// What the reader can do next, when there is something to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<Message>,
}

impl Notice {
    /// A notice without a hint.
    pub fn new(severity: Severity, place: impl Into<String>, sentence: impl Into<Message>) -> Self {
        Self { severity, place: place.into(), sentence: sentence.into(), hint: None }
    }

    /// Worth knowing; nothing is missing.
    pub fn info(place: impl Into<String>, sentence: impl Into<Message>) -> Self {
        Self::new(Severity::Info, place, sentence)
    }

    /// Something was repaired or guessed.
    pub fn warning(place: impl Into<String>, sentence: impl Into<Message>) -> Self {
        Self::new(Severity::Warning, place, sentence)
    }

    /// Something could not be read and is missing.
    pub fn error(place: impl Into<String>, sentence: impl Into<Message>) -> Self {
        Self::new(Severity::Error, place, sentence)
    }

    /// The same notice with what to do next.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<Message>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Place and sentence in one message, without what to do next.
    pub fn message(&self) -> Message {
        if self.place.is_empty() {
            return self.sentence.clone();
        }
        msg::notice_at_place(&self.place, &self.sentence)
    }

    /// Place and sentence on one line, in a language.
    pub fn said(&self, lang: Lang) -> String {
        lang.say(self.message())
    }
}

impl std::fmt::Display for Notice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.said(Lang::EN))
    }
}

/// An error of input or output whose reason is a message of ours, so that it
/// is told in the reader's language.
#[derive(Debug)]
struct Refusal(Message);

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Refusal {}

/// An error of input or output with a reason of ours.
pub fn refusal(reason: impl Into<Message>) -> io::Error {
    io::Error::other(Refusal(reason.into()))
}

/// The reason of ours that an error carries.
pub fn refused(e: &io::Error) -> Option<&Message> {
    let Refusal(message) = e.get_ref()?.downcast_ref()?;
    Some(message)
}

/// Why input or output failed: our own reason, or what the system said on one
/// line and without its error number.
pub fn reason(e: &io::Error) -> Message {
    if let Some(message) = refused(e) {
        return message.clone();
    }
    match e.kind() {
        // What a library says of it is more.
        _ if e.get_ref().is_some() => {}
        io::ErrorKind::NotFound => return msg::REASON_NOT_FOUND.into(),
        io::ErrorKind::PermissionDenied => return msg::REASON_NO_PERMISSION.into(),
        io::ErrorKind::AlreadyExists => return msg::REASON_EXISTS.into(),
        io::ErrorKind::IsADirectory => return msg::REASON_FOLDER.into(),
        _ => {}
    }
    let said = one_line(&e.to_string());
    msg::verbatim(said.split(" (os error").next().unwrap_or(&said))
}
