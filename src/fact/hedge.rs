//! Words that hold a statement at a distance, on a ladder from fact to
//! denial. A closed lexicon; has never heard of who speaks.

use super::prose::{Kind, Prose};
use super::quote::Quote;
use crate::enumerated::enumerated;
use crate::lang::{self, HedgeWord};
use crate::text::{Span, fold};
use serde::Serialize;
use std::collections::HashMap;
use std::sync::OnceLock;

enumerated! {
    /// How far from plain fact, the plain indicative being step 0.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Step {
        /// *devrait*, *va*, *probablement*: expected.
        Expected => "expected",
        /// *pourrait*, *peut-être*, *serait*: possible.
        Possible => "possible",
        /// *craint*, *redoute*: feared or hoped.
        Feared => "feared",
        /// *dément*, *nie*: denied.
        Denied => "denied",
    }
}

/// A hedging word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hedge {
    /// The word or words.
    pub span: Span,
    /// Its place on the ladder.
    pub step: Step,
    /// True inside a quotation: the speaker hedges, not the article.
    pub quoted: bool,
}

type Entry = (Vec<String>, Step);

/// Phrases by their first word, longest first.
fn table() -> &'static HashMap<String, Vec<Entry>> {
    static TABLE: OnceLock<HashMap<String, Vec<Entry>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: HashMap<String, Vec<Entry>> = HashMap::new();
        for entry in lang::entries::<HedgeWord>() {
            let step = match entry.class {
                HedgeWord::Expected => Step::Expected,
                HedgeWord::Possible => Step::Possible,
                HedgeWord::Feared => Step::Feared,
                HedgeWord::Denied => Step::Denied,
            };
            // A token ends behind its apostrophe, and is compared without it.
            let phrase = fold(entry.word).replace('\'', " ");
            let mut words = phrase.split_whitespace().map(str::to_owned);
            if let Some(first) = words.next() {
                table.entry(first).or_default().push((words.collect(), step));
            }
        }
        for list in table.values_mut() {
            list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        table
    })
}

/// Hedges of all zones in order.
pub(super) fn find(prose: &Prose, quotes: &[Quote]) -> Vec<Hedge> {
    let mut out = Vec::new();
    let mut quote = 0;
    for zone in &prose.zones {
        let mut i = zone.tokens.start;
        while i < zone.tokens.end {
            let Some((len, step)) = phrase_at(prose, i, zone.tokens.end) else {
                i += 1;
                continue;
            };
            let span = Span::new(prose.tokens[i].span.start, prose.tokens[i + len - 1].span.end);
            while quotes.get(quote).is_some_and(|q| q.outer.end <= span.start) {
                quote += 1;
            }
            let quoted = quotes.get(quote).is_some_and(|q| q.outer.contains(span));
            out.push(Hedge { span, step, quoted });
            i += len;
        }
    }
    out
}

fn phrase_at(prose: &Prose, i: usize, end: usize) -> Option<(usize, Step)> {
    if prose.tokens[i].kind != Kind::Word {
        return None;
    }
    let key = |k: usize| {
        let word = prose.word(k);
        fold(word).trim_end_matches('\'').to_owned()
    };
    let first = prose.word(i);
    if first.len() > 20 {
        return None;
    }
    let list = table().get(key(i).as_str())?;
    list.iter().find_map(|(rest, step)| {
        let fits = i + rest.len() < end && rest.iter().enumerate().all(|(k, w)| key(i + 1 + k) == *w);
        fits.then_some((rest.len() + 1, *step))
    })
}
