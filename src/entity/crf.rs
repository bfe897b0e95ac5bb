//! A linear-chain conditional random field over hashed features (Lafferty,
//! McCallum and Pereira 2001): the model as bytes, and the best labels of a
//! sentence (Viterbi).
//!
//! Labels say where a name begins, goes on and ends (`O`, then begin, inside,
//! last and unit of each kind; Ratinov and Roth 2009). Weights are relative to
//! `O`, so a row has sixteen of them, one byte each, with a common scale; the
//! bias and the transitions are floats.

#![allow(clippy::needless_range_loop, reason = "rows and columns of matrices are clearer by their numbers")]

use super::feature;
use super::table::Table;
use super::types::EntityKind;
use super::words::{WordClass, Words};

/// Labels: `O` and four for each kind.
pub(crate) const LABELS: usize = 17;

/// Weights of a row.
pub(crate) const WIDTH: usize = LABELS - 1;

/// How much readier the tagger is to see a name in a capitalised word than
/// its training data: newspapers leave fewer names unmarked than annotators.
/// Chosen on the development set of WiNER-fr, where 0 to 1 is a plateau.
const READINESS: f32 = 0.5;

/// The same for any word of a sentence whose capitals say nothing. Chosen on
/// half of the annotated articles with a model learnt from the other half,
/// where more only trades names that are right for words that are none.
const CASELESS_READINESS: f32 = 0.2;

const MAGIC: &[u8; 8] = b"KQNAMES1";

/// Where in a name a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// First word of several.
    Begin,
    /// Neither first nor last.
    Inside,
    /// Last word of several.
    Last,
    /// The only word.
    Unit,
}

/// The label of a kind and a part.
pub(crate) fn label(kind: EntityKind, part: Part) -> usize {
    1 + kind as usize * 4 + part as usize
}

/// Kind and part of a label; `None` for `O`.
pub(crate) fn unlabel(label: usize) -> Option<(EntityKind, Part)> {
    let l = label.checked_sub(1)?;
    let part = [Part::Begin, Part::Inside, Part::Last, Part::Unit][l % 4];
    Some((*EntityKind::ALL.get(l / 4)?, part))
}

/// True when a name may go on behind the label.
fn is_open(label: usize) -> bool {
    matches!(unlabel(label), Some((_, Part::Begin | Part::Inside)))
}

/// True when `next` may follow `label`.
#[cfg(any(test, feature = "train"))]
pub(crate) fn may_follow(label: usize, next: usize) -> bool {
    match (unlabel(label), unlabel(next)) {
        (Some((k, Part::Begin | Part::Inside)), Some((n, Part::Inside | Part::Last))) => k == n,
        _ => !is_open(label) && may_start(next),
    }
}

/// True when a sentence may begin with the label.
pub(crate) fn may_start(label: usize) -> bool {
    !matches!(unlabel(label), Some((_, Part::Inside | Part::Last)))
}

/// True when a sentence may end with the label.
pub(crate) fn may_end(label: usize) -> bool {
    !is_open(label)
}

/// A name as a range of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found {
    /// First word (index).
    pub(crate) from: usize,
    /// One past the last word.
    pub(crate) to: usize,
    /// What it names.
    pub(crate) kind: EntityKind,
}

/// Weights by label for one feature or one word.
pub(crate) type Scores = [f32; LABELS];

/// A model over its bytes.
#[derive(Clone)]
pub(crate) struct Model<'b> {
    scale: f32,
    bias: Scores,
    transitions: [Scores; LABELS],
    table: Table<'b>,
}

impl<'b> Model<'b> {
    /// Reads what [`write`] wrote; `None` when it is something else.
    pub(crate) fn open(bytes: &'b [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (head, rest) = rest.split_at_checked(4 * (1 + LABELS + LABELS * LABELS))?;
        let mut floats = head.as_chunks::<4>().0.iter().map(|b| f32::from_le_bytes(*b));
        let mut next = || floats.next().unwrap_or(0.0);
        let scale = next();
        let bias = std::array::from_fn(|_| next());
        let transitions = std::array::from_fn(|_| std::array::from_fn(|_| next()));
        Some(Self { scale, bias, transitions, table: Table::open(rest, WIDTH)? })
    }

    /// Scores of the labels of every word.
    pub(crate) fn scores(&self, words: &Words) -> Vec<Scores> {
        let mut out = Vec::with_capacity(words.words.len());
        let mut numbers = Vec::with_capacity(feature::MAX);
        for (n, &(from, to)) in words.sentences.iter().enumerate() {
            for i in from..to {
                numbers.clear();
                feature::features(words, n, i, &mut numbers);
                let mut s = self.score(&numbers);
                if words.caseless[n] && words.words[i].class <= WordClass::SmallMixed {
                    s[0] -= CASELESS_READINESS;
                } else if words.words[i].class.is_capital() {
                    s[0] -= READINESS;
                }
                out.push(s);
            }
        }
        out
    }

    /// The best names under the scores.
    pub(crate) fn decode(&self, words: &Words, scores: &[Scores]) -> Vec<Found> {
        let (mut out, mut labels) = (Vec::new(), Vec::new());
        for &(from, to) in &words.sentences {
            best(&scores[from..to], &self.transitions, &mut labels);
            names(&labels, from, &mut out);
        }
        out
    }

    /// Sum of the rows of the features.
    fn score(&self, numbers: &[u32]) -> Scores {
        let mut sum = [0i16; WIDTH];
        for n in numbers {
            if let Some(row) = self.table.get(*n).and_then(|r| r.first_chunk::<WIDTH>()) {
                for k in 0..WIDTH {
                    // At most MAX rows of one byte each: no overflow.
                    sum[k] += i16::from(row[k] as i8);
                }
            }
        }
        let mut out = self.bias;
        for k in 0..WIDTH {
            out[k + 1] += f32::from(sum[k]) * self.scale;
        }
        out
    }
}

/// How much the words speak for each kind as a name of this extent, against
/// no name at all: the sum of their scores, without transitions.
pub(crate) fn support(scores: &[Scores]) -> [f32; 4] {
    let last = scores.len().saturating_sub(1);
    EntityKind::ALL.map(|kind| {
        scores
            .iter()
            .enumerate()
            .map(|(i, s)| {
                let part = match (i, last) {
                    (_, 0) => Part::Unit,
                    (0, _) => Part::Begin,
                    _ if i == last => Part::Last,
                    _ => Part::Inside,
                };
                s[label(kind, part)] - s[0]
            })
            .sum()
    })
}

/// The model as bytes; `rows` sorted by feature number.
#[cfg(feature = "train")]
pub(crate) fn write(scale: f32, bias: &Scores, transitions: &[Scores; LABELS], rows: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    out.extend(scale.to_le_bytes());
    for x in bias.iter().chain(transitions.iter().flatten()) {
        out.extend(x.to_le_bytes());
    }
    out.extend(super::table::write(rows));
    out
}

/// The best allowed labels (Viterbi). Forbidden transitions weigh so little
/// that they are never taken when another way exists.
pub(crate) fn best(scores: &[Scores], transitions: &[Scores; LABELS], labels: &mut Vec<u8>) {
    labels.clear();
    let Some(first) = scores.first() else { return };
    const NEVER: f32 = -1e9;
    let mut sum: Scores = std::array::from_fn(|k| if may_start(k) { first[k] } else { NEVER });
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    back.push([0; LABELS]);
    for s in &scores[1..] {
        let mut next = [f32::MIN; LABELS];
        let mut from = [0u8; LABELS];
        for j in 0..LABELS {
            let t = &transitions[j];
            for k in 0..LABELS {
                let v = sum[j] + t[k];
                if v > next[k] {
                    next[k] = v;
                    from[k] = j as u8;
                }
            }
        }
        for k in 0..LABELS {
            next[k] += s[k];
        }
        sum = next;
        back.push(from);
    }
    let mut k = 0;
    for j in 0..LABELS {
        if may_end(j) && (sum[j] > sum[k] || !may_end(k)) {
            k = j;
        }
    }
    labels.resize(scores.len(), 0);
    for i in (0..scores.len()).rev() {
        labels[i] = k as u8;
        k = usize::from(back[i][k]);
    }
}

/// Names that the labels of a sentence spell, words counted from `base`.
pub(crate) fn names(labels: &[u8], base: usize, out: &mut Vec<Found>) {
    let mut start = 0;
    for (i, l) in labels.iter().enumerate() {
        match unlabel(usize::from(*l)) {
            Some((_, Part::Begin)) => start = i,
            Some((kind, Part::Last)) => out.push(Found { from: base + start, to: base + i + 1, kind }),
            Some((kind, Part::Unit)) => out.push(Found { from: base + i, to: base + i + 1, kind }),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_read_back_and_keep_to_the_grammar() {
        for k in EntityKind::ALL {
            for p in [Part::Begin, Part::Inside, Part::Last, Part::Unit] {
                assert_eq!(unlabel(label(k, p)), Some((k, p)));
            }
        }
        let b = label(EntityKind::Person, Part::Begin);
        assert!(may_follow(b, label(EntityKind::Person, Part::Last)));
        assert!(!may_follow(b, label(EntityKind::Place, Part::Last)));
        assert!(!may_follow(b, 0) && !may_start(label(EntityKind::Misc, Part::Last)) && !may_end(b));
    }
}
