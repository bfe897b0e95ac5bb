//! Trains sums of trees: gradient boosting of symmetric trees on logistic
//! loss (Friedman 2001; symmetric trees as in CatBoost). One thread, fixed
//! seed: the same examples give the same bytes.

use crate::clean::features::{self, FEATURES};
use crate::clean::page;
use crate::clean::page_features::PageFeatures;
use crate::trees::{DEPTH, LEAVES, Tree, Trees};

/// A labelled text.
#[derive(Clone, Debug)]
pub struct BoostExample {
    /// The dump.
    pub text: String,
    /// Per line whether it is body; `None` for lines that teach nothing.
    pub labels: Vec<Option<bool>>,
    /// Weight of the whole text.
    pub weight: f32,
}

impl BoostExample {
    /// The same text with runs of body lines joined, as dumps without
    /// paragraphs have them: one to `most` lines become one.
    pub fn joined(&self, most: usize, seed: u64) -> BoostExample {
        let mut draw = Draw(seed | 1);
        let (mut text, mut labels) = (String::new(), Vec::new());
        let mut room = 0usize;
        for (line, label) in self.text.split('\n').zip(&self.labels) {
            let blank = line.trim().is_empty();
            let body = *label == Some(true);
            if room > 0 && (blank || body) {
                if body {
                    text.push(' ');
                    text.push_str(line.trim());
                    room -= 1;
                }
                continue;
            }
            if !labels.is_empty() {
                text.push('\n');
            }
            if room == 0 && body {
                room = (draw.next() * most as f32) as usize;
            } else if !blank {
                room = 0;
            }
            text.push_str(line);
            labels.push(*label);
        }
        BoostExample { text, labels, weight: self.weight }
    }
}

/// How to train.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct BoostOptions {
    /// Trees.
    pub trees: usize,
    /// Share of each tree that is added.
    pub rate: f32,
    /// Added to every sum of curvatures (ridge).
    pub ridge: f32,
    /// Share of rows that each tree looks at.
    pub rows: f32,
    /// Share of features that each tree may ask.
    pub features: f32,
    /// Start of the random numbers.
    pub seed: u64,
}

impl Default for BoostOptions {
    fn default() -> Self {
        Self { trees: 300, rate: 0.06, ridge: 6.0, rows: 0.6, features: 0.35, seed: 1 }
    }
}

/// Borders per feature.
const BORDERS: usize = 31;

/// Xorshift64*: small, fixed, good enough to draw rows and features.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> f32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        ((self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 40) as f32) / (1u64 << 24) as f32
    }
}

/// Rows of all examples, column by column.
pub struct Rows {
    pub(crate) columns: Vec<Vec<f32>>,
    pub(crate) body: Vec<bool>,
    pub(crate) weight: Vec<f32>,
}

impl Rows {
    /// Measures the examples.
    pub fn new(examples: &[BoostExample]) -> Self {
        let mut rows = Self { columns: vec![Vec::new(); FEATURES.len()], body: Vec::new(), weight: Vec::new() };
        for e in examples {
            rows.add(e);
        }
        rows
    }

    fn add(&mut self, e: &BoostExample) {
        let lines = page::lines(&e.text);
        let page = PageFeatures::new(&e.text, &lines);
        let table = features::table(&page);
        let taught: Vec<(usize, bool)> = (0..page.len())
            .filter(|&i| page.row(i).words > 0)
            .filter_map(|i| Some((i, (*e.labels.get(page.row(i).line)?)?)))
            .collect();
        for (f, column) in self.columns.iter_mut().enumerate() {
            let values = table.column(f);
            column.extend(taught.iter().map(|&(i, _)| values[i]));
        }
        let weigh = |i: usize| (page.row(i).chars as f32).sqrt();
        let all: f32 = taught.iter().map(|&(i, _)| weigh(i)).sum();
        // A page of ten times the length weighs three times as much.
        let scale = e.weight * 30.0 / all.max(1.0).sqrt();
        self.body.extend(taught.iter().map(|&(_, b)| b));
        self.weight.extend(taught.iter().map(|&(i, _)| weigh(i) * scale));
    }
}

/// Values of one feature at which it can be split.
fn borders(values: &[f32]) -> Vec<f32> {
    let step = (values.len() / 20_000).max(1);
    let mut sample: Vec<f32> = values.iter().copied().step_by(step).collect();
    sample.sort_by(f32::total_cmp);
    let mut unique = sample.clone();
    unique.dedup();
    let middle = |a: f32, b: f32| a + (b - a) / 2.0;
    if unique.len() <= BORDERS + 1 {
        return unique.windows(2).map(|w| middle(w[0], w[1])).collect();
    }
    let mut out: Vec<f32> = (1..=BORDERS)
        .filter_map(|k| {
            let v = sample[k * (sample.len() - 1) / (BORDERS + 1)];
            let next = unique.get(unique.partition_point(|&u| u <= v))?;
            Some(middle(v, *next))
        })
        .collect();
    out.dedup();
    out
}

struct Bins {
    borders: Vec<Vec<f32>>,
    /// Column by column, the number of borders below the value.
    bins: Vec<Vec<u8>>,
}

impl Bins {
    fn new(rows: &Rows) -> Self {
        let borders: Vec<Vec<f32>> = rows.columns.iter().map(|c| borders(c)).collect();
        let bins = rows
            .columns
            .iter()
            .zip(&borders)
            .map(|(c, b)| c.iter().map(|&x| b.partition_point(|&v| v < x) as u8).collect())
            .collect();
        Self { borders, bins }
    }
}

/// Trains a model.
pub(crate) fn train(rows: &Rows, options: BoostOptions) -> Trees {
    let n = rows.body.len();
    let bins = Bins::new(rows);
    let mut draw = Draw(options.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut score = vec![0.0f32; n];
    let mut trees = Vec::with_capacity(options.trees);
    for _ in 0..options.trees {
        let mut slopes = Vec::with_capacity(n);
        for ((&s, &y), &w) in score.iter().zip(&rows.body).zip(&rows.weight) {
            let p = 1.0 / (1.0 + (-s).exp());
            slopes.push(((p - f32::from(u8::from(y))) * w, (p * (1.0 - p)).max(1e-4) * w));
        }
        let chosen: Vec<u32> = (0..n as u32).filter(|_| draw.next() < options.rows).collect();
        let asked: Vec<usize> = (0..rows.columns.len()).filter(|_| draw.next() < options.features).collect();
        let tree = grow(&bins, &slopes, &chosen, &asked, options);
        let leaf = leaves_of(&tree, rows);
        for (s, &l) in score.iter_mut().zip(&leaf) {
            *s += tree.leaves[l as usize];
        }
        trees.push(tree);
    }
    Trees { base: 0.0, trees }
}

fn leaves_of(tree: &Tree, rows: &Rows) -> Vec<u8> {
    let mut leaf = vec![0u8; rows.body.len()];
    for (level, &(f, above)) in tree.splits.iter().enumerate() {
        for (l, &x) in leaf.iter_mut().zip(&rows.columns[f as usize]) {
            *l |= u8::from(x > above) << level;
        }
    }
    leaf
}

fn grow(bins: &Bins, slopes: &[(f32, f32)], chosen: &[u32], asked: &[usize], options: BoostOptions) -> Tree {
    let mut leaf = vec![0u8; chosen.len()];
    let g: Vec<(f32, f32)> = chosen.iter().map(|&i| slopes[i as usize]).collect();
    let mut splits = [(0u16, f32::INFINITY); DEPTH];
    for level in 0..DEPTH {
        let mut best = (0.0f64, 0usize, 0usize);
        for &f in asked {
            let borders = bins.borders[f].len();
            if borders == 0 {
                continue;
            }
            let (gain, border) = split(&bins.bins[f], chosen, &leaf, &g, 1 << level, borders, options.ridge);
            if gain > best.0 {
                best = (gain, f, border);
            }
        }
        if best.0 <= 0.0 {
            break;
        }
        let (_, f, border) = best;
        splits[level] = (f as u16, bins.borders[f][border]);
        for (l, &i) in leaf.iter_mut().zip(chosen) {
            *l |= u8::from(bins.bins[f][i as usize] as usize > border) << level;
        }
    }
    let mut sums = vec![(0.0f64, 0.0f64); LEAVES];
    for (&l, &(a, b)) in leaf.iter().zip(&g) {
        let s = &mut sums[l as usize];
        *s = (s.0 + f64::from(a), s.1 + f64::from(b));
    }
    let ridge = f64::from(options.ridge);
    let leaves = sums.iter().map(|&(a, b)| (-a / (b + ridge)) as f32 * options.rate).collect();
    Tree { splits, leaves }
}

/// The best border of one feature over all leaves of a level: gain, border.
fn split(
    bins: &[u8],
    chosen: &[u32],
    leaf: &[u8],
    g: &[(f32, f32)],
    leaves: usize,
    borders: usize,
    ridge: f32,
) -> (f64, usize) {
    const WIDTH: usize = BORDERS + 1;
    let mut sums = vec![(0.0f32, 0.0f32); leaves * WIDTH];
    for ((&i, &l), &(a, b)) in chosen.iter().zip(leaf).zip(g) {
        let s = &mut sums[l as usize * WIDTH + bins[i as usize] as usize];
        s.0 += a;
        s.1 += b;
    }
    let ridge = f64::from(ridge);
    let value = |a: f64, b: f64| a * a / (b + ridge);
    let mut gain = vec![0.0f64; borders];
    for l in 0..leaves {
        let cells = &sums[l * WIDTH..(l + 1) * WIDTH];
        let (ta, tb) = cells.iter().fold((0.0f64, 0.0f64), |s, c| (s.0 + f64::from(c.0), s.1 + f64::from(c.1)));
        if tb <= 0.0 {
            continue;
        }
        let all = value(ta, tb);
        let (mut a, mut b) = (0.0f64, 0.0f64);
        for (k, cell) in gain.iter_mut().enumerate() {
            a += f64::from(cells[k].0);
            b += f64::from(cells[k].1);
            *cell += value(a, b) + value(ta - a, tb - b) - all;
        }
    }
    let best = (0..borders).max_by(|&x, &y| gain[x].total_cmp(&gain[y]).then(y.cmp(&x))).unwrap_or(0);
    (gain[best], best)
}
