//! Places of two texts pinned together by hand, or pinned to nothing: laid
//! over what the method found. Shares and findings stay those of the method.

use super::diff;
use super::passages::mark_moved;
use super::types::{Comparison, Grade, Link, Options, Passage, PassageKind, Reason, Side, WordDiff};
use crate::text::Span;

/// A place of A and its counterpart in B; one of the two alone has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pin {
    /// In A.
    pub a: Option<Span>,
    /// In B.
    pub b: Option<Span>,
}

impl From<(Option<Span>, Option<Span>)> for Pin {
    fn from((a, b): (Option<Span>, Option<Span>)) -> Self {
        Self { a, b }
    }
}

impl Pin {
    fn touches(&self, a: Span, b: Span) -> bool {
        self.a.is_some_and(|s| s.touches(a)) || self.b.is_some_and(|s| s.touches(b))
    }
}

/// Lays pins over a comparison: what was linked at a pinned place no longer
/// is; two places pinned together are a passage. Pins that lie outside a text
/// are passed over.
#[must_use]
pub fn pinned(mut c: Comparison, pins: &[Pin], a: Side<'_>, b: Side<'_>, options: &Options) -> Comparison {
    let (ta, tb) = (&*a.document.text, &*b.document.text);
    let fits = |s: Option<Span>, text: &str| s.is_none_or(|s| !s.is_empty() && text.get(s.start..s.end).is_some());
    for pin in pins.iter().filter(|p| fits(p.a, ta) && fits(p.b, tb)) {
        for p in std::mem::take(&mut c.passages) {
            if !pin.touches(p.a, p.b) {
                c.passages.push(p);
                continue;
            }
            let (gone, rest): (Vec<Link>, Vec<Link>) = p.links.iter().cloned().partition(|l| pin.touches(l.a, l.b));
            c.only_a.extend(gone.iter().map(|l| l.a));
            c.only_b.extend(gone.iter().map(|l| l.b));
            c.passages.extend(rest.into_iter().map(|l| part(&p, l)));
        }
        c.only_a.extend(pin.a.filter(|_| pin.b.is_none()));
        c.only_b.extend(pin.b.filter(|_| pin.a.is_none()));
        if let (Some(x), Some(y)) = (pin.a, pin.b) {
            let words = diff::words((ta, x), (tb, y), options);
            let same = words.only_a.is_empty() && words.only_b.is_empty();
            let kind = if same { PassageKind::Identical } else { PassageKind::Paraphrase };
            c.passages.push(Passage {
                a: x,
                b: y,
                kind,
                grade: Grade::Sure,
                score: 1.0,
                moved: false,
                reasons: vec![Reason::ByHand],
                words,
                links: Vec::new(),
            });
        }
    }
    let tidy = |only: &mut Vec<Span>, taken: &dyn Fn(Span) -> bool| {
        only.retain(|s| !taken(*s));
        only.sort_unstable();
        only.dedup_by(|later, kept| kept.touches(*later));
    };
    let passages = &c.passages;
    tidy(&mut c.only_a, &|s| passages.iter().any(|p| p.a.touches(s)));
    tidy(&mut c.only_b, &|s| passages.iter().any(|p| p.b.touches(s)));
    mark_moved(&mut c.passages);
    c
}

/// One link of a passage as a passage of its own.
fn part(p: &Passage, link: Link) -> Passage {
    let inside = |words: &[Span], whole: Span| words.iter().copied().filter(|w| whole.contains(*w)).collect();
    Passage {
        a: link.a,
        b: link.b,
        kind: link.kind,
        grade: link.grade,
        score: link.score,
        moved: p.moved,
        reasons: p.reasons.clone(),
        words: WordDiff { only_a: inside(&p.words.only_a, link.a), only_b: inside(&p.words.only_b, link.b) },
        links: vec![link],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Document, Place};
    use crate::fact::Facts;
    use crate::ingest::RawDocument;
    use crate::story::compare;
    use proptest::prelude::*;

    fn read(text: &str) -> Document {
        let place = Place::file("test.txt");
        crate::clean::clean(RawDocument { place, text: text.to_owned(), ..RawDocument::default() })
    }

    const A: &str = "Le ferry du matin a heurté la digue de Port-Célan lundi, selon la préfecture.\n\n\
        Douze passagers ont été légèrement blessés dans l'accident.\n\n\
        La compagnie a annoncé l'ouverture d'une enquête interne.\n";
    const B: &str = "La compagnie a annoncé l'ouverture d'une enquête interne.\n\n\
        Selon la préfecture, le ferry a heurté lundi la digue de Port-Célan.\n\n\
        Quinze passagers ont été légèrement blessés dans l'accident.\n";

    fn mirrored(pins: &[Pin]) -> Vec<Pin> {
        pins.iter().map(|p| Pin { a: p.b, b: p.a }).collect()
    }

    #[test]
    fn two_pinned_places_are_one_passage_and_a_lone_one_has_no_counterpart() {
        let (da, db, facts) = (read(A), read(B), Facts::default());
        let side = |d| Side { document: d, entities: &[], facts: &facts };
        let options = Options::default();
        let found = compare(side(&da), side(&db), &options);
        let at = |text: &str, words: &str| {
            let start = text.find(words).expect("the words are there");
            Span::new(start, start + words.len())
        };
        let ferry = at(&da.text, "Le ferry du matin a heurté la digue de Port-Célan lundi, selon la préfecture.");
        let inquiry = at(&db.text, "La compagnie a annoncé l'ouverture d'une enquête interne.");
        let pin = Pin { a: Some(ferry), b: Some(inquiry) };
        let c = pinned(found.clone(), &[pin], side(&da), side(&db), &options);
        let by_hand: Vec<&Passage> = c.passages.iter().filter(|p| p.reasons == [Reason::ByHand]).collect();
        assert_eq!((by_hand.len(), by_hand[0].a, by_hand[0].b), (1, ferry, inquiry));
        assert_eq!(c.passages.iter().filter(|p| p.a.touches(ferry) || p.b.touches(inquiry)).count(), 1);
        let alone = Pin { a: Some(ferry), b: None };
        let c = pinned(found, &[alone], side(&da), side(&db), &options);
        assert!(c.only_a.contains(&ferry) && c.passages.iter().all(|p| !p.a.touches(ferry)));
    }

    proptest! {
        #[test]
        fn pins_mirror_and_stay_inside_whatever_they_are(
            pins in proptest::collection::vec((any::<bool>(), any::<bool>(), 0usize..260, 0usize..90, 0usize..260, 0usize..90), 0..4),
        ) {
            let (da, db, facts) = (read(A), read(B), Facts::default());
            let side = |d| Side { document: d, entities: &[], facts: &facts };
            let pins: Vec<Pin> = pins
                .into_iter()
                .map(|(x, y, i, n, j, m)| Pin { a: x.then(|| Span::new(i, i + n)), b: y.then(|| Span::new(j, j + m)) })
                .collect();
            let options = Options::default();
            let c = pinned(compare(side(&da), side(&db), &options), &pins, side(&da), side(&db), &options);
            let m = pinned(compare(side(&db), side(&da), &options), &mirrored(&pins), side(&db), side(&da), &options);
            for p in &c.passages {
                prop_assert!(da.text.get(p.a.start..p.a.end).is_some() && db.text.get(p.b.start..p.b.end).is_some());
            }
            let mut places: Vec<_> = c.passages.iter().map(|p| (p.a, p.b)).collect();
            let mut swapped: Vec<_> = m.passages.iter().map(|p| (p.b, p.a)).collect();
            places.sort_unstable();
            swapped.sort_unstable();
            prop_assert_eq!(places, swapped);
            prop_assert_eq!((c.only_a, c.only_b), (m.only_b, m.only_a));
        }
    }
}
