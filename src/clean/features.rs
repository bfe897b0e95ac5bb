//! Numbers per row for the line model: what the row is, what stands around
//! it, where it stands in the page. Trainer and cleaner share this function.

mod names;

pub(crate) use names::FEATURES;

use super::page_features::PageFeatures;
use super::phrases::{Families, Family};
use super::stretch::{self, Item};
use super::vocabulary::Vocabulary;
use super::{title, words};
use crate::trees::Table;
use std::ops::Range;

const FAR: f32 = 99.0;

fn strength(i: usize, page: &PageFeatures<'_>, f: Family) -> f32 {
    let m = &page.marks[i];
    if m.ender.has(f) || m.line.has(f) {
        3.0
    } else if m.start.has(f) || m.any.has(f) {
        2.0
    } else if m.hint.has(f) {
        1.0
    } else {
        0.0
    }
}

/// Signed growth that keeps small distances apart and squeezes large ones;
/// trees need no logarithm, so distances only get a limit.
fn distance(a: usize, b: usize) -> f32 {
    (a as f32 - b as f32).clamp(-FAR, FAR)
}

struct Sums(Vec<f32>);

impl Sums {
    fn new(n: usize, value: impl Fn(usize) -> f32) -> Self {
        let mut v = Vec::with_capacity(n + 1);
        let mut sum = 0.0;
        v.push(0.0);
        for i in 0..n {
            sum += value(i);
            v.push(sum);
        }
        Self(v)
    }

    fn between(&self, a: usize, b: usize) -> f32 {
        self.0[b] - self.0[a]
    }

    fn mean(&self, i: usize, reach: usize) -> f32 {
        let (a, b) = (i.saturating_sub(reach), (i + reach + 1).min(self.0.len() - 1));
        self.between(a, b) / (b - a).max(1) as f32
    }
}

/// Plain scores from length, end marks and phrases alone: the stretch that
/// they give is a feature of its own.
pub(crate) fn plain_item(page: &PageFeatures<'_>, i: usize, strict: bool) -> Item {
    let (r, m, s) = (page.row(i), &page.marks[i], &page.shapes[i]);
    let ender = m.ender != Families::default();
    let soft = r.words < 22 && (m.is_strong() || m.hints > 1 || s.credit || s.only_date || s.byline);
    let score = if strict && ender {
        -160.0
    } else if strict && soft {
        -25.0
    } else if (r.words > 9 && r.ends) || r.words > 25 {
        r.words as f32
    } else {
        -10.0
    };
    Item { score, words: r.words }
}

/// The table of a page.
pub(crate) fn table(page: &PageFeatures<'_>) -> Table {
    if page.len() == 0 {
        return Table::new(0, FEATURES.len());
    }
    part(page, &Context::new(page), 0..page.len())
}

/// Some rows of the table of a page.
fn part(page: &PageFeatures<'_>, context: &Context, rows: Range<usize>) -> Table {
    let mut t = Table::part(rows, FEATURES.len());
    own(page, &mut t);
    neighbours(page, context, &mut t);
    place(page, context, &mut t);
    sections(page, context, &mut t);
    debug_assert!(t.columns() == FEATURES.len());
    t
}

/// Rows of which the features are held at once: of a hundred thousand they take forty
/// megabytes.
const PIECE: usize = 1 << 15;

/// The table of a page, some rows after the others.
pub(crate) fn pieces<'p>(page: &'p PageFeatures<'_>) -> impl Iterator<Item = Table> + 'p {
    pieces_of(page, PIECE)
}

fn pieces_of<'p>(page: &'p PageFeatures<'_>, piece: usize) -> impl Iterator<Item = Table> + 'p {
    let n = page.len();
    let context = (n > 0).then(|| Context::new(page));
    context.into_iter().flat_map(move |context| {
        (0..n).step_by(piece).map(move |from| part(page, &context, from..(from + piece).min(n)))
    })
}

fn own(page: &PageFeatures<'_>, t: &mut Table) {
    let per_word = |i: usize, x: u32| x as f32 / page.row(i).words.max(1) as f32;
    let per_char = |i: usize, x: u32| x as f32 / page.row(i).chars.max(1) as f32;
    t.push(|i| page.row(i).chars as f32);
    t.push(|i| page.row(i).words as f32);
    t.push(|i| per_word(i, page.row(i).letters));
    t.push(|i| per_word(i, page.row(i).stops));
    t.push(|i| page.row(i).stops as f32);
    t.push(|i| per_char(i, page.row(i).digits));
    t.push(|i| per_char(i, page.row(i).uppers));
    t.push(|i| per_word(i, page.row(i).capitals));
    t.push(|i| per_word(i, page.row(i).commas));
    t.push(|i| f32::from(u8::from(page.row(i).ends)));
    t.push(|i| match page.row(i).last {
        '.' => 5.0,
        '!' | '?' => 4.0,
        '"' | '»' | '”' => 3.0,
        '…' => 2.0,
        ':' => 1.0,
        c if c.is_alphanumeric() => -1.0,
        _ => 0.0,
    });
    t.push(|i| f32::from(u8::from(page.row(i).first.is_lowercase())));
    t.push(|i| f32::from(u8::from(page.row(i).bullet)));
    t.push(|i| page.row(i).indent.min(40) as f32);
    t.push(|i| f32::from(u8::from(page.row(i).address)));
    t.push(|i| page.row(i).bars.min(9) as f32);
    t.push(|i| if page.shapes[i].only_date { 2.0 } else { f32::from(u8::from(page.shapes[i].date)) });
    t.push(|i| f32::from(u8::from(page.shapes[i].time)));
    t.push(|i| page.row(i).sentences as f32);
    t.push(|i| page.row(i).quotes as f32);
    t.push(|i| page.row(i).copies.min(6) as f32);
    t.push(|i| page.row(i).gap_before.min(5) as f32);
    t.push(|i| page.row(i).gap_after.min(5) as f32);
    t.push(|i| if page.shapes[i].credit_only { 2.0 } else { f32::from(u8::from(page.shapes[i].credit)) });
    t.push(|i| if page.shapes[i].byline { 2.0 } else { f32::from(u8::from(page.shapes[i].name)) });
    t.push(|i| f32::from(u8::from(page.shapes[i].comment_head)));
    for f in [
        Family::Comment,
        Family::Related,
        Family::Newsletter,
        Family::Paywall,
        Family::Notice,
        Family::Ad,
        Family::Share,
        Family::Legal,
        Family::Form,
        Family::Nav,
        Family::Byline,
        Family::Date,
        Family::Media,
    ] {
        t.push(|i| strength(i, page, f));
    }
    t.push(|i| page.marks[i].hints.min(9) as f32);
}

/// What several features look at.
struct Context {
    prose: Vec<f32>,
    telling: Vec<f32>,
    stretch: (usize, usize),
    dense: (usize, usize),
    first: usize,
}

impl Context {
    fn new(page: &PageFeatures<'_>) -> Self {
        let n = page.len();
        let prose = (0..n).map(|i| if page.is_prose(i) { page.row(i).words as f32 } else { 0.0 }).collect::<Vec<_>>();
        let telling = (0..n)
            .map(|i| {
                let m = &page.marks[i];
                if m.is_strong() { 2.0 } else { m.hints.min(1) as f32 }
            })
            .collect();
        let strict: Vec<Item> = (0..n).map(|i| plain_item(page, i, true)).collect();
        let loose: Vec<Item> = (0..n).map(|i| plain_item(page, i, false)).collect();
        let whole = (0, n.saturating_sub(1));
        let first = prose.iter().position(|&p| p > 0.0).unwrap_or(0);
        Self {
            prose,
            telling,
            stretch: stretch::best(&strict).unwrap_or(whole),
            dense: stretch::best(&loose).unwrap_or(whole),
            first,
        }
    }
}

fn neighbours(page: &PageFeatures<'_>, c: &Context, t: &mut Table) {
    let n = page.len();
    let at = |i: usize, o: isize| i.checked_add_signed(o).filter(|&j| j < n);
    for o in [-3, -2, -1, 1, 2, 3] {
        t.push(|i| at(i, o).map_or(-1.0, |j| page.row(j).words as f32));
    }
    for o in [-2, -1, 1, 2] {
        t.push(|i| at(i, o).map_or(-1.0, |j| page.row(j).stops as f32));
    }
    for o in [-2, -1, 1, 2] {
        t.push(|i| at(i, o).map_or(-1.0, |j| f32::from(u8::from(page.row(j).ends))));
    }
    for o in [-2, -1, 1, 2] {
        t.push(|i| at(i, o).map_or(-1.0, |j| c.telling[j]));
    }
    let prose = Sums::new(n, |i| if c.prose[i] > 0.0 { 1.0 } else { 0.0 });
    let length = Sums::new(n, |i| (page.row(i).words.min(60) as f32).sqrt());
    let telling = Sums::new(n, |i| c.telling[i]);
    let dates = Sums::new(n, |i| f32::from(u8::from(page.shapes[i].only_date || page.shapes[i].time)));
    let copies = Sums::new(n, |i| if page.row(i).copies > 1 { 1.0 } else { 0.0 });
    for reach in [4, 10, 25] {
        t.push(|i| prose.mean(i, reach));
    }
    for reach in [5, 15] {
        t.push(|i| length.mean(i, reach));
    }
    for reach in [4, 10] {
        t.push(|i| telling.mean(i, reach));
    }
    t.push(|i| dates.mean(i, 8));
    t.push(|i| copies.mean(i, 8));
}

/// For every row the next row (including itself) that `hit` holds for,
/// looking down or up.
fn nearest(n: usize, up: bool, hit: impl Fn(usize) -> bool) -> Vec<Option<usize>> {
    let mut out = vec![None; n];
    let mut last = None;
    for k in 0..n {
        let i = if up { k } else { n - 1 - k };
        out[i] = last;
        if hit(i) {
            last = Some(i);
        }
    }
    out
}

fn place(page: &PageFeatures<'_>, c: &Context, t: &mut Table) {
    let n = page.len();
    let words = Sums::new(n, |i| c.prose[i]);
    let all = words.between(0, n);
    let prose_rows = c.prose.iter().filter(|&&p| p > 0.0).count() as f32;
    t.push(|i| i as f32 / n as f32);
    t.push(|i| i.min(400) as f32);
    t.push(|i| (n - 1 - i).min(400) as f32);
    t.push(|_| n as f32);
    t.push(|_| prose_rows / n as f32);
    t.push(|_| all);
    t.push(|i| words.between(0, i));
    t.push(|i| words.between(i + 1, n));
    let above = nearest(n, true, |i| c.prose[i] > 0.0);
    let below = nearest(n, false, |i| c.prose[i] > 0.0);
    t.push(|i| above[i].map_or(FAR, |j| distance(i, j)));
    t.push(|i| below[i].map_or(FAR, |j| distance(j, i)));
    t.push(|i| above[i].map_or(0.0, |j| c.prose[j]));
    t.push(|i| below[i].map_or(0.0, |j| c.prose[j]));
    let blocks = blocks(c);
    t.push(|i| blocks[i]);
    t.push(|i| blocks[i] / all.max(1.0));
    stretch_columns(c.stretch, t);
    t.push(|_| words.between(c.stretch.0, c.stretch.1 + 1));
    stretch_columns(c.dense, t);
}

fn stretch_columns((a, b): (usize, usize), t: &mut Table) {
    t.push(|i| f32::from(u8::from(a <= i && i <= b)));
    t.push(|i| distance(i, a));
    t.push(|i| distance(i, b));
}

/// Words of the block of running text that each row stands in: prose rows
/// with at most three other rows between them.
fn blocks(c: &Context) -> Vec<f32> {
    let n = c.prose.len();
    let mut out = vec![0.0; n];
    let mut i = 0;
    while i < n {
        if c.prose[i] == 0.0 {
            i += 1;
            continue;
        }
        let (mut last, mut sum, mut j) = (i, 0.0, i);
        while j < n && j <= last + 4 {
            if c.prose[j] > 0.0 {
                last = j;
                sum += c.prose[j];
            }
            j += 1;
        }
        out[i..=last].fill(sum);
        i = last + 1;
    }
    out
}

fn sections(page: &PageFeatures<'_>, c: &Context, t: &mut Table) {
    let n = page.len();
    let stops = words::stop_words();
    let title = title::find(page, c.stretch.0.max(c.first.min(c.stretch.0)));
    let named: Vec<u32> = title
        .map(|i| page.measured.tokens(page.row(i)).iter().copied().filter(|&h| stops.get(h) == 0).collect())
        .unwrap_or_default();
    t.push(|i| {
        let tokens = page.measured.tokens(page.row(i));
        if named.is_empty() || tokens.len() > 400 {
            return -1.0;
        }
        named.iter().filter(|h| tokens.contains(h)).count() as f32 / named.len() as f32
    });
    t.push(|i| title.map_or(-FAR, |r| distance(i, r)));
    cohesion(page, c, t);
    let ender: Vec<bool> = (0..n).map(|i| i > c.first && page.marks[i].ender != Families::default()).collect();
    let count = Sums::new(n, |i| f32::from(u8::from(ender[i])));
    let up = nearest(n, true, |i| ender[i]);
    let down = nearest(n, false, |i| ender[i]);
    let comment = nearest(n, true, |i| ender[i] && page.marks[i].ender.has(Family::Comment));
    let prose = Sums::new(n, |i| c.prose[i]);
    t.push(|i| count.between(0, i + 1));
    t.push(|i| count.between(i + 1, n));
    t.push(|i| up[i].map_or(FAR, |j| distance(i, j)));
    t.push(|i| down[i].map_or(FAR, |j| distance(j, i)));
    t.push(|i| comment[i].map_or(0.0, |_| 1.0));
    t.push(|i| up[i].map_or(-1.0, |j| prose.between(j + 1, i)));
    period(page, t);
    let indent = {
        let mut seen = [0u32; 41];
        (c.stretch.0..=c.stretch.1).for_each(|i| seen[page.row(i).indent.min(40) as usize] += page.row(i).words);
        (0..41).max_by_key(|&k| (seen[k], 41 - k)).unwrap_or(0) as u32
    };
    t.push(|i| f32::from(u8::from(page.row(i).indent.min(40) == indent)));
    let mut run = vec![0u32; n];
    for i in 0..n {
        let short = page.row(i).words <= 8 && !page.row(i).ends;
        run[i] = if short { 1 + if i > 0 { run[i - 1] } else { 0 } } else { 0 };
    }
    for i in (0..n.saturating_sub(1)).rev() {
        if run[i] > 0 && run[i + 1] > 0 {
            run[i] = run[i + 1];
        }
    }
    t.push(|i| run[i].min(60) as f32);
    refrains(page, c, t);
}

/// Lines that come again and again tell lists of comments and teasers.
fn refrains(page: &PageFeatures<'_>, c: &Context, t: &mut Table) {
    let n = page.len();
    let marker = Sums::new(n, |i| {
        let s = &page.shapes[i];
        f32::from(u8::from(i > c.first && (s.only_date || s.time || s.comment_head)))
    });
    let refrain = Sums::new(n, |i| f32::from(u8::from(i > c.first && page.row(i).copies > 2)));
    t.push(|i| marker.between(0, i).min(40.0));
    t.push(|i| refrain.between(0, i).min(40.0));
    t.push(|i| {
        let near = i.saturating_sub(3)..(i + 4).min(n);
        near.filter(|&j| j != i).map(|j| page.row(j).copies.min(12)).max().unwrap_or(0) as f32
    });
    let about = nearest(n, true, |i| i > c.first && page.shapes[i].about);
    t.push(|i| about[i].map_or(FAR, |j| distance(i, j)));
    t.push(|i| f32::from(u8::from(page.shapes[i].shouting)));
    let mut openings: Vec<(u32, u32)> = (0..n)
        .filter_map(|i| {
            let tokens = page.measured.tokens(page.row(i));
            (tokens.len() >= 5).then(|| (tokens[..5].iter().fold(7, |h: u32, t| h.rotate_left(5) ^ t), i as u32))
        })
        .collect();
    openings.sort_unstable();
    let mut echo = vec![0.0f32; n];
    for group in openings.chunk_by(|a, b| a.0 == b.0) {
        for (k, &(_, i)) in group.iter().enumerate() {
            echo[i as usize] = match (group.len(), k) {
                (1, _) => 0.0,
                (_, 0) => 1.0,
                _ => 2.0,
            };
        }
    }
    t.push(|i| echo[i]);
    let all: f32 = c.prose.iter().sum();
    t.push(|i| c.prose[i] / all.max(1.0));
    let longest = (0..n).max_by_key(|&i| (page.row(i).words, n - i)).unwrap_or(0);
    t.push(|i| distance(i, longest));
    t.push(|i| (page.row(i).words as f32 / page.row(i).sentences.max(1) as f32).min(60.0));
}

/// Words of at least this many bytes speak for cohesion; shorter ones and
/// stop words do not. Word hashes carry no length, so stop words are what is
/// left out.
fn cohesion(page: &PageFeatures<'_>, c: &Context, t: &mut Table) {
    let stops = words::stop_words();
    let n = page.len();
    let size = (c.stretch.0..=c.stretch.1).map(|i| page.row(i).words as usize).sum::<usize>();
    let mut main = Vocabulary::new(size);
    for i in c.stretch.0..=c.stretch.1.min(n - 1) {
        if c.prose[i] > 0.0 {
            page.measured.tokens(page.row(i)).iter().for_each(|&h| main.add(h, i as u32));
        }
    }
    let mut above = Vocabulary::new(size);
    let mut shared = vec![0.0; n];
    let mut rest = vec![0.0; n];
    let mut unknown = vec![0.0; n];
    for i in 0..n {
        let own = u16::from(c.stretch.0 <= i && i <= c.stretch.1 && c.prose[i] > 0.0);
        let (mut words, mut hits, mut old) = (0u32, 0u32, 0u32);
        for &h in page.measured.tokens(page.row(i)) {
            if stops.get(h) != 0 {
                continue;
            }
            words += 1;
            hits += u32::from(main.rows(h) > own);
            old += u32::from(above.rows(h) > 0);
        }
        let all = words.max(1) as f32;
        shared[i] = hits as f32 / all;
        rest[i] = old as f32 / all;
        unknown[i] = (words - hits) as f32;
        if c.prose[i] > 0.0 {
            page.measured.tokens(page.row(i)).iter().for_each(|&h| above.add(h, i as u32));
        }
    }
    t.push(|i| shared[i]);
    t.push(|i| rest[i]);
    t.push(|i| unknown[i]);
}

/// How well the rows around repeat with some period: lists of teasers do.
fn period(page: &PageFeatures<'_>, t: &mut Table) {
    let n = page.len();
    let sign: Vec<u8> = (0..n)
        .map(|i| {
            let r = page.row(i);
            let length = match r.words {
                0..=1 => 0,
                2..=4 => 1,
                5..=12 => 2,
                13..=30 => 3,
                31..=60 => 4,
                _ => 5,
            };
            let s = &page.shapes[i];
            length * 8 + u8::from(r.ends) * 4 + u8::from(s.only_date || s.time) * 2 + u8::from(r.gap_before > 0)
        })
        .collect();
    let mut best = vec![0.0f32; n];
    for k in 2..=6 {
        let same =
            Sums::new(n.saturating_sub(k), |i| f32::from(u8::from(sign[i] == sign[i + k] && sign[i] != sign[i + 1])));
        let m = n.saturating_sub(k);
        if m == 0 {
            continue;
        }
        for (i, b) in best.iter_mut().enumerate() {
            let (from, to) = (i.saturating_sub(k + 6).min(m), (i + 7).min(m));
            if to > from {
                *b = b.max(same.between(from, to) / (to - from) as f32);
            }
        }
    }
    t.push(|i| best[i]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::page;

    #[test]
    fn pieces_of_a_table_hold_what_the_whole_holds() {
        let text =
            "Accueil\n\nLe pont fermé\n\n5 mars 2024\n\nLe pont est fermé depuis mardi, dit la ville de Gorzé.\n\n\
                    La maire attend une réponse.\n\nÀ lire aussi\n\nLa digue tient\n"
                .repeat(3);
        let page = PageFeatures::new(&text, &page::lines(&text));
        let whole = table(&page);
        let parts: Vec<Table> = pieces_of(&page, 5).collect();
        assert!(parts.len() > 2 && parts.iter().map(|t| t.rows).sum::<usize>() == page.len());
        for feature in 0..FEATURES.len() {
            let joined: Vec<f32> = parts.iter().flat_map(|t| t.column(feature)).copied().collect();
            assert_eq!(joined, whole.column(feature), "{feature}");
        }
    }
}
