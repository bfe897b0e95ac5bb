//! Features of words in sentences whose capitals say nothing, because all
//! words have them or none has. Numbers of their own: what a capital means
//! elsewhere is not learnt from these sentences, nor the other way round.

use crate::entity::hash::{feature, mix};
use crate::entity::words::{Word, WordClass, Words};
use crate::lang::Tags;

/// Templates of the neighbours at distances -2, -1, 1 and 2.
const NEIGHBOURS: [(isize, u8); 4] = [(-2, 150), (-1, 160), (1, 170), (2, 180)];

/// A word with letters is like any other; numbers and signs keep their class.
fn sort(w: &Word) -> u64 {
    match w.class {
        WordClass::CapitalsMixed | WordClass::SmallMixed => 2,
        c if c <= WordClass::SmallMixed => 1,
        c => c as u64,
    }
}

fn lists(w: &Word) -> u64 {
    mix(u64::from(w.lists), u64::from(w.place))
}

/// Appends the feature numbers of word `i` of a sentence.
pub(super) fn features(all: &Words, sentence: usize, i: usize, out: &mut Vec<u32>) {
    let (from, to) = all.sentences[sentence];
    let words = &all.words[..];
    let w = &words[i];
    let mut put = |template: u8, a: u64, b: u64| out.push(feature(template, a, b));
    put(128, u64::from(all.uniform), 0);
    put(129, w.norm, 0);
    put(130, w.fold, 0);
    put(131, sort(w), (w.span.end - w.span.start).min(12) as u64);
    for k in 0..4 {
        if w.prefix[k] != 0 {
            put(132 + k as u8, w.prefix[k], 0);
            put(136 + k as u8, w.suffix[k], 0);
        }
    }
    if w.parts[0] != 0 {
        put(140, w.parts[0], 0);
        put(141, w.parts[1], 0);
    }
    if w.lower == Tags::default() {
        put(142, u64::from(w.own), u64::from(w.cues));
    }
    for (distance, base) in NEIGHBOURS {
        let j = i as isize + distance;
        if j < from as isize || j >= to as isize {
            put(base, 0, 0);
            continue;
        }
        let o = &words[j as usize];
        put(base, o.norm, 0);
        put(base + 1, sort(o), u64::from(o.lower == Tags::default()));
        if distance.abs() == 1 {
            put(base + 2, o.suffix[2], 0);
            put(base + 3, lists(o), 0);
            put(base + 4, u64::from(o.own), u64::from(w.own));
            put(base + 5, lists(o), lists(w));
        }
        if o.cues != 0 {
            put(base + 6, u64::from(o.cues), 0);
        }
        if o.lists != 0 && distance.abs() == 2 {
            put(base + 7, lists(o), 0);
        }
    }
    let at = |j: usize| if (from..to).contains(&j) { words[j].norm } else { 0 };
    let (before, after) = (at(i.wrapping_sub(1)), at(i + 1));
    put(190, before, w.norm);
    put(191, w.norm, after);
    put(192, before, after);
    put(193, at(i.wrapping_sub(2)), before);
    put(194, after, at(i + 2));
    for (template, j) in [(208, i.wrapping_sub(3)), (210, i + 3)] {
        if (from..to).contains(&j) {
            put(template, words[j].norm, 0);
            put(template + 1, u64::from(words[j].cues), 0);
        }
    }
    put(195, lists(w), 0);
    put(196, u64::from(w.own), u64::from(w.place));
    put(197, before, lists(w));
    put(198, after, lists(w));
    put(199, mix(before, after), lists(w));
    if w.cues != 0 {
        put(200, u64::from(w.cues), 0);
    }
    if w.nested != 0 {
        put(201, u64::from(w.nested), 0);
    }
    let base = 202 + u8::from(all.uniform);
    for k in 0..13 {
        if w.doc >> k & 1 == 1 {
            put(base, k, 0);
        }
    }
    put(base + 2, u64::from(w.doc), 0);
    put(base + 4, u64::from(w.doc), u64::from(w.own));
}
