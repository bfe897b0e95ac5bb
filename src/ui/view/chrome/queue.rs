//! The top row while a queue is worked through.

use super::counts::{desk, judged_and_left, saving_sign};
use crate::app::Model;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::words::msg;

/// The queue's own row: which article of how many, as a figure and as a bar.
pub(super) fn draw(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    let lang = model.lang();
    let Some(queue) = &model.queue else { return };
    let all = queue.documents.len();
    let at = model.article.document.and_then(|d| queue.place(d)).map_or(0, |i| i + 1);
    let x = canvas.put(1, 0, "kiosque", theme.style(Role::Strong));
    let words = format!(" · {}", lang.say(msg::ui_queue(at, all)));
    let x = canvas.put(x, 0, &words, theme.style(Role::Dim));
    let saving = saving_sign(&model.saving);
    let right: Vec<String> = [judged_and_left(model, canvas.width())].into_iter().chain(desk(model)).collect();
    let right = format!("{} {saving}", right.join(" · "));
    let from = canvas.put_right(canvas.width().saturating_sub(1), 0, right.trim_end(), theme.style(Role::Dim));
    let room = usize::from(from.saturating_sub(x + 4)).min(40);
    if room >= 8 {
        let full = (at * room).div_ceil(all.max(1)).min(room);
        let end = canvas.put(x + 2, 0, &"━".repeat(full), theme.style(Role::Accent));
        canvas.put(end, 0, &"─".repeat(room - full), theme.style(Role::Rule));
    }
}
