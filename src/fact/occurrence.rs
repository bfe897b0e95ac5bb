//! Which one of a row of like events is told of: `acte VIII`, `la 20e étape`,
//! `le neuvième samedi`. Whatever the row is called, its number tells two of
//! its events apart.

use crate::lang::{self, FigureWord, RecurringEvent, Tags};
use crate::text::{Span, fold};
use std::collections::HashMap;
use std::sync::OnceLock;

/// An event of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Its words.
    pub span: Span,
    /// Its number, from 2: the first of anything is seldom one of a row.
    pub number: u8,
}

/// Words between an ordinal and its noun, at most: `la huitième grande journée`.
const BETWEEN: usize = 1;

/// The numbered events that words in a row tell of, in order. Linear in their
/// number.
pub fn find(text: &str, words: &[Span]) -> Vec<Occurrence> {
    let mut out = Vec::new();
    for (i, &noun) in words.iter().enumerate() {
        let kind = kind(noun.of(text));
        if !kind.is(RecurringEvent::Numbered | RecurringEvent::Counted) {
            continue;
        }
        let beside = |a: Span, b: Span| text[a.end..b.start].chars().all(char::is_whitespace);
        let behind = words.get(i + 1).filter(|&&n| kind.is(RecurringEvent::Numbered) && beside(noun, n));
        let before = || {
            let near = words[i.saturating_sub(1 + BETWEEN)..i].iter().rev().copied();
            let mut last = noun;
            near.take_while(|&w| beside(w, std::mem::replace(&mut last, w)))
                .find_map(|w| Some((w, ordinal(w.of(text))?)))
        };
        let found = behind
            .and_then(|&n| Some((noun.join(n), numeral(n.of(text))?)))
            .or_else(|| before().map(|(w, n)| (w.join(noun), n)));
        out.extend(found.filter(|f| f.1 > 1).map(|(span, number)| Occurrence { span, number }));
    }
    out
}

/// What a word can be, also where it has a capital.
fn kind(word: &str) -> Tags {
    if word.starts_with(char::is_uppercase) { Tags::of_folded(&fold(word)) } else { Tags::of(word) }
}

/// A number of two digits at most, or a Roman one.
fn numeral(word: &str) -> Option<u8> {
    if word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit()) {
        return word.parse().ok();
    }
    roman(word)
}

/// `8e`, `VIIIe`, `20ème`, `huitième`, `third`.
pub(super) fn ordinal(word: &str) -> Option<u8> {
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let letters = word.len() - word.trim_start_matches(|c: char| c.is_ascii_uppercase()).len();
    let split = digits.max(letters);
    if split > 0 && split < word.len() && Tags::of(&word[split..]).is(FigureWord::OrdinalEnding) {
        return numeral(&word[..split]);
    }
    static WORDS: OnceLock<HashMap<String, u8>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let ordinals = lang::entries::<RecurringEvent>().filter(|e| e.class == RecurringEvent::Ordinal);
        ordinals.filter_map(|e| Some((fold(e.word), e.value?.parse().ok()?))).collect()
    });
    words.get(&fold(word)).copied()
}

/// A Roman number up to 39, in capitals.
fn roman(word: &str) -> Option<u8> {
    let tens = word.bytes().take_while(|&b| b == b'X').count();
    let strokes = |s: &[u8]| s.len() <= 3 && s.iter().all(|&b| b == b'I');
    let ones = match &word.as_bytes()[tens..] {
        [b'I', b'V'] => 4,
        [b'I', b'X'] => 9,
        [b'V', rest @ ..] if strokes(rest) => 5 + rest.len() as u8,
        rest if strokes(rest) => rest.len() as u8,
        _ => return None,
    };
    (tens <= 3 && tens + usize::from(ones) > 0).then_some(tens as u8 * 10 + ones)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::segment;

    fn numbers(text: &str) -> Vec<(&str, u8)> {
        let words: Vec<Span> = segment::words(text, Span::new(0, text.len())).collect();
        find(text, &words).into_iter().map(|o| (o.span.of(text), o.number)).collect()
    }

    #[test]
    fn a_row_of_events_counts_in_every_way_of_writing() {
        for (text, words, number) in [
            ("l'acte VIII des marcheurs", "acte VIII", 8),
            ("ACTE IX", "ACTE IX", 9),
            ("la 20e étape du tour", "20e étape", 20),
            ("un neuvième samedi de marche", "neuvième samedi", 9),
            ("la huitième grande journée", "huitième grande journée", 8),
            ("Épisode 3", "Épisode 3", 3),
            ("the third Saturday in a row", "third Saturday", 3),
            ("stage 12 of the race", "stage 12", 12),
        ] {
            assert_eq!(numbers(text), [(words, number)], "{text}");
        }
    }

    #[test]
    fn what_is_no_event_of_a_row_has_no_number() {
        for text in [
            "samedi 8 décembre",
            "le 20e arrondissement",
            "la première journée",
            "acte 2018",
            "huitième, journée",
            "XIVe",
        ] {
            assert!(numbers(text).is_empty(), "{text}: {:?}", numbers(text));
        }
    }
}
