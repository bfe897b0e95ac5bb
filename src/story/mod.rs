//! Several documents at once: two compared sentence by sentence, many
//! grouped into stories. Has never heard of files, screens or settings.
//!
//! * [`compare()`]: passages, quotations, figures and names of two documents.
//! * [`rows()`]: the same as one list of paired blocks for two columns.
//! * [`matrix::matrix()`]: who says what in one story.
//! * [`timeline::timeline()`]: its dates in order.
//! * [`coverage`]: its reports against each other: who says what, who first.
//! * [`group()`]: stories, near-duplicates and reprints over many documents.
//! * [`one_to_many`]: one report against all others of its story, in figures.
//! * [`three`]: two comparisons with one reference as one list of rows.
//! * [`pins`]: places of two texts pinned together by hand.
//! * [`versions`]: what was changed at one address.
//! * [`edit`]: stories merged and split by hand, reprints folded.

pub(crate) mod align;
pub mod brief;
pub(crate) mod cell;
mod cluster;
mod coalesce;
mod compare;
pub(crate) mod copied;
pub mod coverage;
mod diff;
pub mod differences;
pub mod edit;
pub(crate) mod event;
pub(crate) mod evidence;
mod executor;
mod extend;
mod facing;
mod findings;
mod group;
mod grouper;
mod index;
mod lexicon;
pub mod matrix;
mod membership;
mod minhash;
pub(crate) mod model;
pub mod one_to_many;
pub mod pairwise;
mod passages;
pub mod pins;
pub(crate) mod prepare;
pub(crate) mod quotes;
mod rows;
mod signature;
mod stories;
pub mod taught;
mod terms;
#[cfg(test)]
mod tests;
pub mod three;
pub mod timeline;
pub(crate) mod types;
mod values;
pub mod versions;
mod word_hash;

pub use compare::compare;
pub use evidence::Evidence;
pub use executor::{Executor, Sequential};
pub use extend::{Reach, may_be_extended};
pub use facing::facing;
pub use group::{GroupOptions, StoryInput, group, group_with};
pub use grouper::{Grouper, Like, Placed};
pub use membership::is_doubtful_member;
pub use minhash::Shingle;
pub use rows::{Relation, Row, percent, rows};
pub use signature::{Early, Labels, Signature, Term, copy_keys, signature};
pub use stories::{Member, Near, Stories, Story};
pub use types::{
    Comparison, EntitySets, EventCheck, FigurePair, FigurePairs, FigureRelation, Finding, FindingKind, Grade, Link,
    Options, Passage, PassageKind, QuotePair, QuotePairs, QuoteRelation, Reason, Side, Teller, Undecided, Weight,
    WordDiff, with_doubt,
};
