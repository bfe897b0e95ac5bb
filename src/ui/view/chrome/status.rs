//! What stands above the footer.

use super::{progress, prompt};
use crate::app::Model;
use crate::app::model::Status;
use crate::app::waiting::Awaited;
use crate::notice::Severity;
use crate::text::{Span, wrap};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;

/// The rows above the footer, when there is something to say.
pub(crate) fn draw(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    let role = match model.status_line() {
        None => return,
        Some(Status::Prompt(p)) => return prompt::draw(model, p, theme, canvas),
        Some(Status::Progress) => return progress::draw(model, theme, canvas),
        Some(Status::Message(m)) if m.severity == Severity::Info => Role::Text,
        Some(Status::Waiting(_)) => Role::Dim,
        Some(Status::Message(_) | Status::Unsaved(_)) => Role::Problem,
    };
    let Some(sentence) = model.status_line().and_then(|s| Some(s.sentence(model)?.into_owned())) else { return };
    let width = canvas.width().saturating_sub(2);
    let rows = wrap::rows(&sentence, Span::new(0, sentence.len()), usize::from(width).max(1));
    let mut end = 1;
    for (y, row) in (0..canvas.height()).zip(&rows) {
        // Where even a third of the screen is too low for it, the end is cut.
        let cut = y + 1 == canvas.height() && rows.len() > usize::from(canvas.height());
        let words = if cut { &sentence[row.start..] } else { row.of(&sentence) };
        end = canvas.put_cut(1, y, width, words, theme.style(role));
    }
    // A bar while what is said counts.
    if let Some(Status::Waiting(Awaited { seconds: 1.., progress: Some(p), .. })) = model.status_line()
        && rows.len() == 1
        && p.done < p.all
    {
        progress::bar(p.share(), end + 2, 0, theme, canvas);
    }
}
