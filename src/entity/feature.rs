//! The one feature function, used by the trainer and by the tagger alike, so
//! that a model never sees at work what it did not see in training.

mod caseless;

use super::hash::{feature, mix};
use super::words::{Word, WordClass, Words, seen};

/// Most features that one word can have.
pub(super) const MAX: usize = 128;

/// Templates of the neighbours at distances -2, -1, 1 and 2.
pub(super) const NEIGHBOURS: [(isize, u8); 4] = [(-2, 20), (-1, 30), (1, 40), (2, 50)];

/// Appends the feature numbers of word `i` of a sentence.
pub(crate) fn features(all: &Words, sentence: usize, i: usize, out: &mut Vec<u32>) {
    if all.caseless[sentence] {
        caseless::features(all, sentence, i, out);
        return;
    }
    let (from, to) = all.sentences[sentence];
    let w = &all.words[i];
    own(w, out);
    for (k, (distance, _)) in NEIGHBOURS.into_iter().enumerate() {
        match i.checked_add_signed(distance).filter(|j| (from..to).contains(j)) {
            Some(j) => {
                beside(k, &all.words[j], out);
                out.extend(classes(k, all.words[j].class, w.class));
            }
            None => out.push(outside(k)),
        }
    }
    joint(all, sentence, i, out);
}

/// The class of a cased word.
pub(crate) fn class(class: WordClass) -> u32 {
    feature(2, class as u64, 0)
}

/// Appends what a cased word is by itself, wherever it stands.
pub(super) fn own(w: &Word, out: &mut Vec<u32>) {
    out.extend([feature(1, w.norm, 0), class(w.class)]);
    let mut put = |template: u8, a: u64, b: u64| out.push(feature(template, a, b));
    put(3, w.shape, 0);
    if w.class.is_capital() {
        put(4, w.exact, 0);
    }
    for k in 0..4 {
        if w.prefix[k] != 0 {
            put(5 + k as u8, w.prefix[k], 0);
            put(9 + k as u8, w.suffix[k], 0);
        }
    }
    if w.prefix[2] != 0 {
        put(13, w.suffix[2], w.class as u64);
    }
    if w.parts[0] != 0 {
        put(14, w.parts[0], 0);
        put(15, w.parts[1], 0);
    }
    cluster(w, 0, out);
}

/// Appends what a cased word is to the one whose neighbour `k` it is, whichever
/// that is.
pub(super) fn beside(k: usize, o: &Word, out: &mut Vec<u32>) {
    let (distance, base) = NEIGHBOURS[k];
    let mut put = |template: u8, a: u64| out.push(feature(template, a, 0));
    put(base, o.norm);
    put(base + 1, o.class as u64);
    if distance.abs() == 1 {
        put(base + 2, o.suffix[2]);
    }
    if o.cues != 0 {
        put(base + 5, u64::from(o.cues));
    }
    cluster(o, distance, out);
}

/// Neighbour `k` is beyond the end of the sentence.
pub(super) fn outside(k: usize) -> u32 {
    feature(NEIGHBOURS[k].1, 0, 0)
}

/// The classes of neighbour `k` and of the word.
pub(super) fn classes(k: usize, neighbour: WordClass, word: WordClass) -> Option<u32> {
    let (distance, base) = NEIGHBOURS[k];
    (distance.abs() == 1).then(|| feature(base + 3, neighbour as u64, word as u64))
}

/// Appends what a cased word is together with the words around it and in its
/// document.
pub(super) fn joint(all: &Words, sentence: usize, i: usize, out: &mut Vec<u32>) {
    let (from, to) = all.sentences[sentence];
    let words = &all.words[..];
    let w = &words[i];
    let mut put = |template: u8, a: u64, b: u64| out.push(feature(template, a, b));
    let class = |w: &Word| w.class as u64;
    for (distance, base) in NEIGHBOURS.into_iter().filter(|(distance, _)| distance.abs() == 1) {
        let o = i.checked_add_signed(distance).filter(|j| (from..to).contains(j)).map(|j| &words[j]);
        if let Some(o) = o.filter(|o| o.lists != 0) {
            put(base + 4, u64::from(o.lists), u64::from(o.place));
        }
    }
    let at = |j: usize| if (from..to).contains(&j) { words[j].norm } else { 0 };
    let before = at(i.wrapping_sub(1));
    let after = at(i + 1);
    put(60, before, w.norm);
    put(61, w.norm, after);
    put(62, before, after);
    put(63, at(i.wrapping_sub(2)), before);
    put(64, after, at(i + 2));
    if w.lists != 0 {
        put(65, u64::from(w.lists), u64::from(w.place));
        put(66, mix(u64::from(w.lists), u64::from(w.place)), class(w));
    }
    if w.own != 0 && w.place != 1 {
        put(67, u64::from(w.own), u64::from(w.place));
    }
    if w.cues != 0 {
        put(68, u64::from(w.cues), class(w));
    }
    if w.nested != 0 {
        put(70, u64::from(w.nested), class(w));
    }
    if w.class.is_capital() {
        capital(words, from, to, i, &mut put);
    } else if i > from && i + 1 < to && words[i - 1].class.is_capital() && words[i + 1].class.is_capital() {
        // "Corée du Nord", "Banque de France": a small word between capitals.
        let (a, b) = (&words[i - 1], &words[i + 1]);
        put(90, w.norm, u64::from(words[a.run as usize].cues | 1));
        put(91, w.norm, mix(u64::from(a.own), u64::from(b.own)));
        put(92, words[a.run as usize].norm, w.norm);
    }
}

/// Appends the cluster of the word that stands at this distance, and the coarser
/// one that holds it.
fn cluster(w: &Word, distance: isize, out: &mut Vec<u32>) {
    let at = (distance + 2) as u64;
    if w.cluster.leaf != 0 {
        out.push(feature(100, at, u64::from(w.cluster.leaf)));
        out.push(feature(101, at, u64::from(w.cluster.coarse)));
    }
}

fn capital(words: &[Word], from: usize, to: usize, i: usize, put: &mut impl FnMut(u8, u64, u64)) {
    let w = &words[i];
    let (start, end) = (w.run as usize, (w.run_end as usize).max(i + 1));
    // Position in the run of capitals, and the length of the run.
    let length = (end - start).min(5) as u64;
    let position = (i - start).min(3) as u64 * 4 + (end - 1 - i).min(3) as u64;
    put(71, length, position);
    put(72, mix(length, position), w.class as u64);
    let outside = |j: Option<usize>| j.filter(|j| (from..to).contains(j)).map(|j| &words[j]);
    let left = outside(start.checked_sub(1));
    let left2 = outside(start.checked_sub(2));
    let right = outside(Some(end));
    let right2 = outside(Some(end + 1));
    put(73, left.map_or(0, |l| l.norm), 0);
    put(74, right.map_or(0, |r| r.norm), 0);
    put(75, left2.map_or(0, |l| l.norm), left.map_or(0, |l| l.norm));
    put(76, left.map_or(0, |l| u64::from(l.cues)), left2.map_or(0, |l| u64::from(l.cues)));
    put(77, right.map_or(0, |r| u64::from(r.cues)), right2.map_or(0, |r| u64::from(r.cues)));
    put(78, right.map_or(0, |r| r.norm), right2.map_or(0, |r| r.norm));
    // "du maire de X", "X, le maire": a word that tells stands three words away.
    let left3 = outside(start.checked_sub(3));
    let right3 = outside(Some(end + 2));
    put(93, left3.map_or(0, |l| u64::from(l.cues)), left2.map_or(0, |l| u64::from(l.cues)));
    put(94, right.map_or(0, |r| r.norm), right3.map_or(0, |r| u64::from(r.cues)));
    put(95, right.map_or(0, |r| r.norm), right3.map_or(0, |r| r.norm));
    put(96, left3.map_or(0, |l| l.norm), left.map_or(0, |l| l.norm));
    put(97, u64::from(w.doc & !(seen::AGAIN | seen::BRACKET)), 0);
    if end - start > 1 {
        put(79, words[start].norm, position);
        put(80, words[end - 1].norm, position);
        put(81, u64::from(words[start].own), u64::from(words[end - 1].own));
        put(82, words[start].suffix[2], words[end - 1].suffix[2]);
    }
    for k in 0..13 {
        if w.doc >> k & 1 == 1 {
            put(83, k, 0);
        }
    }
    let starts = i == from || words[i - 1].class > WordClass::NumberMixed;
    if starts {
        put(84, u64::from(w.doc & (seen::INSIDE | seen::SMALL | seen::AGAIN)), 0);
        put(85, u64::from(w.doc & (seen::INSIDE | seen::SMALL)), u64::from(w.own));
    }
    put(86, u64::from(w.doc & (seen::TITLE | seen::GIVEN | seen::IN | seen::ORG)), u64::from(w.own));
}
