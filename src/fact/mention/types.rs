//! Who is mentioned: a name, a description or a pronoun, with what it agrees
//! with.

use crate::fact::lexicon::WordClass;
use crate::text::Span;

/// Grammatical gender, where known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Masculine,
    Feminine,
}

/// What a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A name: index into the entities.
    Name(usize),
    /// A description without a name.
    Noun,
    /// A personal pronoun.
    Pronoun,
}

/// Whoever a mention turns out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Who {
    /// Index into the entities.
    Entity(usize),
    /// Index of the mention of a description that no name belongs to.
    Noun(usize),
}

/// Words that can stand for a speaker.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    /// The whole phrase with article and title.
    pub(crate) span: Span,
    pub(crate) what: What,
    /// Range of items in the sentence.
    pub(crate) items: std::ops::Range<usize>,
    pub(crate) gender: Option<Gender>,
    pub(crate) plural: bool,
    /// A preposition stands before it; `of` for *de*.
    pub(crate) governed: bool,
    /// What its head noun is; of a name, what stands before it.
    pub(crate) role: WordClass,
    /// Folded head noun, for `le ministre` after `le ministre X`.
    pub(crate) head: String,
    /// Folded further words of the description.
    pub(crate) details: Vec<String>,
    pub(crate) who: Option<Who>,
}
