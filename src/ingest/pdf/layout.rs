//! From pieces on pages to paragraphs: lines, columns, and what returns at the
//! head or the foot of every page.

use super::page::{Run, Runs};
use crate::ingest::records::layout::Line;
use crate::text::ending::is_closed_or_goes_on;
use crate::text::squeezed;
use std::collections::{BTreeSet, HashMap};

/// What the pages say.
#[derive(Debug, Default)]
pub(super) struct Laid {
    /// ParagraphMaker with a blank line after each.
    pub lines: Vec<Line>,
    /// Lines left out because they return on the pages.
    pub running: usize,
}

/// Pages on which a line must return to be one of their heads or feet.
const RETURNS: usize = 3;
/// Lines at the head and at the foot of a page that may return.
const EDGE: usize = 2;

/// The paragraphs of the pages.
pub(super) fn lay(pages: &[Runs]) -> Laid {
    let mut laid: Vec<Vec<Run>> = pages.iter().map(|runs| ordered(segments(runs), 0)).collect();
    let mut counts: HashMap<String, usize> = HashMap::new();
    for page in &laid {
        // A page counts once, however often a line stands on it.
        let keys: BTreeSet<String> = edges(page).into_iter().map(|i| alike(&page[i].text)).collect();
        for key in keys {
            *counts.entry(key).or_default() += 1;
        }
    }
    let mut out = Laid::default();
    // Of two pages a line that stands at the edge of both is that of both.
    let many = if pages.len() == 2 { 2 } else { RETURNS.max(pages.len() / 3) };
    for page in &mut laid {
        let returns: Vec<usize> = edges(page)
            .into_iter()
            .filter(|&i| counts.get(&alike(&page[i].text)).is_some_and(|&n| n >= many))
            .collect();
        out.running += returns.len();
        let mut at = 0;
        page.retain(|_| {
            at += 1;
            !returns.contains(&(at - 1))
        });
    }
    let mut paragraphs = ParagraphMaker::default();
    laid.iter().for_each(|page| paragraphs.page(page));
    paragraphs.end();
    let usual = usual_size(&paragraphs.done);
    for LaidParagraph { text, bold, size } in paragraphs.done {
        let strong = bold || size > LARGE * usual;
        out.lines.push(Line { text, strong, ..Line::default() });
        out.lines.push(Line::default());
    }
    out
}

/// Lines that stand highest and lowest on a page.
fn edges(page: &[Run]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..page.len()).collect();
    order.sort_by(|&a, &b| page[b].y.total_cmp(&page[a].y));
    let lowest = order.len().saturating_sub(EDGE).max(EDGE.min(order.len()));
    order.iter().take(EDGE).chain(&order[lowest..]).copied().collect()
}

/// Longest line of nothing but digits that numbers a page.
const NUMBER: usize = 4;

/// A line without its numbers, which count the pages. A figure that is longer
/// than the number of a page is one of the text, and like no other.
fn alike(text: &str) -> String {
    let is_figure = text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ','));
    if is_figure && text.chars().count() > NUMBER {
        return text.to_owned();
    }
    text.chars().filter(|c| !c.is_ascii_digit()).collect::<String>().trim().to_lowercase()
}

/// Widths of a letter, as parts of its size.
const SPACE: f64 = 0.15;
const APART: f64 = 1.2;
/// Part of the size by which base lines of one line may differ.
const LEVEL: f64 = 0.35;

/// Pieces that follow each other on one base line, joined; a gap as wide as one
/// between columns parts them.
fn segments(runs: &[Run]) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    for run in runs {
        let joined = out.last_mut().filter(|last| {
            let size = last.size.max(run.size).max(1.0);
            let gap = run.x - last.end;
            (last.y - run.y).abs() <= LEVEL * size && (-0.6 * size..=APART * size).contains(&gap)
        });
        match joined {
            Some(last) => {
                let gap = run.x - last.end;
                let spaced = last.text.ends_with(char::is_whitespace) || run.text.starts_with(char::is_whitespace);
                if gap > SPACE * run.size && !spaced {
                    last.text.push(' ');
                }
                last.text.push_str(&run.text);
                last.end = last.end.max(run.end);
                last.bold &= run.bold;
                if run.text.len() > last.text.len() / 2 {
                    last.size = run.size;
                }
            }
            None => out.push(run.clone()),
        }
    }
    for run in &mut out {
        run.text = squeezed(&run.text);
    }
    out.retain(|r| !r.text.is_empty());
    out
}

/// Columns inside columns.
const COLUMNS: usize = 3;
/// Lines that a column has at least.
const LINES: usize = 4;
/// Lines that may stand across a gap on any page, such as a headline.
const ACROSS: usize = 2;
/// Strips of a page that are looked at for a gap between columns.
const STRIPS: usize = 200;

/// The lines in the order in which they are read: down one column, then down
/// the next; what stands across them parts what is above from what is below.
fn ordered(mut lines: Vec<Run>, depth: usize) -> Vec<Run> {
    let Some(gap) = (depth < COLUMNS).then(|| gutter(&lines)).flatten() else {
        let in_order = lines.windows(2).filter(|w| w[1].y > w[0].y + LEVEL * w[0].size).count();
        // Drawn from the top down but for a few: the order of the file is that of the reader.
        if in_order * 4 > lines.len() {
            lines.sort_by(|a, b| (b.y.total_cmp(&a.y)).then(a.x.total_cmp(&b.x)));
        }
        return lines;
    };
    lines.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut out = Vec::with_capacity(lines.len());
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for line in lines {
        if line.end <= gap + 1.0 {
            left.push(line);
        } else if line.x >= gap - 1.0 {
            right.push(line);
        } else {
            out.extend(ordered(std::mem::take(&mut left), depth + 1));
            out.extend(ordered(std::mem::take(&mut right), depth + 1));
            out.push(line);
        }
    }
    out.extend(ordered(left, depth + 1));
    out.extend(ordered(right, depth + 1));
    out
}

/// The middle of a gap that nearly no line crosses, with lines beside each other
/// on both sides of it.
fn gutter(lines: &[Run]) -> Option<f64> {
    if lines.len() < 2 * LINES {
        return None;
    }
    let from = lines.iter().map(|l| l.x).fold(f64::MAX, f64::min);
    let to = lines.iter().map(|l| l.end).fold(f64::MIN, f64::max);
    let strip = (to - from) / STRIPS as f64;
    if !(strip > 0.0 && strip.is_finite()) {
        return None;
    }
    let mut crossed = [0_usize; STRIPS + 1];
    for line in lines {
        let (a, b) = (((line.x - from) / strip) as usize, ((line.end - from) / strip) as usize);
        crossed[a.min(STRIPS)..=b.min(STRIPS)].iter_mut().for_each(|n| *n += 1);
    }
    let few = (lines.len() / 10).max(ACROSS);
    // The widest run of strips that few lines cross, not at the edges.
    let (mut best, mut start) = ((0, 0), None);
    for i in STRIPS / 8..=STRIPS - STRIPS / 8 {
        match (crossed[i] <= few, start) {
            (true, None) => start = Some(i),
            (true, Some(s)) if i + 1 - s > best.0 => best = (i + 1 - s, s),
            (false, _) => start = None,
            _ => {}
        }
    }
    let gap = from + (best.1 as f64 + best.0 as f64 / 2.0) * strip;
    let size = lines[lines.len() / 2].size;
    if best.0 == 0 || (best.0 as f64) * strip < 0.8 * size {
        return None;
    }
    let beside = |left: bool| lines.iter().filter(move |l| if left { l.end <= gap } else { l.x >= gap });
    let (left, right) = (beside(true).count(), beside(false).count());
    // Cells of a table stand beside each other too, but are short.
    let words = |left: bool| beside(left).map(|l| l.text.split_whitespace().count()).sum::<usize>();
    let prose = words(true) >= 3 * left && words(false) >= 3 * right;
    (left >= LINES && right >= LINES && prose).then_some(gap)
}

/// How much larger than the text the letters of a headline are.
const LARGE: f64 = 1.25;

/// A paragraph, whether all of it is bold, and the size of its first line.
struct LaidParagraph {
    text: String,
    bold: bool,
    size: f64,
}

/// The size in which most letters are set.
fn usual_size(paragraphs: &[LaidParagraph]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = paragraphs.iter().map(|p| (p.size, p.text.len())).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|s| s.1).sum::<usize>() / 2;
    let mut sum = 0;
    for (size, letters) in sizes {
        sum += letters;
        if sum > half {
            return size;
        }
    }
    1.0
}

#[derive(Default)]
struct ParagraphMaker {
    done: Vec<LaidParagraph>,
    text: String,
    bold: bool,
    size: f64,
    last: Option<Run>,
    /// The right end of the widest line of the column so far.
    widest: f64,
}

impl ParagraphMaker {
    fn page(&mut self, lines: &[Run]) {
        let mut steps: Vec<f64> = lines.windows(2).map(|w| w[0].y - w[1].y).filter(|d| *d > 1.0).collect();
        steps.sort_by(f64::total_cmp);
        let step = steps.get(steps.len() / 2).copied().unwrap_or(12.0);
        for line in lines {
            if self.opens(line, step) {
                self.end();
            }
            self.add(line);
        }
    }

    /// True where a line opens a paragraph.
    fn opens(&self, line: &Run, step: f64) -> bool {
        let Some(last) = &self.last else { return true };
        let ended = is_closed_or_goes_on(&self.text) || self.text.ends_with(')');
        let other = (last.size - line.size).abs() > 0.12 * line.size.max(1.0) || last.bold != line.bold;
        let down = last.y - line.y;
        if down < 0.5 * line.size || down > 6.0 * step {
            // A column or a page goes on where a sentence does.
            return ended
                || other
                || line.text.starts_with(|c: char| c.is_uppercase()) && last.end < self.widest - 3.0 * line.size;
        }
        let indented = line.x > last.x + 0.7 * line.size;
        let short = last.end < self.widest - 4.0 * line.size;
        // Large letters stand further apart than the lines of the text.
        let step = if line.size > step { 1.2 * line.size } else { step };
        other || down > 1.4 * step || (indented && ended) || (short && ended)
    }

    fn add(&mut self, line: &Run) {
        if self.text.is_empty() {
            (self.bold, self.size) = (line.bold, line.size);
            self.widest = line.end;
        } else if self.text.ends_with('-')
            && self.text[..self.text.len() - 1].ends_with(char::is_lowercase)
            && line.text.starts_with(char::is_lowercase)
        {
            self.text.pop();
        } else {
            self.text.push(' ');
        }
        self.text.push_str(&line.text);
        self.bold &= line.bold;
        self.widest = self.widest.max(line.end);
        self.last = Some(line.clone());
    }

    fn end(&mut self) {
        let text = std::mem::take(&mut self.text);
        if !text.is_empty() {
            self.done.push(LaidParagraph { text, bold: self.bold, size: self.size });
        }
    }
}
