//! The row above the footer.

use super::{progress, prompt};
use crate::app::Model;
use crate::app::model::Status;
use crate::notice::Severity;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;

/// One row above the footer, when there is something to say.
pub(crate) fn draw(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    let lang = model.lang();
    let w = canvas.width().saturating_sub(2);
    match model.status_line() {
        None => {}
        Some(Status::Prompt(p)) => prompt::draw(model, p, theme, canvas),
        Some(Status::Unsaved(reason)) => {
            let reason = lang.say(reason);
            let words = lang.pick(
                format!("Décisions non enregistrées, gardées en mémoire : {reason}"),
                format!("Verdicts not saved, kept in memory: {reason}"),
            );
            canvas.put_cut(1, 0, w, &words, theme.style(Role::Problem));
        }
        Some(Status::Message(m)) => {
            let role = if m.severity == Severity::Info { Role::Text } else { Role::Problem };
            canvas.put_cut(1, 0, w, &m.text, theme.style(role));
        }
        Some(Status::Progress) => progress::draw(model, theme, canvas),
    }
}
