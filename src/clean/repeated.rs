//! What a text prints twice: a dump that holds the article once as a whole and once in parts,
//! or every paragraph again. The second printing is taken out, word by word, so that no
//! paragraph goes that differs from the first in anything but where its lines break.

use super::page_features::{Label, PageFeatures};
use crate::corpus::{Cut, LineKind};
use crate::text::Span;
use crate::text::ending::is_ended;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The rule of a line that is there again, and of a part of one.
const LINE: &str = "repeat.line";
const CUT: &str = "repeat.cut";

/// Words that must be the same for a place to be looked at.
const SAME: usize = 8;
/// Words in a row that are taken out at least: a refrain, a slogan or a sentence that is quoted
/// again has fewer.
const LEAST: usize = 30;
/// Words beyond which a text is no article, and is not looked through.
const MOST: u64 = 50_000;
/// How often a line may stand in a text that is printed twice.
const TWICE: u32 = 2;
/// One of so many places is remembered when it is asked whether there is anything.
const SAMPLED: u32 = 4;
/// Places of a sample that must come again.
const AGAIN: usize = 2;

struct Word {
    hash: u64,
    span: Span,
    row: usize,
}

/// Marks the rows of the body that repeat others, and finds repetitions inside them.
pub(super) fn find(page: &PageFeatures<'_>, labels: &mut [Label]) -> Vec<Cut> {
    let body: Vec<usize> = (0..page.len()).filter(|&i| labels[i].kind.is_body()).collect();
    let long: u64 = body.iter().map(|&i| u64::from(page.row(i).words)).sum();
    if long > MOST || !may_repeat(page, &body) {
        return Vec::new();
    }
    let words: Vec<Word> = body.iter().flat_map(|&i| words(page, i)).collect();
    let from = copies(&words);
    let mut cuts = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let end = (at..words.len()).find(|&k| from[k].is_some() != from[at].is_some()).unwrap_or(words.len());
        if from[at].is_some() {
            take_out(page, &words, &from, (at, end), labels, &mut cuts);
        }
        at = end;
    }
    cuts
}

/// Whether enough words stand in a row again, by a sample of them: most texts repeat nothing.
fn may_repeat(page: &PageFeatures<'_>, body: &[usize]) -> bool {
    let mut seen: Vec<u32> = Vec::new();
    let tokens: Vec<u32> = body.iter().flat_map(|&i| page.measured.tokens(page.row(i)).iter().copied()).collect();
    let place = |w: &[u32]| w.iter().fold(0u32, |h, t| (h.rotate_left(5) ^ t).wrapping_mul(0x9e37_79b1));
    seen.extend(tokens.windows(SAME).map(place).filter(|h| (h >> 8) % SAMPLED == 0));
    seen.sort_unstable();
    seen.windows(2).filter(|w| w[0] == w[1]).count() >= AGAIN
}

fn words<'p>(page: &'p PageFeatures<'_>, row: usize) -> impl Iterator<Item = Word> + 'p {
    let (content, start) = (page.content(row), page.row(row).span.start);
    let mut at = 0;
    std::iter::from_fn(move || {
        let from = at + content[at..].find(char::is_alphanumeric)?;
        let end = content[from..].find(|c: char| !c.is_alphanumeric()).map_or(content.len(), |n| from + n);
        at = end;
        let mut hasher = DefaultHasher::new();
        crate::text::fold(&content[from..end]).hash(&mut hasher);
        Some(Word { hash: hasher.finish(), span: Span::new(from, end).shift(start), row })
    })
}

/// For each word the one earlier in the text that it repeats, where so many in a row do.
fn copies(words: &[Word]) -> Vec<Option<usize>> {
    let mut from: Vec<Option<usize>> = vec![None; words.len()];
    let mut first: HashMap<u64, usize> = HashMap::new();
    let place = |at: usize| {
        let w = words.get(at..at + SAME)?;
        Some(w.iter().fold(0u64, |h, w| (h.rotate_left(7) ^ w.hash).wrapping_mul(0x9e37_79b9_7f4a_7c15)))
    };
    let mut at = 0;
    while let Some(key) = place(at) {
        let earlier = *first.entry(key).or_insert(at);
        let same = |k: &usize| earlier + k < at && words.get(at + k).is_some_and(|w| w.hash == words[earlier + k].hash);
        let length = if earlier < at { (0..at - earlier).take_while(same).count() } else { 0 };
        for k in 0..if length >= SAME { length } else { 0 } {
            from[at + k] = Some(earlier + k);
        }
        at += if length >= SAME { length } else { 1 };
    }
    from
}

/// Takes out a run of repeated words: whole rows, and of a row that has others the sentences.
fn take_out(
    page: &PageFeatures<'_>,
    words: &[Word],
    from: &[Option<usize>],
    (start, end): (usize, usize),
    labels: &mut [Label],
    cuts: &mut Vec<Cut>,
) {
    let run = &words[start..end];
    // A plan, a table or a form says the same short things again and again, and means it.
    let prose = |w: &&Word| page.is_prose(w.row) && page.row(w.row).ends && page.row(w.row).copies <= TWICE;
    if run.iter().filter(prose).count() < LEAST {
        return;
    }
    let mut at = start;
    for part in run.chunk_by(|a, b| a.row == b.row) {
        let row = part[0].row;
        let whole = (at == 0 || words[at - 1].row != row) && words.get(at + part.len()).is_none_or(|w| w.row != row);
        let source = from[at].map(|k| words[k].row);
        if let (true, Some(source)) = (whole, source.filter(|s| *s != row)) {
            let mut label = Label::new(LineKind::Repeat, LINE);
            label.repeats = Some(source);
            labels[row] = label;
        } else if let Some(span) = sentences(page, row, part) {
            cuts.push(Cut { span, kind: LineKind::Repeat, rule: CUT });
        }
        at += part.len();
    }
}

/// The whole sentences in a part of a row, where they have words enough.
fn sentences(page: &PageFeatures<'_>, row: usize, part: &[Word]) -> Option<Span> {
    let content = page.row(row).span;
    let opens = |w: &Word| {
        let before = page.text.get(content.start..w.span.start).unwrap_or_default();
        let before = before.trim_end_matches(|c: char| !c.is_alphanumeric() && !"\n.!?…".contains(c));
        before.is_empty() || is_ended(before)
    };
    let behind = |w: &Word| {
        let rest = page.text.get(w.span.end..content.end).unwrap_or_default();
        let marks = rest.find(|c: char| c.is_alphanumeric() || c == '«' || c == '“').unwrap_or(rest.len());
        let marks = &rest[..marks];
        let ends = rest.trim().is_empty() || marks.contains(['.', '!', '?', '…']);
        ends.then(|| w.span.end + marks.trim_end().len())
    };
    let first = part.iter().position(opens)?;
    let (last, end) = part.iter().enumerate().rev().find_map(|(i, w)| Some((i, behind(w)?)))?;
    (last > first && last - first >= LEAST).then(|| Span::new(part[first].span.start, end))
}
