//! What is marked in the texts.

use crate::app::screen::compare::drawn::TextName;
use crate::app::screen::compare::hunks::Layer;
use crate::app::screen::compare::rows::Column;
use crate::app::screen::compare::state::Compare;
use crate::job::Compared;
use crate::story::FindingKind;
use crate::text::Span;
use crate::ui::role::Role;

/// Longest place of a difference that is marked as a whole.
const SHORT: usize = 90;

/// What is marked on one side: words that only it has, figures and quotes
/// that differ, the current stop.
pub(super) fn marks(c: &Compare, result: &Compared, column: Column, is_a: bool) -> Vec<(Span, Role)> {
    let text = match (is_a, column) {
        (true, _) => TextName::A,
        (false, Column::B) => TextName::B,
        (false, Column::C) => TextName::C,
    };
    let cmp = &result.comparison;
    let side = if is_a { Role::SideA } else { Role::SideB };
    let mut marks: Vec<(Span, Role)> = Vec::new();
    let pairs = if column == Column::B { c.pairs_of(result) } else { &result.pairs };
    let mut beyond_of: Vec<Vec<Span>> = vec![Vec::new(); cmp.passages.len()];
    for row in pairs {
        if let Some(beyond) = row.passage.and_then(|p| beyond_of.get_mut(p)) {
            beyond.extend((if is_a { row.beyond_a } else { row.beyond_b }).into_iter().flatten());
        }
    }
    for (p, beyond) in cmp.passages.iter().zip(&beyond_of) {
        let (whole, words) = if is_a { (p.a, &p.words.only_a) } else { (p.b, &p.words.only_b) };
        // Where most words differ, marking them all would hide the few that
        // count; the sign in the gutter says it.
        let length = |spans: &[Span]| spans.iter().map(|s| s.len()).sum::<usize>();
        let marked = length(words) + length(beyond);
        if marked * 2 <= whole.len() + length(beyond) {
            marks.extend(words.iter().chain(beyond).map(|s| (*s, side)));
        }
    }
    // A figure that differs is marked as a whole, not once more by its digits.
    for f in &cmp.figures.differing {
        let figure = if is_a { f.a } else { f.b };
        marks.retain(|(s, _)| !figure.contains(*s));
        marks.push((figure, Role::Differs));
    }
    for f in cmp
        .findings
        .iter()
        .chain(&cmp.doubtful)
        .filter(|f| matches!(f.kind, FindingKind::FigureInside | FindingKind::Calendar))
    {
        let mine = if is_a { f.a } else { f.b };
        marks.extend(mine.into_iter().map(|s| (s, Role::Differs)));
        if mine.is_some() {
            marks.extend(f.again.into_iter().map(|s| (s, Role::Differs)));
        }
    }
    if c.layer == Layer::Quotes {
        for q in &cmp.quotes.shared {
            marks.push((if is_a { q.a } else { q.b }, Role::Highlighted));
        }
    }
    let short = |s: &Span| s.len() <= SHORT;
    if (matches!(c.walked, Layer::Quotes | Layer::Figures | Layer::Entities)
        || (c.walked == Layer::All && c.places_in(column).0.iter().chain(&c.places_in(column).1).all(short)))
        && let (a, other) = c.places_in(column)
        && let Some(span) = if is_a { a } else { other }
    {
        marks.push((span, Role::HitCurrent));
    }
    if let Some((drawn, layout)) = c.drawn.filter(|d| d.text == text).zip(c.rows()) {
        marks.extend(drawn.spans(layout).into_iter().map(|s| (s, Role::Selection)));
    }
    marks.sort_by_key(|(s, _)| s.start);
    marks
}
