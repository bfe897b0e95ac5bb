//! The weights of the second step over their bytes (`assets/entity/choice.bin.zst`), made by `kiosque-train choice`.

use super::evidence::Number;
use crate::entity::header;
use crate::entity::table::Table;

/// Kinds that have weights; those of no name are 0.
pub(crate) const KINDS: usize = 4;

const MAGIC: &[u8; 8] = b"KQCHOIC1";

/// Bytes of a row: a weight for each kind in two bytes.
const WIDTH: usize = KINDS * 2;

/// A model over its bytes.
#[derive(Clone)]
pub(crate) struct ChoiceModel<'b> {
    scale: f32,
    sure: f32,
    bias: [f32; KINDS],
    table: Table<'b>,
}

impl<'b> ChoiceModel<'b> {
    /// Reads what [`write`] wrote; `None` when it is something else.
    pub(crate) fn open(bytes: &'b [u8]) -> Option<Self> {
        let (floats, rest) = header::open::<{ 2 + KINDS }>(bytes, MAGIC)?;
        let [scale, sure, bias @ ..] = floats;
        Some(Self { scale, sure, bias, table: Table::open(rest, WIDTH)? })
    }

    /// The share from which on a name is told without a doubt.
    pub(super) fn sure(&self) -> f32 {
        self.sure
    }

    /// How likely each kind is; what is left is that there is no name.
    pub(crate) fn shares(&self, numbers: &[Number]) -> [f32; KINDS] {
        let mut sum = [0.0; KINDS];
        for (feature, value) in numbers {
            if let Some(row) = self.table.get(*feature) {
                for (s, w) in sum.iter_mut().zip(row.as_chunks::<2>().0) {
                    *s += f32::from(i16::from_le_bytes(*w)) * value;
                }
            }
        }
        let logits: [f32; KINDS] = std::array::from_fn(|k| sum[k] * self.scale + self.bias[k]);
        let most = logits.iter().copied().fold(0.0, f32::max);
        let weights = logits.map(|x| (x - most).exp());
        let total = weights.iter().sum::<f32>() + (-most).exp();
        weights.map(|x| x / total)
    }
}

/// The model as bytes; `rows` sorted by feature number.
#[cfg(any(test, feature = "train"))]
pub(crate) fn write(sure: f32, bias: [f32; KINDS], rows: &[(u32, [f32; KINDS])]) -> Vec<u8> {
    let most = rows.iter().flat_map(|(_, w)| w).fold(1e-6f32, |m, w| m.max(w.abs()));
    let scale = most / f32::from(i16::MAX);
    let mut out = header::write(MAGIC, [scale, sure].into_iter().chain(bias));
    let bytes = |w: &[f32; KINDS]| w.iter().flat_map(|x| ((x / scale).round() as i16).to_le_bytes()).collect();
    let rows: Vec<(u32, Vec<u8>)> = rows.iter().map(|(n, w)| (*n, bytes(w))).collect();
    out.extend(crate::entity::table::write(&rows));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_model_weighs_what_was_written_and_refuses_anything_else() {
        let bytes = write(0.8, [0.0, -1.0, 0.0, 0.0], &[(7, [2.0, 0.0, 0.0, -1.0]), (9, [0.5, 4.0, 0.0, 0.0])]);
        let model = ChoiceModel::open(&bytes).expect("just written");
        let [person, place, ..] = model.shares(&[(7, 1.0)]);
        assert!(person > 0.6 && place < 0.1, "{person} {place}");
        let [person, place, ..] = model.shares(&[(9, 1.0), (5, 100.0)]);
        assert!(place > 0.7 && place > person, "{person} {place}");
        assert!((model.sure() - 0.8).abs() < 1e-6);
        assert!(ChoiceModel::open(&bytes[..bytes.len() - 1]).is_none());
        assert!(ChoiceModel::open(b"something else").is_none());
    }
}
