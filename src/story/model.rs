//! The one confidence of a link: a logistic combination of its evidence, which
//! is calibrated by the way it is fitted. The weights are data
//! (`assets/story/links.txt`), made by `kiosque-train links`; what they were
//! made of, and how often a confidence holds, stands in
//! `assets/story/links.json` beside them.

use super::evidence::Evidence;
use super::types::Grade;
#[cfg(any(test, feature = "train"))]
use crate::text::weights;
use crate::text::weights::Named;
use std::sync::OnceLock;

/// Inputs of the combination.
pub(crate) const INPUTS: usize = 24;

/// An input: its name in the asset, and how it is read from the evidence.
type Reading = (&'static str, fn(&Evidence) -> f32);

/// The inputs in order; counts are levelled off.
const TABLE: [Reading; INPUTS] = [
    ("cosine", |e| e.cosine),
    ("soft", |e| e.soft),
    ("letters", |e| e.letters),
    ("contained", |e| e.contained),
    ("rare", |e| level(e.rare, 8.0)),
    ("names", |e| level(e.names, 6.0)),
    ("figures", |e| level(e.figures, 6.0)),
    ("values", |e| level(e.values, 6.0)),
    ("quoted", |e| level(e.quoted, 12.0)),
    ("ordinary", |e| level(e.ordinary, 12.0)),
    ("words", |e| level(e.words, 40.0)),
    ("lengths", |e| e.lengths),
    ("neighbours", |e| e.neighbours),
    ("beaten", |e| e.beaten),
    ("either", |e| e.either),
    ("covered", |e| e.covered),
    ("mass", |e| level(e.mass, 40.0)),
    ("named", |e| level(e.named, 8.0)),
    ("unnamed", |e| level(e.unnamed, 8.0)),
    ("unnamed_most", |e| level(e.unnamed_most, 12.0)),
    ("elsewhere", |e| level(e.elsewhere, 8.0)),
    ("uncounted", |e| level(e.uncounted, 8.0)),
    ("half_quoted", |e| e.half_quoted),
    ("both_quoted", |e| e.both_quoted),
];

fn level(x: f32, most: f32) -> f32 {
    x.clamp(0.0, most).ln_1p()
}

/// The inputs of the combination.
pub(crate) fn inputs(e: &Evidence) -> [f32; INPUTS] {
    TABLE.map(|(_, read)| read(e))
}

/// Sentences of the articles that the weights are made of.
const USUAL: f32 = 40.0;
/// How much longer texts, which have more chances to look alike, raise the
/// demand.
const LONGER: f32 = 4.0;

/// What the length of the longer text, in sentences, takes from the score; a
/// copy is a copy whatever the length.
pub(crate) fn demand(e: &Evidence, sentences: usize) -> f32 {
    if e.copied > 0.0 { 0.0 } else { LONGER * (sentences as f32 / USUAL).ln().max(0.0) }
}

/// From which confidence a link has a grade.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Bars {
    pub(crate) sure: f32,
    pub(crate) likely: f32,
    pub(crate) perhaps: f32,
}

impl Bars {
    /// The grade of a confidence; none when it says nothing.
    pub(crate) fn grade(&self, confidence: f32) -> Option<Grade> {
        if confidence >= self.sure {
            Some(Grade::Sure)
        } else if confidence >= self.likely {
            Some(Grade::Likely)
        } else {
            (confidence >= self.perhaps).then_some(Grade::Perhaps)
        }
    }
}

/// Weights of the inputs and the bars.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Model {
    /// In the order of the inputs.
    pub(crate) weights: [f32; INPUTS],
    pub(crate) bias: f32,
    pub(crate) bars: Bars,
}

impl Model {
    /// The embedded model.
    pub(crate) fn get() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| {
            Self::from_text(include_str!("../../assets/story/links.txt")).expect("the embedded weights are well formed")
        })
    }

    /// Confidence that the two sentences say the same, 0 to 1; `sentences` is the
    /// number of sentences of the longer text.
    pub(crate) fn score(&self, e: &Evidence, sentences: usize) -> f32 {
        let z = inputs(e).iter().zip(self.weights).map(|(x, w)| x * w).sum::<f32>() + self.bias;
        1.0 / (1.0 + (demand(e, sentences) - z).exp())
    }

    /// One line a weight or bar: a name and a number.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn to_text(&self) -> String {
        let Bars { sure, likely, perhaps } = self.bars;
        let first = [("sure", sure), ("likely", likely), ("perhaps", perhaps), ("bias", self.bias)];
        let named = TABLE.iter().map(|(name, _)| *name).zip(self.weights);
        let about = "Weights of the evidence for a link; made by `kiosque-train links`.";
        weights::write(about, first.into_iter().chain(named))
    }

    /// Reads what [`Model::to_text`] wrote; `None` when a line is missing or
    /// is no weight.
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let named = Named::read(text)?;
        let bars = Bars { sure: named.get("sure")?, likely: named.get("likely")?, perhaps: named.get("perhaps")? };
        Some(Self { weights: named.all(TABLE.iter().map(|(name, _)| *name))?, bias: named.get("bias")?, bars })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_reads_what_it_wrote() {
        let model = Model::get();
        assert_eq!(Model::from_text(&model.to_text()).as_ref(), Some(model));
        assert_eq!(Model::from_text("sure 0.4\nbias 1"), None);
        assert_eq!(Model::from_text(&model.to_text().replace("bias ", "bias x")), None);
    }

    #[test]
    fn longer_texts_demand_more_of_all_but_copies() {
        let e = Evidence { cosine: 0.4, letters: 0.5, either: 1.0, words: 20.0, ..Evidence::default() };
        assert!(Model::get().score(&e, 400) < Model::get().score(&e, 20));
        let copy = Evidence { copied: 8.0, ..e };
        assert_eq!(Model::get().score(&copy, 400), Model::get().score(&copy, 20));
    }
}
