//! A linear-chain conditional random field over hashed features (Lafferty,
//! McCallum and Pereira 2001): the model as bytes, and the best labels of a
//! sentence (Viterbi).
//!
//! Labels say where a name begins, goes on and ends (`O`, then begin, inside,
//! last and unit of each kind; Ratinov and Roth 2009). Weights are relative to
//! `O`, so a row has sixteen of them, one byte each, with a common scale; the
//! bias and the transitions are floats.

#![allow(clippy::needless_range_loop, reason = "rows and columns of matrices are clearer by their numbers")]

mod marginal;
pub(super) mod size;

use super::feature;
use super::header;
use super::memo::{Memo, Sums, Weights};
use super::table::Table;
use super::types::EntityKind;
use super::words::{Word, WordClass, Words};
pub(crate) use size::{LABELS, WIDTH};

/// How much readier the tagger is to see a name in a capitalised word than
/// its training data: newspapers leave fewer names unmarked than annotators.
/// Chosen on the development set of WiNER-fr, where 0 to 1 is a plateau.
const READINESS: f32 = 0.5;

/// The same for any word of a sentence whose capitals say nothing. Chosen on
/// half of the annotated articles with a model learnt from the other half,
/// where more only trades names that are right for words that are none.
const CASELESS_READINESS: f32 = 0.2;

const MAGIC: &[u8; 8] = b"KQNAMES1";

/// Floats before the table: the scale, the bias and the transitions.
const FLOATS: usize = 1 + LABELS + LABELS * LABELS;

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
    /// Sums of what is asked of every word and depends on little: the classes
    /// of a word and its neighbour, and an end of the sentence.
    classes: Vec<Sums>,
    outside: [Sums; 4],
}

/// Where the classes of neighbour `k` and of the word stand.
fn at_classes(k: usize, neighbour: WordClass, word: WordClass) -> usize {
    (k * WordClass::COUNT + neighbour as usize) * WordClass::COUNT + word as usize
}

fn add(sums: &mut Sums, more: &Sums) {
    for k in 0..WIDTH {
        sums[k] += more[k];
    }
}

impl<'b> Model<'b> {
    /// Reads what [`write`] wrote; `None` when it is something else.
    pub(crate) fn open(bytes: &'b [u8]) -> Option<Self> {
        let (floats, rest) = header::open::<FLOATS>(bytes, MAGIC)?;
        let mut floats = floats.into_iter();
        let mut next = || floats.next().unwrap_or(0.0);
        let scale = next();
        let bias = std::array::from_fn(|_| next());
        let transitions = std::array::from_fn(|_| std::array::from_fn(|_| next()));
        let table = Table::open(rest, WIDTH)?;
        let mut model = Self { scale, bias, transitions, table, classes: Vec::new(), outside: [[0; WIDTH]; 4] };
        model.outside = std::array::from_fn(|k| model.sum(&[feature::outside(k)]));
        model.classes = vec![[0; WIDTH]; feature::NEIGHBOURS.len() * WordClass::COUNT * WordClass::COUNT];
        for k in 0..feature::NEIGHBOURS.len() {
            for (a, b) in WordClass::ALL.into_iter().flat_map(|a| WordClass::ALL.map(|b| (a, b))) {
                model.classes[at_classes(k, a, b)] = model.sum(feature::classes(k, a, b).as_slice());
            }
        }
        Some(model)
    }

    /// Scores of the labels of every word.
    pub(crate) fn scores(&self, words: &Words, memo: &mut Memo) -> Vec<Scores> {
        let mut out = Vec::with_capacity(words.words.len());
        let (mut numbers, mut sums) = (Vec::with_capacity(feature::MAX), Vec::new());
        for (n, &(from, to)) in words.sentences.iter().enumerate() {
            sums.clear();
            sums.resize(to - from, [0; WIDTH]);
            if words.caseless[n] {
                for (i, sum) in (from..to).zip(&mut sums) {
                    numbers.clear();
                    feature::features(words, n, i, &mut numbers);
                    self.add(&numbers, sum);
                }
            } else {
                self.cased(words, n, memo, &mut numbers, &mut sums);
            }
            for (w, sum) in words.words[from..to].iter().zip(&sums) {
                let mut s = self.score(sum);
                if words.caseless[n] && w.class <= WordClass::SmallMixed {
                    s[0] -= CASELESS_READINESS;
                } else if w.class.is_capital() {
                    s[0] -= READINESS;
                }
                out.push(s);
            }
        }
        out
    }

    /// Adds to the sums of a sentence the rows of the features of its words, in
    /// whole numbers and thus in any order. What a word gives by itself, to
    /// itself and to those around it, is added up once for all its places.
    fn cased(&self, words: &Words, sentence: usize, memo: &mut Memo, numbers: &mut Vec<u32>, sums: &mut [Sums]) {
        let (from, to) = words.sentences[sentence];
        let all = &words.words[from..to];
        for (i, w) in all.iter().enumerate() {
            let weights = memo.weights(w, || self.weights(w, numbers));
            add(&mut sums[i], &weights.own);
            for (k, (distance, _)) in feature::NEIGHBOURS.into_iter().enumerate() {
                // The word whose neighbour `k` this one is, and its own neighbour.
                if let Some(sum) = i.checked_add_signed(-distance).and_then(|j| sums.get_mut(j)) {
                    add(sum, &weights.beside[k]);
                }
                match i.checked_add_signed(distance).and_then(|j| all.get(j)) {
                    Some(o) if distance.abs() == 1 => add(&mut sums[i], &self.classes[at_classes(k, o.class, w.class)]),
                    Some(_) => {}
                    None => add(&mut sums[i], &self.outside[k]),
                }
            }
            numbers.clear();
            feature::joint(words, sentence, from + i, numbers);
            self.add(numbers, &mut sums[i]);
        }
    }

    /// What a word gives by itself.
    fn weights(&self, w: &Word, numbers: &mut Vec<u32>) -> Weights {
        let mut sum = |of: &dyn Fn(&mut Vec<u32>)| {
            numbers.clear();
            of(numbers);
            self.sum(numbers)
        };
        let own = sum(&|out| feature::own(w, out));
        Weights { own, beside: std::array::from_fn(|k| sum(&|out| feature::beside(k, w, out))) }
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

    /// Stretches of words that are a name with at least this probability, in sentences that have a capital and
    /// whose capitals say something.
    pub(super) fn spans(&self, words: &Words, scores: &[Scores], least: f32) -> Vec<(Found, f32)> {
        let mut out = Vec::new();
        for (&(from, to), caseless) in words.sentences.iter().zip(&words.caseless) {
            if !caseless && words.words[from..to].iter().any(|w| w.class.is_capital()) {
                marginal::spans(&scores[from..to], &self.transitions, from, least, &mut out);
            }
        }
        out
    }

    /// Sum of the rows of the features.
    fn sum(&self, numbers: &[u32]) -> Sums {
        let mut sum = [0; WIDTH];
        self.add(numbers, &mut sum);
        sum
    }

    /// Adds the rows of the features.
    fn add(&self, numbers: &[u32], sum: &mut Sums) {
        for n in numbers {
            if let Some(row) = self.table.get(*n).and_then(|r| r.first_chunk::<WIDTH>()) {
                for k in 0..WIDTH {
                    // At most MAX rows of one byte each: no overflow.
                    sum[k] += i16::from(row[k] as i8);
                }
            }
        }
    }

    /// Scores of the labels by the sum of the rows.
    fn score(&self, sum: &Sums) -> Scores {
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
    let floats = std::iter::once(&scale).chain(bias).chain(transitions.iter().flatten());
    let mut out = header::write(MAGIC, floats.copied());
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
    use crate::entity::gazetteer::Gazetteer;
    use crate::text::Span;

    #[test]
    fn a_memo_changes_no_score_and_no_word() {
        const TEXTS: [&str; 3] = [
            "Le maire de Port-Célan, Jean Aubry, a dit « non » à la Banque de Bramont. Jean Aubry, lui, part en 2019.",
            "GRÈVE À BRAMONT : LE MAIRE DÉMENT\n\nle maire de Bramont a dit non. Jean Aubry n’ira pas à la banque.",
            "Non. M. Aubry, maire, a dit : Bramont (AFP) reste l’hôte du sommet, la Banque aussi.",
        ];
        let bytes =
            crate::entity::packed::unpack(include_bytes!("../../assets/entity/names.bin.zst")).expect("it ships");
        let model = Model::open(&bytes).expect("it ships");
        // So small that words drive each other out.
        for slots in [1, 8, 4096] {
            let mut memo = Memo::new(slots);
            for text in TEXTS.iter().chain(&TEXTS) {
                let zones = [Span::new(0, text.len())];
                let plain = Words::new(text, &zones, Gazetteer::embedded());
                let words = Words::remembered(text, &zones, Gazetteer::embedded(), &mut memo);
                assert_eq!(format!("{:?}", words.words), format!("{:?}", plain.words));
                let mut expected = Vec::new();
                for (n, &(from, to)) in plain.sentences.iter().enumerate() {
                    for i in from..to {
                        let mut numbers = Vec::new();
                        feature::features(&plain, n, i, &mut numbers);
                        let mut s = model.score(&model.sum(&numbers));
                        let class = plain.words[i].class;
                        match plain.caseless[n] {
                            true if class <= WordClass::SmallMixed => s[0] -= CASELESS_READINESS,
                            _ if class.is_capital() => s[0] -= READINESS,
                            _ => {}
                        }
                        expected.push(s);
                    }
                }
                assert_eq!(model.scores(&words, &mut memo), expected, "{slots} slots: {text}");
            }
        }
    }

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
