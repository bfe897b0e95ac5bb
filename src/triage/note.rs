//! Notes and the passages they are about.

use crate::corpus::DocKey;
use crate::text::{Folded, Span, fold};
use crate::triage::id::EntryId;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Identity of a note.
pub type NoteId = EntryId;

/// The passage that a note is about, kept so that it is found again in
/// another text of the same article, or not at all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Anchor {
    /// The article.
    pub document: DocKey,
    /// The words themselves.
    pub quote: String,
    /// Up to [`Anchor::CONTEXT`] characters before.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// Up to [`Anchor::CONTEXT`] characters after.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
    /// Byte offset of the quote when the note was written.
    pub offset: usize,
}

/// Where an anchor stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Here, and nowhere else as well.
    At(Span),
    /// Not in this text, or in several places that cannot be told apart.
    Orphan,
}

impl Anchor {
    /// Characters of context kept on each side.
    pub const CONTEXT: usize = 32;

    /// The anchor of `span` in `text`; `None` when the span holds no word.
    pub fn new(document: DocKey, text: &str, span: Span) -> Option<Self> {
        let span = span.trim(text);
        if span.is_empty() || span.of(text).is_empty() {
            return None;
        }
        let before: Vec<char> = text[..span.start].chars().rev().take(Self::CONTEXT).collect();
        Some(Self {
            document,
            quote: span.of(text).to_owned(),
            before: before.into_iter().rev().collect(),
            after: text[span.end..].chars().take(Self::CONTEXT).collect(),
            offset: span.start,
        })
    }

    /// The passage in `text`: where it was, else the one place where the same
    /// words stand. Words that stand in several places are told apart by
    /// what surrounds them; when that does not decide, or when a short quote
    /// has lost its surroundings, the note is an orphan. Better an orphan
    /// than a confident wrong place.
    pub fn find(&self, text: &str) -> Found {
        if self.quote.is_empty() {
            return Found::Orphan;
        }
        let here = Span::new(self.offset, self.offset.saturating_add(self.quote.len()));
        if here.of(text) == self.quote && self.context(text, here) == self.full_context() {
            return Found::At(here);
        }
        let exact = memchr::memmem::find_iter(text.as_bytes(), self.quote.as_bytes());
        let places: Vec<Span> = exact.take(Self::PLACES).map(|i| Span::new(i, i + self.quote.len())).collect();
        if !places.is_empty() {
            return self.choose(text, &places);
        }
        // The same words in other typography.
        let folded = Folded::new(text);
        let needle = fold(&self.quote);
        let places: Vec<Span> = folded.find_all(&needle).take(Self::PLACES).collect();
        self.choose(text, &places)
    }

    /// Places of one quote that are looked at.
    const PLACES: usize = 1000;

    /// Characters of context that have to agree for a short quote.
    const ENOUGH: usize = 10;

    /// Characters of a quote that can stand for itself.
    const LONG: usize = 24;

    fn choose(&self, text: &str, places: &[Span]) -> Found {
        let mut scored: Vec<(usize, Span)> = places.iter().map(|s| (self.context(text, *s), *s)).collect();
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        match scored.as_slice() {
            [(score, place)] if *score >= self.required() || self.quote.chars().count() >= Self::LONG => {
                Found::At(*place)
            }
            [(best, place), (second, _), ..] if best > second && *best >= self.required() => Found::At(*place),
            _ => Found::Orphan,
        }
    }

    fn required(&self) -> usize {
        Self::ENOUGH.min(self.full_context())
    }

    fn full_context(&self) -> usize {
        self.before.chars().count() + self.after.chars().count()
    }

    /// Characters next to the place that are those of the anchor.
    fn context(&self, text: &str, place: Span) -> usize {
        let same = |a: &char, b: &char| a == b || fold(&a.to_string()) == fold(&b.to_string());
        let (Some(head), Some(tail)) = (text.get(..place.start), text.get(place.end..)) else { return 0 };
        let before = head.chars().rev().zip(self.before.chars().rev()).take_while(|(a, b)| same(a, b)).count();
        let after = tail.chars().zip(self.after.chars()).take_while(|(a, b)| same(a, b)).count();
        before + after
    }
}

/// A note as it stands now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Identity.
    pub id: NoteId,
    /// Text.
    pub text: String,
    /// Passages: none for the whole target, two for a difference.
    pub anchors: Vec<Anchor>,
    /// Who wrote it first.
    pub by: Arc<str>,
    /// When, in milliseconds.
    pub at: i64,
    /// When it was last rewritten, if ever.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edited: Option<i64>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str =
        "Le ministre a parlé deux heures. Plus tard, le ministre a parlé de la paix. Deux heures ont suffi.";

    fn anchor(words: &str) -> Anchor {
        let at = TEXT.find(words).unwrap();
        Anchor::new(DocKey::of_text(TEXT), TEXT, Span::new(at, at + words.len())).unwrap()
    }

    fn found(words: &str, text: &str) -> Option<usize> {
        match anchor(words).find(text) {
            Found::At(span) => Some(span.start),
            Found::Orphan => None,
        }
    }

    #[test]
    fn a_passage_is_found_where_it_was() {
        assert_eq!(found("deux heures", TEXT), TEXT.find("deux heures"));
    }

    #[test]
    fn a_passage_that_moved_is_found_by_its_surroundings() {
        let other = format!("Mis à jour. {TEXT}");
        assert_eq!(found("le ministre a parlé", &other), other.find("le ministre a parlé"));
    }

    #[test]
    fn a_passage_in_other_typography_is_found() {
        let other = TEXT.replace(' ', "\u{a0}").replace("parlé", "parle\u{301}");
        assert_eq!(found("le ministre a parlé de la paix", &other), other.find("le\u{a0}ministre"));
    }

    #[test]
    fn words_that_stand_elsewhere_only_are_an_orphan() {
        assert_eq!(found("deux heures", "Il a dormi deux heures hier."), None);
        assert_eq!(found("deux heures", "Rien de cela."), None);
        let twice = "x deux heures y. x deux heures y.";
        assert_eq!(found("deux heures", twice), None);
    }

    proptest! {
        #[test]
        fn an_anchor_is_always_found_in_its_own_text(text in "[a-c é.]{1,80}", from in any::<prop::sample::Index>(), len in 1usize..20) {
            let starts: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
            let start = starts[from.index(starts.len())];
            let end = text[start..].char_indices().nth(len).map_or(text.len(), |(i, _)| start + i);
            if let Some(a) = Anchor::new(DocKey::of_text(&text), &text, Span::new(start, end)) {
                prop_assert_eq!(a.find(&text), Found::At(Span::new(start, end).trim(&text)));
            }
        }

        #[test]
        fn no_text_makes_finding_panic(text in "\\PC{0,60}") {
            anchor("deux heures").find(&text);
        }
    }
}
