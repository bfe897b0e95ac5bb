//! The top row: what is open, how much of it, which filter.

use super::counts::{desk, judged_and_left, saving_sign};
use super::path::path;
use super::queue;
use crate::app::Model;
use crate::app::action::{Action, Context};
use crate::app::loading::ingest::on_disk;
use crate::text::width::{ellipsis, width};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::words::msg;

/// Columns of a headline that stands for the text that is compared next.
const PINNED: usize = 32;

/// One row: what is open, how much of it, which filter.
pub(crate) fn draw(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    if model.queue.is_some() {
        return queue::draw(model, theme, canvas);
    }
    let lang = model.lang();
    let mut x = canvas.put(1, 0, "kiosque", theme.style(Role::Strong));
    let mut left = Vec::new();
    if !model.loading.name.is_empty() {
        left.push(model.loading.name.clone());
    }
    left.push(lang.articles(model.library.corpus.len()));
    if model.loading.grouped {
        left.push(lang.say(msg::ui_stories(model.library.story_count())));
    }
    let mut right = Vec::new();
    // A message goes with the next key; what waits is told until it is taken.
    right.extend(on_disk(model).map(|said| lang.say(msg::ui_on_disk(said))));
    if let Some(f) = &model.filter {
        right.push(lang.say(if f.known {
            msg::ui_filter(&f.text, model.list.shown)
        } else {
            msg::ui_filter_counting(&f.text)
        }));
    }
    if let Some(card) = model.pin.and_then(|p| model.library.card(p)) {
        let name = card.source.clone().unwrap_or_else(|| card.label_within(PINNED, lang));
        right.push(lang.say(msg::ui_pinned(name)));
    }
    let ticked = model.list.ticked.len();
    if model.choices.picking {
        let key = |action| model.keymap.key_of(Context::List, action).unwrap_or_default();
        let quit = key(Action::Quit);
        right.push(lang.say(match ticked {
            0 => msg::ui_picking(key(Action::Tick), quit),
            n => msg::ui_picked(n, quit),
        }));
    } else if ticked > 0 {
        let said = msg::ui_ticked(ticked);
        right.push(lang.say(match model.list.ticked_elsewhere() {
            0 => said,
            n => msg::ui_ticked_elsewhere(said, n),
        }));
    }
    right.extend(Some(judged_and_left(model, canvas.width())).filter(|said| !said.is_empty()));
    let problems = model.unreadable;
    if problems > 0 {
        right.push(model.with_keys(&lang.say(msg::ui_problem_count(problems))).into_owned());
    }
    right.extend(desk(model));
    let saving = saving_sign(&model.saving);
    let right = format!("{} {saving}", right.join(" · "));
    let right = right.trim_end();
    let room = canvas.width().saturating_sub(width(right) as u16 + 3);
    x = canvas.put(x, 0, " · ", theme.style(Role::Dim));
    // Away from the root, where one is says more than how much there is.
    match path(model, room.saturating_sub(x)) {
        Some(path) => canvas.put(x, 0, &path, theme.style(Role::Text)),
        None => canvas.put_cut(x, 0, room.saturating_sub(x), &left.join(" · "), theme.style(Role::Dim)),
    };
    if canvas.width() > 24 {
        canvas.put_right(canvas.width() - 1, 0, &ellipsis(right, (canvas.width() - 12).into()), theme.style(Role::Dim));
    }
}
