//! Typed values in a text: quotations with their speaker, figures, dates,
//! attributions and hedges. Each is a span of the text. Has never heard of
//! formats, cleaning or screens.
//!
//! The words it knows are classes of the lexicon (`crate::lang`), read once;
//! given names stand in `assets/fact`.

mod agreement;
pub mod attribution;
mod cue;
pub mod entity_profile;
pub mod figure;
mod frame;
pub mod hedge;
mod lexicon;
mod marks;
mod mention;
pub mod occurrence;
mod prose;
pub mod quote;
mod sentence;
mod speaker;
pub mod when;

#[cfg(test)]
mod tests;

use crate::corpus::Document;
use crate::entity::{Entity, EntityKind};
use crate::text::Span;

pub use agreement::Agreement;
pub use attribution::{Attribution, AttributionKind};
pub use entity_profile::{EntityProfile, entity_profile};
pub use figure::{Bound, Figure, FigureKind, compare};
pub use hedge::{Hedge, Step};
pub use quote::{Quote, QuoteKind, Reason};
pub(crate) use speaker::rule_id;
pub use when::{Conflict, DateMention};

/// All typed values of a document, each list in order of appearance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Quotations.
    pub quotes: Vec<Quote>,
    /// Figures.
    pub figures: Vec<Figure>,
    /// Figures of what is known already (*des six magistrats*): compared, told nowhere by themselves.
    pub known: Vec<Figure>,
    /// Dates.
    pub dates: Vec<DateMention>,
    /// Who is said to have said or done it.
    pub attributions: Vec<Attribution>,
    /// Words that hold a statement at a distance.
    pub hedges: Vec<Hedge>,
}

/// `le Journal du dimanche`, `Black Friday`: a weekday or a month inside a name
/// is no date.
fn drop_names(text: &str, dates: &mut Vec<DateMention>, entities: &[Entity]) {
    let mut names: Vec<Span> = entities.iter().flat_map(|e| e.mentions.iter().map(|m| m.span)).collect();
    names.sort_unstable();
    dates.retain(|d| {
        let i = names.partition_point(|n| n.end <= d.span.start);
        // `the State of the Union address Tuesday`: behind a small word it is a day.
        let plain = |start: usize, at: usize| {
            let word = text.get(start..at).unwrap_or("").split_whitespace().next_back().unwrap_or("");
            word.len() > 4 && word.starts_with(char::is_lowercase)
        };
        let within = names.get(i).is_some_and(|n| {
            let inside = n.start <= d.span.start && d.span.end <= n.end && *n != d.span;
            inside && !(n.end == d.span.end && plain(n.start, d.span.start))
        });
        !(within && d.year.is_none() && d.day.is_none())
    });
}

/// `Ligue 1`, `Studio 5 Lunes`: a number inside a name counts nothing.
fn drop_named(figures: &mut Vec<Figure>, entities: &[Entity]) {
    let mut names: Vec<Span> = entities.iter().flat_map(|e| e.mentions.iter().map(|m| m.span)).collect();
    names.sort_unstable();
    figures.retain(|f| {
        let i = names.partition_point(|n| n.end <= f.number.start);
        !(f.kind == FigureKind::Count && names.get(i).is_some_and(|n| n.contains(f.number) && *n != f.number))
    });
}

/// `May a parlé`: a word that is a name, or part of one, holds nothing at a distance.
fn drop_hedging_names(hedges: &mut Vec<Hedge>, entities: &[Entity]) {
    let mut names: Vec<Span> = entities.iter().flat_map(|e| e.mentions.iter().map(|m| m.span)).collect();
    names.sort_unstable();
    hedges.retain(|h| {
        let i = names.partition_point(|n| n.end <= h.span.start);
        !names.get(i).is_some_and(|n| n.contains(h.span))
    });
}

/// Where places are named, in order.
fn places(entities: &[Entity]) -> Vec<Span> {
    let named = entities.iter().filter(|e| e.kind == EntityKind::Place && !e.cited);
    let mut out: Vec<Span> = named.flat_map(|e| e.mentions.iter().map(|m| m.span)).collect();
    out.sort_unstable();
    out
}

/// Reads the word lists now rather than at the first use: who has another
/// core does it beside reading the article.
pub fn prepare() {
    lexicon::prepare();
}

/// What the weights of speakers and attributions are learnt from.
#[cfg(feature = "train")]
pub(crate) mod learn {
    pub(crate) use super::attribution::{
        AttributionEvidence, AttributionModel, INPUTS as ATTRIBUTION_INPUTS, names as attribution_names,
    };
    pub(crate) use super::speaker::{Bars, Evidence, Example, INPUTS, Model as SpeakerModel, names as speaker_names};
    use super::{attribution, frame, marks, prose, speaker};
    use crate::corpus::Document;
    use crate::entity::Entity;
    use crate::text::Span;

    /// An attribution that the program tells.
    pub(crate) struct AttributionExample {
        /// The verb or preposition.
        pub(crate) cue: Span,
        /// Where whom it names is named: every mention of a name, or the words
        /// of a description.
        pub(crate) places: Vec<Span>,
        pub(crate) evidence: AttributionEvidence,
        /// Told with a doubt, however likely.
        pub(crate) doubtful: bool,
    }

    /// The attributions of a document with their evidence.
    pub(crate) fn attributions(document: &Document, entities: &[Entity]) -> Vec<AttributionExample> {
        let prose = prose::Prose::new(document);
        let mut quotes = marks::find(&prose);
        let frame = frame::Frame::new(&prose, &quotes, entities, document);
        let who = speaker::assign(&frame, &mut quotes);
        let example = |read: attribution::JudgedSource| AttributionExample {
            cue: read.attribution.cue,
            places: match read.attribution.entity.and_then(|e| entities.get(e)) {
                Some(entity) => entity.mentions.iter().map(|m| m.span).collect(),
                None => vec![read.words],
            },
            evidence: read.evidence,
            doubtful: read.unsure,
        };
        attribution::read(&frame, &who, &quotes).into_iter().map(example).collect()
    }

    /// The quotations of a document with their candidates.
    pub(crate) fn speakers(document: &Document, entities: &[Entity]) -> Vec<Example> {
        let prose = prose::Prose::new(document);
        let mut quotes = marks::find(&prose);
        let frame = frame::Frame::new(&prose, &quotes, entities, document);
        speaker::examples(&frame, &mut quotes)
    }
}

/// Finds the typed values in title, standfirst, captions and body. Linear in
/// the length of the text.
pub fn find(document: &Document, entities: &[Entity]) -> Facts {
    let prose = prose::Prose::new(document);
    let mut quotes = marks::find(&prose);
    let mut dates = when::find(document, &prose);
    drop_names(&document.text, &mut dates, entities);
    let frame = frame::Frame::new(&prose, &quotes, entities, document);
    let who = speaker::assign(&frame, &mut quotes);
    let (mut figures, mut known) = figure::find(&prose, &dates);
    drop_named(&mut figures, entities);
    drop_named(&mut known, entities);
    let sentences: Vec<Span> = frame.sentences.iter().map(|s| s.span).collect();
    let days: Vec<Span> = dates.iter().map(|d| d.span).collect();
    figure::locate(&prose, &mut figures, &sentences, &days, &places(entities));
    let attributions = attribution::read(&frame, &who, &quotes).into_iter().map(|r| r.attribution).collect();
    let mut hedges = hedge::find(&prose, &quotes);
    drop_hedging_names(&mut hedges, entities);
    Facts { quotes, figures, known, dates, attributions, hedges }
}
