//! Speech, fragment or scare quotes; and the same words quoted twice.

use super::{FLOOR, NOBODY, STATED, weight};
use crate::fact::frame::Frame;
use crate::fact::lexicon::Class;
use crate::fact::prose::Kind;
use crate::fact::quote::{Quote, QuoteKind, Reason};
use crate::text::{Folded, fold};

/// Quotations compared with each other: a fixed number, so that a text of
/// nothing but quotations costs no more for each.
const COMPARED: usize = 160;

/// Quotations whose weak speaker is outweighed by one stated elsewhere for
/// the same words. At most a fixed number of comparisons.
pub(super) fn same_words(quotes: &mut [Quote], score: &mut [i32], text: &str) {
    let folded: Vec<String> = quotes.iter().take(COMPARED).map(|q| bare(q.span.of(text))).collect();
    for q in 0..folded.len() {
        // A name said elsewhere is better than `les deux dirigeants` here.
        let nameless = quotes[q].entity.is_none();
        if score[q] >= STATED && !nameless || folded[q].len() < 4 || quotes[q].reason == NOBODY {
            continue;
        }
        let same = (0..folded.len())
            .filter(|&o| {
                o != q && score[o] >= STATED && quotes[o].entity.is_some() && quotes[o].kind != QuoteKind::Scare
            })
            .find(|&o| {
                let (short, long) = if folded[q].len() <= folded[o].len() {
                    (&folded[q], &folded[o])
                } else {
                    (&folded[o], &folded[q])
                };
                short == long || short.len() >= 8 && holds_words(long, short)
            });
        let Some(o) = same else { continue };
        let (name, points) = weight::SAME_WORDS;
        let (speaker, entity, words) = (quotes[o].speaker.clone(), quotes[o].entity, quotes[o].speaker_words);
        score[q] = score[q].max(0) + points;
        let quote = &mut quotes[q];
        (quote.speaker, quote.entity, quote.speaker_words, quote.reason) = (speaker, entity, words, name);
        quote.weighed.push(Reason { feature: name, tenths: points });
        quote.doubtful = true;
    }
}

pub(super) fn bare(s: &str) -> String {
    fold(s.trim_matches(|c: char| !c.is_alphanumeric()))
}

pub(super) fn holds_words(long: &str, short: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    long.find(short)
        .is_some_and(|i| edge(long[..i].chars().next_back()) && edge(long[i + short.len()..].chars().next()))
}

/// The head of the text, folded, to see which quoted words also stand in it
/// without marks. A label shows itself early; reading on would cost time.
pub(super) struct Head<'f> {
    zones: Vec<(usize, Folded)>,
    quotes: &'f [Quote],
    /// The first quotations, folded, to see which come back.
    texts: Vec<String>,
}

impl<'f> Head<'f> {
    const BYTES: usize = 8000;

    pub(super) fn new(frame: &Frame, quotes: &'f [Quote]) -> Self {
        let mut zones = Vec::new();
        let mut left = Self::BYTES;
        for zone in &frame.prose.zones {
            let text = zone.span.of(frame.prose.text);
            let part: &str = match text.char_indices().nth(left) {
                Some((end, _)) => &text[..end],
                None => text,
            };
            left = left.saturating_sub(part.len());
            zones.push((zone.span.start, Folded::new(part)));
            if left == 0 {
                break;
            }
        }
        let texts = quotes.iter().take(COMPARED).map(|q| bare(q.span.of(frame.prose.text))).collect();
        Self { zones, quotes, texts }
    }

    pub(super) fn unquoted(&self, words: &str) -> bool {
        self.zones.iter().any(|(start, folded)| {
            folded.find_all(words).any(|hit| {
                let hit = hit.shift(*start);
                let k = self.quotes.partition_point(|q| q.outer.end <= hit.start);
                self.quotes.get(k).is_none_or(|q| !q.outer.touches(hit))
            })
        })
    }
}

/// Speech, fragment or scare quotes, by the words and by what stands around.
pub(super) fn kind(frame: &Frame, head: &Head, q: usize, score: i32) -> QuoteKind {
    let quotes = head.quotes;
    let prose = frame.prose;
    let quote = &quotes[q];
    let text = quote.span.of(prose.text);
    let from = prose.token_at(quote.span.start);
    let to = prose.token_at(quote.span.end.saturating_sub(1)) + 1;
    let tokens = prose.tokens.get(from..to.min(prose.tokens.len())).unwrap_or(&[]);
    let words = tokens.iter().filter(|t| t.kind == Kind::Word).count();
    let capital = tokens.first().is_some_and(|t| t.capital);
    let verb = tokens.iter().any(|t| t.class.is(Class::AUX) || t.class.is(Class::FIRST | Class::NEGATION));
    let ended = text.ends_with(['.', '!', '?', '…']);
    let behind = quote.reason == weight::BEHIND.0
        || quote.reason == weight::INSIDE.0
        || quote.reason == NOBODY
        || quote.reason == weight::BEHIND_DIRECT.0;
    let announced = quote.reason == weight::COLON.0 || quote.reason == weight::COLON_BEFORE.0;
    let mut distance = 0;
    // `dans « Un bon fils » (2014)`: a work.
    let behind_quote = prose.token_at(quote.outer.end);
    let dated = prose.word(behind_quote) == "("
        && prose.tokens.get(behind_quote + 1).is_some_and(|t| t.kind == Kind::Number && t.span.len() == 4);
    distance += if dated && capital { 3 } else { 0 };
    let before = from.checked_sub(2).and_then(|k| prose.tokens.get(k)).filter(|t| t.span.end <= quote.outer.start);
    if let Some(t) = before {
        distance += if t.class.is(Class::NAMED) { 3 } else { 0 };
        let counted = t.class.is(Class::DETERMINER | Class::OF) || t.kind == Kind::Number;
        distance += if counted && words <= 3 { 2 } else { 0 };
    }
    // Said beside the words themselves, not only by the subject around them.
    let stated = quote.weighed.iter().any(|r| r.tenths >= STATED);
    let near = quote.weighed.iter().any(|r| r.tenths >= weight::COLON.1);
    if words <= 3 && !behind && !announced {
        let bare_text = bare(text);
        let repeated = head.texts.iter().filter(|t| **t == bare_text).count();
        // A label goes on without marks, or comes back in marks.
        let label = words >= 2 && head.unquoted(&bare_text);
        distance += match repeated {
            0 | 1 => 0,
            2 => i32::from(!stated),
            _ => 4,
        };
        distance += if label { 2 } else { 0 };
    }
    distance += if capital && words <= 6 && !ended && !behind && !announced { 1 } else { 0 };
    distance += if words <= 2 { 1 } else { 0 };
    distance += match (score, stated) {
        (_, true) if near => -3,
        (_, true) => -2,
        (FLOOR.., _) => 0,
        _ => 2,
    };
    distance -= if words >= 5 { 2 } else { 0 };
    distance -= if behind || announced { 4 } else { 0 };
    distance -= if quote.reason == weight::SAME_WORDS.0 { 3 } else { 0 };
    if distance >= 3 {
        return QuoteKind::Scare;
    }
    let sentence = words >= 7
        || ended && words >= 2
        || verb && words >= 3
        || (behind || announced) && words >= 2 && capital
        || quote.reason == weight::BETWEEN.0 && words >= 4;
    if sentence { QuoteKind::Speech } else { QuoteKind::Fragment }
}
