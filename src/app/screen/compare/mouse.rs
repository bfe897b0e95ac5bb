//! The mouse on a comparison: a passage of one of the texts is drawn over and copied.

use crate::app::effect::Effect;
use crate::app::grip::Grip;
use crate::app::model::Model;
use crate::app::screen::compare::areas::placed;
use crate::app::screen::compare::drawn::{Drawn, PlaceInColumn, TextName};
use crate::app::screen::compare::rows::Cell;
use crate::app::screen::compare::state::Compare;
use crate::app::screen::main::article::dragged::words;
use crate::app::screen::main::article::view::View;
use crate::app::verb::export;
use crate::corpus::Document;
use crate::text::Span;
use crate::text::justify::Justified;
use std::sync::Arc;

fn document(c: &Compare, text: TextName) -> Option<Arc<Document>> {
    let result = c.result.as_ref()?;
    Some(match text {
        TextName::A => result.a.document.clone(),
        TextName::B => result.b.document.clone(),
        TextName::C => c.third_result()?.b.document.clone(),
    })
}

/// The place of a text under a cell of the screen, or the nearest one.
fn place(model: &Model, text: TextName, x: u16, y: u16) -> Option<PlaceInColumn> {
    let c = model.compare.as_ref()?;
    let placed = placed(model.size, model.status_rows(), c);
    let document = document(c, text)?;
    let layout = c.rows()?;
    let below = usize::from(y.saturating_sub(placed.rows.y)).min(c.height.saturating_sub(1));
    let top = if text == TextName::B { c.top_b() } else { c.top };
    let row = (top + below).min(layout.rows.len().checked_sub(1)?);
    let column = usize::from(x.saturating_sub(placed.x(text)?));
    let byte = match text.cell(&layout.rows[row]) {
        Cell::Text(span) => Some(span.start + Justified::RAGGED.byte_at(span.of(&document.text), column)),
        _ => None,
    };
    Some((row, byte))
}

/// What a button that is pressed at a cell holds.
pub(super) fn grip(model: &Model, x: u16, y: u16) -> Option<Grip> {
    let placed = placed(model.size, model.status_rows(), model.compare.as_ref()?);
    let text = placed.text_at(x).filter(|_| placed.rows.y <= y && y < placed.rows.bottom())?;
    let at = place(model, text, x, y)?;
    Some(Grip::Compared(Drawn { text, from: at, to: at }))
}

/// Moves the end of what is drawn over; at an edge the texts move on.
pub(super) fn drag(model: &mut Model, grip: Grip, x: u16, y: u16) -> Option<()> {
    let Grip::Compared(begun) = grip else { return None };
    let rows = placed(model.size, model.status_rows(), model.compare.as_ref()?).rows;
    let by = isize::from(y + 1 >= rows.bottom()) - isize::from(y <= rows.y);
    model.compare.as_mut()?.scroll(by);
    let drawn = Drawn { to: place(model, begun.text, x, y)?, ..begun };
    model.compare.as_mut()?.drawn = Some(drawn);
    Some(())
}

/// What was drawn over is let go: its words are copied.
pub(super) fn let_go(model: &mut Model) -> Vec<Effect> {
    let copied = model.compare.as_ref().and_then(|c| copied(c, c.drawn?)).filter(|w| !w.is_empty());
    copied.map_or_else(Vec::new, |words| export::copy(model, words))
}

/// Words as another program wants them: stretches that follow each other in the
/// text are one, others stand apart.
fn copied(c: &Compare, drawn: Drawn) -> Option<String> {
    let document = document(c, drawn.text)?;
    let mut whole: Vec<Span> = Vec::new();
    for span in drawn.spans(c.rows()?) {
        match whole.last_mut() {
            Some(before) if follows(&document, *before, span) => before.end = span.end,
            _ => whole.push(span),
        }
    }
    let parts: Vec<String> = whole.into_iter().map(|s| words(&document, View::Clean, s)).collect();
    Some(parts.join("\n\n"))
}

/// True where nothing that is read stands between the two.
fn follows(document: &Document, before: Span, span: Span) -> bool {
    let between = || words(document, View::Clean, Span::new(before.end, span.start));
    before.end <= span.start && between().trim().is_empty()
}
