//! Figures and dates that differ, between the two texts or inside one.

use super::draft::{Draft, Input, text};
use crate::fact::{Agreement, Bound, Figure, FigureKind, figure};
use crate::story::prepare::Token;
use crate::story::types::FindingKind;
use crate::text::{Span, fold};
use std::collections::HashMap;

/// The phrase of the figure whose number stands at `s`, or the words at `s`.
fn phrase(input: &Input<'_>, side: usize, s: Span) -> String {
    let figures = &input.sides[side].facts.figures;
    let span = figures.iter().find(|f| f.number == s).map_or(s, |f| f.span);
    text(input, side, span).to_owned()
}

pub(super) fn figures(input: &Input<'_>, out: &mut Vec<Draft>) {
    for p in &input.figures.differing {
        out.push(Draft::pair(
            FindingKind::Figure,
            "The figures or dates differ in sentences that say the same",
            (p.a, format!("“{}”", phrase(input, 0, p.a))),
            (p.b, format!("“{}”", phrase(input, 1, p.b))),
        ));
    }
}

/// Two values for one thing inside one article: the same unit and noun, in
/// sentences that share a rare word.
pub(super) fn figures_inside(input: &Input<'_>, side: usize, out: &mut Vec<Draft>) {
    const LIMIT: usize = 300;
    let figures = &input.sides[side].facts.figures;
    let told = |f: &&Figure| {
        matches!(f.kind, FigureKind::Count | FigureKind::Duration | FigureKind::Money | FigureKind::Percent)
            && f.bound != Bound::Magnitude
            && (f.noun.is_some() || f.kind == FigureKind::Duration)
    };
    let figures: Vec<&Figure> = figures.iter().filter(told).take(LIMIT).collect();
    let sentence = |f: &Figure| {
        let s = input.sentences[side];
        s.iter().find(|s| s.span.contains(f.number))
    };
    let mut df: HashMap<u32, u32> = HashMap::new();
    for s in input.sentences[side] {
        let mut stems: Vec<u32> = s.tokens.iter().map(|t| t.stem).collect();
        stems.sort_unstable();
        stems.dedup();
        stems.into_iter().for_each(|t| *df.entry(t).or_default() += 1);
    }
    for (i, f) in figures.iter().enumerate() {
        for g in &figures[i + 1..] {
            let value = match figure::compare(f, g) {
                Agreement::Differs => true,
                // “two hours” and “more than two hours” are two values;
                // “18,000” and “some 18,000” are one.
                Agreement::Compatible => {
                    let beyond = |x: &Figure| matches!(x.bound, Bound::More | Bound::Less);
                    f.low == g.low && f.bound != g.bound && (beyond(f) || beyond(g))
                }
                _ => false,
            };
            if !value {
                continue;
            }
            let (Some(s), Some(t)) = (sentence(f), sentence(g)) else { continue };
            let noun = |x: &Token| f.noun.as_deref().is_some_and(|n| fold(text(input, side, x.span)).starts_with(n));
            let shared = s.tokens.iter().filter(|x| {
                x.is_ordinary()
                    && df.get(&x.stem).is_some_and(|&n| n <= 3)
                    && !f.span.contains(x.span)
                    && !noun(x)
                    && t.tokens.iter().any(|y| y.stem == x.stem && !g.span.contains(y.span))
            });
            if s.span == t.span || shared.count() == 0 {
                continue;
            }
            out.push(Draft::inside(
                FindingKind::FigureInside,
                side,
                "The article gives two values",
                (f.span, Some(g.span)),
                format!("“{}” and “{}”", text(input, side, f.span), text(input, side, g.span)),
            ));
        }
    }
}

pub(super) fn calendar(input: &Input<'_>, side: usize, out: &mut Vec<Draft>) {
    for d in input.sides[side].facts.dates.iter().filter(|d| d.conflict.is_some()) {
        let means = d.iso.as_deref().map_or_else(String::new, |i| format!(", {i}"));
        out.push(Draft::inside(
            FindingKind::Calendar,
            side,
            "The weekday does not fit the date",
            (d.span, None),
            format!("“{}”{means}", text(input, side, d.span)),
        ));
    }
}
