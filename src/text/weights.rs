//! Weights of a small model as text: a line each, a name and a number.

/// The lines of weights below a line that says what they are.
#[cfg(any(test, feature = "train"))]
pub(crate) fn write<'n>(about: &str, named: impl Iterator<Item = (&'n str, f32)>) -> String {
    use std::fmt::Write;
    let mut out = format!("# {about}\n");
    for (name, value) in named {
        // Writing to a string does not fail.
        let _ = writeln!(out, "{name} {value:.4}");
    }
    out
}

/// Weights as they were read.
pub(crate) struct Named<'t>(Vec<(&'t str, f32)>);

impl<'t> Named<'t> {
    /// Reads what [`write`] wrote; `None` when a line is no weight.
    pub(crate) fn read(text: &'t str) -> Option<Self> {
        let lines = text.lines().filter(|l| !l.starts_with('#'));
        let weight = |line: &'t str| {
            let (name, value) = line.split_once(' ')?;
            Some((name, value.parse().ok().filter(|v: &f32| v.is_finite())?))
        };
        lines.map(weight).collect::<Option<_>>().map(Self)
    }

    /// The weight of that name.
    pub(crate) fn get(&self, name: &str) -> Option<f32> {
        self.0.iter().find(|s| s.0 == name).map(|s| s.1)
    }

    /// The weights of these names, in their order; `None` when one is missing.
    pub(crate) fn all<'n, const N: usize>(&self, names: impl Iterator<Item = &'n str>) -> Option<[f32; N]> {
        let mut weights = [0.0; N];
        for (weight, name) in weights.iter_mut().zip(names) {
            *weight = self.get(name)?;
        }
        Some(weights)
    }
}
