//! The two texts in the order of A, what B says of the same pulled beside it.

use super::rows::{Block, Part, Relation, Row, SideText, alone, grouped, linked, texts};
use super::types::Comparison;
use crate::corpus::{Document, LineKind};
use crate::text::Span;
use std::collections::BTreeSet;

/// The headline or the standfirst: the first sentences of a kind that stand
/// together.
fn head(text: &SideText<'_>, kind: LineKind) -> std::ops::Range<usize> {
    let from = text.pieces.iter().position(|p| p.kind == kind).unwrap_or(0);
    let n = text.pieces[from..].iter().take_while(|p| p.kind == kind).count();
    from..from + n
}

/// The counterparts of the blocks of A: passages that begin in a block, first
/// the one that it belongs to, then those that overlap it and belong to none.
fn counterparts(comparison: &Comparison, blocks: &[Block]) -> Vec<Vec<usize>> {
    let own = |block: &Block| if let Part::Passage(p) = block.part { Some(p) } else { None };
    let mut out: Vec<Vec<usize>> = blocks.iter().map(|b| own(b).into_iter().collect()).collect();
    let owned: BTreeSet<usize> = blocks.iter().filter_map(own).collect();
    for (p, passage) in comparison.passages.iter().enumerate().filter(|(p, _)| !owned.contains(p)) {
        let most = (0..blocks.len()).rev().max_by_key(|&i| blocks[i].span.overlap(passage.a));
        if let Some(i) = most.filter(|&i| blocks[i].span.overlap(passage.a) > 0) {
            out[i].push(p);
        }
    }
    out
}

/// Sentences of B that tell a passage: those that lie in it for the most
/// part, else the one of which it is a part.
fn telling(text: &SideText<'_>, passage: Span) -> BTreeSet<usize> {
    let inside = |i: &usize| text.pieces[*i].span.overlap(passage) * 2 > text.pieces[*i].span.len();
    let all: BTreeSet<usize> = (0..text.pieces.len()).filter(inside).collect();
    if !all.is_empty() {
        return all;
    }
    let most = (0..text.pieces.len()).rev().max_by_key(|&i| text.pieces[i].span.overlap(passage));
    most.filter(|&i| text.pieces[i].span.overlap(passage) > 0).into_iter().collect()
}

fn joined(text: &SideText<'_>, pieces: &BTreeSet<usize>) -> Option<Span> {
    pieces.iter().map(|&i| text.pieces[i].span).reduce(Span::join)
}

/// The two texts in rows: every sentence of A once, in the order of A, with
/// what B says of the same beside it, wherever it stands in B; further
/// counterparts follow without text of A, and without any where their text is
/// read opposite another place. What of B was not shown stands at
/// the end, in the order of B. Headline and standfirst face each other even
/// when nothing links them.
pub fn facing(comparison: &Comparison, a: &Document, b: &Document) -> Vec<Row> {
    let (mut ta, tb) = texts(comparison, a, b);
    let mut heads = Vec::new();
    for kind in [LineKind::Title, LineKind::Standfirst] {
        let (of_a, of_b) = (head(&ta, kind), head(&tb, kind));
        if !of_a.is_empty() && !of_b.is_empty() {
            ta.pieces[of_a].iter_mut().for_each(|p| p.part = Part::Head(kind));
            heads.push((kind, of_b.collect::<BTreeSet<usize>>()));
        }
    }
    let sides = (&ta, &tb);
    let blocks = ta.blocks();
    let mut told: Vec<Vec<(usize, BTreeSet<usize>)>> = counterparts(comparison, &blocks)
        .into_iter()
        .map(|passages| passages.into_iter().map(|p| (p, telling(&tb, comparison.passages[p].b))).collect())
        .collect();
    let facing_head = |block: &Block| match block.part {
        Part::Head(kind) => heads.iter().find(|(k, _)| *k == kind).map(|(_, pieces)| pieces),
        _ => None,
    };
    // The best counterpart stands opposite; a sentence of the text faces a
    // sentence of the text rather than a headline.
    for (block, passages) in blocks.iter().zip(&mut told) {
        let in_text = !matches!(block.part, Part::Head(_));
        let headline = |pieces: &BTreeSet<usize>| in_text && heads.iter().any(|(_, head)| pieces.is_subset(head));
        let score = |p: usize| comparison.passages[p].score;
        passages.sort_by(|x, y| headline(&x.1).cmp(&headline(&y.1)).then(score(y.0).total_cmp(&score(x.0))));
    }
    // What is read opposite a block of its own need not be read below another.
    let opposite = |(block, passages): (&Block, &Vec<(usize, BTreeSet<usize>)>)| match facing_head(block) {
        Some(pieces) => Some(pieces.clone()),
        None => passages.first().map(|(_, pieces)| pieces.clone()),
    };
    let mut shown: BTreeSet<usize> = blocks.iter().zip(&told).filter_map(opposite).flatten().collect();
    let mut out: Vec<Row> = Vec::new();
    for (block, mut passages) in blocks.iter().zip(told) {
        let mut left = Some(block.span);
        if let Some(pieces) = facing_head(block) {
            // The link between the two, when there is one, says what the row is.
            let at = passages.iter().position(|(_, telling)| !telling.is_disjoint(pieces));
            let row = match at.map(|i| passages.remove(i).0) {
                Some(p) => linked(p, &comparison.passages[p], left, joined(&tb, pieces), sides),
                None => {
                    let row = alone(*block, true, sides);
                    Row { b: joined(&tb, pieces), relation: Relation::Beside, ..row }
                }
            };
            out.push(Row { apart: false, ..row });
            left = None;
        } else if passages.is_empty() {
            out.push(alone(*block, true, sides));
            continue;
        }
        for (p, pieces) in passages {
            let right = joined(&tb, &pieces);
            let again = match left {
                // What stands in the row above is not said again.
                Some(_) => out.last().is_some_and(|r| r.b.is_some() && r.b == right),
                None => pieces.is_subset(&shown),
            };
            let row = linked(p, &comparison.passages[p], left.take(), right.filter(|_| !again), sides);
            out.push(Row { elsewhere: right.filter(|_| again), ..row });
            shown.extend(pieces);
        }
    }
    // What was shown parts what stands on its two sides.
    let left: Vec<usize> = (0..tb.pieces.len()).filter(|i| !shown.contains(i)).collect();
    for run in left.chunk_by(|i, next| i + 1 == *next) {
        let blocks = grouped(run.iter().map(|&i| tb.pieces[i]));
        out.extend(blocks.into_iter().map(|block| alone(block, false, sides)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::pins::{Pin, pinned};
    use super::super::types::{Options, Side};
    use super::super::{Grade, compare, rows};
    use super::*;
    use crate::corpus::Place;
    use crate::fact::Facts;
    use crate::ingest::RawDocument;
    use proptest::prelude::*;

    fn read(text: &str) -> Document {
        let place = Place::file("test.txt");
        crate::clean::clean(RawDocument { place, text: text.to_owned(), ..RawDocument::default() })
    }

    const SENTENCES: &[&str] = &[
        "Le ferry du matin a heurté la digue de Port-Célan lundi, selon la préfecture.",
        "Selon la préfecture, le ferry a heurté lundi la digue de Port-Célan.",
        "Douze passagers ont été légèrement blessés dans l'accident.",
        "Quinze passagers ont été légèrement blessés.",
        "La compagnie a annoncé l'ouverture d'une enquête interne.",
        "Une enquête interne a été ouverte par la compagnie, qui exploite trois navires.",
        "Le trafic a repris mardi matin après l'inspection de la coque.",
        "« Nous avons eu très peur », raconte Marie Dubois, qui était sur le pont.",
        "« Nous avons eu très peur », a dit une passagère.",
        "La digue date de 1902 et doit être rénovée l'an prochain.",
    ];

    fn text(title: bool, order: &[usize], breaks: &[bool]) -> String {
        let mut out = if title { "Le ferry heurte la digue de Port-Célan\n\n".to_owned() } else { String::new() };
        for (i, &n) in order.iter().enumerate() {
            out += SENTENCES[n % SENTENCES.len()];
            out += if breaks.get(i).copied().unwrap_or(true) { "\n\n" } else { " " };
        }
        out
    }

    fn pairs(da: &Document, db: &Document, pins: &[Pin]) -> (Comparison, Vec<Row>) {
        let facts = Facts::default();
        let side = |d| Side { document: d, entities: &[], facts: &facts };
        let options = Options::default();
        let c = pinned(compare(side(da), side(db), &options), pins, side(da), side(db), &options);
        let rows = facing(&c, da, db);
        (c, rows)
    }

    #[test]
    fn the_counterpart_stands_beside_wherever_it_is_and_the_rest_at_the_end() {
        let (da, db) = (read(&text(true, &[0, 6, 4], &[])), read(&text(true, &[4, 1, 9], &[])));
        let (_, rows) = pairs(&da, &db, &[]);
        let said = |d: &Document, s: Option<Span>| s.map_or("", |s| s.of(&d.text)).trim().to_owned();
        let shown: Vec<(String, String)> = rows.iter().map(|r| (said(&da, r.a), said(&db, r.b))).collect();
        let beside = |a: &str| shown.iter().find(|(x, _)| x == a).map(|(_, y)| y.clone());
        assert_eq!(beside(SENTENCES[4]).as_deref(), Some(SENTENCES[4]), "{shown:?}");
        assert_eq!(beside(SENTENCES[0]).as_deref(), Some(SENTENCES[1]), "{shown:?}");
        assert_eq!(shown[0].0, shown[0].1, "headline faces headline: {shown:?}");
        assert_eq!(shown.last().map(|(a, b)| (a.as_str(), b.as_str())), Some(("", SENTENCES[9])), "{shown:?}");
        let at = |s: &str| rows.iter().zip(&shown).find(|(_, (a, _))| a == s).map(|(r, _)| *r).unwrap();
        // Whether the first line is a headline or a paragraph is for cleaning to say.
        assert!(at(SENTENCES[4]).paragraph_a > at(SENTENCES[0]).paragraph_a, "{rows:?}");
        assert_eq!(at(SENTENCES[4]).paragraph_b, Some(1), "{rows:?}");
        assert!(at(SENTENCES[4]).apart != at(SENTENCES[0]).apart);
    }

    #[test]
    fn a_row_that_shows_more_than_what_is_the_same_word_for_word_is_not_the_same() {
        let told = "on ne laisse pas passer un convoi de 44 tonnes sur une pièce dont on ne connaît plus la résistance », a déclaré Bastien Lomarec, chef du service des ouvrages d'art.";
        let after = "Mis en service en 1974 et long de 312 mètres, le pont est le seul franchissement de la Sarvenne en aval de Lescarde.\n\nLa maire de Port-Vautier a demandé une aide immédiate pour les salariés, a-t-elle affirmé";
        let da = read(&format!("« Nous n'avons pas hésité une minute : {told}\n\n{after} devant la presse."));
        let db = read(&format!("« {}\n\n{after}.", told.replacen("on ne", "On ne", 1)));
        let (c, rows) = pairs(&da, &db, &[]);
        assert!(c.passages.iter().any(|p| p.kind == super::super::PassageKind::Identical), "{:?}", c.passages);
        assert!(rows.iter().all(|r| r.relation != Relation::Same), "{rows:?}");
        let beyond: Vec<&str> = rows.iter().flat_map(|r| r.beyond_a).flatten().map(|s| s.of(&da.text)).collect();
        assert_eq!(beyond, ["« Nous n'avons pas hésité une minute :", "devant la presse."]);
        assert!(rows.iter().all(|r| r.beyond_b == [None; 2]), "{rows:?}");
    }

    proptest! {
        #[test]
        fn every_sentence_of_a_is_shown_once_and_every_one_of_b_at_least_once(
            x in proptest::collection::vec(0usize..10, 0..8),
            y in proptest::collection::vec(0usize..10, 0..8),
            breaks in proptest::collection::vec(any::<bool>(), 8),
            titles in any::<(bool, bool)>(),
            pins in proptest::collection::vec((any::<bool>(), any::<bool>(), 0usize..400, 1usize..90, 0usize..400, 1usize..90), 0..3),
        ) {
            let (da, db) = (read(&text(titles.0, &x, &breaks)), read(&text(titles.1, &y, &breaks)));
            let pins: Vec<Pin> = pins
                .into_iter()
                .map(|(x, y, i, n, j, m)| Pin { a: x.then(|| Span::new(i, i + n)), b: y.then(|| Span::new(j, j + m)) })
                .collect();
            let (c, shown) = pairs(&da, &db, &pins);
            let (ta, tb) = texts(&c, &da, &db);
            for piece in &ta.pieces {
                let n = shown.iter().filter(|r| r.a.is_some_and(|s| s.contains(piece.span))).count();
                prop_assert_eq!(n, 1);
            }
            for piece in &tb.pieces {
                prop_assert!(shown.iter().any(|r| r.b.is_some_and(|s| s.contains(piece.span))));
            }
            // What is left at the end was shown nowhere above.
            let (above, rest): (Vec<&Row>, Vec<&Row>) = shown.iter().partition(|r| r.a.is_some() || r.passage.is_some());
            let spans = |rows: &[&Row]| rows.iter().filter_map(|r| r.b).collect::<Vec<Span>>();
            prop_assert!(spans(&rest).iter().all(|s| spans(&above).iter().all(|t| s.overlap(*t) == 0)));
            let left: Vec<Span> = shown.iter().filter_map(|r| r.a).collect();
            prop_assert!(left.windows(2).all(|w| w[0].end <= w[1].start));
            let passages: BTreeSet<usize> = shown.iter().filter_map(|r| r.passage).collect();
            prop_assert!(c.passages.iter().enumerate().all(|(i, p)| passages.contains(&i)
                || ta.pieces.iter().all(|s| s.span.overlap(p.a) == 0)));
            for r in &shown {
                prop_assert!(r.relation != Relation::Moved);
                prop_assert_eq!(r.grade == Some(Grade::Perhaps), r.relation == Relation::Perhaps);
            }
            // The other order has every sentence once on both sides.
            let straight = rows(&c, &da, &db);
            for (is_a, text) in [(true, &ta), (false, &tb)] {
                for piece in &text.pieces {
                    let held = |r: &&Row| (if is_a { r.a } else { r.b }).is_some_and(|s| s.contains(piece.span));
                    prop_assert_eq!(straight.iter().filter(held).count(), 1);
                }
            }
        }
    }
}
