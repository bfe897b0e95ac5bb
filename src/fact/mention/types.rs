//! Who is mentioned: a name, a description or a pronoun, with what it agrees
//! with.

use crate::fact::lexicon::WordClass;
use crate::fact::prose::Prose;
use crate::lang;
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

impl Mention {
    /// A description that its own head begins, `chef de service au centre`: what stood
    /// before it is not read. `source judiciaire` needs no article.
    pub(crate) fn is_torso(&self, prose: &Prose) -> bool {
        const HEAD: u64 = WordClass::PERSON | WordClass::GROUP | WordClass::MEDIUM | WordClass::DOCUMENT;
        let first = prose.tokens.get(prose.token_at(self.span.start));
        let begins = first.is_some_and(|t| t.class.is(HEAD) && !t.class.is(WordClass::DETERMINER | WordClass::VAGUE));
        self.what == What::Noun && begins
    }
}

/// `du département` as `le département`: the preposition belongs to *selon* or
/// to another noun, not to the name of the source.
pub(crate) fn uncontracted(words: &str) -> String {
    lang::all().find_map(|l| l.uncontracted(words)).unwrap_or_else(|| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preposition_before_a_source_is_not_part_of_its_name() {
        assert_eq!(uncontracted("du département"), "le département");
        assert_eq!(uncontracted("des syndicats"), "les syndicats");
        assert_eq!(uncontracted("de l’agence"), "l’agence");
        assert_eq!(uncontracted("le durable préfet"), "le durable préfet");
    }
}
