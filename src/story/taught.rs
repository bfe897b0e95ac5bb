//! What the reader decided of the links of two texts, as sentences to learn
//! from: two places pinned together are a link, one pinned to nothing has none.
//! All else is left open, for silence is no judgement.

use super::pins::Pin;
use super::prepare;
use crate::corpus::Document;
use crate::corpus::segment;
use crate::text::Span;

/// Two sentences that are linked, or of which nothing was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TaughtLink {
    /// Sentence of A, by index.
    pub a: usize,
    /// Sentence of B, by index.
    pub b: usize,
    /// The reader linked them; otherwise it is open. Two sentences that stand
    /// in no such list were refused.
    pub accepted: bool,
}

/// The sentences of two texts and what the reader said of their links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taught {
    /// Sentences of both sides, in the order of their text.
    pub sentences: [Vec<Span>; 2],
    /// Linked ones and open ones, in order.
    pub links: Vec<TaughtLink>,
}

/// What the pins of two texts teach; `None` when none of them holds a sentence.
pub fn taught(a: &Document, b: &Document, pins: &[Pin]) -> Option<Taught> {
    let sentences = [a, b].map(sentences);
    let of = |side: usize, s: Option<Span>| s.map_or_else(Vec::new, |s| held(&sentences[side], s));
    let (mut accepted, mut refused): (Vec<(usize, usize)>, [Vec<usize>; 2]) = Default::default();
    for pin in pins {
        let (x, y) = (of(0, pin.a), of(1, pin.b));
        match (pin.a, pin.b) {
            // Of several sentences on both sides it is not said which go together.
            (Some(_), Some(_)) if x.len() == 1 || y.len() == 1 => {
                accepted.extend(x.iter().flat_map(|&i| y.iter().map(move |&j| (i, j))));
            }
            (Some(_), None) => refused[0].extend(x),
            (None, Some(_)) => refused[1].extend(y),
            _ => {}
        }
    }
    if accepted.is_empty() && refused.iter().all(Vec::is_empty) {
        return None;
    }
    let all = (0..sentences[0].len()).flat_map(|i| (0..sentences[1].len()).map(move |j| (i, j)));
    let links = all.filter_map(|(i, j)| {
        let is_accepted = accepted.contains(&(i, j));
        let is_open = !refused[0].contains(&i) && !refused[1].contains(&j);
        (is_accepted || is_open).then_some(TaughtLink { a: i, b: j, accepted: is_accepted })
    });
    let links = links.collect();
    Some(Taught { sentences, links })
}

fn sentences(d: &Document) -> Vec<Span> {
    let mut out: Vec<Span> =
        prepare::stretches(d).into_iter().flat_map(|(within, _)| segment::flowing(&d.text, within)).collect();
    out.sort_unstable();
    out
}

/// The sentences of which a place has at least half.
fn held(sentences: &[Span], place: Span) -> Vec<usize> {
    let has = |s: &Span| s.overlap(place) > 0 && s.overlap(place) * 2 >= s.len().min(place.len());
    sentences.iter().enumerate().filter(|(_, s)| has(s)).map(|(i, _)| i).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Place;
    use crate::ingest::RawDocument;

    fn read(text: &str) -> Document {
        let place = Place::file("test.txt");
        crate::clean::clean(RawDocument { place, text: text.to_owned(), ..RawDocument::default() })
    }

    #[test]
    fn an_accepted_link_is_one_a_refused_place_has_none_and_the_rest_is_open() {
        let a =
            read("Le ferry a heurté la digue lundi.\n\nDouze passagers ont été blessés.\n\nUne enquête est ouverte.\n");
        let b = read("Une enquête a été ouverte mardi.\n\nLundi, un ferry a heurté la digue.\n");
        let at = |d: &Document, words: &str| {
            let start = d.text.find(words).expect("the words are there");
            Some(Span::new(start, start + words.len()))
        };
        let together =
            Pin { a: at(&a, "Le ferry a heurté la digue lundi."), b: at(&b, "Lundi, un ferry a heurté la digue.") };
        let alone = Pin { a: at(&a, "Douze passagers ont été blessés."), b: None };
        let said = taught(&a, &b, &[together, alone]).expect("something is said");
        let links: Vec<_> = said.links.iter().map(|l| (l.a, l.b, l.accepted)).collect();
        assert_eq!(links, [(0, 0, false), (0, 1, true), (2, 0, false), (2, 1, false)]);
        assert_eq!(taught(&a, &b, &[]), None);
        assert_eq!(taught(&a, &b, &[Pin { a: Some(Span::new(9_000, 9_010)), b: None }]), None);
    }
}
