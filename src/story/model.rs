//! The one score of a link: a logistic combination of its evidence. The
//! weights are data (`assets/story/links.txt`), made by `kiosque-train links`;
//! what they were made of stands in `assets/story/links.json` beside them.

use super::evidence::Evidence;
use std::sync::OnceLock;

/// A pair at or above, and below the bar, is undecided.
pub(crate) const FLOOR: f32 = 0.25;
/// What a link takes when the two texts are of different days.
pub(crate) const BAR_APART: f32 = 0.9;

/// Inputs of the combination.
pub(crate) const INPUTS: usize = 15;
/// Their names in the asset, in order.
pub(crate) const NAMES: [&str; INPUTS] = [
    "cosine",
    "soft",
    "letters",
    "contained",
    "rare",
    "names",
    "figures",
    "values",
    "quoted",
    "ordinary",
    "words",
    "lengths",
    "neighbours",
    "beaten",
    "either",
];

/// The inputs of the combination; counts are levelled off.
pub(crate) fn inputs(e: &Evidence) -> [f32; INPUTS] {
    let level = |x: f32, most: f32| x.clamp(0.0, most).ln_1p();
    [
        e.cosine,
        e.soft,
        e.letters,
        e.contained,
        level(e.rare, 8.0),
        level(e.names, 6.0),
        level(e.figures, 6.0),
        level(e.values, 6.0),
        level(e.quoted, 12.0),
        level(e.ordinary, 12.0),
        level(e.words, 40.0),
        e.lengths,
        e.neighbours,
        e.beaten,
        e.either,
    ]
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

/// Weights of the inputs and the bar.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Model {
    /// In the order of the inputs.
    pub(crate) weights: [f32; INPUTS],
    pub(crate) bias: f32,
    /// A pair at or above is a link.
    pub(crate) bar: f32,
}

impl Model {
    /// The embedded model.
    pub(crate) fn get() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| {
            Self::from_text(include_str!("../../assets/story/links.txt")).expect("the embedded weights are well formed")
        })
    }

    /// Confidence that the two sentences say the same, 0 to 1; `sentences`
    /// is the number of sentences of the longer text.
    pub(crate) fn score(&self, e: &Evidence, sentences: usize) -> f32 {
        let z = inputs(e).iter().zip(self.weights).map(|(x, w)| x * w).sum::<f32>() + self.bias;
        1.0 / (1.0 + (demand(e, sentences) - z).exp())
    }

    /// One line a weight: a name and a number.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn to_text(&self) -> String {
        use std::fmt::Write;
        let mut out = String::from("# Weights of the evidence for a link; made by `kiosque-train links`.\n");
        let named = NAMES.into_iter().zip(self.weights);
        for (name, value) in [("bar", self.bar), ("bias", self.bias)].into_iter().chain(named) {
            // Writing to a string does not fail.
            let _ = writeln!(out, "{name} {value:.4}");
        }
        out
    }

    /// Reads what [`Model::to_text`] wrote; `None` when a line is missing or
    /// is no weight.
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let mut seen: Vec<(&str, f32)> = Vec::new();
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let (name, value) = line.split_once(' ')?;
            seen.push((name, value.parse().ok().filter(|v: &f32| v.is_finite())?));
        }
        let value = |name: &str| seen.iter().find(|s| s.0 == name).map(|s| s.1);
        let mut weights = [0.0; INPUTS];
        for (w, name) in weights.iter_mut().zip(NAMES) {
            *w = value(name)?;
        }
        Some(Self { weights, bias: value("bias")?, bar: value("bar")? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_reads_what_it_wrote() {
        let model = Model::get();
        assert_eq!(Model::from_text(&model.to_text()).as_ref(), Some(model));
        assert_eq!(Model::from_text("bar 0.4\nbias 1"), None);
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
