//! Headlines with a capital on every word, as English papers write them: the
//! capitals say nothing there, so only names that the text has elsewhere
//! stay.

use crate::entity::hash::WordHash;
use crate::entity::page::Page;
use crate::entity::words::WordClass;
use std::collections::HashSet;

/// Sentences that are such headlines, by number.
fn titled(page: &Page<'_>) -> HashSet<usize> {
    let mut out = HashSet::new();
    for (n, &(from, to)) in page.words.sentences.iter().enumerate() {
        let words = &page.words.words[from..to];
        let long = |from: usize, to: usize| to - from > 3;
        let content = |i: &usize| {
            let w = &words[*i];
            w.class <= WordClass::SmallMixed && long(w.span.start, w.span.end)
        };
        let all = (1..words.len()).filter(content).count();
        let capitals = (1..words.len()).filter(content).filter(|i| words[*i].class.is_capital()).count();
        let shouted = page.words.shouted.get(n).copied().unwrap_or(false);
        // A list of names has commas, a sentence its full stop.
        let spelt = |i: usize| page.spelling(from + i);
        let commas = (0..words.len()).filter(|i| matches!(spelt(*i), "," | ";" | "/")).count();
        let stop = spelt(words.len().saturating_sub(1)) == ".";
        let small = words.iter().any(|w| w.class == WordClass::Small);
        let headline = !shouted && !stop && small && commas < 2;
        if headline && words.len() <= 40 && all >= 4 && capitals * 10 >= all * 8 {
            out.insert(n);
        }
    }
    out
}

/// Drops what a headline alone calls a name.
pub(super) fn quieten(page: &mut Page<'_>) {
    let titled = titled(page);
    if titled.is_empty() || titled.len() * 2 > page.words.sentences.len() {
        return;
    }
    let inside = |page: &Page<'_>, i: usize| page.sentence_of(i).is_some_and(|s| titled.contains(&s));
    let (mut elsewhere, mut keys) = (HashSet::with_hasher(WordHash), Vec::new());
    for d in page.drafts() {
        if inside(page, d.from) {
            keys.push(d);
        } else {
            elsewhere.insert(page.key(d.from, d.to));
            elsewhere.insert(page.key(d.to - 1, d.to));
        }
    }
    for d in keys {
        if !elsewhere.contains(&page.key(d.from, d.to)) {
            page.clear(d.from);
        }
    }
}
