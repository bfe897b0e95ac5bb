//! How likely each candidate of a quotation is its speaker: one weight for
//! each number of the evidence, and shares that add up to one. The weights are
//! data (`assets/fact/speakers.txt`), made by `kiosque-train speakers`; what
//! they were made of and how often they are right on articles left out stands
//! in `assets/fact/speakers.json` beside them.

use super::evidence::{Evidence, INPUTS, names};
#[cfg(any(test, feature = "train"))]
use crate::text::weights;
use crate::text::weights::Named;
use std::sync::OnceLock;

/// From which share on a speaker is told.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Bars {
    /// Without a doubt.
    pub(crate) sure: f32,
    /// At all.
    pub(crate) least: f32,
}

/// Weights of the evidence and the bars.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Model {
    pub(crate) weights: [f32; INPUTS],
    pub(crate) bars: Bars,
}

impl Model {
    /// The embedded model.
    pub(crate) fn get() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| {
            Self::from_text(include_str!("../../../assets/fact/speakers.txt"))
                .expect("The embedded weights are well formed")
        })
    }

    /// The share of each candidate; all of them add up to one.
    pub(crate) fn shares<'e>(&self, all: impl Iterator<Item = &'e Evidence>) -> Vec<f32> {
        let sum = |e: &Evidence| e.0.iter().zip(self.weights).map(|(x, w)| x * w).sum::<f32>();
        let mut out: Vec<f32> = all.map(sum).collect();
        let most = out.iter().copied().fold(f32::MIN, f32::max);
        out.iter_mut().for_each(|x| *x = (*x - most).exp());
        let total: f32 = out.iter().sum();
        out.iter_mut().for_each(|x| *x /= total);
        out
    }

    /// The likeliest candidate and its share; of equal ones whom the rules choose.
    pub(crate) fn choose(shares: &[f32], rules: usize) -> (usize, f32) {
        let best =
            shares.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1).then((a.0 == rules).cmp(&(b.0 == rules))));
        best.map_or((rules, 0.0), |(k, share)| (k, *share))
    }

    /// One line a bar or weight: a name and a number.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn to_text(&self) -> String {
        let bars = [("bar.sure", self.bars.sure), ("bar.least", self.bars.least)];
        let about = "Weights of the evidence for a speaker; made by `kiosque-train speakers`.";
        weights::write(about, bars.into_iter().chain(names().zip(self.weights)))
    }

    /// Reads what [`Model::to_text`] wrote; `None` when a line is missing or is
    /// no weight.
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let named = Named::read(text)?;
        let bars = Bars { sure: named.get("bar.sure")?, least: named.get("bar.least")? };
        Some(Self { weights: named.all(names())?, bars })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_of_speakers_reads_what_it_wrote() {
        let model = Model::get();
        assert_eq!(Model::from_text(&model.to_text()).as_ref(), Some(model));
        assert_eq!(Model::from_text("bar.sure 0.4\nbar.least 0.1"), None);
        assert_eq!(Model::from_text(&model.to_text().replace("bar.sure ", "bar.sure x")), None);
    }

    #[test]
    fn the_likeliest_is_chosen_and_of_equals_whom_the_rules_choose() {
        assert_eq!(Model::choose(&[0.5, 0.3, 0.2], 1), (0, 0.5));
        assert_eq!(Model::choose(&[0.4, 0.4, 0.2], 1), (1, 0.4));
        assert_eq!(Model::choose(&[0.4, 0.4, 0.2], 0), (0, 0.4));
    }

    #[test]
    fn shares_add_up_to_one_however_far_apart_the_sums_are() {
        let (mut a, b) = (Evidence([0.0; INPUTS]), Evidence([0.0; INPUTS]));
        a.0.fill(1e6);
        let shares = Model::get().shares([&a, &b].into_iter());
        assert!((shares.iter().sum::<f32>() - 1.0).abs() < 1e-6, "{shares:?}");
    }
}
