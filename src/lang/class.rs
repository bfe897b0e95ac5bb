//! The topics of the lexicon. A class is named for what its words are, never
//! for the rule that asks for it.

mod abbreviations;
mod bounds;
mod calendar;
mod citation;
mod clauses;
mod cues;
mod descriptions;
mod figures;
mod grammar;
mod hedges;
mod nouns;
mod numbers;
mod organisations;
mod people;
mod places;
mod rows;
mod speakers;
mod states;
mod stop_words;
mod syntax;
mod units;
mod verbs;
mod works;

pub(crate) use abbreviations::Abbreviation;
pub(crate) use bounds::BoundWord;
pub(crate) use calendar::CalendarWord;
pub(crate) use citation::Citation;
pub(crate) use clauses::ClauseWord;
pub(crate) use cues::Cue;
pub(crate) use descriptions::DescriptionWord;
pub(crate) use figures::FigureWord;
pub(crate) use grammar::Grammar;
pub(crate) use hedges::HedgeWord;
pub(crate) use nouns::CommonNoun;
pub(crate) use numbers::NumberWord;
pub(crate) use organisations::OrganisationWord;
pub(crate) use people::PersonWord;
pub(crate) use places::PlaceWord;
pub(crate) use rows::RecurringEvent;
pub(crate) use speakers::SpeakerNoun;
pub(crate) use states::StateWord;
pub(crate) use stop_words::Frequency;
pub(crate) use syntax::SyntaxWord;
pub(crate) use units::UnitWord;
pub(crate) use verbs::SpeechVerb;
pub(crate) use works::WorkWord;

use super::topic::{Set, Topic};
use crate::enumerated::Enumerated;
use std::ops::BitOr;

/// States which enum holds the classes of which file; the order is that of
/// the numbers of the topics.
macro_rules! topics {
    ($($file:literal => $topic:ident,)+) => {
        /// How many topics there are.
        pub(super) const TOPICS: usize = [$($file),+].len();

        /// Topic and bit of a class by the names that files give them.
        pub(super) fn find(file: &str, class: &str) -> Option<(usize, u64)> {
            match file {
                $($file => $topic::from_word(class).map(|c| ($topic::NUMBER, c.set().bits())),)+
                _ => None,
            }
        }

        /// File, enum and classes of every topic: name in the files, name in Rust.
        #[cfg(test)]
        pub(super) fn all() -> Vec<(&'static str, &'static str, Vec<(&'static str, String)>)> {
            vec![$((
                $file,
                stringify!($topic),
                $topic::ALL.iter().map(|c| (c.name(), format!("{c:?}"))).collect(),
            )),+]
        }

        #[derive(Clone, Copy)]
        enum Ordinal { $($topic,)+ }

        $(
            const _: () = assert!($topic::ALL.len() <= 64, "a topic is one word of bits");

            impl Topic for $topic {
                const FILE: &'static str = $file;
                const NUMBER: usize = Ordinal::$topic as usize;

                fn alone(self) -> Set<Self> {
                    self.set()
                }
            }

            impl $topic {
                /// The class as a set of its own, also in constants.
                pub(crate) const fn set(self) -> Set<Self> {
                    Set::from_bits(1 << self as u64)
                }
            }

            impl BitOr for $topic {
                type Output = Set<Self>;

                fn bitor(self, other: Self) -> Set<Self> {
                    self.set().or(other.set())
                }
            }
        )+
    };
}

topics! {
    "cues" => Cue,
    "grammar" => Grammar,
    "people" => PersonWord,
    "organisations" => OrganisationWord,
    "places" => PlaceWord,
    "works" => WorkWord,
    "nouns" => CommonNoun,
    "citation" => Citation,
    "states" => StateWord,
    "stop-words" => Frequency,
    "clauses" => ClauseWord,
    "descriptions" => DescriptionWord,
    "figures" => FigureWord,
    "hedges" => HedgeWord,
    "numbers" => NumberWord,
    "bounds" => BoundWord,
    "units" => UnitWord,
    "syntax" => SyntaxWord,
    "speakers" => SpeakerNoun,
    "verbs" => SpeechVerb,
    "calendar" => CalendarWord,
    "rows" => RecurringEvent,
    "abbreviations" => Abbreviation,
}
