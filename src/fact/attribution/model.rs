//! How likely an attribution is right: one weight for each number of the
//! evidence. The weights are data (`assets/fact/attributions.txt`), made by
//! `kiosque-train attributions`; what they were made of and how often they are
//! right on articles left out stands in `assets/fact/attributions.json`.

use super::evidence::{AttributionEvidence, INPUTS, names};
#[cfg(any(test, feature = "train"))]
use crate::text::weights;
use crate::text::weights::Named;
use std::sync::OnceLock;

/// Weights of the evidence, and from which share on an attribution is told
/// without a doubt.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct AttributionModel {
    pub(crate) weights: [f32; INPUTS],
    pub(crate) sure: f32,
}

impl AttributionModel {
    /// The embedded model.
    pub(crate) fn get() -> &'static Self {
        static MODEL: OnceLock<AttributionModel> = OnceLock::new();
        MODEL.get_or_init(|| {
            Self::from_text(include_str!("../../../assets/fact/attributions.txt"))
                .expect("The embedded weights are well formed")
        })
    }

    /// How likely it is right.
    pub(crate) fn share(&self, e: &AttributionEvidence) -> f32 {
        let sum: f32 = e.0.iter().zip(self.weights).map(|(x, w)| x * w).sum();
        1.0 / (1.0 + (-sum).exp())
    }

    /// One line a bar or weight: a name and a number.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn to_text(&self) -> String {
        let about = "Weights of the evidence for an attribution; made by `kiosque-train attributions`.";
        weights::write(about, [("bar.sure", self.sure)].into_iter().chain(names().zip(self.weights)))
    }

    /// Reads what [`AttributionModel::to_text`] wrote; `None` when a line is missing or is
    /// no weight.
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let named = Named::read(text)?;
        Some(Self { weights: named.all(names())?, sure: named.get("bar.sure")? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_of_attributions_reads_what_it_wrote() {
        let model = AttributionModel::get();
        assert_eq!(AttributionModel::from_text(&model.to_text()).as_ref(), Some(model));
        assert_eq!(AttributionModel::from_text("bar.sure 0.4"), None);
    }
}
