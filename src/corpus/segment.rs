//! Sentences of texts whose languages are known: those of [`crate::text::segment`], with the
//! shortened words of all languages.

use crate::lang::goes_on;
use crate::text::{Span, segment};

/// Sentences inside `within`, trimmed, in order; a line break ends one.
pub fn sentences(text: &str, within: Span) -> Vec<Span> {
    segment::sentences(text, within, goes_on)
}

/// The same for text whose lines were broken at a width: a line break is a space.
pub fn flowing(text: &str, within: Span) -> Vec<Span> {
    segment::flowing(text, within, goes_on)
}

/// The same, but where a paragraph break lost its space the sentence goes on.
pub fn unparted(text: &str, within: Span) -> Vec<Span> {
    segment::unparted(text, within, goes_on)
}
