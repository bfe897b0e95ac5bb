//! What a query that finds nothing was perhaps meant to be: its words as the
//! texts write them, a letter or two away.

use super::candidate::Candidates;
use super::seek::{Hits, Suggestion, search, search_one};
use super::stop::Stop;
use super::text_access::TextAccess;
use crate::search::query::{Mode, Word};
use crate::search::{Layers, Query};
use crate::text::fold;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Letters from which a word is looked for one letter away, and two.
const LONG_ENOUGH: [usize; 2] = [4, 7];

/// The query with each word that stands in no text written as the texts write the
/// word next to it, most frequent first; `None` when no word is near enough, when
/// that finds nothing either, or when it was stopped.
pub fn suggest(
    query: &Query,
    layers: Layers,
    candidates: &Candidates,
    texts: &TextAccess,
    stop: &Stop,
) -> Option<Suggestion> {
    (1u8..).zip(LONG_ENOUGH).find_map(|(letters, from)| {
        let long = |w: &Word| w.folded.chars().count() >= from;
        let wide = query.with_words(&|w| long(w).then(|| Word { mode: Mode::Typo(letters), ..w.clone() }))?;
        let hits = search_one(Arc::new(wide), layers, candidates, texts, stop)?;
        let near = query.with_words(&|w| as_written(w, usize::from(letters), &hits).map(|form| Word::exact(&form)))?;
        let near = Arc::new(near);
        let found = search(std::slice::from_ref(&near), layers, candidates, texts, stop)?.pop()?;
        (found.total > 0).then(|| Suggestion { query: near.raw.clone(), hits: found.total })
    })
}

/// The word among the hits that is so many letters from another at most: the most
/// frequent one; `None` where the word itself stands among them.
fn as_written(word: &Word, letters: usize, hits: &Hits) -> Option<String> {
    let mut forms: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    for (id, document) in &hits.texts {
        let found = hits.documents.iter().find(|d| d.id == *id).and_then(|d| d.hits.as_ref());
        for hit in found.into_iter().flatten() {
            let written = hit.span().of(&document.text);
            *forms.entry(fold(written)).or_default().entry(written).or_default() += 1;
        }
    }
    if forms.contains_key(&word.folded) {
        return None;
    }
    let near = |form: &String| strsim::osa_distance(&word.folded, form) <= letters;
    let often = |spellings: &BTreeMap<&str, usize>| spellings.values().sum::<usize>();
    let best = forms.iter().filter(|(form, _)| near(form)).max_by_key(|(_, spellings)| often(spellings))?.1;
    best.iter().max_by_key(|(_, count)| **count).map(|(written, _)| (*written).to_owned())
}
