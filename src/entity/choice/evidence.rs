//! What is known of a candidate, as numbered features with values: how the
//! tagger and the rules see it, what overlaps it, what the document says of its
//! spelling, lists, and the words in it and around it. The weights of a model
//! are by these numbers: a change wants it made anew.

use super::candidate::{Candidate, Relation};
use super::document::{HEARD, SpellingSums, Spellings, odds};
use crate::entity::gazetteer::list;
use crate::entity::hash::{feature, hash_word, mix};
use crate::entity::page::Page;
use crate::entity::words::WordClass;
use crate::entity::world::World;
use crate::lang::{Citation, CommonNoun, Cue, Grammar, OrganisationWord, PersonWord, PlaceWord, Tags, Topic, WorkWord};

/// A feature and its value.
pub(crate) type Number = (u32, f32);

/// Collects the numbers of one candidate.
struct Numbers(Vec<Number>);

impl Numbers {
    /// Something that is so.
    fn put(&mut self, template: u8, a: u64, b: u64) {
        self.0.push((feature(template, a, b), 1.0));
    }

    /// How much something is so.
    fn weigh(&mut self, template: u8, a: u64, value: f32) {
        self.0.push((feature(template, a, 0), value));
    }
}

/// A number in steps.
fn steps(x: f32) -> u64 {
    (x.round().clamp(-7.0, 7.0) + 8.0) as u64
}

/// The largest of four and which it is.
fn largest(of: &[f32; 4]) -> (usize, f32) {
    of.iter().copied().enumerate().fold((0, f32::MIN), |best, x| if x.1 > best.1 { x } else { best })
}

/// What is known of candidate `i`.
pub(super) fn numbers(page: &Page<'_>, all: &[Candidate], i: usize, spellings: &Spellings) -> Vec<Number> {
    let mut n = Numbers(Vec::with_capacity(160));
    tagger(page, &all[i], &mut n);
    rules(page, all, i, &mut n);
    rivals(all, i, &mut n);
    if let Some(spelling) = spellings.of(i) {
        elsewhere(&all[i], spelling, &mut n);
    }
    parts(page, &all[i], spellings, &mut n);
    lists(page, &all[i], &mut n);
    inside(page, &all[i], &mut n);
    around(page, &all[i], &mut n);
    n.0
}

/// How the tagger sees it.
fn tagger(page: &Page<'_>, c: &Candidate, n: &mut Numbers) {
    for (k, share) in (0..).zip(c.shares) {
        n.weigh(1, k, odds(share) / 3.0);
    }
    let (best, share) = largest(&c.shares);
    n.put(2, steps(odds(c.total())), 0);
    n.weigh(3, 0, odds(c.total()) / 3.0);
    n.put(4, best as u64, steps(odds(share)));
    let support = page.support(c.from, c.to);
    for (k, s) in (0..).zip(support) {
        n.weigh(5, k, s.clamp(-20.0, 20.0) / 10.0);
    }
    let (best, most) = largest(&support);
    n.put(6, best as u64, steps(most / 2.0));
}

/// What the rules made of it, or of what overlaps it.
fn rules(page: &Page<'_>, all: &[Candidate], i: usize, n: &mut Numbers) {
    let c = &all[i];
    let length = (c.to - c.from) as u64;
    if let Some(d) = c.draft {
        let kind = d.kind as u64;
        n.put(10, kind, 0);
        n.put(11, kind, hash_word(d.rule.as_bytes()));
        n.put(12, kind, steps(page.margin(d) / 2.0));
        if d.fixed {
            n.put(13, kind, 0);
        }
        if d.entry.is_some() {
            n.put(14, kind, 0);
        }
        n.put(15, kind, length.min(4));
    } else {
        let mut alone = true;
        for (o, relation) in &c.rivals {
            let Some(d) = all[*o].draft else { continue };
            alone = false;
            n.put(16, *relation as u64, 0);
            n.put(17, *relation as u64, 1 + d.kind as u64);
            if d.fixed {
                n.put(18, *relation as u64, 0);
            }
        }
        if alone {
            n.put(19, 0, 0);
            n.put(20, length.min(3), page.class(c.from) as u64);
        }
    }
    match (c.before, c.draft) {
        (Some(before), draft) => {
            n.put(21, before as u64, 0);
            match draft {
                Some(d) if d.kind != before => n.put(22, before as u64, d.kind as u64),
                Some(_) => {}
                None => n.put(23, 0, 0),
            }
        }
        (None, Some(_)) => n.put(24, 0, 0),
        (None, None) => {}
    }
}

/// How likely the tagger finds what overlaps it.
fn rivals(all: &[Candidate], i: usize, n: &mut Numbers) {
    let c = &all[i];
    let mut most = [[0.0f32; 5]; Relation::COUNT];
    let mut there = [false; Relation::COUNT];
    for (o, relation) in &c.rivals {
        let (most, other) = (&mut most[*relation as usize], &all[*o]);
        there[*relation as usize] = true;
        most[4] = most[4].max(other.total());
        for k in 0..4 {
            most[k] = most[k].max(other.shares[k]);
        }
    }
    for r in (0..Relation::COUNT).filter(|r| there[*r]) {
        for (k, share) in (0..).zip(most[r]) {
            n.weigh(25, r as u64 * 5 + k, share);
        }
        if most[r][4] > HEARD {
            n.put(27, r as u64, steps(odds(most[r][4]) - odds(c.total())));
        }
    }
}

/// How tagger and rules see the same spelling at its other places.
fn elsewhere(c: &Candidate, spelling: &SpellingSums, n: &mut Numbers) {
    n.put(30, spelling.count.min(5) as u64, 0);
    if spelling.count < 2 {
        return;
    }
    for k in 0..4 {
        let (mean, most) = spelling.spread(c, k);
        n.weigh(31, k as u64, mean / 3.0);
        n.weigh(32, k as u64, most / 3.0);
    }
    let (mean, most) = spelling.spread(c, 4);
    n.weigh(33, 0, mean / 3.0);
    n.weigh(34, 0, most / 3.0);
    n.put(35, steps(most), 0);
    n.put(36, steps(mean), 0);
    for (k, times) in (0..).zip(spelling.drawn(c)).filter(|(_, times)| *times > 0) {
        n.weigh(37, k, times as f32 / (spelling.count - 1) as f32);
        n.put(38, k, 0);
    }
}

/// Longer spellings in which it stands, and shorter ones at its ends.
fn parts(page: &Page<'_>, c: &Candidate, spellings: &Spellings, n: &mut Numbers) {
    match spellings.longer(page.key(c.from, c.to)) {
        Some(longer) => {
            for (place, kinds) in (0..).zip(longer) {
                for (k, share) in (0..).zip(kinds).filter(|(_, share)| **share >= HEARD) {
                    n.weigh(40, place * 4 + k, *share);
                }
            }
        }
        None => n.put(41, 0, 0),
    }
    let length = c.to - c.from;
    let ends = [(c.from, c.from + 1), (c.to - 1, c.to), (c.from, c.to - 1), (c.from + 1, c.to)];
    for (place, (from, to)) in (0..).zip(ends).take(if length > 2 { 4 } else { 2 }).filter(|_| length > 1) {
        if let Some((k, share)) = spellings.most(page.key(from, to)).map(largest).filter(|(_, share)| *share >= HEARD) {
            n.weigh(42, place * 4 + k as u64, share);
        }
    }
}

/// Which lists hold it, or its first and last word.
fn lists(page: &Page<'_>, c: &Candidate, n: &mut Numbers) {
    let (Some(first), Some(last)) = (page.word(c.from), page.word(c.to - 1)) else { return };
    let length = ((c.to - c.from) as u64).min(3);
    let goes_on = page.word(c.to).is_some_and(|w| w.place == 3);
    let later = |i: usize| page.word(i).is_some_and(|w| w.place == 3);
    let whole = match c.to - c.from {
        1 => first.place == 1,
        _ => first.place == 2 && !goes_on && (c.from + 1..c.to).all(later),
    };
    if whole {
        n.put(50, u64::from(first.lists), 0);
        for b in (0..8).filter(|b| first.lists >> b & 1 == 1) {
            n.put(51, b, length);
        }
    } else {
        n.put(52, u64::from(first.place == 3), u64::from(goes_on));
    }
    let own = |w: u64| w & !u64::from(list::MORE);
    let (a, b) = (own(u64::from(first.own)), own(u64::from(last.own)));
    n.put(53, a, length);
    n.put(54, b, length);
    n.put(55, a, b);
    let world = World::get();
    if let Some(id) = world.form_of(page.key(c.from, c.to)).flatten() {
        let e = world.entries[id as usize];
        n.put(56, e.kind as u64, u64::from(e.contextual) * 2 + u64::from(e.cased));
    }
}

/// The classes of a word in the topics that tell names apart.
fn tags(tags: Tags, mut each: impl FnMut(u64)) {
    if tags == Tags::default() {
        return;
    }
    fn of<C: Topic>(tags: Tags, each: &mut impl FnMut(u64)) {
        let mut bits = tags.bits::<C>();
        while bits != 0 {
            each(C::NUMBER as u64 * 64 + u64::from(bits.trailing_zeros()));
            bits &= bits - 1;
        }
    }
    of::<Grammar>(tags, &mut each);
    of::<PersonWord>(tags, &mut each);
    of::<OrganisationWord>(tags, &mut each);
    of::<PlaceWord>(tags, &mut each);
    of::<WorkWord>(tags, &mut each);
    of::<Citation>(tags, &mut each);
    of::<CommonNoun>(tags, &mut each);
    of::<Cue>(tags, &mut each);
}

/// Its words, their shapes and clusters.
fn inside(page: &Page<'_>, c: &Candidate, n: &mut Numbers) {
    let (Some(first), Some(last)) = (page.word(c.from), page.word(c.to - 1)) else { return };
    let length = c.to - c.from;
    let class = |i: usize| page.class(i) as u64;
    n.put(60, length.min(8) as u64, 0);
    let shape = (c.from..c.to).take(4).fold(0, |h, i| mix(h, class(i)));
    n.put(61, shape, mix(length.min(5) as u64, class(c.to - 1)));
    n.put(62, class(c.from), 0);
    n.put(63, class(c.to - 1), 0);
    let capitals = (c.from..c.to).filter(|i| page.is_capital(*i)).count();
    n.put(64, capitals.min(3) as u64, length.min(4) as u64);
    n.put(65, first.fold, 0);
    n.put(66, last.fold, 0);
    n.put(68, last.suffix[2], 0);
    if length <= 3 {
        n.put(71, page.key(c.from, c.to), 0);
    }
    n.put(72, u64::from(first.cluster.leaf), 0);
    n.put(73, u64::from(last.cluster.leaf), 0);
    n.put(74, u64::from(first.cluster.coarse), length.min(2) as u64);
    n.put(75, u64::from(last.cluster.coarse), length.min(2) as u64);
    tags(first.lower, |t| n.put(76, t, 0));
    tags(last.lower, |t| n.put(77, t, 0));
    n.put(93, u64::from(first.run as usize == c.from), u64::from(last.run_end as usize == c.to));
    n.put(94, u64::from(first.nested), 0);
    for b in 0..16 {
        if first.doc >> b & 1 == 1 {
            n.put(95, b, 0);
        }
        if last.doc >> b & 1 == 1 {
            n.put(96, b, 0);
        }
    }
}

/// The three words on each side.
fn around(page: &Page<'_>, c: &Candidate, n: &mut Numbers) {
    let side = |forward: bool| {
        let mut at = if forward { c.to } else { c.from };
        std::array::from_fn::<Option<usize>, 3, _>(|_| {
            let next = if forward { page.after(at) } else { page.before(at) };
            if let Some(next) = next {
                at = if forward { next + 1 } else { next };
            }
            next
        })
    };
    let (left, right) = (side(false), side(true));
    for (base, side) in [(0, left), (4, right)] {
        for (distance, i) in (0..).zip(side) {
            let at: u64 = base + distance;
            let Some(w) = i.and_then(|i| page.word(i)) else {
                n.put(80, at, 0);
                break;
            };
            if distance < 2 {
                n.put(81, at, w.fold);
                n.put(82, at, w.class as u64);
            }
            if distance == 0 {
                n.put(83, at, u64::from(w.cluster.leaf));
            }
            n.put(84, at, u64::from(w.cluster.coarse));
            let own = if w.tags == Tags::default() { w.lower } else { w.tags };
            tags(own, |t| n.put(85, at, t));
        }
    }
    let fold = |i: usize| page.word(i).map_or(0, |w| w.fold);
    if let (Some(b), Some(a)) = (left[0], right[0]) {
        let opens = page.class(b) == WordClass::Open || matches!(page.spelling(b), "\"" | "(");
        let closes = page.class(a) == WordClass::Close || matches!(page.spelling(a), "\"" | ")");
        if opens && closes {
            n.put(91, fold(b), 0);
        }
    }
    n.put(97, page.sentence_number(c.from).min(3), 0);
}
