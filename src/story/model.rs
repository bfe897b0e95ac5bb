//! The confidence of a link, in two steps: a logistic combination of what the
//! two sentences say, then one of the same and of the links around it, as the
//! first step sees them. Both are calibrated by the way they are fitted. The
//! weights are data (`assets/story/links.txt`), made by `kiosque-train links`;
//! what they were made of, and how often a confidence holds, stands in
//! `assets/story/links.json` beside them.

use super::evidence::{Context, Evidence};
use super::types::Grade;
use std::sync::OnceLock;

/// Inputs of the first step.
pub(crate) const ALONE: usize = 24;
/// Inputs of the second.
pub(crate) const ALL: usize = ALONE + 3;
/// Their names in the asset, in order.
const NAMES: [&str; ALL] = [
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
    "covered",
    "mass",
    "named",
    "unnamed",
    "unnamed_most",
    "elsewhere",
    "uncounted",
    "half_quoted",
    "both_quoted",
    "alone",
    "rival",
    "rival_least",
];

/// The inputs of both steps, those of the first before the others; counts are
/// levelled off.
pub(crate) fn inputs(e: &Evidence) -> [f32; ALL] {
    let level = |x: f32, most: f32| x.clamp(0.0, most).ln_1p();
    let c: &Context = &e.context;
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
        e.covered,
        level(e.mass, 40.0),
        level(e.named, 8.0),
        level(e.unnamed, 8.0),
        level(e.unnamed_most, 12.0),
        level(e.elsewhere, 8.0),
        level(e.uncounted, 8.0),
        e.half_quoted,
        e.both_quoted,
        c.alone,
        c.rival,
        c.rival_least,
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

/// Weights of inputs, with what stands for none.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LinearModel {
    pub(crate) weights: Vec<f32>,
    pub(crate) bias: f32,
}

impl LinearModel {
    /// The weighted sum of as many inputs as there are weights.
    fn sum(&self, inputs: &[f32]) -> f32 {
        inputs.iter().zip(&self.weights).map(|(x, w)| x * w).sum::<f32>() + self.bias
    }
}

/// The odds of a sum as a share.
fn share(sum: f32) -> f32 {
    1.0 / (1.0 + (-sum).exp())
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

/// Weights of both steps and the bars.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Model {
    /// The first step: the two sentences alone.
    pub(crate) alone: LinearModel,
    /// The second: all.
    pub(crate) all: LinearModel,
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

    /// The first confidence, 0 to 1, from the two sentences alone. The length
    /// of the texts counts in the second only, whose weights hold for what the
    /// first says of texts of the usual length.
    pub(crate) fn alone(&self, e: &Evidence) -> f32 {
        share(self.alone.sum(&inputs(e)))
    }

    /// Confidence that the two sentences say the same, 0 to 1; `sentences` is the
    /// number of sentences of the longer text.
    pub(crate) fn score(&self, e: &Evidence, sentences: usize) -> f32 {
        share(self.all.sum(&inputs(e)) - demand(e, sentences))
    }

    /// One line a weight: the step, a name and a number.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn to_text(&self) -> String {
        use std::fmt::Write;
        let mut out = String::from("# Weights of the evidence for a link; made by `kiosque-train links`.\n");
        let Bars { sure, likely, perhaps } = self.bars;
        for (name, value) in [("sure", sure), ("likely", likely), ("perhaps", perhaps)] {
            // Writing to a string does not fail.
            let _ = writeln!(out, "bar {name} {value:.4}");
        }
        for (step, w) in [("alone", &self.alone), ("all", &self.all)] {
            for (name, value) in NAMES.iter().zip(&w.weights).chain([(&"bias", &w.bias)]) {
                let _ = writeln!(out, "{step} {name} {value:.4}");
            }
        }
        out
    }

    /// Reads what [`Model::to_text`] wrote; `None` when a line is missing or
    /// is no weight.
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let mut seen: Vec<(&str, f32)> = Vec::new();
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let (name, value) = line.rsplit_once(' ')?;
            seen.push((name, value.parse().ok().filter(|v: &f32| v.is_finite())?));
        }
        let value =
            |step: &str, name: &str| seen.iter().find(|s| s.0.split_once(' ') == Some((step, name))).map(|s| s.1);
        let weights = |step: &str, n: usize| -> Option<LinearModel> {
            let weights = NAMES[..n].iter().map(|name| value(step, name)).collect::<Option<_>>()?;
            Some(LinearModel { weights, bias: value(step, "bias")? })
        };
        let bar = |name: &str| value("bar", name);
        Some(Self {
            alone: weights("alone", ALONE)?,
            all: weights("all", ALL)?,
            bars: Bars { sure: bar("sure")?, likely: bar("likely")?, perhaps: bar("perhaps")? },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_reads_what_it_wrote() {
        let model = Model::get();
        assert_eq!(Model::from_text(&model.to_text()).as_ref(), Some(model));
        assert_eq!(Model::from_text("bar sure 0.4\nalone bias 1"), None);
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
