//! What stands above the footer.

use super::{progress, prompt};
use crate::app::Model;
use crate::app::status::Status;
use crate::app::waiting::Awaited;
use crate::notice::Severity;
use crate::text::{Span, wrap};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use ratatui::style::Style;

/// The rows above the footer, when there is something to say.
pub(crate) fn draw(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    let role = match model.status_line() {
        None => return,
        Some(Status::Prompt(p)) => {
            let y = canvas.height().saturating_sub(1);
            if let Some(wrong) = model.wrong_line().filter(|_| y > 0) {
                sentence(wrong, theme.style(Role::Problem), canvas, y);
            }
            return prompt::draw(model, p, theme, canvas, y);
        }
        Some(Status::Progress) => return progress::draw(model, theme, canvas),
        Some(Status::Message(m)) if m.severity == Severity::Info => Role::Text,
        Some(Status::Waiting(_)) => Role::Dim,
        Some(Status::Message(_) | Status::Unsaved(_)) => Role::Problem,
    };
    let Some(said) = model.status_line().and_then(|s| Some(s.sentence(model)?.into_owned())) else { return };
    let height = canvas.height();
    let (rows, end) = sentence(&said, theme.style(role), canvas, height);
    // A bar while what is said counts.
    if let Some(Status::Waiting(Awaited { seconds: 1.., progress: Some(p), .. })) = model.status_line()
        && rows == 1
        && p.done < p.all
    {
        progress::bar(p.share(), end + 2, 0, theme, canvas);
    }
}

/// A sentence in rows of the width that there is, so many at most; how many it takes,
/// and the column behind the last.
fn sentence(words: &str, style: Style, canvas: &mut Canvas<'_>, height: u16) -> (usize, u16) {
    let width = canvas.width().saturating_sub(2);
    let rows = wrap::rows(words, Span::new(0, words.len()), usize::from(width).max(1));
    let mut end = 1;
    for (y, row) in (0..height).zip(&rows) {
        // Where even a third of the screen is too low for it, the end is cut.
        let cut = y + 1 == height && rows.len() > usize::from(height);
        let shown = if cut { &words[row.start..] } else { row.of(words) };
        end = canvas.put_cut(1, y, width, shown, style);
    }
    (rows.len(), end)
}
