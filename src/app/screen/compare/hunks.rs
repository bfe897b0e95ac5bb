//! What `n` and `N` stop at on the comparison screen.

use crate::app::screen::compare::rows::{Column, relation_name};
use crate::app::screen::compare::state::{Layer, finding, reason};
use crate::app::words::Lang;
use crate::job::Compared;
use crate::story::{FindingKind, QuoteRelation, Relation};
use crate::text::Span;

/// One stop of a layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its place in A, the reference of both others.
    pub a: Option<Span>,
    /// Its place in the other text.
    pub b: Option<Span>,
    /// The other text: B, or C in the third column.
    pub column: Column,
    /// What it is, in one line.
    pub words: String,
}

pub(super) fn quoted(text: &str, span: Span) -> String {
    let words = crate::text::sanitise::one_line(span.of(text));
    crate::text::width::ellipsis(words.trim(), 60).into_owned()
}

/// The stops of one layer between A and the text of a column, in the order of
/// A, then of the other.
pub fn items(result: &Compared, column: Column, layer: Layer, lang: Lang) -> Vec<Item> {
    let (ta, tb) = (&*result.a.document.text, &*result.b.document.text);
    let c = &result.comparison;
    let relation = |r: Relation| match (r, column) {
        (Relation::OnlyB, Column::C) => lang.pick("seulement dans C", "only in C").to_owned(),
        _ => relation_name(r, lang).to_owned(),
    };
    let pair_items = |wanted: &dyn Fn(Relation) -> bool| {
        result
            .pairs
            .iter()
            .filter(|p| wanted(p.relation))
            .map(|p| {
                let (mut a, mut b) = (p.a, p.b);
                if let (Relation::Moved, Some(passage)) = (p.relation, p.passage.and_then(|i| c.passages.get(i))) {
                    a = a.or(Some(passage.a));
                    b = b.or(Some(passage.b));
                }
                let mut words = relation(p.relation);
                if let Some(passage) = p.passage.and_then(|i| c.passages.get(i))
                    && !passage.reasons.is_empty()
                {
                    let reasons: Vec<String> = passage.reasons.iter().take(3).map(|r| reason(r, lang)).collect();
                    words = format!("{words} · {}", reasons.join(" · "));
                }
                Item { a, b, column, words }
            })
            .collect::<Vec<_>>()
    };
    match layer {
        Layer::All => {
            let mut out = pair_items(&|r| r != Relation::Same);
            // Figures and events that differ inside a passage come with it;
            // those inside one article are stops of their own.
            for f in c.findings.iter().filter(|f| matches!(f.kind, FindingKind::FigureInside | FindingKind::Calendar)) {
                out.push(Item { a: f.a, b: f.b, column, words: finding(f, result, lang) });
            }
            dedup_moved(out)
        }
        Layer::Passages => dedup_moved(pair_items(&|r| !matches!(r, Relation::OnlyA | Relation::OnlyB))),
        Layer::Only => pair_items(&|r| matches!(r, Relation::OnlyA | Relation::OnlyB)),
        Layer::Quotes => {
            let mut out: Vec<Item> = c
                .quotes
                .shared
                .iter()
                .map(|q| {
                    let verdict = match q.relation {
                        QuoteRelation::Same => lang.pick("mêmes mots", "same words"),
                        QuoteRelation::Fragment => lang.pick("l'un cite plus long", "one quotes more"),
                        QuoteRelation::Variant => lang.pick("mots cités différents", "the quoted words differ"),
                    };
                    let who =
                        q.speaker_a.as_ref().or(q.speaker_b.as_ref()).map_or(String::new(), |s| format!(" · {s}"));
                    Item { a: Some(q.a), b: Some(q.b), column, words: format!("{verdict}{who}") }
                })
                .collect();
            let only =
                |side: &str| lang.pick(format!("citation seulement dans {side}"), format!("quote only in {side}"));
            out.extend(c.quotes.only_a.iter().map(|s| Item { a: Some(*s), b: None, column, words: only("A") }));
            out.extend(c.quotes.only_b.iter().map(|s| Item {
                a: None,
                b: Some(*s),
                column,
                words: only(column.letter()),
            }));
            out
        }
        Layer::Figures => {
            let mut out: Vec<Item> = c
                .figures
                .differing
                .iter()
                .map(|f| {
                    let words = format!("« {} » ≠ « {} »", quoted(ta, f.a), quoted(tb, f.b));
                    Item {
                        a: Some(f.a),
                        b: Some(f.b),
                        column,
                        words: lang.pick(words.clone(), words.replace("« ", "“").replace(" »", "”")),
                    }
                })
                .collect();
            for f in c.findings.iter().filter(|f| matches!(f.kind, FindingKind::FigureInside | FindingKind::Calendar)) {
                out.push(Item { a: f.a, b: f.b, column, words: finding(f, result, lang) });
            }
            out
        }
        Layer::Entities => {
            let of = |name: &str, entities: &[crate::entity::Entity]| {
                entities.iter().find(|e| e.name == name).and_then(|e| e.mentions.first()).map(|m| m.span)
            };
            let only = |name: &str, side: &str| {
                lang.pick(format!("{name} · seulement dans {side}"), format!("{name} · only in {side}"))
            };
            let a = c.entities.only_a.iter().map(|n| Item {
                a: of(n, &result.a.analysis.entities),
                b: None,
                column,
                words: only(n, "A"),
            });
            let b = c.entities.only_b.iter().map(|n| Item {
                a: None,
                b: of(n, &result.b.analysis.entities),
                column,
                words: only(n, column.letter()),
            });
            a.chain(b).filter(|i| i.a.is_some() || i.b.is_some()).collect()
        }
    }
}

/// A moved passage has a row on each side; it is one stop.
fn dedup_moved(items: Vec<Item>) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::new();
    for i in items {
        let twin = i.a.is_some() && i.b.is_some() && out.iter().any(|o| o.a == i.a && o.b == i.b);
        if !twin {
            out.push(i);
        }
    }
    out
}

/// The stops between A and B with those between A and C, in the order of A;
/// what is found in A alone is one stop.
pub fn merged(b: Vec<Item>, c: Vec<Item>) -> Vec<Item> {
    // A place without a counterpart in A stands behind the one before it.
    let placed = |items: Vec<Item>| {
        let mut at = 0;
        let place = move |i: Item| {
            at = i.a.map_or(at, |s| s.start);
            (at, i)
        };
        items.into_iter().map(place).collect::<Vec<_>>()
    };
    let alone = |i: &Item| i.b.is_none() && b.iter().any(|o| o.a == i.a && o.b.is_none() && o.words == i.words);
    let c: Vec<Item> = c.into_iter().filter(|i| !alone(i)).collect();
    let mut out = placed(b);
    out.extend(placed(c));
    out.sort_by_key(|(at, _)| *at);
    out.into_iter().map(|(_, i)| i).collect()
}
