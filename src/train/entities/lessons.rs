//! What the learner sees of labelled texts: their sentences as features, as
//! they are and with names hidden, invented or in other letters.

use super::conll::Sample;
use super::learner::Options;
use super::random::Random;
use super::variants::{self, Invention, Inventor, Variant};
use crate::entity::EntityKind;
use crate::entity::cluster::WordCluster;
use crate::entity::crf::{self, Part};
use crate::entity::feature;
use crate::entity::gazetteer::Gazetteer;
use crate::entity::words::{WordClass, Words};
use crate::text::Span;
use std::collections::{BTreeMap, HashMap};

/// One sentence as feature rows and labels.
pub(super) struct Example {
    /// Numbers of the features of each word.
    pub(super) features: Vec<Vec<u32>>,
    /// Label of each word.
    pub(super) labels: Vec<u8>,
}

fn words_of(sample: &Sample, gazetteer: Gazetteer<'_>) -> Words {
    Words::new(&sample.text, &[Span::new(0, sample.text.len())], gazetteer)
}

fn gold_labels(words: &Words, names: &[(Span, EntityKind)]) -> Vec<u8> {
    let mut labels = vec![0u8; words.words.len()];
    for (span, kind) in names {
        let from = words.words.partition_point(|w| w.span.end <= span.start);
        let to = words.words.partition_point(|w| w.span.start < span.end);
        (from..to).for_each(|i| labels[i] = label_of(crf::Found { from, to, kind: *kind }, i));
    }
    labels
}

/// The label of word `i` of a name.
fn label_of(name: crf::Found, i: usize) -> u8 {
    let part = match (i == name.from, i + 1 == name.to) {
        (true, true) => Part::Unit,
        (true, false) => Part::Begin,
        (false, true) => Part::Last,
        _ => Part::Inside,
    };
    crf::label(name.kind, part) as u8
}

/// Labels of one sentence; a name that the sentence cuts in two, or that another name overlaps, is left out.
fn whole(labels: &[u8]) -> Vec<u8> {
    let mut found = Vec::new();
    crf::names(labels, 0, &mut found);
    let mut out = vec![0; labels.len()];
    for f in found {
        if (f.from..f.to).all(|i| labels[i] == label_of(f, i)) {
            out[f.from..f.to].copy_from_slice(&labels[f.from..f.to]);
        }
    }
    out
}

/// Gives a share of the spellings that are or may be names a number that no
/// other word has: what is left of them is their class, their lists and their
/// neighbours. Of other words in caseless sentences a tenth of that share.
fn hide_spellings(words: &mut Words, labels: &[u8], share: f32, random: &mut Random) {
    let mut hidden: BTreeMap<u64, Option<u64>> = BTreeMap::new();
    for (&(from, to), &caseless) in words.sentences.iter().zip(&words.caseless) {
        for i in from..to {
            let w = &mut words.words[i];
            let share = match caseless {
                false if !w.class.is_capital() => continue,
                true if w.class > WordClass::SmallMixed => continue,
                true if labels[i] == 0 => share / 10.0,
                _ => share,
            };
            if w.cues != 0 {
                continue;
            }
            let number = *hidden.entry(w.fold).or_insert_with(|| random.below(share).then(|| random.next()));
            if let Some(n) = number {
                w.norm = n;
                w.exact = n;
                w.prefix = [0; 4];
                w.suffix = [0; 4];
                w.parts = [0; 2];
                w.cluster = WordCluster::default();
                if caseless {
                    w.fold = n;
                }
            }
        }
    }
}

/// How a text without its case comes: evenly in capitals, without any, and
/// with headlines in capitals.
fn caseless(random: &mut Random) -> Variant {
    match random.next() >> 20 & 7 {
        0 => Variant::BareCapitals,
        1..3 => Variant::Capitals,
        3..6 => Variant::Small,
        _ => Variant::Headlines,
    }
}

/// What is learnt from, as it is shown.
pub(super) struct Reader<'a> {
    gazetteer: Gazetteer<'a>,
    options: &'a Options,
    inventor: &'a Inventor,
    random: Random,
    examples: Vec<Example>,
    /// How often a feature was seen.
    counts: HashMap<u32, u32>,
}

/// What was read.
pub(super) struct Lessons {
    /// Sentences.
    pub(super) examples: Vec<Example>,
    /// How often each feature was seen.
    pub(super) counts: HashMap<u32, u32>,
    /// Numbers to go on with.
    pub(super) random: Random,
}

impl<'a> Reader<'a> {
    /// A reader that has read nothing.
    pub(super) fn new(lists: &'a [u8], inventor: &'a Inventor, options: &'a Options) -> Self {
        Self {
            gazetteer: Gazetteer::open(lists),
            options,
            inventor,
            random: Random(0x2545_f491_4f6c_dd1d),
            examples: Vec::new(),
            counts: HashMap::new(),
        }
    }

    /// Reads samples, each as often as it says.
    pub(super) fn lessons(mut self, data: &[(Sample, usize)]) -> Lessons {
        for (sample, times) in data {
            for n in 0..(*times).max(1) {
                // Half of those that a model labelled as they are.
                let n = if sample.by_machine { (self.random.next() >> 20 & 1) as usize } else { n };
                self.show(sample, n);
            }
        }
        Lessons { examples: self.examples, counts: self.counts, random: self.random }
    }

    /// Shows a sample for the `n`th time: the first time as it is, later with
    /// some of its names hidden or invented.
    fn show(&mut self, sample: &Sample, n: usize) {
        let invented = n > 0 && self.random.below(self.options.invented);
        let other = if invented {
            let organisations = self.random.below(0.5);
            let invention = Invention { inventor: self.inventor, syllables: false, organisations };
            Some(invention.sample(sample, &mut self.random))
        } else {
            None
        };
        let sample = other.as_ref().unwrap_or(sample);
        let scanned = n > 0 && self.random.below(self.options.scanned);
        let other = scanned.then(|| variants::in_letters(sample, Variant::Scanned, &mut self.random));
        self.read(other.as_ref().unwrap_or(sample), n > 0, false);
        if self.random.below(self.options.caseless) {
            let variant = caseless(&mut self.random);
            let other = variants::in_letters(sample, variant, &mut self.random);
            self.read(&other, n > 0, true);
        }
    }

    /// Takes in the sentences of a text, or only those without case.
    fn read(&mut self, sample: &Sample, hide: bool, caseless: bool) {
        let mut words = words_of(sample, self.gazetteer);
        let labels = gold_labels(&words, &sample.names);
        if hide {
            hide_spellings(&mut words, &labels, self.options.hide, &mut self.random);
        }
        for (n, &(from, to)) in words.sentences.iter().enumerate() {
            let stretch = words.words[from].span.join(words.words[to - 1].span);
            let doubtful = sample.doubtful.iter().any(|d| d.start < stretch.end && stretch.start < d.end);
            if caseless && !words.caseless[n] || doubtful {
                continue;
            }
            let mut rows = Vec::with_capacity(to - from);
            for i in from..to {
                let mut row = Vec::with_capacity(80);
                feature::features(&words, n, i, &mut row);
                row.sort_unstable();
                row.dedup();
                if !hide {
                    row.iter().for_each(|f| *self.counts.entry(*f).or_insert(0) += 1);
                }
                rows.push(row);
            }
            self.examples.push(Example { features: rows, labels: whole(&labels[from..to]) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_of_a_broken_name_is_no_label() {
        let [begin, inside, last, unit] = [Part::Begin, Part::Inside, Part::Last, Part::Unit]
            .map(|part| crf::label(EntityKind::Organisation, part) as u8);
        assert_eq!(whole(&[begin, inside, last, unit]), [begin, inside, last, unit]);
        // A sentence begins inside a name, or ends there.
        assert_eq!(whole(&[last, 0, unit, begin]), [0, 0, unit, 0]);
        // Another name lies inside.
        assert_eq!(whole(&[begin, unit, last, 0]), [0, unit, 0, 0]);
    }
}
