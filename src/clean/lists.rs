//! Lists inside an article: standings, dates of a tour, results. Their lines
//! are short and end without a mark, as menus do, but they are made alike.

use super::page_features::{Label, PageFeatures};
use crate::corpus::LineKind;

/// Lines that make a list.
const LIST: usize = 5;
/// Rows that may stand between a paragraph and its list.
const APART: usize = 2;
/// Words of the longest line of a list.
const LINE: u32 = 24;
/// Marks by which two lines are taken to be made alike.
const ALIKE: usize = 2;

/// Keeps the lists that follow a paragraph of the body.
pub(crate) fn keep(page: &PageFeatures<'_>, body: &mut [Option<Label>]) {
    let mut i = 0;
    while i < page.len() {
        let end = run(page, i);
        if end - i < LIST {
            i += 1;
            continue;
        }
        let above = (i.saturating_sub(APART + 1)..i).rev().find(|&j| body[j].is_some());
        let Some(above) = above.filter(|&j| (j + 1..i).all(|k| !page.marks[k].is_strong())) else {
            i = end;
            continue;
        };
        for slot in body[above + 1..end].iter_mut().filter(|b| b.is_none()) {
            *slot = Some(Label::new(LineKind::Body, "body.list"));
        }
        i = end;
    }
}

/// The end of the run of lines made like line `i`.
fn run(page: &PageFeatures<'_>, i: usize) -> usize {
    let Some(first) = make(page, i) else { return i };
    let same = |j: usize| make(page, j) == Some(first) && page.row(j).gap_before == page.row(i + 1).gap_before;
    (i + 1..page.len()).find(|&j| !same(j)).unwrap_or(page.len())
}

/// The marks that a line is made of; `None` for lines of sentences, menus,
/// teasers with an hour, and lines without marks.
fn make(page: &PageFeatures<'_>, i: usize) -> Option<[u8; ALIKE]> {
    let (r, s, m) = (page.row(i), &page.shapes[i], &page.marks[i]);
    if !(2..=LINE).contains(&r.words) || r.bars > 0 || s.time || s.only_date || m.is_strong() || r.ends {
        return None;
    }
    let mut marks = page.measured.folded(r).iter().filter(|b| b.is_ascii_punctuation() && !matches!(b, b'\'' | b'.'));
    let made = [marks.next().copied().unwrap_or(0), marks.next().copied().unwrap_or(0)];
    (made[1] != 0 || made[0] != 0 && r.digits > 0).then_some(made)
}

/// Signs with which a row of a table begins that is drawn with lines.
pub(crate) const DRAWN: [char; 8] = ['│', '┃', '║', '┌', '├', '└', '╔', '╠'];

/// True for a row of a table that is drawn with lines, as browsers of text do.
pub(crate) fn is_drawn(page: &PageFeatures<'_>, i: usize) -> bool {
    DRAWN.contains(&page.row(i).first)
}
