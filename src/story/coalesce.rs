//! Passages made one where both texts go straight on with the same words,
//! however they are cut into sentences. Has never heard of scores.

use super::copied::{COPY, Stretch, depth, lies_in};
use super::types::{Passage, PassageKind, WordDiff};
use crate::text::{Span, fold};
use std::collections::HashMap;

/// Letters from which the end of a copied stretch reaches into the next
/// sentence.
const RIM: usize = 12;

/// What a passage of the same words on both sides is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Copied {
    /// Whole sentences, or the part of one whose rest has no counterpart:
    /// there a copied stretch ends within a sentence.
    Whole,
    /// A part of a sentence whose rest is linked too: one text made two
    /// sentences of one.
    Piece,
}

/// Whether the first word of a span and the first one after it are written
/// small: where one text made two sentences of one, this changes.
fn small(text: &str, s: Span) -> [bool; 2] {
    let first = |s: &str| s.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
    [first(s.of(text)), first(text.get(s.end..).unwrap_or(""))]
}

/// Which passages may be a part of a copied stretch.
fn copied(
    passages: &[Passage],
    wholes: &HashMap<(Span, Span), (usize, Span)>,
    [a, b]: [&str; 2],
) -> HashMap<(Span, Span), Copied> {
    let side = |p: &Passage, s: usize| if s == 0 { p.a } else { p.b };
    let sorted = |s: usize| -> Vec<Span> {
        let mut v: Vec<Span> = passages.iter().map(|p| side(p, s)).collect();
        v.sort_unstable();
        v
    };
    let spans = [sorted(0), sorted(1)];
    let part = |p: &Passage| {
        let &(s, whole) = wholes.get(&(p.a, p.b))?;
        let own = side(p, s);
        let from = spans[s].partition_point(|q| q.start < whole.start).saturating_sub(1);
        let near = spans[s][from..].iter().take_while(|q| q.start < whole.end);
        let alone = near.filter(|q| q.touches(whole)).all(|q| *q == own);
        Some(if alone || small(a, p.a) == small(b, p.b) { Copied::Whole } else { Copied::Piece })
    };
    passages
        .iter()
        .filter_map(|p| {
            let class = match p.kind {
                PassageKind::Identical => Copied::Whole,
                PassageKind::Near => part(p).unwrap_or(Copied::Whole),
                _ => return None,
            };
            Some(((p.a, p.b), class))
        })
        .collect()
}

/// True when a passage stands at the same place of a copied stretch on both
/// sides.
fn stands_in(a: Span, b: Span, s: &Stretch) -> bool {
    const SLACK: usize = 40;
    let from = |p: Span, s: Span| p.start as isize - s.start as isize;
    lies_in(a, s.a) && lies_in(b, s.b) && from(a, s.a).abs_diff(from(b, s.b)) <= SLACK + s.a.len() / 20
}

/// The parts of a span that lie outside of another, before and after it.
fn outside(part: Span, whole: Span) -> [Span; 2] {
    let before = Span::new(part.start, part.end.min(whole.start).max(part.start));
    [before, Span::new(part.start.max(whole.end).min(part.end), part.end)]
}

/// True when all that the two sentences of a passage have in common belongs
/// to a stretch: one of them lies in it, or each goes on in its own way.
fn frays(p: &Passage, s: &Stretch, [a, b]: [&str; 2]) -> bool {
    const OTHERWISE: usize = 4;
    if p.links.len() != 1
        || !matches!(p.kind, PassageKind::Near | PassageKind::Paraphrase)
        || depth(p.a, s.a).overlap(depth(p.b, s.b)) < RIM
    {
        return false;
    }
    let words = |text: &str, parts: [Span; 2]| -> Vec<String> {
        let of =
            |s: Span| fold(s.of(text)).split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>();
        let mut all: Vec<String> = parts.into_iter().flat_map(of).filter(|w| !w.is_empty()).collect();
        all.sort_unstable();
        all
    };
    let (x, y) = (words(a, outside(p.a, s.a)), words(b, outside(p.b, s.b)));
    let common = || x.iter().filter(|w| y.binary_search(w).is_ok());
    let least = x.len().min(y.len());
    let own = lies_in(p.a, s.a) || lies_in(p.b, s.b) || least >= OTHERWISE || (least >= 2 && common().next().is_none());
    own && common().filter(|w| w.chars().count() > 3).count() <= 1 + least / 10
}

/// Sews the passages of a copied stretch together and gives them its ends.
/// `wholes` names, by the places of a link, the longer sentence of which only
/// a part was linked: its side and the whole of it.
pub(crate) fn coalesce(
    mut passages: Vec<Passage>,
    wholes: &HashMap<(Span, Span), (usize, Span)>,
    stretches: &[Stretch],
    texts: [&str; 2],
) -> Vec<Passage> {
    let copied = copied(&passages, wholes, texts);
    passages.sort_by_key(|p| (p.a, p.b));
    let places: Vec<(Span, Span)> = passages.iter().map(|p| (p.a, p.b)).collect();
    let longest = places.iter().map(|p| p.0.len()).max().unwrap_or_default();
    let mut slots: Vec<Option<Passage>> = passages.into_iter().map(Some).collect();
    let mut coalesced: Vec<Passage> = Vec::new();
    for s in stretches.iter().filter(|s| s.words >= COPY) {
        let (mut members, mut rims, mut others) = (Vec::new(), Vec::new(), Vec::new());
        let from = places.partition_point(|p| p.0.start + longest < s.a.start);
        let upto = places.partition_point(|p| p.0.start < s.a.end);
        for i in from..upto {
            let Some(p) = slots[i].as_ref().filter(|p| p.a.touches(s.a) && p.b.touches(s.b)) else { continue };
            match copied.get(&places[i]) {
                Some(class) if stands_in(p.a, p.b, s) => members.push((i, *class)),
                _ if frays(p, s, texts) => rims.push(i),
                // What lies across the copy does not part it.
                _ if depth(p.a, s.a).overlap(depth(p.b, s.b)) < RIM => {}
                _ => others.push(places[i]),
            }
        }
        if members.is_empty() && !rims.is_empty() {
            coalesced.extend(merged(&mut slots, &rims, (s.a, s.b), s));
            continue;
        }
        // A chain ends where the class changes and where a passage of another
        // kind lies between.
        let free = |a: Span, b: Span| !others.iter().any(|o| o.0.touches(a) || o.1.touches(b));
        let between = |x: Span, y: Span| Span::new(x.end.min(y.start), y.start.max(x.end.min(y.start)));
        let follows = |x: &(usize, Copied), y: &(usize, Copied)| {
            let (p, q) = (places[x.0], places[y.0]);
            x.1 == y.1 && p.1 < q.1 && free(between(p.0, q.0), between(p.1, q.1))
        };
        for chain in members.chunk_by(follows) {
            let mut joined: Vec<usize> = chain.iter().map(|m| m.0).collect();
            let (first, last) = (places[joined[0]], places[joined[joined.len() - 1]]);
            let (mut a, mut b) = (first.0.join(last.0), first.1.join(last.1));
            let at = |at: usize| Span::new(at, at);
            let before = (between(at(s.a.start), a), between(at(s.b.start), b));
            let after = (between(a, at(s.a.end)), between(b, at(s.b.end)));
            for (x, y) in [before, after] {
                let taken = members.iter().any(|m| places[m.0].0.touches(x));
                if x.len().min(y.len()) >= RIM && free(x, y) && !taken {
                    (a, b) = (a.join(x), b.join(y));
                }
            }
            joined.extend(rims.iter().filter(|&&r| places[r].0.touches(a) && places[r].1.touches(b)));
            if joined.len() > 1 || (a, b) != first {
                coalesced.extend(merged(&mut slots, &joined, (a, b), s));
            }
        }
    }
    slots.into_iter().flatten().chain(coalesced).collect()
}

/// One passage of several.
fn merged(slots: &mut [Option<Passage>], joined: &[usize], (a, b): (Span, Span), s: &Stretch) -> Option<Passage> {
    let parts: Vec<Passage> = joined.iter().filter_map(|&i| slots[i].take()).collect();
    let covered =
        |x: Option<Span>, side: fn(&Passage) -> Span| x.is_some_and(|x| parts.iter().any(|p| side(p).contains(x)));
    let within = |x: Option<Span>, whole: Span| x.is_none_or(|x| whole.contains(x));
    let slips: Vec<_> = s.slips.iter().filter(|x| within(x.0, a) && within(x.1, b)).collect();
    let mut words = WordDiff::default();
    for (x, y) in &slips {
        if !covered(*x, |p| p.a) && !covered(*y, |p| p.b) {
            words.only_a.extend(*x);
            words.only_b.extend(*y);
        }
    }
    let least = parts.iter().map(|p| p.kind).min().unwrap_or(PassageKind::Near);
    let kind = if slips.is_empty() { least } else { PassageKind::Near };
    let mut parts = parts.into_iter();
    let mut p = parts.next()?;
    for q in parts {
        p.score = p.score.min(q.score);
        p.words.only_a.extend(q.words.only_a);
        p.words.only_b.extend(q.words.only_b);
        p.links.extend(q.links);
    }
    p.words.only_a.extend(words.only_a);
    p.words.only_b.extend(words.only_b);
    // What a rim has beyond the copy is no difference within it.
    p.words.only_a.retain(|w| a.contains(*w));
    p.words.only_b.retain(|w| b.contains(*w));
    p.words.only_a.sort_unstable();
    p.words.only_b.sort_unstable();
    p.links.sort_by_key(|l| (l.a, l.b));
    Some(Passage { a, b, kind, ..p })
}

#[cfg(test)]
mod tests {
    use super::super::{Comparison, Options, Side, compare};
    use super::*;
    use crate::corpus::{Document, Place};
    use crate::ingest::RawDocument;

    fn read(text: &str) -> Document {
        let raw = RawDocument { place: Place::file("test.txt"), text: text.to_owned(), ..RawDocument::default() };
        crate::clean::clean(raw)
    }

    fn compared(a: &Document, b: &Document) -> Comparison {
        let facts = [a, b].map(|d| crate::fact::find(d, &[]));
        let side = |document, facts| Side { document, entities: &[], facts };
        compare(side(a, &facts[0]), side(b, &facts[1]), &Options::default())
    }

    const COPY: &str = "Les grutiers du port de Port-Célan ont cessé le travail mardi matin. La direction leur reproche \
        d'avoir bloqué trois cargos. Une médiation doit commencer avant la fin de la semaine, selon la mairie.";

    #[test]
    fn a_copy_with_a_misprint_is_one_passage_that_shows_it() {
        let a = read(&format!("Le vent soufflait fort sur la côte dimanche soir. {COPY} Les pêcheurs attendent."));
        let b = read(&format!(
            "Rien ne bouge depuis hier dans les ateliers. {} On en reparlera.",
            COPY.replace("médiation", "médation")
        ));
        let c = compared(&a, &b);
        let [p] = &c.passages[..] else { panic!("{:#?}", c.passages) };
        assert_eq!(p.a.of(&a.text), COPY);
        assert_eq!((p.kind, p.links.len()), (PassageKind::Near, 3));
        assert_eq!(p.words.only_a.iter().map(|s| s.of(&a.text)).collect::<Vec<_>>(), ["médiation"]);
        assert_eq!(p.words.only_b.iter().map(|s| s.of(&b.text)).collect::<Vec<_>>(), ["médation"]);
    }

    #[test]
    fn another_figure_within_a_copy_stays_a_passage_of_its_own() {
        let (a, b) = (read(COPY), read(&COPY.replace("trois cargos", "sept cargos")));
        let kinds: Vec<_> = compared(&a, &b).passages.iter().map(|p| p.kind).collect();
        assert_eq!(kinds, [PassageKind::Identical, PassageKind::Differs, PassageKind::Identical]);
    }

    #[test]
    fn what_two_places_of_a_copy_have_in_common_is_no_link() {
        let text = "Au pont nord, douze grutiers ont signé lundi un accord avec la direction du port. Au pont sud, \
            quinze grutiers ont signé jeudi un accord avec la direction du port. Le préfet n'a pas réagi.";
        let (a, b) = (read(text), read(&format!("{text} Une suite est attendue.")));
        let c = compared(&a, &b);
        assert!(c.passages.iter().all(|p| p.kind == PassageKind::Identical), "{:#?}", c.passages);
        assert!(c.figures.differing.is_empty(), "{:#?}", c.figures);
    }
}
