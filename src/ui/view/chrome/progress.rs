//! Background work: what it does, how far it is, how long it still takes.

use crate::app::Model;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::words::msg;

/// Articles a second, and the seconds that the rest will take.
fn pace(model: &Model, done: usize, total: usize) -> Option<(usize, usize)> {
    let (since, before) = model.loading.pace?;
    let ms = usize::try_from(model.now - since).ok().filter(|ms| *ms >= 1000)?;
    let rate = done.checked_sub(before)?.checked_mul(1000)? / ms;
    Some((rate, total.saturating_sub(done).checked_div(rate)?))
}

/// Draws the row.
pub(super) fn draw(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    let lang = model.lang();
    let total = model.library.corpus.len();
    let l = &model.loading;
    let (words, share) = if !l.loaded {
        let words = lang.say(msg::ui_progress_reading(l.files, msg::article_count(total)));
        (words, None)
    } else if !l.analysed {
        let done = model.library.analysed();
        let mut words = lang.say(msg::ui_progress_names(done, total));
        if let Some((rate, left)) = pace(model, done, total) {
            words = format!("{words} · {}", lang.say(msg::ui_progress_pace(rate, left)));
        }
        (words, Some(done as f64 / total.max(1) as f64))
    } else if !l.grouped {
        (lang.text(msg::UI_PROGRESS_GROUPING).to_owned(), None)
    } else {
        let (done, all) = l.indexed.unwrap_or_default();
        let words = lang.say(msg::ui_progress_index(done, all));
        (words, Some(done as f64 / all.max(1) as f64))
    };
    let x = canvas.put(1, 0, &words, theme.style(Role::Dim));
    if let Some(share) = share {
        bar(share, x + 2, 0, theme, canvas);
    }
}

/// Draws how far work is, 0 to 1, in what is left of a row from column `x`; nothing where that is little.
pub(super) fn bar(share: f64, x: u16, y: u16, theme: &Theme, canvas: &mut Canvas<'_>) {
    let room = usize::from(canvas.width().saturating_sub(x + 2)).min(30);
    if room >= 8 {
        let full = ((share * room as f64).round() as usize).min(room);
        let x = canvas.put(x, y, &"━".repeat(full), theme.style(Role::Accent));
        canvas.put(x, y, &"─".repeat(room - full), theme.style(Role::Rule));
    }
}
